"""File names from a pattern and a row's values, safe on Windows as well."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping

LONGEST_NAME = 150
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


class FileNameError(ValueError):
    """A name that no file can have. `name` is what it would be, `reason` says why, in Vietnamese."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name!r}: {reason}")


def pattern_fields(pattern: str) -> tuple[str, ...]:
    """Return the names of the columns in `pattern`: ("stt", "ma") of "{stt}_{ma}".

    Raises:
        FileNameError: a brace is unbalanced, or a field is more than a name.
    """
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError as error:
        raise FileNameError(pattern, "dấu ngoặc nhọn mở hoặc đóng bị lẻ") from error
    for _, name, form, conversion in parts:
        if name is not None and (not re.fullmatch(r"\w+", name) or form or conversion):
            raise FileNameError(pattern, f"`{{{name}}}` không phải tên một cột")
    return tuple(name for _, name, _, _ in parts if name)


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """Return the name that `pattern` gives for a row, with `suffix` (".docx"), composed (NFC).

    Raises:
        FileNameError: the name holds a slash or another character that Windows refuses, is one of its reserved names
            (CON, NUL, COM1, …), begins or ends with a dot or space, is empty, or is too long.
    """
    name = unicodedata.normalize("NFC", pattern.format_map(values))
    if found := _FORBIDDEN.search(name):
        raise FileNameError(name, f"có ký tự {found.group()!r} mà tên tệp không được chứa")
    if name.strip(". ") != name or not name:
        raise FileNameError(name, "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối")
    if name.split(".")[0].strip().casefold() in _RESERVED:
        raise FileNameError(name, "Windows dành riêng tên này")
    if len(name) > LONGEST_NAME:
        raise FileNameError(name[:60] + "…", f"dài quá {LONGEST_NAME} ký tự")
    return name + suffix
