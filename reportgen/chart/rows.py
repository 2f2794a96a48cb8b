"""Rows of categories that fit one page: the more there are, the smaller their letters and the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.chart.errors import ChartShapeError
from reportgen.chart.looks import RowsStyle
from reportgen.chart.picture import Box, Mark
from reportgen.chart.typeset import Typeset

_STEPS = 16
_SLACK = 0.5  # points, so that a name fits in the column that it sets the width of
_LEAST_NAMES = 40.0
_BEFORE_WORDS = 3.0  # points


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a chart: the size of their letters, how wide their names may be, the wrapped names, the heights."""

    size: float
    name_width: float
    names: tuple[tuple[str, ...], ...]
    heights: tuple[float, ...]

    def middles(self, top: float) -> Iterator[tuple[float, float]]:
        """Yield the middle and the height of each row, the first one below `top`."""
        for height in self.heights:
            yield top + height / 2, height
            top += height


def fit_rows(names: Sequence[str], *, inner: float, room: float, style: RowsStyle, typeset: Typeset) -> Rows:
    """Return the rows of `names` in a drawing `inner` points wide, in the largest letters that fit in `room` points.

    If even the smallest letters of the style are too tall, they are taken, and the drawing is taller.

    Raises:
        ChartShapeError: the names' share of the width is too narrow for them.
    """
    for step in range(_STEPS, -1, -1):
        share = step / _STEPS
        rows = _rows(names, share, inner, style, typeset)
        if sum(rows.heights) <= room:
            break
    longest = max(typeset.measure.width(typeset.measure.drawable(name), rows.size) for name in names)
    if rows.name_width < min(longest, _LEAST_NAMES):
        raise ChartShapeError(f"{inner:.0f} points are too narrow for this chart")
    return rows


def _rows(names: Sequence[str], share: float, inner: float, style: RowsStyle, typeset: Typeset) -> Rows:
    size = style.least_row_size + share * (style.row_size - style.least_row_size)
    padding = style.least_row_padding + share * (style.row_padding - style.least_row_padding)
    measure = typeset.measure
    longest = max(measure.width(measure.drawable(name), size) for name in names)
    width = min(longest + _SLACK, style.name_share * inner)
    wrapped = tuple(measure.wrap(name, size, width) for name in names)
    heights = tuple(typeset.height(len(lines), size) + 2 * padding for lines in wrapped)
    return Rows(size, width, wrapped, heights)


def said_on_plot(
    words: str, start: float, middle: float, size: float, style: RowsStyle, typeset: Typeset
) -> Iterator[Mark]:
    """Yield words that stand on the plot of a row in place of its mark, the lines of the grid kept out of them."""
    x, width = start + _BEFORE_WORDS, typeset.measure.width(words, size)
    yield Box(x - 1, middle - size / 2, width + 2, size, style.background)
    yield from typeset.centred((words,), x, middle, size, style.muted_colour, "left")
