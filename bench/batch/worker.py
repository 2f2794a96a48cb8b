"""One process of a batch: it makes its share of the letters and writes them as files.

It runs in this program's environment and in the peers', so what is not in both is imported where it is used.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from bench.letters.content import make_content

Maker: TypeAlias = Callable[[Mapping[str, str]], bytes]


def _reportgen_maker(written: bytes) -> Maker:
    from reportgen.write.letter_run import prepare_letter_run  # noqa: PLC0415  only in our environment

    return prepare_letter_run(written, "letter").fill


def _docxtpl_maker(template: bytes) -> Maker:
    from docxtpl import DocxTemplate  # noqa: PLC0415  only in the peers' environment

    def make(values: Mapping[str, str]) -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        document.render(dict(values), autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return make


_MAKERS = {"reportgen": _reportgen_maker, "docxtpl": _docxtpl_maker}


def resident_mb() -> float:
    """Return how much memory the process holds now (Linux), in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """Make letters `first` to `first + count - 1` and print the seconds, with and without the disk, and memory."""
    job = json.loads(sys.argv[1])
    make = _MAKERS[job["way"]](Path(job["template"]).read_bytes())
    folder = Path(job["folder"])
    folder.mkdir()
    early, making, written = 0.0, 0.0, 0
    start = time.perf_counter()
    for at in range(job["count"]):
        number = job["first"] + at
        before = time.perf_counter()
        made = make(make_content("a", number).values)
        making += time.perf_counter() - before
        (folder / f"{number:05d}.docx").write_bytes(made)
        written += len(made)
        if at == job["count"] // 10:
            early = resident_mb()
    seconds = time.perf_counter() - start
    figures = {"seconds": seconds, "making": making, "bytes": written, "early_mb": early, "end_mb": resident_mb()}
    json.dump(figures, sys.stdout)


if __name__ == "__main__":
    main()
