"""Text as a terminal takes it: without control characters, and measured in its columns."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """Return `text` with every control character but the line end as its code.

    A hostile file could use them to rewrite what the terminal shows.
    """
    return "".join(
        f"\\x{ord(character):02x}" if unicodedata.category(character) == "Cc" and character != "\n" else character
        for character in text
    )


def display_width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: Vietnamese letters one each, with marks apart or not."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
