"""Reading tables of indicator data, CSV or Excel, against an index set: every problem in one run.

A table has a header (key or name of each index), a row for each unit, and, where the set does not publish them, a
row "Điểm tối đa" with the points of each column. A workbook may spread its columns over several sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pydantic import ValidationError

from reportgen.model.agencies import AgencyRegister
from reportgen.model.index_set import ComponentIndicator, IndexSet
from reportgen.model.measurements import Measurements, PublishedResults, Scale, Unit
from reportgen.problems import Place, Problem, has_errors
from reportgen.problems.indicators import (
    EMPTY_SHEET,
    INDICATOR_TWICE,
    INDICATORS_MISSING,
    MERGED_DATA,
    NO_HEADER,
    NO_UNIT_NAME,
    POINTS_DIFFER,
    POINTS_DO_NOT_SUM,
    POINTS_NEEDED,
    RULE_NEEDED,
    SUMMARY_ROW,
    TOO_MANY_CELLS,
    YEAR_OUTSIDE,
)
from reportgen.read.csv_table import read_csv
from reportgen.read.indicator_cells import CellReader
from reportgen.read.indicator_columns import Column, ColumnCatalogue, Header, Role, fold
from reportgen.read.indicator_units import UnitReader
from reportgen.read.sheet_table import SheetTable
from reportgen.read.workbook import is_workbook, read_workbook
from reportgen.vietnamese.numbers import format_number

_POINTS_ROW = frozenset({"điểm tối đa", "diem toi da"})
_ILLUSTRATIVE = "số liệu minh họa"
_SUMMARY_ROWS = frozenset({"trung bình", "cả nước", "tổng cộng", "cộng", "tổng", "bình quân", "trung bình cả nước"})


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """A table as read: the measurements, and the set completed with the points of the file.

    The places say, by code, where each unit stands and where its published total and rank do, if they are given.
    """

    measurements: Measurements
    index_set: IndexSet
    unit_places: Mapping[str, Place]
    total_places: Mapping[str, Place]
    rank_places: Mapping[str, Place]


def read_indicator_data(
    data: bytes,
    file: str,
    *,
    index_set: IndexSet,
    year: int,
    register: AgencyRegister | None,
    scale: Scale = Scale.INDEX,
    day: date | None = None,
    source: str = "",
    is_illustrative: bool = False,
) -> tuple[IndicatorData | None, list[Problem]]:
    """Read `data`, the bytes of `file`, and return its measurements with every problem found, sheet by sheet.

    Args:
        data: The bytes of the file: CSV, or a workbook (.xlsx).
        file: The name of the file in problems.
        index_set: The set that the columns belong to.
        year: The edition; the set has to be in force for it.
        register: Where units are looked up; `None` takes them as the file names them (communes).
        scale: What the numbers are.
        day: The day on which the units have their names; by default the last of `year`.
        source: Where the figures come from, to be printed with them.
        is_illustrative: Whether the figures are invented; the words "số liệu minh họa" above the header say so too.

    Returns:
        The data, or `None` if there is an error, and the problems.
    """
    tables, problems = _read_tables(data, file)
    units = UnitReader(index_set, register, day or date(year, 12, 31))
    reading = _Reading(index_set, scale, units)
    if not index_set.covers(year):
        validity = f"{index_set.first_year}" + (f"-{index_set.last_year}" if index_set.last_year else " trở đi")
        place = Place(file=file)
        problems.append(YEAR_OUTSIDE.at(place, index_set=_name_set(index_set), validity=validity, year=year))
    for table in tables:
        reading.take(table)
    if reading.has_header:
        units.check_missing(Place(file=file))
        completed = reading.complete(file)
    else:
        completed = index_set
        if tables and not reading.problems:
            problems.append(NO_HEADER.at(tables[0].whole(), example=index_set.main_indices[0].key))
    problems += [*reading.problems, *units.problems]
    if has_errors(problems) or not reading.has_header:
        return None, problems
    measurements = reading.measurements(index_set.key, year, source, is_illustrative=is_illustrative)
    return IndicatorData(measurements, completed, units.places, *reading.result_places), problems


def _read_tables(data: bytes, file: str) -> tuple[tuple[SheetTable, ...], list[Problem]]:
    if is_workbook(data):
        return read_workbook(data, file)
    table, problems = read_csv(data, file)
    return (table,) if table else (), problems


@dataclass
class _Reading:
    """What was read so far, from one table or several."""

    index_set: IndexSet
    scale: Scale
    units: UnitReader
    problems: list[Problem] = field(default_factory=list)
    has_header: bool = False
    is_illustrative: bool = False
    """Whether a title above a header says so."""
    _units: dict[str, Unit] = field(default_factory=dict)
    _values: dict[str, dict[str, Decimal | None]] = field(default_factory=dict)
    _keys: dict[str, Place] = field(default_factory=dict)
    _points: dict[str, tuple[Decimal, Place]] = field(default_factory=dict)
    _totals: dict[str, Decimal] = field(default_factory=dict)
    _ranks: dict[str, int] = field(default_factory=dict)
    result_places: tuple[dict[str, Place], dict[str, Place]] = field(default_factory=lambda: ({}, {}))
    """Where totals and ranks stand, by code of unit."""
    _pillars: dict[str, dict[str, Decimal]] = field(default_factory=dict)

    def take(self, table: SheetTable) -> None:
        """Read one table."""
        if table.is_empty:
            self.problems.append(EMPTY_SHEET.at(table.whole()))
            return
        header, problems = ColumnCatalogue(self.index_set).find_header(table)
        if header is None:
            self.problems.append(NO_HEADER.at(table.whole(), example=self.index_set.main_indices[0].key))
            return
        self.problems += problems
        self.has_header = True
        titles = (fold(cell.text) for row in table.rows[: header.row] for cell in row)
        self.is_illustrative |= any(_ILLUSTRATIVE in title for title in titles)
        # A unit stands once on a sheet, but again on the next sheet with other columns.
        places, self.units.places = self.units.places, {}
        self._take_columns(table, header)
        self._tell_merged(table, header)
        cells = CellReader(table, self.scale)
        for row in range(header.row + 1, len(table.rows)):
            self._take_row(table, header, row, cells)
        self.problems += cells.finish()
        self.units.places = places | self.units.places

    def _take_columns(self, table: SheetTable, header: Header) -> None:
        on_this_sheet: set[str] = set()
        for column in header.indices:
            place = table.place(header.row, column.position)
            first = self._keys.setdefault(column.key, place)
            # Twice on the same sheet was told with the header.
            if first.sheet != place.sheet and column.key not in on_this_sheet:
                cells = {"first": f"{first.sheet}!{first.cell}", "second": f"{place.sheet}!{place.cell}"}
                self.problems.append(INDICATOR_TWICE.at(place, column=column.name, **cells))
            on_this_sheet.add(column.key)
            item = column.item
            if self.scale is Scale.RAW and isinstance(item, ComponentIndicator) and item.rule is None:
                self.problems.append(RULE_NEEDED.at(place, column=column.name))

    def _tell_merged(self, table: SheetTable, header: Header) -> None:
        read = {column.position for column in header.columns if column.role is not Role.IGNORED}
        for found in table.merged:
            spans_rows = found.last_row > max(found.first_row, header.row)
            if spans_rows and found.last_row > header.row + 1 and found.first_column in read:
                cell = table.rows[found.first_row][found.first_column]
                place = table.place(found.first_row, found.first_column)
                self.problems.append(MERGED_DATA.at(place, range=found.name, found=cell.text))

    def _take_row(self, table: SheetTable, header: Header, row: int, cells: CellReader) -> None:
        filled = [cell for cell in table.rows[row] if not cell.is_blank]
        if not filled:
            return
        extra = [cell.text for cell in table.rows[row][header.width :] if not cell.is_blank]
        if extra:
            values = {"found": len(table.rows[row]), "expected": header.width, "extra": ", ".join(extra)}
            self.problems.append(TOO_MANY_CELLS.at(table.place(row, header.width), **values))
            return
        code, name = (_text(table, row, header.find(role)) for role in (Role.CODE, Role.NAME))
        labels = {fold(code), fold(name)}
        named = header.find(Role.CODE) if code else header.find(Role.NAME) or header.find(Role.CODE)
        place = table.place(row, named.position if named else 0)
        if labels & _POINTS_ROW:
            self._take_points(table, header, row, cells)
        elif labels & _SUMMARY_ROWS:
            self.problems.append(SUMMARY_ROW.at(place, found=name or code))
        elif not code and not name:
            self.problems.append(NO_UNIT_NAME.at(place))
        else:
            unit = self.units.read(code, name, place)
            # Cells are read whoever the row is about, so that all their problems are told in one run.
            self._take_values(table, header, row, cells, unit)

    def _take_points(self, table: SheetTable, header: Header, row: int, cells: CellReader) -> None:
        for column in header.indices:
            points = cells.read_points(row, column)
            if points is not None:
                self._points[column.key] = (points, table.place(row, column.position))

    def _take_values(self, table: SheetTable, header: Header, row: int, cells: CellReader, unit: Unit | None) -> None:
        values = {column.key: cells.read_value(row, column) for column in header.indices}
        total = _read_total(header, row, cells)
        rank_column = header.find(Role.RANK)
        rank = cells.read_rank(row, rank_column) if rank_column else None
        pillars = {c.key: cells.read_value(row, c) for c in header.columns if c.role is Role.PILLAR}
        if unit is None:
            return
        self._units[unit.code] = unit
        for role, places in zip((Role.TOTAL, Role.RANK), self.result_places, strict=True):
            column = header.find(role)
            if column is not None:
                places[unit.code] = table.place(row, column.position)
        self._values.setdefault(unit.code, {}).update(values)
        if total is not None:
            self._totals[unit.code] = total
        if rank is not None:
            self._ranks[unit.code] = rank
        for key, value in pillars.items():
            if value is not None:
                self._pillars.setdefault(key, {})[unit.code] = value

    def complete(self, file: str) -> IndexSet:
        """Return the index set with the points that the file gives, having checked them."""
        place = Place(file=file)
        given = {key: points for key, (points, _) in self._points.items()}
        for key, found, expected in self.index_set.find_point_conflicts(given):
            numbers = {"found": format_number(found), "expected": format_number(expected)}
            document = f"{self.index_set.issued_by.type_name} {self.index_set.issued_by.number}"
            self.problems.append(
                POINTS_DIFFER.at(self._points[key][1], column=self._name(key), document=document, **numbers)
            )
        where = next((place for _, place in self._points.values()), place)
        try:
            completed = self.index_set.complete(given)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                words = str(fault["msg"]).removeprefix("Value error, ")
                self.problems.append(POINTS_DO_NOT_SUM.at(where, fault=words))
            completed = self.index_set
        self._check_columns(completed, place, given)
        return completed

    def _check_columns(self, completed: IndexSet, place: Place, given: Mapping[str, Decimal]) -> None:
        needed = [key for key in completed.missing_points if key not in given]
        if needed:
            names = ", ".join(self._name(key) for key in needed)
            self.problems.append(POINTS_NEEDED.at(place, index_set=_name_set(completed), names=names))
        if not self._keys:
            return
        absent = [
            index.name
            for index in completed.main_indices
            if index.is_scored
            and index.key not in self._keys
            and not any(part.key in self._keys for part in index.components)
        ]
        if absent:
            self.problems.append(INDICATORS_MISSING.at(place, names=", ".join(absent)))

    def _name(self, key: str) -> str:
        found = self.index_set.find_main_index(key) or self.index_set.find_component(key)
        return found.name if found else key

    def measurements(self, index_set_key: str, year: int, source: str, *, is_illustrative: bool) -> Measurements:
        """Return what was read as measurements."""
        keys = tuple(self._keys)
        return Measurements(
            index_set_key=index_set_key,
            year=year,
            scale=self.scale,
            units=tuple(self._units.values()),
            keys=keys,
            values=tuple(tuple(self._values[code].get(key) for key in keys) for code in self._units),
            published=PublishedResults(self._totals, self._ranks, self._pillars),
            source=source,
            is_illustrative=is_illustrative or self.is_illustrative,
        )


def _name_set(index_set: IndexSet) -> str:
    """Two sets may have one name: the number of the decision tells them apart."""
    return f"{index_set.name} ({index_set.issued_by.number})"


def _read_total(header: Header, row: int, cells: CellReader) -> Decimal | None:
    column = header.find(Role.TOTAL)
    return cells.read_value(row, column) if column else None


def _text(table: SheetTable, row: int, column: Column | None) -> str:
    cells: Iterable[str] = (
        (cell.text for cell in table.rows[row][column.position : column.position + 1]) if column else ()
    )
    return next(iter(cells), "")
