"""Lines under names and boxes around marks: centred, their length measured from the text in its own font."""

from __future__ import annotations

from reportgen.document import Role, Rule, Stamp
from reportgen.write.context import WriteContext
from reportgen.write.markup import paragraph, text_run
from reportgen.write.text_width import balance_lines, text_width, wrap_lines

_TWIPS_PER_POINT = 20
_TWIPS_PER_MM = 1440 / 25.4
# Room between the words of a mark and its box, both sides together.
_STAMP_ROOM_MM = 6
# A box stands outside the indents of its paragraph: 2 pt away on both sides, to the middle of a line of 0.75 pt.
_OUTSIDE_INDENTS = round(2 * (2 + 0.75 / 2) * _TWIPS_PER_POINT)


def rule_markup(rule: Rule, context: WriteContext, width: int) -> str:
    """Return an empty paragraph whose upper border is the line, centred in a room `width` twips wide."""
    font = context.styles.font_of(rule.under)
    room = width / _TWIPS_PER_POINT
    # In a cell of the letterhead, names are broken evenly; elsewhere lines run as Word breaks them.
    break_lines = balance_lines if width < context.page.text_width(landscape=False) else wrap_lines
    lines = break_lines(rule.text, width=room, size=font.size, bold=font.bold, italic=font.italic)
    points = max(text_width(line, size=font.size, bold=font.bold, italic=font.italic) for line in lines)
    length = min(width, round(points * rule.share * _TWIPS_PER_POINT)) if rule.text else width
    side = (width - length) // 2
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    return paragraph(context.styles.id_of(Role.RULE), "", f'{border}<w:ind w:left="{side}" w:right="{side}"/>')


def stamp_markup(stamp: Stamp, context: WriteContext, width: int) -> str:
    """Return a paragraph whose style draws the box, indented so that the box has its width in a room `width` wide."""
    font = context.styles.font_of(stamp.role)
    words = text_width(stamp.words, size=font.size, bold=font.bold, italic=font.italic) * _TWIPS_PER_POINT
    needed = words + _STAMP_ROOM_MM * _TWIPS_PER_MM if stamp.width_mm is None else stamp.width_mm * _TWIPS_PER_MM
    side = max(0, round((width - needed + _OUTSIDE_INDENTS) / 2))
    indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    return paragraph(context.styles.id_of(stamp.role), text_run(stamp.words), indent)
