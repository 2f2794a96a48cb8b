"""Labels pushed apart so that none lies on another, each as near as can be to where it belongs."""

from __future__ import annotations

from collections.abc import Sequence


def spread(middles: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Return new middles for labels of `heights` that belong at `middles`, so that they touch at most.

    Their order is kept (of equals, the first is above). Labels that would overlap share out the shift.
    """
    order = sorted(range(len(middles)), key=lambda place: middles[place])
    # Groups of touching labels: where each would start, how tall it is, and its labels.
    groups: list[tuple[float, float, list[int]]] = []
    for place in order:
        start, height, members = middles[place] - heights[place] / 2, heights[place], [place]
        while groups and groups[-1][0] + groups[-1][1] > start:
            earlier_start, earlier_height, earlier = groups.pop()
            share = len(members) / (len(members) + len(earlier))
            # The start that is best for the labels of either group, weighed by their number.
            start = (1 - share) * earlier_start + share * (start - earlier_height)
            height, members = height + earlier_height, [*earlier, *members]
        groups.append((start, height, members))
    result = [0.0] * len(middles)
    for start, _, members in groups:
        y = start
        for place in members:
            result[place] = y + heights[place] / 2
            y += heights[place]
    return result


def spread_between(middles: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return `spread` middles that stay between `top` and `bottom`, which must be at least as far as all are tall."""
    result = spread(middles, heights)
    order = sorted(range(len(result)), key=lambda place: result[place])
    limit = top
    for place in order:
        result[place] = max(result[place], limit + heights[place] / 2)
        limit = result[place] + heights[place] / 2
    limit = bottom
    for place in reversed(order):
        result[place] = min(result[place], limit - heights[place] / 2)
        limit = result[place] - heights[place] / 2
    return result
