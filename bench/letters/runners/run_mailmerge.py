"""docx-mailmerge2: Word's own merge fields filled, rows repeated by the field of their first cell."""

from __future__ import annotations

import io
import json
from importlib.metadata import version

from mailmerge import MailMerge  # type: ignore[import-not-found]  # in the peers' environment only

from bench.letters.runners.stopwatch import read_job, run

_job = read_job()
_template = _job.template.read_bytes()
_values = json.loads(_job.data.read_text(encoding="utf-8"))
_rows = _values.pop("rows")
_repeated = {"c1": _rows} if _rows else {}


def _make() -> bytes:
    target = io.BytesIO()
    with MailMerge(io.BytesIO(_template)) as document:
        document.merge(**_values, **_repeated)
        document.write(target)
    return target.getvalue()


run(_job, _make, version("docx-mailmerge2"))
