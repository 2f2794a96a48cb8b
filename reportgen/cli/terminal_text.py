"""Text as a terminal takes it: without control characters, measured in its columns, and broken between words."""

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


def wrap_text(text: str, width: int) -> str:
    """Return `text` with each line that takes more than `width` columns broken between words.

    What goes on is set in by two columns more than its line. A word that is too long for a line stays whole.
    """
    return "\n".join(piece for line in text.split("\n") for piece in _wrap_line(line, width))


def _wrap_line(line: str, width: int) -> list[str]:
    if display_width(line) <= width:
        return [line]
    lead = line[: len(line) - len(line.lstrip(" "))]
    pieces, indent = [lead], lead + "  "
    # Spaces that are doubled stay so: they may be what a finding is about.
    for word in line.lstrip(" ").split(" "):
        is_first = not pieces[-1].strip()
        joined = f"{pieces[-1]}{word}" if is_first else f"{pieces[-1]} {word}"
        if is_first or display_width(joined) <= width:
            pieces[-1] = joined
        else:
            pieces.append(f"{indent}{word}")
    return pieces
