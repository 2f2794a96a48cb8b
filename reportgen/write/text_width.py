"""How wide a text is in the Times metrics, without any font installed: glyph advance widths kept as data.

The widths are those of Times New Roman and Liberation Serif 2, which are equal; `tools/extract_times_widths.py`
writes `times_widths.json`. Pair kerning is left out, as Word leaves it out unless a style asks for it.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_UNITS_PER_EM = 2048
_WIDTHS_FILE = Path(__file__).with_name("times_widths.json")
# What takes no room of its own: marks on the letter before, joiners and soft hyphens.
_EVENNESS = 0.25
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
# A piece that stays on one line: characters up to and with the spaces, or the hyphens and dashes, that end it.
_PIECES = re.compile(r"[^ \-–—]*(?:[\-–—]+ *| +)|[^ \-–—]+")


def text_width(text: str, *, size: float, bold: bool = False, italic: bool = False) -> float:
    """Return how wide `text` is on one line, in points, set in Times at `size` points.

    Composed and decomposed letters measure the same. A character whose width is not kept counts as its base letter
    if it has one ("ǎ" as "a"), as nothing if it is a combining mark or a format character, and otherwise as one em,
    which is as wide as the widest letters: such a text may come out narrower than estimated, seldom wider.
    """
    return _units(unicodedata.normalize("NFC", text), _face(bold, italic)) * size / _UNITS_PER_EM


def wrap_lines(text: str, *, width: float, size: float, bold: bool = False, italic: bool = False) -> list[str]:
    r"""Return the lines into which Word breaks `text` (as NFC) in a room `width` points wide.

    Each line takes as much as fits; it breaks at spaces and after hyphens and dashes, at each "\n" in any case, and
    inside a word only if the word alone is wider than the room. The spaces at a break hang into the margin and are
    left out; a no-break space never breaks. An empty text is one empty line.
    """
    widths = _face(bold, italic)
    room = width * _UNITS_PER_EM / size
    paragraphs = unicodedata.normalize("NFC", text).split("\n")
    return [line.rstrip(" ") for paragraph in paragraphs for line in _iter_lines(paragraph, room, widths)]


def balance_lines(text: str, *, width: float, size: float, bold: bool = False, italic: bool = False) -> list[str]:
    """Return `text` in as few lines as fit a room `width` points wide, broken so that they are as even as can be.

    So a name reads "BỘ THÔNG TIN / VÀ TRUYỀN THÔNG", not "BỘ THÔNG TIN VÀ TRUYỀN / THÔNG".
    """
    lines = wrap_lines(text, width=width, size=size, bold=bold, italic=italic)
    narrowest, widest = 0.0, width
    # The narrowest room that still takes no more lines, to a quarter of a point.
    while len(lines) > 1 and widest - narrowest > _EVENNESS:
        middle = (narrowest + widest) / 2
        tried = wrap_lines(text, width=middle, size=size, bold=bold, italic=italic)
        if len(tried) <= len(lines):
            lines, widest = tried, middle
        else:
            narrowest = middle
    return lines


def longest_line_width(
    text: str, *, size: float, width: float = math.inf, bold: bool = False, italic: bool = False
) -> float:
    """Return the width, in points, of the longest line of `text` once wrapped in a room `width` points wide.

    Without `width`, only the line feeds in `text` break it.
    """
    lines = wrap_lines(text, width=width, size=size, bold=bold, italic=italic)
    return max(text_width(line, size=size, bold=bold, italic=italic) for line in lines)


def _iter_lines(paragraph: str, room: float, widths: dict[str, int]) -> Iterator[str]:
    line, used = "", 0
    for piece in _PIECES.findall(paragraph):
        if line and used + _units(piece.rstrip(" "), widths) > room:
            yield line
            line, used = "", 0
        *full, rest = _split_word(piece, room, widths) if not line else [piece]
        yield from full
        line += rest
        used += _units(rest, widths)
    yield line


def _split_word(word: str, room: float, widths: dict[str, int]) -> list[str]:
    """Return `word` whole if it fits in `room` (in font units), else cut between characters; never an empty part."""
    parts, used = [""], 0
    for character in word:
        advance = _units(character, widths)
        if parts[-1] and advance and character != " " and used + advance > room:
            parts.append("")
            used = 0
        parts[-1] += character
        used += advance
    return parts


def _units(text: str, widths: dict[str, int]) -> int:
    return sum(map(widths.__getitem__, text))


def _estimate(character: str, widths: Mapping[str, int]) -> int:
    if unicodedata.category(character) in _WITHOUT_WIDTH:
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    return widths[base] if base != character else _UNITS_PER_EM


class _Face(dict[str, int]):
    """The widths of one face in font units, by character; one that is not kept is estimated once."""

    def __missing__(self, character: str) -> int:
        self[character] = _estimate(character, self)
        return self[character]


@cache
def _faces() -> dict[str, _Face]:
    kept: dict[str, dict[str, str]] = json.loads(_WIDTHS_FILE.read_text(encoding="utf-8"))
    return {
        face: _Face({character: int(width) for width, characters in by_width.items() for character in characters})
        for face, by_width in kept.items()
    }


def _face(bold: bool, italic: bool) -> _Face:
    return _faces()[
        {(False, False): "regular", (True, False): "bold", (False, True): "italic"}.get((bold, italic), "bold_italic")
    ]
