"""Write docs/mutations.md: what the checker finds of the faults that the mutation test seeds in clean documents.

Run it as `python -m tools.make_mutation_table`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.decree30.seeding import PLACES, Tally, clean_reports, seed_all

TARGET = Path(__file__).parents[1] / "docs" / "mutations.md"


def main() -> None:
    """Run the mutation test and write its table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = list(clean_reports(folder).values())
        tallies = list(seed_all(folder))
    findings = sum(len(report.findings) for report in reports)
    TARGET.write_text("\n".join(_lines(tallies, len(reports), findings)) + "\n", encoding="utf-8")


def _lines(tallies: Sequence[Tally], documents: int, findings: int) -> Iterator[str]:
    placed, found = sum(tally.placed for tally in tallies), sum(tally.found for tally in tallies)
    yield "# Kiểm tra bằng lỗi gieo (mutation test)"
    yield ""
    yield (
        f"{len(tallies)} loại lỗi, mỗi loại gieo ở một chỗ ngẫu nhiên trong nhiều nhất {PLACES} trên {documents} văn "
        f"bản sạch: {placed} lỗi, bộ kiểm tra thấy {found} ({found / placed:.1%}) với đúng quy tắc và đúng chỗ. Trên "
        f"{documents} văn bản sạch, khi chưa gieo lỗi, có {findings} phát hiện, kể cả lưu ý."
    )
    yield ""
    yield (
        "Đúng chỗ là đúng đoạn văn (hoặc một trong các đoạn mâu thuẫn nhau), đúng phần trang, đúng đầu trang hay "
        "chân trang; lỗi thiếu hẳn một yếu tố là lỗi của cả văn bản. Văn bản không có chỗ cho một lỗi thì không gieo "
        "lỗi đó."
    )
    yield ""
    yield "“Phát hiện thêm” là quy tắc khác mà cùng lỗi đó kéo theo, như số văn bản sai thì khác số ghi ở phụ lục."
    yield "Bảng do `python -m tools.make_mutation_table` làm ra."
    yield ""
    yield "| Lỗi | Quy tắc phải thấy | Gieo | Thấy | Phát hiện thêm | Không thấy ở |"
    yield "| --- | --- | ---: | ---: | --- | --- |"
    for tally in tallies:
        rules = ", ".join(f"`{rule}`" for rule in tally.mutation.rules)
        extra = ", ".join(f"`{rule}`" for rule in tally.extra)
        missed = ", ".join(tally.missed_in)
        yield f"| {tally.mutation.name} | {rules} | {tally.placed} | {tally.found} | {extra} | {missed} |"


if __name__ == "__main__":
    main()
