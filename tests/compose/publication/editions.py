"""Publications for tests: the 63 provinces of 2022 (published), and ministries (invented) with two years."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import chain

from reportgen.compose.publication.content import EarlierEdition, HistoryPoint, Publication, PublicationPart
from reportgen.document import Paragraph, Role, text
from reportgen.index.edition import GroupResult, rank_edition
from reportgen.index.improvements import Improvement, find_improvements
from reportgen.index.rank_change import Edition, RankChange, explain_rank_changes
from reportgen.index.robustness import RobustnessSettings
from reportgen.model.index_set import IndexSet
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import MissingRule
from reportgen.read.data_files import data_folder, load_index_set, load_register
from reportgen.read.indicator_data import IndicatorData, read_indicator_data

DRAWS = 200
"""So few that the fixtures are fast; the intervals are rough."""


@cache
def provinces_2022() -> PublicationPart:
    """The real results of 2022: totals as published, some indices unknown, no earlier edition."""
    source = "dti.gov.vn, xếp hạng năm 2022"
    data = _read("dti_2022/dti_2022_cap_tinh.csv", "dti_cap_tinh_922", 2022, source)
    results = rank_edition(
        data.measurements, data.index_set, take_published=True, settings=RobustnessSettings(draws=DRAWS)
    )
    return PublicationPart(
        "cap_tinh", "cấp tỉnh", "tỉnh, thành phố", 2022, data.index_set, MissingRule.KEEP, True,
        results, _improvements(results), (), {}, _history({2022: results}),
    )  # fmt: skip


@cache
def ministries_2022() -> PublicationPart:
    """Invented figures of two groups of ministries, totals computed, with the edition of 2021 before it."""
    by_year = {}
    sets: dict[int, IndexSet] = {}
    for year in (2021, 2022):
        data = _read(f"dti_minh_hoa/dti_{year}_cap_bo.csv", "dti_cap_bo_922", year)
        sets[year] = data.index_set
        by_year[year] = rank_edition(
            data.measurements,
            data.index_set,
            register=load_register(),
            settings=RobustnessSettings(draws=DRAWS) if year == 2022 else None,
        )
    results = by_year[2022]
    earlier = EarlierEdition(2021, sets[2021], by_year[2021], MergeRule.MEAN)
    return PublicationPart(
        "cap_bo", "cấp bộ", "bộ, cơ quan", 2022, sets[2022], MissingRule.KEEP, False,
        results, _improvements(results), (earlier,), _changes(earlier, results, sets[2022]), _history(by_year),
        given_points=frozenset(load_index_set("dti_cap_bo_922").missing_points),
    )  # fmt: skip


@cache
def publication() -> Publication:
    """Both parts under one cover, with a foreword."""
    provinces = provinces_2022().results[0].measurements.codes
    return Publication(
        title="Báo cáo Chỉ số đánh giá chuyển đổi số (DTI) năm 2022",
        subtitle="Của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, các tỉnh, thành phố",
        agency="Bộ Thông tin và Truyền thông",
        place="Hà Nội",
        year=2022,
        day=date(2023, 7, 12),
        parts=(ministries_2022(), provinces_2022()),
        foreword=(Paragraph(Role.BODY, text("Lời nói đầu để thử.")),),
        comments={},
        tiles={code: (number % 9, number // 9) for number, code in enumerate(provinces)},
    )


def _read(sample: str, index_set: str, year: int, source: str = "") -> IndicatorData:
    path = data_folder("samples") / sample
    data, problems = read_indicator_data(
        path.read_bytes(),
        path.name,
        index_set=load_index_set(index_set),
        year=year,
        register=load_register(),
        source=source,
    )
    assert data is not None, problems
    return data


def _improvements(results: tuple[GroupResult, ...]) -> dict[str, tuple[Improvement, ...]]:
    return {
        unit.code: found
        for result in results
        for unit, found in zip(result.basis.units, find_improvements(result.basis), strict=True)
    }


def _changes(earlier: EarlierEdition, results: tuple[GroupResult, ...], index_set: IndexSet) -> dict[str, RankChange]:
    pairs = zip(earlier.results, results, strict=True)
    changes = (
        explain_rank_changes(Edition(before.measurements, earlier.index_set), Edition(now.measurements, index_set))
        for before, now in pairs
    )
    return {change.unit.code: change for change in chain.from_iterable(changes)}


def _history(by_year: dict[int, tuple[GroupResult, ...]]) -> dict[str, tuple[HistoryPoint, ...]]:
    latest = by_year[max(by_year)]
    return {
        code: tuple(_point(code, year, results) for year, results in sorted(by_year.items()))
        for result in latest
        for code in result.measurements.codes
    }


def _point(code: str, year: int, results: tuple[GroupResult, ...]) -> HistoryPoint:
    for result in results:
        for row in result.total.rows:
            if row.unit.code == code:
                return HistoryPoint(year, row.score, row.rank)
    return HistoryPoint(year, None, None)
