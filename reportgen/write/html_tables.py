"""Tables of the document tree as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from reportgen.document import Align, Block, Caption, Cell, Column, Paragraph, Row, RowKind, Table
from reportgen.write.anchors import plain_words
from reportgen.write.html_context import HtmlContext, safe_text
from reportgen.write.html_inlines import html_inlines

BlockWriter: TypeAlias = Callable[[Iterable[Block], HtmlContext], str]


def html_table(table: Table, context: HtmlContext, blocks: BlockWriter) -> str:
    """Return `table` with its caption above and its source below; `blocks` writes what is in its cells."""
    caption, name = _caption(table, context)
    columns = "".join(f'<col style="width:{share:.4g}%">' for share in _shares(table.columns))
    head = _rows(table.head, table, context, blocks, in_head=True)
    body = _rows(table.body, table, context, blocks, in_head=False)
    markup = (
        f'<div class="table" role="region" aria-label="{safe_text(name)}" tabindex="0">'
        f"<table>{caption}<colgroup>{columns}</colgroup>"
        f"{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table></div>"
    )
    source = f'<p class="source">{html_inlines(table.source, context)}</p>' if table.source else ""
    return markup + source


def caption_words(caption: Caption, context: HtmlContext) -> str:
    """Return the words of a caption: "Bảng 1. …"."""
    words = html_inlines(caption.inlines, context)
    if not caption.numbered_label:
        return words
    number = f'<span class="number">{caption.numbered_label}{"." if words else ""}</span>'
    return f"{number} {words}".rstrip()


def _caption(table: Table, context: HtmlContext) -> tuple[str, str]:
    """The caption as an element, and in plain words."""
    if table.caption is None:
        return "", "Bảng"
    identity = context.id_attribute(table.caption)
    label = f"{table.caption.numbered_label}. " if table.caption.numbered_label else ""
    plain = f"{label}{plain_words(table.caption.inlines)}"
    return f"<caption{identity}>{caption_words(table.caption, context)}</caption>", plain


def _shares(columns: tuple[Column, ...]) -> list[float]:
    whole = sum(column.share for column in columns) or 1
    return [100 * column.share / whole for column in columns]


def _rows(rows: tuple[Row, ...], table: Table, context: HtmlContext, blocks: BlockWriter, *, in_head: bool) -> str:
    # How many rows each column is still covered from above.
    covered = [0] * len(table.columns)
    markup = []
    for row in rows:
        kind = f' class="{row.kind.value}"' if row.kind is not RowKind.DATA else ""
        cells = "".join(_row_cells(row, table, covered, context, blocks, in_head=in_head))
        markup.append(f"<tr{kind}>{cells}</tr>")
    return "".join(markup)


def _row_cells(
    row: Row, table: Table, covered: list[int], context: HtmlContext, blocks: BlockWriter, *, in_head: bool
) -> list[str]:
    started = list(covered)
    position, markup = 0, []
    for cell in row.cells:
        while position < len(covered) and started[position]:
            position += 1
        align = cell.align or (table.columns[position].align if position < len(table.columns) else "left")
        markup.append(_cell(cell, row.kind, None if in_head else align, context, blocks, in_head=in_head))
        for column in range(position, min(position + cell.columns, len(covered))):
            covered[column] = cell.rows
        position += cell.columns
    for column, left in enumerate(covered):
        covered[column] = max(0, left - 1)
    return markup


def _cell(
    cell: Cell, kind: RowKind, align: Align | None, context: HtmlContext, blocks: BlockWriter, *, in_head: bool
) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    match cell.blocks:
        # One paragraph, as nearly every cell has, needs no element of its own.
        case (Paragraph(_, inlines),):
            content = html_inlines(inlines, context)
        case several:
            content = blocks(several, context)
    if in_head:
        return f'<th scope="{"colgroup" if cell.columns > 1 else "col"}"{spans}>{content}</th>'
    look = f' class="{align}"' if align and align not in {"left", "justify"} else ""
    if kind is RowKind.GROUP and cell.columns > 1:
        return f'<th scope="rowgroup"{spans}{look}>{content}</th>'
    return f"<td{spans}{look}>{content}</td>"
