"""What a check found, as one HTML page to send: no script, no outside file, readable when printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Finding
from reportgen.decree30.report_text import count_line, describe_page_source, describe_place_on_page
from reportgen.problems import Language, Problem

_TITLES = ("Kết quả kiểm tra thể thức theo Nghị định 30/2020/NĐ-CP", "Check of form, Decree 30/2020/ND-CP")
_HEADS = (
    ("Mức", "Trang", "Chỗ", "Nhận xét", "Cách sửa", "Căn cứ"),
    ("Grade", "Page", "Place", "Finding", "To mend it", "Clause"),
)
_PAGE_COLUMN = 1
_CONTENTS = ("Các tệp", "Files")
_STYLE = """
body { font-family: system-ui, sans-serif; line-height: 1.45; margin: 2rem auto; max-width: 72rem; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #c9c9c9; padding: .4rem .55rem; text-align: left; vertical-align: top; }
th { background: #f1f1f1; } td { overflow-wrap: anywhere; }
.grade { font-weight: 600; white-space: nowrap; }
.error { color: #a01010; } .agency, .practice, .warning { color: #7a4a00; } .note { color: #1d4f8a; }
code { font-size: .85em; } .limit { color: #444; font-style: italic; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
"""


def reports_to_html(reports: Sequence[CheckReport], language: Language = "vi") -> str:
    """Return the findings of one file or many as an HTML page; everything from the files is escaped."""
    return "\n".join(_page(reports, language)) + "\n"


def _page(reports: Sequence[CheckReport], language: Language) -> Iterator[str]:
    index = 0 if language == "vi" else 1
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_TITLES[index]}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{_TITLES[index]}</h1>"
    if len(reports) > 1:
        yield f"<h2>{_CONTENTS[index]}</h2>\n<ul>"
        for number, report in enumerate(reports, start=1):
            yield f'<li><a href="#tep-{number}">{escape(count_line(report, language))}</a></li>'
        yield "</ul>"
    for number, report in enumerate(reports, start=1):
        yield from _section(number, report, language, index)
    yield "</body>\n</html>"


def _section(number: int, report: CheckReport, language: Language, index: int) -> Iterator[str]:
    yield f'<section id="tep-{number}">\n<h2>{escape(report.file)}</h2>'
    yield f"<p>{escape(count_line(report, language))}</p>"
    for problem in report.problems:
        yield f'<p class="limit">{escape(problem.message(language))}</p>'
    source = describe_page_source(report, language)
    if source is not None:
        yield f'<p class="limit">{escape(source)}</p>'
    entries = list(report.in_page_order())
    if entries:
        has_pages = report.page_source is not None
        heads = "".join(
            f'<th scope="col">{head}</th>' for at, head in enumerate(_HEADS[index]) if has_pages or at != _PAGE_COLUMN
        )
        yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
        for entry in entries:
            cells = _page_row(entry, language) if isinstance(entry, Problem) else _row(entry, language)
            shown = cells if has_pages else (*cells[:_PAGE_COLUMN], *cells[_PAGE_COLUMN + 1 :])
            yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in shown)}</tr>"
        yield "</tbody>\n</table>"
    yield "</section>"


def _row(finding: Finding, language: Language) -> tuple[str, ...]:
    return _cells(
        _graded(finding.grade.value, finding.grade.label(language), finding.rule.id),
        finding.page,
        describe_place_on_page(finding, language),
        finding.message(language),
        finding.hint(language),
        finding.rule.basis(language),
    )


def _page_row(problem: Problem, language: Language) -> tuple[str, ...]:
    grade = _graded(problem.severity.value, problem.severity.label(language), problem.code)
    return _cells(grade, problem.place.page, "", problem.message(language), problem.hint(language), "")


def _graded(style: str, label: str, code: str) -> str:
    return f'<span class="grade {style}">{escape(label)}</span><br><code>{escape(code)}</code>'


def _cells(grade: str, page: int | None, place: str, message: str, hint: str | None, clause: str) -> tuple[str, ...]:
    """Return the cells of a row as markup; `grade` is markup already."""
    shown = ("" if page is None else str(page), place, message, hint or "", clause)
    return (grade, *map(escape, shown))
