"""The numbered lists of a Word file taken into another, where each begins anew."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from lxml import etree

from reportgen.write.xml_parts import NAMESPACES, w


def renumber_lists(numbering: etree._Element, others: etree._Element, number: int) -> dict[str, str]:
    """Give the lists of `numbering` numbers that `others` leaves free; return the new number of each by its old one.

    `number` is that of the file. Word takes lists of one signature (`nsid`) for one list, so each gets its own.
    """
    first_abstract = 1 + _highest(others, "abstractNum", "abstractNumId")
    first_number = 1 + _highest(others, "num", "numId")
    abstract_ids: dict[str, str] = {}
    for offset, abstract in enumerate(numbering.findall("w:abstractNum", NAMESPACES)):
        abstract_ids[abstract.get(w("abstractNumId"), "")] = str(first_abstract + offset)
        abstract.set(w("abstractNumId"), str(first_abstract + offset))
        for signature in abstract.findall("w:nsid", NAMESPACES):
            seed = f"{signature.get(w('val'))} {number}"
            signature.set(w("val"), f"{zlib.crc32(seed.encode()):08X}")
    number_ids: dict[str, str] = {}
    for offset, entry in enumerate(numbering.findall("w:num", NAMESPACES)):
        number_ids[entry.get(w("numId"), "")] = str(first_number + offset)
        entry.set(w("numId"), str(first_number + offset))
        for reference in entry.findall("w:abstractNumId", NAMESPACES):
            value = reference.get(w("val"), "")
            reference.set(w("val"), abstract_ids.get(value, value))
    return number_ids


def _highest(root: etree._Element, name: str, attribute: str) -> int:
    written = (element.get(w(attribute), "") for element in root.findall(f"w:{name}", NAMESPACES))
    return max((int(value) for value in written if value.isdecimal()), default=0)


def append_lists(numbering: etree._Element, other: etree._Element) -> None:
    """Move the lists of `other`, whose numbers are free, into `numbering`: abstract ones stand first."""
    first = numbering.find("w:num", NAMESPACES)
    last = numbering.find("w:numIdMacAtCleanup", NAMESPACES)
    for abstract in other.findall("w:abstractNum", NAMESPACES):
        _insert(numbering, abstract, first if first is not None else last)
    for entry in other.findall("w:num", NAMESPACES):
        _insert(numbering, entry, last)


def _insert(parent: etree._Element, element: etree._Element, before: etree._Element | None) -> None:
    if before is None:
        parent.append(element)
    else:
        before.addprevious(element)


def refer_to_lists(roots: Iterable[etree._Element], numbers: Mapping[str, str]) -> None:
    """Make what is below `roots` refer to the new numbers of its lists; 0 (no list) stays."""
    for root in roots:
        for reference in root.iter(w("numId")):
            value = reference.get(w("val"), "")
            reference.set(w("val"), numbers.get(value, value))
