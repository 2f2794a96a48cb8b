import io
from decimal import Decimal

import openpyxl
import pytest

from reportgen.compose.ranking_table import compose_ranking_table
from reportgen.document.data_table import DataColumn, DataTable
from reportgen.index.rankings import rank_published
from reportgen.write.xlsx import write_xlsx
from tests.index.test_dti_2022 import INDEX_SET, dti_2022
from tests.ooxml.sdk import ValidatorMissing
from tests.ooxml.validator import validate
from tests.programs import miss


def ranking_table() -> DataTable:
    return compose_ranking_table(rank_published(dti_2022(), INDEX_SET))


def test_the_workbook_is_valid_for_every_judge() -> None:
    try:
        assert validate(write_xlsx([ranking_table(), ranking_table()]), ".xlsx") == []
    except ValidatorMissing as missing:
        miss(str(missing))


def test_the_same_tables_give_the_same_bytes() -> None:
    assert write_xlsx([ranking_table()]) == write_xlsx([ranking_table()])


def test_the_workbook_holds_the_ranking_as_numbers_and_blanks() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([ranking_table()])))["Tổng"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][:4] == ("Hạng", "Mã", "Đơn vị", "Tổng")
    assert rows[1][:5] == (1, "UBND_DANANG", "Đà Nẵng", 0.8002, 1)
    assert rows[6][4] is None
    assert [row[0] for row in rows[14:18]] == [14, 15, 15, 17]
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref == "A3:L66"
    assert sheet["D4"].number_format == "0.0000"


@pytest.mark.parametrize(
    "text", ["=1+1", "{=1}", "@x", "https://example.com", "+84", "00123", "mailto:x", "internal:A1"]
)
def test_texts_stay_texts(text: str) -> None:
    table = DataTable("A", "=cmd", (DataColumn("x", "=x"),), ((text,),), ("=note",))
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx([table]))).worksheets[0]
    cell = sheet["A4"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert {sheet["A1"].data_type, sheet["A3"].data_type, sheet["A6"].data_type} == {"s"}


def test_numbers_keep_all_their_digits() -> None:
    table = DataTable("A", "A", (DataColumn("x", "X", 2),), ((Decimal("0.716355"),),))
    assert openpyxl.load_workbook(io.BytesIO(write_xlsx([table]))).worksheets[0]["A4"].value == 0.716355
