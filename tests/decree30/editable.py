"""A Word file that a test spoils: its elements as recognised, each with the markup that it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from lxml import etree

from reportgen.decree30.elements import Element, RecognisedDocument
from reportgen.decree30.fix_markup import paragraph_properties, run_properties, set_property
from reportgen.decree30.recognise import recognise
from reportgen.decree30.seen import SeenParagraph
from reportgen.decree30.word_reader import read_word
from reportgen.write.word_file import WordFile
from reportgen.write.word_text import iter_pieces, piece_text
from reportgen.write.xml_parts import DOCUMENT_PART, NAMESPACES, w

RUNNING = (Element.BODY, Element.CLAUSE, Element.POINT)


@cache
def _recognised(data: bytes, name: str) -> RecognisedDocument:
    return recognise(read_word(data, name))


class Editable:
    """A clean document, open for one fault."""

    def __init__(self, data: bytes, name: str) -> None:
        self.file = WordFile(name, data)
        self.document = _recognised(data, name)
        self.paragraphs = list(self.file.root(DOCUMENT_PART).iter(w("p")))

    def markup(self, seen: SeenParagraph) -> etree._Element:
        """Return the `w:p` of a paragraph of the body."""
        return self.paragraphs[seen.locator.index]

    def of(self, *elements: Element, part: int | None = 0) -> list[etree._Element]:
        """Return the paragraphs of some elements, of one part or of all (`None`)."""
        return [
            self.markup(paragraph)
            for element in elements
            for found in self.document.all(element, part)
            if not found.is_piece
            for paragraph in found.paragraphs
        ]

    def running(self, pattern: str = r"\w") -> list[etree._Element]:
        """Return the paragraphs of running text outside tables that match `pattern`."""
        return [
            self.markup(paragraph)
            for element in (*RUNNING, Element.ARTICLE)
            for found in self.document.all(element)
            if not found.is_piece
            for paragraph in found.paragraphs
            if paragraph.cell is None and re.search(pattern, paragraph.text)
        ]

    def sections(self) -> list[etree._Element]:
        """Return the set-ups of the pages, in order."""
        return list(self.file.root(DOCUMENT_PART).iter(w("sectPr")))

    def index_of(self, paragraph: etree._Element) -> int | None:
        """Return the position of `paragraph` among the body's, as a locator counts; `None` if it is gone."""
        found = (index for index, one in enumerate(self.file.root(DOCUMENT_PART).iter(w("p"))) if one is paragraph)
        return next(found, None)


def text_of(paragraph: etree._Element) -> str:
    """Return what a paragraph says."""
    return "".join(piece_text(piece) for piece in iter_pieces(paragraph))


def rewrite(paragraph: etree._Element, pattern: str, new: str | Callable[[re.Match[str]], str], at: int = 0) -> bool:
    """Write `new` for the match number `at` of `pattern`; say whether there is one."""
    matches = list(re.finditer(pattern, text_of(paragraph)))
    if len(matches) <= at:
        return False
    match = matches[at]
    replace_text(paragraph, match.start(), match.end(), match.expand(new) if isinstance(new, str) else new(match))
    return True


def replace_text(paragraph: etree._Element, start: int, end: int, new: str) -> None:
    """Write `new` for the characters `start` to `end` of a paragraph."""
    offset, is_written = 0, False
    for piece in list(iter_pieces(paragraph)):
        text = piece_text(piece)
        first, last = max(start - offset, 0), min(end - offset, len(text))
        is_here = first < last or (start == end and first == last and 0 <= start - offset <= len(text))
        if piece.tag == w("t") and is_here and (first < last or not is_written):
            piece.text = text[:first] + ("" if is_written else new) + text[last:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            is_written = True
        offset += len(text)


def runs_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a paragraph that have text."""
    for run in paragraph.iter(w("r")):
        if any((piece.text or "").strip() for piece in run.iterfind("w:t", NAMESPACES)):
            yield run


def set_runs(paragraph: etree._Element, name: str, **values: str) -> None:
    """Set a property of every run with text."""
    for run in runs_of(paragraph):
        set_property(run_properties(run), name, **values)


def set_paragraph(paragraph: etree._Element, name: str, **values: str) -> None:
    """Set a property of a paragraph."""
    set_property(paragraph_properties(paragraph), name, **values)
