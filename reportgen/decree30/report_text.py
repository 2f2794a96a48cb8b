"""What a check found, as a terminal shows it: by file, page by page, with the clause and what to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Finding, Grade
from reportgen.decree30.seen import PageSource
from reportgen.problems import Language, Problem

_MOST_ALIKE = 3
_MOST_PLACES = 8
_WORDS: Mapping[str, tuple[str, str]] = {
    "page": ("trang {}", "page {}"),
    "paragraph": ("đoạn {}", "paragraph {}"),
    "hint": ("cách sửa", "to mend it"),
    "more": ("… và {} chỗ nữa như trên", "… and {} more like this"),
    "pages": (" (trang {})", " (pages {})"),
    "paragraphs": (" (đoạn {})", " (paragraphs {})"),
    "clean": ("{}: không thấy gì trái quy định", "{}: nothing against the decree was found"),
    "total": ("{file}: {counts}", "{file}: {counts}"),
    "files": ("{} tệp: {} đạt, {} có chỗ trái quy định", "{} files: {} pass, {} depart from the decree"),
    "unread": (", {} không kiểm tra được", ", {} could not be checked"),
    "often": ("Hay gặp nhất:", "Most often:"),
    "in_files": ("{}  {} chỗ, {} tệp  {}", "{}  {} places, {} files  {}"),
}
_ON_PAGES = ("{} chỗ trên trang in", "{} on the printed pages")
_SOURCES: Mapping[PageSource, tuple[str, str]] = {
    PageSource.WORD: (
        "số trang theo dấu Word để lại khi lưu tệp",
        "pages as Word marked them when it saved the file",
    ),
    PageSource.PDF: ("số trang theo bản PDF", "pages as in the PDF"),
}
_COUNTED: Mapping[Grade, tuple[str, str]] = {
    Grade.ERROR: ("{} chỗ trái quy định", "{} against the decree"),
    Grade.AGENCY: ("{} chỗ trái quy tắc của cơ quan", "{} against the agency's rules"),
    Grade.PRACTICE: ("{} chỗ khác thông lệ", "{} against practice"),
    Grade.NOTE: ("{} lưu ý", "{} notes"),
}


def _say(key: str, language: Language) -> str:
    return _WORDS[key][0 if language == "vi" else 1]


def describe_report(report: CheckReport, language: Language = "vi") -> str:
    """Return the findings of one file, the first few of those that are alike, and their count."""
    return "\n".join(_lines(report, language))


def _lines(report: CheckReport, language: Language) -> Iterator[str]:
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in report.findings:
        alike[_kind_of(finding)].append(finding)
    shown: Counter[tuple[str, str]] = Counter()
    for entry in report.in_page_order():
        if isinstance(entry, Problem):
            yield from _describe_problem(entry, language)
            continue
        key = _kind_of(entry)
        shown[key] += 1
        if shown[key] <= _MOST_ALIKE:
            yield from _describe(entry, report.file, language)
            if shown[key] == _MOST_ALIKE and (left := alike[key][_MOST_ALIKE:]):
                yield f"  {_say('more', language).format(len(left))}{_numbers_of(left, language)}"
    yield count_line(report, language)


def _numbers_of(findings: Sequence[Finding], language: Language) -> str:
    """Return the pages of `findings`, their paragraphs if these are not known, the first few of them."""
    pages, paragraphs = ({getattr(finding, name): None for finding in findings} for name in ("page", "number"))
    key, numbers = ("paragraphs", paragraphs) if None in pages else ("pages", pages)
    if None in numbers:
        return ""
    listed = [str(number) for number in numbers]
    return _say(key, language).format(", ".join([*listed[:_MOST_PLACES], *(["…"] if listed[_MOST_PLACES:] else [])]))


def _kind_of(finding: Finding) -> tuple[str, str]:
    """What makes two findings alike: the rule, and what the message says but for the text concerned."""
    return finding.rule.id, finding.grade.value


def _describe(finding: Finding, file: str, language: Language) -> Iterator[str]:
    basis = finding.rule.basis(language)
    yield f"{finding.grade.label(language)}[{finding.rule.id}]: {finding.message(language)} ({basis})"
    yield f"  --> {file}, {describe_place(finding, language)}"
    hint = finding.hint(language)
    if hint:
        yield f"  {_say('hint', language)}: {hint}"


def _describe_problem(problem: Problem, language: Language) -> Iterator[str]:
    yield f"{problem.severity.label(language)}[{problem.code}]: {problem.message(language)}"
    yield f"  --> {problem.place.describe(language)}"
    hint = problem.hint(language)
    if hint:
        yield f"  {_say('hint', language)}: {hint}"


def describe_page(page: int | None, language: Language) -> str:
    """Return "trang 2"; empty if the page is not known."""
    return "" if page is None else _say("page", language).format(page)


def describe_place(finding: Finding, language: Language) -> str:
    """Return where a finding is, with the text: "trang 1, đoạn 12, bảng 1, hàng 2, cột 1: “Số: 5/QĐ-BNV”"."""
    page = describe_page(finding.page, language)
    within = describe_place_on_page(finding, language)
    return f"{page}, {within}" if page else within


def describe_place_on_page(finding: Finding, language: Language) -> str:
    """Do as `describe_place` does, without the page."""
    parts = [] if finding.number is None else [_say("paragraph", language).format(finding.number)]
    is_plain = finding.number is not None and finding.paragraph is not None and finding.paragraph.cell is None
    if not is_plain or (finding.paragraph is not None and finding.paragraph.in_text_box):
        parts.append(finding.region(language))
    place = ", ".join(parts)
    return f"{place}: “{finding.excerpt}”" if finding.excerpt else place


def count_line(report: CheckReport, language: Language) -> str:
    """Return how many findings of each grade a file has."""
    counts = [
        _COUNTED[grade][0 if language == "vi" else 1].format(count)
        for grade in _COUNTED
        if (count := report.count(grade))
    ]
    if report.page_problems:
        counts.append(_ON_PAGES[0 if language == "vi" else 1].format(len(report.page_problems)))
    if not counts:
        return _say("clean", language).format(report.file)
    return _say("total", language).format(file=report.file, counts=", ".join(counts))


def describe_page_source(report: CheckReport, language: Language = "vi") -> str | None:
    """Return where the page numbers come from, `None` if there are none or nothing was found."""
    if report.page_source is None or not (report.findings or report.page_problems):
        return None
    return _SOURCES[report.page_source][0 if language == "vi" else 1]


def describe_summary(reports: Sequence[CheckReport], language: Language = "vi", *, unread: int = 0) -> str:
    """Return the sum of many files: a line for each with findings, how many pass, and the rules broken most often.

    `unread` is how many more could not be checked.
    """
    passing = sum(report.is_clean for report in reports)
    lines = [count_line(report, language) for report in reports if report.findings or report.page_problems]
    total = _say("files", language).format(len(reports) + unread, passing, len(reports) - passing)
    lines.append(total + (_say("unread", language).format(unread) if unread else ""))
    places = Counter(finding.rule.id for report in reports for finding in report.findings)
    if places:
        lines.append(_say("often", language))
    by_id = {finding.rule.id: finding.rule for report in reports for finding in report.findings}
    for identity, count in sorted(places.items(), key=lambda pair: (-pair[1], pair[0]))[:10]:
        files = sum(any(finding.rule.id == identity for finding in report.findings) for report in reports)
        requirement = by_id[identity].requirement.of(language)
        lines.append("  " + _say("in_files", language).format(identity, count, files, requirement))
    return "\n".join(lines)
