"""A table of data, frozen: what terminal, CSV, JSON and Excel print of the same figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

DataCell: TypeAlias = str | int | Decimal | None
"""A text, a whole number, a number, or `None` for unknown."""


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its key (for programs), its title (for people), and the decimals that are shown.

    `decimals` is `None` for texts and whole numbers; the cells hold all digits whatever is shown.
    """

    key: str
    title: str
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under columns. `name` is short (a sheet's name); `notes` are printed with the table."""

    name: str
    title: str
    columns: tuple[DataColumn, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"{self.name}: a row does not fit the columns")
