"""What every check shares: what it looks at, what it gives back, and the register of checks by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

from reportgen.decree30.elements import Element, Recognised, RecognisedDocument
from reportgen.decree30.layout import Layout
from reportgen.decree30.seen import SeenDocument, SeenParagraph

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


def _valid_regex(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"biểu thức chính quy viết sai: {error}") from error
    return pattern


Regex = Annotated[str, AfterValidator(_valid_regex)]
"""A pattern of Python's `re`."""


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


def paragraphs_with_text(examined: Examined) -> Iterator[SeenParagraph]:
    """Yield the paragraphs of the body and the footnotes that have text."""
    for paragraph in (*examined.seen.paragraphs, *examined.seen.footnotes):
        if paragraph.text.strip():
            yield paragraph
