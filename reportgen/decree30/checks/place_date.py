"""Place and date of issue: comma, capitals, zeros, a real day, not before what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check, within
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import ParsedDate, ParsedPlaceDate, find_citations, parse_date_in, parse_place_date

_SPECIAL = re.compile(r"(?i)^(?:tp\.?|t\.p\.?)\s*")
_SMALL_WORDS = {"tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu"}


def places_and_dates(examined: Examined) -> Iterator[tuple[Recognised, ParsedPlaceDate]]:
    """Yield the lines of place and date that can be read."""
    for found in examined.all(Element.PLACE_DATE):
        parsed = parse_place_date(found.text)
        if parsed is not None:
            yield found, parsed


def day_of_issue(examined: Examined) -> date | None:
    """Return the day on which the document itself was issued; `None` if it is open or cannot be read."""
    return next((parsed.date.value for found, parsed in places_and_dates(examined) if found.part == 0), None)


def _at(found: Recognised, piece: str | None, /, **values: object) -> Departure:
    paragraph = next((one for one in found.paragraphs if piece and piece in one.text), found.paragraphs[0])
    start = max(0, paragraph.text.find(piece)) if piece else 0
    return within(found, paragraph, start, start + len(piece) if piece else len(paragraph.text), **values)


@check("dia_danh_co", NoParameters)
def check_place(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A date without a place."""
    for found, parsed in places_and_dates(examined):
        if not parsed.place:
            yield _at(found, None)


@check("dia_danh_phay", NoParameters)
def check_comma(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Another sign than a comma after the place, or none."""
    for found, parsed in places_and_dates(examined):
        if parsed.place and parsed.separator != ",":
            yield _at(found, parsed.place, found=parsed.separator or "không có dấu")


@check("dia_danh_hoa", NoParameters)
def check_place_capitals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A place that is not written with capitals at its syllables."""
    for found, parsed in places_and_dates(examined):
        words = parsed.place.split()
        wrong = [word for word in words[1:] if word[0].islower() and word.lower() not in _SMALL_WORDS]
        if (words and (words[0][0].islower() or wrong)) or (
            len(parsed.place) > 3 and parsed.place == parsed.place.upper()
        ):
            yield _at(found, parsed.place, found=parsed.place, expected=parsed.place.title())


@check("dia_danh_viet_tat", NoParameters)
def check_place_abbreviation(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A place that is abbreviated: "TP. HCM"."""
    for found, parsed in places_and_dates(examined):
        if _SPECIAL.match(parsed.place) or re.search(r"\b(?:HCM|HN|ĐN)\b", parsed.place):
            yield _at(found, parsed.place, found=parsed.place)


@check("ngay_day_du", NoParameters)
def check_full_date(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A date in figures only: "28/12/2020"."""
    for found, parsed in places_and_dates(examined):
        if not parsed.date.in_words:
            yield _at(found, parsed.date.raw, found=parsed.date.raw)


@check("ngay_so_khong", NoParameters)
def check_zeros(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A day below 10, or the month 1 or 2, without its zero."""
    for found, parsed in places_and_dates(examined):
        for unit, text in (("ngày", parsed.date.day_text), ("tháng", parsed.date.month_text)):
            is_short = text is not None and len(text) == 1 and parsed.date.in_words
            if is_short and (unit == "ngày" or text in {"1", "2"}):
                yield _at(found, parsed.date.raw, found=f"{unit} {text}", expected=f"{unit} 0{text}")


@check("thang_thua_khong", NoParameters)
def check_needless_zero(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A zero before the months 3 to 9."""
    for found, parsed in places_and_dates(examined):
        text = parsed.date.month_text
        if text is not None and len(text) == 2 and text[0] == "0" and text not in {"00", "01", "02"}:
            yield _at(found, parsed.date.raw, found=f"tháng {text}", expected=f"tháng {text[1]}")


@check("ngay_co_that", NoParameters)
def check_real_date(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A day that no calendar has, anywhere in the text."""
    for found, parsed in places_and_dates(examined):
        if not parsed.date.is_open and parsed.date.value is None:
            yield _at(found, parsed.date.raw, found=parsed.date.raw)
    for element in (Element.RECITAL, Element.BODY, Element.ARTICLE, Element.CLAUSE, Element.POINT):
        for found in examined.all(element):
            for paragraph in found.paragraphs:
                day = parse_date_in(paragraph.text)
                if day is not None and not day.is_open and day.value is None:
                    start = max(0, paragraph.text.find(day.raw))
                    yield within(found, paragraph, start, start + len(day.raw), found=day.raw)


@check("ngay_sau_vien_dan", NoParameters)
def check_after_cited(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A document that is dated before one that its recitals or text cite."""
    issued = day_of_issue(examined)
    if issued is None:
        return
    for element in (Element.RECITAL, Element.BODY, Element.ARTICLE, Element.CLAUSE):
        for found in examined.all(element, 0):
            for paragraph in found.paragraphs:
                yield from _cited_later(found, paragraph_text=paragraph.text, issued=issued)


def _cited_later(found: Recognised, *, paragraph_text: str, issued: date) -> Iterator[Departure]:
    for citation in find_citations(paragraph_text):
        day = citation.date.value if citation.date is not None else None
        if day is not None and day > issued and citation.number_text is not None:
            paragraph = next(one for one in found.paragraphs if one.text == paragraph_text)
            code = f"{citation.number_text}/{citation.symbol}"
            yield within(
                found, paragraph, citation.start, citation.end, found=written(citation.date), code=code,
                issued=f"{issued.day:02d}/{issued.month}/{issued.year}",
            )  # fmt: skip


def written(day: ParsedDate | None) -> str:
    """Return a date as it stands in the text."""
    return day.raw if day is not None else ""
