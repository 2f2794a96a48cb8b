"""What holds for every kind of chart: its words are all there, inside and apart; it fits a page; its bytes stay."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.chart import (
    ChartFont,
    ChartShapeError,
    ChartStyle,
    describe_chart,
    draw_chart,
    draw_svg,
    figure_size,
    find_chart_font,
    load_chart_style,
)
from reportgen.chart.draw import lay_out
from reportgen.chart.font import TextMeasure
from reportgen.chart.picture import Picture
from reportgen.document import Chart, ChartKind, Series
from reportgen.document.chart import ReferenceValue
from tests.chart.conftest import CHARTS
from tests.chart.examples import all_kinds, known
from tests.chart.reading import text, words_on_words, words_outside

LayOut = Callable[..., Picture]
Format = Callable[[Decimal, str], str]
KINDS = all_kinds()
SVG = "{http://www.w3.org/2000/svg}"
NARROWEST = {"radar": 8, "radar with gaps": 8, "distribution": 10, "rank change 20": 11, "lines": 11, "ranked 8": 9}


def test_every_kind_is_among_the_examples() -> None:
    assert {chart.kind for chart in KINDS.values()} == set(ChartKind) - {ChartKind.BARS_AGAINST_GOAL}


@pytest.mark.parametrize("name", KINDS)
def test_every_category_and_series_is_named_once_and_no_word_lies_on_another(
    name: str, lay_out_chart: LayOut, font: ChartFont
) -> None:
    chart, measure = KINDS[name], TextMeasure(font)
    for width_cm in (16, NARROWEST.get(name, 16)):
        picture = lay_out_chart(chart, width=width_cm / 2.54 * 72)
        said = text(picture).replace(" ", "")
        assert [category for category in chart.categories if category.replace(" ", "") not in said] == []
        if chart.kind not in {ChartKind.RANKED_BARS, ChartKind.TILE_MAP}:
            assert [series.name for series in chart.series if series.name.replace(" ", "") not in said] == []
        assert words_outside(picture, measure) == []
        assert words_on_words(picture, measure) == []


@pytest.mark.parametrize("name", [name for name in KINDS if "63" in name or name == "tile map"])
def test_all_provinces_fit_one_page_in_letters_that_can_be_read(
    name: str, style: ChartStyle, liberation: Path, format_quantity: Format
) -> None:
    font = find_chart_font([liberation.parent])
    width, height = figure_size(KINDS[name], style=style, font=font, width_cm=16, format_quantity=format_quantity)
    assert width == 16
    assert height <= 23
    picture = lay_out(
        KINDS[name], width=16 / 2.54 * 72, style=style, measure=TextMeasure(font), format_quantity=format_quantity
    )
    assert min(mark.size for mark in picture.marks if hasattr(mark, "size")) >= 7


@pytest.mark.parametrize(
    "name", ["ranked 8", "distribution", "radar with gaps", "heat map 6", "rank change 20", "lines", "tile map"]
)
def test_same_chart_gives_the_same_picture_as_png_and_as_svg(
    name: str, style: ChartStyle, font: ChartFont, format_quantity: Format
) -> None:
    chart = KINDS[name]
    drawn, again = (
        draw_chart(chart, style=style, font=font, width_cm=16, format_quantity=format_quantity, dpi=50)
        for _ in range(2)
    )
    assert drawn == again
    svg, svg_again = (
        draw_svg(chart, style=style, font=font, width_cm=16, format_quantity=format_quantity) for _ in range(2)
    )
    assert svg == svg_again
    root = etree.fromstring(svg.encode())
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == describe_chart(chart, format_quantity=format_quantity)
    width, height = (float(number) for number in (root.attrib["viewBox"].split()[2:]))
    assert abs(width * 50 / 72 - drawn.width_px) <= 1
    assert abs(height * 50 / 72 - drawn.height_px) <= 1
    picture = lay_out(
        chart, width=16 / 2.54 * 72, style=style, measure=TextMeasure(font), format_quantity=format_quantity
    )
    assert " ".join(element.text or "" for element in root.iter(f"{SVG}text")) == text(picture)


@pytest.mark.parametrize("name", KINDS)
def test_unknown_values_are_said_in_words(name: str, lay_out_chart: LayOut) -> None:
    chart = KINDS[name]
    if any(None in series.values for series in chart.series):
        assert "chưa có số liệu" in text(lay_out_chart(chart))


def test_width_without_room_is_refused(lay_out_chart: LayOut) -> None:
    for name, chart in KINDS.items():
        with pytest.raises(ChartShapeError, match="narrow"):
            lay_out_chart(chart, width=70)
            pytest.fail(name)


STYLE, FONT = load_chart_style(CHARTS), find_chart_font([])
LETTERS = st.text(alphabet=st.sampled_from("aăâđêôơưỘỮẾ Ỹ\n\t\u00a0<>&\"'$\\{}%_^]漢\x00\x01\ud800😀-–"), max_size=40)
VALUES = st.one_of(st.none(), st.decimals(min_value=-1000, max_value=1000, places=2))


@settings(max_examples=40)
@given(
    st.lists(st.tuples(LETTERS, VALUES), min_size=3, max_size=7).filter(
        lambda rows: any(v is not None for _, v in rows)
    ),
    LETTERS,
    st.sampled_from(sorted(set(ChartKind) - {ChartKind.BARS_AGAINST_GOAL})),
)
def test_hostile_words_and_values_are_drawn_inside_and_apart(
    rows: list[tuple[str, Decimal | None]], words: str, kind: ChartKind
) -> None:
    values = tuple(value for _, value in rows)
    if kind in {ChartKind.DISTRIBUTION, ChartKind.RANK_CHANGE}:
        values = tuple(None if value is None else abs(value.to_integral_value()) + 1 for value in values)
    pair = (Series(words, values, "%"), Series(f"{words}2", values, "%"))
    chart = Chart(
        kind,
        tuple(name for name, _ in rows),
        pair[:1] if kind in {ChartKind.RANKED_BARS, ChartKind.TILE_MAP, ChartKind.DISTRIBUTION} else pair,
        words,
        value_axis=words,
        groups=(words, "khác", *[words] * (len(rows) - 2)) if kind is not ChartKind.RADAR else (),
        reference=ReferenceValue(words, Decimal(7)),
        decimals=1,
        tiles=tuple((place, place % 2) for place in range(len(rows))),
    )

    def write(value: Decimal, unit: str) -> str:
        return f"{value:f}{unit}".replace(".", ",")

    measure = TextMeasure(FONT)
    picture = lay_out(chart, width=450, style=STYLE, measure=measure, format_quantity=write)
    assert words_outside(picture, measure) == []
    assert words_on_words(picture, measure) == []
    svg = draw_svg(chart, style=STYLE, font=FONT, width_cm=16, format_quantity=write)
    etree.fromstring(svg.encode())
    assert len(describe_chart(chart, format_quantity=write, longest=300)) <= 300


def test_values_are_rounded_as_the_chart_says_and_ticks_are_not(lay_out_chart: LayOut) -> None:
    chart = Chart(ChartKind.RANKED_BARS, ("A", "B"), (Series("S", known("2.345", "1"), ""),), "", decimals=2)
    said = text(lay_out_chart(chart))
    assert "2,35" in said
    assert "1,00" in said
    assert " 2,0 " in said
