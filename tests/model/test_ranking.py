from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.measurements import Unit
from reportgen.model.ranking import rank_units, round_score

SCORES = st.lists(st.none() | st.integers(0, 20).map(lambda n: Decimal(n) / 20), max_size=12)


def units(count: int) -> list[Unit]:
    return [Unit(f"U{number}", f"Đơn vị {number}") for number in range(count)]


def test_level_units_share_a_rank_and_the_next_ranks_are_left_out() -> None:
    scores = [Decimal("0.5"), Decimal("0.7"), None, Decimal("0.5"), Decimal("0.1")]
    rows = rank_units(units(5), scores)
    assert [(row.unit.code, row.rank, row.is_tied) for row in rows] == [
        ("U1", 1, False), ("U0", 2, True), ("U3", 2, True), ("U4", 4, False), ("U2", None, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("precision", "ranks"), [(9, [1, 2]), (4, [1, 1])])
def test_what_is_level_depends_on_the_declared_precision(precision: int, ranks: list[int]) -> None:
    rows = rank_units(units(2), [Decimal("0.63501"), Decimal("0.63499")], precision=precision)
    assert [row.rank for row in rows] == ranks


@given(SCORES)
def test_a_rank_is_one_more_than_the_number_of_better_units(scores: list[Decimal | None]) -> None:
    for row in rank_units(units(len(scores)), scores):
        own = row.score
        better = sum(1 for score in scores if own is not None and score is not None and score > own)
        assert row.rank == (None if own is None else better + 1)


def test_scores_are_rounded_half_up_once() -> None:
    assert round_score(Decimal("0.71635")) == Decimal("0.7164")
    assert round_score(Decimal("0.716349999")) == Decimal("0.7163")
