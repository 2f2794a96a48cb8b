"""The plan of Decision 483/QĐ-BTTTT of 2023 as shipped, held to the table as printed."""

from decimal import Decimal
from itertools import pairwise

import pytest

from reportgen.model.yearly_targets import ColumnKind, TargetRow, YearlyTargets
from reportgen.read.data_files import load_register, load_yearly_targets

# Group: number and name. Row: number, the four values, legal bases, measuring units, bodies; as printed.
TABLE = """\
1 | Cung cấp dịch vụ chất lượng phục vụ xã hội
1.1 | 98% | 100% | - | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
1.2 | - | 20% | 50% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
1.3 | - | 50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
1.4 | - | 30% | 60% | ≥ 80% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
1.5 | 30.14% | 50% | 100% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
1.6 | 70.91% | 80% | 90% | 100% | QĐ 749 | Cục Viễn thông |
1.7 |  |  |  |  |  | Cục Viễn thông |
1.7.1 | 75% | 85% | 90% | > 80% | QĐ 749 |  |
1.7.2 | 100% | 100% | - | 100% | QĐ 749 |  |
1.8 | 66% | 70% | 80% | ≥ 50% | QĐ 749 | Vụ KTS&XHS | NHNN Việt Nam
1.9 | 86,97% | 90% | 95% | 90% | QĐ 942 | Cục CĐSQG | Bộ Nội vụ; Các bộ, ngành, địa phương
1.10 | - | 5% | 10% | 20% | QĐ 942 | Cục CĐSQG | Văn phòng Chính phủ; Các bộ, ngành, địa phương
2 | Huy động rộng rãi sự tham gia của xã hội
2.1 | 11,2% | 50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
2.2 | - | 10% | 30% | ≥ 50% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
2.3 | - | 50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3 | Vận hành tối ưu các hoạt động của cơ quan nhà nước
3.1 | 95% | 100% | - | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.2 | - | 60% | 80% | 100% | QĐ 942 | Cục CĐSQG | Bộ Nội vụ; Các bộ, ngành, địa phương
3.3 | - | 10% | 50% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.4 | 90% | 95% | 100% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.5 |  |  |  |  |  |  |
3.5.1 | 89,35% | 90% | 100% | 90% | QĐ 942;749 | Cục CĐSQG | Các bộ, ngành, địa phương
3.5.2 | 81,11% | 85% | 100% | 80% | QĐ 942;749 | Cục CĐSQG | Các địa phương
3.5.3 | 69,01% | 75% | 90% | 60% | QĐ 942;749 | Cục CĐSQG | Các địa phương
3.6 | 40,47% | 60% | 90% | 100% | QĐ 942;749 | Cục CĐSQG | Văn phòng Chính phủ; Các bộ, ngành, địa phương
3.7 | - | 50% | 80% | 100% | QĐ 942;749 | Cục CĐSQG | Bộ Nội vụ
3.8 | - | 50% | 70% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.9 | - | 10% | 20% | ≥ 50% | QĐ 942;749 | Cục CĐSQG | Các bộ, ngành, địa phương
3.10 | 45% | >50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.11 | 45% | >50% | 90% | ≥ 50% | QĐ 942 | Cục CĐSQG | Các bộ, ngành, địa phương
3.12 | - | 10% | 40% | 70% | QĐ 942 | Cục CĐSQG | Bộ Nội vụ; Các bộ, ngành, địa phương
4 | Giải quyết hiệu quả các vấn đề lớn trong phát triển kinh tế - xã hội
4.1 | 22% | 30% | 70% | 100% | QĐ 942 | Cục CĐSQG | Bộ Công an
4.2 | - | 50% | 80% | 100% | QĐ 942 | Vụ Bưu chính; Tổng Công ty Bưu điện Việt Nam | Các địa phương
4.3 | - | 70% | 80% | 100% | QĐ 942 | Cục ATTT |
4.4 | - | 80% | 90% | 100% | QĐ 942 | Cục CĐSQG | Bộ Y tế
4.5 | - | 70% | 90% | 100% | QĐ 942 | Cục CĐSQG | Bộ Y tế
4.6 | - | 20% | 50% | 100% | QĐ 942 | Cục CĐSQG | Bộ Y tế
4.7 | - | 30% | 60% | 100% | QĐ 942 | Cục CĐSQG | Bộ Y tế
4.8 | - | 30% | 60% | 100% | QĐ 942 | Cục CĐSQG | Bộ GD&ĐT
4.9 | - | 40% | 70% | 100% | QĐ 942 | Cục CĐSQG | Bộ GD&ĐT
4.10 | - | 10% | 50% | 100% | QĐ 942 | Cục CĐSQG | Bộ NNPTNT
4.11 | - | 50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Bộ LĐTBXH
4.12 | - | 100% | - | 100% | QĐ 942 | Cục CĐSQG | Bộ GTVT
4.13 | - | 80% | 90% | 100% | QĐ 942 | Cục CĐSQG | Bộ GTVT
4.14 | - | 100% | 100% | 100% | QĐ 942 | Cục CĐSQG | Bộ Công an
4.15 | - | 100% | 100% | 100% | QĐ 942 | Cục CĐSQG | Bộ Tài chính (Tổng cục Hải quan)
4.16 | 30,5% | 38% | 70% | 100% | QĐ 942 | Vụ KTS&XHS | Bộ KHĐT
4.17 | 100% | - | - | 100% | QĐ 942 | Cục CĐSQG | Bộ Tài chính
4.18 | 33% | 60% | 70% | 50% | QĐ 749 | Vụ KTS&XHS | Bộ Công Thương
4.19 | 14.26% | 15,5% | 17,5% | 20% | QĐ 749 | Vụ KTS&XHS | Bộ, ngành, địa phương
4.20 | - | 6% | 8% | 10% | QĐ 749 | Vụ KTS&XHS | Bộ, ngành, địa phương
4.21 | - | 7% | 7% | 7% | QĐ 749 | Vụ KTS&XHS | Bộ, ngành, địa phương
4.22 | - | 50% | 80% | 100% | QĐ 942 | Cục CĐSQG | Bộ VHTTDL
5 | Các chỉ tiêu quốc gia so với quốc tế
5.1 | 86(2) | - | 70 | Top 50 | QĐ 942 | Cục CĐSQG |
5.2 | 72(3) | - | 65 | Top 50 | QĐ 942 | Cục CĐSQG |
5.3 | 87(4) | - | 70 | Top 50 | QĐ 942 | Cục CĐSQG |
5.4 | 25(5) | 30 | - | Top 40 | QĐ 749 | Cục ATTT |
5.7 | 48(6) | 45 | 40 | Top 35 | QĐ 942 | Vụ KTS&XHS | Bộ KHCN
"""


@pytest.fixture(scope="module")
def plan() -> YearlyTargets:
    return load_yearly_targets("ke_hoach_483")


def printed_row(row: TargetRow) -> str:
    values = [cell.printed_text for cell in row.cells]
    bodies = ["; ".join(row.measured_by), "; ".join(row.carried_out_by)]
    return " | ".join([row.number, *values, row.printed_bases, *bodies]).rstrip()


def test_every_cell_but_the_names_is_word_for_word_that_of_the_printed_table(plan: YearlyTargets) -> None:
    lines: list[str] = []
    for group in plan.table.groups:
        lines.append(f"{group.number} | {group.name}")
        lines += [printed_row(row) for top in group.rows for row in top.walk()]
    assert lines == TABLE.splitlines()


def test_the_table_has_57_rows_in_5_groups_and_55_of_them_have_values(plan: YearlyTargets) -> None:
    table = plan.table
    sizes = [sum(1 for top in group.rows for _ in top.walk()) for group in table.groups]
    assert sizes == [12, 3, 15, 22, 5]
    assert (len(table.rows), len(table.measured_rows)) == (57, 55)
    assert [row.number for row in table.rows if row.is_blank] == ["1.7", "3.5"]


def test_the_numbers_run_on_but_for_the_two_that_the_plan_leaves_out(plan: YearlyTargets) -> None:
    for group in plan.table.groups:
        steps = [int(row.number.rpartition(".")[2]) for row in group.rows]
        gaps = [(a, b) for a, b in pairwise(steps) if b != a + 1]
        assert gaps == ([(4, 7)] if group.number == "5" else [])


def test_the_columns_are_those_of_the_plan_with_their_years(plan: YearlyTargets) -> None:
    assert [(column.title, column.year, column.kind) for column in plan.table.columns] == [
        ("Năm 2022", 2022, ColumnKind.ACTUAL),
        ("Kế hoạch 2023", 2023, ColumnKind.PLANNED),
        ("Kế hoạch 2024", 2024, ColumnKind.PLANNED),
        ("Mục tiêu 2025", 2025, ColumnKind.GOAL),
    ]


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1.4", ["-", "30%", "60%", "≥ 80%"]),
        ("1.5", ["30,14%", "50%", "100%", "100%"]),
        ("1.7", ["", "", "", ""]),
        ("1.7.1", ["75%", "85%", "90%", "> 80%"]),
        ("3.10", ["45%", "> 50%", "80%", "100%"]),
        ("4.19", ["14,26%", "15,5%", "17,5%", "20%"]),
        ("5.1", ["86", "-", "70", "Top 50"]),
    ],
)
def test_values_are_printed_in_one_vietnamese_form(plan: YearlyTargets, number: str, printed: list[str]) -> None:
    row = plan.table.find(number)
    assert row is not None
    assert [str(value) for value in row.values] == printed


def test_the_values_of_rankings_are_ranks_and_all_others_percents(plan: YearlyTargets) -> None:
    for row in plan.table.measured_rows:
        kinds = {value.kind for value in row.values} - {"none"}
        assert kinds == ({"rank"} if row.number.startswith("5.") else {"percent"}), row.number
        assert row.is_rank == row.name.startswith("Thứ hạng")


def test_percents_are_between_0_and_100(plan: YearlyTargets) -> None:
    values = [value for row in plan.table.rows for value in row.values if value.kind == "percent"]
    assert all(value.value is not None and 0 < value.value <= Decimal(100) for value in values)


def test_the_goal_of_2025_is_below_the_plan_of_2024_in_the_eight_rows_where_it_was_printed_so(
    plan: YearlyTargets,
) -> None:
    lower = []
    for row in plan.table.measured_rows:
        planned, goal = row.values[2].value, row.values[3].value
        if not row.is_rank and planned is not None and goal is not None and goal < planned:
            lower.append(row.number)
    assert lower == ["1.7.1", "1.8", "1.9", "3.5.1", "3.5.2", "3.5.3", "3.11", "4.18"]


def test_each_of_the_six_footnotes_stands_where_it_was_printed(plan: YearlyTargets) -> None:
    on_values = {value.note: row.number for row in plan.table.rows for value in row.values if value.note}
    on_names = {row.name_note: row.number for row in plan.table.rows if row.name_note}
    assert on_names == {1: "4.19"}
    assert on_values == {2: "5.1", 3: "5.2", 4: "5.3", 5: "5.4", 6: "5.7"}
    assert [note.number for note in plan.table.notes] == [1, 2, 3, 4, 5, 6]
    assert plan.table.notes[4].text == "Báo cáo GCI năm 2021 của ITU"


def test_a_part_without_a_measuring_unit_has_that_of_its_target(plan: YearlyTargets) -> None:
    assert plan.table.measuring_units_of("1.7.2") == ("Cục Viễn thông",)
    assert plan.table.measuring_units_of("3.5.2") == ("Cục CĐSQG",)
    assert plan.table.measuring_units_of("3.5") == ()
    assert plan.table.measuring_units_of("9.9") == ()


def test_names_are_kept_as_printed_with_their_full_stops_and_dashes(plan: YearlyTargets) -> None:
    rows = plan.table.rows
    stops = "3.1, 3.12, 4.3, 4.4, 4.6, 4.7, 4.8, 4.9, 4.10, 4.11, 4.13, 4.14, 4.15, 4.16, 4.17, 4.22"
    assert ", ".join(row.number for row in rows if row.name.endswith(".")) == stops
    assert [row.name for row in rows if row.name.startswith("-")] == ["- Hộ gia đình", "- Xã"]


def test_a_named_ministry_is_known_to_the_register_on_the_day_of_the_decision(plan: YearlyTargets) -> None:
    register, day = load_register(), plan.decision.document.issued_on
    everyone = {"Bộ, ngành, địa phương", "Các bộ, ngành, địa phương", "Các địa phương"}
    named = {name for row in plan.table.rows for name in row.carried_out_by} - everyone
    unknown = {name for name in named if register.find(name, day) is None}
    assert unknown == {"Bộ Tài chính (Tổng cục Hải quan)"}
    assert len(named) == 15


def test_the_sections_have_the_headings_of_the_plan(plan: YearlyTargets) -> None:
    assert [(section.number, section.title) for section in plan.all_sections] == [
        ("I", "MỤC ĐÍCH, YÊU CẦU"),
        ("1", "Mục đích"),
        ("2", "Yêu cầu"),
        ("II", "CHỈ TIÊU CHIẾN LƯỢC THEO NĂM"),
        ("1", "Kịch bản tăng trưởng chỉ tiêu"),
        ("2", "Tổ chức đo lường chỉ tiêu"),
        (
            "3",
            "Phối hợp đo lường chỉ tiêu, báo cáo thực hiện nhiệm vụ giữa Bộ Thông tin và Truyền thông và các bộ có "
            "liên quan",
        ),
        ("III", "PHÂN CÔNG TRIỂN KHAI CÁC NHIỆM VỤ CỤ THỂ"),
        ("1", "Tổ chức triển khai, đôn đốc, hướng dẫn, theo dõi, giám sát thực hiện Chiến lược"),
        ("2", "Các nhiệm vụ, giải pháp do Bộ Thông tin và Truyền thông chủ trì, phối hợp thực hiện"),
        ("IV", "TỔ CHỨC THỰC HIỆN VÀ KINH PHÍ"),
    ]
    assert [section.key for section in plan.all_sections if section.holds_target_table] == ["chi_tieu.kich_ban"]


def test_the_figures_of_each_quarter_have_their_deadline(plan: YearlyTargets) -> None:
    (section,) = [section for section in plan.all_sections if section.deadlines]
    assert section.key == "chi_tieu.do_luong"
    days = [(deadline.quarter, deadline.before_day, deadline.before_month) for deadline in section.deadlines]
    assert days == [(1, 3, 4), (2, 5, 7), (3, 5, 10), (4, 5, 12)]
    assert [deadline.with_assessment for deadline in section.deadlines] == [False, True, False, False]


def test_the_decision_cites_replaces_and_orders_what_the_original_does(plan: YearlyTargets) -> None:
    decision = plan.decision
    recitals = [plan.document(key) for key in decision.recitals]
    assert [document and document.number for document in recitals] == [
        "48/2022/NĐ-CP",
        "749/QĐ-TTg",
        "942/QĐ-TTg",
        "200/QĐ-BTTTT",
    ]
    assert [document.number for document in decision.replaces] == ["1217/QĐ-BTTTT", "1404/QĐ-BTTTT"]
    assert [(article.number, len(article.points)) for article in decision.articles] == [
        (1, 0),
        (2, 3),
        (3, 0),
        (4, 0),
    ]
    assert [point.label for point in decision.articles[1].points] == ["a)", "b)", "c)"]


def test_every_issuing_body_exists_on_the_day_of_its_document(plan: YearlyTargets) -> None:
    register = load_register()
    for document in (plan.decision.document, *plan.documents, *plan.decision.replaces):
        register.get(document.agency_code, document.issued_on)


def test_the_plan_is_read_once() -> None:
    assert load_yearly_targets("ke_hoach_483") is load_yearly_targets("ke_hoach_483")
