"""Tables of data to Excel workbooks: the home of XlsxWriter."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from reportgen.document.data_table import DataCell, DataColumn, DataTable
from reportgen.document.workbook import clean_sheet_name
from reportgen.write.data_text import format_cell
from reportgen.write.package import read_package, write_package

# The package is stamped with this time, so that the same tables give the same bytes.
_NO_CLOCK = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST = 48
_NARROWEST = 8


def write_xlsx(tables: Sequence[DataTable], *, title: str = "") -> bytes:
    """Return a workbook with a sheet for each of `tables`: title, header row, rows, notes.

    The header is frozen and has filters. Numbers are numbers with all their digits, shown with the column's
    decimals; texts are never formulas or links, whatever they begin with; unknown cells are blank. The same tables
    give the same bytes. Memory grows by some 150 bytes a cell: writing row by row would put strings into the cells,
    which Excel rewrites when it saves.
    """
    stream = io.BytesIO()
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"title": title or (tables[0].title if tables else ""), "created": _NO_CLOCK})
    formats = _Formats(book)
    for table, name in zip(tables, _sheet_names(tables), strict=True):
        _write_sheet(book.add_worksheet(name), table, formats)
    book.close()
    return write_package(read_package(stream.getvalue(), "xlsx").values())


class _Formats:
    """The cell formats of a workbook, made once each."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401  XlsxWriter has no types
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.header = book.add_format(
            {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center"}
        )
        self.text = book.add_format({"num_format": "@"})
        self.whole = book.add_format({"num_format": "0"})
        self.note = book.add_format({"italic": True})

    def number(self, decimals: int | None) -> Any:  # noqa: ANN401  XlsxWriter has no types
        if decimals is None:
            return self.whole
        if decimals not in self._numbers:
            pattern = "0." + "0" * decimals if decimals else "0"
            self._numbers[decimals] = self._book.add_format({"num_format": pattern})
        return self._numbers[decimals]


def _write_sheet(sheet: Any, table: DataTable, formats: _Formats) -> None:  # noqa: ANN401  XlsxWriter has no types
    header_row = 2
    sheet.write_string(0, 0, table.title, formats.title)
    for position, column in enumerate(table.columns):
        sheet.set_column(position, position, _column_width(table, position))
        sheet.write_string(header_row, position, column.title, formats.header)
    for number, row in enumerate(table.rows, start=header_row + 1):
        for position, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write_cell(sheet, number, position, column, cell, formats)
    last = header_row + len(table.rows)
    sheet.freeze_panes(header_row + 1, _frozen_columns(table))
    if table.columns:
        sheet.autofilter(header_row, 0, max(last, header_row), len(table.columns) - 1)
    for number, note in enumerate(table.notes, start=last + 2):
        sheet.write_string(number, 0, note, formats.note)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header_row)


def _write_cell(
    sheet: Any,  # noqa: ANN401  XlsxWriter has no types
    row: int,
    position: int,
    column: DataColumn,
    cell: DataCell,
    formats: _Formats,
) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, position, cell, formats.text)
    else:
        sheet.write_number(row, position, cell, formats.number(column.decimals))


def _column_width(table: DataTable, position: int) -> float:
    """A width that holds the longest cell and a title in two lines, within bounds."""
    column = table.columns[position]
    longest = max((len(format_cell(cell, column)) for cell in _longest_candidates(table, position)), default=0)
    longest_word = max((len(word) for word in column.title.split()), default=0)
    return float(min(max(longest, longest_word, len(column.title) / 2, _NARROWEST) + 2, _WIDEST))


def _longest_candidates(table: DataTable, position: int) -> list[str | int | Decimal]:
    """The cells of a column that the longest is among: of numbers with the same decimals, the ends will do."""
    cells = [cell for row in table.rows if (cell := row[position]) is not None]
    numbers = [cell for cell in cells if not isinstance(cell, str)]
    if len(numbers) < len(cells) or not numbers or table.columns[position].decimals is None:
        return cells
    return [min(numbers), max(numbers)]


def _frozen_columns(table: DataTable) -> int:
    """The columns up to the last of the leading texts, which name the row."""
    first_number = next((i for i, column in enumerate(table.columns) if column.decimals is not None), 0)
    return min(first_number, 3)


def _sheet_names(tables: Sequence[DataTable]) -> list[str]:
    """The names of the sheets; Excel wants them different, whatever their case, and none longer than 31."""
    names: list[str] = []
    for table in tables:
        names.append(clean_sheet_name(table.name, tuple(names)))
    return names
