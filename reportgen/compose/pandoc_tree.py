"""pandoc's document (the JSON of its abstract syntax tree) → blocks of the document tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from reportgen.compose.list_markers import FIRST_BULLET, FURTHER_BULLET, Numbering, latin_letter, renumbered
from reportgen.compose.markdown_source import MAX_NESTING, FoundMarker, decode
from reportgen.compose.pandoc_inlines import (
    FieldContext,
    NestingTooDeepError,
    Node,
    plain_text,
    read_figure,
    read_inlines,
)
from reportgen.compose.pandoc_table import read_table
from reportgen.document import Block, Blocks, Inlines, LineBreak, ListItem, Mark, Paragraph, Role, Text
from reportgen.problems.text import (
    CODE_BLOCK,
    HEADING,
    HORIZONTAL_RULE,
    LIST_INSIDE_PARAGRAPH,
    LIST_RENUMBERED,
    NESTED_BLOCK,
    RAW_HTML,
    RUN_ON_LINE,
    UNSUPPORTED_SYNTAX,
)

_RULE_LINE = r"^[ >]*([-*_])(?: *\1){2,} *$"
_BLOCK_START = re.compile(r"[-+*]$|\d{1,3}[.)]$|[a-zđ]\)$|[|>]|#{1,6}$|\+-|```")
_PARAGRAPHS = frozenset({"Plain", "Para", "LineBlock"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the blocks being read stand in: the role of a paragraph, the levels of lists, the depth of nesting."""

    role: Role = Role.BODY
    depth: int = 0  # levels of lists of any kind
    bullets: int = 0  # levels of bullet lists
    nesting: int = 0
    inside_cell: bool = False

    def deeper(self, **changes: Any) -> Setting:  # noqa: ANN401  the types of the fields differ
        """Return this setting one level further in, with `changes`.

        Raises:
            NestingTooDeepError: if that is deeper than a document can show.
        """
        if self.nesting >= MAX_NESTING:
            raise NestingTooDeepError
        return replace(self, nesting=self.nesting + 1, **changes)


def read_document(nodes: list[Node], context: FieldContext) -> Blocks:
    """Return the blocks of one field; what an official document cannot hold goes to `context.problems`.

    Raises:
        NestingTooDeepError: if lists, quotes or emphasis are nested deeper than `MAX_NESTING`.
    """
    return tuple(_iter_blocks(nodes, context, Setting()))


def read_note(nodes: list[Node], context: FieldContext) -> Blocks:
    """Return the blocks of a footnote: paragraphs and lists, nothing else."""
    return tuple(_iter_blocks(nodes, context, Setting(role=Role.FOOTNOTE)))


def _iter_blocks(nodes: list[Node], context: FieldContext, setting: Setting) -> Iterator[Block]:
    after_text = False
    for node in nodes:
        kind, content = node["t"], node.get("c", [])
        match kind:
            case "Plain" | "Para":
                yield from _iter_paragraph(content, context, setting)
            case "LineBlock":
                yield _paragraph(read_inlines(_join_lines(content), context), setting)
            case "BlockQuote":
                quote = setting.deeper(role=Role.QUOTE) if setting.role is Role.BODY else setting.deeper()
                yield from _iter_blocks(content, context, replace(quote, depth=0, bullets=0))
            case "BulletList":
                yield from _iter_bullets(content, context, setting)
            case "OrderedList":
                yield from _iter_ordered(content, context, setting, after_text=after_text)
            case "DefinitionList":
                yield from _iter_definitions(content, context, setting)
            case "Table":
                yield from _iter_table(content, context, setting)
            case "Figure":
                yield from _iter_figure(_find_image(content[2]), context)
            case _:
                yield from _iter_unwanted(kind, content, context, setting)
        after_text = kind in _PARAGRAPHS


def _paragraph(inlines: Inlines, setting: Setting) -> Paragraph | ListItem:
    """A paragraph in its role; inside a list, an item without a marker, to which `_iter_item` gives one."""
    return ListItem("", inlines, setting.depth) if setting.depth else Paragraph(setting.role, inlines)


def _iter_paragraph(nodes: list[Node], context: FieldContext, setting: Setting) -> Iterator[Block]:
    words = [node for node in nodes if node["t"] not in {"Space", "SoftBreak", "LineBreak"}]
    if words and all(node["t"] == "Image" for node in words):
        for image in words:
            yield from _iter_figure(image, context)
        return
    _report_run_on_lines(nodes, context)
    outer_figures, context.loose_figures = context.loose_figures, []
    inlines = read_inlines(nodes, context)
    if inlines:
        yield _paragraph(inlines, setting)
    yield from _allowed_figures(context)
    context.loose_figures = outer_figures


def _report_run_on_lines(nodes: list[Node], context: FieldContext) -> None:
    """Report lines inside a paragraph that look like the start of a list, table, quote or heading."""
    start = context.cursor.offset
    for before, node in pairwise(nodes):
        if before["t"] == "SoftBreak" and node["t"] == "Str" and _BLOCK_START.match(node["c"]):
            word = decode(node["c"])
            context.report(RUN_ON_LINE, context.cursor.find(rf"^[ >]*{re.escape(word)}"), found=word)
    context.cursor.offset = start


def _allowed_figures(context: FieldContext) -> Iterator[Block]:
    if context.loose_figures and context.inside_note:
        _report_nested(context, "hình", "a picture", "cước chú", "a footnote")
    else:
        yield from context.loose_figures


def _iter_figure(image: Node | None, context: FieldContext) -> Iterator[Block]:
    figure = read_figure(image, context) if image else None
    if figure and context.inside_note:
        _report_nested(context, "hình", "a picture", "cước chú", "a footnote")
    elif figure:
        yield figure


def _find_image(blocks: list[Node]) -> Node | None:
    return next((inline for block in blocks for inline in block["c"] if inline["t"] == "Image"), None)


def _join_lines(lines: list[list[Node]]) -> list[Node]:
    joined: list[Node] = []
    for line in lines:
        joined += [{"t": "LineBreak"}, *line] if joined else line
    return joined


def _iter_bullets(items: list[list[Node]], context: FieldContext, setting: Setting) -> Iterator[Block]:
    inner = setting.deeper(depth=setting.depth + 1, bullets=setting.bullets + 1)
    first: FoundMarker | None = None
    for number, item in enumerate(items):
        typed = context.cursor.find_marker(_first_word(item))
        first = typed if number == 0 else first
        # pandoc takes "- a" and "+ b" below it for one list; official documents write a second level so.
        lower = typed is not None and typed.marker == FURTHER_BULLET and first is not None and first.marker != "+"
        level = replace(inner, depth=inner.depth + 1, bullets=inner.bullets + 1) if lower else inner
        yield from _iter_item(item, FIRST_BULLET if level.bullets == 1 else FURTHER_BULLET, context, level)


def _iter_ordered(
    content: list[Any], context: FieldContext, setting: Setting, *, after_text: bool
) -> Iterator[Block]:
    (start, style, delimiter), items = content
    inner = setting.deeper(depth=setting.depth + 1)
    numbering = Numbering(style["t"], delimiter["t"], start)
    found: list[FoundMarker | None] = []
    written: list[str] = []
    for number, item in enumerate(items):
        typed = context.cursor.find_marker(_first_word(item))
        found.append(typed)
        if number == 0:
            numbering = numbering.starting_at(typed.marker if typed else latin_letter(start))
            if after_text and start > 1 and typed and context.cursor.follows_text(typed.line_start):
                context.report(LIST_INSIDE_PARAGRAPH, typed.line_start, found=typed.marker)
        written.append(numbering.marker(number))
        yield from _iter_item(item, written[-1], context, inner)
    changed = renumbered([marker.marker if marker else None for marker in found], written)
    if changed is not None and (marker := found[changed]):
        context.report(LIST_RENUMBERED, marker.line_start, found=marker.marker, written=written[changed])


def _iter_item(item: list[Node], marker: str, context: FieldContext, setting: Setting) -> Iterator[Block]:
    blocks = iter(_iter_blocks(item, context, setting))
    first = next(blocks, None)
    if isinstance(first, ListItem) and not first.marker and first.depth == setting.depth:
        yield replace(first, marker=marker)
    else:
        yield ListItem(marker, (), setting.depth)
        if first is not None:
            yield first
    yield from blocks


def _first_word(item: list[Node]) -> str:
    """The word with which the text of a list item starts; empty if the item starts with something else."""
    nodes: list[Node] = item[0]["c"] if item and item[0]["t"] in {"Plain", "Para"} else []
    while nodes:
        kind, content = nodes[0]["t"], nodes[0].get("c", [])
        if kind == "Str":
            return decode(content)
        nodes = content if kind in {"Emph", "Strong", "Strikeout"} else content[1] if kind == "Link" else []
    return ""


def _iter_definitions(content: list[Any], context: FieldContext, setting: Setting) -> Iterator[Block]:
    """A term as a paragraph in bold, then its explanations as ordinary paragraphs."""
    inner = setting.deeper()
    for term, explanations in content:
        yield _paragraph(read_inlines(term, context, Mark.BOLD), setting)
        for explanation in explanations:
            yield from _iter_blocks(explanation, context, inner)


def _iter_table(content: list[Any], context: FieldContext, setting: Setting) -> Iterator[Block]:
    if context.inside_note:
        _report_nested(context, "bảng", "a table", "cước chú", "a footnote")
        return
    if setting.inside_cell:
        _report_nested(context, "bảng", "a table", "ô của bảng khác", "a cell of another table")
        return
    inner = setting.deeper(depth=0, bullets=0, inside_cell=True)

    def read_cell(nodes: list[Node], role: Role) -> Blocks:
        return tuple(_iter_blocks(nodes, context, replace(inner, role=role)))

    yield read_table(content, context, read_cell)


def _report_nested(context: FieldContext, what: str, what_en: str, where: str, where_en: str) -> None:
    context.report(NESTED_BLOCK, what=what, what_en=what_en, where=where, where_en=where_en)


def _iter_unwanted(kind: str, content: Any, context: FieldContext, setting: Setting) -> Iterator[Block]:  # noqa: ANN401
    """Headings, rules, verbatim blocks and raw HTML: each is reported, and the words are kept."""
    match kind:
        case "Header":
            inlines = read_inlines(content[2], context, Mark.BOLD)
            context.report(HEADING, found=plain_text(inlines))
            yield _paragraph(inlines, setting)
            yield from _allowed_figures(context)
            context.loose_figures = []
        case "HorizontalRule":
            context.report(HORIZONTAL_RULE, context.cursor.find(_RULE_LINE))
        case "CodeBlock":
            first_line = next((line for line in content[1].split("\n") if line.strip()), "")
            context.report(CODE_BLOCK, context.cursor.find(re.escape(decode(first_line))))
            yield _paragraph(_verbatim(content[1], Mark.CODE), setting)
        case "RawBlock":
            first_line = content[1].split("\n")[0]
            context.report(RAW_HTML, context.cursor.find(re.escape(decode(first_line))), found=decode(first_line))
            yield _paragraph(_verbatim(content[1], Mark(0)), setting)
        case _:
            context.report(UNSUPPORTED_SYNTAX, name=kind)


def _verbatim(value: str, marks: Mark) -> Inlines:
    inlines: list[Text | LineBreak] = []
    for number, line in enumerate(decode(value).split("\n")):
        inlines += [LineBreak()] if number else []
        inlines += [Text(line, marks)] if line else []
    return tuple(inlines)
