"""Writing a document tree: what goes in comes out, as text, structure and a sound package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import (
    Appendix,
    Block,
    Caption,
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Landscape,
    Mark,
    Missing,
    Paragraph,
    Picture,
    Role,
    Row,
    Rule,
    Series,
    Stamp,
    Table,
    Text,
    text,
)
from reportgen.problems import InputProblems
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template
from reportgen.write.text_width import text_width
from tests.conftest import AssertValid
from tests.ooxml.lint import lint
from tests.write import trees

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEMPLATE = Path(__file__).parents[2] / "templates_vi" / "van_ban.docx"
COMPILED = compile_template(TEMPLATE.read_bytes(), file="van_ban.docx", tags=NAMED_KIND_TAGS)
INLINES: Mapping[str, tuple[Inline, ...]] = {
    "co_quan_ban_hanh": text("BỘ TƯ PHÁP"),
    "so": text("05"),
    "ky_hieu": text("BC-BTP"),
    "dia_danh": text("Hà Nội"),
    "ngay_ban_hanh": text("ngày 05 tháng 3 năm 2021"),
    "ten_loai": text("BÁO CÁO"),
    "trich_yeu": text("Về việc thử"),
    "ho_ten_nguoi_ky": text("Nguyễn Văn A"),
}
PIXEL = Picture(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478"
        "9c63f8cfc0f01f0005000180a05dd0e40000000049454e44ae426082"
    ),
    "png",
    1,
    1,
)


def document(
    *blocks: Block, appendices: tuple[Block, ...] = (), inlines: Mapping[str, tuple[Inline, ...]] | None = None
) -> Document:
    return Document(
        template="van_ban",
        tags=NAMED_KIND_TAGS,
        title="Báo cáo & <thử>",
        inline_slots={**INLINES, **(inlines or {})},
        block_slots={"noi_dung": blocks, "phu_luc": appendices, "quyen_han_chuc_vu": (), "noi_nhan": ()},
    )


def body_of(content: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))


def written(
    *blocks: Block, appendices: tuple[Block, ...] = (), inlines: Mapping[str, tuple[Inline, ...]] | None = None
) -> etree._Element:
    return body_of(write_docx(document(*blocks, appendices=appendices, inlines=inlines), COMPILED))


def words(element: etree._Element) -> str:
    return "".join((child.text or "") if child.tag == f"{W}t" else "\n" for child in element.iter(f"{W}t", f"{W}br"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees.inlines)
def test_any_text_comes_out_as_it_went_in(inlines: tuple[Inline, ...]) -> None:
    body = written(Paragraph(Role.QUOTE, inlines))
    found = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='TrichDan']") is not None]
    assert words(found[0]) == trees.visible(inlines)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees.blocks, trees.blocks)
def test_any_tree_gives_a_sound_package(blocks: tuple[Block, ...], attached: tuple[Block, ...]) -> None:
    heading = (Paragraph(Role.APPENDIX_NUMBER, text("Phụ lục")),)
    made = write_docx(document(*blocks, appendices=(Appendix(heading, attached),)), COMPILED)
    assert lint(made, ".docx", tags_allowed=True) == []


def test_hostile_text_in_every_field_stays_text(assert_valid_docx: AssertValid) -> None:
    hostile = "{{ x.__class__ }} {% for %} <w:br/> & ]]> \"' \u0301e 😀"
    inlines = {name: text(hostile) for name in INLINES}
    made = write_docx(document(Paragraph(Role.BODY, text(hostile)), inlines=inlines), COMPILED)
    assert_valid_docx(made, tags_allowed=True)
    # Names in narrow cells are broken into lines where the text has spaces.
    shown = words(body_of(made)).replace("\n", " ")
    assert shown.count("{{ x.__class__ }} {% for %} <w:br/> & ]]>") == len(INLINES) + 1


def test_the_same_document_gives_the_same_bytes() -> None:
    one = document(Paragraph(Role.BODY, (Text("a"), Footnote((Paragraph(Role.BODY, text("b")),)))))
    assert write_docx(one, COMPILED) == write_docx(one, COMPILED)
    with zipfile.ZipFile(io.BytesIO(write_docx(one, COMPILED))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_characters_that_xml_cannot_hold_are_a_problem_and_never_lost() -> None:
    with pytest.raises(InputProblems) as found:
        written(Paragraph(Role.BODY, text("a\x07b")))
    assert [problem.code for problem in found.value.problems] == ["VB401"]


def test_a_missing_value_in_the_letterhead_is_marked_there() -> None:
    body = written(inlines={"so": (Missing("số văn bản"),)})
    paragraph = next(p for p in body.iter(f"{W}p") if "Số: " in words(p))
    assert words(paragraph) == "Số: [Thiếu: số văn bản]/BC-BTP"
    marked = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None]
    assert [words(run) for run in marked] == ["[Thiếu: số văn bản]"]


@pytest.mark.parametrize(
    ("name", "share"), [("BỘ TƯ PHÁP", 0.4), ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG VIỆT NAM", 0.4), ("BỘ Y TẾ", 1.0)]
)
def test_the_line_under_a_name_is_its_share_of_the_longest_line_as_measured(name: str, share: float) -> None:
    made = document(inlines={"co_quan_ban_hanh": text(name)})
    rule_below = (Rule(name, Role.ISSUING_AGENCY, share),)
    made = replace(made, block_slots={**made.block_slots, "ke_duoi_co_quan": rule_below})
    body = body_of(write_docx(made, COMPILED))
    cell = next(cell for cell in body.iter(f"{W}tc"))
    room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w", "0")) - 2 * 28  # type: ignore[union-attr]
    rule = next(p for p in cell.iter(f"{W}p") if p.find(f"{W}pPr/{W}pBdr") is not None)
    indent = rule.find(f"{W}pPr/{W}ind")
    assert indent is not None
    length = (room - int(indent.get(f"{W}left", "0")) - int(indent.get(f"{W}right", "0"))) / 20
    lines = words(next(p for p in cell.iter(f"{W}p") if words(p))).split("\n")
    longest = max(text_width(line, size=12, bold=True) for line in lines)
    assert length == pytest.approx(longest * share, abs=0.2)
    assert all(text_width(line, size=12, bold=True) <= room / 20 for line in lines)


def test_a_landscape_part_has_pages_of_its_own_and_the_numbers_go_on() -> None:
    body = written(
        Paragraph(Role.BODY, text("trước")),
        Landscape((Paragraph(Role.BODY, text("ngang")),)),
        Paragraph(Role.BODY, ()),
    )
    sections = list(body.iter(f"{W}sectPr"))
    sizes = [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections]  # type: ignore[union-attr]
    assert sizes == [None, "landscape", None]
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True, False, False]
    starts = [section.find(f"{W}pgNumType") for section in sections]
    assert [start.get(f"{W}start") if start is not None else None for start in starts] == ["1", None, None]


def test_each_appendix_counts_its_pages_from_1_and_hides_the_first_number() -> None:
    appendix = Appendix((Paragraph(Role.APPENDIX_NUMBER, text("Phụ lục I")),), (Paragraph(Role.BODY, text("x")),))
    wide = Appendix((Paragraph(Role.APPENDIX_NUMBER, text("Phụ lục II")),), (), landscape=True)
    sections = list(written(Paragraph(Role.BODY, text("y")), appendices=(appendix, wide)).iter(f"{W}sectPr"))
    assert len(sections) == 3
    for section in sections:
        assert section.find(f"{W}titlePg") is not None
        assert section.find(f"{W}pgNumType").get(f"{W}start") == "1"  # type: ignore[union-attr]
        assert section.find(f"{W}headerReference") is not None
    assert sections[-1].find(f"{W}pgSz").get(f"{W}orient") == "landscape"  # type: ignore[union-attr]


def test_a_table_repeats_its_head_splits_no_row_and_fits_its_words() -> None:
    head = Row((Cell((Paragraph(Role.TABLE_HEAD, text("STT")),)), Cell((Paragraph(Role.TABLE_HEAD, text("Tên")),))))
    rows = tuple(Row((Cell((Paragraph(Role.TABLE_CELL, text(str(n))),)), Cell(()))) for n in range(3))
    caption = Caption("Bảng", 2, text("Danh mục"))
    body = written(Table((Column(1, "center"), Column(30)), (head,), rows, caption))
    table = next(t for t in body.iter(f"{W}tbl") if "STT" in words(t))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert heads == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))
    narrow = int(table.find(f"{W}tblGrid/{W}gridCol").get(f"{W}w", "0"))  # type: ignore[union-attr]
    assert narrow / 20 > text_width("STT", size=13, bold=True) + 7
    assert all(cell.find(f"{W}p") is not None for cell in table.iter(f"{W}tc"))
    captions = [p for p in body.iter(f"{W}p") if words(p).startswith("Bảng ")]
    assert words(captions[0]) == "Bảng 2. Danh mục"
    assert [code.text for code in captions[0].iter(f"{W}instrText")] == [" SEQ Bảng \\* ARABIC "]


def test_notes_are_numbered_in_reading_order_in_cells_too() -> None:
    def note(words_of_note: str) -> Footnote:
        return Footnote((Paragraph(Role.BODY, text(words_of_note)),))

    cell = Cell((Paragraph(Role.TABLE_CELL, (Text("ô"), note("hai"))),))
    made = write_docx(
        document(
            Paragraph(Role.BODY, (Text("một"), note("thứ nhất"))),
            Table((Column(1),), (), (Row((cell,)),)),
            Heading(2, "1.", (Text("ba"), note("thứ ba"))),
        ),
        COMPILED,
    )
    ids = [reference.get(f"{W}id") for reference in body_of(made).iter(f"{W}footnoteReference")]
    assert ids == ["1", "2", "3"]
    notes = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/footnotes.xml"))
    assert [words(found).strip() for found in notes if found.get(f"{W}type") is None] == ["thứ nhất", "hai", "thứ ba"]


def test_a_picture_has_its_words_and_is_kept_once(assert_valid_docx: AssertValid) -> None:
    figure = Figure(PIXEL, "Biểu đồ & <số>", Caption("Hình", 1, text("Kết quả")))
    made = write_docx(document(figure, figure), COMPILED)
    assert_valid_docx(made)
    names = [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if "media" in name]
    assert len(names) == 1
    drawn = list(body_of(made).iter(f"{WP}docPr"))
    assert [found.get("descr") for found in drawn] == ["Biểu đồ & <số>"] * 2
    assert len({found.get("id") for found in drawn}) == 2


def test_a_chart_is_drawn_for_the_room_that_it_has() -> None:
    asked: list[tuple[Chart, float]] = []

    def draw(chart: Chart, width_cm: float) -> Picture:
        asked.append((chart, width_cm))
        return PIXEL

    chart = Chart(ChartKind.BARS_AGAINST_GOAL, ("a",), (Series("Kết quả", (Decimal(1),), "%"),), "t")
    write_docx(document(Figure(chart, "mô tả", width=0.5)), COMPILED, draw_chart=draw)
    assert [found for found, _ in asked] == [chart]
    assert asked[0][1] == pytest.approx(16.5 / 2, abs=0.01)


def test_the_last_words_stay_with_the_signature() -> None:
    body = written(Paragraph(Role.BODY, text("đầu")), Paragraph(Role.BODY, text("cuối")))
    last = next(p for p in body.iter(f"{W}p") if words(p) == "cuối")
    first = next(p for p in body.iter(f"{W}p") if words(p) == "đầu")
    assert last.find(f"{W}pPr/{W}keepNext") is not None
    assert first.find(f"{W}pPr/{W}keepNext") is None


def test_a_stamp_is_as_wide_as_its_kind_says() -> None:
    made = document(Paragraph(Role.BODY, text("x")))
    slots = {**made.block_slots, "do_khan": (Stamp("KHẨN", Role.URGENCY, 20),)}
    body = body_of(write_docx(replace(made, block_slots=slots), COMPILED))
    stamp = next(p for p in body.iter(f"{W}p") if words(p) == "KHẨN")
    cell = next(up for up in stamp.iterancestors(f"{W}tc"))
    room = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w", "0")) - 2 * 28  # type: ignore[union-attr]
    indent = stamp.find(f"{W}pPr/{W}ind")
    assert indent is not None
    inside = room - int(indent.get(f"{W}left", "0")) - int(indent.get(f"{W}right", "0"))
    border = 2 * (2 + 0.75 / 2) * 20
    assert (inside + border) / 1440 * 25.4 == pytest.approx(20, abs=0.1)


def test_emphasis_is_kept() -> None:
    body = written(Paragraph(Role.QUOTE, (Text("a", Mark.BOLD | Mark.ITALIC), Text("b", Mark.SUPERSCRIPT))))
    runs = {words(run): run.find(f"{W}rPr") for run in body.iter(f"{W}r") if words(run) in {"a", "b"}}
    assert runs["a"] is not None
    assert {etree.QName(child).localname for child in runs["a"]} == {"b", "bCs", "i", "iCs"}
    assert runs["b"] is not None
    assert runs["b"].find(f"{W}vertAlign") is not None


def test_content_that_the_template_has_no_place_for_is_a_problem() -> None:
    tags = tuple(tag for tag in NAMED_KIND_TAGS if tag.name != "phu_luc")
    from tests.write.changed_template import replaced

    without = replaced(TEMPLATE.read_bytes(), "{{p phu_luc }}", "")
    compiled = compile_template(without, file="mau.docx", tags=tags)
    appendix = Appendix((), (Paragraph(Role.BODY, text("x")),))
    with pytest.raises(InputProblems) as found:
        write_docx(document(appendices=(appendix,)), compiled)
    assert [(problem.code, problem.values["tag"]) for problem in found.value.problems] == [("MB011", "phu_luc")]


def test_a_style_that_the_template_lacks_is_named() -> None:
    from tests.write.changed_template import replaced

    without = replaced(
        TEMPLATE.read_bytes(), '<w:name w:val="Trích dẫn"/>', '<w:name w:val="Khác"/>', "word/styles.xml"
    )
    compiled = compile_template(without, file="mau.docx", tags=NAMED_KIND_TAGS)
    with pytest.raises(InputProblems) as found:
        write_docx(document(Paragraph(Role.QUOTE, text("x"))), compiled)
    assert [problem.message() for problem in found.value.problems] == ["mẫu thiếu kiểu chữ “Trích dẫn”"]


def test_a_letterhead_over_a_page_with_footnotes_does_not_slip_down_in_libreoffice() -> None:
    noted = Paragraph(Role.BODY, (*text("x"), Footnote((Paragraph(Role.BODY, text("ghi chú")),))))
    elsewhere = Appendix(heading=(), blocks=(noted,))
    assert etree.QName(written(noted)[0][0]).localname == "p"
    assert etree.QName(written(appendices=(elsewhere,))[0][0]).localname == "tbl"


def test_the_gap_above_a_table_with_footnotes_is_not_kept_with_it() -> None:
    def gap(*inlines: Inline) -> etree._Element:
        cell = Cell((Paragraph(Role.TABLE_CELL, (*text("x"), *inlines)),))
        body = written(Table((Column(1),), (Row((cell,)),), ()))
        table = next(t for t in body.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None)
        found = table.getprevious()
        assert found is not None
        return found

    note = Footnote((Paragraph(Role.BODY, text("ghi chú")),))
    assert gap().find(f"{W}pPr/{W}keepNext") is not None
    assert gap(note).find(f"{W}pPr/{W}keepNext") is None
