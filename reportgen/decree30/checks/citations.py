"""Documents cited in the text: in full the first time, by kind, number and symbol after that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check
from reportgen.decree30.elements import Element, PartKind
from reportgen.decree30.parsed import FoundCitation, find_citations
from reportgen.decree30.seen import SeenParagraph

_TEXT = (
    Element.ABSTRACT, Element.RECITAL, Element.BODY, Element.PART, Element.SECTION, Element.ARTICLE, Element.CLAUSE,
    Element.POINT,
)  # fmt: skip
_SHORT = {Element.ABSTRACT, Element.PART, Element.SECTION}


def _texts(examined: Examined) -> Iterator[int]:
    """Yield the parts that cite as the decree says: the document itself and the texts that it issues.

    Appendices are lists, tables and forms, in which documents are named as there is room.
    """
    yield 0
    parts = enumerate(examined.recognised.parts)
    yield from (number for number, part in parts if number and part.kind is PartKind.ISSUED_TEXT)


def _citations(examined: Examined, part: int) -> Iterator[tuple[SeenParagraph, FoundCitation, str, Element]]:
    """Yield the documents cited in a text of the file, in order, each with a key that says which it is."""
    paragraphs = {
        paragraph.index: (paragraph, found.element)
        for element in _TEXT
        for found in examined.all(element, part)
        for paragraph in found.paragraphs
    }
    for index in sorted(paragraphs):
        paragraph, element = paragraphs[index]
        for citation in find_citations(paragraph.text):
            if citation.number_text is not None and citation.kind:
                yield paragraph, citation, f"{int(citation.number_text)}/{citation.symbol}", element


def _is_full(paragraph: SeenParagraph, citation: FoundCitation) -> bool:
    rest = paragraph.text[citation.end :]
    return citation.date is not None or bool(re.match(r"\s*,?\s*(?:ngày|của)\b", rest))


@check("vien_dan_lan_dau", NoParameters)
def check_first(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A document whose first citation in the file has no date; what is issued follows the decision that issues it."""
    seen: set[str] = set()
    for part in _texts(examined):
        for paragraph, citation, key, element in _citations(examined, part):
            # Abstracts and headings are short; the first citation in full is that of the running text.
            if key in seen:
                continue
            if element not in _SHORT:
                seen.add(key)
                if not _is_full(paragraph, citation):
                    cited = paragraph.text[citation.start : citation.end]
                    yield Departure(paragraph, {"found": cited}, citation.start, citation.end)
            elif _is_full(paragraph, citation):
                seen.add(key)


@check("vien_dan_sau", NoParameters)
def check_later(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A document cited in full again in the running text of one text of the file."""
    for part in _texts(examined):
        seen: set[str] = set()
        for paragraph, citation, key, element in _citations(examined, part):
            full = citation.date is not None and citation.issuer is not None
            if key in seen and full and element not in {*_SHORT, Element.RECITAL}:
                cited = paragraph.text[citation.start : citation.end]
                yield Departure(paragraph, {"found": cited}, citation.start, citation.end)
            if full and element is not Element.ABSTRACT:
                seen.add(key)


@check("vien_dan_so", NoParameters)
def check_word(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A cited code without the word "số" before it."""
    for part in _texts(examined):
        for paragraph, citation, _key, _element in _citations(examined, part):
            if all(run.bold for run in paragraph.runs if run.text.strip()):
                # Headings are kept short.
                continue
            before = paragraph.text[citation.start : citation.end]
            if not re.search(r"\bsố\b", before, re.IGNORECASE):
                yield Departure(paragraph, {"found": before}, citation.start, citation.end)
