"""Which numbers of a count are wrong: the fewest whose change, or a leap at them, makes the others right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Way:
    """One reading of the numbers so far: those that are wrong by it, and how often the count leaps."""

    wrong: tuple[tuple[int, int], ...] = ()
    leaps: int = 0

    @property
    def cost(self) -> tuple[int, int]:
        return len(self.wrong), self.leaps


def misnumbered(
    numbers: Sequence[int | None], *, resumed: int | None = None
) -> tuple[Sequence[tuple[int, int]], int]:
    """Return the wrong ones of `numbers` as (position from 0, the number it should be), and what would come next.

    "II, II, III" has one wrong number, the first, and so has "I, II, IV, V", where III is missing. `None` is a number
    that cannot be read, and is as it should be. With `resumed`, the count may begin anew at 1 (lists that stand
    below each other), or go on at `resumed` at its beginning.
    """
    ways: dict[int, _Way] = {1: _Way()}
    for position, number in enumerate(numbers):
        reached: dict[int, _Way] = {}
        for expected, way in ways.items():
            for after, one in _steps(way, position, number, expected, resumed):
                if after not in reached or one.cost < reached[after].cost:
                    reached[after] = one
        ways = reached
    after, best = min(ways.items(), key=lambda item: item[1].cost)
    return best.wrong, after


def _steps(
    way: _Way, position: int, number: int | None, expected: int, resumed: int | None
) -> Iterator[tuple[int, _Way]]:
    """Yield how one more number may be read: as right, as wrong by itself, as the first after a leap."""
    if number is None or number == expected:
        yield expected + 1, way
        return
    told = (*way.wrong, (position, expected))
    yield expected + 1, _Way(told, way.leaps)
    is_free = resumed is not None and ((number == 1 and expected != 2) or (expected == 1 and number == resumed))
    yield number + 1, _Way(way.wrong if is_free else told, way.leaps + 1)
