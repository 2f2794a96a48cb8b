"""Where a unit falls short of the best of its group: each leaf of the total with what it would bring, and in rank."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from reportgen.index.improvements import Goal, find_improvements
from reportgen.index.leaves import Leaves, find_leaves
from reportgen.index.rules import Floats
from reportgen.index.scoring import Scores, column_means, main_index_weights, to_decimals
from reportgen.model.index_set import IndexSet
from reportgen.model.ranking import FULL_PRECISION


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One leaf of the total for one unit, against its group.

    Attributes:
        key: The leaf: a main index, or a component where components were scored.
        name: Its name.
        main_index_key: The main index that it is, or belongs to.
        value: The unit's value, 0 to 1; `None`: unknown.
        mean: The mean of the units whose value is known.
        best: The best value of the group.
        points: What the unit would gain with the best value, in points of the set; `None` where `value` is unknown.
        rank_after: The rank that would follow, all else staying as it is; `None` for a unit without a total.
    """

    key: str
    name: str
    main_index_key: str
    value: Decimal | None
    mean: Decimal
    best: Decimal
    points: Decimal | None
    rank_after: int | None


def find_shortfalls(scores: Scores) -> tuple[tuple[Shortfall, ...], ...]:
    """Return for each unit of `scores` every leaf: the largest gain in points first, unknown ones last.

    Equal gains stand in the order of the index set. Leaves that are unknown for all units are left out.
    """
    leaves = find_leaves(scores)
    if not leaves.keys:
        return ((),) * len(scores.units)
    best = np.nanmax(leaves.values, axis=0)
    means, bests = to_decimals(column_means(leaves.values)), to_decimals(best)
    gains = (best - leaves.values) * _points(scores, leaves)
    order = np.argsort(-np.nan_to_num(gains, nan=-1.0), axis=1, kind="stable")
    improvements = find_improvements(scores, Goal.BEST, limit=len(leaves.keys))
    indices = scores.index_set.main_indices
    found = []
    for unit, total in enumerate(scores.totals):
        values, points = to_decimals(leaves.values[unit]), to_decimals(gains[unit])
        ranks = {item.key: item.rank_after for item in improvements[unit]}
        own = None if np.isnan(total) else _own_rank(scores.totals, float(total))
        found.append(
            tuple(
                Shortfall(
                    leaves.keys[leaf], leaves.names[leaf], indices[leaves.main_index[leaf]].key, values[leaf],
                    means[leaf] or Decimal(0), bests[leaf] or Decimal(0), points[leaf],
                    None if own is None or values[leaf] is None else ranks.get(leaves.keys[leaf], own),
                )
                for leaf in order[unit]
            )
        )  # fmt: skip
    return tuple(found)


def points_in_all(index_set: IndexSet) -> Decimal:
    """Return the points that a unit has which is the best there can be: the scale of `Shortfall.points`."""
    if index_set.total_points is not None:
        return index_set.total_points
    return sum((index.max_points or Decimal(0) for index in index_set.scored_indices), Decimal(0))


def _points(scores: Scores, leaves: Leaves) -> Floats:
    """What each leaf counts in points: its share of the set's whole, whatever is known of the others."""
    index_set = scores.index_set
    whole = float(points_in_all(index_set))
    weights = main_index_weights(index_set)
    points = []
    for key, owner in zip(leaves.keys, leaves.main_index, strict=True):
        index = index_set.main_indices[owner]
        shares = {part.key: float(part.max_points or 0) for part in index.components}
        share = 1.0 if key == index.key else shares[key] / sum(shares.values())
        points.append(float(weights[owner]) * whole * share)
    return np.array(points)


def _own_rank(totals: Floats, own: float) -> int:
    """The rank of a unit that gains nothing: how many are ahead of it, at full precision."""
    return 1 + int((np.round(totals, FULL_PRECISION) > np.round(own, FULL_PRECISION)).sum())
