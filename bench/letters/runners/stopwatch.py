"""How a runner times itself: the job it is given, warm-up, repeats within a budget, the result as JSON.

Standard library only: the peers' environment holds nothing of this program.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """What to make and how often; `budget_s` seconds after the start no repeat begins, but three are made anyway."""

    case: str
    template: Path
    data: Path
    output: Path
    warm_up: int
    repeats: int
    budget_s: float


def read_job() -> Job:
    """Return the job given as JSON in the first argument."""
    given = json.loads(sys.argv[1])
    return Job(
        case=given["case"],
        template=Path(given["template"]),
        data=Path(given["data"]),
        output=Path(given["output"]),
        warm_up=given["warm_up"],
        repeats=given["repeats"],
        budget_s=given["budget_s"],
    )


def run(job: Job, make: Callable[[], bytes], version: str) -> None:
    """Make the document over and over; keep the last one as the job's output and print the times as JSON."""
    made = b""
    for _ in range(job.warm_up):
        made = make()
    times: list[float] = []
    end = time.perf_counter() + job.budget_s
    while len(times) < job.repeats and (len(times) < 3 or time.perf_counter() < end):
        start = time.perf_counter()
        made = make()
        times.append((time.perf_counter() - start) * 1000)
    job.output.write_bytes(made)
    json.dump({"version": version, "times_ms": times, "peak_mb": peak_mb()}, sys.stdout)


def peak_mb() -> float | None:
    """Return the most memory that this process has held, on Linux; `getrusage` would count its parent's as well."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), None)
