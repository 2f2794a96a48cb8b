"""Dates as documents write them, their parts perhaps left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from reportgen.vietnamese import compose

_BLANK = "[\\s.…_]"
_DAY = rf"(?P<day>\d{{1,2}})?{_BLANK}*"
_DATE_IN_WORDS = re.compile(
    rf"[Nn]gày{_BLANK}*{_DAY}tháng{_BLANK}*(?P<month>\d{{1,2}})?{_BLANK}*năm{_BLANK}*(?P<year>\d{{4}})?"
)
_DATE_IN_FIGURES = re.compile(r"(?:ngày\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date as written; a part that is left open is `None`. `day_text` and `month_text` keep leading zeros."""

    day_text: str | None
    month_text: str | None
    year: int | None
    raw: str
    in_words: bool

    @property
    def is_open(self) -> bool:
        """Whether day, month or year is left to be filled in."""
        return self.day_text is None or self.month_text is None or self.year is None

    @property
    def value(self) -> date | None:
        """The day; `None` if it is open or there is no such day."""
        if self.day_text is None or self.month_text is None or self.year is None:
            return None
        try:
            return date(self.year, int(self.month_text), int(self.day_text))
        except ValueError:
            return None


def parse_date_in(text: str) -> ParsedDate | None:
    """Return the first date in `text`, in words or in figures, its parts perhaps left open; `None` if it has none."""
    text = compose(text).replace("\xa0", " ")
    match = _DATE_IN_WORDS.search(text)
    in_words = match is not None
    match = match or _DATE_IN_FIGURES.search(text)
    if match is None:
        return None
    year = match["year"]
    return ParsedDate(match["day"], match["month"], int(year) if year else None, match[0].strip(), in_words)
