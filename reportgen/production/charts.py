"""Drawing the charts of a document in the shipped style, with the best font that the caller's folders hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.document import Chart, Picture
from reportgen.read.data_files import data_folder
from reportgen.vietnamese import format_quantity

if TYPE_CHECKING:
    from reportgen.chart import ChartFont


class Charts:
    """Draws charts; the font is looked for when the first one is drawn, and is `None` until then."""

    def __init__(self, font_folders: Sequence[Path]) -> None:
        self.font_folders = font_folders
        self.font: ChartFont | None = None

    def draw(self, chart: Chart, width_cm: float) -> Picture:
        """Return `chart` as a picture for a width in centimetres."""
        # Imported here, for few documents have a chart.
        from reportgen.chart import draw_chart, find_chart_font, load_chart_style  # noqa: PLC0415

        self.font = self.font or find_chart_font(self.font_folders)
        style = load_chart_style(data_folder("charts"))
        drawn = draw_chart(chart, style=style, font=self.font, width_cm=width_cm, format_quantity=format_quantity)
        return Picture(drawn.png, "png", drawn.width_px, drawn.height_px)
