"""What was measured or scored for the units of one edition, as it came: a table of units by indicators.

Unknown is `None`, never zero. Results that were published beforehand stand beside the values, to be taken as they
are and checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.problems import ReportgenError


class Scale(StrEnum):
    """What the numbers of a table are."""

    INDEX = "gia_tri"
    """Index values from 0 to 1, as published: points over the maximum."""
    POINTS = "diem"
    """Points, from 0 to the maximum of the index."""
    RAW = "so_lieu"
    """Measured values of component indicators, to be scored by their rules."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is ranked: the stable code that joins editions, and its name on the day of the edition."""

    code: str
    name: str

    @classmethod
    def of(cls, agency: Agency) -> Unit:
        """Return `agency` as a unit, named as tables name it: a province by its place name, others in full."""
        return cls(agency.code, agency.place if agency.group is AgencyGroup.PROVINCE else agency.name)


@dataclass(frozen=True, slots=True)
class PublishedResults:
    """Totals, pillar values and ranks that were published, by code of unit; what was not published is left out."""

    totals: Mapping[str, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    ranks: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    pillars: Mapping[str, Mapping[str, Decimal]] = field(default_factory=lambda: MappingProxyType({}))
    """By key of pillar, then by code of unit."""


class MeasurementsError(ReportgenError):
    """A table of measurements whose rows and columns do not fit; the message says how."""


@dataclass(frozen=True, slots=True)
class Measurements:
    """The values of `units` (rows) for `keys` of indicators (columns), in one edition.

    `is_illustrative` says that the figures are invented to show the form: all that is made of them has to say so.
    """

    index_set_key: str
    year: int
    scale: Scale
    units: tuple[Unit, ...]
    keys: tuple[str, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    published: PublishedResults = PublishedResults()
    source: str = ""
    is_illustrative: bool = False

    def __post_init__(self) -> None:
        if len(self.values) != len(self.units) or any(len(row) != len(self.keys) for row in self.values):
            raise MeasurementsError("values: one row for each unit and one column for each key")
        if len({unit.code for unit in self.units}) != len(self.units):
            raise MeasurementsError("units: a code stands twice")
        if len(set(self.keys)) != len(self.keys):
            raise MeasurementsError("keys: a key stands twice")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the units, in the order of the rows."""
        return tuple(unit.code for unit in self.units)

    def value(self, code: str, key: str) -> Decimal | None:
        """Return the value of a unit for an indicator; `None`: unknown. Raises `ValueError` if either is not here."""
        return self.values[self.codes.index(code)][self.keys.index(key)]

    def restrict(self, codes: Iterable[str]) -> Measurements:
        """Return the rows of the units in `codes` only, in the order of this table."""
        wanted = set(codes)
        rows = [row for row, unit in enumerate(self.units) if unit.code in wanted]
        kept = {self.units[row].code for row in rows}
        return replace(
            self,
            units=tuple(self.units[row] for row in rows),
            values=tuple(self.values[row] for row in rows),
            published=_restrict_published(self.published, kept),
        )

    def fingerprint(self) -> str:
        """Return the SHA-256 of the content, the same for the same figures wherever they are read from."""
        digest = hashlib.sha256()
        digest.update(f"{self.index_set_key}|{self.year}|{self.scale}|{'|'.join(self.keys)}".encode())
        for unit, row in zip(self.units, self.values, strict=True):
            cells = "|".join("?" if value is None else str(value.normalize()) for value in row)
            digest.update(f"\n{unit.code}|{cells}".encode())
        for code, total in sorted(self.published.totals.items()):
            digest.update(f"\n={code}|{total.normalize()}".encode())
        return digest.hexdigest()


def _restrict_published(published: PublishedResults, codes: set[str]) -> PublishedResults:
    """Keep the results of `codes`. The ranks go: they were given among all units."""
    return PublishedResults(
        totals={code: total for code, total in published.totals.items() if code in codes},
        ranks=published.ranks if published.ranks.keys() <= codes else {},
        pillars={key: {c: v for c, v in values.items() if c in codes} for key, values in published.pillars.items()},
    )
