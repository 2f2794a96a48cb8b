"""Checks of what every official document carries: its number, its date against the decree, its signer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportgen.model.letterhead import Letterhead
from reportgen.problems import Problem
from reportgen.problems.input import ACADEMIC_TITLE, DATE_BEFORE_DECREE, NUMBER_WITHOUT_ZERO
from reportgen.read.source import Source
from reportgen.vietnamese.dates import short_date
from reportgen.vietnamese.numbers import document_number

DECREE_30_IN_FORCE = date(2020, 3, 5)
"""The first day of Decree 30/2020/ND-CP (its Article 37)."""

_ACADEMIC_TITLE = re.compile(
    r"(?:(?:(?:PGS|GS|TSKH|TS|ThS|BS|KS|NGND|NGƯT|NSND|NSƯT)(?:\.\s*|\s+)"
    r"|(?:Phó [Gg]iáo sư|Giáo sư|Tiến [sS][ĩỹ]|Thạc [sS][ĩỹ]|Bác [sS][ĩỹ]|Kỹ sư)\s+)[,.\s]*)+"
)


def check_number(letterhead: Letterhead, source: Source) -> Iterator[Problem]:
    """Yield a problem if a number below 10 was typed without its zero (Appendix I, II.3.c)."""
    if letterhead.number is None:
        return
    typed = str(source.root.get("so", "")).strip()
    written = document_number(letterhead.number)
    if typed != written:
        yield NUMBER_WITHOUT_ZERO.at(source.place(("so",)), found=typed, written=written)


def check_day_of_decree(letterhead: Letterhead, source: Source) -> Iterator[Problem]:
    """Yield a problem if the document is older than the decree whose form it has."""
    if letterhead.day is not None and letterhead.day < DECREE_30_IN_FORCE:
        yield DATE_BEFORE_DECREE.at(source.place(("ngay",)), found=short_date(letterhead.day))


def check_signer_name(letterhead: Letterhead, source: Source) -> Iterator[Problem]:
    """Yield a problem if the signer's name carries an academic title (Appendix I, II.7.c)."""
    match = _ACADEMIC_TITLE.match(letterhead.signer.name or "")
    if match:
        yield ACADEMIC_TITLE.at(source.place(("nguoi_ky", "ho_ten")), found=match.group().strip())
