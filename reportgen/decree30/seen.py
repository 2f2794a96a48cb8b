"""A Word document as a reader sees it: text with the look that styles and direct formatting give it together.

Lengths are points unless they say otherwise. What the file does not say and no default gives is `None`. Paragraphs
are numbered from 1 in the order of the body, those in tables and text boxes included, as messages name them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right", "justify"]


class Story(StrEnum):
    """Which part of the document a paragraph is in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class SeenRun:
    """A stretch of text in one look. `text` is as displayed: in capitals if the look says so, fields as results."""

    text: str
    font: str | None
    size: float | None
    bold: bool
    italic: bool
    underline: bool
    color: str
    """Six hexadecimal digits; "auto" is black."""
    is_hidden: bool = False
    raised: Literal["superscript", "subscript"] | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a paragraph is in the file: the part, and its position among that part's `w:p` elements, from 0."""

    part: str
    index: int


@dataclass(frozen=True, slots=True)
class CellPosition:
    """A cell of a table in the body: tables, rows and columns counted from 1; `width` in points if it is known."""

    table: int
    row: int
    column: int
    width: float | None


@dataclass(frozen=True, slots=True)
class SeenParagraph:
    """A paragraph. `number` is the list number that Word computes ("1.", "a)"), empty if it has none."""

    index: int
    locator: Locator
    story: Story
    section: int
    runs: tuple[SeenRun, ...]
    style: str
    align: Align
    left: float
    right: float
    first_line: float
    """Positive: first line further in; negative: hanging."""
    before: float
    after: float
    line: float | None
    """In lines (1.0 is single); `None` where the spacing is exact or at least so many points."""
    line_points: float | None = None
    number: str = ""
    cell: CellPosition | None = None
    in_text_box: bool = False
    border_top: bool = False
    border_bottom: bool = False
    has_page_break: bool = False
    has_picture: bool = False
    keep_next: bool = False
    starts_page: bool = False
    """Whether the paragraph's look or a break before its text puts it on a new page."""
    breaks_page_after: bool = False
    """Whether a page break stands in it after its text (or in it alone, without text)."""
    page: int | None = None
    """The page that it begins on, counted from 1 through the file; `None` if that is not known."""
    page_turns: tuple[int, ...] = ()
    """Before which of its characters (hidden ones counted) the next pages begin."""
    text: str = field(init=False, compare=False, repr=False)
    """The text as displayed, without the list number; line breaks are line feeds, tabs are tabs."""

    def __post_init__(self) -> None:
        # Rules ask for it hundreds of times.
        object.__setattr__(self, "text", "".join(run.text for run in self.runs if not run.is_hidden))

    def __hash__(self) -> int:
        # Two that are equal are at one place; to look at all runs costs more than what such a hash is for.
        return hash((self.index, self.locator.index, self.locator.part))

    def page_at(self, character: int) -> int | None:
        """Return the page that a character (hidden ones counted) stands on; `None` if it is not known."""
        if self.page is None:
            return None
        return self.page + sum(turn <= character for turn in self.page_turns)


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A drawn horizontal line (a shape), anchored in the paragraph with that index."""

    paragraph: int
    width: float


@dataclass(frozen=True, slots=True)
class SeenSection:
    """Pages of one set-up, in millimetres. `number_start` is where page numbers begin, `None` if they go on."""

    index: int
    first_paragraph: int
    page_width: float
    page_height: float
    top: float
    bottom: float
    left: float
    right: float
    header_distance: float
    first_page_differs: bool
    number_start: int | None
    header: tuple[SeenParagraph, ...] = ()
    first_header: tuple[SeenParagraph, ...] = ()
    footer: tuple[SeenParagraph, ...] = ()
    first_footer: tuple[SeenParagraph, ...] = ()
    header_shows_page_number: bool = False
    first_header_shows_page_number: bool = False
    footer_shows_page_number: bool = False


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table of the body: its cells' text by row and column, and whether its head rows repeat."""

    index: int
    rows: tuple[tuple[str, ...], ...]
    has_borders: bool
    head_rows: int
    first_paragraph: int


class PageSource(StrEnum):
    """Where page numbers come from."""

    WORD = "word"
    """Marks that Word left where its pages began when it last saved the file."""
    PDF = "pdf"
    """The pages of a PDF."""


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A whole document as seen, with what a reader has to be told of it.

    `insertions` and `deletions` count tracked changes: the accepted view is what is seen here.
    """

    file: str
    paragraphs: tuple[SeenParagraph, ...]
    sections: tuple[SeenSection, ...]
    tables: tuple[SeenTable, ...]
    lines: tuple[SeenLine, ...]
    footnotes: tuple[SeenParagraph, ...] = ()
    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    is_signed: bool = False
    unread: tuple[str, ...] = field(default=())
    """What the file holds that could not be read, in words."""
    page_source: PageSource | None = None
    """Where the pages of the paragraphs come from; `None` if they are not known."""
