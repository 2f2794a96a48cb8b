"""What has been recognised so far of a file: elements with their paragraphs, so that nothing is claimed twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.recognise_lines import Line, recognised
from reportgen.decree30.seen import SeenParagraph


class Claims:
    """Collects the elements of one part of a file."""

    def __init__(self, part: int) -> None:
        self.part = part
        self.found: list[Recognised] = []
        self._places: list[tuple[int, int]] = []
        self._claimed: set[int] = set()
        self._left: dict[int, SeenParagraph] = {}

    def add(self, element: Element, paragraphs: Iterable[SeenParagraph], confidence: float) -> None:
        """Claim whole paragraphs for an element; without any, nothing is claimed."""
        given = tuple(paragraphs)
        if given:
            self.found.append(Recognised(element, given, confidence, self.part))
            self._places.append((given[0].index, 0))
            self._claimed.update(paragraph.index for paragraph in given)

    def add_lines(self, element: Element, lines: Sequence[Line], confidence: float) -> None:
        """Claim lines for an element, as pieces of their paragraphs where these hold more."""
        if lines:
            self.found.append(recognised(element, lines, confidence, self.part))
            self._places.append((lines[0].paragraph.index, lines[0].start))
            self._claimed.update(line.paragraph.index for line in lines)

    def leave(self, lines: Iterable[Line]) -> None:
        """Take note of lines that are no element, though their paragraphs may hold other lines that are."""
        for line in lines:
            self._left[line.paragraph.index] = line.paragraph

    def has(self, paragraph: SeenParagraph) -> bool:
        """Say whether an element claims the paragraph or a piece of it."""
        return paragraph.index in self._claimed

    def first(self, element: Element) -> Recognised | None:
        """Return the first claim of an element."""
        return next((found for found in self.found if found.element is element), None)

    def ordered(self) -> list[Recognised]:
        """Return what has been claimed in the order of the text."""
        order = sorted(range(len(self.found)), key=lambda at: self._places[at])
        return [self.found[at] for at in order]

    def unrecognised(self, paragraphs: Iterable[SeenParagraph]) -> list[SeenParagraph]:
        """Return the paragraphs with text that no element claims, and those with a line that none claims."""
        return [
            paragraph
            for paragraph in paragraphs
            if paragraph.text.strip() and (paragraph.index in self._left or paragraph.index not in self._claimed)
        ]
