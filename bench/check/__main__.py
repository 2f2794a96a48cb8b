"""`python -m bench.check`: a long document warm, a run of letters on several processes, the memory of one of them."""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.check.documents import make_long_document, write_letters
from bench.letters.peers import PROJECT
from bench.machine import machine_line
from bench.page import put_section
from reportgen.decree30.check import check_document
from reportgen.production.form import agency_names

_MAIN = "import sys; from reportgen.cli.main import main; sys.exit(main())"
_PAGES = (1, 30, 100, 1000)


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.check", description=__doc__)
    parser.add_argument("--letters", type=int, default=1_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--repeats", type=int, default=9)
    parser.add_argument("--page", type=Path, help="put the tables into this page of the docs")
    return parser.parse_args()


def time_documents(repeats: int) -> list[str]:
    """Return a table of the milliseconds that documents of several lengths take, warm."""
    names = agency_names()
    lines = ["| Văn bản | đoạn | ms | nửa số lần đo nằm trong |", "| --- | ---: | ---: | ---: |"]
    for pages in _PAGES:
        data = make_long_document(pages)
        report = check_document(data, "", names=names)
        if report.findings:
            raise RuntimeError(report.findings[0].message())
        # The longest takes seconds, and tells as much in fewer rounds.
        taken = sorted(_once(data) for _ in range(repeats if pages < 1000 else max(3, repeats // 3)))
        low, _, high = statistics.quantiles(taken, n=4)
        paragraphs = len(report.recognised.seen.paragraphs)
        middle = statistics.median(taken)
        lines.append(f"| {pages} trang | {paragraphs} | {middle:.0f} | {low:.0f} – {high:.0f} |")
    return lines


def _once(data: bytes) -> float:
    start = time.perf_counter()
    check_document(data, "", names=agency_names())
    return (time.perf_counter() - start) * 1000


def time_letters(folder: Path, count: int, jobs: int) -> list[str]:
    """Return a table of the time of `reportgen check` with the letters in `folder`, its own start included."""
    lines = ["| Tiến trình | thư | giây | thư mỗi giây |", "| --- | ---: | ---: | ---: |"]
    for processes in dict.fromkeys((1, jobs)):
        command = [sys.executable, "-c", _MAIN, "check", str(folder), "--jobs", str(processes)]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603
        seconds = time.perf_counter() - start
        if done.returncode or f"{count} đạt" not in done.stdout:
            raise RuntimeError(done.stderr + done.stdout[-500:])
        lines.append(f"| {processes} | {count} | {seconds:.1f} | {count / seconds:.0f} |")
    return lines


def measure_memory(folder: Path, count: int) -> list[str]:
    """Return a sentence on the memory of a process that checks the letters in `folder` one after the other."""
    command = [sys.executable, "-m", "bench.check.worker", str(folder)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)  # noqa: S603
    found = json.loads(done.stdout)
    return [
        f"Bộ nhớ của một tiến trình: {found['early_mb']:.0f} MB sau {count // 10} thư,"
        f" {found['end_mb']:.0f} MB sau {count} thư."
    ]


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def tables(arguments: argparse.Namespace) -> Sequence[str]:
    """Return everything that is measured, as Markdown."""
    lines = time_documents(arguments.repeats)
    lines += ["", f"Bộ nhớ cao nhất của tiến trình đã kiểm cả bốn văn bản: {_peak_mb():.0f} MB.", ""]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "thu")
        write_letters(folder, arguments.letters)
        lines += time_letters(folder, arguments.letters, min(arguments.jobs, os.cpu_count() or 1))
        lines += ["", *measure_memory(folder, arguments.letters)]
    return [*lines, "", machine_line()]


def main() -> None:
    """Measure and print."""
    arguments = _read_arguments()
    lines = tables(arguments)
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.page:
        put_section(arguments.page, "check", lines)


main()
