"""What the sheets of the appendix workbook share: the group that they are of, its words, its units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.ranking_table import ILLUSTRATIVE, UNKNOWN
from reportgen.document.workbook import Grid, SheetColumn, clean_sheet_name
from reportgen.index.edition import GroupResult
from reportgen.model.measurements import Unit
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import ScoreOrigin

DECIMALS = 4
CODE, NAME = "ma", "ten"
UNIT_COLUMNS = (SheetColumn(CODE, "Mã"), SheetColumn(NAME, "Đơn vị"))
MARK = f"{ILLUSTRATIVE.upper()}: các giá trị được đặt ra để làm mẫu, không có thật"
UNKNOWN_NOTE = f"“{UNKNOWN}”: giá trị chưa biết, không phải bằng 0; công thức không tính là 0."

_MERGE_WORDS = {
    MergeRule.MEAN: "là trung bình của các đơn vị cũ",
    MergeRule.SUM: "là tổng của các đơn vị cũ",
    MergeRule.DO_NOT_COMPARE: "không dùng để so sánh",
}


class SheetNames:
    """Gives sheets names that differ and that Excel takes."""

    def __init__(self) -> None:
        self._taken: list[str] = []

    def name(self, kind: str, label: str) -> str:
        """Return the name of a sheet of `kind` for the units that `label` names."""
        found = clean_sheet_name(f"{kind} {label}".strip(), tuple(self._taken))
        self._taken.append(found)
        return found


@dataclass(frozen=True, eq=False, slots=True)
class GroupContext:
    """A group of a part, and what its sheets are called by.

    Attributes:
        part: The part.
        result: The results of the group.
        label: Short, for sheet names: "cấp bộ nhóm 1".
        group_name: Its name in full where the part has several, for the notes; else empty.
        names: Gives the names of sheets.
    """

    part: PublicationPart
    result: GroupResult
    label: str
    group_name: str
    names: SheetNames

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units in the order of the ranking by total."""
        return tuple(row.unit for row in self.result.total.rows)

    @property
    def mark(self) -> str:
        """What sheets made of this year's figures say in their second row."""
        return MARK if self.result.measurements.is_illustrative else ""

    @property
    def mark_of_history(self) -> str:
        """What sheets say that are made of figures of earlier editions too."""
        return MARK if self.part.is_illustrative else ""

    @property
    def takes_published(self) -> bool:
        """Whether the ranking by total is that of the published totals."""
        return self.result.total.origin is ScoreOrigin.PUBLISHED

    def heading(self, what: str) -> str:
        """Return the title of a sheet: what it shows, of whom, when."""
        return f"{what} {self.label}, năm {self.part.year}"

    @property
    def group_note(self) -> tuple[str, ...]:
        """A note that says what group it is; nothing where the part has one only."""
        return (f"Nhóm: {self.group_name}.",) if self.group_name else ()

    def grid(self, kind: str, columns: Sequence[SheetColumn], *, lines: int = 0) -> Grid:
        """Return the grid of a sheet with a row for each unit."""
        keys = tuple(column.key for column in columns)
        return Grid(self.names.name(kind, self.label), keys, len(self.units), lines)


def group_contexts(part: PublicationPart, names: SheetNames) -> tuple[GroupContext, ...]:
    """Return the groups of `part`; where there are several, they are numbered."""
    if len(part.results) == 1:
        return (GroupContext(part, part.results[0], part.title, "", names),)
    return tuple(
        GroupContext(part, result, f"{part.title} nhóm {number}", result.group.name, names)
        for number, result in enumerate(part.results, start=1)
    )


def mean(values: Sequence[Decimal | None]) -> Decimal | None:
    """Return the mean of what is known; `None` if nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def merge_note(year: int, rule: MergeRule, merged: Collection[str]) -> str:
    """Return a note that says what the values of `year` of the units `merged` are; empty if there are none."""
    return f"Đơn vị sáp nhập từ nhiều đơn vị: số liệu năm {year} {_MERGE_WORDS[rule]}." if merged else ""
