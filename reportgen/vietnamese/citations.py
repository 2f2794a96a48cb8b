"""Citations of provisions, as tasks name them: "điểm đ, khoản 2, 5 Mục IV; khoản 3, mục VIII Điều 1".

How the words are read:

- A citation is groups; in each the parts go from small to large: điểm, khoản, mục, Điều. Parts may be left out.
- ";" and "và" before a keyword begin a group. So does "," before a keyword that is not larger than the one before it;
  before a larger one it only parts the words ("khoản 3, mục VIII").
- A part lists numbers or letters with "," or "và". The smaller part before it belongs to the first of the list:
  "điểm đ, khoản 2, 5" is point đ of clause 2, and clause 5.
- A group that stops below Điều takes the larger parts from the first provision of the next group: in
  "khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1" all is in Điều 1. The next group has to begin with a part no larger
  than the one the group stops at, for who could say what clause 2 is in "khoản 2; mục IV Điều 1"?
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, NoReturn

from reportgen.vietnamese.letters import parse_roman, point_index, point_letter
from reportgen.vietnamese.provisions import Provision
from reportgen.vietnamese.unicode_forms import compose

CitationReason = Literal[
    "empty",
    "unknown_word",
    "bad_number",
    "bad_roman",
    "bad_letter",
    "missing",
    "order",
    "ambiguous",
    "no_article",
]

_TOKEN = re.compile(r"[,;]|[^\s,;]+")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_AND = "và"


class CitationError(ValueError):
    """A citation that cannot be read.

    Attributes:
        reason: A stable key. "empty": no words; "unknown_word": a word where điểm, khoản, mục or Điều is expected;
            "bad_number", "bad_roman", "bad_letter": not a number of a clause or article, not the Roman number of a
            section, not the letter of a point; "missing": something has to follow; "order": a part that is not larger
            than the one before it; "ambiguous": a group that may or may not belong to the next one; "no_article": no
            Điều is named.
        position: Index into the text as given, of the word at fault; the text's length if it ends too early.
        found: The word at fault, composed; empty at the end of the text.
    """

    def __init__(self, reason: CitationReason, position: int, found: str) -> None:
        self.reason: CitationReason = reason
        self.position = position
        self.found = found
        super().__init__(f"{reason} at {position}: {found!r}")


class Level(IntEnum):
    """A part of a legal document, from small to large."""

    POINT = 1
    CLAUSE = 2
    SECTION = 3
    ARTICLE = 4


_Numbers = dict[Level, int]

_LEVELS = {"điểm": Level.POINT, "khoản": Level.CLAUSE, "mục": Level.SECTION, "điều": Level.ARTICLE}


@dataclass(frozen=True, slots=True)
class Item:
    """One number or letter of a part as written, with the "," or "và" before it (empty before the first)."""

    joiner: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """A keyword with its numbers or letters; `joiner` is the ",", ";" or "và" before it, empty if there is none."""

    joiner: str
    word: str
    level: Level
    items: tuple[Item, ...]

    def words(self) -> Iterator[str]:
        """The words and marks of the part, in order; empty where there is no joiner."""
        yield self.joiner
        yield self.word
        for item in self.items:
            yield item.joiner
            yield item.text


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as written and what it means: `groups` holds the words, `provisions` what they name, in order."""

    groups: tuple[tuple[Part, ...], ...]
    provisions: tuple[Provision, ...]

    def __str__(self) -> str:
        """The words of the citation, composed and evenly spaced."""
        words = (word for group in self.groups for part in group for word in part.words() if word)
        return "".join(word if word in {",", ";"} else f" {word}" for word in words).removeprefix(" ")


def parse_citation(text: str) -> Citation:
    """Return the citation that `text` writes; see the module for how it is read.

    Raises:
        CitationError: says why, where and at what word.
    """
    parser = _Parser(text)
    groups = parser.groups()
    return Citation(tuple(groups), _resolve(groups, parser))


def covers(citation: Citation, provision: Provision) -> bool:
    """Say whether `provision` is cited, by itself or as part of what is cited."""
    return any(cited.contains(provision) for cited in citation.provisions)


class _Parser:
    """Reads a citation from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = [(match.start(), compose(match.group())) for match in _TOKEN.finditer(text)]
        self._tokens.append((len(text), ""))
        self._index = 0
        self.group_starts: list[int] = []

    def groups(self) -> list[tuple[Part, ...]]:
        """Return all groups, each of one or more parts."""
        if len(self._tokens) == 1:
            self._fail("empty")
        groups: list[list[Part]] = []
        while self._word:
            start, part = self._index, self._part()
            previous = groups[-1][-1] if groups else None
            if previous is None or _begins_group(previous, part):
                self.group_starts.append(start + bool(part.joiner))
                groups.append([part])
            elif part.level > previous.level:
                groups[-1].append(part)
            else:
                self._index = start
                self._fail("order")
        return [tuple(group) for group in groups]

    def fail_at_group(self, index: int, reason: CitationReason) -> NoReturn:
        """Raise an error that points to the first word of the group at `index`."""
        self._index = self.group_starts[index]
        self._fail(reason)

    @property
    def _word(self) -> str:
        return self._tokens[self._index][1]

    def _fail(self, reason: CitationReason) -> NoReturn:
        position, found = self._tokens[self._index]
        raise CitationError(reason, position, found)

    def _take(self) -> str:
        word = self._word
        self._index += 1
        return word

    def _part(self) -> Part:
        is_first = self._index == 0
        joiner = self._take() if _is_joiner(self._word) and not is_first else ""
        level = _LEVELS.get(self._word.lower())
        if level is None:
            self._fail("missing" if not self._word or _is_joiner(self._word) else "unknown_word")
        word = self._take()
        return Part(joiner, word, level, tuple(self._items(level)))

    def _items(self, level: Level) -> Iterator[Item]:
        yield self._item("", level)
        while self._word in {",", _AND} and self._tokens[self._index + 1][1].lower() not in _LEVELS:
            yield self._item(self._take(), level)

    def _item(self, joiner: str, level: Level) -> Item:
        if not self._word or _is_joiner(self._word) or self._word.lower() in _LEVELS:
            self._fail("missing")
        number = self._number(level)
        return Item(joiner, self._take(), number)

    def _number(self, level: Level) -> int:
        match level:
            case Level.POINT:
                return self._read(point_index, "bad_letter")
            case Level.SECTION:
                return self._read(parse_roman, "bad_roman")
            case Level.CLAUSE | Level.ARTICLE:
                if not _NUMBER.fullmatch(self._word):
                    self._fail("bad_number")
                return int(self._word)

    def _read(self, read: Callable[[str], int], reason: CitationReason) -> int:
        try:
            return read(self._word)
        except ValueError:
            self._fail(reason)


def _is_joiner(word: str) -> bool:
    return word in {",", ";", _AND}


def _begins_group(previous: Part, part: Part) -> bool:
    if part.joiner == ",":
        return part.level <= previous.level
    return part.joiner != ""


def _resolve(groups: Sequence[tuple[Part, ...]], parser: _Parser) -> tuple[Provision, ...]:
    """Return what `groups` name, working back from the last, since each may take parts from the one after it."""
    resolved: list[list[_Numbers]] = []
    for index in range(len(groups) - 1, -1, -1):
        last = groups[index][-1].level
        if last is Level.ARTICLE:
            taken: _Numbers = {}
        elif not resolved:
            parser.fail_at_group(index, "no_article")
        elif groups[index + 1][0].level > last:
            parser.fail_at_group(index, "ambiguous")
        else:
            taken = {level: number for level, number in resolved[-1][0].items() if level > last}
        resolved.append(list(_group_numbers(groups[index], taken)))
    return tuple(_provision(numbers) for group in reversed(resolved) for numbers in group)


def _group_numbers(group: tuple[Part, ...], taken: _Numbers) -> Iterator[_Numbers]:
    """Yield the numbers of each provision of `group`, those `taken` from the next group among them."""
    for index, part in enumerate(group):
        larger = taken | {other.level: other.items[0].number for other in group[index + 1 :]}
        # The first of a list has been named already, with the smaller parts before it.
        for item in part.items if index == 0 else part.items[1:]:
            yield {part.level: item.number} | larger


def _provision(numbers: _Numbers) -> Provision:
    point = numbers.get(Level.POINT)
    return Provision(
        article=numbers[Level.ARTICLE],
        section=numbers.get(Level.SECTION),
        clause=numbers.get(Level.CLAUSE),
        point=None if point is None else point_letter(point),
    )
