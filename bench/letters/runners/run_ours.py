"""This program: the template compiled once, then a document tree written again and again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version

from bench.letters.content import make_content
from bench.letters.form import make_form
from bench.letters.letter import make_letter
from bench.letters.measure import write_skeleton
from bench.letters.runners.stopwatch import Job, read_job, run
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.write.docx import write_docx
from reportgen.write.template import compile_template


def _written(job: Job) -> Callable[[], bytes]:
    """From the tree to the bytes; the tree is made before."""
    template = compile_template(job.template.read_bytes(), file=job.template.name, tags=NAMED_KIND_TAGS)
    letter = make_letter(make_content(job.case))
    return lambda: write_docx(letter, template)


def _composed(job: Job) -> Callable[[], bytes]:
    """From the values to the bytes, a new tree each time."""
    template = compile_template(job.template.read_bytes(), file=job.template.name, tags=NAMED_KIND_TAGS)
    content = make_content(job.case)
    return lambda: write_docx(make_letter(content), template)


def _filled(job: Job) -> Callable[[], bytes]:
    """From the values to the bytes, the letter written once with slots."""
    content = make_content(job.case)
    form = make_form(write_skeleton(has_rows=bool(content.rows)))
    return lambda: form.fill(content.values, content.rows)


WAYS: dict[str, Callable[[Job], Callable[[], bytes]]] = {
    "written": _written,
    "composed": _composed,
    "filled": _filled,
}

if __name__ == "__main__":
    _job = read_job()
    run(_job, WAYS[sys.argv[2]](_job), version("reportgen"))
