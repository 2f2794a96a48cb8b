"""`reportgen check --pages`: page numbers and the rules of the printed page; and pages that Word has marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from tests.cli.conftest import RunProgram
from tests.decree30.changed import LETTER, sample_docx
from tests.decree30.test_page_check import pdf_in


def test_findings_have_exact_pages_and_the_printed_page_is_checked(
    run: RunProgram, faulty: Path, require_program: Callable[[str], str]
) -> None:
    require_program("soffice")
    document = docx.Document(str(faulty))
    paragraph = next(one for one in document.paragraphs if one.text.startswith("Phụ lục"))
    before = paragraph.insert_paragraph_before("Đoạn thừa  ra.")
    before.paragraph_format.page_break_before = True
    document.save(str(faulty))
    done = run("check", faulty.name, "--pages", "--json")
    found = {one["rule"]: one["page"] for one in done.data["documents"][0]["findings"] if one["page"] is not None}
    assert done.data["documents"][0]["page_source"] == "pdf"
    assert found["KET-THUC"] == 1
    assert {one["page"] for one in done.data["documents"][0]["findings"] if "Đoạn thừa" in one["message"]} <= {2}
    pages = [one["page"] for one in done.data["documents"][0]["findings"] if one["page"] is not None]
    assert pages == sorted(pages)
    assert 2 in pages
    # This machine may lack the decree's font; that is no fault of the document.
    assert {one["code"] for one in done.data["problems"]} <= {"TT114"}
    assert done.data["documents"][0]["page_problems"] == []


def test_the_pages_of_a_pdf_are_its_own(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: Path("soffice"))
    monkeypatch.setattr("reportgen.cli.check_files.convert_to_docx", lambda *_, **__: sample_docx(LETTER))
    Path("thư.pdf").write_bytes(pdf_in({"ArialMT": False}))
    done = run("check", "thư.pdf")
    assert done.code == 0
    assert "cảnh báo[TT404]: phông chữ ArialMT không được nhúng" in done.out
    assert "cảnh báo[TT405]: " in done.out
    assert done.out.endswith("thư.pdf: 2 chỗ trên trang in\n  số trang theo bản PDF\n")
    assert done.err.startswith("cảnh báo[TT109]: tệp PDF chỉ cho biết chữ trên trang")
    assert run("check", "thư.pdf", "--strict").code == 1


def test_a_pdf_that_cannot_be_opened_is_checked_for_its_words_alone(
    run: RunProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: Path("soffice"))
    monkeypatch.setattr("reportgen.cli.check_files.convert_to_docx", lambda *_, **__: sample_docx(LETTER))
    Path("thư.pdf").write_bytes(b"%PDF-1.7 broken")
    done = run("check", "thư.pdf")
    assert done.code == 0
    assert "cảnh báo[TT115]: không dàn được trang" in done.err


def test_without_libreoffice_that_is_said_and_the_rest_is_checked(
    run: RunProgram, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: None)
    done = run("check", faulty.name, "--pages")
    assert done.code == 1
    assert done.err.startswith("cảnh báo[TT115]: ")
    assert "máy này không có LibreOffice" in done.err
    assert "lỗi[KET-THUC]" in done.out


def test_a_document_that_libreoffice_does_not_lay_out_is_checked_without_pages(
    run: RunProgram, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: Path("no such program"))
    done = run("check", faulty.name, "--pages")
    assert done.code == 1
    assert done.err.startswith("cảnh báo[TT115]: ")
    assert "lỗi[KET-THUC]" in done.out


def test_pages_that_word_has_marked_are_told_as_such(run: RunProgram, faulty: Path) -> None:
    document = docx.Document(str(faulty))
    paragraph = next(one for one in document.paragraphs if "Trân" in one.text)
    paragraph.runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    document.save(str(faulty))
    done = run("check", faulty.name)
    assert "  --> thư.docx, trang 2, đoạn " in done.out
    assert done.out.endswith("  số trang theo dấu Word để lại khi lưu tệp\n")


def test_without_pages_it_is_said_how_to_have_them(run: RunProgram, faulty: Path) -> None:
    done = run("check", faulty.name)
    assert "trang 1" not in done.out
    assert done.out.endswith("  tệp không cho biết số trang; thêm --pages để LibreOffice dàn trang và có số trang\n")
