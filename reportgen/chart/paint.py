"""Paints a `Picture` as PNG: shapes by matplotlib's Agg, text by its FreeType; no figure, no settings, no clock."""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from reportgen.chart.picture import Box, Circle, Hatch, Line, Mark, Picture, Point, Polygon, Polyline, Words
from reportgen.chart.png import encode_png

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from reportgen.chart.drawn import ChartFont

# Hinting moves outlines up and down only, so that text is as wide as it was measured.
_FLAGS = LoadFlags.TARGET_LIGHT
_MOST_WORDS_KEPT = 4096
_SHARE_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


def paint_png(picture: Picture, font: ChartFont, dpi: int) -> tuple[bytes, int, int]:
    """Return `picture` as PNG bytes without time or program name, and its width and height in pixels."""
    pixels = paint_pixels(picture, font, dpi)
    return encode_png(pixels, dpi), pixels.shape[1], pixels.shape[0]


def paint_pixels(picture: Picture, font: ChartFont, dpi: int) -> NDArray[np.uint8]:
    """Return `picture` as pixels: rows, columns, red-green-blue-opaque."""
    canvas = _Canvas(picture, dpi)
    writer = _writer(font.path, dpi)
    for mark in picture.marks:
        if isinstance(mark, Words):
            writer.write(canvas.pixels, mark)
        else:
            canvas.paint(mark)
    return canvas.pixels


class _Canvas:
    """A canvas that shapes are painted on; `pixels` is what is on it, and may be painted on as well."""

    def __init__(self, picture: Picture, dpi: int) -> None:
        width, height = (max(1, round(points * dpi / 72)) for points in (picture.width, picture.height))
        self._renderer = RendererAgg(width, height, dpi)  # type: ignore[no-untyped-call]
        self.pixels: NDArray[np.uint8] = np.asarray(self._renderer.buffer_rgba())  # type: ignore[no-untyped-call]
        red, green, blue = _bytes_of(picture.background)
        self.pixels.view("<u4")[:] = red | green << 8 | blue << 16 | 255 << 24
        self._scale = dpi / 72
        # Agg counts from the bottom.
        self._to_pixels = Affine2D().scale(self._scale, -self._scale).translate(0, height)

    def paint(self, mark: Mark) -> None:
        """Paint a mark other than words."""
        match mark:
            case Box():
                right, bottom = mark.x + mark.width, mark.y + mark.height
                corners = ((mark.x, mark.y), (right, mark.y), (right, bottom), (mark.x, bottom))
                self._fill(_closed(corners), mark.colour, snap=True)
            case Hatch():
                ends = [end for segment in mark.segments() for end in segment]
                if ends:
                    codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
                    self._stroke(Path(ends, codes), mark.stroke, mark.colour)
            case Line():
                path = Path([(mark.x1, mark.y1), (mark.x2, mark.y2)])
                straight = mark.x1 == mark.x2 or mark.y1 == mark.y2
                self._stroke(path, mark.width, mark.colour, mark.dash, snap=straight)
            case Polyline():
                self._stroke(Path(mark.points), mark.width, mark.colour, mark.dash)
            case Polygon():
                path = _closed(mark.points)
                self._fill(path, mark.colour, opacity=mark.opacity)
                self._edge(path, mark.edge_width, mark.edge_colour)
            case Circle():
                path = Path.circle((mark.x, mark.y), mark.radius)
                self._fill(path, mark.colour)
                self._edge(path, mark.edge_width, mark.edge_colour)
            case Words():  # `_Writer` writes them
                raise AssertionError(mark)

    def _context(self, snap: bool | None) -> GraphicsContextBase:
        context = GraphicsContextBase()
        context.set_snap(snap)
        return context

    def _fill(self, path: Path, colour: str, *, opacity: float = 1.0, snap: bool | None = None) -> None:
        if not colour:
            return
        context = self._context(snap)
        context.set_linewidth(0)
        context.set_alpha(opacity)
        self._renderer.draw_path(context, path, self._to_pixels, (*to_rgb(colour), opacity))  # type: ignore[no-untyped-call]

    def _edge(self, path: Path, width: float, colour: str) -> None:
        if width and colour:
            self._stroke(path, width, colour)

    def _stroke(
        self, path: Path, width: float, colour: str, dash: tuple[float, ...] = (), *, snap: bool | None = None
    ) -> None:
        # Agg itself takes points for widths and dashes.
        context = self._context(snap)
        context.set_linewidth(width)
        context.set_foreground(to_rgb(colour))
        context.set_capstyle("butt")
        context.set_joinstyle("round")
        if dash:
            context.set_dashes(0, list(dash))
        self._renderer.draw_path(context, path, self._to_pixels)  # type: ignore[no-untyped-call]


class _Inked(NamedTuple):
    """Words as a picture: how dark each pixel is, where it stands from its origin, and how far the words reach."""

    ink: NDArray[np.int32]
    left: int
    up: int
    width: float


class _Writer:
    """Writes words in one font; keeps the pictures of those it wrote, for charts say the same numbers again."""

    def __init__(self, file: FilePath, dpi: int) -> None:
        self._font = FT2Font(file)
        self._dpi = dpi
        self._kept: dict[tuple[str, float], _Inked] = {}

    def write(self, pixels: NDArray[np.uint8], words: Words) -> None:
        """Write `words` on `pixels`; what lies outside is left out."""
        inked = self._inked(words.text, words.size)
        scale = self._dpi / 72
        x = words.x * scale - _SHARE_BEFORE[words.align] * inked.width
        column, row = round(x) + inked.left, round(words.y * scale) - inked.up
        top, start = max(row, 0), max(column, 0)
        part = inked.ink[top - row : max(pixels.shape[0] - row, 0), start - column : max(pixels.shape[1] - column, 0)]
        target = pixels[top : top + part.shape[0], start : start + part.shape[1], :3]
        under = target.astype(np.int32)
        target[:] = under + (np.array(_bytes_of(words.colour), np.int32) - under) * part[:, :, None] // 255

    def _inked(self, text: str, size: float) -> _Inked:
        key = text, size
        if key not in self._kept:
            if len(self._kept) >= _MOST_WORDS_KEPT:
                self._kept.clear()
            self._kept[key] = self._ink(text, size)
        return self._kept[key]

    def _ink(self, text: str, size: float) -> _Inked:
        font = self._font
        font.set_size(size, self._dpi)
        font.set_text(text, 0.0, flags=_FLAGS)
        width, height = font.get_width_height()
        font.draw_glyphs_to_bitmap(antialiased=True)
        # Sixteen shades of ink are as good to the eye as 256, and let the picture have a palette.
        ink = (np.asarray(font.get_image(), np.int32) + 8) // 17 * 17
        # FreeType counts in 64ths of a pixel; the bitmap has an empty row above the highest letter.
        left, up = font.get_bitmap_offset()[0] // 64, (height - font.get_descent()) // 64 + 1
        return _Inked(ink, left, up, width / 64)


class _Writers(threading.local):
    """The writers of a thread, for a font of FreeType is not to be shared: the last one only."""

    def __init__(self) -> None:
        self.key: tuple[FilePath, int] | None = None
        self.writer: _Writer | None = None


_WRITERS = _Writers()


def _writer(file: FilePath, dpi: int) -> _Writer:
    if _WRITERS.writer is None or _WRITERS.key != (file, dpi):
        _WRITERS.key, _WRITERS.writer = (file, dpi), _Writer(file, dpi)
    return _WRITERS.writer


def _closed(points: tuple[Point, ...]) -> Path:
    return Path([*points, points[0]], closed=True)


@cache
def _bytes_of(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
