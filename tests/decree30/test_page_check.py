"""The rules of the page, on PDFs that LibreOffice makes of clean and of spoilt documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

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


def test_a_locked_pdf_is_refused() -> None:
    buffer = BytesIO()
    writer = PdfWriter(clone_from=BytesIO(pdf_in({"TimesNewRomanPSMT": True})))
    writer.encrypt("mật khẩu")
    writer.write(buffer)
    with pytest.raises(InputProblems) as refused:
        check_pages(buffer.getvalue(), "thư.pdf")
    assert [problem.code for problem in refused.value.problems] == ["TT407"]


def pdf_in(fonts: Mapping[str, bool], text: str = "Noi dung") -> bytes:
    """Return a PDF of one page in `fonts`, embedded or not, with nothing but `text` in the first of them."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    named = DictionaryObject()
    for number, (name, is_embedded) in enumerate(fonts.items()):
        descriptor = DictionaryObject({NameObject("/Type"): NameObject("/FontDescriptor")})
        if is_embedded:
            descriptor[NameObject("/FontFile2")] = writer._add_object(DecodedStreamObject())
        named[NameObject(f"/F{number}")] = DictionaryObject({
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/TrueType"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
            NameObject("/BaseFont"): NameObject(f"/ABCDEF+{name}" if is_embedded else f"/{name}"),
            NameObject("/FontDescriptor"): descriptor,
        })  # fmt: skip
    content = DecodedStreamObject()
    content.set_data(f"BT /F0 14 Tf 85 700 Td ({text}) Tj ET".encode())
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): named})
    page[NameObject("/Contents")] = writer._add_object(content)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("fonts", "wanted", "found"),
    [
        ({"TimesNewRomanPSMT": True, "TimesNewRomanPS-BoldMT": True}, "Times New Roman", []),
        ({"TimesNewRomanPSMT": True, "SymbolMT": True}, "Times New Roman", []),
        ({"TimesNewRomanPSMT": False}, "Times New Roman", ["TT404"]),
        ({"TimesNewRomanPSMT": True, "Arial-BoldMT": False}, "Times New Roman", ["TT404"]),
        ({"ArialMT": True, "Arial-BoldMT": True}, "Times New Roman", ["TT405"]),
        ({"ArialMT": True}, None, []),
        ({"ArialMT": False}, "Times New Roman", ["TT404", "TT405"]),
    ],
)
def test_fonts_have_to_be_embedded_and_the_wanted_one_among_them(
    fonts: dict[str, bool], wanted: str | None, found: list[str]
) -> None:
    assert [problem.code for problem in check_pages(pdf_in(fonts), "thư.pdf", font=wanted)] == found


def test_a_problem_of_fonts_names_them() -> None:
    not_embedded, other = check_pages(pdf_in({"ArialMT": False, "Arial-BoldMT": True}), "thư.pdf")
    assert not_embedded.message() == (
        "phông chữ ArialMT không được nhúng vào tệp PDF nên máy khác có thể hiện chữ khác"
    )
    assert other.message("en") == "the PDF uses Arial, ArialMT, not Times New Roman (Appendix I, part I, I.4)"
