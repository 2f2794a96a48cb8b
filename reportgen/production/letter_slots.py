"""The mentions of columns in a letter's input, `{{column}}`, marked as slots before the letter is composed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportgen.document.slot import SLOT_END, SLOT_START, slot
from reportgen.problems import Problem
from reportgen.problems import recipients as kinds
from reportgen.production.mentions import MENTION, is_in_comment, place_in
from reportgen.read.recipients import column_key


def mark_slots(data: bytes, file: str, titles: Mapping[str, str]) -> tuple[bytes, list[Problem]]:
    """Return the letter's input with the mark of a slot for each `{{column}}`, and a problem for each unknown one.

    `titles` are the columns of the list, by their keys; a column may be mentioned by its key or by its title.
    """
    # What is not UTF-8 is the reader's to complain about.
    text = data.decode("utf-8", errors="surrogateescape")
    problems: list[Problem] = []

    def mark(match: re.Match[str]) -> str:
        key = column_key(match[1])
        if key in titles:
            return slot(key)
        if is_in_comment(match):
            return match[0]
        nearest = difflib.get_close_matches(key, titles, 1)
        problems.append(
            kinds.UNKNOWN_COLUMN.at(
                place_in(match, file),
                found=match[1].strip(),
                suggestion=nearest[0] if nearest else None,
                columns=", ".join(titles),
            )
        )
        return match[0]

    return MENTION.sub(mark, text).encode("utf-8", errors="surrogateescape"), problems


def unmark_problems(problems: Iterable[Problem], data: bytes, file: str) -> tuple[Problem, ...]:
    """Return `problems` of the marked input as those of `data`, the input as it was written.

    A mark is shorter than the mention that it stands for, so columns after it are moved; and what a problem quotes
    shows the mention again.
    """
    lines = data.decode("utf-8", errors="replace").split("\n")
    return tuple(_unmark(problem, lines, file) for problem in problems)


def _unmark(problem: Problem, lines: list[str], file: str) -> Problem:
    place = problem.place
    if place.file == file and place.line and place.column and place.line <= len(lines):
        place = replace(place, column=_written_column(lines[place.line - 1], place.column))
    values = {
        name: _unmark_text(value) if isinstance(value, str) else value for name, value in problem.values.items()
    }
    return Problem(problem.kind, place, values)


def _unmark_text(text: str) -> str:
    return text.replace(SLOT_START, "{{").replace(SLOT_END, "}}")


def _written_column(line: str, column: int) -> int:
    """Return the column in `line` as written of what stands at `column` once the mentions in it are marked."""
    shift = 0
    for match in MENTION.finditer(line):
        if match.start() - shift + 1 >= column:
            break
        shift += len(match[0]) - len(slot(column_key(match[1])))
    return column + shift
