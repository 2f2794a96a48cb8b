"""Block nodes of the document tree as HTML."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from reportgen.document import (
    Appendix,
    Block,
    BlockControl,
    Chart,
    Contents,
    Figure,
    Frame,
    Heading,
    Landscape,
    ListItem,
    Paragraph,
    Role,
    Rule,
    Stamp,
    Table,
    Text,
)
from reportgen.write.html_contents import html_contents
from reportgen.write.html_context import HtmlContext, safe_text
from reportgen.write.html_inlines import html_inlines
from reportgen.write.html_svg import inline_svg
from reportgen.write.html_tables import caption_words, html_table

_LETTERHEAD_SHARE = 0.45


def html_blocks(blocks: Iterable[Block], context: HtmlContext) -> str:
    """Return the markup of `blocks`, in order; items that follow one another are one list.

    Raises:
        ValueError: a reference leads to an anchor that nothing bears, or a drawn chart is no SVG.
        TypeError: a footnote holds what it cannot hold.
    """
    parts = []
    for is_item, run in groupby(blocks, lambda block: isinstance(block, ListItem)):
        if is_item:
            parts.append(_list([block for block in run if isinstance(block, ListItem)], context))
        else:
            parts += [_one(block, context) for block in run]
    return "\n".join(parts)


def _one(block: Block, context: HtmlContext) -> str:
    match block:
        case Paragraph(role, inlines):
            element = "h2" if role is Role.CONTENTS_TITLE else "p"
            return f"<{element}{_class_of(role)}>{html_inlines(inlines, context)}</{element}>"
        case Heading():
            return _heading(block, context)
        case ListItem():
            return _list([block], context)
        case Contents():
            return html_contents(block, context)
        case Table():
            return html_table(block, context, html_blocks)
        case Figure():
            return _figure(block, context)
        case Rule():
            return '<hr class="rule">'
        case Stamp(words, role):
            return f'<p class="stamp {_slug(role)}">{safe_text(words)}</p>'
        case Frame():
            return _frame(block, context)
        case BlockControl(_, title, prompt):
            return f'<p class="prompt" title="{safe_text(title)}">{safe_text(prompt)}</p>'
        case Landscape(blocks):
            return f'<div class="landscape">{html_blocks(blocks, context)}</div>'
        case Appendix(heading, blocks, landscape):
            look = "appendix landscape" if landscape else "appendix"
            return f'<section class="{look}">{html_blocks((*heading, *blocks), context)}</section>'
        case _:
            assert_never(block)


def note_paragraphs(blocks: Iterable[Block], context: HtmlContext) -> list[str]:
    """Return the words of each paragraph of a footnote; a note holds running text and lists only."""
    paragraphs = []
    for block in blocks:
        match block:
            case Paragraph(_, inlines) | Heading(inlines=inlines):
                paragraphs.append(html_inlines(inlines, context))
            case ListItem(marker, inlines):
                paragraphs.append(html_inlines((Text(f"{marker} "), *inlines) if marker else inlines, context))
            case _:
                message = f"a footnote cannot hold {type(block).__name__}"
                raise TypeError(message)
    return paragraphs


def _slug(role: Role) -> str:
    return role.name.lower().replace("_", "-")


def _class_of(role: Role) -> str:
    return "" if role is Role.BODY else f' class="{_slug(role)}"'


def _heading(heading: Heading, context: HtmlContext) -> str:
    # The page's own title is its h1, so that each level is one lower than in the text.
    element = f"h{heading.level + 1}"
    look = ' class="new-page"' if heading.new_page else ""
    label = f'<span class="number">{safe_text(heading.label)}</span> ' if heading.label else ""
    words = html_inlines(heading.inlines, context)
    return f"<{element}{context.id_attribute(heading)}{look}>{label}{words}</{element}>"


def _list(items: Sequence[ListItem], context: HtmlContext) -> str:
    """Items as nested lists, by their depth; their markers are written ones."""
    return f'<ul class="items">{"".join(_items(items, context))}</ul>'


def _items(items: Sequence[ListItem], context: HtmlContext) -> Iterator[str]:
    outer = min(item.depth for item in items)
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end].depth > outer:
            end += 1
        first = items[position]
        inner = items[position + 1 : end] if first.depth == outer else items[position:end]
        words = ""
        if first.depth == outer:
            marker = f'<span class="marker">{safe_text(first.marker)}</span> ' if first.marker else ""
            words = marker + html_inlines(first.inlines, context)
        nested = _list(inner, context) if inner else ""
        yield f"<li>{words}{nested}</li>"
        position = end


def _figure(figure: Figure, context: HtmlContext) -> str:
    caption = f"<figcaption>{caption_words(figure.caption, context)}</figcaption>" if figure.caption else ""
    source = f'<p class="source">{html_inlines(figure.source, context)}</p>' if figure.source else ""
    identity = context.id_attribute(figure.caption)
    width = f' style="--width:{100 * figure.width:.4g}%"' if figure.width < 1 else ""
    return f"<figure{identity}{width}>{_figure_content(figure, context)}{caption}{source}</figure>"


def _figure_content(figure: Figure, context: HtmlContext) -> str:
    if isinstance(figure.content, Chart):
        context.figures += 1
        drawn = context.draw_svg(figure.content, context.room_cm * figure.width)
        return inline_svg(drawn, f"w-hinh-{context.figures}-", figure.alt_text)
    picture = figure.content
    data = base64.b64encode(picture.data).decode()
    return (
        f'<img src="data:image/{picture.format};base64,{data}" alt="{safe_text(figure.alt_text)}" '
        f'width="{picture.width}" height="{picture.height}">'
    )


def _frame(frame: Frame, context: HtmlContext) -> str:
    left = _LETTERHEAD_SHARE if frame.left_share is None else frame.left_share
    room = context.room_cm
    sides = []
    for blocks, share in ((frame.left, left), (frame.right, 1 - left)):
        context.room_cm = room * share
        sides.append(f'<div style="--share:{share:.4g}">{html_blocks(blocks, context)}</div>')
    context.room_cm = room
    return f'<div class="frame">{"".join(sides)}</div>'
