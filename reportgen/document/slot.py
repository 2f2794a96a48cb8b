"""Slots: places in a text where the letters of a run differ, marked by characters that no text may hold.

A slot is written into the texts of an input before it is composed, so that it passes through Markdown, headings,
tables and titles as the text that it stands for would.
"""

from __future__ import annotations

SLOT_START, SLOT_END = "\U0001fffe", "\U0001ffff"
"""Noncharacters of Unicode: XML and YAML can hold them, but no text that people exchange does.

Those from U+FDD0 on are taken: the Markdown converter marks its own things with them.
"""


def slot(name: str) -> str:
    """Return the mark of slot `name`."""
    return f"{SLOT_START}{name}{SLOT_END}"


def record_slot(name: str, cell: int) -> str:
    """Return the mark of the value at index `cell` of each record of list `name`, in a row that is repeated."""
    return f"{SLOT_START}{name}/{cell}{SLOT_END}"
