from decimal import Decimal

import pytest

from reportgen.index.scoring import score
from reportgen.index.shortfalls import find_shortfalls
from reportgen.model.measurements import Scale
from tests.index.sets import make_component_set, make_set, make_table


def test_points_and_the_rank_that_follows_are_those_worked_out_by_hand() -> None:
    table = make_table({"A": ["0.9", "0.2"], "B": ["0.5", "0.5"], "C": ["0.1", None]}, "a b")
    for_a, for_b, for_c = find_shortfalls(score(table, make_set({"a": 60, "b": 40})))
    # A has 62 points of 100, B 50. b lifted from 0.2 to 0.5 gives A 0.3 of 40; a is the best already.
    assert [(one.key, one.points, one.rank_after) for one in for_a] == [("b", Decimal(12), 1), ("a", Decimal(0), 1)]
    # a lifted from 0.5 to 0.9 gives B 0.4 of 60: 74 points, ahead of A; b, which it leads in, leaves it second.
    assert [(one.key, one.points, one.rank_after) for one in for_b] == [("a", Decimal(24), 1), ("b", Decimal(0), 2)]
    assert (for_b[0].mean, for_b[0].best) == (Decimal("0.5"), Decimal("0.9"))
    # C has no total: its gain is told, a rank is not; what is unknown comes last.
    assert [(one.key, one.value, one.points, one.rank_after) for one in for_c] == [
        ("a", Decimal("0.1"), Decimal(48), None),
        ("b", None, None, None),
    ]


def test_components_bring_their_own_points_and_name_their_main_index() -> None:
    parts = [
        {"khoa": key, "ten": key, "diem_toi_da": points, "cach_cham": {"loai": "diem_cham"}}
        for key, points in (("x", 30), ("y", 10))
    ]
    table = make_table({"A": ["30", "5"], "B": ["15", "10"]}, "x y", scale=Scale.RAW)
    for_a, for_b = find_shortfalls(score(table, make_component_set(parts, 40)))
    assert [(one.key, one.main_index_key) for one in for_a] == [("y", "chinh"), ("x", "chinh")]
    assert [one.points for one in for_a] == [Decimal(5), Decimal(0)]
    assert [(one.key, one.points) for one in for_b] == [("x", Decimal(15)), ("y", Decimal(0))]


def test_points_do_not_depend_on_an_index_that_nobody_has() -> None:
    table = make_table({"A": ["0.5", None], "B": ["1", None]}, "a b")
    assert find_shortfalls(score(table, make_set({"a": 60, "b": 40})))[0][0].points == pytest.approx(30)


def test_a_table_of_which_nothing_is_known_has_no_shortfalls() -> None:
    assert find_shortfalls(score(make_table({"A": [None]}, "a"), make_set({"a": 1}))) == ((),)
