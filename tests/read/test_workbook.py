import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest

from reportgen.read.sheet_table import CellKind, cell_name
from reportgen.read.workbook import is_workbook, read_workbook


def make_workbook(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_keep_their_kind_and_numbers_their_digits() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.title = "Điểm"
        book.active.append(["Đà Nẵng", 0.8253, "0,9", None, 12, True])
        book.active["B1"].number_format = "0.00%"

    (table,), problems = read_workbook(make_workbook(fill), "a.xlsx")
    assert problems == []
    name, percent, text, blank, whole, yes = table.rows[0]
    assert (name.kind, name.text) == (CellKind.TEXT, "Đà Nẵng")
    assert (percent.number, percent.is_percent) == (Decimal("0.8253"), True)
    assert (text.kind, text.number) == (CellKind.TEXT, None)
    assert blank.is_blank
    assert (whole.number, yes.number, yes.text) == (Decimal(12), None, "TRUE")
    assert table.place(0, 1).describe("vi") == 'a.xlsx, trang tính "Điểm", ô B1'


def test_a_formula_without_a_result_is_told_from_a_blank() -> None:
    (table,), _ = read_workbook(make_workbook(lambda book: book.active.append(["=1+1", "x"])), "a.xlsx")
    assert (table.rows[0][0].kind, table.rows[0][0].text) == (CellKind.FORMULA, "=1+1")


def test_merged_cells_all_hold_the_first_value() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.active.append(["Nhóm", None, "x"])
        book.active.merge_cells("A1:B2")

    (table,), _ = read_workbook(make_workbook(fill), "a.xlsx")
    assert [[cell.text for cell in row[:2]] for row in table.rows] == [["Nhóm", "Nhóm"]] * 2
    assert [found.name for found in table.merged] == ["A1:B2"]


def test_a_hidden_sheet_is_not_read_and_that_is_told() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.create_sheet("Nháp").sheet_state = "hidden"

    tables, problems = read_workbook(make_workbook(fill), "a.xlsx")
    assert [table.sheet for table in tables] == ["Sheet"]
    assert [(problem.code, problem.place.sheet) for problem in problems] == [("DL106", "Nháp")]


def _zip(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 cut off", "tệp hỏng"),
        (_zip({"a.txt": "no workbook"}), "tệp hỏng"),
        (_zip({"xl/workbook.xml": "<!DOCTYPE x><x/>"}), "DOCTYPE"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "mật khẩu"),
    ],
)
def test_what_is_no_sound_workbook_is_refused(data: bytes, words: str) -> None:
    assert is_workbook(data)
    tables, problems = read_workbook(data, "a.xlsx")
    assert tables == ()
    assert [problem.code for problem in problems] == ["DL104"]
    assert words in problems[0].message()


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 3, "D7"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 702, "AAA1")]
)
def test_cells_are_named_as_spreadsheets_name_them(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_a_merge_of_the_whole_sheet_does_not_take_all_memory() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0].append(["x", "y"])
        book.worksheets[0].merge_cells("A1:B1")

    with zipfile.ZipFile(io.BytesIO(make_workbook(fill))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace("A1:B1", "A1:XFD1048576")
    tables, problems = read_workbook(_zip(parts), "a.xlsx")
    assert tables == ()
    assert [problem.code for problem in problems] == ["DL105"]


def test_a_cell_far_out_does_not_take_all_memory() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["XFD1048576"] = 1

    tables, problems = read_workbook(make_workbook(fill), "a.xlsx")
    assert tables == ()
    assert [(problem.code, problem.place.sheet) for problem in problems] == [("DL105", "Sheet")]
