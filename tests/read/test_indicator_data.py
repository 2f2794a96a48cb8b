import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Scale
from reportgen.problems import Problem, has_errors
from reportgen.read.data_files import load_index_set, load_register
from reportgen.read.indicator_cells import find_decimal_mark
from reportgen.read.indicator_data import IndicatorData, read_indicator_data
from reportgen.vietnamese.unicode_forms import compose
from tests.index.sets import make_component_set, make_set

PROVINCES = load_index_set("dti_cap_tinh_922")
MINISTRIES = load_index_set("dti_cap_bo_922")
REGISTER = load_register()
THREE = make_set({"a": 100, "b": 50, "c": 50}, den_nam=2023)


def read(
    data: str | bytes, index_set: IndexSet = THREE, **more: object
) -> tuple[IndicatorData | None, list[Problem]]:
    """Read a table of 2022 whose units are those that the file names, unless `more` says otherwise."""
    content = data.encode() if isinstance(data, str) else data
    options: dict[str, Any] = {"year": 2022, "register": None, **more}
    return read_indicator_data(content, "x.csv", index_set=index_set, **options)


def told(problems: list[Problem]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.place.cell) for problem in problems]


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type, unused-ignore]
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_table_becomes_measurements_with_what_was_published() -> None:
    data, problems = read("hạng;Đơn vị;Chỉ số a;b;c;tong\n1;X;0,5;1;;0,7002\n2;Y;50%;-;0.25;chưa có số liệu\n")
    assert data is not None
    table = data.measurements
    assert [unit.name for unit in table.units] == ["X", "Y"]
    assert table.keys == ("a", "b", "c")
    assert table.values == ((Decimal("0.5"), Decimal(1), None), (Decimal("0.5"), None, Decimal("0.25")))
    assert table.published.totals == {"X": Decimal("0.7002")}
    assert table.published.ranks == {"X": 1, "Y": 2}
    assert problems == []


def test_all_faults_of_a_table_are_told_in_one_run_each_at_its_cell() -> None:
    text = (
        "ten,a,b,lạ\n"
        "An Giang,1.2,-0.1,1\n"
        "Bắc Ninh,nhiều,0.5,1\n"
        "An Giang,0.1,0.5,1\n"
        "Hà Nộii,2,0.5,1\n"
        ",0.1,0.2,1\n"
        "Bộ Tư pháp,0.1,0.2,1\n"
    )
    data, problems = read(text, register=REGISTER, year=2024)
    assert data is None
    assert sorted(told(problems)) == sorted([
        ("DL404", None),  # the year
        ("DL401", "D1"),  # an index that the set does not have
        ("DL203", "B2"), ("DL202", "C2"), ("DL201", "B3"), ("DL301", "A4"),
        ("CQ101", "A5"), ("DL203", "B5"), ("DL305", "A6"), ("DL303", "A7"),
        ("DL302", None),  # provinces that are missing
        ("DL403", None),  # the index c
    ])  # fmt: skip
    by_code = {problem.code: problem for problem in problems}
    assert by_code["CQ101"].hint() == "có phải “Hà Nội”?"
    assert by_code["DL301"].message() == "đơn vị “An Giang” ghi hai lần: ô A2 và ô A4"
    assert by_code["DL404"].message() == "Bộ thử (1/QĐ-ABC) dùng cho 2020-2023, không dùng cho năm 2024"
    assert by_code["DL202"].place.line == 2


def test_points_and_commas_beside_each_other_are_read_and_told() -> None:
    data, problems = read("ten;a;b;c\nX;30.14%;1;1\nY;86,97%;1;1\n")
    assert data is not None
    assert [row[0] for row in data.measurements.values] == [Decimal("0.3014"), Decimal("0.8697")]
    assert told(problems) == [("DL205", "B2")]
    assert problems[0].message() == (
        "cột “Chỉ số a” ghi cả dấu phẩy và dấu chấm thập phân; 1 ô có dấu chấm, như “30.14%”, đọc là 30,14%"
    )


def test_a_thousand_above_the_maximum_is_one_with_decimals_and_that_is_told() -> None:
    data, problems = read("ten;a;b;c\nX;1.000;1;1\n")
    assert data is not None
    assert data.measurements.values[0][0] == 1
    assert told(problems) == [("DL208", "B2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read_without_a_word(encoding: str) -> None:
    data, problems = read("ten,a,b,c\nĐắk Lắk,0.1,0.2,0.3\n".encode(encoding))
    assert data is not None
    assert problems == []
    assert data.measurements.units[0].name == "Đắk Lắk"


def test_tcvn3_and_vni_are_converted_and_told() -> None:
    for content, encoding in (
        ("tªn ®¬n vÞ,a,b,c\n§¾k L¾k,0.1,0.2,0.3\nThõa Thiªn HuÕ,1,1,1\n".encode("latin-1"), "TCVN3 (ABC)"),
        ("teân ñôn vò,a,b,c\nÑaék Laék,0.1,0.2,0.3\nThöøa Thieân Hueá,1,1,1\n".encode("latin-1"), "VNI"),
    ):
        data, problems = read(content)
        assert [(problem.code, problem.values["encoding"]) for problem in problems] == [("DL102", encoding)]
        assert data is not None
        assert [unit.name for unit in data.measurements.units] == ["Đắk Lắk", "Thừa Thiên Huế"]


def test_bytes_of_no_known_encoding_are_refused() -> None:
    data, problems = read(b"ten,a,b,c\n\x81\x8d\x8f\x90\x9d,1,1,1\n")
    assert data is None
    assert told(problems)[0][0] == "DL103"


def test_decimal_commas_between_commas_do_not_shift_columns_in_silence() -> None:
    data, problems = read("ten,a,b,c\nX,0,5,1,1\n")
    assert data is None
    assert told(problems) == [("DL211", "E2")]
    assert problems[0].hint() is not None
    assert "chấm phẩy" in str(problems[0].hint())


def test_names_of_other_years_and_other_spellings_mean_the_same_body() -> None:
    text = "ten,a,b,c\nTP. Huế,1,1,1\nTP. Hồ Chí Minh,1,1,1\nBà Rịa-Vũng Tàu,1,1,1\n"
    data, problems = read(text, register=REGISTER)
    assert data is not None
    assert data.measurements.codes[:2] == ("UBND_HUE", "UBND_HOCHIMINH")
    assert data.measurements.units[0].name == "Thừa Thiên Huế"
    assert [problem.code for problem in problems] == ["DL302"]
    assert problems[0].message().startswith("thiếu 60 đơn vị: An Giang, ")


def test_a_province_that_has_ended_is_not_a_unit_of_a_later_day() -> None:
    data, problems = read("ten,a,b,c\nKiên Giang,1,1,1\n", register=REGISTER, day=date(2025, 10, 21))
    assert data is None
    assert problems[0].code == "DL302" or "CQ102" in {problem.code for problem in problems}
    ended = next(problem for problem in problems if problem.code == "CQ102")
    assert "An Giang" in str(ended.hint())


def test_a_code_and_a_name_of_two_bodies_contradict_each_other() -> None:
    _, problems = read("ma,ten,a,b,c\nUBND_CAMAU,An Giang,1,1,1\n", register=REGISTER)
    assert "DL306" in {problem.code for problem in problems}


def test_points_that_are_not_public_are_asked_for_and_taken_from_the_table() -> None:
    keys = [index.key for index in MINISTRIES.main_indices]
    header = f"ten;{';'.join(keys)}\n"
    row = "Bộ Tư pháp;0,5;0,5;0,5;0,5;0,5;0,5\n"
    data, problems = read(header + row, MINISTRIES, register=REGISTER)
    assert data is None
    assert "DL406" in {problem.code for problem in problems}
    points = "Điểm tối đa;100;100;100;100;100;500\n"
    data, problems = read(header + points + row, MINISTRIES, register=REGISTER)
    assert data is not None
    assert [problem.code for problem in problems] == ["DL302"]
    assert [index.max_points for index in data.index_set.main_indices] == [100] * 5 + [500]


def test_points_that_contradict_the_decision_or_do_not_sum_are_told() -> None:
    _, problems = read("ten;a;b;c\nĐiểm tối đa;90;50;50\nX;1;1;1\n")
    assert told(problems) == [("DL407", "B2")]
    assert problems[0].message() == "điểm tối đa của “Chỉ số a” ghi 90, nhưng theo quyết định là 100"
    open_set = make_set({"a": 100, "b": None}, tong_diem=150)
    _, problems = read("ten;a;b\nĐiểm tối đa;;60\nX;1;1\n", open_set)
    assert told(problems) == [("DL405", "C2")]
    assert "160, không phải 150" in problems[0].message()


def test_a_wrong_scale_or_a_wrong_set_is_told_once_for_the_whole_table() -> None:
    rows = "".join(f"{unit};65,79;0,9;70;68,5\n" for unit in "UVXYZ")
    data, problems = read(f"ten;a;b;c;Tổng\n{rows}")
    assert (data, told(problems)) == (None, [("DL212", None)])
    assert "15 số vượt mức tối đa, như “Chỉ số a” ở ô B2 là 65,79" in problems[0].message()
    assert "ghi dấu % (như 65,79%)" in (problems[0].hint() or "")
    data, problems = read(
        f"ten;a;b;c;Tổng\n{rows}".replace("65,79;0,9;70;68,5", "0,6;0,9;0,7;0,68"), scale=Scale.POINTS
    )
    assert (data, told(problems)) == (None, [("DL213", None)])
    _, problems = read("ten;a;b;c;Tổng\nX;1;1;1;68,5\n")
    assert problems[0].message() == "“Tổng” là 68,5, vượt mức tối đa 1"
    _, problems = read("ten;nhan_thuc_so\nBộ Tư pháp;1\nBộ Tài chính;1\n", PROVINCES, register=REGISTER)
    assert [problem.code for problem in problems if problem.code.startswith("DL3")] == ["DL307"]


def test_summary_rows_are_no_units() -> None:
    data, problems = read("ten;a;b;c\nX;1;1;1\nTrung bình;1;1;1\n")
    assert data is not None
    assert len(data.measurements.units) == 1
    assert told(problems) == [("DL304", "A3")]


def test_a_column_twice_is_told_and_a_header_is_found_below_titles() -> None:
    _, problems = read("Bảng điểm;;;\n;;;\nTT;ten;a;Chỉ số a\n1;X;1;1\n")
    assert ("DL402", "D3") in told(problems)


def test_the_separator_is_found_below_a_title_and_beside_decimal_commas() -> None:
    for text in ("Bảng 1, năm 2022\nten;a;b;c\nX;0,5;0,5;0,5\n", "Bảng 1\nten\ta\tb\tc\nX\t0,5\t0,5\t0,5\n"):
        data, problems = read(text)
        assert problems == []
        assert data is not None
        assert data.measurements.values == ((Decimal("0.5"),) * 3,)


@given(st.binary(max_size=200) | st.text(alphabet='ten,;ab c0159%."\n\t-=đ', max_size=200).map(str.encode))
def test_whatever_the_bytes_are_the_answer_is_data_or_an_error(content: bytes) -> None:
    data, problems = read(content)
    assert (data is None) == has_errors(problems)


def test_a_file_without_a_header_says_what_it_needs() -> None:
    data, problems = read("1;2;3\n")
    assert data is None
    assert [problem.code for problem in problems] == ["DL107"]
    assert [problem.code for problem in read("")[1]] == ["DL101"]


def test_raw_values_are_checked_by_their_rules() -> None:
    parts = [
        {"khoa": "x", "ten": "X", "diem_toi_da": 30, "don_vi": "%", "cach_cham": {"loai": "ty_le"}},
        {"khoa": "y", "ten": "Y", "diem_toi_da": 10, "cach_cham": {"loai": "co_khong"}},
    ]
    index_set = make_component_set(parts, 40)
    data, problems = read("ten;x;y\nA;86,97%;có\nB;12;Không\n", index_set, scale=Scale.RAW)
    assert problems == []
    assert data is not None
    assert data.measurements.values == ((Decimal("86.97"), Decimal(1)), (Decimal(12), Decimal(0)))
    _, problems = read("ten;x;y\nA;120%;có lẽ\n", index_set, scale=Scale.RAW)
    assert told(problems) == [("DL203", "B2"), ("DL209", "C2")]


def test_raw_values_without_a_public_rule_are_refused() -> None:
    _, problems = read("ten;cong_chuc_chuyen_trach\nX;5\n", PROVINCES, scale=Scale.RAW)
    assert ("DL408", "B1") in told(problems)


def test_a_workbook_tells_sheet_and_cell_of_every_fault() -> None:
    rows: list[list[object]] = [
        ["Tên", "a", "b", "c"],
        ["X", "0,5", "=1/2", "#DIV/0!"],
        ["Y", 2, date(2022, 1, 1), -1],
    ]
    data, problems = read(workbook(("Điểm", rows), ("Trống", [])))
    assert data is None
    found = [(p.code, p.place.sheet, p.place.cell) for p in problems]
    assert sorted(found, key=str) == sorted([
        ("DL206", "Điểm", "C2"), ("DL207", "Điểm", "D2"), ("DL203", "Điểm", "B3"), ("DL201", "Điểm", "C3"),
        ("DL202", "Điểm", "D3"), ("DL204", "Điểm", "B2"), ("DL101", "Trống", None),
    ], key=str)  # fmt: skip


def test_a_workbook_may_spread_its_columns_over_sheets() -> None:
    first: list[list[object]] = [["Tên", "a"], ["X", 0.5], ["Y", 0.25]]
    second: list[list[object]] = [["Tên", "b", "c"], ["Y", 1, 0.1], ["X", 0, 0.2]]
    data, problems = read(workbook(("Một", first), ("Hai", second)))
    assert problems == []
    assert data is not None
    assert data.measurements.keys == ("a", "b", "c")
    assert data.measurements.value("X", "c") == Decimal("0.2")
    _, problems = read(workbook(("Một", first), ("Hai", [["Tên", "a"], ["X", 0.5]])))
    assert [problem.code for problem in problems if problem.code == "DL402"] == ["DL402"]


def test_merged_headers_over_two_rows_are_understood() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["Tỉnh", "Nền tảng", None, "Hoạt động"], [None, "a", "b", "c"], ["X", 0.1, 0.2, 0.3]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    stream = io.BytesIO()
    book.save(stream)
    data, problems = read(stream.getvalue())
    assert problems == []
    assert data is not None
    assert data.measurements.values == ((Decimal("0.1"), Decimal("0.2"), Decimal("0.3")),)


def test_decomposed_letters_are_the_same_names() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "tên,a,b,c\nĐắk Lắk,1,1,1\n")
    data, problems = read(text)
    assert problems == []
    assert data is not None
    assert data.measurements.units[0].name == compose("Đắk Lắk")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1.234,5", ","),
        ("1,234.5", "."),
        ("0.25", "."),
        ("1.234", None),
        ("1,234,567", None),
        ("12", None),
        ("0,5", ","),
    ],
)
def test_the_decimal_mark_is_told_from_the_mark_of_thousands(text: str, mark: str | None) -> None:
    assert find_decimal_mark(text) == mark
