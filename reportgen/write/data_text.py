"""Tables of data as text: CSV for spreadsheets, JSON for programs, aligned columns for a terminal."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from reportgen.document.data_table import DataCell, DataColumn, DataTable

_GAP = "  "
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: DataTable) -> bytes:
    """Return `table` as CSV: UTF-8 with a byte order mark (Excel needs it), titles by key, numbers with a point.

    Numbers have all their digits. A text that a spreadsheet could take for a formula gets a `'` before it (the OWASP
    rule against CSV injection). Unknown is an empty field. Notes are not part of the file.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guard_formula(column.key) for column in table.columns])
    for row in table.rows:
        writer.writerow([_csv_field(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def guard_formula(text: str) -> str:
    """Return `text` with a `'` before it if it begins like a formula."""
    return (
        f"'{text}"
        if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA_SIGNS) or (text[:1] in "\t\r\n" and text)
        else text
    )


def write_json(tables: Sequence[DataTable]) -> bytes:
    """Return `tables` as JSON: for each its name, title, columns, rows (objects by key) and notes.

    Numbers are numbers, with all their digits; unknown is `null`.
    """
    return (json.dumps(tables_as_objects(tables), ensure_ascii=False, indent=2) + "\n").encode()


def tables_as_objects(tables: Sequence[DataTable]) -> list[dict[str, object]]:
    """Return `tables` as the objects that `write_json` writes."""
    return [
        {
            "ten": table.name,
            "tieu_de": table.title,
            "cot": [{"khoa": column.key, "tieu_de": column.title} for column in table.columns],
            "dong": [
                {column.key: _json_value(cell) for column, cell in zip(table.columns, row, strict=True)}
                for row in table.rows
            ],
            "ghi_chu": list(table.notes),
        }
        for table in tables
    ]


def write_terminal(table: DataTable, *, unknown: str = "…") -> str:
    """Return `table` in aligned columns with its title and notes; numbers have a comma and the decimals shown.

    Unknown cells show `unknown`. Widths count characters as a terminal shows them.
    """
    lines = _lines(table, unknown)
    widths = _widths(lines)
    is_text = [any(isinstance(row[i], str) for row in table.rows) for i in range(len(table.columns))]
    printed = [
        _GAP.join(
            _pad(cell, width, left=left) for cell, width, left in zip(line, widths, is_text, strict=True)
        ).rstrip()
        for line in lines
    ]
    rule = _GAP.join("─" * width for width in widths)
    return "\n".join([table.title, "", printed[0], rule, *printed[1:], "", *table.notes]) + "\n"


def fit_columns(table: DataTable, width: int, spare: Collection[str], *, unknown: str = "…") -> DataTable:
    """Return `table` without as many of its last columns with a key in `spare` as keep its lines from `width`."""
    widths = _widths(_lines(table, unknown))
    kept = list(range(len(table.columns)))
    while len(kept) > 1 and sum(widths[i] for i in kept) + len(_GAP) * (len(kept) - 1) > width:
        last = next((i for i in reversed(kept) if table.columns[i].key in spare), None)
        if last is None:
            break
        kept.remove(last)
    rows = tuple(tuple(row[i] for i in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[i] for i in kept), rows=rows)


def _lines(table: DataTable, unknown: str) -> list[list[str]]:
    """The titles and the rows, as they are shown."""
    lines = [[column.title for column in table.columns]]
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        lines.append([unknown if cell is None else format_cell(cell, column) for column, cell in cells])
    return lines


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    return [max(map(_width, column)) for column in zip(*lines, strict=True)]


def format_cell(cell: str | int | Decimal, column: DataColumn) -> str:
    """Return a cell as Vietnamese text shows it: a comma before the decimals, rounded half up to those shown."""
    if isinstance(cell, str):
        return "".join(" " if unicodedata.category(character) == "Cc" else character for character in cell)
    if isinstance(cell, int) or column.decimals is None:
        return str(cell).replace(".", ",")
    return f"{cell.quantize(Decimal(1).scaleb(-column.decimals), rounding=ROUND_HALF_UP):f}".replace(".", ",")


def _csv_field(cell: DataCell) -> str:
    if cell is None:
        return ""
    return guard_formula(cell) if isinstance(cell, str) else _plain(cell)


def _plain(cell: int | Decimal) -> str:
    """All digits, without an exponent and without zeros that say nothing."""
    if isinstance(cell, int):
        return str(cell)
    text = f"{cell:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _json_value(cell: DataCell) -> str | int | float | None:
    return float(cell) if isinstance(cell, Decimal) else cell


def _width(text: str) -> int:
    """The columns that a terminal gives to `text`."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _pad(text: str, width: int, *, left: bool) -> str:
    space = " " * (width - _width(text))
    return text + space if left else space + text
