"""The draws in Python alone, without NumPy: each score a sum, each draw sorted."""

from __future__ import annotations

import bisect
import json
import math
import random
import sys
from operator import mul

from bench.ranking.data import INDICATORS, UNITS, WARM_UP, concentration, draw_table
from bench.ranking.stages import Stages


def main() -> None:
    """Do the job given as JSON in the first argument."""
    job = json.loads(sys.argv[1])
    table = [[value / 10 for value in row] for row in draw_table()]
    _draw(table, WARM_UP)
    stages = Stages()
    ranks = stages.run("draws", lambda: _draw(table, job["draws"]))
    stages.tell(intervals=stages.run("intervals", lambda: _intervals(ranks)))


def _draw(table: list[list[float]], draws: int) -> list[list[int]]:
    source = random.Random(1)  # noqa: S311  no secret depends on it
    columns = list(zip(*table, strict=True))
    spread = [[(value - min(column)) / (max(column) - min(column)) for value in column] for column in columns]
    share = [_percentiles(column) for column in columns]
    normalised = [table, *([list(row) for row in zip(*kind, strict=True)] for kind in (spread, share))]
    logarithms = [[[math.log(max(value, 0.01)) for value in row] for row in kind] for kind in normalised]
    alpha = concentration() / INDICATORS
    ranks: list[list[int]] = [[] for _ in range(UNITS)]
    for _ in range(draws):
        weights = [source.gammavariate(alpha, 1) for _ in range(INDICATORS)]
        whole = sum(weights)
        way = source.randrange(6)
        values = normalised[way] if way < 3 else logarithms[way - 3]
        scores = [round(sum(map(mul, weights, row)) / whole, 9) for row in values]
        ordered = sorted(-score for score in scores)
        for unit, score in enumerate(scores):
            ranks[unit].append(bisect.bisect_left(ordered, -score) + 1)
    return ranks


def _percentiles(column: tuple[float, ...]) -> list[float]:
    ordered = sorted(column)
    return [(bisect.bisect_left(ordered, v) + bisect.bisect_right(ordered, v)) / (2 * len(column)) for v in column]


def _intervals(ranks: list[list[int]]) -> list[list[int]]:
    ordered = [sorted(of_unit) for of_unit in ranks]
    return [[one[math.ceil(0.05 * len(one)) - 1], one[math.ceil(0.95 * len(one)) - 1]] for one in ordered]


main()
