"""`reportgen check`: what departs from Decree 30 in Word files, one or hundreds, and where to write it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import get_terminal_size

from reportgen.cli.check_files import CHUNK, Checking, check_files
from reportgen.cli.exit_codes import ExitCode, exit_code_of
from reportgen.cli.machine import find_soffice
from reportgen.cli.outcome import Outcome
from reportgen.cli.progress import ProgressBar
from reportgen.cli.settings import Settings
from reportgen.cli.terminal_text import printable, wrap_text
from reportgen.cli.words import Words
from reportgen.decree30.check import CheckReport
from reportgen.decree30.finding import Grade
from reportgen.decree30.layers import read_layer
from reportgen.decree30.report_comments import annotate_report
from reportgen.decree30.report_html import reports_to_html
from reportgen.decree30.report_json import report_to_dict, reports_to_sarif
from reportgen.decree30.report_text import describe_page_source, describe_report, describe_summary
from reportgen.problems import InputProblems, Language, Place, Problem, Severity
from reportgen.problems import form_checking as kinds
from reportgen.production.sources import read_bytes
from reportgen.write.files import write_file
from reportgen.write.word_conversion import CONVERTIBLE

_SUFFIXES = (".docx", *CONVERTIBLE)
_CHECKING = Words("Kiểm tra", "Checking")
_NO_PAGES = Words(
    "tệp không cho biết số trang; thêm --pages để LibreOffice dàn trang và có số trang",
    "the file does not tell its pages; add --pages for LibreOffice to lay them out",
)
_NO_SOFFICE = Words("máy này không có LibreOffice", "this machine has no LibreOffice")
# In a file with as many findings, hundreds of files would drown each other.
_MOST_IN_FULL = 5
_MOST_SHOWN = 20
_BAR_FROM = 5
# Starting processes takes as long as checking a few dozen letters.
_MANY, _MOST_PROCESSES = 60, 8


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What the command line asks for: files and folders, layers of rules, and what to write beside the list."""

    sources: Sequence[Path]
    layers: Sequence[Path] = ()
    sarif: Path | None = None
    html: Path | None = None
    copy: Path | None = None
    strict: bool = False
    pages: bool = False
    jobs: int | None = None
    """How many processes share the work; `None` leaves it to the number of files."""


@dataclass(frozen=True, slots=True)
class CheckOutcome(Outcome):
    """An outcome whose exit code counts findings: 1 if any departs from the decree, else 3 if a file is unread."""

    has_findings: bool = False
    has_unread: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """The exit code: findings come before files that could not be read."""
        if self.has_findings:
            return ExitCode.INPUT_PROBLEMS
        return ExitCode.FILES_OR_PROGRAMS if self.has_unread else exit_code_of(self.problems)


def check(order: CheckOrder, settings: Settings) -> Outcome:
    """Check the files that `order` names; one that cannot be read does not stop the others.

    Raises:
        InputProblems: an agency's layer is wrong, or there is nothing to check.
        OutputError: a layer cannot be read, or what was asked for cannot be written.
    """
    layers = [read_layer(read_bytes(path), str(path)) for path in order.layers]
    files = _files(order.sources)
    if order.copy is not None:
        _check_copy(files, order.copy)
    soffice = find_soffice(settings.environment)
    problems = []
    if order.pages and soffice is None:
        problems.append(kinds.NOT_PAGED.at(Place(), reason=_NO_SOFFICE.of(settings.language)))
    checking = Checking(tuple(layers), settings.language, date.today(), soffice, order.pages and soffice is not None)
    reports, refused = _check_all(files, checking, order, settings)
    written = _write(order, reports, files, settings)
    return CheckOutcome(
        files=written,
        problems=(*problems, *_shown(refused, reports)),
        text=_text(reports, order, settings, unread=len(files) - len(reports)),
        data={
            "summary": _counts(reports, len(files)),
            "documents": [report_to_dict(report, settings.language) for report in reports],
        },
        has_findings=any(_fails(report, strict=order.strict) for report in reports),
        has_unread=bool(refused),
    )


def _counts(reports: Sequence[CheckReport], files: int) -> dict[str, int]:
    passing = sum(report.is_clean for report in reports)
    return {"files": files, "pass": passing, "depart": len(reports) - passing, "unread": files - len(reports)}


def _fails(report: CheckReport, *, strict: bool) -> bool:
    grades = (Grade.ERROR, Grade.AGENCY, Grade.PRACTICE) if strict else (Grade.ERROR,)
    return any(report.count(grade) for grade in grades) or (strict and bool(report.page_problems))


def _files(sources: Sequence[Path]) -> list[Path]:
    """Return the files to check, those of folders by their names.

    Raises:
        InputProblems: there are none.
    """
    found: dict[Path, None] = {}
    for source in sources:
        inside = sorted(source.rglob("*")) if source.is_dir() else [source]
        # Word keeps a file beside each open one, "~$" before its name.
        wanted = [one for one in inside if one == source or _is_text_file(one)]
        found |= dict.fromkeys(wanted)
    if not found:
        raise InputProblems([kinds.NO_FILES.at(Place(file=str(sources[0]) if sources else None))])
    return list(found)


def _is_text_file(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith("~$") and path.is_file()


def _check_copy(files: Sequence[Path], copy: Path) -> None:
    place = Place(file=str(copy))
    if len(files) != 1:
        raise InputProblems([kinds.ONE_FILE_ONLY.at(place, count=len(files))])
    if files[0].suffix.lower() != ".docx" or copy.suffix.lower() != ".docx":
        raise InputProblems([kinds.CANNOT_ANNOTATE.at(place)])
    if copy.resolve() == files[0].resolve():
        raise InputProblems([kinds.COPY_IS_ORIGINAL.at(place)])


def _check_all(
    files: Sequence[Path], checking: Checking, order: CheckOrder, settings: Settings
) -> tuple[list[CheckReport], list[Problem]]:
    """Return the reports in the order of `files`, and why others could not be checked."""
    is_terminal = sys.stderr.isatty() and settings.environment.get("TERM") != "dumb"
    bar = ProgressBar(_CHECKING, len(files), settings.language, sys.stderr, is_terminal=is_terminal)
    reports: list[CheckReport] = []
    refused: list[Problem] = []
    try:
        for result in check_files(files, checking, _processes(len(files), order)):
            if isinstance(result, CheckReport):
                reports.append(result)
            else:
                refused += result
            if len(files) >= _BAR_FROM:
                bar.advance(1)
    finally:
        if len(files) >= _BAR_FROM:
            bar.stop()
    return reports, refused


def _processes(files: int, order: CheckOrder) -> int:
    """Return how many processes share the work: as many as were asked for, else all cores if it is worth it."""
    if order.jobs is not None:
        return min(order.jobs, -(-files // CHUNK))
    worth = CHUNK + 1 if order.pages else _MANY
    return 1 if files < worth else min(os.cpu_count() or 1, _MOST_PROCESSES, -(-files // CHUNK))


def _shown(refused: Sequence[Problem], reports: Sequence[CheckReport]) -> list[Problem]:
    """Return the problems to print: of many files, a note about each would hide what cannot be checked at all."""
    of_reports = [problem for report in reports for problem in report.problems]
    if len(reports) > _MOST_IN_FULL:
        of_reports = [problem for problem in of_reports if problem.severity is not Severity.NOTE]
    found = [*refused, *of_reports]
    if len(found) <= _MOST_SHOWN:
        return found
    return [*found[:_MOST_SHOWN], kinds.MORE_PROBLEMS.at(Place(), count=len(found) - _MOST_SHOWN)]


def _text(reports: Sequence[CheckReport], order: CheckOrder, settings: Settings, *, unread: int) -> str:
    language = settings.language
    if len(reports) > _MOST_IN_FULL:
        parts = [describe_summary(reports, language, unread=unread)]
    else:
        parts = ["\n".join(_full(report, order, language)) for report in reports]
        if reports and len(reports) + unread > 1:
            parts.append(describe_summary(reports, language, unread=unread))
    text = printable("\n\n".join(parts))
    return wrap_text(text, get_terminal_size().columns) if _is_terminal() else text


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _full(report: CheckReport, order: CheckOrder, language: Language) -> Iterator[str]:
    """Yield the findings of a file, and where its page numbers come from or how to have them."""
    yield describe_report(report, language)
    source = describe_page_source(report, language)
    if source is not None:
        yield f"  {source}"
    elif report.findings and not order.pages:
        yield f"  {_NO_PAGES.of(language)}"


def _write(
    order: CheckOrder, reports: Sequence[CheckReport], files: Sequence[Path], settings: Settings
) -> tuple[Path, ...]:
    return tuple(
        _written(target, content)
        for target, content in _contents(order, reports, files, settings)
        if target is not None
    )


def _written(target: Path, content: bytes) -> Path:
    write_file(target, content)
    return target


def _contents(
    order: CheckOrder, reports: Sequence[CheckReport], files: Sequence[Path], settings: Settings
) -> Iterator[tuple[Path | None, bytes]]:
    """Yield what was asked for, each with where it goes."""
    language = settings.language
    if order.sarif is not None:
        yield order.sarif, reports_to_sarif(reports, language, _version()).encode()
    if order.html is not None:
        yield order.html, reports_to_html(reports, language).encode()
    if order.copy is not None and reports:
        yield order.copy, annotate_report(read_bytes(files[0]), reports[0], language)


def _version() -> str:
    try:
        return version("reportgen")
    except PackageNotFoundError:
        return "0"
