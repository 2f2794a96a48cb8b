"""A part of a written letter cut at the marks of its slots: what stays, what is filled in, the rows that repeat."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias
from urllib.parse import quote
from xml.sax.saxutils import unescape

from reportgen.document.slot import SLOT_END, SLOT_START
from reportgen.problems import InputProblems, Place
from reportgen.problems import batch as kinds
from reportgen.write.package import Member

_MARK = re.compile(f"{SLOT_START}([^<{SLOT_END}]+){SLOT_END}")
_RECORD_NAME = re.compile(r"(.+)/(\d+)")
# A row without a row of another table in it: the marks of a nested table belong to that table's rows.
_ROW = re.compile(r"<w:tr>(?:(?!</?w:tr>).)*</w:tr>", re.DOTALL)
# What is left of a mark that was cut in two, or written as part of an address.
_REMAINS = (SLOT_START, SLOT_END, quote(SLOT_START))
NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
"""A line break in the text of a run."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is the same in every letter, as it is and deflated to whole bytes that refer to nothing before them."""

    content: bytes
    deflated: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for the value `name`; `line_break` stands for its line feeds."""

    name: str
    line_break: bytes


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A table row for each record of list `name`: what stands around its values, and the cell that each comes from.

    What stands around them may itself hold slots, which are the same in each row.
    """

    name: str
    around: tuple[tuple[bytes | Slot, ...], ...]
    cells: tuple[int, ...]


LetterPart: TypeAlias = Fixed | Slot | RepeatedRow


def is_marked(member: Member) -> bool:
    """Say whether a part of the package holds the mark of a slot, or what is left of one."""
    if not member.name.endswith((".xml", ".rels")):
        return False  # The bytes of a picture may be anything.
    content = member.read()
    return any(remains.encode() in content for remains in _REMAINS)


def cut_part(content: str, file: str) -> tuple[LetterPart, ...]:
    """Return the XML part `content` cut at its slots; `file` names the letter in problems.

    Raises `InputProblems` for a mark that was cut in two, and for one of a list where no row can be repeated.
    """
    parts: list[LetterPart] = []
    at = 0
    for match in _ROW.finditer(content):
        if row := _cut_row(match[0], file):
            parts += [*_cut_slots(content[at : match.start()], file), row]
            at = match.end()
    return (*parts, *_cut_slots(content[at:], file))


def iter_slots(parts: Iterable[LetterPart]) -> Iterator[Slot]:
    """Yield the slots among `parts`, those within repeated rows included."""
    for part in parts:
        pieces = chain.from_iterable(part.around) if isinstance(part, RepeatedRow) else (part,)
        yield from (piece for piece in pieces if isinstance(piece, Slot))


def _cut_slots(content: str, file: str) -> Iterator[Fixed | Slot]:
    for piece in _pieces(content, file):
        if isinstance(piece, bytes):
            yield Fixed(piece, deflated_blocks(piece, zlib.Z_BEST_COMPRESSION))
        elif (record := _RECORD_NAME.fullmatch(piece.name)) is not None:
            raise InputProblems([kinds.OUTSIDE_ROW.at(Place(file=file), name=record[1])])
        else:
            yield piece


def _cut_row(row: str, file: str) -> RepeatedRow | None:
    """Return `row` as one that is repeated, `None` if it holds no value of a list."""
    around: list[list[bytes | Slot]] = [[]]
    cells: list[int] = []
    names: set[str] = set()
    for piece in _pieces(row, file) if SLOT_START in row else ():
        record = _RECORD_NAME.fullmatch(piece.name) if isinstance(piece, Slot) else None
        if record is None:
            around[-1].append(piece)
            continue
        names.add(record[1])
        cells.append(int(record[2]))
        around.append([])
    if len(names) > 1:
        raise InputProblems([kinds.MIXED_LISTS.at(Place(file=file), names=", ".join(sorted(names)))])
    return RepeatedRow(names.pop(), tuple(map(tuple, around)), tuple(cells)) if names else None


def _pieces(content: str, file: str) -> Iterator[bytes | Slot]:
    at = 0
    for match in _MARK.finditer(content):
        yield from _between(content[at : match.start()], file)
        tag = content[content.rfind("<", 0, match.start()) : match.start()]
        in_text = tag.startswith(("<w:t>", "<w:t ")) and ">" in tag
        yield Slot(unescape(match[1], {"&quot;": '"'}), NEW_LINE.encode() if in_text else b" ")
        at = match.end()
    yield from _between(content[at:], file)


def _between(content: str, file: str) -> Iterator[bytes]:
    if any(remains in content for remains in _REMAINS):
        raise InputProblems([kinds.BROKEN_MARK.at(Place(file=file))])
    if content:
        yield content.encode()


def deflated_blocks(content: bytes, level: int) -> bytes:
    """Return `content` as blocks of a deflate stream that stand alone and end at a whole byte (RFC 1951)."""
    compressor = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(content) + compressor.flush(zlib.Z_FULL_FLUSH)
