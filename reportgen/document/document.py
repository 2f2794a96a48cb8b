"""The whole document: the content for each of the template's tags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.document.block import Block
from reportgen.document.inline import Inline
from reportgen.document.template_tag import TemplateTag


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be written.

    `template` names the shipped template and `tags` what any template of this kind may hold. The slots hold the
    content for each text tag and each whole-paragraph tag, an empty tuple where an optional element is absent.
    `title`, `subject` and `author` go into the file's properties; `day` is the date that they carry, so that no
    clock is read.
    """

    template: str
    tags: tuple[TemplateTag, ...]
    title: str
    inline_slots: Mapping[str, tuple[Inline, ...]]
    block_slots: Mapping[str, tuple[Block, ...]]
    author: str = ""
    subject: str = ""
    day: date | None = None
