"""How native charts look: colours, letters, lines and sizes. The one place for them in the writer."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reportgen.document import Chart, ChartKind

if TYPE_CHECKING:
    from reportgen.chart.style import ChartStyle

FONT = "Times New Roman"
POINTS_PER_CM = 72 / 2.54
_THINNEST_ROW_CM, _THICKEST_ROW_CM, _ROWS_CM = 0.32, 0.55, 14
_PAIR_ROW_CM = 1.1
_LOWEST_CM = 4.0
_HEAD_CM = 1.5
_MOST_BARS = 90
# A letter with its marks and the room to the next line, as a share of a row.
_LETTER_SHARE = 0.8

Dash = Literal["solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"]
Marker = Literal["circle", "diamond", "square", "triangle", "x", "plus"]

# What tells lines apart in grey print too, in their order.
_DASHES: tuple[Dash, ...] = ("solid", "sysDot", "dashDot", "lgDash", "sysDash")
_DASHED: Dash = "dash"
_MARKERS: tuple[Marker, ...] = ("circle", "square", "triangle", "diamond", "x")


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """The colour ("RRGGBB") of a line, its dash and its marker; a hollow one is filled with the background."""

    colour: str
    dash: Dash
    marker: Marker
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class ChartLook:
    """The look of all native charts. Colours are "RRGGBB"; sizes of letters and widths of lines are in points.

    `groups` and `series` are taken in order; the third and fourth group are striped, so that groups of about the
    same grey differ.
    """

    groups: tuple[str, ...] = ("0072B2", "E69F00", "009E73", "56B4E9", "262626", "F0E442")
    series: tuple[str, ...] = ("0072B2", "D55E00", "262626", "56B4E9", "009E73")
    achieved: str = "5B8DB8"
    goal: str = "111111"
    reference: str = "1A1A1A"
    background: str = "FFFFFF"
    stripe: str = "FFFFFF"
    text: str = "1A1A1A"
    muted_text: str = "555555"
    grid: str = "D9D9D9"
    baseline: str = "404040"
    text_size: float = 9
    smallest_text: float = 5.5
    grid_width: float = 0.5
    line_width: float = 1.6
    marker_size: int = 5

    def lines(self, targets: Sequence[bool]) -> tuple[SeriesLook, ...]:
        """Return the looks of lines over years, of which `targets` tells the targets: those are dashed and hollow."""
        others = itertools.cycle(_DASHES)
        return tuple(
            self._look(number, _DASHED if is_target else next(others), is_hollow=is_target)
            for number, is_target in enumerate(targets)
        )

    def polygons(self, count: int) -> tuple[SeriesLook, ...]:
        """Return the looks of the lines of a radar: the first one solid, the second one, the mean, dashed."""
        dashes = (_DASHES[0], _DASHED, *_DASHES[1:])
        return tuple(self._look(number, dashes[number % len(dashes)]) for number in range(count))

    def _look(self, number: int, dash: Dash, *, is_hollow: bool = False) -> SeriesLook:
        colour, marker = self.series[number % len(self.series)], _MARKERS[number % len(_MARKERS)]
        return SeriesLook(colour, dash, marker, is_hollow)


LOOK = ChartLook()
"""The look that `charts/` gives as it is shipped."""


def look_of_style(style: ChartStyle) -> ChartLook:
    """Return the look with the colours of `style`, so that native charts go with pictures."""
    bars = style.bars_against_goal

    def plain(colour: str) -> str:
        return colour.removeprefix("#").upper()

    return ChartLook(
        groups=tuple(map(plain, bars.group_colours)),
        series=tuple(map(plain, bars.series_colours)),
        achieved=plain(bars.bar_colour),
        goal=plain(bars.goal_colour),
        reference=plain(bars.reference_colour),
        background=plain(bars.background),
        stripe=plain(bars.halo_colour),
        text=plain(bars.text_colour),
        muted_text=plain(bars.muted_colour),
        grid=plain(bars.grid_colour),
        baseline=plain(bars.baseline_colour),
    )


def is_too_tall(chart: Chart) -> bool:
    """Whether the bars of `chart` would be too thin to be read on one page."""
    bars = {ChartKind.RANKED_BARS: 1, ChartKind.BARS_AGAINST_GOAL: len(chart.series)}.get(chart.kind, 0)
    return len(chart.categories) * bars > _MOST_BARS


def chart_height_cm(chart: Chart, *, width_cm: float, tallest_cm: float) -> float:
    """Return the height of `chart`, drawn `width_cm` wide, in centimetres; at most `tallest_cm`."""
    rows = len(chart.categories) + (chart.reference is not None)
    match chart.kind:
        case ChartKind.RANKED_BARS:
            row = min(max(_ROWS_CM / rows, _THINNEST_ROW_CM), _THICKEST_ROW_CM)
            wanted = max(_HEAD_CM + rows * row, _LOWEST_CM)
        case ChartKind.BARS_AGAINST_GOAL:
            wanted = max(_HEAD_CM + rows * _PAIR_ROW_CM, _LOWEST_CM)
        case ChartKind.RADAR:
            wanted = min(max(0.9 * width_cm, 6.0), 11.0)
        case _:
            wanted = min(max(0.5 * width_cm, 6.0), 8.0)
    return min(wanted, tallest_cm)


def row_text_size(bars: int, height_cm: float, look: ChartLook) -> float:
    """Return the size of letters, in points, that fits beside one of `bars` bars that lie below one another."""
    room = (height_cm - _HEAD_CM) * POINTS_PER_CM / max(bars, 1) * _LETTER_SHARE
    return max(look.smallest_text, min(look.text_size, round(room * 2) / 2))
