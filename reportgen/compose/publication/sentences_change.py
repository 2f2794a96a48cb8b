"""Sentences on what changed since the edition before: means, ranks, who rose and fell, and why."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reportgen.compose.publication.content import EarlierEdition, PublicationPart
from reportgen.compose.publication.sentences import (
    MOST_NAMES,
    TOTAL,
    capitalised,
    describe_change,
    format_count,
    format_score,
    listed,
    mean_of,
    scores_of,
)
from reportgen.index.edition import GroupResult
from reportgen.index.rank_change import RankChange
from reportgen.vietnamese import format_number

_LONGEST_LIST = 3
_CLEARLY = Fraction(3, 2)
"""How many times as large as the next one a part has to be, and more than half of the change, to be the main one."""
_LEAST_PART = Fraction(1, 20)
_REASONS = {
    "own": "kết quả của chính đơn vị",
    "others": "kết quả của các đơn vị khác",
    "method": "thay đổi phương pháp",
    "field": "thay đổi số đơn vị được xếp hạng",
}


@dataclass(frozen=True, slots=True)
class _Move:
    """A unit's ranks in both editions; `places` are those won, less than zero for those lost."""

    code: str
    name: str
    before: int
    after: int

    @property
    def places(self) -> int:
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class ChangeTexts:
    """What is said of the changes: sentences, and the units that rose and fell most, each list with its lead-in."""

    sentences: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def find_earlier(edition: EarlierEdition, result: GroupResult) -> GroupResult | None:
    """Return the results of the same group in an earlier edition."""
    return next((before for before in edition.results if before.group.key == result.group.key), None)


def write_change_texts(part: PublicationPart, result: GroupResult) -> ChangeTexts | None:
    """Return what changed since the latest edition before; `None` where there is none of this group."""
    before = find_earlier(part.earlier[0], result) if part.earlier else None
    if before is None or not scores_of(result.total):
        return None
    year = part.earlier[0].year
    old, new = scores_of(before.total), scores_of(result.total)
    both = [code for code in new if code in old]
    if not both:
        none = f"Không có {part.unit_noun} nào được xếp hạng cả năm {year} và năm {part.year} để so sánh."
        return ChangeTexts((none, *_trend(part, result)), ())
    names = {row.unit.code: row.unit.name for row in result.total.rows}
    ranks_before, ranks_now = before.total.ranks, result.total.ranks
    moves = [_Move(code, names[code], ranks_before[code], ranks_now[code]) for code in both]
    sentences = [
        *_totals(part, year, old, new, names),
        *_ranks(part, moves),
        *_field(part, year, before, result),
        *_trend(part, result),
    ]
    if part.earlier[0].index_set != part.index_set:
        sentences.append(
            f"Bộ chỉ số dùng cho năm {year} khác bộ chỉ số dùng cho năm {part.year}, "
            "nên mức tăng, giảm gồm cả tác động của thay đổi phương pháp."
        )
    lists = [] if len(moves) < 2 else [*_movers(part, moves, 1), *_movers(part, moves, -1)]
    summaries = [words for words, items in lists if not items]
    return ChangeTexts((*sentences, *summaries), tuple(found for found in lists if found[1]))


def _totals(
    part: PublicationPart, year: int, old: Mapping[str, Decimal], new: Mapping[str, Decimal], names: Mapping[str, str]
) -> list[str]:
    both = [code for code in new if code in old]
    before, after = (statistics.mean(table[code] for code in both) for table in (old, new))
    change = f"{describe_change(before, after)} so với năm {year}"
    if before == after:
        values = f" ({format_score(after)})"
    elif format_score(before) == format_score(after):
        values = f", làm tròn vẫn là {format_score(after)}"
    else:
        values = f", từ {format_score(before)} {'lên' if after > before else 'xuống'} {format_score(after)}"
    if len(both) == 1:
        return [f"{capitalised(TOTAL)} của {names[both[0]]} {change}{values}."]
    mean = f"{TOTAL} trung bình {change}{values}."
    if not len(both) == len(old) == len(new):
        mean = f"tính trên {format_count(len(both))} {part.unit_noun} được xếp hạng ở cả hai năm, {mean}"
    rises = sum(new[code] > old[code] for code in both)
    falls = sum(new[code] < old[code] for code in both)
    counts = _counts(part, len(both), (("tăng", rises), ("giảm", falls), ("không đổi", len(both) - rises - falls)))
    return [capitalised(mean), f"{capitalised(TOTAL)} {counts}."]


def _ranks(part: PublicationPart, moves: Sequence[_Move]) -> list[str]:
    rises, falls = sum(move.places > 0 for move in moves), sum(move.places < 0 for move in moves)
    if len(moves) < 2:
        return []
    counts = _counts(part, len(moves), (("tăng", rises), ("giảm", falls), ("giữ nguyên", len(moves) - rises - falls)))
    return [f"Thứ hạng {counts}."]


def _counts(part: PublicationPart, whole: int, found: Sequence[tuple[str, int]]) -> str:
    """Return "tăng ở 20 bộ, cơ quan, giảm ở 5 đơn vị và không đổi ở 1 đơn vị", or that all went one way."""
    present = [(word, number) for word, number in found if number]
    if len(present) == 1:
        return f"của cả {format_count(whole)} {part.unit_noun} đều {present[0][0]}"
    clauses = [
        f"{word} ở {format_count(number)} {'đơn vị' if place else part.unit_noun}"
        for place, (word, number) in enumerate(present)
    ]
    return listed(clauses)


def _field(part: PublicationPart, year: int, before: GroupResult, result: GroupResult) -> list[str]:
    old, new = before.total.ranks, result.total.ranks
    joined = [row.unit.name for row in result.total.rows if row.unit.code in new and row.unit.code not in old]
    left = [row.unit.name for row in before.total.rows if row.unit.code in old and row.unit.code not in new]
    sentences = []
    if joined:
        sentences.append(f"{_named(part, joined)} được xếp hạng năm {part.year}, chưa được xếp hạng năm {year}.")
    if left:
        sentences.append(f"{_named(part, left)} được xếp hạng năm {year}, không được xếp hạng năm {part.year}.")
    return sentences


def _named(part: PublicationPart, names: Sequence[str]) -> str:
    return listed(names) if len(names) <= MOST_NAMES else f"Có {format_count(len(names))} {part.unit_noun}"


def _trend(part: PublicationPart, result: GroupResult) -> list[str]:
    editions = [
        (edition.year, found) for edition in reversed(part.earlier) if (found := find_earlier(edition, result))
    ]
    points = [(year, mean_of(found.total)) for year, found in (*editions, (part.year, result))]
    known = [f"{format_score(mean)} (năm {year})" for year, mean in points if mean is not None]
    return [f"{capitalised(TOTAL)} trung bình qua các năm là {listed(known)}."] if len(known) > 2 else []


def _movers(part: PublicationPart, moves: Sequence[_Move], sign: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return the lead-in and the items of those who rose (`sign` 1) or fell (-1) most; no items for too many."""
    moved = sorted(
        (move for move in moves if move.places * sign > 0), key=lambda move: (-move.places * sign, move.after)
    )
    if not moved:
        return []
    word = "tăng" if sign > 0 else "giảm"
    least = moved[:_LONGEST_LIST][-1].places * sign
    chosen = [move for move in moved if move.places * sign >= least]
    if len(chosen) > MOST_NAMES:
        chosen = [move for move in moved if move.places * sign > least]
    if not chosen:
        shared = sum(move.places * sign == least for move in moved)
        return [(f"Mức {word} hạng lớn nhất là {format_count(least)} bậc, ở {format_count(shared)} đơn vị.", ())]
    items = tuple(_item(part, move, word, sign) for move in chosen)
    return [(f"{word.capitalize()} hạng nhiều nhất so với năm {part.earlier[0].year}:", items)]


def _item(part: PublicationPart, move: _Move, word: str, sign: int) -> str:
    way = "lên" if sign > 0 else "xuống"
    change = part.changes.get(move.code)
    item = (
        f"{move.name} {word} {format_count(abs(move.places))} bậc, "
        f"từ hạng {format_count(move.before)} {way} hạng {format_count(move.after)}"
    )
    # Reasons are worked out from computed totals: they explain the printed ranks only where these are the same.
    if change is None or (change.rank_before, change.rank_after) != (move.before, move.after):
        return item
    return f"{item}, {_reasons(change, sign, abs(move.places))}"


def _reasons(change: RankChange, sign: int, places: int) -> str:
    """Return what made the rank change: the main reason if there is one, else all that helped, the largest first."""
    parts: dict[str, Fraction | None] = {name: getattr(change, name) for name in _REASONS}
    # A rank that falls in number is a rise.
    helped = [(name, -sign * value) for name, value in parts.items() if value is not None]
    ordered = sorted(helped, key=lambda one: -one[1])
    (_, most), *others = ordered
    is_main = 2 * most > places and most >= _CLEARLY * others[0][1]
    # A part that prints as 0,0 says nothing.
    named = ordered[:1] if is_main else [one for one in ordered if one[1] >= _LEAST_PART]
    words = [
        f"{_REASONS[name]} ({format_number(Decimal(value.numerator) / value.denominator, decimals=1)} bậc)"
        for name, value in named
    ]
    return f"{'chủ yếu ' if is_main else ''}do {listed(words)}"
