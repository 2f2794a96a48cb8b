"""The file of a workbook with formulas and charts: valid, the same every time, set up for screen and paper."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from lxml import etree

from reportgen.document.workbook import (
    Formula,
    Grid,
    Jump,
    Sheet,
    SheetCell,
    SheetChart,
    SheetChartKind,
    SheetColumn,
    SheetSeries,
    Workbook,
    clean_sheet_name,
    column_letters,
)
from reportgen.write.xlsx_workbook import write_workbook
from tests.ooxml.sdk import ValidatorMissing
from tests.ooxml.validator import validate
from tests.programs import miss

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def small_sheet(name: str = "Giá 'trị' & hạng", rows: int = 3, *, charts: bool = True) -> Sheet:
    columns = (
        SheetColumn("hang", "Hạng"),
        SheetColumn("ten", "Đơn vị"),
        SheetColumn("gia_tri", "Giá trị", 4),
        SheetColumn("ty_le", "Tỷ lệ", 1, is_percent=True),
    )
    grid = Grid(name, tuple(column.key for column in columns), rows, lines=1)
    cells: list[tuple[SheetCell, ...]] = [
        (
            Formula(f"=RANK.EQ({grid.cell('gia_tri', row)},{grid.column('gia_tri')})", row + 1),
            f"Đơn vị {row}",
            Decimal("0.716355") - row,
            Decimal("0.25"),
        )
        for row in range(rows - 1)
    ]
    cells.append((Formula('=IF(FALSE,1,"chưa có số liệu")', None), "=1+1", None, Formula("=1/4", Decimal("0.25"))))
    categories, values = (grid.elsewhere(grid.column(key)) for key in ("ten", "gia_tri"))
    made = tuple(
        SheetChart(kind, "=Biểu đồ", categories, (SheetSeries("=Giá trị", values),), "Trục", f"mô tả {kind}", rows)
        for kind in SheetChartKind
    )
    return Sheet(
        grid,
        "Tiêu đề",
        columns,
        tuple(cells),
        (("", "Trung bình", Formula(f"=AVERAGE({grid.column('gia_tri')})", Decimal("0.2")), ""),),
        mark="SỐ LIỆU MINH HỌA",
        notes=("=không phải công thức",),
        unknown="chưa có số liệu",
        shaded=(("gia_tri", "gia_tri"),),
        frozen=2,
        charts=made if charts else (),
    )


@cache
def written() -> bytes:
    jumps = Sheet(Grid("Đọc trước", ("a",), 1), "", (SheetColumn("a", "A"),), ((Jump("Giá 'trị' & hạng"),),))
    return write_workbook(Workbook("Phụ lục", (jumps, small_sheet()), "Bộ A", date(2023, 7, 12)))


@cache
def page() -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(written())).worksheets[1]


def test_the_workbook_is_valid_for_every_judge() -> None:
    try:
        assert validate(written(), ".xlsx") == []
    except ValidatorMissing as missing:
        miss(str(missing))


def test_the_same_workbook_gives_the_same_bytes_and_carries_its_own_day() -> None:
    written.cache_clear()
    before = written()
    written.cache_clear()
    assert written() == before
    properties = openpyxl.load_workbook(io.BytesIO(before)).properties
    assert (properties.title, properties.creator, properties.created.date()) == ("Phụ lục", "Bộ A", date(2023, 7, 12))


def test_formulas_are_written_with_the_values_that_the_program_computed() -> None:
    cached = openpyxl.load_workbook(io.BytesIO(written()), data_only=True).worksheets[1]
    assert page()["A5"].value == "=_xlfn.RANK.EQ($C5,$C$5:$C$7)"
    assert [cached[f"A{row}"].value for row in (5, 6, 7)] == [1, 2, "chưa có số liệu"]
    assert cached["C5"].value == 0.716355
    assert cached["C3"].value == 0.2


def test_texts_are_never_formulas_and_unknown_cells_say_so() -> None:
    for address, text in (("B7", "=1+1"), ("C7", "chưa có số liệu"), ("A9", "=không phải công thức")):
        assert (page()[address].value, page()[address].data_type) == (text, "s")


def test_the_sheet_is_set_up_for_screen_and_paper() -> None:
    found = page()
    assert found.freeze_panes == "C5"
    assert found.auto_filter.ref == "A4:D7"
    assert found.print_title_rows == "$1:$4"
    assert (found.page_setup.paperSize, found.sheet_properties.pageSetUpPr.fitToPage) == (9, True)
    assert (found["C5"].number_format, found["D5"].number_format) == ("0.0000", "0.0%")
    assert found["A2"].value == "SỐ LIỆU MINH HỌA"
    assert [str(area.sqref) for area in found.conditional_formatting] == ["C5:C7"]
    assert found.oddFooter.left.text == "Giá 'trị' && hạng"
    assert found.column_dimensions["B"].width > 9


def test_jumps_lead_to_their_sheet() -> None:
    first = openpyxl.load_workbook(io.BytesIO(written())).worksheets[0]
    assert first["A4"].value == "Giá 'trị' & hạng"
    assert first["A4"].hyperlink.location == "'Giá ''trị'' & hạng'!A1"


@pytest.mark.parametrize("number", [1, 2, 3])
def test_charts_refer_to_cells_and_their_cache_is_equal_to_them(number: int) -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        chart = etree.fromstring(package.read(f"xl/charts/chart{number}.xml"))
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    formulas = [element.text for element in chart.iter(f"{CHART}f")]
    assert formulas == ["'Giá ''trị'' & hạng'!$B$5:$B$7", "'Giá ''trị'' & hạng'!$C$5:$C$7"]
    caches = [
        [v.text for v in cache.iter(f"{CHART}v")] for cache in chart.iter(f"{CHART}strCache", f"{CHART}numCache")
    ]
    assert caches[0] == ["Đơn vị 0", "Đơn vị 1", "=1+1"]
    assert [float(v) for v in caches[1] if v][:2] == [0.716355, -0.283645]
    # Words that begin like a formula stay words.
    assert len(list(chart.iter(f"{CHART}rich"))) >= 2
    assert [element.text for element in next(chart.iter(f"{CHART}ser")).findall(f"{CHART}tx//{CHART}v")] == [
        "\u2060=Giá trị"
    ]
    assert f'descr="mô tả {list(SheetChartKind)[number - 1]}"' in drawing


@pytest.mark.parametrize(
    ("name", "clean"),
    [("A/B: [x]?", "A B x"), ("'a'", "a"), ("x" * 40, "x" * 31), ("", "Bang"), ("giá trị", "giá trị (2)")],
)
def test_names_of_sheets_are_such_as_excel_takes(name: str, clean: str) -> None:
    assert clean_sheet_name(name, ("Giá trị",)) == clean


def test_sheets_with_the_same_name_are_no_workbook() -> None:
    with pytest.raises(ValueError, match="sheet names"):
        Workbook("", (small_sheet("a", charts=False), small_sheet("A", charts=False)))


def test_letters_of_columns_go_on_after_z() -> None:
    assert [column_letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
