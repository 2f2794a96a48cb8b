from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.target_values import (
    Comparison,
    TargetValue,
    TargetValueKind,
    format_target_value,
    parse_target_value,
)

_COMPARISONS: tuple[Comparison | None, ...] = (None, "≥", ">", "≤", "<")


def percent(number: str, comparison: Comparison | None = None, note: int | None = None) -> TargetValue:
    return TargetValue("percent", comparison, Decimal(number), "%", note=note)


def count(number: str, unit: str = "", comparison: Comparison | None = None, note: int | None = None) -> TargetValue:
    return TargetValue("number", comparison, Decimal(number), unit, note=note)


@pytest.mark.parametrize(
    ("written", "value", "printed"),
    [
        ("98%", percent("98"), "98%"),
        ("30.14%", percent("30.14"), "30,14%"),
        ("86,97%", percent("86.97"), "86,97%"),
        ("11,2 %", percent("11.2"), "11,2%"),
        ("-1,5%", percent("-1.5"), "-1,5%"),
        ("≥ 80%", percent("80", "≥"), "≥ 80%"),
        ("≥80%", percent("80", "≥"), "≥ 80%"),
        (">= 80 %", percent("80", "≥"), "≥ 80%"),
        (">50%", percent("50", ">"), "> 50%"),
        ("> 80%", percent("80", ">"), "> 80%"),
        ("<= 5%", percent("5", "≤"), "≤ 5%"),
        ("<5%", percent("5", "<"), "< 5%"),
        ("14.26%(1)", percent("14.26", note=1), "14,26%"),
        ("1234", count("1234"), "1.234"),
        ("1.234 hồ sơ", count("1234", "hồ sơ"), "1.234 hồ sơ"),
        ("> 100.000 doanh nghiệp", count("100000", "doanh nghiệp", ">"), "> 100.000 doanh nghiệp"),
        ("86(2)", count("86", note=2), "86"),
        ("86 (12)", count("86", note=12), "86"),
        ("Top 50", TargetValue("rank", "≤", Decimal(50)), "Top 50"),
        ("TOP50", TargetValue("rank", "≤", Decimal(50)), "Top 50"),
        ("-", TargetValue("none"), "-"),
        (" – ", TargetValue("none"), "-"),
        ("-(3)", TargetValue("none", note=3), "-"),
        ("", TargetValue("blank"), ""),
        (" \u00a0 ", TargetValue("blank"), ""),
        ("Hoàn thành", TargetValue("text", text="Hoàn thành"), "Hoàn thành"),
        ("Hoàn  thành (4)", TargetValue("text", text="Hoàn thành", note=4), "Hoàn thành"),
        ("Nghị quyết (2023)", TargetValue("text", text="Nghị quyết (2023)"), "Nghị quyết (2023)"),
        ("(1)", TargetValue("text", text="(1)"), "(1)"),
        ("50 - 60%", TargetValue("text", text="50 - 60%"), "50 - 60%"),
        ("1.2.3%", TargetValue("text", text="1.2.3%"), "1.2.3%"),
        ("≥", TargetValue("text", text="≥"), "≥"),
        ("Top 0", TargetValue("text", text="Top 0"), "Top 0"),
        ("%", TargetValue("text", text="%"), "%"),
    ],
)
def test_each_way_of_writing_a_value_is_read_and_printed_in_one_form(
    written: str, value: TargetValue, printed: str
) -> None:
    assert parse_target_value(written) == value
    assert format_target_value(value) == printed
    assert str(value) == printed


@pytest.mark.parametrize(
    ("written", "kind"),
    [("70", "rank"), ("86(2)", "rank"), ("Top 40", "rank"), ("0", "number"), ("70%", "percent"), ("-", "none")],
)
def test_a_bare_number_is_a_rank_only_in_a_row_about_a_ranking(written: str, kind: TargetValueKind) -> None:
    assert parse_target_value(written, is_rank=True).kind == kind


def test_a_rank_reached_and_a_rank_to_be_within_are_told_apart() -> None:
    assert parse_target_value("50", is_rank=True).comparison is None
    assert parse_target_value("Top 50", is_rank=True).comparison == "≤"


def test_no_value_set_is_not_the_same_as_nothing_said() -> None:
    assert parse_target_value("-") != parse_target_value("")


@pytest.mark.parametrize("written", ["86(2)", "30,14%(1)", "-(3)", "Hoàn thành(4)"])
def test_the_footnote_mark_is_printed_only_when_asked_for(written: str) -> None:
    assert format_target_value(parse_target_value(written), with_note=True) == written


_NUMBERS = st.decimals(-(10**9), 10**9, places=2)
_NOTES = st.none() | st.integers(1, 99)


@given(
    st.builds(percent, _NUMBERS.map(str), st.sampled_from(_COMPARISONS), _NOTES)
    | st.builds(count, _NUMBERS.map(str), st.sampled_from(["", "hồ sơ"]), st.sampled_from(_COMPARISONS), _NOTES)
    | st.builds(
        lambda place, bound, note: TargetValue("rank", bound, Decimal(place), note=note),
        st.integers(1, 999_999),
        st.sampled_from([None, "≤"]),
        _NOTES,
    )
)
def test_a_printed_value_reads_back_as_it_was(value: TargetValue) -> None:
    is_rank = value.kind == "rank"
    assert parse_target_value(format_target_value(value, with_note=True), is_rank=is_rank) == value
    assert parse_target_value(format_target_value(value), is_rank=is_rank) == replace(value, note=None)


@given(st.text(max_size=30))
def test_any_text_is_read_and_its_printed_form_is_stable(text: str) -> None:
    printed = format_target_value(parse_target_value(text), with_note=True)
    assert format_target_value(parse_target_value(printed), with_note=True) == printed
