"""A chart described once: its frozen table, its kind and its words. The chart room and the writer draw it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """How the table is drawn; each kind has its description in `charts/`."""

    BARS_AGAINST_GOAL = "thanh_ngang_so_voi_muc_tieu"
    """One series achieved, another one the goal, for each category; several units stand in panels of their own."""
    RANKED_BARS = "thanh_xep_hang"
    """One series, the categories from the first rank down; groups have colours, the mean is a line across."""
    DISTRIBUTION = "phan_bo"
    """One series: how many units (a count) lie in each class of values, the classes from the lowest up."""
    RADAR = "ra_da"
    """Two or more series over the same axes, the categories: a unit against its group's mean."""
    HEAT_MAP = "ban_do_nhiet"
    """Categories down, series across: the shade and the number of each cell."""
    RANK_CHANGE = "thay_doi_thu_hang"
    """Two series, the rank before and the rank now, of each category."""
    LINES = "duong_theo_nam"
    """The categories are years, in order; one line for each series: actual, target, mean."""
    TILE_MAP = "ban_do_o"
    """One series: the shade of each category's tile, which stands at its place in `tiles`."""


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of values, one for each category; `None` is unknown, never zero.

    `is_target` marks what is aimed at, not reached: lines over years draw it dashed.
    """

    name: str
    values: tuple[Decimal | None, ...]
    unit: str
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """A value that all categories are held against, such as the mean; it has a name of its own in the legend."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `categories` down, `series` across. The axis titles may be empty.

    Attributes:
        ranks: The rank of each category, as many as categories, or none: ranked bars then count them from the values.
        groups: The name of each category's group, as many as categories, or none: what its colour says in
            ranked bars, distributions and heat maps.
        reference: A value that ranked bars and lines draw a line at; it is named in the legend of distributions, heat
            maps and tile maps.
        decimals: How many decimals are printed; the values keep all their digits. `None` prints them as they are.
        limits: The lowest and highest value of the axis, so that charts can be compared; `None` fits the values.
        tiles: The column and row of each category on a tile map, from 0 at the upper left; empty for other kinds.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str
    value_axis: str = ""
    groups: tuple[str, ...] = ()
    reference: ReferenceValue | None = None
    decimals: int | None = None
    limits: tuple[Decimal, Decimal] | None = None
    tiles: tuple[tuple[int, int], ...] = ()
    ranks: tuple[int | None, ...] = ()
