"""Colours that colour-blind readers and grey print tell apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from reportgen.chart import ChartStyle
from reportgen.chart.colour import grey, luminance, readable_ink, shade

# Of 1, from black to white: a step that is seen between two areas in grey print.
SEEN = 0.18


def test_ramp_gets_steadily_darker(style: ChartStyle) -> None:
    shades = [shade(style.heat_map.ramp, step / 60) for step in range(61)]
    assert all(luminance(one) > luminance(other) and grey(one) > grey(other) for one, other in pairwise(shades))
    assert grey(shades[0]) - grey(shades[-1]) > 0.7


def test_steps_of_the_ramp_are_seen_in_grey(style: ChartStyle) -> None:
    most = style.tile_map.shade_classes
    classes = [grey(shade(style.tile_map.ramp, place / (most - 1))) for place in range(most)]
    assert min(one - other for one, other in pairwise(classes)) > 0.08


def test_neighbouring_groups_differ_in_grey_and_groups_of_one_grey_in_texture(style: ChartStyle) -> None:
    colours = style.ranked_bars.group_colours
    assert min(abs(grey(one) - grey(other)) for one, other in pairwise(colours)) > SEEN
    striped = (2, 3)  # by place, as `group_fills` draws them
    for (one, here), (other, there) in combinations(enumerate(colours), 2):
        if (one in striped) == (other in striped):
            assert abs(grey(here) - grey(there)) > SEEN, (here, there)


def test_risers_and_fallers_differ_in_grey(style: ChartStyle) -> None:
    look = style.rank_change
    assert abs(grey(look.riser_colour) - grey(look.faller_colour)) > SEEN


@pytest.mark.parametrize("step", range(21))
def test_ink_stands_out_on_every_shade(style: ChartStyle, step: int) -> None:
    look = style.heat_map
    ground = shade(look.ramp, step / 20)
    light, dark = sorted((luminance(ground), luminance(readable_ink(ground, look.text_colour, look.light_ink))))[::-1]
    assert (light + 0.05) / (dark + 0.05) > 4
