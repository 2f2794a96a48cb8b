"""Bars against a goal as rows: the chart's series paired by unit, one panel for each unit, so no axis mixes units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.chart.errors import ChartShapeError
from reportgen.document import Chart, Series


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One category with what was achieved and its goal; `None` is unknown."""

    category: str
    achieved: Decimal | None
    goal: Decimal | None

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """What was achieved, then the goal."""
        return self.achieved, self.goal


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of one unit. `goal_name` is `None` when the chart gives no goals in this unit."""

    unit: str
    achieved_name: str
    goal_name: str | None
    rows: tuple[PanelRow, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the value columns: of what was achieved, and of the goal if there are goals."""
        return (self.achieved_name,) if self.goal_name is None else (self.achieved_name, self.goal_name)

    @property
    def known_values(self) -> tuple[Decimal, ...]:
        """Every value of the panel that is known."""
        return tuple(v for row in self.rows for v in row.values if v is not None)


def pair_by_unit(chart: Chart) -> tuple[Panel, ...]:
    """Return the panels of `chart`, in the order in which its units first occur.

    Of the series with one unit, the first is what was achieved and the second, if any, the goal. With several units,
    a category stands in each panel that knows a value of it, and in the first panel if none does, so that no
    category is lost.

    Raises:
        ChartShapeError: no category or series, more than two series of one unit, or a series of another length.
    """
    if not chart.categories or not chart.series:
        raise ChartShapeError("a chart of bars against a goal needs a category and a series")
    by_unit: dict[str, list[Series]] = {}
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            raise ChartShapeError(
                f"series {series.name!r} has {len(series.values)} values, not one for each category"
            )
        by_unit.setdefault(series.unit, []).append(series)
    panels = tuple(_panel(chart, number, pair) for number, pair in enumerate(by_unit.values()))
    return tuple(panel for panel in panels if panel.rows)


def _panel(chart: Chart, number: int, pair: list[Series]) -> Panel:
    if len(pair) > 2:
        raise ChartShapeError(f"unit {pair[0].unit!r} has {len(pair)} series, not one achieved and one goal")
    goal = pair[1] if len(pair) == 2 else None
    rows = []
    for place, category in enumerate(chart.categories):
        here = any(series.values[place] is not None for series in pair)
        nowhere = all(series.values[place] is None for series in chart.series)
        if here or (nowhere and number == 0):
            rows.append(PanelRow(category, pair[0].values[place], goal.values[place] if goal else None))
    return Panel(pair[0].unit, pair[0].name, goal.name if goal else None, tuple(rows))
