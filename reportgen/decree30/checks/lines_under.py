"""The lines under names: whether there is one, and how long it is beside the text that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from reportgen.decree30.checks.base import SURE, Departure, Examined, Parameters, check
from reportgen.decree30.checks.typeface import room_of
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.seen import SeenParagraph
from reportgen.write.text_width import longest_line_width, text_width

_TYPED = re.compile(r"[\s_–—\-=─━*]*[_–—\-─━*]{3,}[\s_–—\-=─━*]*")
# Word's own room beside the text of a cell, both sides together; whether a table has it is not told.
_CELL_ROOM = 10.8
_NEAR = 3


class RuleParameters(Parameters):
    """Below which elements the line stands (the first of them that the document has), and which figures it has."""

    elements: tuple[Element, ...] = Field(alias="duoi")
    figures: str = Field(alias="ke")
    but_kinds: tuple[str, ...] = Field(default=(), alias="tru_loai")


@dataclass(frozen=True, slots=True)
class _Line:
    paragraph: SeenParagraph
    least: float | None
    """Its length in points, as far as it is known: between these two."""
    most: float | None


@check("co_duong_ke", RuleParameters)
def check_line(examined: Examined, parameters: RuleParameters) -> Iterator[Departure]:
    """No line where one has to be."""
    for found in _bearers(examined, parameters):
        if _find_line(examined, found) is None:
            last = found.paragraphs[-1]
            is_underlined = any(run.underline for run in last.runs)
            # A line that is anchored elsewhere on the page may well be drawn below this text.
            drawn_elsewhere = any(abs(line.paragraph - last.index) <= 12 for line in examined.seen.lines)
            yield Departure(last, unsure=found.confidence < SURE or is_underlined or drawn_elsewhere)


@check("do_dai_duong_ke", RuleParameters)
def check_line_length(examined: Examined, parameters: RuleParameters) -> Iterator[Departure]:
    """A line that is too long or too short beside its text."""
    least_share, most_share = examined.layout.rules[parameters.figures].share_range
    tolerance = 0.1 if least_share == most_share else 0.04
    for found in _bearers(examined, parameters):
        if found.element not in parameters.elements:
            continue
        line = _find_line(examined, found)
        width = _text_width(examined, found)
        if line is None or line.least is None or line.most is None or not width:
            continue
        longest, shortest = line.most / width, line.least / width
        if longest < least_share - tolerance or shortest > most_share + tolerance:
            values = {"found": f"{(longest + shortest) / 2:.0%}", "expected": _share(least_share, most_share)}
            yield Departure(line.paragraph, values, unsure=found.confidence < SURE)


def _share(least: float, most: float) -> str:
    return "100%" if least == most == 1 else f"{least:.0%} - {most:.0%}"


def _bearers(examined: Examined, parameters: RuleParameters) -> Iterator[Recognised]:
    """Yield, for each text of the file, the element below which the line stands."""
    if examined.recognised.kind_key in parameters.but_kinds:
        return
    for part in sorted({found.part for found in examined.recognised.elements}):
        occurrences = [examined.first(element, part) for element in parameters.elements]
        found = next((one for one in occurrences if one is not None), None)
        if found is not None:
            yield _last_of_title(examined, found)


def _last_of_title(examined: Examined, found: Recognised) -> Recognised:
    """Return what the line stands below: in a text issued with a decision, the words "(Kèm theo …)" come between."""
    attached = examined.first(Element.APPENDIX_ATTACHMENT, found.part)
    if found.element is Element.ABSTRACT and attached is not None:
        return attached
    return found


def _text_width(examined: Examined, found: Recognised) -> float:
    last = found.paragraphs[-1]
    room = room_of(examined, last) or 10_000.0
    widths = []
    for paragraph in found.paragraphs:
        run = next((one for one in paragraph.runs if one.text.strip()), None)
        if run is not None and run.size:
            widths.append(
                longest_line_width(
                    paragraph.text.strip(), size=run.size, width=room, bold=run.bold, italic=run.italic
                )
            )
    return max(widths, default=0.0)


def _find_line(examined: Examined, found: Recognised) -> _Line | None:
    last = found.paragraphs[-1]
    if last.border_bottom:
        return _bordered(examined, last)
    drawn = {line.paragraph: line.width for line in examined.seen.lines}
    own = [one.index for one in found.paragraphs]
    following = _following(examined, last)
    for index in (*own, *(one.index for one in following)):
        if index in drawn:
            return _Line(last, drawn[index], drawn[index])
    for paragraph in following:
        is_box = paragraph.border_top and paragraph.border_bottom
        if not is_box and (paragraph.border_top or (paragraph.border_bottom and not paragraph.text.strip())):
            return _bordered(examined, paragraph)
        if _TYPED.fullmatch(paragraph.text) and paragraph.text.strip():
            size = next((run.size for run in paragraph.runs if run.size), 13.0)
            if len(paragraph.text.split()) > 1:
                # Lines of two columns, drawn in one paragraph.
                return _Line(paragraph, None, None)
            width = text_width(paragraph.text.strip(), size=size)
            return _Line(paragraph, width, width)
        if paragraph.text.strip():
            return None
    return None


def _following(examined: Examined, last: SeenParagraph) -> list[SeenParagraph]:
    """Return the paragraphs right below, in the same cell if it is in one."""
    near = [one for one in examined.seen.paragraphs if last.index < one.index <= last.index + _NEAR]
    return [one for one in near if one.cell == last.cell and one.in_text_box == last.in_text_box]


def _bordered(examined: Examined, paragraph: SeenParagraph) -> _Line:
    room = room_of(examined, paragraph)
    if not room or (paragraph.cell is not None and not paragraph.cell.width):
        return _Line(paragraph, None, None)
    length = room - paragraph.left - paragraph.right
    return _Line(paragraph, length - (_CELL_ROOM if paragraph.cell is not None else 0), length)
