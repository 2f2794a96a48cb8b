"""Rewriting the inlines of a tree in reading order, the tree itself left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from reportgen.document.block import (
    Appendix,
    Block,
    Blocks,
    Caption,
    Cell,
    Figure,
    Frame,
    Heading,
    Landscape,
    ListItem,
    Paragraph,
    Row,
    Table,
)
from reportgen.document.inline import Footnote, Inline, Inlines, Link

Rewrite: TypeAlias = Callable[[Inline], Inlines]
"""Gives what stands in place of one inline; notes and links are entered before it sees what is in them."""


def rewrite_blocks(blocks: Iterable[Block], rewrite: Rewrite) -> Blocks:
    """Return `blocks` with every inline replaced by what `rewrite` gives for it, called in reading order."""
    return tuple(_rewrite_block(block, rewrite) for block in blocks)


def rewrite_inlines(inlines: Inlines, rewrite: Rewrite) -> Inlines:
    """Return `inlines` with each replaced by what `rewrite` gives for it."""
    return tuple(new for inline in inlines for new in _rewrite_inline(inline, rewrite))


def _rewrite_inline(inline: Inline, rewrite: Rewrite) -> Inlines:
    match inline:
        case Footnote(blocks):
            return (Footnote(rewrite_blocks(blocks, rewrite)),)
        case Link(inlines, url):
            return (Link(rewrite_inlines(inlines, rewrite), url),)
        case _:
            return rewrite(inline)


def _rewrite_block(block: Block, rewrite: Rewrite) -> Block:
    match block:
        case Paragraph() | Heading() | ListItem():
            return replace(block, inlines=rewrite_inlines(block.inlines, rewrite))
        case Table():
            return replace(
                block,
                caption=_rewrite_caption(block.caption, rewrite),
                head=tuple(_rewrite_row(row, rewrite) for row in block.head),
                body=tuple(_rewrite_row(row, rewrite) for row in block.body),
                source=rewrite_inlines(block.source, rewrite),
            )
        case Figure():
            caption = _rewrite_caption(block.caption, rewrite)
            return replace(block, caption=caption, source=rewrite_inlines(block.source, rewrite))
        case Landscape():
            return replace(block, blocks=rewrite_blocks(block.blocks, rewrite))
        case Frame():
            left = rewrite_blocks(block.left, rewrite)
            return replace(block, left=left, right=rewrite_blocks(block.right, rewrite))
        case Appendix():
            heading = rewrite_blocks(block.heading, rewrite)
            return replace(block, heading=heading, blocks=rewrite_blocks(block.blocks, rewrite))
        case _:
            return block


def _rewrite_caption(caption: Caption | None, rewrite: Rewrite) -> Caption | None:
    return None if caption is None else replace(caption, inlines=rewrite_inlines(caption.inlines, rewrite))


def _rewrite_row(row: Row, rewrite: Rewrite) -> Row:
    return replace(row, cells=tuple(_rewrite_cell(cell, rewrite) for cell in row.cells))


def _rewrite_cell(cell: Cell, rewrite: Rewrite) -> Cell:
    return replace(cell, blocks=rewrite_blocks(cell.blocks, rewrite))
