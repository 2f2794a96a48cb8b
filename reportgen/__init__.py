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
    from reportgen.decree30.check import check_document
    from reportgen.decree30.fix import fix_document
    from reportgen.problems import InputProblems, OutputError, Place, Problem, ReportgenError, Severity
    from reportgen.production import BuiltDocument, OutlineFiles, build_document, build_report, make_outline
    from reportgen.production.batch_plan import plan_batch
    from reportgen.production.batch_run import run_batch
    from reportgen.production.merging import merge_files
    from reportgen.production.publishing import MadePublication, make_publication
    from reportgen.production.ranking import RankedFile, rank_file
    from reportgen.read.recipients import read_recipients
    from reportgen.read.schema import input_schema

__all__ = [
    "BuiltDocument",
    "InputProblems",
    "MadePublication",
    "OutlineFiles",
    "OutputError",
    "Place",
    "Problem",
    "RankedFile",
    "ReportgenError",
    "Severity",
    "build_document",
    "build_report",
    "check_document",
    "fix_document",
    "input_schema",
    "make_outline",
    "make_publication",
    "merge_files",
    "plan_batch",
    "rank_file",
    "read_recipients",
    "run_batch",
]

_HOMES = {
    "BuiltDocument": "reportgen.production",
    "InputProblems": "reportgen.problems",
    "MadePublication": "reportgen.production.publishing",
    "OutlineFiles": "reportgen.production",
    "OutputError": "reportgen.problems",
    "Place": "reportgen.problems",
    "Problem": "reportgen.problems",
    "RankedFile": "reportgen.production.ranking",
    "ReportgenError": "reportgen.problems",
    "Severity": "reportgen.problems",
    "build_document": "reportgen.production",
    "build_report": "reportgen.production",
    "check_document": "reportgen.decree30.check",
    "fix_document": "reportgen.decree30.fix",
    "input_schema": "reportgen.read.schema",
    "make_outline": "reportgen.production",
    "make_publication": "reportgen.production.publishing",
    "merge_files": "reportgen.production.merging",
    "plan_batch": "reportgen.production.batch_plan",
    "rank_file": "reportgen.production.ranking",
    "read_recipients": "reportgen.read.recipients",
    "run_batch": "reportgen.production.batch_run",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
