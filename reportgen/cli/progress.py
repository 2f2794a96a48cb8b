"""How far a long run has got: a bar with the time left on a terminal, plain percentages elsewhere."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import TextIO

from reportgen.cli.words import Words
from reportgen.problems import Language

_WIDTH = 24
_REDRAW_SECONDS = 0.1
_STEP_PERCENT = 10
_LEFT = Words("còn {}", "{} left")
_UNITS = (Words("{} giây", "{} s"), Words("{} phút", "{} min"), Words("{} giờ", "{} h"))


class ProgressBar:
    """Counts up to `total` and shows it on `stream`, as a bar if `is_terminal`.

    `clock` returns seconds. A stream that cannot be written to is no reason to stop the work.
    """

    def __init__(
        self,
        label: Words,
        total: int,
        language: Language,
        stream: TextIO,
        *,
        is_terminal: bool,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._label = label.of(language)
        self._total = total
        self._language = language
        self._stream = stream
        self._is_terminal = is_terminal
        self._clock = clock
        self._start = self._shown_at = clock()
        self._done = 0
        self._shown_percent = 0

    @property
    def seconds(self) -> float:
        """The time since the beginning."""
        return self._clock() - self._start

    def advance(self, count: int) -> None:
        """Note that `count` more are done."""
        self._done += count
        percent = 100 * self._done // self._total if self._total else 100
        if self._is_terminal:
            self._draw(percent)
        elif percent // _STEP_PERCENT > self._shown_percent // _STEP_PERCENT:
            self._write(f"{self._label}: {percent}%\n")
            self._shown_percent = percent

    def _draw(self, percent: int) -> None:
        if self._done < self._total and self._clock() - self._shown_at < _REDRAW_SECONDS:
            return
        self._shown_at = self._clock()
        full = _WIDTH * percent // 100
        counted = f"{format_count(self._done, self._language)}/{format_count(self._total, self._language)}"
        line = f"{self._label} [{'█' * full}{'·' * (_WIDTH - full)}] {percent:>3}%  {counted}"
        if self._done < self._total:
            left = self.seconds / self._done * (self._total - self._done)
            line += f"  {_LEFT.of(self._language).format(format_duration(left, self._language))}"
        # Back to the start of the line, and what the last one had more is cleared.
        self._write(f"\r{line}\x1b[K" + ("\n" if self._done >= self._total else ""))

    def stop(self) -> None:
        """Leave the line of a bar that has not come to its end."""
        if self._is_terminal and self._done < self._total:
            self._write("\n")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()


def format_count(number: int, language: Language) -> str:
    """Return `number` with its digits in groups of three, as `language` sets them apart."""
    return f"{number:,}".replace(",", "." if language == "vi" else ",")


def format_duration(seconds: float, language: Language) -> str:
    """Return a duration in the one unit that suits it: "45 giây", "3 phút", "2 giờ"."""
    seconds_unit, minutes_unit, hours_unit = _UNITS
    if seconds < 90:
        return seconds_unit.of(language).format(max(1, round(seconds)))
    if seconds < 90 * 60:
        return minutes_unit.of(language).format(round(seconds / 60))
    return hours_unit.of(language).format(round(seconds / 3600))
