"""The marks of each kind of chart: they stand where the values say, and what is unknown has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from math import hypot

import pytest

from reportgen.chart import ChartStyle
from reportgen.chart.colour import luminance
from reportgen.chart.picture import Circle, Hatch, Line, Picture, Polygon, Polyline, Words
from reportgen.chart.tile_map import shade_classes
from reportgen.document import Chart, ChartKind, Series
from reportgen.document.chart import ReferenceValue
from tests.chart import examples
from tests.chart.examples import known
from tests.chart.reading import boxes, labelled, text, words

LayOut = Callable[..., Picture]


def one_series(kind: ChartKind, *values: str | None, **more: object) -> Chart:
    chart = Chart(kind, tuple("ABCDEFGH"[: len(values)]), (Series("S", known(*values), ""),), "T")
    return replace(chart, **more)  # type: ignore[arg-type]


def test_ranked_bars_are_as_long_as_their_values_and_the_mean_is_a_dashed_line(lay_out_chart: LayOut) -> None:
    mean = ReferenceValue("Trung bình", Decimal(50))
    picture = lay_out_chart(one_series(ChartKind.RANKED_BARS, "100", "25", "0", None, reference=mean))
    drawn = boxes(picture)
    assert set(drawn) == {"A", "B", "C"}
    assert drawn["B"].width == pytest.approx(drawn["A"].width / 4)
    assert drawn["C"].width == 0
    (line,) = labelled(picture, "Trung bình")
    assert isinstance(line, Line)
    assert line.dash
    assert line.x1 == line.x2 == pytest.approx(drawn["A"].x + drawn["A"].width / 2)
    assert "Trung bình: 50" in words(picture)


def test_ranks_stand_beside_names_and_ties_share_one(lay_out_chart: LayOut) -> None:
    said = words(lay_out_chart(one_series(ChartKind.RANKED_BARS, "9", "7", "7", "3", None)))
    assert [said[said.index(name) - 1] for name in "ABCD"] == ["1", "2", "2", "4"]
    assert said[said.index("E") - 1] == ""
    given = one_series(ChartKind.RANKED_BARS, "9", "7", ranks=(3, 15))
    assert {"3", "15"} <= set(words(lay_out_chart(given)))


def test_bars_below_zero_go_left_and_limits_are_the_ends_of_the_axis(lay_out_chart: LayOut) -> None:
    limits = (Decimal(-100), Decimal(100))
    drawn = boxes(lay_out_chart(one_series(ChartKind.RANKED_BARS, "50", "-50", limits=limits)))
    assert drawn["B"].x + drawn["B"].width == pytest.approx(drawn["A"].x)
    assert drawn["B"].width == pytest.approx(drawn["A"].width)


def test_groups_have_their_colours_in_the_legend_and_on_the_bars(lay_out_chart: LayOut, style: ChartStyle) -> None:
    chart = one_series(ChartKind.RANKED_BARS, "4", "3", "2", "1", groups=("Bắc", "Nam", "Trung", "Nam"))
    picture = lay_out_chart(chart)
    first, second, third = style.ranked_bars.group_colours[:3]
    assert [boxes(picture)[name].colour for name in "ABCD"] == [first, second, third, second]
    assert {"Bắc", "Nam", "Trung"} <= set(words(picture))
    assert len([mark for mark in picture.marks if isinstance(mark, Hatch)]) == 2, "the third group: legend and bar"


def test_columns_of_a_distribution_are_as_tall_as_their_counts_on_whole_ticks(lay_out_chart: LayOut) -> None:
    picture = lay_out_chart(one_series(ChartKind.DISTRIBUTION, "2", "1", "0", None))
    drawn = boxes(picture)
    assert drawn["A"].height == pytest.approx(2 * drawn["B"].height)
    assert drawn["C"].height == 0
    assert "D" not in drawn
    assert not any("," in said for said in words(picture))


def test_corners_of_a_radar_stand_as_far_out_as_their_values(lay_out_chart: LayOut) -> None:
    limits = (Decimal(0), Decimal(1))
    values = known("1", "0.5", "0.25", "0")
    pair = (Series("Đơn vị", values, ""), Series("Trung bình", known("0.5", "0.5", "0.5", "0.5"), ""))
    picture = lay_out_chart(Chart(ChartKind.RADAR, ("A", "B", "C", "D"), pair, "T", limits=limits), width=227)
    (centre,) = labelled(picture, "D, Đơn vị")
    assert isinstance(centre, Circle)
    away = []
    for name in "ABC":
        (corner,) = labelled(picture, f"{name}, Đơn vị")
        assert isinstance(corner, Circle)
        away.append(hypot(corner.x - centre.x, corner.y - centre.y))
    assert away[1] == pytest.approx(away[0] / 2)
    assert away[2] == pytest.approx(away[0] / 4)
    solid, dashed = (
        [line for line in labelled(picture, name) if isinstance(line, Polyline)] for name in ("Đơn vị", "Trung bình")
    )
    assert not solid[0].dash
    assert dashed[0].dash
    assert len([area for area in labelled(picture, "Đơn vị") if isinstance(area, Polygon)]) == 1


def test_radar_has_a_gap_where_a_value_is_unknown(lay_out_chart: LayOut) -> None:
    unit = Series("Đơn vị", known("1", "0.5", None, "0.7", "0.8"), "")
    mean = Series("Trung bình", known("0.5", "0.5", "0.5", "0.5", "0.5"), "")
    picture = lay_out_chart(Chart(ChartKind.RADAR, tuple("ABCDE"), (unit, mean), "T"))
    lines = [mark for mark in labelled(picture, "Đơn vị") if isinstance(mark, Polyline)]
    assert [len(line.points) for line in lines] == [4], "D, E, A, B"
    assert labelled(picture, "C, Đơn vị") == []
    assert not any(isinstance(mark, Polygon) for mark in labelled(picture, "Đơn vị")), "no area without its corner"
    said = words(picture)
    assert said[said.index("C") + 1] == "chưa có số liệu"


def test_cells_of_a_heat_map_are_darker_the_higher_and_their_numbers_can_be_read(
    lay_out_chart: LayOut, style: ChartStyle
) -> None:
    look = style.heat_map
    picture = lay_out_chart(one_series(ChartKind.HEAT_MAP, "0", "0.2", "0.5", "0.9", "1", None))
    cells = [boxes(picture)[f"{name}, S"] for name in "ABCDE"]
    assert (cells[0].colour, cells[-1].colour) == (look.ramp[0], look.ramp[-1])
    lights = [luminance(cell.colour) for cell in cells]
    assert lights == sorted(lights, reverse=True)
    (unknown,) = labelled(picture, "F, S")
    assert isinstance(unknown, Hatch)
    assert "–" in words(picture)
    last = cells[-1].y + cells[-1].height  # the legend below says the ends of the ramp again
    for cell, number in zip(cells, ("0", "0,2", "0,5", "0,9", "1"), strict=True):
        numbers = [mark for mark in picture.marks if isinstance(mark, Words) and mark.text == number]
        (ink,) = (mark.colour for mark in numbers if cell.x < mark.x < cell.x + cell.width and mark.y < last)
        light, dark = sorted((luminance(ink), luminance(cell.colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, number


def test_arrows_of_rank_lead_left_for_a_rise_and_right_for_a_fall(lay_out_chart: LayOut, style: ChartStyle) -> None:
    before, now = known("9", "1", "4", None, "6"), known("1", "9", "4", "5", None)
    pair = (Series("Hạng 2021", before, ""), Series("Hạng 2022", now, ""))
    picture = lay_out_chart(Chart(ChartKind.RANK_CHANGE, tuple("ABCDE"), pair, "T"))
    (rise,), (fall,) = ([m for m in labelled(picture, name) if isinstance(m, Line)] for name in "AB")
    assert rise.x2 < rise.x1
    assert fall.x2 > fall.x1
    assert rise.x1 - rise.x2 == pytest.approx(fall.x2 - fall.x1)
    look = style.rank_change
    assert (rise.colour, fall.colour) == (look.riser_colour, look.faller_colour)
    assert not [mark for name in "CDE" for mark in labelled(picture, name) if isinstance(mark, Line)]
    (still,), (new,) = labelled(picture, "C"), labelled(picture, "D")
    assert isinstance(still, Circle)
    assert isinstance(new, Polygon)
    # The tips of the signs: up for the riser, down for the faller.
    signs = [m for m in picture.marks if isinstance(m, Polygon) and not m.label and len(m.points) == 3][-2:]
    ups = [mark.points[0][1] < mark.points[1][1] for mark in signs]
    assert ups == [True, False]
    assert text(picture).count("–") == 4 + 1, "two numbers of D, two of E, and the legend"


def test_lines_break_where_a_year_is_unknown_and_targets_are_dashed(lay_out_chart: LayOut) -> None:
    picture = lay_out_chart(examples.lines())
    actual, target, mean = (
        [mark for mark in labelled(picture, series.name) if isinstance(mark, Polyline)]
        for series in examples.lines().series
    )
    assert [len(line.points) for line in actual] == [3], "2020 to 2022; 2024 stands alone"
    assert len(labelled(picture, "2024")) == 3
    assert len(labelled(picture, "2023")) == 2
    assert [line.dash for line in actual] == [()]
    assert target[0].dash
    assert mean[0].dash not in ((), target[0].dash)
    assert len({line.colour for line in (*actual, *target, *mean)}) == 3
    (x1, y1), (_, y2), (_, y3) = actual[0].points
    assert (y1 - y3) / (y1 - y2) == pytest.approx((0.8002 - 0.4874) / (0.6419 - 0.4874), rel=1e-3)
    assert {"0,4874", "0,6419", "0,8002"} <= set(words(picture)), "the first series has its numbers"
    assert x1 > 0


def test_tiles_stand_at_their_places_in_the_shade_of_their_class(lay_out_chart: LayOut, style: ChartStyle) -> None:
    chart = one_series(
        ChartKind.TILE_MAP, "0.1", "0.15", "0.9", None, tiles=((2, 1), (3, 1), (2, 2), (4, 3)),
        limits=(Decimal(0), Decimal(1)),
    )  # fmt: skip
    picture = lay_out_chart(chart)
    a, b, c = (boxes(picture)[name] for name in "ABC")
    assert (a.y, a.x) == (b.y, c.x)
    assert a.x < b.x
    assert a.y < c.y
    assert a.colour == b.colour == style.tile_map.ramp[0]
    assert c.colour == style.tile_map.ramp[-1]
    assert isinstance(labelled(picture, "D")[0], Hatch)
    assert "0,8 đến 1,0" in words(picture)


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        (["0.3941", "0.8002"], "0.3 0.4 0.5 0.6 0.7 0.8 0.9"),
        (["12", "97"], "0 20 40 60 80 100"),
        (["5", "5"], "5 5"),
    ],
)
def test_shade_classes_have_round_bounds_that_hold_all_values(values: list[str], bounds: str) -> None:
    classes = shade_classes(one_series(ChartKind.TILE_MAP, *values), 6)
    assert " ".join(map(str, classes.bounds)) == bounds
    assert all(low <= high for low, high in pairwise(classes.bounds))
    for value in map(Decimal, values):
        place = classes.place_of(value)
        assert classes.bounds[place] <= value <= classes.bounds[place + 1]
