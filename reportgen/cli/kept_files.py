"""A file to be filled in is never written over one that says something else: that may be someone's work."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import OutputError, Place
from reportgen.problems.command import FILE_KEPT
from reportgen.problems.files import CANNOT_READ


def check_free(path: Path, content: bytes) -> None:
    """See that nothing stands at `path`, or a file that holds `content` already.

    Raises:
        OutputError: something else stands there, or it cannot be read.
    """
    try:
        differs = path.exists() and (path.is_dir() or path.read_bytes() != content)
    except OSError as error:
        raise OutputError(CANNOT_READ.at(Place(file=str(path)), reason=error.strerror or str(error))) from error
    if differs:
        raise OutputError(FILE_KEPT.at(Place(file=str(path))))
