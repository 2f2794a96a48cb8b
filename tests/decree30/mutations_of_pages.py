"""Faults of pages, page numbers and lines under names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from lxml import etree

from reportgen.decree30.elements import Element
from reportgen.decree30.fix_markup import paragraph_properties, set_property
from reportgen.decree30.seen import Story
from reportgen.write.xml_parts import NAMESPACES, R, w
from tests.decree30.editable import Editable, set_paragraph, set_runs
from tests.decree30.placed import WHOLE_FILE, Placed, at

_POINTS_PER_MM = 72 / 25.4
Seeder = Callable[[Editable, Random], Placed | None]


def _portrait(doc: Editable, random: Random) -> tuple[int, etree._Element] | None:
    sections = [
        (index, one)
        for index, one in enumerate(doc.sections())
        if doc.document.seen.sections[index].page_width < doc.document.seen.sections[index].page_height
    ]
    return random.choice(sections) if sections else None


def section_paper(width: int, height: int) -> Seeder:
    """Make the paper of a section `width` by `height` twentieths of a point."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        chosen = _portrait(doc, random)
        if chosen is None:
            return None
        set_property(chosen[1], "pgSz", w=str(width), h=str(height))
        return Placed(section=chosen[0])

    return seed


def section_margin(side: str, twips: int) -> Seeder:
    """Make a margin of a section so wide."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        chosen = _portrait(doc, random)
        if chosen is None:
            return None
        set_property(chosen[1], "pgMar", **{side: str(twips)})
        return Placed(section=chosen[0])

    return seed


def _headers(doc: Editable) -> Iterator[etree._Element]:
    for section in doc.sections():
        yield from section.iterfind("w:headerReference[@w:type='default']", NAMESPACES)


def clear_numbers(doc: Editable, _: Random) -> Placed | None:
    """Take every header away; only where the document surely has several pages."""
    long = len(doc.sections()) > 1 or sum(len(one.text) for one in doc.document.seen.paragraphs) > 5_000
    if not long or not list(_headers(doc)):
        return None
    for section in doc.sections():
        for reference in section.findall("w:headerReference", NAMESPACES):
            section.remove(reference)
    return WHOLE_FILE


def move_numbers_to_foot(doc: Editable, _: Random) -> Placed | None:
    """Copy the header's text to the footer of the document."""
    root = _header_root(doc)
    footer = next((one for one in doc.file.stories() if one.tag == w("ftr")), None)
    if root is None or footer is None:
        return None
    for child in list(footer):
        footer.remove(child)
    footer.extend(list(root))
    for section in doc.sections():
        for reference in section.findall("w:headerReference", NAMESPACES):
            section.remove(reference)
        for reference in section.findall("w:footerReference", NAMESPACES):
            reference.set(w("type"), "default")
    return Placed(story=Story.FOOTER)


def _header_root(doc: Editable) -> etree._Element | None:
    reference = next(_headers(doc), None)
    if reference is None:
        return None
    key = reference.get(f"{{{R}}}id")
    entries = doc.file.relationships("word/document.xml")
    target = next(one.get("Target", "") for one in entries if one.get("Id") == key)
    return doc.file.root(f"word/{target.removeprefix('/word/')}")


def show_first_number(doc: Editable, _: Random) -> Placed | None:
    """Let the first page look as the others."""
    first = doc.sections()[0]
    title = first.find("w:titlePg", NAMESPACES)
    if title is None or _header_root(doc) is None:
        return None
    first.remove(title)
    return Placed(story=Story.HEADER)


def number_start(position: int, start: int | None) -> Seeder:
    """Begin the pages of a section with another number, or (`None`) go on from the section before."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        labels = doc.of(Element.APPENDIX_LABEL, part=None)
        if start is None and not labels:
            return None
        section = doc.sections()[position if start is not None else _section_of(doc, labels[-1])]
        if start is not None:
            set_property(section, "pgNumType", start=str(start))
            return Placed(section=position)
        for number in section.findall("w:pgNumType", NAMESPACES):
            section.remove(number)
        return at(labels[-1])

    return seed


def _section_of(doc: Editable, paragraph: etree._Element) -> int:
    return next(one.section for one in doc.document.seen.paragraphs if doc.markup(one) is paragraph) - 1


def number_look(name: str, value: str) -> Seeder:
    """Set a property of the page number's paragraph or of its runs."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        root = _header_root(doc)
        if root is None:
            return None
        for paragraph in root.iter(w("p")):
            if name == "jc":
                set_paragraph(paragraph, name, val=value)
            else:
                _set_all(paragraph, name, value)
        return Placed(story=Story.HEADER)

    return seed


def _set_all(paragraph: etree._Element, name: str, value: str) -> None:
    set_runs(paragraph, name, val=value)
    for run in paragraph.iter(w("r")):
        properties = run.find("w:rPr", NAMESPACES)
        if properties is None:
            properties = etree.Element(w("rPr"))
            run.insert(0, properties)
        set_property(properties, name, val=value)


def _line_below(doc: Editable, element: Element) -> etree._Element | None:
    owners = doc.of(element)
    following = owners[-1].getnext() if owners else None
    if following is None or following.find("w:pPr/w:pBdr", NAMESPACES) is None:
        return None
    return following


def drop_line(element: Element) -> Seeder:
    """Take the line below an element away."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        line = _line_below(doc, element)
        if line is None:
            return None
        properties = paragraph_properties(line)
        for border in properties.findall("w:pBdr", NAMESPACES):
            properties.remove(border)
        return at(doc.of(element)[-1])

    return seed


def resize_line(element: Element, share: float) -> Seeder:
    """Make the line below an element `share` of the room."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        line = _line_below(doc, element)
        seen = next((one for one in doc.document.seen.paragraphs if doc.markup(one) is line), None)
        if line is None or seen is None:
            return None
        section = doc.document.seen.sections[seen.section - 1]
        across = (section.page_width - section.left - section.right) * _POINTS_PER_MM
        room = seen.cell.width if seen.cell is not None else across
        if room is None:
            return None
        side = str(round(room * (1 - share) / 2 * 20))
        set_paragraph(line, "ind", left=side, right=side)
        return at(line)

    return seed
