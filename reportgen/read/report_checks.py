"""Checks of a 749 progress report that look at several keys, the register or the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.input_model import KeyPath
from reportgen.model.outline import Outline
from reportgen.model.progress_report import ProgressReport, iter_issued_documents, iter_quantities, iter_targets
from reportgen.problems import Problem
from reportgen.problems import input as kinds
from reportgen.problems.agency import DUPLICATE_TASK, NOT_OWN_TASK
from reportgen.read.letterhead_checks import (
    DECREE_30_IN_FORCE,
    check_day_of_decree,
    check_number,
    check_signer_name,
)
from reportgen.read.source import Source
from reportgen.vietnamese.dates import short_date
from reportgen.vietnamese.numbers import format_number
from reportgen.vietnamese.periods import Period
from reportgen.vietnamese.provisions import Provision, format_provisions

_SYMBOL_OF_REPORT = "BC"


def check_report(
    report: ProgressReport, source: Source, agency: Agency | None, outline: Outline
) -> Iterator[Problem]:
    """Yield what is wrong or odd in `report`, issued by `agency` (`None` if that is not known)."""
    yield from check_number(report, source)
    if agency is not None:
        yield from _check_symbol(report, source, agency)
    yield from _check_day(report, source, outline.basis.issued_on)
    yield from _check_deadlines(report, source)
    yield from _check_issued_documents(report, source)
    yield from _check_percents(report, source)
    yield from _check_duplicate_targets(report, source)
    yield from check_signer_name(report, source)


def check_own_tasks(
    report: ProgressReport,
    source: Source,
    agency: Agency,
    own: Sequence[Provision],
    outline: Outline,
    register: AgencyRegister,
) -> Iterator[Problem]:
    """Yield the entries of `report` about tasks that are not `own`, the agency's, or that are given twice."""
    seen: dict[Provision, int] = {}
    for index, task in enumerate(report.own_tasks or ()):
        path: KeyPath = ("nhiem_vu_rieng", index, "vien_dan")
        for provision in task.citation.provisions if task.citation else ():
            if not any(mine.contains(provision) for mine in own):
                yield NOT_OWN_TASK.at(
                    source.place(path),
                    found=str(provision),
                    agency=agency.name,
                    owners=_owners(provision, outline, register),
                    own=format_provisions(own) if own else "không có",
                )
            elif (first := _find_overlap(provision, seen)) is not None:
                first_line = source.line(("nhiem_vu_rieng", first, "vien_dan"))
                yield DUPLICATE_TASK.at(
                    source.place(path), found=str(provision), first=first_line, second=source.line(path)
                )
            seen.setdefault(provision, index)


def _find_overlap(provision: Provision, seen: dict[Provision, int]) -> int | None:
    """Return the entry that has cited `provision`, a part of it or the whole it belongs to."""
    return next((i for other, i in seen.items() if other.contains(provision) or provision.contains(other)), None)


def _owners(provision: Provision, outline: Outline, register: AgencyRegister) -> str | None:
    """Name those to whom the task in `provision` was given, as they were called then; `None` if it is no task."""
    given = [
        register.name_on(task.agency_code, outline.basis.issued_on)
        for task in outline.special_tasks
        if any(one.contains(provision) for one in task.provisions)
    ]
    return ", ".join(given) or None


def _check_symbol(report: ProgressReport, source: Source, agency: Agency) -> Iterator[Problem]:
    if report.symbol is None:
        return
    place, expected = source.place(("ky_hieu",)), f"{_SYMBOL_OF_REPORT}-{agency.symbol}"
    if not report.symbol.startswith(f"{_SYMBOL_OF_REPORT}-"):
        yield kinds.BAD_SYMBOL.at(place, found=report.symbol, example=expected)
    elif not any(report.symbol.endswith(f"-{symbol}") for symbol in agency.symbols):
        yield kinds.SYMBOL_OF_OTHER_AGENCY.at(
            place, found=report.symbol, symbol=agency.symbol, agency=agency.name, expected=expected
        )


def _check_day(report: ProgressReport, source: Source, programme: date) -> Iterator[Problem]:
    if report.day is None:
        return
    found, place = short_date(report.day), source.place(("ngay",))
    if report.day < DECREE_30_IN_FORCE:
        yield from check_day_of_decree(report, source)
    elif report.day < programme:
        yield kinds.DATE_BEFORE_PROGRAMME.at(place, found=found)
    periods: list[tuple[KeyPath, Period | None]] = [(("tinh_den",), report.period)]
    periods += [((*path, "ky"), target.period) for path, target in iter_targets(report)]
    for path, period in periods:
        if period is not None and period.start > report.day:
            yield kinds.PERIOD_AFTER_REPORT.at(source.place(path), found=str(period), day=found)


def _check_deadlines(report: ProgressReport, source: Source) -> Iterator[Problem]:
    for index, task in enumerate(report.next_tasks or ()):
        deadline = task.deadline
        last = deadline.end if isinstance(deadline, Period) else deadline
        if report.day is None or not isinstance(last, date) or last >= report.day:
            continue
        written = short_date(deadline) if isinstance(deadline, date) else str(deadline)
        place = source.place(("nhiem_vu_toi", index, "thoi_han"))
        yield kinds.DEADLINE_PASSED.at(place, found=written, day=short_date(report.day))


def _check_issued_documents(report: ProgressReport, source: Source) -> Iterator[Problem]:
    for path, document in iter_issued_documents(report):
        if report.day is not None and document.day is not None and document.day > report.day:
            place = source.place((*path, "ngay"))
            yield kinds.ISSUED_AFTER_REPORT.at(place, found=short_date(document.day), day=short_date(report.day))


def _check_percents(report: ProgressReport, source: Source) -> Iterator[Problem]:
    figures: list[tuple[KeyPath, str | None, object]] = []
    for path, target in iter_targets(report):
        figures.append(((*path, "muc_tieu"), target.unit, target.goal))
        figures.append(((*path, "ket_qua"), target.unit, target.result))
    figures += [((*path, "gia_tri"), quantity.unit, quantity.value) for path, quantity in iter_quantities(report)]
    for path, unit, value in figures:
        if unit == "%" and isinstance(value, Decimal) and not 0 <= value <= 100:
            yield kinds.PERCENT_OUT_OF_RANGE.at(source.place(path), found=format_number(value))


def _check_duplicate_targets(report: ProgressReport, source: Source) -> Iterator[Problem]:
    """The same target may stand twice only for two periods."""
    seen: dict[tuple[str, Period | None], int | None] = {}
    for path, target in iter_targets(report):
        if target.name is None:
            continue
        key, line = (target.name.casefold(), target.period or report.period), source.line((*path, "ten"))
        if key in seen:
            place = source.place((*path, "ten"))
            yield kinds.DUPLICATE_TARGET.at(place, name=target.name, first=seen[key], second=line)
        else:
            seen[key] = line
