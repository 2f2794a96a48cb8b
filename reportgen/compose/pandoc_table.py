"""pandoc's table node (its JSON) → a table of the document tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reportgen.compose.pandoc_inlines import FieldContext, Node, plain_text, read_inlines
from reportgen.document import Align, Blocks, Caption, Cell, Column, ListItem, Paragraph, Role, Row, RowKind, Table

_ALIGNS: dict[str, Align] = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
_NARROWEST = 4  # characters: below and above these, the length of the text says nothing about the column
_WIDEST = 40


def read_table(content: list[Any], context: FieldContext, read_cell: Callable[[list[Node], Role], Blocks]) -> Table:
    """Return pandoc's table; `read_cell` reads the blocks of a cell in a role.

    Columns have the relative widths that the Markdown gives (a grid table, a long pipe table), or else shares by the
    length of their longest text. The rows of a table's foot (grid tables) are totals.
    """
    _, (_, caption_blocks), specs, (_, head), bodies, (_, foot) = content
    back = context.cursor.offset
    head_rows = tuple(_iter_rows(head, Role.TABLE_HEAD, context, read_cell))
    body_rows = tuple(
        row
        for _, _, group_rows, rows in bodies
        for row in _iter_rows([*group_rows, *rows], Role.TABLE_CELL, context, read_cell)
    )
    foot_rows = tuple(_iter_rows(foot, Role.TABLE_CELL, context, read_cell, RowKind.TOTAL))
    end, context.cursor.offset = context.cursor.offset, back
    caption = _read_caption(caption_blocks, context)
    context.cursor.offset = max(end, context.cursor.offset)
    columns = _columns(specs, (*head_rows, *body_rows, *foot_rows))
    return Table(columns, head_rows, (*body_rows, *foot_rows), caption)


def _iter_rows(
    rows: list[Any],
    role: Role,
    context: FieldContext,
    read_cell: Callable[[list[Node], Role], Blocks],
    kind: RowKind = RowKind.DATA,
) -> Iterator[Row]:
    for _, cells in rows:
        # The lines of a grid table's cells interleave: every cell is looked for from the start of its row.
        start = end = context.cursor.offset
        row = []
        for _, align, row_span, column_span, nodes in cells:
            context.cursor.offset = start
            blocks = read_cell(nodes, role) or (Paragraph(role, ()),)
            row.append(Cell(blocks, column_span, row_span, _ALIGNS.get(align["t"])))
            end = max(end, context.cursor.offset)
        context.cursor.offset = end
        yield Row(tuple(row), kind)


def _read_caption(blocks: list[Node], context: FieldContext) -> Caption | None:
    nodes = [node for block in blocks if block["t"] in {"Plain", "Para"} for node in block["c"]]
    return Caption("Bảng", 0, read_inlines(nodes, context)) if nodes else None


def _columns(specs: list[Any], rows: tuple[Row, ...]) -> tuple[Column, ...]:
    aligns = [_ALIGNS.get(align["t"], "left") for align, _ in specs]
    widths = [width.get("c") for _, width in specs]
    if all(widths):
        shares = [float(width) for width in widths]
    else:
        shares = [float(min(max(length, _NARROWEST), _WIDEST)) for length in _text_lengths(len(specs), rows)]
    return tuple(Column(share, align) for share, align in zip(shares, aligns, strict=True))


def _text_lengths(columns: int, rows: tuple[Row, ...]) -> list[int]:
    """The length of the longest text of each column, in characters; cells over several columns do not count."""
    longest = [0] * columns
    open_spans = [0] * columns  # rows that a cell above still covers
    for row in rows:
        column = 0
        for cell in row.cells:
            while column < columns and open_spans[column]:
                open_spans[column] -= 1
                column += 1
            for covered in range(column, min(column + cell.columns, columns)):
                open_spans[covered] = cell.rows - 1
            if cell.columns == 1 and column < columns:
                longest[column] = max(longest[column], _length(cell))
            column += cell.columns
        for rest in range(column, columns):
            open_spans[rest] = max(open_spans[rest] - 1, 0)
    return longest


def _length(cell: Cell) -> int:
    texts = [plain_text(block.inlines) for block in cell.blocks if isinstance(block, Paragraph | ListItem)]
    return max((len(text) for text in texts), default=0)
