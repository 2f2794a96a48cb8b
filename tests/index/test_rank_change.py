from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.index.rank_change import Edition, RankChange, explain_rank_changes
from tests.index.sets import make_set, make_table

EVEN = make_set({"a": 50, "b": 50})
VALUES = st.integers(min_value=0, max_value=9).map(lambda number: f"0.{number}")
ROWS = st.fixed_dictionaries(
    {}, optional={code: st.lists(VALUES, min_size=2, max_size=2) for code in "ABCDE"}
).filter(lambda rows: len(rows) > 0)


def sum_of_parts(change: RankChange) -> Fraction:
    return change.own + change.others + change.field + (change.method or 0)


@given(ROWS, ROWS, st.integers(1, 99), st.integers(1, 99))
def test_parts_always_add_up_exactly_to_the_change(
    old_rows: dict[str, list[str | None]], new_rows: dict[str, list[str | None]], old_weight: int, new_weight: int
) -> None:
    old = Edition(make_table(old_rows, "a b", year=2021), make_set({"a": old_weight, "b": 100 - old_weight}))
    new = Edition(make_table(new_rows, "a b"), make_set({"a": new_weight, "b": 100 - new_weight}))
    changes = explain_rank_changes(old, new)
    assert {change.unit.code for change in changes} == old_rows.keys() & new_rows.keys()
    for change in changes:
        assert sum_of_parts(change) == change.total
        totals = [edition.totals_of(edition.measurements) for edition in (old, new)]
        ranks = [1 + sum(other > table[change.unit.code] for other in table.values()) for table in totals]
        assert [change.rank_before, change.rank_after] == ranks


def test_each_cause_alone_gets_the_whole_change() -> None:
    old = make_table({"A": ["0.5", "0.5"], "B": ["0.6", "0.4"], "C": ["0.3", "0.2"]}, "a b", year=2021)
    # Before: A and B level at rank 1.
    better = make_table({"A": ["0.6", "0.6"], "B": ["0.6", "0.4"], "C": ["0.3", "0.2"]}, "a b")
    by_code = {c.unit.code: c for c in explain_rank_changes(Edition(old, EVEN), Edition(better, EVEN))}
    assert [by_code["B"].others, by_code["B"].own, by_code["B"].method] == [1, 0, 0]
    heavier = explain_rank_changes(Edition(old, EVEN), Edition(old, make_set({"a": 80, "b": 20})))
    assert [heavier[0].total, heavier[0].method] == [1, 1]
    joined = make_table({"A": ["0.5", "0.5"], "B": ["0.6", "0.4"], "C": ["0.3", "0.2"], "D": ["0.9", "0.9"]}, "a b")
    grown = explain_rank_changes(Edition(old, EVEN), Edition(joined, EVEN))
    assert [c.unit.code for c in grown] == ["A", "B", "C"]
    assert [c.field for c in grown] == [c.total for c in grown] == [1, 1, 1]
    left = explain_rank_changes(Edition(joined, EVEN), Edition(old, EVEN))
    assert [c.field for c in left] == [-1, -1, -1]


def test_parts_are_the_mean_over_all_orders_of_switching() -> None:
    # Worked out by hand. A and B swap places because both changed: either change alone only makes them level or
    # keeps the order. B from 0.6 to 0.4 and A from 0.5 to 0.55.
    old = make_table({"A": ["0.5"], "B": ["0.6"]}, "a", year=2021)
    new = make_table({"A": ["0.65"], "B": ["0.55"]}, "a")
    changes = explain_rank_changes(Edition(old, make_set({"a": 1})), Edition(new, make_set({"a": 1})))
    # A: own alone 2 → 1 (0.65 against 0.6); others alone 2 → 2 (0.5 against 0.55): own -1, others 0.
    assert [changes[0].own, changes[0].others] == [-1, 0]
    rank = {frozenset(): 2, frozenset({"own"}): 1, frozenset({"others"}): 2, frozenset({"own", "others"}): 1}
    orders = list(permutations(["own", "others"]))
    mean = sum(
        Fraction(rank[frozenset(o[: o.index("own") + 1])] - rank[frozenset(o[: o.index("own")])]) for o in orders
    )
    assert changes[0].own == mean / len(orders)


def test_parts_may_be_halves_and_still_add_up() -> None:
    old = make_table({"A": ["0.5"], "B": ["0.6"]}, "a", year=2021)
    new = make_table({"A": ["0.7"], "B": ["0.4"]}, "a")
    (change, _) = explain_rank_changes(Edition(old, make_set({"a": 1})), Edition(new, make_set({"a": 1})))
    assert (change.total, change.own, change.others) == (-1, Fraction(-1, 2), Fraction(-1, 2))


def test_a_method_that_cannot_be_used_on_the_other_data_is_not_told_apart() -> None:
    old = Edition(make_table({"A": ["0.5"], "B": ["0.6"]}, "a", year=2021), make_set({"a": 1}))
    new = Edition(make_table({"A": ["0.7"], "B": ["0.4"]}, "b"), make_set({"b": 1}))
    (change, _) = explain_rank_changes(old, new)
    assert change.method is None
    assert sum_of_parts(change) == change.total == -1


@pytest.mark.parametrize("missing", ["A", "B"])
def test_units_without_a_total_in_both_editions_are_left_out(missing: str) -> None:
    rows: dict[str, list[str | None]] = {"A": ["0.5"], "B": ["0.6"]}
    old = Edition(make_table({**rows, missing: [None]}, "a", year=2021), make_set({"a": 1}))
    new = Edition(make_table(rows, "a"), make_set({"a": 1}))
    assert [change.unit.code for change in explain_rank_changes(old, new)] == ["AB".replace(missing, "")]
