"""The charts of the publication hold the values of the rankings that they are made from."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.publication.charts import (
    class_edges,
    distribution_chart,
    heat_map,
    rank_change_chart,
    target_chart,
    tile_map,
    total_chart,
    unit_history,
    unit_radar,
)
from reportgen.compose.publication.content import PublicationPart
from reportgen.document import ChartKind
from reportgen.model.publication import TargetSeries
from reportgen.read.data_files import load_tile_maps


def test_the_ranked_bars_hold_each_total_in_order_and_the_published_mean(provinces_2022: PublicationPart) -> None:
    groups = {unit.code: "Tỉnh" for unit in provinces_2022.results[0].measurements.units}
    part = replace(provinces_2022, unit_groups={**groups, "UBND_DANANG": "Thành phố"})
    chart = total_chart(part, part.results[0])
    rows = part.results[0].total.rows
    assert chart.categories[:2] == ("Đà Nẵng", "Thành phố Hồ Chí Minh")
    assert chart.series[0].values == tuple(row.score for row in rows)
    assert chart.reference is not None
    assert round(chart.reference.value, 4) == Decimal("0.5787")
    assert chart.groups[:2] == ("Thành phố", "Tỉnh")


def test_every_unit_lies_in_one_class(provinces_2022: PublicationPart) -> None:
    chart = distribution_chart(provinces_2022, provinces_2022.results[0])
    assert chart is not None
    assert sum(value or 0 for value in chart.series[0].values) == 63
    assert chart.categories[0] == "0,35 – 0,40"
    # By hand: the lowest class has Bắc Kạn (0.3941) alone, the highest (0.80 – 0.85) Đà Nẵng (0.8002).
    assert [chart.series[0].values[place] for place in (0, -1)] == [Decimal(1), Decimal(1)]


@given(st.lists(st.decimals(0, 1, places=6), min_size=2, max_size=30))
def test_classes_are_equal_few_and_hold_all(scores: list[Decimal]) -> None:
    edges = class_edges(scores)
    assert edges[0] <= min(scores)
    assert edges[-1] >= max(scores)
    assert len({high - low for low, high in itertools.pairwise(edges)}) == 1
    assert 2 <= len(edges) <= 13


def test_the_heat_map_has_a_row_for_each_unit_and_keeps_what_is_unknown(provinces_2022: PublicationPart) -> None:
    result = provinces_2022.results[0]
    chart = heat_map(provinces_2022, result)
    assert chart is not None
    assert len(chart.categories) == 63
    assert [series.name for series in chart.series] == list(result.total.index_names)
    assert chart.series[0].values.count(None) == 58


def test_the_tile_map_places_each_province_and_is_left_out_without_tiles(provinces_2022: PublicationPart) -> None:
    result, day = provinces_2022.results[0], None
    tiles = next(tile_map.tiles for tile_map in load_tile_maps().maps if tile_map.first_day is day)
    chart = tile_map(provinces_2022, result, tiles)
    assert chart is not None
    assert len(set(chart.tiles)) == 63
    north, south = (chart.tiles[chart.categories.index(name)][1] for name in ("Hà Giang", "Cà Mau"))
    assert north < south
    assert tile_map(provinces_2022, result, {}) is None


def test_a_radar_leaves_out_what_hardly_anyone_has(provinces_2022: PublicationPart) -> None:
    result = provinces_2022.results[0]
    first, last = (unit_radar(provinces_2022, result, result.total.rows[place]) for place in (0, -1))
    assert first is not None
    assert last is not None
    assert (len(first.categories), len(last.categories)) == (8, 4)
    assert None not in last.series[0].values
    # A mean of five of 63 provinces would mislead.
    assert first.series[1].values[0] is None


def test_changes_and_history_need_an_earlier_edition(
    provinces_2022: PublicationPart, ministries_2022: PublicationPart
) -> None:
    alone = provinces_2022.results[0]
    assert rank_change_chart(provinces_2022, alone) is None
    assert unit_history(provinces_2022, alone, alone.total.rows[0]) is None
    result = ministries_2022.results[0]
    chart = rank_change_chart(ministries_2022, result)
    assert chart is not None
    assert chart.kind is ChartKind.RANK_CHANGE
    before, now = chart.series
    assert sorted(value or 0 for value in before.values) == sorted(value or 0 for value in now.values)
    history = unit_history(ministries_2022, result, result.total.rows[0])
    assert history is not None
    assert history.categories == ("2021", "2022")
    assert history.series[0].values[1] == result.total.rows[0].score


def test_a_target_is_drawn_against_what_was_achieved_and_gaps_stay_gaps() -> None:
    target = TargetSeries.model_validate(
        {
            "ten": "Tỷ lệ hồ sơ trực tuyến",
            "don_vi": "%",
            "cac_nam": [
                {"nam": 2023, "thuc_hien": "chưa có số liệu", "muc_tieu": 50},
                {"nam": 2022, "thuc_hien": "30,14"},
            ],
        }
    )
    chart = target_chart(target)
    assert chart is not None
    assert chart.categories == ("2022", "2023")
    assert [series.values for series in chart.series] == [(Decimal("30.14"), None), (None, Decimal(50))]
    assert chart.title == "Tỷ lệ hồ sơ trực tuyến: thực hiện so với mục tiêu"
