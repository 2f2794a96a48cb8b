"""Planning a run of letters: the letter composed once, the rows checked, the files named. Nothing is written here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.document.slot import SLOT_END, SLOT_START
from reportgen.problems import InputProblems, Place, Problem, has_errors
from reportgen.problems import recipients as kinds
from reportgen.production.build import build_administrative_document
from reportgen.production.sources import read_bytes
from reportgen.read.data_files import load_register
from reportgen.read.recipients import Recipient, RecipientList, check_agencies, column_key
from reportgen.write.file_names import FileNameError, file_name, pattern_fields
from reportgen.write.letter_run import LetterRun, Records, prepare_letter_run

_MENTION = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    """A letter to be made: its row, the name of its file, its values; or what keeps it from being made."""

    row: int
    file: str | None
    values: Mapping[str, str]
    records: Records = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """A run of letters ready to be made. `problems` are the warnings and notes about letter and list as a whole."""

    run: LetterRun
    letters: tuple[PlannedLetter, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def refused(self) -> tuple[PlannedLetter, ...]:
        """The rows for which no letter can be made."""
        return tuple(letter for letter in self.letters if letter.file is None)


@dataclass(frozen=True, slots=True)
class RecordList:
    """Rows for the tables of the letters: those of a recipient are those whose first cell is its value of `key`."""

    key: str
    rows: Mapping[str, Sequence[Sequence[str]]]


def plan_batch(
    source: str | Path,
    recipients: RecipientList,
    *,
    pattern: str,
    template: str | Path | None = None,
    records: Mapping[str, RecordList] | None = None,
) -> BatchPlan:
    """Return the plan of one letter, made from `source`, for each of `recipients`.

    In the texts of `source`, `{{column}}` stands for the row's value; `pattern` names the files ("{stt}_{ma}").
    A table whose `dong_theo` names one of `records` gets the recipient's own rows of it.

    Raises:
        InputProblems: the letter, the template, the pattern or the list as a whole is wrong; all problems are in it.
            What is wrong with single rows is in the plan.
    """
    path = Path(source)
    text, problems = mark_slots(read_bytes(path), str(source), recipients)
    problems += _check_pattern(pattern, recipients)
    if has_errors(problems):
        raise InputProblems(problems)
    built = build_administrative_document(source, template=template, data=text)
    recipients = check_agencies(recipients, load_register(), built.document.day)
    run = prepare_letter_run(built.docx, path.name)
    used = run.slots | frozenset(pattern_fields(pattern))
    unused = [] if recipients.is_built_in else [key for key in recipients.titles if key not in {*used, "stt"}]
    notes = [kinds.UNUSED_COLUMN.at(Place(), found=recipients.titles[key]) for key in unused]
    lists = _lists_of(run, records or {}, str(source))
    letters = _plan_rows(recipients, pattern, used, lists)
    return BatchPlan(run, tuple(letters), (*built.problems, *problems, *notes))


def _lists_of(run: LetterRun, records: Mapping[str, RecordList], file: str) -> Mapping[str, RecordList]:
    """Return the lists that the letter's tables ask for."""
    problems = [
        kinds.UNKNOWN_RECORDS.at(Place(file=file), found=name, given=", ".join(records) or "không có")
        for name in sorted(run.lists)
        if name not in records
    ]
    if problems:
        raise InputProblems(problems)
    return {name: records[name] for name in sorted(run.lists)}


def mark_slots(data: bytes, file: str, recipients: RecipientList) -> tuple[bytes, list[Problem]]:
    """Return the letter's input with the mark of a slot for each `{{column}}`, and a problem for each unknown one.

    A mark is as long as what it stands for, so that places in later problems stay right.
    """
    text = data.decode("utf-8", errors="surrogateescape")
    problems: list[Problem] = []

    def mark(match: re.Match[str]) -> str:
        key = column_key(match[1])
        if key in recipients.titles:
            return f"{SLOT_START}{key}{SLOT_END}"
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        nearest = difflib.get_close_matches(key, recipients.titles, 1)
        problems.append(
            kinds.UNKNOWN_COLUMN.at(
                Place(file=file, line=line, column=column),
                found=match[1].strip(),
                suggestion=nearest[0] if nearest else None,
                columns=", ".join(recipients.titles),
            )
        )
        return match[0]

    return _MENTION.sub(mark, text).encode("utf-8", errors="surrogateescape"), problems


def _check_pattern(pattern: str, recipients: RecipientList) -> list[Problem]:
    try:
        fields = pattern_fields(pattern)
    except FileNameError as error:
        return [kinds.BAD_PATTERN.at(Place(), pattern=pattern, reason=error.reason)]
    return [
        kinds.BAD_PATTERN.at(Place(), pattern=pattern, reason=f"danh sách không có cột `{name}`")
        for name in fields
        if name not in recipients.titles
    ]


@dataclass(slots=True)
class _Seen:
    """What earlier rows have taken: their values, and the names of their files in one case (as Windows compares)."""

    rows: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)


def _plan_rows(
    recipients: RecipientList, pattern: str, used: frozenset[str], lists: Mapping[str, RecordList]
) -> list[PlannedLetter]:
    seen = _Seen()
    return [
        _plan_row(recipient, recipients.titles, pattern, used, lists, seen) for recipient in recipients.recipients
    ]


def _plan_row(
    recipient: Recipient,
    titles: Mapping[str, str],
    pattern: str,
    used: frozenset[str],
    lists: Mapping[str, RecordList],
    seen: _Seen,
) -> PlannedLetter:
    problems = list(recipient.problems)
    problems += [
        kinds.MISSING_CELL.at(recipient.place, column=titles.get(name, name))
        for name in sorted(used)
        if not recipient.values.get(name)
    ]
    content = tuple(sorted((key, value) for key, value in recipient.values.items() if key != "stt"))
    first = seen.rows.setdefault(content, recipient.number)
    if first != recipient.number:
        problems.append(kinds.DUPLICATE_ROW.at(recipient.place, row=recipient.number, first=first))
    own: dict[str, Sequence[Sequence[str]]] = {}
    for name, listed in lists.items():
        own[name] = listed.rows.get(recipient.values.get(listed.key, ""), ())
        if not own[name]:
            problems.append(kinds.NO_RECORDS.at(recipient.place, name=name, row=recipient.number))
    if problems:
        return PlannedLetter(recipient.number, None, recipient.values, problems=tuple(problems))
    return _name_letter(recipient, pattern, own, seen)


def _name_letter(recipient: Recipient, pattern: str, records: Records, seen: _Seen) -> PlannedLetter:
    try:
        name = file_name(pattern, recipient.values, ".docx")
    except FileNameError as error:
        problem = kinds.BAD_FILE_NAME.at(recipient.place, name=error.name, reason=error.reason)
        return PlannedLetter(recipient.number, None, recipient.values, problems=(problem,))
    first = seen.names.setdefault(name.casefold(), recipient.number)
    if first != recipient.number:
        problem = kinds.SAME_FILE_NAME.at(recipient.place, row=recipient.number, first=first, name=name)
        return PlannedLetter(recipient.number, None, recipient.values, problems=(problem,))
    return PlannedLetter(recipient.number, name, recipient.values, records)
