"""Titles of parts, chapters, sections and articles: there, in capitals, centred (Appendix I, part I, II.6.d, đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.decree30.checks.base import SURE, Departure, Examined, NoParameters, check
from reportgen.decree30.elements import Element, PartKind, Recognised
from reportgen.decree30.parsed import Level, ParsedDivision, parse_division
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.unicode_forms import compose, upper_vi

_WORDED = {Level.PART, Level.CHAPTER, Level.HEADING, Level.SUBHEADING}
_WORD = re.compile(r"\s*(phần|chương|tiểu\s+mục|mục)\b", re.IGNORECASE)
_LONGEST_TITLE = 200
_ENDS_SENTENCE = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class _Division:
    """A part, chapter or section: the paragraph with its number, and those of the title below it."""

    found: Recognised
    number: SeenParagraph
    titles: tuple[SeenParagraph, ...]
    parsed: ParsedDivision

    def departure(self, paragraph: SeenParagraph, *, unsure: bool = False, **values: object) -> Departure:
        return Departure(paragraph, values, unsure=unsure or self.found.confidence < SURE)


def _divisions(examined: Examined) -> Iterator[_Division]:
    for element in (Element.PART, Element.SECTION):
        for found in examined.all(element):
            first, *titles = found.paragraphs
            parsed = parse_division(f"{first.number} {first.text}" if first.number else first.text)
            if parsed is not None and first.cell is None:
                yield _Division(found, first, tuple(titles), parsed)


def _is_upper(text: str) -> bool:
    return text in {upper_vi(text), text.upper()}


@check("tu_phan_chuong", NoParameters)
def check_words(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The word "Phần", "Chương", "Mục" or "Tiểu mục" in capitals throughout, or without its capital."""
    for one in _divisions(examined):
        match = _WORD.match(compose(one.number.text)) if one.parsed.level in _WORDED else None
        if match is not None and match[1] != match[1].capitalize():
            values = {"found": match[1], "expected": match[1].capitalize()}
            yield Departure(one.number, values, match.start(1), match.end(1), unsure=one.found.confidence < SURE)


@check("tieu_de_hoa", NoParameters)
def check_title_capitals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A title of a part, chapter or section that is not in capitals."""
    for one in _divisions(examined):
        if one.parsed.level in _WORDED:
            for title in one.titles:
                if not _is_upper(title.text):
                    yield one.departure(title, found=title.text.strip())


@check("muc_hoa", NoParameters)
def check_section_capitals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A section "I." whose title is not in capitals. What only may be a title is a note, and so are appendices.

    The decree lays out the document's own text so (Appendix I, part V, number 6b); a form in an appendix has its own.
    """
    for one in _divisions(examined):
        text = one.parsed.text
        if one.parsed.level is not Level.SECTION or not text or _is_upper(text):
            continue
        if len(text) > _LONGEST_TITLE or text.rstrip().endswith(_ENDS_SENTENCE):
            continue
        is_bold = all(run.bold for run in one.number.runs if run.text.strip())
        is_own = examined.recognised.parts[one.found.part : one.found.part + 1]
        in_appendix = bool(is_own) and is_own[0].kind is PartKind.APPENDIX
        yield one.departure(one.number, unsure=in_appendix or not is_bold, found=one.number.text.strip())


@check("muc_canh_giua", NoParameters)
def check_centred(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A "Mục" or "Tiểu mục" with its title that is not centred."""
    for one in _divisions(examined):
        if one.parsed.level in {Level.HEADING, Level.SUBHEADING}:
            for paragraph in (one.number, *one.titles):
                if paragraph.align != "center" and not paragraph.text.startswith(("\t", "   ")):
                    yield one.departure(paragraph, found=paragraph.text.strip())
                    break


@check("tieu_de_co", NoParameters)
def check_title_there(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A part, chapter or section without a title."""
    for one in _divisions(examined):
        if one.parsed.level in _WORDED and not one.titles and not one.parsed.text:
            following = next(
                (text for text in examined.seen.paragraphs[one.number.index :] if text.text.strip()), None
            )
            # What stands below may be a title that does not look like one.
            may_be = following is not None and len(following.text) < _LONGEST_TITLE
            may_be = may_be and parse_division(following.text if following else "") is None
            yield one.departure(one.number, unsure=may_be, found=one.number.text.strip())


@check("dieu_tieu_de", NoParameters)
def check_article_title(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An article that begins with a sentence in a text whose articles stand in chapters: it lacks a title."""
    chaptered = {one.found.part for one in _divisions(examined) if one.parsed.level is Level.CHAPTER}
    for found in examined.all(Element.ARTICLE):
        first = found.paragraphs[0]
        parsed = parse_division(f"{first.number} {first.text}" if first.number else first.text)
        if found.part in chaptered and parsed is not None:
            text = parsed.text.rstrip()
            if not text or text.endswith((".", ";", ":")) or len(text) > _LONGEST_TITLE:
                end = len(first.text) - len(parsed.text) if text else len(first.text)
                label = first.text[:end].rstrip()
                unsure = found.confidence < SURE
                yield Departure(first, {"found": label.strip()}, 0, max(1, len(label)), unsure=unsure)
