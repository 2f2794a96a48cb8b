"""The value axis: round steps, kept exact as decimals so that their labels are exact too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis from `low` to `high` and its ticks in rising order."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Return where `value` lies between `low` (0.0) and `high` (1.0)."""
        return float((value - self.low) / (self.high - self.low))


def round_axis(values: Iterable[Decimal], *, intervals: int, fits: Callable[[Axis], bool]) -> Axis:
    """Return the finest axis that spans zero, in steps of 1, 2 or 5 times a power of ten, that `fits`.

    It has at most `intervals` intervals. Whole numbers get whole steps. Without a value other than zero, the axis has
    the single tick 0. One interval on either side of zero is taken even if it does not fit.
    """
    known = tuple(values)
    low, high = min((Decimal(0), *known)), max((Decimal(0), *known))
    if low == high:
        return Axis(Decimal(0), Decimal(1), (Decimal(0),))
    whole = all(value == value.to_integral_value() for value in known)
    for step in iter_round_steps((high - low) / intervals):
        axis = _axis_of_step(low, high, step)
        coarsest = step >= high and step >= -low
        if coarsest or ((step >= 1 or not whole) and len(axis.ticks) - 1 <= intervals and fits(axis)):
            return axis
    raise AssertionError("steps grow without end")


def limited_axis(limits: tuple[Decimal, Decimal], *, intervals: int, fits: Callable[[Axis], bool]) -> Axis:
    """Return an axis from one of `limits` to the other, with the finest round ticks between them that `fits`.

    Without a round tick that fits, the two limits are the ticks.
    """
    low, high = limits
    for step in iter_round_steps((high - low) / intervals):
        first = int((low / step).to_integral_value(ROUND_CEILING))
        last = int((high / step).to_integral_value(ROUND_FLOOR))
        ticks = tuple(Decimal(f"{number * step:f}") for number in range(first, last + 1))
        if len(ticks) < 2:
            return Axis(low, high, limits)
        axis = Axis(low, high, ticks)
        if len(ticks) - 1 <= intervals and fits(axis):
            return axis
    raise AssertionError("steps grow without end")


def iter_round_steps(at_least: Decimal) -> Iterator[Decimal]:
    """Yield 1, 2 and 5 times powers of ten in rising order, from about a tenth of `at_least` on, without end."""
    for exponent in count(at_least.adjusted()):
        for digit in (1, 2, 5):
            yield Decimal(digit).scaleb(exponent)


def _axis_of_step(low: Decimal, high: Decimal, step: Decimal) -> Axis:
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    # Through an integer power, 2E+1 becomes 20: a formatter shall not meet exponents.
    ticks = tuple(Decimal(f"{number * step:f}") for number in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)
