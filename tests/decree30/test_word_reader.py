"""Word files read as a reader sees them."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from reportgen.decree30.recognise import recognise
from reportgen.decree30.seen import SeenDocument, SeenParagraph, Story
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems
from tests.decree30 import documents
from tests.decree30.documents import add, new_document, saved

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def seen(document: Document) -> SeenDocument:
    return read_word(saved(document), "van_ban.docx")


def only(document: Document) -> SeenParagraph:
    paragraphs = [paragraph for paragraph in seen(document).paragraphs if paragraph.text]
    assert len(paragraphs) == 1
    return paragraphs[0]


def test_direct_formatting_goes_over_styles() -> None:
    document = new_document()
    style = document.styles.add_style("Nội dung", WD_STYLE_TYPE.PARAGRAPH)
    style.font.bold, style.font.size, style.font.italic = True, Pt(13), True
    style.paragraph_format.first_line_indent = Cm(1)
    paragraph = document.add_paragraph("chữ", style="Nội dung")
    paragraph.runs[0].font.italic = False
    paragraph.runs[0].font.name = "Arial"
    found = only(document)
    run = found.runs[0]
    assert (run.bold, run.italic, run.size, run.font) == (True, False, 13, "Arial")
    assert found.style == "Nội dung"
    assert found.first_line == pytest.approx(28.35, abs=0.1)


def test_styles_inherit_from_those_they_are_based_on() -> None:
    document = new_document()
    parent = document.styles.add_style("Gốc", WD_STYLE_TYPE.PARAGRAPH)
    parent.font.size, parent.paragraph_format.space_after = Pt(12), Pt(6)
    child = document.styles.add_style("Con", WD_STYLE_TYPE.PARAGRAPH)
    child.base_style, child.font.bold = parent, True
    document.add_paragraph("chữ", style="Con")
    found = only(document)
    assert (found.runs[0].size, found.runs[0].bold, found.after) == (12, True, 6)


def test_bold_of_paragraph_style_and_character_style_cancel_each_other() -> None:
    document = new_document()
    document.styles.add_style("Đậm", WD_STYLE_TYPE.PARAGRAPH).font.bold = True
    document.styles.add_style("Đậm chữ", WD_STYLE_TYPE.CHARACTER).font.bold = True
    paragraph = document.add_paragraph(style="Đậm")
    paragraph.add_run("chữ", style="Đậm chữ")
    assert only(document).runs[0].bold is False


def test_text_is_as_displayed() -> None:
    document = new_document()
    paragraph = add(document, "hoa")
    paragraph.runs[0].font.all_caps = True
    hidden = paragraph.add_run(" ẩn")
    hidden.font.hidden = True
    assert only(document).text == "HOA"


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    document = new_document()
    paragraph = add(document, "giữ ")
    for tag, inner in (("ins", "<w:t>thêm</w:t>"), ("del", "<w:delText>bỏ</w:delText>")):
        paragraph._p.append(parse_xml(f'<w:{tag} xmlns:w="{_W}" w:id="1" w:author="a"><w:r>{inner}</w:r></w:{tag}>'))
    found = seen(document)
    assert found.paragraphs[0].text == "giữ thêm"
    assert (found.insertions, found.deletions) == (1, 1)


def test_fields_are_read_as_their_results() -> None:
    document = new_document()
    paragraph = add(document, "Trang ")
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> PAGE </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>3</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f'<w:r xmlns:w="{_W}">{inner}</w:r>'))
    assert only(document).text == "Trang 3"


@pytest.mark.parametrize(
    ("form", "pattern", "numbers"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3."]),
        ("bullet", "-", ["-", "-", "-"]),
    ],
)
def test_list_numbers_are_computed(form: str, pattern: str, numbers: list[str]) -> None:
    document = new_document()
    documents.number_automatically(document, [add(document, "mục") for _ in range(3)], form, pattern)
    assert [paragraph.number for paragraph in seen(document).paragraphs] == numbers


def test_text_boxes_are_read_once_and_before_what_they_hang_on() -> None:
    found = read_word(documents.in_text_boxes(), "van_ban.docx")
    boxed = [paragraph.text for paragraph in found.paragraphs if paragraph.in_text_box]
    assert boxed.count(documents.NATIONAL_NAME) == 1
    assert found.paragraphs[0].text == "BỘ THÔNG TIN VÀ TRUYỀN THÔNG"


def test_cells_have_their_places_and_tables_their_text() -> None:
    document = new_document()
    table = document.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    add(table.cell(1, 0), "ô")
    found = seen(document)
    cell = next(paragraph.cell for paragraph in found.paragraphs if paragraph.text)
    assert cell is not None
    assert (cell.table, cell.row, cell.column) == (1, 2, 1)
    assert found.tables[0].rows == (("", ""), ("ô", ""))
    assert found.tables[0].has_borders


def test_a_page_begins_after_a_break_or_where_the_look_says_so() -> None:
    document = new_document()
    add(document, "một")
    documents.break_page(document)
    add(document, "hai").paragraph_format.page_break_before = True
    first, broken, second = seen(document).paragraphs
    assert not first.breaks_page_after
    assert broken.breaks_page_after
    assert second.starts_page


def test_a_break_before_the_text_of_its_own_paragraph_begins_a_page() -> None:
    document = new_document()
    paragraph = document.add_paragraph()
    paragraph._p.append(parse_xml(f'<w:r xmlns:w="{_W}"><w:br w:type="page"/><w:t>Phụ lục</w:t></w:r>'))
    found = only(document)
    assert found.starts_page
    assert not found.breaks_page_after


def test_sections_have_pages_and_stories() -> None:
    document = new_document()
    document.sections[0].footer.paragraphs[0].add_run("chân trang")
    add(document, "thân")
    section = seen(document).sections[0]
    assert (round(section.page_width), round(section.page_height), round(section.left)) == (210, 297, 30)
    assert [(one.text, one.story) for one in section.footer] == [("chân trang", Story.FOOTER)]
    assert not section.header_shows_page_number


def test_paragraphs_are_numbered_in_order_and_found_again_by_their_locators() -> None:
    document = new_document()
    documents.letterhead_table(document)
    add(document, "thân")
    data = saved(document)
    found = read_word(data, "van_ban.docx")
    assert [paragraph.index for paragraph in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
    elements = list(document.element.body.iter(qn("w:p")))
    for paragraph in found.paragraphs:
        texts = elements[paragraph.locator.index].iter(qn("w:t"))
        assert "".join(text.text or "" for text in texts) == paragraph.text


@pytest.mark.parametrize(
    "shape",
    [
        '<v:line xmlns:v="urn:schemas-microsoft-com:vml" from="0,0" to="120pt,0"/>',
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" type="#_x0000_t32" style="position:absolute;width:120pt;'
        'height:0"/>',
    ],
)
def test_lines_drawn_in_older_ways_are_seen(shape: str) -> None:
    document = new_document()
    add(document, "chữ")._p.append(parse_xml(f'<w:r xmlns:w="{_W}"><w:pict>{shape}</w:pict></w:r>'))
    assert [(line.paragraph, line.width) for line in seen(document).lines] == [(1, 120.0)]


def _without_body() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    return buffer.getvalue()


def _truncated() -> bytes:
    return saved(new_document())[:2000]


def _entity_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="x">&b;</w:document>'
        )
    return buffer.getvalue()


@pytest.mark.parametrize("make", [lambda: b"", lambda: b"%PDF-1.7", _truncated, _without_body, _entity_bomb])
def test_what_is_no_word_file_is_told(make: Callable[[], bytes]) -> None:
    with pytest.raises(InputProblems):
        read_word(make(), "van_ban.docx")


def test_a_long_document_is_read_and_recognised_quickly() -> None:
    document = new_document()
    documents.letterhead_table(document)
    for number in range(1, 500):
        documents.add_body(document, f"{number}. {documents.BODY}")
    documents.closing_table(document)
    data = saved(document)
    started = time.perf_counter()
    recognise(read_word(data, "van_ban.docx"))
    # Some 60 pages; the limit is far above what it takes (0.15 s), for machines that are busy.
    assert time.perf_counter() - started < 2
