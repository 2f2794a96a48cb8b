"""Charts of several series, and of classes, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.words import UNKNOWN, one_line, say_value
from reportgen.document import Chart, Series

_UNKNOWN = f"{UNKNOWN[0].upper()}{UNKNOWN[1:]}"


def describe_distribution(chart: Chart, say: FormatQuantity, say_whole: FormatQuantity) -> Iterator[str]:
    """Yield the facts of a distribution: the number in each class, the class with most, the total."""
    series = chart.series[0]
    counts = [(one_line(c), v) for c, v in zip(chart.categories, series.values, strict=True)]
    known = [(name, count) for name, count in counts if count is not None]
    name, most = max(known, key=lambda pair: pair[1])
    yield f"{one_line(series.name) or 'Số lượng'} theo {len(counts)} khoảng."
    yield f"Nhiều nhất: {say_whole(most, series.unit)}, ở khoảng {name}."
    yield f"{'; '.join(f'{name}: {say_value(count, series.unit, say_whole)}' for name, count in counts)}."
    yield f"Tổng cộng: {say_whole(sum((count for _, count in known), Decimal(0)), series.unit)}."
    if chart.reference is not None:
        yield f"{one_line(chart.reference.name)}: {say(chart.reference.value, '')}."


def describe_radar(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the facts of a radar: where the first series is above and below the second, and all their values."""
    first, second = chart.series[:2]
    pairs = list(zip(chart.categories, first.values, second.values, strict=True))
    above = [one_line(c) for c, one, other in pairs if one is not None and other is not None and one > other]
    below = [one_line(c) for c, one, other in pairs if one is not None and other is not None and one < other]
    yield f"{one_line(first.name)} so với {one_line(second.name)} theo {len(pairs)} trục."
    yield f"Cao hơn ở {len(above)} trục{_in_brackets(above)}, thấp hơn ở {len(below)} trục{_in_brackets(below)}."
    unknown = [one_line(c) for c, one, _ in pairs if one is None]
    if unknown:
        yield f"{_UNKNOWN}: {len(unknown)} trục{_in_brackets(unknown)}."
    for place, category in enumerate(chart.categories):
        said = "; ".join(f"{one_line(s.name)} {say_value(s.values[place], s.unit, say)}" for s in chart.series)
        yield f"{one_line(category)}: {said}."


def describe_heat_map(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the facts of a heat map: its size, the unknown, and who is highest and lowest in each column."""
    yield f"{len(chart.categories)} hàng, {len(chart.series)} cột."
    unknown = sum(value is None for series in chart.series for value in series.values)
    if unknown:
        yield f"{_UNKNOWN}: {unknown} ô."
    if chart.reference is not None:
        yield f"{one_line(chart.reference.name)}: {say(chart.reference.value, chart.series[0].unit)}."
    for series in chart.series:
        known = [value for value in series.values if value is not None]
        if not known:
            yield f"{one_line(series.name)}: {UNKNOWN}."
            continue
        ends = ", ".join(
            f"{word} {say(value, series.unit)} ({_who(chart, series, value)})"
            for word, value in (("cao nhất", max(known)), ("thấp nhất", min(known)))
        )
        yield f"{one_line(series.name)}: {ends}."


def describe_lines(chart: Chart, say: FormatQuantity) -> Iterator[str]:
    """Yield the values of each series, year by year."""
    for series in chart.series:
        name = one_line(series.name)
        kind = " (mục tiêu)" if series.is_target and "mục tiêu" not in name.lower() else ""
        said = "; ".join(
            f"{one_line(year)}: {say_value(value, series.unit, say)}"
            for year, value in zip(chart.categories, series.values, strict=True)
        )
        yield f"{name}{kind}: {said}."
    if chart.reference is not None:
        yield f"{one_line(chart.reference.name)}: {say(chart.reference.value, chart.series[0].unit)}."


def _who(chart: Chart, series: Series, value: Decimal) -> str:
    """Return which category has `value`, and how many others have it as well."""
    names = [one_line(c) for c, v in zip(chart.categories, series.values, strict=True) if v == value]
    return names[0] if len(names) == 1 else f"{names[0]} và {len(names) - 1} mục khác"


def _in_brackets(names: list[str]) -> str:
    return f" ({', '.join(names)})" if names else ""
