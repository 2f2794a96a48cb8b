"""Drawing a chart: its layout, then its paint. Matplotlib is loaded when the first chart is drawn, not before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.chart.bars_against_goal import lay_out_bars
from reportgen.chart.describe import describe_chart
from reportgen.chart.distribution import lay_out_distribution
from reportgen.chart.drawn import ChartFont, DrawnChart, FormatQuantity
from reportgen.chart.errors import ChartShapeError
from reportgen.chart.heat_map import lay_out_heat_map
from reportgen.chart.lines import lay_out_lines
from reportgen.chart.radar import lay_out_radar
from reportgen.chart.rank_change import lay_out_rank_change
from reportgen.chart.ranked_bars import lay_out_ranked_bars
from reportgen.chart.style import ChartStyle
from reportgen.chart.svg import write_svg
from reportgen.chart.tile_map import lay_out_tile_map
from reportgen.chart.words import one_line
from reportgen.document import Chart, ChartKind

if TYPE_CHECKING:
    from reportgen.chart.font import TextMeasure
    from reportgen.chart.picture import Picture

_POINTS_PER_CM = 72 / 2.54
_LONGEST_PX = 2**15  # a picture is held whole in memory, four bytes for each pixel


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
    """Return `chart` as a PNG `width_cm` wide and as tall as its content needs; the same chart gives the same bytes.

    The chart's title is not drawn: the caption says it. Unknown values stand as "chưa có số liệu", "–", a hatched
    box or a gap, never as zero.

    Raises:
        ChartShapeError: the table does not suit the kind, or the picture would be too narrow or too tall.
    """
    from reportgen.chart.paint import paint_png  # noqa: PLC0415  loads matplotlib

    picture, missing = _lay_out(chart, style, font, width_cm, format_quantity)
    if max(picture.width, picture.height) * dpi / 72 > _LONGEST_PX:
        raise ChartShapeError(f"a chart of {len(chart.categories)} categories is too large to be one picture")
    return DrawnChart(*paint_png(picture, font, dpi), missing)


def draw_svg(
    chart: Chart, *, style: ChartStyle, font: ChartFont, width_cm: float, format_quantity: FormatQuantity
) -> str:
    """Return `chart` as an SVG document, the same drawing as `draw_chart`; the same chart gives the same text.

    Its text is text, in `font` or another of the same widths, so that it stays small and can be edited and searched.
    For readers who do not see it, it carries the chart's title and `describe_chart`.

    Raises:
        ChartShapeError: the table does not suit the kind, or the picture would be too narrow.
    """
    picture, _ = _lay_out(chart, style, font, width_cm, format_quantity)
    description = describe_chart(chart, format_quantity=format_quantity)
    return write_svg(picture, font, title=one_line(chart.title), description=description)


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
    picture = lay_out(
        chart, width=width_cm * _POINTS_PER_CM, style=style, measure=measure, format_quantity=format_quantity
    )
    return picture, tuple(sorted(measure.missing))


def lay_out(
    chart: Chart, *, width: float, style: ChartStyle, measure: TextMeasure, format_quantity: FormatQuantity
) -> Picture:
    """Return the drawing of `chart`, `width` points wide, as its kind is laid out.

    Raises:
        ChartShapeError: the table does not suit the kind, or `width` is too narrow.
    """
    match chart.kind:
        case ChartKind.BARS_AGAINST_GOAL:
            by_kind = partial(lay_out_bars, style=style.bars_against_goal)
        case ChartKind.RANKED_BARS:
            by_kind = partial(lay_out_ranked_bars, style=style.ranked_bars)
        case ChartKind.DISTRIBUTION:
            by_kind = partial(lay_out_distribution, style=style.distribution)
        case ChartKind.RADAR:
            by_kind = partial(lay_out_radar, style=style.radar)
        case ChartKind.HEAT_MAP:
            by_kind = partial(lay_out_heat_map, style=style.heat_map)
        case ChartKind.RANK_CHANGE:
            by_kind = partial(lay_out_rank_change, style=style.rank_change)
        case ChartKind.LINES:
            by_kind = partial(lay_out_lines, style=style.lines)
        case ChartKind.TILE_MAP:
            by_kind = partial(lay_out_tile_map, style=style.tile_map)
    return by_kind(chart, width=width, measure=measure, format_quantity=format_quantity)
