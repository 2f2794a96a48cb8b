"""One way of making the edition, in a process of its own: prints its seconds and its peak of memory as JSON."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reportgen.cli.machine import font_folders
from reportgen.production.publishing import ChartForm, Output, make_publication

PROJECT = Path(__file__).resolve().parents[2]
EDITION = PROJECT / "samples" / "an_pham_dti_2022.yaml"
OUTPUTS = (Output.WORD, Output.EXCEL)


def make_ours(form: ChartForm) -> tuple[float, dict[str, bytes]]:
    """Return the seconds from the edition file to the finished files, and the files."""
    start = time.perf_counter()
    made = make_publication(EDITION, outputs=OUTPUTS, chart_form=form, font_folders=font_folders({}))
    seconds = time.perf_counter() - start
    return seconds, {Path(name).suffix: content for name, content in made.files.items()}


def make_plain() -> tuple[float, dict[str, bytes]]:
    """Return the seconds from the finished content to the files, and the files; making the content is not counted."""
    from bench.publication.plain import make_docx, make_template, make_xlsx, pieces_of, tables_of  # noqa: PLC0415

    made = make_publication(EDITION, outputs=())
    pieces = list(pieces_of(made.document.block_slots["noi_dung"]))
    tables = tables_of(made.publication)
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, "mau.docx")
        make_template(template)
        start = time.perf_counter()
        files = {".docx": make_docx(template, made.document.title, pieces), ".xlsx": make_xlsx(tables)}
        return time.perf_counter() - start, files


WAYS: dict[str, Callable[[], tuple[float, dict[str, bytes]]]] = {
    "native": lambda: make_ours(ChartForm.NATIVE),
    "picture": lambda: make_ours(ChartForm.PICTURE),
    "plain": make_plain,
}


def main(arguments: Sequence[str]) -> None:
    """Make the edition in the way that is asked for; with a folder, keep its files there."""
    way, *folder = arguments
    seconds, files = WAYS[way]()
    for suffix, content in files.items() if folder else ():
        Path(folder[0], f"{way}{suffix}").write_bytes(content)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = {suffix: len(content) for suffix, content in files.items()}
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_mb": peak, "sizes": sizes}))


if __name__ == "__main__":
    main(sys.argv[1:])
