"""The real results of 2022, as published for 63 provinces, reproduced from the shipped sample."""

from decimal import Decimal
from functools import cache

import pytest

from reportgen.index.published import TOLERANCE, check_published
from reportgen.index.rankings import derive_pillar, rank_published
from reportgen.index.residual import RESIDUAL_KEY, join_unknown_indices
from reportgen.index.robustness import measure_robustness
from reportgen.index.scoring import score, to_decimals
from reportgen.model.measurements import Measurements
from reportgen.read.data_files import data_folder, load_index_set, load_register
from reportgen.read.indicator_data import read_indicator_data

INDEX_SET = load_index_set("dti_cap_tinh_922")


@cache
def dti_2022() -> Measurements:
    path = data_folder("samples") / "dti_2022" / "dti_2022_cap_tinh.csv"
    data, problems = read_indicator_data(
        path.read_bytes(), path.name, index_set=INDEX_SET, year=2022, register=load_register()
    )
    assert problems == []
    assert data is not None
    return data.measurements


def test_the_sample_has_all_63_provinces_and_unknown_cells_stay_unknown() -> None:
    table = dti_2022()
    assert len(table.units) == 63
    assert sum(value is None for row in table.values for value in row) == 58 * 4
    assert table.value("UBND_LANGSON", "nhan_thuc_so") is None


def test_published_totals_are_reproduced_where_all_indices_are_known() -> None:
    table = dti_2022()
    totals = dict(zip(table.codes, to_decimals(score(table, INDEX_SET).totals), strict=True))
    known = {code: total for code, total in totals.items() if total is not None}
    assert len(known) == 5
    assert all(abs(total - table.published.totals[code]) <= TOLERANCE for code, total in known.items())
    assert known["UBND_HOCHIMINH"] == Decimal("0.716355")
    check = check_published(table, score(table, INDEX_SET))
    assert (check.totals_checked, check.ranks_checked, check.discrepancies) == (5, 63, ())


def test_all_63_ranks_are_reproduced_with_the_tie_at_15() -> None:
    ranking = rank_published(dti_2022(), INDEX_SET)
    assert ranking.ranks == dti_2022().published.ranks
    assert [[row.unit.name for row in tie] for tie in ranking.ties] == [["Thanh Hóa", "Yên Bái"]]
    assert [row.rank for row in ranking.rows[13:17]] == [14, 15, 15, 17]


@pytest.mark.parametrize(
    ("pillar", "leaders"),
    [
        ("chinh_quyen_so", ["Đà Nẵng", "Thừa Thiên Huế", "Thành phố Hồ Chí Minh", "Quảng Ninh"]),
        ("kinh_te_so", ["Đà Nẵng", "Cần Thơ", "Thành phố Hồ Chí Minh", "Thừa Thiên Huế"]),
        ("xa_hoi_so", ["Đà Nẵng", "Quảng Ninh", "Lạng Sơn", "Thành phố Hồ Chí Minh"]),
    ],
)
def test_pillars_rank_all_provinces_from_totals_and_activities(pillar: str, leaders: list[str]) -> None:
    derived = derive_pillar(dti_2022(), INDEX_SET, pillar)
    assert [row.unit.name for row in derived.ranking.rows[:4]] == leaders
    assert len(derived.ranking.ranks) == 63
    assert derived.tolerance < Decimal("0.00011")


def test_a_derived_pillar_agrees_with_the_computed_one_where_all_is_known() -> None:
    table = dti_2022()
    five = table.restrict(table.codes[:5])
    stripped = table.restrict(table.codes[:5])
    for position, pillar in enumerate(INDEX_SET.pillars):
        computed = to_decimals(score(five, INDEX_SET).pillars[:, position])
        derived = derive_pillar(stripped, INDEX_SET, pillar.key)
        for unit, value in zip(five.units, computed, strict=True):
            score_derived = derived.ranking.row_of(unit.code).score
            assert value is not None
            assert score_derived is not None
            assert abs(score_derived - value) < Decimal("1e-10")


def test_totals_make_up_for_unknown_indices_without_a_guess() -> None:
    joined = join_unknown_indices(dti_2022(), INDEX_SET)
    assert joined is not None
    table, index_set = joined
    assert table.keys[-1] == RESIDUAL_KEY
    assert index_set.find_main_index(RESIDUAL_KEY).max_points == 400  # type: ignore[union-attr]
    assert [pillar.key for pillar in index_set.pillars] == ["chinh_quyen_so", "kinh_te_so", "xa_hoi_so"]
    for code, total in zip(table.codes, to_decimals(score(table, index_set).totals), strict=True):
        assert total is not None
        assert abs(total - table.published.totals[code]) <= TOLERANCE


def test_da_nang_is_first_whatever_is_varied_and_nearly_all_others_are_not_firm() -> None:
    joined = join_unknown_indices(dti_2022(), INDEX_SET)
    assert joined is not None
    table, index_set = joined
    robustness = measure_robustness(score(table, index_set), table.fingerprint())
    holding = dict(zip(table.codes, robustness.probability_of_holding(), strict=True))
    assert holding["UBND_DANANG"] == 1
    assert [unit.name for unit in robustness.groups()[0]] == ["Đà Nẵng"]
    assert sum(probability < 0.5 for probability in holding.values()) > 50
    lows, highs = robustness.intervals().T
    assert (lows <= robustness.medians()).all()
    assert (robustness.medians() <= highs).all()
