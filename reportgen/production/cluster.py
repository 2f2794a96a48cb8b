"""The work of a run on an existing Dask cluster, given by its scheduler's address: the one home of `distributed`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

from reportgen.problems import OutputError, Place
from reportgen.problems import recipients as kinds
from reportgen.production.letters import LetterResult, PlannedLetter
from reportgen.write.letter_run import LetterRun

CONNECT_SECONDS = 5
"""How long the scheduler, and then its first worker, may take to answer."""


def make_on_cluster(
    make: Callable[[LetterRun, Sequence[PlannedLetter], Path], list[LetterResult]],
    run: LetterRun,
    chunks: Sequence[Sequence[PlannedLetter]],
    folder: Path,
    address: str,
) -> Iterator[list[LetterResult]]:
    """Have the workers of the cluster at `address` do `make` for each of `chunks`; yield the results as they come.

    Raises:
        OutputError: `distributed` is not installed, no worker answers, the workers are lost, or they write to a
            folder that is not here.
    """
    # Workers have working folders of their own.
    shared = folder.resolve()
    distributed = _load(address)
    client = _connect(distributed, address)
    try:
        scattered = client.scatter(run, broadcast=True)
        futures = [client.submit(make, scattered, chunk, shared, pure=False) for chunk in chunks]
        for future in distributed.as_completed(futures):
            done = future.result()
            _check_is_here(done, shared, address)
            yield done
    except (distributed.KilledWorker, distributed.comm.CommClosedError, CancelledError) as error:
        raise _unusable(address, "mất liên lạc với các máy làm việc", "its workers were lost") from error
    finally:
        client.close()


def _load(address: str) -> Any:  # noqa: ANN401  the package has hardly any types
    """Return the package `distributed`, which only a run on a cluster needs."""
    try:
        return import_module("distributed")
    except ImportError as error:
        reason = "chưa cài gói `distributed` (pip install reportgen[cluster])"
        reason_en = "the package `distributed` is not installed (pip install reportgen[cluster])"
        raise _unusable(address, reason, reason_en) from error


def _connect(distributed: Any, address: str) -> Any:  # noqa: ANN401
    # What it would say on its own goes into the problem.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # Asked first without a client: one that fails while it is made can, when collected as garbage, block for
        # ever the next that is made in this process.
        _ask(distributed, address)
        client = distributed.Client(address, timeout=CONNECT_SECONDS)
    except (OSError, ValueError, TypeError) as error:
        raise _unusable(address, "không kết nối được", "there is no connection") from error
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        client.close()
        raise _unusable(address, "không có máy làm việc nào", "it has no workers") from error
    return client


def _ask(distributed: Any, address: str) -> None:  # noqa: ANN401
    """See that a Dask server answers at `address`; raise what `distributed` raises if none does."""

    async def connect() -> None:
        comm = await distributed.comm.connect(address, timeout=CONNECT_SECONDS)
        await comm.close()

    # In a thread of its own, for the caller's may have an event loop that is running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, connect()).result()


def _check_is_here(done: Sequence[LetterResult], folder: Path, address: str) -> None:
    missing = next((each for each in done if each.file is not None and not (folder / each.file).is_file()), None)
    if missing is not None:
        raise OutputError(kinds.FOLDER_NOT_SHARED.at(Place(file=str(folder)), address=address))


def _unusable(address: str, reason: str, reason_en: str) -> OutputError:
    return OutputError(kinds.CLUSTER_UNREACHABLE.at(Place(), address=address, reason=reason, reason_en=reason_en))
