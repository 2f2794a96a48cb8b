"""Reading a finished sentence: forms with slots, and what the slots of one that fits say.

A form is a sentence with slots `<kind:name>`, `<one/other:name>` for a choice of words, `<noun>` for what the units
of the part are called, and `[…]` around what may be left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from reportgen.compose.publication.agreement_figures import GroupFigures, ScoreTable, round_half_up

COUNT = r"\d{1,3}(?:\.\d{3})*"
# Rounding can carry a value that was worked out a hair below zero.
SCORE = r"-?\d+,\d{4}"
Checks = Iterator[tuple[str, bool]]
"""What was held against the figures, in words, and whether it agrees."""
Verify = Callable[[GroupFigures, "Said"], Checks]

REASONS = {
    "kết quả của chính đơn vị": "own",
    "kết quả của các đơn vị khác": "others",
    "thay đổi phương pháp": "method",
    "thay đổi số đơn vị được xếp hạng": "field",
}
_TOKEN = re.compile(r"<(?P<kind>[^<>:]+)(?::(?P<name>\w+))?>|(?P<opens>\[)|(?P<closes>\])")
_PATTERNS = {
    "count": COUNT,
    "score": SCORE,
    "number": rf"{COUNT}(?:,\d+)?",
    "places": rf"{COUNT},\d",
    "share": r"\d+,\d%",
    "year": r"\d{4}",
    "anchor": r"→\w+",
    "word": r"\w+",
}
_NAMES, _LISTS = ("name", "pillar", "index"), ("pillars", "indices")
_ITEMS = {
    "near": rf"({COUNT}) <noun> ở trụ cột (.+?)",
    "moves": rf"(tăng|giảm|không đổi|giữ nguyên) ở ({COUNT}) (?:<noun>|đơn vị)",
    "trend": rf"({SCORE}) \(năm (\d{{4}})\)",
    "gaps": rf"(.+?) \((công bố {SCORE}, tính lại {SCORE})\)",
    "reasons": rf"({'|'.join(REASONS)}) \(({COUNT},\d) bậc\)",
}
_LOOSE = {*_NAMES, *_LISTS, *_ITEMS, "party", "scored"}
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence that may be said, and how its slots are held against the figures."""

    template: str
    verify: Verify


class Forms:
    """Collects forms: `@forms.form("…")` above the function that verifies what the form says."""

    def __init__(self) -> None:
        self.found: list[Form] = []

    def form(self, *templates: str) -> Callable[[Verify], Verify]:
        """Let the function below verify sentences of the forms `templates`."""

        def add(verify: Verify) -> Verify:
            self.found += [Form(template, verify) for template in templates]
            return verify

        return add


class Vocabulary:
    """The names that sentences of one group may use."""

    def __init__(self, figures: GroupFigures) -> None:
        self.noun = figures.part.unit_noun
        self.units = set(figures.total.units.values())
        for _, before in figures.earlier:
            self.units |= {row.unit.name for row in before.total.rows}
        self.words: dict[str, Collection[str]] = {
            "name": self.units, "pillar": figures.pillars, "index": figures.indices,
            "pillars": figures.pillars, "indices": figures.indices,
        }  # fmt: skip

    def read(self, template: str, sentence: str) -> Said | None:
        """Return what `sentence` says if it has the form of `template` and its names are known."""
        pattern, kinds = _compile(template, self.noun)
        match = pattern.fullmatch(sentence)
        if match is None:
            return None
        said = Said({name: words for name, words in match.groupdict().items() if words is not None}, self)
        return said if all(said.makes_sense(slot, kinds[slot]) for slot in said.slots) else None


@lru_cache(maxsize=512)
def _compile(template: str, noun: str) -> tuple[re.Pattern[str], dict[str, str]]:
    pattern, end = "", 0
    kinds: dict[str, str] = {}
    for token in _TOKEN.finditer(template):
        pattern += re.escape(template[end : token.start()])
        end = token.end()
        if token["opens"] or token["closes"]:
            pattern += "(?:" if token["opens"] else ")?"
        elif token["kind"] == "noun":
            pattern += re.escape(noun)
        else:
            kind, name = token["kind"], token["name"]
            kinds[name] = kind
            # Names are read loosely and looked up afterwards: there may be ten thousand of them.
            loose = ".+?" if kind in _LOOSE else "|".join(re.escape(word) for word in kind.split("/"))
            pattern += f"(?P<{name}>{_PATTERNS.get(kind, loose)})"
    return re.compile(pattern + re.escape(template[end:])), kinds


@dataclass(frozen=True, slots=True)
class Said:
    """What the slots of a sentence say."""

    slots: dict[str, str]
    vocabulary: Vocabulary

    def has(self, slot: str) -> bool:
        """Say whether the slot was filled: it may stand in what can be left out."""
        return slot in self.slots

    def word(self, slot: str) -> str:
        """Return the words of a slot; empty if it was left out."""
        return self.slots.get(slot, "")

    def makes_sense(self, slot: str, kind: str) -> bool:
        """Say whether the words of a slot can be of `kind`: names that the group knows, lists that are lists."""
        words = self.slots[slot]
        if kind in _NAMES:
            return words in self.vocabulary.words[kind]
        if kind in _LISTS:
            return any(True for _ in self._readings(words, self.vocabulary.words[kind]))
        if kind == "party":
            return self._count_of(words) is not None or any(
                True for _ in self._readings(words, self.vocabulary.units)
            )
        if kind in _ITEMS:
            return bool(self.pairs(slot, kind))
        return kind != "scored" or bool(self.scored_names(slot))

    def number(self, slot: str) -> Fraction | None:
        """Return the number in a slot; `None` if it was left out."""
        return read_number(self.slots[slot]) if slot in self.slots else None

    def rounds(self, slot: str, value: Fraction) -> bool:
        """Say whether the slot prints `value` rounded to the decimals that it shows."""
        decimals = len(self.word(slot).rstrip("%").partition(",")[2])
        return self.number(slot) == round_half_up(value, decimals)

    def is_party(self, slot: str, table: ScoreTable, codes: Sequence[str]) -> bool:
        """Say whether a party is just the units `codes`: all of their names, or, of many, their number."""
        words = self.word(slot)
        count = self._count_of(words)
        if count is not None:
            return len(codes) > _MOST_NAMES and count == len(codes)
        wanted = Counter(table.units[code] for code in codes)
        return any(Counter(names) == wanted for names in self._readings(words, self.vocabulary.units))

    def lists(self, slot: str, kind: str, wanted: Iterable[str]) -> bool:
        """Say whether the slot lists just `wanted`, in any order."""
        expected = Counter(wanted)
        return any(
            Counter(found) == expected for found in self._readings(self.word(slot), self.vocabulary.words[kind])
        )

    def scored_names(self, slot: str) -> list[tuple[str, Fraction]]:
        """Return the names in a slot with the scores in brackets behind them; empty if it is no such list."""
        words, found, end = self.word(slot), [], 0
        for match in re.finditer(rf"(.+?) \(({SCORE})\)(, | và |$)", words):
            if match.start() != end or match[1] not in self.vocabulary.units:
                return []
            found.append((match[1], read_number(match[2])))
            end = match.end()
        return found if end == len(words) else []

    def pairs(self, slot: str, kind: str) -> list[tuple[str, str]]:
        """Return the two things that each item of a list says (number and name, say); empty if it is no such list."""
        words, found, end = self.word(slot), [], 0
        item = _ITEMS[kind].replace("<noun>", re.escape(self.vocabulary.noun))
        # A joint that no further item follows belongs to a name.
        for match in re.finditer(rf"{item}(?:(?:, | và )(?={item})|$)", words):
            if match.start() != end:
                return []
            found.append((match[1], match[2]))
            end = match.end()
        return found if end == len(words) else []

    def _count_of(self, words: str) -> Fraction | None:
        counted = re.fullmatch(rf"(?:Có )?({COUNT}) {re.escape(self.vocabulary.noun)}", words)
        return read_number(counted[1]) if counted else None

    def _readings(self, words: str, known: Collection[str]) -> Iterator[list[str]]:
        """Every way to read `words` as a list of known names: a name may hold "và" or a comma itself."""
        if words in known:
            yield [words]
        for joint in re.finditer(", | và ", words):
            if words[: joint.start()] in known:
                for others in self._readings(words[joint.end() :], known):
                    # "và" stands before the last name, a comma before all others.
                    if (len(others) == 1) is (joint[0] == " và "):
                        yield [words[: joint.start()], *others]


def read_number(words: str) -> Fraction:
    """Return the number that a sentence prints: "1.234", "0,5787", "44,4%"."""
    return Fraction(words.rstrip("%").replace(".", "").replace(",", "."))
