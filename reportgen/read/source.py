"""An input file read into plain values, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.model.input_model import KeyPath
from reportgen.problems import Place


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value and its key stand; lines and columns count from 1. An item of a list is its own key."""

    line: int
    column: int
    key_line: int
    key_column: int
    is_scalar: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A file read into plain values (`dict`, `list`, `str`, `None`) with the place of each.

    `damaged` holds the paths whose value was refused (an alias, an over-long text): a problem already stands there,
    so whatever else is found at or below them says nothing new.
    """

    file: str
    root: Any
    marks: Mapping[KeyPath, Mark]
    damaged: frozenset[KeyPath] = frozenset()

    def place(self, path: KeyPath) -> Place:
        """Return the place of the value at `path`; if there is none, of the nearest key above it."""
        mark = self._nearest(path)
        if mark is None:
            return Place(file=self.file, key=describe_path(path))
        if mark.is_scalar:
            return Place(file=self.file, line=mark.line, column=mark.column, key=describe_path(path))
        return self._key_place(path, mark)

    def key_place(self, path: KeyPath) -> Place:
        """Return the place of the key that `path` ends with; if there is none, of the nearest key above it."""
        mark = self._nearest(path)
        return Place(file=self.file, key=describe_path(path)) if mark is None else self._key_place(path, mark)

    def line(self, path: KeyPath) -> int | None:
        """Return the line of the value at `path`, as `place` does."""
        return self.place(path).line

    def is_damaged(self, path: KeyPath) -> bool:
        """Say whether the value at `path` or one above it was refused while reading."""
        return any(path[:length] in self.damaged for length in range(len(path) + 1))

    def _key_place(self, path: KeyPath, mark: Mark) -> Place:
        return Place(file=self.file, line=mark.key_line, column=mark.key_column, key=describe_path(path))

    def _nearest(self, path: KeyPath) -> Mark | None:
        for length in range(len(path), 0, -1):
            if path[:length] in self.marks:
                return self.marks[path[:length]]
        return None


def describe_path(path: KeyPath) -> str | None:
    """Return `path` as messages name it, items counted from 1: `chi_tieu[1].ten`; `None` for the whole file."""
    parts = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).removeprefix(".") or None
