"""Paper, margins and page numbers: what each section of the file says of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, Parameters, check
from reportgen.decree30.elements import Element
from reportgen.decree30.seen import SeenDocument, SeenParagraph, SeenSection

_TOLERANCE_MM = 0.5
_SIDES = {"tren": "top", "duoi": "bottom", "trai": "left", "phai": "right"}
# Letters that surely do not fit on one page of size 14, and that perhaps do not.
_TWO_PAGES, _PERHAPS_TWO = 5_000, 2_600


def first_paragraph(seen: SeenDocument, section: SeenSection) -> SeenParagraph | None:
    """Return the paragraph that a section begins with."""
    return next((found for found in seen.paragraphs if found.index >= section.first_paragraph), None)


@check("kho_giay", NoParameters)
def check_paper(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Paper other than A4, whichever way it is turned."""
    page = examined.layout.page
    expected = sorted((page.width_mm, page.height_mm))
    for section in examined.seen.sections:
        found = sorted((section.page_width, section.page_height))
        if any(abs(one - other) > _TOLERANCE_MM for one, other in zip(found, expected, strict=True)):
            values = {
                "found": f"{found[0]:.0f} x {found[1]:.0f}",
                "expected": f"{expected[0]:.0f} x {expected[1]:.0f}",
            }
            yield Departure(first_paragraph(examined.seen, section), values)


@check("chieu_giay", NoParameters)
def check_orientation(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Pages that lie on their side without any table or picture on them."""
    for section, following in _with_next(examined.seen.sections):
        inside = [one for one in examined.seen.paragraphs if _is_between(one, section, following)]
        if section.page_width > section.page_height and not any(one.cell or one.has_picture for one in inside):
            yield Departure(first_paragraph(examined.seen, section))


def _with_next(sections: tuple[SeenSection, ...]) -> Iterator[tuple[SeenSection, SeenSection | None]]:
    return zip(sections, (*sections[1:], None), strict=True)


def _is_between(paragraph: SeenParagraph, section: SeenSection, following: SeenSection | None) -> bool:
    return section.first_paragraph <= paragraph.index and (
        following is None or paragraph.index < following.first_paragraph
    )


class Side(Parameters):
    """Which margin."""

    side: Literal["tren", "duoi", "trai", "phai"] = Field(alias="canh")


@check("le_trang", Side)
def check_margin(examined: Examined, parameters: Side) -> Iterator[Departure]:
    """A margin outside what the decree allows; on pages that lie on their side, where samples differ, only a note."""
    side = _SIDES[parameters.side]
    least, most = getattr(examined.layout.page.margins_mm, side).range
    told: set[float] = set()
    for section in examined.seen.sections:
        found = round(getattr(section, side), 1)
        if not least - _TOLERANCE_MM <= found <= most + _TOLERANCE_MM and found not in told:
            told.add(found)
            values = {"found": f"{found:g}".replace(".", ","), "least": f"{least:g}", "most": f"{most:g}"}
            lies = section.page_width > section.page_height
            yield Departure(first_paragraph(examined.seen, section), values, unsure=lies)


@check("co_so_trang", NoParameters)
def check_has_page_number(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """No page number anywhere in a document that takes two pages or more."""
    sections = examined.seen.sections
    if any(one.header_shows_page_number or one.footer_shows_page_number for one in sections):
        return
    letters = sum(len(one.text) for one in examined.seen.paragraphs)
    if len(sections) > 1 or letters >= _PERHAPS_TWO or any(one.has_page_break for one in examined.seen.paragraphs):
        yield Departure(None, unsure=len(sections) == 1 and letters < _TWO_PAGES)


@check("so_trang_o_dau", NoParameters)
def check_page_number_place(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A page number at the foot of the page."""
    section = next((one for one in examined.seen.sections if one.footer_shows_page_number), None)
    if section is not None:
        yield Departure(next(iter(section.footer), None))


@check("so_trang_trang_dau", NoParameters)
def check_first_page_number(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A page number that shows on page one."""
    section = next(iter(examined.seen.sections), None)
    if section is None:
        return
    shown = section.first_header_shows_page_number if section.first_page_differs else section.header_shows_page_number
    if shown:
        yield Departure(next(iter(section.first_header if section.first_page_differs else section.header), None))


@check("so_trang_tu_mot", NoParameters)
def check_first_number(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A document whose pages are counted from another number than 1."""
    section = next(iter(examined.seen.sections), None)
    if section is not None and section.number_start not in {None, 1} and _shows_number(section):
        yield Departure(first_paragraph(examined.seen, section), {"found": section.number_start})


def _shows_number(section: SeenSection) -> bool:
    return section.header_shows_page_number or section.footer_shows_page_number


@check("dang_so_trang", NoParameters)
def check_page_number_look(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A page number that is not centred."""
    for paragraph in _number_paragraphs(examined.seen):
        if paragraph.align != "center" and "\t" not in paragraph.text:
            yield Departure(paragraph)


@check("co_so_trang_chu", NoParameters)
def check_page_number_size(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A page number in another size than 13 to 14, or not upright."""
    figures = examined.layout.style("header")
    least, most = figures.size_range or (figures.size, figures.size)
    for paragraph in _number_paragraphs(examined.seen):
        run = next((one for one in paragraph.runs if any(sign.isdigit() for sign in one.text)), None)
        if run is not None and run.size is not None and not least <= run.size <= most:
            yield Departure(paragraph, {"found": f"cỡ {run.size:g}", "found_en": f"size {run.size:g}"})
        elif run is not None and run.italic:
            yield Departure(paragraph, {"found": "chữ nghiêng", "found_en": "italic"})


def _number_paragraphs(seen: SeenDocument) -> Iterator[SeenParagraph]:
    """Yield the paragraphs of headers that hold the page number, each once."""
    told: set[tuple[str, int]] = set()
    for section in seen.sections:
        if not section.header_shows_page_number:
            continue
        for paragraph in section.header:
            key = (paragraph.locator.part, paragraph.locator.index)
            if any(sign.isdigit() for sign in paragraph.text) and key not in told:
                told.add(key)
                yield paragraph


@check("so_trang_phu_luc", NoParameters)
def check_appendix_pages(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An appendix whose pages are not numbered anew, from 1."""
    if not any(_shows_number(one) for one in examined.seen.sections):
        return
    for label in examined.all(Element.APPENDIX_LABEL):
        paragraph = label.paragraphs[0]
        section = next(
            (one for one in reversed(examined.seen.sections) if one.first_paragraph <= paragraph.index), None
        )
        if section is None:
            continue
        # The appendix may have a few empty paragraphs before it, or share its first page with nothing else.
        begins = all(
            not one.text.strip()
            for one in examined.seen.paragraphs
            if section.first_paragraph <= one.index < paragraph.index
        )
        if section.number_start != 1 or not begins:
            yield Departure(paragraph, {"found": label.text.strip()}, unsure=label.confidence < 0.75)
