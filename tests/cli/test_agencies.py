"""`reportgen agencies`: the register on a day, as a table and as data."""

import pytest

from reportgen.cli.agencies import format_table
from tests.cli.conftest import RunProgram


def test_the_table_shows_who_exists_on_the_day(run: RunProgram) -> None:
    before = run("agencies", "--date", "28/02/2025", "--group", "bo").out
    after = run("agencies", "--date", "01/3/2025", "--group", "bo").out
    assert "BTTTT    BTTTT    bo    Bộ Thông tin và Truyền thông\n" in before
    assert "BTTTT" not in after
    assert after.endswith("\n\n14 cơ quan, theo tình hình ngày 01/3/2025\n")


def test_several_groups_may_be_asked_for(run: RunProgram) -> None:
    done = run("agencies", "--date", "01/01/2021", "--group", "chinh_phu", "--group", "co_quan_ngang_bo", "--json")
    assert {agency["group"] for agency in done.data["agencies"]} == {"chinh_phu", "co_quan_ngang_bo"}


def test_the_data_hold_the_day_and_what_each_agency_is(run: RunProgram) -> None:
    done = run("agencies", "--date", "2021-01-01", "--json")
    assert (done.data["ok"], done.data["date"]) == (True, "2021-01-01")
    assert {
        "code": "BTTTT",
        "name": "Bộ Thông tin và Truyền thông",
        "symbol": "BTTTT",
        "group": "bo",
        "valid_from": None,
        "valid_until": "2025-02-28",
    } in done.data["agencies"]


@pytest.mark.parametrize("name", ["Đắk Lắk", "\u0110a\u0306\u0301k La\u0306\u0301k"])
def test_columns_stand_below_each_other_whatever_the_form_of_the_letters(name: str) -> None:
    lines = format_table([("Tên", "Mã"), (name, "A"), ("x", "B")]).splitlines()
    assert lines == ["Tên      Mã", f"{name}  A", "x        B"]
