"""The widths of a table's columns: their shares of the room, but none narrower than its longest word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from reportgen.document import PLAIN, Block, Heading, ListItem, Mark, Paragraph, Role, Row, Table, Text
from reportgen.document.slot import SLOT_START
from reportgen.write.style_sheet import StyleSheet
from reportgen.write.text_width import text_width

_TWIPS_PER_POINT = 20
# Cell margins on both sides, and a hair more, for a word that fits exactly is broken by rounding.
_CELL_ROOM = 2 * 70 + 30
# A word longer than this share of the room may break: one long address must not squeeze all other columns.
_WIDEST_WORD = 0.3
_HEAD_ROLES = (Role.TABLE_HEAD, Role.TABLE_GROUP)


def column_widths(
    table: Table, room: int, styles: StyleSheet, *, plain_cells: Sequence[str] | None = None
) -> list[int]:
    """Return the width of each column in twips; they add up to `room`.

    Columns whose share is too narrow for their longest word get what it needs, as far as the others can give it.
    `plain_cells` are the texts of the body's cells, row by row, if it is known to hold nothing else.
    """
    needs = _needs(_texts(table, plain_cells), len(table.columns), room, styles)
    free, widths = set(range(len(needs))), [0] * len(needs)
    left = room
    while True:
        total = sum(table.columns[at].share for at in free)
        shares = {at: left * table.columns[at].share / total for at in free}
        tight = [at for at in free if shares[at] < needs[at]]
        if not tight or len(tight) == len(free):
            break
        for at in tight:
            widths[at] = needs[at]
            left -= needs[at]
            free.discard(at)
    for at, share in shares.items():
        widths[at] = max(1, int(share))
    widths[max(free)] += room - sum(widths)
    return widths


_ColumnTexts: TypeAlias = Mapping[tuple[int, bool, bool], Sequence[str]]
"""The texts of each column (by its index) in the style of heads and in that of cells, the bold ones apart."""


def _needs(by_column: _ColumnTexts, columns: int, room: int, styles: StyleSheet) -> list[int]:
    longest = [0.0] * columns
    for (at, is_head, bold), texts in by_column.items():
        font = styles.font_of(Role.TABLE_HEAD if is_head else Role.TABLE_CELL)
        # Words come again and again in a long table; each is measured once. What a slot will hold is not known.
        words = {word for word in " ".join(texts).split() if SLOT_START not in word}
        widest = max((text_width(word, size=font.size, bold=font.bold or bold) for word in words), default=0)
        longest[at] = max(longest[at], widest)
    limit = room * _WIDEST_WORD
    needs = [min(points * _TWIPS_PER_POINT + _CELL_ROOM, limit) if points else _CELL_ROOM for points in longest]
    # Many long words need more than there is: each column gets its part, so that none is left with nothing.
    fit = min(1, room / sum(needs))
    return [int(need * fit) for need in needs]


def _texts(table: Table, plain_cells: Sequence[str] | None) -> _ColumnTexts:
    columns = len(table.columns)
    texts: dict[tuple[int, bool, bool], list[str]] = defaultdict(list)
    if plain_cells:
        texts.update({(at, False, False): list(plain_cells[at::columns]) for at in range(columns)})
    for row in table.head if plain_cells else (*table.head, *table.body):
        for at, block in _single_column_blocks(row, columns):
            if not isinstance(block, Paragraph | Heading | ListItem):
                continue
            is_head = isinstance(block, Paragraph) and block.role in _HEAD_ROLES
            for inline in block.inlines:
                if isinstance(inline, Text):
                    bold = inline.marks is not PLAIN and Mark.BOLD in inline.marks
                    texts[at, is_head, bold].append(inline.text)
    return texts


def _single_column_blocks(row: Row, columns: int) -> Iterator[tuple[int, Block]]:
    # Rows under a vertical span hold fewer cells, so their columns are not known here: they are passed over.
    if sum(cell.columns for cell in row.cells) != columns:
        return
    at = 0
    for cell in row.cells:
        if cell.columns == 1:
            for block in cell.blocks:
                yield at, block
        at += cell.columns
