import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.data_table import DataColumn, DataTable
from reportgen.write.data_text import fit_columns, guard_formula, write_csv, write_json, write_terminal

TABLE = DataTable(
    "Tổng",
    "Xếp hạng",
    (DataColumn("hang", "Hạng"), DataColumn("ten", "Đơn vị"), DataColumn("gia_tri", "Giá trị", 4)),
    ((1, "Đà Nẵng", Decimal("0.800225")), (None, "=1+1", None), (10, 'Đắk "Lắk", x', Decimal("0.5"))),
    ("Nguồn: thử.",),
)


def test_csv_has_all_digits_and_empty_fields_for_what_is_unknown() -> None:
    content = write_csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbfhang,ten,gia_tri\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1:] == [["1", "Đà Nẵng", "0.800225"], ["", "'=1+1", ""], ["10", 'Đắk "Lắk", x', "0.5"]]


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@SUM(A1)", "\t=A1", "\r=A1", " =A1", "\u00a0=A1", "\n=A1"])
def test_texts_that_look_like_formulas_are_guarded(text: str) -> None:
    assert guard_formula(text) == f"'{text}"


@given(st.text(max_size=20))
def test_no_text_of_a_csv_begins_like_a_formula(text: str) -> None:
    assert not guard_formula(text).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_json_has_numbers_and_null() -> None:
    (table,) = json.loads(write_json([TABLE]))
    assert table["dong"][0] == {"hang": 1, "ten": "Đà Nẵng", "gia_tri": 0.800225}
    assert table["dong"][1] == {"hang": None, "ten": "=1+1", "gia_tri": None}
    assert table["ghi_chu"] == ["Nguồn: thử."]


def test_the_terminal_shows_a_comma_and_the_declared_decimals_in_columns() -> None:
    assert write_terminal(TABLE) == (
        "Xếp hạng\n"
        "\n"
        "Hạng  Đơn vị        Giá trị\n"
        "────  ────────────  ───────\n"
        "   1  Đà Nẵng        0,8002\n"
        "   …  =1+1                …\n"
        '  10  Đắk "Lắk", x   0,5000\n'
        "\n"
        "Nguồn: thử.\n"
    )


@pytest.mark.parametrize(("width", "kept"), [(27, ["hang", "ten", "gia_tri"]), (26, ["hang", "ten"]), (1, ["ten"])])
def test_a_narrow_terminal_leaves_out_the_last_columns_that_may_be_spared(width: int, kept: list[str]) -> None:
    fitted = fit_columns(TABLE, width, {"hang", "gia_tri"})
    assert [column.key for column in fitted.columns] == kept
    assert [len(row) for row in fitted.rows] == [len(kept)] * 3
