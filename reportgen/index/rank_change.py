"""Why a rank changed between two editions, in parts that add up exactly.

Four things differ: the unit's own values, the values of the others, the method (index set and rule for unknown
values) and the field (units that joined or left). Each part is the Shapley value of its thing: what switching it from
the old edition to the new one does to the rank, averaged over all orders of switching. Parts are exact fractions.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from reportgen.index.errors import PointsNeededError
from reportgen.index.rules import Floats
from reportgen.index.scoring import score
from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Measurements, Unit
from reportgen.model.ranking import FULL_PRECISION, MissingRule


@dataclass(frozen=True, slots=True)
class Edition:
    """The measurements of an edition and the method it was made with."""

    measurements: Measurements
    index_set: IndexSet
    missing_rule: MissingRule = MissingRule.KEEP

    def totals_of(self, measurements: Measurements) -> dict[str, float]:
        """Return the totals that this edition's method gives to `measurements`, by code; unknown ones left out."""
        totals = score(measurements, self.index_set, self.missing_rule).totals
        found = zip(measurements.codes, np.round(totals, FULL_PRECISION), strict=True)
        return {code: float(total) for code, total in found if not np.isnan(total)}


@dataclass(frozen=True, slots=True)
class RankChange:
    """The change of a unit's rank, positive for ranks lost, and its parts, whose sum it is.

    `method` is `None` where the two sets have no indices in common that the other edition measured: what the change
    of method did is then within `own` and `others`.
    """

    unit: Unit
    rank_before: int
    rank_after: int
    own: Fraction
    others: Fraction
    method: Fraction | None
    field: Fraction

    @property
    def total(self) -> int:
        """The new rank less the old one."""
        return self.rank_after - self.rank_before


def explain_rank_changes(old: Edition, new: Edition) -> tuple[RankChange, ...]:
    """Return the change of rank of every unit that has a total in both editions, in the order of the new one.

    Editions are joined by the codes of their units; merge units first where they were merged in between.
    """
    own = (old.totals_of(old.measurements), new.totals_of(new.measurements))
    crossed = _cross_totals(old, new)
    # Every method has to see the same field: one that cannot score all units is not told apart from the data.
    if crossed and any(crossed[edition].keys() != own[edition].keys() for edition in (0, 1)):
        crossed = None
    by_method = ((own[0], crossed[1]), (crossed[0], own[1])) if crossed else ((own[0], own[1]), (own[0], own[1]))
    game = _Game(by_method, own, has_method=crossed is not None)
    return tuple(game.explain(unit) for unit in new.measurements.units if unit.code in own[0] and unit.code in own[1])


def _cross_totals(old: Edition, new: Edition) -> tuple[dict[str, float], dict[str, float]] | None:
    """Totals of the old data by the new method, and of the new data by the old one; `None` if that cannot be had."""
    keys = [{index.key for index in edition.index_set.scored_indices} for edition in (old, new)]
    if keys[0] != keys[1] or old.measurements.scale is not new.measurements.scale:
        return None
    try:
        return new.totals_of(old.measurements), old.totals_of(new.measurements)
    except PointsNeededError:
        return None


class _Game:
    """Ranks for every combination of old (0) and new (1) own values, others' values, method and field."""

    def __init__(
        self,
        totals: Sequence[Sequence[dict[str, float]]],
        fields: Sequence[dict[str, float]],
        *,
        has_method: bool,
    ) -> None:
        self._totals = totals
        self._players = ("own", "others", "method", "field") if has_method else ("own", "others", "field")
        # A unit that joined has no old values, and one that left no new ones: such units keep the values they have.
        self._complete = [[{**totals[m][1 - d], **totals[m][d]} for d in (0, 1)] for m in (0, 1)]
        self._fields = [set(field) for field in fields]
        self._sorted: dict[tuple[int, int, int], Floats] = {}
        for method, data, field in itertools.product((0, 1), repeat=3):
            table = self._complete[method][data]
            self._sorted[method, data, field] = np.sort([table[code] for code in self._fields[field]])

    def explain(self, unit: Unit) -> RankChange:
        players = self._players
        ranks = {
            frozenset(switched): self._rank(unit.code, frozenset(switched))
            for size in range(len(players) + 1)
            for switched in itertools.combinations(players, size)
        }
        parts = {player: _shapley(player, players, ranks) for player in players}
        return RankChange(
            unit, ranks[frozenset()], ranks[frozenset(players)],
            parts["own"], parts["others"], parts.get("method"), parts["field"],
        )  # fmt: skip

    def _rank(self, code: str, switched: frozenset[str]) -> int:
        own, others, field = (int(name in switched) for name in ("own", "others", "field"))
        # Without a method of its own, data brings its method along.
        methods = [int("method" in switched)] * 2 if "method" in self._players else [own, others]
        mine = self._complete[methods[0]][own][code]
        table = self._complete[methods[1]][others]
        ordered = self._sorted[methods[1], others, field]
        ahead = len(ordered) - int(np.searchsorted(ordered, mine, "right"))
        # The unit does not compete with itself.
        return ahead + 1 - int(code in self._fields[field] and table[code] > mine)


def _shapley(player: str, players: tuple[str, ...], ranks: dict[frozenset[str], int]) -> Fraction:
    others = [other for other in players if other != player]
    value = Fraction(0)
    for size in range(len(others) + 1):
        weight = Fraction(math.factorial(size) * math.factorial(len(others) - size), math.factorial(len(players)))
        for before in itertools.combinations(others, size):
            value += weight * (ranks[frozenset((*before, player))] - ranks[frozenset(before)])
    return value
