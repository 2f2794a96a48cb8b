"""Lists of contents, tables and figures as HTML: links to what they list."""

from __future__ import annotations

from reportgen.document import (
    Contents,
    Heading,
)
from reportgen.write.anchors import Target
from reportgen.write.entry_words import entry_words
from reportgen.write.html_context import HtmlContext, safe_text
from reportgen.write.html_inlines import html_inlines

CONTENTS_ID = "w-muc-luc"
_NAMES = {"headings": "Mục lục", "Bảng": "Danh mục bảng", "Hình": "Danh mục hình"}
_EMPTY = {"headings": "Không có đề mục nào.", "Bảng": "Không có bảng nào.", "Hình": "Không có hình nào."}


def html_contents(contents: Contents, context: HtmlContext) -> str:
    """Return the list that `contents` asks for; the first list of headings bears `CONTENTS_ID`."""
    identity = ""
    if contents.of == "headings" and not context.has_contents:
        context.has_contents = True
        identity = f' id="{CONTENTS_ID}"'
    targets = context.anchors.listed_in(contents)
    lines = "".join(_line(target, context) for target in targets)
    listed = f"<ul>{lines}</ul>" if targets else f"<p>{_EMPTY[contents.of]}</p>"
    return f'<nav class="contents"{identity} aria-label="{_NAMES[contents.of]}">{listed}</nav>'


def _line(target: Target, context: HtmlContext) -> str:
    block = target.block
    words = html_inlines(
        entry_words(block.inlines, lambda reference: context.anchors.named(reference.anchor).label), context
    )
    if isinstance(block, Heading):
        level, label = f' class="level-{block.level}"', f"{block.label} " if block.label else ""
    else:
        level, label = "", f"{target.label}{'. ' if words else ''}"
    return f'<li{level}><a href="#{context.id_of(target)}">{safe_text(label)}{words}</a></li>'
