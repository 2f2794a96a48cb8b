"""Of a count, the fewest numbers that are wrong are told."""

from collections.abc import Sequence

import pytest

from reportgen.decree30.checks.misnumbered import misnumbered


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ([1, 2, 3], []),
        ([2, 2, 3, 4], [(0, 1)]),
        ([1, 2, 4, 4], [(2, 3)]),
        ([1, 2, 4, 5, 6], [(2, 3)]),
        ([1, 2, 2, 3, 4], [(2, 3)]),
        ([1, 3, 2, 4], [(1, 2), (2, 3)]),
        ([5, 6, 7], [(0, 1)]),
        ([1, None, 3], []),
    ],
)
def test_the_fewest_numbers_are_told(numbers: Sequence[int | None], wrong: Sequence[tuple[int, int]]) -> None:
    assert list(misnumbered(numbers)[0]) == wrong


def test_a_list_may_begin_anew_or_go_on_where_that_is_usual() -> None:
    assert misnumbered([1, 2, 1, 2, 3], resumed=1) == ((), 4)
    assert misnumbered([3, 4], resumed=3) == ((), 5)
    assert misnumbered([1, 2, 1, 4], resumed=1) == (((2, 3),), 5)
