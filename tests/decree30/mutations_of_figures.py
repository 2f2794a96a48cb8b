"""Faults of facts that have to agree: dates, numbers, names, totals, shares, deadlines, rises and falls."""

# ruff: noqa: E501, N817  (a table: one kind of fault to a line, and short names in it)

from __future__ import annotations

import re
from random import Random

from reportgen.decree30.checks.base import parsed_number
from reportgen.decree30.seen import CellPosition, SeenTable
from tests.decree30.editable import Editable, rewrite, text_of
from tests.decree30.placed import Placed, at
from tests.decree30.seeders import Mutation as M
from tests.decree30.seeders import added, cells, inserted, told_where

_CITED = "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025"
_COUNTS = r"^(?:Số|Đã|Kinh phí)\b"


def _wrong_total(doc: Editable, random: Random) -> Placed | None:
    """Write another number for a total that is the sum of the rows above it."""
    totals = [
        doc.markup(paragraph)
        for table in doc.document.seen.tables
        for paragraph in doc.document.seen.paragraphs
        if paragraph.cell is not None and paragraph.cell.table == table.index and _is_sum(table, paragraph.cell)
    ]
    if not totals:
        return None
    chosen = random.choice(totals)
    return at(chosen) if rewrite(chosen, r"^\d", _other_digit) else None


def _is_sum(table: SeenTable, cell: CellPosition) -> bool:
    row = table.rows[cell.row - 1]
    if not any(text.startswith(("Cộng", "Tổng")) for text in row[:2]):
        return False
    numbers = [parsed_number(above[cell.column - 1]) for above in table.rows[1 : cell.row - 1]]
    known = [number for number in numbers if number is not None]
    return len(known) > 1 and sum(known) == parsed_number(row[cell.column - 1])


def _wrong_share(doc: Editable, random: Random) -> Placed | None:
    """Write another share in one row of a table whose shares follow from its counts."""
    if not list(cells(doc, _COUNTS)):
        return None
    shares = [cell for cell, _row in cells(doc, r"^Tỷ lệ") if re.match(r"\d", text_of(cell))]
    random.shuffle(shares)
    return next((at(one) for one in shares if rewrite(one, r"^\d", _other_digit)), None)


def _other_digit(match: re.Match[str]) -> str:
    return str((int(match.group()) + 2) % 9 + 1)


FIGURES: tuple[M, ...] = (
    M("ty_le", "tỷ lệ không khớp số đếm", ("NQ-TY-LE",), inserted("đạt 45/60 đơn vị (80%) và")),
    M("ty_le_bang", "tỷ lệ trong bảng không khớp số cùng dòng", ("NQ-TY-LE-BANG",), _wrong_share),
    M("tong", "dòng cộng của bảng sai", ("NQ-TONG",), _wrong_total),
    M("han", "thời hạn trước ngày ban hành", ("NQ-HAN",), added(", báo cáo kết quả trước ngày 15/3/2020")),
    M("tang_giam", "tăng từ 80% lên 75%", ("NQ-TANG-GIAM",), added(", tăng từ 80% lên 75%")),
    M("giam_tang", "giảm 5% (từ 75% xuống 80%)", ("NQ-TANG-GIAM",), added(", giảm 5% (từ 75% xuống 80%)")),
    M("len_xuong", "từ 80% lên 75%, không có chữ tăng", ("NQ-TANG-GIAM",), added(", đưa tỷ lệ từ 80% lên 75%")),
    M("mot_ngay", "một văn bản hai ngày", ("NQ-MOT-NGAY",), told_where("749/QĐ-TTg ngày", added(", theo Quyết định số 749/QĐ-TTg ngày 07/6/2020"))),
    M("mot_so", "một văn bản hai số", ("NQ-MOT-SO",), told_where(r"(?:749|794)/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt", added(f", theo {_CITED.replace('749', '794')}"))),
    M("mot_ten", "một cơ quan hai tên", ("NQ-MOT-TEN",), inserted("cùng Bộ Thông tin, Truyền thông")),
    M("mot_ten_so", "Bộ Lao động, Thương binh và Xã hội", ("NQ-MOT-TEN",), inserted("cùng Bộ Lao động, Thương binh và Xã hội")),
)  # fmt: skip
