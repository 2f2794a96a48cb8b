"""An edition ranked as a whole: its groups apart, by total, pillars and main indices, with checks and robustness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from reportgen.index.published import PublishedCheck, check_published
from reportgen.index.rankings import DerivedPillar, derive_pillar, rank_part, rank_published, rank_total
from reportgen.index.residual import join_unknown_indices
from reportgen.index.robustness import RankRobustness, RobustnessSettings, measure_robustness
from reportgen.index.scoring import Scores, score
from reportgen.model.agencies import AgencyRegister
from reportgen.model.index_set import IndexSet, RankedGroup, TotalRule
from reportgen.model.measurements import Measurements, Scale
from reportgen.model.ranking import FULL_PRECISION, MissingRule, Ranking


@dataclass(frozen=True, eq=False, slots=True)
class GroupResult:
    """The results of one group of units, which are ranked among themselves.

    Attributes:
        group: The group.
        measurements: Its measurements.
        scores: Its scores by the declared rule for unknown values.
        total: The ranking by total, as published or as computed.
        pillars: The rankings by pillar.
        main_indices: The rankings by main index, of those that are scored and known for some unit.
        derived: The pillars that were worked out from published totals, with their tolerance, by key.
        check: Published results against recomputation.
        basis: The scores that robustness, sensitivity and improvements are measured on: `scores`, or those of the
            table in which published totals make up for unknown indices.
        robustness: How firm the ranks are; `None` if it was not asked for.
    """

    group: RankedGroup
    measurements: Measurements
    scores: Scores
    total: Ranking
    pillars: tuple[Ranking, ...]
    main_indices: tuple[Ranking, ...]
    derived: Mapping[str, DerivedPillar]
    check: PublishedCheck
    basis: Scores
    robustness: RankRobustness | None


def rank_edition(
    measurements: Measurements,
    index_set: IndexSet,
    *,
    register: AgencyRegister | None = None,
    day: date | None = None,
    missing_rule: MissingRule = MissingRule.KEEP,
    precision: int = FULL_PRECISION,
    take_published: bool = False,
    settings: RobustnessSettings | None = None,
) -> tuple[GroupResult, ...]:
    """Return the results of each group of `index_set` that has units, in the set's order.

    Args:
        measurements: The table of the edition.
        index_set: The set in force, complete with all points.
        register: Where the units' groups are looked up; may be `None` where the set has one group only.
        day: The day of the groups; by default the last of the edition's year.
        missing_rule: What is done with unknown values.
        precision: The decimals that computed scores are compared at.
        take_published: Rank by the published totals as they are.
        settings: Measure robustness with these; `None` leaves it out.

    Raises:
        PointsNeededError: points that are not public were not given.
        UnknownAgencyError: a unit is not in the register.
    """
    results = []
    for group in index_set.groups:
        members = _members(
            measurements,
            group,
            register if len(index_set.groups) > 1 else None,
            day or date(measurements.year, 12, 31),
        )
        if members.units:
            results.append(_rank_group(group, members, index_set, missing_rule, precision, take_published, settings))
    return tuple(results)


def _members(
    measurements: Measurements, group: RankedGroup, register: AgencyRegister | None, day: date
) -> Measurements:
    if register is None:
        return measurements
    agencies = [register.get(code, day) for code in measurements.codes]
    return measurements.restrict(agency.code for agency in agencies if group.holds(agency))


def _rank_group(
    group: RankedGroup,
    measurements: Measurements,
    index_set: IndexSet,
    missing_rule: MissingRule,
    precision: int,
    take_published: bool,
    settings: RobustnessSettings | None,
) -> GroupResult:
    scores = score(measurements, index_set, missing_rule)
    strict = scores if missing_rule is MissingRule.KEEP else score(measurements, index_set)
    derived = _derive(measurements, strict) if take_published else {}
    total = (
        rank_published(measurements, index_set)
        if take_published
        else rank_total(scores, measurements, precision=precision)
    )
    pillars = tuple(
        derived[pillar.key].ranking
        if pillar.key in derived
        else rank_part(scores, measurements, pillar.key, precision=precision)
        for pillar in index_set.pillars
    )
    known = {
        index.key for i, index in enumerate(index_set.main_indices) if not np.isnan(scores.main_indices[:, i]).all()
    }
    indices = tuple(
        rank_part(scores, measurements, index.key, precision=precision)
        for index in index_set.scored_indices
        if index.key in known
    )
    joined = join_unknown_indices(measurements, index_set) if take_published else None
    table, basis = (joined[0], score(*joined)) if joined else (measurements, scores)
    return GroupResult(
        group, measurements, scores, total, pillars, indices, derived,
        check_published(measurements, strict), basis,
        measure_robustness(basis, table.fingerprint(), settings) if settings else None,
    )  # fmt: skip


def _derive(measurements: Measurements, strict: Scores) -> dict[str, DerivedPillar]:
    """The pillars that are not known for all units but can be worked out from published totals."""
    index_set = strict.index_set
    if index_set.total_rule is not TotalRule.POINTS or measurements.scale is not Scale.INDEX:
        return {}
    unknown = [pillar.key for i, pillar in enumerate(index_set.pillars) if np.isnan(strict.pillars[:, i]).any()]
    return {key: derive_pillar(measurements, index_set, key) for key in unknown}
