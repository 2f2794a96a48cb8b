"""The font of a chart: found as a file, checked for every Vietnamese letter, and its text measured."""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font, LoadFlags

from reportgen.chart.drawn import ChartFont

# The family each font names itself by, and the names its regular file goes by, in order of preference.
_WANTED = (
    ("Times New Roman", ("times.ttf", "times new roman.ttf", "times_new_roman.ttf", "timesnewroman.ttf")),
    ("Liberation Serif", ("liberationserif-regular.ttf",)),
)
_VIETNAMESE = "".join(
    unicodedata.normalize("NFC", vowel + tone)
    for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)
_LETTERS = frozenset(f"{_VIETNAMESE}đĐ0123456789.,%–")
_MOST_KEPT = 10_000  # texts
_BLANK_RUN = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")


def find_font_file(folders: Sequence[Path]) -> ChartFont:
    """Return Times New Roman if it is under `folders`, else Liberation Serif 2, else matplotlib's own DejaVu Serif.

    Folders are searched in their order, with all that is below them; one that does not exist is passed over, and so
    is a file that is no font, is another family, or lacks a Vietnamese letter, as Liberation Serif 1 does.
    """
    files = [file for folder in folders for file in sorted(folder.rglob("*.[tT][tT][fF]"))]
    for family, file_names in _WANTED:
        for file in files:
            if file.name.lower() in file_names and _is_usable(file, family):
                return ChartFont(family, file)
    return ChartFont("DejaVu Serif", Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSerif.ttf"))


def _is_usable(file: Path, family: str) -> bool:
    try:
        font = FT2Font(file)
    except (OSError, RuntimeError):  # FreeType's complaint about a file that is no font is a RuntimeError
        return False
    return font.family_name == family and all(font.get_char_index(ord(letter)) for letter in _LETTERS)


class _Face:
    """What is known of a font file: its letters, and the texts that were measured in it."""

    def __init__(self, file: Path) -> None:
        self._font = FT2Font(file)
        self.letters = frozenset(self._font.get_charmap())
        self._advances: dict[str, float] = {}
        self.widths: dict[str, float] = {}
        self.drawable: dict[str, tuple[str, frozenset[str]]] = {}

    def advance(self, character: str) -> float:
        """Return the advance width of `character`, as a share of the letter size."""
        if character not in self._advances:
            glyph = self._font.load_char(ord(character), flags=LoadFlags.NO_SCALE)
            self._advances[character] = glyph.horiAdvance / self._font.units_per_EM
        return self._advances[character]


class _Faces(threading.local):
    """The face that a thread used last: opening a font takes longer than measuring the texts of a chart."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.face: _Face | None = None

    def get(self, file: Path) -> _Face:
        if self.face is None or self.file != file:
            self.file, self.face = file, _Face(file)
        for kept in (self.face.widths, self.face.drawable):
            if len(kept) > _MOST_KEPT:
                kept.clear()
        return self.face


_FACES = _Faces()


class TextMeasure:
    """Measures text in a chart's font, and makes it drawable. Not to be shared between threads.

    Widths are sums of advance widths; kerning, which mostly makes a text narrower, is left out.
    """

    def __init__(self, font: ChartFont) -> None:
        self._face = _FACES.get(font.path)
        # What stands for a character that the font lacks: an empty box if the font has one.
        self._stand_in = "□" if self._has("□") else "?"
        self.missing: set[str] = set()

    def drawable(self, text: str) -> str:
        """Return `text` on one line: NFC, blanks and line ends run together, a box for what the font lacks.

        The characters that it lacks are added to `missing`.
        """
        if text not in self._face.drawable:
            self._face.drawable[text] = self._make_drawable(text)
        line, lacking = self._face.drawable[text]
        self.missing |= lacking
        return line

    def _make_drawable(self, text: str) -> tuple[str, frozenset[str]]:
        line = _BLANK_RUN.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
        lacking = frozenset(character for character in line if not self._has(character))
        return "".join(self._stand_in if character in lacking else character for character in line), lacking

    def width(self, text: str, size: float) -> float:
        """Return how wide the drawable `text` is, in points, at `size` points."""
        width = self._face.widths.get(text)
        if width is None:
            width = self._face.widths[text] = sum(map(self._face.advance, text))
        return width * size

    def longest_word_width(self, text: str, size: float) -> float:
        """Return how wide the widest word of the drawable `text` is, in points."""
        return max(self.width(word, size) for word in text.split(" "))

    def wrap(self, text: str, size: float, room: float) -> tuple[str, ...]:
        """Return the lines of `text`, made drawable, that fit in `room` points.

        They break at spaces, and inside a word only if the word alone is wider than the room.
        """
        lines: list[str] = []
        line, whole = "", self.drawable(text)
        if self.width(whole, size) <= room:
            return (whole,)
        for word in whole.split(" "):
            if line and self.width(f"{line} {word}", size) <= room:
                line = f"{line} {word}"
                continue
            if line:
                lines.append(line)
            *full, line = self._cut(word, size, room)
            lines.extend(full)
        return (*lines, line)

    def _cut(self, word: str, size: float, room: float) -> list[str]:
        """Return `word` in parts that fit in `room`, each of one character at least."""
        parts, used = [""], 0.0
        for character in word:
            advance = self.width(character, size)
            if parts[-1] and advance and used + advance > room:
                parts.append("")
                used = 0.0
            parts[-1] += character
            used += advance
        return parts

    def _has(self, character: str) -> bool:
        return ord(character) in self._face.letters
