"""Scores: from what was measured to main indices, pillars and the total, in one pass and without rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from reportgen.index.errors import PointsNeededError
from reportgen.index.rules import Floats, score_column
from reportgen.model.index_set import ComponentIndicator, IndexSet, MainIndex, TotalRule
from reportgen.model.measurements import Measurements, Scale, Unit
from reportgen.model.ranking import MissingRule

_EXACT_DECIMALS = 12


@dataclass(frozen=True, eq=False, slots=True)
class Scores:
    """The scores of an edition: a row for each unit; NaN is unknown.

    Attributes:
        index_set: The set in force, completed with the points that came with the data.
        units: The units, in the order of the rows.
        missing_rule: What was done where a part was unknown.
        components: The share of its points (0 to 1) of each component of `index_set.components`.
        main_indices: The value (0 to 1) of each main index of `index_set.main_indices`.
        pillars: The value (0 to 1) of each pillar of `index_set.pillars`.
        totals: The total, 0 to 1.
    """

    index_set: IndexSet
    units: tuple[Unit, ...]
    missing_rule: MissingRule
    components: Floats
    main_indices: Floats
    pillars: Floats
    totals: Floats


def score(measurements: Measurements, index_set: IndexSet, missing_rule: MissingRule = MissingRule.KEEP) -> Scores:
    """Score `measurements` by `index_set`; unknown values are treated by `missing_rule` at each step.

    A main index that the data gives itself is taken as given; otherwise it is made of its components, if all that
    the decision counts are known to the set.

    Raises:
        PointsNeededError: points or rules that are not public were not given.
    """
    needed = [index.key for index in index_set.main_indices if index.max_points is None]
    if needed:
        raise PointsNeededError(needed)
    table = _Table(measurements)
    components = np.column_stack([_component_shares(table, part) for part in index_set.components] or [table.empty()])
    starts = np.cumsum([0, *(len(index.components) for index in index_set.main_indices)])
    columns = [
        _main_index_values(table, index, components[:, starts[i] : starts[i + 1]], missing_rule)
        for i, index in enumerate(index_set.main_indices)
    ]
    main = np.column_stack(columns)
    pillars = score_pillars(main, index_set, missing_rule)
    totals = score_totals(main, pillars, index_set, missing_rule)
    return Scores(index_set, measurements.units, missing_rule, components, main, pillars, totals)


def score_pillars(main: Floats, index_set: IndexSet, missing_rule: MissingRule) -> Floats:
    """Return the pillars' values: the points of their main indices over their maximum."""
    if not index_set.pillars:
        return np.empty((main.shape[0], 0))
    maxima = points_of(index_set.main_indices)
    positions = {index.key: i for i, index in enumerate(index_set.main_indices)}
    columns = []
    for pillar in index_set.pillars:
        chosen = [positions[key] for key in pillar.main_index_keys]
        columns.append(weighted_mean(main[:, chosen], maxima[chosen], missing_rule))
    return np.column_stack(columns)


def score_totals(main: Floats, pillars: Floats, index_set: IndexSet, missing_rule: MissingRule) -> Floats:
    """Return the totals by the set's own rule."""
    if index_set.total_rule is TotalRule.PILLARS:
        weights = np.array([float(pillar.weight or 0) for pillar in index_set.pillars])
        return weighted_mean(pillars, weights, missing_rule)
    return weighted_mean(main, points_of(index_set.main_indices), missing_rule)


def weighted_mean(values: Floats, weights: Floats, rule: MissingRule) -> Floats:
    """Return the mean of each row of `values` by `weights`, its unknown (NaN) values treated by `rule`.

    A row of which nothing is known is unknown under every rule but `ZERO`.
    """
    values, weights = values[:, weights > 0], weights[weights > 0]
    unknown = np.isnan(values)
    if not weights.size:
        return np.full(values.shape[0], np.nan)
    if rule is MissingRule.KEEP or not unknown.any():
        return np.asarray(values @ (weights / weights.sum()))
    if rule is MissingRule.IMPUTE:
        filled = np.where(unknown, column_means(values), values)
        return np.where(unknown.all(axis=1), np.nan, filled @ (weights / weights.sum()))
    known_points = np.where(unknown, 0.0, values) @ weights
    if rule is MissingRule.ZERO:
        return np.asarray(known_points / weights.sum())
    maxima = np.asarray((~unknown).astype(np.float64) @ weights)
    return np.asarray(np.divide(known_points, maxima, out=np.full(len(maxima), np.nan), where=maxima > 0))


def column_means(values: Floats) -> Floats:
    """Return the mean of what is known in each column; NaN where nothing is."""
    known = ~np.isnan(values)
    counts = known.sum(axis=0)
    sums = np.where(known, values, 0.0).sum(axis=0)
    return np.asarray(np.divide(sums, counts, out=np.full(values.shape[1], np.nan), where=counts > 0))


def points_of(items: Sequence[MainIndex] | Sequence[ComponentIndicator]) -> Floats:
    """Return the maxima of `items`; raises `PointsNeededError` if one is not known."""
    needed = [item.key for item in items if item.max_points is None]
    if needed:
        raise PointsNeededError(needed)
    return np.array([float(item.max_points or 0) for item in items])


def main_index_weights(index_set: IndexSet) -> Floats:
    """Return what a main index counts in the total: the weights of `index_set.main_indices`, which add up to 1."""
    maxima = points_of(index_set.main_indices)
    if index_set.total_rule is TotalRule.POINTS:
        return np.asarray(maxima / maxima.sum())
    weights = np.zeros(len(maxima))
    positions = {index.key: i for i, index in enumerate(index_set.main_indices)}
    for pillar in index_set.pillars:
        chosen = [positions[key] for key in pillar.main_index_keys]
        weights[chosen] += float(pillar.weight or 0) * maxima[chosen] / maxima[chosen].sum()
    return weights


def to_decimals(values: Floats) -> list[Decimal | None]:
    """Return `values` as decimals, free of the noise of binary numbers (12 decimals); NaN as `None`."""
    return [None if np.isnan(value) else Decimal(f"{value:.{_EXACT_DECIMALS}f}") for value in values]


class _Table:
    """The measurements as columns of floats."""

    def __init__(self, measurements: Measurements) -> None:
        self.scale = measurements.scale
        self.length = len(measurements.units)
        rows = [[np.nan if value is None else float(value) for value in row] for row in measurements.values]
        self._values = np.array(rows, dtype=np.float64).reshape(self.length, len(measurements.keys))
        self._positions = {key: column for column, key in enumerate(measurements.keys)}

    def column(self, key: str) -> Floats | None:
        """The column of `key`, or `None` if the table has none."""
        position = self._positions.get(key)
        return None if position is None else self._values[:, position]

    def empty(self) -> Floats:
        """A table without columns."""
        return np.empty((self.length, 0))

    def unknown(self) -> Floats:
        """A column of unknown values."""
        return np.full(self.length, np.nan)


def _component_shares(table: _Table, component: ComponentIndicator) -> Floats:
    values = table.column(component.key)
    if values is None:
        return table.unknown()
    if table.scale is Scale.INDEX:
        return values
    if table.scale is Scale.POINTS:
        return np.asarray(values / float(points_of([component])[0]))
    return score_column(values, component)


def _main_index_values(table: _Table, index: MainIndex, shares: Floats, rule: MissingRule) -> Floats:
    values = table.column(index.key)
    if values is not None:
        maximum = float(index.max_points or 0)
        if table.scale is not Scale.POINTS:
            return values
        return np.asarray(values / maximum) if maximum else table.unknown()
    is_complete = bool(index.components) and index.component_count in (None, len(index.components))
    # A part of the components says nothing about the whole, whatever the rule for single unknown values is.
    if not is_complete or np.isnan(shares).all():
        return table.unknown()
    return weighted_mean(shares, points_of(index.components), rule)
