"""The series of a native chart as DrawingML: their cells, as in the embedded workbook, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from reportgen.document import ChartKind
from reportgen.write.markup import SEPARATOR, escape_joined, escape_text
from reportgen.write.native_chart_look import FONT, ChartLook, SeriesLook
from reportgen.write.native_chart_table import ONE_SERIES, ChartColumn, ChartTable
from reportgen.write.native_chart_workbook import number_text, range_formula

_EMU_PER_POINT = 12_700
CATEGORY_AXIS, VALUE_AXIS = 111_000_001, 111_000_002
# The third and fourth group: their greys are near those of the first and second.
_STRIPED = (2, 3)
_MOST_TOLD = 8
_AXES = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def plot_markup(kind: ChartKind, table: ChartTable, look: ChartLook, text_size: float) -> str:
    """Return the element that draws the columns of `table` as `kind`; `text_size` is that of labels, in points."""
    categories = _categories(table)
    match kind:
        case ChartKind.LINES:
            return _lines(table, look, categories, text_size)
        case ChartKind.RADAR:
            return _radar(table, look, categories)
        case _:
            return _bars(kind, table, look, categories, text_size)


def _lines(table: ChartTable, look: ChartLook, categories: str, text_size: float) -> str:
    looks = look.lines([column.is_target for column in table.columns])
    labels = _labels(table.number_format, look.text, text_size, "t")
    # The numbers of several lines would stand on one another.
    is_alone = sum(not column.is_reference for column in table.columns) == 1 and len(table.names) <= _MOST_TOLD

    def line_series(number: int, column: ChartColumn, values: str) -> str:
        told = labels if is_alone and not column.is_reference else ""
        return f'{_line(column, looks[number], look)}{told}{categories}{values}<c:smooth val="0"/>'

    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{_each(table, line_series)}<c:marker val="1"/>{_AXES}</c:lineChart>'
    )


def _radar(table: ChartTable, look: ChartLook, categories: str) -> str:
    looks = look.polygons(len(table.columns))

    def polygon(number: int, column: ChartColumn, values: str) -> str:
        return f"{_line(column, looks[number], look)}{categories}{values}"

    opening = '<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>'
    return f"{opening}{_each(table, polygon)}{_AXES}</c:radarChart>"


def _bars(kind: ChartKind, table: ChartTable, look: ChartLook, categories: str, text_size: float) -> str:
    labels = _labels(table.number_format, look.text, text_size, "outEnd")

    def bar_series(number: int, column: ChartColumn, values: str) -> str:
        fill = f"<c:spPr>{_bar_fill(kind, number, column, look)}</c:spPr>"
        return f'{fill}<c:invertIfNegative val="0"/>{labels}{categories}{values}'

    upright = kind is ChartKind.DISTRIBUTION
    # With groups each bar is alone in its row: the groups are series that lie over one another.
    overlap = 100 if kind in ONE_SERIES else 0
    return (
        f'<c:barChart><c:barDir val="{"col" if upright else "bar"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{_each(table, bar_series)}<c:gapWidth val="45"/>'
        f'<c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
    )


def _bar_fill(kind: ChartKind, number: int, column: ChartColumn, look: ChartLook) -> str:
    # A reference or a goal is an outline: it is told from what was achieved in grey print too.
    if column.is_reference:
        return solid_fill(look.background) + line_markup(look.reference, 1)
    if kind is ChartKind.BARS_AGAINST_GOAL:
        return solid_fill(look.background) + line_markup(look.goal, 1) if number else solid_fill(look.achieved)
    colour = look.groups[number % len(look.groups)]
    if number in _STRIPED:
        stripe, ground = f'<a:srgbClr val="{look.stripe}"/>', f'<a:srgbClr val="{colour}"/>'
        return f'<a:pattFill prst="ltUpDiag"><a:fgClr>{stripe}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'
    return solid_fill(colour)


_DrawSeries = Callable[[int, ChartColumn, str], str]


def _each(table: ChartTable, draw: _DrawSeries) -> str:
    """Return all series; `draw` makes of a column, its number and its values what stands behind its name."""
    series = []
    for number, column in enumerate(table.columns):
        values = _values(number, column, table.number_format)
        series.append(
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
            f'<c:f>{range_formula(number + 2, 1, 1)}</c:f><c:strCache><c:ptCount val="1"/>'
            f'<c:pt idx="0"><c:v>{escape_text(column.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
            f"{draw(number, column, values)}</c:ser>"
        )
    return "".join(series)


def _line(column: ChartColumn, looks: SeriesLook, look: ChartLook) -> str:
    """How the line of a series looks, and its markers; a reference has none, so it is told from measured values."""
    if column.is_reference:
        line = line_markup(look.reference, look.line_width, "sysDash")
        return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    fill = solid_fill(look.background if looks.is_hollow else looks.colour)
    marker = (
        f'<c:marker><c:symbol val="{looks.marker}"/><c:size val="{look.marker_size}"/>'
        f"<c:spPr>{fill}{line_markup(looks.colour, 1)}</c:spPr></c:marker>"
    )
    return f"<c:spPr>{line_markup(looks.colour, look.line_width, looks.dash)}</c:spPr>{marker}"


def _categories(table: ChartTable) -> str:
    count = len(table.names)
    names = escape_joined(table.names).split(SEPARATOR)
    points = "".join(f'<c:pt idx="{place}"><c:v>{name}</c:v></c:pt>' for place, name in enumerate(names))
    return (
        f"<c:cat><c:strRef><c:f>{range_formula(1, 2, count + 1)}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(number: int, column: ChartColumn, number_format: str) -> str:
    count = len(column.values)
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{number_text(value)}</c:v></c:pt>'
        for place, value in enumerate(column.values)
        if value is not None
    )
    return (
        f"<c:val><c:numRef><c:f>{range_formula(number + 2, 2, count + 1)}</c:f><c:numCache>"
        f"<c:formatCode>{escape_text(number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _labels(number_format: str, colour: str, size: float, place: Literal["outEnd", "t"]) -> str:
    return (
        f'<c:dLbls><c:numFmt formatCode="{escape_text(number_format)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(size, colour)}"
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def solid_fill(colour: str) -> str:
    """Return a fill of one colour ("RRGGBB")."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def line_markup(colour: str, width: float, dash: str = "solid") -> str:
    """Return a line `width` points wide."""
    return (
        f'<a:ln w="{round(width * _EMU_PER_POINT)}" cap="flat">{solid_fill(colour)}<a:prstDash val="{dash}"/>'
        "<a:round/></a:ln>"
    )


def letters(tag: str, size: float, colour: str) -> str:
    """Return the run properties called `tag`: letters of `size` points in the charts' font."""
    return (
        f'<a:{tag} lang="vi-VN" sz="{round(size * 100)}" b="0">{solid_fill(colour)}<a:latin typeface="{FONT}"/>'
        f'<a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:{tag}>'
    )


def text_properties(size: float, colour: str, *, upright: bool = False) -> str:
    """Return how the letters of an axis, of labels or of the whole chart look."""
    body = '<a:bodyPr rot="0" vert="horz"/>' if upright else "<a:bodyPr/>"
    default = letters("defRPr", size, colour)
    return f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{default}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
