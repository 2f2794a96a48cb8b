from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.scoring_rule import Direction
from reportgen.read.data_files import index_set_keys, load_index_set
from tests.index.sets import make_component_set, make_set

KEYS = ("dti_cap_tinh_2020", "dti_cap_tinh_922", "dti_cap_bo_922", "dti_cap_tinh_405", "dti_cap_bo_405")


def test_the_provincial_set_of_922_has_the_points_of_the_decision() -> None:
    index_set = load_index_set("dti_cap_tinh_922")
    found = {index.key: (int(index.max_points or 0), index.component_count) for index in index_set.main_indices}
    assert found == {
        "nhan_thuc_so": (100, 10), "the_che_so": (100, 11), "ha_tang_so": (100, 7), "nhan_luc_so": (100, 13),
        "an_toan_thong_tin_mang": (100, 12), "do_thi_thong_minh": (0, 3), "hoat_dong_chinh_quyen_so": (200, 22),
        "hoat_dong_kinh_te_so": (150, 12), "hoat_dong_xa_hoi_so": (150, 8),
    }  # fmt: skip
    assert index_set.total_points == 1000
    assert index_set.component_count == 98
    assert [pillar.max_points for pillar in index_set.pillars] == [700, 650, 650]
    assert len(index_set.scored_indices) == 8


def test_the_set_of_2020_has_three_pillars_of_the_same_seven_indices() -> None:
    index_set = load_index_set("dti_cap_tinh_2020")
    assert [pillar.weight for pillar in index_set.pillars] == [Decimal("0.4"), Decimal("0.3"), Decimal("0.3")]
    names = [[index_set.find_main_index(key).name for key in pillar.main_index_keys] for pillar in index_set.pillars]  # type: ignore[union-attr]
    assert len(names[0]) == 7
    assert names[0] == names[1] == names[2]
    assert len(index_set.missing_points) == 21


def test_ministries_are_ranked_in_two_groups_by_points_that_the_data_brings() -> None:
    index_set = load_index_set("dti_cap_bo_922")
    assert [group.provides_public_services for group in index_set.groups] == [True, False]
    assert len(index_set.missing_points) == 6
    assert index_set.pillars == ()


@pytest.mark.parametrize(("key", "count"), [("dti_cap_tinh_922", 14), ("dti_cap_bo_922", 12)])
def test_the_indicators_of_the_dispatch_of_2023_stand_in_its_order(key: str, count: int) -> None:
    focus = load_index_set(key).focus_components
    assert [component.focus_number for component in focus] == list(range(1, count + 1))
    assert all(component.direction is Direction.MORE_IS_BETTER for component in focus)


@pytest.mark.parametrize(("key", "years"), [("dti_cap_tinh_2020", [2020]), ("dti_cap_tinh_922", [2021, 2022, 2023])])
def test_each_edition_has_one_provincial_set(key: str, years: list[int]) -> None:
    assert [year for year in range(2018, 2030) if load_index_set(key).covers(year)] == years
    assert not load_index_set("dti_cap_tinh_405").covers(2023)
    assert load_index_set("dti_cap_tinh_405").covers(2024)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_not_public_is_named_and_never_filled_in(key: str) -> None:
    index_set = load_index_set(key)
    assert index_set.not_public
    assert all(component.max_points is None and component.rule is None for component in index_set.components)


def test_every_shipped_set_is_listed_and_bears_its_own_key() -> None:
    assert index_set_keys() == tuple(sorted(KEYS))
    assert [load_index_set(key).key for key in KEYS] == list(KEYS)


@pytest.mark.parametrize(
    ("key", "number", "index", "name"),
    [
        (
            "dti_cap_bo_922", 1, "Nhận thức số",
            "Người đứng đầu Bộ, ngành (Bộ trưởng/Thủ trưởng) chủ trì, chỉ đạo chuyển đổi số",
        ),
        (
            "dti_cap_bo_922", 11, "Hoạt động Chuyển đổi số",
            "Tỷ trọng kinh tế số trong từng ngành, lĩnh vực (KTS ngành)",
        ),
        ("dti_cap_tinh_922", 4, "Hạ tầng số", "Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang"),
        (
            "dti_cap_tinh_922", 14, "Hoạt động xã hội số",
            "Mức độ người dân được tham gia vào cùng cơ quan nhà nước giải quyết vấn đề của địa phương "
            "với chính quyền",
        ),
    ],
)  # fmt: skip
def test_names_stand_as_the_dispatch_prints_them(key: str, number: int, index: str, name: str) -> None:
    index_set = load_index_set(key)
    component = index_set.focus_components[number - 1]
    assert component.name == name
    assert index_set.main_index_of(component.key).name == index


def test_completing_a_set_keeps_what_is_public() -> None:
    index_set = make_set({"a": 100, "b": None})
    completed = index_set.complete({"a": Decimal(90), "b": Decimal(20)})
    assert [index.max_points for index in completed.main_indices] == [100, 20]
    assert index_set.find_point_conflicts({"a": Decimal(90), "b": Decimal(20)}) == (("a", Decimal(90), Decimal(100)),)


RISING = {"loai": "ty_le", "khong_diem_tai": 0, "du_diem_tai": 50}
TIERS = {"loai": "bac", "cac_bac": [{"nguong": 5, "phan_diem": 1}, {"nguong": 9, "phan_diem": "0.5"}]}


@pytest.mark.parametrize(
    ("points", "more", "fault"),
    [
        ({"a": 1, "b": 2}, {"tong_diem": 4}, "điểm các phần cộng lại là 3, không phải 4"),
        ({"a": 1}, {"tru_cot": [{"khoa": "p", "ten": "P", "chi_so_chinh": ["x"]}]}, "không có chỉ số chính `x`"),
        ({"a": 1}, {"tru_cot": [{"khoa": "a", "ten": "P", "chi_so_chinh": ["a"]}]}, "trùng khoa `a`"),
        ({"a": 1}, {"den_nam": 2019}, "den_nam trước tu_nam"),
        (
            {"a": 1},
            {"cach_tinh_tong": "trong_so_tru_cot",
             "tru_cot": [{"khoa": "p", "ten": "P", "trong_so": "0.9", "chi_so_chinh": ["a"]}]},
            "phải cộng thành 1",
        ),
    ],
)  # fmt: skip
def test_a_set_that_contradicts_itself_is_refused(
    points: dict[str, int | None], more: dict[str, Any], fault: str
) -> None:
    with pytest.raises(ValidationError, match=fault):
        make_set(points, **more)


@pytest.mark.parametrize("rule", [RISING, {**TIERS, "cac_bac": list(reversed(TIERS["cac_bac"]))}])
def test_a_rule_that_contradicts_the_direction_is_refused(rule: dict[str, Any]) -> None:
    part = {"khoa": "x", "ten": "X", "diem_toi_da": 10, "chieu": "thap_tot", "cach_cham": rule}
    with pytest.raises(ValidationError, match=r"trái với|phải xếp"):
        make_component_set([part], 10)


def test_components_have_to_add_up_to_their_index() -> None:
    with pytest.raises(ValidationError, match="cộng lại là 10, không phải 40"):
        make_component_set([{"khoa": "x", "ten": "X", "diem_toi_da": 10}], 40)
