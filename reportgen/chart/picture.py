"""A drawing before it is painted: marks in points, printable as text, free of any drawing library.

Positions count from the left and from the top; the text of `Words` stands on the line at `y`. A mark's `label` says
what it stands for; it is empty for what only helps the eye.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Point: TypeAlias = tuple[float, float]
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle without outline; (`x`, `y`) is its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel strokes from lower left to upper right that fill a rectangle, `gap` points apart."""

    x: float
    y: float
    width: float
    height: float
    gap: float
    stroke: float
    colour: str
    label: str = ""

    def segments(self) -> Iterator[tuple[Point, Point]]:
        """Yield the strokes, cut at the rectangle's edges."""
        # A stroke's points have the same `x + y`, counted from the upper left corner.
        reach = self.gap
        while reach < self.width + self.height:
            start = max(0.0, reach - self.height)
            end = min(self.width, reach)
            yield (self.x + start, self.y + reach - start), (self.x + end, self.y + reach - end)
            reach += self.gap


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from (`x1`, `y1`) to (`x2`, `y2`), `width` thick; `dash` gives strokes and gaps in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    dash: tuple[float, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through `points`, at least two, `width` thick, dashed as `Line`."""

    points: tuple[Point, ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled area between `points`, at least three; `opacity` is from 0 to 1. An outline `edge_width` thick."""

    points: tuple[Point, ...]
    colour: str
    opacity: float = 1.0
    edge_colour: str = ""
    edge_width: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A filled circle around (`x`, `y`) with an outline `edge_width` thick."""

    x: float
    y: float
    radius: float
    colour: str
    edge_colour: str = ""
    edge_width: float = 0.0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at `x` (its left end, middle or right end, by `align`) on the baseline `y`."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    align: Align = "left"


Mark: TypeAlias = Box | Hatch | Line | Polyline | Polygon | Circle | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing `width` by `height` points, its marks painted in order on `background`."""

    width: float
    height: float
    background: str
    marks: tuple[Mark, ...]
