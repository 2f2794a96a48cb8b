"""A document as one web page: complete in itself, without scripts, readable on a phone and on paper."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path

from reportgen.document import Chart, Document
from reportgen.write.anchors import Anchors, plain_words
from reportgen.write.html_blocks import html_blocks
from reportgen.write.html_contents import CONTENTS_ID
from reportgen.write.html_context import HtmlContext, SvgDrawer, safe_text
from reportgen.write.html_inlines import html_inlines

CONTENT_ID = "w-noi-dung"
_STYLE_SHEET = Path(__file__).with_name("html_page.css")
# Nothing is fetched and nothing runs, whatever a text may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def write_html(document: Document, *, draw_svg: SvgDrawer | None = None) -> bytes:
    """Return `document` as an HTML file in UTF-8.

    The inline slots come first, in the order of the document's tags, the one that is the document's title as the
    page's heading; then the block slots. Headings, tables and figures bear ids, to which lists and references lead;
    as a web page has no pages, references to pages show numbers. Charts are drawn by `draw_svg`, which is called
    with a chart and a width in centimetres and gives an SVG document. The same document gives the same bytes.

    Raises:
        ValueError: two headings or captions bear the same anchor, a reference leads nowhere, or a drawing is no SVG.
        TypeError: a footnote holds what it cannot hold, or there is a chart and no `draw_svg`.
    """
    slots = [document.block_slots.get(tag.name, ()) for tag in document.tags]
    context = HtmlContext(Anchors(chain.from_iterable(slots)), draw_svg or _no_charts)
    cover = _cover(document, context)
    content = "\n".join(html_blocks(blocks, context) for blocks in slots if blocks)
    return _page(document, cover, content, context).encode()


def _no_charts(chart: Chart, width_cm: float) -> str:
    message = "a document with charts needs `draw_svg`"
    raise TypeError(message)


def _cover(document: Document, context: HtmlContext) -> str:
    lines, has_title = [], False
    for tag in document.tags:
        inlines = document.inline_slots.get(tag.name, ())
        if not inlines:
            continue
        is_title = not has_title and plain_words(inlines) == document.title
        has_title = has_title or is_title
        element = "h1" if is_title else "p"
        name = safe_text(tag.name.replace("_", "-"))
        lines.append(f'<{element} class="{name}">{html_inlines(inlines, context)}</{element}>')
    if not has_title:
        lines.insert(0, f"<h1>{safe_text(document.title)}</h1>")
    return "\n".join(lines)


def _page(document: Document, cover: str, content: str, context: HtmlContext) -> str:
    notes = ""
    if context.notes:
        items = "\n".join(context.notes)
        notes = f'\n<section class="notes" aria-label="Chú thích">\n<ol>\n{items}\n</ol>\n</section>'
    to_contents = f'\n<a class="to-contents" href="#{CONTENTS_ID}">Mục lục</a>' if context.has_contents else ""
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{safe_text(document.title)}</title>
{_meta(document)}<style>
{_style()}</style>
</head>
<body>
<a class="skip" href="#{CONTENT_ID}">Đến nội dung</a>
<header class="cover">
{cover}
</header>
<main id="{CONTENT_ID}">
{content}{notes}
</main>{to_contents}
</body>
</html>
"""


def _meta(document: Document) -> str:
    values = {
        "author": document.author,
        "description": document.subject,
        "date": document.day.isoformat() if document.day else "",
    }
    return "".join(f'<meta name="{name}" content="{safe_text(value)}">\n' for name, value in values.items() if value)


@cache
def _style() -> str:
    return _STYLE_SHEET.read_text("utf-8")
