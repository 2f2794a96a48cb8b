from datetime import date
from decimal import Decimal

import pytest

from reportgen.index.merging import NoSuccessorError, make_series, merge_units
from reportgen.model.agencies import AgencyGroup, AgencyRegister
from reportgen.model.measurements import Measurements, Unit
from reportgen.model.merge_rule import MergeRule
from reportgen.read.data_files import load_register
from tests.index.sets import make_table
from tests.index.test_dti_2022 import dti_2022

REGISTER = load_register()
MERGED_ON = date(2025, 7, 1)


def two_provinces() -> Measurements:
    rows: dict[str, list[str | None]] = {
        "UBND_ANGIANG": ["0.4", "10"],
        "UBND_KIENGIANG": ["0.6", None],
        "UBND_CAOBANG": ["0.3", "5"],
    }
    return make_table(rows, "a b", totals={"UBND_ANGIANG": "0.5", "UBND_KIENGIANG": "0.6", "UBND_CAOBANG": "0.3"})


@pytest.mark.parametrize(
    ("rule", "values", "total"),
    [
        (MergeRule.MEAN, (Decimal("0.5"), None), Decimal("0.55")),
        (MergeRule.SUM, (Decimal("1.0"), None), None),
        (MergeRule.DO_NOT_COMPARE, (None, None), None),
    ],
)
def test_figures_of_merged_provinces_follow_the_declared_rule(
    rule: MergeRule, values: tuple[Decimal | None, ...], total: Decimal | None
) -> None:
    merged = merge_units(two_provinces(), REGISTER, MERGED_ON, rule)
    table = merged.measurements
    assert table.codes == ("UBND_ANGIANG", "UBND_CAOBANG")
    assert table.values == (values, (Decimal("0.3"), Decimal("5")))
    assert table.published.totals.get("UBND_ANGIANG") == total
    assert [part.code for part in merged.units[0].parts] == ["UBND_ANGIANG", "UBND_KIENGIANG"]
    assert [unit.is_merged for unit in merged.units] == [True, False]


def test_the_63_provinces_of_2022_become_the_34_of_2025_and_none_is_lost() -> None:
    merged = merge_units(dti_2022(), REGISTER, MERGED_ON, MergeRule.MEAN)
    today = {agency.code for agency in REGISTER.in_force(MERGED_ON, AgencyGroup.PROVINCE)}
    assert set(merged.measurements.codes) == today
    assert len(today) == 34
    assert sum(len(unit.parts) for unit in merged.units) == 63
    names = {unit.unit.code: unit.unit.name for unit in merged.units}
    assert "Huế" in names["UBND_HUE"]


def test_a_series_has_the_names_of_its_own_day() -> None:
    later = make_table({"UBND_ANGIANG": ["0.7"]}, "ha_tang_so", year=2024)
    editions = [(dti_2022(), date(2022, 12, 31)), (later, date(2025, 10, 21))]
    series = make_series("UBND_ANGIANG", "ha_tang_so", editions, REGISTER, MERGED_ON, MergeRule.MEAN)
    assert [point.year for point in series] == [2022, 2024]
    assert sorted(series[0].names) == ["An Giang", "Kiên Giang"]
    assert series[0].value == (Decimal("0.5472") + Decimal("0.6969")) / 2
    assert series[1].names == ("An Giang",)


def test_ministries_are_carried_over_under_their_full_names() -> None:
    merged = merge_units(make_table({"BTTTT": ["0.4"], "BKHCN": ["0.6"]}, "a"), REGISTER, MERGED_ON, MergeRule.MEAN)
    assert merged.measurements.units == (Unit("BKHCN", "Bộ Khoa học và Công nghệ"),)
    assert merged.measurements.values == ((Decimal("0.5"),),)


def test_a_unit_without_a_successor_is_refused() -> None:
    agency = {
        "ma": "X", "ten": "X", "ten_ngan": "X", "ky_hieu": "X", "nhom": "tinh", "dia_danh": "X",
        "thu_truong": "Chủ tịch", "hieu_luc_den": "2025-06-30",
    }  # fmt: skip
    register = AgencyRegister.model_validate({"co_quan": [agency]})
    with pytest.raises(NoSuccessorError, match="kế thừa ngày 01/07/2025: không có"):
        merge_units(make_table({"X": ["0.4"]}, "a"), register, MERGED_ON, MergeRule.MEAN)
