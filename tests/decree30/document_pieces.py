"""Pieces of documents as clerks make them: a letterhead and a closing block in tables, text boxes, lists, lines."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Literal

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

Align = Literal["left", "center", "right", "justify"]

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BODY = (
    "Để có căn cứ tổng hợp kết quả triển khai và công bố mức độ chuyển đổi số của các bộ, cơ quan ngang bộ, cơ quan"
    " thuộc Chính phủ, Bộ Thông tin và Truyền thông đề nghị Quý cơ quan báo cáo theo hướng dẫn dưới đây."
)
_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def new_document() -> Document:
    """Return an empty A4 document in Times New Roman 14."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    return document


def saved(document: Document) -> bytes:
    """Return the document as the bytes of a file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add(
    where: Document | _Cell,
    text: str,
    align: Align = "left",
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
) -> Paragraph:
    """Add a paragraph; line feeds are line breaks, tabs are tabs. A cell's first, empty paragraph is used."""
    first = where.paragraphs[0] if isinstance(where, _Cell) and len(where.paragraphs) == 1 else None
    paragraph = first if first is not None and not first.text else where.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic, run.underline = bold, italic, underline
    paragraph.alignment = _ALIGN[align]
    return paragraph


def add_body(document: Document, *texts: str) -> None:
    """Add justified paragraphs with a first line further in."""
    for text in texts:
        paragraph = add(document, text, "justify")
        paragraph.paragraph_format.first_line_indent = Cm(1.27)


def add_rule_below(paragraph: Paragraph) -> None:
    """Draw a rule under a paragraph with its border."""
    border = f'<w:pBdr xmlns:w="{_W}"><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(border))


def break_page(document: Document) -> None:
    """Begin a new page, as Ctrl+Enter does."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def letterhead_table(
    document: Document,
    left: Sequence[str] = ("BỘ THÔNG TIN VÀ", "TRUYỀN THÔNG"),
    number: str = "Số: 5065/BTTTT-THH",
    abstract: Sequence[str] = ("V/v báo cáo tình hình triển khai", "Quyết định số 749/QĐ-TTg"),
    date: str = "Hà Nội, ngày 28 tháng 12 năm 2020",
    *,
    parents: int = 0,
    rule: str = "-------",
    national: Sequence[str] = (NATIONAL_NAME,),
    motto: str = MOTTO,
) -> None:
    """Add a letterhead in a table of two rows; the first `parents` lines on the left are not bold."""
    table = document.add_table(rows=2, cols=2)
    for at, line in enumerate(left):
        add(table.cell(0, 0), line, "center", bold=at >= parents)
    for line in national:
        add(table.cell(0, 1), line, "center", bold=True)
    add(table.cell(0, 1), motto, "center", bold=True)
    if rule:
        add(table.cell(0, 0), rule, "center")
        add(table.cell(0, 1), rule * 2, "center")
    add(table.cell(1, 0), number, "center")
    for line in abstract:
        add(table.cell(1, 0), line, "center")
    if date:
        add(table.cell(1, 1), date, "center", italic=True)


def closing_table(
    document: Document,
    items: Sequence[str] = ("- Như trên;", "- Bộ trưởng (để b/c);"),
    filing: Sequence[str] = ("- Lưu: VT, THH.",),
    titles: Sequence[str] = ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    name: str = "Trần Văn Ví Dụ",
) -> None:
    """Add a closing block in a table: the list on the left, the signer on the right."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    add(left, "Nơi nhận:", bold=True, italic=True)
    for line in (*items, *filing):
        add(left, line)
    for line in titles:
        add(right, line, "center", bold=True)
    for _ in range(4):
        add(right, "", "center")
    add(right, name, "center", bold=True)


def text_box(document: Document, lines: Sequence[str]) -> None:
    """Add a text box with centred bold lines, in today's form with the older one as its fallback."""
    inner = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{line}</w:t></w:r></w:p>'
        for line in lines
    )
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    run = parse_xml(
        f"""<w:r xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
          xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
          xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
          xmlns:v="urn:schemas-microsoft-com:vml">
        <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>
          <wp:extent cx="2500000" cy="700000"/><wp:docPr id="1" name="Hộp"/><a:graphic>
          <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
          <wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>
        </mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r>"""
    )
    document.add_paragraph()._p.append(run)


def number_automatically(document: Document, paragraphs: Sequence[Paragraph], form: str, pattern: str) -> None:
    """Make paragraphs an automatic list: `form` is Word's ("decimal", "upperRoman", "lowerLetter", "bullet")."""
    numbering = document.part.numbering_part.element
    number = 900 + len(numbering.findall(qn("w:num")))
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum xmlns:w="{_W}" w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num xmlns:w="{_W}" w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )
    for paragraph in paragraphs:
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr xmlns:w="{_W}"><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        )
