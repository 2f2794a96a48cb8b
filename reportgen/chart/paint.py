"""Paints a `Picture` as PNG with matplotlib's Agg: explicit properties only, no pyplot, no style state, no clock."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from reportgen.chart.picture import Box, Line, Mark, Picture, Words

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.transforms import Transform

    from reportgen.chart.drawn import ChartFont


def paint_png(picture: Picture, font: ChartFont, dpi: int) -> tuple[bytes, int, int]:
    """Return `picture` as PNG bytes without time or program name, and its width and height in pixels."""
    canvas = FigureCanvasAgg(build_figure(picture, font, dpi))
    buffer = BytesIO()
    # Level 3 is quicker than the usual 6 and, for drawings like these, no larger.
    options = {"compress_level": 3}
    canvas.print_png(buffer, metadata={"Software": None}, pil_kwargs=options)  # type: ignore[no-untyped-call]
    return buffer.getvalue(), *canvas.get_width_height(physical=True)


def build_figure(picture: Picture, font: ChartFont, dpi: int) -> Figure:
    """Return a figure that holds an artist for each mark of `picture`, in order."""
    # Half a pixel more, lost when Agg cuts to whole pixels: 299.99999 of rounding must not become 299.
    size = [(round(points * dpi / 72) + 0.5) / dpi for points in (picture.width, picture.height)]
    figure = Figure(figsize=(size[0], size[1]), dpi=dpi, facecolor=picture.background, edgecolor="none", frameon=True)
    to_pixels = Affine2D().scale(dpi / 72, -dpi / 72).translate(0, round(picture.height * dpi / 72))
    for order, mark in enumerate(picture.marks):
        artist = _artist(mark, font, to_pixels)
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _artist(mark: Mark, font: ChartFont, to_pixels: Transform) -> Artist:
    match mark:
        case Box():
            return Rectangle(
                (mark.x, mark.y),
                mark.width,
                mark.height,
                facecolor=mark.colour,
                edgecolor="none",
                linewidth=0,
                transform=to_pixels,
            )
        case Line():
            return Line2D(
                (mark.x1, mark.x2),
                (mark.y1, mark.y2),
                linewidth=mark.width,
                color=mark.colour,
                linestyle="-",
                marker="None",
                solid_capstyle="butt",
                antialiased=True,
                transform=to_pixels,
            )
        case Words():
            return Text(
                mark.x,
                mark.y,
                mark.text,
                color=mark.colour,
                fontproperties=FontProperties(fname=font.path, size=mark.size),
                horizontalalignment=mark.align,
                verticalalignment="baseline",
                # Names come from outside: "$x^2$" is printed as it is written, not as mathematics.
                parse_math=False,
                usetex=False,
                antialiased=True,
                transform=to_pixels,
            )
