"""What is gathered while a page is written: ids, notes, charts; and text made safe for HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import TypeAlias

from reportgen.document import Caption, Chart, Heading
from reportgen.write.anchors import Anchors, Target

SvgDrawer: TypeAlias = Callable[[Chart, float], str]
"""Draws a chart for a width in centimetres, as an SVG document."""

TEXT_WIDTH_CM = 16.0
"""The width that charts are drawn for: a browser scales them to the room that there is."""

# What HTML cannot hold: control characters, halves of surrogate pairs, noncharacters.
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_ID = re.compile(r"[^\w.-]", re.ASCII)


def safe_text(text: str) -> str:
    """Return `text` for an element or an attribute in double quotes."""
    return escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


@dataclass(slots=True)
class HtmlContext:
    """The state of one writing.

    Attributes:
        anchors: What lists and references lead to.
        draw_svg: Draws charts.
        room_cm: The width of the room that is being filled, in centimetres.
        notes: The footnotes so far, each as markup.
        in_note: Whether a footnote is being written.
        figures: How many charts have been drawn.
        has_contents: Whether a list of headings has been written.
    """

    anchors: Anchors
    draw_svg: SvgDrawer
    room_cm: float = TEXT_WIDTH_CM
    notes: list[str] = field(default_factory=list)
    in_note: bool = False
    figures: int = 0
    has_contents: bool = False
    _ids: dict[int, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for target in self.anchors.targets:
            self._ids[id(target)] = self._free(target.block.anchor or target.listed.lstrip("_"))

    def _free(self, name: str) -> str:
        """An id that no other element has; those of the page itself begin with "w-", which anchors do not."""
        wanted = _NOT_IN_ID.sub("-", name)
        wanted = f"a-{wanted}" if wanted.startswith("w-") else wanted
        found, count = wanted, 1
        while found in self._taken:
            count += 1
            found = f"{wanted}-{count}"
        self._taken.add(found)
        return found

    def id_of(self, target: Target) -> str:
        """Return the id of the element that `target` is."""
        return self._ids[id(target)]

    def id_attribute(self, block: Heading | Caption | None) -> str:
        """Return the id of what is being written as an attribute; nothing if no list or reference leads to it."""
        target = self.anchors.take(block) if block is not None else None
        return f' id="{self.id_of(target)}"' if target is not None else ""
