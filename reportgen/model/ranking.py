"""A ranking as it is printed: units in order, with ranks, ties, scores, and the rules that it was made by."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from reportgen.model.measurements import Unit

FULL_PRECISION = 9
"""Decimals at which scores are compared unless less is declared: unrounded, but for the noise of binary numbers."""


class MissingRule(StrEnum):
    """What happens to an index that is made of others, some of which are unknown."""

    KEEP = "chua_biet"
    """It is unknown too."""
    EXCLUDE = "loai_tru"
    """It is made of those that are known: their points over their maximum."""
    ZERO = "tinh_khong"
    """The unknown count as zero."""
    IMPUTE = "thay_trung_binh"
    """The unknown are taken to be the mean of the units whose value is known."""

    @property
    def words(self) -> str:
        """How a document states the rule, in Vietnamese."""
        return _RULE_WORDS[self]


_RULE_WORDS = {
    MissingRule.KEEP: "chỉ số có thành phần chưa có số liệu thì để là chưa có số liệu, không xếp hạng",
    MissingRule.EXCLUDE: "thành phần chưa có số liệu được loại khỏi cả điểm đạt và điểm tối đa",
    MissingRule.ZERO: "thành phần chưa có số liệu được tính 0 điểm",
    MissingRule.IMPUTE: "thành phần chưa có số liệu được thay bằng trung bình của các đơn vị có số liệu",
}


class ScoreOrigin(StrEnum):
    """Where the scores of a ranking come from."""

    COMPUTED = "tinh_toan"
    PUBLISHED = "cong_bo"
    DERIVED = "suy_ra"
    """Worked out from published results, as sure as their rounding allows."""


@dataclass(frozen=True, slots=True)
class RankFirmness:
    """How firm a rank is: the interval of ranks under other defensible methods, and the chance of keeping it."""

    best: int
    worst: int
    holding: Decimal


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit in its place. `rank` and `score` are `None` where the score is unknown."""

    unit: Unit
    rank: int | None
    score: Decimal | None
    is_tied: bool = False
    indices: tuple[Decimal | None, ...] = ()
    """The values of the ranking's `index_keys`."""

    @property
    def printed_score(self) -> Decimal | None:
        """The score with the four decimals that are published, rounded half up once, at the end."""
        return None if self.score is None else round_score(self.score)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Units ranked by one score, the best first, those without a score at the end.

    Standard competition ranking: units whose scores agree to `precision` decimals share a rank, and as many ranks
    are left out after them.
    """

    key: str
    name: str
    year: int
    rows: tuple[RankedUnit, ...]
    precision: int
    missing_rule: MissingRule
    origin: ScoreOrigin
    index_keys: tuple[str, ...] = ()
    index_names: tuple[str, ...] = ()
    source: str = ""
    is_illustrative: bool = False

    def rank_of(self, code: str) -> int | None:
        """Return the rank of a unit; `None` if its score is unknown. Raises `KeyError` if it is not ranked here."""
        return self.row_of(code).rank

    def row_of(self, code: str) -> RankedUnit:
        """Return the row of a unit; raises `KeyError` if it is not ranked here."""
        for row in self.rows:
            if row.unit.code == code:
                return row
        raise KeyError(code)

    @property
    def ranks(self) -> dict[str, int]:
        """The ranks by code, of the units that have one."""
        return {row.unit.code: row.rank for row in self.rows if row.rank is not None}

    @property
    def ties(self) -> tuple[tuple[RankedUnit, ...], ...]:
        """The groups of units that share a rank, from the top."""
        ranks = dict.fromkeys(row.rank for row in self.rows if row.is_tied)
        return tuple(tuple(row for row in self.rows if row.rank == rank) for rank in ranks)


def round_score(score: Decimal, decimals: int = 4) -> Decimal:
    """Return `score` with `decimals` decimals, half away from zero."""
    return score.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def rank_units(
    units: Sequence[Unit],
    scores: Sequence[Decimal | None],
    *,
    precision: int = FULL_PRECISION,
    indices: Iterable[tuple[Decimal | None, ...]] | None = None,
) -> tuple[RankedUnit, ...]:
    """Return `units` in the order of `scores`, best first, by standard competition ranking (1, 2, 2, 4).

    Scores that agree to `precision` decimals are a tie; tied units keep the order given.
    """
    compared = [None if score is None else round_score(score, precision) for score in scores]
    known = sorted((value for value in compared if value is not None), reverse=True)
    first: dict[Decimal, int] = {}
    for place, value in enumerate(known, start=1):
        first.setdefault(value, place)
    tied = {value for value, following in itertools.pairwise(known) if value == following}
    cells = list(indices) if indices is not None else [()] * len(units)
    rows = [
        RankedUnit(unit, None if key is None else first[key], score, key in tied, values)
        for unit, score, key, values in zip(units, scores, compared, cells, strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: (row.rank is None, row.rank or 0)))
