"""WordprocessingML as lint rules see it: stories, and what belongs to which."""

from collections.abc import Iterator

from lxml import etree

from tests.ooxml.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_STORY_PARTS = {f"{W}{tag}" for tag in ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")}
_STORIES = {f"{W}{tag}" for tag in ("body", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")}


def story_parts(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold running text: the document, headers, footers, notes and comments."""
    return ((name, root) for name, root in package.trees() if root.tag in _STORY_PARTS)


def stories(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """Each flow of text by itself, with its part's name: a note and a text box are flows of their own."""
    for name, root in story_parts(package):
        for story in root.iter(*_STORIES):
            yield name, story


def own(owner: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The descendants with a tag of `tags` that are the owner's and not those of a story, table or row inside it."""
    kind = _STORIES if owner.tag in _STORIES else {owner.tag}
    for element in owner.iter(*tags):
        if element is not owner and next(a for a in element.iterancestors() if a.tag in kind) is owner:
            yield element


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """A `w:` attribute of an element that may be missing."""
    return None if element is None else element.get(f"{W}{attribute}")


def path(element: etree._Element) -> str:
    """Where an element stands, as XPath with prefixes."""
    return element.getroottree().getpath(element)
