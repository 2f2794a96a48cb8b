"""The mutation test: clean documents, each kind of fault seeded in several, and what the checker finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from reportgen import InputProblems, build_document
from reportgen.decree30.check import CheckReport, check_document
from reportgen.production.form import agency_names
from tests.decree30.clean_inputs import CLEAN_INPUTS
from tests.decree30.editable import Editable
from tests.decree30.mutations import MUTATIONS
from tests.decree30.seeders import Mutation, is_found

SAMPLES = Path(__file__).parents[2] / "samples"
PLACES = 5
"""In how many documents a kind of fault is seeded, as far as so many have room for it."""
LONG = 100
"""From so many paragraphs on a document is long: to check one takes as long as a dozen of the others."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one kind of fault: in how many documents it was seeded and found, what else was found there."""

    mutation: Mutation
    placed: int
    found: int
    extra: tuple[str, ...]
    missed_in: tuple[str, ...]


@cache
def clean_documents(folder: Path) -> Mapping[str, bytes]:
    """Return the Word files of every sample and of the invented inputs (written to `folder` to be read), by name."""
    samples = {f"{path.parent.name}/{path.stem}": path for path in sorted(SAMPLES.glob("*/*.yaml"))}
    return {**_build(samples), **invented_documents(folder, CLEAN_INPUTS)}


def invented_documents(folder: Path, keys: Iterable[str]) -> Mapping[str, bytes]:
    """Return the Word files of the invented inputs `keys`, written to `folder` to be read, by name."""
    sources = {}
    for key in keys:
        sources[f"thu/{key}"] = folder / f"{key}.yaml"
        sources[f"thu/{key}"].write_text(CLEAN_INPUTS[key], encoding="utf-8")
    return _build(sources)


def _build(sources: Mapping[str, Path]) -> dict[str, bytes]:
    documents = {}
    for name, path in sources.items():
        try:
            documents[name] = build_document(path).docx
        except InputProblems:
            # Samples that show faults of the input, or belong to a batch, make no document by themselves.
            continue
    return documents


@cache
def clean_reports(folder: Path) -> Mapping[str, CheckReport]:
    """Return the checks of the clean documents as they are, by name."""
    return {name: check(data, name) for name, data in clean_documents(folder).items()}


def check(data: bytes, name: str) -> CheckReport:
    """Check a document as the command does, with the register's names."""
    return check_document(data, name, names=agency_names())


def seed_all(folder: Path, places: int = PLACES, *, long_last: bool = False) -> Iterator[Tally]:
    """Seed each kind of fault in so many documents and tell what was found.

    With `long_last`, long documents are taken only for faults that too few of the others have room for.
    """
    yield from _Sower(clean_documents(folder), clean_reports(folder), long_last=long_last).sow(places)


def _told(report: CheckReport) -> set[tuple[str, str]]:
    return {(finding.rule.id, finding.excerpt) for finding in report.findings}


class _Sower:
    """Seeds faults in documents, of which it keeps each open: a seeder that finds no room leaves it as it is."""

    def __init__(
        self, documents: Mapping[str, bytes], reports: Mapping[str, CheckReport], *, long_last: bool
    ) -> None:
        self.documents = documents
        self.known = {name: _told(report) for name, report in reports.items()}
        self.last = {
            name for name, one in reports.items() if long_last and len(one.recognised.seen.paragraphs) >= LONG
        }
        self.open: dict[str, Editable] = {}

    def sow(self, places: int) -> Iterator[Tally]:
        """Yield what becomes of each kind of fault."""
        yield from (self._seed(mutation, places) for mutation in MUTATIONS)

    def _seed(self, mutation: Mutation, places: int) -> Tally:
        random = Random(mutation.key)  # noqa: S311  (a place, not a secret)
        names = sorted(self.documents)
        random.shuffle(names)
        names.sort(key=self.last.__contains__)
        placed = found = 0
        extra: set[str] = set()
        missed: list[str] = []
        for name in names:
            if placed == places:
                break
            spoilt = self.open.pop(name, None) or Editable(self.documents[name], name)
            place = mutation.seed(spoilt, random)
            if place is None:
                self.open[name] = spoilt
                continue
            placed += 1
            try:
                report = check(spoilt.file.to_bytes(), name)
            except InputProblems:
                # So little is left that the checker takes it for no document at all: the fault itself is not named.
                missed.append(f"{name} (không nhận ra)")
                continue
            hit = any(is_found(finding, mutation, place, spoilt) for finding in report.findings)
            found += hit
            extra |= {rule for rule, _ in _told(report) - self.known[name] if rule not in mutation.rules}
            if not hit:
                missed.append(name)
        return Tally(mutation, placed, found, tuple(sorted(extra)), tuple(missed))
