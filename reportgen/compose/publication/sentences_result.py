"""Sentences on a group's totals: who is ranked, mean and spread, who leads, ties, how published totals hold."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from decimal import Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.sentences import (
    MOST_NAMES,
    TOTAL,
    capitalised,
    describe_leaders,
    format_count,
    format_score,
    format_share,
    listed,
    names_of,
    printed_alike,
    ranked_rows,
    rows_by_rank,
    scores_of,
)
from reportgen.index.edition import GroupResult
from reportgen.index.published import TOLERANCE
from reportgen.model.ranking import FULL_PRECISION, RankedUnit, ScoreOrigin

LEADING_PLACES = 5
_MOST_TIES = 3


def write_result_paragraphs(part: PublicationPart, result: GroupResult) -> list[list[str]]:
    """Return the paragraphs on the totals of `result`, each as its sentences."""
    rows = ranked_rows(result.total)
    paragraphs = [[_opening(part, result, rows)]]
    if len(rows) > 1:
        if len(rows_by_rank(rows)) == 1:
            paragraphs[0].append(_all_level(part, rows))
        else:
            paragraphs[0] += _spread(part, result)
            paragraphs.append([_leaders(part, rows), *_ties(part, result)])
    if result.total.origin is ScoreOrigin.PUBLISHED and rows:
        paragraphs.append([_check_of_published(part, result)])
    return paragraphs


def _opening(part: PublicationPart, result: GroupResult, rows: Sequence[RankedUnit]) -> str:
    noun, whole = part.unit_noun, len(result.total.rows)
    is_published = result.total.origin is ScoreOrigin.PUBLISHED
    reason = f"chưa có {TOTAL} được công bố" if is_published else f"chưa đủ số liệu để tính {TOTAL}"
    if not rows:
        return (
            f"Năm {part.year}, không có {noun} nào trong số {format_count(whole)} {noun} được xếp hạng do {reason}."
        )
    if len(rows) == whole == 1:
        score = format_score(rows[0].score or Decimal(0))
        return f"Năm {part.year}, chỉ có {rows[0].unit.name} được xếp hạng; {TOTAL} là {score}."
    if len(rows) == whole:
        return f"Năm {part.year}, cả {format_count(whole)} {noun} đều được xếp hạng."
    left = result.total.rows[len(rows) :]
    opening = f"Năm {part.year}, {format_count(len(rows))} trong số {format_count(whole)} {noun} được xếp hạng"
    if len(rows) == 1:
        opening += f", là {rows[0].unit.name}{printed_alike(rows)}"
    return f"{opening}; {names_of(left, noun)} chưa được xếp hạng do {reason}."


def _all_level(part: PublicationPart, rows: Sequence[RankedUnit]) -> str:
    return f"{capitalised(TOTAL)} của {format_count(len(rows))} {part.unit_noun} bằng nhau{printed_alike(rows)}."


def _spread(part: PublicationPart, result: GroupResult) -> list[str]:
    scores = list(scores_of(result.total).values())
    mean = statistics.mean(scores)
    above = sum(score > mean for score in scores)
    return [
        f"{capitalised(TOTAL)} trung bình là {format_score(mean)}, trung vị là "
        f"{format_score(statistics.median(scores))}; {format_count(above)} {part.unit_noun} "
        f"({format_share(above, len(scores))}) đạt trên mức trung bình.",
        f"Khoảng cách giữa đơn vị đứng đầu và đơn vị đứng cuối là {format_score(max(scores) - min(scores))}; "
        f"độ lệch chuẩn là {format_score(_deviation(scores))}.",
    ]


def _deviation(scores: Sequence[Decimal]) -> Decimal:
    # The ranked units are the whole population, not a sample of it.
    return statistics.pstdev(scores)


def _leaders(part: PublicationPart, rows: Sequence[RankedUnit]) -> str:
    noun = part.unit_noun
    last = rows_by_rank(rows)[-1]
    rank = format_count(last[0].rank or 0)
    together = "cùng xếp thứ" if len(last) > 1 else "xếp thứ"
    lowest = f"thấp nhất là {names_of(last, noun)}{printed_alike(last)}, {together} {rank}"
    return f"{capitalised(describe_leaders(rows, noun, LEADING_PLACES))}; {lowest}."


def _ties(part: PublicationPart, result: GroupResult) -> list[str]:
    ties = result.total.ties
    if len(ties) > _MOST_TIES:
        units = sum(len(tie) for tie in ties)
        return [f"Có {format_count(len(ties))} thứ hạng do nhiều đơn vị cùng giữ, gồm {format_count(units)} đơn vị."]
    return [_tie(part, tie, result.total.precision) for tie in ties]


def _tie(part: PublicationPart, tie: Sequence[RankedUnit], precision: int) -> str:
    rank = tie[0].rank or 0
    alike = printed_alike(tie)
    level = f"có {TOTAL} bằng nhau{alike}"
    if precision < FULL_PRECISION and not alike:
        level += f" khi làm tròn {format_count(precision)} chữ số thập phân"
    first, last = rank + 1, rank + len(tie) - 1
    gap = (
        f"hạng {format_count(first)}"
        if first == last
        else f"các hạng từ {format_count(first)} đến {format_count(last)}"
    )
    return f"{names_of(tie, part.unit_noun)} {level} nên cùng xếp thứ {format_count(rank)}; không có {gap}."


def _check_of_published(part: PublicationPart, result: GroupResult) -> str:
    start = f"{capitalised(TOTAL)} và thứ hạng được lấy theo kết quả đã công bố"
    checked = result.check.totals_checked
    if not checked:
        return f"{start}; chưa đủ số liệu để tính lại."
    differing = [found for found in result.check.discrepancies if found.kind == "total"]
    limit = format_score(TOLERANCE)
    found = f"chênh lệch không quá {limit}"
    if differing:
        widest = sorted(differing, key=lambda one: -abs(one.published - one.computed))[:MOST_NAMES]
        most = "" if len(widest) == len(differing) else ", nhiều nhất ở"
        named = listed(
            [
                f"{one.unit.name} (công bố {format_score(one.published)}, tính lại {format_score(one.computed)})"
                for one in widest
            ]
        )
        found = f"chênh lệch lớn hơn {limit} ở {format_count(len(differing))} đơn vị{most}: {named}"
    return f"{start}; với {format_count(checked)} {part.unit_noun} có đủ số liệu để tính lại, {found}."
