"""The form of the letters of a run: the first, the middle and the last one held against every rule of the decree.

All letters of a run are one letter with other values in its slots, so that three of them show what the rest are like,
and a run of thousands does not take several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.decree30.check import check_document
from reportgen.problems import InputProblems, Problem
from reportgen.production.batch_plan import BatchPlan
from reportgen.production.form import agency_names, departures
from reportgen.production.letters import PlannedLetter


@dataclass(frozen=True, slots=True)
class CheckedLetters:
    """What the check of some letters found, and which they were, in a sentence; none if no letter can be made."""

    problems: tuple[Problem, ...] = ()
    checks: tuple[str, ...] = ()


def check_letters(plan: BatchPlan) -> CheckedLetters:
    """Return where the first, the middle and the last letter of `plan` depart from the decree."""
    problems: list[Problem] = []
    files: list[str] = []
    rules = 0
    for letter in _chosen([letter for letter in plan.letters if letter.file is not None]):
        file = letter.file or ""
        try:
            content = plan.run.fill(letter.values, letter.records)
            report = check_document(content, file, names=agency_names(), today=plan.document.day)
        except InputProblems:
            # That its row is wrong is told when the letter is made; what is no official letter is not checked.
            continue
        files.append(file)
        rules = max(rules, len(report.rules))
        known = {(problem.values.get("rule"), problem.place.paragraph) for problem in problems}
        problems += [
            problem
            for problem in departures(report, file=file)
            if (problem.values.get("rule"), problem.place.paragraph) not in known
        ]
    if not files:
        return CheckedLetters()
    said = f"có {len(problems)} chỗ lệch, xem cảnh báo" if problems else "đúng"
    shown = ", ".join(files)
    return CheckedLetters(
        tuple(problems), (f"thể thức theo Nghị định 30/2020/NĐ-CP ({rules} quy tắc, trên {shown}): {said}",)
    )


def _chosen(letters: Sequence[PlannedLetter]) -> Sequence[PlannedLetter]:
    positions = dict.fromkeys((0, len(letters) // 2, len(letters) - 1))
    return [letters[position] for position in positions] if letters else []
