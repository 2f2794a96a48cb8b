"""YAML as text for people to fill in: values written so that they read back the same, comments of even width."""

from __future__ import annotations

import re
import textwrap

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

LONGEST_LINE = 100
"""Columns that a comment takes at most, its indentation of up to `DEEPEST` columns included."""
DEEPEST = 12

# Text that means itself without quotes: it opens with a letter or a digit, and holds no ": " and no " #".
_PLAIN = re.compile(r"[^\W_][\w \-/.,()%;“”…]*")
_NULLS = frozenset(("null", "none", "true", "false", "yes", "no", "on", "off"))
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def yaml_value(value: object) -> str:
    """Return `value` (text, a number, yes or no, a list of those) as it stands after a key and a colon."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_item(str(item)) for item in value)}]"
    return _scalar(str(value))


def _scalar(value: str) -> str:
    is_plain = _PLAIN.fullmatch(value) and value == value.strip() and value.casefold() not in _NULLS
    return value if is_plain else _quoted(value)


def _item(value: str) -> str:
    return _scalar(value) if "," not in value else _quoted(value)


def _quoted(value: str) -> str:
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def comment_lines(words: str) -> list[str]:
    """Return `words` as lines of comment, none longer than the room that is left at the deepest indentation.

    No line breaks at a no-break space, which is written as a space.
    """
    room = LONGEST_LINE - DEEPEST - len("# ")
    lines = textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False)
    return [f"# {line.replace(_NO_BREAK_SPACE, ' ')}" for line in lines]
