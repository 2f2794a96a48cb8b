"""Numbering of captions over a whole document, and landscape pages for its wide tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from reportgen.document import Appendix, Block, Blocks, Caption, Figure, Frame, Heading, Landscape, Table

WIDEST_IN_PORTRAIT = 7
"""The most columns that a table may have on a portrait page."""


def number_captions(blocks: Iterable[Block], count: Counter[str] | None = None) -> Blocks:
    """Return `blocks` with their captions numbered in reading order, tables and figures apart, from 1."""
    counter = Counter[str]() if count is None else count
    return tuple(_numbered(block, counter) for block in blocks)


def _numbered(block: Block, count: Counter[str]) -> Block:
    match block:
        case Table(caption=Caption() as caption) | Figure(caption=Caption() as caption) if caption.number is not None:
            count[caption.label] += 1
            return replace(block, caption=replace(caption, number=count[caption.label]))
        case Landscape() | Appendix():
            return replace(block, blocks=number_captions(block.blocks, count))
        case Frame():
            left = number_captions(block.left, count)
            return replace(block, left=left, right=number_captions(block.right, count))
        case _:
            return block


def turn_wide_tables(blocks: Iterable[Block]) -> Blocks:
    """Return `blocks` with each table that is too wide for a portrait page put on landscape pages.

    The headings just above such a table go with it: alone at the foot of a portrait page they would head nothing.
    """
    turned: list[Block] = []
    for block in blocks:
        match block:
            case Table() if len(block.columns) > WIDEST_IN_PORTRAIT:
                at = len(turned)
                while at and isinstance(turned[at - 1], Heading):
                    at -= 1
                turned[at:] = [Landscape((*turned[at:], block))]
            case Appendix(landscape=False):
                turned.append(replace(block, blocks=turn_wide_tables(block.blocks)))
            case _:
                turned.append(block)
    return tuple(turned)
