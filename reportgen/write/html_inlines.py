"""Inline nodes of the document tree as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never
from urllib.parse import quote, urlsplit

from reportgen.document import (
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
from reportgen.write.html_context import HtmlContext, safe_text

_SCHEMES = {"http", "https", "mailto"}
_URL_SAFE = ":/?#[]@!$&'()*+,;=%-._~"
_ELEMENTS = (
    (Mark.CODE, "code"),
    (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"),
    (Mark.STRIKE, "s"),
    (Mark.UNDERLINE, "u"),
    (Mark.ITALIC, "em"),
    (Mark.BOLD, "strong"),
)
_NO_BREAK_SPACE = "\u00a0"


def html_inlines(inlines: Iterable[Inline], context: HtmlContext) -> str:
    """Return the markup of `inlines`, in order.

    Raises:
        ValueError: a reference leads to an anchor that nothing bears.
        TypeError: a footnote holds a footnote, or something that is neither text nor list.
    """
    return "".join(_one(inline, context) for inline in inlines)


def _one(inline: Inline, context: HtmlContext) -> str:
    match inline:
        case Text(text, marks):
            markup = safe_text(text)
            for mark, element in _ELEMENTS:
                if mark in marks:
                    markup = f"<{element}>{markup}</{element}>"
            return markup
        case LineBreak():
            return "<br>"
        case Tab():
            return "&emsp;"
        case Missing(what):
            return f'<mark class="missing">[Thiếu: {safe_text(what)}]</mark>'
        case Blank(spaces):
            return _NO_BREAK_SPACE * spaces
        case Footnote():
            return _note_reference(inline, context)
        case Link(inlines, url):
            return _link(html_inlines(inlines, context), url)
        case TextControl(_, title, prompt):
            return f'<span class="prompt" title="{safe_text(title)}">{safe_text(prompt)}</span>'
        case Reference(anchor):
            # A web page has no pages: both kinds of reference show the number.
            target = context.anchors.named(anchor)
            return f'<a href="#{context.id_of(target)}">{safe_text(target.label)}</a>'
        case _:
            assert_never(inline)


def _link(words: str, url: str) -> str:
    """A link, or its words alone if it leads anywhere but to a web page or a mailbox."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return words
    if scheme not in _SCHEMES:
        return words
    return f'<a href="{safe_text(quote(url, safe=_URL_SAFE))}" rel="noopener noreferrer">{words}</a>'


def _note_reference(note: Footnote, context: HtmlContext) -> str:
    from reportgen.write.html_blocks import note_paragraphs  # noqa: PLC0415  a note holds paragraphs, and they notes

    if context.in_note:
        message = "a footnote cannot hold a footnote"
        raise TypeError(message)
    context.notes.append("")
    number = len(context.notes)
    context.in_note = True
    paragraphs = note_paragraphs(note.blocks, context)
    context.in_note = False
    back = f' <a class="back" href="#w-goi-{number}" aria-label="Trở lại chỗ có chú thích {number}">↩</a>'
    content = "<br>".join(paragraphs)
    context.notes[number - 1] = f'<li id="w-chu-thich-{number}">{content}{back}</li>'
    return (
        f'<sup class="note"><a id="w-goi-{number}" href="#w-chu-thich-{number}" '
        f'aria-label="Chú thích {number}">{number}</a></sup>'
    )
