"""Which page each piece of text began on when Word last saved the file, by the marks that Word leaves there.

Word writes `w:lastRenderedPageBreak` before the first text of a page. Breaks that somebody set are counted too, for a
page that begins without text has no mark. Without any mark nothing is known: where a page ends depends on fonts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w

MARK = w("lastRenderedPageBreak")
_ON_THE_SAME_PAGE = {"continuous", "nextColumn"}


def has_marks(body: etree._Element) -> bool:
    """Say whether Word has left marks in `body`."""
    return next(body.iter(MARK), None) is not None


def section_types(body: etree._Element) -> Sequence[str]:
    """Return how each section of `body` begins: "nextPage", "continuous" and so on, in their order."""
    found = []
    for properties in body.iter(w("sectPr")):
        parent = properties.getparent()
        if parent is not None and parent.tag == w("sectPrChange"):
            continue
        kind = properties.find("w:type", NAMESPACES)
        found.append(kind.get(w("val"), "nextPage") if kind is not None else "nextPage")
    return found


@dataclass(slots=True)
class PageCounter:
    """The page that the reading of a story has come to, counted from 1; `is_known` is false where nothing tells it.

    `is_at_top`: no text has come since the page began with a break, so that a mark there is no other page.
    """

    sections: Sequence[str] = ()
    is_known: bool = False
    page: int = 1
    is_at_top: bool = True
    turns: list[int] = field(default_factory=list)
    """Before which characters of the paragraph being read the page changed."""

    def begin_paragraph(self, *, on_new_page: bool) -> None:
        """Take note of a paragraph, and of whether its look puts it on a new page."""
        self.turns = []
        if on_new_page and not self.is_at_top:
            self._turn(0)
            self.is_at_top = True

    def take_text(self) -> None:
        """Take note of text."""
        self.is_at_top = False

    def take_break(self, characters: int) -> None:
        """Take note of a page break that somebody set after so many characters of the paragraph."""
        self._turn(characters)
        self.is_at_top = True

    def take_mark(self, characters: int) -> None:
        """Take note of Word's mark after so many characters of the paragraph."""
        if not self.is_at_top:
            self._turn(characters)
        self.is_at_top = True

    def end_section(self, number: int) -> None:
        """Take note of the end of the section `number`, counted from 1."""
        following = self.sections[number] if number < len(self.sections) else "nextPage"
        if following not in _ON_THE_SAME_PAGE:
            self.page += 1
            self.is_at_top = True

    def _turn(self, characters: int) -> None:
        self.page += 1
        self.turns.append(characters)

    def place_of_paragraph(self) -> tuple[int | None, tuple[int, ...]]:
        """Return the page of the paragraph's first character, and before which of the others the page changes."""
        if not self.is_known:
            return None, ()
        later = tuple(turn for turn in self.turns if turn > 0)
        return self.page - len(later), later


class RowPages:
    """The pages of a row of a table: each cell begins where the row does, which ends where its longest cell does."""

    def __init__(self, counter: PageCounter) -> None:
        self._counter = counter
        self._first = self._last = counter.page
        self._is_at_top = counter.is_at_top

    def begin_cell(self) -> None:
        """Go back to where the row begins."""
        self._counter.page, self._counter.is_at_top = self._first, self._is_at_top

    def end_cell(self, first_page: int | None) -> None:
        """Take note of a cell's end; `first_page` is that of its first text, which may have come to a new page."""
        self._last = max(self._last, self._counter.page)
        if first_page is not None and first_page > self._first:
            self._first, self._is_at_top = first_page, True

    def end(self) -> None:
        """Go on after the row."""
        self._counter.page, self._counter.is_at_top = self._last, False
