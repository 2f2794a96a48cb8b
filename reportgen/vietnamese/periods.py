"""Reporting periods: a month, a quarter, half a year, the first nine months, a year."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportgen.vietnamese.dates import DateError, month_year
from reportgen.vietnamese.letters import parse_roman, roman
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period of one year.

    `number` tells which of its kind it is in that year, from 1; it is 1 for a year and for the first nine months.

    Raises:
        DateError: "impossible" if the year (1 to 9999) has no such period.
    """

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999 or not 1 <= self.number <= 12 // _MONTHS[self.kind]:
            raise DateError("impossible", f"{self.kind} {self.number} {self.year}")

    @property
    def start(self) -> date:
        """The first day of the period."""
        return date(self.year, (self.number - 1) * _MONTHS[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """The last day of the period."""
        month = self.number * _MONTHS[self.kind]
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """The period as reports name it: "12/2020", "Quý IV/2020", "6 tháng đầu năm 2020", "năm 2020"."""
        match self.kind:
            case PeriodKind.MONTH:
                return month_year(self.number, self.year)
            case PeriodKind.QUARTER:
                return f"Quý {roman(self.number)}/{self.year}"
            case PeriodKind.HALF:
                return f"6 tháng {'đầu' if self.number == 1 else 'cuối'} năm {self.year}"
            case PeriodKind.NINE_MONTHS:
                return f"9 tháng đầu năm {self.year}"
            case PeriodKind.YEAR:
                return f"năm {self.year}"


_YEAR = r"(?P<year>[0-9]{4})"
_READERS: tuple[tuple[re.Pattern[str], PeriodKind, Callable[[str], int]], ...] = (
    (re.compile(rf"(?:tháng )?(?P<number>[0-9]{{1,2}})/{_YEAR}"), PeriodKind.MONTH, int),
    (re.compile(rf"tháng (?P<number>[0-9]{{1,2}}) năm {_YEAR}"), PeriodKind.MONTH, int),
    (re.compile(rf"quý (?P<number>[0-9])(?:/| năm ){_YEAR}"), PeriodKind.QUARTER, int),
    (re.compile(rf"quý (?P<number>[IVX]+)(?:/| năm ){_YEAR}"), PeriodKind.QUARTER, parse_roman),
    (re.compile(rf"0?6 tháng (?P<number>đầu|cuối) năm {_YEAR}"), PeriodKind.HALF, {"đầu": 1, "cuối": 2}.__getitem__),
    (re.compile(rf"0?9 tháng (?P<number>đầu) năm {_YEAR}"), PeriodKind.NINE_MONTHS, {"đầu": 1}.__getitem__),
    (re.compile(rf"(?:năm )?{_YEAR}(?P<number>)"), PeriodKind.YEAR, lambda _: 1),
)


def parse_period(text: str) -> Period:
    """Return the period that `text` names.

    Accepted are "12/2020", "tháng 12/2020", "tháng 12 năm 2020", "Quý IV/2020", "Quý 4/2020", "Quý IV năm 2020",
    "6 tháng đầu năm 2020", "6 tháng cuối năm 2020", "9 tháng đầu năm 2020", "năm 2020" and "2020"; the first letter
    may be small or a capital.

    Raises:
        DateError: "impossible" for a month or quarter that no year has, "unreadable" for any other form.
    """
    spaced = normalise_spaces(compose(text))
    for form, kind, read_number in _READERS:
        if match := form.fullmatch(spaced[:1].lower() + spaced[1:]):
            try:
                number = read_number(match["number"])
            except ValueError:
                break
            return _period(kind, int(match["year"]), number, text)
    raise DateError("unreadable", text)


def _period(kind: PeriodKind, year: int, number: int, text: str) -> Period:
    try:
        return Period(kind, year, number)
    except DateError:
        raise DateError("impossible", text) from None
