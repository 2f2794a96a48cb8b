"""What reading an input of any kind shares: its source and register, the problems found, the issuer's code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import KeyPath, MissingItem
from reportgen.problems import Problem
from reportgen.problems.input import MISSING
from reportgen.read.agencies import resolve_agency
from reportgen.read.source import Source, describe_path
from reportgen.read.validation import Validated


class InputReading:
    """The checks that need more than one key or the register; `problems` are those found so far."""

    def __init__(self, source: Source, validated: Validated[Any], register: AgencyRegister) -> None:
        self.source = source
        self.is_refused = validated.is_refused
        self.register = register
        self.problems: list[Problem] = []

    def resolve_issuer(self, name: str, day: date | None) -> Agency | None:
        """Return the agency of the key `co_quan` by its code or `name` on `day`; note a problem if there is none."""
        path: KeyPath = ("co_quan",)
        if self.is_refused(path):
            return None
        found = resolve_agency(name, self.register, day, self.source.place(path))
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def keep_missing(self, items: Iterable[MissingItem], *, draft: bool) -> tuple[MissingItem, ...]:
        """Return those of `items` of which no problem is known yet; in the final form each is a problem."""
        missing = tuple(item for item in items if not self.is_refused(item.path))
        if not draft:
            self.problems += [
                MISSING.at(self.source.key_place(item.path), what=item.what, name=describe_path(item.path))
                for item in missing
            ]
        return missing


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems` in the order of the lines that they are about."""
    return sorted(problems, key=lambda problem: (problem.place.line or 0, problem.place.column or 0))
