"""The sheet of the index set: main indices with their points, shares of the total, and points within each pillar."""

from __future__ import annotations

from decimal import Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.method_tables import words_of_given_points
from reportgen.compose.publication.sentences import capitalised
from reportgen.compose.publication.workbook_parts import MARK, SheetNames
from reportgen.document.workbook import Formula, Grid, Sheet, SheetCell, SheetColumn
from reportgen.index.scoring import main_index_weights, to_decimals
from reportgen.model.index_set import IndexSet, MainIndex, Pillar, TotalRule

POINTS, SHARE = "diem", "ty_trong"
SUM_LINE, PILLAR_WEIGHT_LINE = 0, 1


def pillar_column(key: str) -> str:
    """Return the key of the column of pillar `key`."""
    return f"tru_cot:{key}"


def compose_points_sheet(part: PublicationPart, names: SheetNames) -> Sheet:
    """Return the sheet of the set in force: every other sheet takes its points from here."""
    index_set = part.index_set
    columns = (
        SheetColumn("stt", "STT"),
        SheetColumn("ten", "Chỉ số chính"),
        SheetColumn(POINTS, "Điểm tối đa"),
        SheetColumn(SHARE, "Tỷ trọng trong tổng", 2, is_percent=True),
        *(SheetColumn(pillar_column(p.key), f"Điểm trong trụ cột {p.name}") for p in index_set.pillars),
    )
    by_pillar = index_set.total_rule is TotalRule.PILLARS
    keys = tuple(column.key for column in columns)
    grid = Grid(names.name("Bộ chỉ số", part.title), keys, len(index_set.main_indices), 1 + by_pillar)
    shares = to_decimals(main_index_weights(index_set))
    rows = [
        _row(grid, index_set, number, index, share)
        for number, (index, share) in enumerate(zip(index_set.main_indices, shares, strict=True))
    ]
    issued = index_set.issued_by
    given = words_of_given_points(part, index_set.main_indices)
    return Sheet(
        grid,
        f"{index_set.name} ({issued.type_name} số {issued.number}), dùng cho năm {part.year}",
        columns,
        tuple(rows),
        _lines(grid, index_set),
        mark=MARK if part.is_illustrative else "",
        notes=(
            "Sửa điểm tối đa ở đây thì DTI tính lại, giá trị trụ cột và thứ hạng ở các trang khác thay đổi theo.",
            "Điểm tối đa bằng 0: có đo, không tính vào tổng.",
            *(f"Chưa công bố: {words}." for words in index_set.not_public),
            *((f"{capitalised(given)}.",) if given else ()),
        ),
        frozen=2,
    )


def _row(
    grid: Grid, index_set: IndexSet, number: int, index: MainIndex, share: Decimal | None
) -> tuple[SheetCell, ...]:
    points = grid.cell(POINTS, number)
    pillars: list[SheetCell] = [
        Formula(f"={points}", index.max_points) if index.key in pillar.main_index_keys else ""
        for pillar in index_set.pillars
    ]
    return (
        number + 1,
        index.name,
        index.max_points,
        Formula(_share_formula(grid, index_set, number), share),
        *pillars,
    )


def _share_formula(grid: Grid, index_set: IndexSet, number: int) -> str:
    if index_set.total_rule is TotalRule.POINTS:
        return f"={grid.cell(POINTS, number)}/{grid.line_cell(POINTS, SUM_LINE)}"
    keys = [pillar_column(pillar.key) for pillar in index_set.pillars]
    terms = [
        f"{grid.line_cell(key, PILLAR_WEIGHT_LINE)}*{grid.cell(key, number)}/{grid.line_cell(key, SUM_LINE)}"
        for key in keys
    ]
    return "=" + "+".join(terms)


def _lines(grid: Grid, index_set: IndexSet) -> tuple[tuple[SheetCell, ...], ...]:
    whole = sum((index.max_points or Decimal(0) for index in index_set.main_indices), Decimal(0))
    sums: list[SheetCell] = ["", "Cộng", Formula(f"=SUM({grid.column(POINTS)})", whole)]
    sums.append(Formula(f"=SUM({grid.column(SHARE)})", Decimal(1)))
    sums += [
        Formula(f"=SUM({grid.column(pillar_column(pillar.key))})", _points_of(index_set, pillar))
        for pillar in index_set.pillars
    ]
    if index_set.total_rule is TotalRule.POINTS:
        return (tuple(sums),)
    weights = [pillar.weight for pillar in index_set.pillars]
    return (tuple(sums), ("", "Trọng số của trụ cột trong tổng", "", "", *weights))


def _points_of(index_set: IndexSet, pillar: Pillar) -> Decimal:
    points = {index.key: index.max_points or Decimal(0) for index in index_set.main_indices}
    return sum((points[key] for key in pillar.main_index_keys), Decimal(0))
