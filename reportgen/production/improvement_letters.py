"""Improvement letters: from a table of indicators to one letter for each unit, planned as a run of letters.

The lists that the letters are filled from can be kept: `reportgen batch` makes the same letters of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportgen.compose.improvement import FOCUS_TITLES, VALUE_TITLES, WEAK_TITLES, UnitAdvice, compose_advice
from reportgen.document import Document, Paragraph, Role
from reportgen.model.agencies import AgencyRegister
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import improvement as kinds
from reportgen.problems.recipients import UNUSED_RECORDS
from reportgen.production.batch_plan import BatchPlan, plan_batch
from reportgen.production.ranking import RankedFile, rank_file
from reportgen.read.data_files import load_register
from reportgen.read.list_rows import ListRow
from reportgen.read.recipients import ROW_NUMBER, Recipient, RecipientList
from reportgen.read.records import RecordList
from reportgen.write.data_text import guard_formula

KEY = "ma"
WEAK_ROWS = "chi_so"
FOCUS_ROWS = "trong_tam"
"""The names by which a table of the letter takes its rows (`dong_theo`)."""
RECIPIENTS_NAME = "danh_sach.csv"
MOST_INDICES = 3
DEFAULT_NAMES = "{ma}"


@dataclass(frozen=True, slots=True)
class ImprovementLetters:
    """The letters planned, and the lists they are filled from as CSV files by name.

    `problems` are the warnings and notes about the table of indicators; those about the letter are in the plan.
    """

    plan: BatchPlan
    lists: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def plan_improvement_letters(
    table: str | Path,
    letter: str | Path,
    *,
    index_set: str,
    year: int,
    scale: Scale = Scale.INDEX,
    missing_rule: MissingRule = MissingRule.KEEP,
    take_published: bool = False,
    most: int = MOST_INDICES,
    pattern: str = DEFAULT_NAMES,
    template: str | Path | None = None,
) -> ImprovementLetters:
    """Rank the units in `table` and plan one letter, made from `letter`, for each of them.

    The first parameters are those of `rank_file`. In `letter`, `{{key}}` stands for a value of the unit
    (`VALUE_TITLES`), and a table with `dong_theo: chi_so` or `dong_theo: trong_tam` takes the indices where it
    could gain most, at most `most` of those with a value, or the components to push under them.

    Raises:
        InputProblems: the table cannot be ranked, or the letter cannot be made; every problem of both is in it.
        OutputError: a file cannot be read.
        DataFileError: there is no such index set.
    """
    ranked: RankedFile | None = None
    problems: list[Problem] = []
    try:
        ranked = rank_file(
            table,
            index_set=index_set,
            year=year,
            scale=scale,
            missing_rule=missing_rule,
            take_published=take_published,
        )
    except InputProblems as error:
        problems += error.problems
    recipients, records = _lists(str(table), ranked, year, most)
    try:
        plan = plan_batch(letter, recipients, pattern=pattern, template=template, records=records)
    except InputProblems as error:
        raise InputProblems([*problems, *error.problems]) from error
    problems += _check_letter(plan, str(letter), ranked)
    if ranked is None or any(problem.kind is not kinds.NO_OWN_ROWS for problem in problems):
        raise InputProblems(problems)
    unused = [problem for problem in plan.problems if problem.kind is not UNUSED_RECORDS]
    plan = replace(plan, problems=(*unused, *problems))
    found = [*ranked.problems, *_unused_totals(ranked, Place(file=str(table)))]
    return ImprovementLetters(plan, _csv_files(recipients, records), tuple(found))


def _lists(file: str, ranked: RankedFile | None, year: int, most: int) -> tuple[RecipientList, dict[str, RecordList]]:
    """Return the recipients and the rows of their tables.

    Of a table that cannot be ranked one blank recipient stands in, so that the letter is checked all the same.
    """
    titles = {ROW_NUMBER: "STT", **VALUE_TITLES}
    if ranked is None:
        blank = Recipient(1, Place(file=file), dict.fromkeys(titles, ""))
        listed = RecipientList(titles, (blank,), is_built_in=True)
        return listed, {name: RecordList(file, KEY, width, {}) for name, width in _WIDTHS.items()}
    names = _agency_names(ranked, load_register(), date(year, 12, 31))
    advice = [each for result in ranked.results for each in compose_advice(result, names, most=most)]
    places = [ranked.unit_places.get(each.unit.code, Place(file=file)) for each in advice]
    recipients = tuple(
        Recipient(number, place, {ROW_NUMBER: str(number), **each.values})
        for number, (each, place) in enumerate(zip(advice, places, strict=True), start=1)
    )
    rows = {
        WEAK_ROWS: _records(file, WEAK_ROWS, [(each, each.weak_rows) for each in advice], places),
        FOCUS_ROWS: _records(file, FOCUS_ROWS, [(each, each.focus_rows) for each in advice], places),
    }
    return RecipientList(titles, recipients, is_built_in=True), rows


_WIDTHS = {WEAK_ROWS: len(WEAK_TITLES), FOCUS_ROWS: len(FOCUS_TITLES)}


def _agency_names(ranked: RankedFile, register: AgencyRegister, day: date) -> dict[str, str]:
    units = (unit for result in ranked.results for unit in result.measurements.units)
    return {unit.code: register.name_on(unit.code, day) for unit in units}


def _records(
    file: str, name: str, rows: Sequence[tuple[UnitAdvice, tuple[tuple[str, ...], ...]]], places: Sequence[Place]
) -> RecordList:
    listed = {
        advice.unit.code: tuple(ListRow(place, (advice.unit.code, *cells)) for cells in own)
        for (advice, own), place in zip(rows, places, strict=True)
    }
    return RecordList(file, KEY, _WIDTHS[name], listed)


def _check_letter(plan: BatchPlan, letter: str, ranked: RankedFile | None) -> Iterator[Problem]:
    """Yield what does not fit between the letter and the table."""
    place = Place(file=letter)
    if WEAK_ROWS not in plan.run.lists:
        yield kinds.NO_OWN_ROWS.at(place, rows=WEAK_ROWS)
    if ranked is None:
        return
    first = ranked.results[0]
    if FOCUS_ROWS in plan.run.lists and first.scores.index_set.focus is None:
        yield kinds.NO_FOCUS.at(place, rows=FOCUS_ROWS, index_set=first.scores.index_set.name)
    if first.measurements.is_illustrative and not _says_illustrative(plan.document):
        yield kinds.LETTER_NOT_ILLUSTRATIVE.at(place)


def _unused_totals(ranked: RankedFile, place: Place) -> Iterator[Problem]:
    """Tell of units that would have a rank if their published totals were taken."""
    count = sum(
        row.rank is None and row.unit.code in result.measurements.published.totals
        for result in ranked.results
        for row in result.total.rows
    )
    if count:
        yield kinds.PUBLISHED_NOT_USED.at(place, count=count)


def _says_illustrative(document: Document) -> bool:
    return any(
        isinstance(block, Paragraph) and block.role is Role.ILLUSTRATION_NOTE
        for blocks in document.block_slots.values()
        for block in blocks
    )


def _csv_files(recipients: RecipientList, records: Mapping[str, RecordList]) -> dict[str, bytes]:
    """Return the lists as `reportgen batch` reads them: semicolons, for the texts have commas."""
    people = [[each.values[key] for key in VALUE_TITLES] for each in recipients.recipients]
    files = {RECIPIENTS_NAME: _csv([*VALUE_TITLES.values()], people)}
    titles = {WEAK_ROWS: WEAK_TITLES, FOCUS_ROWS: FOCUS_TITLES}
    for name, listed in records.items():
        rows = [row.cells for own in listed.rows.values() for row in own]
        files[f"{name}.csv"] = _csv([VALUE_TITLES[KEY], *titles[name]], rows)
    return files


def _csv(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([guard_formula(cell) for cell in row] for row in (titles, *rows))
    return stream.getvalue().encode("utf-8-sig")
