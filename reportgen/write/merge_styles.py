"""The styles and lists of a Word file taken into another: equal ones are shared, others come under new names."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w

_REFERENCES = ("pStyle", "rStyle", "tblStyle")
_REFERENCES_OF_STYLES = ("basedOn", "next", "link")


def merge_styles(styles: etree._Element, other: etree._Element, number: int) -> dict[str, str]:
    """Add to `styles` what `other` has beyond it; return the new ids of styles that differ from those of the same id.

    `number` is that of the file, which goes into the new ids and names.
    """
    known = {style.get(w("styleId"), ""): _canonical(style) for style in styles.iterfind("w:style", NAMESPACES)}
    renamed: dict[str, str] = {}
    added = []
    for style in other.iterfind("w:style", NAMESPACES):
        key = style.get(w("styleId"), "")
        if known.get(key) == _canonical(style):
            continue
        copy = deepcopy(style)
        if key in known:
            renamed[key] = f"{key}{number}"
            _rename(copy, renamed[key], number)
        added.append(copy)
    for copy in added:
        for reference in copy.iterfind("*", NAMESPACES):
            if etree.QName(reference).localname in _REFERENCES_OF_STYLES:
                value = reference.get(w("val"), "")
                reference.set(w("val"), renamed.get(value, value))
        styles.append(copy)
    return renamed


def _canonical(style: etree._Element) -> bytes:
    return etree.tostring(style, method="c14n", exclusive=True)


def _rename(style: etree._Element, key: str, number: int) -> None:
    style.set(w("styleId"), key)
    if style.get(w("default")) is not None:
        del style.attrib[w("default")]
    style.set(w("customStyle"), "1")
    name = style.find("w:name", NAMESPACES)
    if name is not None:
        name.set(w("val"), f"{name.get(w('val'), '')} ({number})")


def rename_styles(root: etree._Element, renamed: Mapping[str, str]) -> None:
    """Make the paragraphs, runs and tables below `root` refer to the new ids of their styles."""
    for name in _REFERENCES:
        for reference in root.iter(w(name)):
            value = reference.get(w("val"), "")
            reference.set(w("val"), renamed.get(value, value))
    if "Normal" in renamed:
        _name_default_style(root, renamed["Normal"])


def _name_default_style(root: etree._Element, key: str) -> None:
    """Paragraphs without a style had the default of their own file, which is not that of the merged one."""
    for paragraph in root.iter(w("p")):
        properties = paragraph.find("w:pPr", NAMESPACES)
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        if properties.find("w:pStyle", NAMESPACES) is None:
            style = etree.Element(w("pStyle"))
            style.set(w("val"), key)
            properties.insert(0, style)


def merge_numbering(numbering: etree._Element, other: etree._Element) -> dict[str, str]:
    """Add the lists of `other` to `numbering`; return the new number of each."""
    first_abstract = 1 + _highest(numbering, "abstractNum", "abstractNumId")
    first_number = 1 + _highest(numbering, "num", "numId")
    abstract_ids, number_ids = {}, {}
    position = len(numbering.findall("w:abstractNum", NAMESPACES))
    for offset, abstract in enumerate(other.findall("w:abstractNum", NAMESPACES)):
        abstract_ids[abstract.get(w("abstractNumId"))] = str(first_abstract + offset)
        abstract.set(w("abstractNumId"), str(first_abstract + offset))
        # The schema wants all abstract lists before the first list.
        numbering.insert(position + offset, abstract)
    for offset, number in enumerate(other.findall("w:num", NAMESPACES)):
        number_ids[number.get(w("numId"), "")] = str(first_number + offset)
        number.set(w("numId"), str(first_number + offset))
        reference = number.find("w:abstractNumId", NAMESPACES)
        if reference is not None:
            reference.set(w("val"), abstract_ids[reference.get(w("val"))])
        numbering.append(number)
    return number_ids


def _highest(root: etree._Element, name: str, attribute: str) -> int:
    return max((int(element.get(w(attribute), "0")) for element in root.findall(f"w:{name}", NAMESPACES)), default=0)


def shift_numbers(root: etree._Element, numbers: Mapping[str, str]) -> None:
    """Make the paragraphs below `root` refer to the new numbers of their lists; 0 (no list) stays."""
    for reference in root.iter(w("numId")):
        value = reference.get(w("val"), "")
        reference.set(w("val"), numbers.get(value, value))
