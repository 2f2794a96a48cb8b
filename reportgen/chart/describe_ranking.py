"""Charts of units and their order in words: who leads, who comes last, who rose and fell most."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.words import UNKNOWN, one_line
from reportgen.document import Chart

_LEADERS, _LAST = 5, 3
_MOST_NAMED = 5  # of those whose value is unknown


def describe_ranked_bars(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the facts of ranked bars: leaders and last ones as they are ordered, the reference value, the unknown."""
    series = chart.series[0]
    known = [(c, v) for c, v in zip(chart.categories, series.values, strict=True) if v is not None]
    yield _count(chart)
    yield from _ends(known, series.unit, say, "Dẫn đầu", "Cuối bảng")
    yield from describe_reference(chart, known, say)
    yield from describe_unknown(chart)


def describe_tile_map(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the facts of a tile map: the highest and lowest values, the reference value, the unknown."""
    series = chart.series[0]
    known = [(c, v) for c, v in zip(chart.categories, series.values, strict=True) if v is not None]
    yield _count(chart)
    by_value = sorted(known, key=lambda pair: -pair[1])
    yield from _ends(by_value, series.unit, say, "Cao nhất", "Thấp nhất")
    yield from describe_reference(chart, known, say)
    yield from describe_unknown(chart)


def describe_rank_change(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the facts of a change of rank: how many rose, fell and stayed, and who moved farthest."""
    before, now = chart.series
    moves = [
        (one_line(category), then, this)
        for category, then, this in zip(chart.categories, before.values, now.values, strict=True)
        if then is not None and this is not None
    ]
    risers = sorted((move for move in moves if move[1] > move[2]), key=lambda move: move[2] - move[1])
    fallers = sorted((move for move in moves if move[1] < move[2]), key=lambda move: move[1] - move[2])
    yield f"So sánh {one_line(before.name)} với {one_line(now.name)}, {len(chart.categories)} mục."
    for group, word, way in ((risers, "Tăng hạng", "lên"), (fallers, "Giảm hạng", "xuống")):
        if group:
            farthest = abs(group[0][1] - group[0][2])
            most = [move for move in group if abs(move[1] - move[2]) == farthest]
            said = [f"{name} (từ {say(then, '')} {way} {say(this, '')})" for name, then, this in most[:_LAST]]
            others = f" và {len(most) - _LAST} mục khác" if len(most) > _LAST else ""
            yield f"{word}: {len(group)} mục, nhiều nhất {'; '.join(said)}{others}."
        else:
            yield f"{word}: 0 mục."
    yield f"Giữ hạng: {len(moves) - len(risers) - len(fallers)} mục."
    unknown = len(chart.categories) - len(moves)
    if unknown:
        yield f"Không so sánh được vì {UNKNOWN}: {unknown} mục."


def describe_reference(chart: Chart, known: list[tuple[str, Decimal]], say: FormatQuantity) -> Iterator[str]:
    """Yield the reference value, and how many of the `known` values lie above and below it."""
    if chart.reference is None:
        return
    value = chart.reference.value
    above, below = (sum(v > value for _, v in known), sum(v < value for _, v in known))
    said = f"{one_line(chart.reference.name)}: {say(value, chart.series[0].unit)}"
    yield f"{said}; {above} mục cao hơn, {below} mục thấp hơn."


def describe_unknown(chart: Chart) -> Iterator[str]:
    """Yield which categories have no value in the first series."""
    values = chart.series[0].values
    names = [one_line(c) for c, v in zip(chart.categories, values, strict=True) if v is None]
    if names:
        named = f" ({', '.join(names)})" if len(names) <= _MOST_NAMED else ""
        yield f"{UNKNOWN[0].upper()}{UNKNOWN[1:]}: {len(names)} mục{named}."


def _count(chart: Chart) -> str:
    what = one_line(chart.value_axis or chart.series[0].name)
    return f"{what}: {len(chart.categories)} mục." if what else f"{len(chart.categories)} mục."


def _ends(ordered: list[tuple[str, Decimal]], unit: str, say: FormatQuantity, first: str, last: str) -> Iterator[str]:
    leaders = ordered[:_LEADERS]
    others = ordered[len(leaders) :][-_LAST:]
    for word, some in ((first, leaders), (last, others)):
        if some:
            yield f"{word}: {'; '.join(f'{one_line(name)} {say(value, unit)}' for name, value in some)}."
