"""The types of a problem: severity, place, kind (an entry of the catalogue) and finding."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["vi", "en"]


class Severity(StrEnum):
    """How much a problem matters: an error stops the document, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def label(self, language: Language) -> str:
        """The word that a reader of `language` sees for this severity."""
        return _SEVERITY_WORDS[language][self]


_SEVERITY_WORDS: Mapping[Language, Mapping[Severity, str]] = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "lưu ý"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem is. What does not apply is `None`; lines, columns, pages and paragraphs count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    key: str | None = None
    sheet: str | None = None
    cell: str | None = None
    page: int | None = None
    paragraph: int | None = None
    text: str | None = None

    def describe(self, language: Language) -> str:
        """Return the place in one line, as a reader of `language` would say it; empty if nothing is known."""
        file = self.file or ""
        if self.line is not None:
            file += f":{self.line}" + (f":{self.column}" if self.column is not None else "")
        parts = [file] if file else []
        for name, value in (
            ("key", self.key),
            ("sheet", self.sheet),
            ("cell", self.cell),
            ("page", self.page),
            ("paragraph", self.paragraph),
            ("text", self.text),
        ):
            if value is not None:
                parts.append(_PLACE_WORDS[language][name].format(value))
        return ", ".join(parts)


_PLACE_WORDS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "key": "mục `{}`",
        "sheet": 'trang tính "{}"',
        "cell": "ô {}",
        "page": "trang {}",
        "paragraph": "đoạn {}",
        "text": "chỗ “{}”",
    },
    "en": {
        "key": "key `{}`",
        "sheet": 'sheet "{}"',
        "cell": "cell {}",
        "page": "page {}",
        "paragraph": "paragraph {}",
        "text": "at “{}”",
    },
}


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """An entry of the catalogue: what can be wrong, in both languages.

    Messages and hints are `str.format` patterns. Of several hints, the first whose fields are all given (and not
    `None`) is printed; a kind whose hint depends on a suggestion therefore lists a plain one after it.
    """

    code: str
    severity: Severity
    vi: str
    en: str
    hints_vi: tuple[str, ...] = ()
    hints_en: tuple[str, ...] = ()

    def at(self, place: Place, **values: object) -> Problem:
        """Return a finding of this kind at `place`, its wording filled with `values`."""
        return Problem(self, place, {name: value for name, value in values.items() if value is not None})


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a kind of problem, at a place, with the values that its wording names."""

    kind: ProblemKind
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The stable code, e.g. `DV101`."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.kind.severity

    def message(self, language: Language = "vi") -> str:
        """Return what is wrong, as one sentence without a final stop."""
        return (self.kind.vi if language == "vi" else self.kind.en).format(**self.values)

    def hint(self, language: Language = "vi") -> str | None:
        """Return what to do about it, or `None` when there is nothing to suggest."""
        for pattern in self.kind.hints_vi if language == "vi" else self.kind.hints_en:
            names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name}
            if names <= self.values.keys():
                return pattern.format(**self.values)
        return None


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of `problems` stops the document from being made."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class ReportgenError(Exception):
    """The root of every exception that this package raises on purpose."""


class InputProblems(ReportgenError):  # noqa: N818  the name says what it carries
    """The input cannot become a document. `problems` holds every problem found, warnings included."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"[{p.code}] {p.place.describe('vi')}: {p.message('vi')}" for p in self.problems))


class OutputError(ReportgenError):
    """A file, folder or outside program refused; nothing was written. `problem` says which and why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(f"[{problem.code}] {problem.place.describe('vi')}: {problem.message('vi')}")
