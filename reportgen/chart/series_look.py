"""What tells several series apart: colour, dash and marker, each enough on its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Literal, TypeAlias

from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import Sample
from reportgen.chart.looks import CommonStyle
from reportgen.chart.picture import Circle, Line, Mark, Point, Polygon
from reportgen.document import Chart

Dash: TypeAlias = tuple[float, ...]
MarkerShape: TypeAlias = Literal["circle", "square", "triangle", "diamond", "triangle_down"]

DASHED: Dash = (5.0, 2.6)
_DASHES: tuple[Dash, ...] = ((), (1.6, 2.0), (7.0, 2.0, 1.6, 2.0), (11.0, 2.6), (3.0, 1.5))
_SHAPES: tuple[MarkerShape, ...] = ("circle", "square", "triangle", "diamond", "triangle_down")
# The corners of each shape: how many, and where the first one stands, in turns from the top clockwise.
_CORNERS: dict[MarkerShape, tuple[int, float]] = {
    "square": (4, 1 / 8),
    "triangle": (3, 0),
    "diamond": (4, 0),
    "triangle_down": (3, 1 / 2),
}


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How a series is drawn; a hollow marker is filled with the background."""

    colour: str
    dash: Dash
    shape: MarkerShape
    is_hollow: bool = False

    def marker(self, x: float, y: float, size: float, style: CommonStyle, label: str = "") -> Mark:
        """Return the marker of a value at (`x`, `y`), about `size` points across."""
        fill, edge = (style.background if self.is_hollow else self.colour), self.colour
        if self.shape == "circle":
            return Circle(x, y, size / 2, fill, edge, size / 5, label)
        count, first = _CORNERS[self.shape]
        # A shape with fewer corners covers less: its corners stand farther out.
        radius = size * {3: 0.68, 4: 0.62}[count]
        turns = [first + corner / count for corner in range(count)]
        points: tuple[Point, ...] = tuple(
            (x + radius * sin(2 * pi * turn), y - radius * cos(2 * pi * turn)) for turn in turns
        )
        return Polygon(points, fill, edge_colour=edge, edge_width=size / 5, label=label)

    def sample(self, line_width: float, marker_size: float, style: CommonStyle) -> Sample:
        """Return what draws the line with its marker in a legend."""

        def sample(left: float, right: float, middle: float, _: float) -> Iterable[Mark]:
            yield Line(left, middle, right, middle, line_width, self.colour, self.dash)
            yield self.marker((left + right) / 2, middle, marker_size, style)

        return sample


def line_looks(chart: Chart, style: CommonStyle) -> tuple[SeriesLook, ...]:
    """Return the looks of lines: targets are dashed with hollow markers, the first other series is solid.

    Raises:
        ChartShapeError: there are more series than can be told apart.
    """
    _check_count(chart, style)
    others = iter(_DASHES)
    return tuple(
        SeriesLook(
            style.series_colours[place],
            DASHED if series.is_target else next(others),
            _SHAPES[place],
            is_hollow=series.is_target,
        )
        for place, series in enumerate(chart.series)
    )


def radar_looks(chart: Chart, style: CommonStyle) -> tuple[SeriesLook, ...]:
    """Return the looks of polygons: the first one solid, the second one, the mean, dashed.

    Raises:
        ChartShapeError: there are more series than can be told apart.
    """
    _check_count(chart, style)
    dashes = (_DASHES[0], DASHED, *_DASHES[1:-1])
    return tuple(
        SeriesLook(style.series_colours[place], dashes[place], _SHAPES[place]) for place in range(len(chart.series))
    )


def _check_count(chart: Chart, style: CommonStyle) -> None:
    most = min(len(style.series_colours), len(_SHAPES))
    if len(chart.series) > most:
        raise ChartShapeError(f"{len(chart.series)} series are more than the {most} that can be told apart")
