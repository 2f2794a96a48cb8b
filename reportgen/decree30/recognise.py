"""The elements of a document recognised by place and wording, each with a confidence.

What is no element is not guessed at: it is given as unrecognised. A file that is hardly an administrative document
has little confidence as a whole, and says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from reportgen.decree30.elements import Doubt, Element, Part, PartKind, Recognised, RecognisedDocument
from reportgen.decree30.parsed import parse_number_symbol
from reportgen.decree30.recognise_appendix import recognise_appendix_head
from reportgen.decree30.recognise_body import recognise_body
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_closing import find_closing, recognise_closing
from reportgen.decree30.recognise_head import find_head, recognise_head
from reportgen.decree30.recognise_kinds import COPY_KINDS, find_kind, find_kind_by_abbreviation
from reportgen.decree30.recognise_lines import fold
from reportgen.decree30.recognise_opening import recognise_opening
from reportgen.decree30.recognise_parts import find_parts
from reportgen.decree30.seen import SeenDocument, SeenParagraph

_ADDRESS = re.compile(r"\b(?:dia chi|dt|dien thoai|tel|fax|email|e mail|website|so \d+)\b")
_VIETNAMESE = re.compile(r"[đơưăâêô]|[aeiouy\u0306\u0302\u031b][\u0300\u0301\u0303\u0309\u0323]")
_LEGACY_FONT = re.compile(r"\.Vn|VNI-|VNI ", re.IGNORECASE)
_EXPECTED = (
    (Element.NATIONAL_NAME, 0.25),
    (Element.MOTTO, 0.1),
    (Element.ISSUING_AGENCY, 0.15),
    (Element.NUMBER_SYMBOL, 0.2),
    (Element.PLACE_DATE, 0.1),
    (Element.SIGNING_AUTHORITY, 0.1),
    (Element.DISTRIBUTION_HEAD, 0.1),
)
_LEAST_CONFIDENCE = 0.35
_WITHOUT_DATE = {"bien_ban"}
"""Forms without place and date (Appendix III, form 1.9)."""


def recognise(seen: SeenDocument) -> RecognisedDocument:
    """Return the document with its elements, in the order of the text, part by part."""
    elements: list[Recognised] = []
    unrecognised: list[SeenParagraph] = []
    parts: list[Part] = []
    kind_key: str | None = None
    for number, (kind, start, end) in enumerate(find_parts(seen)):
        paragraphs = seen.paragraphs[start:end]
        claims = Claims(number)
        key = _recognise_part(paragraphs, kind, claims)
        if number == 0:
            kind_key = key
        elements += claims.ordered()
        unrecognised += claims.unrecognised(paragraphs)
        if paragraphs:
            parts.append(Part(kind, paragraphs[0].index, paragraphs[-1].index))
    elements += _address(seen)
    found = RecognisedDocument(seen, tuple(elements), tuple(unrecognised), kind_key, tuple(parts))
    return _judged(found)


def _recognise_part(paragraphs: Sequence[SeenParagraph], kind: PartKind, claims: Claims) -> str | None:
    """Claim the elements of one part and return the key of its kind."""
    head = find_head(paragraphs) if kind is not PartKind.APPENDIX else None
    if head is not None:
        recognise_head(paragraphs[head[0] : head[1]], claims)
    begin = head[1] if head is not None else 0
    rest = paragraphs[begin:]
    closing = find_closing(rest)
    before = rest[: closing[0]] if closing is not None else rest
    if closing is not None:
        recognise_closing(rest[closing[0] : closing[1]], claims)
        _claim_tables(rest[closing[1] :], claims)
    if head is None and closing is None and kind is PartKind.DOCUMENT:
        # Nothing shows where a document begins or ends: its text may be anything.
        return None
    key: str | None = None
    if kind is PartKind.APPENDIX:
        body = recognise_appendix_head(before, claims)
    else:
        body, key = recognise_opening(before, kind, claims)
    recognise_body(before[body:], claims)
    return key or _kind_without_name(claims)


def _claim_tables(paragraphs: Sequence[SeenParagraph], claims: Claims) -> None:
    tables = [one for one in paragraphs if one.cell is not None and one.text.strip()]
    claims.add(Element.TABLE_TEXT, tables, 0.9)


def _kind_without_name(claims: Claims) -> str | None:
    """The kind of a text that names none: a dispatch, or what its symbol says."""
    name = claims.first(Element.KIND_NAME)
    if name is not None:
        return find_kind(name.text)
    if claims.first(Element.DISPATCH_ABSTRACT) is not None:
        return "cong_van"
    line = claims.first(Element.NUMBER_SYMBOL)
    number = parse_number_symbol(line.text) if line is not None else None
    key = find_kind_by_abbreviation(number.groups[0]) if number is not None and number.groups else None
    if key is None and number is not None and claims.first(Element.ADDRESSEES) is not None:
        return "cong_van"
    return key


def _address(seen: SeenDocument) -> Iterator[Recognised]:
    """Yield the agency's address at the foot of the first page, if it stands there."""
    if not seen.sections:
        return
    section = seen.sections[0]
    foot = section.first_footer if section.first_page_differs else section.footer
    texts = [one for one in foot if one.text.strip()]
    if any(_ADDRESS.search(fold(one.text)) for one in texts):
        yield Recognised(Element.AGENCY_ADDRESS, tuple(texts), 0.95, 0)


def _judged(found: RecognisedDocument) -> RecognisedDocument:
    doubts = tuple(_doubts(found))
    expected = [(element, weight) for element, weight in _EXPECTED if not _lacks(found.kind_key, element)]
    present = sum(weight for element, weight in expected if found.first(element) is not None)
    confidence = present / sum(weight for _, weight in expected)
    if Doubt.NOT_VIETNAMESE in doubts or Doubt.NO_TEXT in doubts:
        confidence = 0.0
    if confidence < _LEAST_CONFIDENCE and Doubt.NO_TEXT not in doubts and not _is_attachment_alone(found):
        doubts += (Doubt.NOT_ADMINISTRATIVE,)
    return replace(found, confidence=round(confidence, 2), doubts=doubts)


def _lacks(kind_key: str | None, element: Element) -> bool:
    """Say whether the form of a kind has no such element: minutes no date, copies no national name."""
    if element is Element.PLACE_DATE:
        return kind_key in _WITHOUT_DATE
    return kind_key in COPY_KINDS and element in {Element.NATIONAL_NAME, Element.MOTTO}


def _is_attachment_alone(found: RecognisedDocument) -> bool:
    return bool(found.parts) and found.parts[0].kind in {PartKind.APPENDIX, PartKind.ISSUED_TEXT}


def _doubts(found: RecognisedDocument) -> Iterator[Doubt]:
    text = "\n".join(paragraph.text for paragraph in found.seen.paragraphs)
    if not text.strip():
        yield Doubt.NO_TEXT
        return
    runs = [run for paragraph in found.seen.paragraphs for run in paragraph.runs if run.text.strip()]
    legacy = sum(len(run.text) for run in runs if run.font is not None and _LEGACY_FONT.match(run.font))
    if legacy * 2 > sum(len(run.text) for run in runs):
        yield Doubt.LEGACY_FONT
    elif not _is_vietnamese(text):
        yield Doubt.NOT_VIETNAMESE
    if any(part.kind is PartKind.OTHER_DOCUMENT for part in found.parts):
        yield Doubt.SEVERAL_DOCUMENTS


def _is_vietnamese(text: str) -> bool:
    """Say whether the letters of `text` carry marks as often as Vietnamese ones do."""
    letters = sum(sign.isalpha() for sign in text[:20_000])
    marks = len(_VIETNAMESE.findall(normalize("NFD", text[:20_000].lower()))) if letters else 0
    return letters < 20 or marks > 0.1 * letters
