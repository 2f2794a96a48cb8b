"""What would raise a unit most: each leaf lifted to a goal, with what the total gains and the rank that follows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from reportgen.index.leaves import find_leaves
from reportgen.index.rules import Floats
from reportgen.index.scoring import Scores
from reportgen.model.ranking import FULL_PRECISION


class Goal(StrEnum):
    """What a leaf is lifted to."""

    BEST = "cao_nhat"
    """The best value that a unit of the ranking has."""
    UPPER_QUARTILE = "tu_phan_vi_tren"
    """The value that a quarter of the units reach."""
    FULL = "toi_da"
    """All points."""


@dataclass(frozen=True, slots=True)
class Improvement:
    """One leaf lifted to the goal, everything else and everybody else staying as they are.

    `gain` is what the total (0 to 1) gains; `rank_before` and `rank_after` are ranks among the units with a total.
    """

    key: str
    name: str
    value: float
    goal: float
    gain: float
    rank_before: int
    rank_after: int


def find_improvements(
    scores: Scores, goal: Goal = Goal.BEST, *, limit: int = 5
) -> tuple[tuple[Improvement, ...], ...]:
    """Return for each unit the `limit` leaves that would raise it most, the largest gain first.

    Equal gains stand in the order of the index set. Unknown leaves, and those at or above the goal, are left out;
    units without a total have none.
    """
    leaves = find_leaves(scores)
    known = np.sort(np.round(scores.totals[~np.isnan(scores.totals)], FULL_PRECISION))
    goals = _goals(leaves.values, goal)
    gains = np.nan_to_num(np.maximum(goals - leaves.values, 0.0) * leaves.weights)
    best = np.argsort(-gains, axis=1, kind="stable")[:, :limit]
    before = _ranks(known, scores.totals)
    after = _ranks(known, scores.totals[:, None] + np.take_along_axis(gains, best, axis=1))
    return tuple(
        tuple(
            Improvement(
                leaves.keys[leaf], leaves.names[leaf], float(leaves.values[unit, leaf]), float(goals[leaf]),
                float(gains[unit, leaf]), int(before[unit]), int(after[unit, place]),
            )
            for place, leaf in enumerate(best[unit])
            if gains[unit, leaf] > 0 and not np.isnan(total)
        )
        for unit, total in enumerate(scores.totals)
    )  # fmt: skip


def _goals(values: Floats, goal: Goal) -> Floats:
    if goal is Goal.FULL:
        return np.ones(values.shape[1])
    quantile = 1.0 if goal is Goal.BEST else 0.75
    return np.asarray(np.nanquantile(values, quantile, axis=0, method="inverted_cdf"))


def _ranks(ordered: Floats, totals: Floats) -> npt.NDArray[np.intp]:
    """The rank of each of `totals` among the totals `ordered` from the lowest."""
    places: npt.NDArray[np.intp] = np.searchsorted(ordered, np.round(totals, FULL_PRECISION), "right")
    return len(ordered) - places + 1
