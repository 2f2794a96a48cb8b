"""Table rows that differ in their texts only: one is written, cut at its texts, and filled again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import AnyStr


def fill_rows(pattern: Sequence[AnyStr], values: Sequence[AnyStr]) -> AnyStr:
    """Return as many rows as `values` are enough for: `pattern` holds what stands around and between those of one.

    Text or bytes, as long as both are of the same kind.
    """
    nothing = pattern[0][:0]
    if not values:
        return nothing
    first, last = pattern[0], pattern[-1]
    rows = len(values) // (len(pattern) - 1)
    pieces = [nothing] * (2 * len(values) + 1)
    pieces[0] = first
    pieces[1::2] = values
    pieces[2::2] = [*pattern[1:-1], last + first] * rows
    pieces[-1] = last
    return nothing.join(pieces)
