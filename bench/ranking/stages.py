"""How a runner times its stages and tells of them, with the memory that its process held. Standard library only."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from bench.letters.runners.stopwatch import peak_mb

T = TypeVar("T")


class Stages:
    """The seconds of each stage, from when the program was loaded; `loaded_mb` is what it held then."""

    def __init__(self) -> None:
        self.loaded_mb = peak_mb() or 0.0
        self.seconds: dict[str, float] = {}

    def run(self, name: str, work: Callable[[], T]) -> T:
        """Do `work` as the stage `name` and return what it returns."""
        start = time.perf_counter()
        done = work()
        self.seconds[name] = time.perf_counter() - start
        return done

    def tell(self, **more: object) -> None:
        """Print everything as JSON."""
        figures = {"seconds": self.seconds, "loaded_mb": self.loaded_mb, "peak_mb": peak_mb() or 0.0}
        json.dump({**figures, **more}, sys.stdout)
