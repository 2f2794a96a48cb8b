"""Tables of the document tree as WordprocessingML: fixed widths, repeated head rows, rows that do not split."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from reportgen.document import PLAIN, Align, Block, Cell, Column, Frame, Paragraph, Role, Row, RowKind, Table, Text
from reportgen.write.column_widths import column_widths
from reportgen.write.context import WriteContext
from reportgen.write.markup import SEPARATOR, control, escape_joined
from reportgen.write.row_pattern import fill_rows


class BlockWriter(Protocol):
    """Writes the content of a cell whose room is `width` twips wide."""

    def __call__(self, blocks: Iterable[Block], context: WriteContext, *, width: int) -> str:
        """Return the markup of `blocks`."""
        ...


CELL_MARGIN = 70
FRAME_MARGIN = 28
# Without a letterhead and a share of its own, text on the left has a little less room than a figure on the right.
_LEFT_SHARE = 0.45
_GUTTER = 240
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
# Stands for the text of each cell in the row that is cut into a pattern.
_TEXT_MARK = "\ufdd0"
_CELL_ROLES = (Role.TABLE_CELL, Role.BODY)  # In a table, running text takes the style of the table's cells.
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def table_markup(table: Table, context: WriteContext, write_blocks: BlockWriter) -> str:
    """Return the table over the whole text width; `write_blocks` writes the content of its cells."""
    texts = _plain_texts(table)
    widths = column_widths(table, context.text_width, context.styles, plain_cells=texts)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    outer, context.in_table = context.in_table, True
    rows = _rows(table.head, table.columns, widths, context, write_blocks, head=True)
    body = _body(table, texts, widths, context, write_blocks)
    context.in_table = outer
    if table.repeat_tag is not None:
        body = _repeating(body, table, context)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{context.styles.id_of(table.role)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}{body}</w:tbl>'
    )


def _body(
    table: Table, texts: list[str] | None, widths: list[int], context: WriteContext, write_blocks: BlockWriter
) -> str:
    if not texts:
        return _rows(table.body, table.columns, widths, context, write_blocks, head=False)
    # Thousands of rows of plain texts differ in nothing else, so only the first is written as rows are.
    mark = Cell((Paragraph(Role.TABLE_CELL, (Text(_TEXT_MARK),)),))
    row = _rows((Row((mark,) * len(table.columns)),), table.columns, widths, context, write_blocks, head=False)
    return fill_rows(row.split(_TEXT_MARK), escape_joined(texts).split(SEPARATOR))


def _plain_texts(table: Table) -> list[str] | None:
    """Return the texts of all cells of the body, or `None` if some cell is more than a plain text in its column."""
    texts: list[str] = []
    for row in table.body:
        if row.kind is not RowKind.DATA or len(row.cells) != len(table.columns):
            return None
        for cell in row.cells:
            text = _plain_text(cell)
            if text is None:
                return None
            texts.append(text)
    return texts


def _plain_text(cell: Cell) -> str | None:
    if len(cell.blocks) != 1 or cell.columns != 1 or cell.rows != 1 or cell.align is not None:
        return None
    block = cell.blocks[0]
    if not isinstance(block, Paragraph) or block.role not in _CELL_ROLES or len(block.inlines) != 1:
        return None
    inline = block.inlines[0]
    return inline.text if isinstance(inline, Text) and inline.marks is PLAIN else None


def _rows(
    rows: tuple[Row, ...],
    columns: tuple[Column, ...],
    widths: list[int],
    context: WriteContext,
    write_blocks: BlockWriter,
    *,
    head: bool,
) -> str:
    # For each column, how many rows a cell above still covers, and how many columns that cell spans.
    covered: list[tuple[int, int]] = [(0, 1)] * len(columns)
    written = []
    for row in rows:
        cells, covered = _cells(row, columns, widths, covered, context, write_blocks, head=head)
        header = "<w:tblHeader/>" if head else ""
        written.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
    return "".join(written)


def _cells(
    row: Row,
    columns: tuple[Column, ...],
    widths: list[int],
    covered: list[tuple[int, int]],
    context: WriteContext,
    write_blocks: BlockWriter,
    *,
    head: bool,
) -> tuple[str, list[tuple[int, int]]]:
    following = list(covered)
    written, at, given = "", 0, iter(row.cells)
    while at < len(columns):
        rows_left, span = covered[at]
        if rows_left:
            written += _cell("<w:p/>", sum(widths[at : at + span]), span, merge="<w:vMerge/>")
            following[at] = (rows_left - 1, span)
            at += span
            continue
        cell = next(given, Cell(()))
        span = min(cell.columns, len(columns) - at)
        # Heads and group rows keep the alignment of their style, whatever the column's.
        column_align = "left" if head or row.kind is RowKind.GROUP else columns[at].align
        room = sum(widths[at : at + span]) - 2 * CELL_MARGIN
        content = write_blocks(cell.blocks, context, width=room) or "<w:p/>"  # Word refuses a cell without one.
        align = cell.align or column_align
        content = content if align == "left" else _aligned(content, align)
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        written += _cell(content, sum(widths[at : at + span]), span, merge=merge)
        following[at] = (cell.rows - 1, span)
        at += span
    if next(given, None) is not None:
        message = f"a row has more cells than its table has columns ({len(columns)})"
        raise ValueError(message)
    return written, following


def _cell(content: str, width: int, span: int, *, merge: str = "") -> str:
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{merge}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _aligned(content: str, align: Align) -> str:
    """Set the alignment of paragraphs that their style leaves to the column; `w:jc` closes the properties here."""
    return content.replace("</w:pPr>", f'<w:jc w:val="{_JUSTIFICATION[align]}"/></w:pPr>')


def _repeating(rows: str, table: Table, context: WriteContext) -> str:
    item = (
        f'<w:sdt><w:sdtPr><w:id w:val="{context.next_id()}"/><w15:repeatingSectionItem xmlns:w15="{_W15}"/></w:sdtPr>'
        f"<w:sdtContent>{rows}</w:sdtContent></w:sdt>"
    )
    kind = f'<w15:repeatingSection xmlns:w15="{_W15}"/>'
    return control(
        item, tag=table.repeat_tag or "", title=table.repeat_title, number=context.next_id(), kind=kind, prompt=False
    )


def frame_markup(frame: Frame, context: WriteContext, write_blocks: BlockWriter) -> str:
    """Return a table of two columns without borders: the letterhead's, or those of a page of the text's own."""
    if frame.left_share is None and context.frame_widths is not None:
        widths, margins = context.frame_widths, ((FRAME_MARGIN, FRAME_MARGIN),) * 2
    else:
        left = round(context.text_width * (frame.left_share or _LEFT_SHARE))
        # The outer edges are those of the text above and below, so the room between the columns is inside them.
        widths, margins = (left, context.text_width - left), ((0, _GUTTER // 2), (_GUTTER // 2, 0))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = ""
    for blocks, width, (before, after) in zip((frame.left, frame.right), widths, margins, strict=True):
        content = write_blocks(blocks, context, width=width - before - after) or "<w:p/>"
        own = "" if (before, after) == (FRAME_MARGIN,) * 2 else f"<w:tcMar>{_sides(before, after)}</w:tcMar>"
        cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{own}</w:tcPr>{content}</w:tc>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_sides(FRAME_MARGIN, FRAME_MARGIN)}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _sides(left: int, right: int) -> str:
    return f'<w:left w:w="{left}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
