"""`python -m bench.publication`: the sample edition made by this program and in the plain way, in one run."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.machine import machine_line
from bench.page import put_section
from bench.publication.check import compare_books
from bench.publication.worker import PROJECT, WAYS

_NAMES = {
    "native": "reportgen, biểu đồ của Word",
    "picture": "reportgen, biểu đồ là ảnh",
    "plain": "docxtpl, pyplot, openpyxl",
}


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.publication", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", type=Path, help="put the table into this page of the docs")
    return parser.parse_args()


def _run(way: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.publication.worker", way, str(folder)]
    made = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)  # noqa: S603
    result: dict[str, float] = json.loads(made.stdout)
    return result


def main() -> None:
    """Measure and print."""
    arguments = _read_arguments()
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as temporary:
        for _ in range(arguments.rounds):
            for way in WAYS:
                runs[way].append(_run(way, Path(temporary)))
        counts = compare_books(Path(temporary))
    plain = statistics.median(run["seconds"] for run in runs["plain"])
    lines = [
        "| Cách làm | giây | ít nhất – nhiều nhất | cách thường lâu hơn | nhớ, MB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for way, found in runs.items():
        seconds = [run["seconds"] for run in found]
        middle = statistics.median(seconds)
        peak = max(run["peak_mb"] for run in found)
        spread = f"{min(seconds):.2f} – {max(seconds):.2f}"
        lines.append(f"| {_NAMES[way]} | {middle:.2f} | {spread} | {plain / middle:.1f}× | {peak:.0f} |")
    lines += ["", f"Cùng một nội dung: {counts}.", "", machine_line()]
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.page:
        put_section(arguments.page, "publication", lines)


main()
