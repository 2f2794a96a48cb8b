"""The signing authority, the signer's name, and the mark that ends the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.decree30.checks.base import CAPITAL_LETTERS, SURE, Departure, Examined, NoParameters, check, within
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.unicode_forms import compose

_ABBREVIATION = re.compile(rf"\s*(T\.?\s?M|K\.?\s?T|T\.?\s?L|T\.?\s?U\.?\s?Q|Q)(\.|/|:)?(?=\s*[{CAPITAL_LETTERS}])")
_WRITTEN_OUT = re.compile(r"\s*(THAY MẶT|KÝ THAY|THỪA LỆNH|THỪA ỦY QUYỀN|THỪA UỶ QUYỀN|T/M|K/T|T/L|TU\.Q)\b")
_DEGREE = re.compile(
    r"\s*((?:PGS|GS|TS|ThS|Th\.S|Ths|BS|KS|CN|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|NGND|NGƯT"
    r"|Ông|Bà)[.\s])", re.IGNORECASE
)  # fmt: skip
_END = "./."
# What follows in parentheses ("(Gửi kèm Phụ lục)") is no text that goes on.
_MARK_WITHIN = re.compile(r"(?<=[^\s./…])\./\.(?=\s+[^\s(])")
_FOR_ANOTHER = ("KT.", "TL.", "TUQ.")


def _lines(found: Recognised) -> Iterator[tuple[SeenParagraph, str, int]]:
    for paragraph in found.paragraphs:
        start = 0
        for line in paragraph.text.split("\n"):
            if line.strip():
                yield paragraph, compose(line), start
            start += len(line) + 1


@check("quyen_han_viet_tat", NoParameters)
def check_abbreviation(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An authority that is abbreviated otherwise than TM., Q., KT., TL., TUQ., or written out."""
    for found in examined.all(Element.SIGNING_AUTHORITY):
        for paragraph, line, start in _lines(found):
            match = _ABBREVIATION.match(line)
            written_out = _WRITTEN_OUT.match(line)
            if written_out is not None:
                yield within(found, paragraph, start, start + written_out.end(), found=written_out[1])
            elif match is not None and _is_authority(match, line):
                short = re.sub(r"[.\s]", "", match[1])
                if match[1] != short or match[2] != ".":
                    expected = f"{short}."
                    written = match[0].strip()
                    yield within(found, paragraph, start, start + match.end(), found=written, expected=expected)


def _is_authority(match: re.Match[str], line: str) -> bool:
    """Say whether letters at the head of a line stand for an authority, not for the first word of a title."""
    return match[2] is not None or (line[match.end() :].startswith(" ") and line[match.end() :].strip() != "")


@check("quyen_han_cach", NoParameters)
def check_space(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """No space between "KT." and the title."""
    for found in examined.all(Element.SIGNING_AUTHORITY):
        for paragraph, line, start in _lines(found):
            match = re.match(r"\s*(TM|KT|TL|TUQ|Q)\.(?=[^\s.])", line)
            if match is not None:
                yield within(found, paragraph, start, start + match.end(), found=match[0].strip())


@check("quyen_han_hai_dong", NoParameters)
def check_own_title(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An authority such as "KT. BỘ TRƯỞNG" without the signer's own title below."""
    for found in examined.all(Element.SIGNING_AUTHORITY):
        lines = [line for _one, line, _start in _lines(found)]
        if len(lines) == 1 and lines[0].lstrip().startswith(_FOR_ANOTHER):
            # The other occurrences of the element may be its further lines.
            others = [one for one in examined.all(Element.SIGNING_AUTHORITY, found.part) if one is not found]
            if not others:
                yield within(found, found.paragraphs[0], 0, len(found.paragraphs[0].text), found=lines[0].strip())


@check("ho_ten_hoc_vi", NoParameters)
def check_degree(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A degree or form of address before the signer's name."""
    for found in examined.all(Element.SIGNER_NAME):
        for paragraph, line, start in _lines(found):
            match = _DEGREE.match(line)
            if match is not None:
                yield within(found, paragraph, start, start + match.end(), found=match[1].strip())


@check("ho_ten_viet_hoa", NoParameters)
def check_name_capitals(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A syllable of the signer's name without its capital."""
    for found in examined.all(Element.SIGNER_NAME):
        for paragraph, line, start in _lines(found):
            words = line.split()
            if any(word[0].isalpha() and not word[0].isupper() for word in words):
                yield within(found, paragraph, start, start + len(line), found=line.strip(), expected=line.title())


_TEXT = (Element.BODY, Element.ARTICLE, Element.CLAUSE, Element.POINT)


def last_of_text(examined: Examined) -> tuple[Recognised, SeenParagraph] | None:
    """Return the last paragraph of the document's own text, before the signature; `None` if a table ends it."""
    closing = [examined.first(element) for element in (Element.SIGNING_AUTHORITY, Element.DISTRIBUTION_HEAD)]
    limit = min((found.paragraphs[0].index for found in closing if found is not None), default=None)
    inside = [
        (found, paragraph)
        for element in (*_TEXT, Element.SECTION)
        for found in examined.all(element, 0)
        for paragraph in found.paragraphs
        if paragraph.text.strip() and (limit is None or paragraph.index < limit)
    ]
    if not inside or limit is None:
        return None
    found, last = max(inside, key=lambda pair: pair[1].index)
    between = [one for one in examined.seen.paragraphs if last.index < one.index < limit and one.text.strip()]
    return (found, last) if not between else None


@check("dau_ket_thuc", NoParameters)
def check_end_mark(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A text that does not end with "./."."""
    ending = last_of_text(examined)
    if ending is None or examined.recognised.kind_key in {None, "sao_y", "trich_sao", "sao_luc", "hop_dong"}:
        return
    found, last = ending
    text = last.text.rstrip()
    if not text.endswith(_END):
        unsure = found.confidence < SURE or last.cell is not None
        yield Departure(last, {"found": text[-12:]}, max(0, len(text) - 1), len(text), unsure=unsure)


@check("dau_ket_thuc_lap", NoParameters)
def check_end_mark_once(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An end mark that is written twice or with other signs: "././.", "./", ".//."."""
    for paragraph in examined.seen.paragraphs:
        match = re.search(r"(?:\./\./\.|\.\s*//\s*\.|\.{2,}/\.|\s\./\.|\./)$", paragraph.text.rstrip())
        if match is not None and not paragraph.text.rstrip().endswith(("../.", ".../.")):
            yield Departure(paragraph, {"found": match[0]}, match.start(), match.end())


@check("dau_ket_thuc_giua", NoParameters)
def check_end_mark_within(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """An end mark after which the text goes on: within a paragraph, or before another one above the signature."""
    ending = last_of_text(examined)
    own = {
        paragraph.index: (found, paragraph)
        for element in (*_TEXT, Element.SECTION)
        for found in examined.all(element)
        for paragraph in found.paragraphs
    }
    for index, (found, paragraph) in sorted(own.items()):
        match = _MARK_WITHIN.search(paragraph.text)
        if match is not None:
            yield within(found, paragraph, match.start(), match.end(), found=match[0])
        elif ending is not None and found.part == 0 and index < ending[1].index:
            text = paragraph.text.rstrip()
            if text.endswith(_END) and not text.endswith(("../.", "//.")):
                yield within(found, paragraph, len(text) - len(_END), len(text), found=_END)
