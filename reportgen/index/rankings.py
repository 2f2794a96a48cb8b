"""Rankings by total, by pillar and by main index, from computed or from published scores."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.index.scoring import Scores, to_decimals
from reportgen.model.index_set import IndexSet, TotalRule
from reportgen.model.measurements import Measurements, Scale
from reportgen.model.ranking import FULL_PRECISION, MissingRule, Ranking, ScoreOrigin, rank_units

TOTAL = "tong"
TOTAL_NAME = "Tổng"


def rank_total(scores: Scores, measurements: Measurements, *, precision: int = FULL_PRECISION) -> Ranking:
    """Return the ranking by the computed total, with the value of every scored main index beside it."""
    index_set = scores.index_set
    shown = [i for i, index in enumerate(index_set.main_indices) if index.is_scored]
    columns = [to_decimals(scores.main_indices[:, i]) for i in shown]
    rows = rank_units(
        scores.units, to_decimals(scores.totals), precision=precision, indices=zip(*columns, strict=True)
    )
    indices = [index_set.main_indices[i] for i in shown]
    return Ranking(
        TOTAL, TOTAL_NAME, measurements.year, rows, precision, scores.missing_rule, ScoreOrigin.COMPUTED,
        tuple(index.key for index in indices), tuple(index.name for index in indices),
        measurements.source, measurements.is_illustrative,
    )  # fmt: skip


def rank_part(scores: Scores, measurements: Measurements, key: str, *, precision: int = FULL_PRECISION) -> Ranking:
    """Return the ranking by the pillar or main index `key`; raises `KeyError` if the set has none."""
    index_set = scores.index_set
    columns = [
        *((pillar.key, pillar.name, scores.pillars[:, i]) for i, pillar in enumerate(index_set.pillars)),
        *((index.key, index.name, scores.main_indices[:, i]) for i, index in enumerate(index_set.main_indices)),
    ]
    for found, name, values in columns:
        if found == key:
            rows = rank_units(scores.units, to_decimals(values), precision=precision)
            return Ranking(
                key, name, measurements.year, rows, precision, scores.missing_rule, ScoreOrigin.COMPUTED,
                source=measurements.source, is_illustrative=measurements.is_illustrative,
            )  # fmt: skip
    raise KeyError(key)


def rank_published(measurements: Measurements, index_set: IndexSet, *, decimals: int = 4) -> Ranking:
    """Return the ranking as published: the totals given, at the decimals they were printed with.

    Units whose total was not published come last, without a rank. The values of main indices are shown as given.
    """
    totals = [measurements.published.totals.get(code) for code in measurements.codes]
    scored = [index for index in index_set.scored_indices if index.key in measurements.keys]
    positions = [measurements.keys.index(index.key) for index in scored]
    cells = [tuple(row[position] for position in positions) for row in measurements.values]
    rows = rank_units(measurements.units, totals, precision=decimals, indices=cells)
    return Ranking(
        TOTAL, TOTAL_NAME, measurements.year, rows, decimals, MissingRule.KEEP, ScoreOrigin.PUBLISHED,
        tuple(index.key for index in scored), tuple(index.name for index in scored),
        measurements.source, measurements.is_illustrative,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DerivedPillar:
    """A ranking by a pillar worked out from the published total.

    `tolerance` is how far a value can be off because the published figures are rounded; `uncertain` names the units
    whose rank could differ within it.
    """

    ranking: Ranking
    tolerance: Decimal
    uncertain: tuple[str, ...]


def derive_pillar(measurements: Measurements, index_set: IndexSet, key: str, *, decimals: int = 4) -> DerivedPillar:
    """Work the pillar `key` out of published totals: the total's points less those of the indices outside the pillar.

    This needs no index inside the pillar to be known, so it reaches units whose foundation group was not published.
    Where all of the pillar's own indices are known they are used instead, as they are less rounded.

    Raises:
        KeyError: the set has no such pillar, or its totals are not sums of points.
    """
    pillar = next((pillar for pillar in index_set.pillars if pillar.key == key), None)
    if pillar is None or index_set.total_rule is not TotalRule.POINTS or measurements.scale is not Scale.INDEX:
        raise KeyError(key)
    points = {index.key: index.max_points or Decimal(0) for index in index_set.main_indices}
    whole, maximum = sum(points.values()), sum(points[k] for k in pillar.main_index_keys)
    inside = [k for k in pillar.main_index_keys if points[k]]
    outside = [k for k in points if points[k] and k not in pillar.main_index_keys]
    values: list[Decimal | None] = []
    for code, row in zip(measurements.codes, measurements.values, strict=True):
        cells = dict(zip(measurements.keys, row, strict=True))
        own = _points(cells, inside, points)
        others, total = _points(cells, outside, points), measurements.published.totals.get(code)
        if own is None and others is not None and total is not None:
            own = total * whole - others
        values.append(None if own is None else own / maximum)
    tolerance = Decimal(5).scaleb(-decimals - 1) * (whole + sum(points[k] for k in outside)) / maximum
    rows = rank_units(measurements.units, values)
    ranking = Ranking(
        key, pillar.name, measurements.year, rows, FULL_PRECISION, MissingRule.KEEP, ScoreOrigin.DERIVED,
        source=measurements.source, is_illustrative=measurements.is_illustrative,
    )  # fmt: skip
    return DerivedPillar(ranking, tolerance, _uncertain(ranking, tolerance))


def _points(
    cells: Mapping[str, Decimal | None], keys: Sequence[str], points: Mapping[str, Decimal]
) -> Decimal | None:
    """The points that a unit with the values `cells` has for `keys` together; `None` if one is unknown."""
    values = [cells.get(key) for key in keys]
    known = [value * points[key] for key, value in zip(keys, values, strict=True) if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(keys) else None


def _uncertain(ranking: Ranking, tolerance: Decimal) -> tuple[str, ...]:
    """The units that another one is so near to that rounding decides which comes first."""
    known = [(row.unit.code, row.score) for row in ranking.rows if row.score is not None]
    close: dict[str, None] = {}
    for (one, higher), (other, lower) in itertools.pairwise(known):
        if higher - lower <= 2 * tolerance:
            close.update({one: None, other: None})
    return tuple(close)
