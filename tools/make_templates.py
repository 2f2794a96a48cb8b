"""Make the shipped Word templates from the layout figures of Decree 30, from nothing.

Run `python -m tools.make_templates` after a change of `reportgen/decree30/layout.yaml` or of the bodies below, and
look at the result. A test holds the files in `templates_vi/` equal to what this tool makes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from reportgen.compose.template_tags import (
    COPY_TAGS,
    DISPATCH_TAGS,
    MINUTES_TAGS,
    NAMED_KIND_TAGS,
    OUTLINE_TAGS,
    PUBLICATION_TAGS,
)
from reportgen.decree30.layout import Layout, load_layout
from reportgen.document import TemplateTag
from reportgen.write.package import deflate, write_package
from tools.publication_template import (
    load_publication_layout,
    publication_body,
    publication_footer,
    publication_header,
)
from tools.template_styles import HEAD, TWIPS_PER_MM, W, page_number_field, paragraph, styles_xml, text_width_of

TEMPLATES = Path(__file__).resolve().parent.parent / "templates_vi"

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def section_xml(layout: Layout, footer_pages: str | None = None) -> str:
    """Return the section properties of the main text: paper, margins, page number from 1 and not on page one.

    `footer_pages` says which pages have the footer: "first", "default" (all but the first), or `None`.
    """
    footer = f'<w:footerReference w:type="{footer_pages}" r:id="rIdFooter"/>' if footer_pages else ""
    page = layout.page
    width, height = round(page.width_mm * TWIPS_PER_MM), round(page.height_mm * TWIPS_PER_MM)
    margins = {side: round(getattr(page.margins_mm, side).chosen * TWIPS_PER_MM) for side in _SIDES}
    header = round(page.header_distance_mm * TWIPS_PER_MM)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>{footer}'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{margins["top"]}" w:right="{margins["right"]}" w:bottom="{margins["bottom"]}"'
        f' w:left="{margins["left"]}" w:header="{header}" w:footer="{header}" w:gutter="0"/>'
        f'<w:pgNumType w:start="{layout.page_number.first_number}"/><w:cols w:space="708"/>'
        f"{'<w:titlePg/>' if layout.page_number.hidden_on_first_page else ''}</w:sectPr>"
    )


_SIDES = ("top", "right", "bottom", "left")


def _frame(layout: Layout, shares: tuple[float, float], rows: list[tuple[str, str]], *, above: int = 0) -> str:
    """A borderless table of two columns over the whole text width, `above` twips below what comes before it."""
    widths = [round(text_width_of(layout) * share) for share in shares]
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
        paragraph("Cơ quan chủ quản", "{%p if co_quan_chu_quan %}")
        + paragraph("Cơ quan chủ quản", "{{ co_quan_chu_quan }}")
        + paragraph("Cơ quan chủ quản", "{%p endif %}")
        + paragraph("Cơ quan ban hành", "{{ co_quan_ban_hanh }}")
        + paragraph("Đường kẻ", "{{p ke_duoi_co_quan }}")
    )
    marks = paragraph("Dấu khẩn", "{{p do_mat }}") + paragraph("Dấu khẩn", "{{p do_khan }}")
    nation = (
        paragraph("Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("Tiêu ngữ", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("Đường kẻ", "{{p ke_duoi_tieu_ngu }}")
    )
    number = paragraph("Số ký hiệu", "Số: {{ so }}/{{ ky_hieu }}") + below_number + marks
    place = paragraph("Địa danh và thời gian", "{{ dia_danh }}, {{ ngay_ban_hanh }}" if dated else "")
    circulation = paragraph("Phạm vi lưu hành", "{{p pham_vi_luu_hanh }}")
    return circulation + _frame(layout, layout.tables.letterhead.columns, [(names, nation), (number, place)])


def _signature(layout: Layout) -> str:
    receivers = paragraph("Nơi nhận", "Nơi nhận:") + paragraph("Nơi nhận danh sách", "{{p noi_nhan }}")
    signer = paragraph("Quyền hạn chức vụ", "{{p quyen_han_chuc_vu }}") + paragraph(
        "Họ tên người ký", "{{ ho_ten_nguoi_ky }}"
    )
    return _frame(layout, layout.tables.signature.columns, [(receivers, signer)], above=240)


def named_kind_body(layout: Layout) -> str:
    """Return the body of the template of documents with a named kind, as Mẫu 1.4 of Phụ lục III sets it out."""
    return (
        _letterhead(layout)
        + paragraph("Tên loại", "{{ ten_loai }}")
        + paragraph("Trích yếu", "{%p if trich_yeu %}")
        + paragraph("Trích yếu", "{{ trich_yeu }}")
        + paragraph("Trích yếu", "{%p endif %}")
        + paragraph("Đường kẻ", "{{p ke_duoi_trich_yeu }}")
        + paragraph("Kính gửi", "{{p kinh_gui }}")
        + paragraph("Nội dung", "{{p noi_dung }}")
        + _signature(layout)
        + paragraph("Xác nhận", "{{p xac_nhan }}")
        + paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def dispatch_body(layout: Layout) -> str:
    """Return the body of the template of a dispatch (công văn), as Mẫu 1.5 sets it out."""
    return (
        _letterhead(layout, below_number=paragraph("Trích yếu công văn", "{{ trich_yeu }}"))
        + paragraph("Kính gửi", "{{p kinh_gui }}")
        + paragraph("Nội dung", "{{p noi_dung }}")
        + _signature(layout)
        + paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def minutes_body(layout: Layout) -> str:
    """Return the body of the template of minutes (biên bản), as Mẫu 1.9 sets it out: no date, two who sign."""
    secretary = paragraph("Quyền hạn chức vụ", "THƯ KÝ") + paragraph("Họ tên người ký", "{{ ho_ten_thu_ky }}")
    chair = paragraph("Quyền hạn chức vụ", "CHỦ TỌA") + paragraph("Họ tên người ký", "{{ ho_ten_chu_toa }}")
    receivers = paragraph("Nơi nhận", "Nơi nhận:") + paragraph("Nơi nhận danh sách", "{{p noi_nhan }}")
    return (
        _letterhead(layout, dated=False)
        + paragraph("Tên loại", "{{ ten_loai }}")
        + paragraph("Trích yếu", "{{ trich_yeu }}")
        + paragraph("Nội dung", "{{p noi_dung }}")
        + _frame(layout, (0.5, 0.5), [(secretary, chair), (receivers, paragraph("Xác nhận"))], above=240)
        + paragraph("Ngắt phần", "{{p phu_luc }}")
    )


def copy_body(layout: Layout) -> str:
    """Return the body of the template of the part of a copy below the copied text, as Mẫu 3.1 sets it out."""
    agency = paragraph("Cơ quan ban hành", "{{ co_quan_ban_hanh }}") + paragraph("Đường kẻ", "{{p ke_duoi_co_quan }}")
    form = paragraph("Hình thức sao", "{{ hinh_thuc_sao }}")
    number = paragraph("Số ký hiệu", "Số: {{ so }}/{{ ky_hieu }}")
    place = paragraph("Địa danh và thời gian", "{{ dia_danh }}, {{ ngay_ban_hanh }}")
    return (
        paragraph("Đường kẻ", "{{p ke_ngang }}")
        + _frame(layout, layout.tables.letterhead.columns, [(agency, form), (number, place)])
        + _signature(layout)
        + paragraph("Ngắt phần")
    )


def outline_body(layout: Layout) -> str:
    """Return the body of the template of a blank outline (đề cương): its heading, then the outline itself."""
    return (
        paragraph("Tên phụ lục", "{{ tieu_de }}")
        + paragraph("Kèm theo", "{{ co_quan_bao_cao }}")
        + paragraph("Đường kẻ", "{{p ke_duoi_tieu_de }}")
        + paragraph("Nội dung", "{{p noi_dung }}")
    )


BODIES: Mapping[str, Callable[[Layout], str]] = {
    "van_ban": named_kind_body,
    "cong_van": dispatch_body,
    "bien_ban": minutes_body,
    "ban_sao": copy_body,
    "de_cuong": outline_body,
    "an_pham_dti": publication_body,
}
TAGS: Mapping[str, tuple[TemplateTag, ...]] = {
    "van_ban": NAMED_KIND_TAGS,
    "cong_van": DISPATCH_TAGS,
    "bien_ban": MINUTES_TAGS,
    "ban_sao": COPY_TAGS,
    "de_cuong": OUTLINE_TAGS,
    "an_pham_dti": PUBLICATION_TAGS,
}
"""What each template may hold."""
PUBLICATION = "an_pham_dti"
"""The one template that is a book: its styles are those of `publication_styles.yaml`."""


def layout_of(name: str) -> Layout:
    """Return the layout figures of the template called `name`."""
    return load_publication_layout() if name == PUBLICATION else load_layout()


def _header_xml(name: str) -> str:
    if name == PUBLICATION:
        return publication_header()
    return f"{HEAD}<w:hdr {W}>{page_number_field('header')}</w:hdr>"


def _footer(name: str) -> tuple[str, str] | None:
    """Return which pages have a footer, and what it is."""
    if name == PUBLICATION:
        return "default", publication_footer()
    if name == "cong_van":
        # The agency's address at the foot of page one (Mục III, khoản 4).
        return "first", f"{HEAD}<w:ftr {W}>{paragraph('Địa chỉ cơ quan', '{{p dia_chi }}')}<w:p/></w:ftr>"
    return None


def _footnotes_xml() -> str:
    notes = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
        f' w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator")), start=-1
        )
    )
    return f"{HEAD}<w:footnotes {W}>{notes}</w:footnotes>"


_SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


def _content_types(*, footer: bool) -> str:
    part = f'<Override PartName="/word/footer1.xml" ContentType="{_WORD_TYPE}.footer+xml"/>' if footer else ""
    return f"{_CONTENT_TYPES}{part}</Types>"


_CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
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
    return f'{HEAD}<Relationships xmlns="{_RELS}">{items}</Relationships>'


def _core_xml(name: str) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Mẫu {name}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def make_template(name: str) -> bytes:
    """Return the template called `name` ("van_ban") as the bytes of a .docx file; always the same."""
    layout = layout_of(name)
    footer = _footer(name)
    body = BODIES[name](layout) + section_xml(layout, footer[0] if footer else None)
    parts = {
        "[Content_Types].xml": _content_types(footer=footer is not None),
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
            *([("rIdFooter", f"{_OFFICE}/footer", "footer1.xml")] if footer else []),
        ),
        "word/document.xml": f"{HEAD}<w:document {W} {_R}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": styles_xml(layout),
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _header_xml(name),
        "word/footnotes.xml": _footnotes_xml(),
        **({"word/footer1.xml": footer[1]} if footer else {}),
    }
    return write_package(deflate(part, content.encode()) for part, content in parts.items())


def list_template(name: str) -> str:
    """Return what reviewers read of a template: its tags with their meaning, its styles with figures and clause."""
    layout = layout_of(name)
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
