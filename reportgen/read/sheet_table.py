"""A sheet of a workbook, or a CSV file, as rows of cells that remember where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportgen.problems import Place

MAX_FILE_BYTES = 50_000_000
MAX_CELLS = 3_000_000


class CellKind(StrEnum):
    """What a cell holds."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    """An error of the spreadsheet program, such as #DIV/0!."""
    FORMULA = "formula"
    """A formula of which the file holds no result."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text as people see it, and its number if it is one.

    `is_percent` says that the number is shown as a percentage: 0.8697 shown as "86,97%".
    """

    kind: CellKind
    text: str = ""
    number: Decimal | None = None
    is_percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return self.kind is CellKind.BLANK


BLANK = Cell(CellKind.BLANK)


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells merged into one, rows and columns counted from 0, the last ones included."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of a sheet; `sheet` is `None` and `lines` the line of each row for a CSV file.

    Merged cells all hold the value of the first of them.
    """

    file: str
    sheet: str | None
    rows: tuple[tuple[Cell, ...], ...]
    lines: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return all(cell.is_blank for row in self.rows for cell in row)

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell, both counted from 0."""
        line = self.lines[row] if self.lines else None
        return Place(file=self.file, line=line, sheet=self.sheet, cell=cell_name(row, column))

    def whole(self) -> Place:
        """Return the place of the sheet."""
        return Place(file=self.file, sheet=self.sheet)


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, counted from 0, as a spreadsheet has it: "D7"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
