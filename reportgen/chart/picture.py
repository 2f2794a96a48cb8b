"""A drawing before it is painted: boxes, lines and words in points, printable as text, free of any drawing library.

Positions count from the left and from the top; the text of `Words` stands on the line at `y`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle without outline; (`x`, `y`) is its upper left corner. `label` says what it stands for."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from (`x1`, `y1`) to (`x2`, `y2`), `width` thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text at `x` (its left end, middle or right end, by `align`) on the baseline `y`."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    align: Literal["left", "center", "right"] = "left"


Mark: TypeAlias = Box | Line | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing `width` by `height` points, its marks painted in order on `background`."""

    width: float
    height: float
    background: str
    marks: tuple[Mark, ...]
