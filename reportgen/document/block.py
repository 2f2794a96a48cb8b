"""Block nodes: paragraphs, headings, lists, tables, figures, and what starts new pages. Frozen and closed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from reportgen.document.chart import Chart
from reportgen.document.inline import Inlines
from reportgen.document.roles import Role, TableRole

Align: TypeAlias = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in its role."""

    role: Role
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A titled section: mục "I.", khoản "1." or điểm "a)", by `level` 1 to 3.

    `label` is the written number with its punctuation ("I.", "đ)"): Word's automatic lettering is not Vietnamese.
    `anchor` is the name that references use, unique in the document; `new_page` starts a page with the heading.
    """

    level: Literal[1, 2, 3]
    label: str
    inlines: Inlines
    anchor: str = ""
    new_page: bool = False

    @property
    def role(self) -> Role:
        """The paragraph role of this level."""
        return (Role.SECTION_TITLE, Role.CLAUSE_TITLE, Role.POINT_TITLE)[self.level - 1]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: its written marker ("-", "1.", "a)", "+") and its content. `depth` counts from 1."""

    marker: str
    inlines: Inlines
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of a table or figure: "Bảng 1. …"; `number` counts within the document for each `label`.

    Without a number it is the words alone, and no list names it. `anchor` is the name that references use, unique in
    the document.
    """

    label: Literal["Bảng", "Hình"]
    number: int | None
    inlines: Inlines
    anchor: str = ""

    @property
    def numbered_label(self) -> str:
        """The label with the number ("Bảng 1"); empty without one."""
        return "" if self.number is None else f"{self.label} {self.number}"


@dataclass(frozen=True, slots=True)
class Contents:
    """A list with page numbers, made from the document: its headings down to level `depth`, its tables or figures."""

    of: Literal["headings", "Bảng", "Hình"]
    depth: Literal[1, 2, 3] = 2


class RowKind(StrEnum):
    """What a row of a table's body is."""

    DATA = "data"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs (at least one is written), spanning `columns` and `rows`.

    `align` overrides the column's alignment. Cells covered by a span above are left out of their rows.
    """

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the table's width (shares are relative to one another) and its alignment."""

    share: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` rows repeat on every page, rows never split over two pages.

    With `repeat_tag`, the single row of `body` is the item of a repeating content control: a reader of the Word
    file adds rows with its "+" button.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: Caption | None = None
    source: Inlines = ()
    role: TableRole = TableRole.GRID
    repeat_tag: str | None = None
    repeat_title: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as bytes, PNG or JPEG, with its size in pixels."""

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart or a picture in the text; `width` is a share (0 to 1) of the width of the text area."""

    content: Chart | Picture
    alt_text: str
    caption: Caption | None = None
    source: Inlines = ()
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, centred under `text`, `share` times as long as that text is wide.

    Without a text it is as wide as its room. The writer measures the text in the style of role `under`; of a text of
    several lines, the longest counts.
    """

    text: str
    under: Role
    share: float


@dataclass(frozen=True, slots=True)
class BlockControl:
    """A content control around whole paragraphs: a place for long text that a reader of the Word file fills in."""

    tag: str
    title: str
    prompt: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Frame:
    """Two columns side by side without borders.

    `left_share` is the left one's share (0 to 1) of the width of the text area; without it they are as wide as those
    of the template's letterhead or, where the template has none, 45 % and 55 % of the text area.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    left_share: float | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words in a box that is centred in its room: a mark of urgency or of circulation.

    The style of `role` draws the box; `width_mm` is its width, `None` as wide as the words need.
    """

    words: str
    role: Role
    width_mm: float | None = None


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on landscape pages of their own; the page numbers go on."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: on a new page, its pages numbered from 1 (Decree 30, Appendix I, part III.1)."""

    heading: tuple[Block, ...]
    blocks: tuple[Block, ...]
    landscape: bool = False


Block: TypeAlias = (
    Paragraph
    | Heading
    | ListItem
    | Contents
    | Table
    | Figure
    | Rule
    | BlockControl
    | Frame
    | Stamp
    | Landscape
    | Appendix
)
Blocks: TypeAlias = tuple[Block, ...]
