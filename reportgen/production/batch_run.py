"""Making the letters of a plan: in this process, in several, or on a cluster; what stands whole is left alone.

Each letter depends on its row alone, so a run that was cut off is simply started again: a file that is already what
it should be is not written twice, and a file is only ever there whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from reportgen.problems import InputProblems, OutputError, Place, Problem
from reportgen.problems import recipients as kinds
from reportgen.production.batch_plan import BatchPlan, PlannedLetter
from reportgen.write.files import remove_leftovers, write_file
from reportgen.write.letter_run import LetterRun

CHUNK = 250
"""Letters that a process makes before it reports: few enough for a smooth progress bar."""

State: TypeAlias = Literal["written", "kept", "refused"]


@dataclass(frozen=True, slots=True)
class LetterResult:
    """What became of one row: its file (relative to the folder) with its hash, or why there is none."""

    row: int
    state: State
    file: str | None
    sha256: str | None
    problems: tuple[Problem, ...] = ()


Progress: TypeAlias = Callable[[int], None]
"""Told after each chunk how many more rows are done."""


def run_batch(
    plan: BatchPlan, folder: Path, *, jobs: int = 1, cluster: str | None = None, progress: Progress = lambda _: None
) -> list[LetterResult]:
    """Make the letters of `plan` in `folder` and return what became of each row, in the order of the rows.

    With `jobs`, that many processes share the work; with `cluster`, the address of a Dask scheduler, its workers do
    (they have to see the same folder). A row that fails does not stop the others.

    Raises:
        OutputError: the folder cannot be made.
    """
    remove_leftovers(folder)
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
        return _on_cluster(run, chunks, folder, cluster)
    if jobs > 1:
        return _in_processes(run, chunks, folder, jobs)
    return (make_letters(run, chunk, folder) for chunk in chunks)


def _in_processes(
    run: LetterRun, chunks: Sequence[Sequence[PlannedLetter]], folder: Path, jobs: int
) -> Iterator[list[LetterResult]]:
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for future in as_completed([pool.submit(make_letters, run, chunk, folder) for chunk in chunks]):
            yield future.result()


def _on_cluster(
    run: LetterRun, chunks: Sequence[Sequence[PlannedLetter]], folder: Path, address: str
) -> Iterator[list[LetterResult]]:
    try:
        import distributed  # noqa: PLC0415  only a run on a cluster needs it

        client = distributed.Client(address, timeout=10)
    except ImportError as error:
        reason = "chưa cài gói `distributed` (pip install reportgen[cluster])"
        raise OutputError(kinds.CLUSTER_UNREACHABLE.at(Place(), address=address, reason=reason)) from error
    except (OSError, ValueError) as error:
        problem = kinds.CLUSTER_UNREACHABLE.at(Place(), address=address, reason="không kết nối được")
        raise OutputError(problem) from error
    with client:
        shared = client.scatter(run, broadcast=True)
        futures = [client.submit(make_letters, shared, chunk, folder, pure=False) for chunk in chunks]
        for future in distributed.as_completed(futures):
            yield future.result()


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
        return LetterResult(letter.row, "refused", None, None, error.problems)
    except OutputError as error:
        return LetterResult(letter.row, "refused", None, None, (error.problem,))
    return LetterResult(letter.row, state, letter.file, hashlib.sha256(content).hexdigest())


def _is_already(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False
