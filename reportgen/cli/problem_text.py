"""Problems as a terminal shows them: what, where, the line itself, what to do, and their count at the end.

lỗi[DV203]: cần một số, nhưng ghi “80 phần trăm”
  --> bao_cao.yaml:12:17, mục `muc_tieu.xa_hoi_so.chi_tieu[1].muc_tieu`
   12 |         muc_tieu: 80 phần trăm
      |                   ^
  gợi ý: viết số như 86,97 hoặc 1.234,5
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import click

from reportgen.cli.outcome import in_order
from reportgen.cli.terminal_text import display_width, printable
from reportgen.cli.words import Words
from reportgen.problems import Language, Place, Problem, Severity

_HINT = Words("gợi ý", "hint")
_COUNTED: Mapping[Severity, tuple[Words, Words]] = {
    Severity.ERROR: (Words("{} lỗi", "{} error"), Words("{} lỗi", "{} errors")),
    Severity.WARNING: (Words("{} cảnh báo", "{} warning"), Words("{} cảnh báo", "{} warnings")),
    Severity.NOTE: (Words("{} lưu ý", "{} note"), Words("{} lưu ý", "{} notes")),
}
_COLOURS: Mapping[Severity, str] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
# The line ends that the reader of input files counts.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MOST_BYTES = 20_000_000
_WIDTH = 100
_BEFORE = 60
_LinesOf = Callable[[str], tuple[str, ...]]


def describe_problems(problems: Sequence[Problem], language: Language) -> str:
    """Return `problems`, sorted by place, as a terminal in colour shows them; empty if there are none."""
    if not problems:
        return ""
    # Each file is read once for all of its problems.
    lines_of = cache(_read_lines)
    lines = [line for problem in in_order(problems) for line in _describe(problem, language, lines_of)]
    return "\n".join([*lines, _count(problems, language)])


def _describe(problem: Problem, language: Language, lines_of: _LinesOf) -> Iterator[str]:
    label = f"{problem.severity.label(language)}[{problem.code}]"
    yield f"{click.style(label, fg=_COLOURS[problem.severity], bold=True)}: {printable(problem.message(language))}"
    if place := problem.place.describe(language):
        yield f"  --> {printable(place)}"
    yield from _excerpt(problem.place, lines_of)
    if hint := problem.hint(language):
        yield f"  {click.style(_HINT.of(language), bold=True)}: {printable(hint)}"


def _count(problems: Sequence[Problem], language: Language) -> str:
    """Return how many errors and warnings there are, and notes if there are any."""
    parts = []
    for severity, (one, several) in _COUNTED.items():
        number = sum(problem.severity is severity for problem in problems)
        if number or severity is not Severity.NOTE:
            parts.append((one if number == 1 else several).of(language).format(number))
    return click.style(", ".join(parts), bold=True)


def _excerpt(place: Place, lines_of: _LinesOf) -> Iterator[str]:
    """The line at `place` with a caret below the column, if the file is text and has that line."""
    if place.file is None or place.line is None or place.column is None:
        return
    lines = lines_of(place.file)
    if not place.line <= len(lines) or place.column > len(lines[place.line - 1]) + 1:
        return
    line, column = lines[place.line - 1], place.column - 1
    start = 0 if len(line) <= _WIDTH else max(0, column - _BEFORE)
    before, rest = line[start:column], line[column : start + _WIDTH]
    head = ("…" if start else "") + printable(before.replace("\t", " "))
    tail = printable(rest.replace("\t", " ")) + ("…" if len(line) > start + _WIDTH else "")
    number = f"{place.line:>5}"
    yield f"{number} | {head}{tail}"
    yield f"{'':>{len(number)}} | {'':{display_width(head)}}{click.style('^', bold=True)}"


def _read_lines(file: str) -> tuple[str, ...]:
    """Return the lines of `file`, or none if it cannot be read as text."""
    path = Path(file)
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return ()
        return tuple(_LINE_END.split(path.read_bytes().decode("utf-8-sig")))
    except (OSError, ValueError):
        return ()
