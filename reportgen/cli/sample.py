"""`reportgen sample`: the samples that come with the program, copied to a folder; the main report is built there."""

from __future__ import annotations

from pathlib import Path

from reportgen.cli.build import build
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.machine import find_soffice
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import Settings
from reportgen.problems import OutputError, Place, Problem
from reportgen.problems.command import EDITED_FILE_MOVED, SAMPLE_WITHOUT_PDF
from reportgen.problems.files import CANNOT_WRITE
from reportgen.read.data_files import data_folder
from reportgen.write.files import write_file

MAIN_SAMPLE = "bao_cao_749"
"""The sample that is built; the others are there to be looked at, and built with `reportgen build`."""


def sample(folder: Path, settings: Settings) -> Outcome:
    """Copy every shipped sample into a folder of its own below `folder` and build the sample report beside its input.

    The PDF is made where LibreOffice is; its absence is only a note. A copied file that was edited since is kept
    under another name.

    Raises:
        InputProblems: a sample, edited in the installed program, cannot become a document.
        OutputError: a file cannot be read or written.
    """
    with faults_of_data_as_problems():
        shipped = data_folder("samples")
    has_soffice = find_soffice(settings.environment) is not None
    outcome = Outcome()
    others: list[Path] = []
    for original in sorted(path for path in shipped.rglob("*") if path.is_file()):
        copy = folder / original.relative_to(shipped)
        outcome = outcome.joined(Outcome(problems=_copy(original, copy)))
        if copy.parent.name != MAIN_SAMPLE:
            others.append(copy if copy.parent == folder else copy.parent)
            continue
        outcome = outcome.joined(Outcome((copy,)))
        if copy.suffix == ".yaml":
            outcome = outcome.joined(build(copy, settings, pdf=has_soffice))
    # Of the other samples the folders will do: the report is what was asked for.
    outcome = outcome.joined(Outcome(tuple(dict.fromkeys(others))))
    return outcome if has_soffice else outcome.joined(Outcome(problems=(SAMPLE_WITHOUT_PDF.at(Place()),)))


def _copy(original: Path, copy: Path) -> tuple[Problem, ...]:
    """Copy a file; one that stands there with another content is renamed, and a note says so."""
    content = original.read_bytes()
    if not copy.is_file() or _read(copy) == content:
        write_file(copy, content)
        return ()
    kept = _free_name(copy)
    try:
        copy.rename(kept)
    except OSError as error:
        raise OutputError(CANNOT_WRITE.at(Place(file=str(kept)), reason=error.strerror or str(error))) from error
    write_file(copy, content)
    return (EDITED_FILE_MOVED.at(Place(file=str(copy)), moved=str(kept)),)


def _read(path: Path) -> bytes | None:
    """Return the content of `path`, or `None` if it may not be read: then it is not known to be ours."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    return kept
