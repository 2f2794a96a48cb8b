"""Rows of plain texts are written as all other rows are."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document import Align, Cell, Column, Paragraph, Role, Row, RowKind, Table, Text
from reportgen.document.slot import record_slot
from reportgen.problems import InputProblems
from reportgen.write.block_markup import block_markup
from reportgen.write.context import WriteContext
from tests.write.sample_letter import template

ALLOWED = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=12)
ALIGNS: tuple[Align, ...] = ("left", "center", "right", "justify")


def markup(table: Table) -> str:
    used = template()
    context = WriteContext(used.new_style_sheet(), used.page, used.section.markup, None, used.frame_widths)
    return block_markup((table,), context)


def cell(*words: str, role: Role = Role.TABLE_CELL) -> Cell:
    return Cell((Paragraph(role, tuple(map(Text, words))),))


def table(rows: list[list[Cell]], last: RowKind) -> Table:
    body = (*(Row(tuple(row)) for row in rows[:-1]), Row(tuple(rows[-1]), last))
    head = (Row((cell("Cột dài", role=Role.TABLE_HEAD), *(cell("Cột", role=Role.TABLE_HEAD),) * 3)),)
    return Table(tuple(Column(at + 1, align) for at, align in enumerate(ALIGNS)), head, body)


@given(st.lists(st.lists(ALLOWED, min_size=4, max_size=4), min_size=1, max_size=4))
@settings(deadline=None)
def test_plain_rows_are_as_those_of_a_table_that_holds_more(texts: list[list[str]]) -> None:
    plain = table([[cell(words) for words in row] for row in texts], RowKind.DATA)
    # A total looks as data does, but takes the way of all rows.
    assert markup(plain) == markup(table([[cell(words) for words in row] for row in texts], RowKind.TOTAL))


def test_running_text_in_a_plain_row_takes_the_style_of_cells() -> None:
    assert markup(table([[cell("a"), cell("b", role=Role.BODY), cell("c"), cell("d")]], RowKind.DATA)) == markup(
        table([[cell("a"), cell("b"), cell("c"), cell("d")]], RowKind.TOTAL)
    )


@pytest.mark.parametrize(
    "other",
    [
        cell("a", "b"),
        cell(),
        Cell(()),
        cell("a", role=Role.TABLE_GROUP),
        replace(cell("a"), align="right"),
        Cell((*cell("a").blocks, *cell("b").blocks)),
    ],
)
def test_one_cell_with_more_than_a_plain_text_is_written_as_it_is(other: Cell) -> None:
    words = [cell("chữ"), other, cell("chữ"), cell("chữ")]
    assert markup(table([words, words], RowKind.DATA)) == markup(table([words, words], RowKind.TOTAL))


def test_a_plain_row_refuses_what_xml_cannot_hold() -> None:
    with pytest.raises(InputProblems, match="VB401"):
        markup(table([[cell("a"), cell("b"), cell("\x00"), cell("d")]], RowKind.DATA))


def grid(content: str) -> list[int]:
    return [int(width) for width in re.findall(r'<w:gridCol w:w="(-?\d+)"', content)]


@given(st.lists(st.integers(0, 90), min_size=1, max_size=12), st.lists(st.integers(1, 40), min_size=12, max_size=12))
@settings(deadline=None)
def test_every_column_has_room_however_long_the_words(lengths: list[int], shares: list[int]) -> None:
    row = Row(tuple(cell("x" * length) for length in lengths))
    widths = grid(markup(Table(tuple(Column(share) for share in shares[: len(lengths)]), (), (row,))))
    assert sum(widths) == template().page.text_width(landscape=False)
    assert min(widths) > 0


def test_four_long_addresses_leave_room_for_the_number_beside_them() -> None:
    row = Row((*(cell("https://" + "x" * 60),) * 4, cell("1")))
    widths = grid(markup(Table((Column(1),) * 5, (), (row,))))
    assert len(set(widths[:4])) == 1
    assert widths[4] > 200


def test_a_cell_too_many_is_refused_and_not_lost() -> None:
    with pytest.raises(ValueError, match="more cells"):
        markup(Table((Column(1),), (), (Row((cell("a"), cell("b"))),)))


def test_a_slot_takes_no_width_for_its_name_as_what_it_will_hold_is_not_known() -> None:
    row = Row(tuple(cell(record_slot("mot_danh_sach_ten_dai", at)) for at in range(3)))
    first, second, third = grid(markup(Table((Column(1), Column(6), Column(3)), (), (row,))))
    assert (round(second / first), round(third / first)) == (6, 3)
