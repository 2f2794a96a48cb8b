"""The drawing of bars against a goal: a row for each category, its bar, the mark of its goal, its values in words.

From left to right: names, bars on their axis, what was achieved, the goal. The values stand in columns of their own,
whose heads are the legend, so that no label ever meets a bar, a mark or another label.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.chart.axis import Axis, round_axis
from reportgen.chart.columns import SAMPLE_ROOM, SAMPLE_WIDTH, Columns, share_columns
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.looks import BarsAgainstGoalStyle
from reportgen.chart.panels import Panel, PanelRow, pair_by_unit
from reportgen.chart.picture import Box, Line, Mark, Picture, Words
from reportgen.chart.typeset import ASCENT, CAP_HEIGHT, DESCENT, Typeset
from reportgen.chart.words import UNIT, rounding, say_value
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure


def lay_out_bars(
    chart: Chart, *, width: float, style: BarsAgainstGoalStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide and as tall as its rows need.

    Raises:
        ChartShapeError: the table does not suit the kind (see `pair_by_unit`), or `width` leaves no room for bars.
    """
    panels, say = pair_by_unit(chart), rounding(format_quantity, chart.decimals)
    columns = share_columns(panels, width, style, measure, say)
    layout = _Layout(width, style, measure, format_quantity, columns, Typeset(measure, style.line_spacing), say)
    marks: list[Mark] = []
    y = style.margin
    heads: tuple[str, ...] = ()
    # The title of the axis names the unit of a single panel; several panels each say theirs.
    with_unit = len(panels) > 1 or not chart.value_axis
    for panel in panels:
        y += style.panel_gap if marks else 0
        unit = UNIT.format(panel.unit) if with_unit and panel.unit else ""
        y = layout.add_head(marks, y, () if panel.heads == heads else panel.heads, unit)
        y = layout.add_rows(marks, y, panel)
        heads = panel.heads
    if chart.value_axis:
        y = layout.add_axis_title(marks, y, chart.value_axis)
    return Picture(width, y + style.margin, style.background, tuple(marks))


@dataclass(frozen=True, slots=True)
class _RowText:
    """The wrapped words of a row, and how tall the row is."""

    name: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    height: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """Adds the parts of a drawing to its marks, downwards from `y`; the methods return where the part ends."""

    width: float
    style: BarsAgainstGoalStyle
    measure: TextMeasure
    format_quantity: FormatQuantity
    columns: Columns
    typeset: Typeset
    say: FormatQuantity

    def add_head(self, marks: list[Mark], y: float, heads: tuple[str, ...], unit: str) -> float:
        """Add the unit, and the heads of the value columns with samples of their marks; either may be empty."""
        size, style = self.style.value_size, self.style
        lines_of_heads = [
            self.measure.wrap(head, size, right - left - SAMPLE_ROOM * size)
            for head, (left, right) in zip(heads, self.columns.values, strict=False)
        ]
        unit_lines = self.measure.wrap(unit, style.axis_size, self.columns.plot[1] - style.margin) if unit else ()
        count = max((len(unit_lines), *map(len, lines_of_heads)))
        if not count:
            return y
        last = y + self.typeset.height(count, size) - DESCENT * size
        first = last - (len(unit_lines) - 1) * style.line_spacing * style.axis_size
        marks.extend(
            self.typeset.on_baseline(unit_lines, style.margin, first, style.axis_size, style.muted_colour, "left")
        )
        for number, lines in enumerate(lines_of_heads):
            self._add_column_head(marks, number, lines, last)
        return last + DESCENT * size + style.row_padding

    def _add_column_head(self, marks: list[Mark], number: int, lines: tuple[str, ...], last: float) -> None:
        size, style, right = self.style.value_size, self.style, self.columns.values[number][1]
        first = last - (len(lines) - 1) * style.line_spacing * size
        marks.extend(self.typeset.on_baseline(lines, right, first, size, style.text_colour, "right"))
        left = right - self.measure.width(lines[0], size) - SAMPLE_ROOM * size
        middle, end = first - CAP_HEIGHT / 2 * size, left + SAMPLE_WIDTH * size
        if number == 0:
            height = min(style.bar_thickness, 0.75 * size)
            marks.append(Box(left, middle - height / 2, end - left, height, style.bar_colour))
        else:
            half, x = min(style.goal_height, 1.1 * size) / 2, end - style.goal_width
            marks.append(Line(x, middle - half, x, middle + half, style.goal_width, style.goal_colour))

    def add_rows(self, marks: list[Mark], top: float, panel: Panel) -> float:
        """Add the rows of `panel` on their axis, and below them its numbers."""
        texts = [self._row_text(row, panel) for row in panel.rows]
        axis = round_axis(panel.known_values, intervals=self.style.axis_intervals, fits=self._labels_fit)
        bottom = top + sum(text.height for text in texts)
        self._add_grid(marks, top, bottom, axis, [text.height for text in texts])
        y = top
        for row, text in zip(panel.rows, texts, strict=True):
            middle = y + text.height / 2
            self._add_row_words(marks, middle, row, text)
            self._add_row_marks(marks, middle, row, axis)
            y += text.height
        zero = self._x(axis, Decimal(0))
        marks.append(Line(zero, top, zero, bottom, self.style.baseline_width, self.style.baseline_colour))
        return self._add_tick_labels(marks, bottom, axis)

    def add_axis_title(self, marks: list[Mark], y: float, title: str) -> float:
        """Add the title of the value axis, centred below the bars."""
        size, (left, right) = self.style.axis_size, self.columns.plot
        lines = self.measure.wrap(title, size, right - left)
        first = y + ASCENT * size
        marks.extend(
            self.typeset.on_baseline(lines, (left + right) / 2, first, size, self.style.muted_colour, "center")
        )
        return y + self.typeset.height(len(lines), size)

    def _row_text(self, row: PanelRow, panel: Panel) -> _RowText:
        left, right = self.columns.names
        name = self.measure.wrap(row.category, self.style.name_size, right - left)
        values = tuple(
            self.measure.wrap(say_value(value, panel.unit, self.say), self.style.value_size, end - start)
            for value, _, (start, end) in zip(row.values, panel.heads, self.columns.values, strict=False)
        )
        tallest = max(
            self.typeset.height(len(name), self.style.name_size),
            *(self.typeset.height(len(lines), self.style.value_size) for lines in values),
            self.style.goal_height,
        )
        return _RowText(name, values, tallest + 2 * self.style.row_padding)

    def _add_row_words(self, marks: list[Mark], middle: float, row: PanelRow, text: _RowText) -> None:
        style = self.style
        marks.extend(
            self.typeset.centred(text.name, self.columns.names[0], middle, style.name_size, style.text_colour, "left")
        )
        for value, lines, (_, right) in zip(row.values, text.values, self.columns.values, strict=False):
            colour = style.muted_colour if value is None else style.text_colour
            marks.extend(self.typeset.centred(lines, right, middle, style.value_size, colour, "right"))

    def _add_row_marks(self, marks: list[Mark], middle: float, row: PanelRow, axis: Axis) -> None:
        style = self.style
        if row.achieved is not None:
            zero, end = self._x(axis, Decimal(0)), self._x(axis, row.achieved)
            # A value other than zero stays visible beside the base line, however small.
            width = max(abs(end - zero), 1.5 * style.baseline_width) if row.achieved else 0.0
            left, top = zero if row.achieved >= 0 else zero - width, middle - style.bar_thickness / 2
            marks.append(Box(left, top, width, style.bar_thickness, style.bar_colour, row.category))
        if row.goal is not None:
            x, half = self._x(axis, row.goal), style.goal_height / 2
            halo = style.goal_width + 2 * style.halo_width
            marks.append(Line(x, middle - half, x, middle + half, halo, style.halo_colour))
            marks.append(Line(x, middle - half, x, middle + half, style.goal_width, style.goal_colour))

    def _x(self, axis: Axis, value: Decimal) -> float:
        left, right = self.columns.plot
        return left + axis.share(value) * (right - left)

    def _add_grid(self, marks: list[Mark], top: float, bottom: float, axis: Axis, heights: list[float]) -> None:
        width, colour = self.style.grid_width, self.style.grid_colour
        y = top
        for height in (0.0, *heights):
            y += height
            marks.append(Line(self.style.margin, y, self.width - self.style.margin, y, width, colour))
        for tick in axis.ticks:
            x = self._x(axis, tick)
            marks.append(Line(x, top, x, bottom, width, colour))

    def _tick_label(self, tick: Decimal) -> str:
        return self.measure.drawable(self.format_quantity(tick, ""))

    def _labels_fit(self, axis: Axis) -> bool:
        size, (left, right) = self.style.axis_size, self.columns.plot
        widest = max(self.measure.width(self._tick_label(tick), size) for tick in axis.ticks)
        return widest + 0.7 * size <= (right - left) / (len(axis.ticks) - 1)

    def _add_tick_labels(self, marks: list[Mark], y: float, axis: Axis) -> float:
        size = self.style.axis_size
        base = y + ASCENT * size
        for tick in axis.ticks:
            label = self._tick_label(tick)
            marks.append(Words(self._x(axis, tick), base, label, size, self.style.muted_colour, "center"))
        return base + DESCENT * size
