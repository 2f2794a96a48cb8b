"""The two streams that the program writes to. A reader that went away is no fault."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Mapping
from typing import TextIO

import click

from reportgen.problems import OutputError, Place
from reportgen.problems.command import CANNOT_PRINT

# Windows reports a closed pipe as an invalid argument.
_READER_GONE = frozenset((errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,))


def speak_utf8() -> None:
    """Make both streams write UTF-8: a Windows console may speak a code page without Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def uses_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Say whether `stream` is a terminal that shows colour, and NO_COLOR does not ask it not to."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def say(text: str) -> None:
    """Print `text` on standard output.

    Raises:
        OutputError: it cannot be written (a full disk), unless only its reader went away.
    """
    _write(text, sys.stdout, colour=False)


def complain(text: str, environment: Mapping[str, str]) -> None:
    """Print `text`, which may be in colour, on standard error. A fault of that stream can be told to nobody."""
    with contextlib.suppress(OutputError):
        _write(text, sys.stderr, colour=uses_colour(sys.stderr, environment))


def _write(text: str, stream: TextIO, *, colour: bool) -> None:
    try:
        if text:
            click.echo(text, file=stream, color=colour)
        stream.flush()
    except OSError as error:
        _abandon(stream)
        if error.errno in _READER_GONE:
            return
        raise OutputError(CANNOT_PRINT.at(Place(), reason=error.strerror or str(error))) from error


def _abandon(stream: TextIO) -> None:
    """Send what `stream` still holds nowhere, or Python would complain about it on leaving."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
