"""The drawing of a heat map: a row for each category, a column for each series, in each cell a shade and a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.chart.colour import readable_ink, shade
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.groups import Fill, group_entries, group_fills, stripes
from reportgen.chart.legend import Entry, add_legend, hatched, unknown_entry, words_entry
from reportgen.chart.looks import HeatMapStyle
from reportgen.chart.picture import Box, Mark, Picture
from reportgen.chart.rows import Rows, fit_rows
from reportgen.chart.scale import ordered
from reportgen.chart.shape import check_shape
from reportgen.chart.typeset import ASCENT, DESCENT, Typeset
from reportgen.chart.words import DASH, rounding
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_IN_CELL = 0.5  # the least room beside a number, and between the heads of columns, as a share of the letter size
_STEPS_SHOWN = 48  # of the ramp, in the legend
_RAMP_WIDTH = 11.0  # its width there, as a share of the letter size
_BAND_GAP = 2.0  # points between the band of a group and the name


def lay_out_heat_map(
    chart: Chart, *, width: float, style: HeatMapStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide.

    All cells share one scale: from the lowest to the highest value, or between the chart's limits.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` is too narrow for the numbers.
    """
    check_shape(chart)
    typeset, write = Typeset(measure, style.line_spacing), rounding(format_quantity, chart.decimals)
    fills = group_fills(chart, style)
    low, high = chart.limits or _ends(chart)
    left, right = style.margin, width - style.margin
    band = style.group_width + _BAND_GAP if fills else 0.0
    legend: list[Mark] = []
    legend_height = add_legend(
        legend, 0.0, _entries(chart, style, write, fills, low, high), left=0.0, right=right - left,
        size=style.axis_size, typeset=typeset, style=style,
    )  # fmt: skip

    def fit(room: float) -> tuple[Rows, float, list[tuple[str, ...]]]:
        rows = fit_rows(chart.categories, inner=right - left - band, room=room, style=style, typeset=typeset)
        start = left + band + rows.name_width + style.column_gap / 2
        column = (right - start) / len(chart.series)
        if column <= _IN_CELL * style.axis_size:
            raise ChartShapeError(f"{width:.0f} points are too narrow for {len(chart.series)} columns")
        heads = [
            measure.wrap(series.name, style.axis_size, column - _IN_CELL * style.axis_size) for series in chart.series
        ]
        return rows, start, heads

    others = 2 * style.margin + legend_height + style.column_gap / 2
    # The heads are as tall as the width of the names leaves them: a first fit tells it, well enough.
    _, _, heads = fit(style.tallest)
    head_height = typeset.height(max(map(len, heads)), style.axis_size)
    rows, start, heads = fit(style.tallest - others - head_height)
    head_height = typeset.height(max(map(len, heads)), style.axis_size)
    layout = _Layout(chart, style, typeset, write, rows, fills, low, high)
    marks: list[Mark] = []
    column = (right - start) / len(chart.series)
    marks.extend(layout.heads(heads, style.margin + head_height, start, column))
    top = style.margin + head_height + DESCENT * style.axis_size
    marks.extend(layout.names(top, left, band))
    marks.extend(layout.cells(top, start, column))
    bottom = top + sum(rows.heights) + style.column_gap / 2
    end = add_legend(
        marks, bottom, _entries(chart, style, write, fills, low, high), left=left, right=right,
        size=style.axis_size, typeset=typeset, style=style,
    )  # fmt: skip
    return Picture(width, end + style.margin, style.background, tuple(marks))


def _ends(chart: Chart) -> tuple[Decimal, Decimal]:
    known = ordered(value for series in chart.series for value in series.values)
    return known[0], known[-1]


@dataclass(frozen=True, slots=True)
class _Layout:
    chart: Chart
    style: HeatMapStyle
    typeset: Typeset
    write: FormatQuantity
    rows: Rows
    fills: Mapping[str, Fill]
    low: Decimal
    high: Decimal

    def heads(self, heads: list[tuple[str, ...]], bottom: float, start: float, column: float) -> Iterator[Mark]:
        """Yield the names of the series, each above the middle of its column, their last lines at one height."""
        style, size = self.style, self.style.axis_size
        for number, lines in enumerate(heads):
            x, first = start + (number + 0.5) * column, bottom - self.typeset.height(len(lines), size) + ASCENT * size
            yield from self.typeset.on_baseline(lines, x, first, size, style.text_colour, "center")

    def names(self, top: float, left: float, band: float) -> Iterator[Mark]:
        """Yield the names of the categories with the bands of their groups."""
        style, rows = self.style, self.rows
        for place, (middle, height) in enumerate(rows.middles(top)):
            if self.fills:
                group = self.chart.groups[place]
                y, fill = middle - height / 2, self.fills[group]
                yield Box(left, y, style.group_width, height, fill.colour)
                yield from stripes(
                    left,
                    y,
                    style.group_width,
                    height,
                    fill,
                    gap=style.hatch_gap,
                    stroke=0.8,
                    colour=style.halo_colour,
                )
            yield from self.typeset.centred(
                rows.names[place], left + band, middle, rows.size, style.text_colour, "left"
            )

    def cells(self, top: float, start: float, column: float) -> Iterator[Mark]:
        """Yield the cells with their numbers, row by row."""
        style, rows, gap, measure = self.style, self.rows, self.style.cell_gap, self.typeset.measure
        for place, (middle, height) in enumerate(rows.middles(top)):
            for number, series in enumerate(self.chart.series):
                x, y, value = start + number * column, middle - height / 2, series.values[place]
                label = f"{self.chart.categories[place]}, {series.name}"
                if value is None:
                    yield from hatched(x + gap, y + gap, column - 2 * gap, height - 2 * gap, style, label)
                    text, ink = DASH, style.muted_colour
                else:
                    colour = self._shade(value)
                    yield Box(x + gap / 2, y + gap / 2, column - gap, height - gap, colour, label)
                    text, ink = measure.drawable(self.write(value, "")), self._ink(colour)
                if measure.width(text, rows.size) + _IN_CELL * rows.size > column:
                    raise ChartShapeError(f"{column:.0f} points are too narrow for the number {text}")
                yield from self.typeset.centred((text,), x + column / 2, middle, rows.size, ink, "center")

    def _shade(self, value: Decimal) -> str:
        return shade(self.style.ramp, share_between(value, self.low, self.high))

    def _ink(self, ground: str) -> str:
        return readable_ink(ground, self.style.text_colour, self.style.light_ink)


def share_between(value: Decimal, low: Decimal, high: Decimal) -> float:
    """Return where `value` lies from `low` (0) to `high` (1); in the middle if the two are one."""
    return 0.5 if low == high else float((value - low) / (high - low))


def _entries(
    chart: Chart, style: HeatMapStyle, write: FormatQuantity, fills: Mapping[str, Fill], low: Decimal, high: Decimal
) -> Iterator[Entry]:
    """Yield the legend: what the shades mean, what is unknown, the reference value, the groups."""

    def ramp(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        step = (right - left) / _STEPS_SHOWN
        for place in range(_STEPS_SHOWN):
            colour = shade(style.ramp, place / (_STEPS_SHOWN - 1))
            # A little wider than the step, so that no gap shows between two of them.
            yield Box(left + place * step, middle - 0.4 * size, step * 1.2, 0.8 * size, colour)

    unit = chart.series[0].unit
    if chart.value_axis:
        yield words_entry(f"{chart.value_axis}:")
    if low == high:
        yield words_entry(write(low, unit))
    else:
        yield words_entry(write(low, unit))
        yield Entry(write(high, unit), ramp, _RAMP_WIDTH)
    if any(None in series.values for series in chart.series):
        yield unknown_entry(style)
    if chart.reference is not None:
        yield words_entry(f"{chart.reference.name}: {write(chart.reference.value, unit)}")
    yield from group_entries(fills, style, gap=style.hatch_gap, stroke=0.8)
