"""Makes `docs/checking.md`: what `reportgen check` prints for a letter with faults, and what its pages come from.

    python -m tools.make_checking_page

writes it anew; `tests/decree30/test_checking_page.py` fails while it differs from what this makes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reportgen.decree30.check import CheckReport, check_document
from reportgen.decree30.report_text import describe_page_source, describe_report
from reportgen.production import build_document
from reportgen.production.form import agency_names

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "checking.md"
_LETTER = ROOT / "samples" / "loai_khac" / "cong_van_khan.yaml"
_FILE = "cong_van.docx"
_FAULTS = {
    "ngày 09 tháng": "ngày 9 tháng",
    "Bộ Tài chính": "Bộ tài chính",
    "Trân trọng": "Trân  trọng",
    "./.": ".",
}
_MADE = "<!-- Made by `python -m tools.make_checking_page`; edits here are lost. -->"
_PAGE = """\
# Kiểm tra thể thức · checking the form

{made}

`reportgen check` đọc tệp Word như người đọc nhìn thấy, đối chiếu với [các quy tắc](rules.md), và in từng chỗ theo thứ
tự trang: mức, mã quy tắc, nhận xét, căn cứ; chỗ và chữ có lỗi; cách sửa. `reportgen check` reads a Word file as a
reader sees it, holds it against [the rules](rules.md), and prints each finding in the order of the pages.

```text
$ reportgen check {file}
{vi}
```

```text
$ reportgen check {file} --lang en
{en}
```

## Số trang · page numbers

| nguồn · source | khi nào · when | `page_source` |
|---|---|---|
| dấu trang mà Word ghi khi lưu tệp, cùng các chỗ ngắt trang · marks that Word leaves when it saves, and set breaks \
| tệp có dấu ấy; đúng với lần Word lưu gần nhất · if the file has them; as it was when Word last saved it | `word` |
| bản PDF mà LibreOffice dàn · a PDF laid out by LibreOffice | `--pages` | `pdf` |
| chính tệp PDF · the PDF itself | tệp được kiểm tra là PDF · if a PDF is checked | `pdf` |
| không biết: không ghi trang, thứ tự vẫn là thứ tự của chữ · not known: no page is told, the order is the text's \
| còn lại · otherwise | `null` |

Trang đếm từ 1 từ đầu tệp, kể cả phụ lục. Chỗ nào không chắc ở trang nào thì không ghi trang. Với `--pages` và với
tệp PDF, quy tắc của trang in cũng được kiểm (mã TT4 ở [problems.md](problems.md)). Pages are counted from 1 through
the file, appendices included; where a page is not sure, none is told. With `--pages`, and for PDFs, the rules of the
printed page are checked too (codes TT4 in [problems.md](problems.md)).

## Nhiều văn bản · many documents

Thư mục hàng trăm tệp: một dòng mỗi tệp, rồi các quy tắc hay bị vi phạm nhất; chạy trên mọi lõi của máy khi có từ 60
tệp (`--jobs`). Tệp không đọc được không làm dừng các tệp khác. Một tệp có hai văn bản thì mỗi văn bản được kiểm
riêng. A folder of hundreds: a line for each file, then the rules broken most, on all cores from 60 files on. What
cannot be read does not stop the others. Of a file with two documents, each is checked by itself.
[Tốc độ · speed](benchmarks.md).

Mọi văn bản do `reportgen build` làm ra đều được kiểm theo mọi quy tắc ngay khi làm; của `reportgen batch`, thư đầu,
thư giữa và thư cuối; bản nháp còn thiếu chỗ thì chỉ kiểm trang và kiểu chữ. Every document of `reportgen build` is
held against all rules as it is made; of `reportgen batch`, the first, the middle and the last letter; of a draft that
still lacks something, only pages and styles.
"""


def make_page() -> str:
    """Return the page."""
    report = check_document(faulty_letter(), _FILE, names=agency_names())
    return _PAGE.format(made=_MADE, file=_FILE, vi=_shown(report, "vi"), en=_shown(report, "en"))


def _shown(report: CheckReport, language: str) -> str:
    if language == "vi":
        return f"{describe_report(report)}\n  {describe_page_source(report)}"
    return f"{describe_report(report, 'en')}\n  {describe_page_source(report, 'en')}"


def faulty_letter() -> bytes:
    """Return the sample letter with faults, and with Word's mark where its appendix begins on page two."""
    document = docx.Document(io.BytesIO(build_document(_LETTER).docx))
    for paragraph in _paragraphs(document):
        for run in paragraph.runs:
            for right, wrong in _FAULTS.items():
                run.text = run.text.replace(right, wrong) if right in run.text else run.text
            if run.text.startswith("Để kịp"):
                run.font.size = Pt(11)
        if paragraph.text == "Phụ lục":
            paragraph.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
            paragraph.runs[-1].bold = False
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    yield from document.paragraphs
    for table in document.tables:
        for cell in table._cells:
            yield from cell.paragraphs


def main() -> None:
    """Write the page."""
    PAGE.write_text(make_page(), encoding="utf-8")


if __name__ == "__main__":
    main()
