"""The named styles of the shipped templates as WordprocessingML, and the paragraphs that use them."""

from __future__ import annotations

import unicodedata
from typing import Literal
from xml.sax.saxutils import escape

from reportgen.decree30.layout import Layout, ParagraphFigures, TextFigures
from reportgen.document import TableRole

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS_PER_MM = 1440 / 25.4
_BUILT_IN_IDS = {
    "heading 1": "Heading1",
    "heading 2": "Heading2",
    "heading 3": "Heading3",
    "caption": "Caption",
    "header": "Header",
    "footer": "Footer",
    "TOC Heading": "TOCHeading",
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "toc 3": "TOC3",
    "table of figures": "TableofFigures",
    "Hyperlink": "Hyperlink",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
    "Placeholder Text": "PlaceholderText",
}


class BookFigures(ParagraphFigures):
    """Looks that only a book has: a line above or below, dots that lead to a page number, a page of its own."""

    rule: Literal["above", "below"] | None = None
    leader_tab: bool = False
    new_page: bool = False


def style_id(name: str) -> str:
    """Return the id of the style called `name`: Word's own for built-in styles, letters without marks otherwise."""
    if name in _BUILT_IN_IDS:
        return _BUILT_IN_IDS[name]
    # Capitals first: in a decomposed name every letter after a mark would count as the start of a word.
    plain = unicodedata.normalize("NFD", name.title().replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


def text_width_of(layout: Layout) -> int:
    """Return the width between the margins, in twips."""
    margins = layout.page.margins_mm
    return round((layout.page.width_mm - margins.left.chosen - margins.right.chosen) * TWIPS_PER_MM)


def _twips_cm(length: float) -> int:
    return round(length * 10 * TWIPS_PER_MM)


def _paragraph_properties(figures: ParagraphFigures, text_width: int) -> str:
    parts = []
    if figures.keep_next:
        parts.append("<w:keepNext/>")
    if isinstance(figures, BookFigures) and figures.new_page:
        parts.append("<w:pageBreakBefore/>")
    if figures.box:
        border = f'w:val="single" w:sz="6" w:space="2" w:color="{figures.color or "auto"}"'
        parts.append("<w:pBdr>" + "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right")))
        parts.append("</w:pBdr>")
    if isinstance(figures, BookFigures):
        if figures.rule:
            border = f'w:val="single" w:sz="8" w:space="3" w:color="{figures.color or "auto"}"'
            parts.append(f"<w:pBdr><w:{'top' if figures.rule == 'above' else 'bottom'} {border}/></w:pBdr>")
        if figures.leader_tab:
            parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{text_width}"/></w:tabs>')
    exact = figures.exact_line_pt is not None
    line = round((figures.exact_line_pt or 0) * 20) if exact else round(figures.line * 240)
    parts.append(
        f'<w:spacing w:before="{round(figures.before_pt * 20)}" w:after="{round(figures.after_pt * 20)}"'
        f' w:line="{line}" w:lineRule="{"exact" if exact else "auto"}"/>'
    )
    left, right = _twips_cm(figures.left_cm), _twips_cm(figures.right_cm)
    first = (
        f'w:hanging="{_twips_cm(figures.hanging_cm)}"'
        if figures.hanging_cm
        else f'w:firstLine="{_twips_cm(figures.first_line_cm)}"'
    )
    parts.append(f'<w:ind w:left="{left}" w:right="{right}" {first}/>')
    parts.append(f'<w:jc w:val="{"both" if figures.align == "justify" else figures.align}"/>')
    if figures.outline:
        parts.append(f'<w:outlineLvl w:val="{figures.outline - 1}"/>')
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _toggle(name: str, on: bool) -> str:
    return f"<w:{name}/><w:{name}Cs/>" if on else f'<w:{name} w:val="0"/><w:{name}Cs w:val="0"/>'


def _paragraph_style(figures: ParagraphFigures, text_width: int) -> str:
    size = round(figures.size * 2)
    color = f'<w:color w:val="{figures.color}"/>' if figures.color else ""
    following = "" if not figures.keep_next else f'<w:next w:val="{style_id("Nội dung")}"/>'
    return (
        f'<w:style w:type="paragraph" {_custom(figures.name)}w:styleId="{style_id(figures.name)}">'
        f'<w:name w:val="{figures.name}"/><w:basedOn w:val="{style_id(figures.based_on or "Normal")}"/>{following}'
        f"<w:qFormat/>{_paragraph_properties(figures, text_width)}"
        f"<w:rPr>{_toggle('b', figures.bold)}{_toggle('i', figures.italic)}"
        f'{color}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _custom(name: str) -> str:
    return "" if name in _BUILT_IN_IDS else 'w:customStyle="1" '


def _text_style(figures: TextFigures) -> str:
    font = (
        f'<w:rFonts w:ascii="{figures.font}" w:hAnsi="{figures.font}" w:cs="{figures.font}"/>' if figures.font else ""
    )
    size = f'<w:sz w:val="{round(figures.size * 2)}"/>' if figures.size else ""
    properties = (
        font
        + ("<w:b/>" if figures.bold else "")
        + (f'<w:color w:val="{figures.color}"/>' if figures.color else "")
        + size
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{figures.background}"/>' if figures.background else "")
        + ('<w:vertAlign w:val="superscript"/>' if figures.superscript else "")
    )
    return (
        f'<w:style w:type="character" {_custom(figures.name)}w:styleId="{style_id(figures.name)}">'
        f'<w:name w:val="{figures.name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _table_style() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(TableRole.GRID)}">'
        f'<w:name w:val="{TableRole.GRID.value}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def styles_xml(layout: Layout) -> str:
    """Return `word/styles.xml`: every named style of the layout figures."""
    font = layout.page.font
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    language = f'<w:lang w:val="{layout.page.language}" w:eastAsia="{layout.page.language}" w:bidi="ar-SA"/>'
    size = round(layout.style("Nội dung").size * 2)
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{layout.page.color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{language}</w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        + _table_style()
        + "".join(_paragraph_style(figures, text_width_of(layout)) for figures in layout.styles)
        + "".join(_text_style(figures) for figures in layout.text_styles)
        + "</w:styles>"
    )


def paragraph(style: str, content: str = "") -> str:
    """Return a paragraph of the style called `style` with `content`, which may be a tag."""
    run = f'<w:r><w:t xml:space="preserve">{escape(content)}</w:t></w:r>' if content else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{run}</w:p>'


def page_number_field(style: str) -> str:
    """Return a paragraph of the style called `style` that shows the number of its page."""
    field = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{field}</w:p>'
