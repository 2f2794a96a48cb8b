"""The template of a publication: a cover, then everything else; a book's looks on the decree's paper and margins."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from reportgen.decree30.layout import Layout, TextFigures, load_layout
from tools.template_styles import HEAD, TWIPS_PER_MM, BookFigures, W, page_number_field, paragraph, text_width_of

_STYLES = Path(__file__).with_name("publication_styles.yaml")
_COLOR = "1F3864"
_BORDER_MM = 9
# Heights of the agency's, the title's and the place's rows: less than a line of the page is left, so that what
# follows begins on the next one, whether or not it asks for a new page.
_ROWS_MM = ((50, "top"), (158, "center"), (44, "bottom"))


@cache
def load_publication_layout() -> Layout:
    """Return the decree's layout figures with the looks of a book in place of those of its styles that differ."""
    decree = load_layout()
    data = yaml.safe_load(_STYLES.read_text(encoding="utf-8"))
    own = {entry["name"]: BookFigures.model_validate(entry) for entry in data["styles"]}
    known = {figures.name for figures in decree.styles}
    styles = (
        *(own.get(figures.name, figures) for figures in decree.styles),
        *(figures for name, figures in own.items() if name not in known),
    )
    text_styles = (*decree.text_styles, *map(TextFigures.model_validate, data["text_styles"]))
    return decree.model_copy(update={"styles": styles, "text_styles": text_styles})


def publication_body(layout: Layout) -> str:
    """Return the body: the cover as a framed table that fills its page, then the tag of all the rest."""
    agency = paragraph("Bìa cơ quan", "{{ co_quan }}") + paragraph("Bìa đường kẻ")
    title = (
        paragraph("Bìa tên ấn phẩm", "{{ ten_an_pham }}")
        + _optional("Bìa phụ đề", "phu_de")
        + _optional("Bìa minh họa", "minh_hoa")
    )
    place = paragraph("Bìa nơi và năm", "{{ noi_nam }}")
    return _cover(layout, (agency, title, place)) + paragraph("Nội dung", "{{p noi_dung }}")


def _optional(style: str, tag: str) -> str:
    return (
        paragraph(style, f"{{%p if {tag} %}}")
        + paragraph(style, f"{{{{ {tag} }}}}")
        + paragraph(style, "{%p endif %}")
    )


def _cover(layout: Layout, cells: tuple[str, str, str]) -> str:
    width = text_width_of(layout)
    border = f'w:val="double" w:sz="12" w:space="0" w:color="{_COLOR}"'
    borders = "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right"))
    inside = round(_BORDER_MM * TWIPS_PER_MM)
    rows = ""
    for (height_mm, align), content in zip(_ROWS_MM, cells, strict=True):
        height = round(height_mm * TWIPS_PER_MM)
        rows += (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{align}"/></w:tcPr>'
            f"{content}</w:tc></w:tr>"
        )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{inside}" w:type="dxa"/>'
        f'<w:left w:w="{inside}" w:type="dxa"/><w:bottom w:w="{inside}" w:type="dxa"/>'
        f'<w:right w:w="{inside}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def publication_header() -> str:
    """Return the header of every page but the cover: the title of the publication."""
    return f"{HEAD}<w:hdr {W}>{paragraph('header', '{{ ten_an_pham }}')}</w:hdr>"


def publication_footer() -> str:
    """Return the footer of every page but the cover: its number, the cover being page 1."""
    return f"{HEAD}<w:ftr {W}>{page_number_field('footer')}</w:ftr>"
