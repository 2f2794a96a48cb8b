"""The whole job in one call: an input file in, a finished document out. The command line and callers' code use this.

Nothing here reads the clock or the environment; folders of fonts are given by the caller. Everything public is loaded
when it is first used, for no command needs all of it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "BuiltDocument": "built",
    "OutlineFiles": "outline",
    "build_administrative_document": "build",
    "build_document": "build",
    "build_report": "build",
    "make_outline": "outline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
