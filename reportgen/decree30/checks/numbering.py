"""The numbers of parts, chapters, sections, articles, clauses and points: their form, gaps and repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from reportgen.decree30.checks.base import SURE, Departure, Examined, NoParameters, Parameters, check, within
from reportgen.decree30.checks.misnumbered import misnumbered
from reportgen.decree30.elements import Element, Recognised
from reportgen.decree30.parsed import Level, ParsedDivision, parse_division
from reportgen.decree30.seen import SeenParagraph
from reportgen.vietnamese.letters import POINT_LETTERS, roman

_ELEMENTS = (
    Element.PART, Element.SECTION, Element.ARTICLE, Element.CLAUSE, Element.POINT, Element.BODY,
)  # fmt: skip
_LEVELS = {
    "phan": Level.PART,
    "chuong": Level.CHAPTER,
    "muc": Level.HEADING,
    "tieu_muc": Level.SUBHEADING,
    "muc_la_ma": Level.SECTION,
    "dieu": Level.ARTICLE,
    "khoan": Level.CLAUSE,
    "diem": Level.POINT,
}
_NAMES = {
    Level.PART: ("Phần", "part"),
    Level.CHAPTER: ("Chương", "chapter"),
    Level.HEADING: ("Mục", "section"),
    Level.SUBHEADING: ("Tiểu mục", "subsection"),
    Level.SECTION: ("mục", "section"),
    Level.ARTICLE: ("Điều", "article"),
    Level.CLAUSE: ("khoản", "clause"),
    Level.POINT: ("điểm", "point"),
}
_WORDED = {Level.PART, Level.CHAPTER, Level.HEADING, Level.SUBHEADING, Level.ARTICLE}


@dataclass(frozen=True, slots=True)
class _Numbered:
    found: Recognised
    paragraph: SeenParagraph
    division: ParsedDivision
    in_text: bool
    """Whether the number is typed, not computed by a list of Word."""

    def departure(self, *, unsure: bool = False, **values: object) -> Departure:
        end = len(self.division.number_text) if self.in_text else 1
        start = self.paragraph.text.find(self.division.number_text) if self.in_text else 0
        place = within(self.found, self.paragraph, max(0, start), max(0, start) + end, **values)
        return Departure(place.paragraph, values, place.start, place.end, unsure=place.unsure or unsure)


def numbered(examined: Examined, part: int) -> list[_Numbered]:
    """Return the numbered paragraphs of one text of the file in order, those in tables left out."""
    result = []
    for element in _ELEMENTS:
        for found in examined.all(element, part):
            for paragraph in found.paragraphs:
                full = f"{paragraph.number} {paragraph.text}" if paragraph.number else paragraph.text
                division = parse_division(full)
                # "Phần thứ nhất bao gồm …", "Điều 5 quy định …" begin a sentence of the text.
                in_sentence = element is Element.BODY and division is not None and division.level in _WORDED
                if division is not None and paragraph.cell is None and division.level in _NAMES and not in_sentence:
                    result.append(_Numbered(found, paragraph, division, not paragraph.number))
    return sorted(result, key=lambda one: one.paragraph.index)


def _parts(examined: Examined) -> list[int]:
    return sorted({found.part for found in examined.recognised.elements})


class LevelParameters(Parameters):
    """Which level is meant."""

    level: str = Field(alias="cap", pattern="^(phan|chuong|muc|tieu_muc|muc_la_ma|dieu|khoan|diem)$")


@check("danh_so", LevelParameters)
def check_sequence(examined: Examined, parameters: LevelParameters) -> Iterator[Departure]:
    """A number out of order: a gap, a repeat, or a first one that is not 1; the fewest that explain the others."""
    level = _LEVELS[parameters.level]
    for part in _parts(examined):
        resumed = 1
        for run in _runs(numbered(examined, part), level):
            numbers = [one.division.number for one in run]
            told, after = misnumbered(numbers, resumed=resumed if _is_loose(level) else None)
            for position, expected in told:
                one, number = run[position], numbers[position]
                # A list of one is odd, but somebody may have meant two lists, unless the next number bears it out.
                is_odd = _is_loose(level) and 1 in (expected, number)
                yield one.departure(
                    found=f"{_NAMES[level][0]} {one.division.number_text}",
                    expected=_written(level, expected),
                    unsure=is_odd and numbers[position + 1 : position + 2] != [expected + 1],
                )
            # A list of clauses within a point does not end the points: they may go on after it.
            resumed = after if after > 1 and _is_loose(level) else resumed


def _runs(every: Sequence[_Numbered], level: Level) -> list[list[_Numbered]]:
    """Return those of `level` in runs that are counted from 1."""
    runs: list[list[_Numbered]] = [[]]
    for one in every:
        if _closes(one.division.level, level) and runs[-1]:
            runs.append([])
        elif one.division.level is level:
            runs[-1].append(one)
    return runs


def _is_loose(level: Level) -> bool:
    return level in {Level.CLAUSE, Level.POINT, Level.SECTION}


def _closes(found: Level, level: Level) -> bool:
    """Say whether a division of the level `found` begins a new count of those of `level`."""
    if level is Level.ARTICLE:
        # Articles are counted through the whole document.
        return False
    if level is Level.CHAPTER:
        return False
    return found < level


def _written(level: Level, number: int) -> str:
    if level in {Level.PART, Level.CHAPTER, Level.SECTION}:
        return roman(number)
    if level is Level.POINT:
        return POINT_LETTERS[number - 1] if number <= len(POINT_LETTERS) else "…"
    return str(number)


@check("chu_so_la_ma", NoParameters)
def check_roman(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A part or chapter that is not numbered in Roman figures."""
    for part in _parts(examined):
        for one in numbered(examined, part):
            text = one.division.number_text
            if one.division.level in {Level.PART, Level.CHAPTER} and (text.isdigit() or text != text.upper()):
                number = int(text) if text.isdigit() else one.division.number
                if text.lower().startswith("thứ"):
                    continue
                expected = roman(number) if number else "I, II, III"
                yield one.departure(found=text, expected=expected)


@check("chu_so_a_rap", NoParameters)
def check_arabic(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A "Mục", "Tiểu mục" or "Điều" that is not numbered in Arabic figures."""
    for part in _parts(examined):
        for one in numbered(examined, part):
            if one.division.level in {Level.HEADING, Level.SUBHEADING, Level.ARTICLE}:
                text = one.division.number_text
                if not text[0].isdigit():
                    yield one.departure(found=text, expected=str(one.division.number or 1))


class MarkParameters(LevelParameters):
    """Which sign stands after the number of a level."""

    mark: str = Field(alias="dau")


@check("dau_sau_so", MarkParameters)
def check_mark(examined: Examined, parameters: MarkParameters) -> Iterator[Departure]:
    """Another sign after a number, or none."""
    level = _LEVELS[parameters.level]
    for part in _parts(examined):
        for one in numbered(examined, part):
            if one.division.level is level and one.division.mark != parameters.mark:
                yield one.departure(found=one.division.mark or "không có dấu", expected=parameters.mark)


@check("diem_chu_cai", NoParameters)
def check_letters(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A point with a letter that the Vietnamese order of points does not have: f, j, w, z."""
    for part in _parts(examined):
        for one in numbered(examined, part):
            if one.division.level is Level.POINT and one.division.number is None:
                yield one.departure(found=one.division.number_text)


@check("dieu_hoa", NoParameters)
def check_article_word(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """The word "Điều" in capitals throughout, or in small letters, at the head of an article."""
    for found in examined.all(Element.ARTICLE):
        for paragraph in found.paragraphs:
            match = re.match(r"\s*(điều)\s+\d", paragraph.text, re.IGNORECASE)
            if match is not None and match[1] != "Điều":
                yield within(found, paragraph, match.start(1), match.end(1), found=match[1])


@check("tieu_de_chuong", NoParameters)
def check_titles(examined: Examined, _: NoParameters) -> Iterator[Departure]:
    """A part, chapter, "Mục" or "Tiểu mục" with its title on its own line, or without any."""
    worded = _WORDED - {Level.ARTICLE}
    for part in _parts(examined):
        for one in numbered(examined, part):
            if one.division.level in worded and one.division.text and "\n" not in one.paragraph.text:
                yield one.departure(found=one.paragraph.text.strip(), unsure=one.found.confidence < SURE)
