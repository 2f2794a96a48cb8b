"""How firm a rank is: the ranks that units would have under other weights and other choices that are as defensible.

Following the OECD and JRC Handbook on Constructing Composite Indicators (2008, step 7): the weights of the leaves are
drawn from a Dirichlet distribution around those in force, and each draw takes one of the scenarios at random. The
seed comes from the data, so that the same figures always give the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from reportgen.index.errors import RobustnessError
from reportgen.index.leaves import Leaves, find_leaves
from reportgen.index.rules import Floats
from reportgen.index.scenarios import Aggregation, Normalisation, Scenario, make_scenarios
from reportgen.index.scoring import Scores
from reportgen.model.measurements import Unit
from reportgen.model.ranking import FULL_PRECISION, MissingRule, RankFirmness

Ranks = npt.NDArray[np.int32]

_CHUNK_CELLS = 4_000_000
_MOST_RANKS = 20_000_000


@dataclass(frozen=True, slots=True)
class RobustnessSettings:
    """What is varied, and how far.

    Attributes:
        draws: How many times weights and choices are drawn. It is lowered so that draws times units stay within
            20 million; `RankRobustness.draws` says how many were made.
        weight_spread: The standard deviation of a weight of average size, as a share of it.
        normalisations: The normalisations taken in turn.
        missing_rules: The rules for unknown values taken in turn.
        aggregations: The aggregations taken in turn.
    """

    draws: int = 10_000
    weight_spread: float = 0.25
    normalisations: tuple[Normalisation, ...] = tuple(Normalisation)
    missing_rules: tuple[MissingRule, ...] = (MissingRule.EXCLUDE, MissingRule.ZERO, MissingRule.IMPUTE)
    aggregations: tuple[Aggregation, ...] = tuple(Aggregation)

    def __post_init__(self) -> None:
        if self.draws < 1 or self.weight_spread <= 0:
            raise RobustnessError("số lần lấy mẫu phải từ 1, độ biến động của trọng số phải lớn hơn 0")
        if not (self.normalisations and self.missing_rules and self.aggregations):
            raise RobustnessError("mỗi lựa chọn về phương pháp phải có ít nhất một giá trị")


@dataclass(frozen=True, eq=False, slots=True)
class RankRobustness:
    """The ranks of every unit in every draw, and what they say.

    Attributes:
        units: The units, in the order of the columns.
        base_ranks: The rank of each by the method in force.
        ranks: Draws by units.
        index_names: The main indices whose weights were varied.
        index_weights: The weight of each main index in each draw: draws by indices.
        scenarios: The scenarios, in the order that `chosen` counts them.
        chosen: The scenario of each draw.
        seed: The seed, from the data.
    """

    units: tuple[Unit, ...]
    base_ranks: Ranks
    ranks: Ranks
    index_names: tuple[str, ...]
    index_weights: Floats
    scenarios: tuple[Scenario, ...]
    chosen: npt.NDArray[np.intp]
    seed: int

    @property
    def draws(self) -> int:
        """How many draws were made."""
        return int(self.ranks.shape[0])

    def intervals(self, level: float = 0.9) -> Ranks:
        """Return the lowest and highest rank (units by 2) between which each unit lies in `level` of the draws.

        The ends are ranks that occurred; as many draws lie above as below.
        """
        tail = (1 - level) / 2
        low = np.quantile(self.ranks, tail, axis=0, method="inverted_cdf")
        high = np.quantile(self.ranks, 1 - tail, axis=0, method="inverted_cdf")
        return np.column_stack([low, high]).astype(np.int32)

    def medians(self) -> Ranks:
        """Return the median rank of each unit."""
        return np.quantile(self.ranks, 0.5, axis=0, method="inverted_cdf").astype(np.int32)

    def probability_of_holding(self) -> Floats:
        """Return the share of draws in which each unit has the rank it has by the method in force."""
        return np.asarray((self.ranks == self.base_ranks).mean(axis=0))

    def firmness(self, level: float = 0.9) -> dict[str, RankFirmness]:
        """Return the interval of `level` and the probability of holding the rank, by code of unit."""
        rows = zip(self.units, self.intervals(level), self.probability_of_holding(), strict=True)
        return {
            unit.code: RankFirmness(int(best), int(worst), Decimal(f"{holding:.4f}"))
            for unit, (best, worst), holding in rows
        }

    def probability_ahead(self, one: int, other: int) -> float:
        """Return the share of draws in which the unit in column `one` is ahead of `other`; level counts half."""
        difference = self.ranks[:, other] - self.ranks[:, one]
        return float((np.sign(difference).mean() + 1) / 2)

    def groups(self, confidence: float = 0.95) -> tuple[tuple[Unit, ...], ...]:
        """Return the units in order of rank, cut into groups whose first unit cannot be told apart from the others.

        A unit joins the group above it unless the group's first unit is ahead of it in `confidence` of the draws or
        more.
        """
        order = np.argsort(self.base_ranks, kind="stable")
        groups: list[list[int]] = []
        for position in order:
            if groups and self.probability_ahead(groups[-1][0], position) < confidence:
                groups[-1].append(int(position))
            else:
                groups.append([int(position)])
        return tuple(tuple(self.units[position] for position in group) for group in groups)


def measure_robustness(
    scores: Scores, fingerprint: str, settings: RobustnessSettings | None = None
) -> RankRobustness:
    """Draw weights and choices, and return the ranks that follow.

    `fingerprint` is that of the measurements (`Measurements.fingerprint`), from which the seed is made. Units whose
    total is unknown under the scores' own rule take part all the same; their base rank counts unknown totals last.

    Raises:
        RobustnessError: no index is known for any unit.
    """
    settings = settings or RobustnessSettings()
    leaves = find_leaves(scores)
    if not leaves.keys:
        raise RobustnessError("chưa có số liệu của chỉ số nào")
    scenarios = make_scenarios(leaves.values, settings.normalisations, settings.missing_rules, settings.aggregations)
    seed = int(fingerprint[:16], 16)
    draws = max(1, min(settings.draws, _MOST_RANKS // max(1, len(scores.units))))
    sampler = _Sampler(leaves, scenarios, settings.weight_spread, np.random.default_rng(seed))
    sampler.run(draws, len(scores.units))
    base = competition_ranks(np.nan_to_num(scores.totals, nan=-np.inf)[None, :])[0]
    names = tuple(scores.index_set.main_indices[i].name for i in sampler.owners)
    return RankRobustness(
        scores.units, base, sampler.ranks, names, sampler.index_weights, scenarios, sampler.chosen, seed
    )


class _Sampler:
    """Makes the draws, chunk by chunk so that memory stays bounded."""

    def __init__(
        self, leaves: Leaves, scenarios: tuple[Scenario, ...], spread: float, random: np.random.Generator
    ) -> None:
        self.scenarios = scenarios
        self.random = random
        self.owners = tuple(dict.fromkeys(leaves.main_index))
        self.alpha = dirichlet_parameters(leaves.weights, spread)
        membership = [[float(owner == wanted) for wanted in self.owners] for owner in leaves.main_index]
        self._membership = np.array(membership).reshape(len(leaves.keys), len(self.owners))

    def run(self, draws: int, units: int) -> None:
        """Fill `ranks`, `index_weights` and `chosen` with `draws` rows."""
        self.ranks = np.empty((draws, units), dtype=np.int32)
        self.index_weights = np.empty((draws, len(self.owners)))
        self.chosen = self.random.integers(len(self.scenarios), size=draws)
        size = max(1, _CHUNK_CELLS // max(1, units, len(self.alpha)))
        for start in range(0, draws, size):
            self._draw(slice(start, min(start + size, draws)))

    def _draw(self, rows: slice) -> None:
        weights = self.random.standard_gamma(self.alpha, size=(rows.stop - rows.start, len(self.alpha)))
        weights /= weights.sum(axis=1, keepdims=True)
        self.index_weights[rows] = weights @ self._membership
        chosen = self.chosen[rows]
        scores = np.empty((len(chosen), self.ranks.shape[1]))
        for number, scenario in enumerate(self.scenarios):
            mine = chosen == number
            scores[mine] = scenario.scores(weights[mine])
        self.ranks[rows] = competition_ranks(scores)


def dirichlet_parameters(weights: Floats, spread: float) -> Floats:
    """Return the parameters of the Dirichlet distribution whose mean is `weights`.

    `spread` is the standard deviation of a weight of average size (1/n), divided by that size: it fixes the sum of
    the parameters at (n - 1)/spread² - 1.
    """
    concentration = max((len(weights) - 1) / spread**2 - 1, 1.0)
    return weights * concentration


def competition_ranks(scores: Floats) -> Ranks:
    """Return the standard competition rank of each value within its row, the highest first (1, 2, 2, 4).

    Values that agree to 9 decimals are level.
    """
    rounded = np.round(scores, FULL_PRECISION)
    order = np.argsort(-rounded, axis=1)
    ordered = np.take_along_axis(rounded, order, axis=1)
    places = np.ones(ordered.shape, dtype=np.int32)
    starts = ordered[:, 1:] != ordered[:, :-1]
    places[:, 1:] = np.where(starts, np.arange(2, ordered.shape[1] + 1, dtype=np.int32), 1)
    np.maximum.accumulate(places, axis=1, out=places)
    ranks = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


@dataclass(frozen=True, eq=False, slots=True)
class Sensitivity:
    """What moves whom: for each unit (row) and factor (column), the share of the variance of its rank.

    The share of a weight is the squared correlation of the rank with it; that of a choice is the variance between
    the means under its options. Shares do not add up to 1: what factors do together is not told apart.
    `directions` is +1 where more weight improves the rank, -1 where it worsens it, 0 for choices.
    """

    factors: tuple[str, ...]
    shares: Floats
    directions: npt.NDArray[np.int8]

    def strongest(self, unit: int) -> tuple[str, float]:
        """Return the factor that moves the unit most, with its share; for a unit that never moves the share is 0."""
        factor = int(self.shares[unit].argmax())
        return self.factors[factor], float(self.shares[unit, factor])


def measure_sensitivity(robustness: RankRobustness) -> Sensitivity:
    """Return what moves the rank of each unit: the weight of each main index, and each choice of method."""
    ranks = robustness.ranks - robustness.ranks.mean(axis=0)
    variance = (ranks**2).mean(axis=0)
    weights = robustness.index_weights - robustness.index_weights.mean(axis=0)
    covariance = ranks.T @ weights / len(ranks)
    scale = np.outer(variance, (weights**2).mean(axis=0))
    by_weight = np.divide(covariance**2, scale, out=np.zeros_like(covariance), where=scale > 0)
    choices: dict[str, Callable[[Scenario], str]] = {
        "chuẩn hóa": lambda scenario: scenario.normalisation,
        "số liệu chưa biết": lambda scenario: scenario.missing_rule,
        "cách gộp": lambda scenario: scenario.aggregation,
    }
    columns = [_between(robustness, ranks, variance, option) for option in choices.values()]
    shares = np.column_stack([by_weight, *columns])
    directions = np.zeros(shares.shape, dtype=np.int8)
    directions[:, : covariance.shape[1]] = -np.sign(covariance).astype(np.int8)
    names = tuple(f"trọng số {name}" for name in robustness.index_names)
    return Sensitivity((*names, *choices), shares, directions)


def _between(
    robustness: RankRobustness, ranks: Floats, variance: Floats, option: Callable[[Scenario], str]
) -> Floats:
    """The share of the variance that lies between the options of a choice."""
    options = np.array([option(scenario) for scenario in robustness.scenarios])[robustness.chosen]
    total = np.zeros(ranks.shape[1])
    for value in np.unique(options):
        mine = options == value
        total += mine.mean() * ranks[mine].mean(axis=0) ** 2
    return np.divide(total, variance, out=np.zeros_like(total), where=variance > 0)
