"""The drawing of ranked bars: rank, name, bar and value of each category, the mean as a dashed line across."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.groups import Fill, group_entries, group_fills, stripes
from reportgen.chart.legend import REFERENCE_DASH, add_legend
from reportgen.chart.looks import RankedBarsStyle
from reportgen.chart.picture import Align, Box, Line, Mark, Picture, Words
from reportgen.chart.ranks import ranks_of
from reportgen.chart.rows import Rows, fit_rows, said_on_plot
from reportgen.chart.scale import Scale, axis_across, title_of_axis
from reportgen.chart.shape import check_shape
from reportgen.chart.typeset import ASCENT, Typeset
from reportgen.chart.words import UNKNOWN, rounding, say_value
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_LEAST_PLOT = 60.0  # points; narrower, bars say nothing
_RANK_GAP = 0.6  # between rank and name, as a share of the letter size


def lay_out_ranked_bars(
    chart: Chart, *, width: float, style: RankedBarsStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for bars.
    """
    check_shape(chart)
    typeset = Typeset(measure, style.line_spacing)
    fills = group_fills(chart, style)
    marks: list[Mark] = []
    left, right, size = style.margin, width - style.margin, style.axis_size
    entries = group_entries(fills, style, gap=style.stripe_gap, stroke=style.stripe_width)
    top = add_legend(marks, style.margin, entries, left=left, right=right, size=size, typeset=typeset, style=style)
    top += style.column_gap / 2 if fills else 0
    top += typeset.height(1, size) if chart.reference else 0
    # The labels and the title of the axis come below the rows; a title of more lines makes the drawing taller.
    room = style.tallest - top - 2 * typeset.height(1, size) - style.margin
    rows = fit_rows(chart.categories, inner=right - left, room=room, style=style, typeset=typeset)
    layout = _Layout(chart, style, typeset, rounding(format_quantity, chart.decimals), format_quantity, rows, fills)
    bottom = layout.add_rows(marks, top, left, right)
    return Picture(width, bottom + style.margin, style.background, tuple(marks))


@dataclass(frozen=True, slots=True)
class _Layout:
    chart: Chart
    style: RankedBarsStyle
    typeset: Typeset
    write: FormatQuantity
    write_tick: FormatQuantity
    rows: Rows
    fills: Mapping[str, Fill]

    def add_rows(self, marks: list[Mark], top: float, left: float, right: float) -> float:
        """Add the rows between `left` and `right`, with their axis; return where its title ends."""
        style, rows, measure = self.style, self.rows, self.typeset.measure
        series = self.chart.series[0]
        ranks = ["" if rank is None else str(rank) for rank in ranks_of(self.chart)]
        said = [measure.drawable(say_value(value, series.unit, self.write)) for value in series.values]
        rank_end = left + max(measure.width(rank, rows.size) for rank in ranks)
        names = rank_end + _RANK_GAP * rows.size
        widest = max(
            measure.width(words, rows.size) for words, value in zip(said, series.values, strict=True)
            if value is not None
        )  # fmt: skip
        start, end = names + rows.name_width + style.column_gap, right - widest - style.column_gap
        if end - start < max(_LEAST_PLOT, measure.width(UNKNOWN, rows.size) + 6 if None in series.values else 0):
            raise ChartShapeError(f"{right - left:.0f} points are too narrow for this chart")
        scale = self._scale(start, end)
        bottom = top + sum(rows.heights)
        marks.extend(self._grid(top, bottom, left, right, scale))
        for place, (middle, height) in enumerate(rows.middles(top)):
            colour = style.text_colour
            marks.append(self._word(ranks[place], rank_end, middle, style.muted_colour, "right"))
            marks.extend(self.typeset.centred(rows.names[place], names, middle, rows.size, colour, "left"))
            value = series.values[place]
            if value is None:
                marks.extend(said_on_plot(said[place], start, middle, rows.size, style, self.typeset))
            else:
                marks.append(self._word(said[place], right, middle, colour, "right"))
                marks.extend(self._bar(place, value, middle, height, scale))
        marks.append(Line(scale.base, top, scale.base, bottom, style.baseline_width, style.baseline_colour))
        marks.extend(self._reference(top, bottom, left, right, scale))
        return self._add_axis(marks, bottom, scale)

    def _word(self, text: str, x: float, middle: float, colour: str, align: Align) -> Words:
        (word,) = self.typeset.centred((text,), x, middle, self.rows.size, colour, align)
        return word

    def _scale(self, start: float, end: float) -> Scale:
        axis = axis_across(
            self.chart,
            end - start,
            intervals=self.style.axis_intervals,
            size=self.style.axis_size,
            typeset=self.typeset,
            format_quantity=self.write_tick,
        )
        return Scale(axis, start, end)

    def _grid(self, top: float, bottom: float, left: float, right: float, scale: Scale) -> Iterator[Mark]:
        width, colour = self.style.grid_width, self.style.grid_colour
        for tick in scale.axis.ticks:
            yield Line(scale.at(tick), top, scale.at(tick), bottom, width, colour)
        y = top
        for height in (0.0, *self.rows.heights):
            y += height
            yield Line(left, y, right, y, width, colour)

    def _bar(self, place: int, value: Decimal, middle: float, height: float, scale: Scale) -> Iterator[Mark]:
        style = self.style
        fill = self.fills[self.chart.groups[place]] if self.fills else Fill(style.series_colours[0], is_striped=False)
        end, thickness = scale.at(value), height * style.bar_share
        # A value other than zero stays visible beside the base line, however small.
        width = max(abs(end - scale.base), 1.5 * style.baseline_width) if value else 0.0
        x, y = scale.base if end >= scale.base else scale.base - width, middle - thickness / 2
        yield Box(x, y, width, thickness, fill.colour, self.chart.categories[place])
        yield from stripes(
            x, y, width, thickness, fill, gap=style.stripe_gap, stroke=style.stripe_width, colour=style.halo_colour
        )

    def _reference(self, top: float, bottom: float, left: float, right: float, scale: Scale) -> Iterator[Mark]:
        reference, style, size = self.chart.reference, self.style, self.style.axis_size
        if reference is None:
            return
        x, measure = scale.at(reference.value), self.typeset.measure
        value = self.write(reference.value, self.chart.series[0].unit)
        words = measure.drawable(f"{reference.name}: {value}")
        yield Line(x, top, x, bottom, style.reference_width + 2 * style.halo_width, style.halo_colour)
        yield Line(x, top, x, bottom, style.reference_width, style.reference_colour, REFERENCE_DASH, reference.name)
        half = measure.width(words, size) / 2
        middle = min(max(x, left + half), right - half)
        baseline = top - self.typeset.height(1, size) + ASCENT * size
        yield Words(middle, baseline, words, size, style.text_colour, "center")

    def _add_axis(self, marks: list[Mark], y: float, scale: Scale) -> float:
        size, style, typeset = self.style.axis_size, self.style, self.typeset
        for tick in scale.axis.ticks:
            label = typeset.measure.drawable(self.write_tick(tick, ""))
            marks.extend(typeset.below((label,), scale.at(tick), y, size, style.muted_colour, "center"))
        y += typeset.height(1, size)
        title = title_of_axis(self.chart)
        if not title:
            return y
        lines = typeset.measure.wrap(title, size, scale.end - scale.start)
        marks.extend(typeset.below(lines, (scale.start + scale.end) / 2, y, size, style.muted_colour, "center"))
        return y + typeset.height(len(lines), size)
