"""The letters themselves: composed Unicode, no remains of older encodings, one way to place tones; and spaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pydantic import Field

from reportgen.decree30.checks.base import (
    Departure,
    Examined,
    NoParameters,
    Parameters,
    Regex,
    check,
    paragraphs_with_text,
)
from reportgen.vietnamese.unicode_forms import find_forbidden_characters

# "Céng hßa" (TCVN3) and "Coäng hoøa" (VNI): signs that Vietnamese in Unicode never has inside words.
_TCVN3 = re.compile(
    r"\b[A-Za-z]*[µ¸¶·¹»¾¼½Æ§®©ª«¬­¦¨Þ×ÐÑÎÏßþåæø±]+[a-z]*\b|[a-z][®§¶¸µ·¹]|[®§][^\W\d_]|[a-z][ÊËÌÍÎÏÒÓÔÖ]\w"
)
_VNI = re.compile(r"\b[A-Za-zñÑôÔöÖ]*(?:[aAeEoOuUyY][äåæëïøûüÿ]|[oOuU][äå]|[aA][êëèéúü]|[öô][ïøûõù])[a-z]*\b")
_DECOMPOSED = re.compile("[a-zA-ZđĐăâêôơưĂÂÊÔƠƯ][\u0300-\u0323]+")
_OLD = re.compile(r"\b[^\W\d_]*?(?:ò|ó|ỏ|õ|ọ)(?:a|e)\b|\b[^\W\d_]*?(?<![qQ])(?:ù|ú|ủ|ũ|ụ)y\b")
_NEW = re.compile(r"\b[^\W\d_]*?o(?:à|á|ả|ã|ạ|è|é|ẻ|ẽ|ẹ)\b|\b[^\W\d_]*?(?<![qQ])u(?:ỳ|ý|ỷ|ỹ|ỵ)\b")
# So many words with tones in one place, and so small a share in the other, make that one the text's own.
_MANY, _FEW = 8, 0.15
_NEAR = 5
_FILLED = re.compile(r"[.…_]{3,}")


@check("unicode_dung_san", NoParameters)
def check_composed(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Letters whose marks are characters of their own; one departure for a paragraph."""
    for paragraph in paragraphs_with_text(examined):
        match = _DECOMPOSED.search(paragraph.text)
        if match is not None and not unicodedata.is_normalized("NFC", paragraph.text):
            start, end = _word_around(paragraph.text, match.start(), match.end())
            yield Departure(paragraph, {"found": paragraph.text[start:end]}, start, end)


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


@check("ky_tu_cam", NoParameters)
def check_forbidden(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Characters that nobody sees and that hide or change what is written."""
    for paragraph in paragraphs_with_text(examined):
        text = paragraph.text
        for index, character in find_forbidden_characters(text)[:1]:
            yield Departure(paragraph, {"found": f"U+{ord(character):04X}"}, index, index + 1)


@check("ma_cu", NoParameters)
def check_legacy(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """Words in the letters of TCVN3 or VNI, in whatever font."""
    for paragraph in paragraphs_with_text(examined):
        found = [*_TCVN3.finditer(paragraph.text), *_VNI.finditer(paragraph.text)]
        if len(found) >= 2:
            first = min(found, key=lambda match: match.start())
            yield Departure(paragraph, {"found": first[0]}, first.start(), first.end())


@check("dat_dau_thanh", NoParameters)
def check_tones(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A word with its tone in the other place than the text has it: in the same word, or in nearly all others.

    Names keep the tones that their bearers give them, so only words in small letters count for the others.
    """
    words = [
        (is_old, match, paragraph)
        for paragraph in paragraphs_with_text(examined)
        for is_old, pattern in ((True, _OLD), (False, _NEW))
        for match in pattern.finditer(paragraph.text)
    ]
    usual = _usual_place([is_old for is_old, match, _paragraph in words if match[0].islower()])
    places: dict[str, str] = {}
    told: set[str] = set()
    example = next((match[0] for is_old, match, _p in words if is_old is usual and match[0].islower()), "")
    for is_old, match, paragraph in sorted(words, key=lambda one: (one[2].story, one[2].index, one[1].start())):
        key = _without_tone(match[0])
        other = places.setdefault(key, match[0].casefold())
        if other == match[0].casefold():
            is_unusual = usual is not None and is_old is not usual and match[0].islower()
            other = example if is_unusual else other
        if other != match[0].casefold() and key not in told:
            told.add(key)
            yield Departure(paragraph, {"found": match[0], "other": other}, match.start(), match.end())


def _usual_place(are_old: Sequence[bool]) -> bool | None:
    """Say whether nearly all words have their tones in the old place (`False`: in the new one); `None` if neither."""
    old = sum(are_old)
    for count, is_old in ((old, True), (len(are_old) - old, False)):
        if count >= _MANY and len(are_old) - count <= count * _FEW:
            return is_old
    return None


def _without_tone(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tone = next((sign for sign in decomposed if sign in "\u0300\u0301\u0303\u0309\u0323"), "")
    return "".join(sign for sign in decomposed if sign != tone) + tone


class SpaceParameters(Parameters):
    """A pattern of what is wrong, and what may stand there all the same."""

    pattern: Regex = Field(alias="mau")
    but: Regex | None = Field(default=None, alias="tru")
    most: int = Field(default=3, alias="nhieu_nhat")


@check("mau_chu_sai", SpaceParameters)
def check_pattern(examined: Examined, parameters: SpaceParameters) -> Iterator[Departure]:
    """Places in the text that have a pattern: two spaces, a space before a comma, a dash for a hyphen."""
    wrong = re.compile(parameters.pattern)
    but = re.compile(parameters.but) if parameters.but else None
    for paragraph in paragraphs_with_text(examined):
        told = 0
        if len(_FILLED.findall(paragraph.text)) > 1:
            # A line of a form, set out with spaces.
            continue
        for match in wrong.finditer(paragraph.text):
            # Around a place left open ("Số: …… / ……") spaces are what room there is.
            if _FILLED.search(paragraph.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
                continue
            if but is not None and but.match(paragraph.text[max(0, match.start() - 12) : match.end() + 12]):
                continue
            if told < parameters.most:
                told += 1
                start, end = match.span()
                around = paragraph.text[max(0, start - 8) : end + 8].strip()
                yield Departure(paragraph, {"found": around}, start, end)
