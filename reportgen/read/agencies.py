"""Agencies named in an input: looked up on the day of the document, with the name that they bear on that day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.problems import Place, Problem
from reportgen.problems.agency import AGENCY_ENDED, AGENCY_NOT_YET, UNKNOWN_AGENCY
from reportgen.vietnamese.dates import short_date

_CODE_LIKE = re.compile(r"[A-ZĐƯ][A-ZĐƯ0-9&_]+")


def resolve_agency(text: str, register: AgencyRegister, day: date | None, place: Place) -> Agency | Problem:
    """Return the agency that `text` (a code or a name) means on `day`, or what is wrong with it."""
    agency = register.find(text, day)
    if agency is not None:
        return agency
    former = None if day is None else register.find(text, None)
    if day is None or former is None:
        return UNKNOWN_AGENCY.at(place, found=text, nearest=register.nearest(text, day))
    if former.valid_until is not None and former.valid_until < day:
        heirs = " và ".join(heir.name for heir in register.successors(former.code, day))
        since = short_date(former.valid_until + timedelta(days=1))
        return AGENCY_ENDED.at(place, found=former.name, day=short_date(day), since=since, successor=heirs or None)
    return _not_yet(former, register, day, place)


def resolve_name(text: str, register: AgencyRegister, day: date | None, place: Place) -> str | Problem:
    """Return the name on `day` of the agency that `text` means; other words are kept as they are.

    A single word in capitals is taken for a code, so it has to be one.
    """
    found = resolve_agency(text, register, day, place)
    if isinstance(found, Agency):
        return found.name
    is_free_text = found.kind is UNKNOWN_AGENCY and not _CODE_LIKE.fullmatch(text)
    return text if is_free_text else found


def _not_yet(agency: Agency, register: AgencyRegister, day: date, place: Place) -> Problem:
    """The problem of naming `agency` before it exists, with those whose work it took over, if they are known."""
    since = None if agency.valid_from is None else short_date(agency.valid_from)
    before = [former.name for former in register.predecessors(agency.code) if former.is_in_force(day)]
    before = [former.name for former in register.successors(agency.code, day)] or before
    predecessor = " hoặc ".join(before) or None
    return AGENCY_NOT_YET.at(place, found=agency.name, day=short_date(day), since=since, predecessor=predecessor)
