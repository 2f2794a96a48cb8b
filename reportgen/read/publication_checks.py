"""What the values of an edition say about each other: keys, years, days, targets and sources, each with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.model.input_model import KeyPath
from reportgen.model.publication import EditionData, PartInput, PublicationInput, TargetSeries
from reportgen.problems import Problem, ProblemKind
from reportgen.problems import publication as kinds
from reportgen.read.source import Source
from reportgen.vietnamese.dates import short_date
from reportgen.vietnamese.numbers import format_number

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""The years that figures may be of, as index sets have it."""

_PART_KEY = re.compile(r"[a-z][a-z0-9_]{0,19}")
_FILE_NAME = re.compile(r"[^\n]*\.(?:docx?|docm|odt|rtf|txt|pdf|html?|png|jpe?g|xlsx?|pptx?)", re.IGNORECASE)
_PATH = re.compile(r"(?:[A-Za-z]:)?[\w.~-]*[/\\][\w.~/\\-]*")
_HUNDRED = 100


def check_edition_values(
    publication: PublicationInput, source: Source, is_refused: Callable[[KeyPath], bool]
) -> list[Problem]:
    """Return what is wrong with the values of `publication`, the files that it names apart.

    Where `is_refused` says that a value was left out, an example may stand in its place: nothing is said of it.
    """
    return list(_Check(publication, source, is_refused).problems())


def is_year(year: int) -> bool:
    """Say whether figures may be of `year`."""
    return FIRST_YEAR <= year <= LAST_YEAR


def is_file_name(text: str) -> bool:
    """Say whether `text` is the name or path of a file and nothing that anyone would read."""
    return bool(_FILE_NAME.fullmatch(text) or _PATH.fullmatch(text))


def iter_editions(publication: PublicationInput) -> Iterator[tuple[KeyPath, EditionData]]:
    """Yield each part and each of its earlier editions, with the path of its keys."""
    for index, part in enumerate(publication.parts):
        yield ("phan", index), part
        for number, earlier in enumerate(part.earlier or ()):
            yield ("phan", index, "cac_nam_truoc", number), earlier


class _Check:
    """Goes through an edition; what is told is told of values that were read."""

    def __init__(self, publication: PublicationInput, source: Source, is_refused: Callable[[KeyPath], bool]) -> None:
        self.given = publication
        self.source = source
        self.is_refused = is_refused

    def problems(self) -> Iterator[Problem]:
        """Yield every problem."""
        yield from self._years()
        keys = Counter[str]()
        for index, part in enumerate(self.given.parts):
            yield from self._part(part, ("phan", index), keys)
        for index, target in enumerate(self.given.targets or ()):
            yield from self._target(target, ("chi_tieu", index))

    def _tell(self, kind: ProblemKind, path: KeyPath, **values: object) -> Iterator[Problem]:
        if not self.is_refused(path):
            yield kind.at(self.source.place(path), **values)

    def _years(self) -> Iterator[Problem]:
        found: list[tuple[KeyPath, int]] = [(("nam",), self.given.year)]
        found += [((*path, "nam"), edition.year) for path, edition in iter_editions(self.given)]
        for path, year in found:
            if not is_year(year):
                yield from self._tell(kinds.YEAR_OUT_OF_RANGE, path, found=year, first=FIRST_YEAR, last=LAST_YEAR)
        latest = max((year for path, year in found if is_year(year) and not self.is_refused(path)), default=0)
        day = self.given.day
        if day is not None and day.year < latest:
            yield from self._tell(kinds.DAY_BEFORE_FIGURES, ("ngay",), found=short_date(day), year=latest)

    def _part(self, part: PartInput, path: KeyPath, keys: Counter[str]) -> Iterator[Problem]:
        key = (*path, "khoa")
        if not self.is_refused(key):
            keys[part.key] += 1
            if not _PART_KEY.fullmatch(part.key):
                yield from self._tell(kinds.BAD_PART_KEY, key, found=part.key)
            elif keys[part.key] > 1:
                yield from self._tell(kinds.PART_TWICE, key, found=part.key)
        if part.source is None and not self.is_refused((*path, "nguon")):
            yield kinds.NO_SOURCE.at(self.source.key_place(path))
        if self.is_refused((*path, "nam")):
            return
        if part.year != self.given.year and is_year(part.year) and not self.is_refused(("nam",)):
            yield from self._tell(kinds.YEAR_DIFFERS, (*path, "nam"), found=part.year, year=self.given.year)
        years: set[int] = set()
        for number, earlier in enumerate(part.earlier or ()):
            inner: KeyPath = (*path, "cac_nam_truoc", number, "nam")
            if self.is_refused(inner):
                continue
            if earlier.year >= part.year or earlier.year in years:
                yield from self._tell(kinds.NOT_EARLIER, inner, found=earlier.year, year=part.year)
            years.add(earlier.year)

    def _target(self, target: TargetSeries, path: KeyPath) -> Iterator[Problem]:
        years: set[int] = set()
        for number, value in enumerate(target.values):
            inner: KeyPath = (*path, "cac_nam", number)
            where = (*inner, "nam")
            if not is_year(value.year):
                yield from self._tell(
                    kinds.YEAR_OUT_OF_RANGE, where, found=value.year, first=FIRST_YEAR, last=LAST_YEAR
                )
            elif not self.is_refused(where):
                if value.year in years:
                    yield from self._tell(kinds.YEAR_TWICE, where, target=target.name, found=value.year)
                years.add(value.year)
            for key, amount in (("thuc_hien", value.achieved), ("muc_tieu", value.target)):
                if target.unit == "%" and isinstance(amount, Decimal) and amount > _HUNDRED:
                    found = format_number(amount)
                    yield from self._tell(kinds.ABOVE_HUNDRED, (*inner, key), target=target.name, found=found)
