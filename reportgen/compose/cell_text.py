"""Cells as an input writes them: "^" and "<" merge a cell with the one above or at its left, `^[…]` is a footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.compose.blocks import body
from reportgen.document import Cell, Footnote, Inlines, Paragraph, Role, Row, text

MERGE_UP, MERGE_LEFT = "^", "<"
_NOTE = re.compile(r"\s*\^\[([^\[\]]*)\]")


def compose_rows(rows: Sequence[Sequence[str | None]]) -> tuple[Row, ...]:
    """Return the rows of a table whose cells are given row by row, all of one length.

    A mark with nothing to merge with (in the first row or column, or beside another shape) is printed as it stands.
    """
    covered: set[tuple[int, int]] = set()
    made = []
    for at, row in enumerate(rows):
        cells = []
        for column, words in enumerate(row):
            if (at, column) in covered:
                continue
            width = _run([other == MERGE_LEFT for other in row[column + 1 :]])
            height = _run(
                [all(cell == MERGE_UP for cell in below[column : column + width]) for below in rows[at + 1 :]]
            )
            covered |= {(at + down, column + right) for down in range(height) for right in range(width)}
            cells.append(Cell((Paragraph(Role.TABLE_CELL, cell_inlines(words or "")),), columns=width, rows=height))
        made.append(Row(tuple(cells)))
    return tuple(made)


def _run(marks: Sequence[bool]) -> int:
    """One more than the number of true values that `marks` begins with."""
    return next((number for number, mark in enumerate(marks) if not mark), len(marks)) + 1


def cell_inlines(words: str) -> Inlines:
    """Return the text of a cell, each `^[…]` in it a footnote."""
    inlines: Inlines = ()
    for number, part in enumerate(_NOTE.split(words)):
        inlines += (Footnote((body(text(part)),)),) if number % 2 else text(part)
    return inlines
