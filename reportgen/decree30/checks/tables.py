"""Figures of tables that have to agree: a total with the rows that it sums, a share with the counts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check, parsed_number
from reportgen.decree30.seen import SeenParagraph, SeenTable

_TOTAL = re.compile(r"^\s*(?:tổng cộng|tổng số|tổng|cộng)\b", re.IGNORECASE)
_UNSUMMED = re.compile(
    r"%|tỷ lệ|tỉ lệ|bình quân|trung bình|năm|stt|tt|xếp hạng|thứ hạng|điểm|số hiệu|mã", re.IGNORECASE
)
_SHARE = re.compile(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng", re.IGNORECASE)
_FEWEST_ROWS = 3
_MOST_COLUMNS = 12


@check("tong_cot", NoParameters)
def check_totals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A row of totals whose number is not the sum of the rows above; of the rows below, it is only a note."""
    for table in examined.seen.tables:
        total = next(((at, row) for at, row in enumerate(table.rows) if _is_total(row)), None)
        if total is None or not _is_even(table):
            continue
        position, row = total
        is_first = position == max(1, table.head_rows)
        summed = table.rows[position + 1 :] if is_first else table.rows[1:position]
        for column in range(1, len(row)):
            yield from _check_column(examined, table, summed, position, column, unsure=is_first)


def _is_total(row: Sequence[str]) -> bool:
    return any(_TOTAL.match(cell) for cell in row[:2])


def _is_even(table: SeenTable) -> bool:
    return len({len(row) for row in table.rows}) == 1


def _check_column(
    examined: Examined, table: SeenTable, summed: Sequence[Sequence[str]], position: int, column: int, *, unsure: bool
) -> Iterator[Departure]:
    if _UNSUMMED.search(_head(table, column)):
        return
    wanted = parsed_number(table.rows[position][column])
    if wanted is None:
        return
    numbers = [parsed_number(row[column]) for row in summed if row[column].strip() not in {"", "-"}]
    known = [number for number in numbers if number is not None]
    if len(known) < 2 or len(known) != len(numbers) or _has_groups(summed):
        return
    if sum(known) != wanted:
        paragraph = _cell_paragraph(examined, table.index, position + 1, column + 1)
        values = {"found": table.rows[position][column].strip(), "expected": _shown(sum(known, Decimal(0)))}
        yield Departure(paragraph, values, unsure=unsure)


def _head(table: SeenTable, column: int) -> str:
    return " ".join(row[column] for row in table.rows[: max(1, table.head_rows)])


def _has_groups(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether some rows are sums of others: "I", "1.1", or rows in the words of a subtotal."""
    firsts = [row[0].strip() for row in rows]
    return any(re.fullmatch(r"[IVX]+|[A-Z]|\d+\.\d+\.?", first) for first in firsts) or any(
        _is_total(row) for row in rows
    )


def _shown(number: Decimal) -> str:
    text = f"{number:,}" if number == number.to_integral() else f"{number:,f}"
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def _cell_paragraph(examined: Examined, table: int, row: int, column: int) -> SeenParagraph | None:
    for paragraph in examined.seen.paragraphs:
        cell = paragraph.cell
        if cell is not None and (cell.table, cell.row, cell.column) == (table, row, column):
            return paragraph
    return None


@check("ty_le_trong_bang", NoParameters)
def check_table_shares(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A share in a table that does not follow from its counts, where those of the other rows do."""
    for table in examined.seen.tables:
        if not _is_even(table) or len(table.rows[0]) > _MOST_COLUMNS or len(table.rows) <= _FEWEST_ROWS:
            continue
        for column in range(1, len(table.rows[0])):
            if _SHARE.search(_head(table, column)):
                yield from _wrong_shares(examined, table, column)


def _wrong_shares(examined: Examined, table: SeenTable, column: int) -> Iterator[Departure]:
    first = max(1, table.head_rows)
    rows = [
        (position, row)
        for position, row in enumerate(table.rows[first:], start=first)
        if parsed_number(_bare(row[column])) is not None
    ]
    if len(rows) <= _FEWEST_ROWS:
        return
    others = [other for other in range(len(table.rows[0])) if other != column]
    best: list[tuple[int, str, Decimal]] | None = None
    for part, whole in permutations(others, 2):
        wrong = _mismatches(rows, part, whole, column)
        if wrong is not None and (best is None or len(wrong) < len(best)):
            best = wrong
    # One slip among rows that agree is a slip; several are another way of counting.
    if best is not None and len(best) * 4 <= len(rows):
        for position, found, exact in best:
            decimals = len(found.partition(",")[2])
            expected = f"{exact:.{max(decimals, 1)}f}".replace(".", ",")
            paragraph = _cell_paragraph(examined, table.index, position + 1, column + 1)
            yield Departure(paragraph, {"found": f"{found}%", "expected": f"{expected}%"})


def _mismatches(
    rows: Sequence[tuple[int, Sequence[str]]], part: int, whole: int, column: int
) -> list[tuple[int, str, Decimal]] | None:
    """Return the rows whose share is not `part` of `whole`; `None` if these columns have no such numbers."""
    wrong = []
    for position, row in rows:
        count, of_all = parsed_number(row[part]), parsed_number(row[whole])
        found = _bare(row[column])
        share = parsed_number(found)
        if count is None or of_all is None or not of_all or share is None:
            return None
        exact = count * 100 / of_all
        if abs(exact - share) > Decimal(1).scaleb(-len(found.partition(",")[2])):
            wrong.append((position, found, exact))
    return wrong


def _bare(text: str) -> str:
    return text.strip().removesuffix("%").strip()
