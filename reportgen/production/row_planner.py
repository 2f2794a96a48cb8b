"""The letter of each row of a list: its values, the name of its file, or what keeps it from being made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.problems import Problem
from reportgen.problems import recipients as kinds
from reportgen.production.letters import PlannedLetter
from reportgen.read.recipients import ROW_NUMBER, Recipient, RecipientList, column_key
from reportgen.read.records import RecordList
from reportgen.vietnamese import upper_vi
from reportgen.write.file_names import FileNameError, file_name, pattern_fields

SUFFIX = ".docx"


class RowPlanner:
    """Plans row after row, remembering what earlier ones have taken.

    `slots` are those of the letter, `lists` the records that its tables ask for, by name.
    """

    def __init__(
        self, listed: RecipientList, pattern: str, slots: frozenset[str], lists: Mapping[str, RecordList]
    ) -> None:
        self._listed = listed
        self._pattern = pattern
        self._slots = {name: _key_of(name, listed.titles) for name in sorted(slots)}
        self._used = sorted({*self._slots.values(), *pattern_fields(pattern)})
        self._lists = lists
        self._rows: dict[tuple[str, ...], int] = {}
        self._names: dict[str, int] = {}

    def plan(self, recipient: Recipient) -> PlannedLetter:
        """Return the letter for `recipient`."""
        problems = (*recipient.problems, *self._problems(recipient))
        name: str | None = None
        if not problems:
            found = self._name(recipient)
            name, problems = (found, ()) if isinstance(found, str) else (None, (found,))
        if name is None:
            return PlannedLetter(recipient.number, recipient.place, None, {}, problems=problems)
        values = {
            slot: recipient.values[key] if slot == key else upper_vi(recipient.values[key])
            for slot, key in self._slots.items()
        }
        records = {
            list_name: tuple(row.cells[1:] for row in listed.rows[recipient.values[listed.key]])
            for list_name, listed in self._lists.items()
        }
        return PlannedLetter(recipient.number, recipient.place, name, values, records)

    def _problems(self, recipient: Recipient) -> Iterator[Problem]:
        titles = self._listed.titles
        for key in self._used:
            if not recipient.values.get(key):
                place = self._listed.place_of(recipient, key)
                yield kinds.MISSING_CELL.at(place, column=titles.get(key, key))
        content = tuple(value for key, value in recipient.values.items() if key != ROW_NUMBER)
        first = self._rows.setdefault(content, recipient.number)
        if content and first != recipient.number:
            yield kinds.DUPLICATE_ROW.at(recipient.place, row=recipient.number, first=first)
        for name, listed in self._lists.items():
            value = recipient.values.get(listed.key, "")
            rows = listed.rows.get(value, ())
            if not rows:
                place = self._listed.place_of(recipient, listed.key)
                yield kinds.NO_RECORDS.at(place, name=name, key=listed.key, value=value)
            for row in rows:
                yield from row.problems

    def _name(self, recipient: Recipient) -> str | Problem:
        """Return the name of the recipient's file, or why it cannot have one."""
        try:
            name = file_name(self._pattern, recipient.values, SUFFIX)
        except FileNameError as error:
            return kinds.BAD_FILE_NAME.at(
                recipient.place, name=error.name, reason=error.reason, reason_en=error.reason_en
            )
        # Windows takes names that differ in case only for one.
        first = self._names.setdefault(name.casefold(), recipient.number)
        if first != recipient.number:
            return kinds.SAME_FILE_NAME.at(recipient.place, row=recipient.number, first=first, name=name)
        return name


def _key_of(slot: str, titles: Mapping[str, str]) -> str:
    """Return the column of a slot: where a title is set in capitals, so was the name of the slot in it."""
    return slot if slot in titles else column_key(slot)
