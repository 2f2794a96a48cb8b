"""How the width of bars against a goal is shared out: names, bars, and a column for each value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.looks import BarsAgainstGoalStyle
from reportgen.chart.panels import Panel
from reportgen.chart.words import say_value

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure

Ends: TypeAlias = tuple[float, float]
"""The left and right end of a column, in points from the left."""

SAMPLE_WIDTH = 1.3
"""How wide the sample of a mark in a column's head is, as a share of the letter size."""
SAMPLE_ROOM = 1.65
"""The same with the gap between sample and words."""

# Points. Narrower, bars say nothing; and names, once they give way to bars, fall apart.
_LEAST_PLOT = 60.0
_LEAST_NAMES = 50.0
_SLACK = 0.5  # points, so that a text fits in the column that it sets the width of


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns are; `values` are one (achieved) or two (achieved, goal)."""

    names: Ends
    plot: Ends
    values: tuple[Ends, ...]


def share_columns(
    panels: tuple[Panel, ...],
    width: float,
    style: BarsAgainstGoalStyle,
    measure: TextMeasure,
    format_quantity: FormatQuantity,
) -> Columns:
    """Return the columns, common to all `panels`, of a drawing `width` points wide.

    Names and values get what they need up to the style's shares, the bars the rest; if that is too little, the names
    give way. So that no word is cut, a value column may take half as much again for its longest word.

    Raises:
        ChartShapeError: bars and names together have too little room.
    """
    inner, gap = width - 2 * style.margin, style.column_gap
    needs = [
        tuple(_iter_needs(panels, number, style.value_size, measure, format_quantity))
        for number in range(max(len(panel.heads) for panel in panels))
    ]
    values = [_value_width(column, style.value_share * inner) for column in needs]
    room = inner - sum(values) - gap * (len(values) + 1)
    longest = max(measure.width(measure.drawable(row.category), style.name_size) for p in panels for row in p.rows)
    names = min(longest + _SLACK, style.name_share * inner, room - _LEAST_PLOT)
    if names < min(longest, _LEAST_NAMES):
        raise ChartShapeError(f"{width:.0f} points are too narrow for this chart")
    plot = style.margin + names + gap, style.margin + gap + room
    return Columns((style.margin, style.margin + names), plot, tuple(_iter_ends(plot[1] + gap, gap, values)))


def _value_width(needs: tuple[tuple[float, float], ...], limit: float) -> float:
    """Return how wide a value column is whose texts need `needs` (on one line, and for the longest word)."""
    line, word = max(need[0] for need in needs) + _SLACK, max(need[1] for need in needs) + _SLACK
    return max(min(line, limit), min(word, 1.5 * limit))


def _iter_needs(
    panels: tuple[Panel, ...], number: int, size: float, measure: TextMeasure, format_quantity: FormatQuantity
) -> Iterator[tuple[float, float]]:
    """Yield how wide each text of value column `number` is, on one line and in its longest word."""
    for panel in panels:
        if number < len(panel.heads):
            head, sample = measure.drawable(panel.heads[number]), SAMPLE_ROOM * size
            yield measure.width(head, size) + sample, measure.longest_word_width(head, size) + sample
            for row in panel.rows:
                text = measure.drawable(say_value(row.values[number], panel.unit, format_quantity))
                yield measure.width(text, size), measure.longest_word_width(text, size)


def _iter_ends(left: float, gap: float, widths: list[float]) -> Iterator[Ends]:
    for width in widths:
        yield left, left + width
        left += width + gap
