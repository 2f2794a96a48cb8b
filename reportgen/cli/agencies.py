"""`reportgen agencies`: who exists on a day, under which code, name and symbol."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.outcome import Outcome
from reportgen.cli.terminal_text import display_width
from reportgen.cli.words import Words
from reportgen.model.agencies import Agency, AgencyGroup
from reportgen.problems import Language
from reportgen.read.data_files import load_register
from reportgen.vietnamese.dates import short_date

_COLUMNS = (Words("Mã", "Code"), Words("Ký hiệu", "Symbol"), Words("Nhóm", "Group"), Words("Tên", "Name"))
_TOTAL = Words("{} cơ quan, theo tình hình ngày {}", "{} agencies, as of {}")


def agencies(day: date, groups: Sequence[str], language: Language) -> Outcome:
    """Return the agencies in force on `day`, of `groups` if any are given, in the order of the register.

    Raises:
        OutputError: the register is not usable.
    """
    with faults_of_data_as_problems():
        found = load_register().in_force(day, *map(AgencyGroup, groups))
    rows = [_row(agency) for agency in found]
    heading = tuple(column.of(language) for column in _COLUMNS)
    total = _TOTAL.of(language).format(len(rows), short_date(day))
    return Outcome(
        text=f"{format_table([heading, *rows])}\n\n{total}",
        data={"date": day.isoformat(), "agencies": [_to_dict(agency) for agency in found]},
    )


def format_table(rows: Sequence[Sequence[str]]) -> str:
    """Return `rows` with their columns below each other, two spaces apart."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def _row(agency: Agency) -> tuple[str, ...]:
    return (agency.code, agency.symbol, agency.group.value, agency.name)


def _to_dict(agency: Agency) -> dict[str, object]:
    return {
        "code": agency.code,
        "name": agency.name,
        "symbol": agency.symbol,
        "group": agency.group.value,
        "valid_from": agency.valid_from.isoformat() if agency.valid_from else None,
        "valid_until": agency.valid_until.isoformat() if agency.valid_until else None,
    }
