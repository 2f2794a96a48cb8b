"""The units of a table: who is meant by a code or a name, who is ranked by a set, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Unit
from reportgen.problems import Place, Problem
from reportgen.problems.indicators import (
    CODE_AND_NAME_DIFFER,
    NO_UNIT_RANKED,
    NOT_RANKED_HERE,
    UNIT_TWICE,
    UNITS_MISSING,
)
from reportgen.read.agencies import resolve_agency

_NAMES_LISTED = 10


@dataclass
class UnitReader:
    """Finds units in the register, or takes them as the file names them where there is no register.

    A file of communes, which no register holds, gives codes of its own; a unit without one goes by its name.
    """

    index_set: IndexSet
    register: AgencyRegister | None
    day: date
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _unranked: list[Problem] = field(default_factory=list)
    """One for each unit that the set does not rank, told by `check_missing`: once where it ranks none."""

    def read(self, code: str, name: str, place: Place) -> Unit | None:
        """Return the unit that `code` and `name` (either may be empty) mean; `None`, with a problem, if none."""
        unit = self._own(code, name) if self.register is None else self._registered(code, name, place, self.register)
        if unit is None:
            return None
        first = self.places.setdefault(unit.code, place)
        if first is not place:
            cells = {"first": first.cell, "second": place.cell}
            self.problems.append(UNIT_TWICE.at(place, unit=unit.name, **cells))
            return None
        return unit

    def check_missing(self, place: Place) -> None:
        """Note which units the set does not rank, and which of those that it ranks were not read."""
        if self.register is None:
            return
        if len(self._unranked) > 1 and not self.places:
            values = {**self._unranked[0].values, "count": len(self._unranked)}
            self.problems.append(NO_UNIT_RANKED.at(place, **values))
            return
        self.problems += self._unranked
        missing = [Unit.of(agency).name for agency in ranked_agencies(self.index_set, self.register, self.day)
                   if agency.code not in self.places]  # fmt: skip
        if missing:
            more = f" và {len(missing) - _NAMES_LISTED} đơn vị khác" if len(missing) > _NAMES_LISTED else ""
            names = ", ".join(missing[:_NAMES_LISTED]) + more
            self.problems.append(UNITS_MISSING.at(place, count=len(missing), units=names))

    def _own(self, code: str, name: str) -> Unit:
        return Unit(code or name, name or code)

    def _registered(self, code: str, name: str, place: Place, register: AgencyRegister) -> Unit | None:
        agency = self._find(code or name, place, register)
        if agency is None:
            return None
        if code and name:
            named = register.find(name, self.day) or register.find(name, None)
            if named is not None and named.code != agency.code:
                values = {"code": code, "by_code": agency.name, "name": name}
                self.problems.append(CODE_AND_NAME_DIFFER.at(place, **values))
                return None
        if not is_ranked(agency, self.index_set):
            self._unranked.append(NOT_RANKED_HERE.at(place, unit=agency.name, index_set=self.index_set.name))
            return None
        return Unit.of(agency)

    def _find(self, text: str, place: Place, register: AgencyRegister) -> Agency | None:
        found = resolve_agency(text, register, self.day, place)
        if isinstance(found, Agency):
            return found
        # Sources use a body's later or former name for another year ("TP. Huế" for 2022): the code is the same.
        other = register.find(text, None)
        same = [agency for agency in register.in_force(self.day) if other is not None and agency.code == other.code]
        if same:
            return same[0]
        self.problems.append(found)
        return None


def ranked_agencies(index_set: IndexSet, register: AgencyRegister, day: date) -> tuple[Agency, ...]:
    """Return the agencies that `index_set` ranks, as they are on `day`, in the register's order."""
    return tuple(agency for agency in register.in_force(day) if is_ranked(agency, index_set))


def is_ranked(agency: Agency, index_set: IndexSet) -> bool:
    """Say whether `agency` belongs to one of the groups that `index_set` ranks."""
    return any(group.holds(agency) for group in index_set.groups)
