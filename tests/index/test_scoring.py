from decimal import Decimal

import numpy as np
import pytest

from reportgen.index.errors import PointsNeededError
from reportgen.index.scoring import main_index_weights, score, to_decimals
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.read.data_files import load_index_set
from tests.index.sets import make_component_set, make_set, make_table

GAPS: dict[str, list[str | None]] = {"A": ["0.8", "0.4"], "B": ["0.6", None], "C": [None, None]}


@pytest.mark.parametrize(
    ("rule", "totals"),
    [
        (MissingRule.KEEP, [Decimal("0.5"), None, None]),
        (MissingRule.EXCLUDE, [Decimal("0.5"), Decimal("0.6"), None]),
        (MissingRule.ZERO, [Decimal("0.5"), Decimal("0.15"), Decimal(0)]),
        (MissingRule.IMPUTE, [Decimal("0.5"), Decimal("0.45"), None]),
    ],
)
def test_unknown_values_follow_the_declared_rule(rule: MissingRule, totals: list[Decimal | None]) -> None:
    scores = score(make_table(GAPS, "a b"), make_set({"a": 100, "b": 300}), rule)
    assert to_decimals(scores.totals) == totals


def test_an_index_of_no_points_neither_counts_nor_makes_the_total_unknown() -> None:
    scores = score(make_table({"A": ["0.8", None]}, "a b"), make_set({"a": 100, "b": 0}))
    assert to_decimals(scores.totals) == [Decimal("0.8")]


def test_points_are_divided_by_the_maximum_and_nothing_is_rounded() -> None:
    scores = score(make_table({"A": ["1", "1"]}, "a b", scale=Scale.POINTS), make_set({"a": 3, "b": 3}))
    assert scores.totals[0] == pytest.approx(1 / 3, abs=1e-15)


def test_components_make_up_their_main_index_by_their_points() -> None:
    parts = [
        {"khoa": "x", "ten": "X", "diem_toi_da": 30, "don_vi": "%", "cach_cham": {"loai": "ty_le"}},
        {"khoa": "y", "ten": "Y", "diem_toi_da": 10, "cach_cham": {"loai": "co_khong"}},
    ]
    table = make_table({"A": ["50", "1"], "B": ["100", None]}, "x y", scale=Scale.RAW)
    scores = score(table, make_component_set(parts, 40))
    assert to_decimals(scores.totals) == [Decimal("0.625"), None]


def test_some_components_of_an_index_do_not_stand_for_all_of_them() -> None:
    index_set = load_index_set("dti_cap_tinh_922").complete({"cong_chuc_chuyen_trach": Decimal(10)})
    scores = score(
        make_table({"A": ["5"]}, "cong_chuc_chuyen_trach", scale=Scale.POINTS), index_set, MissingRule.EXCLUDE
    )
    assert np.isnan(scores.totals).all()


def test_pillars_share_the_foundation_and_weigh_it_by_their_own_maximum() -> None:
    index_set = load_index_set("dti_cap_tinh_922")
    keys = "nhan_thuc_so the_che_so ha_tang_so nhan_luc_so an_toan_thong_tin_mang " + " ".join(
        f"hoat_dong_{name}_so" for name in ("chinh_quyen", "kinh_te", "xa_hoi")
    )
    row: list[str | None] = ["1", "1", "1", "1", "1", "0", "0", "1"]
    scores = score(make_table({"A": row}, keys), index_set)
    assert scores.pillars[0] == pytest.approx([500 / 700, 500 / 650, 1])
    assert scores.totals[0] == pytest.approx(0.65)


def test_the_total_of_2020_weighs_the_pillars_four_three_three() -> None:
    index_set = load_index_set("dti_cap_tinh_2020")
    with pytest.raises(PointsNeededError):
        score(make_table({"A": ["1"]}, "x"), index_set)
    maxima = dict.fromkeys(index_set.missing_points, Decimal(1000) / 21)
    free = index_set.model_copy(update={"total_points": None}).complete(maxima)
    row: list[str | None] = [
        {"chinh_quyen_so": "1", "kinh_te_so": "0.5"}.get(key.split(".")[0], "0") for key in maxima
    ]
    scores = score(make_table({"A": row}, " ".join(maxima)), free)
    assert scores.pillars[0] == pytest.approx([1, 0.5, 0])
    assert scores.totals[0] == pytest.approx(0.4 + 0.15)


def test_missing_points_are_asked_for_by_name() -> None:
    with pytest.raises(PointsNeededError) as caught:
        score(make_table({"A": ["1", "1"]}, "a b"), make_set({"a": 100, "b": None}))
    assert caught.value.keys == ("b",)


def test_weights_of_main_indices_add_up_to_one_under_both_rules() -> None:
    by_points = main_index_weights(make_set({"a": 100, "b": 300}))
    pillars = [
        {"khoa": "p", "ten": "P", "trong_so": "0.4", "chi_so_chinh": ["a", "b"]},
        {"khoa": "q", "ten": "Q", "trong_so": "0.6", "chi_so_chinh": ["b"]},
    ]
    by_pillars = main_index_weights(
        make_set({"a": 100, "b": 300}, cach_tinh_tong="trong_so_tru_cot", tru_cot=pillars)
    )
    assert by_points == pytest.approx([0.25, 0.75])
    assert by_pillars == pytest.approx([0.1, 0.9])
