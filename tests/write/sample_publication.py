"""A small publication: a cover, lists, chapters with tables, figures and references, a unit's page, wide pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportgen.compose.template_tags import PUBLICATION_TAGS
from reportgen.document import (
    Block,
    Caption,
    Cell,
    Column,
    Contents,
    Document,
    Figure,
    Footnote,
    Frame,
    Heading,
    Inline,
    Landscape,
    Mark,
    Paragraph,
    Picture,
    Reference,
    Role,
    Row,
    Table,
    Text,
    text,
)
from reportgen.write.template import CompiledTemplate, compile_template

TEMPLATE = Path(__file__).parents[2] / "templates_vi" / "an_pham_dti.docx"
HOSTILE = 'Điểm <số> & “thứ hạng” {{ x }} \\h " TOC'
LONG = (
    "Kết quả xếp hạng chỉ số chuyển đổi số của các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ có cung cấp dịch vụ "
    "công trực tuyến"
)
_PIXELS = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478"
    "9c63f8cfc0f01f0005000180a05dd0e40000000049454e44ae426082"
)
PICTURE = Picture(_PIXELS, "png", 800, 500)


@cache
def publication_template() -> CompiledTemplate:
    """The shipped template, compiled."""
    return compile_template(TEMPLATE.read_bytes(), file="an_pham_dti.docx", tags=PUBLICATION_TAGS)


def publication(*blocks: Block, illustrative: bool = True) -> Document:
    """A publication with `blocks` after its cover."""
    inlines: dict[str, tuple[Inline, ...]] = {
        "co_quan": text("BỘ MẪU VÀ THỬ NGHIỆM"),
        "ten_an_pham": text("Chỉ số chuyển đổi số của các bộ, ngành, địa phương năm 2022"),
        "phu_de": text("Báo cáo đánh giá, xếp hạng"),
        "noi_nam": text("Hà Nội, 2023"),
        "minh_hoa": text("SỐ LIỆU MINH HỌA") if illustrative else (),
    }
    return Document("an_pham_dti", PUBLICATION_TAGS, "Ấn phẩm thử", inlines, {"noi_dung": blocks})


def body(*inlines: Inline | str) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(Role.BODY, tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def table(number: int, anchor: str, *, rows: int = 4, words: str = "Điểm của các tỉnh") -> Table:
    """A table with a caption."""
    head = Row(tuple(Cell((Paragraph(Role.TABLE_HEAD, text(word)),)) for word in ("Hạng", "Tên", "Điểm")))
    lines = tuple(
        Row(tuple(Cell((Paragraph(Role.TABLE_CELL, text(word)),)) for word in (f"{row}", f"Tỉnh {row}", "0,5")))
        for row in range(1, rows + 1)
    )
    columns = (Column(1, "center"), Column(4), Column(2, "right"))
    caption = Caption("Bảng", number, text(words), anchor=anchor)
    return Table(columns, (head,), lines, caption, source=text("Nguồn: số liệu thử"))


def figure(number: int, anchor: str, *, width: float = 0.8) -> Figure:
    """A figure with a caption."""
    caption = Caption("Hình", number, text(f"Phân bố điểm {number}"), anchor=anchor)
    return Figure(PICTURE, "Ô màu", caption, width=width)


FRONT: tuple[Block, ...] = (
    Heading(1, "", text("Lời nói đầu"), anchor="loi_noi_dau"),
    body("Ấn phẩm gồm ba chương; kết quả ở ", Reference("bang_2"), ", trang ", Reference("bang_2", "page"), "."),
    Paragraph(Role.CONTENTS_TITLE, text("MỤC LỤC")),
    Contents("headings", depth=2),
    Paragraph(Role.CONTENTS_TITLE, text("DANH MỤC BẢNG")),
    Contents("Bảng"),
    Paragraph(Role.CONTENTS_TITLE, text("DANH MỤC HÌNH")),
    Contents("Hình"),
)
FILLER = tuple(
    body("Số liệu của các đơn vị được tổng hợp và tính theo phương pháp của bộ chỉ số. " * 6) for _ in range(9)
)
CHAPTERS: tuple[Block, ...] = (
    Heading(1, "Chương 1.", text("Tổng quan"), anchor="chuong_1", new_page=True),
    body("Như ", Reference("loi_noi_dau"), " đã nêu, xem mục ", Reference("muc_2_1"), " ở trang ",
         Reference("muc_2_1", "page"), " và ", Reference("hinh_1"), "."),
    Heading(2, "1.1.", text("Bối cảnh")),
    *FILLER,
    table(1, "bang_1"),
    figure(1, "hinh_1"),
    Heading(1, "Chương 2.", (Text(LONG), Footnote((body("Ghi chú."),))), anchor="chuong_2", new_page=True),
    Heading(2, "2.1.", (Text("Theo "), Text("tổng điểm", Mark.ITALIC)), anchor="muc_2_1"),
    *FILLER[:4],
    table(2, "bang_2", rows=12, words=HOSTILE),
    Heading(3, "a)", text("Không vào mục lục")),
    Heading(2, "2.2.", text("Từng đơn vị"), new_page=True),
    Frame(
        (body("Tỉnh Mẫu xếp hạng 3, điểm 0,7123; chi tiết ở ", Reference("bang_2"), "."), table(3, "bang_3")),
        (figure(2, "hinh_2", width=1.0),),
    ),
    Landscape((table(4, "bang_4", rows=6),)),
    Heading(1, "Chương 3.", text(HOSTILE), anchor="chuong_3", new_page=True),
    body("Hết. Xem lại ", Reference("chuong_2"), ", ", Reference("bang_4"), "."),
)  # fmt: skip
