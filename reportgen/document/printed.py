"""A document tree as text: what a bug report shows, what a test approves, what a newcomer opens first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from reportgen.document.block import (
    Appendix,
    Block,
    BlockControl,
    Caption,
    Cell,
    Contents,
    Figure,
    Frame,
    Heading,
    Landscape,
    ListItem,
    Paragraph,
    Picture,
    Row,
    Rule,
    Stamp,
    Table,
)
from reportgen.document.document import Document
from reportgen.document.inline import (
    Blank,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Mark,
    Missing,
    Reference,
    Tab,
    Text,
    TextControl,
)

_MARKS = ((Mark.BOLD, "**"), (Mark.ITALIC, "*"), (Mark.UNDERLINE, "__"), (Mark.STRIKE, "~~"),
          (Mark.SUPERSCRIPT, "^"), (Mark.SUBSCRIPT, "~"), (Mark.CODE, "`"))  # fmt: skip


def print_document(document: Document) -> str:
    """Return `document` as text: each tag of its template in order, with its content below it."""
    lines = [f"mẫu: {document.template}", f"tiêu đề: {document.title}", ""]
    for tag in document.tags:
        if inlines := document.inline_slots.get(tag.name, ()):
            lines.append(f"{{{{ {tag.name} }}}} {print_inlines(inlines)}")
        elif blocks := document.block_slots.get(tag.name, ()):
            lines += [f"{{{{p {tag.name} }}}}", *(f"  {line}" for line in print_blocks(blocks).splitlines())]
    return "\n".join(lines) + "\n"


def print_blocks(blocks: Iterable[Block]) -> str:
    """Return `blocks` as text, one paragraph to a line, its role before it."""
    return "\n".join(line for block in blocks for line in _lines(block))


def print_inlines(inlines: Iterable[Inline]) -> str:
    """Return `inlines` as one line of text with its marks: bold between `**`, a footnote in `[^…]`."""
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text, marks):
            for mark, sign in _MARKS:
                text = f"{sign}{text}{sign}" if mark in marks else text
            return text
        case LineBreak():
            return "⏎"
        case Tab():
            return "⇥"
        case Missing(what):
            return f"[Thiếu: {what}]"
        case Blank(spaces):
            return "_" * spaces
        case Footnote(blocks):
            return f"[^{' / '.join(print_blocks(blocks).splitlines())}]"
        case Link(inlines, url):
            return f"[{print_inlines(inlines)}]({url})"
        case TextControl(tag, title):
            return f"⟦{tag}: {title}⟧"
        case Reference(anchor, shown):
            return f"→{anchor}" if shown == "number" else f"→trang {anchor}"
        case _:
            assert_never(inline)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(role, inlines):
            yield f"{role.value}: {print_inlines(inlines)}"
        case Heading(level, label, inlines):
            yield f"{'#' * level} {label} {print_inlines(inlines)}".rstrip()
        case ListItem(marker, inlines, depth):
            yield f"{'  ' * (depth - 1)}{marker or ' '} {print_inlines(inlines)}"
        case Contents(of):
            yield f"<mục lục> {'đề mục' if of == 'headings' else of}"
        case Table():
            yield from _table(block)
        case Figure():
            yield _figure(block)
        case Rule(text, under, share):
            yield f"———— {share:g} x “{text}” ({under.value})" if text else "———— hết chiều ngang"
        case Stamp(words):
            yield f"[ {words} ]"
        case Frame(left, right):
            yield from _indented("trái", left)
            yield from _indented("phải", right)
        case BlockControl(tag, title):
            yield f"⟦{tag}: {title}⟧"
        case Landscape(blocks):
            yield from _indented("trang ngang", blocks)
        case Appendix(heading, blocks, landscape):
            yield from _indented("trang mới, khổ ngang" if landscape else "trang mới", (*heading, *blocks))
        case _:
            assert_never(block)


def _indented(name: str, blocks: Iterable[Block]) -> Iterator[str]:
    yield f"<{name}>"
    for line in print_blocks(blocks).splitlines():
        yield f"  {line}"


def _caption(caption: Caption | None) -> str:
    if caption is None:
        return ""
    label = f"{caption.numbered_label}. " if caption.numbered_label else ""
    return f"{label}{print_inlines(caption.inlines)}"


def _table(table: Table) -> Iterator[str]:
    yield f"<bảng> {_caption(table.caption)}".rstrip()
    for kind, rows in (("=", table.head), ("|", table.body)):
        for row in rows:
            yield f"  {kind} {_row(row)}"
    if table.source:
        yield f"  nguồn: {print_inlines(table.source)}"


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    words = " / ".join(line.partition(": ")[2] or line for line in print_blocks(cell.blocks).splitlines())
    span = "".join((f" ↔{cell.columns}" if cell.columns > 1 else "", f" ↕{cell.rows}" if cell.rows > 1 else ""))
    return words + span


def _figure(figure: Figure) -> str:
    content = figure.content
    size = (
        f"ảnh {content.width}x{content.height}" if isinstance(content, Picture) else f"biểu đồ {content.kind.value}"
    )
    source = f"; nguồn: {print_inlines(figure.source)}" if figure.source else ""
    return f"<hình> {_caption(figure.caption)} ({size}; mô tả: {figure.alt_text}{source})"
