"""The sheets that compare editions: totals and ranks over the years, and why each rank changed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import reportgen.compose.publication.workbook_formulas as formulas
from reportgen.compose.publication.content import HistoryPoint
from reportgen.compose.publication.workbook_parts import (
    DECIMALS,
    NAME,
    UNIT_COLUMNS,
    UNKNOWN_NOTE,
    GroupContext,
    mean,
    merge_note,
)
from reportgen.compose.ranking_table import UNKNOWN
from reportgen.document.workbook import (
    Formula,
    Grid,
    Sheet,
    SheetCell,
    SheetChart,
    SheetChartKind,
    SheetColumn,
    SheetSeries,
)
from reportgen.index.rank_change import RankChange

BEFORE, NOW, CHANGE, PARTS_SUM, CHECK = "hang_truoc", "hang_nay", "thay_doi", "cong_cac_phan", "kiem_tra"
_PARTS = (
    ("own", "Do giá trị của chính đơn vị"),
    ("others", "Do giá trị của đơn vị khác"),
    ("method", "Do phương pháp"),
    ("field", "Do đơn vị thêm, bớt"),
)
_NOT_APART = "không tách riêng"
_YEAR_LINE, _MEAN_LINE = 0, 1
_LINES_SHOWN = 5


def total_column(year: int) -> str:
    """Return the key of the column of the totals of `year`."""
    return f"tong:{year}"


def rank_column(year: int) -> str:
    """Return the key of the column of the ranks of `year`."""
    return f"hang:{year}"


def compose_history_sheet(context: GroupContext) -> Sheet | None:
    """Return totals and ranks over the years with a chart of the first units; `None` without earlier editions."""
    history = {unit.code: context.part.history.get(unit.code, ()) for unit in context.units}
    years = sorted({point.year for points in history.values() for point in points})
    if len(years) < 2:
        return None
    columns = (
        *UNIT_COLUMNS,
        *(SheetColumn(total_column(year), f"Tổng năm {year}", DECIMALS) for year in years),
        *(SheetColumn(rank_column(year), f"Hạng năm {year}") for year in years),
        SheetColumn(CHANGE, f"Tổng tăng, giảm so với năm {years[-2]}", DECIMALS),
    )
    grid = context.grid("Qua các năm", columns, lines=2)
    rows = [
        _history_row(grid, number, (unit.code, unit.name), history[unit.code], years)
        for number, unit in enumerate(context.units)
    ]
    lines = _history_lines(grid, history, years)
    return Sheet(
        grid,
        f"Tổng và hạng {context.label} các năm {years[0]} đến {years[-1]}",
        columns,
        tuple(rows),
        lines,
        mark=context.mark_of_history,
        notes=(*context.group_note, UNKNOWN_NOTE, *_merge_notes(context)),
        unknown=UNKNOWN,
        frozen=2,
        charts=_history_charts(context, grid, rows, lines, years),
    )


def _history_charts(
    context: GroupContext,
    grid: Grid,
    rows: list[tuple[SheetCell, ...]],
    lines: tuple[tuple[SheetCell, ...], ...],
    years: list[int],
) -> tuple[SheetChart, ...]:
    """The lines of the mean and of the first units, those of which something is unknown left out."""
    first, last = total_column(years[0]), total_column(years[-1])
    totals = slice(grid.keys.index(first), grid.keys.index(last) + 1)
    known = [number for number, row in enumerate(rows) if None not in row[totals]][:_LINES_SHOWN]
    series = [
        SheetSeries(
            context.units[number].name,
            grid.elsewhere(grid.fixed_span(first, last, number)),
            grid.elsewhere(grid.fixed_cell(NAME, number)),
        )
        for number in known
    ]
    means = [cell.value for cell in lines[_MEAN_LINE][totals] if isinstance(cell, Formula)]
    if None not in means:
        series.insert(0, SheetSeries("Trung bình", grid.elsewhere(grid.line_span(first, last, _MEAN_LINE))))
    if not series:
        return ()
    chart = SheetChart(
        SheetChartKind.LINES,
        f"Tổng {context.label} qua các năm: {len(known)} đơn vị đứng đầu và trung bình",
        grid.elsewhere(grid.line_span(first, last, _YEAR_LINE)),
        tuple(series),
        "Tổng (0 đến 1)",
        "Biểu đồ đường: tổng qua các năm của những đơn vị đứng đầu và trung bình; số liệu ở bảng bên trái.",
        len(years),
    )
    return (chart,)


def _history_row(
    grid: Grid, number: int, named: tuple[str, str], points: tuple[HistoryPoint, ...], years: list[int]
) -> tuple[SheetCell, ...]:
    by_year = {point.year: point for point in points}
    totals = [by_year[year].total if year in by_year else None for year in years]
    ranks = [by_year[year].rank if year in by_year else None for year in years]
    now, before = totals[-1], totals[-2]
    change = None if now is None or before is None else now - before
    cells = (grid.cell(total_column(years[-1]), number), grid.cell(total_column(years[-2]), number))
    return (*named, *totals, *ranks, Formula(formulas.difference(*cells), change))


def _history_lines(
    grid: Grid, history: dict[str, tuple[HistoryPoint, ...]], years: list[int]
) -> tuple[tuple[SheetCell, ...], ...]:
    by_year = {year: [p.total for points in history.values() for p in points if p.year == year] for year in years}
    named: dict[str, SheetCell] = {NAME: "Năm"} | {total_column(year): year for year in years}
    means: dict[str, SheetCell] = {NAME: "Trung bình"}
    for year in years:
        column = total_column(year)
        means[column] = Formula(formulas.mean_of(grid.column(column)), mean(by_year[year]))
    return tuple(tuple(line.get(key, "") for key in grid.keys) for line in (named, means))


def compose_change_sheet(context: GroupContext) -> Sheet | None:
    """Return the change of each rank with its parts and their sum; `None` where nothing is compared."""
    changes = [change for unit in context.units if (change := context.part.changes.get(unit.code))]
    if not changes or not context.part.earlier:
        return None
    before = context.part.earlier[0].year
    columns = (
        *UNIT_COLUMNS,
        SheetColumn(BEFORE, f"Hạng năm {before}"),
        SheetColumn(NOW, f"Hạng năm {context.part.year}"),
        SheetColumn(CHANGE, "Thay đổi hạng"),
        *(SheetColumn(key, title, 2) for key, title in _PARTS),
        SheetColumn(PARTS_SUM, "Cộng các phần", 2),
        SheetColumn(CHECK, "Kiểm tra"),
    )
    keys = tuple(column.key for column in columns)
    grid = Grid(context.names.name("Thay đổi hạng", context.label), keys, len(changes))
    return Sheet(
        grid,
        context.heading(f"Vì sao hạng thay đổi so với năm {before},"),
        columns,
        tuple(_change_row(grid, number, change) for number, change in enumerate(changes)),
        mark=context.mark_of_history,
        notes=(
            *context.group_note,
            "Số âm là lên hạng, số dương là xuống hạng.",
            "Mỗi phần là giá trị Shapley: phần thay đổi hạng do riêng nguyên nhân đó, lấy trung bình trên mọi thứ tự "
            "chuyển từ kỳ trước sang kỳ này. Các phần cộng lại đúng bằng thay đổi hạng.",
            f"“{_NOT_APART}”: hai bộ chỉ số không tính được cho cùng số liệu; phần do phương pháp nằm trong hai phần "
            "trước.",
            *_merge_notes(context),
        ),
        unknown=UNKNOWN,
        frozen=2,
    )


def _change_row(grid: Grid, number: int, change: RankChange) -> tuple[SheetCell, ...]:
    parts = [_part(part) for part in (change.own, change.others, change.method, change.field)]
    total, parts_sum = grid.cell(CHANGE, number), grid.cell(PARTS_SUM, number)
    check = f'=IF(ABS({total}-{parts_sum})<0.000001,"khớp","lệch")'
    return (
        change.unit.code,
        change.unit.name,
        change.rank_before,
        change.rank_after,
        Formula(f"={grid.cell(NOW, number)}-{grid.cell(BEFORE, number)}", change.total),
        *parts,
        Formula(f"=SUM({grid.span(_PARTS[0][0], _PARTS[-1][0], number)})", Decimal(change.total)),
        Formula(check, "khớp"),
    )


def _part(part: Fraction | None) -> SheetCell:
    return _NOT_APART if part is None else Decimal(part.numerator) / Decimal(part.denominator)


def _merge_notes(context: GroupContext) -> tuple[str, ...]:
    notes = [merge_note(edition.year, edition.merge_rule, edition.merged_units) for edition in context.part.earlier]
    return tuple(note for note in notes if note)
