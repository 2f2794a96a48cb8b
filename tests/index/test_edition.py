from decimal import Decimal
from fractions import Fraction

import pytest

from reportgen.index.edition import rank_edition
from reportgen.index.published import check_published, report_discrepancies
from reportgen.index.rank_change import Edition, explain_rank_changes
from reportgen.index.residual import join_unknown_indices
from reportgen.index.robustness import RobustnessSettings
from reportgen.index.scoring import score
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule, ScoreOrigin
from reportgen.problems import Place
from reportgen.read.data_files import data_folder, load_index_set, load_register
from reportgen.read.indicator_data import read_indicator_data
from tests.index.sets import make_set, make_table
from tests.index.test_dti_2022 import INDEX_SET, dti_2022

MINISTRIES = load_index_set("dti_cap_bo_922")


def test_ministries_with_and_without_public_services_are_never_ranked_as_one() -> None:
    keys = [index.key for index in MINISTRIES.main_indices]
    points = dict.fromkeys(keys, Decimal(100))
    register = load_register()
    codes = ["VTV", "BTP", "BNV", "VOV"]
    rows: dict[str, list[str | None]] = {code: [f"0.{9 - n}"] * 6 for n, code in enumerate(codes)}
    results = rank_edition(make_table(rows, " ".join(keys)), MINISTRIES.complete(points), register=register)
    groups = {result.group.key: [row.unit.code for row in result.total.rows] for result in results}
    assert groups == {"co_dich_vu_cong": ["BTP", "BNV"], "khong_dich_vu_cong": ["VTV", "VOV"]}
    assert all(result.total.rows[0].rank == 1 for result in results)


def test_the_edition_of_2022_is_ranked_as_published_with_all_that_follows() -> None:
    (result,) = rank_edition(dti_2022(), INDEX_SET, take_published=True, settings=RobustnessSettings(draws=200))
    assert result.total.origin is ScoreOrigin.PUBLISHED
    assert result.total.ranks == dti_2022().published.ranks
    assert [pillar.origin for pillar in result.pillars] == [ScoreOrigin.DERIVED] * 3
    assert all(len(pillar.ranks) == 63 for pillar in result.pillars)
    by_index = {ranking.key: ranking for ranking in result.main_indices}
    assert len(by_index["hoat_dong_xa_hoi_so"].ranks) == 63
    assert len(by_index["nhan_thuc_so"].ranks) == 5
    assert by_index["nhan_thuc_so"].rows[-1].rank is None
    assert result.robustness is not None
    base = dict(zip(dti_2022().codes, result.robustness.base_ranks.tolist(), strict=True))
    assert base == dti_2022().published.ranks


def test_wrong_published_results_are_found_and_told_where_they_stand() -> None:
    table = make_table(
        {"A": ["0.5"], "B": ["0.25"], "C": [None]}, "a",
        totals={"A": "0.5002", "B": "0.25005", "C": "0.1"}, ranks={"A": 2, "B": 1, "C": 3},
    )  # fmt: skip
    check = check_published(table, score(table, make_set({"a": 1})))
    assert (check.totals_checked, check.ranks_checked) == (2, 3)
    assert [(d.unit.code, d.kind) for d in check.discrepancies] == [("A", "total"), ("A", "rank"), ("B", "rank")]
    problems = report_discrepancies(check, {"A": Place(file="x.csv", cell="A2")})
    assert [(problem.code, problem.place.cell) for problem in problems] == [
        ("DL501", "A2"),
        ("DL502", "A2"),
        ("DL502", None),
    ]
    assert problems[0].message() == "tổng đã công bố của Đơn vị A là 0,5002, tính lại được 0,5"


def test_printed_totals_that_are_level_may_have_any_order_among_themselves() -> None:
    table = make_table({"A": ["0.5"], "B": ["0.5"]}, "a", totals={"A": "0.5", "B": "0.5"}, ranks={"A": 2, "B": 1})
    assert check_published(table, score(table, make_set({"a": 1}))).discrepancies == ()


@pytest.mark.parametrize(
    ("totals", "scale", "values"),
    [
        ({"A": "0.5"}, Scale.INDEX, ["0.5", "0.5"]),
        ({}, Scale.INDEX, ["0.5", None]),
        ({"A": "0.5"}, Scale.POINTS, ["0.5", None]),
    ],
)
def test_nothing_is_joined_without_need_or_without_totals(
    totals: dict[str, str], scale: Scale, values: list[str | None]
) -> None:
    table = make_table({"A": values}, "a b", totals=totals, scale=scale)
    assert join_unknown_indices(table, make_set({"a": 50, "b": 50})) is None


def test_the_rule_for_unknown_values_stands_with_the_ranking() -> None:
    table = make_table({"A": ["0.5", None]}, "a b")
    (result,) = rank_edition(table, make_set({"a": 50, "b": 50}), missing_rule=MissingRule.ZERO)
    assert result.total.missing_rule is MissingRule.ZERO
    assert result.total.rows[0].score == Decimal("0.25")
    assert "0 điểm" in result.total.missing_rule.words


def test_the_illustrative_sample_of_ministries_is_ranked_apart_and_says_what_it_is() -> None:
    path = data_folder("samples") / "dti_minh_hoa" / "dti_2022_cap_bo.csv"
    register = load_register()
    data, problems = read_indicator_data(
        path.read_bytes(), path.name, index_set=MINISTRIES, year=2022, register=register
    )
    assert problems == []
    assert data is not None
    assert data.measurements.is_illustrative
    results = rank_edition(data.measurements, data.index_set, register=register)
    assert [len(result.total.rows) for result in results] == [17, 9]
    assert all(result.total.is_illustrative and result.total.rows[0].rank == 1 for result in results)


def test_changes_between_the_illustrative_editions_add_up_in_each_group() -> None:
    register = load_register()
    editions = []
    for year in (2021, 2022):
        path = data_folder("samples") / "dti_minh_hoa" / f"dti_{year}_cap_bo.csv"
        data, _ = read_indicator_data(
            path.read_bytes(), path.name, index_set=MINISTRIES, year=year, register=register
        )
        assert data is not None
        editions.append(
            [
                Edition(group.measurements, data.index_set)
                for group in rank_edition(data.measurements, data.index_set, register=register)
            ]
        )
    for old, new in zip(*editions, strict=True):
        changes = explain_rank_changes(old, new)
        assert len(changes) == len(new.measurements.units)
        assert all(change.own + change.others == change.total for change in changes)
        assert all((change.method, change.field) == (Fraction(0), Fraction(0)) for change in changes)
        assert any(change.total for change in changes)
