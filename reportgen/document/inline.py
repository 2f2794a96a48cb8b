"""Inline nodes: what a paragraph is made of. Frozen, closed: a new kind of content is a new class here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from reportgen.document.block import Block


class Mark(Flag):
    """Emphasis inside running text; `Mark(0)` is none. Marks combine with `|`."""

    BOLD = auto()
    ITALIC = auto()
    UNDERLINE = auto()
    STRIKE = auto()
    SUPERSCRIPT = auto()
    SUBSCRIPT = auto()
    CODE = auto()


PLAIN = Mark(0)


@dataclass(frozen=True, slots=True)
class Text:
    """Characters with their emphasis. The text is NFC and holds neither line breaks nor control characters."""

    text: str
    marks: Mark = PLAIN


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside the same paragraph."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A jump to the next tab stop of the paragraph's style."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A visible mark in a draft where required content is not given yet; `what` names it in Vietnamese."""

    what: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Open room of about `spaces` characters that is left for the registry to fill (a number, a day)."""

    spaces: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note called at this point; the writer numbers it."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an `http`, `https` or `mailto` address."""

    inlines: tuple[Inline, ...]
    url: str


@dataclass(frozen=True, slots=True)
class TextControl:
    """A content control in the line: a place that a reader of the Word file fills in.

    `tag` is stable and unique in the document (the key of the input field), `title` is shown on the control's frame,
    `prompt` stands in it until something is typed. With `multiline`, the Enter key makes a new line.
    """

    tag: str
    title: str
    prompt: str
    multiline: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A live reference to the heading or caption that bears `anchor`: its number ("Bảng 3", "2.1") or its page.

    The writer takes the words from what is referred to, so that they cannot disagree with it.
    """

    anchor: str
    shown: Literal["number", "page"] = "number"


Inline: TypeAlias = Text | LineBreak | Tab | Missing | Blank | Footnote | Link | TextControl | Reference
Inlines: TypeAlias = tuple[Inline, ...]


def text(value: str, marks: Mark = PLAIN) -> Inlines:
    """Return `value` as inlines: its line feeds become line breaks; an empty string gives no inline."""
    inlines: list[Inline] = []
    for number, line in enumerate(value.split("\n")):
        if number:
            inlines.append(LineBreak())
        if line:
            inlines.append(Text(line, marks))
    return tuple(inlines)
