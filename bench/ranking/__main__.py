"""`python -m bench.ranking`: ten thousand draws, and editions of up to ten thousand communes, ours and the peers'."""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.letters.peers import PROJECT, run_program
from bench.machine import machine_line
from bench.page import put_section
from bench.ranking.data import INDICATORS, UNITS, commune_table
from bench.ranking.peers import PANDAS_PYTHON, install_pandas

OURS, PANDAS, PLAIN = "reportgen", "pandas 3.1.1, openpyxl 3.1.5", "Python, không NumPy"
_RUNNERS = {
    OURS: (sys.executable, "bench.ranking.run_ours"),
    PANDAS: (str(PANDAS_PYTHON), "bench.ranking.run_pandas"),
    PLAIN: (sys.executable, "bench.ranking.run_plain"),
}
_FARTHEST = 2
"""Ranks by which the ends of two intervals from different draws may differ."""


class UnequalRanksError(Exception):
    """A peer ranks otherwise, so that its time says nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds by stage, MB when the program was loaded and at the peak, and its answer."""

    seconds: Mapping[str, float]
    loaded_mb: float
    peak_mb: float
    answer: Mapping[str, Any]

    @property
    def total(self) -> float:
        """All stages."""
        return sum(self.seconds.values())


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.ranking", description=__doc__)
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--units", type=int, nargs="+", default=[100, 1_000, 3_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5, help="of all in turn; the middle one counts")
    parser.add_argument("--page", type=Path, help="put the tables into this page of the docs")
    return parser.parse_args()


def run(program: str, job: Mapping[str, object]) -> Run:
    """Do `job` in a fresh process of `program`."""
    python, module = _RUNNERS[program]
    told = json.loads(run_program([python, "-m", module, json.dumps(job)], PROJECT))
    return Run(told.pop("seconds"), told.pop("loaded_mb"), told.pop("peak_mb"), told)


def measure(programs: Sequence[str], job: Mapping[str, object], rounds: int) -> dict[str, Run]:
    """Return the middle one of `rounds` runs of each program, which take turns."""
    runs: dict[str, list[Run]] = {program: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            with tempfile.TemporaryDirectory() as folder:
                runs[program].append(run(program, {**job, "folder": folder}))
    return {program: sorted(of_one, key=lambda one: one.total)[rounds // 2] for program, of_one in runs.items()}


def draw_lines(draws: int, rounds: int) -> list[str]:
    """Return the table of the draws, after seeing that all programs come to the same intervals."""
    runs = measure(list(_RUNNERS), {"case": "draws", "draws": draws}, rounds)
    ours = runs[OURS]
    for program, one in runs.items():
        ends = zip(_flat(one.answer["intervals"]), _flat(ours.answer["intervals"]), strict=True)
        if max(abs(theirs - own) for theirs, own in ends) > _FARTHEST:
            raise UnequalRanksError(f"{program}: intervals differ")
    lines = ["| Chương trình | giây | so với ta | nhớ thêm, MB |", "| --- | ---: | ---: | ---: |"]
    for program, one in runs.items():
        ratio = f"{one.total / ours.total:.1f}×"
        lines.append(f"| {program} | {one.total:.2f} | {ratio} | {one.peak_mb - one.loaded_mb:.0f} |")
    return [f"### {_count(draws)} lần thử cho {UNITS} đơn vị × {INDICATORS} chỉ số", "", *lines, ""]


def edition_lines(sizes: Sequence[int], rounds: int) -> list[str]:
    """Return the table of the editions, after seeing that both programs give every unit the same rank."""
    lines = [
        "| Số xã | Chương trình | đọc | tính, xếp hạng | ghi CSV | ghi xlsx | cộng, s | so với ta | nhớ thêm, MB |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    ours: list[Run] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            table = Path(temporary) / "xa.csv"
            table.write_bytes(commune_table(size))
            runs = measure([OURS, PANDAS], {"case": "edition", "table": str(table)}, rounds)
        if len({json.dumps(sorted(one.answer["ranks"])) for one in runs.values()}) > 1:
            raise UnequalRanksError(f"{size} units")
        ours.append(runs[OURS])
        lines += [_edition_row(size, program, one, runs[OURS]) for program, one in runs.items()]
    return ["### Xếp hạng và ghi bảng của một kỳ đánh giá nhiều xã", "", *lines, "", *_growth(sizes, ours), ""]


def _edition_row(size: int, program: str, one: Run, ours: Run) -> str:
    seconds = one.seconds
    stages = (seconds["read"], seconds["rank"] + seconds.get("rank tables", 0), seconds["csv"], seconds["xlsx"])
    cells = " | ".join(f"{stage:.2f}" for stage in (*stages, one.total))
    ratio = f"{one.total / ours.total:.1f}×"
    return f"| {_count(size)} | {program} | {cells} | {ratio} | {one.peak_mb - one.loaded_mb:.0f} |"


def _growth(sizes: Sequence[int], ours: Sequence[Run]) -> list[str]:
    """How time and memory grow between the last two sizes: time as a power of the size, memory for each unit more."""
    if len(sizes) < 2:
        return []
    (small, large), (first, last) = sizes[-2:], ours[-2:]
    power = math.log(last.total / first.total) / math.log(large / small)
    memory = (last.peak_mb - first.peak_mb) * 1024 / (large - small)
    return [
        f"reportgen, từ {_count(small)} lên {_count(large)} xã: thời gian tăng theo lũy thừa {power:.2f} của số xã, "
        f"bộ nhớ thêm {memory:.0f} KB mỗi xã."
    ]


def _flat(intervals: Sequence[Sequence[int]]) -> list[int]:
    return [end for interval in intervals for end in interval]


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def main() -> None:
    """Measure and print."""
    arguments = _read_arguments()
    install_pandas()
    lines = [
        *draw_lines(arguments.draws, arguments.rounds),
        *edition_lines(arguments.units, arguments.rounds),
        machine_line(),
    ]
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.page:
        put_section(arguments.page, "ranking", lines)


main()
