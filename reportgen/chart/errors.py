"""What the chart room refuses. The caller turns these into problems: this room does not know that type.

Exception
└── ChartError              a chart cannot be drawn
    ├── ChartShapeError     its table does not suit its kind, or it does not fit the width asked for
    └── ChartStyleError     the style file is unreadable or wrong
"""

from __future__ import annotations

from pathlib import Path


class ChartError(Exception):
    """The root of what this room raises on purpose."""


class ChartShapeError(ChartError):
    """The chart's table does not suit its kind, or the picture would be too narrow or too tall."""


class ChartStyleError(ChartError):
    """The style file at `path` cannot be used; `key` names the entry, or is `None` when the whole file is meant."""

    def __init__(self, path: Path, key: str | None, reason: str) -> None:
        self.path = path
        self.key = key
        self.reason = reason
        super().__init__(f"{path.name}{f', `{key}`' if key else ''}: {reason}")
