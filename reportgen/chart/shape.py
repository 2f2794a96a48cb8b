"""Whether a chart's table suits its kind: enough series, values, groups and tiles, and all of them sound.

Bars against a goal are held to their shape by `panels`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.chart.errors import ChartShapeError
from reportgen.document import Chart, ChartKind, Series

_MOST_TILES = 200  # columns or rows: more cannot be seen
_FEWEST_AXES = 3
# The fewest and most series of each kind; `None` is no limit.
_SERIES: dict[ChartKind, tuple[int, int | None]] = {
    ChartKind.RANKED_BARS: (1, 1),
    ChartKind.DISTRIBUTION: (1, 1),
    ChartKind.RADAR: (2, None),
    ChartKind.HEAT_MAP: (1, None),
    ChartKind.RANK_CHANGE: (2, 2),
    ChartKind.LINES: (1, None),
    ChartKind.TILE_MAP: (1, 1),
}


def check_shape(chart: Chart) -> None:
    """Hold `chart` to what its kind needs.

    Raises:
        ChartShapeError: the first fault found, with the series or category that has it.
    """
    for fault in _iter_faults(chart):
        raise ChartShapeError(fault)


def _iter_faults(chart: Chart) -> Iterator[str]:
    fewest, most = _SERIES[chart.kind]
    count = len(chart.series)
    if count < fewest or (most is not None and count > most):
        wanted = f"{fewest}" if fewest == most else f"{fewest} or more"
        yield f"a chart of kind {chart.kind} needs {wanted} series, not {count}"
    if not chart.categories:
        yield f"a chart of kind {chart.kind} needs a category"
    for series in chart.series:
        yield from _iter_series_faults(chart, series)
    for name, items in (("groups", chart.groups), ("ranks", chart.ranks), ("tiles", chart.tiles)):
        if items and len(items) != len(chart.categories):
            yield f"there are {len(items)} {name}, not one for each of {len(chart.categories)} categories"
    if all(value is None for series in chart.series for value in series.values):
        yield "no value of the chart is known"
    yield from _iter_limit_faults(chart)
    match chart.kind:
        case ChartKind.RADAR:
            if len(chart.categories) < _FEWEST_AXES:
                yield f"a radar needs {_FEWEST_AXES} axes, not {len(chart.categories)}"
            yield from _iter_unit_faults(chart)
        case ChartKind.HEAT_MAP | ChartKind.LINES:
            yield from _iter_unit_faults(chart)
        case ChartKind.TILE_MAP:
            yield from _iter_tile_faults(chart)
        case ChartKind.DISTRIBUTION:
            yield from _iter_whole_faults(chart, least=0)
        case ChartKind.RANK_CHANGE:
            yield from _iter_whole_faults(chart, least=1)


def _iter_series_faults(chart: Chart, series: Series) -> Iterator[str]:
    if len(series.values) != len(chart.categories):
        yield f"series {series.name!r} has {len(series.values)} values, not one for each category"
    for category, value in zip(chart.categories, series.values, strict=False):
        if value is not None and not value.is_finite():
            yield f"series {series.name!r} has {value} for {category!r}, which is no number to draw"


def _iter_limit_faults(chart: Chart) -> Iterator[str]:
    if chart.reference is not None and not chart.reference.value.is_finite():
        yield f"the reference {chart.reference.name!r} is {chart.reference.value}, which is no number to draw"
    if chart.limits is None:
        return
    low, high = chart.limits
    if not (low.is_finite() and high.is_finite() and low < high):
        yield f"the limits {low} and {high} hold no axis"
    for series in chart.series:
        for category, value in zip(chart.categories, series.values, strict=True):
            if value is not None and not low <= value <= high:
                yield f"series {series.name!r} has {value} for {category!r}, outside the limits {low} and {high}"
    is_on_axis = chart.kind is not ChartKind.DISTRIBUTION  # whose axis counts units
    if is_on_axis and chart.reference is not None and not low <= chart.reference.value <= high:
        yield f"the reference {chart.reference.value} is outside the limits {low} and {high}"


def _iter_unit_faults(chart: Chart) -> Iterator[str]:
    units = sorted({series.unit for series in chart.series})
    if len(units) > 1:
        yield f"one scale cannot show the units {', '.join(map(repr, units))}"


def _iter_whole_faults(chart: Chart, *, least: int) -> Iterator[str]:
    for series in chart.series:
        for category, value in zip(chart.categories, series.values, strict=True):
            if value is not None and (value != value.to_integral_value() or value < least):
                yield f"series {series.name!r} has {value} for {category!r}, not a whole number from {least} up"


def _iter_tile_faults(chart: Chart) -> Iterator[str]:
    if not chart.tiles:
        yield "a tile map needs the column and row of each category"
    taken: dict[tuple[int, int], str] = {}
    for category, tile in zip(chart.categories, chart.tiles, strict=False):
        if not all(0 <= place < _MOST_TILES for place in tile):
            yield f"the tile of {category!r} is at {tile}, outside 0 to {_MOST_TILES - 1}"
        if tile in taken:
            yield f"{category!r} and {taken[tile]!r} have the same tile {tile}"
        taken[tile] = category
