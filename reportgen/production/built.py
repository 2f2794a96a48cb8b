"""A finished document and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.document import Document
from reportgen.problems import Problem
from reportgen.production.form import CheckedForm
from reportgen.write.files import write_file


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """A finished document.

    `docx` is the Word file and `document` the tree that it was written from; `problems` are the warnings and notes
    met on the way (an error would have stopped it); `missing` says what a draft still lacks; `checks` what was
    checked on the finished file. `chart_font` is the font of its charts, `None` if it has none.
    """

    docx: bytes
    document: Document
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]
    checks: tuple[str, ...]
    chart_font: str | None

    def save(self, path: str | Path) -> None:
        """Write the Word file to `path`, whole or not at all. Raises `OutputError` when it cannot be written."""
        write_file(Path(path), self.docx)


def describe_checks(document: Document, form: CheckedForm, missing: int) -> tuple[str, ...]:
    """Return what was checked on the way to `document`, in sentences.

    `form` has the departures from the decree, `missing` counts what a draft still lacks.
    """
    tags = sum(
        bool(document.inline_slots.get(tag.name) or document.block_slots.get(tag.name)) for tag in document.tags
    )
    given = f"còn thiếu {missing} chỗ, đã đánh dấu" if missing else "đủ trường"
    said = f"có {len(form.problems)} chỗ lệch, xem cảnh báo" if form.problems else "đúng"
    held = f"{form.rules} quy tắc, trên tệp đã làm" if form.rules else "khổ giấy, lề, phông, cỡ và kiểu chữ, số trang"
    return (
        f"dữ liệu đầu vào: {given}, đúng kiểu, đúng danh mục cơ quan và viện dẫn",
        f"mẫu Word: đủ {tags} thẻ cần dùng, đủ kiểu chữ, không có macro hay liên kết ngoài",
        f"thể thức theo Nghị định 30/2020/NĐ-CP ({held}): {said}",
    )
