"""Write `reportgen/write/times_widths.json` anew from the Liberation Serif 2 fonts (same widths as Times New Roman).

    python tools/extract_times_widths.py FOLDER [--output FILE]

FOLDER holds the four `LiberationSerif-*.ttf` files. A tool for developers: it needs fontTools, the program does not.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

FACES: Mapping[str, str] = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}
PUNCTUATION = "\u2009\u202f‐‑–—―‘’‚“”„†‡•…‰′″‹›⁄"
SIGNS = "ⁿ₫€№™Ω→←↔−√∞≈≠≤≥□■▪●"
# The fonts have no non-breaking hyphen of their own; Word draws it with the hyphen's glyph.
STAND_INS: Mapping[str, str] = {"\u2011": "-"}
OUTPUT = Path(__file__).parent.parent / "reportgen" / "write" / "times_widths.json"


def vietnamese_letters() -> str:
    """Return the Vietnamese letters in both cases, each vowel with each of its tones, composed."""
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    lower = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones] + ["đ"]
    return "".join(lower) + "".join(lower).upper()


def measured_characters() -> str:
    """Return the characters whose widths are kept, sorted. The soft hyphen is left out: it has no width in a line."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))} - {"\u00ad"}
    return "".join(sorted(latin | set(vietnamese_letters()) | set(PUNCTUATION) | set(SIGNS)))


def extract_widths(font_file: Path) -> dict[str, str]:
    """Return the advance widths of the font: for each width in font units, the characters that have it.

    Raises:
        SystemExit: the font lacks a character or is not 2048 units to the em, so is not Liberation Serif 2.
    """
    font = TTFont(font_file)
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    if font["head"].unitsPerEm != 2048:
        raise SystemExit(f"{font_file}: expected 2048 units per em, found {font['head'].unitsPerEm}")
    by_width: dict[int, str] = defaultdict(str)
    for character in measured_characters():
        glyph = glyphs.get(ord(STAND_INS.get(character, character)))
        if glyph is None:
            raise SystemExit(f"{font_file}: no glyph for U+{ord(character):04X}; is this Liberation Serif 2?")
        by_width[metrics[glyph][0]] += character
    return {str(width): by_width[width] for width in sorted(by_width)}


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    faces = {face: extract_widths(arguments.folder / name) for face, name in FACES.items()}
    arguments.output.write_text(json.dumps(faces, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
