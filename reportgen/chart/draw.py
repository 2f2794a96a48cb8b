"""Drawing a chart: its layout, then its paint. Matplotlib is loaded when the first chart is drawn, not before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.chart.bars_against_goal import lay_out_bars
from reportgen.chart.drawn import ChartFont, DrawnChart, FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.style import ChartStyle
from reportgen.document import Chart

if TYPE_CHECKING:
    from reportgen.chart.picture import Picture

_POINTS_PER_CM = 72 / 2.54
_TALLEST_PX = 2**15  # a picture is held whole in memory, four bytes for each pixel


def find_chart_font(folders: Sequence[Path]) -> ChartFont:
    """Return Times New Roman if it is under `folders`, else Liberation Serif 2, else matplotlib's own DejaVu Serif.

    Folders are searched in their order, with all that is below them; one that does not exist is passed over, and so
    is a file that is no font, is another family, or lacks a Vietnamese letter, as Liberation Serif 1 does.
    """
    from reportgen.chart.font import find_font_file  # noqa: PLC0415  loads matplotlib

    return find_font_file(folders)


def draw_chart(
    chart: Chart,
    *,
    style: ChartStyle,
    font: ChartFont,
    width_cm: float,
    format_quantity: FormatQuantity,
    dpi: int = 200,
) -> DrawnChart:
    """Return `chart` as a PNG `width_cm` wide and as tall as its rows need; the same chart gives the same bytes.

    The chart's title is not drawn: the caption says it. Unknown values stand as "chưa có số liệu" and have no bar.

    Raises:
        ChartShapeError: the table does not suit the kind, or the picture would be too narrow or too tall.
    """
    from reportgen.chart.paint import paint_png  # noqa: PLC0415  loads matplotlib

    picture, missing = _lay_out(chart, style, font, width_cm, format_quantity)
    if picture.height * dpi / 72 > _TALLEST_PX:
        raise ChartShapeError(f"a chart of {len(chart.categories)} rows is too tall to be one picture")
    return DrawnChart(*paint_png(picture, font, dpi), missing)


def figure_size(
    chart: Chart, *, style: ChartStyle, font: ChartFont, width_cm: float, format_quantity: FormatQuantity
) -> tuple[float, float]:
    """Return the width and height, in centimetres, that `draw_chart` gives `chart`, without painting it.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width_cm` is too narrow.
    """
    picture, _ = _lay_out(chart, style, font, width_cm, format_quantity)
    return width_cm, picture.height / _POINTS_PER_CM


def _lay_out(
    chart: Chart, style: ChartStyle, font: ChartFont, width_cm: float, format_quantity: FormatQuantity
) -> tuple[Picture, tuple[str, ...]]:
    from reportgen.chart.font import TextMeasure  # noqa: PLC0415  loads matplotlib

    measure = TextMeasure(font)
    width = width_cm * _POINTS_PER_CM
    # `ChartKind` has one member; a second one gets its own layout here.
    picture = lay_out_bars(chart, width=width, style=style, measure=measure, format_quantity=format_quantity)
    return picture, tuple(sorted(measure.missing))
