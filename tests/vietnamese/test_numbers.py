import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.numbers import (
    NumberError,
    document_number,
    format_number,
    format_percent,
    format_quantity,
    parse_number,
    parse_percent,
)

_VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30).filter(
    lambda value: -25 <= int(value.as_tuple().exponent) <= 0
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1234567.89"), "1.234.567,89"),
        (Decimal("1234567.890"), "1.234.567,890"),
        (Decimal("86.97"), "86,97"),
        (Decimal("0.5"), "0,5"),
        (Decimal("-0.50"), "-0,50"),
        (Decimal("-0.0"), "0,0"),
        (Decimal("1E+5"), "100.000"),
        (999, "999"),
        (1000, "1.000"),
        (-1234, "-1.234"),
        (Decimal("12345678901234567890123456789012345678.90123456789"),
         "12.345.678.901.234.567.890.123.456.789.012.345.678,90123456789"),
    ],
)  # fmt: skip
def test_a_number_keeps_all_its_digits(value: Decimal | int, expected: str) -> None:
    assert format_number(value) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.345", 2, "2,35"),
        ("2.335", 2, "2,34"),
        ("-2.345", 2, "-2,35"),
        ("0.5", 0, "1"),
        ("7", 2, "7,00"),
        ("-0.001", 2, "0,00"),
        ("999999.995", 2, "1.000.000,00"),
    ],
)
def test_rounding_is_half_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert format_number(Decimal(value), decimals=decimals) == expected


@pytest.mark.parametrize(
    ("value", "reason"),
    [("NaN", "not_finite"), ("Infinity", "not_finite"), ("1E+1000000", "too_long"), ("1E-1000000", "too_long")],
)
def test_a_value_that_no_document_can_hold_is_refused(value: str, reason: str) -> None:
    with pytest.raises(NumberError) as caught:
        format_number(Decimal(value))
    assert caught.value.reason == reason


def test_a_float_is_refused() -> None:
    with pytest.raises(TypeError):
        format_number(0.1)  # type: ignore[arg-type]


def test_percents_keep_their_digits_and_units_their_space() -> None:
    assert format_percent(Decimal("86.97")) == "86,97%"
    assert format_percent(Decimal("86.965"), decimals=2) == "86,97%"
    assert format_quantity(Decimal("12.5"), "%") == "12,5%"
    assert format_quantity(3, "‰") == "3‰"
    assert format_quantity(1234, "hồ sơ") == "1.234 hồ sơ"
    assert format_quantity(1234, "") == "1.234"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5", "12.5"),
        ("12,50", "12.50"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("86,97", "86.97"),
        ("30.14", "30.14"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1,234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234", "1234"),
        ("1,234", "1.234"),
        ("05", "5"),
        ("0", "0"),
        (" 12,5 ", "12.5"),
        ("-1.234", "-1234"),
        ("\u22122,5", "-2.5"),
        ("+7", "7"),
    ],
)
def test_numbers_are_read_in_vietnamese_and_clear_english_forms(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("NaN", "not_finite"),
        ("-inf", "not_finite"),
        ("1" * 61, "too_long"),
        ("mười", "not_a_number"),
        ("12,5%", "not_a_number"),
        ("12 5", "not_a_number"),
        ("1.23.456", "not_a_number"),
        ("1.234.56", "not_a_number"),
        ("01.234", "not_a_number"),
        ("0.123.456", "not_a_number"),
        ("1,2,3", "not_a_number"),
        ("1,234,567,8", "not_a_number"),
        ("1.5,3", "not_a_number"),
        ("5,", "not_a_number"),
        (",5", "not_a_number"),
        (".5", "not_a_number"),
        ("--5", "not_a_number"),
        ("1e5", "not_a_number"),
        ("1_000", "not_a_number"),
        ("١٢", "not_a_number"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.reason == reason


def test_percents_are_read_with_and_without_their_sign() -> None:
    assert [parse_percent(text) for text in ("86,97%", "86,97 %", "86,97")] == [Decimal("86.97")] * 3
    with pytest.raises(NumberError):
        parse_percent("%")


def test_a_document_number_has_two_digits_below_10() -> None:
    assert [document_number(number) for number in (1, 5, 9, 10, 749, 1726)] == ["01", "05", "09", "10", "749", "1726"]
    with pytest.raises(NumberError) as caught:
        document_number(0)
    assert caught.value.reason == "not_positive"


@given(_VALUES)
def test_what_is_formatted_is_read_back_digit_for_digit(value: Decimal) -> None:
    read = parse_number(format_number(value))
    assert read == value
    assert read.as_tuple().exponent == value.as_tuple().exponent


@given(st.text(max_size=20))
def test_reading_a_number_gives_a_finite_number_or_a_reason(text: str) -> None:
    try:
        assert parse_number(text).is_finite()
    except NumberError as error:
        assert error.reason in {"empty", "not_a_number", "not_finite"}


def test_importing_the_room_does_not_load_babel() -> None:
    code = "import sys, reportgen.vietnamese; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
