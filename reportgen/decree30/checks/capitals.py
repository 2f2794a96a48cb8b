"""Capitals (Appendix II): set words and names, what begins a sentence, cited provisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import Field

from reportgen.decree30.checks.base import (
    Departure,
    Examined,
    NoParameters,
    Parameters,
    Regex,
    begins_sentence,
    check,
    is_in_capitals,
    paragraphs_with_text,
)

_ABBREVIATIONS = re.compile(
    r"(?:\b(?:TP|Tp|TS|ThS|PGS|GS|BS|KT|TM|TL|TUQ|Q|Tr|tr|St|vs|v\.v|V\.v|ĐT|No|Mr|Mrs|Dr|Ts|Ths|tp|stt)"
    r"|(?:^|[;:,(\n]\s*)\d+|\b[A-ZĐ]|\.\.)$"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ])")


class PhraseParameters(Parameters):
    """Names as they have to be written; any other case of the same letters is wrong, but for all capitals.

    `not_before` is what may not follow (a longer name), and `not_after` what may not stand before.
    """

    right: tuple[str, ...] = Field(alias="dung")
    not_before: Regex | None = Field(default=None, alias="khong_truoc")
    not_after: Regex | None = Field(default=None, alias="khong_sau")


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...], not_before: str | None) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    after = f"(?!{not_before})" if not_before else ""
    return re.compile(rf"\b({joined})\b{after}", re.IGNORECASE)


@check("cum_tu_hoa", PhraseParameters)
def check_phrases(examined: Examined, parameters: PhraseParameters) -> Iterator[Departure]:
    """A set name with other capitals than it has."""
    pattern = _pattern(parameters.right, parameters.not_before)
    right = {name.casefold(): name for name in parameters.right}
    for paragraph in paragraphs_with_text(examined):
        for match in pattern.finditer(paragraph.text):
            if is_in_capitals(paragraph.text):
                break
            written = re.sub(r"\s+", " ", match[0])
            needed = right.get(written.casefold())
            if needed is None or written == needed or written == written.upper():
                continue
            if parameters.not_after and re.search(rf"(?:{parameters.not_after})$", paragraph.text[: match.start()]):
                continue
            if written[0].isupper() and written[1:] == needed[1:] and begins_sentence(paragraph, match.start()):
                continue
            yield Departure(paragraph, {"found": written, "expected": needed}, match.start(), match.end())


@check("dau_cau_hoa", NoParameters)
def check_sentences(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A small letter after the end of a sentence."""
    for paragraph in paragraphs_with_text(examined):
        for match in _SENTENCE.finditer(paragraph.text):
            before = paragraph.text[: match.start() - 1] if match.start() else ""
            # "…. năm" is a place left open.
            is_short = _ABBREVIATIONS.search(before) is not None or before.endswith((".", "…"))
            if paragraph.text[match.start() - 1] == "." and is_short:
                continue
            start = match.end()
            word = re.match(r"\w+", paragraph.text[start:])
            end = start + (word.end() if word else 1)
            yield Departure(paragraph, {"found": paragraph.text[start:end]}, start, end)


class RegexParameters(Parameters):
    """A pattern whose group 1 is the word in question."""

    pattern: Regex = Field(alias="mau")
    capital: bool = Field(default=True, alias="viet_hoa")
    """Whether the first letter of the group has to be a capital, or must not be one."""


@check("viet_hoa_theo_mau", RegexParameters)
def check_regex(examined: Examined, parameters: RegexParameters) -> Iterator[Departure]:
    """A word whose first letter has to be a capital at that place ("khoản 2 điều 5"), or must not be one."""
    pattern = re.compile(parameters.pattern)
    for paragraph in paragraphs_with_text(examined):
        for match in pattern.finditer(paragraph.text):
            if is_in_capitals(paragraph.text):
                break
            word = match[1]
            first = word[0].upper() if parameters.capital else word[0].lower()
            needed = first + word[1:]
            if word == needed or (not parameters.capital and begins_sentence(paragraph, match.start(1))):
                continue
            yield Departure(paragraph, {"found": word, "expected": needed}, match.start(1), match.end(1))
