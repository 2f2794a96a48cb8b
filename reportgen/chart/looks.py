"""What the look of each kind of chart is made of. Lengths are in points, shares from 0 to 1, colours "#RRGGBB".

Each field's metadata give its key in the kind's file in `charts/`; what all kinds share is in `charts/chung.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Colours: TypeAlias = tuple[str, ...]


def key(name: str) -> dict[str, str]:
    """Return the metadata of a field that stands under `name` ("net.day_thanh") in its file."""
    return {"key": name}


@dataclass(frozen=True, slots=True)
class CommonStyle:
    """What all kinds share.

    Groups and series take their colours in order. The third and fourth group are striped as well, so that groups of
    about the same grey differ by their texture. The ramp goes from the lowest value to the highest, light to dark.
    """

    line_spacing: float = field(metadata=key("co_chu.gian_dong"))
    background: str = field(metadata=key("mau.nen"))
    text_colour: str = field(metadata=key("mau.chu"))
    muted_colour: str = field(metadata=key("mau.chu_phu"))
    light_ink: str = field(metadata=key("mau.chu_tren_nen_sam"))
    halo_colour: str = field(metadata=key("mau.vien"))
    grid_colour: str = field(metadata=key("mau.duong_luoi"))
    baseline_colour: str = field(metadata=key("mau.duong_goc"))
    reference_colour: str = field(metadata=key("mau.duong_doi_chieu"))
    hatch_colour: str = field(metadata=key("mau.gach_o_khuyet"))
    group_colours: Colours = field(metadata=key("mau.nhom"))
    series_colours: Colours = field(metadata=key("mau.day_so_lieu"))
    ramp: Colours = field(metadata=key("mau.thang_dam_nhat"))
    halo_width: float = field(metadata=key("net.vien"))
    grid_width: float = field(metadata=key("net.duong_luoi"))
    baseline_width: float = field(metadata=key("net.duong_goc"))
    reference_width: float = field(metadata=key("net.duong_doi_chieu"))
    hatch_width: float = field(metadata=key("net.gach_o_khuyet"))
    hatch_gap: float = field(metadata=key("khoang_cach.gach_o_khuyet"))
    margin: float = field(metadata=key("khoang_cach.le"))
    column_gap: float = field(metadata=key("khoang_cach.giua_cot"))
    tallest: float = field(metadata=key("chieu_cao_nhieu_nhat"))


@dataclass(frozen=True, slots=True)
class BarsAgainstGoalStyle(CommonStyle):
    """The look of bars against a goal."""

    name_size: float = field(metadata=key("co_chu.ten_chi_tieu"))
    value_size: float = field(metadata=key("co_chu.so_lieu"))
    axis_size: float = field(metadata=key("co_chu.truc"))
    bar_colour: str = field(metadata=key("mau.thanh"))
    goal_colour: str = field(metadata=key("mau.vach_muc_tieu"))
    bar_thickness: float = field(metadata=key("net.day_thanh"))
    goal_height: float = field(metadata=key("net.cao_vach_muc_tieu"))
    goal_width: float = field(metadata=key("net.day_vach_muc_tieu"))
    row_padding: float = field(metadata=key("khoang_cach.trong_hang"))
    panel_gap: float = field(metadata=key("khoang_cach.giua_phan"))
    name_share: float = field(metadata=key("be_rong_nhieu_nhat.ten_chi_tieu"))
    value_share: float = field(metadata=key("be_rong_nhieu_nhat.cot_so_lieu"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class RowsStyle(CommonStyle):
    """The look of charts with a row for each category, whose rows get smaller, to a limit, to fit one page."""

    row_size: float = field(metadata=key("co_chu.hang_lon_nhat"))
    least_row_size: float = field(metadata=key("co_chu.hang_nho_nhat"))
    axis_size: float = field(metadata=key("co_chu.truc"))
    row_padding: float = field(metadata=key("khoang_cach.trong_hang_nhieu_nhat"))
    least_row_padding: float = field(metadata=key("khoang_cach.trong_hang_it_nhat"))
    name_share: float = field(metadata=key("be_rong_nhieu_nhat.ten"))


@dataclass(frozen=True, slots=True)
class RankedBarsStyle(RowsStyle):
    """The look of ranked bars. The stripes of groups are in the colour of halos."""

    bar_share: float = field(metadata=key("phan_chieu_cao_hang.thanh"))
    stripe_width: float = field(metadata=key("net.soc_nhom"))
    stripe_gap: float = field(metadata=key("khoang_cach.soc_nhom"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class HeatMapStyle(RowsStyle):
    """The look of a heat map."""

    cell_gap: float = field(metadata=key("khoang_cach.giua_o"))
    group_width: float = field(metadata=key("net.dai_nhom"))


@dataclass(frozen=True, slots=True)
class RankChangeStyle(RowsStyle):
    """The look of a change of rank."""

    riser_colour: str = field(metadata=key("mau.tang_hang"))
    faller_colour: str = field(metadata=key("mau.giam_hang"))
    still_colour: str = field(metadata=key("mau.giu_hang"))
    move_width: float = field(metadata=key("net.doan_thay_doi"))
    mark_share: float = field(metadata=key("phan_chieu_cao_hang.dau"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class DistributionStyle(CommonStyle):
    """The look of a distribution."""

    value_size: float = field(metadata=key("co_chu.so_lieu"))
    axis_size: float = field(metadata=key("co_chu.truc"))
    column_share: float = field(metadata=key("phan_be_rong_cot.cot"))
    plot_height: float = field(metadata=key("chieu_cao_vung_ve"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class RadarStyle(CommonStyle):
    """The look of a radar."""

    name_size: float = field(metadata=key("co_chu.ten_chi_so"))
    axis_size: float = field(metadata=key("co_chu.truc"))
    line_width: float = field(metadata=key("net.duong"))
    marker_size: float = field(metadata=key("net.dau"))
    fill_share: float = field(metadata=key("do_dam_nen"))
    radius_share: float = field(metadata=key("be_rong_nhieu_nhat.ban_kinh"))
    longest_radius: float = field(metadata=key("ban_kinh_nhieu_nhat"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class LinesStyle(CommonStyle):
    """The look of lines over years."""

    value_size: float = field(metadata=key("co_chu.so_lieu"))
    axis_size: float = field(metadata=key("co_chu.truc"))
    line_width: float = field(metadata=key("net.duong"))
    marker_size: float = field(metadata=key("net.dau"))
    name_share: float = field(metadata=key("be_rong_nhieu_nhat.ten"))
    plot_height: float = field(metadata=key("chieu_cao_vung_ve"))
    axis_intervals: int = field(metadata=key("so_khoang_chia"))


@dataclass(frozen=True, slots=True)
class TileMapStyle(CommonStyle):
    """The look of a tile map."""

    name_size: float = field(metadata=key("co_chu.ten"))
    least_name_size: float = field(metadata=key("co_chu.ten_nho_nhat"))
    value_size: float = field(metadata=key("co_chu.so_lieu"))
    axis_size: float = field(metadata=key("co_chu.chu_giai"))
    tile_width: float = field(metadata=key("o.rong_nhieu_nhat"))
    tile_height: float = field(metadata=key("o.cao_nhieu_nhat"))
    tile_gap: float = field(metadata=key("khoang_cach.giua_o"))
    shade_classes: int = field(metadata=key("so_bac_mau_nhieu_nhat"))
