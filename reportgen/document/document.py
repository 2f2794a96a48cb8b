"""The whole document: the content for each of the template's tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.document.block import Block
from reportgen.document.inline import Inline


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be written.

    `template` names the shipped template; `inline_slots` and `block_slots` hold the content for each of its tags
    (text tags and whole-paragraph tags), an empty tuple where an optional element is absent. `title`, `subject` and
    `author` go into the file's properties; `day` is the date that they carry, so that no clock is read.
    """

    template: str
    title: str
    inline_slots: Mapping[str, tuple[Inline, ...]]
    block_slots: Mapping[str, tuple[Block, ...]]
    author: str = ""
    subject: str = ""
    day: date | None = None
