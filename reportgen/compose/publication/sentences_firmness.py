"""Sentences on how firm the ranks of a group are, in words for a reader who has never heard of Monte Carlo."""

from __future__ import annotations

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.sentences import (
    MOST_NAMES,
    format_count,
    format_share,
    listed,
)
from reportgen.index.edition import GroupResult
from reportgen.index.robustness import RankRobustness

INTERVAL_PERCENT = 90
"""The share of the trials that an interval of ranks holds, in percent."""


def wide_places(units: int) -> int:
    """Return how many places an interval may span among `units` before it is called wide."""
    return 5 if units > 10 else 1


def write_firmness_sentences(part: PublicationPart, result: GroupResult) -> list[str]:
    """Return the sentences on `result.robustness`; none without it, or where fewer than two units have a rank."""
    robustness = result.robustness
    if robustness is None or len(result.total.ranks) < 2:
        return []
    return [
        f"Thứ hạng được thử lại {format_count(robustness.draws)} lần, mỗi lần thay đổi trọng số và phương pháp tính.",
        *_unranked(part, result, robustness),
        *_wide_intervals(part, robustness),
        *_leader(robustness),
        *_groups(part, robustness),
    ]


def _unranked(part: PublicationPart, result: GroupResult, robustness: RankRobustness) -> list[str]:
    number = len(robustness.units) - len(result.total.ranks)
    return [f"Phép thử gồm cả {format_count(number)} {part.unit_noun} chưa được xếp hạng."] if number else []


def _wide_intervals(part: PublicationPart, robustness: RankRobustness) -> list[str]:
    noun, units = part.unit_noun, len(robustness.units)
    intervals = [(int(best), int(worst)) for best, worst in robustness.intervals(INTERVAL_PERCENT / 100)]
    widths = [worst - best for best, worst in intervals]
    limit = wide_places(units)
    wide = sum(width > limit for width in widths)
    interval = f"khoảng thứ hạng chứa {INTERVAL_PERCENT}% số lần thử"
    if not wide:
        return [f"Không {noun} nào có {interval} rộng hơn {limit} bậc."]
    between = "giữa các đơn vị này" if wide > 1 else "giữa đơn vị này và đơn vị khác"
    sentences = [
        f"Ở {format_count(wide)} {noun} ({format_share(wide, units)}), {interval} rộng hơn {limit} bậc; "
        f"{between}, chênh lệch ít bậc chưa cho thấy hơn kém rõ rệt."
    ]
    most = max(widths)
    widest = [position for position, width in enumerate(widths) if width == most]
    if len(widest) == 1:
        best, worst = intervals[widest[0]]
        sentences.append(
            f"Khoảng rộng nhất là của {robustness.units[widest[0]].name}, "
            f"từ hạng {format_count(best)} đến hạng {format_count(worst)}."
        )
    return sentences


def _leader(robustness: RankRobustness) -> list[str]:
    leading = [position for position, rank in enumerate(robustness.base_ranks) if rank == 1]
    if len(leading) != 1:
        return []
    unit = robustness.units[leading[0]]
    times = int((robustness.ranks[:, leading[0]] == 1).sum())
    if not times:
        return [f"{unit.name} không đứng đầu trong lần thử nào."]
    often = "mọi" if times == robustness.draws else f"{format_share(times, robustness.draws)} số"
    return [f"{unit.name} đứng đầu trong {often} lần thử."]


def _groups(part: PublicationPart, robustness: RankRobustness) -> list[str]:
    groups, noun = robustness.groups(), part.unit_noun
    if len(groups) == 1:
        return [f"Chưa thể phân biệt đơn vị nào với {groups[0][0].name} là đơn vị đứng đầu."]
    if len(groups) == len(robustness.units):
        return [f"Mỗi {noun} đều phân biệt được với đơn vị xếp ngay trên."]
    first = (
        listed([unit.name for unit in groups[0]])
        if len(groups[0]) <= MOST_NAMES
        else f"{format_count(len(groups[0]))} {noun}"
    )
    only = "chỉ có" if len(groups[0]) == 1 else "gồm"
    return [
        f"Theo kết quả thử, {format_count(len(robustness.units))} {noun} chia thành {format_count(len(groups))} "
        "nhóm, trong đó các đơn vị cùng nhóm chưa thể phân biệt với đơn vị đứng đầu nhóm.",
        f"Nhóm thứ nhất {only} {first}.",
    ]
