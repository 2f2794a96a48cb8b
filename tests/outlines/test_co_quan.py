"""The register as shipped: who existed when, who took over from whom."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml

from reportgen.model.agencies import AgencyGroup, AgencyRegister
from reportgen.read.data_files import data_folder, load_register

G = AgencyGroup
DTI_2022, OUTLINE_DAY = date(2022, 7, 12), date(2020, 12, 28)
LAST_OLD_MINISTRIES, NEW_MINISTRIES = date(2025, 2, 28), date(2025, 3, 1)
LAST_OLD_PROVINCES, NEW_PROVINCES = date(2025, 6, 30), date(2025, 7, 1)

MERGED_PROVINCES = {
    "An Giang": ["Kiên Giang"],
    "Bắc Ninh": ["Bắc Giang"],
    "Cà Mau": ["Bạc Liêu"],
    "Gia Lai": ["Bình Định"],
    "Hưng Yên": ["Thái Bình"],
    "Khánh Hòa": ["Ninh Thuận"],
    "Lào Cai": ["Yên Bái"],
    "Lâm Đồng": ["Bình Thuận", "Đắk Nông"],
    "Ninh Bình": ["Hà Nam", "Nam Định"],
    "Phú Thọ": ["Hòa Bình", "Vĩnh Phúc"],
    "Quảng Ngãi": ["Kon Tum"],
    "Quảng Trị": ["Quảng Bình"],
    "TP. Cần Thơ": ["Hậu Giang", "Sóc Trăng"],
    "TP. Hải Phòng": ["Hải Dương"],
    "TP. Hồ Chí Minh": ["Bà Rịa - Vũng Tàu", "Bình Dương"],
    "TP. Đà Nẵng": ["Quảng Nam"],
    "Thái Nguyên": ["Bắc Kạn"],
    "Tuyên Quang": ["Hà Giang"],
    "Tây Ninh": ["Long An"],
    "Vĩnh Long": ["Bến Tre", "Trà Vinh"],
    "Đắk Lắk": ["Phú Yên"],
    "Đồng Nai": ["Bình Phước"],
    "Đồng Tháp": ["Tiền Giang"],
}
UNCHANGED_PROVINCES = [
    *("Cao Bằng", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An", "Quảng Ninh"),
    *("Sơn La", "Thanh Hóa", "TP. Hà Nội", "TP. Huế", "Điện Biên"),
]


@pytest.fixture(scope="module")
def register() -> AgencyRegister:
    return load_register()


def code_of(register: AgencyRegister, name: str, day: date) -> str:
    found = register.find(name, day)
    assert found is not None, name
    return found.code


@pytest.mark.parametrize(
    ("day", "groups", "count"),
    [
        (date(2020, 1, 1), (G.MINISTRY, G.MINISTERIAL_AGENCY), 22),
        (OUTLINE_DAY, (G.MINISTRY,), 18),
        (LAST_OLD_MINISTRIES, (G.MINISTRY, G.MINISTERIAL_AGENCY), 22),
        (NEW_MINISTRIES, (G.MINISTRY, G.MINISTERIAL_AGENCY), 17),
        (NEW_MINISTRIES, (G.MINISTRY,), 14),
        (OUTLINE_DAY, (G.GOVERNMENT_AGENCY,), 8),
        (NEW_MINISTRIES, (G.GOVERNMENT_AGENCY,), 5),
        (DTI_2022, (G.PROVINCE,), 63),
        (date(2025, 1, 1), (G.PROVINCE,), 63),
        (LAST_OLD_PROVINCES, (G.PROVINCE,), 63),
        (NEW_PROVINCES, (G.PROVINCE,), 34),
        (date(2026, 10, 1), (G.PROVINCE,), 34),
    ],
)
def test_there_are_as_many_bodies_as_the_state_had(
    register: AgencyRegister, day: date, groups: tuple[AgencyGroup, ...], count: int
) -> None:
    assert len(register.in_force(day, *groups)) == count


@pytest.mark.parametrize(
    ("day", "cities"),
    [
        (DTI_2022, ["Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Hồ Chí Minh"]),
        (NEW_PROVINCES, ["Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Hồ Chí Minh", "Huế"]),
        (
            date(2026, 9, 20),
            ["Bắc Ninh", "Cần Thơ", "Đà Nẵng", "Đồng Nai", "Hà Nội", "Hải Phòng", "Hồ Chí Minh", "Huế", "Quảng Ninh"],
        ),
    ],
)
def test_the_cities_under_the_centre_are_those_of_the_day(
    register: AgencyRegister, day: date, cities: list[str]
) -> None:
    prefix = "Ủy ban nhân dân thành phố "
    names = [agency.name for agency in register.in_force(day, G.PROVINCE)]
    assert sorted(n[len(prefix) :] for n in names if n.lower().startswith(prefix.lower())) == sorted(cities)
    assert all(n.lower().startswith((prefix.lower(), "ủy ban nhân dân tỉnh ")) for n in names)


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("UBND_HUE", date(2024, 12, 31), "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("UBND_HUE", date(2025, 1, 1), "Ủy ban nhân dân thành phố Huế"),
        ("UBND_HUE", NEW_PROVINCES, "Ủy ban nhân dân thành phố Huế"),
        ("UBND_DONGNAI", date(2026, 4, 29), "Ủy ban nhân dân tỉnh Đồng Nai"),
        ("UBND_DONGNAI", date(2026, 4, 30), "Ủy ban nhân dân thành phố Đồng Nai"),
        ("UBND_QUANGNINH", date(2026, 8, 31), "Ủy ban nhân dân tỉnh Quảng Ninh"),
        ("UBND_QUANGNINH", date(2026, 9, 1), "Ủy ban nhân dân thành phố Quảng Ninh"),
        ("UBND_BACNINH", date(2026, 9, 19), "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("UBND_BACNINH", date(2026, 9, 20), "Ủy ban nhân dân thành phố Bắc Ninh"),
        ("BDTTG", LAST_OLD_MINISTRIES, "Ủy ban Dân tộc"),
        ("BDTTG", NEW_MINISTRIES, "Bộ Dân tộc và Tôn giáo"),
        ("BTC", OUTLINE_DAY, "Bộ Tài chính"),
        ("BTC", NEW_MINISTRIES, "Bộ Tài chính"),
    ],
)
def test_a_body_bears_the_name_of_the_day(register: AgencyRegister, code: str, day: date, name: str) -> None:
    assert register.name_on(code, day) == name
    assert code_of(register, name, day) == code


@pytest.mark.parametrize(
    ("ended", "successor"),
    [
        ("BKHDT", "BTC"),
        ("UBQLV", "BTC"),
        ("BGTVT", "BXD"),
        ("BNNPTNT", "BNNMT"),
        ("BTNMT", "BNNMT"),
        ("BTTTT", "BKHCN"),
        ("BLDTBXH", "BNV"),
        ("BQLL", "BQP"),
    ],
)
def test_the_work_of_a_merged_ministry_goes_to_its_successor(
    register: AgencyRegister, ended: str, successor: str
) -> None:
    assert [a.code for a in register.successors(ended, LAST_OLD_MINISTRIES)] == [ended]
    assert [a.code for a in register.successors(ended, NEW_MINISTRIES)] == [successor]
    assert ended in [a.code for a in register.predecessors(successor)]
    assert register.find(ended, NEW_MINISTRIES) is None


@pytest.mark.parametrize(("new", "merged"), MERGED_PROVINCES.items())
def test_the_work_of_a_merged_province_goes_to_its_successor(
    register: AgencyRegister, new: str, merged: list[str]
) -> None:
    successor = code_of(register, new, NEW_PROVINCES)
    ended = [code_of(register, old, LAST_OLD_PROVINCES) for old in merged]
    assert sorted(a.code for a in register.predecessors(successor)) == sorted(ended)
    for code in ended:
        assert [a.code for a in register.successors(code, NEW_PROVINCES)] == [successor]
    assert code_of(register, new, DTI_2022) == successor


def test_the_34_provinces_are_the_merged_and_the_unchanged_ones(register: AgencyRegister) -> None:
    known = {code_of(register, name, NEW_PROVINCES) for name in (*MERGED_PROVINCES, *UNCHANGED_PROVINCES)}
    assert known == {agency.code for agency in register.in_force(NEW_PROVINCES, G.PROVINCE)}
    assert all(not register.predecessors(code_of(register, n, NEW_PROVINCES)) for n in UNCHANGED_PROVINCES)


def test_social_insurance_stays_itself_under_the_ministry_of_finance(register: AgencyRegister) -> None:
    before, after = register.get("BHXH", LAST_OLD_MINISTRIES), register.get("BHXH", NEW_MINISTRIES)
    assert (before.group, before.parent_code, before.head_title) == (G.GOVERNMENT_AGENCY, None, "Tổng Giám đốc")
    assert (after.group, after.parent_code, after.head_title) == (G.UNIT_OF_MINISTRY, "BTC", "Giám đốc")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Ngân hàng nhà nước", "NHNN"),
        ("VTV", "VTV"),
        ("THVN", "VTV"),
        ("BGDĐT", "BGDDT"),
        ("BGDDT", "BGDDT"),
        ("BKHĐT", "BKHDT"),
        ("Bộ TT&TT", "BTTTT"),
        ("Bộ KH-ĐT", "BKHDT"),
        ("BNN", "BNNPTNT"),
        ("TP. Hồ Chí Minh", "UBND_HOCHIMINH"),
        ("Thành phố Hồ Chí Minh", "UBND_HOCHIMINH"),
        ("TP.HCM", "UBND_HOCHIMINH"),
        ("Thừa Thiên - Huế", "UBND_HUE"),
        ("Thừa Thiên Huế", "UBND_HUE"),
        ("Hoà Bình", "UBND_HOABINH"),
        ("Bà Rịa – Vũng Tàu", "UBND_BARIAVUNGTAU"),
        ("Tỉnh An Giang", "UBND_ANGIANG"),
        ("ttg", "TTG"),
    ],
)
def test_bodies_of_2022_are_found_as_people_write_them(register: AgencyRegister, written: str, code: str) -> None:
    assert code_of(register, written, DTI_2022) == code


@pytest.mark.parametrize("day", [DTI_2022, NEW_PROVINCES])
def test_every_name_of_a_body_finds_it_in_capitals_and_decomposed(register: AgencyRegister, day: date) -> None:
    for agency in register.in_force(day):
        for name in (agency.code, *agency.names):
            assert register.find(unicodedata.normalize("NFD", name.upper()), day) is agency


def test_the_symbol_of_all_provinces_means_none_of_them(register: AgencyRegister) -> None:
    assert {agency.symbol for agency in register.in_force(DTI_2022, G.PROVINCE)} == {"UBND"}
    assert register.find("UBND", DTI_2022) is None


@pytest.mark.parametrize(
    ("code", "symbol", "title", "signature"),
    [
        ("BGDDT", "BGDĐT", "Bộ trưởng", "Bộ trưởng"),
        ("NHNN", "NHNN", "Thống đốc", "Thống đốc"),
        ("VPCP", "VPCP", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Bộ trưởng, Chủ nhiệm"),
        ("TTCP", "TTCP", "Tổng Thanh tra Chính phủ", "Tổng Thanh tra"),
        ("VTV", "THVN", "Tổng Giám đốc", "Tổng Giám đốc"),
        ("UBND_HANOI", "UBND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch"),
        ("TTG", "TTg", "Thủ tướng Chính phủ", "Thủ tướng"),
    ],
)
def test_symbols_and_titles_are_those_of_official_documents(
    register: AgencyRegister, code: str, symbol: str, title: str, signature: str
) -> None:
    agency = register.get(code, NEW_MINISTRIES)
    assert (agency.symbol, agency.head_title, agency.title_for_signature) == (symbol, title, signature)


def test_the_two_rankings_of_2022_have_17_and_9_ministries(register: AgencyRegister) -> None:
    groups = (G.MINISTRY, G.MINISTERIAL_AGENCY, G.GOVERNMENT_AGENCY)
    provides = [agency.provides_public_services for agency in register.in_force(DTI_2022, *groups)]
    assert (provides.count(True), provides.count(False), provides.count(None)) == (17, 9, 4)


def test_places_are_the_official_names_of_provinces(register: AgencyRegister) -> None:
    assert register.get("UBND_HOCHIMINH").place == "Thành phố Hồ Chí Minh"
    assert register.get("BTC").place == "Hà Nội"
    assert register.get("UBND_HUE", DTI_2022).place == "Thừa Thiên Huế"


@pytest.mark.parametrize("path", sorted(data_folder("outlines").glob("*.yaml")), ids=lambda path: path.name)
def test_outlines_name_no_person_to_reach_and_no_key_twice(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"[\w.]+@[\w.]+", text)
    assert not re.search(r"\b0\d{2,3}[. ]?\d{3}[. ]?\d{3}\b", text)
    assert_no_duplicate_keys(yaml.compose(text, Loader=yaml.CSafeLoader))


def assert_no_duplicate_keys(node: yaml.Node | None) -> None:
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"{node.start_mark}: {keys}"
        for _, value in node.value:
            assert_no_duplicate_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            assert_no_duplicate_keys(item)
