"""The sample as PDF pages: what a registry clerk looks at first. Needs LibreOffice and poppler."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from reportgen.production import build_report
from reportgen.write.pdf import convert_to_pdf

SAMPLE = Path(__file__).parents[1] / "samples" / "bao_cao_749" / "bao_cao.yaml"


@pytest.fixture(scope="module")
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    require: Callable[[str], str] = request.getfixturevalue("require_program")
    soffice = require("soffice")
    content = convert_to_pdf(build_report(SAMPLE).docx, soffice=Path(soffice), file="bao_cao.pdf")
    path = tmp_path_factory.mktemp("pdf") / "bao_cao.pdf"
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def pages(pdf: Path, request: pytest.FixtureRequest) -> list[str]:
    require: Callable[[str], str] = request.getfixturevalue("require_program")
    pdftotext = require("pdftotext")
    text = subprocess.run([pdftotext, "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    return text.split("\f")[:-1]


def first_line(page: str) -> str:
    return next(line.strip() for line in page.splitlines() if line.strip())


def test_page_numbers_stand_on_top_and_not_on_the_first_page_of_report_and_appendices(pages: list[str]) -> None:
    tops = [first_line(page) for page in pages]
    body = [top for top in tops if top.isdigit()]
    assert body == [str(number) for number in range(2, len(body) + 2)]
    assert "CỘNG HÒA" in tops[0]
    assert [top for top in tops if top.startswith("Phụ lục")] == ["Phụ lục I", "Phụ lục II"]


def test_the_national_name_is_on_one_line(pages: list[str]) -> None:
    assert any("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line for line in pages[0].splitlines())
    assert any("Độc lập - Tự do - Hạnh phúc" in line for line in pages[0].splitlines())


def test_the_signature_is_not_alone_on_its_page(pages: list[str]) -> None:
    page = next(page for page in pages if "KT. BỘ TRƯỞNG" in page)
    above = page[: page.index("KT. BỘ TRƯỞNG")]
    assert "Trên đây là báo cáo" in above
    assert "Nguyễn Văn Mẫu" in page


def test_every_font_is_a_times_and_in_the_file(pdf: Path, require_program: Callable[[str], str]) -> None:
    pdffonts = require_program("pdffonts")
    said = subprocess.run([pdffonts, pdf], capture_output=True, encoding="utf-8", check=True).stdout
    rows = [line.split() for line in said.splitlines()[2:]]
    names = {re.sub(r"^[A-Z]{6}\+", "", row[0]) for row in rows}
    assert names
    assert {name for name in names if not name.startswith(("LiberationSerif", "TimesNewRoman"))} == set()
    assert {row[-5] for row in rows} == {"yes"}


def test_letters_with_their_marks_come_out_whole(pages: list[str]) -> None:
    text = " ".join(" ".join(pages).split())
    for words in ("ĐỀ XUẤT, KIẾN NGHỊ", "chịu trách nhiệm trực tiếp", "Hỗ trợ phủ sóng băng rộng"):
        assert words in text


def test_the_pdf_is_tagged_vietnamese_and_describes_its_figure(pdf: Path) -> None:
    reader = PdfReader(io.BytesIO(pdf.read_bytes()))
    root = reader.root_object
    assert str(root["/Lang"]) == "vi-VN"
    assert "/Marked" in str(root["/MarkInfo"])
    assert "Biểu đồ thanh ngang" in _alternative_texts(reader)
    assert any(page.mediabox.width > page.mediabox.height for page in reader.pages)


def _alternative_texts(reader: PdfReader) -> str:
    return " ".join(
        str(found["/Alt"])
        for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1)
        if isinstance(found := reader.get_object(number), DictionaryObject) and "/Alt" in found
    )
