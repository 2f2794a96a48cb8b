"""The drawing of a tile map: a tile for each category at its place, its shade the class of its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from reportgen.chart.axis import iter_round_steps
from reportgen.chart.colour import readable_ink, shade
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import Entry, Sample, add_legend, boxed, hatched, unknown_entry, words_entry
from reportgen.chart.looks import TileMapStyle
from reportgen.chart.picture import Box, Mark, Picture
from reportgen.chart.scale import ordered
from reportgen.chart.shape import check_shape
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import DASH, rounding
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_INSIDE = 2.0  # points between a tile's edge and its words
_LEAST_TILE = 18.0  # points
_SIZE_STEP = 0.25


def lay_out_tile_map(
    chart: Chart, *, width: float, style: TileMapStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide: its tiles in the middle, the legend below.

    Names stand in their tiles in the largest letters that fit all of them. If not even the smallest do, the tiles
    get taller.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for the tiles.
    """
    check_shape(chart)
    typeset, write = Typeset(measure, style.line_spacing), rounding(format_quantity, chart.decimals)
    classes = shade_classes(chart, style.shade_classes)
    # Empty columns at the left and rows above are not drawn.
    first_column, first_row = (min(tile[place] for tile in chart.tiles) for place in (0, 1))
    columns, rows = (max(tile[place] for tile in chart.tiles) + 1 for place in (0, 1))
    across = min(style.tile_width, (width - 2 * style.margin) / (columns - first_column))
    if across < _LEAST_TILE:
        raise ChartShapeError(f"{width:.0f} points are too narrow for {columns - first_column} columns of tiles")
    said = [DASH if value is None else measure.drawable(write(value, "")) for value in chart.series[0].values]
    inner = across - style.tile_gap - 2 * _INSIDE
    legend_room = 3 * typeset.height(1, style.axis_size) + style.column_gap
    down = min(style.tile_height, (style.tallest - legend_room) / (rows - first_row))
    size, names, words_height = _fit_names(chart, inner, down - style.tile_gap, style, typeset)
    down = max(down, words_height + style.tile_gap)
    left = (width - across * (columns - first_column)) / 2
    marks: list[Mark] = []
    for place, (column, row) in enumerate(chart.tiles):
        x = left + (column - first_column) * across + style.tile_gap / 2
        y = style.margin + (row - first_row) * down + style.tile_gap / 2
        value, label = chart.series[0].values[place], chart.categories[place]
        wide, tall = across - style.tile_gap, down - style.tile_gap
        if value is None:
            marks.extend(hatched(x, y, wide, tall, style, label))
            ink = style.text_colour
        else:
            colour = classes.colour_of(value, style.ramp)
            marks.append(Box(x, y, wide, tall, colour, label))
            ink = readable_ink(colour, style.text_colour, style.light_ink)
        value_size = min(style.value_size, style.value_size * inner / measure.width(said[place], style.value_size))
        name_height = typeset.height(len(names[place]), size)
        words_top = y + (tall - name_height - typeset.height(1, value_size)) / 2
        marks.extend(typeset.below(names[place], x + wide / 2, words_top, size, ink, "center"))
        marks.extend(typeset.below((said[place],), x + wide / 2, words_top + name_height, value_size, ink, "center"))
    bottom = style.margin + (rows - first_row) * down + style.column_gap
    end = add_legend(
        marks, bottom, _entries(chart, style, format_quantity, write, classes), left=style.margin,
        right=width - style.margin, size=style.axis_size, typeset=typeset, style=style,
    )  # fmt: skip
    return Picture(width, end + style.margin, style.background, tuple(marks))


def _fit_names(
    chart: Chart, inner: float, tall: float, style: TileMapStyle, typeset: Typeset
) -> tuple[float, list[tuple[str, ...]], float]:
    """Return the size of the names, the wrapped names, and how tall the tallest name and a value are together."""
    measure, size = typeset.measure, style.name_size
    names = [measure.drawable(name) for name in chart.categories]
    while True:
        wrapped = [measure.wrap(name, size, inner) for name in names]
        height = typeset.height(max(map(len, wrapped)), size) + typeset.height(1, style.value_size)
        whole = all(measure.longest_word_width(name, size) <= inner for name in names)
        if (whole and height <= tall) or size - _SIZE_STEP < style.least_name_size:
            return size, wrapped, height
        size -= _SIZE_STEP


@dataclass(frozen=True, slots=True)
class ShadeClasses:
    """Classes of values of the same width: each goes from one of `bounds` to below the next, the last one to it."""

    bounds: tuple[Decimal, ...]

    def place_of(self, value: Decimal) -> int:
        """Return which class holds `value`, from 0."""
        return min(sum(value >= bound for bound in self.bounds[1:]), len(self.bounds) - 2)

    def colour_at(self, place: int, ramp: tuple[str, ...]) -> str:
        """Return the shade of the class at `place`: they are evenly spaced on `ramp`."""
        count = len(self.bounds) - 1
        return shade(ramp, place / (count - 1) if count > 1 else 0.5)

    def colour_of(self, value: Decimal, ramp: tuple[str, ...]) -> str:
        """Return the shade of the class that holds `value`."""
        return self.colour_at(self.place_of(value), ramp)


def shade_classes(chart: Chart, most: int) -> ShadeClasses:
    """Return at most `most` classes with round bounds for the known values of `chart`, or between its limits."""
    known = ordered(chart.series[0].values)
    low, high = chart.limits or (known[0], known[-1])
    if low == high:
        return ShadeClasses((low, high))
    for step in iter_round_steps((high - low) / most):
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = int((high / step).to_integral_value(ROUND_CEILING))
        if last - first <= most:
            return ShadeClasses(tuple(Decimal(f"{number * step:f}") for number in range(first, last + 1)))
    raise AssertionError("steps grow without end")


def _entries(
    chart: Chart, style: TileMapStyle, write_bound: FormatQuantity, write: FormatQuantity, classes: ShadeClasses
) -> Iterator[Entry]:
    if chart.value_axis:
        yield words_entry(f"{chart.value_axis}:")
    count = len(classes.bounds) - 1
    for place, (low, high) in enumerate(zip(classes.bounds, classes.bounds[1:], strict=False)):
        until = "đến" if place == count - 1 else "đến dưới"
        words = write_bound(low, "") if low == high else f"{write_bound(low, '')} {until} {write_bound(high, '')}"
        yield Entry(words, _sample(classes.colour_at(place, style.ramp)))
    if None in chart.series[0].values:
        yield unknown_entry(style)
    if chart.reference is not None:
        yield words_entry(f"{chart.reference.name}: {write(chart.reference.value, chart.series[0].unit)}")


def _sample(colour: str) -> Sample:
    def sample(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        yield boxed(left, right, middle, size, colour)

    return sample
