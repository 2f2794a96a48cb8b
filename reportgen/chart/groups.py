"""The colours of groups: a colour for each, and stripes on some, so that they differ in grey print as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.chart.errors import ChartShapeError
from reportgen.chart.legend import Entry, boxed
from reportgen.chart.looks import CommonStyle
from reportgen.chart.picture import Hatch, Mark
from reportgen.document import Chart

_STRIPED = (2, 3)  # the third and fourth group: their greys are near those of the first and second


@dataclass(frozen=True, slots=True)
class Fill:
    """How the shapes of a group are filled."""

    colour: str
    is_striped: bool


def group_fills(chart: Chart, style: CommonStyle) -> Mapping[str, Fill]:
    """Return the fill of each group of `chart`, in the order in which they first occur; empty without groups.

    Raises:
        ChartShapeError: there are more groups than colours.
    """
    names = tuple(dict.fromkeys(chart.groups))
    if len(names) > len(style.group_colours):
        raise ChartShapeError(
            f"{len(names)} groups are more than the {len(style.group_colours)} that can be told apart"
        )
    return {name: Fill(style.group_colours[place], place in _STRIPED) for place, name in enumerate(names)}


def stripes(
    x: float, y: float, width: float, height: float, fill: Fill, *, gap: float, stroke: float, colour: str
) -> Iterable[Mark]:
    """Yield the stripes of a rectangle, if its group has them."""
    if fill.is_striped and width > 0:
        yield Hatch(x, y, width, height, gap, stroke, colour)


def group_entries(fills: Mapping[str, Fill], style: CommonStyle, *, gap: float, stroke: float) -> Iterable[Entry]:
    """Yield an entry of the legend for each group."""
    for name, fill in fills.items():
        yield _entry(name, fill, style, gap, stroke)


def _entry(name: str, fill: Fill, style: CommonStyle, gap: float, stroke: float) -> Entry:
    def sample(left: float, right: float, middle: float, size: float) -> Iterable[Mark]:
        box = boxed(left, right, middle, size, fill.colour)
        yield box
        yield from stripes(
            box.x, box.y, box.width, box.height, fill, gap=gap, stroke=stroke, colour=style.halo_colour
        )

    return Entry(name, sample)
