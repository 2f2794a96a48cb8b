"""Lists of recipients from CSV files, workbooks and the register: values, places, faults."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from reportgen.model.agencies import AgencyGroup
from reportgen.problems import Problem
from reportgen.read.data_files import load_register
from reportgen.read.recipients import RecipientList, check_agencies, column_key, read_recipients, recipients_of_groups
from reportgen.read.records import read_records

DAY = date(2023, 3, 15)


def workbook(*rows: list[object], other_sheet: bool = False) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.title = "DS"
    if other_sheet:
        book.create_sheet("Khác").append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data: bytes | str, file: str = "ds.csv") -> RecipientList:
    listed, problems = read_recipients(data.encode() if isinstance(data, str) else data, file)
    assert listed is not None, problems
    assert problems == []
    return listed


def values(listed: RecipientList) -> list[dict[str, str]]:
    return [dict(recipient.values) for recipient in listed.recipients]


def said(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    return [f"{problem.code} {problem.place.describe('vi')}: {problem.message()}" for problem in problems]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Tên cơ quan", "ten_co_quan"),
        (" Đơn vị / Mã số ", "don_vi_ma_so"),
        ("stt", "stt"),
        ("ĐIỂM 2022", "diem_2022"),
    ],
)
def test_a_column_is_known_by_its_title_without_marks(title: str, key: str) -> None:
    assert column_key(title) == key


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_list_has_its_rows_numbered_from_1(separator: str) -> None:
    listed = read(f"Tên{separator}Mã\nBộ A{separator}A\n\n  Bộ   B {separator}B\n")
    assert values(listed) == [{"stt": "1", "ten": "Bộ A", "ma": "A"}, {"stt": "2", "ten": "Bộ B", "ma": "B"}]
    assert listed.titles == {"stt": "STT", "ten": "Tên", "ma": "Mã"}
    second = listed.recipients[1]
    assert listed.place_of(second, "ma").describe("vi") == "ds.csv:4, ô B4"


def test_decomposed_text_is_composed_and_line_feeds_within_a_cell_stay() -> None:
    decomposed = 'Tên;Địa chỉ\n"Bô\u0323 A";"Số 1\n  Phố B"\n'
    assert values(read(decomposed)) == [{"stt": "1", "ten": "Bộ A", "dia_chi": "Số 1\nPhố B"}]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_lists_in_other_unicode_encodings_are_read(encoding: str) -> None:
    assert values(read("Tên;Mã\nBộ Tư pháp;BTP\nBộ Công an;BCA\n".encode(encoding)))[0]["ten"] == "Bộ Tư pháp"


def test_a_list_in_tcvn3_is_converted_with_a_warning() -> None:
    # "Tên;Mã" and rows with many Vietnamese letters, in the 8-bit encoding that older machines still write.
    text = b"T\xaan;M\xb7\n" + b"B\xe9 T\xb5i ch\xddnh;BTC\nB\xe9 C\xabng an;BCA\nB\xe9 Qu\xe8c ph\xdfng;BQP\n" * 3
    listed, problems = read_recipients(text, "cu.csv")
    assert listed is not None
    assert [problem.code for problem in problems] == ["DL102"]
    assert listed.recipients[0].values["ten"] == "Bộ Tài chính"


def test_numbers_percentages_and_dates_of_a_workbook_are_written_as_letters_write_them() -> None:
    data = workbook(["Tên", "Năm", "Điểm", "Tỷ lệ", "Ngày"], ["A", 2022, 41.25, 0.8697, datetime(2023, 3, 5)])
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.active["D2"].number_format = "0.00%"
    stream = io.BytesIO()
    book.save(stream)
    [row] = values(read(stream.getvalue(), "ds.xlsx"))
    assert row == {"stt": "1", "ten": "A", "nam": "2022", "diem": "41,25", "ty_le": "86,97%", "ngay": "05/3/2023"}


def test_a_formula_without_a_result_is_a_problem_of_its_row_alone() -> None:
    listed = read(workbook(["Tên", "Mã"], ["=A1&B1", "A"], ["B", "B"]), "ds.xlsx")
    first, second = listed.recipients
    assert said(first.problems) == [
        'DS204 ds.xlsx, trang tính "DS", ô A2: ô này chứa công thức, không phải giá trị: =A1&B1'
    ]
    assert second.problems == ()


def test_an_error_in_a_cell_is_named_as_such() -> None:
    listed = read(workbook(["Tên", "Mã"], ["#REF!", "A"]), "ds.xlsx")
    assert said(listed.recipients[0].problems) == [
        'DS210 ds.xlsx, trang tính "DS", ô A2: ô này báo lỗi #REF! thay vì một giá trị'
    ]


def test_a_value_beyond_the_named_columns_is_a_problem_of_its_row_alone() -> None:
    listed = read("Tên;Mã\nA;1;thừa\nB;2\nC\n")
    assert said(listed.recipients[0].problems) == [
        "DS211 ds.csv:2, ô C2: ô ghi “thừa” nhưng cột này không có tên ở dòng đầu"
    ]
    assert [recipient.problems for recipient in listed.recipients[1:]] == [(), ()]
    assert listed.recipients[2].values == {"stt": "3", "ten": "C", "ma": ""}


def test_blank_columns_at_the_end_are_no_columns() -> None:
    assert values(read("Tên;Mã;;\nA;1;;\n")) == [{"stt": "1", "ten": "A", "ma": "1"}]


def test_other_sheets_are_noted() -> None:
    listed, problems = read_recipients(workbook(["Tên"], ["A"], other_sheet=True), "ds.xlsx")
    assert listed is not None
    assert said(problems) == [
        'DS105 ds.xlsx, trang tính "Khác": chỉ đọc trang tính đầu tiên; trang này không được đọc'
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "DS101 ds.csv: danh sách không có dòng nào"),
        ("Tên;Mã\n".encode(), "DS101 ds.csv: danh sách không có dòng nào"),
        ("Tên;ten\nA;B\n".encode(), "DS102 ds.csv:1, ô B1: tên cột “ten” bị bỏ trống hoặc trùng với một cột khác"),
        ("Tên;;Mã\nA;;B\n".encode(), "DS102 ds.csv:1, ô B1: tên cột “” bị bỏ trống hoặc trùng với một cột khác"),
    ],
)
def test_a_list_without_rows_or_names_is_refused(data: bytes, expected: str) -> None:
    listed, problems = read_recipients(data, "ds.csv")
    assert listed is None
    assert said(problems) == [expected]


@pytest.mark.parametrize(("data", "code"), [(b"PK\x03\x04rubbish", "DL104"), (b'"T\xc3\xaan\nA', "DL108")])
def test_a_broken_file_is_refused(data: bytes, code: str) -> None:
    listed, problems = read_recipients(data, "ds.xlsx")
    assert listed is None
    assert [problem.code for problem in problems] == [code]


def test_a_group_holds_the_agencies_of_the_day_but_for_the_sender() -> None:
    register = load_register()
    groups = [AgencyGroup.MINISTRY]
    found = recipients_of_groups(register, groups, DAY, sender="Bộ Thông tin và Truyền thông")
    codes = [recipient.values["ma"] for recipient in found.recipients]
    assert "BTP" in codes
    assert "BTTTT" not in codes
    assert [recipient.values["stt"] for recipient in found.recipients] == [str(n + 1) for n in range(len(codes))]
    assert len(codes) == len(register.in_force(DAY, *groups)) - 1


def test_agencies_are_looked_up_and_unknown_ones_suggest_the_nearest() -> None:
    listed = check_agencies(read("Cơ quan;Số\nbtp;1\nBộ Tư phap;2\n"), load_register(), DAY)
    first, second = listed.recipients
    assert first.values["co_quan"] == "Bộ Tư pháp"
    [problem] = second.problems
    assert said([problem]) == [
        "DS203 ds.csv:3, ô A3: không có cơ quan nào tên hoặc mã là “Bộ Tư phap” vào ngày của văn bản"
    ]
    assert problem.hint() == "có phải “Bộ Tư pháp”?"


def test_codes_are_checked_only_where_most_are_those_of_agencies() -> None:
    register = load_register()
    agencies = check_agencies(read("Mã\nBTP\nBTC\nXYZ\n"), register, DAY)
    assert [len(recipient.problems) for recipient in agencies.recipients] == [0, 0, 1]
    schools = check_agencies(read("Mã\nTH01\nTH02\nBTC\n"), register, DAY)
    assert [len(recipient.problems) for recipient in schools.recipients] == [0, 0, 0]


def test_records_are_grouped_by_their_first_cell() -> None:
    listed, problems = read_records("Mã;Chỉ số;Điểm\nA;1.1;5\nB;2.1;6\nA;1.2;7\n".encode(), "cs.csv", "ma")
    assert problems == []
    assert listed is not None
    assert (listed.key, listed.width) == ("ma", 2)
    assert {key: [row.cells[1:] for row in rows] for key, rows in listed.rows.items()} == {
        "A": [("1.1", "5"), ("1.2", "7")],
        "B": [("2.1", "6")],
    }
