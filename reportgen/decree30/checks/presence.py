"""Whether the elements that a document must have are there, and whether their set words are as they must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from reportgen.decree30.checks.base import SURE, Departure, Examined, Parameters, at, check, within
from reportgen.decree30.elements import Element
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.unicode_forms import compose, tone_key


class NeededParameters(Parameters):
    """Any of `elements` must be there, in documents of the kinds `of_kinds` (`None`: any) but not of `but_kinds`."""

    elements: tuple[Element, ...] = Field(alias="mot_trong", min_length=1)
    of_kinds: tuple[str, ...] | None = Field(default=None, alias="loai")
    but_kinds: tuple[str, ...] = Field(default=(), alias="tru_loai")


@check("phai_co", NeededParameters)
def check_needed(examined: Examined, parameters: NeededParameters) -> Iterator[Departure]:
    """An element that is missing from the document itself."""
    kind = examined.recognised.kind_key
    if parameters.of_kinds is not None and kind not in parameters.of_kinds:
        return
    if kind in parameters.but_kinds or not looks_like_a_document(examined):
        return
    if not any(examined.first(element) for element in parameters.elements):
        # Without a known kind, an element that some kinds lack is only missed.
        unsure = kind is None and (parameters.of_kinds is not None or bool(parameters.but_kinds))
        yield Departure(None, unsure=unsure)


_HEAD = (Element.NATIONAL_NAME, Element.MOTTO, Element.ISSUING_AGENCY, Element.NUMBER_SYMBOL, Element.PLACE_DATE)


def looks_like_a_document(examined: Examined) -> bool:
    """Say whether two of the elements at a document's head are there, so that the others can be missed."""
    return sum(examined.first(element) is not None for element in _HEAD) >= 2


class NotIn(Parameters):
    """An element that documents of some kinds do not have."""

    element: Element = Field(alias="yeu_to")
    kinds: tuple[str, ...] = Field(alias="loai")


@check("khong_co", NotIn)
def check_not_there(examined: Examined, parameters: NotIn) -> Iterator[Departure]:
    """An element in a document of a kind that has none."""
    found = examined.first(parameters.element)
    if found is not None and examined.recognised.kind_key in parameters.kinds:
        yield at(found)


class SetWords(Parameters):
    """What an element has to say, letter for letter but for the place of tones; `case` counts capitals too."""

    element: Element = Field(alias="yeu_to")
    words: str = Field(alias="chu")
    case: bool = Field(default=True, alias="ke_ca_hoa_thuong")


@check("chu_dung", SetWords)
def check_words(examined: Examined, parameters: SetWords) -> Iterator[Departure]:
    """Set words that are written otherwise; the tone placed the other way (HOÀ for HÒA) is in use, and is a note."""
    for found in examined.all(parameters.element):
        text = compose(" ".join(found.text.replace("\n", " ").split(" "))).strip()
        have, need = text, compose(parameters.words)
        if not parameters.case:
            have, need = have.upper(), need.upper()
        if have != need:
            departure = at(found, found=text, expected=parameters.words)
            yield replace(departure, unsure=departure.unsure or tone_key(have) == tone_key(need))


class OpeningParameters(Parameters):
    """How the text of an element has to begin."""

    element: Element = Field(alias="yeu_to")
    openings: tuple[str, ...] = Field(alias="mo_dau")


@check("mo_dau", OpeningParameters)
def check_opening(examined: Examined, parameters: OpeningParameters) -> Iterator[Departure]:
    """An element that begins with other words."""
    for found in examined.all(parameters.element):
        text = compose(found.text).strip()
        if text and not text.startswith(parameters.openings):
            yield at(found, found=text[:20], expected=parameters.openings[0])


class EndingParameters(Parameters):
    """With which signs the text of an element may not end."""

    element: Element = Field(alias="yeu_to")
    signs: tuple[str, ...] = Field(alias="khong_ket_thuc")


@check("ket_thuc_khong", EndingParameters)
def check_no_ending(examined: Examined, parameters: EndingParameters) -> Iterator[Departure]:
    """An element that ends with a sign that it must not have."""
    for found in examined.all(parameters.element):
        last = found.paragraphs[-1]
        text = last.text.rstrip()
        if text.endswith(parameters.signs) and not text.endswith("..."):
            yield within(found, last, len(text) - 1, len(text), found=text[-1])


class OrderParameters(Parameters):
    """Which element stands below which in the letterhead."""

    above: Element = Field(alias="tren")
    below: Element = Field(alias="duoi")


@check("thu_tu_yeu_to", OrderParameters)
def check_order(examined: Examined, parameters: OrderParameters) -> Iterator[Departure]:
    """Two elements in the wrong order, in one cell or column."""
    above, below = examined.first(parameters.above), examined.first(parameters.below)
    if above is None or below is None or above.confidence < SURE or below.confidence < SURE:
        return
    one, other = above.paragraphs[0], below.paragraphs[0]
    if one.index > other.index and _column(one) == _column(other):
        yield replace(at(below), values={"found": above.text.strip().splitlines()[0]})


def _column(paragraph: SeenParagraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.column) if paragraph.cell else None
