"""The SVG of marks: well formed whatever the words are, and each mark an element."""

from __future__ import annotations

from lxml import etree

from reportgen.chart import ChartFont
from reportgen.chart.picture import Box, Circle, Hatch, Line, Picture, Polygon, Polyline, Words
from reportgen.chart.svg import write_svg

MARKS = (
    Box(1, 2, 3, 4.5, "#112233", label='<A & "B">'),
    Hatch(0, 0, 10, 10, 4, 0.5, "#445566"),
    Line(0, 1, 2.345, 3, 0.5, "#000000", dash=(3, 2)),
    Polyline(((0, 0), (1, 1), (2, 0)), 1, "#000000"),
    Polygon(((0, 0), (1, 1), (2, 0)), "#0072B2", opacity=0.2, edge_colour="#000000", edge_width=1),
    Circle(5, 5, 2, "#FFFFFF", "#000000", 1),
    Words(5, 6, "Trung bình <&> ]]>\x00\x0b\ud800", 9, "#1A1A1A", "center"),
)


def test_marks_are_elements_in_order_and_words_are_text(font: ChartFont) -> None:
    svg = write_svg(Picture(100, 50.004, "#FFFFFF", MARKS), font, title="A & B", description="<mô tả>\x01")
    root = etree.fromstring(svg.encode())
    kinds = [element.tag.partition("}")[2] for element in root]
    assert kinds == ["title", "desc", "rect", "rect", "path", "line", "polyline", "polygon", "circle", "text"]
    texts = [element.text for element in root if element.text]
    assert texts == ["A & B", "<mô tả>\ufffd", "Trung bình <&> ]]>\ufffd\ufffd\ufffd"]
    assert root[3][0].text == '<A & "B">'
    assert root[5].attrib["x2"] == "2.35" or root[5].attrib["x2"] == "2.34"
    assert root[5].attrib["stroke-dasharray"] == "3 2"
    assert root[9].attrib["text-anchor"] == "middle"
    assert root.attrib["viewBox"] == "0 0 100 50"
    assert str(root.attrib["font-family"]).startswith("'DejaVu Serif', 'Times New Roman'")


def test_nothing_is_fetched_from_outside(font: ChartFont) -> None:
    svg = write_svg(Picture(10, 10, "#FFFFFF", MARKS), font, title="", description="")
    assert svg.count("http") == 1, "the name space"
    assert "href" not in svg
    assert "url(" not in svg


def test_hatching_stays_inside_its_box() -> None:
    hatch = Hatch(10, 20, 30, 8, 5, 0.5, "#000000")
    ends = [end for segment in hatch.segments() for end in segment]
    assert len(ends) == 2 * 7
    assert all(10 <= x <= 40 and 20 <= y <= 28 for x, y in ends)
    assert all(abs((x2 - x1) - (y1 - y2)) < 1e-9 for (x1, y1), (x2, y2) in hatch.segments())
