"""One written letter, filled thousands of times: only what differs from row to row is made anew.

The letter is composed and written once with slots in its text. Its parts are then cut at the slots; what stands
between them is deflated once, and a filled letter is those pieces with the values between them as stored blocks.
Unchanged parts of the package are copied as they are. A table row with slots of a named list is repeated for each
record of that list.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reportgen.document.slot import SLOT_END, SLOT_START
from reportgen.write.markup import escape_text
from reportgen.write.package import Member, central_entry, end_of_directory, local_entry, read_package

Records: TypeAlias = Mapping[str, Sequence[Sequence[str]]]
"""For each named list, its records: the values of the cells of one table row each."""

_SLOT = re.compile(f"{SLOT_START}([^{SLOT_END}]*){SLOT_END}")
_LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_ROW_OPEN, _ROW_CLOSE = "<w:tr>", "</w:tr>"
_LAST_BLOCK = b"\x03\x00"
_MAX_STORED = 0xFFFF
# Rows of a table are long and alike: the fastest level already takes off nine tenths of them.
_ROWS_LEVEL = 1


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two slots, as it is and deflated to a whole number of bytes."""

    content: bytes
    deflated: bytes


@dataclass(frozen=True, slots=True)
class _Rows:
    """A table row to be repeated for each record of list `name`: the pieces around its values."""

    name: str
    pieces: tuple[str, ...]
    cells: tuple[int, ...]


_Part: TypeAlias = "_Piece | str | _Rows"


@dataclass(frozen=True, slots=True)
class LetterRun:
    """A letter ready to be filled. `slots` and `lists` are the names that it asks for."""

    fixed: bytes
    fixed_directory: bytes
    fixed_count: int
    varying: tuple[tuple[str, tuple[_Part, ...]], ...]
    slots: frozenset[str]
    lists: frozenset[str]

    def fill(self, values: Mapping[str, str], records: Records | None = None) -> bytes:
        """Return the letter with `values` in its slots and `records` in its repeated rows, as a .docx file.

        Raises `KeyError` for a slot or list without a value, `InputProblems` for characters that a file cannot hold.
        """
        chunks = [self.fixed]
        directory = [self.fixed_directory]
        offset = len(self.fixed)
        for name, parts in self.varying:
            member = _fill_member(name, parts, values, records or {})
            local = local_entry(member)
            directory.append(central_entry(member, offset))
            chunks += (local, member.deflated)
            offset += len(local) + len(member.deflated)
        entries = b"".join(directory)
        count = self.fixed_count + len(self.varying)
        return b"".join((*chunks, entries, end_of_directory(count, len(entries), offset)))


def _fill_member(name: str, parts: Sequence[_Part], values: Mapping[str, str], records: Records) -> Member:
    contents: list[bytes] = []
    deflated: list[bytes] = []
    for part in parts:
        if isinstance(part, _Piece):
            contents.append(part.content)
            deflated.append(part.deflated)
        elif isinstance(part, str):
            value = _slot_markup(values[part]).encode()
            contents.append(value)
            deflated.append(_stored(value))
        else:
            rows = _rows_markup(part, records[part.name]).encode()
            contents.append(rows)
            deflated.append(_deflated(rows, _ROWS_LEVEL))
    content = b"".join(contents)
    deflated.append(_LAST_BLOCK)
    return Member(name, b"".join(deflated), zlib.crc32(content), len(content))


def _slot_markup(value: str) -> str:
    if "\n" not in value:
        return escape_text(value)
    return _LINE_BREAK.join(map(escape_text, value.split("\n")))


def _rows_markup(rows: _Rows, records: Sequence[Sequence[str]]) -> str:
    pieces, cells = rows.pieces, rows.cells
    out: list[str] = []
    for record in records:
        for piece, cell in zip(pieces, cells, strict=False):
            out.append(piece)
            out.append(escape_text(record[cell]))
        out.append(pieces[-1])
    return "".join(out)


def _stored(value: bytes) -> bytes:
    """Return `value` as stored blocks of a deflate stream, which begin and end at a whole byte."""
    if len(value) <= _MAX_STORED:
        return b"\x00" + struct.pack("<HH", len(value), len(value) ^ _MAX_STORED) + value
    return b"".join(_stored(value[at : at + _MAX_STORED]) for at in range(0, len(value), _MAX_STORED))


def _deflated(content: bytes, level: int) -> bytes:
    """Return `content` as deflate blocks that stand alone and end at a whole byte."""
    compressor = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(content) + compressor.flush(zlib.Z_FULL_FLUSH)


def prepare_letter_run(docx: bytes, file: str) -> LetterRun:
    """Return the written letter `docx` ready to be filled; its slots are marked in its text (see `document.slot`).

    Raises `InputProblems` when `docx` is no Word file.
    """
    members = read_package(docx, file)
    varying: list[tuple[str, tuple[_Part, ...]]] = []
    fixed = bytearray()
    directory = bytearray()
    count = 0
    for member in members.values():
        content = member.read()
        if SLOT_START.encode() in content:
            varying.append((member.name, _cut(content.decode())))
            continue
        directory += central_entry(member, len(fixed))
        fixed += local_entry(member) + member.deflated
        count += 1
    parts = [part for _, cut in varying for part in cut]
    return LetterRun(
        fixed=bytes(fixed),
        fixed_directory=bytes(directory),
        fixed_count=count,
        varying=tuple(varying),
        slots=frozenset(part for part in parts if isinstance(part, str)),
        lists=frozenset(part.name for part in parts if isinstance(part, _Rows)),
    )


def _cut(content: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    at = 0
    while (match := _SLOT.search(content, at)) is not None:
        name, _, cell = match[1].partition("/")
        if not cell:
            parts += (_piece(content[at : match.start()]), name)
            at = match.end()
            continue
        start = content.rindex(_ROW_OPEN, at, match.start())
        end = content.index(_ROW_CLOSE, match.end()) + len(_ROW_CLOSE)
        parts += (_piece(content[at:start]), _cut_row(name, content[start:end]))
        at = end
    parts.append(_piece(content[at:]))
    return tuple(parts)


def _cut_row(name: str, row: str) -> _Rows:
    split = _SLOT.split(row)
    return _Rows(name, tuple(split[::2]), tuple(int(slot.partition("/")[2]) for slot in split[1::2]))


def _piece(content: str) -> _Piece:
    encoded = content.encode()
    return _Piece(encoded, _deflated(encoded, zlib.Z_BEST_COMPRESSION))
