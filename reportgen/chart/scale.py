"""Values as places: the axis of a chart laid on a stretch of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.chart.axis import Axis, limited_axis, round_axis
from reportgen.chart.drawn import FormatQuantity
from reportgen.chart.typeset import Typeset
from reportgen.document import Chart, Series

_BETWEEN_LABELS = 0.7  # the least room between two labels, as a share of the letter size


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from the point `start` (its lowest value) to the point `end`."""

    axis: Axis
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return where `value` stands."""
        return self.start + self.axis.share(value) * (self.end - self.start)

    @property
    def base(self) -> float:
        """Where bars start: at zero, or at the end of the axis that is nearest to it."""
        return self.at(min(max(Decimal(0), self.axis.low), self.axis.high))


def known_values(chart: Chart) -> list[Decimal]:
    """Return every known value of `chart`, and its reference."""
    values = [value for series in chart.series for value in series.values if value is not None]
    return values if chart.reference is None else [*values, chart.reference.value]


def axis_across(
    chart: Chart, length: float, *, intervals: int, size: float, typeset: Typeset, format_quantity: FormatQuantity
) -> Axis:
    """Return the axis of `chart` for a level stretch of `length` points, its labels beside one another."""
    measure = typeset.measure

    def fits(axis: Axis) -> bool:
        widest = max(measure.width(measure.drawable(format_quantity(tick, "")), size) for tick in axis.ticks)
        return widest + _BETWEEN_LABELS * size <= length * _least_gap(axis)

    return _axis(chart, intervals, fits)


def axis_up(chart: Chart, length: float, *, intervals: int, size: float) -> Axis:
    """Return the axis of `chart` for an upright stretch of `length` points, its labels above one another."""
    return _axis(chart, intervals, lambda axis: 1.5 * size <= length * _least_gap(axis))


def _least_gap(axis: Axis) -> float:
    shares = [axis.share(tick) for tick in axis.ticks]
    return min((b - a for a, b in pairwise(shares)), default=1.0)


def _axis(chart: Chart, intervals: int, fits: Callable[[Axis], bool]) -> Axis:
    if chart.limits is not None:
        return limited_axis(chart.limits, intervals=intervals, fits=fits)
    return round_axis(known_values(chart), intervals=intervals, fits=fits)


def title_of_axis(chart: Chart) -> str:
    """Return the title of the value axis, or else the name and unit of the first series."""
    return chart.value_axis or named_with_unit(chart.series[0])


def named_with_unit(series: Series) -> str:
    """Return the name of `series` with its unit."""
    return f"{series.name} ({series.unit})" if series.unit and series.name else series.name or series.unit


def ordered(values: Iterable[Decimal | None]) -> list[Decimal]:
    """Return the known of `values` from the lowest to the highest."""
    return sorted(value for value in values if value is not None)
