"""The figures of the publication, each from the ranking that its table prints."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.chart import describe_chart
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.printed import SCORE_DECIMALS, group_mean, mean_of
from reportgen.document import Caption, Chart, ChartKind, Figure, Inlines, ReferenceValue, Series, text
from reportgen.index.edition import GroupResult
from reportgen.model.fields import Unknown
from reportgen.model.publication import TargetSeries
from reportgen.model.ranking import RankedUnit
from reportgen.vietnamese import format_number, format_quantity

_LIMITS = (Decimal(0), Decimal(1))
_WIDTHS = tuple(Decimal(width) for width in ("0.01", "0.02", "0.05", "0.1", "0.2"))
_MOST_CLASSES = 12
_FEWEST_YEARS = 2
_FEWEST_AXES = 3
_LONGEST_IN_LEGEND = 24
_MOST_WORDS = 600
_MOST_ROWS = 90
"""The most units that a chart can show on a page; of more, it shows those that lead."""
MEAN = "Trung bình"


def figure(chart: Chart, anchor: str, source: Inlines) -> Figure:
    """Return `chart` with its title as caption, its source line and its alternative text."""
    words = describe_chart(chart, format_quantity=format_quantity, longest=_MOST_WORDS)
    caption = Caption("Hình", 0, text(chart.title), anchor)
    return Figure(chart, words, caption, source)


def total_chart(part: PublicationPart, result: GroupResult) -> Chart:
    """Return the ranked bars of all units by total, with their mean."""
    ranked = [row for row in result.total.rows if row.score is not None]
    mean, rows = mean_of(row.score for row in ranked), ranked[:_MOST_ROWS]
    return Chart(
        ChartKind.RANKED_BARS,
        tuple(row.unit.name for row in rows),
        (Series("DTI", tuple(row.score for row in rows), ""),),
        f"Giá trị DTI {part.year} của {group_words(part, result)}, theo thứ hạng{_leading(len(ranked))}",
        groups=tuple(part.unit_groups[row.unit.code] for row in rows) if part.unit_groups else (),
        reference=ReferenceValue(MEAN, mean) if mean is not None else None,
        decimals=SCORE_DECIMALS,
        ranks=tuple(row.rank or 0 for row in rows),
    )


def distribution_chart(part: PublicationPart, result: GroupResult) -> Chart | None:
    """Return how many units lie in each class of totals; `None` with fewer than two units."""
    scores = [row.score for row in result.total.rows if row.score is not None]
    if len(scores) < 2:
        return None
    edges = class_edges(scores)
    counts = [
        sum(low <= score < high or (high == edges[-1] and score == high) for score in scores)
        for low, high in itertools.pairwise(edges)
    ]
    names = (
        f"{format_number(low, decimals=2)} – {format_number(high, decimals=2)}"
        for low, high in itertools.pairwise(edges)
    )
    return Chart(
        ChartKind.DISTRIBUTION,
        tuple(names),
        (Series("Số đơn vị", tuple(map(Decimal, counts)), "đơn vị"),),
        f"Phân bố giá trị DTI {part.year} của {group_words(part, result)}",
        value_axis=f"Số {part.unit_noun}",
        decimals=0,
    )


def class_edges(scores: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return the ends of at most 12 equal classes that hold all of `scores`, on round numbers."""
    low, high = min(scores), max(scores)
    for width in _WIDTHS:
        first = (low / width).to_integral_value(ROUND_FLOOR)
        last = max((high / width).to_integral_value(ROUND_CEILING), first + 1)
        if last - first <= _MOST_CLASSES:
            break
    return tuple(width * (first + step) for step in range(int(last - first) + 1))


def heat_map(part: PublicationPart, result: GroupResult) -> Chart | None:
    """Return the values of all units by main index; `None` if none is known."""
    rows = result.total.rows[:_MOST_ROWS]
    if all(value is None for row in rows for value in row.indices):
        return None
    series = (
        Series(name, tuple(row.indices[position] for row in rows), "")
        for position, name in enumerate(result.total.index_names)
    )
    return Chart(
        ChartKind.HEAT_MAP,
        tuple(row.unit.name for row in rows),
        tuple(series),
        f"Giá trị các chỉ số chính năm {part.year} của {group_words(part, result)}, theo thứ hạng DTI"
        f"{_leading(len(result.total.rows))}",
        decimals=2,
        limits=_LIMITS,
    )


def tile_map(part: PublicationPart, result: GroupResult, tiles: Mapping[str, tuple[int, int]]) -> Chart | None:
    """Return the totals on a map of tiles; `None` unless the units all have tiles, and at least half of those are."""
    rows = result.total.rows
    if not rows or any(row.unit.code not in tiles for row in rows) or 2 * len(rows) < len(tiles):
        return None
    return Chart(
        ChartKind.TILE_MAP,
        tuple(row.unit.name for row in rows),
        (Series("DTI", tuple(row.score for row in rows), ""),),
        f"Bản đồ ô giá trị DTI {part.year} của {group_words(part, result)}",
        decimals=2,
        tiles=tuple(tiles[row.unit.code] for row in rows),
    )


def rank_change_chart(part: PublicationPart, result: GroupResult) -> Chart | None:
    """Return the ranks in the latest earlier edition and now, of the units that have both."""
    if not part.earlier:
        return None
    year = part.earlier[0].year
    pairs = [(row, rank_in(part, row.unit.code, year)) for row in result.total.rows]
    both = [(row, before) for row, before in pairs if before is not None and row.rank is not None]
    known = both[:_MOST_ROWS]
    if not known:
        return None
    return Chart(
        ChartKind.RANK_CHANGE,
        tuple(row.unit.name for row, _ in known),
        (
            Series(f"Hạng năm {year}", tuple(Decimal(before) for _, before in known), ""),
            Series(f"Hạng năm {part.year}", tuple(Decimal(row.rank or 0) for row, _ in known), ""),
        ),
        f"Thay đổi thứ hạng DTI từ năm {year} đến năm {part.year} của {group_words(part, result)}"
        f"{_leading(len(both))}",
        decimals=0,
    )


def rank_in(part: PublicationPart, code: str, year: int) -> int | None:
    """Return the rank of a unit in the edition of `year`; `None` if it had none."""
    return next((point.rank for point in part.history.get(code, ()) if point.year == year), None)


def unit_radar(part: PublicationPart, result: GroupResult, row: RankedUnit) -> Chart | None:
    """Return the main indices of a unit against the mean of its group; `None` if fewer than three are known.

    An index that is neither known for the unit nor for most of the others has no axis.
    """
    axes = [
        (name, value, mean)
        for name, value, mean in zip(result.total.index_names, row.indices, index_means(result), strict=True)
        if value is not None or mean is not None
    ]
    if sum(value is not None for _, value, _ in axes) < _FEWEST_AXES:
        return None
    names, values, means = zip(*axes, strict=True)
    return Chart(
        ChartKind.RADAR,
        names,
        (Series(_in_legend(row), values, ""), Series(MEAN, means, "")),
        f"Các chỉ số chính của {row.unit.name} năm {part.year}, so với trung bình",
        decimals=SCORE_DECIMALS,
        limits=_LIMITS,
    )


def index_means(result: GroupResult) -> Iterator[Decimal | None]:
    """Yield the mean of each main index over the units of the group; `None` if most of their values are unknown."""
    for position in range(len(result.total.index_names)):
        yield group_mean([row.indices[position] for row in result.total.rows])


def unit_history(part: PublicationPart, result: GroupResult, row: RankedUnit) -> Chart | None:
    """Return the totals of a unit and the mean of its group over the editions; `None` if fewer than two are known."""
    points = part.history.get(row.unit.code, ())
    if sum(point.total is not None for point in points) < _FEWEST_YEARS:
        return None
    codes = [other.unit.code for other in result.total.rows]
    means = [mean_of(_total_in(part, code, point.year) for code in codes) for point in points]
    return Chart(
        ChartKind.LINES,
        tuple(str(point.year) for point in points),
        (Series(_in_legend(row), tuple(point.total for point in points), ""), Series(MEAN, tuple(means), "")),
        f"Giá trị DTI của {row.unit.name} qua các năm",
        decimals=SCORE_DECIMALS,
        limits=_LIMITS,
    )


def _in_legend(row: RankedUnit) -> str:
    """What the legend of a unit's own chart calls it: the chart is small, and its title names the unit."""
    return row.unit.name if len(row.unit.name) <= _LONGEST_IN_LEGEND else "Đơn vị"


def _total_in(part: PublicationPart, code: str, year: int) -> Decimal | None:
    return next((point.total for point in part.history.get(code, ()) if point.year == year), None)


def target_chart(target: TargetSeries) -> Chart | None:
    """Return what was achieved against the target of each year; `None` if nothing is known."""
    values = sorted(target.values, key=lambda value: value.year)
    achieved = tuple(None if isinstance(value.achieved, Unknown) else value.achieved for value in values)
    goals = tuple(value.target for value in values)
    named = (("Thực hiện", achieved, False), ("Mục tiêu", goals, True))
    series = tuple(
        Series(name, found, target.unit or "", is_target=is_target)
        for name, found, is_target in named
        if any(value is not None for value in found)
    )
    if not series:
        return None
    compared = " so với mục tiêu" if len(series) > 1 else ""
    return Chart(
        ChartKind.LINES,
        tuple(str(value.year) for value in values),
        series,
        f"{target.name}: {series[0].name.lower()}{compared}",
        value_axis=target.unit or "",
    )


def _leading(units: int) -> str:
    """What the title of a chart says where it does not show all of `units`."""
    return f" ({_MOST_ROWS} đơn vị dẫn đầu)" if units > _MOST_ROWS else ""


def group_words(part: PublicationPart, result: GroupResult) -> str:
    """Return how a title calls the units of a group: "63 tỉnh, thành phố"; "17 bộ, cơ quan (Nhóm …)"."""
    count = f"{format_number(len(result.total.rows))} {part.unit_noun}"
    return count if len(part.results) == 1 else f"{count} {group_name(result)}"


def group_name(result: GroupResult) -> str:
    """Return what sets the units of a group apart, as it follows their noun: "có dịch vụ công"."""
    group = result.group
    return group.short_name or f"thuộc nhóm {group.name[0].lower()}{group.name[1:]}"
