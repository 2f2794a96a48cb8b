"""The figures of a part worked out a second time, in exact fractions, for `agreement` to hold sentences against.

Nothing here is shared with the modules that write the sentences: from the scores of the rankings on, counts, means,
ranks and changes are computed anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from reportgen.compose.publication.content import EarlierEdition, PublicationPart
from reportgen.index.edition import GroupResult
from reportgen.model.ranking import Ranking


def mean(values: Iterable[Fraction]) -> Fraction:
    """Return the mean of `values`, of which there is at least one."""
    found = list(values)
    return sum(found, Fraction(0)) / len(found)


def round_half_up(value: Fraction, decimals: int) -> Fraction:
    """Return `value` rounded to `decimals`, half away from zero."""
    scale = 10**decimals
    size = Fraction(math.floor(abs(value) * scale + Fraction(1, 2)), scale)
    return size if value >= 0 else -size


class ScoreTable:
    """One ranking: scores that are known by code of unit, and ranks counted from them."""

    def __init__(self, ranking: Ranking) -> None:
        self._ranking = ranking
        self.units = {row.unit.code: row.unit.name for row in ranking.rows}

    @cached_property
    def scores(self) -> dict[str, Fraction]:
        """The scores that are known."""
        return {row.unit.code: Fraction(row.score) for row in self._ranking.rows if row.score is not None}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of every unit with a score: one more than there are units ahead of it."""
        compared = {code: round_half_up(score, self._ranking.precision) for code, score in self.scores.items()}
        places: dict[Fraction, int] = {}
        for place, score in enumerate(sorted(compared.values(), reverse=True), start=1):
            places.setdefault(score, place)
        return {code: places[score] for code, score in compared.items()}

    def of_rank(self, rank: int) -> list[str]:
        """Return the codes of the units that have `rank`."""
        return self._holders.get(rank, [])

    @cached_property
    def _holders(self) -> dict[int, list[str]]:
        holders: dict[int, list[str]] = {}
        for code, rank in self.ranks.items():
            holders.setdefault(rank, []).append(code)
        return holders

    @property
    def last_rank(self) -> int:
        """The lowest rank that is held."""
        return max(self.ranks.values())

    @property
    def tied_ranks(self) -> list[int]:
        """The ranks that several units hold."""
        return sorted(rank for rank, holders in self._holders.items() if len(holders) > 1)


class GroupFigures:
    """What a group's sentences may speak of."""

    def __init__(self, part: PublicationPart, result: GroupResult) -> None:
        self.part = part
        self.result = result
        self.total = ScoreTable(result.total)
        self.earlier = [(edition, found) for edition in part.earlier if (found := _same_group(edition, result))]
        self.before = ScoreTable(self.earlier[0][1].total) if self.earlier else None
        owners = {
            index.key: [pillar.name for pillar in part.index_set.pillars if index.key in pillar.main_index_keys]
            for index in part.index_set.main_indices
        }
        names = [index.name for index in part.index_set.main_indices]
        self.indices: dict[str, ScoreTable | None] = {}
        self.pillars = {pillar.name: ScoreTable(pillar) for pillar in result.pillars}
        self.pillar_keys = {pillar.name: pillar.key for pillar in result.pillars}
        scored = {ranking.key: ScoreTable(ranking) for ranking in result.main_indices}
        for index in part.index_set.main_indices:
            if index.max_points != 0:
                shared = names.count(index.name) > 1 and len(owners[index.key]) == 1
                label = f"{index.name} ({owners[index.key][0]})" if shared else index.name
                self.indices[label] = scored.get(index.key)

    @property
    def full_indices(self) -> Mapping[str, ScoreTable]:
        """The main indices that are known for every unit, by name."""
        return {
            name: table
            for name, table in self.indices.items()
            if table is not None and table.scores.keys() == table.units.keys()
        }

    @property
    def both(self) -> list[str]:
        """The codes of the units that have a total in this edition and in the one before."""
        return [code for code in self.total.scores if self.before and code in self.before.scores]

    def places_won(self) -> dict[str, int]:
        """How many places each unit of `both` won since the edition before."""
        before = self.before.ranks if self.before else {}
        return {code: before[code] - self.total.ranks[code] for code in self.both}


def _same_group(edition: EarlierEdition, result: GroupResult) -> GroupResult | None:
    return next((other for other in edition.results if other.group.key == result.group.key), None)
