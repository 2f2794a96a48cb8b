"""Lists of contents, captions and references: live fields, their words and pages right as the file opens."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from reportgen.document import Appendix, Block, Contents, Document, Frame, Heading, LineBreak, Reference, Text, text
from reportgen.write.docx import write_docx
from reportgen.write.page_numbers import NumberedDocument, number_pages, read_pages
from reportgen.write.pdf import convert_to_pdf
from tests.conftest import AssertValid
from tests.write.sample_publication import (
    CHAPTERS,
    FRONT,
    HOSTILE,
    LONG,
    body,
    publication,
    publication_template,
    table,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DOCUMENT = publication(*FRONT, *CHAPTERS)
# More than any bookmark of the sample, and pages that tell them apart.
NUMBERS = range(100_000_001, 100_000_030)
PAGES = {f"_{kind}{number}": number % 100 + 20 for kind in ("Toc", "Ref") for number in NUMBERS}


def written(document: Document, pages: Mapping[str, int] | None = None) -> bytes:
    return write_docx(document, publication_template(), pages=pages)


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


@pytest.fixture(scope="module")
def numbered() -> etree._Element:
    return part(written(DOCUMENT, PAGES))


def fields(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Each complex field: its instruction and the words of its result, those of the fields in it among them."""
    opened: list[tuple[list[str], list[str]]] = []
    in_result: list[bool] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}tab"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(([], []))
            in_result.append(False)
        elif kind == "separate":
            in_result[-1] = True
        elif kind == "end":
            code, result = opened.pop()
            in_result.pop()
            yield "".join(code).strip(), "".join(result)
        elif element.tag == f"{W}instrText":
            opened[-1][0].append(element.text or "")
        elif element.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            for (_, result), inside in zip(opened, in_result, strict=True):
                if inside:
                    result.append(element.text or "\t")
    assert opened == []


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The words inside each bookmark."""
    found: dict[str, str] = {}
    opened: dict[str, str] = {}
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if element.tag == f"{W}bookmarkStart":
            name = element.get(f"{W}name", "")
            assert name not in found
            opened[element.get(f"{W}id", "")] = name
            found[name] = ""
        elif element.tag == f"{W}bookmarkEnd":
            del opened[element.get(f"{W}id", "")]
        else:
            for name in opened.values():
                found[name] += element.text or ""
    assert opened == {}
    return found


def test_the_lists_are_words_own_fields_with_an_entry_for_each_title(numbered: etree._Element) -> None:
    lists = {code: result for code, result in fields(numbered) if code.startswith("TOC")}
    assert list(lists) == ['TOC \\o "1-2" \\h \\z \\u', 'TOC \\h \\z \\c "Bảng"', 'TOC \\h \\z \\c "Hình"']
    headings, tables, figures = lists.values()
    titles = ["Lời nói đầu", "Chương 1. Tổng quan", "1.1. Bối cảnh", f"Chương 2. {LONG}", "2.1. Theo tổng điểm",
              "2.2. Từng đơn vị", f"Chương 3. {HOSTILE}"]  # fmt: skip
    assert re.split(r"\t\d\d", headings) == [*titles, ""]
    assert re.split(r"\t\d\d", tables)[1::2] == [f"Bảng 2. {HOSTILE}", "Bảng 4. Điểm của các tỉnh"]
    assert re.split(r"\t\d\d", figures) == ["Hình 1. Phân bố điểm 1", "Hình 2. Phân bố điểm 2", ""]


def test_an_entry_leads_to_the_title_that_it_names_and_shows_its_page(numbered: etree._Element) -> None:
    marked = bookmarked(numbered)
    entries = [link for link in numbered.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    assert len(entries) == 13
    for link in entries:
        target = link.get(f"{W}anchor", "")
        words = "".join(run.text or "" for run in link.iter(f"{W}t"))
        assert words == f"{marked[target]}{PAGES[target]}"
        assert [(code, page) for code, page in fields(link)] == [(f"PAGEREF {target} \\h", str(PAGES[target]))]


def test_a_reference_shows_what_word_would_take_from_the_bookmark(numbered: etree._Element) -> None:
    marked = bookmarked(numbered)
    shown = [(code.split()[1], result) for code, result in fields(numbered) if code.startswith("REF ")]
    assert [result for _, result in shown] == [
        "Bảng 2", "Lời nói đầu", "2.1", "Hình 1", "Bảng 2", "Chương 2", "Bảng 4",
    ]  # fmt: skip
    assert all(marked[name] == result for name, result in shown)


def test_what_nothing_leads_to_has_no_bookmark() -> None:
    root = part(written(publication(*CHAPTERS[2:5], Heading(2, "1.", text("Không ai dẫn")))))
    assert bookmarked(root) == {}


def test_a_publication_is_a_valid_word_file(assert_valid_docx: AssertValid) -> None:
    assert_valid_docx(written(DOCUMENT), tags_allowed=True)  # A hostile title has braces.


@pytest.mark.parametrize("pages", [None, PAGES], ids=["without pages", "with pages"])
def test_word_asks_to_update_the_fields_only_without_pages(pages: Mapping[str, int] | None) -> None:
    content = written(DOCUMENT, pages)
    asks = part(content, "word/settings.xml").findall(f"{W}updateFields")
    assert len(asks) == (1 if pages is None else 0)
    numbers = {result for code, result in fields(part(content)) if code.startswith("PAGEREF")}
    assert ("?" in numbers) is (pages is None)


def test_without_lists_and_page_references_word_is_asked_nothing() -> None:
    content = written(publication(Heading(1, "", text("Một"), anchor="a"), body("Xem ", Reference("a"))))
    assert part(content, "word/settings.xml").find(f"{W}updateFields") is None


def test_a_list_of_nothing_says_so() -> None:
    root = part(written(publication(Contents("Hình"))))
    assert dict(fields(root))['TOC \\h \\z \\c "Hình"'] == "Không có hình nào."


def test_an_anchor_that_is_nowhere_or_twice_is_named() -> None:
    with pytest.raises(ValueError, match="'khong_co'"):
        written(publication(body(Reference("khong_co"))))
    with pytest.raises(ValueError, match="'hai_lan'"):
        written(publication(table(1, "hai_lan"), table(2, "hai_lan")))
    with pytest.raises(ValueError, match="_Toc"):
        written(publication(Contents("headings"), Heading(1, "I.", text("Một"))), {})


def test_pages_that_begin_again_at_1_are_not_numbered_as_they_lie() -> None:
    blocks = (Contents("Bảng"), table(1, "a"), Appendix((), (table(2, "b"),)))
    assert dict(fields(part(written(publication(*blocks)))))["PAGEREF _Toc100000002 \\h"] == "?"
    with pytest.raises(ValueError, match="appendix"):
        written(publication(*blocks), PAGES)


def test_a_title_of_several_lines_is_listed_in_one() -> None:
    heading = Heading(
        1,
        "I.",
        (
            Text("Một"),
            LineBreak(),
            Text(
                "Hai ",
            ),
            Reference("b"),
        ),
        new_page=True,
    )
    blocks: tuple[Block, ...] = (Contents("headings"), heading, table(7, "b"))
    assert dict(fields(part(written(publication(*blocks)))))['TOC \\o "1-2" \\h \\z \\u'] == "I. Một Hai Bảng 7\t?"


def test_a_figure_and_a_table_are_as_wide_as_the_column_that_they_stand_in(numbered: etree._Element) -> None:
    frame = next(found for found in numbered.iter(f"{W}tbl") if found.find(f".//{W}tbl") is not None)
    left, right = (int(column.get(f"{W}w", "0")) for column in frame.find(f"{W}tblGrid"))  # type: ignore[union-attr]
    assert left / (left + right) == pytest.approx(0.45, abs=0.001)
    extent, inner = frame.find(f".//{WP}extent"), frame.find(f".//{W}tc//{W}tblW")
    assert extent is not None
    assert inner is not None
    assert int(extent.get("cx", "0")) / 635 == pytest.approx(right, rel=0.05)
    assert int(extent.get("cx", "0")) / 635 < right
    assert int(inner.get(f"{W}w", "0")) < left


def test_a_frame_may_say_how_wide_its_left_column_is() -> None:
    grid = part(written(publication(Frame((body("trái"),), (body("phải"),), left_share=0.3)))).findall(
        f".//{W}tblGrid"
    )
    left, right = (int(column.get(f"{W}w", "0")) for column in grid[-1])
    assert left / (left + right) == pytest.approx(0.3, abs=0.001)


def test_the_cover_says_that_figures_are_invented_and_the_title_runs_on_atop_the_pages() -> None:
    def cover(*, illustrative: bool) -> str:
        content = written(publication(body("chữ"), illustrative=illustrative))
        header = "".join(map(str, part(content, "word/header1.xml").itertext()))
        assert header == "Chỉ số chuyển đổi số của các bộ, ngành, địa phương năm 2022"
        return "".join(map(str, part(content).itertext()))

    assert "SỐ LIỆU MINH HỌA" in cover(illustrative=True)
    assert "SỐ LIỆU MINH HỌA" not in cover(illustrative=False)


@pytest.fixture(scope="module")
def converted(request: pytest.FixtureRequest) -> NumberedDocument:
    require: Callable[[str], str] = request.getfixturevalue("require_program")
    soffice = Path(require("soffice"))
    return number_pages(
        lambda pages: written(DOCUMENT, pages),
        lambda docx: convert_to_pdf(docx, soffice=soffice, file="an_pham.pdf"),
        file="an_pham.pdf",
    )


def test_each_title_is_on_the_page_that_is_printed_for_it(
    converted: NumberedDocument, require_program: Callable[[str], str]
) -> None:
    assert converted.pages is not None
    assert converted.docx == written(DOCUMENT, converted.pages)
    text_of_pages = subprocess.run(
        [require_program("pdftotext"), "-layout", "-", "-"], input=converted.pdf, capture_output=True, check=True
    ).stdout.decode()
    pages = [" ".join(page.split()) for page in text_of_pages.split("\f")]
    marked = bookmarked(part(converted.docx))
    assert set(marked) == set(converted.pages)
    for name, words in marked.items():
        assert words in pages[converted.pages[name] - 1], (name, words)
    # The lists and the references, as the PDF prints them.
    listed = dict(re.findall(r"((?:Bảng|Hình) \d\. [^.]+?)\.{3,} ?(\d+)", " ".join(pages)))
    assert len(listed) == 6
    assert all(words in pages[int(page) - 1] for words, page in listed.items())
    assert f"Bảng 2, trang {listed[f'Bảng 2. {HOSTILE}']}." in " ".join(pages)
    # Printed numbers are those of the pages as they lie; the cover, which fills its page, has none.
    assert [page.rsplit(" ", 1)[-1] for page in pages[1:-1]] == [str(number) for number in range(2, len(pages))]
    assert pages[0].endswith("Hà Nội, 2023")


def test_pages_are_not_read_from_what_is_no_pdf() -> None:
    from reportgen.problems import OutputError

    with pytest.raises(OutputError):
        read_pages(b"%PDF-1.7 nothing", file="an_pham.pdf")


def test_numbers_that_do_not_settle_are_left_to_word(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([{"_Toc1": number} for number in range(9)])
    monkeypatch.setattr("reportgen.write.page_numbers.read_pages", lambda _pdf, file: next(answers))
    made = number_pages(lambda pages: repr(pages).encode(), lambda docx: docx, file="x")
    assert made == NumberedDocument(b"None", b"None", None)
