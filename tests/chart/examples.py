"""Charts of every kind that several tests draw: the published figures of 2022, unknown values among them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path

from reportgen.document import Chart, ChartKind, Series
from reportgen.document.chart import ReferenceValue

_FILE = Path(__file__).parents[2] / "samples" / "dti_2022" / "dti_2022_cap_tinh.csv"
_INDICES = {
    "nhan_thuc_so": "Nhận thức số",
    "the_che_so": "Thể chế số",
    "ha_tang_so": "Hạ tầng số",
    "nhan_luc_so": "Nhân lực số",
    "an_toan_thong_tin_mang": "An toàn thông tin mạng",
    "hoat_dong_chinh_quyen_so": "Hoạt động chính quyền số",
    "hoat_dong_kinh_te_so": "Hoạt động kinh tế số",
    "hoat_dong_xa_hoi_so": "Hoạt động xã hội số",
}
REGIONS = ("Miền núi", "Đồng bằng sông Hồng", "Bắc Trung Bộ", "Tây Nguyên", "Đông Nam Bộ", "Đồng bằng sông Cửu Long")


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def known(*values: str | None) -> tuple[Decimal | None, ...]:
    """Return values written as text; `None` and "" are unknown."""
    return tuple(Decimal(value) if value else None for value in values)


def mean(values: Iterable[Decimal | None]) -> Decimal:
    given = [value for value in values if value is not None]
    return sum(given, Decimal(0)) / len(given)


def names() -> tuple[str, ...]:
    return tuple(row["ten"] for row in _rows())


def totals() -> tuple[Decimal | None, ...]:
    return known(*(row["tong"] for row in _rows()))


def index_series() -> tuple[Series, ...]:
    return tuple(Series(name, known(*(row[key] for row in _rows())), "") for key, name in _INDICES.items())


def ranked_bars(count: int = 63) -> Chart:
    return Chart(
        ChartKind.RANKED_BARS,
        names()[:count],
        (Series("Giá trị DTI", (*totals()[: count - 1], None), ""),),
        "Xếp hạng năm 2022",
        groups=tuple(REGIONS[place % len(REGIONS)] for place in range(count)),
        reference=ReferenceValue("Trung bình cả nước", mean(totals())),
        decimals=4,
    )


def distribution() -> Chart:
    classes = ("dưới 0,4", "0,4 đến dưới 0,5", "0,5 đến dưới 0,6", "0,6 đến dưới 0,7", "từ 0,7 trở lên")
    counts = Series("Số tỉnh, thành phố", known("1", "9", "28", None, "3"), "")
    return Chart(ChartKind.DISTRIBUTION, classes, (counts,), "Phân bố", decimals=4)


def radar(unit: int = 0) -> Chart:
    series = index_series()
    values = tuple(index.values[unit] for index in series)
    means = tuple(mean(index.values) for index in series)
    pair = (Series(names()[unit], values, ""), Series("Trung bình cả nước", means, ""))
    limits = (Decimal(0), Decimal(1))
    return Chart(ChartKind.RADAR, tuple(_INDICES.values()), pair, "Ra đa", decimals=4, limits=limits)


def heat_map(count: int = 63) -> Chart:
    series = tuple(Series(each.name, each.values[:count], "") for each in index_series())
    return Chart(ChartKind.HEAT_MAP, names()[:count], series, "Bản đồ nhiệt", "Giá trị chỉ số", decimals=2)


def rank_change(count: int = 63) -> Chart:
    now = known(*(row["hang"] for row in _rows()[:count]))
    # Invented earlier ranks: risers, fallers, some that stay, some that are new.
    before = known(*(None if place % 9 == 4 else str(place * 17 % count + 1) for place in range(count)))
    pair = (Series("Hạng 2021", before, ""), Series("Hạng 2022", now, ""))
    return Chart(ChartKind.RANK_CHANGE, names()[:count], pair, "Thay đổi thứ hạng")


def lines() -> Chart:
    series = (
        Series("TP. Đà Nẵng", known("0.4874", "0.6419", "0.8002", None, "0.81"), ""),
        Series("Mục tiêu", known("0.5", "0.6", "0.7", "0.8", "0.9"), "", is_target=True),
        Series("Trung bình cả nước", known("0.3026", "0.4", "0.5787", "0.6", "0.62"), ""),
    )
    years = ("2020", "2021", "2022", "2023", "2024")
    return Chart(ChartKind.LINES, years, series, "Theo năm", "Giá trị DTI", decimals=4)


def tile_map(count: int = 63) -> Chart:
    return Chart(
        ChartKind.TILE_MAP,
        names()[:count],
        (Series("Giá trị DTI", (*totals()[: count - 1], None), ""),),
        "Bản đồ ô",
        decimals=4,
        tiles=tuple((place % 7, place // 7) for place in range(count)),
    )


def all_kinds() -> dict[str, Chart]:
    """Return a chart of each kind but bars against a goal, the large ones whole and cut short."""
    return {
        "ranked 63": ranked_bars(),
        "ranked 8": ranked_bars(8),
        "distribution": distribution(),
        "radar": radar(),
        "radar with gaps": radar(9),
        "heat map 63": heat_map(),
        "heat map 6": heat_map(6),
        "rank change 63": rank_change(),
        "rank change 20": rank_change(20),
        "lines": lines(),
        "tile map": tile_map(),
    }
