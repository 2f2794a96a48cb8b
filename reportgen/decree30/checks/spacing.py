"""Indents and spacing of the body (Appendix I, part I, II.6.e)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.decree30.checks.base import SURE, Departure, Examined, NoParameters, check
from reportgen.decree30.checks.typeface import takes_lines
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.seen import SeenParagraph

_POINTS_PER_CM = 72 / 2.54
_INDENTS_CM = (1.0, 1.27)
# A typed tab moves to the next stop, half an inch away by default.
_TOLERANCE_CM = 0.06
_LEAST_GAP = 6.0
# A block such as the addressees of a telegram, in points.
_FAR_IN = 80.0
_LINES = (1.0, 1.5)
_TOLERANCE = 0.03
# Single spacing of Times New Roman, in sizes of the text.
_SINGLE = 1.15
_RUNNING = (Element.BODY, Element.ARTICLE, Element.CLAUSE, Element.POINT)


def _running_text(examined: Examined) -> Iterator[tuple[Recognised, SeenParagraph]]:
    """Yield the paragraphs of running text: not those in tables and text boxes, nor blocks that are set far in."""
    for element in _RUNNING:
        for found in examined.all(element):
            for paragraph in () if found.is_piece else found.paragraphs:
                is_outside = paragraph.cell is not None or paragraph.in_text_box or paragraph.left > _FAR_IN
                if not is_outside and paragraph.text.strip():
                    yield found, paragraph


@check("lui_dau_dong", NoParameters)
def check_indent(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A first line that is not 1 cm or 1.27 cm further in; what is centred or begins with a tab is left alone."""
    for found, paragraph in _running_text(examined):
        if paragraph.align not in {"justify", "left"} or paragraph.text[0] in "\t ":
            continue
        in_all = (paragraph.left + paragraph.first_line) / _POINTS_PER_CM
        own = paragraph.first_line / _POINTS_PER_CM
        if not any(abs(one - allowed) <= _TOLERANCE_CM for one in (in_all, own) for allowed in _INDENTS_CM):
            # Lists are often set in deeper; only running text at the margin is surely wrong.
            unsure = found.confidence < SURE or in_all > _INDENTS_CM[1] or bool(paragraph.number)
            yield Departure(paragraph, {"found": f"{in_all:.2f}".replace(".", ",")}, unsure=unsure)


@check("cach_doan", NoParameters)
def check_gap(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Two paragraphs of running text less than 6 points apart."""
    body = sorted((paragraph for _found, paragraph in _running_text(examined)), key=lambda one: one.index)
    sure = {one.index for found, one in _running_text(examined) if found.confidence >= SURE}
    for one, following in pairwise(body):
        gap = max(one.after, following.before)
        total = one.after + following.before
        if following.index == one.index + 1 and total < _LEAST_GAP - 0.01 and gap < _LEAST_GAP - 0.01:
            yield Departure(following, {"found": f"{total:g}".replace(".", ",")}, unsure=following.index not in sure)


@check("cach_dong", NoParameters)
def check_line_spacing(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Lines closer than single or further apart than 1.5, in paragraphs that have more than one."""
    for found, paragraph in _running_text(examined):
        lines = _lines(paragraph)
        if lines is None or _LINES[0] - _TOLERANCE <= lines <= _LINES[1] + _TOLERANCE:
            continue
        if takes_lines(examined, paragraph):
            values = {"found": f"{lines:.2f}".rstrip("0").rstrip(".").replace(".", ",")}
            # Exact spacing is compared with a single line of the text's own size, which fonts differ in.
            unsure = found.confidence < SURE or (paragraph.line is None and 0.9 < lines < 1.65)
            yield Departure(paragraph, values, unsure=unsure)


def _lines(paragraph: SeenParagraph) -> float | None:
    if paragraph.line is not None:
        return paragraph.line
    size = max((run.size or 0 for run in paragraph.runs), default=0)
    if paragraph.line_points is None or not size:
        return None
    return paragraph.line_points / (size * _SINGLE)
