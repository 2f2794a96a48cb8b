"""The numbers that Word computes for list paragraphs: "1.", "a)", "II.", "-"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from lxml import etree

from reportgen.decree30.word_values import whole_number
from reportgen.vietnamese import roman
from reportgen.write.xml_parts import NAMESPACES, w

_LAST_LATIN = 26
_MOST_IN_LETTERS = 3999
_BULLETS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "o": "o"}


class Numbering:
    """The lists of one file; `number` has to be asked for each list paragraph once, in the order of the text."""

    def __init__(self, numbering: etree._Element | None) -> None:
        root = numbering if numbering is not None else etree.Element("none")
        abstracts = {item.get(w("abstractNumId")): item for item in root.iterfind("w:abstractNum", NAMESPACES)}
        self._levels: dict[str, Mapping[int, etree._Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._abstract_of: dict[str, str] = {}
        for item in root.iterfind("w:num", NAMESPACES):
            key = item.get(w("numId"), "")
            reference = item.find("w:abstractNumId", NAMESPACES)
            abstract_id = reference.get(w("val"), "") if reference is not None else ""
            abstract = abstracts.get(abstract_id)
            if abstract is None:
                continue
            self._abstract_of[key] = abstract_id
            levels = {_index(level): level for level in abstract.iterfind("w:lvl", NAMESPACES)}
            for override in item.iterfind("w:lvlOverride", NAMESPACES):
                start = override.find("w:startOverride", NAMESPACES)
                if start is not None:
                    self._starts[key, _index(override)] = _whole(start.get(w("val")), 1)
                level = override.find("w:lvl", NAMESPACES)
                if level is not None:
                    levels[_index(override)] = level
            self._levels[key] = levels
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def level(self, number_id: str, index: int) -> etree._Element | None:
        """Return the level of a list, `None` if the file does not define it."""
        return self._levels.get(number_id, {}).get(index)

    def number(self, number_id: str, index: int) -> str:
        """Return the number of the next paragraph of a list at a level; empty for a list that is not defined."""
        level = self.level(number_id, index)
        if level is None:
            return ""
        counts = self._counts[self._abstract_of[number_id]]
        override = self._starts.get((number_id, index))
        if override is not None and (number_id, index) not in self._begun:
            counts[index] = override
        elif index in counts:
            counts[index] += 1
        else:
            counts[index] = _start(level)
        self._begun.add((number_id, index))
        for deeper in [at for at in counts if at > index]:
            del counts[deeper]
        return self._text(number_id, level, counts)

    def _text(self, number_id: str, level: etree._Element, counts: Mapping[int, int]) -> str:
        pattern = level.find("w:lvlText", NAMESPACES)
        text = pattern.get(w("val"), "") if pattern is not None else ""
        if _format(level) == "bullet":
            return _BULLETS.get(text, text)
        for at in range(9):
            if f"%{at + 1}" in text:
                shown = self.level(number_id, at)
                value = counts.get(at, _start(shown))
                text = text.replace(f"%{at + 1}", _written(value, _format(shown)))
        return text


def _index(element: etree._Element) -> int:
    return _whole(element.get(w("ilvl")), 0)


def _whole(value: str | None, default: int) -> int:
    number = whole_number(value)
    return default if number is None else number


def _start(level: etree._Element | None) -> int:
    start = level.find("w:start", NAMESPACES) if level is not None else None
    return _whole(start.get(w("val")), 1) if start is not None else 1


def _format(level: etree._Element | None) -> str:
    form = level.find("w:numFmt", NAMESPACES) if level is not None else None
    return form.get(w("val"), "decimal") if form is not None else "decimal"


def _written(value: int, form: str) -> str:
    if not 1 <= value <= _MOST_IN_LETTERS:
        return str(value)
    match form:
        case "upperRoman" | "lowerRoman":
            return roman(value) if form == "upperRoman" else roman(value).lower()
        case "upperLetter" | "lowerLetter":
            # Word goes a … z, then aa, bb; Latin order, whatever the language.
            letter = chr(ord("a") + (value - 1) % _LAST_LATIN) * ((value - 1) // _LAST_LATIN + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "decimalZero":
            return f"{value:02d}"
        case "none":
            return ""
        case _:
            return str(value)
