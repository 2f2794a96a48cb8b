"""What can stop an index from being computed.

ReportgenError
├── PointsNeededError    maxima or scoring rules are not public and did not come with the data
└── RobustnessError      settings that make no sense, or a table of which nothing is known
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.problems import ReportgenError


class PointsNeededError(ReportgenError):
    """Maxima or scoring rules that are not public have to come with the data. `keys` names the indices."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(f"cần điểm tối đa hoặc cách chấm của: {', '.join(self.keys)}")


class RobustnessError(ReportgenError):
    """How firm ranks are cannot be measured; the message says why."""
