"""What lists and references of a document point at: its headings and captions, with the bookmarks that they bear.

Bookmarks are named in the order of the text, as Word names its own: `_Toc…` is what a list of contents leads to,
`_Ref…` what a reference shows. Only what is listed or referred to bears one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.document import (
    Appendix,
    Block,
    Caption,
    Contents,
    Figure,
    Frame,
    Heading,
    Inlines,
    Landscape,
    LineBreak,
    Link,
    Paragraph,
    Table,
    Text,
)

UNKNOWN_PAGE = "?"
"""Stands for a page number until the pages are known."""

_FIRST_NAME = 100_000_001


@dataclass(frozen=True, slots=True)
class Target:
    """A heading or caption in its place.

    `label` is what a reference shows of it ("Bảng 3", "2.1"; a heading without a number: its words). `listed` and
    `referred` are the names of the bookmarks around the whole line and around the label, empty without one.
    """

    block: Heading | Caption
    label: str
    listed: str
    referred: str


class Anchors:
    """The targets of one document for one writing, and the pages that they stand on, once those are known."""

    def __init__(self, blocks: Iterable[Block] = (), pages: Mapping[str, int] | None = None) -> None:
        """Find the targets in `blocks`, in reading order; `pages` gives the page of each bookmark.

        Raises:
            ValueError: two headings or captions bear the same anchor.
        """
        self._pages = pages
        self._by_anchor: dict[str, Target] = {}
        # The same object may stand in several places: its targets are taken in order.
        self._waiting: defaultdict[int, deque[Target]] = defaultdict(deque)
        self.targets: list[Target] = []
        self.shows_pages = False
        """Whether any page number has been written."""
        # Bookmarks of appendices, whose pages are numbered anew: where they lie says nothing of their numbers.
        self._numbered_anew: set[str] = set()
        found, lists, until_appendix = _find(blocks)
        for at, block in enumerate(found):
            self._add(block, _is_listed(block, lists), numbered_anew=at >= until_appendix)

    def _add(self, block: Heading | Caption, listed: bool, *, numbered_anew: bool) -> None:
        if not (listed or block.anchor):
            return
        number = _FIRST_NAME + len(self.targets)
        target = Target(
            block,
            _label(block),
            listed=f"_Toc{number}" if listed else "",
            referred=f"_Ref{number}" if block.anchor else "",
        )
        self.targets.append(target)
        if numbered_anew:
            self._numbered_anew.update((target.listed, target.referred))
        self._waiting[id(block)].append(target)
        if block.anchor:
            if block.anchor in self._by_anchor:
                message = f"the anchor {block.anchor!r} stands twice in the document"
                raise ValueError(message)
            self._by_anchor[block.anchor] = target

    def take(self, block: Heading | Caption) -> Target | None:
        """Return the target that `block`, which is being written, is; `None` if nothing leads to it."""
        waiting = self._waiting.get(id(block))
        return waiting.popleft() if waiting else None

    def named(self, anchor: str) -> Target:
        """Return the target that bears `anchor`. Raises `ValueError` if none does."""
        if anchor not in self._by_anchor:
            message = f"no heading or caption of the document bears the anchor {anchor!r}"
            raise ValueError(message)
        return self._by_anchor[anchor]

    def listed_in(self, contents: Contents) -> list[Target]:
        """Return what `contents` lists, in order."""
        return [target for target in self.targets if _is_listed(target.block, (contents,))]

    def page(self, bookmark: str) -> str:
        """Return the page of `bookmark` as it is printed, `UNKNOWN_PAGE` as long as no pages are known.

        Raises `ValueError` when there are pages, but not this one (they are another document's), or it is one of an
        appendix.
        """
        self.shows_pages = True
        if self._pages is None:
            return UNKNOWN_PAGE
        if bookmark not in self._pages:
            message = f"the pages that were read lack the bookmark {bookmark!r}"
            raise ValueError(message)
        if bookmark in self._numbered_anew:
            message = f"the bookmark {bookmark!r} is in an appendix, whose pages begin again at 1"
            raise ValueError(message)
        return str(self._pages[bookmark])


def _is_listed(block: Heading | Caption, lists: Iterable[Contents]) -> bool:
    if isinstance(block, Heading):
        return any(one.of == "headings" and block.level <= one.depth for one in lists)
    return block.number is not None and any(one.of == block.label for one in lists)


def _label(block: Heading | Caption) -> str:
    if isinstance(block, Caption):
        return block.numbered_label or plain_words(block.inlines)
    return split_label(block.label)[0] or plain_words(block.inlines)


def split_label(label: str) -> tuple[str, str]:
    """Return the number of a heading and the punctuation behind it: "2.1." gives "2.1" and "."."""
    number = label.rstrip(".):")
    return number, label[len(number) :]


def plain_words(inlines: Inlines) -> str:
    """Return the words of `inlines` in one line, without notes."""
    parts = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append(text)
            case Link(inner, _):
                parts.append(plain_words(inner))
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)


def _find(blocks: Iterable[Block]) -> tuple[list[Heading | Caption], list[Contents], int]:
    """Return the headings and captions below `blocks`, in the order in which they are written, and the lists.

    The third is how many of the first stand before any appendix.
    """
    targets: list[Heading | Caption] = []
    lists: list[Contents] = []
    appendices: list[int] = []

    def walk(found: Iterable[Block]) -> None:
        for block in found:
            match block:
                case Paragraph():
                    pass
                case Heading():
                    targets.append(block)
                case Contents():
                    lists.append(block)
                case Table():
                    targets.extend(filter(None, (block.caption,)))
                    for row in (*block.head, *block.body):
                        for cell in row.cells:
                            walk(cell.blocks)
                case Figure():
                    targets.extend(filter(None, (block.caption,)))
                case Frame(left, right):
                    walk(left)
                    walk(right)
                case Landscape(inner):
                    walk(inner)
                case Appendix(heading, inner):
                    appendices.append(len(targets))
                    walk(heading)
                    walk(inner)
                case _:
                    pass

    walk(blocks)
    return targets, lists, appendices[0] if appendices else len(targets)
