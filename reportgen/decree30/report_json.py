"""What a check found, as JSON of the program's own and as SARIF 2.1.0, which code hosts show beside the files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.rules import Rule
from reportgen.problems import Language

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Grade, str] = {
    Grade.ERROR: "error",
    Grade.AGENCY: "warning",
    Grade.PRACTICE: "warning",
    Grade.NOTE: "note",
}


def report_to_dict(report: CheckReport, language: Language = "vi") -> dict[str, object]:
    """Return one file's report as plain values; what is not known is `None`."""
    return {
        "file": report.file,
        "clean": report.is_clean,
        "kind": report.recognised.kind_key,
        "confidence": report.recognised.confidence,
        "counts": {grade.value: report.count(grade) for grade in Grade},
        "findings": [finding_to_dict(finding, language) for finding in report.findings],
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


def reports_to_sarif(reports: Sequence[CheckReport], language: Language = "vi", version: str = "0") -> str:
    """Return the findings of many files as one SARIF log; `version` is the program's.

    A Word file has no lines: a place is a paragraph as a logical location, and a span of characters in it.
    """
    rules = _rules_of(reports)
    order = {rule.id: index for index, rule in enumerate(rules)}
    results = [_result(finding, report.file, order, language) for report in reports for finding in report.findings]
    driver = {
        "name": "reportgen check",
        "version": version,
        "rules": [_descriptor(rule, language) for rule in rules],
    }
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


def _result(finding: Finding, file: str, order: Mapping[str, int], language: Language) -> dict[str, object]:
    hint = finding.hint(language)
    text = finding.message(language) + (f". {hint}" if hint else "")
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": quote(file)}}}
    if finding.number is not None:
        logical = {"kind": "paragraph", "name": str(finding.number), "fullyQualifiedName": finding.region(language)}
        location["logicalLocations"] = [logical]
    properties: dict[str, object] = {"clause": finding.rule.clause, "text": finding.text, "fix": finding.rule.fix}
    if finding.span is not None:
        span = finding.span
        properties |= {"part": span.part, "paragraph": span.paragraph, "start": span.start, "end": span.end}
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": order[finding.rule.id],
        "level": _LEVELS[finding.grade],
        "message": {"text": text},
        "locations": [location],
        "properties": properties,
    }
