"""Series paired by unit into panels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.chart import ChartShapeError
from reportgen.chart.panels import PanelRow, pair_by_unit
from reportgen.document import Chart, ChartKind, Series

ONE = (Decimal(1),)


def chart(*series: Series, categories: tuple[str, ...] = ("A",)) -> Chart:
    return Chart(ChartKind.BARS_AGAINST_GOAL, categories, series, "T")


def test_first_series_of_a_unit_is_achieved_and_second_is_the_goal() -> None:
    (panel,) = pair_by_unit(chart(Series("Kết quả", (Decimal(3),), "%"), Series("Mục tiêu", (Decimal(5),), "%")))
    assert panel.heads == ("Kết quả", "Mục tiêu")
    assert panel.rows == (PanelRow("A", Decimal(3), Decimal(5)),)


def test_units_never_share_a_panel_and_a_category_stands_where_it_has_a_value() -> None:
    panels = pair_by_unit(
        chart(
            Series("Kết quả", (Decimal(1), None, None), "%"),
            Series("Mục tiêu", (None, None, None), "%"),
            Series("Kết quả", (None, None, None), "tổ"),
            Series("Mục tiêu", (None, Decimal(7), None), "tổ"),
            categories=("A", "B", "C"),
        )
    )
    assert [(panel.unit, [row.category for row in panel.rows]) for panel in panels] == [
        ("%", ["A", "C"]),
        ("tổ", ["B"]),
    ]


def test_lone_series_has_no_goals() -> None:
    (panel,) = pair_by_unit(chart(Series("Giá trị", ONE, "")))
    assert panel.goal_name is None
    assert panel.heads == ("Giá trị",)


@pytest.mark.parametrize(
    "bad",
    [
        chart(),
        chart(Series("S", (), "%"), categories=()),
        chart(Series("S", (*ONE, *ONE), "%")),
        chart(Series("S", ONE, "%"), Series("T", ONE, "%"), Series("U", ONE, "%")),
    ],
)
def test_table_that_does_not_suit_the_kind_is_refused(bad: Chart) -> None:
    with pytest.raises(ChartShapeError):
        pair_by_unit(bad)
