"""The look of the charts, read from `charts/`: one file that all kinds share, and one for each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import yaml

from reportgen.chart.errors import ChartStyleError
from reportgen.chart.looks import (
    BarsAgainstGoalStyle,
    CommonStyle,
    DistributionStyle,
    HeatMapStyle,
    LinesStyle,
    RadarStyle,
    RankChangeStyle,
    RankedBarsStyle,
    TileMapStyle,
)
from reportgen.document import ChartKind

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_COMMON_FILE = "chung.yaml"
_FEWEST_COLOURS = 2
_Look = TypeVar("_Look", bound=CommonStyle)


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """The look of every kind of chart; the fields are named as the members of `ChartKind`."""

    bars_against_goal: BarsAgainstGoalStyle
    ranked_bars: RankedBarsStyle
    distribution: DistributionStyle
    radar: RadarStyle
    heat_map: HeatMapStyle
    rank_change: RankChangeStyle
    lines: LinesStyle
    tile_map: TileMapStyle


def load_chart_style(folder: Path) -> ChartStyle:
    """Return the style that `folder` (the project's `charts/`) gives.

    Raises:
        ChartStyleError: a file is missing or is not YAML, a key is unknown or missing, or a value is of the wrong
            kind. The first fault found is named.
    """
    common = _read_fields(folder / _COMMON_FILE, _fields_by_key(CommonStyle))

    def look(kind: ChartKind, of: type[_Look]) -> _Look:
        own = {key: field for key, field in _fields_by_key(of).items() if field.name not in common}
        return of(**common, **_read_fields(folder / f"{kind}.yaml", own))

    return ChartStyle(
        bars_against_goal=look(ChartKind.BARS_AGAINST_GOAL, BarsAgainstGoalStyle),
        ranked_bars=look(ChartKind.RANKED_BARS, RankedBarsStyle),
        distribution=look(ChartKind.DISTRIBUTION, DistributionStyle),
        radar=look(ChartKind.RADAR, RadarStyle),
        heat_map=look(ChartKind.HEAT_MAP, HeatMapStyle),
        rank_change=look(ChartKind.RANK_CHANGE, RankChangeStyle),
        lines=look(ChartKind.LINES, LinesStyle),
        tile_map=look(ChartKind.TILE_MAP, TileMapStyle),
    )


def _fields_by_key(of: type[CommonStyle]) -> dict[str, Field[Any]]:
    return {field.metadata["key"]: field for field in fields(of)}


def _read_fields(path: Path, wanted: Mapping[str, Field[Any]]) -> dict[str, Any]:
    """Return the values that the file at `path` gives for the fields in `wanted` (by key), by name of field."""
    given = dict(_iter_entries(path, _read_yaml(path), {key.split(".")[0] for key in wanted if "." in key}))
    for key in given:
        if key not in wanted:
            raise ChartStyleError(path, key, "mục này không có trong kiểu biểu đồ")
    for key in wanted:
        if key not in given:
            raise ChartStyleError(path, key, "thiếu mục này")
    return {field.name: _checked(path, key, field, given[key]) for key, field in wanted.items()}


def _read_yaml(path: Path) -> object:
    try:
        return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise ChartStyleError(path, None, "không đọc được tệp") from error
    except yaml.YAMLError as error:
        raise ChartStyleError(path, None, "tệp không đúng cú pháp YAML") from error


def _iter_entries(path: Path, content: object, groups: set[str], prefix: str = "") -> Iterator[tuple[str, object]]:
    if not isinstance(content, dict):
        raise ChartStyleError(path, prefix.rstrip(".") or None, "cần các cặp `khóa: giá trị`")
    for key, value in content.items():
        if not prefix and key in groups:
            yield from _iter_entries(path, value, groups, f"{key}.")
        else:
            yield f"{prefix}{key}", value


def _checked(path: Path, key: str, field: Field[Any], value: object) -> object:
    """Return `value` if it is what `field` holds; a number must be positive, a share below 1."""
    if field.type == "Colours":
        if not isinstance(value, list) or len(value) < _FEWEST_COLOURS:
            raise ChartStyleError(path, key, f"cần một danh sách có ít nhất {_FEWEST_COLOURS} màu")
        return tuple(_checked_colour(path, key, item) for item in value)
    if field.type == "str":
        return _checked_colour(path, key, value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1000:
        raise ChartStyleError(path, key, f"cần một số dương, nhưng tệp ghi `{value}`")
    if field.type == "int" and not isinstance(value, int):
        raise ChartStyleError(path, key, f"cần một số nguyên dương, nhưng tệp ghi `{value}`")
    if field.name.endswith("_share") and value >= 1:
        raise ChartStyleError(path, key, f"cần một số lớn hơn 0 và nhỏ hơn 1, nhưng tệp ghi `{value}`")
    return value


def _checked_colour(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ChartStyleError(path, key, f'cần một màu dạng "#RRGGBB", nhưng tệp ghi `{value}`')
    return value
