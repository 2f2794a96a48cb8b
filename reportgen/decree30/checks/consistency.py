"""Facts of the text that have to agree: the dates, numbers and names of one thing, shares, deadlines, changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check, parsed_number
from reportgen.decree30.checks.number_symbol import number_of
from reportgen.decree30.checks.place_date import day_of_issue, written
from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import find_citations, parse_date_in

_DEADLINE = re.compile(
    r"\b(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn(?: chót)?(?: là)?|hoàn (?:tất|thành)(?: trước)?(?: là)?)"
    r"\s+(?=(?:ngày\s*)?\d{1,2}\s*(?:/|tháng))"
)
_PART_OF = re.compile(
    r"(?P<part>\d[\d.]*)\s*/\s*(?P<whole>\d[\d.]*)\s+[^\d(;.]{1,60}?\(?"
    r"(?:đạt|chiếm|tương đương|bằng|đạt tỷ lệ|\()\s*(?:tỷ lệ\s*)?(?P<share>\d{1,3}(?:,\d+)?)\s*%"
)
_CHANGE = re.compile(
    r"\b(?P<word>[Tt]ăng|[Gg]iảm)\b(?:\s+(?:thêm\s+)?\d[\d.,]*\s*%?)?(?:(?!\btăng\b|\bgiảm\b)[^.;\d]){0,30}?\s*từ\s+(?P<from>\d[\d.]*(?:,\d+)?)"
    r"\s*(?:%|[^\d\s,.;]+(?: [^\d\s,.;]+){0,2}?)?"
    r"\s*(?:\([^)]{0,40}\)|(?:vào |của |trong )?(?:năm \d{4}|tháng \d+(?:/\d{4})?))?\s*,?"
    r"\s*(?:lên|xuống|đến|còn|thành)\s+(?:còn\s+)?(?P<to>\d[\d.]*(?:,\d+)?)"
)
# "từ 80% lên 75%", without the word "tăng".
_DIRECTION = re.compile(
    r"\btừ\s+(?P<from>\d[\d.]*(?:,\d+)?)\s*%\s*(?:\([^)]{0,40}\)|(?:vào |của |trong )?năm \d{4})?\s*,?"
    r"\s*(?P<word>lên|xuống)\s+(?:còn\s+|đến\s+)?(?P<to>\d[\d.]*(?:,\d+)?)\s*%"
)
_UP = {"tăng", "lên"}
_WORDS_OF_ABSTRACT = 9


@check("mot_so_mot_ngay", NoParameters)
def check_one_date(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The same document cited with two dates."""
    days: dict[str, tuple[date, str]] = {}
    own, issued = number_of(examined), day_of_issue(examined)
    if own is not None and own.number is not None and issued is not None:
        days[f"{own.number}/{own.symbol}"] = (issued, f"{issued.day:02d}/{issued.month}/{issued.year}")
    skipped = {one.index for found in examined.all(Element.APPENDIX_ATTACHMENT) for one in found.paragraphs}
    for paragraph in examined.seen.paragraphs:
        if paragraph.index in skipped or "/" not in paragraph.text:
            continue
        for citation in find_citations(paragraph.text):
            day = citation.date.value if citation.date is not None else None
            if day is None or citation.number_text is None or not citation.kind:
                continue
            # "Công văn số 05/UBND" of two bodies are two documents: kinds and issuers are in the symbol of few.
            key = f"{int(citation.number_text)}/{citation.symbol}"
            known = days.setdefault(key, (day, written(citation.date)))
            if known[0] != day:
                unsure = "-" not in (citation.symbol or "") or known[0].year != day.year
                values = {"code": key, "found": written(citation.date), "other": known[1]}
                yield Departure(paragraph, values, citation.start, citation.end, unsure=unsure)


@check("ty_le_theo_so", NoParameters)
def check_shares(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A share in the text that does not follow from the counts beside it: "45/60 đơn vị (đạt 80%)"."""
    for paragraph in examined.seen.paragraphs:
        for match in _PART_OF.finditer(paragraph.text):
            part, whole, share = (parsed_number(match[name]) for name in ("part", "whole", "share"))
            if part is None or whole is None or share is None or not whole or part > whole:
                continue
            decimals = len(match["share"].partition(",")[2])
            exact = part * 100 / whole
            if abs(exact - share) > Decimal(1).scaleb(-decimals):
                expected = f"{exact:.{max(decimals, 1)}f}".replace(".", ",")
                values = {"found": f"{match['share']}%", "expected": f"{expected}%"}
                yield Departure(paragraph, values, match.start("share"), match.end("share") + 1)


@check("han_sau_ngay", NoParameters)
def check_deadlines(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A deadline before the day of issue."""
    issued = day_of_issue(examined)
    if issued is None:
        return
    for paragraph in examined.seen.paragraphs:
        for match in _DEADLINE.finditer(paragraph.text):
            # What was done before a day is told in the same words; an order says "phải", "đề nghị", "gửi".
            sentence = paragraph.text[: match.start()].rpartition(". ")[2]
            if not re.search(r"\b(?:[Đđ]ề nghị|gửi|yêu cầu|phải|hoàn thành|báo cáo|thực hiện|thời hạn)\b", sentence):
                continue
            day = parse_date_in(paragraph.text[match.start() : match.end() + 40])
            if day is not None and day.value is not None and day.value < issued:
                start = max(0, paragraph.text.find(day.raw, match.start()))
                shown = f"{issued.day:02d}/{issued.month}/{issued.year}"
                yield Departure(paragraph, {"found": day.raw, "issued": shown}, start, start + len(day.raw))


@check("tang_giam", NoParameters)
def check_changes(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The word "tăng" (or "lên") from a number to a smaller one, "giảm" (or "xuống") to a greater one."""
    for paragraph in examined.seen.paragraphs:
        told: set[int] = set()
        for match in (*_CHANGE.finditer(paragraph.text), *_DIRECTION.finditer(paragraph.text)):
            first, last = parsed_number(match["from"]), parsed_number(match["to"])
            if first is None or last is None or match.start("to") in told:
                continue
            told.add(match.start("to"))
            if last < first if match["word"].lower() in _UP else last > first:
                values = {"found": match["word"], "first": match["from"], "last": match["to"]}
                yield Departure(paragraph, values, match.start("word"), match.end("word"))


@check("mot_van_ban_mot_so", NoParameters)
def check_one_number(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The same document (symbol, date, issuer, abstract) cited with two numbers."""
    numbers: dict[tuple[str, date, str], int] = {}
    for paragraph in examined.seen.paragraphs:
        for citation in find_citations(paragraph.text) if "/" in paragraph.text else ():
            day = citation.date.value if citation.date is not None else None
            words = re.findall(r"\w+", citation.issuer or "")
            if day is None or citation.number_text is None or len(words) < _WORDS_OF_ABSTRACT:
                continue
            number = int(citation.number_text)
            key = (citation.symbol or "", day, " ".join(words[:_WORDS_OF_ABSTRACT]).casefold())
            known = numbers.setdefault(key, number)
            if known != number:
                values = {"found": f"{number}/{citation.symbol}", "other": f"{known}/{citation.symbol}"}
                yield Departure(paragraph, values, citation.start, citation.end)
