"""The printed parts of a changed rank add up to the change."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.rank_changes import compose_rank_changes, print_places, round_parts
from reportgen.document import Figure, Table, print_blocks, print_inlines

_PARTS = st.lists(st.fractions(-20, 20, max_denominator=24), min_size=1, max_size=3)


@given(_PARTS)
def test_rounded_parts_add_up_and_are_off_by_less_than_a_hundredth(parts: list[Fraction]) -> None:
    total = sum(parts, Fraction(0))
    whole = [*parts, round(total) - total]
    printed = round_parts(whole)
    assert sum(printed) == sum(whole)
    assert all(abs(Fraction(one) - other) < Fraction(1, 100) for one, other in zip(printed, whole, strict=True))


@pytest.mark.parametrize(("places", "words"), [("3", "+3"), ("-1.50", "−1,5"), ("0.00", "0"), ("20", "+20")])
def test_places_are_printed_with_their_sign(places: str, words: str) -> None:
    assert print_places(Decimal(places)) == words


def test_each_row_says_both_ranks_and_parts_that_add_up(ministries_2022: PublicationPart) -> None:
    result = ministries_2022.results[0]
    blocks = compose_rank_changes(ministries_2022, result)
    assert isinstance(blocks[2], Figure)
    table = blocks[3]
    assert isinstance(table, Table)
    assert len(table.body) == 17
    for row in table.body:
        name, before, now, moved, *parts = (print_blocks(cell.blocks).partition(": ")[2] for cell in row.cells)
        assert int(before) - int(now) == _number(moved), name
        assert sum(map(_number, parts)) == _number(moved), name


def test_without_an_earlier_edition_there_is_no_section(provinces_2022: PublicationPart) -> None:
    assert compose_rank_changes(provinces_2022, provinces_2022.results[0]) == ()


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace("−", "-").replace(",", "."))


def test_the_lead_names_the_table(ministries_2022: PublicationPart) -> None:
    blocks = compose_rank_changes(ministries_2022, ministries_2022.results[1])
    table = blocks[3]
    assert isinstance(table, Table)
    assert table.caption is not None
    assert table.caption.anchor in print_blocks([blocks[1]])
    assert "9 bộ, cơ quan không cung cấp dịch vụ công" in print_inlines(table.caption.inlines)
