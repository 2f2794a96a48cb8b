"""A chart described once: its frozen table, its kind and its words. The chart room draws it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """How the table is drawn; each kind has its description in `charts/`."""

    BARS_AGAINST_GOAL = "thanh_ngang_so_voi_muc_tieu"


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, one for each category; `None` is unknown, never zero."""

    name: str
    values: tuple[Decimal | None, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `categories` down, `series` across. The axis titles may be empty."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str
    value_axis: str = ""
