"""Font, colour and the look of each element: what is on paper, whatever style or direct formatting made it so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import Field

from reportgen.decree30.checks.base import (
    SURE,
    Departure,
    Examined,
    NoParameters,
    Parameters,
    check,
    paragraphs_with_text,
)
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.layout import ParagraphFigures
from reportgen.decree30.rules import ALIGNMENTS, face_words
from reportgen.decree30.seen import SeenParagraph, SeenRun
from reportgen.vietnamese.unicode_forms import upper_vi
from reportgen.write.text_width import text_width

_LEGACY_FONT = re.compile(r"\.?Vn[A-Z]|VNI[- ]|VN[I]?-", re.IGNORECASE)
_BLACK = {"auto", "000000", "", "windowText"}
# A block of the body that is set far in, in points: addressees, a quotation.
_SET_APART = 80.0
_PART = re.compile(r"\s*(?:phần|chương)\b", re.IGNORECASE)
_LINK = {"0000FF", "0563C1", "0000EE", "1155CC", "467886"}
_RED = re.compile(r"[C-F][0-9A-F][0-4][0-9A-F][0-4][0-9A-F]")
# Elements whose number is bold and the rest as the text is.
_LED_BY_NUMBER = {Element.ARTICLE}
_NOT_LETTERS = re.compile(r"[^\W\d_]")
_COLOURED = {Element.URGENCY, Element.SECRECY, Element.CIRCULATION}


class LookParameters(Parameters):
    """Which element, and which style of `layout.yaml` says how it looks."""

    element: Element = Field(alias="yeu_to")
    style: str = Field(alias="kieu")


def visible_runs(paragraph: SeenParagraph) -> Iterator[tuple[SeenRun, int]]:
    """Yield the visible runs of `paragraph` that have letters, each with where it begins in the text."""
    position = 0
    for run in paragraph.runs:
        if run.is_hidden:
            continue
        if _NOT_LETTERS.search(run.text):
            yield run, position
        position += len(run.text)


def _occurrences(examined: Examined, parameters: LookParameters) -> Iterator[tuple[Recognised, ParagraphFigures]]:
    figures = examined.layout.style(parameters.style)
    for found in examined.all(parameters.element):
        # "A. TÌNH HÌNH CHUNG" divides a text as a part does, and the decree does not say how it looks.
        if found.element is not Element.PART or _PART.match(found.text):
            yield found, figures


@check("phong_chu", NoParameters)
def check_font(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Text in another font than Times New Roman; one departure for a paragraph."""
    expected = examined.layout.page.font
    for paragraph in _all_paragraphs(examined):
        for run, start in visible_runs(paragraph):
            if run.font is not None and run.font.strip() != expected and not is_legacy_font(run.font):
                yield Departure(paragraph, {"found": run.font, "expected": expected}, start, start + len(run.text))
                break


def is_legacy_font(name: str) -> bool:
    """Say whether a font is one of those of TCVN3 or VNI, whose letters are not Unicode."""
    return bool(_LEGACY_FONT.match(name.strip()))


@check("phong_chu_cu", NoParameters)
def check_legacy_font(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Text in a font of TCVN3 or VNI: its letters are not those of Unicode."""
    for paragraph in _all_paragraphs(examined):
        for run, start in visible_runs(paragraph):
            if run.font is not None and is_legacy_font(run.font):
                yield Departure(paragraph, {"found": run.font}, start, start + len(run.text))
                break


def _all_paragraphs(examined: Examined) -> Iterator[SeenParagraph]:
    yield from paragraphs_with_text(examined)
    told: set[tuple[str, int]] = set()
    for section in examined.seen.sections:
        for paragraph in (*section.header, *section.first_header, *section.footer, *section.first_footer):
            key = (paragraph.locator.part, paragraph.locator.index)
            if key not in told:
                told.add(key)
                yield paragraph


@check("mau_chu", NoParameters)
def check_colour(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Text that is not black, marks of urgency and secrecy aside; links in blue are only a note."""
    coloured = {one.index for element in _COLOURED for found in examined.all(element) for one in found.paragraphs}
    for paragraph in paragraphs_with_text(examined):
        if paragraph.index in coloured:
            continue
        for run, start in visible_runs(paragraph):
            if run.color.upper() not in {one.upper() for one in _BLACK}:
                is_link = run.underline and run.color.upper() in _LINK
                yield Departure(paragraph, {"found": run.color}, start, start + len(run.text), unsure=is_link)
                break


@check("mau_dau_khan", NoParameters)
def check_urgency_colour(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A mark of urgency that is not red."""
    for found in examined.all(Element.URGENCY):
        for paragraph in found.paragraphs:
            run = next((run for run, _start in visible_runs(paragraph)), None)
            if run is not None and not _RED.fullmatch(run.color.upper()):
                yield Departure(paragraph, {"found": run.color}, unsure=found.confidence < SURE)


@check("co_chu", LookParameters)
def check_size(examined: Examined, parameters: LookParameters) -> Iterator[Departure]:
    """An element in a size outside what the decree allows; one departure for a paragraph."""
    for found, figures in _occurrences(examined, parameters):
        least, most = figures.size_range or (figures.size, figures.size)
        expected = f"{least:g}" if least == most else f"{least:g} - {most:g}"
        for paragraph in found.paragraphs:
            for run, start in visible_runs(paragraph):
                if run.size is not None and not run.raised and not least <= run.size <= most:
                    yield Departure(
                        paragraph,
                        {"found": f"{run.size:g}".replace(".", ","), "expected": expected},
                        start,
                        start + len(run.text),
                        unsure=found.confidence < SURE,
                    )
                    break


@check("kieu_chu", LookParameters)
def check_face(examined: Examined, parameters: LookParameters) -> Iterator[Departure]:
    """An element that is not upright or italic, bold or not bold, as it has to be."""
    for found, figures in _occurrences(examined, parameters):
        for paragraph in found.paragraphs:
            departure = _face_departure(found, paragraph, figures)
            if departure is not None:
                yield departure


def _face_departure(found: Recognised, paragraph: SeenParagraph, figures: ParagraphFigures) -> Departure | None:
    runs = list(visible_runs(paragraph))
    if found.element in _LED_BY_NUMBER or (found.element is Element.SECTION and _is_sentence(paragraph.text)):
        runs = runs[:1]
    wrong = [(run, start) for run, start in runs if (run.bold, run.italic) != (figures.bold, figures.italic)]
    if not wrong:
        return None
    run, start = wrong[0]
    found_face = face_words(bold=run.bold, italic=run.italic)
    expected = face_words(bold=figures.bold, italic=figures.italic)
    values = {
        "found": found_face.vi, "found_en": found_face.en, "expected": expected.vi, "expected_en": expected.en,
    }  # fmt: skip
    letters = sum(len(one.text) for one, _ in wrong)
    # A word set apart within a longer element may be meant; the whole element in another face is not.
    is_part = letters < 0.5 * sum(len(one.text) for one, _ in runs)
    return Departure(paragraph, values, start, start + len(run.text), unsure=found.confidence < SURE or is_part)


def _is_sentence(text: str) -> bool:
    """Say whether a section has no title, but begins with its text, which is not bold: "I. Gửi báo cáo trước …."."""
    return text.rstrip().endswith((".", ";", ":"))


@check("loai_chu", LookParameters)
def check_case(examined: Examined, parameters: LookParameters) -> Iterator[Departure]:
    """An element in small letters that has to be in capitals, or the reverse."""
    for found, figures in _occurrences(examined, parameters):
        for paragraph in found.paragraphs:
            text = paragraph.text
            capitals = text == upper_vi(text) or text == text.upper()
            has_letters = len(_NOT_LETTERS.findall(text)) >= 4
            if figures.case == "upper" and not capitals:
                yield _case_departure(found, paragraph, "in thường", "in hoa")
            elif figures.case != "upper" and capitals and has_letters and " " in text.strip():
                yield _case_departure(found, paragraph, "in hoa", "in thường")


_CASES = {"in thường": "small letters", "in hoa": "capitals"}


def _case_departure(found: Recognised, paragraph: SeenParagraph, is_now: str, has_to_be: str) -> Departure:
    values = {"found": is_now, "found_en": _CASES[is_now], "expected": has_to_be, "expected_en": _CASES[has_to_be]}
    return Departure(paragraph, values, unsure=found.confidence < SURE)


@check("canh_le", LookParameters)
def check_alignment(examined: Examined, parameters: LookParameters) -> Iterator[Departure]:
    """An element that is aligned otherwise than it has to be; one line fills no room to show that it is justified."""
    for found, figures in _occurrences(examined, parameters):
        for paragraph in () if found.is_piece else found.paragraphs:
            if not paragraph.text.strip() or paragraph.align == figures.align or _is_placed(paragraph.text):
                continue
            # A short line looks the same justified, and so does a list of short lines.
            if figures.align == "justify" and paragraph.align == "left" and not takes_lines(examined, paragraph):
                continue
            if figures.align == "left" and paragraph.align == "justify":
                continue
            # "Bộ trưởng Bộ … điện:" stands in the middle (specimen 1.6).
            if (
                found.element is Element.BODY
                and paragraph.align == "center"
                and paragraph.text.rstrip().endswith(":")
            ):
                continue
            if paragraph.left > _SET_APART and found.element is Element.BODY:
                continue
            is_now, has_to_be = ALIGNMENTS[paragraph.align], ALIGNMENTS[figures.align]
            values = {
                "found": is_now.vi, "found_en": is_now.en, "expected": has_to_be.vi, "expected_en": has_to_be.en,
            }  # fmt: skip
            yield Departure(paragraph, values, unsure=found.confidence < SURE)


def _is_placed(text: str) -> bool:
    """Say whether a text is put in its place with tabs or spaces, so that its alignment says nothing."""
    return "\t" in text or text.startswith("   ")


def room_of(examined: Examined, paragraph: SeenParagraph) -> float:
    """Return how wide the room of a paragraph is, in points: that of its cell, or of the text of its section."""
    if paragraph.cell is not None and paragraph.cell.width:
        return paragraph.cell.width
    section = next((one for one in examined.seen.sections if one.index == paragraph.section), None)
    if section is None:
        return 0.0
    return (section.page_width - section.left - section.right) * 72 / 25.4


def takes_lines(examined: Examined, paragraph: SeenParagraph) -> bool:
    """Say whether a paragraph is surely longer than one line."""
    width = sum(
        text_width(run.text, size=run.size or 13, bold=run.bold, italic=run.italic)
        for run in paragraph.runs
        if not run.is_hidden
    )
    return width > room_of(examined, paragraph) * 1.05


@check("than_bai_kieu_chu", NoParameters)
def check_body_face(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A body that is italic or bold for the most part: single words and paragraphs may be set apart."""
    body = [one for found in examined.all(Element.BODY) for one in found.paragraphs]
    letters = Counter[tuple[bool, bool]]()
    for run in _runs_of(body):
        letters[run.bold, run.italic] += len(run.text)
    if not letters:
        return
    (bold, italic), count = letters.most_common(1)[0]
    if (bold or italic) and count > 0.6 * letters.total():
        face = face_words(bold=bold, italic=italic)
        yield Departure(body[0], {"found": face.vi, "found_en": face.en})


def _runs_of(paragraphs: Iterable[SeenParagraph]) -> Iterator[SeenRun]:
    for paragraph in paragraphs:
        yield from (run for run, _start in visible_runs(paragraph))
