"""What a unit is told agrees with its figures, above all where something is unknown, level or the best."""

from decimal import Decimal

from reportgen.compose.improvement import UnitAdvice, compose_advice
from reportgen.index.edition import rank_edition
from reportgen.model.measurements import Measurements
from reportgen.model.ranking import MissingRule
from tests.index.sets import make_set, make_table
from tests.index.test_dti_2022 import INDEX_SET, dti_2022

POINTS: dict[str, int | None] = {"a": 60, "b": 40}
ROWS: dict[str, list[str | None]] = {"A": ["0.9", "0.2"], "B": ["0.5", "0.5"], "C": ["0.1", None]}


def advice(table: Measurements, *, most: int = 3, rule: MissingRule = MissingRule.KEEP) -> dict[str, UnitAdvice]:
    (result,) = rank_edition(table, make_set(POINTS), missing_rule=rule)
    agencies = {unit.code: f"UBND {unit.code}" for unit in table.units}
    return {each.unit.code: each for each in compose_advice(result, agencies, most=most)}


def test_a_ranked_unit_is_told_value_rank_and_what_is_below_the_mean() -> None:
    found = advice(make_table(ROWS, "a b"))["A"]
    assert found.values["ket_qua"] == (
        "Đơn vị A đạt giá trị 0,6200, xếp hạng 1 trên 2 đơn vị được xếp hạng của nhóm “Tất cả” "
        "(trung bình của nhóm: 0,5600)"
    )
    assert found.values["chi_so_yeu"] == (
        "Đơn vị A thấp hơn mức cao nhất của nhóm ở 1 chỉ số (cũng thấp hơn trung bình của nhóm): "
        "Chỉ số b (0,2000 so với mức cao nhất 0,5000)"
    )
    assert found.weak_rows == (("1", "Chỉ số b", "0,2000", "0,3500", "0,5000", "12,00", "1"),)
    assert (found.values["chua_co_so_lieu"], found.values["can_ra_soat"]) == ("không có", "mọi chỉ số")
    assert found.values["thang_diem"] == "100"
    assert found.values["co_quan"] == "UBND A"


def test_a_unit_without_a_total_is_told_so_and_gets_no_rank() -> None:
    found = advice(make_table(ROWS, "a b"))["C"]
    assert (found.values["hang"], found.values["tong"]) == ("chưa xếp hạng", "chưa có số liệu")
    assert "chưa có số liệu để tính giá trị chung nên chưa được xếp hạng" in found.values["ket_qua"]
    assert found.values["chua_co_so_lieu"] == "Chỉ số b"
    assert found.values["can_ra_soat"] == "các chỉ số chưa có số liệu riêng: Chỉ số b"
    assert found.weak_rows == (
        ("1", "Chỉ số a", "0,1000", "0,5000", "0,9000", "48,00", "chưa xếp hạng"),
        ("2", "Chỉ số b", "chưa có số liệu", "0,3500", "0,5000", "chưa có số liệu", "chưa xếp hạng"),
    )


def test_the_declared_rule_for_unknown_values_is_told() -> None:
    found = advice(make_table(ROWS, "a b"), rule=MissingRule.ZERO)["C"]
    assert found.values["hang"] == "3"
    assert "Thành phần chưa có số liệu được tính 0 điểm." in found.values["ghi_chu"]


def test_units_that_share_a_rank_are_named_and_the_best_is_shown_that_it_is() -> None:
    rows: dict[str, list[str | None]] = {"A": ["0.5", "0.5"], "B": ["0.5", "0.5"], "C": ["0.4", "0.49998"]}
    found = advice(make_table(rows, "a b"))
    assert "đồng hạng 1 với Đơn vị B, trên 3 đơn vị" in found["A"].values["ket_qua"]
    assert found["A"].values["chi_so_yeu"] == "Đơn vị A đạt mức cao nhất của nhóm ở mọi chỉ số đã có số liệu"
    assert [row[5:] for row in found["A"].weak_rows] == [("0,00", "1"), ("0,00", "1")]
    # 0,49998 prints as 0,5000, as the best does: what prints the same is not called lower.
    assert found["C"].values["chi_so_yeu"].count("so với") == 1


def test_sentence_and_table_name_the_same_indices_and_how_many_there_are_is_said() -> None:
    rows: dict[str, list[str | None]] = {"A": ["0.9", "0.9"], "B": ["0.5", "0.35"], "C": ["0", "0.9"]}
    found = advice(make_table(rows, "a b"), most=1)["B"]
    # b alone is below its mean, but a would bring more points.
    assert found.values["chi_so_yeu"] == (
        "Đơn vị B thấp hơn mức cao nhất của nhóm ở 2 chỉ số (trong đó 1 chỉ số thấp hơn trung bình của nhóm), có thể "
        "thêm nhiều điểm nhất ở: Chỉ số a (0,5000 so với mức cao nhất 0,9000)"
    )
    assert [row[1] for row in found.weak_rows] == ["Chỉ số a"]


def test_a_table_of_which_nothing_is_known_leaves_no_cell_blank() -> None:
    found = advice(make_table({"A": [None, None]}, "a b"))["A"]
    assert "như mọi đơn vị của nhóm" in found.values["ket_qua"]
    assert found.weak_rows[0][2] == "chưa có số liệu"
    assert all(found.values.values())
    assert all(all(row) for row in (*found.weak_rows, *found.focus_rows))


def test_the_provinces_of_2022_are_told_their_published_rank_and_what_to_push_under_their_own_weak_indices() -> None:
    table = dti_2022()
    (result,) = rank_edition(table, INDEX_SET, take_published=True)
    found = {each.unit.code: each for each in compose_advice(result, dict.fromkeys(table.codes, "UBND"), most=2)}
    assert len(found) == 63
    assert {code: int(each.values["hang"]) for code, each in found.items()} == table.published.ranks
    da_nang, dien_bien = found["UBND_DANANG"], found["UBND_DIENBIEN"]
    assert [row[1] for row in da_nang.focus_rows] == ["Hạ tầng số"] * 3
    assert [row[1] for row in da_nang.weak_rows] == ["Hạ tầng số"]
    assert "đồng hạng 15 với Yên Bái" in found["UBND_THANHHOA"].values["ket_qua"]
    # By hand: 400 points lie in the four indices that are published for five provinces only.
    residual = dien_bien.weak_rows[0]
    others = [Decimal(value) * points for value, points in (("0.5187", 100), ("0.6147", 200), ("0.4979", 150))]
    rest = (Decimal("573.5") - sum(others) - Decimal("0.2725") * 150) / 400
    assert residual[1].startswith("Phần gộp chung: Nhận thức số, Thể chế số")
    assert residual[2] == f"{rest:.4f}".replace(".", ",")
    assert {row[1] for row in dien_bien.focus_rows} == {
        "Nhận thức số", "Thể chế số", "Nhân lực số", "An toàn thông tin mạng", "Hoạt động chính quyền số",
    }  # fmt: skip
    assert not any(";" in text for each in found.values() for text in each.values.values())
