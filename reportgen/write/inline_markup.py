"""Inline nodes of the document tree as runs of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never
from urllib.parse import quote

from reportgen.document import (
    PLAIN,
    Blank,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Mark,
    Missing,
    Reference,
    Role,
    Tab,
    Text,
    TextControl,
    TextRole,
)
from reportgen.write.context import WriteContext
from reportgen.write.markup import NO_BREAK_SPACE, control, field, paragraph, run, run_properties, text_run

_URL_SAFE = ":/?#[]@!$&'()*+,;=%-._~"


def inline_markup(inlines: Iterable[Inline], context: WriteContext) -> str:
    """Return the runs of `inlines`, in order."""
    return "".join(_one(inline, context) for inline in inlines)


def _one(inline: Inline, context: WriteContext) -> str:
    match inline:
        case Text(text, marks):
            if marks is PLAIN:
                return text_run(text)
            style = context.styles.id_of(TextRole.CODE) if Mark.CODE in marks else None
            return text_run(text, run_properties(marks, style))
        case LineBreak():
            return run("<w:br/>")
        case Tab():
            return run("<w:tab/>")
        case Blank(spaces):
            return text_run(NO_BREAK_SPACE * spaces)
        case Missing(what):
            return text_run(f"[Thiếu: {what}]", run_properties(Mark(0), context.styles.id_of(TextRole.MISSING)))
        case Footnote():
            return _footnote_reference(inline, context)
        case Link(inlines, url):
            # A field needs no relationship, so it serves in footnotes and headers as well.
            return field(f'HYPERLINK "{quote(url, safe=_URL_SAFE)}"', inline_markup(inlines, context))
        case Reference():
            return _reference(inline, context)
        case TextControl():
            return _text_control(inline, context)
        case _:
            assert_never(inline)


def _reference(reference: Reference, context: WriteContext) -> str:
    target = context.anchors.named(reference.anchor)
    if reference.shown == "page":
        return field(f"PAGEREF {target.referred} \\h", text_run(context.anchors.page(target.referred)))
    return field(f"REF {target.referred} \\h", text_run(target.label))


def _text_control(inline: TextControl, context: WriteContext) -> str:
    prompt = text_run(inline.prompt, run_properties(Mark(0), context.styles.id_of(TextRole.PROMPT)))
    kind = '<w:text w:multiLine="1"/>' if inline.multiline else "<w:text/>"
    return control(prompt, tag=inline.tag, title=inline.title, number=context.next_id(), kind=kind)


def _footnote_reference(note: Footnote, context: WriteContext) -> str:
    from reportgen.write.block_markup import note_paragraphs  # noqa: PLC0415  a note holds paragraphs, and they notes

    if context.in_note:
        message = "a footnote cannot hold a footnote"
        raise TypeError(message)
    number = context.open_note()
    reference = run_properties(Mark(0), context.styles.id_of(TextRole.FOOTNOTE_REFERENCE))
    opening = run("<w:footnoteRef/>", reference) + text_run(" ")
    context.in_note = True
    paragraphs = note_paragraphs(note.blocks, context) or [""]
    context.in_note = False
    style = context.styles.id_of(Role.FOOTNOTE)
    content = "".join(
        paragraph(style, (opening if index == 0 else "") + inlines) for index, inlines in enumerate(paragraphs)
    )
    context.footnotes[-1] = f'<w:footnote w:id="{number}">{content}</w:footnote>'
    return run(f'<w:footnoteReference w:id="{number}"/>', reference)
