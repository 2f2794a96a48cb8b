"""Make the shipped Word templates from the layout figures of Decree 30, from nothing.

Run `python -m tools.make_templates` after a change of `reportgen/decree30/layout.yaml` or of the bodies below, and
look at the result. A test holds the files in `templates_vi/` equal to what this tool makes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from reportgen.compose.template_tags import (
    COPY_TAGS,
    DISPATCH_TAGS,
    MINUTES_TAGS,
    NAMED_KIND_TAGS,
    OUTLINE_TAGS,
)
from reportgen.decree30.layout import Layout, ParagraphFigures, TextFigures, load_layout
from reportgen.document import TableRole, TemplateTag
from reportgen.write.package import deflate, write_package

TEMPLATES = Path(__file__).resolve().parent.parent / "templates_vi"

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS_PER_MM = 1440 / 25.4
_BUILT_IN_IDS = {
    "heading 1": "Heading1",
    "heading 2": "Heading2",
    "heading 3": "Heading3",
    "caption": "Caption",
    "header": "Header",
    "footnote text": "FootnoteText",
    "footnote reference": "FootnoteReference",
    "Placeholder Text": "PlaceholderText",
}


def style_id(name: str) -> str:
    """Return the id of the style called `name`: Word's own for built-in styles, letters without marks otherwise."""
    if name in _BUILT_IN_IDS:
        return _BUILT_IN_IDS[name]
    # Capitals first: in a decomposed name every letter after a mark would count as the start of a word.
    plain = unicodedata.normalize("NFD", name.title().replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum())


def _twips_cm(length: float) -> int:
    return round(length * 10 * _TWIPS_PER_MM)


def _paragraph_properties(figures: ParagraphFigures) -> str:
    parts = []
    if figures.keep_next:
        parts.append("<w:keepNext/>")
    if figures.box:
        border = f'w:val="single" w:sz="6" w:space="2" w:color="{figures.color or "auto"}"'
        parts.append("<w:pBdr>" + "".join(f"<w:{side} {border}/>" for side in ("top", "left", "bottom", "right")))
        parts.append("</w:pBdr>")
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


def _paragraph_style(figures: ParagraphFigures) -> str:
    size = round(figures.size * 2)
    color = f'<w:color w:val="{figures.color}"/>' if figures.color else ""
    following = "" if not figures.keep_next else f'<w:next w:val="{style_id("Nội dung")}"/>'
    return (
        f'<w:style w:type="paragraph" {_custom(figures.name)}w:styleId="{style_id(figures.name)}">'
        f'<w:name w:val="{figures.name}"/><w:basedOn w:val="{style_id(figures.based_on or "Normal")}"/>{following}'
        f"<w:qFormat/>{_paragraph_properties(figures)}"
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
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{layout.page.color}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{language}</w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        + _table_style()
        + "".join(_paragraph_style(figures) for figures in layout.styles)
        + "".join(_text_style(figures) for figures in layout.text_styles)
        + "</w:styles>"
    )


def section_xml(layout: Layout, *, address: bool = False) -> str:
    """Return the section properties of the main text: paper, margins, page number from 1 and not on page one."""
    footer = '<w:footerReference w:type="first" r:id="rIdFooter"/>' if address else ""
    page = layout.page
    width, height = round(page.width_mm * _TWIPS_PER_MM), round(page.height_mm * _TWIPS_PER_MM)
    margins = {side: round(getattr(page.margins_mm, side).chosen * _TWIPS_PER_MM) for side in _SIDES}
    header = round(page.header_distance_mm * _TWIPS_PER_MM)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>{footer}'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margins["top"]}" w:right="{margins["right"]}" w:bottom="{margins["bottom"]}"'
        f' w:left="{margins["left"]}" w:header="{header}" w:footer="{header}" w:gutter="0"/>'
        f'<w:pgNumType w:start="{layout.page_number.first_number}"/><w:cols w:space="708"/>'
        f"{'<w:titlePg/>' if layout.page_number.hidden_on_first_page else ''}</w:sectPr>"
    )


_SIDES = ("top", "right", "bottom", "left")


def _paragraph(style: str, content: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(content)}</w:t></w:r>' if content else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{run}</w:p>'


def _frame(layout: Layout, shares: tuple[float, float], rows: list[tuple[str, str]], *, above: int = 0) -> str:
    """A borderless table of two columns over the whole text width, `above` twips below what comes before it."""
    margins = layout.page.margins_mm
    text_width = round((layout.page.width_mm - margins.left.chosen - margins.right.chosen) * _TWIPS_PER_MM)
    widths = [round(text_width * share) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, row, strict=True)
        )
        body += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{above}" w:type="dxa"/>'
        '<w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _letterhead(layout: Layout, *, below_number: str = "", dated: bool = True) -> str:
    names = (
        _paragraph("Cơ quan chủ quản", "{%p if co_quan_chu_quan %}")
        + _paragraph("Cơ quan chủ quản", "{{ co_quan_chu_quan }}")
        + _paragraph("Cơ quan chủ quản", "{%p endif %}")
        + _paragraph("Cơ quan ban hành", "{{ co_quan_ban_hanh }}")
        + _paragraph("Đường kẻ", "{{p ke_duoi_co_quan }}")
    )
    marks = _paragraph("Dấu khẩn", "{{p do_mat }}") + _paragraph("Dấu khẩn", "{{p do_khan }}")
    nation = (
        _paragraph("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + _paragraph("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc")
        + _paragraph("Đường kẻ", "{{p ke_duoi_tieu_ngu }}")
    )
    number = _paragraph("Số ký hiệu", "Số: {{ so }}/{{ ky_hieu }}") + below_number + marks
    place = _paragraph("Địa danh và thời gian", "{{ dia_danh }}, {{ ngay_ban_hanh }}" if dated else "")
    circulation = _paragraph("Phạm vi lưu hành", "{{p pham_vi_luu_hanh }}")
    return circulation + _frame(layout, layout.tables.letterhead.columns, [(names, nation), (number, place)])


def _signature(layout: Layout) -> str:
    receivers = _paragraph("Nơi nhận", "Nơi nhận:") + _paragraph("Nơi nhận danh sách", "{{p noi_nhan }}")
    signer = _paragraph("Quyền hạn chức vụ", "{{p quyen_han_chuc_vu }}") + _paragraph(
        "Họ tên người ký", "{{ ho_ten_nguoi_ky }}"
    )
    return _frame(layout, layout.tables.signature.columns, [(receivers, signer)], above=240)


def named_kind_body(layout: Layout) -> str:
    """Return the body of the template of documents with a named kind, as Mẫu 1.4 of Phụ lục III sets it out."""
    return (
        _letterhead(layout)
        + _paragraph("Tên loại", "{{ ten_loai }}")
        + _paragraph("Trích yếu", "{%p if trich_yeu %}")
        + _paragraph("Trích yếu", "{{ trich_yeu }}")
        + _paragraph("Trích yếu", "{%p endif %}")
        + _paragraph("Đường kẻ", "{{p ke_duoi_trich_yeu }}")
        + _paragraph("Kính gửi", "{{p kinh_gui }}")
        + _paragraph("Nội dung", "{{p noi_dung }}")
        + _signature(layout)
        + _paragraph("Xác nhận", "{{p xac_nhan }}")
        + _paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def dispatch_body(layout: Layout) -> str:
    """Return the body of the template of a dispatch (công văn), as Mẫu 1.5 sets it out."""
    return (
        _letterhead(layout, below_number=_paragraph("Trích yếu công văn", "{{ trich_yeu }}"))
        + _paragraph("Kính gửi", "{{p kinh_gui }}")
        + _paragraph("Nội dung", "{{p noi_dung }}")
        + _signature(layout)
        + _paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def minutes_body(layout: Layout) -> str:
    """Return the body of the template of minutes (biên bản), as Mẫu 1.9 sets it out: no date, two who sign."""
    secretary = _paragraph("Quyền hạn chức vụ", "THƯ KÝ") + _paragraph("Họ tên người ký", "{{ ho_ten_thu_ky }}")
    chair = _paragraph("Quyền hạn chức vụ", "CHỦ TỌA") + _paragraph("Họ tên người ký", "{{ ho_ten_chu_toa }}")
    receivers = _paragraph("Nơi nhận", "Nơi nhận:") + _paragraph("Nơi nhận danh sách", "{{p noi_nhan }}")
    return (
        _letterhead(layout, dated=False)
        + _paragraph("Tên loại", "{{ ten_loai }}")
        + _paragraph("Trích yếu", "{{ trich_yeu }}")
        + _paragraph("Nội dung", "{{p noi_dung }}")
        + _frame(layout, (0.5, 0.5), [(secretary, chair), (receivers, _paragraph("Xác nhận"))], above=240)
        + _paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def copy_body(layout: Layout) -> str:
    """Return the body of the template of the part of a copy below the copied text, as Mẫu 3.1 sets it out."""
    agency = _paragraph("Cơ quan ban hành", "{{ co_quan_ban_hanh }}") + _paragraph(
        "Đường kẻ", "{{p ke_duoi_co_quan }}"
    )
    form = _paragraph("Hình thức sao", "{{ hinh_thuc_sao }}")
    number = _paragraph("Số ký hiệu", "Số: {{ so }}/{{ ky_hieu }}")
    place = _paragraph("Địa danh và thời gian", "{{ dia_danh }}, {{ ngay_ban_hanh }}")
    return (
        _paragraph("Đường kẻ", "{{p ke_ngang }}")
        + _frame(layout, layout.tables.letterhead.columns, [(agency, form), (number, place)])
        + _signature(layout)
        + _paragraph("Ngắt phần")
    )


def outline_body(layout: Layout) -> str:
    """Return the body of the template of a blank outline (đề cương): its heading, then the outline itself."""
    return (
        _paragraph("Tên phụ lục", "{{ tieu_de }}")
        + _paragraph("Kèm theo", "{{ co_quan_bao_cao }}")
        + _paragraph("Đường kẻ", "{{p ke_duoi_tieu_de }}")
        + _paragraph("Nội dung", "{{p noi_dung }}")
    )


BODIES: Mapping[str, Callable[[Layout], str]] = {
    "van_ban": named_kind_body,
    "cong_van": dispatch_body,
    "bien_ban": minutes_body,
    "ban_sao": copy_body,
    "de_cuong": outline_body,
}
TAGS: Mapping[str, tuple[TemplateTag, ...]] = {
    "van_ban": NAMED_KIND_TAGS,
    "cong_van": DISPATCH_TAGS,
    "bien_ban": MINUTES_TAGS,
    "ban_sao": COPY_TAGS,
    "de_cuong": OUTLINE_TAGS,
}
"""What each template may hold."""
WITH_ADDRESS = {"cong_van"}
"""The templates that show the agency's address at the foot of page one (Mục III, khoản 4)."""


def _header_xml() -> str:
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
    style = f'<w:pPr><w:pStyle w:val="{style_id("header")}"/></w:pPr>'
    return f"{_HEAD}<w:hdr {_W}><w:p>{style}{field}</w:p></w:hdr>"


def _footnotes_xml() -> str:
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
        f' w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator")), start=-1
        )
    )
    return f"{_HEAD}<w:footnotes {_W}>{notes}</w:footnotes>"


_SETTINGS = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


def _content_types(*, address: bool) -> str:
    footer = f'<Override PartName="/word/footer1.xml" ContentType="{_WORD_TYPE}.footer+xml"/>' if address else ""
    return f"{_CONTENT_TYPES}{footer}</Types>"


_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_WORD_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_WORD_TYPE}.header+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD_TYPE}.footnotes+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
)

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _relationships(*entries: tuple[str, str, str]) -> str:
    items = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in entries)
    return f'{_HEAD}<Relationships xmlns="{_RELS}">{items}</Relationships>'


def _core_xml(name: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Mẫu {name}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def make_template(name: str) -> bytes:
    """Return the template called `name` ("van_ban") as the bytes of a .docx file; always the same."""
    layout = load_layout()
    address = name in WITH_ADDRESS
    body = BODIES[name](layout) + section_xml(layout, address=address)
    footer = f"{_HEAD}<w:ftr {_W}>{_paragraph('Địa chỉ cơ quan', '{{p dia_chi }}')}<w:p/></w:ftr>"
    parts = {
        "[Content_Types].xml": _content_types(address=address),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_RELS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core_xml(name),
        "word/_rels/document.xml.rels": _relationships(
            ("rIdStyles", f"{_OFFICE}/styles", "styles.xml"),
            ("rIdSettings", f"{_OFFICE}/settings", "settings.xml"),
            ("rIdHeader", f"{_OFFICE}/header", "header1.xml"),
            ("rIdFootnotes", f"{_OFFICE}/footnotes", "footnotes.xml"),
            *([("rIdFooter", f"{_OFFICE}/footer", "footer1.xml")] if address else []),
        ),
        "word/document.xml": f"{_HEAD}<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles_xml(layout),
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _header_xml(),
        "word/footnotes.xml": _footnotes_xml(),
        **({"word/footer1.xml": footer} if address else {}),
    }
    return write_package(deflate(part, content.encode()) for part, content in parts.items())


def list_template(name: str) -> str:
    """Return what reviewers read of a template: its tags with their meaning, its styles with figures and clause."""
    layout = load_layout()
    body = BODIES[name](layout)
    lines = [f"# {name}.docx: thẻ và kiểu chữ, do `python -m tools.make_templates` ghi ra", "", "## Thẻ"]
    for tag in TAGS[name]:
        shown = "" if tag.written in body or tag.name == "dia_chi" else "  (mẫu này không đặt)"
        lines.append(f"{tag.written:32} {tag.meaning_vi}{shown}")
    lines += ["", "## Kiểu chữ của đoạn"]
    for figures in layout.styles:
        face = (
            " ".join(filter(None, ("đậm" if figures.bold else "", "nghiêng" if figures.italic else ""))) or "thường"
        )
        rule = figures.clause or figures.practice
        lines.append(f"{figures.name:24} cỡ {figures.size:g}, {face}, canh {figures.align}; {rule}")
    lines += ["", "## Kiểu chữ trong dòng", *(f"{one.name:24} {one.practice}" for one in layout.text_styles), ""]
    return "\n".join(lines)


def main() -> None:
    """Write every shipped template, and its listing beside it."""
    for name in BODIES:
        (TEMPLATES / f"{name}.docx").write_bytes(make_template(name))
        (TEMPLATES / f"{name}.txt").write_text(list_template(name), encoding="utf-8")


if __name__ == "__main__":
    main()
