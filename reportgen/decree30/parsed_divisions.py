"""The numbers with which a text is divided: "Chương I", "Điều 2.", "I.", "1.", "đ)", and the labels of appendices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from reportgen.vietnamese import compose, parse_roman, point_index

_APPENDIX = re.compile(
    r"phụ lục(?:\s+(?:số\s*)?(?P<number>[ivxlc]+|\d+|[a-z]))?\s*(?:[.:–-]\s*(?P<title>.+)|\n\s*(?P<below>.+))?[.:]?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class ParsedAppendix:
    """The label of an appendix: its number as written and its value; a title joined to the label, if there is one."""

    number_text: str | None
    number: int | None
    is_roman: bool
    title: str | None
    raw: str


class Level(IntEnum):
    """The levels into which a text is divided, from large to small."""

    PART = 1
    CHAPTER = 2
    HEADING = 3
    """"Mục 1" in a chapter."""
    SUBHEADING = 4
    """"Tiểu mục 1"."""
    SECTION = 5
    """"I." as in letters and reports."""
    ARTICLE = 6
    CLAUSE = 7
    SUBCLAUSE = 8
    """"1.1.", not of the decree but of practice."""
    POINT = 9
    DASH = 10


@dataclass(frozen=True, slots=True)
class ParsedDivision:
    """The number at the head of a paragraph: its level, the number as written, its value, and the text after it."""

    level: Level
    number_text: str
    number: int | None
    mark: str
    """What follows the number: ".", ")", ":" or nothing."""
    text: str


def parse_appendix_label(text: str) -> ParsedAppendix | None:
    """Return the label of an appendix: "Phụ lục I", "PHỤ LỤC 02", "Phụ lục", with a title after it or not."""
    match = _APPENDIX.fullmatch(re.sub(r"[ \t\xa0]+", " ", compose(text)).strip())
    if match is None:
        return None
    written = match["number"]
    number, is_roman = None, False
    if written is not None and written.isdigit():
        number = int(written)
    elif written is not None:
        number, is_roman = _roman(written.upper())
    title = match["title"] or match["below"]
    return ParsedAppendix(written, number, is_roman, title.strip() if title else None, text)


def _roman(text: str) -> tuple[int | None, bool]:
    try:
        return parse_roman(text), True
    except ValueError:
        return None, False


_WORDS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.HEADING,
    "tiểu mục": Level.SUBHEADING,
    "điều": Level.ARTICLE,
}
_ORDINALS = {"thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "thứ năm": 5}
_WORDED = re.compile(
    r"(?P<word>phần|chương|tiểu mục|mục|điều)\s+(?P<number>[ivxlc]+|\d+[a-zđ]?|thứ (?:nhất|hai|ba|tư|năm))"
    r"\s*(?P<mark>[.:)]?)(?:\s+(?P<text>.*)|(?P<end>))",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = (
    # "V/v …" is the abstract of a dispatch.
    (
        Level.SECTION,
        re.compile(r"(?!V\s*/\s*v\b)(?P<number>[IVXLC]+)\s*(?P<mark>[./-]|(?<=[IVX])\))\s*(?P<text>.*)", re.DOTALL),
    ),
    (Level.SUBCLAUSE, re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)(?P<mark>[.)]?)\s+(?P<text>.*)", re.DOTALL)),
    (Level.CLAUSE, re.compile(r"(?P<number>\d{1,3})\s?(?P<mark>[.)/])\s*(?P<text>(?!\d).*)", re.DOTALL)),
    (
        Level.POINT,
        re.compile(
            r"(?P<number>[a-zđ](?=\s?[.)/])|[A-ZĐ](?=\s?\)))\s?(?P<mark>[.)/])\s*(?P<text>.*)",
            re.DOTALL,
        ),
    ),
    (Level.DASH, re.compile(r"(?P<number>[-–—+•*▪])(?P<mark>)\s*(?P<text>\S.*)", re.DOTALL)),
)


@lru_cache(maxsize=4096)
def parse_division(text: str) -> ParsedDivision | None:
    """Return the number with which a paragraph begins ("Điều 1.", "I.", "2.", "đ)", "-"); `None` if with none."""
    spaced = compose(text).replace("\xa0", " ").strip()
    worded = _WORDED.fullmatch(spaced)
    if worded is not None:
        level, number = _WORDS[worded["word"].lower()], worded["number"]
        return ParsedDivision(level, number, _value(level, number), worded["mark"], (worded["text"] or "").strip())
    for level, form in _PLAIN:
        if (match := form.fullmatch(spaced)) is not None:
            number = match["number"]
            return ParsedDivision(level, number, _value(level, number), match["mark"], match["text"].strip())
    return None


def _value(level: Level, number: str) -> int | None:
    if number.isdigit():
        return int(number)
    if level is Level.SUBCLAUSE:
        return int(number.rpartition(".")[2])
    if level is Level.POINT:
        try:
            return point_index(number.lower())
        except ValueError:
            return None
    return _ORDINALS.get(number.lower(), _roman(number.upper())[0])
