"""Measure every program on one case: same content, checked output, and rounds in turn against noise."""

from __future__ import annotations

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.letters.check import check_output, expected_lines
from bench.letters.content import make_content
from bench.letters.letter import make_skeleton, make_slotted
from bench.letters.peers import PROJECT, Program, run_program
from bench.letters.skeleton import SYNTAX, make_template
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Document
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template

TEMPLATE = PROJECT / "templates_vi" / "van_ban.docx"


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure: rounds of fresh processes, and in each of them repeats within a budget of seconds."""

    rounds: int
    warm_up: int
    repeats: int
    budget_s: float


FULL = {
    "a": Effort(rounds=3, warm_up=100, repeats=300, budget_s=4),
    "b": Effort(rounds=3, warm_up=50, repeats=150, budget_s=4),
    "c": Effort(rounds=3, warm_up=2, repeats=12, budget_s=6),
}
QUICK = {
    "a": Effort(rounds=1, warm_up=5, repeats=40, budget_s=1),
    "b": Effort(rounds=1, warm_up=3, repeats=20, budget_s=1),
    "c": Effort(rounds=1, warm_up=1, repeats=3, budget_s=1),
}


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of one program on one case, in milliseconds a document; `size` is that of its file in bytes."""

    program: str
    version: str
    case: str
    times_ms: tuple[float, ...]
    size: int
    peak_mb: float | None

    @property
    def median(self) -> float:
        """The middle time."""
        return statistics.median(self.times_ms)

    @property
    def quartiles(self) -> tuple[float, float]:
        """The times that a quarter of the repeats stay below and above."""
        low, _, high = statistics.quantiles(self.times_ms, n=4)
        return low, high


def measure_case(case: str, programs: Sequence[Program], effort: Effort, folder: Path) -> list[Timing]:
    """Return the timing of each program; `folder` takes templates and outputs.

    Raises `UnequalOutputError` when a program's document does not say the same as all the others.
    """
    content = make_content(case)
    skeleton = write_skeleton(has_rows=bool(content.rows))
    expected = expected_lines(skeleton, content)
    data = folder / f"{case}.json"
    data.write_text(json.dumps(content.as_json(), ensure_ascii=False), encoding="utf-8")
    results: dict[str, list[dict[str, object]]] = {program.name: [] for program in programs}
    sizes = {}
    for _ in range(effort.rounds):
        for program in programs:
            output = folder / f"{case}-{program.runner}.docx"
            job = _job(case, _template_of(program, skeleton, folder, case), data, output, effort)
            results[program.name].append(json.loads(run_program(program.command(job), PROJECT)))
            made = output.read_bytes()
            check_output(program.name, made, expected)
            sizes[program.name] = len(made)
    return [_timing(program.name, case, results[program.name], sizes[program.name]) for program in programs]


def write_skeleton(*, has_rows: bool) -> bytes:
    """Return the letter with placeholders as a .docx file, written by this program."""
    return write_letter(make_skeleton(has_rows), TEMPLATE)


def write_slotted(template: Path, *, has_rows: bool) -> bytes:
    """Return the letter with slots as a .docx file."""
    return write_letter(make_slotted(has_rows), template)


def write_letter(letter: Document, template: Path) -> bytes:
    """Return `letter` as a .docx file, the template compiled for it alone."""
    return write_docx(letter, compile_template(template.read_bytes(), file=template.name, tags=NAMED_KIND_TAGS))


def _template_of(program: Program, skeleton: bytes, folder: Path, case: str) -> Path:
    if program.runtime == "ours":
        return TEMPLATE
    template = folder / f"{case}-{program.name}-template.docx"
    template.write_bytes(make_template(skeleton, SYNTAX[program.name]))
    return template


def _job(case: str, template: Path, data: Path, output: Path, effort: Effort) -> dict[str, object]:
    return {
        "case": case,
        "template": str(template),
        "data": str(data),
        "output": str(output),
        "warm_up": effort.warm_up,
        "repeats": effort.repeats,
        "budget_s": effort.budget_s,
    }


def _timing(program: str, case: str, rounds: Sequence[dict[str, object]], size: int) -> Timing:
    times = tuple(time for made in rounds for time in made["times_ms"])  # type: ignore[attr-defined]
    peaks = [float(str(made["peak_mb"])) for made in rounds if made["peak_mb"] is not None]
    return Timing(program, str(rounds[0]["version"]), case, times, size, max(peaks, default=None))
