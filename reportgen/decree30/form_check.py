"""Checks of a Word file's pages and named styles against the layout figures of the decree."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.styles.style import ParagraphStyle

from reportgen.decree30.layout import Layout, ParagraphFigures, load_layout
from reportgen.problems import Place, Problem, form

_TOLERANCE_MM = 0.5
_SIDES = {"top": ("trên", "top"), "bottom": ("dưới", "bottom"), "left": ("trái", "left"), "right": ("phải", "right")}
_ALIGNMENTS = {
    WD_ALIGN_PARAGRAPH.LEFT: "left",
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}
_ALIGNMENTS_VI = {"left": "trái", "center": "giữa", "right": "phải", "justify": "đều hai lề"}


def check_form(content: bytes, file: str) -> list[Problem]:
    """Return where the pages and the named styles of the .docx file `content` depart from the decree.

    Only styles that the layout figures name are looked at, and only as far as a clause of the decree covers them.
    `content` is a file that this program has written or compiled; foreign files are read elsewhere, with limits.
    """
    document = docx.Document(BytesIO(content))
    layout = load_layout()
    place = Place(file=file)
    return [*_check_pages(document, layout, place), *_check_styles(document, layout, place)]


def _check_pages(document: WordDocument, layout: Layout, place: Place) -> Iterator[Problem]:
    seen = set()
    for section in document.sections:
        for problem in (*_check_paper(section, layout, place), *_check_margins(section, layout, place)):
            key = (problem.code, str(problem.values))
            if key not in seen:
                seen.add(key)
                yield problem
    yield from _check_page_numbers(document.sections[0], layout, place)


def _check_paper(section: Section, layout: Layout, place: Place) -> Iterator[Problem]:
    found = sorted((_mm(section.page_width), _mm(section.page_height)))
    expected = sorted((layout.page.width_mm, layout.page.height_mm))
    if any(abs(one - other) > _TOLERANCE_MM for one, other in zip(found, expected, strict=True)):
        yield form.PAPER_SIZE.at(
            place,
            found=f"{found[0]:.0f} x {found[1]:.0f}",
            expected=f"{expected[0]:.0f} x {expected[1]:.0f}",
            clause=layout.page.clause,
        )


def _check_margins(section: Section, layout: Layout, place: Place) -> Iterator[Problem]:
    for side, (vi, en) in _SIDES.items():
        found = _mm(getattr(section, f"{side}_margin"))
        least, most = getattr(layout.page.margins_mm, side).range
        if not least - _TOLERANCE_MM <= found <= most + _TOLERANCE_MM:
            yield form.MARGIN.at(
                place,
                side=vi,
                side_en=en,
                found=f"{found:.1f}".replace(".", ","),
                least=f"{least:.0f}",
                most=f"{most:.0f}",
                clause=layout.page.clause,
            )


def _mm(length: int | None) -> float:
    return (length or 0) / 36_000


def _check_page_numbers(section: Section, layout: Layout, place: Place) -> Iterator[Problem]:
    clause = layout.page_number.clause
    fields = (element.text or "" for element in section.header._element.iter(qn("w:instrText")))
    simple = (element.get(qn("w:instr")) or "" for element in section.header._element.iter(qn("w:fldSimple")))
    if not any("PAGE" in code for code in (*fields, *simple)):
        yield form.PAGE_NUMBER.at(place, clause=clause)
    elif layout.page_number.hidden_on_first_page and not section.different_first_page_header_footer:
        yield form.PAGE_NUMBER_ON_FIRST.at(place, clause=clause)


def _check_styles(document: WordDocument, layout: Layout, place: Place) -> Iterator[Problem]:
    by_name = {style.name: style for style in document.styles if isinstance(style, ParagraphStyle)}
    for figures in layout.styles:
        # python-docx shows Word's own name "heading 1" as "Heading 1".
        style = by_name.get(figures.name) or by_name.get(figures.name.capitalize())
        if style is not None and figures.clause is not None:
            yield from _check_style(style, figures, layout, place)


def _check_style(style: ParagraphStyle, figures: ParagraphFigures, layout: Layout, place: Place) -> Iterator[Problem]:
    size = _size(style)
    least, most = figures.size_range or (figures.size, figures.size)
    if size is not None and not least <= size <= most:
        yield form.FONT_SIZE.at(
            place, style=figures.name, found=f"{size:g}", least=f"{least:g}", most=f"{most:g}", clause=figures.clause
        )
    font = next((level.font.name for level in _chain(style) if level.font.name), None)
    if font is not None and font != layout.page.font:
        yield form.FONT.at(
            place, style=figures.name, found=font, expected=layout.page.font, clause=layout.page.font_clause
        )
    found, expected = _face(_is_on(style, "bold"), _is_on(style, "italic")), _face(figures.bold, figures.italic)
    if found != expected:
        yield form.FONT_STYLE.at(
            place,
            style=figures.name,
            found=found[0],
            expected=expected[0],
            found_en=found[1],
            expected_en=expected[1],
            clause=figures.clause,
        )
    align = next((level.paragraph_format.alignment for level in _chain(style) if _has_alignment(level)), None)
    aligned = _ALIGNMENTS.get(align, "left") if align is not None else "left"
    if aligned != figures.align:
        yield form.ALIGNMENT.at(
            place,
            style=figures.name,
            found=_ALIGNMENTS_VI[aligned],
            expected=_ALIGNMENTS_VI[figures.align],
            found_en=aligned,
            expected_en=figures.align,
            clause=figures.clause,
        )


def _chain(style: ParagraphStyle) -> Iterator[ParagraphStyle]:
    """Yield `style` and those that it is based on; a chain that would repeat ends."""
    seen: set[str] = set()
    current: object = style
    while isinstance(current, ParagraphStyle) and current.style_id not in seen:
        seen.add(current.style_id)
        yield current
        current = current.base_style


def _size(style: ParagraphStyle) -> float | None:
    return next((level.font.size.pt for level in _chain(style) if level.font.size is not None), None)


def _is_on(style: ParagraphStyle, name: str) -> bool:
    return bool(next((value for level in _chain(style) if (value := getattr(level.font, name)) is not None), False))


def _has_alignment(style: ParagraphStyle) -> bool:
    return style.paragraph_format.alignment is not None


def _face(bold: bool, italic: bool) -> tuple[str, str]:
    vi = " ".join((("nghiêng" if italic else "đứng"), *(["đậm"] if bold else [])))
    return vi, " ".join((("italic" if italic else "upright"), *(["bold"] if bold else [])))
