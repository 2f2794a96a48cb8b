"""The pages of a template: its section properties as the pattern for every section of a document."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.context import PageSetup, Section
from reportgen.write.xml_parts import NAMESPACES, R, w

# The children of w:sectPr that may stand after w:pgNumType and w:titlePg, in the order of the schema.
_AFTER_NUMBERING = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter",
                    "docGrid", "printerSettings", "sectPrChange")  # fmt: skip
_AFTER_TITLE_PAGE = _AFTER_NUMBERING[5:]


@dataclass(frozen=True, slots=True)
class SectionPrototype:
    """The last section properties of a template, from which those of every section are made."""

    element: etree._Element
    blank_footer: str | None = None
    """The relationship of an empty footer, for later sections of a template that has one on page one."""
    _made: dict[Section, str] = field(default_factory=dict)

    def markup(self, section: Section) -> str:
        """Return the properties of `section`: turned if landscape, pages numbered from 1 or going on."""
        if section not in self._made:
            self._made[section] = etree.tostring(self._make(section), encoding="unicode", with_tail=False)
        return self._made[section]

    def _make(self, section: Section) -> etree._Element:
        made = deepcopy(self.element)
        if section.landscape:
            _turn(made)
        # Every section but the first starts on a page of its own, whatever the clerk's only section says.
        for kind in made.findall("w:type", NAMESPACES):
            made.remove(kind)
        for name in ("pgNumType", "titlePg"):
            for old in made.findall(f"w:{name}", NAMESPACES):
                if not section.restarts:
                    made.remove(old)
        if not section.opening:
            _blank_first_footer(made, self.blank_footer)
        if section.restarts:
            _insert(made, "pgNumType", _AFTER_NUMBERING).set(w("start"), "1")
            _insert(made, "titlePg", _AFTER_TITLE_PAGE)
        return made


def _blank_first_footer(properties: etree._Element, blank: str | None) -> None:
    # A section without a reference of its own would take over the footer of the one before it.
    for reference in properties.findall("w:footerReference", NAMESPACES):
        if reference.get(w("type")) == "first" and blank is not None:
            reference.set(f"{{{R}}}id", blank)


def has_first_footer(properties: etree._Element) -> bool:
    """Say whether the section has a footer of its own on its first page."""
    references = properties.findall("w:footerReference", NAMESPACES)
    return any(reference.get(w("type")) == "first" for reference in references)


def _turn(properties: etree._Element) -> None:
    size = properties.find("w:pgSz", NAMESPACES)
    if size is not None:
        width, height = size.get(w("w"), ""), size.get(w("h"), "")
        size.set(w("w"), height)
        size.set(w("h"), width)
        size.set(w("orient"), "landscape")


def _insert(properties: etree._Element, name: str, later: tuple[str, ...]) -> etree._Element:
    found = properties.find(f"w:{name}", NAMESPACES)
    if found is not None:
        return found
    child = etree.Element(w(name))
    following = next((item for item in properties if etree.QName(item).localname in later), None)
    if following is None:
        properties.append(child)
    else:
        following.addprevious(child)
    return child


def read_section(body: etree._Element, file: str) -> tuple[SectionPrototype, PageSetup]:
    """Return the pattern of sections and the page figures of the document element `body`.

    Raises `InputProblems` when the document has no section properties, or no paper size and margins.
    """
    element = body.find("w:body/w:sectPr", NAMESPACES)
    size = element.find("w:pgSz", NAMESPACES) if element is not None else None
    margins = element.find("w:pgMar", NAMESPACES) if element is not None else None
    if element is None or size is None or margins is None:
        reason = "thiếu khổ giấy và lề trang"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)])
    try:
        page = PageSetup(
            page_width=_length(size, "w"),
            page_height=_length(size, "h"),
            left=_length(margins, "left"),
            right=_length(margins, "right"),
            top=_length(margins, "top"),
            bottom=_length(margins, "bottom"),
        )
    except ValueError as error:
        reason = "khổ giấy hoặc lề trang không phải số"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)]) from error
    return SectionPrototype(element), page


def _length(element: etree._Element, name: str) -> int:
    return round(float(element.get(w(name), "")))
