"""The sheets beside the rankings: the components of the index set, and what would raise each unit most."""

from __future__ import annotations

from decimal import Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.workbook_parts import DECIMALS, UNIT_COLUMNS, GroupContext, SheetNames
from reportgen.document.workbook import Formula, Grid, Sheet, SheetCell, SheetColumn
from reportgen.index.improvements import Improvement
from reportgen.model.scoring_rule import Direction

NOT_PUBLIC = "chưa công bố"
WIDE = 60.0
VALUE, GOAL, GAIN, NEEDED = "gia_tri", "muc_so", "tong_tang", "can_tang"
_DIRECTIONS = {Direction.MORE_IS_BETTER: "càng cao càng tốt", Direction.LESS_IS_BETTER: "càng thấp càng tốt"}


def compose_components_sheet(part: PublicationPart, names: SheetNames) -> Sheet | None:
    """Return the component indicators that the set names; `None` if it names none."""
    index_set = part.index_set
    if not index_set.components:
        return None
    columns = (
        SheetColumn("chi_so_chinh", "Chỉ số chính"),
        SheetColumn("ma", "Mã"),
        SheetColumn("ten", "Chỉ số thành phần", width=WIDE),
        SheetColumn("diem", "Điểm tối đa"),
        SheetColumn("chieu", "Chiều"),
        SheetColumn("don_vi", "Đơn vị tính"),
        SheetColumn("tai_lieu", "Tài liệu kiểm chứng"),
        SheetColumn("so_cong_van", "Số trong công văn lưu ý"),
    )
    rows = []
    for index in index_set.main_indices:
        for component in index.components:
            focus: SheetCell = component.focus_number if component.focus_number else ""
            rows.append((
                index.name,
                component.key,
                component.name,
                component.max_points,
                _DIRECTIONS[component.direction],
                component.unit or "",
                component.evidence,
                focus,
            ))  # fmt: skip
    keys = tuple(column.key for column in columns)
    count = index_set.component_count
    known = f"Bộ chỉ số có {count} chỉ số thành phần; " if count else ""
    notes = [f"{known}ở đây là {len(rows)} chỉ số biết tên."]
    if index_set.focus:
        notes.append(f"Công văn lưu ý: {index_set.focus.document}.")
    return Sheet(
        Grid(names.name("Thành phần", part.title), keys, len(rows)),
        f"Các chỉ số thành phần biết tên, {part.title}",
        columns,
        tuple(rows),
        mark="",
        notes=tuple(notes),
        unknown=NOT_PUBLIC,
        frozen=3,
    )


def compose_improvements_sheet(context: GroupContext) -> Sheet | None:
    """Return what would raise each unit most, in the order of the ranking; `None` if nothing is known of it."""
    found = [(unit, one) for unit in context.units for one in context.part.improvements.get(unit.code, ())]
    if not found:
        return None
    columns = (
        *UNIT_COLUMNS,
        SheetColumn("chi_so", "Chỉ số"),
        SheetColumn(VALUE, "Giá trị hiện nay", DECIMALS),
        SheetColumn(GOAL, "Giá trị cao nhất của nhóm", DECIMALS),
        SheetColumn(NEEDED, "Còn thiếu", DECIMALS),
        SheetColumn(GAIN, "DTI tăng thêm nếu đạt", DECIMALS),
        SheetColumn("hang_nay", "Hạng hiện nay"),
        SheetColumn("hang_sau", "Hạng nếu đạt"),
    )
    keys = tuple(column.key for column in columns)
    grid = Grid(context.names.name("Dư địa", context.label), keys, len(found))
    rows = tuple(
        (unit.code, unit.name, *_improvement_cells(grid, number, one)) for number, (unit, one) in enumerate(found)
    )
    return Sheet(
        grid,
        context.heading("Những chỉ số nâng hạng nhiều nhất,"),
        columns,
        rows,
        mark=context.mark,
        notes=(
            *context.group_note,
            "Mỗi dòng: chỉ riêng chỉ số này đạt mức nêu ra, mọi giá trị khác và các đơn vị khác giữ nguyên.",
        ),
        frozen=2,
    )


def _improvement_cells(grid: Grid, number: int, one: Improvement) -> tuple[SheetCell, ...]:
    value, goal = _exact(one.value), _exact(one.goal)
    missing = Formula(f"={grid.cell(GOAL, number)}-{grid.cell(VALUE, number)}", goal - value)
    return (one.name, value, goal, missing, _exact(one.gain), one.rank_before, one.rank_after)


def _exact(value: float) -> Decimal:
    """The number free of the noise of binary ones."""
    return Decimal(f"{value:.12f}")
