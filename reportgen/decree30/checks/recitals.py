"""Recitals (căn cứ): how each ends, what each must say of the document that it cites, and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.decree30.checks.base import Departure, Examined, NoParameters, check, within
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import FoundCitation, find_citations
from reportgen.decree30.seen import SeenParagraph

_LAW = re.compile(r"^\s*Căn cứ\s+(?:Bộ luật|Luật|Pháp lệnh)\b")
_LAW_NUMBER = re.compile(r"\bsố\s*\d+(?:/\d{4})?/[A-ZĐ][\wĐ-]*")
_RANKS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết của Quốc hội", "Nghị định", "Quyết định", "Thông tư",
)  # fmt: skip
_CITED = re.compile(rf"^\s*Căn cứ\s+({'|'.join(_RANKS)})\b")


def groups_of_recitals(examined: Examined) -> Iterator[list[tuple[Recognised, SeenParagraph]]]:
    """Yield the recitals of each text of the file, in order, as paragraphs with their elements."""
    for part in sorted({found.part for found in examined.all(Element.RECITAL)}):
        group = [(found, one) for found in examined.all(Element.RECITAL, part) for one in found.paragraphs]
        if group:
            yield sorted(group, key=lambda pair: pair[1].index)


@check("can_cu_dau_cuoi", NoParameters)
def check_endings(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A recital that does not end with ";", or a last one that does not end with "."."""
    for group in groups_of_recitals(examined):
        for position, (found, paragraph) in enumerate(group):
            needed = "." if position == len(group) - 1 else ";"
            text = paragraph.text.rstrip()
            # Older decisions go on with a comma into "QUYẾT ĐỊNH:"; it is the last sign that counts.
            if text and text[-1] != needed:
                ending = text[-1] if not text[-1].isalnum() else "không có dấu"
                yield within(found, paragraph, len(text) - 1, len(text), found=ending, expected=needed)


@check("can_cu_day_du", NoParameters)
def check_complete(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A recital that cites a document without its date, its issuer or its abstract."""
    for group in groups_of_recitals(examined):
        for found, paragraph in group:
            if not paragraph.text.lstrip().startswith("Căn cứ"):
                continue
            citation = next((one for one in find_citations(paragraph.text) if one.number_text is not None), None)
            missing = _missing(citation, paragraph.text) if citation is not None else []
            if citation is not None and missing and not _LAW.match(paragraph.text):
                vi, en = ", ".join(one for one, _ in missing), ", ".join(one for _, one in missing)
                yield within(found, paragraph, citation.start, citation.end, missing=vi, missing_en=en)


def _missing(citation: FoundCitation, text: str) -> list[tuple[str, str]]:
    rest = text[citation.end :]
    missing = []
    if citation.date is None and not re.search(r"\bngày\b", rest[:12]):
        missing.append(("thời gian ban hành", "the date"))
    if citation.issuer is None and " của " not in rest:
        missing.append(("cơ quan ban hành", "the issuer"))
    elif len(rest.split(" của ", 1)[-1].split()) < 5:
        missing.append(("trích yếu", "the abstract"))
    return missing


@check("can_cu_luat", NoParameters)
def check_law(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A law or ordinance cited with its number or its issuer."""
    for group in groups_of_recitals(examined):
        for found, paragraph in group:
            number = _LAW_NUMBER.search(paragraph.text)
            if _LAW.match(paragraph.text) and number is not None:
                yield within(found, paragraph, number.start(), number.end(), found=number[0])


@check("can_cu_thu_tu", NoParameters)
def check_order(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A law cited below a decree, and the like."""
    for group in groups_of_recitals(examined):
        highest, above = -1, ""
        for found, paragraph in group:
            match = _CITED.match(paragraph.text)
            rank = _RANKS.index(match[1]) if match else None
            # Laws and ordinances before decrees; below these, agencies order as they see fit.
            if rank is not None and match is not None and rank <= 3 < highest:
                yield within(found, paragraph, match.start(1), match.end(1), found=match[1], above=above)
            if rank is not None and match is not None and rank > highest:
                highest, above = rank, match[1]
