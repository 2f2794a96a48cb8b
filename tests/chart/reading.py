"""Reading a drawing as its reader does: its words with the room they take, and its marks by what they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reportgen.chart.font import TextMeasure
from reportgen.chart.picture import Box, Circle, Hatch, Line, Picture, Polygon, Polyline, Words

Labelled = Box | Hatch | Line | Polyline | Polygon | Circle
Room = tuple[float, float, float, float]


def words(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Words)]


def text(picture: Picture) -> str:
    """All words in one line, so that names that were wrapped are found."""
    return " ".join(words(picture))


def labelled(picture: Picture, label: str) -> list[Labelled]:
    return [mark for mark in picture.marks if not isinstance(mark, Words) and mark.label == label]


def boxes(picture: Picture) -> dict[str, Box]:
    return {mark.label: mark for mark in picture.marks if isinstance(mark, Box) and mark.label}


def rooms(picture: Picture, measure: TextMeasure) -> Iterator[tuple[str, Room]]:
    """Yield the words with their left, top, right and bottom: as high as capitals, as low as tails."""
    for mark in picture.marks:
        if isinstance(mark, Words) and mark.text:
            width = measure.width(mark.text, mark.size)
            left = mark.x - {"left": 0.0, "center": 0.5, "right": 1.0}[mark.align] * width
            yield mark.text, (left, mark.y - 0.7 * mark.size, left + width, mark.y + 0.22 * mark.size)


def words_outside(picture: Picture, measure: TextMeasure) -> list[str]:
    return [
        words
        for words, (left, top, right, bottom) in rooms(picture, measure)
        if left < -0.1 or top < -0.1 or right > picture.width + 0.1 or bottom > picture.height + 0.1
    ]


def words_on_words(picture: Picture, measure: TextMeasure) -> list[tuple[str, str]]:
    """Return the pairs of words that lie on each other by more than half a point."""
    return [
        (one, other)
        for (one, here), (other, there) in combinations(rooms(picture, measure), 2)
        if min(here[2], there[2]) - max(here[0], there[0]) > 0.5
        and min(here[3], there[3]) - max(here[1], there[1]) > 0.5
    ]
