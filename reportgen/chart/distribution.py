"""The drawing of a distribution: a column for each class of values, the number of units on top of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.groups import Fill, group_entries, group_fills, stripes
from reportgen.chart.legend import add_legend, words_entry
from reportgen.chart.looks import DistributionStyle
from reportgen.chart.picture import Box, Line, Mark, Picture
from reportgen.chart.scale import Scale, axis_up, title_of_axis
from reportgen.chart.shape import check_shape
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import UNKNOWN, rounding
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_LEAST_SLOT = 16.0  # points
_AFTER_LABEL = 0.8  # between the axis and its numbers, as a share of the letter size
_BETWEEN_NAMES = 0.5
_STRIPE_GAP, _STRIPE = 4.0, 0.9


def lay_out_distribution(
    chart: Chart, *, width: float, style: DistributionStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for its columns.
    """
    check_shape(chart)
    typeset, write = Typeset(measure, style.line_spacing), rounding(format_quantity, chart.decimals)
    series, fills = chart.series[0], group_fills(chart, style)
    left, right, size = style.margin, width - style.margin, style.axis_size
    marks: list[Mark] = []
    entries = list(group_entries(fills, style, gap=_STRIPE_GAP, stroke=_STRIPE))
    if chart.reference is not None:
        entries.append(words_entry(f"{chart.reference.name}: {write(chart.reference.value, '')}"))
    top = add_legend(marks, style.margin, entries, left=left, right=right, size=size, typeset=typeset, style=style)
    title = measure.wrap(title_of_axis(chart), size, right - left)
    marks.extend(typeset.below(title, left, top, size, style.muted_colour, "left"))
    # The number on the tallest column stands above the axis.
    top += typeset.height(len(title), size) + typeset.height(1, style.value_size)
    bottom = top + style.plot_height
    # The reference is a value of the units, not a count of them.
    axis = axis_up(replace(chart, reference=None), style.plot_height, intervals=style.axis_intervals, size=size)
    scale = Scale(axis, bottom, top)
    labels = [measure.drawable(format_quantity(tick, "")) for tick in axis.ticks]
    start = left + max(measure.width(label, size) for label in labels) + _AFTER_LABEL * size
    slot = (right - start) / len(chart.categories)
    if slot < _LEAST_SLOT:
        raise ChartShapeError(f"{width:.0f} points are too narrow for {len(chart.categories)} columns")
    for tick, label in zip(axis.ticks, labels, strict=True):
        y = scale.at(tick)
        marks.append(Line(start, y, right, y, style.grid_width, style.grid_colour))
        marks.extend(typeset.centred((label,), start - _AFTER_LABEL * size / 2, y, size, style.muted_colour, "right"))
    names = [measure.wrap(name, size, slot - _BETWEEN_NAMES * size) for name in chart.categories]
    for place, value in enumerate(series.values):
        x, thickness = start + (place + 0.5) * slot, slot * style.column_share
        marks.extend(typeset.below(names[place], x, bottom + 0.2 * size, size, style.text_colour, "center"))
        if value is None:
            said = measure.wrap(UNKNOWN, size, slot - _BETWEEN_NAMES * size)
            y = bottom - typeset.height(len(said), size) - 0.2 * size
            marks.extend(typeset.below(said, x, y, size, style.muted_colour, "center"))
            continue
        fill = fills[chart.groups[place]] if fills else Fill(style.series_colours[0], is_striped=False)
        y = scale.at(value)
        box = Box(x - thickness / 2, y, thickness, bottom - y, fill.colour, chart.categories[place])
        marks.append(box)
        marks.extend(
            stripes(box.x, y, thickness, box.height, fill, gap=_STRIPE_GAP, stroke=_STRIPE, colour=style.halo_colour)
        )
        said = (measure.drawable(format_quantity(value, "")),)
        above = y - typeset.height(1, style.value_size)
        # A halo keeps the line of the grid out of the number.
        halo = measure.width(said[0], style.value_size)
        marks.append(Box(x - halo / 2, above, halo, y - above - style.baseline_width, style.background))
        marks.extend(typeset.below(said, x, above, style.value_size, style.text_colour, "center"))
    marks.append(Line(start, bottom, right, bottom, style.baseline_width, style.baseline_colour))
    end = bottom + 0.2 * size + typeset.height(max(map(len, names)), size)
    return Picture(width, end + style.margin, style.background, tuple(marks))
