"""The Word files that are checked: a run of letters of the program's own, and documents of so many pages."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

from bench.letters.peers import PROJECT
from reportgen.cli.main import main as run_program
from reportgen.production import build_document

_BODY = "word/document.xml"
_DECISION = PROJECT / "samples" / "loai_khac" / "quyet_dinh_truc_tiep.yaml"
_LETTER = PROJECT / "samples" / "gui_hang_loat" / "cong_van.yaml"
_LIST = _LETTER.with_name("danh_sach.csv")
_RECORDS = _LETTER.with_name("chi_so.csv")
_SCORE = 3
_SENTENCE = (
    "Các cơ quan, đơn vị có trách nhiệm tổ chức thực hiện nhiệm vụ được giao, bảo đảm chất lượng và tiến độ, định"
    " kỳ hằng quý báo cáo kết quả, khó khăn, vướng mắc và kiến nghị để tổng hợp, trình cấp có thẩm quyền xem xét"
)
PARAGRAPHS_A_PAGE = 13
"""How many paragraphs of the sentence above fill a page in size 14: LibreOffice lays them out so."""


def write_letters(folder: Path, count: int) -> None:
    """Write `count` letters of the sample for runs, each with its appendix, into `folder`, as `reportgen batch` does.

    Raises:
        RuntimeError: the program refuses.
    """
    listed = folder.parent / "danh_sach.csv"
    head, *rows = _LIST.read_text(encoding="utf-8").splitlines()
    # Two rows that say the same would be one letter sent twice: each gets a score of its own.
    varied = (_with_score(rows[at % len(rows)], f"{at // 100},{at % 100:02}") for at in range(count))
    listed.write_text("\n".join([head, *varied, ""]), encoding="utf-8")
    command = ["batch", _LETTER, "--list", listed, "--rows", f"chi_so={_RECORDS}", "--key", "ma", "-o", folder]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()) as complaints:
        code = run_program([str(word) for word in command])
    if code:
        raise RuntimeError(complaints.getvalue())


def _with_score(row: str, score: str) -> str:
    cells = row.split(";")
    cells[_SCORE] = score
    return ";".join(cells)


def make_long_document(pages: int) -> bytes:
    """Return the sample decision with so many clauses more that it has about `pages` pages."""
    with zipfile.ZipFile(io.BytesIO(build_document(_DECISION).docx)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    before, heading, after = parts[_BODY].decode().partition("Điều 1. ")
    article, end, rest = after.partition("</w:p>")
    clauses = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:r><w:t>{number}. {_SENTENCE}.</w:t></w:r></w:p>'
        for number in range(1, PARAGRAPHS_A_PAGE * pages)
    )
    parts[_BODY] = f"{before}{heading}{article}{end}{clauses}{rest}".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()
