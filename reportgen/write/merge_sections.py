"""The bodies of Word files one after the other: each begins on a new page with its own page heads."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportgen.write.word_file import WordFile, relationship_type
from reportgen.write.xml_parts import DOCUMENT_PART, NAMESPACES, R, W, w

_PAGE_EDGES = {"header": w("headerReference"), "footer": w("footerReference")}
_EDGE_ROOTS = {"header": "hdr", "footer": "ftr"}
_EDGE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
# The order that the schema wants in the properties of a section (ECMA-376-1, 17.6.17), references first.
_ORDER = (
    *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
    *("pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection"),
    *("bidi", "rtlGutter", "docGrid", "printerSettings", "sectPrChange"),
)
# As small as Word allows: it carries the end of a section after a table, and must not make a page of its own.
_BREAK = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)


class BodyAppender:
    """Puts bodies of other files behind that of `target`."""

    def __init__(self, target: WordFile) -> None:
        self._target = target
        self._edges: dict[str, set[str]] = {edge: set() for edge in _PAGE_EDGES}
        self._note_edges(target.body)

    def append(self, other: WordFile) -> None:
        """Append the body of `other`, whose references are those of the target already."""
        body, following = self._target.body, other.body
        first = next(_sections(following))
        _begin_anew(first)
        self._stop_inheritance(first)
        self._note_edges(following)
        _close_last_section(body)
        for child in list(following):
            body.append(child)

    def _note_edges(self, body: etree._Element) -> None:
        """Note which heads and feet of pages the sections of `body` have: on first, even or all pages."""
        for edge, reference in _PAGE_EDGES.items():
            self._edges[edge] |= {found.get(w("type"), "default") for found in body.iter(reference)}

    def _stop_inheritance(self, section: etree._Element) -> None:
        """Give `section`, the first of a document, empty heads and feet of pages where it would take those before it.

        Word gives a section without a head of its own that of the section before, here of another document.
        """
        for edge, reference in _PAGE_EDGES.items():
            own = {found.get(w("type"), "default") for found in section.iterchildren(reference)}
            for kind in sorted(self._edges[edge] - own):
                made = etree.Element(reference)
                made.set(w("type"), kind)
                made.set(f"{{{R}}}id", _empty_edge(self._target, edge))
                section.insert(0, made)


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of the sections of `body`, in their order."""
    return body.iter(w("sectPr"))


def _close_last_section(body: etree._Element) -> None:
    """Move the properties of the last section, which stand at the end of the body, into its last paragraph."""
    last = body[-1]
    previous = last.getprevious()
    if previous is None or previous.tag != w("p") or previous.find("w:pPr/w:sectPr", NAMESPACES) is not None:
        previous = etree.fromstring(_BREAK)
        last.addprevious(previous)
    properties = previous.find("w:pPr", NAMESPACES)
    if properties is None:
        properties = etree.Element(w("pPr"))
        previous.insert(0, properties)
    change = properties.find("w:pPrChange", NAMESPACES)
    if change is None:
        properties.append(last)
    else:
        change.addprevious(last)


def _begin_anew(section: etree._Element) -> None:
    """Make a document begin on a new page, its pages and its footnotes counted from 1 unless it says otherwise."""
    kind = section.find("w:type", NAMESPACES)
    if kind is not None and kind.get(w("val")) in {"continuous", "nextColumn"}:
        section.remove(kind)
    numbers = _child(section, "pgNumType")
    if numbers.get(w("start")) is None:
        numbers.set(w("start"), "1")
    notes = _child(section, "footnotePr")
    if notes.find("w:numRestart", NAMESPACES) is None:
        etree.SubElement(notes, w("numRestart")).set(w("val"), "eachSect")


def _child(section: etree._Element, name: str) -> etree._Element:
    """Return the child `name` of the properties of a section, made in its place if it is not there."""
    found = section.find(f"w:{name}", NAMESPACES)
    if found is None:
        found = etree.Element(w(name))
        later = map(w, _ORDER[_ORDER.index(name) + 1 :])
        following = next(section.iterchildren(*later), None)
        if following is None:
            section.append(found)
        else:
            following.addprevious(found)
    return found


def _empty_edge(target: WordFile, edge: str) -> str:
    """Return the id by which the document refers to an empty head or foot of a page, made if it is not there yet."""
    part = f"word/{edge}_empty.xml"
    if not target.has(part):
        name = _EDGE_ROOTS[edge]
        content = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{name} xmlns:w="{W}"><w:p/></w:{name}>'
        )
        target.add(part, content.encode(), _EDGE_TYPE.format(edge))
    return target.relate(DOCUMENT_PART, relationship_type(edge), part)
