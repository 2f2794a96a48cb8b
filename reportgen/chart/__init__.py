"""A chart of the document tree drawn as a picture.

Everything public here is loaded when it is first used: most documents have no chart.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.chart.describe import describe_chart
    from reportgen.chart.draw import draw_chart, draw_svg, figure_size, find_chart_font
    from reportgen.chart.drawn import ChartFont, DrawnChart, FormatQuantity
    from reportgen.chart.errors import ChartError, ChartShapeError, ChartStyleError
    from reportgen.chart.style import ChartStyle, load_chart_style

__all__ = [
    "ChartError",
    "ChartFont",
    "ChartShapeError",
    "ChartStyle",
    "ChartStyleError",
    "DrawnChart",
    "FormatQuantity",
    "describe_chart",
    "draw_chart",
    "draw_svg",
    "figure_size",
    "find_chart_font",
    "load_chart_style",
]

_HOMES = {
    "ChartError": "errors",
    "ChartFont": "drawn",
    "ChartShapeError": "errors",
    "ChartStyle": "style",
    "ChartStyleError": "errors",
    "DrawnChart": "drawn",
    "FormatQuantity": "drawn",
    "describe_chart": "describe",
    "draw_chart": "draw",
    "draw_svg": "draw",
    "figure_size": "draw",
    "find_chart_font": "draw",
    "load_chart_style": "style",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
