"""Direct formatting of runs, paragraphs and sections: set in the order that the schema of WordprocessingML wants."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w

_RUN = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
    vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
    lang eastAsianLayout specVanish oMath rPrChange
""".split()  # noqa: SIM905  (a list of words)
_PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
    snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
""".split()  # noqa: SIM905  (a list of words)
_SECTION = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType
    cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
""".split()  # noqa: SIM905  (a list of words)
_ORDERS: Mapping[str, list[str]] = {"rPr": _RUN, "pPr": _PARAGRAPH, "sectPr": _SECTION}


def set_property(properties: etree._Element, name: str, **values: str) -> etree._Element:
    """Set the attributes `values` of the property `name`, which is put in its place if it is not there yet.

    `properties` is a `w:rPr`, `w:pPr` or `w:sectPr`; attributes that `values` does not name stay.
    """
    found = properties.find(f"w:{name}", NAMESPACES)
    if found is None:
        found = etree.Element(w(name))
        _put(properties, found, name)
    for key, value in values.items():
        found.set(w(key), value)
    return found


def _put(properties: etree._Element, added: etree._Element, name: str) -> None:
    order = _ORDERS[etree.QName(properties).localname]
    later = {w(one) for one in order[order.index(name) + 1 :]}
    following = next((child for child in properties if child.tag in later), None)
    if following is None:
        properties.append(added)
    else:
        following.addprevious(added)


def run_properties(run: etree._Element) -> etree._Element:
    """Return the `w:rPr` of a run, made if it has none."""
    return _first(run, "rPr")


def paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """Return the `w:pPr` of a paragraph, made if it has none."""
    return _first(paragraph, "pPr")


def _first(owner: etree._Element, name: str) -> etree._Element:
    found = owner.find(f"w:{name}", NAMESPACES)
    if found is None:
        found = etree.Element(w(name))
        owner.insert(0, found)
    return found


class Tracker:
    """Marks changes as tracked ones, or does nothing. Marks carry no time, so that the same file gives the same."""

    def __init__(self, author: str, first: int, *, is_on: bool) -> None:
        self._author = author
        self._next = first
        self.is_on = is_on

    def attributes(self) -> dict[str, str]:
        """Return the attributes of the next mark."""
        self._next += 1
        return {w("id"): str(self._next - 1), w("author"): self._author}

    def renumber(self, mark: etree._Element) -> None:
        """Give a copied mark a number of its own: no two marks of a file may share one."""
        mark.set(w("id"), self.attributes()[w("id")])

    def keep(self, properties: etree._Element) -> None:
        """Keep what `properties` say now as their former state, unless an earlier one is kept already."""
        name = etree.QName(properties).localname
        mark = f"{name}Change"
        if not self.is_on or properties.find(f"w:{mark}", NAMESPACES) is not None:
            return
        change = etree.Element(w(mark), self.attributes())
        former = etree.SubElement(change, w(name))
        left_out = {w("rPr"), w("sectPr")} if name == "pPr" else {w("headerReference"), w("footerReference")}
        former.extend(deepcopy(child) for child in properties if child.tag not in left_out)
        _put(properties, change, mark)
