"""Where a test has put a fault, and so where the checker has to tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reportgen.decree30.finding import Finding
from reportgen.decree30.seen import Story
from reportgen.write.xml_parts import DOCUMENT_PART
from tests.decree30.editable import Editable


@dataclass(frozen=True, slots=True)
class Placed:
    """At one of some paragraphs of the body, at the head of a section (from 0), in the headers or the footers.

    With none of these the fault is the whole file's: something is nowhere in it. Several paragraphs contradict each
    other, and the checker may tell it at whichever it reads second.
    """

    paragraphs: tuple[etree._Element, ...] = ()
    section: int | None = None
    story: Story | None = None

    def is_of(self, finding: Finding, spoilt: Editable) -> bool:
        """Say whether `finding` is told at this place of the document."""
        paragraph, span = finding.paragraph, finding.span
        if self.story is not None:
            return paragraph is not None and paragraph.story is self.story
        if self.section is not None:
            return paragraph is not None and paragraph.section == self.section + 1
        if not self.paragraphs:
            return paragraph is None
        places = {spoilt.index_of(one) for one in self.paragraphs}
        return span is not None and span.part == DOCUMENT_PART and span.paragraph in places


WHOLE_FILE = Placed()


def at(*paragraphs: etree._Element) -> Placed:
    """Return the place that is one of `paragraphs`."""
    return Placed(paragraphs)
