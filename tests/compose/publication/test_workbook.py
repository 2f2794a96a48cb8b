"""The appendix workbook: its formulas give what the program computed, and its sheets say what they are made of.

The formulas are recomputed from the written file by `tests.write.calculator`, which never looks at cached values.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from reportgen.compose.publication.charts import distribution_chart
from reportgen.compose.publication.content import HistoryPoint, Publication, PublicationPart
from reportgen.compose.publication.rank_changes import compose_rank_changes
from reportgen.compose.publication.workbook import compose_workbook
from reportgen.compose.ranking_table import UNKNOWN
from reportgen.document.printed import print_blocks
from reportgen.document.workbook import Formula, Grid, Jump, Sheet, Workbook
from reportgen.index.edition import rank_edition
from reportgen.model.index_set import IndexSet
from reportgen.model.measurements import Measurements, Unit
from reportgen.model.publication import TargetSeries
from reportgen.model.ranking import MissingRule
from reportgen.write.xlsx_workbook import write_workbook
from tests.compose.publication import editions
from tests.compose.publication.random_parts import parts
from tests.index.sets import make_set, make_table
from tests.write.calculator import Calculator

NEAR = 1e-9


@cache
def appendix() -> Workbook:
    return compose_workbook(editions.publication())


@cache
def recomputed() -> Calculator:
    return recompute(appendix())


def recompute(workbook: Workbook) -> Calculator:
    return Calculator(openpyxl.load_workbook(io.BytesIO(write_workbook(workbook))))


def sheet_of(workbook: Workbook, kind: str, label: str) -> Sheet:
    return next(sheet for sheet in workbook.sheets if sheet.name == f"{kind} {label}")


def computed(calculator: Calculator, sheet: Sheet, key: str) -> dict[str, object]:
    """The recomputed cells of a column, by code of unit."""
    grid, code = sheet.grid, sheet.grid.keys.index("ma")
    column = grid.keys.index(key) + 1
    return {
        str(cells[code]): calculator.value(sheet.name, grid.head_row + 1 + row, column)
        for row, cells in enumerate(sheet.rows)
    }


def formulas(workbook: Workbook) -> Iterator[tuple[Sheet, int, int, Formula]]:
    """Every formula with its sheet, row and column, which count from 1."""
    for sheet in workbook.sheets:
        top = sheet.grid.head_row - len(sheet.lines)
        for row, cells in enumerate((*sheet.lines, (), *sheet.rows)):
            for column, cell in enumerate(cells, start=1):
                if isinstance(cell, Formula):
                    yield sheet, top + row, column, cell


def differing(workbook: Workbook, calculator: Calculator) -> list[str]:
    found = []
    for sheet, row, column, formula in formulas(workbook):
        value = calculator.value(sheet.name, row, column)
        expected = sheet.unknown if formula.value is None else formula.value
        agrees = abs(float(expected) - value) < NEAR if isinstance(expected, Decimal | int) else expected == value
        if not agrees:
            found.append(f"{sheet.name} {row},{column}: {formula.text}: {value} != {expected}")
    return found


def test_every_formula_gives_what_the_program_computed() -> None:
    assert len(list(formulas(appendix()))) > 2500
    assert differing(appendix(), recomputed()) == []


def test_totals_and_ranks_by_formula_are_those_of_the_results() -> None:
    result = editions.ministries_2022().results[0]
    values = computed(recomputed(), sheet_of(appendix(), "Giá trị", "cấp bộ nhóm 1"), "tong_tinh_lai")
    ranks = computed(recomputed(), sheet_of(appendix(), "Xếp hạng", "cấp bộ nhóm 1"), "hang")
    for unit, total in zip(result.scores.units, result.scores.totals, strict=True):
        assert values[unit.code] == pytest.approx(total, abs=NEAR)
    assert ranks == result.total.ranks


def test_published_totals_stand_beside_recomputed_ones_and_ties_stay_ties() -> None:
    result = editions.provinces_2022().results[0]
    sheet = sheet_of(appendix(), "Giá trị", "cấp tỉnh")
    totals, gaps = (computed(recomputed(), sheet, key) for key in ("tong_tinh_lai", "chenh_lech"))
    assert totals["UBND_HOCHIMINH"] == pytest.approx(0.716355, abs=NEAR)
    assert gaps["UBND_HOCHIMINH"] == pytest.approx(0.716355 - 0.7163, abs=NEAR)
    assert totals["UBND_LANGSON"] == gaps["UBND_LANGSON"] == UNKNOWN
    assert sum(total == UNKNOWN for total in totals.values()) == 58
    ranks = computed(recomputed(), sheet_of(appendix(), "Xếp hạng", "cấp tỉnh"), "hang")
    assert ranks == result.total.ranks
    assert list(ranks.values())[13:17] == [14, 15, 15, 17]


def test_pillars_left_by_published_totals_are_recomputed_too() -> None:
    result = editions.provinces_2022().results[0]
    sheet = sheet_of(appendix(), "Theo trụ cột", "cấp tỉnh")
    for ranking in result.pillars:
        assert computed(recomputed(), sheet, f"hang:{ranking.key}") == ranking.ranks


def test_the_parts_of_a_change_of_rank_add_up() -> None:
    sheet = sheet_of(appendix(), "Thay đổi hạng", "cấp bộ nhóm 1")
    sums, checks = (computed(recomputed(), sheet, key) for key in ("cong_cac_phan", "kiem_tra"))
    changes = editions.ministries_2022().changes
    assert len(sums) == 17
    assert {code: -changes[code].total for code in sums} == sums
    assert set(checks.values()) == {"khớp"}
    unexplained = replace(editions.publication(), parts=(replace(editions.ministries_2022(), changes={}),))
    rows = sheet_of(compose_workbook(unexplained), "Thay đổi hạng", "cấp bộ nhóm 1").rows
    assert [row[:3] for row in rows] == [row[:3] for row in sheet.rows]
    assert {row[5:9] for row in rows} == {(None,) * 4}


@pytest.mark.parametrize("rule", list(MissingRule))
@pytest.mark.parametrize("by_pillar", [False, True])
def test_unknown_values_follow_the_declared_rule(rule: MissingRule, by_pillar: bool) -> None:
    pillars = [
        {"khoa": "p", "ten": "Trụ P", "trong_so": "0.6", "chi_so_chinh": ["a", "b"]},
        {"khoa": "q", "ten": "Trụ Q", "trong_so": "0.4", "chi_so_chinh": ["b", "c"]},
    ]
    how = {"cach_tinh_tong": "trong_so_tru_cot"} if by_pillar else {}
    index_set = make_set({"a": 10, "b": 30, "c": 20, "d": 0}, tru_cot=pillars, **how)
    table = make_table(
        {
            "A": ["0.1", "0.2", "0.3", "0.9"],
            "B": ["0.5", None, "0.25", None],
            "C": [None, None, None, "0.5"],
            "D": [None, "0.7", None, None],
            "E": ["0.5", None, "0.25", "0.1"],
        },
        "a b c d",
    )
    workbook = compose_workbook(publication_of(table, index_set, rule))
    calculator = recompute(workbook)
    assert differing(workbook, calculator) == []
    totals = computed(calculator, sheet_of(workbook, "Giá trị", "thử"), "tong_tinh_lai")
    assert (totals["C"] == UNKNOWN) is (rule is not MissingRule.ZERO)


def test_an_index_that_nobody_has_stays_unknown() -> None:
    index_set = make_set({"a": 10, "b": 30})
    table = make_table({"A": ["0.1", None], "B": ["0.5", None]}, "a b")
    for rule in MissingRule:
        workbook = compose_workbook(publication_of(table, index_set, rule))
        assert differing(workbook, recompute(workbook)) == []


def publication_of(table: Measurements, index_set: IndexSet, rule: MissingRule = MissingRule.KEEP) -> Publication:
    results = rank_edition(table, index_set, missing_rule=rule)
    part = PublicationPart("thu", "thử", "đơn vị", 2022, index_set, rule, False, results, {}, (), {}, {})
    return replace(editions.publication(), parts=(part,))


def test_targets_over_years_leave_what_is_unknown_empty() -> None:
    years = [{"nam": 2022, "thuc_hien": "30,14"}, {"nam": 2023, "thuc_hien": "chưa có số liệu", "muc_tieu": 50},
             {"nam": 2024, "thuc_hien": "62,5", "muc_tieu": 60}]  # fmt: skip
    target = TargetSeries.model_validate({"ten": "=Tỷ lệ", "don_vi": "%", "cac_nam": years})
    workbook = compose_workbook(replace(editions.publication(), parts=(), targets=(target,)))
    calculator = recompute(workbook)
    sheet = workbook.sheets[-1]
    assert differing(workbook, calculator) == []
    page = calculator.workbook[sheet.name]
    assert [[page.cell(row, column).value for column in (3, 4, 5)] for row in (4, 5, 6)] == [
        [2022, 30.14, None], [2023, None, 50], [2024, 62.5, 60]
    ]  # fmt: skip
    assert [page.cell(row, 7).value for row in (4, 5)] == [f"{UNKNOWN}: mục tiêu", f"{UNKNOWN}: thực hiện"]
    assert [calculator.value(sheet.name, row, 6) for row in (4, 6)] == [UNKNOWN, 2.5]
    assert (page["D4"].number_format, page["E5"].number_format) == ("0.00", "0")
    (chart,) = sheet.charts
    assert [series.values for series in chart.series] == [
        "'Chỉ tiêu qua các năm'!$D$4:$D$6", "'Chỉ tiêu qua các năm'!$E$4:$E$6"
    ]  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts())
def test_whatever_is_published_or_unknown_is_recomputed(part: PublicationPart) -> None:
    workbook = compose_workbook(replace(editions.publication(), parts=(part,)))
    assert differing(workbook, recompute(workbook)) == []


def test_charts_draw_no_unknown_value_as_zero() -> None:
    """A spreadsheet program draws a text as zero: cells of series hold numbers, or nothing."""
    table = make_table({"A": ["0.1", None], "B": ["0.5", "0.25"], "C": [None, None]}, "a b")
    publication = publication_of(table, make_set({"a": 10, "b": 30}))
    (part,) = publication.parts
    history = {
        "A": (HistoryPoint(2021, Decimal("0.1"), 1), HistoryPoint(2022, None, None)),
        "B": (HistoryPoint(2021, Decimal("0.2"), 1), HistoryPoint(2022, Decimal("0.3125"), 1)),
        "C": (HistoryPoint(2021, None, None), HistoryPoint(2022, None, None)),
    }
    workbook = compose_workbook(replace(publication, parts=(replace(part, history=history),)))
    calculator = recompute(workbook)
    ranges = [one.values for sheet in workbook.sheets for chart in sheet.charts for one in chart.series]
    assert len(ranges) == 4
    for name, address in (text.rsplit("!", 1) for text in ranges):
        cells = calculator.cells(name.strip("'"), address.replace("$", ""))
        assert cells
        assert all(isinstance(cell, int | float) for cell in cells)


def test_charts_and_formulas_refer_to_cells_that_are_there() -> None:
    grids = {sheet.name: sheet.grid for sheet in appendix().sheets}
    texts = [formula.text for *_, formula in formulas(appendix())]
    charts = [chart for sheet in appendix().sheets for chart in sheet.charts]
    texts += [part for chart in charts for part in (chart.categories, *(series.values for series in chart.series))]
    assert len(charts) == 8
    for text in texts:
        for name, last in re.findall(r"'([^']+)'!(?:[$A-Z0-9]+:)?\$[A-Z]+\$(\d+)", text):
            assert int(last) <= grids[name].head_row + grids[name].rows


def test_sheets_made_of_invented_figures_say_so() -> None:
    for sheet in appendix().sheets[1:]:
        says = "SỐ LIỆU MINH HỌA" in sheet.mark
        assert says is ("cấp bộ" in sheet.name and not sheet.name.startswith("Thành phần")), sheet.name
    first = appendix().sheets[0]
    assert first.name == "Đọc trước"
    assert "SỐ LIỆU MINH HỌA" in first.mark
    assert [cells[0].sheet for cells in first.rows if isinstance(cells[0], Jump)] == [
        sheet.name for sheet in appendix().sheets[1:]
    ]


def test_a_unit_named_like_a_formula_stays_text_and_never_enters_one() -> None:
    table = replace(make_table({"A": ["0.1"], "B": ["0.2"]}, "a"), units=(Unit("A", "=1+1"), Unit("B", "@B")))
    workbook = compose_workbook(publication_of(table, make_set({"a": 10})))
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(workbook)))
    page = book["Xếp hạng thử"]
    assert {page["C4"].value, page["C5"].value} == {"=1+1", "@B"}
    assert {page["C4"].data_type, page["C5"].data_type} == {"s"}
    assert not any("1+1" in formula.text for *_, formula in formulas(workbook))


def test_workbook_and_book_say_the_same_of_classes_and_changes() -> None:
    provinces, ministries = editions.provinces_2022(), editions.ministries_2022()
    chart = distribution_chart(provinces, provinces.results[0])
    sheet = sheet_of(appendix(), "Phân bố", "cấp tỉnh")
    assert chart is not None
    assert chart.categories == tuple(row[0] for row in sheet.rows)
    counts = [recomputed().value(sheet.name, sheet.grid.head_row + 1 + row, 4) for row in range(len(sheet.rows))]
    assert chart.series[0].values == tuple(map(Decimal, counts))
    sheet = sheet_of(appendix(), "Thay đổi hạng", "cấp bộ nhóm 1")
    printed = print_blocks(compose_rank_changes(ministries, ministries.results[0])[-1:])
    assert f"  = {' | '.join(column.title for column in sheet.columns[1:9])}\n" in printed
    ranks, moves = (list(computed(recomputed(), sheet, key).values()) for key in ("hang_nay", "thay_doi"))
    rows = [line.split(" | ") for line in printed.splitlines() if line.startswith("  | ")]
    assert [(int(row[3]), int(row[4].replace("−", "-"))) for row in rows] == list(zip(ranks, moves, strict=True))
    history = sheet_of(appendix(), "Qua các năm", "cấp bộ nhóm 1")
    assert computed(recomputed(), history, "hang:2022") == ministries.results[0].total.ranks


def test_a_sheet_fits_its_grid() -> None:
    grid = Grid("A'B", ("x", "y"), 2, lines=1)
    assert (grid.cell("y", 0), grid.column("x"), grid.line_cell("y", 0)) == ("$B5", "$A$5:$A$6", "$B$3")
    assert grid.elsewhere("$A$1") == "'A''B'!$A$1"
    with pytest.raises(ValueError, match="does not fit"):
        Sheet(grid, "", (), ())
