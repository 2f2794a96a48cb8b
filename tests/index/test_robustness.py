import time
from typing import Any

import numpy as np
import pytest
from scipy import stats

from reportgen.index.errors import RobustnessError
from reportgen.index.leaves import find_leaves
from reportgen.index.robustness import (
    RobustnessSettings,
    competition_ranks,
    dirichlet_parameters,
    measure_robustness,
    measure_sensitivity,
)
from reportgen.index.scenarios import Aggregation, Normalisation, make_scenarios, normalise
from reportgen.index.scoring import Scores, score
from reportgen.model.measurements import Measurements, Scale
from reportgen.model.ranking import MissingRule
from tests.index.sets import make_component_set, make_set, make_table

WEIGHTS_ONLY = RobustnessSettings(
    draws=40_000,
    weight_spread=0.5,
    normalisations=(Normalisation.AS_SCORED,),
    missing_rules=(MissingRule.EXCLUDE,),
    aggregations=(Aggregation.ARITHMETIC,),
)


def two_units() -> tuple[Scores, Measurements]:
    table = make_table({"A": ["0.9", "0.2"], "B": ["0.5", "0.5"]}, "a b")
    return score(table, make_set({"a": 50, "b": 50})), table


def test_the_chance_of_being_ahead_is_the_one_that_the_beta_distribution_gives() -> None:
    # A is ahead where 0.9w + 0.2(1-w) > 0.5, so where w > 3/7; w of Dirichlet(a, a) follows Beta(a, a).
    scores, table = two_units()
    robustness = measure_robustness(scores, table.fingerprint(), WEIGHTS_ONLY)
    a, b = dirichlet_parameters(np.array([0.5, 0.5]), 0.5)
    expected = stats.beta.sf(3 / 7, a, b)
    assert robustness.probability_ahead(0, 1) == pytest.approx(expected, abs=4 * np.sqrt(0.25 / 40_000))
    assert robustness.probability_of_holding() == pytest.approx([expected, expected], abs=0.01)


def test_an_interval_spans_the_ranks_that_have_more_than_the_tail() -> None:
    # By hand: B is ahead in 38.2 % of draws, more than the 5 % tail, so both units lie anywhere from 1 to 2.
    scores, table = two_units()
    robustness = measure_robustness(scores, table.fingerprint(), WEIGHTS_ONLY)
    assert robustness.intervals().tolist() == [[1, 2], [1, 2]]
    assert [len(group) for group in robustness.groups()] == [2]


def test_intervals_of_three_units_are_those_that_the_beta_distribution_gives() -> None:
    # By hand, with w the weight of a: A has 0.1 + 0.8w, B 0.55 - 0.05w, C 0.8 - 0.6w. C is first up to w = 0.4545,
    # where it meets B, B up to 0.5294, where it meets A, A beyond; C falls behind A at w = 0.5. So A is third, second
    # from 0.5, first from 0.5294; B is second, first from 0.4545, second from 0.5294; C is first, second, third.
    rows: dict[str, list[str | None]] = {"A": ["0.9", "0.1"], "B": ["0.5", "0.55"], "C": ["0.2", "0.8"]}
    table = make_table(rows, "a b")
    robustness = measure_robustness(score(table, make_set({"a": 50, "b": 50})), table.fingerprint(), WEIGHTS_ONLY)
    a, b = dirichlet_parameters(np.array([0.5, 0.5]), 0.5)
    meets_b, meets_a, ahead = stats.beta.cdf([0.25 / 0.55, 0.5, 0.45 / 0.85], a, b)
    exact = {
        "A": [1 - ahead, ahead - meets_a, meets_a],
        "B": [ahead - meets_b, meets_b + 1 - ahead, 0.0],
        "C": [meets_b, meets_a - meets_b, 1 - meets_a],
    }
    for column, chances in enumerate(exact.values()):
        shares = [(robustness.ranks[:, column] == rank).mean() for rank in (1, 2, 3)]
        assert shares == pytest.approx(chances, abs=0.01)
        below = np.cumsum(chances)
        for level in (0.5, 0.9):
            ends = [1 + int(np.searchsorted(below, tail)) for tail in ((1 - level) / 2, (1 + level) / 2)]
            assert robustness.intervals(level)[column].tolist() == ends


def test_ranks_and_intervals_are_those_that_scipy_gives_for_the_same_weights() -> None:
    random = np.random.default_rng(7)
    cells = random.uniform(size=(12, 5)).round(3)
    rows: dict[str, list[str | None]] = {f"U{n}": [f"{value}" for value in row] for n, row in enumerate(cells)}
    table = make_table(rows, "a b c d e")
    index_set = make_set({"a": 10, "b": 20, "c": 30, "d": 20, "e": 20})
    robustness = measure_robustness(score(table, index_set), table.fingerprint(), WEIGHTS_ONLY)
    expected = stats.rankdata(-np.round(robustness.index_weights @ cells.T, 9), method="min", axis=1)
    assert np.array_equal(robustness.ranks, expected)
    ordered = np.sort(expected, axis=0)  # of 40,000 draws 2,000 lie at or below the lower end, 38,000 at the upper
    assert robustness.intervals().tolist() == ordered[[1_999, 37_999]].T.tolist()


def test_a_unit_that_is_better_in_everything_is_first_in_every_draw() -> None:
    table = make_table({"A": ["0.3", "0.2"], "B": ["0.9", "0.8"], "C": ["0.5", "0.8"]}, "a b")
    robustness = measure_robustness(score(table, make_set({"a": 10, "b": 90})), table.fingerprint())
    assert robustness.intervals()[1].tolist() == [1, 1]
    assert robustness.probability_of_holding()[1] == 1


def test_units_with_the_same_values_share_every_rank() -> None:
    table = make_table({"A": ["0.3", "0.7"], "B": ["0.3", "0.7"], "C": ["0.1", "0.1"]}, "a b")
    robustness = measure_robustness(score(table, make_set({"a": 30, "b": 70})), table.fingerprint())
    assert (robustness.ranks[:, 0] == robustness.ranks[:, 1]).all()
    assert robustness.base_ranks.tolist() == [1, 1, 3]


def test_the_same_figures_give_the_same_draws_and_other_figures_others() -> None:
    scores, table = two_units()
    first = measure_robustness(scores, table.fingerprint(), WEIGHTS_ONLY)
    again = measure_robustness(scores, table.fingerprint(), WEIGHTS_ONLY)
    assert np.array_equal(first.ranks, again.ranks)
    assert np.array_equal(first.index_weights, again.index_weights)
    other = make_table({"A": ["0.9", "0.2"], "B": ["0.5", "0.51"]}, "a b")
    assert other.fingerprint() != table.fingerprint()


def test_weights_are_drawn_around_those_in_force_with_the_declared_spread() -> None:
    table = make_table({"A": ["0.9", "0.2", "0.1", "0.4"]}, "a b c d")
    index_set = make_set({"a": 25, "b": 25, "c": 25, "d": 25})
    robustness = measure_robustness(score(table, index_set), table.fingerprint(), WEIGHTS_ONLY)
    assert robustness.index_weights.mean(axis=0) == pytest.approx([0.25] * 4, abs=0.005)
    assert robustness.index_weights.std(axis=0) == pytest.approx([0.125] * 4, abs=0.005)
    assert robustness.index_weights.sum(axis=1) == pytest.approx(1)


@pytest.mark.parametrize("scores", [[[3.0, 1.0, 3.0, 2.0]], [[0.1 + 0.2, 0.3, 0.5, 0.0]]])
def test_ranks_agree_with_scipy_and_level_scores_share_them(scores: list[list[float]]) -> None:
    expected = stats.rankdata(-np.round(scores, 9), method="min", axis=1)
    assert competition_ranks(np.array(scores)).tolist() == expected.tolist()


def test_percentiles_agree_with_scipy() -> None:
    values = np.array([[0.1], [0.5], [0.5], [0.9]])
    expected = [stats.percentileofscore(values[:, 0], value, "mean") / 100 for value in values[:, 0]]
    assert normalise(values, Normalisation.PERCENTILE)[:, 0] == pytest.approx(expected)


def test_the_geometric_mean_is_that_of_scipy_and_unknown_values_are_left_out_of_it() -> None:
    values = np.array([[0.4, 0.9, 0.7], [0.4, np.nan, 0.7]])
    (scenario,) = make_scenarios(values, [Normalisation.AS_SCORED], [MissingRule.EXCLUDE], [Aggregation.GEOMETRIC])
    weights = np.array([[0.2, 0.5, 0.3]])
    expected = [
        stats.gmean([0.4, 0.9, 0.7], weights=weights[0]),
        stats.gmean([0.4, 0.7], weights=[0.2, 0.3]),
    ]
    assert scenario.scores(weights)[0] == pytest.approx(expected)


def test_what_moves_a_rank_is_found() -> None:
    # C stands still in between, so that only the weight of a against b decides where A and B stand.
    table = make_table({"A": ["0.9", "0.1"], "B": ["0.1", "0.9"], "C": ["0.5", "0.5"]}, "a b")
    robustness = measure_robustness(score(table, make_set({"a": 50, "b": 50})), table.fingerprint(), WEIGHTS_ONLY)
    sensitivity = measure_sensitivity(robustness)
    factor, share = sensitivity.strongest(0)
    assert factor == "trọng số Chỉ số a"
    assert share > 0.5
    assert sensitivity.directions[:2, 0].tolist() == [1, -1]
    assert sensitivity.strongest(2)[1] == 0


def big_table(units: int, components: int) -> tuple[Scores, Measurements]:
    random = np.random.default_rng(1)
    keys = [f"c{number}" for number in range(components)]
    parts = [{"khoa": key, "ten": key, "diem_toi_da": 10, "cach_cham": {"loai": "diem_cham"}} for key in keys]
    cells = np.round(random.uniform(0, 10, (units, components)), 2)
    rows: dict[str, list[str | None]] = {f"U{n}": [f"{value}" for value in row] for n, row in enumerate(cells)}
    table = make_table(rows, " ".join(keys), scale=Scale.RAW)
    return score(table, make_component_set(parts, 10 * components)), table


def test_ten_thousand_draws_of_63_units_by_98_indicators_take_less_than_a_second() -> None:
    scores, table = big_table(63, 98)
    assert find_leaves(scores).values.shape == (63, 98)
    fingerprint = table.fingerprint()
    start = time.perf_counter()
    robustness = measure_robustness(scores, fingerprint)
    assert time.perf_counter() - start < 1
    assert robustness.ranks.shape == (10_000, 63)


def test_draws_are_lowered_so_that_memory_stays_bounded() -> None:
    table = make_table({f"U{n}": [f"0.{n % 9973:04d}"] for n in range(10_000)}, "a")
    robustness = measure_robustness(score(table, make_set({"a": 1})), table.fingerprint())
    assert robustness.draws == 2_000


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"weight_spread": 0.0}, {"aggregations": ()}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(RobustnessError):
        RobustnessSettings(**wrong)


def test_a_table_of_which_nothing_is_known_has_no_robustness() -> None:
    table = make_table({"A": [None], "B": [None]}, "a")
    with pytest.raises(RobustnessError, match="chưa có số liệu"):
        measure_robustness(score(table, make_set({"a": 1})), table.fingerprint())


def test_where_only_the_aggregation_varies_each_rank_has_the_share_of_its_draws() -> None:
    # By hand: arithmetic 0.6 against 0.55, geometric 0.5196 against 0.55, so A is first in the arithmetic draws only.
    table = make_table({"A": ["0.9", "0.3"], "B": ["0.55", "0.55"]}, "a b")
    settings = RobustnessSettings(
        draws=1000,
        weight_spread=1e-6,
        normalisations=(Normalisation.AS_SCORED,),
        aggregations=(Aggregation.ARITHMETIC, Aggregation.GEOMETRIC),
    )
    robustness = measure_robustness(score(table, make_set({"a": 50, "b": 50})), table.fingerprint(), settings)
    arithmetic = (robustness.chosen == 0).mean()
    assert robustness.probability_of_holding().tolist() == [arithmetic, arithmetic]
    factor, share = measure_sensitivity(robustness).strongest(0)
    assert factor == "cách gộp"
    assert share == pytest.approx(1)
    firmness = robustness.firmness()
    assert (firmness["A"].best, firmness["A"].worst) == (1, 2)
    assert float(firmness["A"].holding) == pytest.approx(arithmetic, abs=5e-5)
