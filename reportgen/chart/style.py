"""The look of a chart, read from `charts/`: colours, letter sizes, line widths, distances."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from reportgen.chart.errors import ChartStyleError
from reportgen.document import ChartKind

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """The look of bars against a goal. Lengths are in points, shares from 0 to 1, colours "#RRGGBB"."""

    name_size: float
    value_size: float
    axis_size: float
    line_spacing: float
    background: str
    text_colour: str
    muted_colour: str
    bar_colour: str
    goal_colour: str
    halo_colour: str
    grid_colour: str
    baseline_colour: str
    bar_thickness: float
    goal_height: float
    goal_width: float
    halo_width: float
    grid_width: float
    baseline_width: float
    margin: float
    column_gap: float
    row_padding: float
    panel_gap: float
    name_share: float
    value_share: float
    axis_intervals: int


# The only map between the keys of the file and the fields.
_FIELDS: Mapping[str, str] = {
    "co_chu.ten_chi_tieu": "name_size",
    "co_chu.so_lieu": "value_size",
    "co_chu.truc": "axis_size",
    "co_chu.gian_dong": "line_spacing",
    "mau.nen": "background",
    "mau.chu": "text_colour",
    "mau.chu_phu": "muted_colour",
    "mau.thanh": "bar_colour",
    "mau.vach_muc_tieu": "goal_colour",
    "mau.vien_vach": "halo_colour",
    "mau.duong_luoi": "grid_colour",
    "mau.duong_goc": "baseline_colour",
    "net.day_thanh": "bar_thickness",
    "net.cao_vach_muc_tieu": "goal_height",
    "net.day_vach_muc_tieu": "goal_width",
    "net.day_vien_vach": "halo_width",
    "net.duong_luoi": "grid_width",
    "net.duong_goc": "baseline_width",
    "khoang_cach.le": "margin",
    "khoang_cach.giua_cot": "column_gap",
    "khoang_cach.trong_hang": "row_padding",
    "khoang_cach.giua_phan": "panel_gap",
    "be_rong_nhieu_nhat.ten_chi_tieu": "name_share",
    "be_rong_nhieu_nhat.cot_so_lieu": "value_share",
    "so_khoang_chia": "axis_intervals",
}
_TYPES: Mapping[str, str] = {field.name: str(field.type) for field in fields(ChartStyle)}


def load_chart_style(folder: Path) -> ChartStyle:
    """Return the style that `folder` (the project's `charts/`) gives for bars against a goal.

    Raises:
        ChartStyleError: the file is missing or is not YAML, a key is unknown or missing, or a value is of the wrong
            kind. The first fault found is named.
    """
    path = folder / f"{ChartKind.BARS_AGAINST_GOAL}.yaml"
    given = dict(_iter_entries(path, _read_yaml(path)))
    for key in given:
        if key not in _FIELDS:
            raise ChartStyleError(path, key, "mục này không có trong kiểu biểu đồ")
    for key in _FIELDS:
        if key not in given:
            raise ChartStyleError(path, key, "thiếu mục này")
    checked: dict[str, Any] = {field: _checked(path, key, given[key]) for key, field in _FIELDS.items()}
    return ChartStyle(**checked)


def _read_yaml(path: Path) -> object:
    try:
        return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise ChartStyleError(path, None, "không đọc được tệp") from error
    except yaml.YAMLError as error:
        raise ChartStyleError(path, None, "tệp không đúng cú pháp YAML") from error


def _iter_entries(path: Path, content: object, prefix: str = "") -> Iterator[tuple[str, object]]:
    if not isinstance(content, dict):
        raise ChartStyleError(path, prefix.rstrip(".") or None, "cần các cặp `khóa: giá trị`")
    groups = {key.split(".")[0] for key in _FIELDS if "." in key}
    for key, value in content.items():
        if not prefix and key in groups:
            yield from _iter_entries(path, value, f"{key}.")
        else:
            yield f"{prefix}{key}", value


def _checked(path: Path, key: str, value: object) -> str | float:
    """Return `value` if it is what the field of `key` holds; a number must be positive, a share below 1."""
    field = _FIELDS[key]
    if _TYPES[field] == "str":
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise ChartStyleError(path, key, f'cần một màu dạng "#RRGGBB", nhưng tệp ghi `{value}`')
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1000:
        raise ChartStyleError(path, key, f"cần một số dương, nhưng tệp ghi `{value}`")
    if _TYPES[field] == "int" and not isinstance(value, int):
        raise ChartStyleError(path, key, f"cần một số nguyên dương, nhưng tệp ghi `{value}`")
    if field.endswith("_share") and value >= 1:
        raise ChartStyleError(path, key, f"cần một số lớn hơn 0 và nhỏ hơn 1, nhưng tệp ghi `{value}`")
    return value
