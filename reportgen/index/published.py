"""Published results held against what the data itself gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reportgen.index.scoring import Scores, to_decimals
from reportgen.model.measurements import Measurements, Unit
from reportgen.model.ranking import rank_units
from reportgen.problems import Place, Problem
from reportgen.problems.indicators import RANK_DIFFERS, TOTAL_DIFFERS

TOLERANCE = Decimal("0.0001")
"""How far a published total may be from the sum of indices that were printed with four decimals."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A published total, pillar value or rank that the data does not bear out."""

    unit: Unit
    kind: Literal["total", "pillar", "rank"]
    published: Decimal
    computed: Decimal
    pillar: str = ""


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """What a check of published results found: how many totals could be recomputed, and what differs."""

    totals_checked: int
    ranks_checked: int
    discrepancies: tuple[Discrepancy, ...]


def check_published(measurements: Measurements, scores: Scores, *, tolerance: Decimal = TOLERANCE) -> PublishedCheck:
    """Recompute published totals and pillars where all is known, and published ranks from published totals.

    `scores` have to be made with `MissingRule.KEEP`: under another rule an incomplete unit would seem to differ.
    """
    computed = dict(zip(measurements.codes, to_decimals(scores.totals), strict=True))
    known = {code for code, total in computed.items() if total is not None}
    totals = known & measurements.published.totals.keys()
    found = [
        *_differing_totals(measurements, computed, tolerance),
        *_differing_pillars(measurements, scores, tolerance),
        *_differing_ranks(measurements),
    ]
    return PublishedCheck(len(totals), len(measurements.published.ranks), tuple(found))


def _differing_totals(
    measurements: Measurements, computed: dict[str, Decimal | None], tolerance: Decimal
) -> Iterator[Discrepancy]:
    for unit in measurements.units:
        published, own = measurements.published.totals.get(unit.code), computed[unit.code]
        if published is not None and own is not None and abs(published - own) > tolerance:
            yield Discrepancy(unit, "total", published, own)


def _differing_pillars(measurements: Measurements, scores: Scores, tolerance: Decimal) -> Iterator[Discrepancy]:
    for position, pillar in enumerate(scores.index_set.pillars):
        published = measurements.published.pillars.get(pillar.key, {})
        for unit, own in zip(measurements.units, to_decimals(scores.pillars[:, position]), strict=True):
            given = published.get(unit.code)
            if given is not None and own is not None and abs(given - own) > tolerance:
                yield Discrepancy(unit, "pillar", given, own, pillar.key)


def _differing_ranks(measurements: Measurements) -> Iterator[Discrepancy]:
    """Compare the ranks given with those of the published totals; a rank is open where totals print the same.

    Totals were ranked before they were rounded, so that units with the same printed total may have any order.
    """
    totals = [measurements.published.totals.get(code) for code in measurements.codes]
    if any(total is None for total in totals):
        return
    rows = {row.unit.code: row for row in rank_units(measurements.units, totals, precision=4)}
    shared = Counter(row.rank for row in rows.values())
    for code, given in measurements.published.ranks.items():
        row = rows.get(code)
        if row is None or row.rank is None:
            continue
        if not row.rank <= given < row.rank + shared[row.rank]:
            yield Discrepancy(row.unit, "rank", Decimal(given), Decimal(row.rank))


def report_discrepancies(
    check: PublishedCheck,
    places: Mapping[str, Place],
    *,
    total_places: Mapping[str, Place] | None = None,
    rank_places: Mapping[str, Place] | None = None,
    tolerance: Decimal = TOLERANCE,
) -> list[Problem]:
    """Return a warning for each total, pillar and rank that differs.

    It is at the place of the total or rank in the data file, by code of unit; where that is not given, at that of the
    unit.
    """
    of_kind = {"total": total_places or {}, "rank": rank_places or {}}
    problems = []
    for found in check.discrepancies:
        place = of_kind.get(found.kind, {}).get(found.unit.code) or places.get(found.unit.code, Place())
        numbers = {"published": _printed(found.published), "computed": _printed(found.computed)}
        if found.kind == "rank":
            problems.append(RANK_DIFFERS.at(place, unit=found.unit.name, **numbers))
        else:
            problems.append(TOTAL_DIFFERS.at(place, unit=found.unit.name, tolerance=_printed(tolerance), **numbers))
    return problems


def _printed(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
