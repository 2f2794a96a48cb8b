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
    after_value = list(pattern[1:])
    after_value[-1] += pattern[0]
    pieces = [pattern[0]] * (2 * len(values) + 1)
    pieces[1::2] = values
    pieces[2::2] = after_value * (len(values) // len(after_value))
    pieces[-1] = pattern[-1]
    return nothing.join(pieces)
