"""What the parts of a progress report are composed from: the report, its outline, its narratives, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from reportgen.compose.blocks import body
from reportgen.compose.letterhead import DocumentHead, Issuer, Missings, mark_missing
from reportgen.document import Blocks, Heading, Inlines, text
from reportgen.model.input_model import KeyPath
from reportgen.model.outline import Outline, OutlineItem
from reportgen.model.progress_report import ProgressReport

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReportContent:
    """A report ready to be composed.

    `narratives` holds the converted Markdown of each field by its path; `missing` says, by path, what a draft still
    lacks (a path may lack several things), and is empty for the final form.
    """

    report: ProgressReport
    outline: Outline
    issuer: Issuer
    head: DocumentHead
    narratives: Mapping[KeyPath, Blocks]
    missing: Missings

    def mark(self, path: KeyPath) -> Inlines:
        """Return the visible marks for what is missing at `path`."""
        return mark_missing(path, self.missing)

    def given(self, value: T | None, path: KeyPath, show: Callable[[T], str]) -> Inlines:
        """Return `value` as it is shown, or the mark for it."""
        return self.mark(path) if value is None else text(show(value))

    def narrative(self, path: KeyPath) -> Blocks:
        """Return the blocks of the Markdown field at `path`, or a paragraph with the mark for it."""
        return self.narratives.get(path) or (body(self.mark(path)),)

    def item(self, key: str) -> OutlineItem:
        """Return the outline's item `key`; raises `KeyError` if the outline has none."""
        found = self.outline.find(key)
        if found is None:
            raise KeyError(key)
        return found

    @property
    def period(self) -> str:
        """The time up to which the figures count, as it is printed."""
        return str(self.report.period) if self.report.period else "…"


def item_heading(content: ReportContent, key: str, level: Literal[1, 2, 3]) -> Heading:
    """Return the heading of the outline's item `key`, numbered as the outline numbers it: "I.", "1.", "a)"."""
    item = content.item(key)
    stop = ")" if level == 3 else "."
    return Heading(level, f"{item.number}{stop}", text(item.title_for(content.period)))
