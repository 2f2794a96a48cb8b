"""The outline of Appendix I of 5065/BTTTT-THH as shipped."""

from datetime import date

import pytest

from reportgen.model.outline import Outline
from reportgen.read.data_files import load_outline, load_register

CITATIONS = [
    ("BTP", "điểm e, khoản 2, mục IV Điều 1", 1),
    ("BTC", "điểm đ, khoản 2, 5 Mục IV; khoản 3, mục VIII Điều 1", 3),
    ("BCT", "khoản 5, mục VI; khoản 6, 8 mục VIII Điều 1", 3),
    ("BLDTBXH", "khoản 7, mục VII Điều 1; điểm b, khoản 9 Điều 2", 2),
    ("BGTVT", "khoản 5, mục VIII Điều 1", 1),
    ("BGDDT", "khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1; điểm b, c, d khoản 8 Điều 2", 6),
    ("BNNPTNT", "khoản 4, mục VIII Điều 1", 1),
    ("BKHDT", "khoản 5 Điều 2", 1),
    ("BNV", "khoản 16 Điều 2", 1),
    ("BYT", "khoản 1 mục VIII Điều 1", 1),
    ("BKHCN", "điểm c, d khoản 2; điểm a, b, c khoản 6 mục IV Điều 1; điểm b, c khoản 7 Điều 2", 7),
    ("BTNMT", "khoản 7, mục VIII Điều 1", 1),
    ("NHNN", "khoản 3, mục VIII Điều 1; điểm b, c, d khoản 4 Điều 2", 4),
    ("VPCP", "khoản 4, 6, 7 mục V Điều 1", 3),
    ("VTV", "khoản 17 Điều 2", 1),
    ("VOV", "khoản 17 Điều 2", 1),
    ("TTXVN", "khoản 17 Điều 2", 1),
]


@pytest.fixture(scope="module")
def outline() -> Outline:
    return load_outline("bao_cao_749")


def test_the_items_are_those_of_the_appendix_in_order(outline: Outline) -> None:
    assert [(item.number, item.key) for item in outline.items] == [
        ("I", "ket_qua"),
        ("1", "muc_tieu"),
        ("a", "muc_tieu.chinh_phu_so"),
        ("b", "muc_tieu.kinh_te_so"),
        ("c", "muc_tieu.xa_hoi_so"),
        ("2", "nhiem_vu_chung"),
        ("a", "nhiem_vu_chung.nhan_thuc"),
        ("b", "nhiem_vu_chung.the_che"),
        ("c", "nhiem_vu_chung.ha_tang"),
        ("d", "nhiem_vu_chung.hop_tac"),
        ("3", "nhiem_vu_rieng"),
        ("II", "nhiem_vu_toi"),
        ("III", "kho_khan"),
        ("IV", "de_xuat"),
    ]


def test_each_of_the_17_bodies_has_its_citation_word_for_word(outline: Outline) -> None:
    given = [(task.agency_code, str(task.citation), len(task.provisions)) for task in outline.special_tasks]
    assert given == CITATIONS


def test_the_printed_names_mean_the_bodies_whose_codes_stand_beside_them(outline: Outline) -> None:
    register, day = load_register(), outline.issued_with.issued_on
    for line in (line for item in outline.items for line in item.task_lines):
        names = line.printed_name.split(", ") if len(line.agency_codes) > 1 else [line.printed_name]
        found = [register.find(name, day) for name in names]
        assert [agency.code if agency else None for agency in found] == list(line.agency_codes)


def test_every_body_that_the_outline_names_exists_on_its_day(outline: Outline) -> None:
    register = load_register()
    for document in (outline.issued_with, outline.basis):
        register.get(document.agency_code, document.issued_on)
    assert outline.note is not None
    register.get(outline.note.agency_code, outline.note.before)


def test_the_slip_of_the_printed_heading_is_kept_only_as_printed(outline: Outline) -> None:
    item = outline.find("muc_tieu")
    assert item is not None
    assert item.title_for("6/2025") == (
        "Tình hình thực hiện các mục tiêu, chỉ tiêu theo Quyết định 749/QĐ-TTg (tính đến 6/2025)"
    )
    assert item.printed_title == (
        "Tình hình thực hiện các mục tiêu, chỉ tiêu theo theo Quyết định 749/QĐ-TTg (tính đến 12/2020):"
    )


def test_a_printed_title_is_given_only_where_it_differs(outline: Outline) -> None:
    assert all(item.verbatim_title != item.title for item in outline.items)
    for item in outline.items:
        as_printed = item.printed_title.replace("theo theo", "theo").rstrip(".:")
        assert item.title_for(outline.period) == as_printed


def test_the_basis_is_the_decision_on_the_programme(outline: Outline) -> None:
    assert (outline.basis.number, outline.basis.issued_on) == ("749/QĐ-TTg", date(2020, 6, 3))
    assert outline.issued_with.number == "5065/BTTTT-THH"
    assert outline.printed_title.startswith("[ĐỀ CƯƠNG] BÁO CÁO")
    assert outline.title.endswith("ĐỊNH HƯỚNG ĐẾN NĂM 2030")


def test_what_has_to_be_stated_of_each_entry_is_listed(outline: Outline) -> None:
    columns = {item.key: [column.key for column in item.columns] for item in outline.items if item.columns}
    assert columns == {
        "nhiem_vu_toi": ["noi_dung", "ket_qua", "thoi_han", "nguon_luc", "phoi_hop"],
        "kho_khan": ["noi_dung", "nguyen_nhan"],
    }


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("BTC", date(2025, 2, 28), ["Bộ Tài chính"]),
        ("BTC", date(2025, 3, 1), ["Bộ Tài chính", "Bộ Kế hoạch và Đầu tư"]),
        ("BNNMT", date(2025, 3, 1), ["Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Tài nguyên và Môi trường"]),
        ("BXD", date(2020, 12, 28), []),
        ("BXD", date(2025, 3, 1), ["Bộ Giao thông vận tải"]),
        ("BNV", date(2025, 3, 1), ["Bộ Nội vụ", "Bộ Lao động - Thương binh và Xã hội"]),
        ("BKHCN", date(2025, 3, 1), ["Bộ Khoa học và Công nghệ"]),
        ("NHNN", date(2025, 3, 1), ["Ngân hàng Nhà nước Việt Nam"]),
        ("BNG", date(2020, 12, 28), []),
    ],
)
def test_a_merged_ministry_inherits_the_special_tasks(
    outline: Outline, code: str, day: date, expected: list[str]
) -> None:
    assert [task.given_to for task in outline.tasks_of(code, load_register(), day)] == expected
