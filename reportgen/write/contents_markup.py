"""Lists of contents, tables and figures as Word's own fields, with their entries written out."""

from __future__ import annotations

from reportgen.document import (
    Caption,
    Contents,
    Reference,
    Role,
    text,
)
from reportgen.write.anchors import Target
from reportgen.write.context import WriteContext
from reportgen.write.entry_words import entry_words
from reportgen.write.inline_markup import inline_markup
from reportgen.write.markup import (
    FIELD_END,
    field,
    field_opening,
    hyperlink,
    paragraph,
    run,
    text_run,
)

_LEVELS = (Role.CONTENTS_1, Role.CONTENTS_2, Role.CONTENTS_3)
_EMPTY = {"headings": "Không có đề mục nào.", "Bảng": "Không có bảng nào.", "Hình": "Không có hình nào."}
# Neither spelling marks nor, in Word's web view, page numbers: as Word writes the entries itself.
_HIDDEN = "<w:rPr><w:noProof/><w:webHidden/></w:rPr>"


def contents_markup(contents: Contents, context: WriteContext) -> str:
    """Return the list as a field whose entries lead to the headings or captions and show their pages.

    It is what Word writes, so that Word's own "Update field" makes the same list anew.
    """
    targets = context.anchors.listed_in(contents)
    entries = [(_role(target), _entry(target, context)) for target in targets]
    if not entries:
        role = Role.CONTENTS_1 if contents.of == "headings" else Role.CAPTION_LIST
        entries = [(role, text_run(_EMPTY[contents.of]))]
    opening, written = field_opening(_instruction(contents)), ""
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{context.text_width}"/></w:tabs>'
    for role, entry in entries:
        written += paragraph(context.styles.id_of(role), opening + entry, tabs)
        opening = ""
    written += paragraph(context.styles.id_of(Role.SECTION_END), FIELD_END)
    return _gallery(written, context) if contents.of == "headings" else written


def _instruction(contents: Contents) -> str:
    if contents.of == "headings":
        return f'TOC \\o "1-{contents.depth}" \\h \\z \\u'
    return f'TOC \\h \\z \\c "{contents.of}"'


def _role(target: Target) -> Role:
    return Role.CAPTION_LIST if isinstance(target.block, Caption) else _LEVELS[target.block.level - 1]


def _entry(target: Target, context: WriteContext) -> str:
    block = target.block
    if isinstance(block, Caption):
        label = target.label + (". " if block.inlines else "")
    else:
        label = f"{block.label} " if block.label else ""
    page = field(f"PAGEREF {target.listed} \\h", text_run(context.anchors.page(target.listed), _HIDDEN), _HIDDEN)
    title = entry_words(block.inlines, lambda reference: _words_of(reference, context))
    words = inline_markup((*text(label), *title), context)
    return hyperlink(words + run("<w:tab/>", _HIDDEN) + page, target.listed)


def _words_of(reference: Reference, context: WriteContext) -> str:
    target = context.anchors.named(reference.anchor)
    return target.label if reference.shown == "number" else context.anchors.page(target.referred)


def _gallery(content: str, context: WriteContext) -> str:
    """Put the list into the control with which Word offers to update it."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{context.next_id()}"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
