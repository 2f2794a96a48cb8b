"""The lines of paragraphs that lay out more than one thing: letterheads and closing blocks.

Clerks put a letterhead in a table, part it by tabs or spaces, or write several lines in one paragraph. A `Line` is
what stands on one line of one column (its lane), with the piece of the paragraph that makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias
from unicodedata import combining, normalize

from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.seen import SeenParagraph, SeenRun
from reportgen.vietnamese import compose

Lane: TypeAlias = tuple[str, int, int]
"""Where lines stand below each other: kind of layout ("cell", "tab", "box", "plain"), its table, its column."""

_NOT_WORDS = re.compile(r"[\W_]+")
_RULE = re.compile(r"[\s|]*[-_–—=─━*]{3,}[\s\-_–—=─━*|]*")
_TABS = re.compile(r"\t+")
# The right part of a letterhead or closing block after a gap of spaces; "Số:        /BTTTT" is one part.
_GAP = re.compile(
    r"\s{3,}(?=CỘNG\s+H|Độc lập|[A-ZĐ][^\d/\t\n]{2,40},?\s*ngày\b|(?:TM|KT|TL|TUQ|Q)\.\s|CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC)"
)
_FAR_LEFT = 150.0
"""An indent, in points, that puts a line in the right half of the page."""


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return `text` as words to compare: small letters without marks, one space between words, no punctuation."""
    plain = "".join(sign for sign in normalize("NFD", text.lower().replace("đ", "d")) if not combining(sign))
    return _NOT_WORDS.sub(" ", plain).strip()


def is_rule(text: str) -> bool:
    """Say whether `text` draws a rule with signs: "-------", "____"."""
    return _RULE.fullmatch(text) is not None


def is_upper(text: str) -> bool:
    """Say whether `text` is in capitals, symbols of documents in it ("QĐ-TTg") aside."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 1 and sum(sign.isupper() for sign in letters) >= 0.85 * len(letters)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one lane: its text without spaces around it, and from where to where it goes in its paragraph."""

    paragraph: SeenParagraph
    text: str
    lane: Lane
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The text as `fold` gives it."""
        return fold(self.text)

    @property
    def is_bold(self) -> bool:
        """Whether most of the line is bold."""
        runs = cut(self.paragraph, self.start, self.end)
        return sum(len(run.text) for run in runs if run.bold) * 2 > sum(len(run.text) for run in runs)


def cut(paragraph: SeenParagraph, start: int, end: int) -> tuple[SeenRun, ...]:
    """Return the runs of a paragraph from one place in its text to another."""
    found = []
    at = 0
    for run in paragraph.runs:
        if run.is_hidden:
            continue
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            found.append(replace(run, text=run.text[first - at : last - at]))
        at += len(run.text)
    return tuple(found)


def lines_of(paragraphs: Iterable[SeenParagraph]) -> Iterator[Line]:
    """Yield the lines of paragraphs that have text, those that tabs or wide gaps part in lanes of their own."""
    for paragraph in paragraphs:
        text = paragraph.text
        at = 0
        for row in text.split("\n"):
            for column, (first, last) in enumerate(_columns(row)):
                piece = row[first:last]
                if stripped := piece.strip(" \t\xa0"):
                    start = at + first + piece.index(stripped[0])
                    lane = _lane(paragraph, column, has_columns=column > 0)
                    yield Line(paragraph, compose(stripped), lane, start, start + len(stripped))
            at += len(row) + 1


def _columns(row: str) -> list[tuple[int, int]]:
    """Where the columns of a row begin and end; a row that begins with a tab has an empty first column."""
    parting = [match.span() for match in _TABS.finditer(row)] or [match.span() for match in _GAP.finditer(row)]
    starts = [0, *(end for _, end in parting)]
    ends = [*(start for start, _ in parting), len(row)]
    return list(zip(starts, ends, strict=True))


def _lane(paragraph: SeenParagraph, column: int, *, has_columns: bool) -> Lane:
    if paragraph.cell is not None:
        return "cell", paragraph.cell.table, paragraph.cell.column
    if paragraph.in_text_box:
        return "box", 0, 0
    is_right = has_columns or paragraph.align == "right" or paragraph.left >= _FAR_LEFT
    return "tab", 0, 1 if is_right or column else 0


def by_lane(lines: Iterable[Line]) -> dict[Lane, list[Line]]:
    """Return lines by their lanes, lanes in the order in which they begin."""
    lanes: dict[Lane, list[Line]] = {}
    for line in lines:
        lanes.setdefault(line.lane, []).append(line)
    return lanes


def recognised(element: Element, lines: Sequence[Line], confidence: float, part: int) -> Recognised:
    """Return lines as an element; of a paragraph that holds more than them, a piece with only their text."""
    paragraphs = []
    has_pieces = False
    for _, group in groupby(lines, key=lambda line: line.paragraph.index):
        own = list(group)
        paragraph = own[0].paragraph
        text = paragraph.text
        inside = all(not gap.strip() for gap in _gaps(text, own))
        if inside and "\t" not in text.strip("\t"):
            paragraphs.append(paragraph)
        else:
            has_pieces = True
            paragraphs.append(_piece(paragraph, own))
    return Recognised(element, tuple(paragraphs), confidence, part, has_pieces)


def _gaps(text: str, lines: Sequence[Line]) -> Iterator[str]:
    at = 0
    for line in lines:
        yield text[at : line.start]
        at = line.end
    yield text[at:]


def _piece(paragraph: SeenParagraph, lines: Sequence[Line]) -> SeenParagraph:
    runs: list[SeenRun] = []
    for line in lines:
        if runs:
            runs[-1] = replace(runs[-1], text=runs[-1].text + "\n")
        runs += cut(paragraph, line.start, line.end)
    return replace(paragraph, runs=tuple(runs))
