"""One written letter, filled thousands of times: only what differs from row to row is made anew.

The letter is composed and written once with slots in its text. Its parts are then cut at the slots; what stands
between them is deflated once, and a filled letter is those pieces with the values between them as stored blocks.
Unchanged parts of the package are copied as they are. A table row with slots of a named list is repeated for each
record of that list.
"""

from __future__ import annotations

import difflib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import batch as kinds
from reportgen.write.letter_parts import (
    NEW_LINE,
    Fixed,
    LetterPart,
    RepeatedRow,
    Slot,
    cut_part,
    deflated_blocks,
    is_marked,
    iter_slots,
)
from reportgen.write.markup import SEPARATOR, escape_joined, escape_text
from reportgen.write.package import Member, central_entry, end_of_directory, local_entry, read_package
from reportgen.write.row_pattern import fill_rows

Records: TypeAlias = Mapping[str, Sequence[Sequence[str]]]
"""For each named list, its records: the values of the cells of one table row each."""

_STORED = struct.Struct("<BHH")
_MAX_STORED = 0xFFFF
_LAST_BLOCK = b"\x03\x00"
# Rows of a table are long and alike: level 3 takes off all but a fortieth, at half the time of those above it.
_ROWS_LEVEL = 3


@dataclass(frozen=True, slots=True)
class LetterRun:
    """A letter ready to be filled. `slots` and `lists` are the names that it asks for, `file` its own in problems."""

    file: str
    fixed: bytes
    fixed_directory: bytes
    fixed_count: int
    varying: tuple[tuple[str, tuple[LetterPart, ...]], ...]
    slots: frozenset[str]
    lists: frozenset[str]

    def fill(self, values: Mapping[str, str], records: Records | None = None) -> bytes:
        """Return the letter with `values` in its slots and `records` in its repeated rows, as a .docx file.

        A line feed in a value starts a new line. `values` may hold more than the letter asks for, as the rows of a
        list do. The same arguments always give the same bytes.

        Raises `InputProblems` when a value or a list is missing, a list is unknown, a record has too few cells, or a
        value has characters that a file cannot hold.
        """
        lists = records or {}
        if not (self.slots <= values.keys() and self.lists == lists.keys()):
            raise InputProblems(self._misnamed(values, lists))
        wanted = {name: values[name] for name in self.slots}
        escaped = self._escaped(list(wanted.values()), "\n", lambda: sorted(wanted.items()))
        texts = dict(zip(wanted, escaped, strict=True))
        chunks, directory, offset = [self.fixed], [self.fixed_directory], len(self.fixed)
        for name, parts in self.varying:
            member = self._fill_member(name, parts, texts, lists)
            local = local_entry(member)
            directory.append(central_entry(member, offset))
            chunks += (local, member.deflated)
            offset += len(local) + len(member.deflated)
        entries = b"".join(directory)
        count = self.fixed_count + len(self.varying)
        return b"".join((*chunks, entries, end_of_directory(count, len(entries), offset)))

    def _fill_member(
        self, name: str, parts: Sequence[LetterPart], texts: Mapping[str, bytes], lists: Records
    ) -> Member:
        blocks: list[bytes] = []
        crc = size = 0
        for part in parts:
            if isinstance(part, Fixed):
                content, deflated = part.content, part.deflated
            elif isinstance(part, Slot):
                content = _value(part, texts)
                deflated = _stored(content)
            else:
                content = self._fill_rows(part, texts, lists[part.name])
                deflated = deflated_blocks(content, _ROWS_LEVEL)
            blocks.append(deflated)
            crc = zlib.crc32(content, crc)
            size += len(content)
        blocks.append(_LAST_BLOCK)
        return Member(name, b"".join(blocks), crc, size)

    def _fill_rows(self, row: RepeatedRow, texts: Mapping[str, bytes], records: Sequence[Sequence[str]]) -> bytes:
        needed = max(row.cells) + 1
        if min(map(len, records), default=needed) < needed:
            raise InputProblems(_short_records(row.name, records, needed, self.file))
        pattern = [
            b"".join(_value(piece, texts) if isinstance(piece, Slot) else piece for piece in pieces)
            for pieces in row.around
        ]
        values = [record[cell] for record in records for cell in row.cells]
        return fill_rows(pattern, self._escaped(values, NEW_LINE, lambda: _named_cells(row, records)))

    def _escaped(
        self, values: Sequence[str], line_break: str, named: Callable[[], Iterable[tuple[str, str]]]
    ) -> list[bytes]:
        """Return `values` as XML text with `line_break` for their line feeds; `named` gives them with their names."""
        try:
            return _escaped(values, line_break)
        except InputProblems as error:
            faults = (problem for name, value in named() for problem in self._faults(name, value))
            raise InputProblems(faults) from error

    def _faults(self, name: str, value: str) -> list[Problem]:
        try:
            _escaped([value], "\n")
        except InputProblems as error:
            return [
                replace(problem, place=replace(problem.place, file=self.file, key=name)) for problem in error.problems
            ]
        return []

    def _misnamed(self, values: Mapping[str, str], lists: Records) -> Iterator[Problem]:
        place = Place(file=self.file)
        unused = values.keys() - self.slots
        for name in sorted(self.slots - values.keys()):
            nearest = difflib.get_close_matches(name, unused, 1)
            suggestion = nearest[0] if nearest else None
            names = ", ".join(sorted(self.slots))
            yield kinds.MISSING_VALUE.at(place, name=name, suggestion=suggestion, names=names)
        for name in sorted(self.lists - lists.keys()):
            yield kinds.MISSING_LIST.at(place, name=name)
        for name in sorted(lists.keys() - self.lists):
            nearest = difflib.get_close_matches(name, self.lists, 1)
            yield kinds.UNKNOWN_LIST.at(place, name=name, suggestion=nearest[0] if nearest else None)


def _escaped(values: Sequence[str], line_break: str) -> list[bytes]:
    if not values:
        return []
    if "\n" in SEPARATOR.join(values):
        return [line_break.join(map(escape_text, value.split("\n"))).encode() for value in values]
    return escape_joined(values).encode().split(SEPARATOR.encode())


def _named_cells(row: RepeatedRow, records: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for number, record in enumerate(records, start=1):
        for cell in row.cells:
            yield f"{row.name}[{number}][{cell + 1}]", record[cell]


def _short_records(name: str, records: Sequence[Sequence[str]], needed: int, file: str) -> Iterator[Problem]:
    for number, record in enumerate(records, start=1):
        if len(record) < needed:
            yield kinds.SHORT_RECORD.at(Place(file=file), name=name, row=number, found=len(record), needed=needed)


def _value(slot: Slot, texts: Mapping[str, bytes]) -> bytes:
    value = texts[slot.name]
    return value.replace(b"\n", slot.line_break) if b"\n" in value else value


def _stored(value: bytes) -> bytes:
    """Return `value` as stored blocks of a deflate stream, which begin and end at a whole byte."""
    size = len(value)
    if size <= _MAX_STORED:
        return _STORED.pack(0, size, size ^ _MAX_STORED) + value
    return b"".join(_stored(value[at : at + _MAX_STORED]) for at in range(0, size, _MAX_STORED))


def prepare_letter_run(docx: bytes, file: str) -> LetterRun:
    """Return the written letter `docx` ready to be filled; its slots are marked in its text (see `document.slot`).

    Raises `InputProblems` when `docx` is no Word file, or a slot in it cannot be filled.
    """
    varying: list[tuple[str, tuple[LetterPart, ...]]] = []
    fixed, directory, count = bytearray(), bytearray(), 0
    # The parts that vary come last in the file, so that no other ever moves.
    for member in read_package(docx, file).values():
        if is_marked(member):
            varying.append((member.name, cut_part(member.read().decode(), file)))
            continue
        directory += central_entry(member, len(fixed))
        fixed += local_entry(member) + member.deflated
        count += 1
    return LetterRun(
        file=file,
        fixed=bytes(fixed),
        fixed_directory=bytes(directory),
        fixed_count=count,
        varying=tuple(varying),
        slots=frozenset(slot.name for _, parts in varying for slot in iter_slots(parts)),
        lists=frozenset(part.name for _, parts in varying for part in parts if isinstance(part, RepeatedRow)),
    )
