"""A workbook, frozen: sheets of values, formulas and charts, and where their cells stand so that formulas name them.

A sheet has its title in row 1, a mark in row 2, lines above the head from row 3 on (points, means), the head, and
below it the rows; notes follow. Formulas are written in English with `,` between arguments, as files hold them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from reportgen.document.data_table import DataCell

LONGEST_SHEET_NAME = 31
_FORBIDDEN_IN_NAMES = "[]:*?/\\"
_TITLE_ROWS = 2


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of this program's own making and the value it has; `None` is unknown.

    A formula never holds text from data but as a reference to a cell.
    """

    text: str
    value: DataCell

    def __post_init__(self) -> None:
        if not self.text.startswith("="):
            raise ValueError(f"not a formula: {self.text}")


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to the first cell of another sheet of the workbook, showing its name."""

    sheet: str


SheetCell: TypeAlias = DataCell | Formula | Jump
"""A value, a formula or a jump. `None` is unknown and is marked with the sheet's words; `""` is an empty cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a sheet stand: the `keys` of its columns, how many rows, how many lines above the head.

    Rows and lines count from 0; addresses are those of the sheet itself unless `elsewhere` is asked for.
    """

    sheet: str
    keys: tuple[str, ...]
    rows: int
    lines: int = 0

    @property
    def head_row(self) -> int:
        """The number of the head's row, as the sheet counts it (from 1)."""
        return _TITLE_ROWS + self.lines + 1

    def letter(self, key: str) -> str:
        """Return the letters of the column `key`; raises `ValueError` if there is none."""
        return column_letters(self.keys.index(key))

    def cell(self, key: str, row: int) -> str:
        """Return the address of a cell, such as "$D8": it moves with its row."""
        return f"${self.letter(key)}{self.head_row + 1 + row}"

    def span(self, first: str, last: str, row: int) -> str:
        """Return the cells of a row from column `first` to `last`."""
        return f"{self.cell(first, row)}:{self.cell(last, row)}"

    def line_cell(self, key: str, line: int) -> str:
        """Return the address of a cell above the head."""
        return f"${self.letter(key)}${_TITLE_ROWS + 1 + line}"

    def line_span(self, first: str, last: str, line: int) -> str:
        """Return the cells of a line above the head from column `first` to `last`."""
        return f"{self.line_cell(first, line)}:{self.line_cell(last, line)}"

    def column(self, key: str) -> str:
        """Return all cells of column `key` below the head."""
        return self.part_of_column(key, self.rows)

    def part_of_column(self, key: str, count: int) -> str:
        """Return the first `count` cells of column `key` below the head."""
        return self.rows_of_column(key, 0, count - 1)

    def rows_of_column(self, key: str, first: int, last: int) -> str:
        """Return the cells of column `key` from row `first` to row `last`."""
        return f"{self.fixed_cell(key, first)}:{self.fixed_cell(key, last)}"

    def fixed_cell(self, key: str, row: int) -> str:
        """Return the address of a cell that stays where it is."""
        return f"${self.letter(key)}${self.head_row + 1 + row}"

    def fixed_span(self, first: str, last: str, row: int) -> str:
        """Return the cells of a row from column `first` to `last`, that stay where they are."""
        return f"{self.fixed_cell(first, row)}:{self.fixed_cell(last, row)}"

    def elsewhere(self, address: str) -> str:
        """Return `address` as other sheets write it."""
        quoted = self.sheet.replace("'", "''")
        return f"'{quoted}'!{address}"


def column_letters(position: int) -> str:
    """Return the letters of the column at `position`, which counts from 0: A, B, …, Z, AA."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def clean_sheet_name(name: str, taken: tuple[str, ...] = ()) -> str:
    r"""Return `name` as Excel takes it for a sheet: at most 31 characters, none of []:*?/\, unlike all `taken`."""
    clean = "".join(" " if character in _FORBIDDEN_IN_NAMES else character for character in name)
    clean = " ".join(clean.split())[:LONGEST_SHEET_NAME].strip("' ") or "Bang"
    known = {other.casefold() for other in taken}
    found, count = clean, 1
    while found.casefold() in known:
        count += 1
        ending = f" ({count})"
        found = clean[: LONGEST_SHEET_NAME - len(ending)].rstrip() + ending
    return found


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its key, its title, how its numbers are shown, and its width in characters if that is fixed.

    `decimals` is `None` for texts and whole numbers; `is_percent` shows shares as percentages; with `own_places` each
    number is shown with the decimals that it has, `decimals` at most; `is_signed` shows the sign of gains too.
    """

    key: str
    title: str
    decimals: int | None = None
    is_percent: bool = False
    width: float | None = None
    own_places: bool = False
    is_signed: bool = False


class SheetChartKind(StrEnum):
    """How a chart of a sheet is drawn by the spreadsheet program."""

    RANKED_BARS = "thanh_xep_hang"
    """Horizontal bars, the first category at the top."""
    COLUMNS = "cot"
    """Upright bars without gaps: a distribution."""
    LINES = "duong"
    """A line with markers for each series."""


@dataclass(frozen=True, slots=True)
class SheetSeries:
    """A series: its name, the cells with its values, and the cell that names it, where its name is data.

    Cells of values hold numbers, or nothing where the value is unknown: a spreadsheet program draws a text as zero.
    """

    name: str
    values: str
    name_cell: str = ""


@dataclass(frozen=True, slots=True)
class SheetChart:
    """A native chart of cells: it follows them when they change. Ranges bear the name of their sheet."""

    kind: SheetChartKind
    title: str
    categories: str
    series: tuple[SheetSeries, ...]
    value_axis: str
    alt_text: str
    count: int
    """How many categories there are: the chart grows with them."""
    decimals: int = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet. Its charts stand to the right of its columns.

    Attributes:
        grid: Its name and where its cells stand.
        title: What row 1 says.
        columns: The columns, whose keys are those of the grid.
        rows: The cells below the head.
        lines: The cells above the head: points, means.
        mark: What row 2 says; "SỐ LIỆU MINH HỌA" on sheets made of invented figures.
        notes: What stands below the rows.
        unknown: How an unknown cell is marked.
        shaded: First and last column of each range that is shaded by value, as a heat map.
        frozen: How many columns stay in view.
        charts: Its charts.
        has_filter: Whether the head has filters.
    """

    grid: Grid
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    lines: tuple[tuple[SheetCell, ...], ...] = ()
    mark: str = ""
    notes: tuple[str, ...] = ()
    unknown: str = ""
    shaded: tuple[tuple[str, str], ...] = ()
    frozen: int = 0
    charts: tuple[SheetChart, ...] = ()
    has_filter: bool = True

    def __post_init__(self) -> None:
        keys = tuple(column.key for column in self.columns)
        if keys != self.grid.keys or (len(self.rows), len(self.lines)) != (self.grid.rows, self.grid.lines):
            raise ValueError(f"{self.grid.sheet}: the sheet does not fit its grid")
        if any(len(row) != len(keys) for row in (*self.lines, *self.rows)):
            raise ValueError(f"{self.grid.sheet}: a row does not fit the columns")

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self.grid.sheet


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order; title, author and day go into the file's properties."""

    title: str
    sheets: tuple[Sheet, ...]
    author: str = ""
    day: date | None = None

    def __post_init__(self) -> None:
        counts = Counter(sheet.name.casefold() for sheet in self.sheets)
        bad = [s.name for s in self.sheets if counts[s.name.casefold()] > 1 or s.name != clean_sheet_name(s.name)]
        if bad:
            raise ValueError(f"sheet names: {bad}")
