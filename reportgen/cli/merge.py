"""`reportgen merge`: several Word files as one for printing, and if asked for as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.cli.machine import find_soffice
from reportgen.cli.os_errors import explain
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import Settings
from reportgen.cli.usage import UsageProblem
from reportgen.problems import OutputError, Place
from reportgen.problems import command as kinds
from reportgen.problems import files as file_kinds
from reportgen.production.merging import merge_files
from reportgen.write.files import write_file
from reportgen.write.pdf import convert_to_pdf


def merge(files: Sequence[Path], target: Path, settings: Settings, *, pdf: bool = False) -> Outcome:
    """Merge `files`, in their order, into the Word file `target`; with `pdf` make its PDF too.

    Raises:
        UsageProblem: `target` is no Word file, or one of `files`.
        InputProblems: the files cannot be merged; all problems are in it.
        OutputError: a file cannot be read or written.
    """
    check_suffix(target)
    if target.resolve() in {path.resolve() for path in files}:
        raise UsageProblem(kinds.OUTPUT_IS_INPUT.at(Place(), found=str(target)))
    return merge_to(files, target, settings, pdf=pdf)


def check_suffix(target: Path) -> None:
    """Complain if `target` is not called like a Word file."""
    if target.suffix.lower() != ".docx":
        suggestion = str(target.with_suffix(".docx"))
        raise UsageProblem(kinds.OUTPUT_NOT_DOCX.at(Place(), found=str(target), suggestion=suggestion))


def merge_to(files: Sequence[Path], target: Path, settings: Settings, *, pdf: bool) -> Outcome:
    """Do the work of `merge`, whose checks the caller has made."""
    merged = merge_files(files)
    write_file(target, merged)
    outcome = Outcome((target,))
    return outcome.joined(_write_pdf(merged, target.with_suffix(".pdf"), settings)) if pdf else outcome


def _write_pdf(merged: bytes, target: Path, settings: Settings) -> Outcome:
    """Write the PDF; a failure is a problem of the outcome, for the Word file is there."""
    soffice = find_soffice(settings.environment)
    if soffice is None:
        return Outcome(problems=(file_kinds.NO_LIBREOFFICE.at(Place(file=str(target))),))
    try:
        write_file(target, convert_to_pdf(merged, soffice=soffice, file=str(target)))
    except OutputError as error:
        return Outcome(problems=(explain(error, settings.language),))
    return Outcome((target,))
