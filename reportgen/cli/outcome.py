"""What a command did, before anything is printed; text and JSON are two printers of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.cli.exit_codes import ExitCode, exit_code_of
from reportgen.cli.terminal_text import printable
from reportgen.cli.words import Words
from reportgen.problems import Language, Problem

_WRITTEN = Words("Đã ghi:", "Written:")
_CHECKED = Words("Đã kiểm tra:", "Checked:")
_LACKING = Words("Bản nháp còn thiếu:", "The draft still lacks:")
_CHART_FONT = Words("Phông chữ trong biểu đồ: {}", "Font of the charts: {}")
_PDF_FONTS = Words("Phông chữ trong bản PDF: {}", "Fonts of the PDF: {}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did.

    `text` is printed first, for commands whose output is itself the answer; `next_step` last. `data` are further keys
    of the JSON object. What is said of fonts is empty where there is nothing to say.
    """

    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    chart_font: str | None = None
    pdf_fonts: tuple[str, ...] = ()
    text: str = ""
    next_step: Words | None = None
    data: Mapping[str, object] = field(default_factory=dict)

    @property
    def exit_code(self) -> ExitCode:
        """The exit code that the outcome leads to."""
        return exit_code_of(self.problems)

    def joined(self, other: Outcome) -> Outcome:
        """Return this outcome and `other` as one."""
        return replace(
            self,
            files=(*self.files, *other.files),
            problems=(*self.problems, *other.problems),
            missing=(*self.missing, *other.missing),
            checks=tuple(dict.fromkeys((*self.checks, *other.checks))),
            chart_font=self.chart_font or other.chart_font,
            pdf_fonts=tuple(dict.fromkeys((*self.pdf_fonts, *other.pdf_fonts))),
            next_step=other.next_step or self.next_step,
        )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return `problems` by their places, those of no file last."""
    return sorted(problems, key=_place_key)


def _place_key(problem: Problem) -> tuple[bool | str | int, ...]:
    place = problem.place
    return (
        place.file is None,
        place.file or "",
        place.line or 0,
        place.column or 0,
        place.sheet or "",
        *_cell_position(place.cell),
        place.page or 0,
        place.paragraph or 0,
    )


def _cell_position(name: str | None) -> tuple[int, int, str]:
    """Row and column of the cell called `name`, as numbers, so that A2 comes before A10 and Z1 before AA1."""
    found = re.fullmatch(r"([A-Z]+)([0-9]+)", name or "")
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, name or "")


def describe_outcome(outcome: Outcome, language: Language) -> str:
    """Return what standard output says of `outcome`; empty if there is nothing to say."""
    return "\n".join(_lines(outcome, language))


def _lines(outcome: Outcome, language: Language) -> Iterator[str]:
    if outcome.text:
        yield outcome.text.rstrip("\n")
    yield from _listed(_WRITTEN, map(str, outcome.files), language, "  ")
    yield from _listed(_CHECKED, outcome.checks, language, "  - ")
    yield from _listed(_LACKING, outcome.missing, language, "  - ")
    if outcome.chart_font:
        yield _CHART_FONT.of(language).format(outcome.chart_font)
    if outcome.pdf_fonts:
        yield _PDF_FONTS.of(language).format(", ".join(outcome.pdf_fonts))
    if outcome.next_step:
        yield outcome.next_step.of(language)


def _listed(heading: Words, lines: Iterable[str], language: Language, mark: str) -> Iterator[str]:
    listed = [f"{mark}{printable(line)}" for line in lines]
    if listed:
        yield heading.of(language)
        yield from listed


def outcome_to_json(outcome: Outcome, language: Language) -> str:
    """Return `outcome` as one JSON object; a fact that is not known is `null`."""
    return json.dumps(
        {
            "ok": outcome.exit_code is ExitCode.DONE,
            "files": [str(path) for path in outcome.files],
            "problems": [_problem_to_dict(problem, language) for problem in in_order(outcome.problems)],
            "missing": list(outcome.missing),
            "checks": list(outcome.checks),
            "chart_font": outcome.chart_font,
            "pdf_fonts": list(outcome.pdf_fonts),
            **outcome.data,
        },
        ensure_ascii=False,
        indent=2,
    )


def _problem_to_dict(problem: Problem, language: Language) -> dict[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "key": place.key,
        "sheet": place.sheet,
        "cell": place.cell,
        "page": place.page,
        "paragraph": place.paragraph,
        "text": place.text,
        "message": problem.message(language),
        "hint": problem.hint(language),
    }
