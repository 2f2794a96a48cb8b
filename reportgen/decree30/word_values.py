"""Values of attributes in Word files: what is no number, or none that a page has room for, counts as not said."""

from __future__ import annotations

import re
import unicodedata

_SYMBOL = re.compile(r"[0-9A-Fa-f]{1,4}")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
# Mostly bare numbers; the standard allows units too.
_LENGTH = re.compile(r"(?P<number>[+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?)(?P<unit>mm|cm|in|pt|pc|pi|px)?")
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0, "px": 0.75}


def whole_number(value: str | None) -> int | None:
    """Return the whole number that `value` writes in ASCII digits, `None` if it writes none."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else None


def symbol(code: str | None) -> str:
    """Return the letter with the hexadecimal number `code`, empty if there is no such letter to be shown."""
    letter = chr(int(code, 16)) if code is not None and _SYMBOL.fullmatch(code) else ""
    return "" if unicodedata.category(letter or "\0") in {"Cc", "Cs"} else letter


def length(value: str | None, unit: float) -> float | None:
    """Return the length in points that `value` writes; one without a unit counts in `unit` points."""
    match = _LENGTH.fullmatch(value.strip()) if value is not None else None
    if match is None:
        return None
    return float(match["number"]) * _POINTS.get(match["unit"] or "", unit)


def twips(value: str | None) -> float:
    """Return a length in twentieths of a point as points, 0 if `value` is none."""
    return length(value, 1 / 20) or 0.0
