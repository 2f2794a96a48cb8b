from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.dates import (
    DateError,
    month_year,
    official_date,
    parse_date,
    place_and_date,
    short_date,
)


@pytest.mark.parametrize(
    ("day", "official", "short"),
    [
        (date(2025, 3, 5), "ngày 05 tháng 3 năm 2025", "05/3/2025"),
        (date(2025, 2, 12), "ngày 12 tháng 02 năm 2025", "12/02/2025"),
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020", "05/01/2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (date(2020, 6, 3), "ngày 03 tháng 6 năm 2020", "03/6/2020"),
        (date(2020, 12, 28), "ngày 28 tháng 12 năm 2020", "28/12/2020"),
    ],
)
def test_days_below_10_and_months_1_and_2_are_padded(day: date, official: str, short: str) -> None:
    assert official_date(day) == official
    assert short_date(day) == short


def test_months_are_written_in_figures_and_in_words() -> None:
    assert month_year(12, 2020) == "12/2020"
    assert month_year(2, 2020) == "02/2020"
    assert month_year(3, 2020) == "3/2020"
    assert month_year(12, 2020, in_words=True) == "tháng 12 năm 2020"
    with pytest.raises(DateError):
        month_year(13, 2020)


def test_the_place_is_followed_by_a_comma_and_the_date() -> None:
    assert place_and_date("Hà Nội", date(2020, 12, 28)) == "Hà Nội, ngày 28 tháng 12 năm 2020"


@pytest.mark.parametrize(
    "text",
    [
        "2020-06-03",
        "3/6/2020",
        "03/06/2020",
        "03/6/2020",
        "ngày 03 tháng 6 năm 2020",
        "Ngày 3  tháng 06 năm 2020 ",
        "nga\u0300y 03 tha\u0301ng 6 na\u0306m 2020",
    ],
)
def test_a_day_is_read_in_each_accepted_form(text: str) -> None:
    assert parse_date(text) == date(2020, 6, 3)


@pytest.mark.parametrize("text", ["30/02/2021", "2021-02-30", "32/1/2020", "12/28/2020", "0/1/2020", "1/1/0000"])
def test_a_day_that_does_not_exist_is_impossible(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.reason, caught.value.found) == ("impossible", text)


@pytest.mark.parametrize(
    "text", ["", "hôm nay", "28/12", "28/12/20", "2020-6-3", "28.12.2020", "12/2020", "ngày 3/6/2020", "٣/٦/2020"]
)
def test_any_other_form_is_unreadable(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.reason == "unreadable"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_day_is_read_back(day: date) -> None:
    assert parse_date(official_date(day)) == parse_date(short_date(day)) == parse_date(day.isoformat()) == day
