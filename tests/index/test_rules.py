import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.index.errors import PointsNeededError
from reportgen.index.rules import score_column, score_ratio, score_share, score_tiers
from reportgen.model.index_set import ComponentIndicator

NUMBERS = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1, max_size=20)


def component(**more: object) -> ComponentIndicator:
    return ComponentIndicator.model_validate({"khoa": "x", "ten": "X", "diem_toi_da": 20, **more})


@pytest.mark.parametrize(
    ("rule", "direction", "values", "shares"),
    [
        ({"loai": "diem_cham"}, "cao_tot", [20, 5, 0], [1, 0.25, 0]),
        ({"loai": "ty_le"}, "cao_tot", [100, 40, 120], [1, 0.4, 1]),
        ({"loai": "ty_le", "khong_diem_tai": 30, "du_diem_tai": 10}, "thap_tot", [10, 20, 40, 0], [1, 0.5, 0, 1]),
        ({"loai": "co_khong"}, "cao_tot", [1, 0], [1, 0]),
        ({"loai": "so_voi_tot_nhat"}, "cao_tot", [50, 200, 0], [0.25, 1, 0]),
        ({"loai": "so_voi_tot_nhat"}, "thap_tot", [50, 200, 100], [1, 0.25, 0.5]),
        (
            {"loai": "bac", "cac_bac": [{"nguong": 80, "phan_diem": 1}, {"nguong": 50, "phan_diem": "0.5"}]},
            "cao_tot", [80, 79.9, 50, 49], [1, 0.5, 0.5, 0],
        ),
        (
            {"loai": "bac", "cac_bac": [{"nguong": 5, "phan_diem": 1}, {"nguong": 10, "phan_diem": "0.5"}]},
            "thap_tot", [5, 6, 10, 11], [1, 0.5, 0.5, 0],
        ),
    ],
)  # fmt: skip
def test_each_rule_gives_its_share_of_points(
    rule: dict[str, object], direction: str, values: list[float], shares: list[float]
) -> None:
    found = score_column(np.array([*values, np.nan], dtype=float), component(cach_cham=rule, chieu=direction))
    assert found[:-1] == pytest.approx(shares)
    assert np.isnan(found[-1]), "unknown stays unknown"


@given(NUMBERS)
def test_shares_lie_between_nothing_and_all_and_never_fall_as_values_rise(numbers: list[float]) -> None:
    values = np.sort(np.array(numbers))
    for shares in (
        score_share(values, 10, 500),
        score_tiers(values, [(900, 1), (90, 0.4)], more_is_better=True),
        score_ratio(values, more_is_better=True),
    ):
        assert ((shares >= 0) & (shares <= 1)).all()
        assert (np.diff(shares) >= 0).all()


def test_nobody_has_points_when_the_best_value_is_zero_and_more_is_better() -> None:
    assert score_ratio(np.zeros(3), more_is_better=True).tolist() == [0, 0, 0]
    assert score_ratio(np.array([0.0, 4.0]), more_is_better=False).tolist() == [1, 0]


def test_a_component_without_a_rule_is_refused() -> None:
    with pytest.raises(PointsNeededError, match="cách chấm của: x"):
        score_column(np.zeros(1), component())
