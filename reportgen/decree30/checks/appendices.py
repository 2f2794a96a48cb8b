"""Appendices: their numbers, what "(Kèm theo …)" says against the letterhead, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from reportgen.decree30.checks.base import SURE, Departure, Examined, NoParameters, Parameters, at, check, within
from reportgen.decree30.checks.number_symbol import number_of
from reportgen.decree30.checks.place_date import day_of_issue
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import ParsedAttachment, parse_appendix_label, parse_attachment
from reportgen.decree30.recognise_kinds import load_kinds
from reportgen.vietnamese.dates import official_date
from reportgen.vietnamese.letters import parse_roman, roman
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces, tone_key

_MENTION = re.compile(r"\b[Pp]hụ lục(?:\s+số)?\s+((?:[IVXLC]+|\d+)(?:\s*(?:,|và|đến|-|–)\s*(?:[IVXLC]+|\d+))*)\b")
_ANY_MENTION = re.compile(r"\b(?:[Pp]hụ lục|PHỤ LỤC|[Bb]iểu mẫu|[Đđ]ề cương|[Dd]anh (?:sách|mục))\b.{0,60}?\bkèm|"
                          r"kèm theo|đính kèm|\b[Pp]hụ lục\b")  # fmt: skip
_RANGE = re.compile(r"([IVXLC]+|\d+)\s*(?:đến|-|–)\s*([IVXLC]+|\d+)")
_NUMBERS = re.compile(r"[IVXLC]+|\d+")
_GENERAL = {"van ban", "văn bản"}


def labels(examined: Examined) -> tuple[Recognised, ...]:
    """Return the labels of the appendices, in order."""
    return examined.all(Element.APPENDIX_LABEL)


@check("phu_luc_la_ma", NoParameters)
def check_roman(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """One of several appendices that is not numbered in Roman figures, or has no number."""
    found_labels = labels(examined)
    if len(found_labels) < 2:
        return
    for position, found in enumerate(found_labels, start=1):
        parsed = parse_appendix_label(found.text)
        if parsed is not None and (not parsed.is_roman or parsed.number_text != (parsed.number_text or "").upper()):
            yield at(found, found=found.text.strip().splitlines()[0], expected=f"Phụ lục {roman(position)}")


@check("phu_luc_thu_tu", NoParameters)
def check_sequence(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Appendices whose numbers have gaps or repeats."""
    found_labels = labels(examined)
    expected = 1
    for found in found_labels if len(found_labels) > 1 else ():
        parsed = parse_appendix_label(found.text)
        if parsed is not None and parsed.number is not None and parsed.is_roman:
            if parsed.number != expected:
                yield at(found, found=found.text.strip().splitlines()[0], expected=f"Phụ lục {roman(expected)}")
            expected = parsed.number
        expected += 1


@check("phu_luc_mot", NoParameters)
def check_only_one(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The only appendix with a number."""
    found_labels = labels(examined)
    if len(found_labels) == 1:
        parsed = parse_appendix_label(found_labels[0].text)
        if parsed is not None and parsed.number_text is not None:
            yield at(found_labels[0], found=found_labels[0].text.strip().splitlines()[0])


@check("phu_luc_kem_theo", NoParameters)
def check_attachment_there(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An appendix without the line "(Kèm theo …)"."""
    for found in labels(examined):
        if examined.first(Element.APPENDIX_ATTACHMENT, found.part) is None:
            # In one file the line may have been left to the table below; only a text in parentheses counts.
            yield at(found, found=found.text.strip().splitlines()[0])


@check("phu_luc_ten", NoParameters)
def check_title_there(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An appendix without a title: it may have none."""
    for found in labels(examined):
        parsed = parse_appendix_label(found.text)
        if examined.first(Element.APPENDIX_TITLE, found.part) is None and (parsed is None or parsed.title is None):
            yield at(found, found=found.text.strip())


class FactParameters(Parameters):
    """Which fact of the line is held against the letterhead."""

    fact: Literal["so", "ky_hieu", "ngay", "loai", "co_quan", "ngoac"] = Field(alias="muc")


@check("kem_theo_khop", FactParameters)
def check_attachment(examined: Examined, parameters: FactParameters) -> Iterator[Departure]:
    """A line "(Kèm theo …)" that says another fact than the letterhead; one left open is right."""
    for found in examined.all(Element.APPENDIX_ATTACHMENT):
        parsed = parse_attachment(found.text)
        pair = _compare(examined, parsed, parameters.fact) if parsed is not None else None
        if pair is not None:
            piece, expected = pair
            paragraph = next((one for one in found.paragraphs if piece in one.text), found.paragraphs[0])
            start = max(0, paragraph.text.find(piece))
            end = start + len(piece) if piece in paragraph.text else len(paragraph.text)
            yield within(found, paragraph, start, end, found=piece, expected=expected)


def _compare(examined: Examined, parsed: ParsedAttachment, fact: str) -> tuple[str, str] | None:
    number, day = number_of(examined), day_of_issue(examined)
    if fact == "ngoac":
        return None if parsed.has_parentheses else (parsed.raw.strip(), "(…)")
    if fact == "so" and parsed.number_text and number is not None and number.number is not None:
        is_same = int(parsed.number_text) == number.number
        return None if is_same else (parsed.number_text, number.number_text or "")
    if fact == "ky_hieu" and parsed.symbol and number is not None and number.symbol:
        is_same = _plain(parsed.symbol) == _plain(number.symbol)
        return None if is_same else (parsed.symbol, number.symbol)
    if fact == "ngay" and parsed.date is not None and parsed.date.value is not None and day is not None:
        return None if parsed.date.value == day else (parsed.date.raw, official_date(day))
    if fact == "loai" and parsed.kind is not None:
        return _compare_kind(examined, parsed.kind)
    if fact == "co_quan" and parsed.issuer is not None:
        return _compare_issuer(examined, parsed.issuer)
    return None


def _plain(symbol: str) -> str:
    return re.sub(r"[\s.…]", "", compose(symbol)).replace("–", "-").strip("-/")


def _compare_kind(examined: Examined, written: str) -> tuple[str, str] | None:
    key = examined.recognised.kind_key
    kind = load_kinds().get(key) if key else None
    if kind is None or written.casefold() in _GENERAL:
        return None
    names = {one.name.casefold() for one in load_kinds().values()}
    words = tone_key(compose(written)).casefold()
    if words in {tone_key(name) for name in names} and words != tone_key(kind.name.casefold()):
        return written, kind.name
    return None


def _compare_issuer(examined: Examined, written: str) -> tuple[str, str] | None:
    """Compare names in capitals; an office ("Bộ trưởng Bộ …") stands for its body."""
    agency = examined.first(Element.ISSUING_AGENCY)
    if agency is None or agency.confidence < SURE:
        return None
    name = tone_key(normalise_spaces(compose(agency.text))).upper()
    issuer = tone_key(normalise_spaces(compose(written))).upper().rstrip(".)")
    short = name.removeprefix("ỦY BAN NHÂN DÂN").strip()
    if name in issuer or (short and short in issuer) or issuer in name:
        return None
    return written, normalise_spaces(agency.text)


def _mentioned(examined: Examined) -> Iterator[tuple[Recognised, Departure, str]]:
    """Yield the numbers of appendices that the document's own text names, each with its place."""
    for element in (Element.BODY, Element.ARTICLE, Element.CLAUSE, Element.POINT):
        for found in examined.all(element, 0):
            for paragraph in found.paragraphs:
                for match in _MENTION.finditer(paragraph.text):
                    # "Phụ lục I ban hành kèm theo Quyết định số …" is an appendix of another document.
                    if re.match(
                        r"\s*(?:của\s+)?(?:ban hành )?(?:kèm theo )?(?:Nghị|Thông|Quyết|Luật|Công|Chỉ)",
                        paragraph.text[match.end() :],
                    ) and not re.match(r".{0,40}\bnày\b", paragraph.text[match.end() :]):
                        continue
                    for number in _expand(match[1]):
                        yield found, within(found, paragraph, *match.span(1)), number


def _expand(text: str) -> Iterator[str]:
    span = _RANGE.fullmatch(text.strip())
    if span is not None:
        first, last = _value(span[1]), _value(span[2])
        if first is not None and last is not None and first < last <= first + 50:
            yield from (roman(number) for number in range(first, last + 1))
            return
    for number in _NUMBERS.findall(text):
        value = _value(number)
        if value is not None:
            yield roman(value)


def _value(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 0 < int(text) < 4000 else None
    try:
        return parse_roman(text)
    except ValueError:
        return None


@check("phu_luc_co_mat", NoParameters)
def check_present(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An appendix that the text names and the file does not have, where it has others, numbered or not."""
    have = {
        roman(parsed.number)
        for found in labels(examined)
        if (parsed := parse_appendix_label(found.text)) is not None and parsed.number
    }
    if not labels(examined):
        return
    told: set[str] = set()
    for _found, departure, number in _mentioned(examined):
        if number not in have and number not in told:
            told.add(number)
            yield Departure(departure.paragraph, {"found": f"Phụ lục {number}"}, departure.start, departure.end)


@check("phu_luc_nhac_den", NoParameters)
def check_mentioned(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An appendix that the document's own text does not name."""
    texts = [
        paragraph.text
        for element in (Element.BODY, Element.ARTICLE, Element.CLAUSE, Element.POINT, Element.ENACTING_WORDS)
        for found in examined.all(element, 0)
        for paragraph in found.paragraphs
    ]
    texts += [one.text for one in examined.recognised.unrecognised]
    if not texts:
        return
    named = {number for _found, _departure, number in _mentioned(examined)}
    mentions_any = any(_ANY_MENTION.search(compose(text)) for text in texts)
    mentions_all = any(re.search(r"[Cc]ác [Pp]hụ lục|[Pp]hụ lục (?:kèm|đính)|\([Pp]hụ lục\)", text) for text in texts)
    for found in labels(examined):
        parsed = parse_appendix_label(found.text)
        number = roman(parsed.number) if parsed is not None and parsed.number else None
        if not mentions_any or (number is not None and named and number not in named and not mentions_all):
            yield at(found, found=found.text.strip().splitlines()[0])
