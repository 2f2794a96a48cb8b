"""`python -m bench.batch`: letters per second, ours and docxtpl's, on the same number of processes, to files."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.letters.check import check_output, expected_lines
from bench.letters.content import make_content
from bench.letters.measure import TEMPLATE, write_skeleton, write_slotted
from bench.letters.peers import PEERS_PYTHON, PROJECT, install_peers
from bench.letters.skeleton import SYNTAX, make_template
from bench.machine import machine_line
from bench.page import put_section


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.batch", description=__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--peer-letters", type=int, default=1_000, help="docxtpl's rate does not depend on how many")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5, help="of both in turn; the middle one counts")
    parser.add_argument("--page", type=Path, help="put the table into this page of the docs")
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class Batch:
    """What `letters` letters took: seconds from the first to the last, memory of each process, bytes written.

    `making` is the share of the seconds that no disk has part in.
    """

    way: str
    letters: int
    jobs: int
    seconds: float
    making: float
    memory_mb: tuple[tuple[float, float], ...]
    written: int

    @property
    def rate(self) -> float:
        """Letters a second, written as files."""
        return self.letters / self.seconds

    @property
    def making_rate(self) -> float:
        """Letters a second, made in memory."""
        return self.letters / self.making


def run_batch(python: str, way: str, template: bytes, letters: int, jobs: int) -> Batch:
    """Make `letters` letters in `jobs` processes and check some of them.

    The time is that of the slowest process from its first letter to its last: starting Python is left out.
    """
    skeleton = write_skeleton(has_rows=False)
    share = letters // jobs
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        made_from = folder / "template.docx"
        made_from.write_bytes(template)
        given = {"way": way, "template": str(made_from), "count": share}
        # Each process has a folder of its own: two that make files in one folder wait for each other.
        started = [
            _start(python, {**given, "folder": str(folder / str(job)), "first": 1 + share * job})
            for job in range(jobs)
        ]
        results = [json.loads(process.communicate()[0]) for process in started]
        for job, number in ((0, 1), (0, share), (jobs - 1, share * jobs)):
            made = folder / str(job) / f"{number:05d}.docx"
            check_output(way, made.read_bytes(), expected_lines(skeleton, make_content("a", number)))
    return Batch(
        way=way,
        letters=share * jobs,
        jobs=jobs,
        seconds=max(result["seconds"] for result in results),
        making=max(result["making"] for result in results),
        memory_mb=tuple((result["early_mb"], result["end_mb"]) for result in results),
        written=sum(result["bytes"] for result in results),
    )


def _start(python: str, job: Mapping[str, object]) -> subprocess.Popen[str]:
    command = [python, "-m", "bench.batch.worker", json.dumps(job)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)  # noqa: S603


def table_lines(batches: Sequence[Batch]) -> list[str]:
    """Return a Markdown table of `batches`, and how many times as fast as the first the last one is.

    The memory is that after a tenth of the letters, and that at the end.
    """
    lines = [
        "| Chương trình | số thư | tiến trình | giây | thư mỗi giây | không kể ghi tệp | nhớ, MB | ghi ra, MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for batch in batches:
        memory = "; ".join(f"{early:.0f} → {end:.0f}" for early, end in batch.memory_mb)
        lines.append(
            f"| {batch.way} | {batch.letters} | {batch.jobs} | {batch.seconds:.2f} | {batch.rate:.0f}"
            f" | {batch.making_rate:.0f} | {memory} | {batch.written / 1e6:.0f} |"
        )
    peer, ours = batches[0], batches[-1]
    times, without_disk = ours.rate / peer.rate, ours.making_rate / peer.making_rate
    return [*lines, "", f"{ours.way} nhanh gấp {times:.0f} lần; không kể ghi tệp, gấp {without_disk:.0f} lần."]


def _middle(rounds: Sequence[Batch]) -> Batch:
    """The round that took the middle time: a disk is slower at one moment than at the next."""
    return sorted(rounds, key=lambda batch: batch.seconds)[len(rounds) // 2]


def main() -> None:
    """Run both and print the ratio."""
    arguments = _read_arguments()
    install_peers()
    theirs = make_template(write_skeleton(has_rows=False), SYNTAX["docxtpl"])
    ours = write_slotted(TEMPLATE, has_rows=False)
    peer_rounds, our_rounds = [], []
    for _ in range(arguments.rounds):
        peer_rounds.append(run_batch(str(PEERS_PYTHON), "docxtpl", theirs, arguments.peer_letters, arguments.jobs))
        our_rounds.append(run_batch(sys.executable, "reportgen", ours, arguments.letters, arguments.jobs))
    lines = [*table_lines([_middle(peer_rounds), _middle(our_rounds)]), "", machine_line()]
    sys.stdout.write("\n".join([*lines, ""]))
    if arguments.page:
        put_section(arguments.page, "batch", lines)


main()
