"""What the tests of the chart room share: the shipped style, a font, a plain number format, and charts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.chart import ChartFont, ChartStyle, find_chart_font, load_chart_style
from reportgen.chart.draw import lay_out
from reportgen.chart.font import TextMeasure
from reportgen.chart.picture import Picture
from reportgen.document import Chart, ChartKind, Series
from tests.programs import miss

CHARTS = Path(__file__).parents[2] / "charts"
Row = tuple[str, str | None, str | None]
MakeChart = Callable[..., Chart]
LayOut = Callable[..., Picture]


@pytest.fixture(scope="session")
def style() -> ChartStyle:
    return load_chart_style(CHARTS)


@pytest.fixture(scope="session")
def font() -> ChartFont:
    """DejaVu Serif, which comes with matplotlib, so that every machine has it."""
    return find_chart_font([])


@pytest.fixture(scope="session")
def liberation() -> Path:
    """The file of Liberation Serif 2 in the system's font folder; without it, the test is skipped."""
    files = sorted(Path("/usr/share/fonts").rglob("LiberationSerif-Regular.ttf"))
    usable = [file for file in files if find_chart_font([file.parent]).path == file]
    if not usable:
        miss("Liberation Serif 2 is not installed (package fonts-liberation2)")
    return usable[0]


@pytest.fixture(scope="session")
def format_quantity() -> Callable[[Decimal, str], str]:
    def write(value: Decimal, unit: str) -> str:
        number = f"{value:,f}".translate(str.maketrans(",.", ".,"))
        return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()

    return write


@pytest.fixture(scope="session")
def make_chart() -> MakeChart:
    """Make a chart from rows (name, achieved, goal) by unit; each row has values in the series of its unit only."""

    def make(*, heads: tuple[str, str] = ("Kết quả", "Mục tiêu"), value_axis: str = "", **units: list[Row]) -> Chart:
        names = [row[0] for rows in units.values() for row in rows]
        series = []
        before = 0
        for unit, rows in units.items():
            for number, head in enumerate(heads, start=1):
                values: list[Decimal | None] = [None] * len(names)
                for place, row in enumerate(rows, start=before):
                    text = row[number]
                    values[place] = None if text is None else Decimal(str(text))
                series.append(Series(head, tuple(values), "%" if unit == "percent" else unit))
            before += len(rows)
        title = "Kết quả thực hiện so với mục tiêu"
        return Chart(ChartKind.BARS_AGAINST_GOAL, tuple(names), tuple(series), title, value_axis)

    return make


@pytest.fixture(scope="session")
def lay_out_chart(style: ChartStyle, font: ChartFont, format_quantity: Callable[[Decimal, str], str]) -> LayOut:
    """Lay out a chart of any kind, 16 cm wide unless told."""

    def lay(chart: Chart, width: float = 16 / 2.54 * 72) -> Picture:
        return lay_out(chart, width=width, style=style, measure=TextMeasure(font), format_quantity=format_quantity)

    return lay
