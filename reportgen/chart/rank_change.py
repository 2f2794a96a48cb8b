"""The drawing of a change of rank: from a hollow circle, the rank before, an arrow leads to the rank now.

Who rose has a blue arrow to the left, towards the first rank, and "▲"; who fell an orange one to the right and "▼".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from reportgen.chart.axis import Axis, limited_axis
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import Entry, Sample, add_legend, words_entry
from reportgen.chart.looks import RankChangeStyle
from reportgen.chart.picture import Circle, Line, Mark, Picture, Polygon
from reportgen.chart.rows import Rows, fit_rows, said_on_plot
from reportgen.chart.scale import Scale, known_values
from reportgen.chart.shape import check_shape
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import DASH, UNKNOWN
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

CHANGE: Final = "Thay đổi"
_RISEN, _FALLEN, _STILL, _NEW = "tăng hạng", "giảm hạng", "giữ hạng", "chưa biết hạng trước"
_FIRST = Decimal(1)
_LEAST_PLOT = 70.0
_RADIUS = 0.8  # of the circle, as a share of half the height of an arrow's head
_SHORTEST_HEAD = 1.5  # points
_ARROW = 1.15  # how long an arrow's head is, as a share of its height
_COLUMN_GAP = 0.9  # between the columns of ranks, as a share of the letter size
_SIGN = 1.0  # the room of "▲" beside the change, as a share of the letter size


def lay_out_rank_change(
    chart: Chart, *, width: float, style: RankChangeStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for the arrows.
    """
    check_shape(chart)
    typeset = Typeset(measure, style.line_spacing)
    left, right, size = style.margin, width - style.margin, style.axis_size
    marks: list[Mark] = []
    top = add_legend(
        marks, style.margin, _entries(chart, style), left=left, right=right, size=size, typeset=typeset, style=style
    )
    heads = (*(series.name for series in chart.series), CHANGE)
    longest = max(measure.width(measure.drawable(head), size) for head in heads)
    column = min(longest, 0.11 * (right - left))
    lines = [measure.wrap(head, size, column) for head in heads]
    head_height = typeset.height(max(map(len, lines)), size)
    room = style.tallest - top - head_height - typeset.height(1, size) - 2 * style.margin
    rows = fit_rows(chart.categories, inner=right - left, room=room, style=style, typeset=typeset)
    said = [DASH if v is None else format_quantity(v, "") for series in chart.series for v in series.values]
    widest = max(measure.width(measure.drawable(rank), rows.size) for rank in said)
    layout = _Layout(chart, style, typeset, format_quantity, rows, widest)
    ends = layout.column_ends(right, column)
    start = left + rows.name_width + style.column_gap
    stop = ends[0] - max(column, layout.widest_rank) - style.column_gap
    if stop - start < _LEAST_PLOT:
        raise ChartShapeError(f"{width:.0f} points are too narrow for this chart")
    for words, end in zip(lines, ends, strict=True):
        first = top + head_height - typeset.height(len(words), size)
        marks.extend(typeset.below(words, end, first, size, style.text_colour, "right"))
    bottom = layout.add_rows(marks, top + head_height, left, right, layout.scale(start, stop), ends)
    return Picture(width, bottom + style.margin, style.background, tuple(marks))


@dataclass(frozen=True, slots=True)
class _Layout:
    chart: Chart
    style: RankChangeStyle
    typeset: Typeset
    format_quantity: FormatQuantity
    rows: Rows
    widest_rank: float

    def column_ends(self, right: float, column: float) -> tuple[float, float, float]:
        """Return the right ends of the columns: rank before, rank now, change."""
        size = self.rows.size
        wide = max(column, self.widest_rank)
        change = max(column, self.widest_rank + _SIGN * size)
        now = right - change - _COLUMN_GAP * size
        return now - wide - _COLUMN_GAP * size, now, right

    def scale(self, start: float, stop: float) -> Scale:
        """Return the scale from the first rank, at the left, to the last."""
        low, high = self.chart.limits or (_FIRST, max(*known_values(self.chart), _FIRST + 1))
        size, measure = self.style.axis_size, self.typeset.measure

        def fits(axis: Axis) -> bool:
            widest = max(measure.width(self._write(tick), size) for tick in axis.ticks)
            whole = all(tick == tick.to_integral_value() for tick in axis.ticks)
            step = (axis.ticks[1] - axis.ticks[0]) / (axis.high - axis.low)
            return whole and widest + 0.7 * size <= (stop - start) * float(step)

        axis = limited_axis((low, high), intervals=self.style.axis_intervals, fits=fits)
        # The first rank has its number even if it is no round one, where there is room for it.
        if axis.ticks[0] != low and axis.share(axis.ticks[0]) * (stop - start) >= 2 * size:
            axis = Axis(axis.low, axis.high, (low, *axis.ticks))
        # An arrow's head or a circle at either end stays inside.
        edge = self.rows.size / 2
        return Scale(axis, start + edge, stop - edge)

    def add_rows(
        self, marks: list[Mark], top: float, left: float, right: float, scale: Scale, ends: tuple[float, float, float]
    ) -> float:
        """Add the rows with their axis; return where its labels end."""
        style, rows = self.style, self.rows
        bottom = top + sum(rows.heights)
        upright = map(scale.at, scale.axis.ticks)
        marks.extend(Line(x, top, x, bottom, style.grid_width, style.grid_colour) for x in upright)
        y = top
        for height in (0.0, *rows.heights):
            y += height
            marks.append(Line(left, y, right, y, style.grid_width, style.grid_colour))
        before, now = (series.values for series in self.chart.series)
        for place, (middle, height) in enumerate(rows.middles(top)):
            move = _Move(before[place], now[place], style)
            marks.extend(self.typeset.centred(rows.names[place], left, middle, rows.size, style.text_colour, "left"))
            marks.extend(self._move(move, middle, height, scale, self.chart.categories[place]))
            marks.extend(self._numbers(move, middle, ends))
        size = style.axis_size
        for tick in scale.axis.ticks:
            label = (self._write(tick),)
            marks.extend(self.typeset.below(label, scale.at(tick), bottom, size, style.muted_colour, "center"))
        end = bottom + self.typeset.height(1, size)
        if not self.chart.value_axis:
            return end
        lines = self.typeset.measure.wrap(self.chart.value_axis, size, scale.end - scale.start)
        middle_of_axis = (scale.start + scale.end) / 2
        marks.extend(self.typeset.below(lines, middle_of_axis, end, size, style.muted_colour, "center"))
        return end + self.typeset.height(len(lines), size)

    def _move(self, move: _Move, middle: float, height: float, scale: Scale, label: str) -> Iterator[Mark]:
        style, half = self.style, height * self.style.mark_share / 2
        if move.before is None and move.now is None:
            yield from said_on_plot(UNKNOWN, scale.start, middle, self.rows.size, style, self.typeset)
            return
        radius, head = half * _RADIUS, _ARROW * 2 * half
        if move.change and move.before is not None and move.now is not None:
            start, end = scale.at(move.before), scale.at(move.now)
            # A short way has a short head, so that the circle is seen; the line ends inside the head.
            head = min(head, max(abs(end - start) - radius, _SHORTEST_HEAD))
            stop = end + head / 2 * (1 if move.change > 0 else -1)
            yield Line(start, middle, stop, middle, style.move_width, move.colour, label=label)
        if move.before is not None and move.change != 0:
            yield _hollow(scale.at(move.before), middle, radius, move.colour, style)
        if move.now is not None:
            yield _head(scale.at(move.now), middle, half, head, move, label)

    def _numbers(self, move: _Move, middle: float, ends: tuple[float, float, float]) -> Iterator[Mark]:
        size, style = self.rows.size, self.style
        for value, end in zip((move.before, move.now), ends, strict=False):
            colour = style.muted_colour if value is None else style.text_colour
            yield from self.typeset.centred((self._write(value),), end, middle, size, colour, "right")
        change = self._write(None if move.change is None else abs(move.change))
        colour = style.muted_colour if move.change is None else style.text_colour
        yield from self.typeset.centred((change,), ends[2], middle, size, colour, "right")
        if move.change:
            x = ends[2] - self.widest_rank - _SIGN * size / 2
            yield _sign(x, middle, size, move)

    def _write(self, value: Decimal | None) -> str:
        return DASH if value is None else self.typeset.measure.drawable(self.format_quantity(value, ""))


@dataclass(frozen=True, slots=True)
class _Move:
    """From one rank to another; `change` is positive for a rise, `None` if one of them is unknown."""

    before: Decimal | None
    now: Decimal | None
    style: RankChangeStyle

    @property
    def change(self) -> Decimal | None:
        return None if self.before is None or self.now is None else self.before - self.now

    @property
    def colour(self) -> str:
        if not self.change:
            return self.style.still_colour
        return self.style.riser_colour if self.change > 0 else self.style.faller_colour


def _hollow(x: float, y: float, radius: float, colour: str, style: RankChangeStyle) -> Circle:
    return Circle(x, y, radius, style.background, colour, style.move_width * 0.7)


def _head(x: float, y: float, half: float, length: float, move: _Move, label: str = "") -> Mark:
    """Return the mark of the rank now: an arrow's head whose point is there, a dot, or a diamond for a new one."""
    if move.change is None:
        return _diamond(x, y, half, move.style, label)
    if move.change == 0:
        return Circle(x, y, half * 0.75, move.colour, label=label)
    back = x + length * (1 if move.change > 0 else -1)
    return Polygon(((x, y), (back, y - half), (back, y + half)), move.colour, label=label)


def _diamond(x: float, y: float, half: float, style: RankChangeStyle, label: str = "") -> Polygon:
    return Polygon(((x, y - half), (x + half, y), (x, y + half), (x - half, y)), style.muted_colour, label=label)


def _sign(x: float, middle: float, size: float, move: _Move) -> Polygon:
    half, height = 0.32 * size, 0.55 * size
    up = 1 if move.change and move.change > 0 else -1
    tip, foot = middle - up * height / 2, middle + up * height / 2
    return Polygon(((x, tip), (x - half, foot), (x + half, foot)), move.colour)


def _entries(chart: Chart, style: RankChangeStyle) -> Iterator[Entry]:
    before, now = (series.values for series in chart.series)

    def hollow(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        yield _hollow((left + right) / 2, middle, 0.3 * size, style.still_colour, style)

    def arrow(move: _Move) -> Sample:
        def sample(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
            tip = left if move.change and move.change > 0 else right
            yield Line(left, middle, right, middle, style.move_width, move.colour)
            yield _head(tip, middle, 0.34 * size, _ARROW * 0.68 * size, move)

        return sample

    def dot(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        yield _head((left + right) / 2, middle, 0.34 * size, 0.0, _Move(_FIRST, _FIRST, style))

    def new(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        yield _diamond((left + right) / 2, middle, 0.34 * size, style)

    yield Entry(chart.series[0].name, hollow, 0.9)
    yield Entry(f"{chart.series[1].name}, {_RISEN}", arrow(_Move(_FIRST + 1, _FIRST, style)), 2.0)
    yield Entry(_FALLEN, arrow(_Move(_FIRST, _FIRST + 1, style)), 2.0)
    yield Entry(_STILL, dot, 0.9)
    if any(then is None and value is not None for then, value in zip(before, now, strict=True)):
        yield Entry(_NEW, new, 0.9)
    if any(value is None for value in (*before, *now)):
        yield words_entry(f"{DASH}: {UNKNOWN}")
