"""Labels pushed apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.chart.spread import spread, spread_between

LABELS = st.lists(st.tuples(st.floats(0, 100), st.floats(1, 15)), min_size=1, max_size=8)


def test_labels_apart_stay_and_two_on_each_other_share_out_the_shift() -> None:
    assert spread([10, 50], [10, 10]) == [10, 50]
    assert spread([50, 50], [10, 10]) == [45, 55]
    assert spread([52, 50], [10, 10]) == [56, 46]


@settings(max_examples=40)
@given(LABELS)
def test_labels_touch_at_most_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted, heights = [middle for middle, _ in labels], [height for _, height in labels]
    for result, room in ((spread(wanted, heights), None), (spread_between(wanted, heights, -10, 130), (-10, 130))):
        order = sorted(range(len(labels)), key=lambda place: (wanted[place], place))
        edge = float("-inf") if room is None else room[0]
        for place in order:
            assert result[place] - heights[place] / 2 >= edge - 1e-6
            edge = result[place] + heights[place] / 2
        if room is not None:
            assert edge <= room[1] + 1e-6


def test_labels_stay_between_the_edges() -> None:
    assert spread_between([0, 0, 100], [10, 10, 10], 0, 100) == [
        pytest.approx(5),
        pytest.approx(15),
        pytest.approx(95),
    ]
