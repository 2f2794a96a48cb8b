"""A short letter as a document tree, with one text, one title and the rows of one table to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Block, Cell, Column, Document, Inlines, Paragraph, Role, Row, Table, text
from reportgen.write.docx import write_docx
from reportgen.write.template import CompiledTemplate, compile_template

TEMPLATE = Path(__file__).parents[2] / "templates_vi" / "van_ban.docx"


@cache
def template() -> CompiledTemplate:
    """The shipped template of reports."""
    return compile_template(TEMPLATE.read_bytes(), file=TEMPLATE.name, tags=NAMED_KIND_TAGS)


def table(rows: Sequence[Sequence[str]]) -> Table:
    """A table of `rows`; their line feeds become line breaks."""
    columns = len(rows[0])
    return Table(
        columns=(Column(1),) * columns,
        head=(Row((Cell((Paragraph(Role.TABLE_HEAD, text("Cột")),)),) * columns),),
        body=tuple(Row(tuple(Cell((Paragraph(Role.TABLE_CELL, text(value)),)) for value in row)) for row in rows),
    )


def letter(*blocks: Block, title: str = "Báo cáo mẫu") -> Document:
    """A report whose content is `blocks`."""
    fixed: dict[str, Inlines] = {
        "co_quan_ban_hanh": text("CỤC MẪU"),
        "so": text("05"),
        "ky_hieu": text("BC-CM"),
        "dia_danh": text("Hà Nội"),
        "ngay_ban_hanh": text("ngày 05 tháng 3 năm 2025"),
        "ten_loai": text("BÁO CÁO"),
        "trich_yeu": text("Kết quả"),
        "ho_ten_nguoi_ky": text("Nguyễn Văn Mẫu"),
    }
    given: dict[str, tuple[Block, ...]] = {"noi_dung": blocks}
    return Document(
        template="van_ban",
        tags=NAMED_KIND_TAGS,
        title=title,
        inline_slots={tag.name: fixed.get(tag.name, ()) for tag in NAMED_KIND_TAGS if not tag.block},
        block_slots={tag.name: given.get(tag.name, ()) for tag in NAMED_KIND_TAGS if tag.block},
        author="Cục Mẫu",
        day=date(2025, 3, 5),
    )


def body(value: str) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph(Role.BODY, text(value))


def write(document: Document) -> bytes:
    """The document as a Word file."""
    return write_docx(document, template())
