"""A ranking as a table: rank, unit, score, indices; and the notes that say by what rules it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.document.data_table import DataColumn, DataTable
from reportgen.document.workbook import clean_sheet_name
from reportgen.model.ranking import FULL_PRECISION, MissingRule, RankFirmness, Ranking, ScoreOrigin

ILLUSTRATIVE = "Số liệu minh họa"
UNKNOWN = "chưa có số liệu"
_DECIMALS = 4
_ORIGINS = {
    ScoreOrigin.COMPUTED: "tính từ số liệu, không làm tròn ở các bước giữa",
    ScoreOrigin.PUBLISHED: "lấy đúng kết quả đã công bố",
    ScoreOrigin.DERIVED: "suy ra từ tổng và các chỉ số đã công bố, sai số do làm tròn",
}


def compose_ranking_table(
    ranking: Ranking, *, firmness: Mapping[str, RankFirmness] | None = None, notes: Iterable[str] = ()
) -> DataTable:
    """Return `ranking` as a table, in its order; `firmness`, by code of unit, adds how firm each rank is."""
    columns = [DataColumn("hang", "Hạng"), DataColumn("ma", "Mã"), DataColumn("ten", "Đơn vị")]
    columns.append(DataColumn("gia_tri", ranking.name, _DECIMALS))
    if firmness is not None:
        columns += [DataColumn("hang_tot_nhat", "Hạng tốt nhất"), DataColumn("hang_thap_nhat", "Hạng thấp nhất")]
        columns.append(DataColumn("kha_nang_giu_hang", "Khả năng giữ hạng", 2))
    named = zip(ranking.index_keys, ranking.index_names, strict=True)
    columns += [DataColumn(key, name, _DECIMALS) for key, name in named]
    rows = []
    for row in ranking.rows:
        firm = firmness.get(row.unit.code) if firmness is not None else None
        extra = (firm.best, firm.worst, firm.holding) if firm else (None,) * (3 if firmness is not None else 0)
        rows.append((row.rank, row.unit.code, row.unit.name, row.score, *extra, *row.indices))
    title = f"Xếp hạng theo {ranking.name} năm {ranking.year}"
    return DataTable(clean_sheet_name(ranking.name), title, tuple(columns), tuple(rows), (*_notes(ranking), *notes))


def _notes(ranking: Ranking) -> list[str]:
    notes = [ILLUSTRATIVE + "."] if ranking.is_illustrative else []
    notes.append(f"Giá trị {_ORIGINS[ranking.origin]}.")
    if ranking.precision >= FULL_PRECISION:
        notes.append("Xếp hạng theo giá trị chưa làm tròn; đơn vị bằng nhau thì đồng hạng, hạng tiếp theo bỏ cách.")
    else:
        notes.append(
            f"Xếp hạng theo giá trị làm tròn {ranking.precision} chữ số thập phân; đơn vị bằng nhau thì đồng hạng, "
            "hạng tiếp theo bỏ cách."
        )
    if any(value is None for row in ranking.rows for value in (row.score, *row.indices)):
        notes.append(f"Ô trống là {UNKNOWN}.")
    if ranking.missing_rule is not MissingRule.KEEP:
        words = ranking.missing_rule.words
        notes.append(f"{words[0].upper()}{words[1:]}.")
    if ranking.source:
        notes.append(f"Nguồn: {ranking.source}.")
    return notes
