"""The drawing of bars against a goal, as marks in points."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.chart import ChartFont, ChartShapeError, ChartStyle
from reportgen.chart.bars_against_goal import lay_out_bars
from reportgen.chart.font import TextMeasure
from reportgen.chart.picture import Box, Line, Picture, Words
from reportgen.document import Chart

MakeChart = Callable[..., Chart]
LayOut = Callable[..., Picture]


@pytest.fixture
def lay_out(style: ChartStyle, font: ChartFont, format_quantity: Callable[[Decimal, str], str]) -> LayOut:
    def lay_out(chart: Chart, width: float = 450) -> Picture:
        measure = TextMeasure(font)
        return lay_out_bars(
            chart, width=width, style=style.bars_against_goal, measure=measure, format_quantity=format_quantity
        )

    return lay_out


def bars(picture: Picture) -> dict[str, Box]:
    return {mark.label: mark for mark in picture.marks if isinstance(mark, Box) and mark.label}


def goals(picture: Picture, style: ChartStyle) -> list[Line]:
    """The marks of goals in the order of rows, the legend's sample left out."""
    lines = [m for m in picture.marks if isinstance(m, Line) and m.colour == style.bars_against_goal.goal_colour]
    return [line for line in lines if line.y2 - line.y1 == pytest.approx(style.bars_against_goal.goal_height)]


def words(picture: Picture) -> list[str]:
    return [mark.text for mark in picture.marks if isinstance(mark, Words)]


def test_values_are_written_as_they_are_formatted(lay_out: LayOut, make_chart: MakeChart) -> None:
    picture = lay_out(make_chart(percent=[("A", "86.97", "80"), ("B", "0", "100")]))
    assert {"86,97%", "80%", "0%", "100%"} <= set(words(picture))


def test_bars_and_goals_stand_in_proportion_to_their_values(
    lay_out: LayOut, make_chart: MakeChart, style: ChartStyle
) -> None:
    picture = lay_out(make_chart(percent=[("A", "100", "50"), ("B", "25", "100"), ("C", "-50", None)]))
    a, b, c = bars(picture).values()
    first, second = goals(picture, style)
    assert b.width == pytest.approx(a.width / 4)
    assert c.width == pytest.approx(a.width / 2)
    assert c.x + c.width == pytest.approx(a.x)
    assert first.x1 - a.x == pytest.approx(a.width / 2)
    assert second.x1 - a.x == pytest.approx(a.width)


def test_unknown_value_is_said_in_words_and_has_no_bar_or_mark(
    lay_out: LayOut, make_chart: MakeChart, style: ChartStyle
) -> None:
    picture = lay_out(make_chart(percent=[("A", None, "5"), ("B", "5", None), ("C", None, None)]))
    assert list(bars(picture)) == ["B"]
    assert len(goals(picture, style)) == 1
    assert " ".join(words(picture)).count("chưa có số liệu") == 4
    assert "0%" not in words(picture)


def test_zero_has_a_bar_without_width_and_a_tiny_value_is_visible(
    lay_out: LayOut, make_chart: MakeChart, style: ChartStyle
) -> None:
    drawn = bars(
        lay_out(make_chart(percent=[("Zero", "0", "100"), ("Tiny", "0.0001", "100"), ("Minus", "-0.0001", None)]))
    )
    assert drawn["Zero"].width == 0
    assert drawn["Tiny"].width > style.bars_against_goal.baseline_width
    assert drawn["Minus"].x + drawn["Minus"].width == pytest.approx(drawn["Tiny"].x)


def test_units_get_panels_with_axes_of_their_own(lay_out: LayOut, make_chart: MakeChart) -> None:
    picture = lay_out(make_chart(percent=[("A", "80", "100")], tổ=[("B", "1254", "1500")]))
    said = words(picture)
    assert [text for text in said if text.startswith("Đơn vị tính")] == ["Đơn vị tính: %", "Đơn vị tính: tổ"]
    assert {"100", "1.000", "1.254 tổ"} <= set(said)
    assert said.count("Kết quả") == 1, "the legend is not said twice"
    a, b = bars(picture).values()
    assert a.x == b.x


def test_title_of_the_axis_stands_in_place_of_the_unit(lay_out: LayOut, make_chart: MakeChart) -> None:
    said = words(lay_out(make_chart(percent=[("A", "80", "100")], value_axis="Tỷ lệ (%)")))
    assert "Tỷ lệ (%)" in said
    assert "Đơn vị tính: %" not in said


def test_title_is_left_to_the_caption(lay_out: LayOut, make_chart: MakeChart) -> None:
    assert not any("so với" in text for text in words(lay_out(make_chart(percent=[("A", "80", "100")]))))


def test_long_names_wrap_and_make_their_row_taller(lay_out: LayOut, make_chart: MakeChart) -> None:
    name = "Tỷ lệ hồ sơ giải quyết theo hình thức dịch vụ công trực tuyến trên tổng số hồ sơ"
    short, long = lay_out(make_chart(percent=[("A", "1", "2")])), lay_out(make_chart(percent=[(name, "1", "2")]))
    assert long.height > short.height
    assert name not in words(long)
    assert name in " ".join(words(long))


def test_height_grows_by_the_same_for_each_row(lay_out: LayOut, make_chart: MakeChart) -> None:
    heights = [lay_out(make_chart(percent=[("A", "1", "2")] * count)).height for count in (1, 2, 3, 15)]
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1])
    assert heights[3] == pytest.approx(heights[0] + 14 * (heights[1] - heights[0]))


def test_width_without_room_for_bars_is_refused(lay_out: LayOut, make_chart: MakeChart) -> None:
    with pytest.raises(ChartShapeError):
        lay_out(make_chart(percent=[("Tỷ lệ dịch vụ công", "1", "2")]), width=120)
