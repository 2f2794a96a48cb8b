"""The sheet of values: main indices as they are known, pillars and totals recomputed from them by formulas."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import reportgen.compose.publication.workbook_formulas as formulas
from reportgen.compose.publication.workbook_parts import (
    CODE,
    DECIMALS,
    NAME,
    UNIT_COLUMNS,
    UNKNOWN_NOTE,
    GroupContext,
    mean,
    merge_note,
)
from reportgen.compose.publication.workbook_points import PILLAR_WEIGHT_LINE, POINTS, pillar_column
from reportgen.compose.ranking_table import UNKNOWN
from reportgen.document.workbook import Formula, Grid, Sheet, SheetCell, SheetColumn
from reportgen.index.scoring import to_decimals
from reportgen.model.index_set import IndexSet, MainIndex, TotalRule
from reportgen.model.measurements import Unit

RECOMPUTED, PUBLISHED, DIFFERENCE = "tong_tinh_lai", "tong_cong_bo", "chenh_lech"
POINTS_LINE = 0


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of numbers with the value of each unit, in the order of the sheet."""

    column: SheetColumn
    values: tuple[Decimal | None, ...]


def index_column(key: str) -> str:
    """Return the key of the column of main index `key`."""
    return f"chi_so:{key}"


def compose_values_sheet(context: GroupContext, points: Sheet) -> Sheet:
    """Return the sheet of values; `points` is the sheet of the set, whose cells its formulas weigh by."""
    return _ValuesSheet(context, points.grid).compose()


class _ValuesSheet:
    """Composes the sheet of one group."""

    def __init__(self, context: GroupContext, points: Grid) -> None:
        self.context = context
        self.points = points
        self.index_set: IndexSet = context.result.scores.index_set
        self.indices = [
            (position, index)
            for position, index in enumerate(self.index_set.main_indices)
            if index.is_scored or self._is_measured(position)
        ]
        self.columns = self._columns()
        titles = (*UNIT_COLUMNS, *(found.column for found in self.columns))
        self.mean_line = POINTS_LINE + 1 + len(self.index_set.pillars)
        self.grid = context.grid("Giá trị", titles, lines=self.mean_line + 1)
        self.first = index_column(self.indices[0][1].key)
        self.last = index_column(self.indices[-1][1].key)

    def _is_measured(self, position: int) -> bool:
        values = self.context.result.scores.main_indices[:, position]
        return any(value is not None for value in to_decimals(values))

    def _columns(self) -> list[_Column]:
        result, scores = self.context.result, self.context.result.scores
        codes = [unit.code for unit in scores.units]

        def ordered(values: list[Decimal | None]) -> tuple[Decimal | None, ...]:
            by_code = dict(zip(codes, values, strict=True))
            return tuple(by_code[unit.code] for unit in self.context.units)

        columns = [
            _Column(
                SheetColumn(index_column(index.key), index.name, DECIMALS),
                ordered(to_decimals(scores.main_indices[:, position])),
            )
            for position, index in self.indices
        ]
        for ranking in result.pillars:
            by_code = {row.unit.code: row.score for row in ranking.rows}
            values = tuple(by_code[unit.code] for unit in self.context.units)
            columns.append(_Column(SheetColumn(pillar_column(ranking.key), ranking.name, DECIMALS), values))
        recomputed = ordered(to_decimals(scores.totals))
        columns.append(_Column(SheetColumn(RECOMPUTED, "DTI tính lại", DECIMALS), recomputed))
        if self.has_published:
            totals = result.measurements.published.totals
            published = tuple(totals.get(unit.code) for unit in self.context.units)
            columns.append(_Column(SheetColumn(PUBLISHED, "DTI đã công bố", DECIMALS), published))
            pairs = zip(recomputed, published, strict=True)
            gaps = tuple(None if a is None or b is None else a - b for a, b in pairs)
            columns.append(_Column(SheetColumn(DIFFERENCE, "Chênh lệch", 6), gaps))
        return columns

    @property
    def has_published(self) -> bool:
        return self.context.takes_published or bool(self.context.result.measurements.published.totals)

    def compose(self) -> Sheet:
        rule = self.context.result.scores.missing_rule
        notes = [
            *self.context.group_note,
            UNKNOWN_NOTE,
            "Các dòng phía trên đầu bảng: điểm tối đa của từng chỉ số, trong tổng và trong từng trụ cột (lấy từ "
            f"trang “{self.points.sheet}”), và trung bình các đơn vị có số liệu.",
            f"Quy tắc với giá trị chưa biết khi tính trụ cột và DTI: {rule.words}.",
        ]
        part = self.context.part
        merged = part.merged_units & {unit.code for unit in self.context.units}
        if note := merge_note(part.year, part.merge_rule, merged):
            notes.append(note)
        if self.has_published:
            notes.append(
                "DTI đã công bố được làm tròn bốn chữ số thập phân, nên có thể lệch DTI tính lại đến 0,0001."
            )
        if self.context.result.derived:
            notes.append(
                "Giá trị trụ cột của đơn vị có chỉ số chưa biết được suy ra từ DTI đã công bố, sai số do làm tròn."
            )
        return Sheet(
            self.grid,
            self.context.heading("Giá trị các chỉ số chính, trụ cột và DTI,"),
            (*UNIT_COLUMNS, *(found.column for found in self.columns)),
            tuple(self._row(row, unit) for row, unit in enumerate(self.context.units)),
            tuple(self._lines()),
            mark=self.context.mark,
            notes=tuple(notes),
            unknown=UNKNOWN,
            shaded=self._shaded(),
            frozen=2,
        )

    def _shaded(self) -> tuple[tuple[str, str], ...]:
        pillars = [pillar_column(pillar.key) for pillar in self.index_set.pillars]
        return ((self.first, self.last), *([(pillars[0], pillars[-1])] if pillars else []))

    def _lines(self) -> list[tuple[SheetCell, ...]]:
        whole: dict[str, SheetCell] = {NAME: "Điểm tối đa"}
        for position, index in self.indices:
            whole[index_column(index.key)] = self._points_cell(POINTS, position, index)
        if self.index_set.total_rule is TotalRule.PILLARS:
            whole[NAME] = "Điểm tối đa; trọng số của trụ cột"
            for pillar in self.index_set.pillars:
                column = pillar_column(pillar.key)
                address = self.points.elsewhere(self.points.line_cell(column, PILLAR_WEIGHT_LINE))
                whole[column] = Formula(f"={address}", pillar.weight)
        lines = [whole]
        for pillar in self.index_set.pillars:
            line: dict[str, SheetCell] = {NAME: f"Điểm trong trụ cột {pillar.name}"}
            for position, index in self.indices:
                inside = index.key in pillar.main_index_keys
                cell = self._points_cell(pillar_column(pillar.key), position, index)
                line[index_column(index.key)] = cell if inside else 0
            lines.append(line)
        means: dict[str, SheetCell] = {NAME: "Trung bình"}
        for found in self.columns:
            key = found.column.key
            means[key] = Formula(formulas.mean_of(self.grid.column(key)), mean(found.values))
        lines.append(means)
        return [tuple(line.get(key, "") for key in self.grid.keys) for line in lines]

    def _points_cell(self, column: str, position: int, index: MainIndex) -> Formula:
        return Formula(f"={self.points.elsewhere(self.points.fixed_cell(column, position))}", index.max_points)

    def _row(self, row: int, unit: Unit) -> tuple[SheetCell, ...]:
        cells: dict[str, SheetCell] = {CODE: unit.code, NAME: unit.name}
        for found in self.columns:
            value, key = found.values[row], found.column.key
            text = self._formula(key, row)
            cells[key] = Formula(text, value) if text else value
        return tuple(cells[key] for key in self.grid.keys)

    def _formula(self, key: str, row: int) -> str | None:
        """The formula of a cell; `None` for a value of the data."""
        grid = self.grid
        values = grid.span(self.first, self.last, row)
        if key == DIFFERENCE:
            return formulas.difference(grid.cell(RECOMPUTED, row), grid.cell(PUBLISHED, row))
        if key == RECOMPUTED:
            if self.index_set.total_rule is TotalRule.PILLARS:
                pillars = [pillar_column(pillar.key) for pillar in self.index_set.pillars]
                return self._mean_formula(pillars[0], pillars[-1], POINTS_LINE, row)
            return self._mean_formula(self.first, self.last, POINTS_LINE, row)
        for line, pillar in enumerate(self.index_set.pillars, start=POINTS_LINE + 1):
            if key == pillar_column(pillar.key):
                if pillar.key not in self.context.result.derived:
                    return self._mean_formula(self.first, self.last, line, row)
                weights = [grid.line_span(self.first, self.last, number) for number in (line, POINTS_LINE)]
                return formulas.derived_mean(values, weights[0], weights[1], grid.cell(PUBLISHED, row))
        return None

    def _mean_formula(self, first: str, last: str, line: int, row: int) -> str:
        grid, rule = self.grid, self.context.result.scores.missing_rule
        weights, means = grid.line_span(first, last, line), grid.line_span(first, last, self.mean_line)
        return formulas.weighted_mean(grid.span(first, last, row), weights, means, rule)
