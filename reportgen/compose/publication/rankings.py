"""The chapter of rankings of one part: by total, by pillar and by main index, each group apart."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from reportgen.compose.blocks import body
from reportgen.compose.publication.charts import (
    distribution_chart,
    group_words,
    heat_map,
    tile_map,
    total_chart,
)
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.firmness import compose_firmness
from reportgen.compose.publication.printed import print_interval, print_rank, print_score
from reportgen.compose.publication.rank_changes import compose_rank_changes
from reportgen.compose.publication.tables import (
    NAME,
    NUMBER,
    RANK,
    anchor_of,
    caption_of_table,
    figure_of,
    section_heading,
    table_of_texts,
)
from reportgen.document import Blocks, Column, Figure, Inline, Inlines, Reference, Table, text
from reportgen.index.edition import GroupResult
from reportgen.model.ranking import RankedUnit, Ranking, ScoreOrigin
from reportgen.vietnamese import format_number

_FOLDED_FROM = 20
"""From this many units on, each ranking has a table of its own, in two columns side by side; fewer share a table."""
_MOST_SHARED = 7


def compose_rankings(part: PublicationPart, tiles: Mapping[str, tuple[int, int]]) -> Blocks:
    """Return the sections of the chapter, group by group, with headings of level 2."""
    blocks: Blocks = ()
    for result in part.results:
        blocks += _by_total(part, result, tiles)
        blocks += _by_parts(part, result, result.pillars, "tru_cot", "Xếp hạng theo trụ cột")
        blocks += _by_parts(part, result, result.main_indices, "chi_so", "Xếp hạng theo chỉ số chính")
        blocks += compose_firmness(part, result)
        blocks += compose_rank_changes(part, result)
    return blocks


def _by_total(part: PublicationPart, result: GroupResult, tiles: Mapping[str, tuple[int, int]]) -> Blocks:
    ranking = result.total
    unranked = [row.unit.name for row in ranking.rows if row.rank is None]
    table = anchor_of(part, result, "bang_tong")
    origin = "như đã công bố." if ranking.origin is ScoreOrigin.PUBLISHED else "tính từ số liệu."
    lead = (
        Reference(table),
        *text(f" xếp hạng {group_words(part, result)} theo giá trị DTI năm {part.year}, {origin}"),
    )
    blocks: Blocks = (section_heading(part, result, "tong", "Xếp hạng chung"), body(lead))
    if unranked:
        blocks += (body(text(f"Chưa xếp hạng vì chưa đủ số liệu: {', '.join(unranked)}.")),)
    blocks += (_total_table(part, result, table),)
    charts = (
        (total_chart(part, result), "hinh_tong"),
        (distribution_chart(part, result), "hinh_phan_bo"),
        (tile_map(part, result, tiles), "hinh_ban_do"),
        (heat_map(part, result), "hinh_chi_so"),
    )
    figures = [figure_of(part, result, chart, name) for chart, name in charts if chart is not None]
    return (*blocks, body(_figures_named(figures)), *figures)


def _figures_named(figures: Sequence[Figure]) -> Inlines:
    """A sentence that leads to the figures below it."""
    named: list[Inline] = []
    for number, figure in enumerate(figures):
        if number and figure.caption is not None:
            named += text(" và " if number == len(figures) - 1 else ", ")
        named += (Reference(figure.caption.anchor),) if figure.caption is not None else ()
    return (*named, *text(" trình bày kết quả bằng biểu đồ."))


def _total_table(part: PublicationPart, result: GroupResult, anchor: str) -> Table:
    """The table of all units: rank, total, pillars, and the interval of ranks where it was measured."""
    firm = result.robustness.firmness() if result.robustness else None
    pillars = [{row.unit.code: row.score for row in pillar.rows} for pillar in result.pillars]
    titles = ["Hạng", "Đơn vị", "DTI", *(pillar.name for pillar in result.pillars)]
    columns = [RANK, NAME, NUMBER, *(NUMBER for _ in pillars)]
    if firm is not None:
        titles.append("Khoảng hạng 90%")
        columns.append(NUMBER)
    rows = []
    for row in result.total.rows:
        code = row.unit.code
        cells = [print_rank(row.rank), row.unit.name, print_score(row.score)]
        cells += [print_score(values.get(code)) for values in pillars]
        cells += [print_interval(firm.get(code))] if firm is not None else []
        rows.append(cells)
    title = f"Xếp hạng DTI {part.year} của {group_words(part, result)}"
    return table_of_texts(part, columns, titles, rows, caption_of_table(title, anchor))


def _by_parts(
    part: PublicationPart, result: GroupResult, rankings: Sequence[Ranking], name: str, title: str
) -> Blocks:
    """The `rankings` as tables, with what has to be known of values that were worked out."""
    if not rankings:
        return ()
    blocks: Blocks = (section_heading(part, result, name, title),)
    if len(result.total.rows) < _FOLDED_FROM and len(rankings) <= _MOST_SHARED:
        return (*blocks, _shared_table(part, result, rankings, name, title))
    for ranking in rankings:
        blocks += (_folded_table(part, result, ranking),)
        if unknown := sum(row.rank is None for row in ranking.rows):
            blocks += (body(text(f"Chưa có số liệu {ranking.name} của {unknown} {part.unit_noun}.")),)
        derived = result.derived.get(ranking.key)
        if derived is not None:
            # Rounded up: it is a bound.
            tolerance = format_number(derived.tolerance.quantize(Decimal("0.00001"), rounding=ROUND_CEILING))
            words = f"Giá trị {ranking.name} suy ra từ tổng và các chỉ số đã công bố, sai số tối đa ±{tolerance}."
            blocks += (body(text(words)),)
    return blocks


def _folded_table(part: PublicationPart, result: GroupResult, ranking: Ranking) -> Table:
    """One ranking, its lower half beside its upper half; units whose value is unknown are told of below it."""
    known = [row for row in ranking.rows if row.rank is not None]
    cells = [(print_rank(row.rank), row.unit.name, print_score(row.score)) for row in known]
    half = (len(cells) + 1) // 2
    pairs = itertools.zip_longest(cells[:half], cells[half:], fillvalue=("", "", ""))
    of_all = group_words(part, result)
    counted = f"{len(known)} trong {of_all}" if len(known) < len(ranking.rows) else of_all
    title = f"Xếp hạng theo {ranking.name} năm {part.year} của {counted}"
    caption = caption_of_table(title, anchor_of(part, result, ranking.key))
    titles = ("Hạng", "Đơn vị", "Giá trị")
    return table_of_texts(part, (RANK, NAME, NUMBER) * 2, titles * 2, [(*a, *b) for a, b in pairs], caption)


def _shared_table(
    part: PublicationPart, result: GroupResult, rankings: Sequence[Ranking], name: str, title: str
) -> Table:
    """Several rankings of few units: the value of each unit with its rank in brackets."""
    by_code = [{row.unit.code: row for row in ranking.rows} for ranking in rankings]
    rows = [
        (row.unit.name, *(_with_rank(found.get(row.unit.code)) for found in by_code)) for row in result.total.rows
    ]
    caption = caption_of_table(
        f"{title} năm {part.year}, {group_words(part, result)} (trong ngoặc là thứ hạng)",
        anchor_of(part, result, f"{name}_bang"),
    )
    columns = (Column(3.2), *(Column(1.7, "center") for _ in rankings))
    return table_of_texts(part, columns, ("Đơn vị", *(ranking.name for ranking in rankings)), rows, caption)


def _with_rank(row: RankedUnit | None) -> str:
    if row is None or row.rank is None:
        return print_score(row.score if row else None)
    return f"{print_score(row.score)} ({row.rank})"
