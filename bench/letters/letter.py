"""The benchmark's letter as a document tree: the whole letterhead of Decree 30, ten paragraphs, a table if any."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bench.letters.content import COLUMNS, FIELDS, PARAGRAPHS, Content
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Align, Block, Cell, Column, Document, Inlines, Paragraph, Role, Row, Rule, Table, text
from reportgen.document.slot import record_slot, slot

_AGENCY = "CỤC ĐỔI MỚI SÁNG TẠO MẪU"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ABSTRACT = "Kết quả thực hiện chương trình đổi mới sáng tạo"
_SHARES = (5, 28, 16, 9, 9, 9, 12, 12)
_ALIGNS: tuple[Align, ...] = ("center", "left", "left", "center", "right", "right", "center", "left")
_VALUE = re.compile("⟦([a-z0-9_]+)⟧")
_NAMES = ("so", "ngay_ban_hanh", "don_vi", *_VALUE.findall("".join(PARAGRAPHS)))
ROWS = "rows"
"""The name of the list that a letter with a table takes its rows from."""


def make_letter(content: Content) -> Document:
    """Return the letter with the values and rows of `content`."""
    return _letter(content.values, content.rows)


def make_skeleton(has_rows: bool) -> Document:
    """Return the letter with `⟦name⟧` for each value, and one row of them for the table, to make peers' templates."""
    row = tuple(f"⟦{field}⟧" for field in FIELDS)
    return _letter({name: f"⟦{name}⟧" for name in _NAMES}, (row,) if has_rows else ())


def make_slotted(has_rows: bool) -> Document:
    """Return the letter with our own slot for each value, and one row of them for the table."""
    row = tuple(record_slot(ROWS, cell) for cell in range(len(FIELDS)))
    return _letter({name: slot(name) for name in _NAMES}, (row,) if has_rows else ())


def fill_text(pattern: str, values: Mapping[str, str]) -> str:
    """Return `pattern` with its placeholders replaced."""
    return _VALUE.sub(lambda found: values[found[1]], pattern)


def _letter(values: Mapping[str, str], rows: tuple[tuple[str, ...], ...]) -> Document:
    paragraphs: list[Block] = [Paragraph(Role.BODY, text(fill_text(words, values))) for words in PARAGRAPHS]
    if rows:
        paragraphs.insert(5, _table(rows))
    inline_slots: dict[str, Inlines] = {
        "co_quan_chu_quan": text("BỘ MẪU VÀ THỬ NGHIỆM"),
        "co_quan_ban_hanh": text(_AGENCY),
        "so": text(values["so"]),
        "ky_hieu": text("BC-CĐMST"),
        "dia_danh": text("Hà Nội"),
        "ngay_ban_hanh": text(values["ngay_ban_hanh"]),
        "ten_loai": text("BÁO CÁO"),
        "trich_yeu": text(_ABSTRACT),
        "ho_ten_nguoi_ky": text("Nguyễn Văn Mẫu"),
    }
    block_slots: dict[str, tuple[Block, ...]] = {
        "ke_duoi_co_quan": (Rule(_AGENCY, Role.ISSUING_AGENCY, 0.4),),
        "ke_duoi_tieu_ngu": (Rule(_MOTTO, Role.MOTTO, 1.0),),
        "ke_duoi_trich_yeu": (Rule(_ABSTRACT, Role.ABSTRACT, 0.4),),
        "kinh_gui": (Paragraph(Role.ADDRESSEE, text(f"Kính gửi: {values['don_vi']}")),),
        "noi_dung": tuple(paragraphs),
        "quyen_han_chuc_vu": tuple(
            Paragraph(Role.SIGNING_AUTHORITY, text(line)) for line in ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG")
        ),
        "noi_nhan": tuple(
            Paragraph(Role.DISTRIBUTION_ITEM, text(line))
            for line in ("- Như trên;", "- Bộ trưởng (để b/c);", "- Lưu: VT, KHTC (03).")
        ),
    }
    # Every further tag of the template stands for something that this letter does not have.
    for tag in NAMED_KIND_TAGS:
        if tag.block:
            block_slots.setdefault(tag.name, ())
        elif tag.name not in inline_slots:
            inline_slots[tag.name] = ()
    return Document(
        template="van_ban.docx",
        tags=NAMED_KIND_TAGS,
        title=_ABSTRACT,
        inline_slots=inline_slots,
        block_slots=block_slots,
        author="Cục Đổi mới sáng tạo Mẫu",
        day=date(2025, 3, 5),
    )


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(
        columns=tuple(Column(share, align) for share, align in zip(_SHARES, _ALIGNS, strict=True)),
        head=(Row(tuple(Cell((Paragraph(Role.TABLE_HEAD, text(name)),)) for name in COLUMNS)),),
        body=tuple(Row(tuple(Cell((Paragraph(Role.TABLE_CELL, text(value)),)) for value in row)) for row in rows),
    )
