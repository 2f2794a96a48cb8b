"""The drawing of a radar: an axis for each category around a centre, a polygon for each series.

Where a value is unknown, the polygon is open and a cross stands at the end of the axis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from math import cos, pi, sin
from typing import TYPE_CHECKING

from reportgen.chart.axis import Axis
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import Entry, Sample, add_legend
from reportgen.chart.looks import RadarStyle
from reportgen.chart.picture import Align, Box, Line, Mark, Picture, Point, Polygon, Polyline, Words
from reportgen.chart.scale import axis_up
from reportgen.chart.series_look import SeriesLook, radar_looks
from reportgen.chart.shape import check_shape
from reportgen.chart.spread import spread
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import UNKNOWN, rounding, say_value
from reportgen.document import Chart, Series

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

_LEAST_RADIUS = 24.0  # points
_GAP = 6.0  # points between the end of an axis and its name
_UPRIGHT = 0.08  # below this sine, an axis counts as upright and its name is centred
_SLACK = 0.5
_CROSS = 2.4  # half the width of the cross at an unknown value, in points
_LEGEND_LINE = 2.4  # how wide a sample is, as a share of the letter size


def lay_out_radar(
    chart: Chart, *, width: float, style: RadarStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide, with the values of its first series beside the names.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` leaves no room for the polygons.
    """
    check_shape(chart)
    typeset, write = Typeset(measure, style.line_spacing), rounding(format_quantity, chart.decimals)
    looks, size = radar_looks(chart, style), style.name_size
    words = [measure.longest_word_width(measure.drawable(name), size) for name in chart.categories]
    # The longest word must fit beside the polygons, for a word that is cut is hard to read.
    beside = width / 2 - style.margin - _GAP - min(max(words) + _SLACK, 0.2 * width)
    radius = min(style.radius_share * width, style.longest_radius, beside)
    if radius < _LEAST_RADIUS:
        raise ChartShapeError(f"{width:.0f} points are too narrow for this chart")
    axis = axis_up(chart, radius, intervals=style.axis_intervals, size=style.axis_size)
    # Names are placed around a centre at height 0, until it is known how far they reach upwards.
    labels = _place_labels(
        chart, _Spokes(len(chart.categories), radius, axis, width / 2, 0.0), width, style, typeset, write
    )
    centre = style.margin - min(-radius, *(label.top for label in labels))
    lowest = centre + max(radius, *(label.bottom for label in labels))
    spokes = _Spokes(len(chart.categories), radius, axis, width / 2, centre)
    marks: list[Mark] = [*_rings(spokes, style)]
    marks.extend(_area(chart.series[0], looks[0], spokes, style))
    for series, look in reversed(list(zip(chart.series, looks, strict=True))):
        marks.extend(_polygon(chart, series, look, spokes, style))
    crosses = [place for place in range(spokes.count) if any(s.values[place] is None for s in chart.series)]
    for place in crosses:
        marks.extend(_cross(*spokes.end(place), style))
    marks.extend(_ring_labels(spokes, style, typeset, format_quantity))
    for label in labels:
        marks.extend(label.marks(centre, style, typeset))
    entries = [
        Entry(series.name, look.sample(style.line_width, style.marker_size, style), _LEGEND_LINE)
        for series, look in zip(chart.series, looks, strict=True)
    ]
    if crosses:
        entries.append(Entry(UNKNOWN, _cross_sample(style), 1.0))
    end = add_legend(
        marks, lowest + style.column_gap / 2, entries, left=style.margin, right=width - style.margin,
        size=style.name_size, typeset=typeset, style=style,
    )  # fmt: skip
    return Picture(width, end + style.margin, style.background, tuple(marks))


@dataclass(frozen=True, slots=True)
class _Spokes:
    """The axes around the centre, the first one upwards, the others clockwise."""

    count: int
    radius: float
    axis: Axis
    x: float
    y: float

    def turn(self, place: int) -> tuple[float, float]:
        """Return the sine and the cosine of an axis, from the top clockwise."""
        angle = 2 * pi * place / self.count
        return sin(angle), cos(angle)

    def at(self, place: int, value: Decimal) -> Point:
        """Return where `value` stands on an axis."""
        sine, cosine = self.turn(place)
        away = self.axis.share(value) * self.radius
        return self.x + away * sine, self.y - away * cosine

    def end(self, place: int) -> Point:
        """Return the outer end of an axis."""
        return self.at(place, self.axis.high)


@dataclass(frozen=True, slots=True)
class _Label:
    """The name of an axis and its value, `top` counted from the centre."""

    name: tuple[str, ...]
    value: tuple[str, ...]
    value_colour: str
    x: float
    top: float
    height: float
    align: Align

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def marks(self, centre: float, style: RadarStyle, typeset: Typeset) -> Iterator[Words]:
        """Yield the lines of the label around a centre at the height `centre`."""
        size, y = style.name_size, centre + self.top
        yield from typeset.below(self.name, self.x, y, size, style.text_colour, self.align)
        y += len(self.name) * style.line_spacing * size
        yield from typeset.below(self.value, self.x, y, size, self.value_colour, self.align)


def _place_labels(
    chart: Chart, spokes: _Spokes, width: float, style: RadarStyle, typeset: Typeset, write: FormatQuantity
) -> list[_Label]:
    labels = [_label(chart, spokes, place, width, style, typeset, write) for place in range(spokes.count)]
    for align in ("left", "right"):
        side = [place for place, label in enumerate(labels) if label.align == align]
        heights = [labels[place].height for place in side]
        middles = spread([labels[place].top + labels[place].height / 2 for place in side], heights)
        for place, middle in zip(side, middles, strict=True):
            labels[place] = replace(labels[place], top=middle - labels[place].height / 2)
    return [_clear_of_sides(label, labels) if label.align == "center" else label for label in labels]


def _clear_of_sides(label: _Label, labels: list[_Label]) -> _Label:
    """Return the label of an upright axis, moved away from the centre past those at the sides, if it meets any."""
    sides = [other for other in labels if other.align != "center"]
    met = [other for other in sides if other.top < label.bottom and label.top < other.bottom]
    if not met:
        return label
    if label.top < 0:
        return replace(label, top=min(other.top for other in met) - label.height)
    return replace(label, top=max(other.bottom for other in met))


def _label(
    chart: Chart,
    spokes: _Spokes,
    place: int,
    width: float,
    style: RadarStyle,
    typeset: Typeset,
    write: FormatQuantity,
) -> _Label:
    (sine, cosine), size, measure = spokes.turn(place), style.name_size, typeset.measure
    away = spokes.radius + _GAP
    x, y = spokes.x + away * sine, -away * cosine
    align: Align = "center" if abs(sine) < _UPRIGHT else "left" if sine > 0 else "right"
    room = {"center": width / 2, "left": width - style.margin - x, "right": x - style.margin}[align]
    series = chart.series[0]
    known = series.values[place]
    name = measure.wrap(chart.categories[place], size, room)
    value = measure.wrap(say_value(known, series.unit, write), size, room)
    colour = style.muted_colour if known is None else style.series_colours[0]
    height = typeset.height(len(name) + len(value), size)
    # At the top of the circle the label stands above the point, at the bottom below it, at the sides beside it.
    return _Label(name, value, colour, x, y - (1 + cosine) / 2 * height, height, align)


def _rings(spokes: _Spokes, style: RadarStyle) -> Iterator[Mark]:
    for tick in spokes.axis.ticks:
        if tick > spokes.axis.low:
            points = [spokes.at(place, tick) for place in range(spokes.count)]
            yield Polyline((*points, points[0]), style.grid_width, style.grid_colour)
    for place in range(spokes.count):
        x, y = spokes.end(place)
        yield Line(spokes.x, spokes.y, x, y, style.grid_width, style.grid_colour)


def _ring_labels(
    spokes: _Spokes, style: RadarStyle, typeset: Typeset, format_quantity: FormatQuantity
) -> Iterator[Mark]:
    """Yield the numbers of the rings, beside the first axis."""
    size = style.axis_size
    for tick in spokes.axis.ticks:
        if tick > spokes.axis.low:
            words = typeset.measure.drawable(format_quantity(tick, ""))
            _, y = spokes.at(0, tick)
            width = typeset.measure.width(words, size)
            yield Box(spokes.x + 2, y - 0.4 * size, width + 2, 0.8 * size, style.background)
            yield from typeset.centred((words,), spokes.x + 3, y, size, style.muted_colour, "left")


def _area(series: Series, look: SeriesLook, spokes: _Spokes, style: RadarStyle) -> Iterator[Mark]:
    """Yield the area of a series, if all of it is known."""
    points = [spokes.at(place, value) for place, value in enumerate(series.values) if value is not None]
    if len(points) == spokes.count:
        yield Polygon(tuple(points), look.colour, style.fill_share, label=series.name)


def _polygon(chart: Chart, series: Series, look: SeriesLook, spokes: _Spokes, style: RadarStyle) -> Iterator[Mark]:
    """Yield the polygon of a series, open where a value is unknown, and its markers."""
    points = [None if value is None else spokes.at(place, value) for place, value in enumerate(series.values)]
    for stretch in _stretches(points):
        yield Polyline(stretch, style.line_width, look.colour, look.dash, series.name)
    for category, point in zip(chart.categories, points, strict=True):
        if point is not None:
            yield look.marker(*point, style.marker_size, style, f"{category}, {series.name}")


def _stretches(points: list[Point | None]) -> list[tuple[Point, ...]]:
    """Return the lines between known neighbours around the circle, as long as they can be drawn in one go."""
    if None not in points:
        closed = [point for point in points if point is not None]
        return [(*closed, closed[0])]
    first = points.index(None)
    stretches: list[list[Point]] = [[]]
    for point in (*points[first + 1 :], *points[: first + 1]):
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(point)
    return [tuple(stretch) for stretch in stretches if len(stretch) > 1]


def _cross_sample(style: RadarStyle) -> Sample:
    def sample(left: float, right: float, middle: float, _: float) -> Iterator[Mark]:
        return _cross((left + right) / 2, middle, style)

    return sample


def _cross(x: float, y: float, style: RadarStyle) -> Iterator[Mark]:
    for way in (1, -1):
        yield Line(x - _CROSS, y - way * _CROSS, x + _CROSS, y + way * _CROSS, 1.2, style.muted_colour)
