"""Drawing the charts of a document in the shipped style, with the best font that the caller's folders hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.document import Chart, Picture
from reportgen.read.data_files import data_folder
from reportgen.vietnamese import format_quantity

if TYPE_CHECKING:
    from reportgen.chart import ChartFont, ChartStyle, DrawnChart

_DOCUMENT_DPI, _PRESS_DPI = 200, 300


class Charts:
    """Draws charts; font and style are looked for when the first one is drawn, and `font` is `None` until then.

    All methods raise `ChartStyleError` for a faulty style file, and `ChartShapeError` for a chart whose table does
    not suit its kind or that does not fit the width.
    """

    def __init__(self, font_folders: Sequence[Path]) -> None:
        self.font_folders = font_folders
        self.font: ChartFont | None = None
        self._style: ChartStyle | None = None

    def draw(self, chart: Chart, width_cm: float) -> Picture:
        """Return `chart` as a picture in a document, for a width in centimetres."""
        drawn = self._paint(chart, width_cm, _DOCUMENT_DPI)
        return Picture(drawn.png, "png", drawn.width_px, drawn.height_px)

    def draw_png(self, chart: Chart, width_cm: float, *, dpi: int = _PRESS_DPI) -> bytes:
        """Return `chart` as the bytes of a PNG file for press and web, with `dpi` pixels an inch."""
        return self._paint(chart, width_cm, dpi).png

    def draw_svg(self, chart: Chart, width_cm: float) -> str:
        """Return `chart` as an SVG document for press and web, its text kept as text."""
        from reportgen.chart import draw_svg  # noqa: PLC0415  few documents have a chart

        style, font = self._look()
        return draw_svg(chart, style=style, font=font, width_cm=width_cm, format_quantity=format_quantity)

    def _paint(self, chart: Chart, width_cm: float, dpi: int) -> DrawnChart:
        from reportgen.chart import draw_chart  # noqa: PLC0415  few documents have a chart

        style, font = self._look()
        return draw_chart(chart, style=style, font=font, width_cm=width_cm, format_quantity=format_quantity, dpi=dpi)

    @property
    def style(self) -> ChartStyle:
        """The shipped style, as its users may have edited it."""
        from reportgen.chart import load_chart_style  # noqa: PLC0415  few documents have a chart

        self._style = self._style or load_chart_style(data_folder("charts"))
        return self._style

    def _look(self) -> tuple[ChartStyle, ChartFont]:
        from reportgen.chart import find_chart_font  # noqa: PLC0415  few documents have a chart

        self.font = self.font or find_chart_font(self.font_folders)
        return self.style, self.font
