"""The tables of the method chapter, from an index set: main indices, pillars, components."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import assert_never

from reportgen.compose.blocks import group_row, head_row, text_cell
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.sentences import MOST_NAMES, format_count, index_labels, listed
from reportgen.document import Align, Caption, Column, Inlines, Reference, Row, RowKind, Table, text
from reportgen.model.index_set import ComponentIndicator, IndexSet, MainIndex, Pillar, TotalRule
from reportgen.model.scoring_rule import (
    Direction,
    GivenPoints,
    RatioToBestRule,
    ScoringRule,
    ShareRule,
    TieredRule,
    YesNoRule,
)
from reportgen.vietnamese import format_number, format_percent, format_quantity

NOT_PUBLIC = "chưa công bố"
_DIRECTIONS = {Direction.MORE_IS_BETTER: "càng cao càng tốt", Direction.LESS_IS_BETTER: "càng thấp càng tốt"}


def method_anchor(part: PublicationPart) -> str:
    """Return the anchor of the part's method; those of its sections and tables begin with it."""
    return f"{part.key}_phuong_phap"


def table_reference(table: Table) -> Inlines:
    """Return a reference to a table by its number."""
    return (Reference(table.caption.anchor if table.caption else ""),)


def print_points(points: Decimal | None) -> str:
    """Return points as printed: "1.000", "12,5"; points that are not public are said to be so."""
    if points is None:
        return NOT_PUBLIC
    # An exponent form such as 1E+3 has no digits to print; a point of zero decimals is no information.
    whole = points.to_integral_value()
    return format_number(whole if whole == points else points.normalize())


def points_sum(indices: list[MainIndex] | tuple[MainIndex, ...]) -> Decimal | None:
    """Return the points of `indices` together; `None` if one is not known."""
    known = [index.max_points for index in indices if index.max_points is not None]
    return sum(known, Decimal(0)) if len(known) == len(indices) else None


def foundation(index_set: IndexSet) -> tuple[tuple[MainIndex, ...], Decimal | None]:
    """Return the scored main indices that all of several pillars hold, and their points together."""
    if len(index_set.pillars) < 2:
        return (), None
    shared = tuple(
        index
        for index in index_set.scored_indices
        if all(index.key in pillar.main_index_keys for pillar in index_set.pillars)
    )
    return shared, points_sum(shared)


def make_index_table(part: PublicationPart) -> Table:
    """Return the table of main indices: points, what each counts in the total, number of components."""
    index_set = part.index_set
    labels, shares = index_labels(index_set), index_shares(index_set)
    body = []
    for number, index in enumerate(index_set.main_indices, start=1):
        share = shares.get(index.key)
        count = _component_count(index_set, index)
        cells = [
            format_count(number), labels[index.key], print_points(index.max_points),
            NOT_PUBLIC if share is None else format_percent(share, decimals=1),
            NOT_PUBLIC if count is None else format_count(count),
        ]  # fmt: skip
        body.append(_row(cells))
    total = points_sum(index_set.main_indices)
    if total is not None:
        counts = [index.component_count for index in index_set.main_indices]
        known = [count for count in counts if count is not None]
        components = sum(known) if len(known) == len(counts) else index_set.component_count
        last = NOT_PUBLIC if components is None else format_count(components)
        body.append(_row(["", "Tổng", print_points(total), "100%", last], RowKind.TOTAL))
    columns = (_column(0.7, "center"), _column(4.4), *(_column(1.5, "right") for _ in range(3)))
    titles = ("STT", "Chỉ số chính", "Điểm tối đa", "Tỷ trọng trong tổng", "Số chỉ số thành phần")
    source = _source(part, index_set.main_indices)
    return _table(part, columns, titles, body, f"Các chỉ số chính {part.title}", "chi_so_chinh", source)


def _component_count(index_set: IndexSet, index: MainIndex) -> int | None:
    """How many components a main index has; `None` where the set names only some of them."""
    if index.component_count is not None:
        return index.component_count
    names_all = index_set.component_count in (None, len(index_set.components))
    return len(index.components) if names_all and index.components else None


def index_shares(index_set: IndexSet) -> dict[str, Decimal]:
    """Return what each main index counts in the total, in percent, by key; empty where points are not known."""
    points = {index.key: index.max_points for index in index_set.main_indices}
    known = {key: value for key, value in points.items() if value is not None}
    if len(known) < len(points) or not sum(known.values()):
        return {}
    if index_set.total_rule is TotalRule.POINTS:
        return {key: 100 * value / sum(known.values()) for key, value in known.items()}
    shares = dict.fromkeys(known, Decimal(0))
    for pillar in index_set.pillars:
        maximum = sum(known[key] for key in pillar.main_index_keys)
        for key in pillar.main_index_keys:
            shares[key] += 100 * (pillar.weight or Decimal(0)) * known[key] / (maximum or 1)
    return shares


def make_pillar_table(part: PublicationPart) -> Table:
    """Return the table of pillars: their main indices, points and, where they have them, weights."""
    index_set = part.index_set
    weighted = any(pillar.weight is not None for pillar in index_set.pillars)
    columns = [_column(1.8), _column(4.8), _column(1.4, "right"), *([_column(1.2, "right")] if weighted else [])]
    titles = ("Trụ cột", "Chỉ số chính", "Điểm tối đa", *(("Trọng số",) if weighted else ()))
    body = []
    for pillar in index_set.pillars:
        cells = [pillar.name, _names_in(index_set, pillar), print_points(_pillar_points(index_set, pillar))]
        if weighted:
            cells.append(NOT_PUBLIC if pillar.weight is None else format_number(pillar.weight))
        body.append(_row(cells))
    summed = {key for pillar in index_set.pillars if pillar.max_points is None for key in pillar.main_index_keys}
    source = _source(part, [index for index in index_set.main_indices if index.key in summed])
    return _table(part, tuple(columns), titles, body, f"Các trụ cột {part.title}", "tru_cot", source)


def _names_in(index_set: IndexSet, pillar: Pillar) -> str:
    return "; ".join(index.name for index in index_set.main_indices if index.key in pillar.main_index_keys)


def _pillar_points(index_set: IndexSet, pillar: Pillar) -> Decimal | None:
    if pillar.max_points is not None:
        return pillar.max_points
    return points_sum([index for index in index_set.main_indices if index.key in pillar.main_index_keys])


def make_component_table(part: PublicationPart) -> tuple[Table, list[str]] | None:
    """Return the table of the components known by name, and what is known of none of them; `None` without any."""
    index_set = part.index_set
    if not index_set.components:
        return None
    fields: list[tuple[str, float, Callable[[ComponentIndicator], str | None]]] = [
        ("Điểm tối đa", 1.0, lambda c: None if c.max_points is None else print_points(c.max_points)),
        ("Chiều", 1.5, lambda c: _DIRECTIONS[c.direction]),
        ("Đơn vị", 1.0, lambda c: c.unit),
        ("Cách chấm", 2.6, lambda c: None if c.rule is None else rule_words(c.rule, c.direction, c.unit)),
        ("Tài liệu kiểm chứng", 2.0, lambda c: c.evidence),
    ]
    known = [field for field in fields if any(field[2](component) is not None for component in index_set.components)]
    lacking = [title[0].lower() + title[1:] for title, _, _ in fields if title not in {field[0] for field in known}]
    body = []
    labels = index_labels(index_set)
    for index in index_set.main_indices:
        if index.components:
            body.append(group_row(text(labels[index.key]), 1 + len(known)))
        for component in index.components:
            values = (read(component) for _, _, read in known)
            body.append(_row([component.name, *("–" if value is None else value for value in values)]))
    columns = (_column(4.0), *(_column(width) for _, width, _ in known))
    titles = ("Chỉ số thành phần", *(title for title, _, _ in known))
    source = _source(part, index_set.components, _named_in(index_set))
    table = _table(part, columns, titles, body, f"Các chỉ số thành phần {part.title}", "chi_so_thanh_phan", source)
    return table, lacking


def _named_in(index_set: IndexSet) -> str:
    """The documents that name the components: the dispatch names those that it numbers."""
    in_dispatch = len(index_set.focus_components) if index_set.focus else 0
    documents = [] if in_dispatch == len(index_set.components) else [_decision(index_set)]
    if index_set.focus and in_dispatch:
        documents.append(index_set.focus.document)
    return "; ".join(documents)


def rule_words(rule: ScoringRule, direction: Direction, unit: str | None) -> str:
    """Return in words how a value becomes points."""
    match rule:
        case GivenPoints():
            return "điểm do đơn vị đánh giá chấm"
        case ShareRule():
            none, full = format_quantity(rule.none_at, unit or ""), format_quantity(rule.full_at, unit or "")
            return f"theo tỷ lệ, từ 0 điểm tại {none} đến đủ điểm tại {full}"
        case TieredRule():
            sign = "từ" if direction is Direction.MORE_IS_BETTER else "không quá"
            tiers = (
                f"{sign} {format_quantity(tier.bound, unit or '')}: {format_percent(100 * tier.share)} số điểm"
                for tier in rule.tiers
            )
            return "; ".join(tiers)
        case YesNoRule():
            return "có: đủ điểm; không: 0 điểm"
        case RatioToBestRule():
            return "theo tỷ lệ so với đơn vị tốt nhất"
        case _:
            assert_never(rule)


def _column(share: float, align: Align = "left") -> Column:
    return Column(share, align)


def _row(cells: list[str], kind: RowKind = RowKind.DATA) -> Row:
    return Row(tuple(text_cell(text(cell)) for cell in cells), kind)


def _table(
    part: PublicationPart,
    columns: tuple[Column, ...],
    titles: tuple[str, ...],
    body: list[Row],
    title: str,
    name: str,
    source: str,
) -> Table:
    caption = Caption("Bảng", 0, text(title), f"{method_anchor(part)}_{name}")
    return Table(columns, (head_row(titles),), tuple(body), caption, text(source))


def words_of_given_points(part: PublicationPart, items: Sequence[MainIndex | ComponentIndicator]) -> str:
    """Return that maxima of `items` are not public and came with the data, and of which; empty if none did.

    Invented data says that it is invented.
    """
    given = [item.name for item in items if item.key in part.given_points]
    if not given:
        return ""
    named = listed(given) if len(given) <= MOST_NAMES else f"{format_count(len(given))} chỉ số"
    some = f" của {named}" if len(given) < sum(item.max_points is not None for item in items) else ""
    is_invented = any(result.measurements.is_illustrative for result in part.results)
    origin = "là số liệu minh họa" if is_invented else "lấy theo tệp số liệu"
    return f"điểm tối đa{some} chưa công bố, {origin}"


def _source(
    part: PublicationPart, items: Sequence[MainIndex | ComponentIndicator], documents: str | None = None
) -> str:
    """The line below a table: its documents, by default the decision, and what of it came with the data."""
    of_data = words_of_given_points(part, items)
    return f"Nguồn: {documents or _decision(part.index_set)}{f'; {of_data}' if of_data else ''}."


def _decision(index_set: IndexSet) -> str:
    return f"{index_set.issued_by.type_name} số {index_set.issued_by.number}"
