"""The table behind a native chart: what its embedded workbook holds and its markup repeats, cell by cell."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from reportgen.chart.words import UNKNOWN
from reportgen.document import Chart, ChartKind, Series

ONE_SERIES = frozenset({ChartKind.RANKED_BARS, ChartKind.DISTRIBUTION})
LONGEST_NAME = 255
"""Excel shows no longer label in a chart; what is cut off stands in the text and tables beside the chart."""
_BLANK_RUN = re.compile(r"[ \t\n\r\f\v\u2028\u2029]+")
# Excel's own limit for the decimals of a number format.
_MOST_DECIMALS = 30
CLOSE_UNITS = frozenset({"%", "‰"})
"""Units that stand behind each number, without a space."""


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """A series as a column: a value for each row, `None` where it has none; `is_reference`: made of the reference."""

    name: str
    values: tuple[Decimal | None, ...]
    is_reference: bool = False
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Rows with their names, and the columns. `number_format` is Excel's, with Vietnamese separators."""

    names: tuple[str, ...]
    columns: tuple[ChartColumn, ...]
    number_format: str


def tabulate(chart: Chart) -> ChartTable:
    """Return `chart` as the table that a native chart shows.

    Kinds of one series get a column for each group, so that the legend names the groups; ranked bars a row for the
    reference at its place in the order, and before each name its rank if `chart` gives ranks. Other kinds get a
    column for each series, then one for the reference. Names are on one line, composed (NFC) and at most
    `LONGEST_NAME` characters long. Where a missing bar or point would be read as zero, the row's name says that the
    value is unknown.
    """
    if chart.kind in ONE_SERIES:
        names, columns = _by_group(chart)
    else:
        names = tuple(_marked(chart, place) for place in range(len(chart.categories)))
        columns = [
            ChartColumn(shown_name(series.name), series.values, is_target=series.is_target) for series in chart.series
        ]
        if chart.reference is not None:
            constant = (chart.reference.value,) * len(names)
            columns.append(ChartColumn(shown_name(chart.reference.name), constant, is_reference=True))
    return ChartTable(names, tuple(columns), number_format(chart))


def shown_name(name: str) -> str:
    """Return `name` on one line, composed, cut to `LONGEST_NAME` characters."""
    line = _BLANK_RUN.sub(" ", unicodedata.normalize("NFC", name)).strip(" ")
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"


def common_unit(chart: Chart) -> str | None:
    """Return the unit that all series of `chart` have, or `None` if they differ."""
    units = {series.unit for series in chart.series}
    return units.pop() if len(units) == 1 else None


def number_format(chart: Chart) -> str:
    """Return how Excel prints the values: with `decimals`, or as they are; "%" stands after them.

    The prefix asks for Vietnamese separators, for programs that would take those of their own language.
    """
    decimals = _reference_decimals(chart) if chart.decimals is None else chart.decimals
    if decimals is None:
        return axis_format(chart)
    places = "." + "0" * min(decimals, _MOST_DECIMALS) if decimals else ""
    return f"[$-42A]#,##0{places}{_unit_sign(chart)}"


def axis_format(chart: Chart) -> str:
    """Return how Excel prints the numbers of the value axis: no more decimals than its steps need."""
    return f"[$-42A]General{_unit_sign(chart)}"


def _reference_decimals(chart: Chart) -> int | None:
    """How many decimals the values have, if the reference has more: a mean is not shown with all its digits."""
    known = [value for series in chart.series for value in series.values if value is not None]
    most = max(map(_decimals, known), default=0)
    return most if chart.reference is not None and _decimals(chart.reference.value) > most else None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _unit_sign(chart: Chart) -> str:
    unit = common_unit(chart)
    # Quoted, for a bare "%" would multiply by a hundred.
    return f'"{unit}"' if unit in CLOSE_UNITS else ""


def _marked(chart: Chart, place: int) -> str:
    """The name of a category, with the words for an unknown value where nothing else shows it.

    Lines have a gap; a radar says it of its first series, which is the unit that the radar is about.
    """
    name = chart.categories[place]
    told = {ChartKind.LINES: (), ChartKind.RADAR: chart.series[:1]}.get(chart.kind, chart.series)
    lacking = [series.name for series in told if series.values[place] is None]
    if not lacking:
        return shown_name(name)
    what = UNKNOWN if len(lacking) == len(told) else f"{', '.join(lacking)}: {UNKNOWN}"
    return shown_name(f"{name} ({what})")


def _by_group(chart: Chart) -> tuple[tuple[str, ...], list[ChartColumn]]:
    series = chart.series[0]
    names = [_rank(chart, place) + _marked(chart, place) for place in range(len(chart.categories))]
    owners = list(chart.groups) or [series.name] * len(names)
    values = list(series.values)
    columns = list(dict.fromkeys(owners))
    # A place in `columns`, not a name: the reference may be called like a group.
    homes = [columns.index(owner) for owner in owners]
    if chart.reference is not None:
        place = _place_in_order(series, chart.reference.value)
        names.insert(place, shown_name(chart.reference.name))
        values.insert(place, chart.reference.value)
        homes.insert(place, len(columns))
        columns.append(chart.reference.name)
    last = len(columns) - 1
    return tuple(names), [
        ChartColumn(
            shown_name(name),
            tuple(value if home == number else None for home, value in zip(homes, values, strict=True)),
            is_reference=chart.reference is not None and number == last,
        )
        for number, name in enumerate(columns)
    ]


def _rank(chart: Chart, place: int) -> str:
    rank = chart.ranks[place] if chart.ranks else None
    return "" if rank is None or chart.kind is not ChartKind.RANKED_BARS else f"{rank}. "


def _place_in_order(series: Series, reference: Decimal) -> int:
    """Where a bar of `reference` stands among the bars: behind those as good, before the first unknown one."""
    known = [value for value in series.values if value is not None]
    falls = not known or known[0] >= known[-1]
    for place, value in enumerate(series.values):
        if value is None or (value < reference if falls else value > reference):
            return place
    return len(series.values)
