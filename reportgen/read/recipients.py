"""Lists of recipients: the rows of a CSV or Excel file, or groups of agencies of the register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.model.agencies import AgencyGroup, AgencyRegister
from reportgen.problems import Place, Problem
from reportgen.problems import recipients as kinds
from reportgen.read.list_rows import ListRow, cell_beside, read_list

ROW_NUMBER = "stt"
AGENCY_CODE = "ma"
AGENCY_COLUMNS = (AGENCY_CODE, "ten", "ten_ngan", "ky_hieu", "dia_danh")
"""The columns of recipients from the register, beside their number."""
GROUP_TITLES: Mapping[str, str] = {key: key for key in (ROW_NUMBER, *AGENCY_COLUMNS)}

_NAME_COLUMN = "co_quan"
_AGENCY_KEYS = ("ma_co_quan", _NAME_COLUMN)
# Looking for the nearest name takes milliseconds, and nobody reads hundreds of hints.
_MOST_HINTS = 50


@dataclass(frozen=True, slots=True)
class Recipient:
    """A row of the list: its values by column key, its number from 1, and the place of its first cell."""

    number: int
    place: Place
    values: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RecipientList:
    """Recipients with the keys of their columns, and the titles that people know these by.

    `is_built_in` says that the columns are the program's own, so that nobody is told of those that a letter leaves
    out; `columns` are the keys as they stand in the file.
    """

    titles: Mapping[str, str]
    recipients: tuple[Recipient, ...]
    is_built_in: bool = False
    columns: tuple[str, ...] = ()

    def place_of(self, recipient: Recipient, key: str) -> Place:
        """Return the place of the recipient's cell in column `key`, or of its row where there is no such cell."""
        return cell_beside(recipient.place, self.columns.index(key)) if key in self.columns else recipient.place


def column_key(title: str) -> str:
    """Return the key of a column by its title: "Tên cơ quan" is "ten_co_quan"."""
    plain = unicodedata.normalize("NFD", title.strip().lower().replace("đ", "d"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^0-9a-z]+", "_", letters).strip("_")


def recipients_of_groups(
    register: AgencyRegister, groups: Sequence[AgencyGroup], day: date, *, sender: str | None = None
) -> RecipientList:
    """Return every agency of `groups` in force on `day`, in the order of the register.

    `sender`, the name of the agency that writes, is left out: nobody writes to himself.
    """
    found = (agency for agency in register.in_force(day, *groups) if agency.name != sender)
    rows = []
    for number, agency in enumerate(found, start=1):
        values = (str(number), agency.code, agency.name, agency.short_name, agency.symbol, agency.place)
        rows.append(Recipient(number, Place(text=agency.name), dict(zip(GROUP_TITLES, values, strict=True))))
    return RecipientList(GROUP_TITLES, tuple(rows), is_built_in=True)


def read_recipients(data: bytes, file: str) -> tuple[RecipientList | None, list[Problem]]:
    """Return the recipients in `data`, a CSV file or an Excel workbook (its first sheet), and the problems found.

    The first row names the columns. What is wrong with one row is with its recipient.
    """
    listed, problems = read_list(data, file)
    if listed is None:
        return None, problems
    titles = listed.head.cells
    keys = tuple(map(column_key, titles))
    bad = [
        kinds.BAD_COLUMN.at(listed.head.place_of(at), found=titles[at])
        for at, key in enumerate(keys)
        if not key or key in keys[:at]
    ]
    if bad:
        return None, [*problems, *bad]
    named = {ROW_NUMBER: "STT"} | dict(zip(keys, titles, strict=True))
    return RecipientList(named, tuple(_recipients(listed.rows, keys)), columns=keys), problems


def _recipients(rows: Sequence[ListRow], keys: Sequence[str]) -> Iterator[Recipient]:
    for number, row in enumerate(rows, start=1):
        values = {ROW_NUMBER: str(number)} | dict(zip(keys, row.cells, strict=True))
        yield Recipient(number, row.place, values, row.problems)


def check_agencies(listed: RecipientList, register: AgencyRegister, day: date | None) -> RecipientList:
    """Return `listed` with the agencies in its columns `ma_co_quan` and `co_quan` looked up on `day`.

    A name in `co_quan` becomes the one in force on that day; a row with an unknown agency gets a problem. Codes in
    `ma` are looked up as well if most of them are agencies', for a list may use codes of its own there.
    """
    keys = [key for key in _AGENCY_KEYS if key in listed.titles]
    if not listed.is_built_in and _holds_agencies(listed, register, day):
        keys.append(AGENCY_CODE)
    if not keys:
        return listed
    checked: list[Recipient] = []
    hints = 0
    for recipient in listed.recipients:
        found = _check_row(listed, recipient, keys, register, day, with_hint=hints < _MOST_HINTS)
        hints += len(found.problems) > len(recipient.problems)
        checked.append(found)
    return replace(listed, recipients=tuple(checked))


def _holds_agencies(listed: RecipientList, register: AgencyRegister, day: date | None) -> bool:
    codes = [code for recipient in listed.recipients if (code := recipient.values.get(AGENCY_CODE))]
    return 2 * sum(register.find(code, day) is not None for code in codes) > len(codes)


def _check_row(
    listed: RecipientList,
    recipient: Recipient,
    keys: Sequence[str],
    register: AgencyRegister,
    day: date | None,
    *,
    with_hint: bool,
) -> Recipient:
    values, problems = dict(recipient.values), list(recipient.problems)
    for key in keys:
        if not (given := values.get(key)):
            continue
        agency = register.find(given, day)
        if agency is None:
            suggestion = register.nearest(given, day) if with_hint else None
            place = listed.place_of(recipient, key)
            problems.append(kinds.UNKNOWN_AGENCY.at(place, found=given, suggestion=suggestion))
        elif key == _NAME_COLUMN:
            values[key] = agency.name
    return replace(recipient, values=values, problems=tuple(problems))
