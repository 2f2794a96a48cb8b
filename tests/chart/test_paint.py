"""Painting marks: where the ink is, and the two forms of PNG."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from reportgen.chart import ChartFont
from reportgen.chart.font import TextMeasure
from reportgen.chart.paint import paint_pixels, paint_png
from reportgen.chart.picture import Align, Box, Hatch, Mark, Picture, Words
from reportgen.chart.png import encode_png

WHITE, BLACK = "#FFFFFF", "#000000"


def inked(*marks: Mark, font: ChartFont, dpi: int = 144) -> tuple[int, int, int, int]:
    """Return the left, top, right and bottom of what is not white, in pixels."""
    pixels = paint_pixels(Picture(200, 50, WHITE, marks), font, dpi)
    rows, columns = np.nonzero(np.any(pixels[:, :, :3] < 200, axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("text", ["Hạng 2022", "Ế", "0,8002", "Quỹ đạo"])
def test_words_take_the_room_that_was_measured(text: str, align: Align, font: ChartFont) -> None:
    size = 12.0
    left, top, right, bottom = inked(Words(100, 30, text, size, BLACK, align), font=font)
    width = TextMeasure(font).width(text, size) * 2
    start = 200 - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * width
    assert start - 2 <= left < right <= start + width + 2
    assert 60 - 1.05 * size * 2 <= top < 60
    assert 60 - 2 <= bottom <= 60 + 0.3 * size * 2


def test_words_that_reach_over_an_edge_are_cut_there(font: ChartFont) -> None:
    marks = [Words(x, y, "Hạng", 12, BLACK) for x in (-300, -5, 195, 400) for y in (-20, 3, 49, 80)]
    assert paint_pixels(Picture(200, 50, WHITE, tuple(marks)), font, 72).shape == (50, 200, 4)


def test_box_is_filled_to_its_edges_in_its_colour(font: ChartFont) -> None:
    pixels = paint_pixels(Picture(20, 10, WHITE, (Box(5, 2, 10, 6, "#0072B2"),)), font, 72)
    assert pixels[2:8, 5:15, :3].reshape(-1, 3).tolist() == [[0x00, 0x72, 0xB2]] * 60
    assert int((pixels[:, :, :3] != 255).any(axis=2).sum()) == 60


def test_few_colours_make_a_palette_and_many_true_colour(font: ChartFont) -> None:
    few = np.zeros((5, 7, 4), np.uint8)
    few[..., 3] = 255
    few[2, 3, :3] = (1, 2, 3)
    many = np.full((20, 20, 4), 255, np.uint8)
    many[..., 0], many[..., 1] = np.arange(20)[:, None], np.arange(20)[None, :]
    for pixels, mode in ((few, "P"), (many, "RGB")):
        image = Image.open(BytesIO(encode_png(pixels, 200)))
        assert image.mode == mode
        assert np.array_equal(np.asarray(image.convert("RGB")), pixels[..., :3])
        assert round(image.info["dpi"][0]) == 200
    png, width, height = paint_png(Picture(20, 10, WHITE, (Hatch(0, 0, 20, 10, 3, 0.5, BLACK),)), font, 72)
    assert Image.open(BytesIO(png)).size == (width, height) == (20, 10)


def test_only_colours_of_few_pixels_are_rounded_to_make_a_palette() -> None:
    pixels = np.full((100, 100, 4), 255, np.uint8)
    pixels[:50, :, :3] = (0x00, 0x72, 0xB2)
    pixels[60:63, :, 0], pixels[60:63, :, 1] = np.arange(100), np.arange(3)[:, None]
    image = Image.open(BytesIO(encode_png(pixels, 200)))
    assert image.mode == "P"
    drawn = np.asarray(image.convert("RGB")).astype(int)
    assert np.array_equal(drawn[:50], pixels[:50, :, :3])
    assert np.abs(drawn - pixels[:, :, :3]).max() <= 8
