"""Where each unit stands on a map of equal tiles, as the shipped file gives it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, model_validator

_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True)


class TileMap(BaseModel):
    """Rows of tiles from north to south, each from west to east: a code of a unit, or `None` for an empty tile."""

    model_config = _CONFIG

    first_day: date | None = Field(default=None, alias="tu")
    last_day: date | None = Field(default=None, alias="den")
    rows: tuple[tuple[str | None, ...], ...] = Field(alias="hang", min_length=1)

    @property
    def tiles(self) -> dict[str, tuple[int, int]]:
        """The column and row of each unit, from 0 at the upper left, by code."""
        return {
            code: (column, row)
            for row, codes in enumerate(self.rows)
            for column, code in enumerate(codes)
            if code is not None
        }

    def covers(self, day: date) -> bool:
        """Say whether the map shows the units that exist on `day`."""
        return (self.first_day or day) <= day <= (self.last_day or day)

    @model_validator(mode="after")
    def _check_codes(self) -> TileMap:
        counted = Counter(code for codes in self.rows for code in codes if code is not None)
        twice = [code for code, count in counted.items() if count > 1]
        if twice:
            raise ValueError(f"có hai ô: {', '.join(twice)}")
        return self


class TileMaps(BaseModel):
    """The maps of all times."""

    model_config = _CONFIG

    maps: tuple[TileMap, ...] = Field(alias="ban_do", min_length=1)

    def tiles_on(self, day: date) -> dict[str, tuple[int, int]]:
        """Return the column and row of each unit on the map of `day`, by code; empty if there is none."""
        return next((found.tiles for found in self.maps if found.covers(day)), {})
