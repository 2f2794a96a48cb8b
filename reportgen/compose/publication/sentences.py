"""The small parts of generated sentences: numbers, lists of names, up and down, who leads a ranking.

A sentence is a plain text. What it says is held against the figures by `agreement`, which reads the finished text and
shares no wording and no arithmetic with the modules `sentences…`.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportgen.compose.publication.charts import group_name
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import SCORE_DECIMALS
from reportgen.index.edition import GroupResult
from reportgen.model.index_set import IndexSet
from reportgen.model.ranking import RankedUnit, Ranking, round_score
from reportgen.vietnamese import format_number, format_percent

MOST_NAMES = 5
"""More units than these are counted, not named."""
TOTAL = "giá trị DTI"
"""What the total is called in a sentence."""

_SMALLEST = Decimal(1).scaleb(-SCORE_DECIMALS)
_NUMBER_WORDS = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def format_score(value: Decimal) -> str:
    """Return a score or a difference of scores with the four decimals that are published: "0,8002"."""
    return format_number(value, decimals=SCORE_DECIMALS)


def format_count(number: int) -> str:
    """Return a count or a rank: "63", "10.000"."""
    return format_number(number)


def format_share(part: int, whole: int) -> str:
    """Return `part` of `whole` in percent with one decimal: "44,4%"."""
    return format_percent(Decimal(100 * part) / whole, decimals=1)


def number_word(number: int) -> str:
    """Return a small count in words ("ba"), a larger one in digits."""
    return _NUMBER_WORDS[number] if 0 < number < len(_NUMBER_WORDS) else format_count(number)


def listed(items: Sequence[str]) -> str:
    """Return "A", "A và B" or "A, B và C"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}"


def capitalised(sentence: str) -> str:
    """Return `sentence` with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]


def ranked_rows(ranking: Ranking) -> tuple[RankedUnit, ...]:
    """Return the rows that have a rank, the best first."""
    return tuple(row for row in ranking.rows if row.rank is not None)


def scores_of(ranking: Ranking) -> dict[str, Decimal]:
    """Return the scores that are known, by code of unit."""
    return {row.unit.code: row.score for row in ranking.rows if row.score is not None}


def mean_of(ranking: Ranking) -> Decimal | None:
    """Return the mean of the scores that are known; `None` if there are none."""
    scores = scores_of(ranking)
    return statistics.mean(scores.values()) if scores else None


def rows_by_rank(rows: Iterable[RankedUnit]) -> list[list[RankedUnit]]:
    """Return `rows`, which stand in the order of their ranks, cut into those that share one."""
    shared: dict[int | None, list[RankedUnit]] = {}
    for row in rows:
        shared.setdefault(row.rank, []).append(row)
    return list(shared.values())


def name_with_score(row: RankedUnit) -> str:
    """Return "Quảng Ninh (0,7024)"."""
    return f"{row.unit.name} ({format_score(row.score or Decimal(0))})"


def printed_alike(rows: Sequence[RankedUnit]) -> str:
    """Return the score that all `rows` print, in brackets after a space; empty where they print different ones."""
    printed = {row.printed_score for row in rows}
    return f" ({format_score(printed.pop() or Decimal(0))})" if len(printed) == 1 else ""


def names_of(rows: Sequence[RankedUnit], noun: str) -> str:
    """Return the names of `rows`, or how many they are: "Thanh Hóa và Yên Bái", "7 tỉnh, thành phố"."""
    return listed([row.unit.name for row in rows]) if len(rows) <= MOST_NAMES else f"{format_count(len(rows))} {noun}"


def describe_leaders(rows: Sequence[RankedUnit], noun: str, places: int) -> str:
    """Return who leads `rows` (ranked, not all level) and who follows, down to rank `places`, the last rank left out.

    "dẫn đầu là A (0,8002), tiếp theo là B (0,7163) và C (0,7024)"
    """
    first, *others = rows_by_rank(rows)
    if len(first) > MOST_NAMES:
        return f"{format_count(len(first))} {noun} cùng dẫn đầu{printed_alike(first)}"
    leaders = listed([name_with_score(row) for row in first])
    words = f"{'cùng dẫn đầu' if len(first) > 1 else 'dẫn đầu'} là {leaders}"
    following: list[RankedUnit] = []
    for group in others[:-1]:
        if (group[0].rank or 0) <= places and len(following) + len(group) <= MOST_NAMES:
            following += group
        else:
            break
    if following:
        words += f", tiếp theo là {listed([name_with_score(row) for row in following])}"
    return words


def describe_change(before: Decimal, after: Decimal) -> str:
    """Return how a score changed: "tăng 0,0123", "giảm 0,0123", "tăng chưa đến 0,0001", "không đổi"."""
    if before == after:
        return "không đổi"
    word = "tăng" if after > before else "giảm"
    size = round_score(abs(after - before), SCORE_DECIMALS)
    return f"{word} {format_score(size)}" if size else f"{word} chưa đến {format_score(_SMALLEST)}"


def index_labels(index_set: IndexSet) -> dict[str, str]:
    """Return the name of every pillar and main index by key; names that several bear are told apart by the pillar."""
    counts = Counter(index.name for index in index_set.main_indices)
    labels = {pillar.key: pillar.name for pillar in index_set.pillars}
    for index in index_set.main_indices:
        owners = [pillar.name for pillar in index_set.pillars if index.key in pillar.main_index_keys]
        is_shared = counts[index.name] > 1 and len(owners) == 1
        labels[index.key] = f"{index.name} ({owners[0]})" if is_shared else index.name
    return labels


def group_anchor(part: PublicationPart, result: GroupResult) -> str:
    """Return the anchor of a group's overview; those of its sections and tables begin with it."""
    return f"{part.key}_tong_quan_{result.group.key}"


def group_title(part: PublicationPart, result: GroupResult) -> str:
    """Return how a heading calls the group: "Cấp tỉnh"; "Bộ, cơ quan có dịch vụ công" where a part has several."""
    if len(part.results) == 1:
        return capitalised(part.title)
    return capitalised(f"{part.unit_noun} {group_name(result)}")
