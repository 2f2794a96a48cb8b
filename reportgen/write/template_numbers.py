"""The numbers that a template has given out already, so that a document written from it gives none of them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.package import Member
from reportgen.write.xml_parts import FOOTNOTES_PART, NAMESPACES, parse_part, w

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True, slots=True)
class TemplateNumbers:
    """The ids of a template's drawings, content controls and bookmarks, and its footnotes' highest id (0: none)."""

    ids: frozenset[int] = frozenset()
    last_note: int = 0


NO_NUMBERS = TemplateNumbers()


def read_numbers(roots: Iterable[etree._Element], members: Mapping[str, Member], file: str) -> TemplateNumbers:
    """Return the numbers that the parts `roots` and the footnotes of a template use.

    Raises `InputProblems` when the footnotes cannot be added to.
    """
    values = [value for root in roots for value in _ids(root)]
    return TemplateNumbers(frozenset(filter(None, map(_number, values))), _last_note(members, file))


def _ids(root: etree._Element) -> Iterable[str]:
    for drawing in root.iter(_DRAWING):
        yield drawing.get("id", "")
    for number in root.iterfind(".//w:sdtPr/w:id", NAMESPACES):
        yield number.get(w("val"), "")
    for bookmark in root.iter(w("bookmarkStart")):
        yield bookmark.get(w("id"), "")


def _last_note(members: Mapping[str, Member], file: str) -> int:
    if FOOTNOTES_PART not in members:
        return 0
    content = members[FOOTNOTES_PART].read()
    root = parse_part(content, FOOTNOTES_PART, file)
    if b"</w:footnotes>" not in content or root.tag != w("footnotes"):
        reason = f"phần `{FOOTNOTES_PART}` không như Word ghi"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)])
    return max((_number(note.get(w("id"), "")) for note in root.iterfind("w:footnote", NAMESPACES)), default=0)


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() else 0
