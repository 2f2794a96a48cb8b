"""The rows of a list, from a CSV file or the first sheet of a workbook, as texts that know where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from reportgen.problems import Place, Problem, has_errors
from reportgen.problems import recipients as kinds
from reportgen.read.csv_table import read_csv
from reportgen.read.sheet_table import Cell, CellKind, SheetTable, cell_name
from reportgen.read.workbook import is_workbook, read_workbook
from reportgen.vietnamese import normalise_spaces, short_date


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: its place (that of its first cell), a text for each column, and what is wrong with its cells."""

    place: Place
    cells: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def place_of(self, column: int) -> Place:
        """Return the place of the cell in `column`, counted from 0."""
        return cell_beside(self.place, column)


@dataclass(frozen=True, slots=True)
class ListRows:
    """The row that names the columns, without blank ones at its end, and the rows below it that hold anything."""

    head: ListRow
    rows: tuple[ListRow, ...]


def cell_beside(place: Place, column: int) -> Place:
    """Return the place of the cell in `column`, counted from 0, of the row whose first cell is at `place`."""
    if place.cell is None:
        return place
    row = int("".join(filter(str.isdigit, place.cell)))
    return replace(place, cell=cell_name(row - 1, column))


def read_list(data: bytes, file: str) -> tuple[ListRows | None, list[Problem]]:
    """Return the rows in `data`, the bytes of `file`, and the problems of the file as a whole.

    The first row that holds anything names the columns. CSV files are read in the encodings of `read_csv`; of a
    workbook the first visible sheet is read.
    """
    table, problems = _read_table(data, file)
    if table is None or has_errors(problems):
        return None, problems
    filled = [(at, cells) for at, cells in enumerate(table.rows) if not all(cell.is_blank for cell in cells)]
    if len(filled) < 2:
        return None, [*problems, kinds.EMPTY_LIST.at(Place(file=file))]
    width = max(at + 1 for at, cell in enumerate(filled[0][1]) if not cell.is_blank)
    head, *rows = (_read_row(table, at, cells, width) for at, cells in filled)
    return ListRows(head, tuple(rows)), [*problems, *head.problems]


def _read_table(data: bytes, file: str) -> tuple[SheetTable | None, list[Problem]]:
    if not is_workbook(data):
        return read_csv(data, file)
    sheets, problems = read_workbook(data, file)
    if not sheets:
        return None, problems if has_errors(problems) else [*problems, kinds.EMPTY_LIST.at(Place(file=file))]
    problems += [kinds.OTHER_SHEET.at(sheet.whole()) for sheet in sheets[1:] if not sheet.is_empty]
    return sheets[0], problems


def _read_row(table: SheetTable, row: int, cells: tuple[Cell, ...], width: int) -> ListRow:
    problems = tuple(_problems(table, row, cells, width))
    texts = [_text(cell) for cell in cells[:width]]
    return ListRow(table.place(row, 0), (*texts, *[""] * (width - len(texts))), problems)


def _problems(table: SheetTable, row: int, cells: tuple[Cell, ...], width: int) -> Iterator[Problem]:
    for column, cell in enumerate(cells):
        if cell.kind is CellKind.FORMULA:
            yield kinds.FORMULA_CELL.at(table.place(row, column), found=cell.text)
        elif cell.kind is CellKind.ERROR:
            yield kinds.ERROR_CELL.at(table.place(row, column), found=cell.text)
        elif column >= width and not cell.is_blank:
            yield kinds.CELL_WITHOUT_COLUMN.at(table.place(row, column), found=cell.text)


def _text(cell: Cell) -> str:
    if cell.kind is CellKind.DATE:
        return _date_text(cell.text)
    if cell.kind is CellKind.NUMBER and cell.number is not None:
        # A number is often a code or a year here, so its digits are not grouped; only its point becomes a comma.
        number = cell.number * 100 if cell.is_percent else cell.number
        digits = f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
        return digits.replace(".", ",") + ("%" if cell.is_percent else "")
    lines = (normalise_spaces(line) for line in cell.text.splitlines())
    return "\n".join(line for line in lines if line)


def _date_text(written: str) -> str:
    """Return a date of a workbook as letters write it; a time of day, or a date with one, stays as it is."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    midnight = moment == datetime(moment.year, moment.month, moment.day)
    return short_date(moment.date()) if midnight else written
