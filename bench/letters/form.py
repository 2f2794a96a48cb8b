"""A trial of a letter written once and then filled: the design measured before the writer has it.

The body part is cut at its slots. What stands between two slots is kept deflated, each piece ended by a full flush
(RFC 1951: the piece is whole bytes and refers to nothing before it); a value goes in between as a stored block. So a
letter deflates nothing at all when it is filled; only repeated rows are deflated anew. All other members, with their
entries of the directory, are bytes that are copied; the body comes last in the file, so that none of them moves.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.write.markup import escape_text
from reportgen.write.package import Member, read_package

_BODY = "word/document.xml"
_SLOT = re.compile("⟦([a-z0-9_]+)⟧")
_ROW = re.compile(r"<w:tr>(?:(?!</w:tr>).)*⟦c1⟧.*?</w:tr>", re.DOTALL)
_ROWS = "rows"
_LAST_BLOCK = b"\x03\x00"
_STORED = struct.Struct("<BHH")
_STORED_MAX = 0xFFFF
# Static pieces are deflated once, so as well as can be; rows at the level after which zlib's lazy matching starts.
_STATIC_LEVEL, _ROWS_LEVEL = 9, 3
_COMMON = struct.Struct("<HHHHHIIIHH")
_ENTRY_TAIL = struct.Struct("<HHHII")
_END = struct.Struct("<IHHHHIIH")


@dataclass(frozen=True, slots=True)
class Form:
    """A document with slots: the pieces of its body, plain and deflated, and everything else as bytes of the file."""

    slots: tuple[str, ...]
    plain: tuple[bytes, ...]
    deflated: tuple[bytes, ...]
    row: tuple[bytes, ...]
    before: bytes
    directory: bytes
    count: int

    def fill(self, values: Mapping[str, str], rows: Sequence[Sequence[str]] = ()) -> bytes:
        """Return the .docx file with `values` in its slots and `rows` in its table."""
        escaped = dict(zip(values, escape_all(list(values.values())), strict=True))
        plain, packed = [self.plain[0]], [self.deflated[0]]
        for at, slot in enumerate(self.slots, start=1):
            content = _fill_rows(self.row, rows) if slot == _ROWS else escaped[slot]
            plain += content, self.plain[at]
            packed += _deflate(content, _ROWS_LEVEL) if slot == _ROWS else _store(content), self.deflated[at]
        packed.append(_LAST_BLOCK)
        crc = 0
        for piece in plain:
            crc = zlib.crc32(piece, crc)
        return self._package(b"".join(packed), crc, sum(map(len, plain)))

    def _package(self, data: bytes, crc: int, size: int) -> bytes:
        common = _common(_BODY, crc, len(data), size)
        local = b"PK\x03\x04" + common
        entry = _entry(common, len(self.before))
        directory_size, start = len(self.directory) + len(entry), len(self.before) + len(local) + len(data)
        end = _END.pack(0x06054B50, 0, 0, self.count, self.count, directory_size, start, 0)
        return b"".join((self.before, local, data, self.directory, entry, end))


def make_form(docx: bytes) -> Form:
    """Return the form of a .docx file with `⟦name⟧` where values go, and one row of them where rows repeat."""
    members = dict(read_package(docx, "form"))
    body = members.pop(_BODY).read().decode()
    found = _ROW.search(body)
    row = tuple(piece.encode() for piece in _SLOT.split(found[0])[::2]) if found else ()
    pieces = _SLOT.split(_ROW.sub(f"⟦{_ROWS}⟧", body))
    plain = tuple(piece.encode() for piece in pieces[::2])
    before, directory = _rest(members.values())
    deflated = tuple(_deflate(piece, _STATIC_LEVEL) for piece in plain)
    return Form(tuple(pieces[1::2]), plain, deflated, row, before, directory, len(members) + 1)


def escape_all(values: Sequence[str]) -> list[bytes]:
    """Return `values` escaped, in UTF-8: all at once, joined by a character that none may hold."""
    joined = "\0".join(values)
    plain = "".join(values)
    if not plain.isprintable() or not unicodedata.is_normalized("NFC", plain):
        return [escape_text(value).encode() for value in values]  # Composes them, or names the bad character.
    escaped = joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return escaped.encode().split(b"\0")


def _fill_rows(pattern: tuple[bytes, ...], rows: Sequence[Sequence[str]]) -> bytes:
    if not rows:
        return b""
    values = escape_all([value for row in rows for value in row])
    pieces = [b""] * (2 * len(values) + 1)
    pieces[1::2] = values
    pieces[:-1:2] = [pattern[-1] + pattern[0], *pattern[1:-1]] * len(rows)
    pieces[0], pieces[-1] = pattern[0], pattern[-1]
    return b"".join(pieces)


def _deflate(plain: bytes, level: int) -> bytes:
    compressor = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(plain) + compressor.flush(zlib.Z_FULL_FLUSH)


def _store(value: bytes) -> bytes:
    size = len(value)
    if size <= _STORED_MAX:
        return _STORED.pack(0, size, size ^ 0xFFFF) + value
    return b"".join(_store(value[at : at + _STORED_MAX]) for at in range(0, size, _STORED_MAX))


def _rest(members: Iterable[Member]) -> tuple[bytes, bytes]:
    body, directory = bytearray(), bytearray()
    for member in members:
        common = _common(member.name, member.crc, len(member.deflated), member.size)
        directory += _entry(common, len(body))
        body += b"PK\x03\x04" + common + member.deflated
    return bytes(body), bytes(directory)


def _common(name: str, crc: int, packed: int, size: int) -> bytes:
    encoded = name.encode()
    return _COMMON.pack(20, 0x800, zipfile.ZIP_DEFLATED, 0, 0x21, crc, packed, size, len(encoded), 0) + encoded


def _entry(common: bytes, offset: int) -> bytes:
    """An entry of the directory: the local header's fields with some more between them and the name."""
    fields, name = common[: _COMMON.size], common[_COMMON.size :]
    return b"PK\x01\x02\x14\x00" + fields + _ENTRY_TAIL.pack(0, 0, 0, 0, offset) + name
