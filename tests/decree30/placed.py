"""Where a test has put a fault."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Placed:
    """At a paragraph of the body, somewhere in a section (from 0), or, with neither, anywhere in the file."""

    paragraph: etree._Element | None = None
    section: int | None = None


ANYWHERE = Placed()
