"""The number and symbol of a document: signs, zero, capitals, and the abbreviation of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from reportgen.decree30.checks.base import SMALL_LETTERS, Departure, Examined, NoParameters, Parameters, check, within
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import ParsedNumber, parse_number_symbol
from reportgen.decree30.recognise_kinds import load_kinds
from reportgen.vietnamese.unicode_forms import compose

_SPACED = re.compile(r"\s[-–—]|[-–—]\s")
_DASH = re.compile("[–—]")
_SECRET = re.compile(r"-(?:TM|M|T)$")
_ROMAN_OR_WORDS = re.compile(rf"[Ss]ố\s*:?\s*(?:[IVXLC]{{1,6}}|[{SMALL_LETTERS}]{{2,}})\s*/")


def parsed_numbers(examined: Examined) -> Iterator[tuple[Recognised, ParsedNumber]]:
    """Yield the lines of number and symbol that can be read, of the letter and of texts issued with it."""
    for found in examined.all(Element.NUMBER_SYMBOL):
        parsed = parse_number_symbol(found.text)
        if parsed is not None:
            yield found, parsed


def number_of(examined: Examined) -> ParsedNumber | None:
    """Return the number and symbol of the document itself."""
    return next((parsed for found, parsed in parsed_numbers(examined) if found.part == 0), None)


def _part_of(found: Recognised, piece: str, /, **values: object) -> Departure:
    paragraph = next((one for one in found.paragraphs if piece and piece in one.text), found.paragraphs[0])
    start = max(0, paragraph.text.find(piece)) if piece else 0
    return within(found, paragraph, start, start + len(piece) if piece else len(paragraph.text), **values)


@check("so_co_chu", NoParameters)
def check_word(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The word "Số" missing, or in capitals or small letters throughout."""
    for found, parsed in parsed_numbers(examined):
        word = compose(found.text).strip()[:2]
        if not parsed.has_word or word != "Số":
            yield _part_of(found, "", found=compose(found.text).strip())


@check("so_hai_cham", NoParameters)
def check_colon(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """No colon after the word "Số"."""
    for found, parsed in parsed_numbers(examined):
        if parsed.has_word and not parsed.has_colon:
            yield _part_of(found, "", found=compose(found.text).strip())


@check("so_khong", NoParameters)
def check_zero(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A number below 10 without its zero."""
    for found, parsed in parsed_numbers(examined):
        if parsed.number_text is not None and len(parsed.number_text) == 1:
            yield _part_of(found, parsed.number_text, found=parsed.number_text, expected=f"0{parsed.number_text}")


@check("so_thua_khong", NoParameters)
def check_needless_zero(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A number from 10 with a zero before it."""
    for found, parsed in parsed_numbers(examined):
        text = parsed.number_text
        if text is not None and len(text) > 2 and text.startswith("0"):
            yield _part_of(found, text, found=text, expected=text.lstrip("0").rjust(2, "0"))


@check("so_a_rap", NoParameters)
def check_arabic(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A number in Roman figures or in words."""
    for found in examined.all(Element.NUMBER_SYMBOL):
        text = compose(found.text).strip()
        if _ROMAN_OR_WORDS.match(text):
            yield _part_of(found, "", found=text)


@check("so_gach_cheo", NoParameters)
def check_stroke(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Another sign than "/" between number and symbol, or none."""
    for found, parsed in parsed_numbers(examined):
        if parsed.number_text is not None and parsed.symbol and not parsed.has_stroke:
            yield _part_of(found, parsed.symbol, found=compose(found.text).strip())


@check("ky_hieu_gach_noi", NoParameters)
def check_hyphens(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Spaces in a symbol, or a dash or stroke where a hyphen has to be."""
    for found, parsed in parsed_numbers(examined):
        symbol = parsed.symbol
        spaced = _SPACED.search(symbol) or _DASH.search(symbol) or re.search(r"[A-ZĐ]\s+[A-ZĐ]", symbol)
        wide = re.search(r"\d\s+/|/\s+[A-ZĐ]", found.text) if parsed.number_text else None
        if spaced or wide:
            right = re.sub(r"\s*[-–—]\s*", "-", symbol)
            yield _part_of(found, symbol, found=symbol, expected=re.sub(r"\s+", "-", right.strip()))


@check("ky_hieu_hoa", NoParameters)
def check_capitals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A group of a symbol in small letters, but for the abbreviations that have some (QyĐ, CTr, TTr, TTg)."""
    mixed = {kind.abbreviation for kind in load_kinds().values() if kind.abbreviation} | {"TTg", "VPCP"}
    for found, parsed in parsed_numbers(examined):
        for group in parsed.groups:
            if group not in mixed and group != group.upper() and not _is_known_mixed(group):
                right = next((one for one in mixed if one.upper() == group.upper()), group.upper())
                yield _part_of(found, group, found=group, expected=right)


def _is_known_mixed(group: str) -> bool:
    # Abbreviations of bodies such as "TTg" and "BKHCNVIETTEL" end in one small letter at most.
    return len(group) > 2 and group[:-1] == group[:-1].upper() and group[-1].islower()


class KindParameters(Parameters):
    """Whether documents with a kind of their own are meant, or letters."""

    named: bool = Field(alias="co_ten_loai")


@check("ky_hieu_loai", KindParameters)
def check_kind(examined: Examined, parameters: KindParameters) -> Iterator[Departure]:
    """A symbol whose first group is not the abbreviation of the kind; a letter with one, or without a unit."""
    key = examined.recognised.kind_key
    kind = load_kinds().get(key) if key else None
    number = next(((found, one) for found, one in parsed_numbers(examined) if found.part == 0), None)
    if number is None or not number[1].groups or kind is None:
        return
    found, parsed = number
    groups = [group for group in parsed.groups if not group.isdigit()]
    if parameters.named and kind.abbreviation is not None and groups:
        if groups[0] != kind.abbreviation:
            yield _part_of(found, groups[0], found=groups[0], expected=kind.abbreviation, kind=kind.name)
    elif not parameters.named and key == "cong_van" and groups:
        abbreviations = {one.abbreviation for one in load_kinds().values() if one.abbreviation} | {"CV"}
        if groups[0] in abbreviations:
            yield _part_of(found, groups[0], found=groups[0])


@check("ky_hieu_don_vi", NoParameters)
def check_unit(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A symbol with one group only: a letter lacks the drafting unit, a document with a kind the body."""
    key = examined.recognised.kind_key
    kind = load_kinds().get(key) if key else None
    # A letter has no abbreviation of its kind, but one of its unit; an official note (thư công) has neither.
    if kind is None or (kind.abbreviation is None and key != "cong_van"):
        return
    for found, parsed in parsed_numbers(examined):
        groups = [group for group in parsed.groups if not group.isdigit()]
        if found.part == 0 and len(groups) == 1 and not _SECRET.search(parsed.symbol):
            yield _part_of(found, parsed.symbol, found=parsed.symbol)
