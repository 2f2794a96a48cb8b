"""File names from a pattern and a row's values, safe on Windows as well."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping

LONGEST_NAME = 200
"""Bytes of UTF-8 that a name may take without its suffix: file systems allow 255, a file in the making needs some."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³"),
    }
)


class FileNameError(ValueError):
    """A name that no file can have. `name` is what it would be; the reasons say why, in both languages."""

    def __init__(self, name: str, reason: str, reason_en: str) -> None:
        self.name = name
        self.reason = reason
        self.reason_en = reason_en
        super().__init__(f"{name!r}: {reason_en}")


def pattern_fields(pattern: str) -> tuple[str, ...]:
    """Return the names of the columns in `pattern`: ("stt", "ma") of "{stt}_{ma}".

    Raises:
        FileNameError: a brace is unbalanced, a field is more than a name, or what stands around the fields holds a
            character that no name may have.
    """
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise FileNameError(pattern, "dấu ngoặc nhọn mở hoặc đóng bị lẻ", "a brace is unbalanced") from error
    for literal, name, form, conversion in parts:
        _check_characters(pattern, literal)
        if name is not None and (not re.fullmatch(r"\w+", name) or form or conversion):
            shown = f"{{{name}}}"
            raise FileNameError(pattern, f"`{shown}` không phải tên một cột", f"`{shown}` is no column's name")
    return tuple(name for _, name, _, _ in parts if name)


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """Return the name that `pattern` gives for a row, with `suffix` (".docx"), composed (NFC).

    Raises:
        FileNameError: the name holds a slash or another character that Windows refuses or nobody sees, is one of its
            reserved names (CON, NUL, COM1, …), begins or ends with a dot or space, is empty, or is too long.
    """
    name = unicodedata.normalize("NFC", pattern.format_map(values))
    _check_characters(name, name)
    if name.strip(". ") != name or not name:
        reason = "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối"
        raise FileNameError(name, reason, "it is empty, or begins or ends with a dot or a space")
    if name.split(".")[0].strip().casefold() in _RESERVED:
        raise FileNameError(name, "Windows dành riêng tên này", "Windows keeps this name for itself")
    if (length := len(name.encode())) > LONGEST_NAME:
        reason = f"tên dài {length} byte, quá {LONGEST_NAME} byte (chữ có dấu chiếm 2 hoặc 3 byte)"
        raise FileNameError(f"{name[:60]}…", reason, f"it takes {length} bytes, more than {LONGEST_NAME}")
    return name + suffix


def _check_characters(name: str, text: str) -> None:
    """Complain about a character of `text`, a part of `name`, that no file name may hold."""
    found = _FORBIDDEN.search(text)
    character = found.group() if found else next((each for each in text if not each.isprintable()), None)
    if character is not None:
        shown = character if character.isprintable() else f"U+{ord(character):04X}"
        reason = f"có ký tự “{shown}” mà tên tệp không được chứa"
        raise FileNameError(name, reason, f"it holds the character “{shown}”")
