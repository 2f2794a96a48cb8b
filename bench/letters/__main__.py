"""`python -m bench.letters`: time this program and its peers on the same letters, side by side in one run."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.letters.content import ROWS_OF_CASE
from bench.letters.measure import FULL, QUICK, Timing, measure_case
from bench.letters.peers import OURS, PEERS, install_peers
from bench.letters.report import table_lines
from bench.machine import describe_machine, machine_line
from bench.page import put_section


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.letters", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few repeats: is everything still sound?")
    parser.add_argument("--case", nargs="+", choices=list(ROWS_OF_CASE), default=list(ROWS_OF_CASE))
    parser.add_argument("--program", nargs="+", help="only these peers (ours is always measured)")
    parser.add_argument("--json", type=Path, help="write every single time to this file")
    parser.add_argument("--page", type=Path, help="put the tables into this page of the docs")
    parser.add_argument("--keep", type=Path, help="keep templates and documents in this folder")
    return parser.parse_args()


def main() -> None:
    """Measure and print."""
    arguments = _read_arguments()
    install_peers()
    peers = [peer for peer in PEERS if arguments.program is None or peer.name in arguments.program]
    timings: list[Timing] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for case in arguments.case:
            effort = (QUICK if arguments.quick else FULL)[case]
            timings += measure_case(case, [*OURS, *peers], effort, folder)
    lines = [*table_lines(timings, OURS[0].name), machine_line()]
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.json:
        figures = {"machine": describe_machine(), "timings": [asdict(timing) for timing in timings]}
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    if arguments.page:
        put_section(arguments.page, "letters", lines)


main()
