"""The legend of a chart: samples with their names, one after the other, wrapped to the width."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.chart.looks import CommonStyle
from reportgen.chart.picture import Box, Hatch, Line, Mark, Polygon
from reportgen.chart.typeset import Typeset
from reportgen.chart.words import UNKNOWN

Sample: TypeAlias = Callable[[float, float, float, float], Iterable[Mark]]
"""Draws a sample from `left` to `right` around `middle`, for letters of a size."""

_SAMPLE = 1.5  # how wide a sample is, and the two gaps, as shares of the letter size
_AFTER_SAMPLE = 0.4
_AFTER_NAME = 1.4


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample and what it stands for; `sample_width` is a share of the letter size, 0 for words alone."""

    name: str
    sample: Sample
    sample_width: float = _SAMPLE


def add_legend(
    marks: list[Mark], top: float, entries: Iterable[Entry], *, left: float, right: float, size: float,
    typeset: Typeset, style: CommonStyle,
) -> float:  # fmt: skip
    """Add `entries` below `top`, in lines from `left` to `right`; return where the legend ends (`top` if empty).

    A name that is wider than a whole line is wrapped.
    """
    x, y, line_height = left, top, typeset.height(1, size)
    entries = tuple(entries)
    for entry in entries:
        sample = entry.sample_width * size
        indent = sample + _AFTER_SAMPLE * size if sample else 0.0
        lines = typeset.measure.wrap(entry.name, size, right - left - indent)
        width = indent + typeset.width(lines, size)
        if x > left and x + width > right:
            x, y = left, y + line_height
            line_height = typeset.height(1, size)
        if sample:
            marks.extend(entry.sample(x, x + sample, y + typeset.height(1, size) / 2, size))
        first_middle = y + typeset.height(1, size) / 2
        middle = first_middle + (len(lines) - 1) * typeset.line_spacing * size / 2
        marks.extend(typeset.centred(lines, x + indent, middle, size, style.text_colour, "left"))
        line_height = max(line_height, typeset.height(len(lines), size))
        x += width + _AFTER_NAME * size
    return y + line_height if entries else top


def words_entry(words: str) -> Entry:
    """Return an entry of words alone."""
    return Entry(words, lambda *_: (), 0.0)


def unknown_entry(style: CommonStyle) -> Entry:
    """Return the entry of what is unknown: a hatched box."""

    def sample(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        return hatched(left, middle - 0.4 * size, right - left, 0.8 * size, style)

    return Entry(UNKNOWN, sample)


def reference_entry(words: str, style: CommonStyle) -> Entry:
    """Return the entry of the line of a reference value."""

    def sample(left: float, right: float, middle: float, _: float) -> Iterable[Mark]:
        yield Line(left, middle, right, middle, style.reference_width, style.reference_colour, REFERENCE_DASH)

    return Entry(words, sample, 2.0)


REFERENCE_DASH = (4.0, 2.5)


def hatched(x: float, y: float, width: float, height: float, style: CommonStyle, label: str = "") -> Iterable[Mark]:
    """Yield the marks of a rectangle whose value is unknown."""
    yield Hatch(x, y, width, height, style.hatch_gap, style.hatch_width, style.hatch_colour, label)
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    yield Polygon(corners, "", edge_colour=style.hatch_colour, edge_width=style.hatch_width)


def boxed(left: float, right: float, middle: float, size: float, colour: str) -> Box:
    """Return the sample of a colour."""
    return Box(left, middle - 0.4 * size, right - left, 0.8 * size, colour)
