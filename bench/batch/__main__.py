"""`python -m bench.batch`: letters per second, ours and docxtpl's, on the same number of processes, to files."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.letters.check import check_output, expected_lines
from bench.letters.content import make_content
from bench.letters.measure import write_skeleton
from bench.letters.peers import PEERS_PYTHON, PROJECT, install_peers
from bench.letters.skeleton import SYNTAX, make_template


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description=__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--peer-letters", type=int, default=1_000, help="docxtpl's rate does not depend on how many")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def run_batch(python: str, way: str, template: bytes, letters: int, jobs: int) -> float:
    """Make `letters` letters in `jobs` processes, check some of them, print the figures; return letters a second.

    The time is that of the slowest process from its first letter to its last: starting Python is left out.
    """
    skeleton = write_skeleton(has_rows=False)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made_from = folder / "template.docx"
        made_from.write_bytes(template)
        share = letters // jobs
        started = [
            subprocess.Popen(  # noqa: S603
                [python, "-m", "bench.batch.worker", json.dumps({
                    "way": way, "template": str(made_from), "folder": str(folder),
                    "first": 1 + share * job, "count": share,
                })],
                cwd=PROJECT, stdout=subprocess.PIPE, text=True,
            )
            for job in range(jobs)
        ]  # fmt: skip
        results = [json.loads(process.communicate()[0]) for process in started]
        for number in {1, share, share * jobs}:
            content = make_content("a", number)
            check_output(way, (folder / f"{number:05d}.docx").read_bytes(), expected_lines(skeleton, content))
    seconds = max(result["seconds"] for result in results)
    rate: float = share * jobs / seconds
    memory = ", ".join(f"{result['early_mb']:.1f} → {result['end_mb']:.1f} MB" for result in results)
    sys.stdout.write(
        f"{way}: {share * jobs} thư, {jobs} tiến trình: {seconds:.2f} s, {rate:.0f} thư/s,"
        f" {1e6 * seconds * jobs / (share * jobs):.0f} µs mỗi thư; bộ nhớ sau 10% → cuối: {memory};"
        f" {sum(result['bytes'] for result in results) / 1e6:.0f} MB ghi ra\n"
    )
    return rate


def main() -> None:
    """Run both and print the ratio."""
    arguments = _read_arguments()
    install_peers()
    skeleton = write_skeleton(has_rows=False)
    theirs = make_template(skeleton, SYNTAX["docxtpl"])
    peer = run_batch(str(PEERS_PYTHON), "docxtpl", theirs, arguments.peer_letters, arguments.jobs)
    ours = run_batch(sys.executable, "form", skeleton, arguments.letters, arguments.jobs)
    sys.stdout.write(f"tỷ lệ: {ours / peer:.0f}×\n")


main()
