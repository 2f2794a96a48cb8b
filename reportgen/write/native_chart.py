"""A chart that Word draws itself and a reader can edit: its DrawingML and the workbook that lies within.

Written directly, for libraries that write charts are made for slides or workbooks and give markup that is not valid.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Literal

from reportgen.chart.errors import ChartShapeError
from reportgen.chart.panels import pair_by_unit
from reportgen.chart.shape import check_shape
from reportgen.document import Chart, ChartKind
from reportgen.write.markup import escape_text
from reportgen.write.native_chart_look import LOOK, POINTS_PER_CM, ChartLook, is_too_tall, row_text_size
from reportgen.write.native_chart_parts import WORKBOOK_RELATIONSHIP, NativeChart
from reportgen.write.native_chart_plot import (
    CATEGORY_AXIS,
    VALUE_AXIS,
    letters,
    line_markup,
    plot_markup,
    solid_fill,
    text_properties,
)
from reportgen.write.native_chart_table import (
    CLOSE_UNITS,
    ONE_SERIES,
    ChartTable,
    axis_format,
    common_unit,
    shown_name,
    tabulate,
)
from reportgen.write.native_chart_workbook import chart_workbook
from reportgen.write.text_width import text_width

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MOST_SERIES, _MOST_GROUPS = 5, 6
_INTERVALS = 5
# Room in a chart of horizontal bars: shares of its width, and heights.
_WIDEST_NAMES, _NAME_GAP, _LABEL_SHARE = 0.45, 0.035, 0.07
_LEGEND_LINE_CM, _MARGIN_CM, _AXIS_CM, _TITLE_CM = 0.45, 0.3, 0.6, 0.55
# The sample before a name in the legend, and the room after it, in points.
_LEGEND_SAMPLE = 22
_UNIT = "Đơn vị tính: {}"
_HORIZONTAL = frozenset({ChartKind.RANKED_BARS, ChartKind.BARS_AGAINST_GOAL})
# A reference across these would need an axis that Word does not draw over bars.
_WITHOUT_REFERENCE = frozenset({ChartKind.DISTRIBUTION, ChartKind.BARS_AGAINST_GOAL})
_DRAWN_BY_WORD = frozenset({*_HORIZONTAL, ChartKind.DISTRIBUTION, ChartKind.RADAR, ChartKind.LINES})
Side = Literal["b", "l"]


def is_native(chart: Chart) -> bool:
    """Whether Word can draw `chart` as its kind asks for; all others are left to the drawer of pictures.

    Those are heat maps, changes of rank, tile maps; values of several units on one axis; a reference across columns;
    more bars than can be read on a page, more lines or groups than can be told apart; and tables that do not suit
    their kind, which are refused there.
    """
    return (
        chart.kind in _DRAWN_BY_WORD
        and common_unit(chart) is not None
        and not (chart.reference is not None and chart.kind in _WITHOUT_REFERENCE)
        and not is_too_tall(chart)
        and len(chart.series) <= _MOST_SERIES
        and len(set(chart.groups)) <= _MOST_GROUPS
        and _suits_its_kind(chart)
    )


def _suits_its_kind(chart: Chart) -> bool:
    try:
        if chart.kind is ChartKind.BARS_AGAINST_GOAL:
            pair_by_unit(chart)
        else:
            check_shape(chart)
    except ChartShapeError:
        return False
    return True


def build_native_chart(chart: Chart, *, width_cm: float, height_cm: float, look: ChartLook = LOOK) -> NativeChart:
    """Return `chart`, for which `is_native` holds, as a native chart of a size in centimetres.

    The chart's title is not drawn: the caption says it. The markup repeats the workbook's cells, and both have all
    digits of the values. The same chart gives the same bytes. Raises `InputProblems` for a name with characters that
    XML cannot hold.
    """
    table = tabulate(chart)
    size = _label_size(chart, table, height_cm, look)
    with_legend = len(table.columns) > 1
    place = _place(chart, table, (width_cm, height_cm), size, look)
    axes = _category_axis(chart, look, size) + _value_axis(chart, look)
    ground = f"<c:spPr>{solid_fill(look.background)}<a:ln><a:noFill/></a:ln></c:spPr>"
    markup = (
        f'{_HEAD}<c:chartSpace xmlns:c="{CHART_NAMESPACE}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/>'
        '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{place}{plot_markup(chart.kind, table, look, size)}{axes}"
        f"<c:spPr><a:noFill/></c:spPr></c:plotArea>{_legend(chart.kind, look) if with_legend else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{ground}{text_properties(look.text_size, look.text)}"
        f'<c:externalData r:id="{WORKBOOK_RELATIONSHIP}"/></c:chartSpace>'
    )
    return NativeChart(markup.encode(), chart_workbook(table))


def _label_size(chart: Chart, table: ChartTable, height_cm: float, look: ChartLook) -> float:
    if chart.kind not in _HORIZONTAL:
        return look.text_size
    side_by_side = len(table.columns) if chart.kind is ChartKind.BARS_AGAINST_GOAL else 1
    return row_text_size(len(table.names) * side_by_side, height_cm, look)


def _place(chart: Chart, table: ChartTable, size_cm: tuple[float, float], text_size: float, look: ChartLook) -> str:
    """Where the plot stands, in shares of the chart, where programs would waste room or differ from one another."""
    width, height = size_cm
    if _is_radar(chart):
        # All radars of a publication are of one size, however long the names around them: they shall be compared.
        # The rest of the height holds the lowest name and a legend of two lines.
        return _inner_layout(0.2, 0.12, 0.6, 0.6)
    if chart.kind not in _HORIZONTAL:
        return "<c:layout/>"
    longest = max(text_width(name, size=text_size) for name in table.names) / POINTS_PER_CM
    left = min(longest / width + _NAME_GAP, _WIDEST_NAMES)
    top = (_MARGIN_CM + _legend_lines(table, width, look) * _LEGEND_LINE_CM) / height
    bottom = (_AXIS_CM + (_TITLE_CM if _title(chart) else 0)) / height
    return _inner_layout(left, top, 1 - left - _LABEL_SHARE, 1 - top - bottom)


def _legend_lines(table: ChartTable, width_cm: float, look: ChartLook) -> int:
    """How many lines the legend above a chart takes; it has columns, as wide as its longest name."""
    if len(table.columns) == 1:
        return 0
    longest = max(text_width(column.name, size=look.text_size) for column in table.columns) + _LEGEND_SAMPLE
    beside = max(1, math.floor(width_cm * POINTS_PER_CM / longest))
    return min(math.ceil(len(table.columns) / beside), len(table.columns))


def _inner_layout(left: float, top: float, width: float, height: float) -> str:
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="{top:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def _legend(kind: ChartKind, look: ChartLook) -> str:
    # Over many rows of bars a reader starts at the top.
    side = "t" if kind in _HORIZONTAL else "b"
    properties = text_properties(look.text_size, look.text)
    return f'<c:legend><c:legendPos val="{side}"/><c:overlay val="0"/>{properties}</c:legend>'


def _category_axis(chart: Chart, look: ChartLook, size: float) -> str:
    horizontal = chart.kind in _HORIZONTAL
    # Rows run downwards: the first rank is on top.
    order, side = ("maxMin", "l") if horizontal else ("minMax", "b")
    line = line_markup(look.baseline, look.grid_width)
    grid = f"<c:majorGridlines><c:spPr>{_grid(look)}</c:spPr></c:majorGridlines>" if _is_radar(chart) else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{line}</c:spPr>{text_properties(size, look.text, upright=not _is_radar(chart))}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart, look: ChartLook) -> str:
    horizontal = chart.kind in _HORIZONTAL
    side: Side = "b" if horizontal else "l"
    # The rows run downwards from the category axis's start, so the axis below them is at its far end.
    crosses = "max" if horizontal else "autoZero"
    bounds, step = _bounds(chart)
    line = _grid(look) if _is_radar(chart) else "<a:ln><a:noFill/></a:ln>"
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{bounds}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>'
        f"<c:majorGridlines><c:spPr>{_grid(look)}</c:spPr></c:majorGridlines>{_axis_title(chart, look, side)}"
        f'<c:numFmt formatCode="{escape_text(axis_format(chart))}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{line}</c:spPr>{text_properties(look.text_size - 1, look.muted_text)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>{step}'
        "</c:valAx>"
    )


def _is_radar(chart: Chart) -> bool:
    return chart.kind is ChartKind.RADAR


def _grid(look: ChartLook) -> str:
    return line_markup(look.grid, look.grid_width)


def _bounds(chart: Chart) -> tuple[str, str]:
    """The ends of the value axis and its step, as far as Word shall not choose them."""
    if chart.limits is not None:
        low, high = chart.limits
        step = f'<c:majorUnit val="{_round_step(high - low):f}"/>' if high > low else ""
        return f'<c:max val="{high:f}"/><c:min val="{low:f}"/>', step
    known = [value for series in chart.series for value in series.values if value is not None]
    # Bars whose axis does not start at zero would lie; a line shows its course better on an axis of its own.
    from_zero = chart.kind is not ChartKind.LINES and all(value >= 0 for value in known)
    # Counts have no halves.
    highest = max(known, default=Decimal(0)) if chart.kind is ChartKind.DISTRIBUTION else Decimal(0)
    step = f'<c:majorUnit val="{max(_round_step(highest), Decimal(1)):f}"/>' if highest > 0 else ""
    return ('<c:min val="0"/>' if from_zero else ""), step


def _round_step(span: Decimal) -> Decimal:
    """The smallest step of 1, 2 or 5 times a power of ten that parts `span` into `_INTERVALS` at most."""
    least = span / _INTERVALS
    power = Decimal(1).scaleb(least.adjusted())
    return next(digit * power for digit in (1, 2, 5, 10) if digit * power >= least)


def _title(chart: Chart) -> str:
    """The title of the value axis: what is counted, unless the legend says it, and in what unit."""
    unit = common_unit(chart) or ""
    if unit in CLOSE_UNITS:
        # It stands behind each number.
        unit = ""
    if chart.value_axis and chart.value_axis not in CLOSE_UNITS:
        return shown_name(chart.value_axis)
    if chart.kind in ONE_SERIES and chart.series[0].name:
        return shown_name(f"{chart.series[0].name} ({unit})" if unit else chart.series[0].name)
    return shown_name(_UNIT.format(unit)) if unit else ""


def _axis_title(chart: Chart, look: ChartLook, side: Side) -> str:
    title = _title(chart)
    if not title or _is_radar(chart):
        return ""
    turned = '<a:bodyPr rot="-5400000" vert="horz"/>' if side == "l" else "<a:bodyPr/>"
    default = letters("defRPr", look.text_size, look.muted_text)
    run = f"<a:r>{letters('rPr', look.text_size, look.muted_text)}<a:t>{escape_text(title)}</a:t></a:r>"
    paragraph = f"<a:p><a:pPr>{default}</a:pPr>{run}</a:p>"
    return f'<c:title><c:tx><c:rich>{turned}<a:lstStyle/>{paragraph}</c:rich></c:tx><c:overlay val="0"/></c:title>'
