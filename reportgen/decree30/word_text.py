"""The text of a paragraph as displayed: runs in their looks, fields as results, deletions left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from reportgen.decree30.seen import SeenRun
from reportgen.decree30.word_formatting import Formatting
from reportgen.decree30.word_pages import MARK, PageCounter
from reportgen.decree30.word_values import symbol
from reportgen.write.xml_parts import NAMESPACES, w

_TEXT_BOX = w("txbxContent")
_SKIPPED = {w("del"), w("moveFrom"), w("rPr"), w("pPr"), w("instrText"), w("delText"), _TEXT_BOX}
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_RAISED: dict[str | None, Literal["superscript", "subscript"]] = {
    "superscript": "superscript",
    "subscript": "subscript",
}


@dataclass(slots=True)
class FieldState:
    """Where a complex field stands while its runs are read: they may go on over several paragraphs."""

    depth: int = 0
    results: list[bool] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether what is read now is a field's instruction, not its result."""
        return any(not result for result in self.results)

    def take(self, kind: str | None) -> None:
        """Take note of a field's beginning, the beginning of its result, or its end."""
        if kind == "begin":
            self.results.append(False)
        elif kind == "separate" and self.results:
            self.results[-1] = True
        elif kind == "end" and self.results:
            self.results.pop()


@dataclass(slots=True)
class ParagraphText:
    """What reading a paragraph gives beside its runs; `pages` goes on from one paragraph to the next."""

    pages: PageCounter
    runs: list[SeenRun] = field(default_factory=list)
    has_page_break: bool = False
    breaks_before_text: bool = False
    breaks_after_text: bool = False
    has_picture: bool = False
    characters: int = 0
    """How many there are so far, hidden ones too."""


def read_runs(
    paragraph: etree._Element,
    formatting: Formatting,
    table_style: str | None,
    fields: FieldState,
    pages: PageCounter,
) -> ParagraphText:
    """Return the runs of `paragraph`; `fields` and `pages` go on from one paragraph to the next."""
    found = ParagraphText(pages)
    style = paragraph.find("w:pPr/w:pStyle", NAMESPACES)
    style_id = style.get(w("val")) if style is not None else None
    for run in _iter_runs(paragraph):
        _read_run(run, found, formatting, (style_id, table_style), fields)
    return found


def _iter_runs(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in _SKIPPED:
            continue
        if child.tag == w("r"):
            yield child
        elif child.tag == _ALTERNATE:
            choice = child.find(_CHOICE)
            if choice is not None:
                yield from _iter_runs(choice)
        elif isinstance(child.tag, str):
            yield from _iter_runs(child)


def _read_run(
    run: etree._Element,
    found: ParagraphText,
    formatting: Formatting,
    styles: tuple[str | None, str | None],
    fields: FieldState,
) -> None:
    look = formatting.text_look(run.find("w:rPr", NAMESPACES), *styles)
    text = ""
    for child in run:
        if child.tag == w("fldChar"):
            fields.take(child.get(w("fldCharType")))
        elif not fields.in_instruction:
            piece = _piece(child, found)
            if piece.strip():
                if found.breaks_after_text:
                    found.breaks_before_text, found.breaks_after_text = True, False
                found.pages.take_text()
            text += piece
            found.characters += len(piece)
    if not text:
        return
    shown = text.upper() if look.all_capitals else text
    found.runs.append(
        SeenRun(
            text=shown,
            font=look.font,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline=look.underline,
            color=look.color,
            is_hidden=look.hidden,
            raised=_RAISED.get(look.vertical),
        )
    )


def _piece(child: etree._Element, found: ParagraphText) -> str:
    if child.tag == w("t"):
        return child.text or ""
    if child.tag == w("br"):
        if child.get(w("type")) == "page":
            found.has_page_break = found.breaks_after_text = True
            found.pages.take_break(found.characters)
            return ""
        return "\n"
    if child.tag in {w("drawing"), w("pict"), w("object"), _ALTERNATE}:
        found.has_picture = True
        found.pages.take_text()
        return ""
    if child.tag == MARK:
        found.pages.take_mark(found.characters)
        return ""
    if child.tag == w("sym"):
        return symbol(child.get(w("char")))
    return {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}.get(str(child.tag), "")
