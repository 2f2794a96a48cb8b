"""Bytes to text: UTF-8 only, and a guess at what other encoding a Vietnamese file was saved in."""

from __future__ import annotations

from reportgen.problems import Place, Problem
from reportgen.problems.files import NOT_TEXT
from reportgen.problems.input import NOT_UTF8

_ZIP = b"PK\x03\x04"
_VOWELS = frozenset(b"aeiouyAEIOUY")
_TCVN3_BYTES = frozenset((*range(0xA1, 0xBF), *range(0xC6, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)))
_VNI_MARKS = frozenset((0xF9, 0xF8, 0xFB, 0xF5, 0xEF, 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4, 0xEA, 0xE9, 0xE8, 0xEB))
_1258_MARKS = frozenset((0xCC, 0xEC, 0xD2, 0xDE, 0xF2))
_1258_VOWELS = _VOWELS | {0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD}


def decode_utf8(data: bytes, file: str) -> str | Problem:
    """Return the text of `data` without its byte order mark, or the problem if it is an Office file or not UTF-8."""
    if data.startswith(_ZIP):
        what, what_en = _name_package(data)
        return NOT_TEXT.at(Place(file=file), what=what, what_en=what_en)
    guess = _guess_wide_encoding(data)
    if guess is not None:
        return NOT_UTF8.at(Place(file=file, line=1, column=1), offset=1, encoding=guess)
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        place = Place(file=file, line=before.count("\n") + 1, column=len(before) - (before.rfind("\n") + 1) + 1)
        return NOT_UTF8.at(place, offset=error.start + 1, encoding=_guess_narrow_encoding(data))


def _name_package(data: bytes) -> tuple[str, str]:
    """Say what kind of file the zip package `data` is, by the names of its parts."""
    if b"xl/workbook" in data:
        return "Excel", "an Excel file"
    return ("Word", "a Word file") if b"word/document" in data else ("nén (zip)", "a zip file")


def _guess_wide_encoding(data: bytes) -> str | None:
    """UTF-32 or UTF-16, told by the byte order mark or by the zero bytes of plain Latin letters."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    head = data[:4000]
    # Latin letters in UTF-16 have a zero in every other byte, so nearly half of one parity; text in UTF-8 has none.
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return "UTF-16" if len(head) >= 4 and zeros > 0.3 * len(head) / 2 else None


def _guess_narrow_encoding(data: bytes) -> str | None:
    """The likeliest of TCVN3, VNI and Windows-1258, or `None` if the bytes look like none of them."""
    high = [index for index, byte in enumerate(data) if byte >= 0x80]
    if not high or len(high) > 0.6 * len(data):
        return None
    vni = sum(1 for i in high if i and data[i - 1] in _VOWELS and data[i] in _VNI_MARKS)
    cp1258 = sum(1 for i in high if i and data[i - 1] in _1258_VOWELS and data[i] in _1258_MARKS)
    tcvn3 = sum(1 for i in high if data[i] in _TCVN3_BYTES and not (i and data[i - 1] in _VOWELS))
    best = max(vni, cp1258, tcvn3)
    if best < 0.4 * len(high) and cp1258 < 0.2 * len(high):
        return None
    # A tone of Windows-1258 hardly occurs by chance after a vowel, while its other letters look like TCVN3's.
    if cp1258 >= 0.2 * len(high) and cp1258 >= vni:
        return "Windows-1258"
    return "VNI" if vni == best else "TCVN3 (ABC)"
