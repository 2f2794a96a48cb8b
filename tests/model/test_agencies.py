from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.agencies import Agency, AgencyGroup, AgencyRegister, UnknownAgencyError

OLD, NEW = date(2024, 6, 1), date(2025, 3, 1)


def entry(code: str, name: str, **changes: object) -> Mapping[str, Any]:
    return {
        "ma": code,
        "ten": name,
        "ten_ngan": name,
        "ky_hieu": code,
        "nhom": "bo",
        "dia_danh": "Hà Nội",
        "thu_truong": "Bộ trưởng",
        **changes,
    }


def register(*entries: Mapping[str, Any]) -> AgencyRegister:
    return AgencyRegister.model_validate({"co_quan": entries})


# Bộ Đường was merged into Bộ Nhà, and Bộ Nhà later into Bộ Đất; Ủy ban Sông became Bộ Sông.
CHAIN = register(
    entry("BD", "Bộ Đường", hieu_luc_den=date(2025, 2, 28), ke_thua=["BN"], ten_khac=["Bộ Đường - Cầu"]),
    entry("BN", "Bộ Nhà", hieu_luc_den=date(2026, 2, 28), ke_thua=["BDAT"]),
    entry("BDAT", "Bộ Đất"),
    entry("BS", "Ủy ban Sông", nhom="co_quan_ngang_bo", ky_hieu="UBS", hieu_luc_den=date(2025, 2, 28)),
    entry("BS", "Bộ Sông", hieu_luc_tu=date(2025, 3, 1)),
    entry("BX", "Bộ Xong", hieu_luc_den=date(2025, 2, 28)),
)


def codes(agencies: tuple[Agency, ...]) -> list[str]:
    return [agency.code for agency in agencies]


def test_a_body_is_in_force_from_its_first_to_its_last_day() -> None:
    assert codes(CHAIN.in_force(date(2025, 2, 28))) == ["BD", "BN", "BDAT", "BS", "BX"]
    assert codes(CHAIN.in_force(date(2025, 3, 1))) == ["BN", "BDAT", "BS"]
    assert codes(CHAIN.in_force(OLD, AgencyGroup.MINISTERIAL_AGENCY)) == ["BS"]


def test_a_name_is_that_of_the_day() -> None:
    assert CHAIN.name_on("BS", OLD) == "Ủy ban Sông"
    assert CHAIN.name_on("BS", NEW) == "Bộ Sông"
    assert CHAIN.get("BS").name == "Bộ Sông"


@pytest.mark.parametrize(("code", "day"), [("BKHONG", None), ("BKHONG", OLD), ("BD", NEW)])
def test_a_body_that_is_not_there_is_an_error_that_names_it(code: str, day: date | None) -> None:
    with pytest.raises(UnknownAgencyError, match=code):
        CHAIN.get(code, day)


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("BD", OLD, ["BD"]),
        ("BD", NEW, ["BN"]),
        ("BD", date(2026, 3, 1), ["BDAT"]),
        ("BS", NEW, ["BS"]),
        ("BX", NEW, []),
    ],
)
def test_successors_are_who_does_the_work_that_day(code: str, day: date, expected: list[str]) -> None:
    assert codes(CHAIN.successors(code, day)) == expected


def test_predecessors_go_back_through_every_merger_that_has_happened() -> None:
    assert codes(CHAIN.predecessors("BDAT")) == ["BN", "BD"]
    assert codes(CHAIN.predecessors("BDAT", NEW)) == []
    assert codes(CHAIN.predecessors("BN", NEW)) == ["BD"]
    assert codes(CHAIN.predecessors("BN", date(2025, 2, 28))) == []
    assert codes(CHAIN.predecessors("BS")) == []


@pytest.mark.parametrize(
    "written", ["BD", "bd", "Bộ Đường", "BỘ ĐƯỜNG", "Bộ Đường – Cầu", "bộ đường-cầu", "Bộ Đường"]
)
def test_a_body_is_found_however_its_name_is_typed(written: str) -> None:
    found = CHAIN.find(written, OLD)
    assert found is not None
    assert found.code == "BD"


def test_a_name_is_found_only_on_its_days_unless_no_day_is_given() -> None:
    assert CHAIN.find("Bộ Đường", NEW) is None
    assert CHAIN.find("Ủy ban Sông", NEW) is None
    assert CHAIN.find("UBS", OLD) is CHAIN.find("Ủy ban Sông", None)
    assert CHAIN.find("BS", None) is CHAIN.get("BS")


def test_a_symbol_that_two_bodies_share_finds_neither() -> None:
    shared = register(entry("B1", "Bộ Một", ky_hieu="UBND"), entry("B2", "Bộ Hai", ky_hieu="UBND"))
    assert shared.find("UBND", OLD) is None


@pytest.mark.parametrize(
    ("typed", "day", "expected"),
    [
        ("Bo Duong", OLD, "Bộ Đường"),
        ("Bộ Đướng", OLD, "Bộ Đường"),
        ("BDATT", OLD, "BDAT"),
        ("zzzz", OLD, None),
        ("Uy ban Song", NEW, "Bộ Sông"),
    ],
)
def test_the_nearest_name_is_offered_as_the_register_writes_it(typed: str, day: date, expected: str | None) -> None:
    assert CHAIN.nearest(typed, day) == expected


def test_the_title_over_a_signature_is_the_short_one_where_there_is_one() -> None:
    vpcp = Agency.model_validate(
        entry("V", "V", thu_truong="Bộ trưởng, Chủ nhiệm V", chuc_danh_ky="Bộ trưởng, Chủ nhiệm")
    )
    assert vpcp.title_for_signature == "Bộ trưởng, Chủ nhiệm"
    assert CHAIN.get("BN").title_for_signature == "Bộ trưởng"


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ([entry("B1", "Một"), entry("B1", "Hai")], "không nối tiếp nhau"),
        (
            [entry("B1", "Một", hieu_luc_den=date(2025, 2, 27)), entry("B1", "Hai", hieu_luc_tu=NEW)],
            "không nối tiếp nhau",
        ),
        ([entry("B1", "Một", hieu_luc_den=NEW), entry("B1", "Hai", hieu_luc_tu=NEW)], "không nối tiếp nhau"),
        ([entry("B1", "Một", hieu_luc_den=NEW, ke_thua=["B2"])], "kế thừa B2 không có"),
        (
            [entry("B1", "Một", hieu_luc_den=OLD, ke_thua=["B2"]), entry("B2", "Hai", hieu_luc_tu=NEW)],
            "kế thừa B2 không có",
        ),
        ([entry("B1", "Một", ke_thua=["B1"])], "có ke_thua thì phải có hieu_luc_den"),
        ([entry("B1", "Một", hieu_luc_tu=NEW, hieu_luc_den=OLD)], "hieu_luc_den trước hieu_luc_tu"),
        ([entry("B1", "Một", cha="B2")], "chủ quản B2"),
        ([entry("B1", "Hoà"), entry("B2", "HÒA")], "trùng tên"),
        (
            [
                entry("B1", "Một", hieu_luc_den=date(2025, 2, 28), ke_thua=["B2"]),
                entry("B1", "Hai", hieu_luc_tu=NEW),
                entry("B2", "Ba"),
            ],
            "chỉ mục cuối cùng",
        ),
        ([entry("b1", "Một")], "should match pattern"),
        ([entry("B1", "Một", ten_la="x")], "Extra inputs"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(entries: list[Mapping[str, Any]], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        register(*entries)


def test_all_faults_of_a_register_are_told_at_once() -> None:
    with pytest.raises(ValidationError, match=r"chủ quản B8.*chủ quản B9"):
        register(entry("B1", "Một", cha="B8"), entry("B2", "Hai", cha="B9"))
