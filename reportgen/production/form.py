"""The form of documents that this program makes: held against every rule of the decree as they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from reportgen.decree30.check import CheckReport, check_document
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.form_check import check_form
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import form as kinds
from reportgen.read.data_files import load_register

_MOST_TOLD = 10
_LEAST_WORDS = 3
# What `check_form` says of a style or of all pages, these say of each paragraph or section again.
_OF_STYLES = frozenset({"kho_giay", "le_trang", "so_trang", "phong_chu", "co_chu", "kieu_chu", "canh_le"})


@dataclass(frozen=True, slots=True)
class CheckedForm:
    """Where a document departs from the decree; `rules` counts those that it was held against, 0 if it was not."""

    problems: tuple[Problem, ...]
    rules: int = 0


@cache
def agency_names() -> Mapping[str, str]:
    """Return the names of the register's agencies by themselves in small letters, those of any time."""
    # Short names are common nouns too: "chính phủ số".
    names = (agency.name for agency in load_register().agencies if len(agency.name.split()) >= _LEAST_WORDS)
    return {name.casefold(): name for name in names}


def check_own_form(docx: bytes, template: str, *, is_finished: bool, day: date | None = None) -> CheckedForm:
    """Return where a document that was just written departs from the decree.

    The pages and styles are those of `template`, which is named where they are wrong. A document that `is_finished`
    is held against every rule; one that lacks something, or waits for the values of a run of letters, is not. `day`
    is its date.
    """
    styles = tuple(check_form(docx, template))
    if not is_finished:
        return CheckedForm(styles)
    try:
        report = check_document(docx, template, names=agency_names(), today=day)
    except InputProblems:
        # It is no administrative document at all, as far as a reader can see.
        return CheckedForm(styles)
    return CheckedForm((*styles, *departures(report, all_told=not styles)), len(report.rules))


def departures(report: CheckReport, *, all_told: bool = True, file: str | None = None) -> tuple[Problem, ...]:
    """Return what surely departs from the decree as problems, the first few of them and how many more there are.

    Without `all_told`, what `check_form` has told of styles and pages is left out. `file` names the document, if it
    has a name yet.
    """
    found = [
        finding
        for finding in report.findings
        if finding.grade is Grade.ERROR and (all_told or finding.rule.check not in _OF_STYLES)
    ]
    told = [_problem(finding, file) for finding in found[:_MOST_TOLD]]
    if len(found) > _MOST_TOLD:
        told.append(kinds.MORE_DEPARTURES.at(Place(file=file), count=len(found) - _MOST_TOLD))
    return tuple(told)


def _problem(finding: Finding, file: str | None) -> Problem:
    return kinds.DEPARTURE.at(
        Place(file=file, paragraph=finding.number, text=finding.excerpt or None),
        message=finding.message("vi"),
        message_en=finding.message("en"),
        clause=finding.rule.clause,
        rule=finding.rule.id,
        hint=finding.hint("vi"),
        hint_en=finding.hint("en"),
    )
