"""Word files as one: valid, nothing of one file's look, counting or page edges in another, no page more or less."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml import etree

from reportgen.problems import InputProblems
from reportgen.production import build_document
from reportgen.write.merge import merge_documents
from reportgen.write.pdf import convert_to_pdf
from tests.conftest import AssertValid

SAMPLES = Path(__file__).parents[2] / "samples"
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
Docx = tuple[str, bytes]


@cache
def sample(name: str) -> Docx:
    """A sample of ours, built."""
    [path] = (SAMPLES / name).glob("*.yaml")
    return path.name, build_document(path).docx


def saved(document: Document, name: str = "van_thu.docx") -> Docx:
    stream = io.BytesIO()
    document.save(stream)
    return name, stream.getvalue()


def clerks(
    name: str, *, font: str = "Arial", head: str | None = None, foot: str | None = None, change: str = ""
) -> Docx:
    """A file as a clerk makes one in another program: theme fonts, lists, a table, perhaps edges of pages."""
    document = docx.Document()
    document.styles["Normal"].font.name = font
    document.styles["Normal"].font.size = Pt(12)
    document.add_heading(f"Tiêu đề {name}", 1)
    for number in (1, 2):
        document.add_paragraph(f"{name}, mục {number}", style="List Number")
    document.add_table(1, 2, "Light Grid Accent 1").cell(0, 0).text = f"ô {name}"
    if head:
        document.sections[0].header.paragraphs[0].text = head
    if foot:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_footer.paragraphs[0].text = foot
    if change:
        document.paragraphs[0]._p.append(parse_xml(f"<w:{change} {nsdecls('w')} w:id='1' w:author='A'/>"))
    return saved(document, name)


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.namelist()


def attributes(root: etree._Element, path: str, name: str = "val") -> list[str]:
    return [found.get(qn(f"w:{name}"), "") for found in root.iterfind(path, W)]


def refusals(*files: Docx) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        merge_documents(files)
    return [f"{p.code} {p.place.file or ''}: {p.message()}" for p in caught.value.problems]


ALL = ("cong_van_5065", "bao_cao_749", "quyet_dinh_483", "cong_van_797")


@pytest.mark.parametrize("order", [1, -1])
def test_letters_reports_decisions_and_clerks_files_are_valid_together(
    order: int, assert_valid_docx: AssertValid
) -> None:
    files = [*map(sample, ALL), clerks("a"), clerks("b", font="Times New Roman", head="Đầu trang B")]
    assert_valid_docx(merge_documents(files[::order]))


def test_the_same_files_give_the_same_bytes() -> None:
    files = [sample("bao_cao_749"), clerks("a")]
    assert merge_documents(files) == merge_documents(iter(files))


def test_every_document_begins_on_a_new_page_numbered_1() -> None:
    merged = part(merge_documents([clerks("a"), clerks("b"), sample("bao_cao_749")]))
    sections = merged.findall(".//w:sectPr", W)
    assert [attributes(section, "w:pgNumType", "start") for section in sections[:3]] == [[], ["1"], ["1"]]
    assert attributes(merged, ".//w:sectPr/w:type") == []


def test_a_continuous_first_section_begins_on_a_new_page_all_the_same() -> None:
    document = docx.Document()
    document.add_paragraph("B")
    document.sections[0].start_type = WD_SECTION.CONTINUOUS
    merged = part(merge_documents([clerks("a"), saved(document)]))
    assert attributes(merged, ".//w:sectPr/w:type") == []


def test_the_edges_of_pages_stay_with_their_own_document() -> None:
    merged = merge_documents([clerks("a", head="ĐẦU A", foot="ĐỊA CHỈ A"), clerks("b"), clerks("c", head="ĐẦU C")])
    root, relationships = part(merged), part(merged, "word/_rels/document.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "").lstrip("/").removeprefix("word/") for each in relationships}
    shown = []
    for section in root.iterfind(".//w:sectPr", W):
        edges = {
            (etree.QName(edge).localname, edge.get(qn("w:type"))): targets[edge.get(qn("r:id"), "")]
            for edge in section.iterchildren(qn("w:headerReference"), qn("w:footerReference"))
        }
        shown.append({key: words(part(merged, f"word/{name}")) for key, name in edges.items()})
    header, footer = ("headerReference", "default"), ("footerReference", "first")
    assert [(each[header], each[footer]) for each in shown] == [("ĐẦU A", "ĐỊA CHỈ A"), ("", ""), ("ĐẦU C", "")]


def test_styles_that_differ_come_under_names_of_their_own_and_equal_ones_are_shared() -> None:
    merged = merge_documents([clerks("a"), clerks("b", font="Verdana"), clerks("c")])
    styles = part(merged, "word/styles.xml")
    fonts = {
        style.get(qn("w:styleId")): attributes(style, "w:rPr/w:rFonts", "ascii")
        for style in styles.iterfind("w:style", W)
    }
    assert fonts["Normal"] == ["Arial"]
    assert fonts["Normal_2"] == ["Verdana"]
    assert "Normal_3" not in fonts
    # A heading looks the same in both files but builds upon what does not.
    based = {style.get(qn("w:styleId")): attributes(style, "w:basedOn") for style in styles.iterfind("w:style", W)}
    assert based["Heading1_2"] == ["Normal_2"]
    used = attributes(part(merged), ".//w:p/w:pPr/w:pStyle")
    assert {key for key in used if key.startswith("Heading1")} == {"Heading1", "Heading1_2"}


def test_no_style_takes_the_id_of_another() -> None:
    # "Heading1" of file 2 must not become "Heading12", nor "TOC" "TOC2".
    merged = part(merge_documents([clerks("a"), clerks("b", font="Verdana")]), "word/styles.xml")
    ids = [style.get(qn("w:styleId")) for style in merged.iterfind("w:style", W)]
    shown = [name.casefold() for name in attributes(merged, "w:style/w:name")]
    assert len(ids) == len(set(ids))
    assert len(shown) == len(set(shown))
    defaults = [style.get(qn("w:type")) for style in merged.iterfind("w:style", W) if style.get(qn("w:default"))]
    assert len(defaults) == len(set(defaults))


def test_text_without_a_style_keeps_the_look_of_its_own_file() -> None:
    document = docx.Document()
    document.styles["Normal"].font.name = "Verdana"
    document.add_paragraph("không kiểu")
    merged = part(merge_documents([clerks("a"), saved(document)]))
    [paragraph] = (each for each in merged.iterfind(".//w:p", W) if words(each) == "không kiểu")
    assert attributes(paragraph, "w:pPr/w:pStyle") == ["Normal_2"]


def test_fonts_of_a_theme_and_defaults_of_a_file_are_said_by_its_styles() -> None:
    merged = part(merge_documents([sample("bao_cao_749"), saved(docx.Document())]), "word/styles.xml")
    [normal] = (style for style in merged.iterfind("w:style", W) if style.get(qn("w:styleId")) == "Normal_2")
    # python-docx's own template: Cambria by the theme, 11 points and 10 points behind each paragraph by default.
    assert attributes(normal, "w:rPr/w:rFonts", "ascii") == ["Cambria"]
    assert attributes(normal, "w:rPr/w:sz") == ["22"]
    assert attributes(normal, "w:pPr/w:spacing", "after") == ["200"]
    assert not [name for each in merged.iter(qn("w:rFonts")) for name in each.attrib if "Theme" in str(name)]


def test_lists_of_each_document_count_from_1() -> None:
    merged = merge_documents([clerks("a"), clerks("b")])
    numbering, styles = part(merged, "word/numbering.xml"), part(merged, "word/styles.xml")
    numbers = attributes(numbering, "w:num", "numId")
    assert len(numbers) == len(set(numbers))
    signatures = attributes(numbering, "w:abstractNum/w:nsid")
    assert len(signatures) == len(set(signatures))
    lists = {
        style.get(qn("w:styleId"), ""): attributes(style, "w:pPr/w:numPr/w:numId")
        for style in styles.iterfind("w:style", W)
    }
    assert lists["ListNumber"] != lists["ListNumber_2"]
    assert set(lists["ListNumber"] + lists["ListNumber_2"]) <= set(numbers)


@pytest.mark.parametrize("first", ["cong_van_5065", "bao_cao_749"])
def test_footnotes_are_all_there_and_lead_to_their_own_text(first: str) -> None:
    merged = merge_documents([sample(first), sample("quyet_dinh_483"), sample("bao_cao_749")])
    notes = {
        note.get(qn("w:id"), ""): words(note)
        for note in part(merged, "word/footnotes.xml")
        if note.get(qn("w:type")) is None
    }
    references = attributes(part(merged), ".//w:footnoteReference", "id")
    assert sorted(references) == sorted(notes)
    alone = [
        words(note)
        for name in (first, "quyet_dinh_483", "bao_cao_749")
        for note in part(sample(name)[1], "word/footnotes.xml")
        if note.get(qn("w:type")) is None
    ]
    assert [notes[key] for key in references] == alone


def test_a_first_file_without_notes_takes_those_of_a_later_one(assert_valid_docx: AssertValid) -> None:
    merged = merge_documents([clerks("a"), sample("bao_cao_749")])
    assert_valid_docx(merged)
    assert "word/footnotes.xml" in names(merged)


def test_bookmarks_of_the_same_name_are_told_apart_with_what_leads_to_them() -> None:
    def marked(name: str) -> Docx:
        document = docx.Document()
        paragraph = document.add_paragraph("Xem ")._p
        for xml in (
            "<w:bookmarkStart {} w:id='0' w:name='muc1'/>",
            "<w:bookmarkEnd {} w:id='0'/>",
            "<w:hyperlink {} w:anchor='muc1'><w:r><w:t>mục 1</w:t></w:r></w:hyperlink>",
            "<w:r {}><w:instrText> PAGEREF muc1 </w:instrText></w:r>",
        ):
            paragraph.append(parse_xml(xml.format(nsdecls("w"))))
        return saved(document, name)

    merged = part(merge_documents([marked("a"), marked("b")]))
    assert attributes(merged, ".//w:bookmarkStart", "name") == ["muc1", "muc1_2"]
    assert attributes(merged, ".//w:hyperlink", "anchor") == ["muc1", "muc1_2"]
    assert [code.text for code in merged.iter(qn("w:instrText"))] == [" PAGEREF muc1 ", " PAGEREF muc1_2 "]


def test_letters_of_one_run_share_their_styles_and_edges() -> None:
    letter = sample("cong_van_5065")
    assert names(merge_documents([letter] * 30)) == names(merge_documents([letter] * 2))


@pytest.mark.parametrize("change", ["ins", "del", "moveTo"])
def test_tracked_changes_are_refused(change: str) -> None:
    assert refusals(clerks("a"), clerks("b.docx", change=change)) == [
        "GH102 b.docx: tệp có sửa đổi chưa chấp nhận (track changes), thứ không ghép được mà vẫn giữ nguyên"
    ]


def test_comments_are_refused_and_every_fault_of_every_file_is_told() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("xem lại")
    document.add_comment(paragraph.runs[0], "sửa", author="A")
    assert refusals(("x.docx", b"rubbish"), saved(document, "c.docx"), clerks("d", change="ins")) == [
        "MB001 x.docx: tệp này không phải tệp Word .docx dùng được: tệp không phải gói zip, hoặc bị hỏng hay cụt",
        "GH102 c.docx: tệp có ghi chú (comment), thứ không ghép được mà vẫn giữ nguyên",
        "GH102 d: tệp có sửa đổi chưa chấp nhận (track changes), thứ không ghép được mà vẫn giữ nguyên",
    ]


def test_heads_of_even_pages_that_only_one_file_has_are_refused() -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    assert [line[:14] for line in refusals(clerks("a"), saved(document, "b.docx"))] == ["GH102 b.docx: "]


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_files_are_refused(count: int) -> None:
    assert refusals(*[clerks("a")] * count) == [f"GH101 : cần ít nhất hai tệp Word để ghép, nhưng chỉ có {count}"]


def page_texts(content: bytes, soffice: str) -> list[str]:
    pdf = convert_to_pdf(content, soffice=Path(soffice), file="x")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def page_number(text: str) -> int | None:
    """The number at the head of a page, if there is one."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return int(first) if re.fullmatch(r"\d{1,3}", first) else None


def test_the_pdf_has_the_pages_of_all_with_their_own_numbers(require_program: Callable[[str], str]) -> None:
    soffice = require_program("soffice")
    require_program("pdftotext")
    files: Sequence[Docx] = [sample("cong_van_5065"), sample("bao_cao_749"), clerks("a"), sample("cong_van_797")]
    alone = [page_texts(content, soffice) for _, content in files]
    together = page_texts(merge_documents(files), soffice)
    assert len(together) == sum(map(len, alone))
    expected = [page_number(text) for pages in alone for text in pages]
    assert [page_number(text) for text in together] == expected
    assert 2 in expected
