"""How far a job of several stages has got: a line with a bar on a terminal, a line for each stage elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import TextIO

from reportgen.cli.words import Words
from reportgen.problems import Language

_WIDTH = 24


class StageBar:
    """Shows on `stream` which of `stages` is under way; a stream that cannot be written to stops no work."""

    def __init__(self, stages: Sequence[Words], language: Language, stream: TextIO, *, is_terminal: bool) -> None:
        self._stages = stages
        self._language = language
        self._stream = stream
        self._is_terminal = is_terminal
        self._begun = 0

    def begin(self) -> None:
        """Note that the next stage begins."""
        self._begun += 1
        label = self._stages[self._begun - 1].of(self._language)
        if self._is_terminal:
            full = _WIDTH * (self._begun - 1) // len(self._stages)
            bar = f"[{'█' * full}{'·' * (_WIDTH - full)}]"
            self._write(f"\r{bar} {self._begun}/{len(self._stages)}  {label}…\x1b[K")
        else:
            self._write(f"{self._begun}/{len(self._stages)} {label}\n")

    def stop(self) -> None:
        """Take the bar away; what was made is told elsewhere."""
        if self._is_terminal:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()
