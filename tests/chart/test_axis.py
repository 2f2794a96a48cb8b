"""Round steps of the value axis."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.chart.axis import round_axis

VALUES = st.lists(st.decimals(min_value=-(10**9), max_value=10**9, places=3), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["86.97", "80"], "0 20 40 60 80 100"),
        (["135", "100"], "0 50 100 150"),
        (["0.03"], "0.00 0.01 0.02 0.03"),
        (["-0.7", "2"], "-1 0 1 2"),
        (["3"], "0 1 2 3"),
        (["1"], "0 1"),
        (["25340"], "0 10000 20000 30000"),
        (["0", "0"], "0"),
        ([], "0"),
    ],
)
def test_ticks_are_round_and_span_zero_and_all_values(values: list[str], ticks: str) -> None:
    axis = round_axis(map(Decimal, values), intervals=5, fits=lambda _: True)
    assert " ".join(map(str, axis.ticks)) == ticks


def test_axis_gets_coarser_until_its_labels_fit() -> None:
    axis = round_axis([Decimal(97)], intervals=5, fits=lambda axis: len(axis.ticks) <= 3)
    assert list(map(int, axis.ticks)) == [0, 50, 100]


@pytest.mark.parametrize("values", [["97"], ["-3", "97"], ["-0.5"]])
def test_axis_that_never_fits_still_ends(values: list[str]) -> None:
    axis = round_axis(map(Decimal, values), intervals=1, fits=lambda _: False)
    assert len(axis.ticks) <= 3


@given(VALUES, st.integers(min_value=2, max_value=8))
def test_every_value_lies_on_the_axis(values: list[Decimal], intervals: int) -> None:
    axis = round_axis(values, intervals=intervals, fits=lambda _: True)
    assert all(0 <= axis.share(value) <= 1 for value in (*values, Decimal(0)))
    assert len(axis.ticks) - 1 <= max(intervals, 2)
    assert not any("E" in str(tick) for tick in axis.ticks)
