"""The charts of a document, drawn for its pages, for press and for the web."""

from __future__ import annotations

from pathlib import Path

from reportgen.production.charts import Charts
from tests.chart import examples
from tests.chart.test_draw import png_chunks


def test_one_chart_is_drawn_for_document_press_and_web(tmp_path: Path) -> None:
    charts = Charts([tmp_path])
    assert charts.font is None
    chart = examples.radar()
    in_document = charts.draw(chart, 8)
    assert in_document.width == round(8 / 2.54 * 200)
    assert charts.font is not None
    assert charts.font.name == "DejaVu Serif"
    press = png_chunks(charts.draw_png(chart, 8))
    assert int.from_bytes(press[b"IHDR"][:4], "big") == round(8 / 2.54 * 300)
    svg = charts.draw_svg(chart, 8)
    assert "0,8253" in svg
    assert svg == charts.draw_svg(chart, 8)
