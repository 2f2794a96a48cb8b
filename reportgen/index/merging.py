"""Units that were merged: what their figures of before count for the units of today, by a declared rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from reportgen.model.agencies import AgencyRegister
from reportgen.model.measurements import Measurements, PublishedResults, Unit
from reportgen.model.merge_rule import MergeRule
from reportgen.problems import ReportgenError


class NoSuccessorError(ReportgenError):
    """A unit has no successor on the day, or several, so that its figures cannot be carried over."""

    def __init__(self, unit: Unit, day: date, successors: Sequence[str]) -> None:
        self.unit = unit
        self.day = day
        self.successors = tuple(successors)
        heirs = ", ".join(successors) or "không có"
        super().__init__(f"{unit.name} ({unit.code}): cơ quan kế thừa ngày {day:%d/%m/%Y}: {heirs}")


@dataclass(frozen=True, slots=True)
class MergedUnit:
    """A unit of today with those of the earlier edition that its figures come from."""

    unit: Unit
    parts: tuple[Unit, ...]

    @property
    def is_merged(self) -> bool:
        """Whether more than one earlier unit went into it."""
        return len(self.parts) > 1


@dataclass(frozen=True, slots=True)
class MergedMeasurements:
    """Measurements carried over to the units of another day, with the rule and what each unit was made of."""

    measurements: Measurements
    rule: MergeRule
    units: tuple[MergedUnit, ...]


def merge_units(
    measurements: Measurements, register: AgencyRegister, day: date, rule: MergeRule
) -> MergedMeasurements:
    """Return `measurements` for the units that exist on `day`, under the codes and names of that day.

    A merged value is known only if all its parts are. Published totals are carried over by the same rule, except
    under `SUM`, as sums of totals mean nothing; published ranks and pillars are not.

    Raises:
        NoSuccessorError: a unit has not exactly one successor on `day`.
        UnknownAgencyError: a unit is not in the register.
    """
    rows: dict[str, list[int]] = {}
    for row, unit in enumerate(measurements.units):
        heirs = register.successors(unit.code, day)
        if len(heirs) != 1:
            raise NoSuccessorError(unit, day, [heir.code for heir in heirs])
        rows.setdefault(heirs[0].code, []).append(row)
    merged = tuple(
        MergedUnit(Unit.of(register.get(code, day)), tuple(measurements.units[row] for row in own))
        for code, own in rows.items()
    )
    values = tuple(
        tuple(
            _combine([measurements.values[row][column] for row in own], rule)
            for column in range(len(measurements.keys))
        )
        for own in rows.values()
    )
    totals = {
        item.unit.code: total
        for item in merged
        if rule is not MergeRule.SUM
        and (total := _combine([measurements.published.totals.get(part.code) for part in item.parts], rule))
        is not None
    }
    carried = replace(
        measurements,
        units=tuple(item.unit for item in merged),
        values=values,
        published=PublishedResults(totals=totals),
    )
    return MergedMeasurements(carried, rule, merged)


def _combine(values: Sequence[Decimal | None], rule: MergeRule) -> Decimal | None:
    known = [value for value in values if value is not None]
    if len(known) < len(values) or (rule is MergeRule.DO_NOT_COMPARE and len(values) > 1):
        return None
    total = sum(known, Decimal(0))
    return total / len(known) if rule is MergeRule.MEAN else total


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A unit in one edition: its value (`None`: unknown or not comparable), and the names it went by then."""

    year: int
    names: tuple[str, ...]
    value: Decimal | None


def make_series(
    code: str,
    key: str,
    editions: Iterable[tuple[Measurements, date]],
    register: AgencyRegister,
    day: date,
    rule: MergeRule,
) -> tuple[SeriesPoint, ...]:
    """Return the values for indicator `key` of the unit that bears `code` on `day`, through the editions.

    Each edition comes with the day that its names are those of. `names` holds the unit's name on that day, or the
    names of the units that were to become it.

    Raises:
        NoSuccessorError: as `merge_units`.
        UnknownAgencyError: a unit is not in the register.
    """
    points = []
    for measurements, named_on in editions:
        merged = merge_units(measurements, register, day, rule)
        item = next((item for item in merged.units if item.unit.code == code), None)
        if item is None or key not in measurements.keys:
            points.append(SeriesPoint(measurements.year, (), None))
            continue
        names = tuple(Unit.of(register.get(part.code, named_on)).name for part in item.parts)
        points.append(SeriesPoint(measurements.year, names, merged.measurements.value(code, key)))
    return tuple(points)
