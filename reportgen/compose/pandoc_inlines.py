"""pandoc's inline nodes (its JSON) → inlines of the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias
from urllib.parse import unquote

from reportgen.compose.markdown_source import MAX_NESTING, SourceCursor, decode, place_at
from reportgen.document import (
    PLAIN,
    Blocks,
    Caption,
    Figure,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Mark,
    Picture,
    Text,
)
from reportgen.problems import Place, Problem, ProblemKind
from reportgen.problems.text import (
    CONTROL_CHARACTER,
    LINK_SCHEME,
    NESTED_BLOCK,
    PICTURE_INSIDE_TEXT,
    PICTURE_PATH,
    PICTURE_WITHOUT_TEXT,
    RAW_HTML,
    UNDEFINED_NOTE,
    UNSUPPORTED_SYNTAX,
)
from reportgen.vietnamese.unicode_forms import compose, find_forbidden_characters

Node: TypeAlias = dict[str, Any]
PictureLoader: TypeAlias = Callable[[str], Picture | Problem]
"""Gives the picture at a relative path that was written in the Markdown, or the problem with it."""

_MARKS = {
    "Emph": Mark.ITALIC,
    "Strong": Mark.BOLD,
    "Underline": Mark.UNDERLINE,
    "Strikeout": Mark.STRIKE,
    "Superscript": Mark.SUPERSCRIPT,
    "Subscript": Mark.SUBSCRIPT,
}
_HTML_NAMES = (
    "a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo|big|blink|blockquote|"
    "body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|"
    "dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|"
    "head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|"
    "math|menu|meta|meter|nav|nobr|noframes|noscript|object|ol|optgroup|option|output|p|param|picture|pre|"
    "progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|strong|style|"
    "sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|"
    "video|wbr"
)
# "<tên đơn vị>" and "a<b và c>d" are text: no HTML element, or no HTML attribute, is named so.
_HTML = re.compile(
    rf"</?(?:{_HTML_NAMES})(?:\s+[A-Za-z][\w:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?)*\s*/?>|<[!?]",
    re.IGNORECASE | re.ASCII,
)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s/]", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NOTE_CALL = re.compile(r"\[\^([^\[\]\s]+)\]")


class NestingTooDeepError(Exception):
    """Blocks or emphasis are nested deeper than a document can show; caught where the field is converted."""


@dataclass(slots=True)
class FieldContext:
    """What goes along while one field is read: its text, its place, and the problems and pictures met so far."""

    place: Place
    cursor: SourceCursor
    load_picture: PictureLoader
    read_note: Callable[[list[Node], FieldContext], Blocks]
    problems: list[Problem] = field(default_factory=list)
    loose_figures: list[Figure] = field(default_factory=list)
    inside_note: bool = False

    def report(self, kind: ProblemKind, offset: int | None = None, **values: object) -> None:
        """Note a problem at `offset` of the field's text, by default where the reading stands."""
        self.problems.append(kind.at(self.place_of(offset), **values))

    def place_of(self, offset: int | None = None) -> Place:
        """The place of `offset` in the input, by default of where the reading stands."""
        return place_at(self.cursor.text, self.cursor.offset if offset is None else offset, self.place)


def read_inlines(nodes: list[Node], context: FieldContext, marks: Mark = PLAIN) -> Inlines:
    """Return pandoc's inline `nodes` as inlines, all of them marked with `marks`; equal neighbours are one `Text`.

    A picture among them is appended to `context.loose_figures`, as a line of text cannot hold it.
    """
    return _join(_iter_inlines(nodes, context, marks, 0), context)


def plain_text(inlines: Iterable[Inline]) -> str:
    """Return the characters of `inlines` without their marks; a line break counts as a space, a note as nothing."""
    parts = []
    for inline in inlines:
        match inline:
            case Text():
                parts.append(inline.text)
            case LineBreak():
                parts.append(" ")
            case Link():
                parts.append(plain_text(inline.inlines))
            case _:
                pass
    return "".join(parts)


def read_figure(image: Node, context: FieldContext) -> Figure | None:
    """Return the figure of an `Image` node, or `None` after a problem with its path or its file.

    The description in square brackets is the caption, and the text for readers who cannot see the picture unless the
    Markdown gives that in quotes: `![Bản đồ](hinh/ban_do.png "Bản đồ 34 tỉnh, thành phố")`.
    """
    _, description, (url, title) = image["c"]
    caption = read_inlines(description, context)
    path = compose(unquote(url))
    context.cursor.pass_over(path)
    alt_text = decode(title).strip() or plain_text(caption).strip()
    if not alt_text:
        context.report(PICTURE_WITHOUT_TEXT, found=path)
    if not _is_relative_inside(path):
        context.report(PICTURE_PATH, found=path)
        return None
    loaded = context.load_picture(path)
    if isinstance(loaded, Problem):
        context.problems.append(replace(loaded, place=replace(context.place_of(), text=path)))
        return None
    return Figure(loaded, alt_text, Caption("Hình", 0, caption) if caption else None)


def is_html(raw: str) -> bool:
    """Say whether what pandoc took for raw HTML is a tag of HTML, a comment or the like; if not, it is text."""
    return _HTML.match(raw) is not None


def _is_relative_inside(path: str) -> bool:
    parts = re.split(r"[/\\]", path)
    return bool(path) and parts[0] != "" and ".." not in parts and _SCHEME.match(path) is None


def _iter_inlines(nodes: list[Node], context: FieldContext, marks: Mark, nesting: int) -> Iterator[Inline]:
    if nesting > MAX_NESTING:
        raise NestingTooDeepError
    for node in nodes:
        kind, content = node["t"], node.get("c", [])
        match kind:
            case "Str":
                context.cursor.pass_over(decode(content))
                yield Text(content, marks)
            case "Space" | "SoftBreak":
                yield Text(" ", marks)
            case "LineBreak":
                yield LineBreak()
            case "Code":
                context.cursor.pass_over(decode(content[1]))
                yield Text(content[1].replace("\n", " "), marks | Mark.CODE)
            case "RawInline":
                yield _read_raw(content[1], context, marks)
            case "Link":
                yield from _iter_link(content, context, marks, nesting)
            case "Image":
                _read_loose_picture(node, context)
            case "Note":
                yield from _iter_note(content, context)
            case _ if kind in _MARKS:
                yield from _iter_inlines(content, context, marks | _MARKS[kind], nesting + 1)
            case _:
                context.report(UNSUPPORTED_SYNTAX, name=kind)


def _read_raw(raw: str, context: FieldContext, marks: Mark) -> Inline:
    offset = context.cursor.find(re.escape(decode(raw)))
    if is_html(raw):
        context.report(RAW_HTML, offset, found=decode(" ".join(raw.split())))
    return Text(raw.replace("\n", " "), marks)


def _iter_link(content: list[Any], context: FieldContext, marks: Mark, nesting: int) -> Iterator[Inline]:
    _, label, (url, _) = content
    inlines = _join(_iter_inlines(label, context, marks, nesting + 1), context)
    context.cursor.pass_over(url)
    if not _LINK.match(url):
        context.report(LINK_SCHEME, found=decode(url))
        yield from inlines
    else:
        yield Link(inlines or (Text(compose(url)),), compose(url))


def _read_loose_picture(node: Node, context: FieldContext) -> None:
    figure = read_figure(node, context)
    if figure is not None:
        context.report(PICTURE_INSIDE_TEXT, found=compose(unquote(node["c"][2][0])))
        context.loose_figures.append(figure)


def _iter_note(content: list[Node], context: FieldContext) -> Iterator[Inline]:
    if context.inside_note:
        note, note_en = "cước chú", "a footnote"
        context.report(NESTED_BLOCK, what=note, what_en=note_en, where=note, where_en=note_en)
        return
    back = context.cursor.enter_note()
    outer_figures, context.loose_figures = context.loose_figures, []
    context.inside_note = True
    yield Footnote(context.read_note(content, context))
    context.inside_note = False
    context.loose_figures = outer_figures
    context.cursor.leave_note(back)


def _join(inlines: Iterable[Inline], context: FieldContext) -> Inlines:
    """Join neighbouring texts of the same marks and give back what was typed for the signs meant for pandoc."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and last.marks == inline.marks:
            joined[-1] = Text(last.text + inline.text, inline.marks)
        else:
            joined.append(inline)
    return tuple(
        _finish(inline, context) if isinstance(inline, Text) else inline
        for inline in joined
        if not (isinstance(inline, Text) and decode(inline.text) == "")
    )


def _finish(text: Text, context: FieldContext) -> Text:
    value = decode(text.text)
    forbidden = find_forbidden_characters(value)
    if forbidden:  # the typed text has none, so a reference such as "&#1;" made it
        context.report(CONTROL_CHARACTER, count=len(forbidden), found=f"U+{ord(forbidden[0][1]):04X}")
        value = value.translate({ord(character): "\ufffd" for _, character in forbidden})
    if Mark.CODE not in text.marks:
        for call in _NOTE_CALL.finditer(value):
            offset = re.search(rf"(?<!\\){re.escape(call[0])}", context.cursor.text)
            if offset is not None:
                context.report(UNDEFINED_NOTE, offset.start(), label=call[1])
    return Text(value, text.marks)
