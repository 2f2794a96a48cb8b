"""Excel workbooks to tables of cells: the reader's home of openpyxl."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from reportgen.problems import Place, Problem
from reportgen.problems.indicators import HIDDEN_SHEET, NOT_A_WORKBOOK, TOO_LARGE
from reportgen.read.sheet_table import (
    BLANK,
    MAX_CELLS,
    MAX_FILE_BYTES,
    Cell,
    CellKind,
    MergedRange,
    SheetTable,
)
from reportgen.vietnamese.unicode_forms import compose

_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_MAX_UNPACKED = 500_000_000
_MAX_MEMBERS = 2_000
_MERGED = re.compile(
    rb"""mergeCell[^>]*?ref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})"""
)
# What openpyxl lets through when a part is missing or does not say what it should; broken XML is a SyntaxError.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, InvalidFileException, KeyError, ValueError, TypeError,
    AttributeError, IndexError, OverflowError, SyntaxError, RuntimeError,
)  # fmt: skip


def is_workbook(data: bytes) -> bool:
    """Say whether `data` looks like an Excel file, of today or of old."""
    return data.startswith((b"PK\x03\x04", _OLE_SIGNATURE))


def read_workbook(data: bytes, file: str) -> tuple[tuple[SheetTable, ...], list[Problem]]:
    """Read `data`, the bytes of the workbook `file`, and return its visible sheets with every problem found.

    Formulas give the result that the file holds; one without a result is a cell of kind `FORMULA`. Hidden sheets are
    not read. The file is refused if it is encrypted, in the format of before 2007, broken, or beyond the limits.
    """
    place = Place(file=file)
    if refused := _refuse(data, place):
        return (), [refused]
    try:
        # Warnings of openpyxl are about features that it would lose on saving; nothing is saved here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
            values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            return _read_sheets(values, formulas, file)
    except _BROKEN as error:
        return (), [_broken(place, type(error).__name__)]


def _read_sheets(values: Any, formulas: Any, file: str) -> tuple[tuple[SheetTable, ...], list[Problem]]:  # noqa: ANN401
    tables: list[SheetTable] = []
    problems: list[Problem] = []
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            problems.append(HIDDEN_SHEET.at(Place(file=file, sheet=sheet.title)))
        elif sheet.max_row * sheet.max_column > MAX_CELLS:
            where = Place(file=file, sheet=sheet.title)
            problems.append(TOO_LARGE.at(where, what="số ô", what_en="the number of cells", limit=MAX_CELLS))
        else:
            tables.append(_read_sheet(sheet, formulas[sheet.title], file))
    return tuple(tables), problems


def _refuse(data: bytes, place: Place) -> Problem | None:
    """The problem of a file that must not be opened, or `None`."""
    if len(data) > MAX_FILE_BYTES:
        return TOO_LARGE.at(place, what="tệp", what_en="the file", limit=f"{MAX_FILE_BYTES // 1_000_000} MB")
    if data.startswith(_OLE_SIGNATURE):
        return NOT_A_WORKBOOK.at(
            place, reason="tệp có mật khẩu hoặc ở định dạng .xls cũ", reason_en="it has a password or is an old .xls"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > _MAX_MEMBERS or sum(info.file_size for info in infos) > _MAX_UNPACKED:
                return TOO_LARGE.at(place, what="nội dung giải nén", what_en="the unpacked content", limit="500 MB")
            if any(_declares_entities(archive, info) for info in infos):
                return _broken(place, "DOCTYPE")
            if sum(_merged_cells(archive, info) for info in infos) > MAX_CELLS:
                return TOO_LARGE.at(
                    place, what="số ô được gộp", what_en="the number of merged cells", limit=MAX_CELLS
                )
    except _BROKEN as error:
        return _broken(place, type(error).__name__)
    return None


def _declares_entities(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a part brings a document type: no Office program writes one, and it can make a part grow no end."""
    if not info.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(info) as stream:
        return b"<!DOCTYPE" in stream.read(4096)


def _merged_cells(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> int:
    """How many cells a sheet merges: openpyxl makes each of them, so one short line could take all memory."""
    if not info.filename.startswith("xl/worksheets/"):
        return 0
    found = _MERGED.finditer(archive.read(info))
    return sum(
        (int(last_row) - int(first_row) + 1) * (_column_number(last) - _column_number(first) + 1)
        for first, first_row, last, last_row in (match.groups() for match in found)
    )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _broken(place: Place, what: str) -> Problem:
    return NOT_A_WORKBOOK.at(place, reason=f"tệp hỏng hoặc không phải .xlsx ({what})", reason_en=f"broken ({what})")


def _read_sheet(values: Any, formulas: Any, file: str) -> SheetTable:  # noqa: ANN401  openpyxl has no types
    merged = tuple(
        MergedRange(str(found), found.min_row - 1, found.max_row - 1, found.min_col - 1, found.max_col - 1)
        for found in values.merged_cells.ranges
    )
    rows = [
        [_read_cell(value, formula) for value, formula in zip(*pair, strict=True)]
        for pair in zip(values.iter_rows(), formulas.iter_rows(), strict=True)
    ]
    for found in merged:
        for row, column in _cells_of(found, rows):
            rows[row][column] = rows[found.first_row][found.first_column]
    ordered = sorted(merged, key=lambda found: (found.first_row, found.first_column))
    return SheetTable(file, values.title, tuple(tuple(row) for row in rows), merged=tuple(ordered))


def _cells_of(found: MergedRange, rows: list[list[Cell]]) -> Iterator[tuple[int, int]]:
    for row in range(found.first_row, min(found.last_row + 1, len(rows))):
        for column in range(found.first_column, min(found.last_column + 1, len(rows[row]))):
            yield row, column


def _read_cell(cell: Any, formula: Any) -> Cell:  # noqa: ANN401  openpyxl has no types
    value = cell.value
    if value is None:
        has_formula = formula.data_type == "f"
        return Cell(CellKind.FORMULA, str(getattr(formula.value, "text", formula.value))) if has_formula else BLANK
    if cell.data_type == "e":
        return Cell(CellKind.ERROR, str(value))
    if isinstance(value, bool):
        return Cell(CellKind.TEXT, "TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        number = Decimal(repr(value))
        if not number.is_finite():
            return Cell(CellKind.ERROR, str(value))
        return Cell(CellKind.NUMBER, f"{number:f}", number, is_percent="%" in cell.number_format)
    if isinstance(value, (datetime, date, time, timedelta)):
        return Cell(CellKind.DATE, str(value))
    text = compose(str(value)).strip()
    return Cell(CellKind.TEXT, text) if text else BLANK
