"""Names that take several lines of a narrow cell, broken into lines that are as even as can be."""

from __future__ import annotations

from reportgen.document import Inlines, Text, text
from reportgen.write.style_sheet import FontFigures
from reportgen.write.text_width import balance_lines

_TWIPS_PER_POINT = 20


def break_evenly(inlines: Inlines, room: int, font: FontFigures) -> Inlines:
    """Return `inlines`, if they are one plain text, with line breaks that suit a room `room` twips wide."""
    words = inlines[0].text if len(inlines) == 1 and isinstance(inlines[0], Text) else ""
    if not words:
        return inlines
    lines = balance_lines(words, width=room / _TWIPS_PER_POINT, size=font.size, bold=font.bold, italic=font.italic)
    return text("\n".join(lines))
