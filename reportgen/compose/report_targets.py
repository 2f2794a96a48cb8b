"""Part I.1 of a progress report: the targets in tables, and a figure of the same values against their goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.chart import describe_chart
from reportgen.compose.blocks import body, head_row, table_caption, text_cell
from reportgen.compose.report_content import ReportContent, item_heading
from reportgen.document import (
    Blocks,
    Caption,
    Chart,
    ChartKind,
    Column,
    Figure,
    Footnote,
    Inlines,
    Paragraph,
    Role,
    Row,
    Series,
    Table,
    text,
)
from reportgen.model.fields import Unknown
from reportgen.model.input_model import KeyPath
from reportgen.model.report_parts import Direction, Target, TargetGroup
from reportgen.vietnamese import format_number, format_quantity

RESULT_SERIES, GOAL_SERIES = "Kết quả", "Mục tiêu"
MET, NOT_MET, NOT_KNOWN = "Đạt", "Chưa đạt", "Chưa có số liệu"

_TITLES = ("STT", "Chỉ tiêu", "Đơn vị tính", "Mục tiêu", "Kết quả", "So với mục tiêu", "Nguồn, kỳ số liệu")
_COLUMNS = (
    Column(6, "center"),
    Column(34, "left"),
    Column(10, "center"),
    Column(13, "right"),
    Column(13, "right"),
    Column(13, "center"),
    Column(24, "left"),
)


@dataclass(frozen=True, slots=True)
class _Group:
    key: str
    targets: TargetGroup

    @property
    def path(self) -> KeyPath:
        return ("muc_tieu", self.key)

    def rows(self) -> Iterator[tuple[KeyPath, Target]]:
        for index, target in enumerate(self.targets.targets or ()):
            yield (*self.path, "chi_tieu", index), target


def _groups(content: ReportContent) -> tuple[_Group, ...]:
    targets = content.report.targets
    return (
        _Group("chinh_phu_so", targets.digital_government),
        _Group("kinh_te_so", targets.digital_economy),
        _Group("xa_hoi_so", targets.digital_society),
    )


def compose_targets(content: ReportContent) -> Blocks:
    """Return item I.1: for each side of the programme its remarks and table, then one figure of all targets."""
    blocks: Blocks = (item_heading(content, "muc_tieu", 2),)
    for group in _groups(content):
        blocks += (item_heading(content, f"muc_tieu.{group.key}", 3), *_group_blocks(content, group))
    return blocks + _figure(content)


def _group_blocks(content: ReportContent, group: _Group) -> Blocks:
    blocks: Blocks = content.narratives.get((*group.path, "nhan_xet"), ())
    rows = list(group.rows())
    if rows:
        blocks += (_table(content, group, rows),)
    elif group.path in content.missing or not blocks:
        blocks += (body(content.mark(group.path)),)
    return blocks


def _table(content: ReportContent, group: _Group, rows: list[tuple[KeyPath, Target]]) -> Table:
    title = content.item(f"muc_tieu.{group.key}").title
    return Table(
        columns=_COLUMNS,
        head=(head_row(_TITLES),),
        body=tuple(_row(content, number, path, target) for number, (path, target) in enumerate(rows, start=1)),
        caption=table_caption(f"Kết quả thực hiện {title[0].lower()}{title[1:]}"),
    )


def _row(content: ReportContent, number: int, path: KeyPath, target: Target) -> Row:
    name = content.given(target.name, (*path, "ten"), str)
    if target.note:
        name += (Footnote((Paragraph(Role.BODY, text(target.note)),)),)
    result = target.result
    cells = (
        text(str(number)),
        name,
        content.given(target.unit, (*path, "don_vi"), str),
        content.given(target.goal, (*path, "muc_tieu"), format_number),
        content.mark((*path, "ket_qua")) if result is None else text(_show_result(result)),
        text(assess(target)),
        _source(content, path, target),
    )
    return Row(tuple(text_cell(cell) for cell in cells))


def _show_result(result: Decimal | Unknown) -> str:
    return result.value if isinstance(result, Unknown) else format_number(result)


def _source(content: ReportContent, path: KeyPath, target: Target) -> Inlines:
    period = target.period or content.report.period
    shown = text(f" ({period})") if period else ()
    return (*content.given(target.source, (*path, "nguon"), str), *shown)


def assess(target: Target) -> str:
    """Return whether the result of `target` meets its goal; with either unknown, that it is not known."""
    if target.goal is None or not isinstance(target.result, Decimal):
        return NOT_KNOWN
    higher = target.direction is Direction.HIGHER_IS_BETTER
    met = target.result >= target.goal if higher else target.result <= target.goal
    return MET if met else NOT_MET


def _figure(content: ReportContent) -> Blocks:
    """The figure of every target that has a name, a unit and a goal; none if there is none, or no result is known."""
    shown = [
        (target.name, target.unit, target.goal, target.result if isinstance(target.result, Decimal) else None)
        for group in _groups(content)
        for _, target in group.rows()
        if target.name and target.unit and target.goal is not None
    ]
    if not any(result is not None for *_, result in shown):
        return ()
    chart = Chart(
        kind=ChartKind.BARS_AGAINST_GOAL,
        categories=tuple(name for name, *_ in shown),
        series=tuple(
            series
            for unit in dict.fromkeys(unit for _, unit, *_ in shown)
            for series in (
                Series(RESULT_SERIES, tuple(row[3] if row[1] == unit else None for row in shown), unit),
                Series(GOAL_SERIES, tuple(row[2] if row[1] == unit else None for row in shown), unit),
            )
        ),
        title="Kết quả thực hiện các chỉ tiêu so với mục tiêu",
    )
    caption = f"Kết quả thực hiện các chỉ tiêu so với mục tiêu (tính đến {content.period})"
    return (
        Figure(
            content=chart,
            alt_text=describe_chart(chart, format_quantity=format_quantity),
            caption=Caption("Hình", 0, text(caption)),
        ),
    )
