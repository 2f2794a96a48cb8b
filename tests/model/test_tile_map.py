"""The maps of tiles hold each province of their time once."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from reportgen.model.agencies import AgencyGroup
from reportgen.model.tile_map import TileMap
from reportgen.read.data_files import load_register, load_tile_maps


@pytest.mark.parametrize(
    ("day", "count"), [(date(2022, 12, 31), 63), (date(2025, 6, 30), 63), (date(2025, 7, 1), 34)]
)
def test_the_map_of_a_day_has_a_tile_for_each_province(day: date, count: int) -> None:
    tiles = load_tile_maps().tiles_on(day)
    assert set(tiles) == {agency.code for agency in load_register().in_force(day, AgencyGroup.PROVINCE)}
    assert len(set(tiles.values())) == count


def test_a_province_on_two_tiles_is_refused() -> None:
    with pytest.raises(ValidationError, match="có hai ô: A"):
        TileMap(hang=(("A", None), ("A",)))
