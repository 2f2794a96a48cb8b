"""From the values of component indicators to the share of their points, each column by its own rule."""

from __future__ import annotations

from typing import assert_never

import numpy as np
import numpy.typing as npt

from reportgen.index.errors import PointsNeededError
from reportgen.model.index_set import ComponentIndicator
from reportgen.model.scoring_rule import (
    Direction,
    GivenPoints,
    RatioToBestRule,
    ShareRule,
    TieredRule,
    YesNoRule,
)

Floats = npt.NDArray[np.float64]


def score_column(values: Floats, component: ComponentIndicator) -> Floats:
    """Return the share (0 to 1) of its points that each unit has for `component`; unknown (NaN) stays unknown.

    Raises:
        PointsNeededError: the component has no rule, or its points are needed and not known.
    """
    rule = component.rule
    if rule is None:
        raise PointsNeededError([component.key])
    rises = component.direction is Direction.MORE_IS_BETTER
    match rule:
        case GivenPoints():
            if not component.max_points:
                raise PointsNeededError([component.key])
            return values / float(component.max_points)
        case ShareRule():
            return score_share(values, float(rule.none_at), float(rule.full_at))
        case TieredRule():
            tiers = [(float(tier.bound), float(tier.share)) for tier in rule.tiers]
            return score_tiers(values, tiers, more_is_better=rises)
        case YesNoRule():
            return np.where(np.isnan(values), np.nan, (values > 0).astype(np.float64))
        case RatioToBestRule():
            return score_ratio(values, more_is_better=rises)
        case _:
            assert_never(rule)


def score_share(values: Floats, none_at: float, full_at: float) -> Floats:
    """Return how far each value has come from `none_at` to `full_at`, no less than 0 and no more than 1."""
    return np.clip((values - none_at) / (full_at - none_at), 0.0, 1.0)


def score_tiers(values: Floats, tiers: list[tuple[float, float]], *, more_is_better: bool) -> Floats:
    """Return the share of the first tier (bound, share) that each value reaches; 0 if it reaches none."""
    shares = np.where(np.isnan(values), np.nan, 0.0)
    for bound, share in reversed(tiers):
        reached = values >= bound if more_is_better else values <= bound
        shares[reached] = share
    return shares


def score_ratio(values: Floats, *, more_is_better: bool) -> Floats:
    """Return the ratio of each value to the best one: value/best, or best/value where less is better.

    Where the best value is 0, units that have it have all points; where more is better nobody has any then.
    """
    known = values[~np.isnan(values)]
    if known.size == 0:
        return np.full_like(values, np.nan)
    best = known.max() if more_is_better else known.min()
    unknown = np.isnan(values)
    if more_is_better:
        ratio = values / best if best > 0 else np.zeros_like(values)
    else:
        ratio = np.divide(best, values, out=np.ones_like(values), where=values > 0)
    return np.where(unknown, np.nan, ratio)
