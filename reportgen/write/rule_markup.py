"""The lines under names: as long as a share of the text's width in its own font, centred, drawn as a border."""

from __future__ import annotations

from reportgen.document import Role, Rule
from reportgen.write.context import WriteContext
from reportgen.write.markup import paragraph
from reportgen.write.text_width import longest_line_width

_TWIPS_PER_POINT = 20


def rule_markup(rule: Rule, context: WriteContext, width: int) -> str:
    """Return an empty paragraph whose upper border is the line, centred in a room `width` twips wide."""
    font = context.styles.font_of(rule.under)
    points = longest_line_width(
        rule.text, width=width / _TWIPS_PER_POINT, size=font.size, bold=font.bold, italic=font.italic
    )
    length = min(width, round(points * rule.share * _TWIPS_PER_POINT))
    side = (width - length) // 2
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>'
    return paragraph(context.styles.id_of(Role.RULE), "", f'{border}<w:ind w:left="{side}" w:right="{side}"/>')
