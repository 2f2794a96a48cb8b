"""A ranking as a table: rank, unit, score, indices; and the notes that say by what rules it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.document.data_table import DataColumn, DataTable
from reportgen.document.workbook import clean_sheet_name
from reportgen.model.ranking import FULL_PRECISION, MissingRule, RankFirmness, Ranking, ScoreOrigin
from reportgen.problems import Language

ILLUSTRATIVE = "Số liệu minh họa"
UNKNOWN = "chưa có số liệu"
_DECIMALS = 4
_CHANCE_DECIMALS = 2
_TITLES: Mapping[str, Mapping[Language, str]] = {
    "hang": {"vi": "Hạng", "en": "Rank"},
    "ma": {"vi": "Mã", "en": "Code"},
    "ten": {"vi": "Đơn vị", "en": "Unit"},
    "hang_tot_nhat": {"vi": "Hạng tốt nhất", "en": "Best rank"},
    "hang_thap_nhat": {"vi": "Hạng thấp nhất", "en": "Worst rank"},
    "kha_nang_giu_hang": {"vi": "Khả năng giữ hạng", "en": "Chance to keep rank"},
}
FIXED_KEYS = frozenset((*_TITLES, "gia_tri"))
"""The keys of the columns that are not indices."""
_ORIGINS: Mapping[ScoreOrigin, Mapping[Language, str]] = {
    ScoreOrigin.COMPUTED: {
        "vi": "tính từ số liệu, không làm tròn ở các bước giữa",
        "en": "computed from the figures, without rounding on the way",
    },
    ScoreOrigin.PUBLISHED: {"vi": "lấy đúng kết quả đã công bố", "en": "those that were published"},
    ScoreOrigin.DERIVED: {
        "vi": "suy ra từ tổng và các chỉ số đã công bố, sai số do làm tròn",
        "en": "worked out from published totals and indices, as exact as their rounding allows",
    },
}
_RULES_IN_ENGLISH: Mapping[MissingRule, str] = {
    MissingRule.EXCLUDE: "unknown components are left out of both points and maxima",
    MissingRule.ZERO: "unknown components count as 0 points",
    MissingRule.IMPUTE: "unknown components are taken to be the mean of the units where they are known",
}


def compose_ranking_table(
    ranking: Ranking,
    *,
    firmness: Mapping[str, RankFirmness] | None = None,
    notes: Iterable[str] = (),
    language: Language = "vi",
) -> DataTable:
    """Return `ranking` as a table, in its order; `firmness`, by code of unit, adds how firm each rank is.

    `language` is that of title, fixed headings and notes; indices and units keep their names.
    """
    columns = [DataColumn(key, _TITLES[key][language]) for key in ("hang", "ma", "ten")]
    columns.append(DataColumn("gia_tri", ranking.name, _DECIMALS))
    if firmness is not None:
        columns += [DataColumn(key, _TITLES[key][language]) for key in ("hang_tot_nhat", "hang_thap_nhat")]
        columns.append(DataColumn("kha_nang_giu_hang", _TITLES["kha_nang_giu_hang"][language], _CHANCE_DECIMALS))
    named = zip(ranking.index_keys, ranking.index_names, strict=True)
    columns += [DataColumn(key, name, _DECIMALS) for key, name in named]
    rows = []
    for row in ranking.rows:
        firm = firmness.get(row.unit.code) if firmness is not None else None
        extra = (firm.best, firm.worst, firm.holding) if firm else (None,) * (3 if firmness is not None else 0)
        rows.append((row.rank, row.unit.code, row.unit.name, row.score, *extra, *row.indices))
    words = f"Xếp hạng theo {ranking.name} năm" if language == "vi" else f"Ranking by {ranking.name},"
    said = _vietnamese_notes(ranking) if language == "vi" else _english_notes(ranking)
    name, title = clean_sheet_name(ranking.name), f"{words} {ranking.year}"
    return DataTable(name, title, tuple(columns), tuple(rows), (*said, *notes))


def _vietnamese_notes(ranking: Ranking) -> Iterator[str]:
    if ranking.is_illustrative:
        yield f"{ILLUSTRATIVE}."
    yield f"Giá trị {_ORIGINS[ranking.origin]['vi']}."
    rounded = "chưa làm tròn" if _is_exact(ranking) else f"làm tròn {ranking.precision} chữ số thập phân"
    yield f"Xếp hạng theo giá trị {rounded}; đơn vị bằng nhau thì đồng hạng, hạng tiếp theo bỏ cách."
    if _has_unknown(ranking):
        unranked = "; đơn vị chưa có giá trị thì không xếp hạng" if _has_unranked(ranking) else ""
        yield f"Ô trống hoặc ghi “…” là {UNKNOWN}{unranked}."
    if ranking.missing_rule is not MissingRule.KEEP:
        words = ranking.missing_rule.words
        yield f"{words[0].upper()}{words[1:]}."
    if ranking.source:
        yield f"Nguồn: {ranking.source}."


def _english_notes(ranking: Ranking) -> Iterator[str]:
    if ranking.is_illustrative:
        yield "Illustrative figures."
    yield f"The values are {_ORIGINS[ranking.origin]['en']}."
    rounded = "unrounded values" if _is_exact(ranking) else f"values rounded to {ranking.precision} decimals"
    yield f"Ranked by {rounded}; equal units share a rank, and as many ranks are left out after them."
    if _has_unknown(ranking):
        unranked = "; a unit without a value has no rank" if _has_unranked(ranking) else ""
        yield f"A blank or “…” is unknown{unranked}."
    if ranking.missing_rule is not MissingRule.KEEP:
        words = _RULES_IN_ENGLISH[ranking.missing_rule]
        yield f"{words[0].upper()}{words[1:]}."
    if ranking.source:
        yield f"Source: {ranking.source}."


def _is_exact(ranking: Ranking) -> bool:
    return ranking.precision >= FULL_PRECISION


def _has_unknown(ranking: Ranking) -> bool:
    return any(value is None for row in ranking.rows for value in (row.score, *row.indices))


def _has_unranked(ranking: Ranking) -> bool:
    return any(row.rank is None for row in ranking.rows)
