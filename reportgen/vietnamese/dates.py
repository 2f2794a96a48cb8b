"""Days, months and reporting periods as official documents write them.

Days below 10 and the months 1 and 2 take a leading zero, other months do not: Decree 30/2020/NĐ-CP, Appendix I,
part I, II.4.b.
"""

import re
from datetime import date
from typing import Literal

from reportgen.vietnamese.unicode_forms import compose, normalise_spaces

DateReason = Literal["impossible", "unreadable"]

_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
    re.compile(r"ngày (?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})"),
)


class DateError(ValueError):
    """A text is not a day or a period.

    `reason` is "impossible" where the form is right but there is no such day (30/02/2021), month or quarter, and
    "unreadable" where the form is not one of those accepted. `found` is the text.
    """

    def __init__(self, reason: DateReason, found: str) -> None:
        self.reason: DateReason = reason
        self.found = found
        super().__init__(f"{reason}: {found!r}")


def official_date(day: date) -> str:
    """Return `day` as an official document writes it in full: "ngày 05 tháng 3 năm 2025"."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def short_date(day: date) -> str:
    """Return `day` as official letters write it within a sentence: "03/6/2020"."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year}"


def month_year(month: int, year: int, *, in_words: bool = False) -> str:
    """Return a month as "12/2020", or as "tháng 12 năm 2020" `in_words`.

    Raises:
        DateError: "impossible" if there is no such month.
    """
    if not 1 <= month <= 12:
        raise DateError("impossible", f"{month}/{year}")
    return f"tháng {_month(month)} năm {year}" if in_words else f"{_month(month)}/{year}"


def place_and_date(place: str, day: date) -> str:
    """Return the line of place and date: "Hà Nội, ngày 28 tháng 12 năm 2020" (Appendix I, part I, II.4.c)."""
    return f"{place}, {official_date(day)}"


def parse_date(text: str) -> date:
    """Return the day that `text` writes.

    Accepted are "2020-12-28", "28/12/2020" (a leading zero may be there or not: 3/6/2020, 03/06/2020) and
    "ngày 03 tháng 6 năm 2020". The day always comes before the month, but for the first form.

    Raises:
        DateError: "impossible" or "unreadable".
    """
    spaced = normalise_spaces(compose(text))
    for form in _FORMS:
        if match := form.fullmatch(spaced[:1].lower() + spaced[1:]):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                raise DateError("impossible", text) from None
    raise DateError("unreadable", text)


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)
