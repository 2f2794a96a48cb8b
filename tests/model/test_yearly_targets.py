from typing import Any

import pytest
from pydantic import ValidationError

from reportgen.model.yearly_targets import TargetRow, TargetTable


def row(number: str, *values: object, **changes: object) -> dict[str, Any]:
    return {"so": number, "ten": f"Tỷ lệ {number}", "gia_tri": list(values), **changes}


def table(*rows: dict[str, Any], notes: tuple[int, ...] = ()) -> TargetTable:
    titles = dict.fromkeys(["so", "ten", "can_cu", "don_vi_do_luong", "thuc_hien_phoi_hop"], "Cột")
    columns = [
        {"khoa": "nam_2022", "tieu_de": "Năm 2022", "nam": 2022, "loai": "thuc_hien"},
        {"khoa": "muc_tieu_2025", "tieu_de": "Mục tiêu 2025", "nam": 2025, "loai": "muc_tieu"},
    ]
    return TargetTable.model_validate(
        {
            "ten_cot": titles,
            "cot": columns,
            "nhom": [{"so": "1", "ten": "Nhóm", "chi_tieu": list(rows)}],
            "ghi_chu": [{"so": note, "noi_dung": "Nguồn"} for note in notes],
        }
    )


def test_a_blank_cell_and_a_dash_are_different_values() -> None:
    read = TargetRow.model_validate(row("1.1", None, "-"))
    assert [value.kind for value in read.values] == ["blank", "none"]
    assert not read.is_blank
    assert TargetRow.model_validate(row("1.1", None, None)).is_blank


def test_a_cell_keeps_its_printed_text_beside_its_value() -> None:
    read = TargetRow.model_validate(
        row("1.1", {"gia_tri": "86", "ghi_chu": 2, "nguyen_van": "86(2)"}, "Top 50", thu_hang=True)
    )
    assert [cell.printed_text for cell in read.cells] == ["86(2)", "Top 50"]
    assert [(value.kind, value.note) for value in read.values] == [("rank", 2), ("rank", None)]


def test_rows_are_walked_with_their_parts_and_found_by_number() -> None:
    parts = [row("1.1.1", "5%", "10%"), row("1.1.2", "6%", "10%")]
    made = table(row("1.1", None, None, don_vi_do_luong=["Cục A"], chi_tieu=parts), row("1.2", "7%", "9%"))
    assert [one.number for one in made.rows] == ["1.1", "1.1.1", "1.1.2", "1.2"]
    assert [one.number for one in made.measured_rows] == ["1.1.1", "1.1.2", "1.2"]
    parent = made.parent_of("1.1.2")
    assert parent is not None
    assert parent.number == "1.1"
    assert made.parent_of("1.2") is None
    assert made.find("1.3") is None
    assert made.measuring_units_of("1.1.2") == ("Cục A",)


def test_bases_print_joined_unless_they_were_printed_otherwise() -> None:
    joined = TargetRow.model_validate(row("1.1", "1%", "2%", can_cu=["QĐ 942", "QĐ 749"]))
    kept = TargetRow.model_validate(row("1.1", "1%", "2%", can_cu=["QĐ 942"], can_cu_nguyen_van="QĐ 942;749"))
    assert (joined.printed_bases, kept.printed_bases) == ("QĐ 942; QĐ 749", "QĐ 942;749")


@pytest.mark.parametrize(
    ("rows", "notes", "fault"),
    [
        ([row("1.1", "30.14%", "50%")], (), "1.1: gia_tri “30.14%” phải ghi “30,14%”"),
        ([row("1.1", ">50%", "50%")], (), "1.1: gia_tri “>50%” phải ghi “> 50%”"),
        (
            [row("1.1", {"gia_tri": "30,14%", "nguyen_van": "31.14%"}, "50%")],
            (),
            "1.1: nguyen_van “31.14%” không cùng giá trị “30,14%”",
        ),
        ([row("1.1", "5%")], (), "1.1: có 1 giá trị cho 2 cột"),
        ([row("1.1", "5%", "6%")] * 2, (), "trùng số 1.1"),
        ([row("2.1", "5%", "6%")], (), "2.1 không thuộc nhóm 1"),
        ([row("1.1", None, None, chi_tieu=[row("1.2.1", "5%", "6%")])], (), "1.1: 1.2.1 không phải là chỉ tiêu con"),
        ([row("1.1", {"gia_tri": "5%", "ghi_chu": 1}, "6%")], (), "không có ghi_chu 1"),
        ([row("1.1", "5%", "6%", ghi_chu=1)], (1, 2), r"ghi_chu \[1, 2\] không khớp với các số được dẫn \[1\]"),
        ([row("1.1", "5%", "6%", la=1)], (), "Extra inputs"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused(
    rows: list[dict[str, Any]], notes: tuple[int, ...], fault: str
) -> None:
    with pytest.raises(ValidationError, match=fault):
        table(*rows, notes=notes)
