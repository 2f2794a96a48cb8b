"""What a check found, as JSON of the program's own and as SARIF 2.1.0, which code hosts show beside the files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.report_text import describe_page
from reportgen.decree30.rules import Rule
from reportgen.problems import Language, Problem, ProblemKind, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Grade, str] = {
    Grade.ERROR: "error",
    Grade.AGENCY: "warning",
    Grade.PRACTICE: "warning",
    Grade.NOTE: "note",
}
_LEVELS_OF_PROBLEMS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def report_to_dict(report: CheckReport, language: Language = "vi") -> dict[str, object]:
    """Return one file's report as plain values; what is not known is `None`."""
    return {
        "file": report.file,
        "clean": report.is_clean,
        "kind": report.recognised.kind_key,
        "confidence": report.recognised.confidence,
        "counts": {grade.value: report.count(grade) for grade in Grade},
        "page_source": report.page_source.value if report.page_source else None,
        "findings": [finding_to_dict(finding, language) for finding in report.findings],
        "page_problems": [_page_problem_to_dict(problem, language) for problem in report.page_problems],
        "limits": [problem.message(language) for problem in report.problems],
    }


def finding_to_dict(finding: Finding, language: Language = "vi") -> dict[str, object]:
    """Return one finding as plain values: the rule, the place with its span, the words, and what mends it."""
    span = finding.span
    return {
        "rule": finding.rule.id,
        "grade": finding.grade.value,
        "level": finding.rule.level.value,
        "sure": finding.rule.is_sure and not finding.unsure,
        "clause": finding.rule.clause,
        "page": finding.page,
        "paragraph": finding.number,
        "region": finding.region(language),
        "part": span.part if span else None,
        "paragraph_in_part": span.paragraph if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": finding.text or None,
        "message": finding.message(language),
        "hint": finding.hint(language),
        "fix": finding.rule.fix,
    }


def _page_problem_to_dict(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "page": problem.place.page,
        "message": problem.message(language),
        "hint": problem.hint(language),
    }


def reports_to_sarif(reports: Sequence[CheckReport], language: Language = "vi", version: str = "0") -> str:
    """Return the findings of many files as one SARIF log; `version` is the program's.

    A Word file has no lines: a place is a paragraph as a logical location, and a span of characters in it. The page,
    as far as it is known, is a property, and stands in the location's full name.
    """
    rules = [_descriptor(rule, language) for rule in _rules_of(reports)]
    rules += [_page_descriptor(kind, language) for kind in _page_kinds_of(reports)]
    order = {str(rule["id"]): index for index, rule in enumerate(rules)}
    results = [
        _page_result(entry, report.file, order, language)
        if isinstance(entry, Problem)
        else _result(entry, report.file, order, language)
        for report in reports
        for entry in report.in_page_order()
    ]
    driver = {"name": "reportgen check", "version": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": quote(report.file)}} for report in reports],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules_of(reports: Iterable[CheckReport]) -> list[Rule]:
    found = {rule.id: rule for report in reports for rule in report.rules}
    return list(found.values())


def _descriptor(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.requirement.of(language)},
        "fullDescription": {"text": f"{rule.requirement.of(language)} ({rule.clause})"},
        "properties": {"level": rule.level.value, "clause": rule.clause, "fix": rule.fix},
    }


def _page_kinds_of(reports: Iterable[CheckReport]) -> list[ProblemKind]:
    found = {problem.code: problem.kind for report in reports for problem in report.page_problems}
    return [found[code] for code in sorted(found)]


def _page_descriptor(kind: ProblemKind, language: Language) -> dict[str, object]:
    return {"id": kind.code, "shortDescription": {"text": kind.vi if language == "vi" else kind.en}}


def _page_result(problem: Problem, file: str, order: Mapping[str, int], language: Language) -> dict[str, object]:
    hint, page = problem.hint(language), problem.place.page
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": quote(file)}}}
    if page is not None:
        location["logicalLocations"] = [{"kind": "page", "name": str(page)}]
    return {
        "ruleId": problem.code,
        "ruleIndex": order[problem.code],
        "level": _LEVELS_OF_PROBLEMS[problem.severity],
        "message": {"text": problem.message(language) + (f". {hint}" if hint else "")},
        "locations": [location],
        "properties": {"page": page},
    }


def _result(finding: Finding, file: str, order: Mapping[str, int], language: Language) -> dict[str, object]:
    hint = finding.hint(language)
    text = finding.message(language) + (f". {hint}" if hint else "")
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": quote(file)}}}
    if finding.number is not None:
        full = ", ".join(filter(None, (describe_page(finding.page, language), finding.region(language))))
        logical = {"kind": "paragraph", "name": str(finding.number), "fullyQualifiedName": full}
        location["logicalLocations"] = [logical]
    properties: dict[str, object] = {"clause": finding.rule.clause, "text": finding.text, "fix": finding.rule.fix}
    if finding.span is not None:
        span = finding.span
        properties["page"] = finding.page
        properties |= {"part": span.part, "paragraph": span.paragraph, "start": span.start, "end": span.end}
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": order[finding.rule.id],
        "level": _LEVELS[finding.grade],
        "message": {"text": text},
        "locations": [location],
        "properties": properties,
    }
