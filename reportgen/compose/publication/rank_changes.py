"""How ranks changed since the edition before, and why: parts that add up to the change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from reportgen.compose.blocks import body
from reportgen.compose.publication.charts import group_words, rank_change_chart, rank_in
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import UNKNOWN, print_rank
from reportgen.compose.publication.tables import (
    anchor_of,
    caption_of_table,
    figure_of,
    section_heading,
    table_of_texts,
)
from reportgen.document import Blocks, Column, Reference, text
from reportgen.index.edition import GroupResult
from reportgen.index.rank_change import RankChange
from reportgen.vietnamese import format_number

NOT_TOLD_APART = "không tách được"


def compose_rank_changes(part: PublicationPart, result: GroupResult) -> Blocks:
    """Return the section on changed ranks; empty without an earlier edition that ranked units of the group."""
    chart = rank_change_chart(part, result)
    if chart is None:
        return ()
    year = part.earlier[0].year
    caption = caption_of_table(
        f"Thay đổi thứ hạng từ năm {year} đến năm {part.year} và nguyên nhân, {group_words(part, result)}",
        anchor_of(part, result, "bang_thay_doi"),
    )
    titles = (
        "Đơn vị", f"Hạng {year}", f"Hạng {part.year}", "Thay đổi", "Do kết quả của đơn vị",
        "Do kết quả đơn vị khác", "Do cách tính", "Do đơn vị vào, ra",
    )  # fmt: skip
    rows = []
    for row in result.total.rows:
        before = rank_in(part, row.unit.code, year)
        is_known = before is not None and row.rank is not None
        moved = print_places(Decimal((before or 0) - (row.rank or 0))) if is_known else UNKNOWN
        reasons = _reasons(part.changes.get(row.unit.code))
        rows.append((row.unit.name, print_rank(before), print_rank(row.rank), moved, *reasons))
    columns = (Column(3.2), *(Column(1.25, "center") for _ in titles[1:]))
    words = " tách số bậc tăng (+) hoặc giảm (−) của từng đơn vị thành các phần có tổng đúng bằng thay đổi đó."
    return (
        section_heading(part, result, "thay_doi", f"Thay đổi thứ hạng so với năm {year}"),
        body((Reference(caption.anchor), *text(words))),
        figure_of(part, result, chart, "hinh_thay_doi"),
        table_of_texts(part, columns, titles, rows, caption),
    )


def _reasons(change: RankChange | None) -> tuple[str, ...]:
    """The parts of a change, positive for places gained; a method that cannot be told apart is within the others."""
    if change is None:
        return (UNKNOWN,) * 4
    parts = (change.own, change.others, change.method, change.field)
    printed = iter(round_parts([-part for part in parts if part is not None]))
    return tuple(NOT_TOLD_APART if part is None else print_places(next(printed)) for part in parts)


def round_parts(parts: Sequence[Fraction]) -> list[Decimal]:
    """Return `parts` with two decimals so that the printed numbers add up as the parts do (largest remainders).

    Their sum has to be a whole number.
    """
    hundredths = [part * 100 for part in parts]
    floors = [math.floor(value) for value in hundredths]
    short = int(sum(hundredths)) - sum(floors)
    order = sorted(range(len(parts)), key=lambda index: (floors[index] - hundredths[index], index))
    for index in order[:short]:
        floors[index] += 1
    return [Decimal(value).scaleb(-2) for value in floors]


def print_places(places: Decimal) -> str:
    """Return a number of places with its sign: "+3", "−1,5", "0"."""
    sign = "+" if places > 0 else "−" if places < 0 else ""
    return f"{sign}{format_number(abs(places).normalize() + 0)}"
