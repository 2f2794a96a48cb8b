"""A document as a web page: every node is there, all text is escaped, every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from reportgen.compose.publication.document import compose_publication
from reportgen.document import (
    Appendix,
    Blank,
    Block,
    BlockControl,
    Caption,
    Cell,
    Chart,
    ChartKind,
    Column,
    Contents,
    Document,
    Figure,
    Footnote,
    Frame,
    Heading,
    Inlines,
    Landscape,
    LineBreak,
    Link,
    ListItem,
    Mark,
    Missing,
    Paragraph,
    Picture,
    Reference,
    Role,
    Row,
    RowKind,
    Rule,
    Series,
    Stamp,
    Tab,
    Table,
    TemplateTag,
    Text,
    TextControl,
    text,
)
from reportgen.write.html import write_html
from reportgen.write.html_svg import inline_svg
from tests.compose.publication import editions
from tests.write.trees import blocks as any_blocks
from tests.write.trees import texts as any_texts

CHART = Chart(ChartKind.RANKED_BARS, ("A", "B"), (Series("Tổng", (Decimal(1), None), ""),), "Xếp hạng")
SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1" aria-labelledby="title desc">'
    '<title id="title">t</title><desc id="desc">d</desc><defs><clipPath id="c"/></defs>'
    '<g clip-path="url(#c)"><rect><title>A: 1</title></rect></g><script>alert(1)</script></svg>'
)
HOSTILE = '<script>alert("1")</script>&amp;\'"'


def draw(chart: Chart, width_cm: float) -> str:
    return SVG


def document(*found: Block, cover: dict[str, Inlines] | None = None, title: str = "Ấn phẩm") -> Document:
    slots = cover if cover is not None else {"ten_an_pham": text("Ấn phẩm")}
    tags = (*(TemplateTag(name, "", "") for name in slots), TemplateTag("noi_dung", "", "", block=True))
    return Document("an_pham_dti", tags, title, slots, {"noi_dung": found}, "Bộ A", day=date(2023, 7, 12))


def page(*found: Block, **more: object) -> str:
    return write_html(document(*found, **more), draw_svg=draw).decode()  # type: ignore[arg-type]


def parsed(markup: str) -> etree._Element:
    return etree.fromstring(markup, etree.HTMLParser(recover=False))


def main_of(*found: Block) -> etree._Element:
    root = parsed(page(*found)).find(".//main")
    assert root is not None
    return root


def words(element: etree._Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def table(caption: Caption | None = None, **more: object) -> Table:
    head = Row(
        (Cell((Paragraph(Role.TABLE_HEAD, text("Tên")),)), Cell((Paragraph(Role.TABLE_HEAD, text("Giá trị")),)))
    )
    row = Row((Cell((Paragraph(Role.BODY, text("A")),)), Cell((Paragraph(Role.BODY, text("0,5")),))))
    return Table((Column(3), Column(1, "right")), (head,), (row,), caption, **more)  # type: ignore[arg-type]


def everything() -> tuple[Block, ...]:
    """Every node of the tree, at least once."""
    note = Footnote((Paragraph(Role.BODY, text("lời chú thích")), ListItem("-", text("ý"))))
    inlines: Inlines = (
        Text("đậm", Mark.BOLD | Mark.ITALIC), LineBreak(), Tab(), Missing("số liệu"), Blank(3), note,
        Link(text("trang"), "https://example.com/?a=1&b=ơ"), TextControl("k", "Tên ô", "nhập ở đây"),
        Reference("bang_1"), Reference("bang_1", "page"), Reference("chuong_1"), Reference("hinh_1"),
        *(Text("x", mark) for mark in Mark),
    )  # fmt: skip
    return (
        Paragraph(Role.CONTENTS_TITLE, text("Mục lục")),
        Contents("headings", 2),
        Contents("Bảng"),
        Contents("Hình"),
        Heading(1, "1.", (*text("Tổng quan"), note), "chuong_1", new_page=True),
        Paragraph(Role.BODY, inlines),
        Heading(2, "", text("Không đánh số")),
        Heading(3, "a)", text("Sâu hơn"), "sau_hon"),
        ListItem("-", text("một")),
        ListItem("+", text("hai"), depth=2),
        ListItem("-", text("ba")),
        table(Caption("Bảng", 1, text("Giá trị"), "bang_1"), source=text("Nguồn: A.")),
        Figure(CHART, "mô tả", Caption("Hình", 1, text("Biểu đồ"), "hinh_1"), text("Nguồn: B."), width=0.5),
        Figure(CHART, "mô tả lần hai"),
        Figure(Picture(b"\x89PNG", "png", 4, 3), 'ảnh "1"'),
        Rule("", Role.BODY, 0.5),
        Stamp("HỎA TỐC", Role.URGENCY),
        Frame((Paragraph(Role.BODY, text("trái")),), (Paragraph(Role.BODY, text("phải")),), 0.3),
        BlockControl("o", "Ô dài", "nhập đoạn văn"),
        Landscape((Paragraph(Role.BODY, text("ngang")),)),
        Appendix((Paragraph(Role.APPENDIX_NUMBER, text("Phụ lục")),), (Paragraph(Role.BODY, text("cuối")),)),
    )


def test_every_node_is_on_the_page_and_every_link_leads_somewhere() -> None:
    root = parsed(page(*everything()))
    seen = words(root)
    for word in ("đậm", "[Thiếu: số liệu]", "lời chú thích", "nhập ở đây", "Bảng 1. Giá trị", "Nguồn: A.", "Hình 1.",
                 "Nguồn: B.", "HỎA TỐC", "trái", "phải", "nhập đoạn văn", "ngang", "Phụ lục", "cuối"):  # fmt: skip
        assert word in seen, word
    ids = Counter(str(element.get("id")) for element in root.iter() if element.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    targets = [str(link.get("href")) for link in root.iter("a")]
    assert [target for target in targets if target.startswith("#") and target[1:] not in ids] == []
    assert [target for target in targets if not target.startswith("#")] == ["https://example.com/?a=1&b=%C6%A1"]


def test_the_page_is_complete_in_itself_and_the_same_every_time() -> None:
    found = page(*everything())
    assert found == page(*everything())
    assert not re.search(r"<script|<link|@import|src=\"(?!data:)|url\(h", found)
    assert found.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert '<meta name="date" content="2023-07-12">' in found
    assert '<meta name="author" content="Bộ A">' in found


def test_the_whole_book_is_one_page_whose_links_all_lead_somewhere() -> None:
    book = compose_publication(editions.publication())
    root = parsed(write_html(book, draw_svg=draw).decode())
    ids = Counter(str(element.get("id")) for element in root.iter() if element.get("id"))
    assert max(ids.values()) == 1
    links = [str(link.get("href")) for link in root.iter("a")]
    assert len(links) > 300
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert len(root.findall(".//table/caption")) == len(root.findall(".//table"))
    assert "SỐ LIỆU MINH HỌA" in words(root)


def test_references_show_the_words_of_what_they_lead_to() -> None:
    links = [link for link in main_of(*everything()).iter("a") if str(link.get("href")).startswith("#")]
    shown = {(str(link.get("href")), words(link)) for link in links}
    assert {("#bang_1", "Bảng 1"), ("#chuong_1", "1"), ("#hinh_1", "Hình 1")} <= shown
    assert {("#chuong_1", "1. Tổng quan"), ("#bang_1", "Bảng 1. Giá trị"), ("#hinh_1", "Hình 1. Biểu đồ")} <= shown


def test_a_reference_to_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="khong_co"):
        page(Paragraph(Role.BODY, (Reference("khong_co"),)))


def test_headings_are_below_the_one_title_and_bear_their_anchors() -> None:
    root = parsed(page(*everything()))
    assert [words(title) for title in root.iter("h1")] == ["Ấn phẩm"]
    assert [(h.tag, h.get("id")) for h in root.iter("h2", "h3", "h4")][1:] == [
        ("h2", "chuong_1"), ("h3", "Toc100000002"), ("h4", "sau_hon")
    ]  # fmt: skip


def test_the_cover_comes_first_in_the_order_of_the_tags() -> None:
    cover = {"co_quan": text("BỘ A"), "ten": text("Ấn phẩm"), "minh_hoa": (), "noi_nam": text("Hà Nội, 2023")}
    header = parsed(page(cover=cover)).find(".//header")
    assert header is not None
    assert [(line.tag, line.get("class"), words(line)) for line in header] == [
        ("p", "co-quan", "BỘ A"), ("h1", "ten", "Ấn phẩm"), ("p", "noi-nam", "Hà Nội, 2023")
    ]  # fmt: skip
    untitled = parsed(page(cover={})).find(".//header/h1")
    assert untitled is not None
    assert words(untitled) == "Ấn phẩm"


def test_notes_are_numbered_and_linked_both_ways() -> None:
    root = main_of(*everything())
    notes = root.findall(".//section[@class='notes']//li")
    assert [note.get("id") for note in notes] == ["w-chu-thich-1", "w-chu-thich-2"]
    assert [[link.get("href") for link in note.iter("a")] for note in notes] == [["#w-goi-1"], ["#w-goi-2"]]
    # The list of contents repeats a heading without its note.
    assert [link.get("href") for link in root.findall(".//sup[@class='note']/a")] == [
        "#w-chu-thich-1", "#w-chu-thich-2"
    ]  # fmt: skip


def test_charts_are_told_in_words_and_their_ids_differ() -> None:
    root = main_of(*everything())
    charts = list(root.iter("{*}svg", "svg"))
    assert [(chart.get("role"), chart.get("aria-label")) for chart in charts] == [
        ("img", "mô tả"), ("img", "mô tả lần hai")
    ]  # fmt: skip
    assert "w-hinh-1-c" in page(*everything())
    assert 'clip-path="url(#w-hinh-2-c)"' in page(*everything())
    figure = root.find(".//figure")
    assert figure is not None
    assert (figure.get("id"), figure.get("style")) == ("hinh_1", "--width:50%")
    image = root.find(".//img")
    assert image is not None
    assert (image.get("alt"), str(image.get("src"))[:22]) == ('ảnh "1"', "data:image/png;base64,")


def test_a_drawing_that_is_no_svg_is_refused_and_scripts_are_left_out() -> None:
    assert "alert" not in inline_svg(SVG, "a-", "mô tả")
    for bad in ("<p>", "<p/>", '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'):
        with pytest.raises(ValueError, match="not an SVG"):
            inline_svg(bad, "a-", "")


def test_charts_are_drawn_for_the_room_that_they_have() -> None:
    widths: list[float] = []

    def measure(chart: Chart, width_cm: float) -> str:
        widths.append(width_cm)
        return SVG

    figure = Figure(CHART, "", width=0.5)
    write_html(document(figure, Frame((figure,), (figure,), 0.25), figure), draw_svg=measure)
    assert widths == [8.0, 2.0, 6.0, 8.0]
    with pytest.raises(TypeError, match="draw_svg"):
        write_html(document(figure))


def test_tables_have_heads_captions_spans_and_alignment() -> None:
    def cell(words: str, **more: int) -> Cell:
        return Cell((Paragraph(Role.BODY, text(words)),), **more)  # type: ignore[arg-type]

    head = (Row((cell("Đơn vị", rows=2), cell("Giá trị", columns=2))), Row((cell("2021"), cell("2022"))))
    body = (
        Row((cell("Nhóm 1", columns=3),), RowKind.GROUP),
        Row((cell("A", rows=2), cell("1"), cell("2"))),
        Row((cell("3"), cell("4"))),
        Row((cell("Tổng"), cell("5"), cell("6")), RowKind.TOTAL),
    )
    columns = (Column(2), Column(1, "right"), Column(1, "center"))
    root = main_of(Table(columns, head, body, Caption("Bảng", 2, text("Hai & ba"), "b2")))
    caption = root.find(".//caption")
    assert caption is not None
    assert (caption.get("id"), words(caption)) == ("b2", "Bảng 2. Hai & ba")
    heads = [
        (words(th), th.get("scope"), th.get("rowspan"), th.get("colspan")) for th in root.findall(".//thead//th")
    ]
    assert heads == [("Đơn vị", "col", "2", None), ("Giá trị", "colgroup", None, "2"), ("2021", "col", None, None),
                     ("2022", "col", None, None)]  # fmt: skip
    looks = [(words(td), td.get("class")) for td in root.findall(".//tbody//td")]
    # What a span covers from above takes a column: "3" and "4" are in the second and third.
    assert looks == [("A", None), ("1", "right"), ("2", "center"), ("3", "right"), ("4", "center"), ("Tổng", None),
                     ("5", "right"), ("6", "center")]  # fmt: skip
    assert [row.get("class") for row in root.findall(".//tbody/tr")] == ["group", None, None, "total"]
    assert [col.get("style") for col in root.iter("col")] == ["width:50%", "width:25%", "width:25%"]


def test_items_are_nested_lists() -> None:
    items = [ListItem(marker, text(words), depth) for marker, words, depth in
             (("+", "trước", 2), ("a)", "một", 1), ("-", "hai", 2), ("-", "ba", 2), ("b)", "bốn", 1))]  # fmt: skip
    outer = main_of(*items).find("./ul")
    assert outer is not None
    assert [words(item) for item in outer] == ["+ trước", "a) một- hai- ba", "b) bốn"]
    assert [words(item) for item in outer.findall("./li/ul/li")] == ["+ trước", "- hai", "- ba"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.com", "http://[", "x\u0000:y"])
def test_links_lead_to_web_pages_and_mailboxes_only(url: str) -> None:
    root = main_of(Paragraph(Role.BODY, (Link(text("chữ"), url),)))
    assert (words(root), list(root.iter("a"))) == ("chữ", [])


def test_hostile_text_is_escaped_wherever_it_stands() -> None:
    said = text(HOSTILE)
    blocks = (
        Heading(1, HOSTILE, said, "a<b"),
        Paragraph(Role.BODY, (*said, Missing(HOSTILE), TextControl("t", HOSTILE, HOSTILE), Footnote(()))),
        ListItem(HOSTILE, said),
        table(Caption("Bảng", 1, said, 'x" y'), source=said),
        Figure(CHART, HOSTILE, Caption("Hình", 1, said)),
        Figure(Picture(b"", "jpeg", 1, 1), HOSTILE),
        Stamp(HOSTILE, Role.URGENCY),
        BlockControl("t", HOSTILE, HOSTILE),
        Contents("headings"),
        Paragraph(Role.BODY, (Link(said, 'https://a.vn/"><script>'), Reference("a<b"), Reference('x" y'))),
    )
    found = page(*blocks, cover={'x"><script>': said}, title=HOSTILE)
    assert "<script" not in found
    assert "onerror" not in found
    root = parsed(found)
    title = root.find(".//title")
    assert title is not None
    assert title.text == HOSTILE


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_blocks, any_texts)
def test_any_tree_makes_a_well_formed_page(found: tuple[Block, ...], title: str) -> None:
    root = parsed(page(*found, title=title))
    assert list(root.iter("script", "iframe", "object")) == []
    assert root.find(".//main") is not None
