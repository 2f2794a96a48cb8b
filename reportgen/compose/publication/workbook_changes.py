"""The sheets that compare editions: totals and ranks over the years, and why each rank changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import reportgen.compose.publication.workbook_formulas as formulas
from reportgen.compose.publication.charts import rank_in
from reportgen.compose.publication.content import HistoryPoint
from reportgen.compose.publication.rank_changes import NOT_TOLD_APART
from reportgen.compose.publication.workbook_parts import (
    CODE,
    DECIMALS,
    NAME,
    UNIT_COLUMNS,
    UNKNOWN_NOTE,
    GroupContext,
    mean,
    merge_note,
)
from reportgen.compose.publication.workbook_rankings import RANK
from reportgen.compose.publication.workbook_values import PUBLISHED, RECOMPUTED
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
from reportgen.model.measurements import Unit

BEFORE, NOW, CHANGE, PARTS_SUM, CHECK = "hang_truoc", "hang_nay", "thay_doi", "cong_cac_phan", "kiem_tra"
_PARTS = (
    ("own", "Do kết quả của đơn vị"),
    ("others", "Do kết quả đơn vị khác"),
    ("method", "Do cách tính"),
    ("field", "Do đơn vị vào, ra"),
)
_UNEXPLAINED = (
    f"“{UNKNOWN}” ở các phần: đơn vị chưa có hạng ở cả hai năm, hoặc hạng tính lại từ giá trị các chỉ số khác hạng "
    "đã công bố, nên không tách được nguyên nhân."
)
_YEAR_LINE, _MEAN_LINE = 0, 1
_LINES_SHOWN = 5


def total_column(year: int) -> str:
    """Return the key of the column of the totals of `year`."""
    return f"tong:{year}"


def rank_column(year: int) -> str:
    """Return the key of the column of the ranks of `year`."""
    return f"hang:{year}"


def compose_history_sheet(context: GroupContext, total: Grid, values: Grid) -> Sheet | None:
    """Return totals and ranks over the years with a chart of the first units; `None` without earlier editions.

    This year's totals are looked up in the sheet of `values`, its ranks in that of the ranking by `total`.
    """
    history = {unit.code: context.part.history.get(unit.code, ()) for unit in context.units}
    years = sorted({point.year for points in history.values() for point in points})
    if len(years) < 2:
        return None
    columns = (
        *UNIT_COLUMNS,
        *(SheetColumn(total_column(year), f"DTI {year}", DECIMALS) for year in years),
        *(SheetColumn(rank_column(year), f"Hạng {year}") for year in years),
        SheetColumn(CHANGE, f"DTI tăng, giảm so với năm {years[-2]}", DECIMALS, is_signed=True),
    )
    grid = context.grid("Qua các năm", columns, lines=2)
    source = PUBLISHED if context.takes_published else RECOMPUTED
    sources = {total_column(context.part.year): (values, source), rank_column(context.part.year): (total, RANK)}
    rows = [
        _history_row(grid, number, unit, history[unit.code], years, sources)
        for number, unit in enumerate(context.units)
    ]
    lines = _history_lines(grid, history, years)
    return Sheet(
        grid,
        f"DTI và hạng {context.label} các năm {years[0]} đến {years[-1]}",
        columns,
        tuple(rows),
        lines,
        mark=context.mark_of_history,
        notes=(
            *context.group_note,
            UNKNOWN_NOTE,
            f"DTI và hạng năm {context.part.year} là công thức; của các năm trước là giá trị.",
            *_merge_notes(context),
        ),
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
    known = [number for number, row in enumerate(rows) if None not in map(_value, row[totals])][:_LINES_SHOWN]
    series = [
        SheetSeries(
            context.units[number].name,
            grid.elsewhere(grid.fixed_span(first, last, number)),
            grid.elsewhere(grid.fixed_cell(NAME, number)),
        )
        for number in known
    ]
    if None not in map(_value, lines[_MEAN_LINE][totals]):
        series.insert(0, SheetSeries("Trung bình", grid.elsewhere(grid.line_span(first, last, _MEAN_LINE))))
    if not series:
        return ()
    chart = SheetChart(
        SheetChartKind.LINES,
        f"DTI {context.label} qua các năm: {len(known)} đơn vị đứng đầu và trung bình",
        grid.elsewhere(grid.line_span(first, last, _YEAR_LINE)),
        tuple(series),
        "DTI (0 đến 1)",
        "Biểu đồ đường: giá trị DTI qua các năm của những đơn vị đứng đầu và trung bình; số liệu ở bảng bên trái.",
        len(years),
    )
    return (chart,)


def _value(cell: SheetCell) -> SheetCell:
    return cell.value if isinstance(cell, Formula) else cell


def _history_row(
    grid: Grid,
    number: int,
    unit: Unit,
    points: tuple[HistoryPoint, ...],
    years: list[int],
    sources: Mapping[str, tuple[Grid, str]],
) -> tuple[SheetCell, ...]:
    by_year = {point.year: point for point in points}
    totals = [by_year[year].total if year in by_year else None for year in years]
    ranks = [by_year[year].rank if year in by_year else None for year in years]
    found: dict[str, SheetCell] = {CODE: unit.code, NAME: unit.name}
    found |= {total_column(year): total for year, total in zip(years, totals, strict=True)}
    found |= {rank_column(year): rank for year, rank in zip(years, ranks, strict=True)}
    for key, (other, column) in sources.items():
        found[key] = _linked(grid, number, other, column, found.get(key))
    now, before = totals[-1], totals[-2]
    change = None if now is None or before is None else now - before
    cells = (grid.cell(total_column(years[-1]), number), grid.cell(total_column(years[-2]), number))
    found[CHANGE] = Formula(formulas.difference(*cells), change)
    return tuple(found[key] for key in grid.keys)


def _linked(grid: Grid, number: int, other: Grid, column: str, value: SheetCell) -> Formula:
    """The cell of the same unit in `column` of another sheet."""
    found, codes = (other.elsewhere(other.column(key)) for key in (column, CODE))
    cached = value if isinstance(value, Decimal | int) else None
    return Formula(formulas.lookup(found, codes, grid.cell(CODE, number)), cached)


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


def compose_change_sheet(context: GroupContext, total: Grid) -> Sheet | None:
    """Return the change of each rank with its parts and their sum; `None` where nothing is compared.

    Places gained are positive. This year's ranks are looked up in the sheet of the ranking by `total`; the parts of
    changes that do not explain these ranks are unknown.
    """
    if not context.part.earlier:
        return None
    before = context.part.earlier[0].year
    ranks = context.result.total.ranks
    moves = [_Move.of(context, unit, before, ranks.get(unit.code)) for unit in context.units]
    if all(move.before is None or move.now is None for move in moves):
        return None
    columns = (
        *UNIT_COLUMNS,
        SheetColumn(BEFORE, f"Hạng {before}"),
        SheetColumn(NOW, f"Hạng {context.part.year}"),
        SheetColumn(CHANGE, "Thay đổi", is_signed=True),
        *(SheetColumn(key, title, 2, is_signed=True) for key, title in _PARTS),
        SheetColumn(PARTS_SUM, "Cộng các phần", 2, is_signed=True),
        SheetColumn(CHECK, "Kiểm tra"),
    )
    keys = tuple(column.key for column in columns)
    grid = Grid(context.names.name("Thay đổi hạng", context.label), keys, len(moves))
    return Sheet(
        grid,
        context.heading(f"Vì sao hạng thay đổi so với năm {before},"),
        columns,
        tuple(_change_row(grid, number, move, total) for number, move in enumerate(moves)),
        mark=context.mark_of_history,
        notes=(
            *context.group_note,
            "Số bậc tăng (+) hoặc giảm (−): số dương là lên hạng, số âm là xuống hạng.",
            "Mỗi phần là giá trị Shapley: phần thay đổi hạng do riêng nguyên nhân đó, lấy trung bình trên mọi thứ tự "
            "chuyển từ kỳ trước sang kỳ này. Các phần cộng lại đúng bằng thay đổi hạng.",
            f"Hạng {context.part.year} là công thức; hạng {before} và các phần là kết quả đã tính, không đổi khi sửa "
            "điểm tối đa.",
            f"“{NOT_TOLD_APART}”: hai bộ chỉ số không tính được cho cùng số liệu; phần do cách tính nằm trong hai "
            "phần trước.",
            *(() if all(move.change for move in moves) else (_UNEXPLAINED,)),
            *_merge_notes(context),
        ),
        unknown=UNKNOWN,
        frozen=2,
    )


@dataclass(frozen=True, slots=True)
class _Move:
    """A unit's ranks in both editions, and what explains how they differ, if that is known."""

    unit: Unit
    before: int | None
    now: int | None
    change: RankChange | None

    @classmethod
    def of(cls, context: GroupContext, unit: Unit, year: int, now: int | None) -> _Move:
        change = context.part.changes.get(unit.code)
        if change is not None and change.rank_after == now:
            return cls(unit, change.rank_before, now, change)
        return cls(unit, rank_in(context.part, unit.code, year), now, None)


def _change_row(grid: Grid, number: int, move: _Move, total: Grid) -> tuple[SheetCell, ...]:
    change = move.change
    parts = (
        [_part(part) for part in (change.own, change.others, change.method, change.field)] if change else [None] * 4
    )
    gained, parts_sum = grid.cell(CHANGE, number), grid.cell(PARTS_SUM, number)
    span = grid.span(_PARTS[0][0], _PARTS[-1][0], number)
    places = None if move.before is None or move.now is None else move.before - move.now
    return (
        move.unit.code,
        move.unit.name,
        move.before,
        _linked(grid, number, total, RANK, move.now),
        Formula(formulas.difference(grid.cell(BEFORE, number), grid.cell(NOW, number)), places),
        *parts,
        Formula(formulas.sum_of(span), None if change is None else Decimal(-change.total)),
        Formula(formulas.agreement(gained, parts_sum), None if change is None else "khớp"),
    )


def _part(part: Fraction | None) -> SheetCell:
    """A part in places gained."""
    return NOT_TOLD_APART if part is None else Decimal(-part.numerator) / Decimal(part.denominator)


def _merge_notes(context: GroupContext) -> tuple[str, ...]:
    notes = [merge_note(edition.year, edition.merge_rule, edition.merged_units) for edition in context.part.earlier]
    return tuple(note for note in notes if note)
