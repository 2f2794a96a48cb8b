"""The sheets of rankings: by total, with how firm each rank is; by pillar; by main index; and their distribution."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

import reportgen.compose.publication.workbook_formulas as formulas
from reportgen.compose.publication.charts import class_edges
from reportgen.compose.publication.workbook_parts import (
    CODE,
    DECIMALS,
    NAME,
    UNIT_COLUMNS,
    UNKNOWN_NOTE,
    GroupContext,
)
from reportgen.compose.publication.workbook_points import pillar_column
from reportgen.compose.publication.workbook_values import PUBLISHED, RECOMPUTED, index_column
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
from reportgen.model.ranking import FULL_PRECISION, RankedUnit, Ranking, round_score
from reportgen.vietnamese.numbers import format_number

RANK, SCORE, TIE = "hang", "diem", "dong_hang"
BEST, WORST, HOLDING = "hang_tot_nhat", "hang_thap_nhat", "kha_nang_giu_hang"
LOW, HIGH, COUNT, COUNT_SHARE = "tu", "den", "so_luong", "ty_le"
_MOST_BARS = 100


def compose_total_sheet(context: GroupContext, values: Grid) -> Sheet:
    """Return the ranking by total; scores are looked up in the sheet of `values` and ranked by formula."""
    ranking = context.result.total
    firmness = context.result.robustness.firmness() if context.result.robustness else None
    columns = [
        SheetColumn(RANK, "Hạng"),
        *UNIT_COLUMNS,
        SheetColumn(SCORE, "DTI", DECIMALS),
        SheetColumn(TIE, "Ghi chú"),
    ]
    if firmness is not None:
        columns += [SheetColumn(BEST, "Khoảng hạng 90%, từ"), SheetColumn(WORST, "Khoảng hạng 90%, đến")]
        columns.append(SheetColumn(HOLDING, "Giữ đúng hạng", 1, is_percent=True))
    grid = context.grid("Xếp hạng", columns)
    source = PUBLISHED if context.takes_published else RECOMPUTED
    rows = []
    for number, row in enumerate(ranking.rows):
        firm = firmness.get(row.unit.code) if firmness is not None else None
        extra: tuple[SheetCell, ...] = (firm.best, firm.worst, firm.holding) if firm else ()
        score, column = grid.cell(SCORE, number), grid.column(SCORE)
        cells = (
            Formula(formulas.rank(score, column), row.rank),
            row.unit.code,
            row.unit.name,
            Formula(_lookup(values, source, grid, number, ranking), _compared(row, ranking)),
            Formula(formulas.tie_mark(score, column), "đồng hạng" if row.is_tied else ""),
            *extra,
        )
        rows.append((*cells, *((None,) * (len(columns) - len(cells)))))
    return Sheet(
        grid,
        context.heading("Xếp hạng DTI,"),
        tuple(columns),
        tuple(rows),
        mark=context.mark,
        notes=_total_notes(context),
        unknown=UNKNOWN,
        frozen=3,
        charts=_bars(context, grid),
    )


def compose_part_sheets(context: GroupContext, values: Grid) -> tuple[Sheet, ...]:
    """Return the rankings by pillar and by main index, a sheet for each of these where there are any."""
    result = context.result
    sheets = []
    for kind, title, rankings, column_of in (
        ("Theo trụ cột", "Xếp hạng theo từng trụ cột,", result.pillars, pillar_column),
        ("Theo chỉ số", "Xếp hạng theo từng chỉ số chính,", result.main_indices, index_column),
    ):
        if not rankings:
            continue
        columns = list(UNIT_COLUMNS)
        for ranking in rankings:
            columns += [SheetColumn(f"{SCORE}:{ranking.key}", ranking.name, DECIMALS)]
            columns += [SheetColumn(f"{RANK}:{ranking.key}", f"Hạng {ranking.name}")]
        grid = context.grid(kind, columns)
        ranked = [{row.unit.code: row for row in ranking.rows} for ranking in rankings]
        rows = []
        for number, unit in enumerate(context.units):
            cells: list[SheetCell] = [unit.code, unit.name]
            for ranking, by_code in zip(rankings, ranked, strict=True):
                row, key = by_code[unit.code], f"{SCORE}:{ranking.key}"
                lookup = _lookup(values, column_of(ranking.key), grid, number, ranking)
                cells.append(Formula(lookup, _compared(row, ranking)))
                cells.append(Formula(formulas.rank(grid.cell(key, number), grid.column(key)), row.rank))
            rows.append(tuple(cells))
        sheets.append(
            Sheet(
                grid,
                context.heading(title),
                tuple(columns),
                tuple(rows),
                mark=context.mark,
                notes=(*context.group_note, UNKNOWN_NOTE, _precision_note(rankings), _TIES_NOTE),
                unknown=UNKNOWN,
                frozen=2,
            )
        )
    return tuple(sheets)


def compose_distribution_sheet(context: GroupContext, total: Grid) -> Sheet | None:
    """Return how many units lie in each class of the total, counted in the sheet of the ranking by `total`."""
    ranking = context.result.total
    scores = [score for row in ranking.rows if (score := _compared(row, ranking)) is not None]
    if not scores:
        return None
    classes = list(itertools.pairwise(class_edges(scores)))
    columns = (
        SheetColumn(NAME, "Khoảng giá trị DTI"),
        SheetColumn(LOW, "Từ", 2),
        SheetColumn(HIGH, "Đến", 2),
        SheetColumn(COUNT, "Số đơn vị"),
        SheetColumn(COUNT_SHARE, "Tỷ lệ", 1, is_percent=True),
    )
    keys = tuple(column.key for column in columns)
    grid = Grid(context.names.name("Phân bố", context.label), keys, len(classes))
    column = total.elsewhere(total.column(SCORE))
    rows = []
    for number, (low, high) in enumerate(classes):
        is_last = number == len(classes) - 1
        count = sum(low <= score < high or (is_last and score == high) for score in scores)
        cells = (grid.cell(LOW, number), grid.cell(HIGH, number))
        share = f"={grid.cell(COUNT, number)}/SUM({grid.column(COUNT)})"
        rows.append((
            f"{format_number(low, decimals=2)} – {format_number(high, decimals=2)}",
            low,
            high,
            Formula(formulas.count_between(column, *cells, with_high=is_last), count),
            Formula(share, Decimal(count) / len(scores)),
        ))  # fmt: skip
    chart = SheetChart(
        SheetChartKind.COLUMNS,
        context.heading("Phân bố giá trị DTI,"),
        grid.elsewhere(grid.column(NAME)),
        (SheetSeries("Số đơn vị", grid.elsewhere(grid.column(COUNT))),),
        "Số đơn vị",
        "Biểu đồ cột: số đơn vị trong từng khoảng giá trị DTI; số liệu ở bảng bên trái.",
        len(rows),
        decimals=0,
    )
    return Sheet(
        grid,
        context.heading("Phân bố giá trị DTI,"),
        columns,
        tuple(rows),
        mark=context.mark,
        notes=(
            *context.group_note,
            "Mỗi khoảng gồm giới hạn “Từ”, không gồm giới hạn “Đến”; khoảng cuối gồm cả hai.",
            "Sửa các giới hạn “Từ”, “Đến” thì số đơn vị được đếm lại.",
        ),
        charts=(chart,),
    )


def _bars(context: GroupContext, grid: Grid) -> tuple[SheetChart, ...]:
    """The bars of the units that have a total; they stand first, and a text would be drawn as zero."""
    known = sum(row.score is not None for row in context.result.total.rows)
    shown = min(known, _MOST_BARS)
    if not shown:
        return ()
    title = context.heading("Xếp hạng DTI,")
    if shown < known:
        title += f" ({shown} đơn vị đầu)"
    chart = SheetChart(
        SheetChartKind.RANKED_BARS,
        title,
        grid.elsewhere(grid.part_of_column(NAME, shown)),
        (SheetSeries("DTI", grid.elsewhere(grid.part_of_column(SCORE, shown))),),
        "DTI (0 đến 1)",
        "Biểu đồ thanh ngang: giá trị DTI của từng đơn vị, từ hạng cao xuống hạng thấp; số liệu ở bảng bên trái.",
        shown,
    )
    return (chart,)


def _lookup(values: Grid, source: str, grid: Grid, number: int, ranking: Ranking) -> str:
    return formulas.rounded_lookup(
        values.elsewhere(values.column(source)),
        values.elsewhere(values.column(CODE)),
        grid.cell(CODE, number),
        ranking.precision,
    )


def _compared(row: RankedUnit, ranking: Ranking) -> Decimal | None:
    """The score at the decimals that ranks are compared at."""
    return None if row.score is None else round_score(row.score, ranking.precision)


_TIES_NOTE = "Đơn vị bằng nhau thì đồng hạng, hạng tiếp theo bỏ cách (1, 2, 2, 4)."


def _precision_note(rankings: Sequence[Ranking]) -> str:
    precision = min(ranking.precision for ranking in rankings)
    kept = " (thực tế là chưa làm tròn)" if precision >= FULL_PRECISION else ""
    return f"Giá trị được so ở {precision} chữ số thập phân{kept}."


def _total_notes(context: GroupContext) -> tuple[str, ...]:
    published = ("DTI lấy theo kết quả đã công bố, không tính lại.",) if context.takes_published else ()
    notes = [*context.group_note, *published, UNKNOWN_NOTE, _precision_note([context.result.total]), _TIES_NOTE]
    if robustness := context.result.robustness:
        draws = format_number(robustness.draws)
        notes.append(
            f"Khoảng hạng 90%: khoảng chứa 90% của {draws} lần thay đổi ngẫu nhiên trọng số và phương pháp; giữ đúng "
            "hạng: tỷ lệ số lần đơn vị có đúng hạng này. Các cột này không có công thức."
        )
    if source := context.result.measurements.source:
        notes.append(f"Nguồn: {source}.")
    return tuple(notes)
