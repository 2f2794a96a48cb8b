"""The picture itself: its bytes, its size, its text inside its edges, and what drawing leaves behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.chart import (
    ChartFont,
    ChartShapeError,
    ChartStyle,
    DrawnChart,
    draw_chart,
    figure_size,
    find_chart_font,
)
from reportgen.chart.draw import lay_out
from reportgen.chart.font import TextMeasure
from reportgen.document import Chart
from tests.chart.reading import words_on_words, words_outside

MakeChart = Callable[..., Chart]
Row = tuple[str, str | None, str | None]
Draw = Callable[..., DrawnChart]
LONG = "Tỷ lệ hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng (trừ hồ sơ thuộc phạm vi bí mật nhà nước)"
ROWS: list[Row] = [
    ("Tỷ lệ dịch vụ công trực tuyến mức độ 4", "86.97", "80"),
    (LONG, "135", "100"),
    ("Tỷ lệ hộ nghèo có điện thoại thông minh", None, "95"),
    ("Kinh tế số", "0", None),
]
HOSTILE: list[Row] = [
    ("$x^2$", "1", "2"),
    ("{{ ten }} {% if %} \\alpha_{1} $", "1", "2"),
    ("<&> \"'", "1", "2"),
    ("W" * 120, "1", "2"),
    ("một\nhai\r\nba\tbốn", "1", "2"),
    ("", "1", "2"),
]


@pytest.fixture
def draw(style: ChartStyle, font: ChartFont, format_quantity: Callable[[Decimal, str], str]) -> Draw:
    def draw(chart: Chart, width_cm: float = 16, dpi: int = 100) -> DrawnChart:
        return draw_chart(chart, style=style, font=font, width_cm=width_cm, format_quantity=format_quantity, dpi=dpi)

    return draw


def png_chunks(png: bytes) -> dict[bytes, bytes]:
    chunks, place = {}, 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4], "big")
        chunks[png[place + 4 : place + 8]] = png[place + 8 : place + 8 + length]
        place += 12 + length
    return chunks


def test_same_chart_gives_the_same_bytes(draw: Draw, make_chart: MakeChart) -> None:
    assert draw(make_chart(percent=ROWS)) == draw(make_chart(percent=ROWS))


def test_threads_draw_the_same_bytes(draw: Draw, make_chart: MakeChart) -> None:
    charts = [make_chart(percent=ROWS[: count % 4 + 1]) for count in range(8)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, charts)) == [draw(chart) for chart in charts]


def test_picture_carries_no_time_or_program_and_its_true_size(draw: Draw, make_chart: MakeChart) -> None:
    drawn = draw(make_chart(percent=ROWS), dpi=200)
    chunks = png_chunks(drawn.png)
    assert set(chunks) == {b"IHDR", b"pHYs", b"PLTE", b"IDAT", b"IEND"}
    width, height = (int.from_bytes(chunks[b"IHDR"][place : place + 4], "big") for place in (0, 4))
    assert (width, height) == (drawn.width_px, drawn.height_px)
    assert width == round(16 / 2.54 * 200)
    assert int.from_bytes(chunks[b"pHYs"][:4], "big") == round(200 / 0.0254)


def test_figure_size_foretells_the_size(
    draw: Draw,
    make_chart: MakeChart,
    style: ChartStyle,
    font: ChartFont,
    format_quantity: Callable[[Decimal, str], str],
) -> None:
    chart = make_chart(percent=ROWS)
    width, height = figure_size(chart, style=style, font=font, width_cm=12, format_quantity=format_quantity)
    drawn = draw(chart, width_cm=12)
    assert (drawn.width_px, drawn.height_px) == (round(width / 2.54 * 100), round(height / 2.54 * 100))


@pytest.mark.parametrize("font_fixture", ["font", "liberation"])
@pytest.mark.parametrize("width_cm", [11, 16, 24])
@pytest.mark.parametrize(
    "units",
    [
        {"percent": ROWS},
        {"percent": HOSTILE},
        {"percent": ROWS, "nghìn tỷ đồng": [("Doanh thu", "1234567.891", "2000000")]},
        {"percent": [("Âm", "-120.5", "3")]},
    ],
)
def test_no_text_is_clipped_or_lies_on_another(
    units: dict[str, list[Row]],
    width_cm: float,
    font_fixture: str,
    request: pytest.FixtureRequest,
    make_chart: MakeChart,
    style: ChartStyle,
    format_quantity: Callable[[Decimal, str], str],
) -> None:
    found = request.getfixturevalue(font_fixture)
    measure = TextMeasure(found if isinstance(found, ChartFont) else find_chart_font([found.parent]))
    chart = make_chart(heads=("Kết quả đến 31/12/2023", "Mục tiêu năm 2023"), **units)
    picture = lay_out(
        chart, width=width_cm / 2.54 * 72, style=style, measure=measure, format_quantity=format_quantity
    )
    assert words_outside(picture, measure) == []
    assert words_on_words(picture, measure) == []


def test_names_are_drawn_as_they_are_written(draw: Draw, make_chart: MakeChart) -> None:
    drawn = draw(make_chart(percent=HOSTILE))
    assert drawn.missing_characters == ()
    plain = [("x2", "1", "2"), *HOSTILE[1:]]
    assert draw(make_chart(percent=plain)).png != drawn.png


def test_characters_that_the_font_lacks_are_told(draw: Draw, make_chart: MakeChart) -> None:
    assert draw(make_chart(percent=[("漢 và 😀", "1", "2")])).missing_characters == ("漢", "😀")


def test_picture_too_tall_is_refused(draw: Draw, make_chart: MakeChart) -> None:
    with pytest.raises(ChartShapeError):
        draw(make_chart(percent=[("A", "1", "2")] * 1200), dpi=200)


SCRIPT = """
import sys
from decimal import Decimal
from pathlib import Path
import reportgen.chart as room
from reportgen.document import Chart, ChartKind, Series
style = room.load_chart_style(Path(sys.argv[1]))
assert "matplotlib" not in sys.modules, "importing the room loads matplotlib"
font = room.find_chart_font([])
import matplotlib
# Reading the key "backend" would itself load pyplot.
names = set(matplotlib.rcParams) - {"backend"}
before = {name: matplotlib.rcParams[name] for name in names}
chart = Chart(ChartKind.BARS_AGAINST_GOAL, ("A",), (Series("Kết quả", (Decimal(5),), "%"),), "T")
room.draw_chart(chart, style=style, font=font, width_cm=12, format_quantity=lambda value, unit: f"{value}{unit}")
assert {name: matplotlib.rcParams[name] for name in names} == before, "drawing changes matplotlib's settings"
assert "matplotlib.pyplot" not in sys.modules
"""


def test_matplotlib_is_loaded_late_without_pyplot_and_left_as_it_was() -> None:
    charts = Path(__file__).parents[2] / "charts"
    run = subprocess.run([sys.executable, "-c", SCRIPT, str(charts)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
