"""Numbers as Vietnamese documents write them: a point between thousands, a comma before decimals."""

import operator
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

NumberReason = Literal["empty", "not_a_number", "not_finite", "too_long", "not_positive"]

_LONGEST_TEXT = 60
_MOST_DIGITS = 100
# No space parts these from their number.
_CLOSE_UNITS = frozenset({"%", "‰"})
_FIRST_UNPADDED = 10

_SIGN = r"(?P<sign>[-+\u2212]?)"
_VIETNAMESE = re.compile(rf"{_SIGN}(?P<whole>[0-9]+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+)(?:,(?P<decimals>[0-9]+))?")
# Not Vietnamese, and with one reading only: "30.14", "0.125", "1,234.5", "1,234,567".
_ENGLISH = (
    re.compile(rf"{_SIGN}(?P<whole>0|[1-9][0-9]*)\.(?P<decimals>[0-9]+)"),
    re.compile(rf"{_SIGN}(?P<whole>[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+)\.(?P<decimals>[0-9]+)"),
    re.compile(rf"{_SIGN}(?P<whole>[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{2,}})(?P<decimals>)"),
)


class NumberError(ValueError):
    """A text or value is not a number that a document can hold. `reason` is a stable key, `found` what was given."""

    def __init__(self, reason: NumberReason, found: str) -> None:
        self.reason: NumberReason = reason
        self.found = found
        super().__init__(f"{reason}: {found[:_LONGEST_TEXT]!r}")


def format_number(value: Decimal | int, *, decimals: int | None = None) -> str:
    """Return `value` in Vietnamese form: "1.234.567,89".

    All digits of `value` are kept, trailing zeros too, unless `decimals` gives the number of digits after the comma;
    the last one is then rounded half away from zero. Zero has no sign.

    Raises:
        NumberError: if `value` is infinite or not a number ("not_finite"), or has over 100 digits ("too_long").
        TypeError: if `value` is a float, which would bring in digits that nobody wrote.
    """
    from babel.numbers import format_decimal  # noqa: PLC0415  loading babel takes longer than a whole short command

    exact = value if isinstance(value, Decimal) else Decimal(operator.index(value))
    exponent = exact.as_tuple().exponent
    if not isinstance(exponent, int):
        raise NumberError("not_finite", str(exact))
    places = max(0, -exponent) if decimals is None else decimals
    if max(exact.adjusted(), 0) + places >= _MOST_DIGITS:
        raise NumberError("too_long", str(exact))
    with localcontext(prec=_MOST_DIGITS + 2, rounding=ROUND_HALF_UP):
        rounded = exact.quantize(Decimal((0, (1,), -places)))
        pattern = "#,##0." + "0" * places if places else "#,##0"
        return format_decimal(abs(rounded) if rounded.is_zero() else rounded, format=pattern, locale="vi")


def format_percent(value: Decimal | int, *, decimals: int | None = None) -> str:
    """Return `value`, which is already in percents, with its sign: Decimal("86.97") is "86,97%".

    Raises:
        NumberError: as `format_number`.
    """
    return f"{format_number(value, decimals=decimals)}%"


def format_quantity(value: Decimal | int, unit: str, *, decimals: int | None = None) -> str:
    """Return `value` with its unit: "12,5%", "1.234 hồ sơ"; an empty `unit` gives the number alone.

    Raises:
        NumberError: as `format_number`.
    """
    number = format_number(value, decimals=decimals)
    if not unit:
        return number
    return f"{number}{unit}" if unit in _CLOSE_UNITS else f"{number} {unit}"


def parse_number(text: str) -> Decimal:
    """Return the number that `text` writes, with all its decimals.

    Vietnamese forms come first: "1.234" is one thousand two hundred and thirty-four, "1,234" is a little over one.
    English forms are taken where they have one reading only: "30.14", "1,234.5", "1,234,567".

    Raises:
        NumberError: "empty"; "too_long" (over 60 characters); "not_finite" for infinity and NaN; "not_a_number".
    """
    stripped = text.strip()
    if not stripped:
        raise NumberError("empty", text)
    if len(stripped) > _LONGEST_TEXT:
        raise NumberError("too_long", stripped)
    for form in (_VIETNAMESE, *_ENGLISH):
        if match := form.fullmatch(stripped):
            return _to_decimal(match)
    if stripped.lstrip("+-").lower() in {"nan", "snan", "inf", "infinity", "∞"}:
        raise NumberError("not_finite", stripped)
    raise NumberError("not_a_number", stripped)


def parse_percent(text: str) -> Decimal:
    """Return the percents that `text` writes: "86,97%", "86,97 %" and "86,97" are all Decimal("86.97").

    Raises:
        NumberError: as `parse_number`.
    """
    return parse_number(text.strip().removesuffix("%"))


def document_number(number: int) -> str:
    """Return the number of a document: two digits below 10 ("05"), and never a point between thousands ("1726").

    Decree 30/2020/NĐ-CP, Appendix I, part I, II.3.c.

    Raises:
        NumberError: if `number` is not positive ("not_positive"); numbers start at 01 each year.
    """
    if number < 1:
        raise NumberError("not_positive", str(number))
    return f"{number:02d}" if number < _FIRST_UNPADDED else str(number)


def _to_decimal(match: re.Match[str]) -> Decimal:
    whole = match["whole"].replace(".", "").replace(",", "")
    sign = "-" if match["sign"] in {"-", "\u2212"} else ""
    return Decimal(f"{sign}{whole}.{match['decimals']}" if match["decimals"] else f"{sign}{whole}")
