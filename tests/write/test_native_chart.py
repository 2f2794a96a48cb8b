import io
import posixpath
import re
import unicodedata
import zipfile
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.chart import load_chart_style
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Caption, Chart, ChartKind, Figure, ReferenceValue, Series, text
from reportgen.problems import InputProblems
from reportgen.write.docx import write_docx
from reportgen.write.native_chart import build_native_chart, is_native
from reportgen.write.native_chart_look import LOOK, chart_height_cm, look_of_style
from reportgen.write.native_chart_table import LONGEST_NAME, ONE_SERIES, number_format, tabulate
from reportgen.write.template import compile_template
from tests.conftest import AssertValid
from tests.ooxml.sdk import ValidatorMissing
from tests.ooxml.validator import validate
from tests.programs import miss
from tests.write import trees
from tests.write.changed_template import part_of, template_bytes
from tests.write.test_docx import COMPILED, PIXEL, document

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CHARTS = Path(__file__).parents[2] / "charts"
NATIVE = (
    ChartKind.RANKED_BARS,
    ChartKind.DISTRIBUTION,
    ChartKind.RADAR,
    ChartKind.LINES,
    ChartKind.BARS_AGAINST_GOAL,
)


def numbers(*values: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


RANKED = Chart(
    ChartKind.RANKED_BARS,
    ("Đà Nẵng", "Huế", "Lạng Sơn", "Cà Mau"),
    (Series("Tổng", numbers("0.8002", "0.6975", "0.6837", None), ""),),
    "Xếp hạng",
    groups=("Thành phố", "Thành phố", "Tỉnh", "Tỉnh"),
    reference=ReferenceValue("Trung bình", Decimal("0.69505")),
    decimals=4,
)
COUNTS = Chart(
    ChartKind.DISTRIBUTION,
    ("0,3–0,4", "0,4–0,5", "0,5–0,6"),
    (Series("Số tỉnh", numbers("3", "0", "12"), "tỉnh"),),
    "Phân bố",
    decimals=0,
)
RADAR = Chart(
    ChartKind.RADAR,
    ("Nhận thức số", "Thể chế số", "Hạ tầng số"),
    (Series("Lạng Sơn", numbers(None, "0.5", "1"), ""), Series("Trung bình", numbers("0.6", None, "0.7"), "")),
    "Các chỉ số chính",
    limits=(Decimal(0), Decimal(1)),
)
LINES = Chart(
    ChartKind.LINES,
    ("2023", "2024", "2025"),
    (
        Series("Thực hiện", numbers("30.14", None, "86.97"), "%"),
        Series("Mục tiêu", numbers("50", "60", "70"), "%", True),
    ),
    "Theo năm",
    value_axis="Tỷ lệ",
    reference=ReferenceValue("Trung bình", Decimal(55)),
)
GOALS = Chart(
    ChartKind.BARS_AGAINST_GOAL,
    ("Hồ sơ trực tuyến", "Chữ ký số"),
    (Series("Kết quả", numbers("86.97", None), "%"), Series("Mục tiêu", numbers("100", "50"), "%")),
    "So với mục tiêu",
)
EACH_KIND = (RANKED, COUNTS, RADAR, LINES, GOALS)


def figure(chart: Chart, number: int = 1, alt_text: str = "mô tả") -> Figure:
    return Figure(chart, alt_text, Caption("Hình", number, text(chart.title)))


@dataclass(frozen=True)
class Read:
    """A chart as its reader sees it: the names of the rows, and each series' name and values."""

    names: list[str]
    columns: list[tuple[str, list[str | None]]]


def markup_of(chart: Chart) -> etree._Element:
    return etree.fromstring(build_native_chart(chart, width_cm=16, height_cm=10).markup)


def cache_of(markup: etree._Element) -> Read:
    def points(holder: etree._Element | None) -> list[str | None]:
        assert holder is not None
        count = int(holder.find(f"{C}ptCount").get("val", ""))  # type: ignore[union-attr]
        known = {int(point.get("idx", "")): point.findtext(f"{C}v") or "" for point in holder.iter(f"{C}pt")}
        return [known.get(place) for place in range(count)]

    series = list(markup.iter(f"{C}ser"))
    names = [points(ser.find(f"{C}cat/{C}strRef/{C}strCache")) for ser in series]
    assert all(found == names[0] for found in names)
    columns = [
        (ser.findtext(f"{C}tx//{C}v") or "", points(ser.find(f"{C}val/{C}numRef/{C}numCache"))) for ser in series
    ]
    return Read([name or "" for name in names[0]], columns)


def workbook_of(workbook: bytes, markup: etree._Element) -> Read:
    """The cells that the formulas of the markup lead to."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Số liệu"]

    def cells(formula: str | None) -> list[object]:
        found = re.fullmatch(r"'Số liệu'!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)", formula or "")
        assert found is not None
        area = sheet[found[1].replace("$", "")]
        rows = area if isinstance(area, tuple) else ((area,),)
        for (cell,) in rows:
            assert cell.data_type in "sn"
        return [cell.value for (cell,) in rows]

    def column(ser: etree._Element) -> tuple[str, list[str | None]]:
        (name,) = cells(ser.findtext(f"{C}tx//{C}f"))
        values = cells(ser.findtext(f"{C}val//{C}f"))
        return str(name or ""), [None if value is None else str(value) for value in values]

    series = list(markup.iter(f"{C}ser"))
    names = cells(series[0].findtext(f"{C}cat//{C}f"))
    return Read([str(name or "") for name in names], [column(ser) for ser in series])


_values = st.none() | st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=6)
_names = st.one_of(
    trees.texts,
    st.sampled_from(["=1+1", "&<>", "e\u0323\u0302", "{=1}", "+84", "_x0041_", "x" * 400, "hai\ndòng", "", " "]),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    kind = draw(st.sampled_from(NATIVE))
    count = draw(st.integers(3, 6))
    values = st.none() | st.integers(0, 10**6).map(Decimal) if kind is ChartKind.DISTRIBUTION else _values
    row = st.lists(values, min_size=count, max_size=count).map(tuple).filter(any)
    names = tuple(draw(st.lists(_names, min_size=count, max_size=count)))
    several = 1 if kind in ONE_SERIES else 2
    series = tuple(Series(draw(_names), draw(row), "") for _ in range(several))
    chart = Chart(kind, names, series, "t", value_axis=draw(_names))
    if kind in ONE_SERIES and draw(st.booleans()):
        chart = replace(chart, groups=tuple(draw(st.lists(_names, min_size=count, max_size=count))))
    if kind in {ChartKind.RANKED_BARS, ChartKind.LINES, ChartKind.RADAR} and draw(st.booleans()):
        chart = replace(chart, reference=ReferenceValue(draw(_names), draw(_values) or Decimal(0)))
    return chart


def shown(name: str) -> str:
    line = re.sub(r"[ \t\n\r\f\v\u2028\u2029]+", " ", unicodedata.normalize("NFC", name)).strip(" ")
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_cache_workbook_and_chart_are_equal_whatever_the_names(chart: Chart) -> None:
    assert is_native(chart)
    made = build_native_chart(chart, width_cm=16, height_cm=10)
    markup = etree.fromstring(made.markup)
    cache, cells = cache_of(markup), workbook_of(made.workbook, markup)
    assert cells.names == cache.names
    assert [name for name, _ in cells.columns] == [name for name, _ in cache.columns]
    for (_, in_cache), (_, in_cells) in zip(cache.columns, cells.columns, strict=True):
        assert [value and float(value) for value in in_cache] == [value and float(value) for value in in_cells]
    given_names, columns = rows_of(chart, cache)
    assert columns == [
        [None if value is None else f"{value:f}" for value in series.values] for series in chart.series
    ]
    for row, name in enumerate(chart.categories):
        assert given_names[row].startswith(shown(name)[:200])
        if all(series.values[row] is not None for series in chart.series):
            assert given_names[row] == shown(name)


def rows_of(chart: Chart, cache: Read) -> tuple[list[str], list[list[str | None]]]:
    """The names and the columns of values that stand for the categories and series, without the reference."""
    names, columns = cache.names, cache.columns
    if chart.reference is not None:
        *columns, (name, means) = columns
        assert name == shown(chart.reference.name)
        assert {mean for mean in means if mean is not None} == {f"{chart.reference.value:f}"}
    if chart.kind not in ONE_SERIES:
        return names, [values for _, values in columns]
    rows = [row for row in range(len(names)) if chart.reference is None or means[row] is None]
    assert len(rows) == len(chart.categories)
    for row, group in zip(rows, chart.groups, strict=False):
        assert {name for name, values in columns if values[row] is not None} <= {shown(group)}
    merged = [next((values[row] for _, values in columns if values[row] is not None), None) for row in rows]
    return [names[row] for row in rows], [merged]


def test_a_group_is_a_series_and_the_mean_a_bar_at_its_place() -> None:
    assert cache_of(markup_of(RANKED)) == Read(
        ["Đà Nẵng", "Huế", "Trung bình", "Lạng Sơn", "Cà Mau (chưa có số liệu)"],
        [
            ("Thành phố", ["0.8002", "0.6975", None, None, None]),
            ("Tỉnh", [None, None, None, "0.6837", None]),
            ("Trung bình", [None, None, "0.69505", None, None]),
        ],
    )


def test_long_names_are_cut_and_what_excel_would_read_as_a_sign_is_not() -> None:
    chart = replace(COUNTS, categories=("=1+1", "x" * 400, "_x0041_"))
    assert cache_of(markup_of(chart)).names == ["=1+1", "x" * (LONGEST_NAME - 1) + "…", "_x0041_"]
    workbook = build_native_chart(chart, width_cm=16, height_cm=10).workbook
    strings = etree.fromstring(zipfile.ZipFile(io.BytesIO(workbook)).read("xl/sharedStrings.xml"))
    assert "_x005F_x0041_" in list(strings.itertext())


@pytest.mark.parametrize(
    ("values", "mean", "place"),
    [
        (("3", "2", "2", "1"), "2", 3),
        (("3", "2", None, None), "1", 2),
        (("1", "2", "2", "3"), "2", 3),
        (("3", "2", "1", "0"), "-1", 4),
        (("3", "2", "1", "0"), "9", 0),
    ],
)
def test_the_mean_stands_behind_its_equals_and_before_what_is_unknown(
    values: tuple[str | None, ...], mean: str, place: int
) -> None:
    chart = replace(
        RANKED, series=(Series("x", numbers(*values), ""),), reference=ReferenceValue("TB", Decimal(mean)), groups=()
    )
    assert tabulate(chart).names.index("TB") == place


def test_the_rank_stands_before_the_name_if_it_is_given() -> None:
    ranked = replace(RANKED, ranks=(1, 2, 2, None), reference=None)
    names = ["1. Đà Nẵng", "2. Huế", "2. Lạng Sơn", "Cà Mau (chưa có số liệu)"]
    assert cache_of(markup_of(ranked)).names == names


def test_what_is_unknown_is_a_gap_and_told_where_a_gap_would_be_read_as_zero() -> None:
    radar, lines, goals = (cache_of(markup_of(chart)) for chart in (RADAR, LINES, GOALS))
    assert radar.names == ["Nhận thức số (chưa có số liệu)", "Thể chế số", "Hạ tầng số"]
    assert radar.columns == [("Lạng Sơn", [None, "0.5", "1"]), ("Trung bình", ["0.6", None, "0.7"])]
    assert lines.names == ["2023", "2024", "2025"]
    assert lines.columns[0] == ("Thực hiện", ["30.14", None, "86.97"])
    assert lines.columns[2] == ("Trung bình", ["55", "55", "55"])
    assert goals.names == ["Hồ sơ trực tuyến", "Chữ ký số (Kết quả: chưa có số liệu)"]
    for chart in EACH_KIND:
        assert markup_of(chart).find(f"{C}chart/{C}dispBlanksAs[@val='gap']") is not None


def test_numbers_are_printed_as_vietnamese_write_them() -> None:
    assert number_format(RANKED) == "[$-42A]#,##0.0000"
    assert number_format(COUNTS) == "[$-42A]#,##0"
    assert number_format(LINES) == '[$-42A]General"%"'
    # A mean with more digits than what it is the mean of is not printed with all of them.
    assert number_format(replace(RANKED, decimals=None)) == "[$-42A]#,##0.0000"
    sheet = openpyxl.load_workbook(io.BytesIO(build_native_chart(RANKED, width_cm=16, height_cm=10).workbook))
    assert sheet["Số liệu"]["B2"].number_format == "[$-42A]#,##0.0000"


def test_lines_differ_in_colour_dash_and_marker() -> None:
    series = list(markup_of(replace(LINES, reference=None)).iter(f"{C}ser"))
    for path in ("{*}spPr//{*}srgbClr", "{*}spPr//{*}prstDash", "{*}marker/{*}symbol"):
        assert len({ser.find(path).get("val") for ser in series}) == len(series)  # type: ignore[union-attr]
    assert series[1].find("{*}spPr//{*}prstDash[@val='dash']") is not None


def test_radars_have_the_given_limits_and_bars_start_at_zero() -> None:
    assert [markup_of(RADAR).find(f".//{C}{end}").get("val") for end in ("min", "max", "majorUnit")] == [  # type: ignore[union-attr]
        "0", "1", "0.2",
    ]  # fmt: skip
    assert markup_of(RANKED).find(f".//{C}min[@val='0']") is not None
    below = replace(COUNTS, series=(Series("x", numbers("-1", "2", "3"), ""),))
    assert markup_of(below).find(f".//{C}min") is None


def test_a_document_of_each_kind_is_valid_and_each_chart_has_its_workbook_and_words(
    assert_valid_docx: AssertValid,
) -> None:
    figures = [figure(chart, number, f"mô tả & <{number}>") for number, chart in enumerate(EACH_KIND, start=1)]
    made = write_docx(document(*figures), COMPILED, native_charts=True)
    assert write_docx(document(*figures), COMPILED, native_charts=True) == made
    assert_valid_docx(made)
    archive = zipfile.ZipFile(io.BytesIO(made))
    body = etree.fromstring(archive.read("word/document.xml"))
    assert [drawn.get("descr") for drawn in body.iter(f"{WP}docPr")] == [f.alt_text for f in figures]
    for number, chart in enumerate(EACH_KIND, start=1):
        markup = archive.read(f"word/charts/chart{number}.xml")
        table = tabulate(chart)
        assert cache_of(etree.fromstring(markup)).names == list(table.names)
        links = etree.fromstring(archive.read(f"word/charts/_rels/chart{number}.xml.rels"))
        workbook = archive.read(posixpath.normpath(posixpath.join("word/charts", links[0].get("Target", ""))))
        assert workbook_of(workbook, etree.fromstring(markup)).names == list(table.names)
    try:
        assert validate(workbook, ".xlsx") == []
    except ValidatorMissing as missing:
        miss(str(missing))


def test_a_template_with_charts_of_its_own_keeps_them(assert_valid_docx: AssertValid) -> None:
    first = write_docx(document(figure(COUNTS)), COMPILED, native_charts=True)
    run = re.search(r"<w:r><w:drawing>.*?</w:drawing></w:r>", part_of(first, "word/document.xml"))
    assert run is not None
    with zipfile.ZipFile(io.BytesIO(template_bytes("van_ban"))) as shipped:
        parts = {name: shipped.read(name) for name in shipped.namelist()}
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        kept = [name for name in archive.namelist() if name not in parts or "rels" in name or "Types" in name]
        parts |= {name.replace("chart1.xml", "Chart1.xml"): archive.read(name) for name in kept}
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        parts[name] = parts[name].replace(b"chart1.xml", b"Chart1.xml")
    before, end, after = parts["word/document.xml"].rpartition(b"<w:sectPr")
    parts["word/document.xml"] = before + f"<w:p>{run[0]}</w:p>".encode() + end + after
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    own = compile_template(stream.getvalue(), file="mau.docx", tags=NAMED_KIND_TAGS)
    made = write_docx(document(figure(RADAR)), own, native_charts=True)
    assert_valid_docx(made)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert {"word/charts/Chart1.xml", "word/charts/chart2.xml"} <= set(names)
    assert cache_of(etree.fromstring(part_of(made, "word/charts/chart2.xml").encode())).columns[0][0] == "Lạng Sơn"


@pytest.mark.parametrize(
    "chart",
    [
        replace(RADAR, kind=ChartKind.HEAT_MAP),
        replace(GOALS, kind=ChartKind.RANK_CHANGE),
        replace(COUNTS, kind=ChartKind.TILE_MAP, tiles=((0, 0), (1, 0), (2, 0))),
        replace(GOALS, series=(GOALS.series[0], replace(GOALS.series[1], unit="hồ sơ"))),
        replace(COUNTS, reference=ReferenceValue("Trung bình", Decimal(1))),
        replace(COUNTS, series=(replace(COUNTS.series[0], values=numbers("1")),)),
    ],
)
def test_what_word_cannot_draw_is_a_picture(chart: Chart) -> None:
    made = write_docx(document(figure(chart)), COMPILED, draw_chart=lambda *_: PIXEL, native_charts=True)
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert [name for name in names if name.startswith(("word/media", "word/charts"))] == ["word/media/reportgen1.png"]


def test_charts_are_pictures_unless_native_ones_are_asked_for() -> None:
    made = write_docx(document(figure(RANKED)), COMPILED, draw_chart=lambda *_: PIXEL)
    assert not any("charts" in name for name in zipfile.ZipFile(io.BytesIO(made)).namelist())


def test_a_name_that_xml_cannot_hold_is_a_problem() -> None:
    with pytest.raises(InputProblems) as found:
        build_native_chart(replace(COUNTS, categories=("a\x07", "b", "c")), width_cm=16, height_cm=8)
    assert [problem.code for problem in found.value.problems] == ["VB401"]


def test_heights_suit_the_kinds_and_the_page() -> None:
    def height(chart: Chart, tallest: float = 22) -> float:
        return chart_height_cm(chart, width_cm=16, tallest_cm=tallest)

    values = tuple(Decimal(63 - n) for n in range(63))
    provinces = replace(RANKED, categories=("Tỉnh",) * 63, groups=(), series=(Series("x", values, ""),))
    assert height(provinces) == pytest.approx(22, abs=0.5)
    assert height(provinces, 15) == 15
    assert 6 <= height(COUNTS) <= 8
    assert 6 <= height(LINES) <= 8
    many = replace(provinces, categories=("Xã",) * 200, series=(Series("x", (Decimal(1),) * 200, ""),))
    assert not is_native(many)


def test_native_charts_have_the_colours_of_pictures() -> None:
    assert look_of_style(load_chart_style(CHARTS)) == LOOK
