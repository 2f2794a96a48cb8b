"""Names and ids that may occur only once in a Word file: bookmarks, drawings, content controls, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w

_LONGEST_BOOKMARK = 40
_DRAWINGS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr",
)
_PARAGRAPH_IDS = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")
)


def rename_bookmarks(body: etree._Element, roots: Iterable[etree._Element], taken: set[str], number: int) -> None:
    """Give the bookmarks of `body` names that are not `taken`, and refer to them so below `roots`; `taken` grows.

    `number` is that of the file, which goes into the new names.
    """
    renamed: dict[str, str] = {}
    for bookmark in body.iter(w("bookmarkStart")):
        name = bookmark.get(w("name"), "")
        if name.casefold() in taken:
            suffix = f"_{number}"
            renamed[name] = name[: _LONGEST_BOOKMARK - len(suffix)] + suffix
            bookmark.set(w("name"), renamed[name])
        taken.add(bookmark.get(w("name"), "").casefold())
    if renamed:
        for root in roots:
            _refer(root, renamed)


def _refer(root: etree._Element, renamed: Mapping[str, str]) -> None:
    names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, renamed)) + r")(?!\w)")
    for link in root.iter(w("hyperlink")):
        anchor = link.get(w("anchor"), "")
        if anchor in renamed:
            link.set(w("anchor"), renamed[anchor])
    for code in root.iter(w("instrText")):
        code.text = names.sub(lambda match: renamed[match[0]], code.text or "")
    for field in root.iter(w("fldSimple")):
        field.set(w("instr"), names.sub(lambda match: renamed[match[0]], field.get(w("instr"), "")))


def number_anew(document: etree._Element) -> None:
    """Number drawings, content controls and bookmarks anew, and drop the ids of paragraphs, which Word makes."""
    count = 0
    for element in document.iter(*_DRAWINGS):
        count += 1
        element.set("id", str(count))
    for control in document.iter(w("sdtPr")):
        number = control.find("w:id", NAMESPACES)
        if number is not None:
            count += 1
            number.set(w("val"), str(count))
    opened: dict[str, str] = {}
    for bookmark in document.iter(w("bookmarkStart"), w("bookmarkEnd")):
        if bookmark.tag == w("bookmarkStart"):
            count += 1
            opened[bookmark.get(w("id"), "")] = str(count)
        bookmark.set(w("id"), opened.get(bookmark.get(w("id"), ""), "0"))
    for element in document.iter(w("p"), w("tr")):
        for name in _PARAGRAPH_IDS:
            element.attrib.pop(name, "")
