"""The sections of a Word file: paper, margins, page numbers, and which header and footer each shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml import etree

from reportgen.decree30.seen import SeenParagraph, SeenSection, Story
from reportgen.decree30.word_values import length, whole_number
from reportgen.write.xml_parts import NAMESPACES, R, w

_MM_PER_POINT = 25.4 / 72
_WORDS_OWN = {"w": 612.0, "h": 792.0, "header": 36.0} | dict.fromkeys(("top", "bottom", "left", "right"), 72.0)
_KEYS = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))


def read_sections(
    breaks: Sequence[tuple[etree._Element, int]],
    targets: Mapping[str, str],
    read_story: Callable[[str, Story], tuple[SeenParagraph, ...]],
    read_part: Callable[[str], etree._Element | None],
) -> Iterator[SeenSection]:
    """Yield the sections whose properties are in `breaks`, each with the number of the paragraph after it.

    `targets` gives the part of each relationship; `read_story` reads a header or footer, `read_part` parses one. A
    section that names no header shows that of the section before it.
    """
    first = 1
    shown: dict[tuple[str, str], str] = {}
    for index, (properties, following) in enumerate(breaks, start=1):
        for reference in properties:
            if reference.tag in {w("headerReference"), w("footerReference")}:
                kind = "header" if reference.tag == w("headerReference") else "footer"
                shown[kind, reference.get(w("type"), "default")] = targets.get(reference.get(f"{{{R}}}id", ""), "")
        parts = [shown.get(key, "") for key in _KEYS]
        stories = [read_story(part, Story(kind)) for part, (kind, _) in zip(parts, _KEYS, strict=True)]
        numbers = [_shows_page_number(read_part(part)) for part in parts]
        yield _section(properties, index, first, stories, numbers)
        first = following


def _section(
    properties: etree._Element,
    index: int,
    first: int,
    stories: Sequence[tuple[SeenParagraph, ...]],
    numbers: Sequence[bool],
) -> SeenSection:
    size, margins = properties.find("w:pgSz", NAMESPACES), properties.find("w:pgMar", NAMESPACES)
    page_numbers = properties.find("w:pgNumType", NAMESPACES)
    start = page_numbers.get(w("start")) if page_numbers is not None else None
    title_page = properties.find("w:titlePg", NAMESPACES)
    return SeenSection(
        index=index,
        first_paragraph=first,
        page_width=_mm(size, "w"),
        page_height=_mm(size, "h"),
        top=_mm(margins, "top"),
        bottom=_mm(margins, "bottom"),
        left=_mm(margins, "left"),
        right=_mm(margins, "right"),
        header_distance=_mm(margins, "header"),
        first_page_differs=title_page is not None and title_page.get(w("val")) not in {"0", "false", "off"},
        number_start=whole_number(start),
        header=stories[0],
        first_header=stories[1],
        footer=stories[2],
        first_footer=stories[3],
        header_shows_page_number=numbers[0],
        first_header_shows_page_number=numbers[1],
        footer_shows_page_number=numbers[2],
    )


def _shows_page_number(part: etree._Element | None) -> bool:
    if part is None:
        return False
    codes = [element.text or "" for element in part.iter(w("instrText"))]
    codes += [element.get(w("instr"), "") for element in part.iter(w("fldSimple"))]
    return any("PAGE" in code.upper().split() for code in codes)


def _mm(element: etree._Element | None, name: str) -> float:
    """Return a length of a section in millimetres: what a file does not say, Word takes for American paper."""
    value = element.get(w(name)) if element is not None else None
    points = length(value, 1 / 20)
    return (_WORDS_OWN[name] if points is None else points) * _MM_PER_POINT
