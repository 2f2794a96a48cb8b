"""Official documents of Vietnamese agencies from structured inputs, in the form of Decree 30/2020/ND-CP.

    import reportgen
    report = reportgen.build_report("bao_cao.yaml")
    report.save("bao_cao.docx")

Everything public here is loaded when it is first used, so that `import reportgen` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.problems import InputProblems, OutputError, Place, Problem, ReportgenError, Severity
    from reportgen.production import BuiltDocument, OutlineFiles, build_document, build_report, make_outline
    from reportgen.read.schema import input_schema

__all__ = [
    "BuiltDocument",
    "InputProblems",
    "OutlineFiles",
    "OutputError",
    "Place",
    "Problem",
    "ReportgenError",
    "Severity",
    "build_document",
    "build_report",
    "input_schema",
    "make_outline",
]

_HOMES = {
    "BuiltDocument": "reportgen.production",
    "InputProblems": "reportgen.problems",
    "OutlineFiles": "reportgen.production",
    "OutputError": "reportgen.problems",
    "Place": "reportgen.problems",
    "Problem": "reportgen.problems",
    "ReportgenError": "reportgen.problems",
    "Severity": "reportgen.problems",
    "build_document": "reportgen.production",
    "build_report": "reportgen.production",
    "input_schema": "reportgen.read.schema",
    "make_outline": "reportgen.production",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
