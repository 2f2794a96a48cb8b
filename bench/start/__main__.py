"""`python -m bench.start`: the time of whole processes, from Python alone to `reportgen build` of one letter."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.letters.peers import PROJECT
from bench.machine import machine_line
from bench.page import put_section

_LETTER = PROJECT / "samples" / "cong_van_5065" / "cong_van.yaml"
_MAIN = "import sys; from reportgen.cli.main import main; sys.exit(main())"


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    parser.add_argument("--repeats", type=int, default=21)
    parser.add_argument("--page", type=Path, help="put the table into this page of the docs")
    return parser.parse_args()


def processes(folder: Path) -> Mapping[str, Sequence[str]]:
    """Return the commands to be timed."""
    python = [sys.executable, "-c"]
    return {
        "Python, không làm gì": [*python, "pass"],
        "`reportgen --help`": [*python, _MAIN, "--help"],
        "nạp mọi mô-đun mà `reportgen build` dùng cho một công văn": [
            *python,
            "from reportgen.cli.main import look_for_garbage_seldom; look_for_garbage_seldom();"
            "import reportgen.cli.build, reportgen.production.build",
        ],
        "`reportgen build` một công văn": [*python, _MAIN, "build", str(_LETTER), "-o", str(folder / "thu.docx")],
    }


def measure(commands: Mapping[str, Sequence[str]], repeats: int) -> Mapping[str, list[float]]:
    """Return the milliseconds of each command, all of them run in turn, once before that to warm the disk's cache."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(repeats + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=PROJECT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: taken[1:] for name, taken in times.items()}


def main() -> None:
    """Measure and print."""
    arguments = _read_arguments()
    with tempfile.TemporaryDirectory() as temporary:
        times = measure(processes(Path(temporary)), arguments.repeats)
    alone = statistics.median(next(iter(times.values())))
    lines = [
        "| Tiến trình | ms | nửa số lần đo nằm trong | hơn Python không làm gì |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, taken in times.items():
        low, middle, high = statistics.quantiles(taken, n=4)
        lines.append(f"| {name} | {middle:.0f} | {low:.0f} – {high:.0f} | {middle - alone:+.0f} |")
    lines += ["", machine_line()]
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.page:
        put_section(arguments.page, "start", lines)


main()
