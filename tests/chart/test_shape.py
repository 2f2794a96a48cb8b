"""A table that does not suit its kind is refused, and the fault is named."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.chart import ChartShapeError, ChartStyle, describe_chart
from reportgen.chart.groups import group_fills
from reportgen.chart.series_look import line_looks
from reportgen.chart.shape import check_shape
from reportgen.document import Chart, Series
from reportgen.document.chart import ReferenceValue
from tests.chart import examples
from tests.chart.examples import known

RANKED, TILES, RADAR = examples.ranked_bars(4), examples.tile_map(4), examples.radar()
ONE = Series("S", known("1", "2", "3", "4"), "")


@pytest.mark.parametrize(
    ("chart", "fault"),
    [
        (replace(RANKED, series=(ONE, ONE)), "needs 1 series, not 2"),
        (replace(RADAR, series=RADAR.series[:1]), "needs 2 or more series, not 1"),
        (replace(RANKED, series=(Series("S", known("1"), ""),)), "series 'S' has 1 values"),
        (replace(RANKED, categories=(), groups=(), series=(Series("S", (), ""),)), "needs a category"),
        (replace(RANKED, groups=("A",)), "1 groups, not one for each of 4"),
        (replace(RANKED, ranks=(1, 2)), "2 ranks"),
        (replace(RANKED, series=(Series("S", (None,) * 4, ""),)), "no value of the chart is known"),
        (replace(RANKED, series=(Series("S", known("1", "NaN", "3", "4"), ""),)), "has NaN for 'TP. Hồ Chí Minh'"),
        (replace(RANKED, limits=(Decimal(1), Decimal(0))), "limits 1 and 0 hold no axis"),
        (replace(RANKED, limits=(Decimal(0), Decimal("0.75"))), "has 0.8002 for 'TP. Đà Nẵng', outside the limits"),
        (replace(RANKED, limits=(Decimal(0), Decimal(1)), reference=ReferenceValue("M", Decimal(2))), "reference 2"),
        (replace(RADAR, categories=("A", "B"), series=(Series("S", known("1", "0"), ""),) * 2), "needs 3 axes"),
        (replace(examples.lines(), series=(ONE, replace(ONE, unit="%")), categories=tuple("ABCD")), "units '', '%'"),
        (replace(TILES, tiles=()), "needs the column and row"),
        (replace(TILES, tiles=((0, 0), (1, 0), (0, 0), (2, 0))), "'Quảng Ninh' and 'TP. Đà Nẵng' have the same tile"),
        (replace(TILES, tiles=((0, 0), (1, 0), (-1, 0), (2, 0))), "tile of 'Quảng Ninh' is at (-1, 0)"),
        (replace(examples.distribution(), series=(Series("S", known("1.5", "1", "1", "1", "1"), ""),)), "has 1.5"),
        (replace(examples.rank_change(2), series=(Series("S", known("0", "1"), ""),) * 2), "from 1 up"),
    ],
)
def test_fault_of_a_table_is_named(chart: Chart, fault: str) -> None:
    with pytest.raises(ChartShapeError) as caught:
        check_shape(chart)
    assert fault in str(caught.value)
    with pytest.raises(ChartShapeError):
        describe_chart(chart, format_quantity=lambda value, unit: f"{value}{unit}")


def test_more_groups_or_series_than_can_be_told_apart_are_refused(style: ChartStyle) -> None:
    many = replace(examples.ranked_bars(7), groups=tuple("ABCDEFG"))
    with pytest.raises(ChartShapeError, match="7 groups"):
        group_fills(many, style.ranked_bars)
    crowd = replace(examples.lines(), series=examples.lines().series[:1] * 6)
    with pytest.raises(ChartShapeError, match="6 series"):
        line_looks(crowd, style.lines)
