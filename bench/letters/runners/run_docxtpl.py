"""docxtpl in the plain way: open the template, render, save."""

from __future__ import annotations

import io
import json
from importlib.metadata import version

from docxtpl import DocxTemplate

from bench.letters.runners.stopwatch import read_job, run

_job = read_job()
_template = _job.template.read_bytes()
_values = json.loads(_job.data.read_text(encoding="utf-8"))


def _make() -> bytes:
    document = DocxTemplate(io.BytesIO(_template))
    document.render(_values, autoescape=True)  # Without it, `&` and `<` in a value lose text.
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


run(_job, _make, version("docxtpl"))
