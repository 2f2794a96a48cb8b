"""Small index sets and tables for the tests of this folder."""

from decimal import Decimal
from typing import Any

from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Measurements, PublishedResults, Scale, Unit

ISSUED = {
    "ten_loai": "Quyết định",
    "so_ky_hieu": "1/QĐ-ABC",
    "ngay": "2022-01-01",
    "co_quan": "ABC",
    "trich_yeu": "bộ chỉ số để thử",
}
GROUPS = [{"khoa": "tat_ca", "ten": "Tất cả", "nhom_co_quan": ["tinh"]}]


def make_set(points: dict[str, int | None], **more: object) -> IndexSet:
    """An index set whose main indices have `points`; `more` holds further keys of the file."""
    indices = [{"khoa": key, "ten": f"Chỉ số {key}", "diem_toi_da": maximum} for key, maximum in points.items()]
    content = {
        "khoa": "thu", "ten": "Bộ thử", "ban_hanh_tai": ISSUED, "tu_nam": 2020,
        "chi_so_chinh": indices, "nhom_xep_hang": GROUPS, **more,
    }  # fmt: skip
    return IndexSet.model_validate(content)


def make_component_set(components: list[dict[str, Any]], points: int) -> IndexSet:
    """An index set of one main index with `components`."""
    index = {"khoa": "chinh", "ten": "Chính", "diem_toi_da": points, "chi_so_thanh_phan": components}
    return make_set({}, chi_so_chinh=[index])


def make_table(
    rows: dict[str, list[str | None]],
    keys: str,
    *,
    scale: Scale = Scale.INDEX,
    year: int = 2022,
    totals: dict[str, str] | None = None,
    ranks: dict[str, int] | None = None,
) -> Measurements:
    """Measurements of units named by the keys of `rows`, with the columns `keys`, parted by spaces."""
    return Measurements(
        index_set_key="thu",
        year=year,
        scale=scale,
        units=tuple(Unit(code, f"Đơn vị {code}") for code in rows),
        keys=tuple(keys.split()),
        values=tuple(tuple(None if v is None else Decimal(v) for v in row) for row in rows.values()),
        published=PublishedResults(
            totals={code: Decimal(total) for code, total in (totals or {}).items()}, ranks=ranks or {}
        ),
    )
