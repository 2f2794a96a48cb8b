from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.dates import DateError
from reportgen.vietnamese.periods import Period, PeriodKind, parse_period


@pytest.mark.parametrize(
    ("texts", "period", "written", "start", "end"),
    [
        (
            ("12/2020", "tháng 12/2020", "Tháng 12 năm 2020"),
            Period(PeriodKind.MONTH, 2020, 12),
            "12/2020",
            date(2020, 12, 1),
            date(2020, 12, 31),
        ),
        (("02/2020", "2/2020"), Period(PeriodKind.MONTH, 2020, 2), "02/2020", date(2020, 2, 1), date(2020, 2, 29)),
        (
            ("Quý IV/2020", "Quý 4/2020", "quý IV năm 2020"),
            Period(PeriodKind.QUARTER, 2020, 4),
            "Quý IV/2020",
            date(2020, 10, 1),
            date(2020, 12, 31),
        ),
        (
            ("6 tháng đầu năm 2020", "06 tháng đầu năm 2020"),
            Period(PeriodKind.HALF, 2020, 1),
            "6 tháng đầu năm 2020",
            date(2020, 1, 1),
            date(2020, 6, 30),
        ),
        (
            ("6 tháng cuối năm 2020",),
            Period(PeriodKind.HALF, 2020, 2),
            "6 tháng cuối năm 2020",
            date(2020, 7, 1),
            date(2020, 12, 31),
        ),
        (
            ("9 tháng đầu năm 2020",),
            Period(PeriodKind.NINE_MONTHS, 2020),
            "9 tháng đầu năm 2020",
            date(2020, 1, 1),
            date(2020, 9, 30),
        ),
        (
            ("năm 2020", "2020", "Năm 2020"),
            Period(PeriodKind.YEAR, 2020),
            "năm 2020",
            date(2020, 1, 1),
            date(2020, 12, 31),
        ),
    ],
)
def test_a_period_is_read_written_and_bounded(
    texts: tuple[str, ...], period: Period, written: str, start: date, end: date
) -> None:
    assert [parse_period(text) for text in texts] == [period] * len(texts)
    assert str(period) == written
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["13/2020", "0/2020", "Quý V/2020", "Quý 5/2020", "Quý 0/2020", "năm 0000"])
def test_a_period_that_no_year_has_is_impossible(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_period(text)
    assert (caught.value.reason, caught.value.found) == ("impossible", text)


@pytest.mark.parametrize("text", ["", "Quý IIII/2020", "Quý bốn/2020", "9 tháng cuối năm 2020", "20", "28/12/2020"])
def test_any_other_form_is_unreadable(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_period(text)
    assert caught.value.reason == "unreadable"


@given(st.sampled_from(PeriodKind), st.integers(1000, 9999), st.data())
def test_a_written_period_is_read_back(kind: PeriodKind, year: int, data: st.DataObject) -> None:
    count = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}.get(kind, 1)
    period = Period(kind, year, data.draw(st.integers(1, count)))
    assert parse_period(str(period)) == period
    assert period.start <= period.end
