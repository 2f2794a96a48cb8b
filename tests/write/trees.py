"""Hypothesis strategies for document trees with hostile text, and the text that a reader would see of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from hypothesis import strategies as st

from reportgen.document import (
    PLAIN,
    Block,
    Cell,
    Column,
    Footnote,
    Heading,
    Inline,
    Landscape,
    LineBreak,
    ListItem,
    Mark,
    Missing,
    Paragraph,
    Role,
    Row,
    Table,
    Text,
    TextControl,
)

_SNIPPETS = st.sampled_from(
    [
        "{{ x }}", "{% raw %}", "{{p noi_dung }}", "<w:p>", "&amp;", "&", "<", ">", "]]>", '"', "'", "\\", "%s", "$1",
        "Cộng hòa", unicodedata.normalize("NFD", "Nguyễn Thị Hường đã ký"), "ỦY BAN", "đ", "😀",
        "\u00a0", "\u200b", "x" * 300,
        "749/QĐ-TTg", "86,97%", " hai  dấu cách ", "=cmd()", "\u2028",
    ]
)  # fmt: skip
_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"))
texts = st.one_of(_SNIPPETS, st.text(_CHARACTERS, min_size=1, max_size=30)).filter(lambda value: "\n" not in value)
marks = st.lists(st.sampled_from(list(Mark)), max_size=2).map(lambda found: PLAIN if not found else found[0])
plain_inlines: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, texts, marks), st.builds(Text, texts), st.just(LineBreak()), st.builds(Missing, texts)
)
notes = st.builds(
    lambda inlines: Footnote((Paragraph(Role.BODY, tuple(inlines)),)), st.lists(plain_inlines, min_size=1, max_size=2)
)
controls = st.builds(TextControl, tag=texts, title=texts, prompt=texts, multiline=st.booleans())
inlines = st.lists(st.one_of(plain_inlines, notes, controls), min_size=1, max_size=4).map(tuple)
paragraphs = st.builds(Paragraph, st.sampled_from([Role.BODY, Role.QUOTE, Role.RECITAL, Role.CAPTION]), inlines)
headings = st.builds(Heading, st.sampled_from([1, 2, 3]), st.sampled_from(["I.", "1.", "đ)", ""]), inlines)
items = st.builds(ListItem, st.sampled_from(["-", "+", "1.", ""]), inlines, st.integers(1, 3))
_simple: st.SearchStrategy[Block] = st.one_of(paragraphs, headings, items)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table whose cells may span columns and rows."""
    width = draw(st.integers(1, 4))
    columns = tuple(Column(draw(st.integers(1, 5)), draw(st.sampled_from(["left", "right"]))) for _ in range(width))
    rows = []
    for _ in range(draw(st.integers(1, 3))):
        cells, left = [], width
        while left:
            span = draw(st.integers(1, left))
            blocks = draw(st.lists(_simple, max_size=2))
            cells.append(Cell(tuple(blocks), columns=span))
            left -= span
        rows.append(Row(tuple(cells)))
    head = Row(tuple(Cell((Paragraph(Role.TABLE_HEAD, (Text(draw(texts)),)),)) for _ in range(width)))
    return Table(columns, (head,), tuple(rows))


blocks = st.lists(
    st.one_of(_simple, tables(), st.builds(lambda found: Landscape(tuple(found)), st.lists(_simple, max_size=2))),
    min_size=1,
    max_size=5,
).map(tuple)


def visible(found: Iterable[Inline]) -> str:
    """The text of inlines as a reader of the file sees it in the line, notes left out."""
    parts = []
    for inline in found:
        match inline:
            case Text(text):
                parts.append(unicodedata.normalize("NFC", text))
            case LineBreak():
                parts.append("\n")
            case Missing(what):
                parts.append(f"[Thiếu: {unicodedata.normalize('NFC', what)}]")
            case TextControl(prompt=prompt):
                parts.append(unicodedata.normalize("NFC", prompt))
            case _:
                pass
    return "".join(parts)
