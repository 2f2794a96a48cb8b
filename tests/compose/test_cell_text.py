"""Cells that merge with their neighbours, and footnotes in cells."""

import pytest

from reportgen.compose.cell_text import cell_inlines, compose_rows
from reportgen.document import Footnote, Text, print_blocks


def shape(rows: list[list[str]]) -> list[list[tuple[str, int, int]]]:
    made = compose_rows(rows)
    return [[(print_blocks(c.blocks).partition(": ")[2], c.columns, c.rows) for c in row.cells] for row in made]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["a", "b"], ["c", "d"]], [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 1), ("d", 1, 1)]]),
        ([["a", "<"], ["c", "d"]], [[("a", 2, 1)], [("c", 1, 1), ("d", 1, 1)]]),
        ([["a", "b"], ["^", "d"], ["^", "e"]], [[("a", 1, 3), ("b", 1, 1)], [("d", 1, 1)], [("e", 1, 1)]]),
        ([["a", "<", "b"], ["^", "^", "c"]], [[("a", 2, 2), ("b", 1, 1)], [("c", 1, 1)]]),
        ([["^", "a"], ["<", "b"]], [[("^", 1, 1), ("a", 1, 1)], [("<", 1, 1), ("b", 1, 1)]]),
        ([["a", "<", "<"]], [[("a", 3, 1)]]),
    ],
)
def test_marks_merge_cells(rows: list[list[str]], expected: list[list[tuple[str, int, int]]]) -> None:
    assert shape(rows) == expected


def test_a_note_in_a_cell_is_a_footnote() -> None:
    inlines = cell_inlines("Top 50 ^[Báo cáo năm 2021.] và 60")
    assert [type(inline) for inline in inlines] == [Text, Footnote, Text]
    assert isinstance(inlines[1], Footnote)
    assert print_blocks(inlines[1].blocks) == "Nội dung: Báo cáo năm 2021."
    assert inlines[0] == Text("Top 50")
