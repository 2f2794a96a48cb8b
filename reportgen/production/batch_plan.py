"""Planning a run of letters: the letter composed once, the rows checked, the files named. Nothing is written here."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.document import Document
from reportgen.model.agencies import AgencyGroup
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import recipients as kinds
from reportgen.production.build import build_administrative_document
from reportgen.production.built import BuiltDocument
from reportgen.production.letter_slots import mark_slots, unmark_problems
from reportgen.production.letters import PlannedLetter
from reportgen.production.row_planner import RowPlanner
from reportgen.production.sources import read_bytes
from reportgen.read.data_files import load_register
from reportgen.read.recipients import (
    GROUP_TITLES,
    ROW_NUMBER,
    RecipientList,
    check_agencies,
    column_key,
    recipients_of_groups,
)
from reportgen.read.records import RecordList
from reportgen.write.file_names import FileNameError, pattern_fields
from reportgen.write.letter_parts import RepeatedRow
from reportgen.write.letter_run import LetterRun, prepare_letter_run


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """A run of letters ready to be made.

    `problems` are the warnings and notes about letter and lists as a whole; `document` is the letter as it was
    composed, with the slots in its texts.
    """

    run: LetterRun
    letters: tuple[PlannedLetter, ...]
    document: Document
    problems: tuple[Problem, ...] = ()


def plan_batch(
    source: str | Path,
    recipients: RecipientList | Sequence[AgencyGroup],
    *,
    pattern: str,
    template: str | Path | None = None,
    records: Mapping[str, RecordList] | None = None,
) -> BatchPlan:
    """Return the plan of one letter, made from `source`, for each of `recipients`.

    Recipients are the rows of a list, or the agencies of some groups on the day of the letter but for its sender. In
    the texts of `source`, `{{column}}` stands for the row's value; `pattern` names the files ("{stt}_{ma}"). A table
    whose `dong_theo` names one of `records` gets the recipient's own rows of it.

    Raises:
        InputProblems: the letter, the template, the pattern or a list as a whole is wrong; all problems are in it.
            What is wrong with single rows is in the plan.
    """
    records = records or {}
    titles = recipients.titles if isinstance(recipients, RecipientList) else GROUP_TITLES
    built, problems = _build(
        Path(source), titles, template, [*_check_pattern(pattern, titles), *_check_keys(records, titles)]
    )
    listed = _recipients(recipients, built.document)
    run = prepare_letter_run(built.docx, str(source))
    problems += [*_check_records(run, records), *_unused(run, pattern, listed), *_strays(records, listed)]
    if has_errors(problems):
        raise InputProblems(problems)
    planner = RowPlanner(listed, pattern, run.slots, {name: records[name] for name in sorted(run.lists)})
    return BatchPlan(run, tuple(map(planner.plan, listed.recipients)), built.document, tuple(problems))


def _build(
    source: Path, titles: Mapping[str, str], template: str | Path | None, problems: Sequence[Problem]
) -> tuple[BuiltDocument, list[Problem]]:
    """Return the letter with slots in it and all problems so far.

    The letter is looked at even when the command is wrong: all problems come in one run.
    """
    data = read_bytes(source)
    marked, unknown = mark_slots(data, str(source), titles)
    found = [*problems, *unknown]
    try:
        built = build_administrative_document(source, template=template, data=marked)
    except InputProblems as error:
        raise InputProblems([*found, *unmark_problems(error.problems, data, str(source))]) from error
    if has_errors(found):
        raise InputProblems(found)
    return built, [*found, *unmark_problems(built.problems, data, str(source))]


def _recipients(recipients: RecipientList | Sequence[AgencyGroup], letter: Document) -> RecipientList:
    register = load_register()
    if isinstance(recipients, RecipientList):
        return check_agencies(recipients, register, letter.day)
    if letter.day is None:
        raise ValueError("a finished letter has a day")
    found = recipients_of_groups(register, recipients, letter.day, sender=letter.author)
    if not found.recipients:
        raise InputProblems([kinds.EMPTY_LIST.at(Place())])
    return found


def _check_pattern(pattern: str, titles: Mapping[str, str]) -> Iterator[Problem]:
    try:
        fields = pattern_fields(pattern)
    except FileNameError as error:
        yield kinds.BAD_PATTERN.at(Place(), pattern=pattern, reason=error.reason, reason_en=error.reason_en)
        return
    for name in fields:
        if name not in titles:
            reason = f"danh sách không có cột `{name}` (có: {', '.join(titles)})"
            reason_en = f"the list has no column `{name}` (but: {', '.join(titles)})"
            yield kinds.BAD_PATTERN.at(Place(), pattern=pattern, reason=reason, reason_en=reason_en)


def _check_keys(records: Mapping[str, RecordList], titles: Mapping[str, str]) -> Iterator[Problem]:
    for listed in records.values():
        if listed.key not in titles:
            nearest = difflib.get_close_matches(listed.key, titles, 1)
            yield kinds.UNKNOWN_KEY.at(
                Place(),
                found=listed.key,
                file=listed.file,
                suggestion=nearest[0] if nearest else None,
                columns=", ".join(titles),
            )


def _check_records(run: LetterRun, records: Mapping[str, RecordList]) -> Iterator[Problem]:
    place = Place(file=run.file)
    for name, needed in sorted(_cells_needed(run).items()):
        if name not in records:
            yield kinds.UNKNOWN_RECORDS.at(place, found=name, given=", ".join(records) or "—")
        elif records[name].width < needed:
            where = Place(file=records[name].file)
            yield kinds.FEW_COLUMNS.at(where, name=name, needed=needed, found=records[name].width)
    for name in records:
        if name not in run.lists:
            yield kinds.UNUSED_RECORDS.at(place, name=name)


def _cells_needed(run: LetterRun) -> Mapping[str, int]:
    """Return how many cells of a record the letter's tables take, for each list that they name."""
    needed: dict[str, int] = {}
    for part in (part for _, parts in run.varying for part in parts if isinstance(part, RepeatedRow)):
        needed[part.name] = max(needed.get(part.name, 0), max(part.cells) + 1)
    return needed


def _unused(run: LetterRun, pattern: str, listed: RecipientList) -> Iterator[Problem]:
    """A note for each column of the user's that neither the letter nor the names of the files take."""
    used = {ROW_NUMBER, *map(column_key, run.slots), *pattern_fields(pattern)}
    for key, title in listed.titles.items():
        if key not in used and not listed.is_built_in:
            place = listed.place_of(listed.recipients[0], key)
            yield kinds.UNUSED_COLUMN.at(Place(file=place.file, sheet=place.sheet), found=title)


def _strays(records: Mapping[str, RecordList], listed: RecipientList) -> Iterator[Problem]:
    """A warning for each row of `records` that belongs to nobody."""
    for record_list in records.values():
        known = {recipient.values.get(record_list.key) for recipient in listed.recipients}
        for key, rows in record_list.rows.items():
            if key not in known:
                yield kinds.STRAY_RECORD.at(rows[0].place, found=key, key=record_list.key)
