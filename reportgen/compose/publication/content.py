"""What a publication is composed of: texts of its editors and, for each part, the ranked results of this year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reportgen.document import Blocks
from reportgen.index.edition import GroupResult
from reportgen.index.improvements import Improvement
from reportgen.index.rank_change import RankChange
from reportgen.model.index_set import IndexSet
from reportgen.model.merge_rule import MergeRule
from reportgen.model.publication import TargetSeries
from reportgen.model.ranking import MissingRule

CLOSING = "ket_luan"
"""The name of the editors' closing text among the comments of a publication; those of parts go by their keys."""


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """A unit's total and rank in one edition; `None`: unknown, not ranked, or not comparable."""

    year: int
    total: Decimal | None
    rank: int | None


@dataclass(frozen=True, eq=False, slots=True)
class EarlierEdition:
    """An edition before this one, carried over to the units of today.

    Attributes:
        year: Its year.
        index_set: The set it was made with.
        results: Its groups, in the order of its set.
        merge_rule: What merged units' values were taken to be.
        merged_units: The codes of units of today that were made of several.
    """

    year: int
    index_set: IndexSet
    results: tuple[GroupResult, ...]
    merge_rule: MergeRule
    merged_units: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, slots=True)
class PublicationPart:
    """Units that are measured by one index set: the provinces, the ministries.

    Attributes:
        key: Short and unique in the publication, of small letters, digits and "_"; anchors are named by it.
        title: The title of its chapters, such as "cấp tỉnh".
        unit_noun: What a unit is called in a sentence, such as "tỉnh, thành phố".
        year: The year of the figures.
        index_set: The set in force, complete with the points that the data gave.
        missing_rule: What was done with unknown values.
        takes_published: Whether totals are those that were published.
        results: The groups of units, ranked apart, in the order of the set.
        improvements: What would raise each unit most, by its code.
        earlier: The editions before, the latest first.
        changes: Why the rank of a unit changed since the latest of them, by its code; empty without one.
        history: Totals and ranks by code of unit, the earliest year first, this year last.
        merge_rule: What this year's values of merged units were taken to be.
        merged_units: The codes of units whose values of this year were made of those of several.
        unit_groups: What kind each unit is of, by its code, for the colours of a chart; empty where all are alike.
        given_points: The keys of the main indices and components whose maximum is not public and came with the data.
    """

    key: str
    title: str
    unit_noun: str
    year: int
    index_set: IndexSet
    missing_rule: MissingRule
    takes_published: bool
    results: tuple[GroupResult, ...]
    improvements: Mapping[str, tuple[Improvement, ...]]
    earlier: tuple[EarlierEdition, ...]
    changes: Mapping[str, RankChange]
    history: Mapping[str, tuple[HistoryPoint, ...]]
    unit_groups: Mapping[str, str] = field(default_factory=dict)
    merge_rule: MergeRule = MergeRule.MEAN
    merged_units: frozenset[str] = frozenset()
    given_points: frozenset[str] = frozenset()

    @property
    def is_illustrative(self) -> bool:
        """Whether any of the figures, of this year or before, are invented to show the form."""
        editions = (self.results, *(edition.results for edition in self.earlier))
        return any(result.measurements.is_illustrative for results in editions for result in results)

    @property
    def source(self) -> str:
        """Where this year's figures come from, as the data says it; empty if it does not."""
        return next((result.measurements.source for result in self.results if result.measurements.source), "")


@dataclass(frozen=True, eq=False, slots=True)
class Publication:
    """A whole edition.

    Attributes:
        title: The title on the cover.
        subtitle: Below it; may be empty.
        agency: Who publishes it.
        place: Where, for the cover.
        year: The year of the figures.
        day: When it is published; the file's properties carry it.
        parts: The parts, in order.
        foreword: The editors' foreword; empty: a visible mark says that it is missing.
        comments: Texts of the editors: on a part by its key, and `CLOSING`; there may be none.
        tiles: The column and row of units on the tile map, by code.
        targets: Targets followed over years, one chart and table each.
    """

    title: str
    subtitle: str
    agency: str
    place: str
    year: int
    day: date | None
    parts: tuple[PublicationPart, ...]
    foreword: Blocks
    comments: Mapping[str, Blocks]
    tiles: Mapping[str, tuple[int, int]]
    targets: tuple[TargetSeries, ...] = ()

    @property
    def is_illustrative(self) -> bool:
        """Whether any figures are invented to show the form: the cover and every part made of them say so."""
        return any(part.is_illustrative for part in self.parts)
