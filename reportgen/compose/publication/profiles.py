"""A page for every unit: rank and score, radar, history, strong and weak indices, what would raise it, advice."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.compose.blocks import body, head_row, text_cell
from reportgen.compose.publication.charts import figure, group_words, index_means, rank_in, unit_history, unit_radar
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import UNKNOWN, mean_of, print_rank, print_score
from reportgen.compose.publication.rank_changes import print_places, round_parts
from reportgen.compose.publication.tables import table_of_texts
from reportgen.document import (
    Block,
    Blocks,
    Caption,
    Chart,
    Column,
    Figure,
    Frame,
    Heading,
    Inlines,
    Mark,
    Paragraph,
    Reference,
    Role,
    Row,
    Table,
    Text,
    text,
)
from reportgen.index.edition import GroupResult
from reportgen.index.improvements import Improvement
from reportgen.model.index_set import IndexSet, MainIndex
from reportgen.model.ranking import RankedUnit, RankFirmness
from reportgen.vietnamese import format_number, format_percent

_STRONG_AND_WEAK = 2
_MOST_ADVICE = 3
_MOST_OF_AN_INDEX = 2
_LEAST_GAIN = 0.00005
_FACTS_SHARE, _ADVICE_SHARE = 0.54, 0.6
_MOST_IMPROVEMENTS = 4


@dataclass(frozen=True, slots=True)
class _Group:
    """What the profiles of a group share, worked out once."""

    part: PublicationPart
    result: GroupResult
    ranked: int
    mean: Decimal | None
    means: tuple[Decimal | None, ...]
    firm: dict[str, RankFirmness]
    index_ranks: tuple[dict[str, int], ...]

    @classmethod
    def of(cls, part: PublicationPart, result: GroupResult) -> _Group:
        ranks = {ranking.key: ranking.ranks for ranking in result.main_indices}
        return cls(
            part,
            result,
            ranked=len(result.total.ranks),
            mean=mean_of(row.score for row in result.total.rows),
            means=tuple(index_means(result)),
            firm=result.robustness.firmness() if result.robustness else {},
            index_ranks=tuple(ranks.get(key, {}) for key in result.total.index_keys),
        )


def compose_profiles(part: PublicationPart) -> Blocks:
    """Return a page for each unit, in the order of the ranking, the groups one after the other."""
    blocks: list[Block] = []
    for result in part.results:
        group = _Group.of(part, result)
        for row in result.total.rows:
            blocks.extend(_profile(group, row))
    return tuple(blocks)


def compose_profile_index(part: PublicationPart) -> Blocks:
    """Return where each unit's profile is, by rank: a table for each group."""
    blocks: Blocks = ()
    for result in part.results:
        cells = [
            (
                text_cell(text(print_rank(row.rank))),
                text_cell(text(row.unit.name)),
                text_cell((Reference(_anchor(part, row), "page"),)),
            )
            for row in result.total.rows
        ]
        half = (len(cells) + 1) // 2
        blank = (text_cell(()),) * 3
        pairs = itertools.zip_longest(cells[:half], cells[half:], fillvalue=blank)
        caption = Caption("Bảng", None, text(f"Hồ sơ của {group_words(part, result)}"))
        columns = (Column(1, "center"), Column(4), Column(1, "center")) * 2
        head = head_row(("Hạng", "Đơn vị", "Trang") * 2)
        rows = tuple(Row((*left, *right)) for left, right in pairs)
        blocks += (Table(columns, (head,), rows, caption),)
    return blocks


def _anchor(part: PublicationPart, row: RankedUnit) -> str:
    return f"{part.key}_ho_so_{row.unit.code.lower()}"


def _profile(group: _Group, row: RankedUnit) -> Iterator[Block]:
    part, result = group.part, group.result
    name = _anchor(part, row)
    yield Heading(2, "", text(row.unit.name), name, new_page=True)
    if part.is_illustrative:
        yield Paragraph(Role.ILLUSTRATION_NOTE, text("Số liệu minh họa."))
    facts = tuple(_facts(group, row))
    radar = unit_radar(part, result, row)
    if radar is None:
        yield from (*facts, body(text("Chưa đủ số liệu để vẽ biểu đồ các chỉ số chính.")))
    else:
        yield Frame(
            facts, (_drawn(radar, f"{name}_ra_da", "Các chỉ số chính so với trung bình"),), left_share=_FACTS_SHARE
        )
    yield _index_table(group, row, f"{name}_bang")
    advice = tuple(_improvements(group, row))
    history = unit_history(part, result, row)
    if history is None:
        yield from advice
    else:
        drawn = _drawn(history, f"{name}_cac_nam", "DTI qua các năm")
        yield Frame(advice, (drawn,), left_share=_ADVICE_SHARE) if advice else drawn


def _drawn(chart: Chart, anchor: str, title: str) -> Figure:
    """The chart of a unit on its page, whose heading names the unit; the table of the page gives the source."""
    drawn = figure(chart, anchor, ())
    return replace(drawn, caption=Caption("Hình", None, text(title), anchor))


def _facts(group: _Group, row: RankedUnit) -> Iterator[Paragraph]:
    part, result = group.part, group.result
    of_how_many = f" trong {group_words(part, result)}" if row.rank is not None else ""
    if row.rank is not None and group.ranked < len(result.total.rows):
        of_how_many += f" ({group.ranked} có thứ hạng)"
    level = " (đồng hạng)" if row.is_tied else ""
    yield _fact("Thứ hạng", f"{print_rank(row.rank)}{level}{of_how_many}")
    compared = ""
    if row.score is not None and group.mean is not None:
        compared = f"; trung bình {print_score(group.mean)}"
    merged = "; gộp từ các đơn vị trước khi sáp nhập" if row.unit.code in part.merged_units else ""
    yield _fact(f"DTI {part.year}", f"{print_score(row.score)}{compared}{merged}")
    for pillar in result.pillars:
        own = pillar.row_of(row.unit.code)
        ranked = f", hạng {own.rank}" if own.rank is not None else ""
        yield _fact(pillar.name, f"{print_score(own.score)}{ranked}")
    firm = group.firm.get(row.unit.code)
    if firm is not None and row.rank is not None:
        span = f"từ {firm.best} đến {firm.worst}" if firm.best != firm.worst else str(firm.best)
        holding = format_percent(firm.holding * 100, decimals=0)
        yield _fact("Khoảng hạng 90%", f"{span}; giữ đúng hạng trong {holding} số lần tính lại")
    yield from _change_facts(part, row)
    yield from _strong_and_weak(group, row)


def _fact(name: str, value: str) -> Paragraph:
    return _small((Text(f"{name}: ", Mark.BOLD), *text(f"{value}.")))


def _small(inlines: Inlines) -> Paragraph:
    """A paragraph in small type: a profile is to fit a page."""
    return Paragraph(Role.TABLE_CELL, inlines)


def _change_facts(part: PublicationPart, row: RankedUnit) -> Iterator[Paragraph]:
    """The rank in the latest earlier edition, and what changed it."""
    if not part.earlier:
        return
    edition = part.earlier[0]
    before = rank_in(part, row.unit.code, edition.year)
    if before is None or row.rank is None:
        yield _fact(f"So với năm {edition.year}", "không so sánh được")
        return
    merged = " (số liệu gộp từ các đơn vị trước khi sáp nhập)" if row.unit.code in edition.merged_units else ""
    moved = before - row.rank
    words = f"tăng {moved} bậc, từ hạng {before}" if moved > 0 else f"giảm {-moved} bậc, từ hạng {before}"
    words = words if moved else "giữ nguyên thứ hạng"
    change = part.changes.get(row.unit.code)
    if change is not None and moved:
        named = (
            ("điểm của đơn vị", change.own),
            ("điểm đơn vị khác", change.others),
            ("cách tính", change.method),
            ("đơn vị vào, ra", change.field),
        )
        parts = [(name, -part) for name, part in named if part is not None]
        printed = round_parts([part for _, part in parts])
        reasons = (
            f"{name} {print_places(places)}" for (name, _), places in zip(parts, printed, strict=True) if places
        )
        words += f"; trong đó do {', '.join(reasons)}"
    yield _fact(f"So với năm {edition.year}", f"{words}{merged}")


def _strong_and_weak(group: _Group, row: RankedUnit) -> Iterator[Paragraph]:
    """The indices that lie highest and lowest against the mean of the group."""
    gaps = [
        (value - mean, name)
        for value, mean, name in zip(row.indices, group.means, group.result.total.index_names, strict=True)
        if value is not None and mean is not None
    ]
    ordered = sorted(gaps, key=lambda gap: -gap[0])
    strong = [gap for gap in ordered if gap[0] > 0][:_STRONG_AND_WEAK]
    weak = [gap for gap in reversed(ordered) if gap[0] < 0][:_STRONG_AND_WEAK]
    for title, found in (("Điểm mạnh", strong), ("Điểm yếu", weak)):
        if found:
            listed = "; ".join(
                f"{name} ({'cao' if gap > 0 else 'thấp'} hơn trung bình {print_score(abs(gap))})"
                for gap, name in found
            )
            yield _fact(title, listed)


def _index_table(group: _Group, row: RankedUnit, name: str) -> Table:
    """The value of each main index, its rank, and the mean of the group."""
    result = group.result
    rows = []
    for position, (value, title, mean) in enumerate(
        zip(row.indices, result.total.index_names, group.means, strict=True)
    ):
        rank = group.index_ranks[position].get(row.unit.code)
        rows.append(
            (
                title,
                print_score(value),
                UNKNOWN if rank is None else f"{rank}/{len(group.index_ranks[position])}",
                print_score(mean),
                UNKNOWN if value is None or mean is None else _signed(value - mean),
            )
        )
    titles = ("Chỉ số chính", "Giá trị", "Hạng", "Trung bình", "Chênh lệch")
    caption = Caption("Bảng", None, text(f"Các chỉ số chính năm {group.part.year}"), name)
    columns = (Column(4), *(Column(1.5, "center") for _ in titles[1:]))
    return table_of_texts(group.part, columns, titles, rows, caption)


def _signed(value: Decimal) -> str:
    printed = format_number(abs(value), decimals=4)
    return f"+{printed}" if value > 0 else f"−{printed}" if value < 0 else printed


def _improvements(group: _Group, row: RankedUnit) -> Iterator[Block]:
    """What would raise the unit most, then the component indicators that the dispatch asks to push there."""
    found = [one for one in group.part.improvements.get(row.unit.code, ()) if one.gain >= _LEAST_GAIN]
    found = found[:_MOST_IMPROVEMENTS]
    if not found or row.rank is None:
        return
    yield _small(
        (
            Text("Nâng hạng: ", Mark.BOLD),
            *text("nếu riêng từng chỉ số sau đạt mức cao nhất đã có trong nhóm, các chỉ số khác và các đơn vị khác"),
            *text(" giữ nguyên:"),
        )
    )
    for number, improvement in enumerate(found, start=1):
        ends = "." if number == len(found) else ";"
        yield _small(text(f"- {_improvement_words(improvement)}{ends}"))
    yield from _advice(group, [improvement.key for improvement in found])


def _improvement_words(improvement: Improvement) -> str:
    gain = format_number(Decimal(repr(improvement.gain)), decimals=4)
    value, goal = (
        format_number(Decimal(repr(number)), decimals=4) for number in (improvement.value, improvement.goal)
    )
    ranks = (
        f"lên hạng {improvement.rank_after}"
        if improvement.rank_after != improvement.rank_before
        else f"vẫn ở hạng {improvement.rank_after}"
    )
    return f"{improvement.name}: từ {value} lên {goal}, DTI tăng {gain}, {ranks}"


def _advice(group: _Group, keys: Sequence[str]) -> Iterator[Block]:
    """The components named in the dispatch under the indices in `keys`, in the order of `keys`."""
    index_set = group.part.index_set
    if index_set.focus is None:
        return
    indices = dict.fromkeys(index for key in keys if (index := _main_index(index_set, key)) is not None)
    listed = [
        (part, index)
        for index in indices
        for part in [part for part in index.components if part.focus_number][:_MOST_OF_AN_INDEX]
    ]
    if not listed:
        return
    yield _small(
        (
            Text("Khuyến nghị: ", Mark.BOLD),
            *text("tập trung thúc đẩy các chỉ số thành phần sau ("),
            Reference(focus_anchor(group.part)),
            *text("):"),
        )
    )
    shown = listed[:_MOST_ADVICE]
    for number, (component, index) in enumerate(shown, start=1):
        ends = "." if number == len(shown) else ";"
        yield _small(text(f"- {component.name} ({index.name}){ends}"))


def _main_index(index_set: IndexSet, key: str) -> MainIndex | None:
    """The main index with `key`, or the one that the component with `key` belongs to."""
    if index_set.find_component(key) is not None:
        return index_set.main_index_of(key)
    return index_set.find_main_index(key)


def focus_anchor(part: PublicationPart) -> str:
    """Return the anchor of the table of component indicators that the dispatch asks to push."""
    return f"{part.key}_bang_luu_y"
