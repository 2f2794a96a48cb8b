"""The sheet of targets that are followed over years: achieved against aimed at, with a chart for each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import reportgen.compose.publication.workbook_formulas as formulas
from reportgen.compose.publication.workbook_parts import SheetNames
from reportgen.compose.ranking_table import UNKNOWN
from reportgen.document.workbook import (
    Formula,
    Grid,
    Sheet,
    SheetCell,
    SheetChart,
    SheetChartKind,
    SheetColumn,
    SheetSeries,
)
from reportgen.model.fields import Unknown
from reportgen.model.publication import TargetSeries, YearlyValue

NAME, UNIT, YEAR, ACHIEVED, AIM, GAP, NOTE, SOURCE = (
    "chi_tieu", "don_vi", "nam", "thuc_hien", "muc_tieu", "chenh_lech", "ghi_chu", "nguon",
)  # fmt: skip
_LEAST_YEARS = 2


def compose_targets_sheet(targets: Sequence[TargetSeries], names: SheetNames) -> Sheet | None:
    """Return the sheet of `targets`, a row for each year; `None` if there are none.

    Cells of unknown values are empty, so that a chart shows a gap; the row says in words what is not known.
    """
    rows = [(target, value) for target in targets for value in _in_order(target)]
    if not rows:
        return None
    decimals = max(_places(number) for _, value in rows for number in (_achieved(value), value.target))
    columns = (
        SheetColumn(NAME, "Chỉ tiêu"),
        SheetColumn(UNIT, "Đơn vị tính"),
        SheetColumn(YEAR, "Năm"),
        SheetColumn(ACHIEVED, "Thực hiện", decimals, own_places=True),
        SheetColumn(AIM, "Mục tiêu", decimals, own_places=True),
        SheetColumn(GAP, "Thực hiện so với mục tiêu", decimals, own_places=True),
        SheetColumn(NOTE, "Ghi chú"),
        SheetColumn(SOURCE, "Nguồn"),
    )
    grid = Grid(names.name("Chỉ tiêu", "qua các năm"), tuple(column.key for column in columns), len(rows))
    return Sheet(
        grid,
        "Thực hiện chỉ tiêu qua các năm",
        columns,
        tuple(_row(grid, number, target, value) for number, (target, value) in enumerate(rows)),
        notes=("Ô trống là giá trị chưa biết, không phải bằng 0; biểu đồ để trống chỗ đó.",),
        unknown=UNKNOWN,
        frozen=1,
        charts=tuple(_charts(grid, targets, decimals)),
    )


def _in_order(target: TargetSeries) -> list[YearlyValue]:
    return sorted(target.values, key=lambda value: value.year)


def _achieved(value: YearlyValue) -> Decimal | None:
    return None if isinstance(value.achieved, Unknown) else value.achieved


def _places(number: Decimal | None) -> int:
    exponent = 0 if number is None else number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _row(grid: Grid, number: int, target: TargetSeries, value: YearlyValue) -> tuple[SheetCell, ...]:
    achieved, aim = _achieved(value), value.target
    gap = None if achieved is None or aim is None else achieved - aim
    lacking = [words for words, found in (("thực hiện", achieved), ("mục tiêu", aim)) if found is None]
    return (
        target.name,
        target.unit or "",
        value.year,
        "" if achieved is None else achieved,
        "" if aim is None else aim,
        Formula(formulas.difference(grid.cell(ACHIEVED, number), grid.cell(AIM, number)), gap),
        f"{UNKNOWN}: {', '.join(lacking)}" if lacking else "",
        target.source or "",
    )


def _charts(grid: Grid, targets: Sequence[TargetSeries], decimals: int) -> list[SheetChart]:
    charts, first = [], 0
    for target in targets:
        values = _in_order(target)
        last = first + len(values) - 1
        series = [
            SheetSeries(words, grid.elsewhere(grid.rows_of_column(key, first, last)))
            for key, words, known in (
                (ACHIEVED, "Thực hiện", [_achieved(value) for value in values]),
                (AIM, "Mục tiêu", [value.target for value in values]),
            )
            if any(number is not None for number in known)
        ]
        if series and len(values) >= _LEAST_YEARS:
            charts.append(
                SheetChart(
                    SheetChartKind.LINES,
                    target.name,
                    grid.elsewhere(grid.rows_of_column(YEAR, first, last)),
                    tuple(series),
                    target.unit or "",
                    f"Biểu đồ đường: thực hiện và mục tiêu qua các năm của {target.name}; số liệu ở bảng bên trái.",
                    len(values),
                    decimals,
                )
            )
        first = last + 1
    return charts
