"""Choices that others could have made: how values are normalised, unknown ones treated, parts put together."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reportgen.index.rules import Floats
from reportgen.index.scoring import column_means
from reportgen.model.ranking import MissingRule

GEOMETRIC_FLOOR = 0.01
"""Values below it count as it in a geometric mean, where a single zero would leave nothing of the rest."""


class Normalisation(StrEnum):
    """How the values of an indicator are made comparable before they are weighted."""

    AS_SCORED = "diem"
    """As the set scores them: points over the maximum."""
    MIN_MAX = "min_max"
    """From 0 for the lowest unit to 1 for the highest."""
    PERCENTILE = "phan_vi"
    """The share of units that are behind, those level counted half."""


class Aggregation(StrEnum):
    """How weighted values are put together."""

    ARITHMETIC = "trung_binh_cong"
    GEOMETRIC = "trung_binh_nhan"
    """A weak indicator is not made up for by a strong one."""


@dataclass(frozen=True, eq=False, slots=True)
class Scenario:
    """One set of choices, with the table of values prepared for it.

    `values` has no unknown cells; `known` is 0 where a cell was excluded and 1 elsewhere, `None` if all count.
    For the geometric mean `values` are logarithms.
    """

    normalisation: Normalisation
    missing_rule: MissingRule
    aggregation: Aggregation
    values: Floats
    known: Floats | None

    def scores(self, weights: Floats) -> Floats:
        """Return the scores for each row of `weights` (draws by leaves): draws by units."""
        sums = weights @ self.values.T
        if self.known is not None:
            sums /= np.maximum(weights @ self.known.T, np.finfo(np.float64).tiny)
        return np.exp(sums) if self.aggregation is Aggregation.GEOMETRIC else sums


def make_scenarios(
    values: Floats,
    normalisations: Sequence[Normalisation],
    missing_rules: Sequence[MissingRule],
    aggregations: Sequence[Aggregation],
) -> tuple[Scenario, ...]:
    """Return one scenario for each combination of choices. If all values are known, one rule stands for all."""
    rules = tuple(missing_rules) if np.isnan(values).any() else tuple(missing_rules)[:1]
    normalised = {kind: normalise(values, kind) for kind in normalisations}
    return tuple(
        _prepare(normalised[kind], kind, rule, aggregation)
        for kind, rule, aggregation in itertools.product(normalisations, rules, aggregations)
    )


def normalise(values: Floats, kind: Normalisation) -> Floats:
    """Return `values` with each column normalised; unknown stays unknown.

    A column in which all units are level says nothing: it becomes 0.5 in the percentile form and 0 in min-max form.
    """
    if kind is Normalisation.AS_SCORED:
        return values
    columns = []
    for column in values.T:
        known = column[~np.isnan(column)]
        if kind is Normalisation.MIN_MAX:
            span = known.max() - known.min()
            columns.append((column - known.min()) / span if span > 0 else column * 0)
        else:
            ordered = np.sort(known)
            below, upto = np.searchsorted(ordered, column, "left"), np.searchsorted(ordered, column, "right")
            columns.append(np.where(np.isnan(column), np.nan, (below + upto) / (2 * known.size)))
    return np.column_stack(columns)


def _prepare(values: Floats, kind: Normalisation, rule: MissingRule, aggregation: Aggregation) -> Scenario:
    unknown = np.isnan(values)
    known = None
    if rule is MissingRule.IMPUTE:
        filled = np.where(unknown, column_means(values), values)
    else:
        filled = np.where(unknown, 0.0, values)
        if rule in (MissingRule.EXCLUDE, MissingRule.KEEP) and unknown.any():
            known = (~unknown).astype(np.float64)
    if aggregation is Aggregation.GEOMETRIC:
        filled = np.log(np.maximum(filled, GEOMETRIC_FLOOR))
        if known is not None:
            filled *= known
    return Scenario(kind, rule, aggregation, np.ascontiguousarray(filled), known)
