"""Which fonts a PDF really carries: what LibreOffice chose, not what it was asked for."""

from __future__ import annotations

import re

_FONT_NAME = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([A-Za-z0-9_#-]+)")
_STYLE = re.compile(r"(?:PS)?(?:MT)?(?:-(?:Bold|Italic|Regular|Oblique|BoldItalic|BoldOblique)(?:MT)?)?$")
_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find_pdf_fonts(pdf: bytes) -> tuple[str, ...]:
    """Return the families of the fonts named in `pdf`, "Liberation Serif", in the order of the alphabet.

    Empty if the file keeps them in compressed objects, where they are not sought.
    """
    names = {match[1].decode("ascii") for match in _FONT_NAME.finditer(pdf)}
    return tuple(sorted({_WORD_START.sub(" ", _STYLE.sub("", name)) for name in names}))
