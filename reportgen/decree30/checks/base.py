"""What every check shares: what it looks at, what it gives back, and the register of checks by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import Annotated, Any, TypeVar
from unicodedata import normalize

from pydantic import AfterValidator, BaseModel, ConfigDict

from reportgen.decree30.elements import Element, Recognised, RecognisedDocument
from reportgen.decree30.layout import Layout
from reportgen.decree30.seen import SeenDocument, SeenParagraph
from reportgen.vietnamese.numbers import NumberError, parse_number

_WITHOUT_RECITALS = {"cong_van", "cong_dien", "thu_cong", "giay_moi", "bao_cao", "bien_ban"}
SURE = 0.75
"""Below this confidence that an element is what it is taken for, what is found in it is only a note."""


@dataclass(frozen=True)
class Examined:
    """A document as the checks see it.

    `names` are the right forms of names of agencies and places (from a register), by themselves in small letters.
    `today` is given by the caller, and `None` leaves out what depends on it.
    """

    recognised: RecognisedDocument
    layout: Layout
    names: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None

    @cached_property
    def texts(self) -> tuple[SeenParagraph, ...]:
        """The paragraphs of the body and the footnotes that have text."""
        return tuple(one for one in (*self.seen.paragraphs, *self.seen.footnotes) if one.text.strip())

    @property
    def seen(self) -> SeenDocument:
        """The document as a reader sees it."""
        return self.recognised.seen

    def all(self, element: Element, part: int | None = None) -> tuple[Recognised, ...]:
        """Return every occurrence of `element`, of one part or of all.

        Recitals stand below the title (Appendix I, part I, II.6.a): what begins like one in a document without a
        title is part of its text.
        """
        found = self.recognised.all(element, part)
        if self.recognised.kind_key not in _WITHOUT_RECITALS or element not in {Element.RECITAL, Element.BODY}:
            return found
        if element is Element.RECITAL:
            return ()
        taken = {*found, *self.recognised.all(Element.RECITAL, part)}
        return tuple(one for one in self.recognised.elements if one in taken)

    def first(self, element: Element, part: int = 0) -> Recognised | None:
        """Return the first occurrence of `element` in a part, or `None`."""
        return next(iter(self.all(element, part)), None)


@dataclass(frozen=True, slots=True)
class Departure:
    """A place that departs from a rule: characters `start` to `end` (`None`: to the end) of a paragraph.

    `paragraph` is `None` for the document as a whole; `values` fill the message of the rule.
    """

    paragraph: SeenParagraph | None
    values: Mapping[str, object] = field(default_factory=dict)
    start: int = 0
    end: int | None = None
    unsure: bool = False


class Parameters(BaseModel):
    """What a rule tells its check; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


_TONES = "\u0300\u0301\u0303\u0309\u0323"
SMALL_LETTERS = "a-zđăâêôơư" + "".join(normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
"""The small letters of Vietnamese, for a class of a pattern: from "à" to "ỹ" there are capitals too."""
CAPITAL_LETTERS = SMALL_LETTERS.upper()
"""Its capital letters, for a class of a pattern."""


def _valid_regex(pattern: str) -> str:
    pattern = pattern.replace(r"\p{Lu}", CAPITAL_LETTERS).replace(r"\p{Ll}", SMALL_LETTERS)
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"biểu thức chính quy viết sai: {error}") from error
    return pattern


Regex = Annotated[str, AfterValidator(_valid_regex)]
r"""A pattern of Python's `re`, in whose classes \p{Lu} and \p{Ll} stand for capital and small letters."""


class NoParameters(Parameters):
    """Of checks that need to be told nothing."""


P = TypeVar("P", bound=Parameters)
CheckFunction = Callable[[Examined, P], Iterable[Departure]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check by name: its parameters, and what yields the departures."""

    name: str
    parameters: type[Parameters]
    run: Callable[[Examined, Any], Iterable[Departure]]


CHECKS: dict[str, Check] = {}
"""Every check by its name, as rules name it; filled when the modules of this package are imported."""


def check(name: str, parameters: type[P]) -> Callable[[CheckFunction[P]], CheckFunction[P]]:
    """Register the function below as the check `name`, told what `parameters` describe."""

    def register(function: CheckFunction[P]) -> CheckFunction[P]:
        if name in CHECKS:
            raise ValueError(f"two checks are called {name}")
        CHECKS[name] = Check(name, parameters, function)
        return function

    return register


def at(found: Recognised, paragraph: SeenParagraph | None = None, /, **values: object) -> Departure:
    """Return a departure of the element `found`, at its first paragraph unless another is given."""
    return Departure(paragraph or found.paragraphs[0], values, unsure=found.confidence < SURE)


def within(found: Recognised, paragraph: SeenParagraph, start: int, end: int, /, **values: object) -> Departure:
    """Return a departure at characters `start` to `end` of one paragraph of the element `found`."""
    return Departure(paragraph, values, start, end, unsure=found.confidence < SURE)


def paragraphs_with_text(examined: Examined) -> Sequence[SeenParagraph]:
    """Return the paragraphs of the body and the footnotes that have text."""
    return examined.texts


@lru_cache(maxsize=1024)
def is_in_capitals(text: str) -> bool:
    """Say whether a text is written in capitals, so that those of its words say nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and sum(sign.isupper() for sign in letters) > 0.8 * len(letters)


def begins_sentence(paragraph: SeenParagraph, position: int) -> bool:
    """Say whether what stands at `position` begins a sentence or an item, where a capital is due (Appendix II, I)."""
    before = paragraph.text[:position].rstrip(" \"“'(-–")
    return not before or before[-1] in ".!?:;\n\t" or bool(re.fullmatch(r"[\dIVXLCa-zđ]{1,4}[.)]", before))


def parsed_number(text: str) -> Decimal | None:
    """Return the number that a text is, as Vietnamese writes it ("1.234,5"); `None` if it is none."""
    try:
        return parse_number(text.strip())
    except (NumberError, InvalidOperation):
        return None
