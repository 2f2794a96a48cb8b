"""What seeds a fault: words rewritten, a look changed, an element taken away. Each says where the fault is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from lxml import etree

from reportgen.decree30.checks.base import SMALL_LETTERS
from reportgen.decree30.elements import Element
from reportgen.decree30.finding import Finding
from reportgen.vietnamese.unicode_forms import upper_vi
from tests.decree30.editable import Editable, rewrite, set_paragraph, set_runs, text_of
from tests.decree30.placed import WHOLE_FILE, Placed, at

Seeder: TypeAlias = Callable[[Editable, Random], Placed | None]
Chooser: TypeAlias = Callable[[Editable], Sequence[etree._Element]]
_LONG = 150


@dataclass(frozen=True, slots=True)
class Mutation:
    """A kind of fault: what it is called, the rules of which one has to find it, and what seeds it.

    A seeder changes nothing in a document that has no room for its fault.
    """

    key: str
    name: str
    rules: tuple[str, ...]
    seed: Seeder


def is_found(finding: Finding, mutation: Mutation, placed: Placed, spoilt: Editable) -> bool:
    """Say whether `finding` is the fault: one of its rules, at its place."""
    return finding.rule.id in mutation.rules and placed.is_of(finding, spoilt)


def of(*elements: Element, part: int | None = 0) -> Chooser:
    """Choose among the paragraphs of some elements, of one part or of all (`None`)."""
    return lambda doc: doc.of(*elements, part=part)


def running(pattern: str = r"\w") -> Chooser:
    """Choose among the paragraphs of running text that match `pattern`."""
    return lambda doc: doc.running(pattern)


def own_text(pattern: str = r"\w") -> Chooser:
    """Choose among the paragraphs of the document's own running text, not of what goes with it."""
    inside = of(Element.BODY, Element.CLAUSE, Element.POINT, Element.ARTICLE)
    return lambda doc: [one for one in inside(doc) if re.search(pattern, text_of(one))]


def long_texts(doc: Editable) -> Sequence[etree._Element]:
    """Choose among the long paragraphs of running text."""
    return [one for one in doc.running() if len(text_of(one)) > _LONG]


def sentences(doc: Editable) -> Sequence[etree._Element]:
    """Choose among the long paragraphs that lead on to nothing."""
    return [one for one in long_texts(doc) if not text_of(one).rstrip().endswith(":")]


def first_of(chooser: Chooser) -> Chooser:
    """Choose the first of what `chooser` gives."""
    return lambda doc: list(chooser(doc))[:1]


def last_of(chooser: Chooser) -> Chooser:
    """Choose the last of what `chooser` gives."""
    return lambda doc: list(chooser(doc))[-1:]


def only_of(kinds: Collection[str], chooser: Chooser) -> Chooser:
    """Choose as `chooser` does, in documents of some kinds."""
    return lambda doc: chooser(doc) if doc.document.kind_key in kinds else ()


def words(chooser: Chooser, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Seeder:
    """Write `new` for `pattern` in a paragraph chosen at random."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        random.shuffle(candidates)
        found = next((one for one in candidates if rewrite(one, pattern, new)), None)
        return None if found is None else at(found)

    return seed


def inserted(text: str) -> Seeder:
    """Write `text` between two words of a long paragraph."""
    return words(long_texts, rf"(?<=[{SMALL_LETTERS}]) (?=[{SMALL_LETTERS}])", f" {text} ")


def added(text: str) -> Seeder:
    """Write `text` at the end of a long paragraph, before its full stop."""
    return words(long_texts, r"(?<!/)\.$", f"{text}.")


def runs(chooser: Chooser, name: str, **values: str) -> Seeder:
    """Give the runs of a paragraph chosen at random another look."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        if not candidates:
            return None
        chosen = random.choice(candidates)
        set_runs(chosen, name, **values)
        return at(chosen)

    return seed


def set_out(chooser: Chooser, name: str, **values: str) -> Seeder:
    """Set a paragraph chosen at random out otherwise."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        if not candidates:
            return None
        chosen = random.choice(candidates)
        set_paragraph(chosen, name, **values)
        return at(chosen)

    return seed


def gone(chooser: Chooser) -> Seeder:
    """Take the words out of every paragraph that `chooser` gives: the element is nowhere in the file."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        lost = list(chooser(doc))
        for paragraph in lost:
            rewrite(paragraph, r"(?s).+", "")
        return WHOLE_FILE if lost else None

    return seed


def told_at(chooser: Chooser, seeder: Seeder) -> Seeder:
    """Seed a fault that is told at the first paragraph of `chooser`: what lacks something, or comes before it."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        places = list(chooser(doc))
        return at(places[0]) if places and seeder(doc, random) is not None else None

    return seed


def told_where(pattern: str, seeder: Seeder) -> Seeder:
    """Seed a fault that contradicts another place that matches `pattern`: it is told at one of the two."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        if not any(re.search(pattern, text_of(one)) for one in doc.paragraphs) or seeder(doc, random) is None:
            return None
        return at(*(one for one in doc.paragraphs if re.search(pattern, text_of(one))))

    return seed


def cells(doc: Editable, head: str) -> Iterator[tuple[etree._Element, int]]:
    """Yield the paragraphs below a table's head that matches `head`, each with the number of its row from 1."""
    for table in doc.document.seen.tables:
        for column, text in enumerate(table.rows[0], start=1):
            if re.search(head, text):
                for paragraph in doc.document.seen.paragraphs:
                    cell = paragraph.cell
                    if cell is not None and (cell.table, cell.column) == (table.index, column) and cell.row > 1:
                        yield doc.markup(paragraph), cell.row


def decomposed(match: re.Match[str]) -> str:
    """Return what matches in decomposed Unicode."""
    return unicodedata.normalize("NFD", match.group())


def in_capitals(match: re.Match[str]) -> str:
    """Return what matches in capitals."""
    return upper_vi(match.group())


def in_small_letters(match: re.Match[str]) -> str:
    """Return what matches in small letters."""
    return match.group().lower()
