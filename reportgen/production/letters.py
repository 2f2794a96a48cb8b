"""A letter of a run before and after it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from reportgen.problems import Place, Problem
from reportgen.write.letter_run import Records

State: TypeAlias = Literal["written", "kept", "refused"]


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    """A letter to be made: its row and where that stands, the name of its file, what its slots and tables hold.

    A letter without a file is not made, because of its `problems`.
    """

    row: int
    place: Place
    file: str | None
    values: Mapping[str, str]
    records: Records = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterResult:
    """What became of one row: its file (in the run's folder) with its hash and PDF, or why there is none."""

    row: int
    state: State
    file: str | None
    sha256: str | None
    problems: tuple[Problem, ...] = ()
    pdf: str | None = None
