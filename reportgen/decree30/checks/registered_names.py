"""Names of agencies and provinces held against the register (Appendix II, parts III and IV).

The register reaches the checks as `Examined.names`: every name as it has to be written, by itself in small letters.
Provinces are those whose people's committees it has, departments ("Sở Y tế") those of the fields of its ministries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import Field

from reportgen.decree30.checks.base import (
    CAPITAL_LETTERS,
    Departure,
    Examined,
    NoParameters,
    Parameters,
    check,
    is_in_capitals,
    paragraphs_with_text,
)
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.unicode_forms import tone_key

_COMMITTEE = re.compile(r"Ủy ban nhân dân (?:tỉnh|thành phố|Thành phố) (?P<place>.+)")
_MINISTRY, _DEPARTMENT = "Bộ ", "Sở "
_UNIT = re.compile(r"\b(?:Tỉnh|Thành phố|Huyện|Quận)\b")
# Words whose second syllable looks like the head of a name ("cán bộ y tế", "cơ sở y tế"), and what makes that head a
# common noun ("các bộ Y tế, Tài chính").
_BEFORE_COMMON = re.compile(
    r"\b(?:cán|nội|đồng|toàn|tiến|sơ|đảng|chi|cục|liên|đi|đường|trên|tây|nam|bắc|trung|các|những|mọi|mỗi|hai|ba|bốn"
    r"|năm|nhiều|một|số|từng|cơ|trụ|xứ|\d+)\s+$",
    re.IGNORECASE,
)
# "Bộ xây dựng kế hoạch": the ministry, and what it does.
_VERBS = {"xây dựng"}
_SIGN_OR_END = re.compile(r"\s*(?:[,.;:)\n]|$)")
# Names with a rule of their own (Appendix II, part III, 1.c).
_SPECIAL = re.compile(r"(?i:thành\s+phố)\s+Hồ Chí Minh$|(?i:thủ\s+đô)\s+Hà Nội$")
_LIST = r"(?:\s*[,;]\s*|\s+và\s+)"
_UNIT_WORDS = r"(?:các\s+)?(?:tỉnh|thành\s+phố|TP\.?)(?:\s*:)?"
_AFTER_UNIT = re.compile(rf"\b{_UNIT_WORDS}\s+$", re.IGNORECASE)


@check("ten_theo_so", NoParameters)
def check_agencies(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A name of the register of agencies with other capitals than it has there."""
    known = _agencies(tuple(examined.names.values()))
    for paragraph in paragraphs_with_text(examined) if known.names else ():
        if is_in_capitals(paragraph.text):
            continue
        for match in known.pattern.finditer(paragraph.text):
            departure = _agency_departure(paragraph, match, known.names)
            if departure is not None:
                yield departure


@dataclass(frozen=True)
class _Names:
    names: Mapping[str, str]
    """The right forms by their keys: in small letters, tones in the old place."""
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def _agencies(names: tuple[str, ...]) -> _Names:
    fields = [name.removeprefix(_MINISTRY) for name in names if name.startswith(_MINISTRY)]
    wanted = [*names, *(f"{_DEPARTMENT}{field}" for field in fields)] if names else []
    return _Names({_key(name): name for name in wanted}, re.compile(rf"\b(?:{_any_of(wanted)})\b", re.IGNORECASE))


def _key(text: str) -> str:
    return tone_key(re.sub(r"\s+", " ", text)).casefold()


def _any_of(names: Iterable[str]) -> str:
    """Return a pattern of `names`, longest first, those that begin alike tried together."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        first, _, rest = name.partition(" ")
        groups.setdefault(first, []).append(_pattern_of(f" {rest}" if rest else ""))
    return "|".join(f"{_pattern_of(first)}(?:{'|'.join(rests)})" for first, rests in groups.items()) or "(?!)"


def _pattern_of(name: str) -> str:
    """Return a pattern of a name with its tones in either place and any white space between its words."""
    spaced = re.escape(name).replace(r"\ ", r"\s+")
    for old, new in _PLACEMENTS:
        spaced = spaced.replace(old, f"(?:{old}|{new})")
    return spaced


_PLACEMENTS = (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("Ủy", "Uỷ"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ"))


def _agency_departure(paragraph: SeenParagraph, match: re.Match[str], names: Mapping[str, str]) -> Departure | None:
    written, text = re.sub(r"\s+", " ", match[0]), paragraph.text
    needed = _in_tones_of(written, names[_key(written)])
    if written in {needed, written.upper()}:
        return None
    head_is_small, before = written[0].islower(), text[: match.start()]
    # "chính phủ số" is a common noun; "Chính Phủ" is never right.
    if head_is_small and (len(written.split()) < 3 or _BEFORE_COMMON.search(before)):
        return None
    # "báo cáo của sở tài chính": of one department, or of whichever there are.
    if written.islower() and written.startswith(_DEPARTMENT.lower()):
        return None
    rest = written.partition(" ")[2]
    # A unit with a capital ("Tỉnh") is another rule's matter.
    is_unit_only = _UNIT.sub(lambda unit: unit[0].lower(), written) == needed
    if is_unit_only or (rest in _VERBS and not _SIGN_OR_END.match(text, match.end())):
        return None
    unsure = rest in _VERBS or (head_is_small and not written.startswith(("bộ ", "ủy ban ", "uỷ ban ")))
    return Departure(paragraph, {"found": written, "expected": needed}, match.start(), match.end(), unsure=unsure)


def _in_tones_of(written: str, needed: str) -> str:
    """Return `needed` with its tones where `written` has them: their place is another rule's matter."""
    if tone_key(written) == written:
        return needed
    return "".join(
        sign.upper() if right.isupper() else sign.lower() for sign, right in zip(written, needed, strict=True)
    )


class PlaceParameters(Parameters):
    """Names of places that the register does not have, and those that are ordinary words too."""

    more: tuple[str, ...] = Field(default=(), alias="them")
    words_too: tuple[str, ...] = Field(default=(), alias="cung_la_tu_thuong")


@check("dia_danh_theo_so", PlaceParameters)
def check_places(examined: Examined, parameters: PlaceParameters) -> Iterator[Departure]:
    """A province of the register with other capitals: after "tỉnh" surely, by itself perhaps."""
    places = _places(tuple(examined.names.values()), parameters.more)
    if not places.names:
        return
    agencies = _agencies(tuple(examined.names.values()))
    words_too = frozenset(parameters.words_too)
    for paragraph in paragraphs_with_text(examined):
        if is_in_capitals(paragraph.text):
            continue
        found = dict(_wrong_places(paragraph, places, words_too))
        # What stands in an agency's name is told with it.
        taken = [match.span() for match in agencies.pattern.finditer(paragraph.text)] if found else []
        for start, departure in sorted(found.items()):
            if not any(first <= start < last for first, last in taken):
                yield departure


@dataclass(frozen=True)
class _Places:
    names: Mapping[str, str]
    name: re.Pattern[str]
    of_unit: re.Pattern[str]


@lru_cache(maxsize=4)
def _places(names: tuple[str, ...], more: tuple[str, ...]) -> _Places:
    wanted = [match["place"] for name in names if (match := _COMMITTEE.fullmatch(name)) is not None]
    wanted = [*dict.fromkeys(wanted), *more] if wanted else []
    one = rf"(?:{_any_of(wanted)})"
    listed = rf"\b{_UNIT_WORDS}\s+{one}\b(?:{_LIST}(?:{_UNIT_WORDS}\s+)?{one}\b)*"
    return _Places(
        {_key(name): name for name in wanted},
        re.compile(rf"\b{one}\b", re.IGNORECASE),
        re.compile(listed, re.IGNORECASE),
    )


def _wrong_places(
    paragraph: SeenParagraph, places: _Places, words_too: frozenset[str]
) -> Iterator[tuple[int, Departure]]:
    text = paragraph.text
    told: set[int] = set()
    for listed in places.of_unit.finditer(text):
        for match in places.name.finditer(text, listed.start(), listed.end()):
            told.add(match.start())
            is_word = _key(match[0]) in words_too and match[0].islower()
            if not is_word or _AFTER_UNIT.search(text[: match.start()]):
                yield from _place_departure(paragraph, match, places, unsure=is_word)
    for match in places.name.finditer(text):
        says_nothing = match[0] in {match[0].lower(), match[0].upper()} or " " not in match[0]
        if match.start() in told or says_nothing or _key(match[0]) in words_too:
            continue
        yield from _place_departure(paragraph, match, places, unsure=len(match[0].split()) < 3)


def _place_departure(
    paragraph: SeenParagraph, match: re.Match[str], places: _Places, *, unsure: bool
) -> Iterator[tuple[int, Departure]]:
    written = re.sub(r"\s+", " ", match[0])
    needed = _in_tones_of(written, places.names[_key(written)])
    is_special = _SPECIAL.search(f"{paragraph.text[: match.start()]}{needed}") is not None
    if written not in {needed, written.upper()} and not is_special:
        values = {"found": written, "expected": needed}
        yield match.start(), Departure(paragraph, values, match.start(), match.end(), unsure=unsure)


_CONNECTORS = re.compile(r"\s*(?:,|&|-|–)\s*|\s+và\s+")
_ANY_CONNECTOR = r"(?:\s*(?:,|&|-|–)\s*(?:và\s+)?|\s+và\s+|\s+)"
_GOES_ON = re.compile(rf"\s*(?:,|-|–|&|và)\s+(?!(?:Bộ|Sở|Ủy ban|Uỷ ban|Cục|Tổng cục|Văn phòng)\b)[{CAPITAL_LETTERS}]")


@check("mot_ten", NoParameters)
def check_one_name(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A body of the register with other signs between the words of its name; surely where it has its name too."""
    variants = _variants(tuple(examined.names.values()))
    if not variants.names:
        return
    whole = "\n".join(paragraph.text for paragraph in examined.seen.paragraphs)
    letters = _words_key(whole)
    for paragraph in paragraphs_with_text(examined):
        for match in variants.pattern.finditer(paragraph.text):
            needed = variants.names[_words_key(match[0])]
            written = re.sub(r"\s+", " ", match[0])
            # Dashes of any length and capitals are other rules' matter; a longer name may be that of another body.
            is_same = _key(written.replace("–", "-")) == _key(needed)
            if is_same or written[0].islower() or _GOES_ON.match(paragraph.text, match.end()):
                continue
            is_own = letters.count(_words_key(needed)) > 1 and _key(needed) in _key(whole)
            values = {"found": written, "expected": needed}
            yield Departure(paragraph, values, match.start(), match.end(), unsure=not is_own)


@lru_cache(maxsize=4)
def _variants(names: tuple[str, ...]) -> _Names:
    wanted = [name for name in dict.fromkeys(names) if name.startswith(_MINISTRY) and _CONNECTORS.search(name)]
    wanted += [f"{_DEPARTMENT}{name.removeprefix(_MINISTRY)}" for name in wanted]
    patterns = [_ANY_CONNECTOR.join(map(_pattern_of, _CONNECTORS.split(name))) for name in wanted]
    return _Names(
        {_words_key(name): name for name in wanted}, re.compile(rf"\b(?:{'|'.join(patterns) or '(?!)'})\b", re.I)
    )


def _words_key(text: str) -> str:
    """Return the words of a name without what joins them."""
    return " ".join(word for word in re.findall(r"\w+", _key(text)) if word != "và")
