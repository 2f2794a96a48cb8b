import pytest

from reportgen.index.improvements import Goal, find_improvements
from reportgen.index.scoring import score
from tests.index.sets import make_set, make_table

ROWS: dict[str, list[str | None]] = {"A": ["0.9", "0.2"], "B": ["0.5", "0.5"], "C": ["0.1", None]}


def test_the_largest_gain_comes_first_with_the_rank_that_follows() -> None:
    scores = score(make_table(ROWS, "a b"), make_set({"a": 60, "b": 40}))
    for_a, for_b, for_c = find_improvements(scores)
    # A: 0.62 in total; b lifted from 0.2 to 0.5, the best, gains 0.3 · 0.4 = 0.12; a is the best already.
    assert [(item.key, item.rank_before, item.rank_after) for item in for_a] == [("b", 1, 1)]
    assert for_a[0].gain == pytest.approx(0.12)
    # B: 0.5 in total; a lifted to 0.9 gains 0.24 and passes A.
    assert [(item.key, item.rank_before, item.rank_after) for item in for_b] == [("a", 2, 1)]
    assert for_c == (), "a unit without a total has no rank to gain"


@pytest.mark.parametrize(("goal", "goals"), [(Goal.BEST, 0.9), (Goal.FULL, 1.0), (Goal.UPPER_QUARTILE, 0.9)])
def test_the_goal_is_the_one_that_was_declared(goal: Goal, goals: float) -> None:
    scores = score(make_table(ROWS, "a b"), make_set({"a": 60, "b": 40}))
    assert find_improvements(scores, goal)[1][0].goal == pytest.approx(goals)
