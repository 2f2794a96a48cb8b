"""The files of a `reportgen check`: read, converted where they have to be, checked, on one process or several."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

from reportgen.cli.os_errors import explain
from reportgen.cli.pdf_fonts import find_pdf_fonts
from reportgen.decree30.check import HOPELESS, CheckReport, check_seen
from reportgen.decree30.elements import Doubt
from reportgen.decree30.layers import Layer
from reportgen.decree30.layout import load_layout
from reportgen.decree30.rules import Rule
from reportgen.decree30.seen import SeenDocument
from reportgen.decree30.word_reader import read_word
from reportgen.problems import InputProblems, Language, OutputError, Place, Problem
from reportgen.problems import form_checking as kinds
from reportgen.production.form import agency_names
from reportgen.production.sources import read_bytes
from reportgen.write.pdf import convert_many
from reportgen.write.word_conversion import CONVERTIBLE, convert_to_docx

CHUNK = 10
"""Files that a process takes at a time, and LibreOffice at one start: few enough for a smooth progress bar."""

# What the text of a PDF alone can tell: whole families, and single rules of others. Its lines and spaces are the
# page's, so that missing elements, numbers of divisions, lists and double spaces cannot be told from it.
_OF_TEXT = frozenset({"viet_hoa", "nhat_quan", "so_ngay"})
_RULES_OF_TEXT = frozenset({
    "QUOC-HIEU-LOI", "TIEU-NGU-LOI", "TRICH-YEU-CHAM", "TRICH-YEU-CV-CHAM", "TEN-LOAI-CHAM", "CHU-KY-TU-AN",
    "CHU-MA-CU", "CHU-DAU-THANH", "CHU-CACH-TRUOC-DAU", "CHU-TRONG-NGOAC",
})  # fmt: skip
# The text of a PDF comes line by line, so that a document is not recognised as surely as in a Word file.
_HOPELESS_PDF = (Doubt.NO_TEXT, Doubt.NOT_VIETNAMESE)

Result: TypeAlias = CheckReport | tuple[Problem, ...]
"""A report without the document itself, or why there is none."""


@dataclass(frozen=True, slots=True)
class Checking:
    """How every file is checked. `soffice` is LibreOffice if there is one; `with_pages` asks it for page numbers."""

    layers: tuple[Layer, ...]
    language: Language
    today: date
    soffice: Path | None
    with_pages: bool = False


def check_files(files: Sequence[Path], checking: Checking, processes: int) -> Iterator[Result]:
    """Yield what came of each of `files`, in their order; one that cannot be read does not stop the others.

    Raises:
        OutputError: a process was stopped from outside.
    """
    chunks = [files[at : at + CHUNK] for at in range(0, len(files), CHUNK)]
    if processes == 1:
        for chunk in chunks:
            yield from _check_chunk(chunk, checking)
        return
    pool = ProcessPoolExecutor(processes, initializer=_leave_ctrl_c_to_the_parent)
    try:
        for done in [pool.submit(_check_all, chunk, checking) for chunk in chunks]:
            yield from done.result()
    except BrokenProcessPool as error:
        raise OutputError(kinds.WORKER_LOST.at(Place())) from error
    finally:
        # After Ctrl-C no other chunk is begun.
        pool.shutdown(cancel_futures=True)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_all(files: Sequence[Path], checking: Checking) -> list[Result]:
    return list(_check_chunk(files, checking))


def _check_chunk(files: Sequence[Path], checking: Checking) -> Iterator[Result]:
    if not checking.with_pages:
        for file in files:
            yield _checked(file, checking)
        return
    opened = [_opened(file, checking) for file in files]
    yield from (_result_of(one, checking) for one in _with_pdfs(opened, checking))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that has been read: what is seen of it, the Word file itself, and its pages, or why there are none."""

    seen: SeenDocument
    docx: bytes
    pdf: bytes | Problem | None = None
    is_pdf: bool = False
    problems: tuple[Problem, ...] = ()


def _checked(path: Path, checking: Checking) -> Result:
    return _result_of(_opened(path, checking), checking)


def _opened(path: Path, checking: Checking) -> _Opened | tuple[Problem, ...]:
    try:
        return _open(path, checking)
    except InputProblems as error:
        return error.problems
    except OutputError as error:
        return (explain(error, checking.language),)


def _open(path: Path, checking: Checking) -> _Opened:
    data, suffix, place = read_bytes(path), path.suffix.lower(), Place(file=str(path))
    if suffix not in CONVERTIBLE:
        return _Opened(read_word(data, str(path)), data)
    if checking.soffice is None:
        raise OutputError(kinds.NEEDS_LIBREOFFICE.at(place, suffix=suffix))
    try:
        docx = convert_to_docx(data, suffix, soffice=checking.soffice, file=str(path))
    except OutputError as error:
        reason = error.problem.values.get("reason", "")
        raise OutputError(kinds.NOT_CONVERTED.at(place, suffix=suffix, reason=reason)) from error
    seen = read_word(docx, str(path))
    if suffix == ".pdf":
        return _Opened(seen, docx, data, is_pdf=True, problems=(kinds.PDF_ONLY_TEXT.at(place),))
    return _Opened(seen, docx, problems=(kinds.CONVERTED.at(place),))


def _with_pdfs(
    opened: Sequence[_Opened | tuple[Problem, ...]], checking: Checking
) -> Sequence[_Opened | tuple[Problem, ...]]:
    """Return `opened` with the PDFs that LibreOffice makes of them, all at one start."""
    wanted = {number: one for number, one in enumerate(opened) if isinstance(one, _Opened) and one.pdf is None}
    if checking.soffice is None or not wanted:
        return opened
    done = list(opened)
    with tempfile.TemporaryDirectory(prefix="reportgen-check-", ignore_cleanup_errors=True) as folder:
        files = {Path(folder, f"{number}.docx"): number for number in wanted}
        for file, number in files.items():
            file.write_bytes(wanted[number].docx)
        for file, pdf in convert_many(list(files), soffice=checking.soffice):
            done[files[file]] = replace(wanted[files[file]], pdf=pdf)
    return done


def _result_of(opened: _Opened | tuple[Problem, ...], checking: Checking) -> Result:
    if isinstance(opened, tuple):
        return opened
    try:
        return _report(opened, checking).slim()
    except InputProblems as error:
        return error.problems


def _report(opened: _Opened, checking: Checking) -> CheckReport:
    check = partial(
        check_seen,
        layers=checking.layers,
        names=agency_names(),
        today=checking.today,
        hopeless=_HOPELESS_PDF if opened.is_pdf else HOPELESS,
    )
    report, limits = _paged(opened, check, checking) if opened.pdf is not None else (check(opened.seen), ())
    findings, found = report.findings, report.problems
    if opened.is_pdf:
        findings, found = tuple(finding for finding in findings if _is_of_text(finding.rule)), ()
    return replace(report, findings=findings, problems=(*opened.problems, *limits, *found))


def _is_of_text(rule: Rule) -> bool:
    return rule.family in _OF_TEXT or rule.id in _RULES_OF_TEXT


def _paged(
    opened: _Opened, check: Callable[[SeenDocument], CheckReport], checking: Checking
) -> tuple[CheckReport, tuple[Problem, ...]]:
    """Return the report with pages, and what has to be said of them."""
    # pypdf takes long to import, and few checks look at pages.
    from reportgen.decree30.paged_check import check_on_pages  # noqa: PLC0415
    from reportgen.decree30.pdf_pages import read_pdf  # noqa: PLC0415

    place = Place(file=opened.seen.file)
    try:
        if not isinstance(opened.pdf, bytes):
            raise InputProblems([opened.pdf] if opened.pdf is not None else [])
        read = read_pdf(opened.pdf, opened.seen.file)
    except InputProblems as error:
        reasons = "; ".join(problem.message(checking.language) for problem in error.problems)
        return check(opened.seen), (kinds.NOT_PAGED.at(place, reason=reasons),)
    font = load_layout().page.font
    report = check_on_pages(opened.seen, read, check, font=font if opened.is_pdf else None)
    substitutes = find_pdf_fonts(opened.pdf)
    if opened.is_pdf or not substitutes or font in substitutes:
        return report, ()
    return report, (kinds.SUBSTITUTE_LAYOUT.at(place, font=", ".join(substitutes)),)
