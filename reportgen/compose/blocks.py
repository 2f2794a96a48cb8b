"""Small pieces that composing modules share: cells, captions, lists with official punctuation, the end mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.document import (
    Align,
    Block,
    Blocks,
    Caption,
    Cell,
    Inlines,
    ListItem,
    Paragraph,
    Role,
    Row,
    RowKind,
    Text,
    text,
)

END_MARK = "./."


def body(inlines: Inlines) -> Paragraph:
    """Return a paragraph of running text."""
    return Paragraph(Role.BODY, inlines)


def text_cell(inlines: Inlines, *, align: Align | None = None, columns: int = 1) -> Cell:
    """Return a table cell of one paragraph."""
    return Cell((Paragraph(Role.TABLE_CELL, inlines),), align=align, columns=columns)


def head_row(titles: Sequence[str]) -> Row:
    """Return the head row of a table."""
    return Row(tuple(Cell((Paragraph(Role.TABLE_HEAD, text(title)),)) for title in titles))


def group_row(title: Inlines, columns: int) -> Row:
    """Return a row over all `columns` that names the group of rows below it."""
    return Row((Cell((Paragraph(Role.TABLE_GROUP, title),), columns=columns),), RowKind.GROUP)


def table_caption(title: str) -> Caption:
    """Return the caption of a table; it is numbered when the document is complete."""
    return Caption("Bảng", 0, text(title))


def punctuated_items(items: Sequence[Inlines]) -> Blocks:
    """Return a list with dashes: ";" ends each item, "." the last."""
    return tuple(
        ListItem("-", (*item, Text(";" if number < len(items) else ".")))
        for number, item in enumerate(items, start=1)
    )


def lead_in(words: Inlines, blocks: Blocks) -> Blocks:
    """Return `blocks` with `words` before them, in the same paragraph where the first block is running text."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and first.role is Role.BODY:
        return (replace(first, inlines=(*words, *first.inlines)), *blocks[1:])
    return (body(words), *blocks)


def with_end_mark(blocks: Blocks) -> Blocks:
    """Return `blocks` with "./." after their last words (Decree 30, Appendix III), if they end in words."""
    if not blocks:
        return blocks
    last: Block = blocks[-1]
    if not isinstance(last, Paragraph | ListItem) or not last.inlines:
        return blocks
    inlines = last.inlines
    final = inlines[-1]
    if isinstance(final, Text):
        # A text that has its end mark already does not get another.
        words = final.text.rstrip(" .;").removesuffix("./").rstrip(" .;")
        inlines = (*inlines[:-1], replace(final, text=words))
    return (*blocks[:-1], replace(last, inlines=(*inlines, Text(END_MARK))))
