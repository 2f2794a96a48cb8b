"""A chart in words: the alternative text for readers who do not see the picture, from the same values."""

from __future__ import annotations

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.panels import PanelRow, pair_by_unit
from reportgen.chart.words import say_value
from reportgen.document import Chart


def describe_chart(chart: Chart, *, format_quantity: FormatQuantity, longest: int = 1000) -> str:
    """Return the alternative text of `chart`: its kind, its title, then each category with its value and goal.

    Whole categories are given as long as the text stays within `longest` characters; the text then says how many
    are left out.

    Raises:
        ChartShapeError: the table does not suit the chart's kind.
    """
    rows = [
        _describe_row(row, panel.unit, format_quantity, has_goals=panel.goal_name is not None)
        for panel in pair_by_unit(chart)
        for row in panel.rows
    ]
    head = f"Biểu đồ thanh ngang: {_one_line(chart.title)}. " if chart.title else "Biểu đồ thanh ngang. "
    for count in range(len(rows), 0, -1):
        rest = f"; và {len(rows) - count} mục khác" if count < len(rows) else ""
        text = f"{head}{'; '.join(rows[:count])}{rest}."
        if len(text) <= longest:
            return text
    return f"{head}Gồm {len(rows)} mục."


def _describe_row(row: PanelRow, unit: str, format_quantity: FormatQuantity, *, has_goals: bool) -> str:
    achieved = say_value(row.achieved, unit, format_quantity)
    parts = [f"{_one_line(row.category)}: {achieved if row.achieved is None else f'đạt {achieved}'}"]
    if has_goals:
        parts.append(f"mục tiêu {say_value(row.goal, unit, format_quantity)}")
    return ", ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
