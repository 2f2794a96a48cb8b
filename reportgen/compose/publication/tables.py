"""What the publication's tables and sections share: their anchors, columns, rows and headings."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.compose.blocks import head_row, text_cell
from reportgen.compose.publication.charts import figure, group_name
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import UNKNOWN, source_line
from reportgen.document import Caption, Chart, Column, Figure, Heading, Row, Table, text
from reportgen.index.edition import GroupResult

RANK, NAME, NUMBER = Column(1.1, "center"), Column(3.4), Column(1.7, "center")
_DASH = "–"


def anchor_of(part: PublicationPart, result: GroupResult, name: str) -> str:
    """Return the anchor of something that each group of each part has."""
    return f"{part.key}_{result.group.key}_{name}"


def section_heading(part: PublicationPart, result: GroupResult, name: str, title: str) -> Heading:
    """Return the heading of a section of a group; with several groups it says which."""
    of_group = f", {part.unit_noun} {group_name(result)}" if len(part.results) > 1 else ""
    return Heading(2, "", text(f"{title}{of_group}"), anchor_of(part, result, name))


def table_of_texts(
    part: PublicationPart,
    columns: Sequence[Column],
    titles: Sequence[str],
    rows: Sequence[Sequence[str]],
    caption: Caption,
) -> Table:
    """Return a table of `rows` of texts, with the source line of `part`; a dash stands for what is unknown."""
    body = tuple(Row(tuple(text_cell(text(_DASH if cell == UNKNOWN else cell)) for cell in row)) for row in rows)
    source = source_line(part)
    if any(cell == UNKNOWN for row in rows for cell in row):
        source = (*source, *text(f"{' ' if source else ''}Dấu “{_DASH}”: {UNKNOWN}."))
    return Table(tuple(columns), (head_row(titles),), body, caption, source)


def caption_of_table(title: str, anchor: str) -> Caption:
    """Return the caption of a table, to be numbered when the book is complete."""
    return Caption("Bảng", 0, text(title), anchor)


def figure_of(part: PublicationPart, result: GroupResult, chart: Chart, name: str) -> Figure:
    """Return `chart` as a figure of a group."""
    return figure(chart, anchor_of(part, result, name), source_line(part))
