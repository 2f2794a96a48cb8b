"""Where a letter's input mentions columns of a list, `{{column}}`, which only a run of letters fills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.problems import Place, Problem
from reportgen.problems import recipients as kinds

MENTION = re.compile(r"\{\{([^{}]*)\}\}")
_OWN_ROWS = re.compile(r"\bdong_theo[\"']?[ \t]*:")


def is_in_comment(match: re.Match[str]) -> bool:
    """Say whether a match in an input is in a comment that takes the whole line.

    Only at the very edge of a line does "#" surely begin one: further in, it may be text of a value.
    """
    return match.string[match.string.rfind("\n", 0, match.start()) + 1 :].startswith("#")


def place_in(match: re.Match[str], file: str) -> Place:
    """Return the place of a match in the input `file`."""
    before = match.string[: match.start()]
    return Place(file=file, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def find_work_of_a_run(data: bytes, file: str) -> Iterator[Problem]:
    """Yield what the input `data` leaves to a run of letters, for when it is built alone."""
    text = data.decode("utf-8", errors="replace")
    mentions = [match for match in MENTION.finditer(text) if not is_in_comment(match)]
    if mentions:
        yield kinds.MENTIONS_NOT_FILLED.at(place_in(mentions[0], file), count=len(mentions), first=mentions[0][0])
    for match in _OWN_ROWS.finditer(text):
        if not is_in_comment(match):
            yield kinds.ROWS_OF_A_RUN.at(place_in(match, file))
