"""What is gathered while a document is written: notes, pictures, relationships, ids, the sections so far."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from reportgen.document import Chart, Picture
from reportgen.write.anchors import Anchors
from reportgen.write.native_chart_parts import ChartShelf
from reportgen.write.style_sheet import StyleSheet
from reportgen.write.template_numbers import NO_NUMBERS, TemplateNumbers

ChartDrawer: TypeAlias = Callable[[Chart, float], Picture]
"""Draws a chart for a width in centimetres."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The text area of a template's pages, in twips (1/20 point), in portrait orientation."""

    page_width: int
    page_height: int
    left: int
    right: int
    top: int
    bottom: int

    def text_width(self, *, landscape: bool) -> int:
        """The width between the margins."""
        return (self.page_height if landscape else self.page_width) - self.left - self.right

    def text_height(self, *, landscape: bool) -> int:
        """The height between the margins."""
        return (self.page_width if landscape else self.page_height) - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of a section differ from the template's.

    `restarts` numbers them from 1, the first one hidden; `opening` is the document's first section, the only one with
    what the template puts at the foot of page one.
    """

    landscape: bool = False
    restarts: bool = True
    opening: bool = False


@dataclass(slots=True)
class WriteContext:
    """The state of one writing.

    Ids count up in the order of the text, past those in `numbers`, so the same document gives the same.
    """

    styles: StyleSheet
    page: PageSetup
    section_xml: Callable[[Section], str]
    draw_chart: ChartDrawer | None
    frame_widths: tuple[int, int] | None
    """The letterhead's columns, in twips, if the template has one."""
    section: Section = Section(opening=True)
    footnotes: list[str] = field(default_factory=list)
    pictures: dict[str, tuple[str, Picture]] = field(default_factory=dict)
    native_charts: ChartShelf | None = None
    """Where the charts are kept that Word draws itself; `None` draws all of them as pictures."""
    in_table: bool = False
    in_note: bool = False
    after_landscape: Section | None = None
    """Behind landscape pages, the section to go on with once something follows them; blank pages until then."""
    numbers: TemplateNumbers = NO_NUMBERS
    anchors: Anchors = field(default_factory=Anchors)
    room: int | None = None
    """The width in twips of the column or cell that is being written; `None` between the page's margins."""
    _ids: int = 0

    def next_id(self) -> int:
        """Return an id for a drawing, content control or bookmark, unique in the document."""
        self._ids += 1
        while self._ids in self.numbers.ids:
            self._ids += 1
        return self._ids

    def open_note(self) -> int:
        """Take the place of the next footnote and return its id."""
        self.footnotes.append("")
        return self.numbers.last_note + len(self.footnotes)

    def add_picture(self, picture: Picture) -> str:
        """Keep `picture` (the same one only once) and return the id of its relationship."""
        key = hashlib.sha256(picture.data).hexdigest()
        if key not in self.pictures:
            self.pictures[key] = (f"rIdPicture{len(self.pictures) + 1}", picture)
        return self.pictures[key][0]

    @property
    def text_width(self) -> int:
        """The width in twips that there is for what is being written: the text area's, a column's or a cell's."""
        if self.room is not None:
            return self.room
        return self.page.text_width(landscape=self.section.landscape)

    def change_section(self, following: Section) -> str:
        """Return the properties that end the current section, and go on with `following`."""
        ended = self.section_xml(self.section)
        self.section = following
        return ended

    def continued(self, *, landscape: bool) -> Section:
        """A section after the current one whose page numbers go on."""
        return replace(self.section, landscape=landscape, restarts=False, opening=False)
