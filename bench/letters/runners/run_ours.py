"""This program in four ways, from the letter that is only filled to the one that nothing was prepared for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version

from bench.letters.content import Content, make_content
from bench.letters.letter import ROWS, make_letter
from bench.letters.measure import write_letter, write_slotted
from bench.letters.runners.stopwatch import Job, read_job, run
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.write.docx import write_docx
from reportgen.write.letter_run import Records, prepare_letter_run
from reportgen.write.template import compile_template


def _filled(job: Job) -> Callable[[], bytes]:
    """From the values to the bytes, the letter written once with slots."""
    content = make_content(job.case)
    letters = prepare_letter_run(write_slotted(job.template, has_rows=bool(content.rows)), "letter")
    records = _records(content)
    return lambda: letters.fill(content.values, records)


def _first(job: Job) -> Callable[[], bytes]:
    """The first of many: the template compiled, the letter written with slots, cut at them and filled."""
    content = make_content(job.case)
    records = _records(content)

    def make() -> bytes:
        written = write_slotted(job.template, has_rows=bool(content.rows))
        return prepare_letter_run(written, "letter").fill(content.values, records)

    return make


def _written(job: Job) -> Callable[[], bytes]:
    """From the values through a new tree to the bytes, the template compiled once."""
    template = compile_template(job.template.read_bytes(), file=job.template.name, tags=NAMED_KIND_TAGS)
    content = make_content(job.case)
    return lambda: write_docx(make_letter(content), template)


def _alone(job: Job) -> Callable[[], bytes]:
    """As before, the template compiled each time as well."""
    content = make_content(job.case)
    return lambda: write_letter(make_letter(content), job.template)


def _records(content: Content) -> Records:
    return {ROWS: content.rows} if content.rows else {}


WAYS: dict[str, Callable[[Job], Callable[[], bytes]]] = {
    "filled": _filled,
    "first": _first,
    "written": _written,
    "alone": _alone,
}

if __name__ == "__main__":
    _job = read_job()
    run(_job, WAYS[sys.argv[2]](_job), version("reportgen"))
