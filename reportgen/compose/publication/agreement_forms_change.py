"""The sentences on how firm ranks are and on what changed since the edition before, and what each means."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from reportgen.compose.publication.agreement_figures import GroupFigures, ScoreTable, mean, round_half_up
from reportgen.compose.publication.agreement_reading import REASONS, Checks, Forms, Said, read_number

FORMS = Forms()
_form = FORMS.form

_SMALLEST = Fraction(1, 10_000)
_MEAN = "giá trị DTI trung bình"
_MOVED = "<tăng/giảm:word> [chưa đến <score:below>][<score:size>] so với năm <year:year>, "
_FROM = "từ <score:old> <lên/xuống:way> <score:new>."
_STILL = "làm tròn vẫn là <score:new>."
_SAME = "không đổi so với năm <year:year> (<score:new>)."
_ITEM = (
    "<name:unit> <tăng/giảm:word> <count:places> bậc, từ hạng <count:old> <lên/xuống:way> hạng <count:new>"
    f"[, chủ yếu do <{'/'.join(REASONS)}:main> (<places:size> bậc)][, do <reasons:reasons>]."
)


@_form("Thứ hạng được thử lại <count:draws> lần, mỗi lần thay đổi trọng số và phương pháp tính.")
def _draws(figures: GroupFigures, said: Said) -> Checks:
    robustness = figures.result.robustness
    yield "số lần thử", robustness is not None and said.number("draws") == len(robustness.ranks)


@_form("Phép thử gồm cả <count:n> <noun> chưa được xếp hạng.")
def _unranked(figures: GroupFigures, said: Said) -> Checks:
    without = [code for code in _robust_names(figures) if code not in figures.total.scores]
    yield "số đơn vị chưa được xếp hạng", said.number("n") == len(without) > 0


@_form(
    "Không <noun> nào có khoảng thứ hạng chứa 90% số lần thử rộng hơn <count:limit> bậc.",
    "Ở <count:wide> <noun> (<share:share>), khoảng thứ hạng chứa 90% số lần thử rộng hơn <count:limit> bậc; "
    "<giữa các đơn vị này/giữa đơn vị này và đơn vị khác:between>, chênh lệch ít bậc chưa cho thấy hơn kém rõ rệt.",
)
def _wide(figures: GroupFigures, said: Said) -> Checks:
    widths = [worst - best for best, worst in _intervals(figures).values()]
    yield "số bậc được coi là rộng", said.number("limit") == (5 if len(widths) > 10 else 1)
    wide = sum(width > (said.number("limit") or 0) for width in widths)
    yield "số đơn vị có khoảng rộng", bool(widths) and (said.number("wide") or 0) == wide
    if said.has("share"):
        yield "một hay nhiều đơn vị", ("các" in said.word("between")) is (wide > 1)
        yield "tỷ lệ khoảng rộng", bool(widths) and said.rounds("share", Fraction(100 * wide, len(widths)))


@_form("Khoảng rộng nhất là của <name:unit>, từ hạng <count:best> đến hạng <count:worst>.")
def _widest(figures: GroupFigures, said: Said) -> Checks:
    intervals = _intervals(figures)
    names = _robust_names(figures)
    width = max((worst - best for best, worst in intervals.values()), default=-1)
    best, worst = said.number("best"), said.number("worst")
    named = [pair for code, pair in intervals.items() if names[code] == said.word("unit")]
    yield "khoảng rộng nhất", any(pair[0] == best and pair[1] == worst for pair in named)
    yield "không khoảng nào rộng hơn", best is not None and worst is not None and worst - best == width


@_form(
    "<name:unit> đứng đầu trong mọi lần thử.",
    "<name:unit> đứng đầu trong <share:share> số lần thử.",
    "<name:unit> không đứng đầu trong <lần thử nào:never>.",
)
def _stays_first(figures: GroupFigures, said: Said) -> Checks:
    robustness = figures.result.robustness
    if robustness is None:
        yield "có thử thứ hạng", False
        return
    first = [at for at, rank in enumerate(robustness.base_ranks.tolist()) if rank == 1]
    yield "đơn vị đứng đầu", [robustness.units[at].name for at in first] == [said.word("unit")]
    times = robustness.ranks[:, first[0]].tolist().count(1)
    if said.has("share"):
        yield "tỷ lệ đứng đầu", said.rounds("share", Fraction(100 * times, len(robustness.ranks)))
    elif said.has("never"):
        yield "không lần nào đứng đầu", times == 0
    else:
        yield "đứng đầu trong mọi lần", times == len(robustness.ranks)


@_form(
    "Chưa thể phân biệt đơn vị nào với <name:first> là đơn vị đứng đầu.",
    "Mỗi <noun> đều phân biệt được với đơn vị xếp <ngay trên:all>.",
    "Theo kết quả thử, <count:units> <noun> chia thành <count:groups> nhóm, trong đó các đơn vị cùng nhóm chưa thể "
    "phân biệt với đơn vị đứng đầu nhóm.",
    "Nhóm thứ nhất <gồm/chỉ có:only> <party:party>.",
)
def _groups(figures: GroupFigures, said: Said) -> Checks:
    robustness = figures.result.robustness
    groups = robustness.groups() if robustness else ()
    units = sum(len(group) for group in groups)
    if not groups:
        yield "có thử thứ hạng", False
    elif said.has("first"):
        yield "một nhóm", len(groups) == 1 and groups[0][0].name == said.word("first")
    elif said.has("all"):
        yield "mỗi đơn vị một nhóm", len(groups) == units
    elif said.has("units"):
        yield "số đơn vị được chia nhóm", said.number("units") == units
        yield "số nhóm", said.number("groups") == len(groups)
    else:
        members = [unit.code for unit in groups[0]]
        yield "nhóm thứ nhất", said.is_party("party", figures.total, members)
        yield "nhóm một đơn vị", (said.word("only") == "chỉ có") is (len(members) == 1)


@_form("Không có <noun> nào được xếp hạng cả năm <year:year> và năm <year:now> để so sánh.")
def _none_in_both(figures: GroupFigures, said: Said) -> Checks:
    yield "không đơn vị nào ở cả hai năm", not figures.both
    yield "năm", said.number("now") == figures.part.year
    yield from _year_before(figures, said)


@_form(
    f"G{_MEAN[1:]} {_MOVED}{_FROM}",
    f"G{_MEAN[1:]} {_SAME}",
    f"Tính trên <count:n> <noun> được xếp hạng ở cả hai năm, {_MEAN} {_MOVED}{_FROM}",
    f"Tính trên <count:n> <noun> được xếp hạng ở cả hai năm, {_MEAN} {_SAME}",
    f"Giá trị DTI của <name:unit> {_MOVED}{_FROM}",
    f"Giá trị DTI của <name:unit> {_SAME}",
    f"G{_MEAN[1:]} {_MOVED}{_STILL}",
    f"Tính trên <count:n> <noun> được xếp hạng ở cả hai năm, {_MEAN} {_MOVED}{_STILL}",
    f"Giá trị DTI của <name:unit> {_MOVED}{_STILL}",
)
def _mean_moved(figures: GroupFigures, said: Said) -> Checks:
    both, before = figures.both, figures.before
    yield from _year_before(figures, said)
    if before is None or not both:
        yield "có đơn vị ở cả hai năm", False
        return
    if said.has("unit"):
        yield "đơn vị duy nhất", [figures.total.units[code] for code in both] == [said.word("unit")]
    elif said.has("n"):
        yield "số đơn vị ở cả hai năm", said.number("n") == len(both)
    else:
        yield "cùng các đơn vị", before.scores.keys() == figures.total.scores.keys()
    old, new = (mean(table.scores[code] for code in both) for table in (before, figures.total))
    yield "giá trị năm nay", said.rounds("new", new)
    if not said.has("word"):
        yield "không đổi", old == new
        return
    yield "tăng hay giảm", said.word("word") == ("tăng" if new > old else "giảm" if new < old else "không đổi")
    if said.has("old"):
        yield "giá trị năm trước", said.rounds("old", old)
        yield "lên hay xuống", said.word("way") == ("lên" if new > old else "xuống")
    else:
        yield "làm tròn vẫn thế", said.rounds("new", old)
    if said.has("below"):
        yield "mức thay đổi nhỏ", abs(new - old) < (said.number("below") or 0) == _SMALLEST
    else:
        yield "mức thay đổi", said.rounds("size", abs(new - old))


@_form("<Giá trị DTI/Thứ hạng:what> <moves:moves>.")
def _moves(figures: GroupFigures, said: Said) -> Checks:
    pairs = said.pairs("moves", "moves")
    found = _moves_of(figures, said.word("what"))
    yield "số đơn vị tăng, giảm", {word: read_number(count) for word, count in pairs} == found


@_form(
    "<Giá trị DTI/Thứ hạng:what> của cả <count:n> <noun> đều <tăng/giảm/không đổi/giữ nguyên:word>.",
)
def _all_moved(figures: GroupFigures, said: Said) -> Checks:
    yield (
        "mọi đơn vị cùng tăng hoặc giảm",
        _moves_of(figures, said.word("what")) == {said.word("word"): said.number("n")},
    )


@_form(
    "<party:party> được xếp hạng năm <year:now>, chưa được xếp hạng năm <year:year>.",
    "<party:party> được xếp hạng năm <year:year>, không được xếp hạng năm <year:without>.",
)
def _field(figures: GroupFigures, said: Said) -> Checks:
    yield from _year_before(figures, said)
    yield "năm", (said.number("now") or said.number("without")) == figures.part.year
    if figures.before is None:
        return
    has, lacks = (figures.total, figures.before) if said.has("now") else (figures.before, figures.total)
    codes = [code for code in has.scores if code not in lacks.scores]
    yield "đơn vị mới hoặc không còn xếp hạng", bool(codes) and said.is_party("party", has, codes)


@_form("Giá trị DTI trung bình qua các năm là <trend:trend>.")
def _trend(figures: GroupFigures, said: Said) -> Checks:
    tables = {edition.year: ScoreTable(found.total) for edition, found in figures.earlier}
    tables[figures.part.year] = figures.total
    pairs = said.pairs("trend", "trend")
    years = [int(year) for _, year in pairs]
    yield "các năm", years == sorted(year for year, table in tables.items() if table.scores)
    for words, year in pairs:
        table = tables.get(int(year))
        agrees = table is not None and bool(table.scores)
        if table is not None and table.scores:
            agrees = read_number(words) == round_half_up(mean(table.scores.values()), 4)
        yield f"giá trị trung bình năm {year}", agrees


@_form(
    "Bộ chỉ số dùng cho năm <year:year> khác bộ chỉ số dùng cho năm <year:now>, "
    "nên mức tăng, giảm gồm cả tác động của thay đổi phương pháp."
)
def _other_set(figures: GroupFigures, said: Said) -> Checks:
    yield from _year_before(figures, said)
    yield "năm", said.number("now") == figures.part.year
    yield "bộ chỉ số khác nhau", figures.part.earlier[0].index_set != figures.part.index_set


@_form("Mức <tăng/giảm:word> hạng lớn nhất là <count:places> bậc, ở <count:n> đơn vị.")
def _shared_move(figures: GroupFigures, said: Said) -> Checks:
    sign = 1 if said.word("word") == "tăng" else -1
    won = [sign * places for places in figures.places_won().values()]
    most = max(won, default=0)
    yield "mức lớn nhất", said.number("places") == most > 0
    yield "số đơn vị có mức lớn nhất", said.number("n") == won.count(most)


@_form("<Tăng/Giảm:lead> hạng nhiều nhất so với năm <year:year>:")
def _movers_follow(figures: GroupFigures, said: Said) -> Checks:
    yield from _year_before(figures, said)


@_form(_ITEM)
def _mover(figures: GroupFigures, said: Said) -> Checks:
    before = figures.before
    codes = [code for code in figures.both if figures.total.units[code] == said.word("unit")]
    old, new = said.number("old"), said.number("new")
    code = next(
        (c for c in codes if before and before.ranks[c] == old and figures.total.ranks[c] == new),
        None,
    )
    yield "hạng trước và sau", code is not None
    if code is None or old is None or new is None:
        return
    yield "số bậc", said.number("places") == abs(old - new)
    yield "tăng hay giảm", said.word("word") == ("tăng" if new < old else "giảm")
    yield "lên hay xuống", said.word("way") == ("lên" if new < old else "xuống")
    if said.has("main") or said.has("reasons"):
        yield from _reason(figures, said, code, old > new)


def _reason(figures: GroupFigures, said: Said, code: str, rises: bool) -> Checks:
    change = figures.part.changes.get(code)
    if change is None:
        yield "có phân tích nguyên nhân", False
        return
    parts: Mapping[str, Fraction | None] = {
        "own": change.own, "others": change.others, "method": change.method, "field": change.field,
    }  # fmt: skip
    helped = {name: (-1 if rises else 1) * value for name, value in parts.items() if value is not None}
    most, second = sorted(helped.values(), reverse=True)[:2]
    yield "chủ yếu", said.has("main") is (2 * most > abs(change.total) and 2 * most >= 3 * second)
    if said.has("main"):
        yield "nguyên nhân chính", helped.get(REASONS[said.word("main")]) == most
        yield "phần của nguyên nhân", said.rounds("size", most)
        return
    pairs = [(REASONS[words], read_number(size)) for words, size in said.pairs("reasons", "reasons")]
    rounded = {name: round_half_up(value, 1) for name, value in helped.items()}
    yield "các nguyên nhân", dict(pairs) == {name: size for name, size in rounded.items() if size > 0}
    yield "phần lớn nêu trước", [size for _, size in pairs] == sorted(rounded[name] for name, _ in pairs)[::-1]
    yield "hạng trước được phân tích", change.rank_before == said.number("old")
    yield "hạng sau được phân tích", change.rank_after == said.number("new")


def _year_before(figures: GroupFigures, said: Said) -> Checks:
    yield "năm trước", bool(figures.earlier) and said.number("year") == figures.part.earlier[0].year


def _moves_of(figures: GroupFigures, what: str) -> dict[str, int]:
    """How many units went up, down and stayed, by score or by rank, without what did not happen."""
    if what == "Thứ hạng":
        signs, same = list(figures.places_won().values()), "giữ nguyên"
    else:
        before = figures.before.scores if figures.before else {}
        steps = [figures.total.scores[code] - before[code] for code in figures.both]
        signs, same = [(step > 0) - (step < 0) for step in steps], "không đổi"
    counts = {"tăng": sum(s > 0 for s in signs), "giảm": sum(s < 0 for s in signs), same: signs.count(0)}
    return {word: count for word, count in counts.items() if count}


def _intervals(figures: GroupFigures) -> dict[str, tuple[int, int]]:
    robustness = figures.result.robustness
    if robustness is None:
        return {}
    rows = zip(robustness.units, robustness.intervals(0.9).tolist(), strict=True)
    return {unit.code: (int(best), int(worst)) for unit, (best, worst) in rows}


def _robust_names(figures: GroupFigures) -> dict[str, str]:
    robustness = figures.result.robustness
    return {unit.code: unit.name for unit in robustness.units} if robustness else {}
