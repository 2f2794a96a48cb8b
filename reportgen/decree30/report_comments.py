"""What a check found, as comments in a copy of the Word file, at the very words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Finding
from reportgen.decree30.report_text import describe_page, describe_place
from reportgen.decree30.seen import Story
from reportgen.problems import Language, Problem
from reportgen.write.annotate import Finding as Comment
from reportgen.write.annotate import annotate_docx
from reportgen.write.word_text import WordSpan

_MOST = 500
_MORE: Mapping[Language, str] = {
    "vi": "Còn {} chỗ nữa không ghi thành nhận xét; xem danh sách mà lệnh kiểm tra in ra.",
    "en": "There are {} more findings without a comment; see the list that the check prints.",
}
_HINT: Mapping[Language, str] = {"vi": "Cách sửa: {}", "en": "To mend it: {}"}


def annotate_report(data: bytes, report: CheckReport, language: Language = "vi") -> bytes:
    """Return a copy of the .docx file `data` with the findings of `report` as comments, in their order.

    Raises:
        InputProblems: the file cannot be read.
    """
    comments = [Comment("\n".join(_lines_of_problem(problem, language))) for problem in report.page_problems]
    comments += [_comment(finding, language) for finding in report.findings[:_MOST]]
    if len(report.findings) > _MOST:
        comments.append(Comment(_MORE[language].format(len(report.findings) - _MOST)))
    return annotate_docx(data, comments, report.file)


def _comment(finding: Finding, language: Language) -> Comment:
    span = finding.span
    place = WordSpan(span.part, span.paragraph, span.start, span.end) if span is not None else None
    return Comment("\n".join(_lines(finding, language)), place)


def _lines_of_problem(problem: Problem, language: Language) -> Iterator[str]:
    page = describe_page(problem.place.page, language)
    yield f"{problem.severity.label(language)} {problem.code}: " + ", ".join(
        filter(None, (page, problem.message(language)))
    )
    hint = problem.hint(language)
    if hint:
        yield _HINT[language].format(hint)


def _lines(finding: Finding, language: Language) -> Iterator[str]:
    yield f"{finding.grade.label(language)} {finding.rule.id}: {finding.message(language)}"
    if finding.paragraph is not None and finding.paragraph.story is not Story.BODY:
        # Word shows it at the head of the text, for headers take no comments.
        yield describe_place(finding, language)
    hint = finding.hint(language)
    if hint:
        yield _HINT[language].format(hint)
    yield finding.rule.basis(language)
