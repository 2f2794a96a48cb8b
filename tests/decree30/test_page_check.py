"""The rules of the page, on PDFs that LibreOffice makes of clean and of spoilt documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from reportgen.decree30.elements import Element
from reportgen.decree30.page_check import check_pages
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, Problem
from reportgen.write.pdf import convert_many
from reportgen.write.xml_parts import DOCUMENT_PART, w
from tests.decree30.changed import LETTER, REPORT, sample_docx
from tests.decree30.editable import Editable, set_paragraph, set_runs
from tests.decree30.mutations_of_pages import show_first_number


def large_name(doc: Editable) -> None:
    set_runs(doc.of(Element.NATIONAL_NAME)[0], "sz", val="44")


def first_number(doc: Editable) -> None:
    show_first_number(doc, Random(0))  # noqa: S311  (not a secret)


def lone_signature(doc: Editable) -> None:
    set_paragraph(doc.of(Element.DISTRIBUTION_HEAD)[0], "pageBreakBefore")


def no_heads(doc: Editable) -> None:
    for mark in list(doc.file.root(DOCUMENT_PART).iter(w("tblHeader"))):
        properties = mark.getparent()
        assert properties is not None
        properties.remove(mark)


SPOILT: dict[str, tuple[str, Callable[[Editable], None] | None, set[str]]] = {
    "thư sạch": (LETTER, None, set()),
    "báo cáo sạch": (REPORT, None, set()),
    "Quốc hiệu hai dòng": (LETTER, large_name, {"TT401"}),
    "số trang ở trang một": (LETTER, first_number, {"TT402"}),
    "phần ký một mình": (LETTER, lone_signature, {"TT403"}),
    "bảng không nhắc tiêu đề": (REPORT, no_heads, {"TT406"}),
}


@pytest.fixture(scope="module")
def found(
    require_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Problem, ...]]:
    folder = tmp_path_factory.mktemp("pages")
    files = {}
    for number, (name, (sample, change, _codes)) in enumerate(SPOILT.items()):
        doc = Editable(sample_docx(sample), name)
        if change is not None:
            change(doc)
        path = folder / f"{number}.docx"
        path.write_bytes(doc.file.to_bytes())
        files[path] = name
    problems = {}
    for path, pdf in convert_many(list(files), soffice=Path(require_program("soffice"))):
        assert isinstance(pdf, bytes)
        tables = read_word(path.read_bytes(), path.name).tables
        problems[files[path]] = check_pages(pdf, "thư.pdf", tables=tables, font=None)
    return problems


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_on_the_page_is_found_and_nothing_else(
    name: str, found: dict[str, tuple[Problem, ...]]
) -> None:
    assert {problem.code for problem in found[name]} == SPOILT[name][2]


def test_a_problem_names_its_page(found: dict[str, tuple[Problem, ...]]) -> None:
    assert [problem.place.page for problem in found["phần ký một mình"]] == [2]
    assert [problem.place.page for problem in found["số trang ở trang một"]] == [1]


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InputProblems) as refused:
        check_pages(b"not a pdf", "thư.pdf")
    assert [problem.code for problem in refused.value.problems] == ["TT407"]
