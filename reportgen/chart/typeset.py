"""Lines of text as marks: below one another, centred on a row, and how tall they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportgen.chart.picture import Align, Words

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

# Shares of the letter size. Half a capital's height centres a line on its row.
CAP_HEIGHT: Final = 0.66
ASCENT: Final = 0.9  # capitals with two marks, as in "Ố"
DESCENT: Final = 0.25


@dataclass(frozen=True, slots=True)
class Typeset:
    """Sets lines of text; `line_spacing` is from one baseline to the next, as a share of the letter size."""

    measure: TextMeasure
    line_spacing: float

    def height(self, lines: int, size: float) -> float:
        """Return how tall so many lines are, marks and tails included."""
        return ((lines - 1) * self.line_spacing + ASCENT + DESCENT) * size

    def width(self, lines: tuple[str, ...], size: float) -> float:
        """Return how wide the widest of `lines` is."""
        return max(self.measure.width(line, size) for line in lines)

    def on_baseline(
        self, lines: tuple[str, ...], x: float, first: float, size: float, colour: str, align: Align
    ) -> Iterator[Words]:
        """Yield `lines` below one another, the first on the baseline `first`."""
        for place, line in enumerate(lines):
            yield Words(x, first + place * self.line_spacing * size, line, size, colour, align)

    def below(
        self, lines: tuple[str, ...], x: float, top: float, size: float, colour: str, align: Align
    ) -> Iterator[Words]:
        """Yield `lines` below one another, the first below `top`."""
        return self.on_baseline(lines, x, top + ASCENT * size, size, colour, align)

    def centred(
        self, lines: tuple[str, ...], x: float, middle: float, size: float, colour: str, align: Align
    ) -> Iterator[Words]:
        """Yield `lines` below one another, their middle at `middle`."""
        first = middle + CAP_HEIGHT / 2 * size - (len(lines) - 1) * self.line_spacing * size / 2
        return self.on_baseline(lines, x, first, size, colour, align)
