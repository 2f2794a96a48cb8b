"""The cells of a table of indicators: from what a clerk typed to a number within its bounds, or a problem."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.model.index_set import ComponentIndicator
from reportgen.model.measurements import Scale
from reportgen.model.scoring_rule import GivenPoints, YesNoRule
from reportgen.problems import Problem
from reportgen.problems.indicators import (
    ABOVE_MAXIMUM,
    ERROR_VALUE,
    MIXED_DECIMALS,
    MOST_ABOVE_MAXIMUM,
    NEGATIVE,
    NO_CACHED_VALUE,
    NOT_A_NUMBER,
    NOT_A_RANK,
    NOT_YES_NO,
    NUMBER_AS_TEXT,
    POINTS_LIKE_VALUES,
    READ_AS_DECIMAL,
)
from reportgen.read.indicator_columns import Column, Role
from reportgen.read.sheet_table import Cell, CellKind, SheetTable
from reportgen.vietnamese.numbers import NumberError, format_number, parse_number

_UNKNOWN_WORDS = frozenset(
    {"-", "\u2013", "\u2014", "…", "...", "chưa có số liệu", "chưa có", "n/a", "không có số liệu"}
)
_YES, _NO = frozenset({"có", "1", "x", "đạt", "yes", "true"}), frozenset({"không", "0", "không đạt", "no", "false"})
_GROUPED = re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}\.[0-9]{3}")
# No measure is as large or as small as the ends of what a cell of Excel can hold.
_MOST_PLACES = 30
_LONGEST_SHOWN = 60
# From so many cells on, what most of them have in common is told once, as a fault of the table's scale.
_MANY = 8
_WHOLE = 100
"""All of something, in percents."""
_SCALE_WORDS = {
    Scale.INDEX: "giá trị từ 0 đến 1 (hoặc phần trăm)",
    Scale.POINTS: "điểm",
    Scale.RAW: "số liệu chưa chấm",
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A number read from a cell. `is_percent`: it was written with "%", and `value` is in percents."""

    value: Decimal
    is_percent: bool
    mark: str | None
    """The decimal mark written, "," or "."."""


@dataclass(slots=True)
class _ColumnNotes:
    """What is told once for a column."""

    marks: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    first_point: tuple[int, str, str] | None = None
    first_text: int | None = None
    texts: int = 0


class CellReader:
    """Reads the cells of one table; `problems` grows as it goes, `finish` adds what is told once for each column."""

    def __init__(self, table: SheetTable, scale: Scale) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._scale = scale
        self._notes: dict[int, tuple[Column, _ColumnNotes]] = {}
        self._above_maximum: list[Problem] = []
        self._in_range: list[Decimal] = []
        """The values of indices that are not above their maximum, as they were read."""
        self._largest_maximum = Decimal(0)

    def read_value(self, row: int, column: Column) -> Decimal | None:
        """Return the value of an index, a pillar or the total; `None` if it is unknown or refused."""
        cell = self._cell(row, column)
        if cell is None:
            return None
        item = column.item
        rule = item.rule if isinstance(item, ComponentIndicator) and self._scale is Scale.RAW else None
        if isinstance(rule, YesNoRule):
            word = cell.text.casefold()
            if word in _YES | _NO:
                return Decimal(int(word in _YES))
            place = self._table.place(row, column.position)
            self.problems.append(NOT_YES_NO.at(place, column=column.name, found=cell.text))
            return None
        read = self._number(row, column, cell)
        if read is None:
            return None
        value, maximum = self._scaled(read, column), self._maximum(column)
        if value is None:
            self._not_a_number(row, column, cell)
            return None
        if value < 0:
            place = self._table.place(row, column.position)
            self.problems.append(NEGATIVE.at(place, column=_title(column), found=_shown(cell)))
            return None
        if maximum is None or value <= maximum:
            if item is not None:
                self._in_range.append(value)
                self._largest_maximum = max(self._largest_maximum, maximum or Decimal(0))
            return abs(value)  # "-0" is 0
        return self._above(row, column, cell, value, maximum)

    def read_points(self, row: int, column: Column) -> Decimal | None:
        """Return a maximum of points; `None` if none is given or it is refused."""
        cell = self._cell(row, column)
        if cell is None:
            return None
        read = self._number(row, column, cell)
        if read is not None and read.value < 0:
            place = self._table.place(row, column.position)
            self.problems.append(NEGATIVE.at(place, column=_title(column), found=_shown(cell)))
            return None
        return None if read is None else read.value

    def read_rank(self, row: int, column: Column) -> int | None:
        """Return a published rank; `None` if none is given or it is refused."""
        cell = self._cell(row, column)
        if cell is None:
            return None
        number = cell.number if cell.number is not None else None
        text = f"{number.normalize():f}" if number is not None else cell.text
        if re.fullmatch(r"[1-9][0-9]{0,6}", text):
            return int(text)
        self.problems.append(NOT_A_RANK.at(self._table.place(row, column.position), found=_shown(cell)))
        return None

    def finish(self) -> list[Problem]:
        """Return all problems, with those that concern whole columns and the scale of the whole table."""
        self._tell_scale()
        for column, notes in self._notes.values():
            if notes.first_text is not None:
                place = self._table.place(notes.first_text, column.position)
                self.problems.append(NUMBER_AS_TEXT.at(place, column=_title(column), count=notes.texts))
            if notes.first_point is not None and notes.marks.get(","):
                row, found, value = notes.first_point
                place = self._table.place(row, column.position)
                values = {"column": _title(column), "count": notes.marks["."], "found": found}
                self.problems.append(MIXED_DECIMALS.at(place, **values, value=value))
        return self.problems

    def _cell(self, row: int, column: Column) -> Cell | None:
        """The cell, if it holds anything that may be a value."""
        cells = self._table.rows[row]
        cell = cells[column.position] if column.position < len(cells) else None
        if cell is None or cell.is_blank or cell.text.casefold() in _UNKNOWN_WORDS:
            return None
        refused = {CellKind.ERROR: ERROR_VALUE, CellKind.FORMULA: NO_CACHED_VALUE}.get(cell.kind)
        if refused is not None:
            self.problems.append(refused.at(self._table.place(row, column.position), found=cell.text))
            return None
        return cell

    def _number(self, row: int, column: Column, cell: Cell) -> _Read | None:
        if cell.number is not None:
            if abs(cell.number.adjusted()) > _MOST_PLACES:
                self._not_a_number(row, column, cell)
                return None
            value = cell.number * 100 if cell.is_percent else cell.number
            return _Read(value, cell.is_percent, None)
        text = cell.text
        is_percent = text.endswith("%")
        try:
            value = parse_number(text.removesuffix("%") if is_percent else text)
        except NumberError:
            self._not_a_number(row, column, cell)
            return None
        mark = find_decimal_mark(text.removesuffix("%").strip())
        _, notes = self._notes.setdefault(column.position, (column, _ColumnNotes()))
        if self._table.sheet is not None:
            notes.texts += 1
            notes.first_text = row if notes.first_text is None else notes.first_text
        if mark:
            notes.marks[mark] += 1
            if mark == "." and notes.first_point is None:
                notes.first_point = (row, text, format_number(value) + ("%" if is_percent else ""))
        return _Read(value, is_percent, mark)

    def _scaled(self, read: _Read, column: Column) -> Decimal | None:
        """The number on the scale of its column; `None` if a percentage has no sense there."""
        is_share = column.role in (Role.TOTAL, Role.PILLAR) or column.item is None
        if not read.is_percent:
            return read.value
        if self._scale is Scale.INDEX or is_share:
            return read.value / 100
        unit = column.item.unit if isinstance(column.item, ComponentIndicator) else None
        return read.value if self._scale is Scale.RAW and unit == "%" else None

    def _maximum(self, column: Column) -> Decimal | None:
        item = column.item
        if item is None or self._scale is Scale.INDEX:
            return Decimal(1) if self._scale is not Scale.POINTS else None
        if self._scale is Scale.POINTS:
            return item.max_points
        if not isinstance(item, ComponentIndicator):
            return Decimal(1)
        if isinstance(item.rule, GivenPoints):
            return item.max_points
        return Decimal(100) if item.unit == "%" else None

    def _above(self, row: int, column: Column, cell: Cell, value: Decimal, maximum: Decimal) -> Decimal | None:
        """Take "1.000" for 1 where one thousand is too much and 1 is not; otherwise the value is refused."""
        place = self._table.place(row, column.position)
        shown = format_number(maximum)
        if cell.number is None and _GROUPED.fullmatch(cell.text.removesuffix("%").strip()):
            text = cell.text.removesuffix("%").strip()
            other_value = self._scaled(_Read(Decimal(text), cell.text.endswith("%"), "."), column)
            if other_value is not None and other_value <= maximum:
                values = {"found": cell.text, "value": format_number(Decimal(text))}
                other = format_number(parse_number(text))
                self.problems.append(READ_AS_DECIMAL.at(place, **values, other=other, maximum=shown))
                return other_value
        scale = _SCALE_WORDS[self._scale]
        is_percent = self._scale is Scale.INDEX and value <= _WHOLE
        percent = f"{format_number(value)}%" if is_percent else None
        values = {"column": _title(column), "found": _shown(cell), "maximum": shown, "scale": scale}
        self._above_maximum.append(ABOVE_MAXIMUM.at(place, **values, percent=percent))
        self.problems.append(self._above_maximum[-1])
        return None

    def _tell_scale(self) -> None:
        """Tell once, in place of each cell, where most numbers say that the table has another scale."""
        above, fitting = self._above_maximum, self._in_range
        if len(above) >= _MANY and len(above) > len(fitting):
            each = {id(problem) for problem in above}
            self.problems = [problem for problem in self.problems if id(problem) not in each]
            values = {**above[0].values, "cell": above[0].place.cell, "count": len(above)}
            self.problems.append(MOST_ABOVE_MAXIMUM.at(self._table.whole(), **values))
        shares = sum(0 < value < 1 for value in fitting)
        is_share = self._scale is Scale.POINTS and not above and self._largest_maximum > 1
        if is_share and shares >= _MANY and 2 * shares > len(fitting) and max(fitting) <= 1:
            maximum = format_number(self._largest_maximum)
            self.problems.append(POINTS_LIKE_VALUES.at(self._table.whole(), count=len(fitting), maximum=maximum))

    def _not_a_number(self, row: int, column: Column, cell: Cell) -> None:
        place = self._table.place(row, column.position)
        self.problems.append(NOT_A_NUMBER.at(place, column=_title(column), found=cell.text[:_LONGEST_SHOWN]))


def _shown(cell: Cell) -> str:
    """The cell as people see it: a number of a workbook with a comma, as a percentage where it is shown as one."""
    if cell.number is None or abs(cell.number.adjusted()) > _MOST_PLACES:
        return cell.text[:_LONGEST_SHOWN]
    return f"{format_number(cell.number * 100)}%" if cell.is_percent else format_number(cell.number)


def _title(column: Column) -> str:
    return column.name or column.role.value


def find_decimal_mark(text: str) -> str | None:
    """Return the mark before the decimals of `text`, which is a number; `None` if it has no decimals."""
    mark = max(",.", key=text.rfind)
    return mark if text.count(mark) == 1 and not _GROUPED.fullmatch(text) else None
