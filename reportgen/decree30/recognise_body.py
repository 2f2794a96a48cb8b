"""The body of a text: its parts, sections, articles, clauses and points, its tables and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import Level, ParsedDivision, parse_division
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_head import end_of_table
from reportgen.decree30.recognise_lines import is_rule, is_upper
from reportgen.decree30.recognise_words import is_circulation, is_secrecy, is_urgency
from reportgen.decree30.seen import SeenParagraph

_ELEMENTS = {
    Level.PART: Element.PART,
    Level.CHAPTER: Element.PART,
    Level.HEADING: Element.SECTION,
    Level.SUBHEADING: Element.SECTION,
    Level.SECTION: Element.SECTION,
    Level.ARTICLE: Element.ARTICLE,
    Level.CLAUSE: Element.CLAUSE,
    Level.SUBCLAUSE: Element.CLAUSE,
    Level.POINT: Element.POINT,
    Level.DASH: Element.BODY,
}
_TITLED = {Level.PART, Level.CHAPTER, Level.HEADING, Level.SUBHEADING}
_CAPTION = re.compile(r"(?:bảng|hình|biểu|biểu đồ|sơ đồ|hộp)\s+(?:số\s+)?\d+(?:\.\d+)*\s*(?:[.:–-]|$)", re.IGNORECASE)
_LETTERED = re.compile(r"[A-H]\s*[./]\s*(?P<title>\S.*)", re.DOTALL)
_AMBIGUOUS = {"C", "D", "L", "M"}
_STAMPS = (
    (is_urgency, Element.URGENCY),
    (is_secrecy, Element.SECRECY),
    (is_circulation, Element.CIRCULATION),
)


def recognise_body(paragraphs: Sequence[SeenParagraph], claims: Claims) -> None:
    """Claim the paragraphs of a body; framed notices, and text boxes other than stamps, are left unrecognised."""
    at = 0
    article = 0
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        text = paragraph.text.strip()
        if paragraph.cell is not None:
            end = end_of_table(paragraphs, at)
            texts = [one for one in paragraphs[at:end] if one.text.strip() and not claims.has(one)]
            claims.add(Element.TABLE_TEXT, texts, 0.95)
            at = end
        elif paragraph.in_text_box:
            _claim_stamp(paragraph, claims)
            at += 1
        elif not text or is_rule(text):
            if text or paragraph.border_top or paragraph.border_bottom:
                claims.add(Element.RULE, [paragraph], 0.8)
            at += 1
        elif paragraph.border_top and paragraph.border_bottom:
            at += 1
        else:
            number = _next_article(paragraph, article)
            article = number or article
            at += _claim_paragraph(paragraphs, at, claims, is_article=number is not None)


def _claim_stamp(paragraph: SeenParagraph, claims: Claims) -> None:
    for matches, element in _STAMPS:
        if matches(paragraph.text.strip()):
            claims.add(element, [paragraph], 0.95)
            return


def _claim_paragraph(paragraphs: Sequence[SeenParagraph], at: int, claims: Claims, *, is_article: bool) -> int:
    """Claim the paragraph at `at`, and the title below the number of a part; return how many were taken."""
    paragraph = paragraphs[at]
    text = paragraph.text.strip()
    if _CAPTION.match(text) and len(text) < 400:
        claims.add(Element.CAPTION, [paragraph], 0.95 if paragraph.align == "center" else 0.85)
        return 1
    division = find_division(paragraph)
    if division is None:
        if is_article:
            claims.add(Element.ARTICLE, [paragraph], 0.85)
        elif _is_lettered_part(paragraph):
            claims.add(Element.PART, [paragraph], 0.8)
        else:
            claims.add(
                Element.BODY, [paragraph], 0.75 if paragraph.align == "center" and not text.endswith(":") else 0.92
            )
        return 1
    taken = [paragraph]
    if division.level in _TITLED and not division.text:
        taken += _titles(paragraphs[at + 1 :])
    sure = bool(division.mark) or division.level in {*_TITLED, Level.DASH}
    claims.add(_ELEMENTS[division.level], taken, 0.95 if sure else 0.85)
    return paragraphs.index(taken[-1], at) - at + 1


def _titles(following: Sequence[SeenParagraph]) -> Iterator[SeenParagraph]:
    """The title of a part or chapter, on the lines below its number: in capitals, or centred and bold."""
    for paragraph in following[:4]:
        text = paragraph.text.strip()
        if not text:
            return
        bold = all(run.bold for run in paragraph.runs if run.text.strip())
        if paragraph.cell is not None or find_division(paragraph) is not None:
            return
        if not (is_upper(text) or (paragraph.align == "center" and bold)):
            return
        yield paragraph


def find_division(paragraph: SeenParagraph) -> ParsedDivision | None:
    """Return the number, typed or of an automatic list, with which the paragraph divides the text.

    `None` for what only looks like one: "Điều 5 của Luật …" in a sentence, "C. MÁC".
    """
    text = paragraph.text.strip()
    division = parse_division(f"{paragraph.number} {text}" if paragraph.number else text)
    if division is None:
        return None
    bold = bool(paragraph.runs) and paragraph.runs[0].bold
    if division.level in {*_TITLED, Level.ARTICLE}:
        alone = not division.text or bool(division.mark) or is_upper(division.text)
        return division if alone or (bold and division.level is Level.ARTICLE) else None
    if division.level is Level.SECTION and division.number_text in _AMBIGUOUS and not paragraph.number:
        return None
    return division


def _next_article(paragraph: SeenParagraph, last: int) -> int | None:
    """Return the number of the article that the paragraph is, its stop perhaps missing: it follows the `last` one."""
    text = paragraph.text.strip()
    division = parse_division(f"{paragraph.number} {text}" if paragraph.number else text)
    if division is None or division.level is not Level.ARTICLE:
        return None
    if find_division(paragraph) is not None:
        return division.number
    return division.number if division.number == last + 1 and division.text[:1].isupper() else None


def _is_lettered_part(paragraph: SeenParagraph) -> bool:
    match = _LETTERED.fullmatch(f"{paragraph.number} {paragraph.text}".strip())
    return match is not None and is_upper(match["title"])
