"""Lists of recipients: the rows of a CSV or Excel file, or a group of agencies of the register."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.model.agencies import AgencyGroup, AgencyRegister
from reportgen.problems import Place, Problem
from reportgen.problems import recipients as kinds
from reportgen.read.encoding import decode_utf8
from reportgen.read.sheet_table import Cell, CellKind
from reportgen.read.workbook import is_workbook, read_workbook
from reportgen.vietnamese import compose, normalise_spaces

ROW_NUMBER = "stt"
_AGENCY_KEYS = ("ma", "ma_co_quan", "co_quan")
AGENCY_COLUMNS = ("ma", "ten", "ten_ngan", "ky_hieu", "dia_danh")


@dataclass(frozen=True, slots=True)
class Recipient:
    """A row of the list: its values by column key; `number` counts rows from 1, `place` is where it stands."""

    number: int
    place: Place
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecipientList:
    """Recipients with the keys of their columns, and the titles that people know these by."""

    titles: Mapping[str, str]
    recipients: tuple[Recipient, ...]
    is_built_in: bool = False
    """Whether the columns are the program's own, so that nobody is told of those that a letter leaves out."""


def column_key(title: str) -> str:
    """Return the key of a column by its title: "Tên cơ quan" is "ten_co_quan"."""
    plain = unicodedata.normalize("NFD", title.strip().lower().replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^0-9a-z]+", "_", letters).strip("_")


def recipients_of_group(register: AgencyRegister, groups: Sequence[AgencyGroup], day: date) -> RecipientList:
    """Return every agency of `groups` in force on `day`, in the order of the register."""
    rows = []
    for number, agency in enumerate(register.in_force(day, *groups), start=1):
        values = (agency.code, agency.name, agency.short_name, agency.symbol, agency.place)
        named = dict(zip(AGENCY_COLUMNS, values, strict=True))
        rows.append(Recipient(number, Place(text=agency.name), {ROW_NUMBER: str(number), **named}))
    return RecipientList({key: key for key in (ROW_NUMBER, *AGENCY_COLUMNS)}, tuple(rows), is_built_in=True)


def read_recipients(data: bytes, file: str) -> tuple[RecipientList | None, list[Problem]]:
    """Return the recipients in `data`, a CSV file or an Excel workbook (its first sheet), and the problems found.

    The first row names the columns. Rows without any value are passed over.
    """
    table = _read_workbook(data, file) if is_workbook(data) else _read_csv(data, file)
    if isinstance(table, Problem):
        return None, [table]
    rows = [row for row in table if any(cell.text for cell in row)]
    if len(rows) < 2:
        return None, [kinds.EMPTY_LIST.at(Place(file=file))]
    keys = [column_key(cell.text) for cell in rows[0]]
    problems = [
        kinds.BAD_COLUMN.at(cell.place, found=cell.text)
        for at, cell in enumerate(rows[0])
        if not keys[at] or keys[at] in keys[:at]
    ]
    if problems:
        return None, problems
    titles = {ROW_NUMBER: "STT"} | dict(zip(keys, (cell.text for cell in rows[0]), strict=True))
    return RecipientList(titles, tuple(_recipients(rows[1:], keys))), []


@dataclass(frozen=True, slots=True)
class ListCell:
    """A cell of a list: its text, where it stands, and what is wrong with it."""

    text: str
    place: Place
    problem: Problem | None = None


def read_records(data: bytes, file: str) -> tuple[dict[str, list[tuple[str, ...]]] | None, list[Problem]]:
    """Return the rows of a list for tables by the key in their first column, the key itself left out.

    The first row names the columns and is passed over; `file` is a CSV file or an Excel workbook (its first sheet).
    """
    table = _read_workbook(data, file) if is_workbook(data) else _read_csv(data, file)
    if isinstance(table, Problem):
        return None, [table]
    records: dict[str, list[tuple[str, ...]]] = {}
    problems = []
    for row in table[1:]:
        problems += [cell.problem for cell in row if cell.problem is not None]
        if any(cell.text for cell in row):
            records.setdefault(row[0].text, []).append(tuple(cell.text for cell in row[1:]))
    if not records:
        problems.append(kinds.EMPTY_LIST.at(Place(file=file)))
    return records, problems


def _recipients(rows: Sequence[Sequence[ListCell]], keys: Sequence[str]) -> Iterator[Recipient]:
    for number, row in enumerate(rows, start=1):
        values = {key: cell.text for key, cell in zip(keys, row, strict=False)}
        problems = tuple(cell.problem for cell in row if cell.problem is not None)
        place = row[0].place if row else Place()
        yield Recipient(number, place, {ROW_NUMBER: str(number), **values}, problems)


def _read_csv(data: bytes, file: str) -> list[list[ListCell]] | Problem:
    text = decode_utf8(data, file)
    if isinstance(text, Problem):
        return text
    head = text.partition("\n")[0]
    delimiter = max((";", ",", "\t"), key=head.count)
    rows = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            place = Place(file=file, line=reader.line_num)
            rows.append([ListCell(normalise_spaces(compose(value)), place) for value in row])
    except csv.Error as error:
        return kinds.NOT_A_LIST.at(Place(file=file, line=reader.line_num), reason=f"dấu ngoặc kép bị lẻ ({error})")
    return rows


def _read_workbook(data: bytes, file: str) -> list[list[ListCell]] | Problem:
    sheets, problems = read_workbook(data, file)
    if not sheets:
        return problems[0] if problems else kinds.EMPTY_LIST.at(Place(file=file))
    sheet = sheets[0]
    return [
        [_list_cell(cell, sheet.place(row, column)) for column, cell in enumerate(cells)]
        for row, cells in enumerate(sheet.rows)
    ]


def _list_cell(cell: Cell, place: Place) -> ListCell:
    if cell.kind in {CellKind.FORMULA, CellKind.ERROR}:
        return ListCell(cell.text, place, kinds.FORMULA_CELL.at(place, found=cell.text))
    # A number is often a code or a year here, so its digits are not grouped; only its point becomes a comma.
    words = cell.text.replace(".", ",") if cell.kind is CellKind.NUMBER else cell.text
    return ListCell(normalise_spaces(words), place)


def check_agencies(recipients: RecipientList, register: AgencyRegister, day: date | None) -> RecipientList:
    """Return `recipients` with the agencies in their columns `ma`, `ma_co_quan` and `co_quan` looked up on `day`.

    A name in `co_quan` becomes the one in force on that day; a row with an unknown agency gets a problem.
    """
    keys = [key for key in _AGENCY_KEYS if key in recipients.titles]
    checked = (_check_row(recipient, keys, register, day) for recipient in recipients.recipients)
    return replace(recipients, recipients=tuple(checked))


def _check_row(recipient: Recipient, keys: Sequence[str], register: AgencyRegister, day: date | None) -> Recipient:
    values, problems = dict(recipient.values), list(recipient.problems)
    for key in keys:
        if not (given := values.get(key)):
            continue
        agency = register.find(given, day)
        if agency is None:
            suggestion = register.nearest(given, day)
            problems.append(kinds.UNKNOWN_AGENCY.at(recipient.place, found=given, suggestion=suggestion))
        elif key == "co_quan":
            values[key] = agency.name
    return Recipient(recipient.number, recipient.place, values, tuple(problems))
