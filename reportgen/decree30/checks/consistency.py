"""Facts that have to agree with each other: dates of one document, totals, shares, deadlines, rises and falls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check
from reportgen.decree30.checks.number_symbol import number_of
from reportgen.decree30.checks.place_date import day_of_issue, written
from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import find_citations, parse_date_in
from reportgen.decree30.seen import SeenParagraph, SeenTable
from reportgen.vietnamese.numbers import NumberError, parse_number

_TOTAL = re.compile(r"^\s*(?:tổng cộng|tổng số|tổng|cộng)\b", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|hạn(?: chót)?(?: là)?|hoàn (?:tất|thành)(?: trước)?(?: là)?)"
    r"\s+(?=(?:ngày\s*)?\d{1,2}\s*(?:/|tháng))"
)
_PART_OF = re.compile(
    r"(?P<part>\d[\d.]*)\s*/\s*(?P<whole>\d[\d.]*)\s+[^\d(;.]{1,60}?\(?"
    r"(?:đạt|chiếm|tương đương|bằng|đạt tỷ lệ|\()\s*(?:tỷ lệ\s*)?(?P<share>\d{1,3}(?:,\d+)?)\s*%"
)
_CHANGE = re.compile(
    r"\b(?P<word>tăng|giảm)\b(?:(?!\btăng\b|\bgiảm\b)[^.;\d]){0,30}?\s*từ\s+(?P<from>\d[\d.]*(?:,\d+)?)"
    r"\s*(?:%|[^\d\s,.;]+(?: [^\d\s,.;]+){0,2}?)?"
    r"\s*(?:\([^)]{0,40}\)|(?:vào |của |trong )?(?:năm \d{4}|tháng \d+(?:/\d{4})?))?\s*,?"
    r"\s*(?:lên|xuống|đến|còn|thành)\s+(?:còn\s+)?(?P<to>\d[\d.]*(?:,\d+)?)"
)
_UNSUMMED = re.compile(
    r"%|tỷ lệ|tỉ lệ|bình quân|trung bình|năm|stt|tt|xếp hạng|thứ hạng|điểm|số hiệu|mã", re.IGNORECASE
)


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


@check("tong_cot", NoParameters)
def check_totals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A row of totals whose number is not the sum of the rows above."""
    for table in examined.seen.tables:
        total = next(((at, row) for at, row in enumerate(table.rows) if _is_total(row)), None)
        if total is None or total[0] < 2 or not _is_even(table):
            continue
        position, row = total
        above = table.rows[1:position]
        for column in range(1, len(row)):
            yield from _check_column(examined, table, above, position, column)


def _is_total(row: Sequence[str]) -> bool:
    return any(_TOTAL.match(cell) for cell in row[:2])


def _is_even(table: SeenTable) -> bool:
    return len({len(row) for row in table.rows}) == 1


def _check_column(
    examined: Examined, table: SeenTable, above: Sequence[Sequence[str]], position: int, column: int
) -> Iterator[Departure]:
    head = " ".join(row[column] for row in table.rows[: max(1, table.head_rows)])
    if _UNSUMMED.search(head):
        return
    wanted = _number(table.rows[position][column])
    if wanted is None:
        return
    numbers = [_number(row[column]) for row in above if row[column].strip() not in {"", "-"}]
    known = [number for number in numbers if number is not None]
    if len(known) < 2 or len(known) != len(numbers) or _has_groups(above):
        return
    if sum(known) != wanted:
        paragraph = _cell_paragraph(examined, table.index, position + 1, column + 1)
        values = {"found": table.rows[position][column].strip(), "expected": _shown(sum(known, Decimal(0)))}
        yield Departure(paragraph, values)


def _has_groups(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether some rows are sums of others: "I", "1.1", or rows in the words of a subtotal."""
    firsts = [row[0].strip() for row in rows]
    return any(re.fullmatch(r"[IVX]+|[A-Z]|\d+\.\d+\.?", first) for first in firsts) or any(
        _is_total(r) for r in rows
    )


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text.strip())
    except (NumberError, InvalidOperation):
        return None


def _shown(number: Decimal) -> str:
    text = f"{number:,}" if number == number.to_integral() else f"{number:,f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def _cell_paragraph(examined: Examined, table: int, row: int, column: int) -> SeenParagraph | None:
    for paragraph in examined.seen.paragraphs:
        cell = paragraph.cell
        if cell is not None and (cell.table, cell.row, cell.column) == (table, row, column):
            return paragraph
    return None


@check("ty_le_theo_so", NoParameters)
def check_shares(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A share in the text that does not follow from the counts beside it: "45/60 đơn vị (đạt 80%)"."""
    for paragraph in examined.seen.paragraphs:
        for match in _PART_OF.finditer(paragraph.text):
            part, whole, share = (_number(match[name]) for name in ("part", "whole", "share"))
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
    """The word "tăng" from a number to a smaller one, "giảm" to a greater one."""
    for paragraph in examined.seen.paragraphs:
        for match in _CHANGE.finditer(paragraph.text):
            first, last = _number(match["from"]), _number(match["to"])
            if first is None or last is None:
                continue
            if (match["word"] == "tăng" and last < first) or (match["word"] == "giảm" and last > first):
                values = {"found": match["word"], "first": match["from"], "last": match["to"]}
                yield Departure(paragraph, values, match.start("word"), match.end("word"))
