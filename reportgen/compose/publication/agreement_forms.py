"""The sentences on totals, pillars and main indices that a reader of the overview may meet, and what each means."""

from __future__ import annotations

import re
from fractions import Fraction

from reportgen.compose.publication.agreement_figures import GroupFigures, ScoreTable, mean, round_half_up
from reportgen.compose.publication.agreement_reading import SCORE, Checks, Forms, Said, read_number

FORMS = Forms()
_form = FORMS.form

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_SCORE = re.compile(SCORE)
_REASON = "<chưa có giá trị DTI được công bố/chưa đủ số liệu để tính giá trị DTI:reason>"
_LOWEST = "thấp nhất là <party:last>[ (<score:low>)], <cùng xếp thứ/xếp thứ:together> <count:rank>."
_LEVEL = (
    "<party:tied> có giá trị DTI bằng nhau[ (<score:score>)][ khi làm tròn <count:precision> chữ số thập phân] "
    "nên cùng xếp thứ <count:rank>;"
)
_UNKNOWN = "[; chưa có số liệu của <count:unknown> <noun>]"


@_form("Năm <year:year>, cả <count:n> <noun> đều được xếp hạng.")
def _all_ranked(figures: GroupFigures, said: Said) -> Checks:
    yield "năm", said.number("year") == figures.part.year
    yield "số đơn vị được xếp hạng", said.number("n") == len(figures.total.scores) == len(figures.total.units)


@_form("Năm <year:year>, chỉ có <name:unit> được xếp hạng; giá trị DTI là <score:score>.")
def _only_one(figures: GroupFigures, said: Said) -> Checks:
    yield "năm", said.number("year") == figures.part.year
    yield "chỉ có một đơn vị", len(figures.total.units) == 1
    yield "tên và giá trị", _has_score(figures.total, said.word("unit"), said.number("score"))


@_form(
    f"Năm <year:year>, không có <noun> nào trong số <count:whole> <noun> được xếp hạng do {_REASON}.",
    "Năm <year:year>, <count:n> trong số <count:whole> <noun> được xếp hạng[, là <name:unit> (<score:score>)]; "
    f"<party:left> chưa được xếp hạng do {_REASON}.",
)
def _some_ranked(figures: GroupFigures, said: Said) -> Checks:
    table = figures.total
    left = [code for code in table.units if code not in table.scores]
    yield "năm", said.number("year") == figures.part.year
    yield "số đơn vị", said.number("whole") == len(table.units)
    yield "số đơn vị được xếp hạng", (said.number("n") or 0) == len(table.scores)
    yield "lý do", ("công bố" in said.word("reason")) is (figures.result.total.origin == "cong_bo")
    if said.has("left"):
        yield "đơn vị chưa được xếp hạng", said.is_party("left", table, left)
        yield "đơn vị duy nhất", said.has("unit") is (len(table.scores) == 1)
    if said.has("unit"):
        yield "tên và giá trị", _has_score(table, said.word("unit"), said.number("score"))


@_form("Giá trị DTI của <count:n> <noun> bằng nhau[ (<score:score>)].")
def _all_level(figures: GroupFigures, said: Said) -> Checks:
    yield "số đơn vị", said.number("n") == len(figures.total.scores)
    yield "mọi đơn vị bằng nhau", set(figures.total.ranks.values()) == {1}
    yield from _alike("score", figures.total, 1, said)


@_form(
    "Giá trị DTI trung bình là <score:mean>, trung vị là <score:median>; <count:above> <noun> (<share:share>) "
    "đạt trên mức trung bình."
)
def _average(figures: GroupFigures, said: Said) -> Checks:
    ordered = sorted(figures.total.scores.values())
    average = mean(ordered)
    above = sum(score > average for score in ordered)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    yield "giá trị trung bình", said.rounds("mean", average)
    yield "trung vị", said.rounds("median", middle)
    yield "số đơn vị trên trung bình", said.number("above") == above
    yield "tỷ lệ trên trung bình", said.rounds("share", Fraction(100 * above, len(ordered)))


@_form(
    "Khoảng cách giữa đơn vị đứng đầu và đơn vị đứng cuối là <score:gap>; độ lệch chuẩn là <score:deviation>.",
)
def _spread(figures: GroupFigures, said: Said) -> Checks:
    scores = list(figures.total.scores.values())
    average = mean(scores)
    variance = mean((score - average) ** 2 for score in scores)
    deviation, half = said.number("deviation"), Fraction(1, 20_000)
    yield "khoảng cách", said.rounds("gap", max(scores) - min(scores))
    yield (
        "độ lệch chuẩn",
        (deviation is not None and max(deviation - half, Fraction(0)) ** 2 <= variance < (deviation + half) ** 2),
    )


@_form(
    f"<Cùng dẫn đầu/Dẫn đầu:how> là <scored:first>[, tiếp theo là <scored:next>]; {_LOWEST}",
    f"<count:many> <noun> cùng dẫn đầu[ (<score:high>)]; {_LOWEST}",
)
def _leaders(figures: GroupFigures, said: Said) -> Checks:
    table = figures.total
    last = table.of_rank(table.last_rank)
    yield from _leading(table, said)
    yield "đơn vị thấp nhất", said.is_party("last", table, last)
    yield from _alike("low", table, table.last_rank, said)
    yield "hạng thấp nhất", said.number("rank") == table.last_rank
    yield "cùng xếp thứ", said.word("together").startswith("cùng") is (len(last) > 1)


@_form(
    f"{_LEVEL} không có hạng <count:first>.",
    f"{_LEVEL} không có các hạng từ <count:first> đến <count:last>.",
)
def _tie(figures: GroupFigures, said: Said) -> Checks:
    rank = int(said.number("rank") or 0)
    tied = figures.total.of_rank(rank)
    missing = range(rank + 1, rank + len(tied))
    yield "các đơn vị đồng hạng", len(tied) > 1 and said.is_party("tied", figures.total, tied)
    yield from _alike("score", figures.total, rank, said)
    yield "hạng bỏ trống", bool(missing) and said.number("first") == missing[0]
    yield "hạng bỏ trống cuối", bool(missing) and (said.number("last") or said.number("first")) == missing[-1]
    if said.has("precision"):
        yield "số chữ số", said.number("precision") == figures.result.total.precision


@_form("Có <count:ranks> thứ hạng do nhiều đơn vị cùng giữ, gồm <count:units> đơn vị.")
def _many_ties(figures: GroupFigures, said: Said) -> Checks:
    tied = figures.total.tied_ranks
    yield "số thứ hạng chung", said.number("ranks") == len(tied)
    yield "số đơn vị đồng hạng", said.number("units") == sum(len(figures.total.of_rank(rank)) for rank in tied)


@_form(
    "Giá trị DTI và thứ hạng được lấy theo kết quả đã công bố; chưa đủ số liệu để tính lại.",
    "Giá trị DTI và thứ hạng được lấy theo kết quả đã công bố; với <count:n> <noun> có đủ số liệu để tính lại, "
    "chênh lệch không quá <score:limit>.",
    "Giá trị DTI và thứ hạng được lấy theo kết quả đã công bố; với <count:n> <noun> có đủ số liệu để tính lại, "
    "chênh lệch lớn hơn <score:limit> ở <count:differing> đơn vị[, nhiều nhất <ở:most>]: <gaps:gaps>.",
)
def _published(figures: GroupFigures, said: Said) -> Checks:
    check = figures.result.check
    differing = [found for found in check.discrepancies if found.kind == "total"]
    yield "lấy theo công bố", figures.result.total.origin == "cong_bo"
    yield "số đơn vị tính lại được", (said.number("n") or 0) == check.totals_checked
    yield "số đơn vị chênh lệch", (said.number("differing") or 0) == len(differing)
    largest = sorted(differing, key=lambda found: abs(found.published - found.computed), reverse=True)[:5]
    wanted = [
        (found.unit.name, [round_half_up(Fraction(value), 4) for value in (found.published, found.computed)])
        for found in largest
    ]
    gaps = [
        (name, [read_number(score) for score in _SCORE.findall(words)]) for name, words in said.pairs("gaps", "gaps")
    ]
    yield "các đơn vị chênh lệch", gaps == wanted
    yield "có đơn vị chênh lệch không nêu", said.has("most") is (len(differing) > len(largest))
    if said.has("limit"):
        yield "giới hạn chênh lệch", said.number("limit") == Fraction(1, 10_000)


@_form("Kết quả theo từng trụ cột như sau:")
def _pillars_follow(figures: GroupFigures, _said: Said) -> Checks:
    yield "có trụ cột", bool(figures.pillars)


@_form(
    f"<pillar:pillar>: trung bình là <score:mean>; <cùng dẫn đầu/dẫn đầu:how> là <scored:first>"
    f"[, tiếp theo là <scored:next>]{_UNKNOWN}.",
    f"<pillar:pillar>: trung bình là <score:mean>; <count:many> <noun> cùng dẫn đầu[ (<score:high>)]{_UNKNOWN}.",
    f"<pillar:pillar>: <name:unit> đạt <score:score>{_UNKNOWN}.",
    f"<pillar:pillar>: <count:n> <noun> bằng nhau[ (<score:level>)]{_UNKNOWN}.",
    "<pillar:pillar>: chưa có số liệu.",
)
def _pillar(figures: GroupFigures, said: Said) -> Checks:
    table = figures.pillars[said.word("pillar")]
    unknown = len(table.units) - len(table.scores)
    yield "số đơn vị chưa có số liệu", not table.scores or (said.number("unknown") or 0) == unknown
    if said.has("mean"):
        yield (
            "giá trị trung bình của trụ cột",
            bool(table.scores) and said.rounds("mean", mean(table.scores.values())),
        )
        yield from _leading(table, said)
    elif said.has("unit"):
        yield "chỉ một đơn vị có số liệu", len(table.scores) == 1
        yield "tên và giá trị", _has_score(table, said.word("unit"), said.number("score"))
    elif said.has("n"):
        yield "mọi đơn vị bằng nhau", set(table.ranks.values()) == {1}
        yield "số đơn vị", said.number("n") == len(table.scores)
        yield from _alike("level", table, 1, said)
    else:
        yield "chưa có số liệu", not table.scores


@_form("<name:unit> dẫn đầu ở cả <word:count> trụ cột.")
def _leads_all(figures: GroupFigures, said: Said) -> Checks:
    yield "số trụ cột", _count_word(said.word("count")) == len(figures.pillars)
    for name, table in figures.pillars.items():
        first = [table.units[code] for code in table.of_rank(1)]
        yield f"dẫn đầu {name}", first == [said.word("unit")]


@_form(
    "Giá trị trụ cột[ <pillars:pillars>] được suy ra từ kết quả đã công bố, "
    "sai số do làm tròn không quá <number:limit>."
)
def _derived(figures: GroupFigures, said: Said) -> Checks:
    derived = figures.result.derived
    names = [name for name, key in figures.pillar_keys.items() if key in derived]
    if said.has("pillars"):
        yield "trụ cột suy ra", said.lists("pillars", "pillars", names)
    else:
        yield "mọi trụ cột đều suy ra", len(names) == len(figures.pillars) > 0
    limit = max((Fraction(found.tolerance) for found in derived.values()), default=Fraction(-1))
    said_limit = said.number("limit") or Fraction(0)
    yield "sai số", limit <= said_limit < limit + Fraction(1, 100_000)


@_form("Sai số này có thể làm đổi thứ hạng của <near:near>.")
def _uncertain(figures: GroupFigures, said: Said) -> Checks:
    said_pairs = said.pairs("near", "near")
    wanted = {
        name: len(figures.result.derived[key].uncertain)
        for name, key in figures.pillar_keys.items()
        if key in figures.result.derived and figures.result.derived[key].uncertain
    }
    yield "đơn vị có thể đổi hạng", {name: read_number(count) for count, name in said_pairs} == wanted


@_form(
    "Trong <count:n> chỉ số chính[ có đủ <số liệu:known>], giá trị trung bình cao nhất là của <indices:best> "
    "(<score:high>), thấp nhất là của <indices:worst> (<score:low>)."
)
def _strongest(figures: GroupFigures, said: Said) -> Checks:
    full = figures.full_indices
    means = {name: mean(table.scores.values()) for name, table in full.items()}
    high, low = max(means.values(), default=Fraction(-1)), min(means.values(), default=Fraction(-1))
    yield "số chỉ số", said.number("n") == len(full)
    yield "có đủ số liệu", said.has("known") is (len(full) < len(figures.indices))
    yield "chỉ số mạnh nhất", said.lists("best", "indices", [name for name, value in means.items() if value == high])
    yield "chỉ số yếu nhất", said.lists("worst", "indices", [name for name, value in means.items() if value == low])
    yield "giá trị cao nhất", said.rounds("high", high)
    yield "giá trị thấp nhất", said.rounds("low", low)


@_form("Chênh lệch giữa các đơn vị lớn nhất là ở <index:index>, từ <score:low> đến <score:high>.")
def _most_uneven(figures: GroupFigures, said: Said) -> Checks:
    spans = {
        name: max(table.scores.values()) - min(table.scores.values()) for name, table in figures.full_indices.items()
    }
    table = figures.full_indices.get(said.word("index"))
    if table is None:
        yield "chỉ số có đủ số liệu", False
        return
    yield "chỉ số chênh lệch nhất", spans[said.word("index")] == max(spans.values())
    yield "giá trị thấp nhất", said.rounds("low", min(table.scores.values()))
    yield "giá trị cao nhất", said.rounds("high", max(table.scores.values()))


@_form(
    "Chưa có số liệu của một số <noun> về <indices:partly>[; chưa có số liệu của tất cả <noun> về <indices:wholly>].",
    "Chưa có số liệu của tất cả <noun> về <indices:wholly>.",
)
def _lacking(figures: GroupFigures, said: Said) -> Checks:
    full = figures.full_indices
    known = {name for name, table in figures.indices.items() if table is not None and table.scores}
    partly = [name for name in figures.indices if name in known and name not in full]
    wholly = [name for name in figures.indices if name not in known]
    yield "chỉ số thiếu một phần", said.lists("partly", "indices", partly) if said.has("partly") else not partly
    yield "chỉ số thiếu tất cả", said.lists("wholly", "indices", wholly) if said.has("wholly") else not wholly


@_form("Giá trị cụ thể của từng chỉ số nêu tại <anchor:anchor>.")
def _table_follows(figures: GroupFigures, said: Said) -> Checks:
    yield "bảng được dẫn", said.word("anchor").startswith(f"→{figures.part.key}_")


def _leading(table: ScoreTable, said: Said) -> Checks:
    """Hold those who lead, and those who follow them, against the ranks."""
    first = table.of_rank(1)
    if said.has("many"):
        yield "số đơn vị dẫn đầu", said.number("many") == len(first)
        yield from _alike("high", table, 1, said)
        return
    leaders, following = said.scored_names("first"), said.scored_names("next")
    yield "đơn vị dẫn đầu", sorted(name for name, _ in leaders) == sorted(table.units[code] for code in first)
    yield "cùng dẫn đầu", said.word("how").lower().startswith("cùng") is (len(first) > 1)
    for name, score in (*leaders, *following):
        yield f"giá trị của {name}", _has_score(table, name, score)
    # Whoever follows is next in rank: nobody between is left out.
    ordered = sorted(table.ranks, key=lambda code: table.ranks[code])[len(first) : len(first) + len(following)]
    bound = table.ranks[ordered[-1]] if ordered else 1
    wanted = [table.units[code] for code in table.ranks if 1 < table.ranks[code] <= bound]
    yield "đơn vị tiếp theo", sorted(name for name, _ in following) == sorted(wanted)
    ranks = [min(table.ranks[code] for code in table.ranks if table.units[code] == name) for name, _ in following]
    yield "thứ tự", ranks == sorted(ranks)


def _has_score(table: ScoreTable, name: str, score: Fraction | None) -> bool:
    """Say whether a unit of that name prints that score."""
    codes = [code for code, own in table.units.items() if own == name]
    return any(code in table.scores and round_half_up(table.scores[code], 4) == score for code in codes)


def _alike(slot: str, table: ScoreTable, rank: int, said: Said) -> Checks:
    """A score after several units is that of them all; it is left out only where they print different ones."""
    printed = {round_half_up(table.scores[code], 4) for code in table.of_rank(rank)}
    yield "giá trị chung", said.number(slot) == (printed.pop() if len(printed) == 1 else None)


def _count_word(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS.get(word, 0)
