"""Making the letters of a plan: in this process, in several, or on a cluster; what stands whole is left alone.

Each letter depends on its row alone, so a run that was cut off is simply started again: a file that is already what
it should be is not written twice, and a file is only ever there whole.
"""

from __future__ import annotations

import hashlib
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from reportgen.problems import InputProblems, OutputError, Place, Problem
from reportgen.problems import recipients as kinds
from reportgen.production.batch_plan import BatchPlan
from reportgen.production.cluster import make_on_cluster
from reportgen.production.letters import LetterResult, PlannedLetter, State
from reportgen.write.files import prepare_folder, write_file
from reportgen.write.letter_run import LetterRun

CHUNK = 250
"""Letters that a process makes before it reports: few enough for a smooth progress bar."""

Progress: TypeAlias = Callable[[int], None]
"""Told after each chunk how many more rows are done."""


def run_batch(
    plan: BatchPlan, folder: Path, *, jobs: int = 1, cluster: str | None = None, progress: Progress = lambda _: None
) -> list[LetterResult]:
    """Make the letters of `plan` in `folder` and return what became of each row, in the order of the rows.

    With `jobs`, that many processes share the work; with `cluster`, the address of a Dask scheduler, its workers do
    (they have to see the same folder). A row that fails does not stop the others.

    Raises:
        OutputError: the folder cannot be used, the cluster does not answer, or a process was stopped from outside.
    """
    prepare_folder(folder)
    chunks = [plan.letters[at : at + CHUNK] for at in range(0, len(plan.letters), CHUNK)]
    results: list[LetterResult] = []
    for done in _work(plan.run, chunks, folder, jobs, cluster):
        results += done
        progress(len(done))
    return sorted(results, key=lambda result: result.row)


def _work(
    run: LetterRun, chunks: Sequence[Sequence[PlannedLetter]], folder: Path, jobs: int, cluster: str | None
) -> Iterable[list[LetterResult]]:
    if cluster is not None:
        return make_on_cluster(make_letters, run, chunks, folder, cluster)
    if jobs > 1:
        return _make_in_processes(run, chunks, folder, jobs)
    return (make_letters(run, chunk, folder) for chunk in chunks)


def _make_in_processes(
    run: LetterRun, chunks: Sequence[Sequence[PlannedLetter]], folder: Path, jobs: int
) -> Iterator[list[LetterResult]]:
    pool = ProcessPoolExecutor(jobs, initializer=_leave_ctrl_c_to_the_parent)
    try:
        for future in as_completed([pool.submit(make_letters, run, chunk, folder) for chunk in chunks]):
            yield future.result()
    except BrokenProcessPool as error:
        raise OutputError(kinds.WORKER_LOST.at(Place())) from error
    finally:
        # After Ctrl-C the chunks at work are finished, so that every file is whole, and no other is begun.
        pool.shutdown(cancel_futures=True)


def _leave_ctrl_c_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def make_letters(run: LetterRun, letters: Sequence[PlannedLetter], folder: Path) -> list[LetterResult]:
    """Make some letters of a plan in `folder`; this is what a process or a worker of a cluster does."""
    return [_make(run, letter, folder) for letter in letters]


def _make(run: LetterRun, letter: PlannedLetter, folder: Path) -> LetterResult:
    if letter.file is None:
        return LetterResult(letter.row, "refused", None, None, letter.problems)
    target = folder / letter.file
    try:
        content = run.fill(letter.values, letter.records)
        state: State = "kept" if _is_already(target, content) else "written"
        if state == "written":
            write_file(target, content, durable=False)
    except InputProblems as error:
        problems = tuple(_in_list(problem, letter.place) for problem in error.problems)
        return LetterResult(letter.row, "refused", None, None, problems)
    except OutputError as error:
        return LetterResult(letter.row, "refused", None, None, (error.problem,))
    return LetterResult(letter.row, state, letter.file, hashlib.sha256(content).hexdigest())


def _in_list(problem: Problem, place: Place) -> Problem:
    """Return a problem of a value at the place of its row: the letter, where it was found, is not to blame."""
    return replace(problem, place=replace(place, key=problem.place.key, text=problem.place.text or place.text))


def _is_already(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False
