"""The whole job in one call: an input file in, a finished document out. The command line and callers' code use this.

Nothing here reads the clock or the environment; folders of fonts are given by the caller.
"""

from reportgen.production.build import build_administrative_document, build_document, build_report
from reportgen.production.built import BuiltDocument
from reportgen.production.outline import OutlineFiles, make_outline

__all__ = [
    "BuiltDocument",
    "OutlineFiles",
    "build_administrative_document",
    "build_document",
    "build_report",
    "make_outline",
]
