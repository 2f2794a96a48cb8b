"""Types of input fields: from the text that a clerk types to numbers, dates, periods, citations and choices.

Each type takes the typed text or a value that is already right, and raises a `PydanticCustomError` whose type is a
stable key for `reportgen.read.validation`, which turns it into a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Annotated, Any, NewType, NoReturn, TypeVar

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, InstanceOf, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

from reportgen.vietnamese.citations import Citation, CitationError, parse_citation
from reportgen.vietnamese.dates import DateError, parse_date
from reportgen.vietnamese.document_symbols import SYMBOL_PATTERN
from reportgen.vietnamese.numbers import NumberError, parse_number
from reportgen.vietnamese.periods import Period, parse_period
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces

LONGEST_LINE = 2000
LONGEST_TEXT = 1_000_000
NO_ITEMS = "không có"
NO_ARTICLE_CITED = "Điều 1"
"""The article that a citation of a task means when it names none: all tasks of Decision 749 stand in Article 1."""

_NUMBER_SCHEMA = {"type": ["number", "string"]}
_TEXT_SCHEMA = {"type": ["string", "number"]}
_LINES_SCHEMA = {"type": ["array", "string", "number", "null"], "items": {"type": ["string", "number", "null"]}}
_COUNT_SCHEMA = {"type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]{1,9}$"}
_E = TypeVar("_E", bound=StrEnum)


class Unknown(Enum):
    """A measurement that does not exist (yet). The document says so; it is never printed as zero or left blank."""

    NOT_AVAILABLE = "chưa có số liệu"


class Recurring(StrEnum):
    """A deadline that is no day."""

    CONTINUOUS = "thường xuyên"
    YEARLY = "hằng năm"


def _fail(kind: str, **values: object) -> NoReturn:
    # The wording is given by the read room. Pydantic asks for literal strings so that no format is built from input.
    raise PydanticCustomError(kind, kind, values)


def _typed(value: object, expected: str) -> str:
    """Return `value` if it is text, composed and without spaces around; fail naming what was `expected`."""
    if not isinstance(value, str):
        _fail("wrong_type", expected=expected)
    return compose(value).strip()


def _read_line(value: object) -> str:
    text = _typed(value, "text")
    if not text:
        _fail("wrong_type", expected="text")
    lines = text.splitlines()
    if len(lines) > 1:
        _fail("not_one_line", lines=len(lines))
    if len(text) > LONGEST_LINE:
        _fail("too_long", limit=LONGEST_LINE, length=len(text))
    return normalise_spaces(text)


def _read_markdown(value: object) -> str:
    text = _typed(value, "text")
    if len(text) > LONGEST_TEXT:
        _fail("too_long", limit=LONGEST_TEXT, length=len(text))
    # Only blank lines go: spaces that open the first line may be meant, and places count from that line.
    return re.sub(r"\A(?:[ \t]*\n)+", "", compose(str(value))).rstrip()


def _read_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    text = _typed(value, "number")
    try:
        return parse_number(text)
    except NumberError as error:
        _fail("bad_number", found=error.found, reason=error.reason)


def _read_result(value: object) -> Decimal | Unknown:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str) and normalise_spaces(compose(value)).casefold() == Unknown.NOT_AVAILABLE.value:
        return Unknown.NOT_AVAILABLE
    return _read_number(value)


def _read_count(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        number = value
    else:
        text = _typed(value, "number")
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0
    if number < 1:
        _fail("bad_integer", found=str(value))
    return number


def _read_document_number(value: object) -> int:
    if not isinstance(value, int):
        text = _typed(value, "number")
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < 1:
            _fail("bad_document_number", found=text)
    return _read_count(value)


def _read_symbol(value: object) -> str:
    text = _read_line(value)
    if not re.fullmatch(SYMBOL_PATTERN, text):
        _fail("bad_symbol", found=text)
    return text


def _read_date(value: object) -> date:
    if isinstance(value, date):
        return value
    text = _typed(value, "date")
    try:
        return parse_date(text)
    except DateError as error:
        _fail("impossible_date" if error.reason == "impossible" else "bad_date", found=text)


def _read_period(value: object) -> Period:
    if isinstance(value, Period):
        return value
    text = _typed(value, "period")
    try:
        return parse_period(text)
    except DateError:
        _fail("bad_period", found=text)


def _read_deadline(value: object) -> date | Period | Recurring:
    if isinstance(value, (date, Period, Recurring)):
        return value
    text = normalise_spaces(_typed(value, "deadline"))
    word = text.casefold().replace("hàng năm", "hằng năm")
    if word in set(Recurring):
        return Recurring(word)
    try:
        return parse_date(text)
    except DateError as error:
        if error.reason == "impossible":
            _fail("impossible_date", found=text)
    try:
        return parse_period(text)
    except DateError:
        _fail("bad_deadline", found=text)


def _read_citation(value: object) -> Citation:
    if isinstance(value, Citation):
        return value
    text = _read_line(value)
    try:
        try:
            return parse_citation(text)
        except CitationError as error:
            # Only Article 1 of Decision 749 has sections, so a section tells the article; a bare clause does not.
            if error.reason != "no_article" or "mục" not in text.casefold():
                raise
            return parse_citation(f"{text} {NO_ARTICLE_CITED}")
    except CitationError as error:
        _fail("broken_citation", found=text, reason=error.reason, position=error.position, word=error.found)


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _typed(value, "yes_no")
    answers = {"true": True, "có": True, "false": False, "không": False}
    if text.casefold() not in answers:
        _fail("bad_yes_no", found=text)
    return answers[text.casefold()]


def one_of(choices: type[_E], *, final_stop: bool = False) -> BeforeValidator:
    """Return the validator for one of `choices`; with `final_stop`, "KT" is taken for "KT."."""

    def read(value: object) -> _E:
        text = _typed(value, "text")
        for candidate in (text, f"{text}.") if final_stop else (text,):
            if candidate in set(choices):
                return choices(candidate)
        _fail("unknown_choice", found=text, choices=tuple(choices))

    return BeforeValidator(read)


def _list_without_blanks(value: object) -> object:
    """Take one text for a list of one, leave out empty items, and take an empty list for "not given"."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)):
        _fail("wrong_type", expected="text_or_list")
    return [item for item in items if item is not None and item != ""] or None


def _list_or_none_stated(value: object) -> object:
    """Take the words "không có" for an empty list that is meant, and an empty list for "not given"."""
    if isinstance(value, str):
        if normalise_spaces(compose(value)).casefold() != NO_ITEMS:
            _fail("wrong_type", expected="list_or_none_stated")
        return ()
    return _plain_list(value) or (() if value == () else None)


def _plain_list(value: object) -> object:
    if not isinstance(value, (list, tuple)):
        _fail("wrong_type", expected="list")
    return value


def _list_of_text_or_none_stated(value: object) -> object:
    """Like a list of texts, but an empty list or the words "không", "không có" say that there are none."""
    if isinstance(value, str) and normalise_spaces(compose(value)).casefold() in {"không", NO_ITEMS}:
        return ()
    return _list_without_blanks(value) or ()


class _StatedList:
    """An annotation: a list of items, or the words that there are none."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return no_info_before_validator_function(_list_or_none_stated, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [handler(schema), {"const": NO_ITEMS}]}


def _type(read: Callable[[Any], Any], schema: dict[str, Any]) -> tuple[BeforeValidator, WithJsonSchema]:
    return BeforeValidator(read), WithJsonSchema(schema)


Markdown = NewType("Markdown", str)
"""Running text in Markdown, composed (NFC), without blank lines at its ends."""

Line = Annotated[str, *_type(_read_line, _TEXT_SCHEMA)]
"""Text of one line, composed (NFC), evenly spaced, at most `LONGEST_LINE` characters."""
MarkdownText = Annotated[Markdown, *_type(_read_markdown, _TEXT_SCHEMA)]
Number = Annotated[Decimal, *_type(_read_number, _NUMBER_SCHEMA)]
Result = Annotated[Decimal | Unknown, *_type(_read_result, _NUMBER_SCHEMA)]
"""A measured value, or `Unknown.NOT_AVAILABLE` where the clerk says that there is none."""
Count = Annotated[int, *_type(_read_count, _COUNT_SCHEMA)]
DocumentNumber = Annotated[int, *_type(_read_document_number, _COUNT_SCHEMA)]
Symbol = Annotated[str, *_type(_read_symbol, {"type": "string"})]
Day = Annotated[date, *_type(_read_date, {"type": "string"})]
ReportPeriod = Annotated[InstanceOf[Period], *_type(_read_period, {"type": ["string", "integer"]})]
Deadline = Annotated[date | InstanceOf[Period] | Recurring, *_type(_read_deadline, {"type": ["string", "integer"]})]
TaskCitation = Annotated[InstanceOf[Citation], *_type(_read_citation, {"type": "string"})]
YesNo = Annotated[bool, *_type(_read_yes_no, {"enum": [True, False, "true", "false", "có", "không"]})]
Lines = Annotated[tuple[Line, ...] | None, *_type(_list_without_blanks, _LINES_SCHEMA)]
"""Texts of one line each; `None` if none is given."""
LinesOrNone = Annotated[tuple[Line, ...] | None, *_type(_list_of_text_or_none_stated, _LINES_SCHEMA)]
"""Texts of one line each; empty if it is said that there are none, `None` if nothing is said."""
ItemList = BeforeValidator(lambda value: _plain_list(value) or None)
"""Makes `tuple[X, ...] | None` of a list; an empty list is `None`, "not given"."""
StatedList = _StatedList()
"""Makes `tuple[X, ...] | None` of a list or "không có"; the latter is `()`, while an empty list is `None`."""
