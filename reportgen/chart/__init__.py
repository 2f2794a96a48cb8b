"""A chart of the document tree drawn as a picture."""

from reportgen.chart.describe import describe_chart
from reportgen.chart.draw import draw_chart, figure_size, find_chart_font
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
    "figure_size",
    "find_chart_font",
    "load_chart_style",
]
