"""`reportgen check`: what departs from Decree 30 in Word files, one or hundreds, and where to write it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reportgen.cli.exit_codes import ExitCode, exit_code_of
from reportgen.cli.machine import find_soffice
from reportgen.cli.os_errors import explain
from reportgen.cli.outcome import Outcome
from reportgen.cli.progress import ProgressBar
from reportgen.cli.settings import Settings
from reportgen.cli.words import Words
from reportgen.decree30.check import CheckReport, check_document, check_recognised
from reportgen.decree30.finding import Grade
from reportgen.decree30.layers import Layer, read_layer
from reportgen.decree30.recognise import recognise
from reportgen.decree30.report_comments import annotate_report
from reportgen.decree30.report_html import reports_to_html
from reportgen.decree30.report_json import report_to_dict, reports_to_sarif
from reportgen.decree30.report_text import describe_report, describe_summary
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, OutputError, Place, Problem
from reportgen.problems import files as file_kinds
from reportgen.problems import form_checking as kinds
from reportgen.production.sources import read_bytes
from reportgen.read.data_files import load_register
from reportgen.write.files import write_file
from reportgen.write.word_conversion import CONVERTIBLE, convert_to_docx

_SUFFIXES = (".docx", *CONVERTIBLE)
_CHECKING = Words("Kiểm tra", "Checking")
# In a file with as many findings, hundreds of files would drown each other.
_MOST_IN_FULL = 5
# What the text of a PDF alone can tell.
_OF_TEXT = frozenset({"viet_hoa", "nhat_quan"})
_BAR_FROM = 5
# Starting processes takes as long as checking a few dozen letters.
_MANY, _CHUNK, _MOST_PROCESSES = 60, 10, 8
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What the command line asks for: files and folders, layers of rules, and what to write beside the list."""

    sources: Sequence[Path]
    layers: Sequence[Path] = ()
    sarif: Path | None = None
    html: Path | None = None
    copy: Path | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CheckOutcome(Outcome):
    """An outcome whose exit code counts findings: 1 if any departs from the decree, 3 if a file cannot be read."""

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
    reports, refused = _check_all(files, layers, settings)
    written = _write(order, reports, files, settings)
    return CheckOutcome(
        files=written,
        problems=(*refused, *(problem for report in reports for problem in report.problems)),
        text=_text(reports, settings),
        data={"documents": [report_to_dict(report, settings.language) for report in reports]},
        has_findings=any(_fails(report, strict=order.strict) for report in reports),
        has_unread=bool(refused),
    )


def _fails(report: CheckReport, *, strict: bool) -> bool:
    grades = (Grade.ERROR, Grade.AGENCY, Grade.PRACTICE) if strict else (Grade.ERROR,)
    return any(report.count(grade) for grade in grades)


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
    files: Sequence[Path], layers: Sequence[Layer], settings: Settings
) -> tuple[list[CheckReport], list[Problem]]:
    """Return the reports in the order of `files`, and why others could not be checked."""
    is_terminal = sys.stderr.isatty() and settings.environment.get("TERM") != "dumb"
    bar = ProgressBar(_CHECKING, len(files), settings.language, sys.stderr, is_terminal=is_terminal)
    reports: list[CheckReport] = []
    refused: list[Problem] = []
    try:
        for result in _results(files, layers, settings):
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


def _results(
    files: Sequence[Path], layers: Sequence[Layer], settings: Settings
) -> Iterator[CheckReport | tuple[Problem, ...]]:
    work = partial(_checked, layers=layers, settings=Settings(settings.language, dict(settings.environment)))
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if len(files) < _MANY or processes == 1:
        yield from map(work, files)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from (result for result in pool.map(work, files, chunksize=_CHUNK))


def _checked(path: Path, *, layers: Sequence[Layer], settings: Settings) -> CheckReport | tuple[Problem, ...]:
    """Return the report of one file without the document itself, or why there is none."""
    try:
        return _check_file(path, layers, settings).slim()
    except InputProblems as error:
        return error.problems
    except OutputError as error:
        return (explain(error, settings.language),)


def _check_file(path: Path, layers: Sequence[Layer], settings: Settings) -> CheckReport:
    data, suffix, names = read_bytes(path), path.suffix.lower(), agency_names()
    if suffix not in CONVERTIBLE:
        return check_document(data, str(path), layers=layers, names=names, today=date.today())
    soffice = find_soffice(settings.environment)
    if soffice is None:
        raise OutputError(file_kinds.NO_LIBREOFFICE.at(Place(file=str(path))))
    converted = convert_to_docx(data, suffix, soffice=soffice, file=str(path))
    place = Place(file=str(path))
    if suffix == ".pdf":
        seen = recognise(read_word(converted, str(path)))
        report = check_recognised(seen, layers=layers, names=names, today=date.today())
        findings = tuple(finding for finding in report.findings if finding.rule.family in _OF_TEXT)
        return replace(report, findings=findings, problems=(kinds.PDF_ONLY_TEXT.at(place),))
    report = check_document(converted, str(path), layers=layers, names=names, today=date.today())
    return replace(report, problems=(kinds.CONVERTED.at(place), *report.problems))


@cache
def agency_names() -> Mapping[str, str]:
    """Return the names of the register's agencies by themselves in small letters, those of any time."""
    # Short names are common nouns too: "chính phủ số".
    names = (agency.name for agency in load_register().agencies if len(agency.name.split()) >= _LEAST_WORDS)
    return {name.casefold(): name for name in names}


def _text(reports: Sequence[CheckReport], settings: Settings) -> str:
    language = settings.language
    if len(reports) > _MOST_IN_FULL:
        return describe_summary(reports, language)
    parts = [describe_report(report, language) for report in reports]
    if len(reports) > 1:
        parts.append(describe_summary(reports, language))
    return "\n\n".join(parts)


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
