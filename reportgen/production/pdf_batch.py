"""The PDFs of a run of letters; those of an earlier run are kept, and the manifest says which are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from reportgen.problems import OutputError, Problem
from reportgen.production.batch_run import Progress
from reportgen.production.letters import LetterResult
from reportgen.write.files import write_file
from reportgen.write.pdf import BATCH, TIMEOUT_SECONDS, convert_many

Save = Callable[[Sequence[LetterResult]], object]
"""Told the results after every few PDFs, so that a run that is cut off loses none of its work."""


def convert_letters(
    results: Sequence[LetterResult],
    folder: Path,
    *,
    soffice: Path,
    jobs: int = 1,
    timeout: float = TIMEOUT_SECONDS,
    progress: Progress = lambda _: None,
    save: Save = lambda _: None,
) -> list[LetterResult]:
    """Make the PDF of each letter in `folder` that has none yet, and return `results` with their PDFs.

    A letter that LibreOffice cannot convert gets a problem and stays without a PDF. `progress` counts letters.
    """
    found = list(results)
    positions = {folder / each.file: at for at, each in enumerate(found) if each.file and each.pdf is None}
    with closing(convert_many(list(positions), soffice=soffice, jobs=jobs, timeout=timeout)) as conversions:
        for count, (file, made) in enumerate(conversions, start=1):
            at = positions[file]
            found[at] = _with_pdf(found[at], file, made)
            progress(1)
            if count % BATCH == 0:
                save(found)
    return found


def _with_pdf(result: LetterResult, file: Path, made: bytes | Problem) -> LetterResult:
    if isinstance(made, Problem):
        return replace(result, problems=(*result.problems, made))
    target = file.with_suffix(".pdf")
    try:
        write_file(target, made)
    except OutputError as error:
        return replace(result, problems=(*result.problems, error.problem))
    return replace(result, pdf=target.name)
