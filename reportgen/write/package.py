"""The zip package of an Office file: foreign ones are read with limits, ours are written byte for byte the same.

Members that do not change are kept deflated as they were read, so that writing a document from a compiled template
deflates only what is new. Python's `zipfile` cannot write such members, hence the short writer here.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import template as kinds

MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 100_000_000
MAX_TOTAL_BYTES = 300_000_000

_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_FLAG = 0x1
_UTF8_FLAG = 0x800
# 1980-01-01 00:00, the earliest time that a zip entry can carry: no clock in the file.
_DOS_TIME, _DOS_DATE = 0, 0x21
_DEFLATE_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Member:
    """A file of the package, deflated and ready to be written."""

    name: str
    deflated: bytes
    crc: int
    size: int

    def read(self) -> bytes:
        """Return the content."""
        return zlib.decompress(self.deflated, -zlib.MAX_WBITS)


def deflate(name: str, content: bytes) -> Member:
    """Return `content` as a member called `name`."""
    compressor = zlib.compressobj(_DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, compressor.compress(content) + compressor.flush(), zlib.crc32(content), len(content))


def read_package(data: bytes, file: str) -> Mapping[str, Member]:
    """Return the members of the Office file `data` by name, in the order of the file.

    Raises `InputProblems` when it is no zip file, is encrypted, or grows beyond the limits of this module when
    opened; `file` names it in the problem.
    """
    place = Place(file=file)
    if data.startswith(_OLE_SIGNATURE):
        raise InputProblems([kinds.ENCRYPTED_OR_OLD.at(place)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_members(archive, place)
    # NotImplementedError is what zipfile raises for a way of packing that it does not know.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, UnicodeDecodeError, ValueError) as error:
        raise InputProblems([_not_a_docx(place, "tệp không phải gói zip, hoặc bị hỏng hay cụt")]) from error


def _read_members(archive: zipfile.ZipFile, place: Place) -> Mapping[str, Member]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise InputProblems([kinds.TOO_LARGE.at(place, what="số tệp bên trong", limit=MAX_MEMBERS)])
    members: dict[str, Member] = {}
    total = 0
    for info in infos:
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise InputProblems([kinds.ENCRYPTED_OR_OLD.at(place)])
        if info.filename in members:
            raise InputProblems([_not_a_docx(place, f"có hai phần cùng tên `{info.filename}`")])
        with archive.open(info) as stream:
            content = stream.read(MAX_MEMBER_BYTES + 1)
        total += len(content)
        if len(content) > MAX_MEMBER_BYTES or total > MAX_TOTAL_BYTES:
            raise InputProblems([kinds.TOO_LARGE.at(place, what=f"phần `{info.filename}`", limit="100 MB")])
        members[info.filename] = deflate(info.filename, content)
    return members


def _not_a_docx(place: Place, reason: str) -> Problem:
    return kinds.NOT_A_DOCX.at(place, reason=reason)


def write_package(members: Iterable[Member]) -> bytes:
    """Return a zip file of `members` in their order. The same members always give the same bytes."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        local = local_entry(member)
        directory.append(central_entry(member, offset))
        body += (local, member.deflated)
        offset += len(local) + len(member.deflated)
    entries = b"".join(directory)
    return b"".join((*body, entries, end_of_directory(len(directory), len(entries), offset)))


def _common(member: Member, name: bytes) -> bytes:
    return struct.pack(
        "<HHHHHIIIHH", 20, _UTF8_FLAG, zipfile.ZIP_DEFLATED, _DOS_TIME, _DOS_DATE,
        member.crc, len(member.deflated), member.size, len(name), 0,
    )  # fmt: skip


def local_entry(member: Member) -> bytes:
    """Return the header that stands before the deflated bytes of `member`."""
    name = member.name.encode()
    return b"PK\x03\x04" + _common(member, name) + name


def central_entry(member: Member, offset: int) -> bytes:
    """Return the entry of `member`, whose local header is at `offset`, in the directory at the end of the file."""
    name = member.name.encode()
    start = b"PK\x01\x02" + struct.pack("<H", 20) + _common(member, name)
    return start + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name


def end_of_directory(count: int, size: int, offset: int) -> bytes:
    """Return what closes a zip file whose directory of `count` entries and `size` bytes starts at `offset`."""
    return struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, size, offset, 0)
