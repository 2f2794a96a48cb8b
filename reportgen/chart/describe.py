"""A chart in words: the alternative text for readers who do not see the picture, from the same values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.chart.describe_ranking import describe_rank_change, describe_ranked_bars, describe_tile_map
from reportgen.chart.describe_tables import describe_distribution, describe_heat_map, describe_lines, describe_radar
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.panels import PanelRow, pair_by_unit
from reportgen.chart.shape import check_shape
from reportgen.chart.words import one_line, rounding, say_value
from reportgen.document import Chart, ChartKind

_KINDS = {
    ChartKind.BARS_AGAINST_GOAL: "Biểu đồ thanh ngang",
    ChartKind.RANKED_BARS: "Biểu đồ thanh xếp hạng",
    ChartKind.DISTRIBUTION: "Biểu đồ phân bố",
    ChartKind.RADAR: "Biểu đồ ra đa",
    ChartKind.HEAT_MAP: "Bản đồ nhiệt",
    ChartKind.RANK_CHANGE: "Biểu đồ thay đổi thứ hạng",
    ChartKind.LINES: "Biểu đồ đường theo năm",
    ChartKind.TILE_MAP: "Bản đồ ô",
}
_CUT = "…"


def describe_chart(chart: Chart, *, format_quantity: FormatQuantity, longest: int = 1000) -> str:
    """Return the alternative text of `chart`: its kind, its title, then the facts that matter, most important first.

    Of bars against a goal these are the values of each category, of the other kinds who leads and who comes last,
    the mean, and how many values are unknown. Whole facts are given as long as the text stays within `longest`
    characters; of bars against a goal, the text then says how many categories are left out.

    Raises:
        ChartShapeError: the table does not suit the chart's kind.
    """
    head = _head(chart, longest)
    say = rounding(format_quantity, chart.decimals)
    if chart.kind is ChartKind.BARS_AGAINST_GOAL:
        return _describe_bars(chart, head, say, longest)
    check_shape(chart)
    return _fitting(head, _facts(chart, say, format_quantity), longest)


def _facts(chart: Chart, say: FormatQuantity, say_whole: FormatQuantity) -> Iterator[str]:
    match chart.kind:
        case ChartKind.RANKED_BARS:
            return describe_ranked_bars(chart, say)
        case ChartKind.DISTRIBUTION:
            return describe_distribution(chart, say, say_whole)
        case ChartKind.RADAR:
            return describe_radar(chart, say)
        case ChartKind.HEAT_MAP:
            return describe_heat_map(chart, say)
        case ChartKind.RANK_CHANGE:
            return describe_rank_change(chart, say_whole)
        case ChartKind.LINES:
            return describe_lines(chart, say)
        case ChartKind.TILE_MAP:
            return describe_tile_map(chart, say)
        case ChartKind.BARS_AGAINST_GOAL:
            raise AssertionError(chart.kind)


def _head(chart: Chart, longest: int) -> str:
    kind, title = _KINDS[chart.kind], one_line(chart.title).rstrip(".")
    if not title:
        return f"{kind}."
    room = max(longest - len(f"{kind}: ."), len(_CUT))
    return f"{kind}: {title if len(title) <= room else title[: room - len(_CUT)] + _CUT}."


def _fitting(head: str, facts: Iterable[str], longest: int) -> str:
    """Return `head` with those of `facts` that still fit, in their order."""
    text = head
    for fact in facts:
        if len(text) + 1 + len(fact) <= longest:
            text = f"{text} {fact}"
    return text


def _describe_bars(chart: Chart, head: str, say: FormatQuantity, longest: int) -> str:
    rows = [
        _describe_row(row, panel.unit, say, has_goals=panel.goal_name is not None)
        for panel in pair_by_unit(chart)
        for row in panel.rows
    ]
    for count in range(len(rows), 0, -1):
        rest = f"; và {len(rows) - count} mục khác" if count < len(rows) else ""
        text = f"{head} {'; '.join(rows[:count])}{rest}."
        if len(text) <= longest:
            return text
    return f"{head} Gồm {len(rows)} mục."


def _describe_row(row: PanelRow, unit: str, say: FormatQuantity, *, has_goals: bool) -> str:
    achieved = say_value(row.achieved, unit, say)
    parts = [f"{one_line(row.category)}: {achieved if row.achieved is None else f'đạt {achieved}'}"]
    if has_goals:
        parts.append(f"mục tiêu {say_value(row.goal, unit, say)}")
    return ", ".join(parts)
