"""Native charts in a workbook: they refer to cells, so that they follow them."""

from __future__ import annotations

from typing import Any, assert_never

from reportgen.document.workbook import SheetChart, SheetChartKind

# Colours that colour-blind readers tell apart (Okabe and Ito), dark enough for grey print.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000")
_DASHES = ("solid", "dash", "round_dot", "long_dash", "dash_dot", "square_dot")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
_GRID = {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}
_FONT = {"size": 9}
WIDTH = 720
_LOW, _BAR_HEIGHT, _AROUND_BARS = 360, 20, 110


def make_chart(book: Any, chart: SheetChart) -> Any:  # noqa: ANN401  XlsxWriter has no types
    """Return `chart` as a chart of `book`, to be inserted into a sheet."""
    match chart.kind:
        case SheetChartKind.RANKED_BARS:
            made = _bars(book, chart)
        case SheetChartKind.COLUMNS:
            made = _columns(book, chart)
        case SheetChartKind.LINES:
            made = _lines(book, chart)
        case _:
            assert_never(chart.kind)
    made.set_title({"name": _words(chart.title), "name_font": {"size": 12, "bold": True}, "overlay": False})
    made.set_size({"width": WIDTH, "height": chart_height(chart)})
    return made


def chart_height(chart: SheetChart) -> int:
    """Return the height of `chart` in pixels: bars need room for each category."""
    if chart.kind is SheetChartKind.RANKED_BARS:
        return max(_LOW, _AROUND_BARS + _BAR_HEIGHT * chart.count)
    return _LOW


def _bars(book: Any, chart: SheetChart) -> Any:  # noqa: ANN401  XlsxWriter has no types
    made = book.add_chart({"type": "bar"})
    _add_series(made, chart, gap=35)
    # The first category is at the top; the values' axis would then be there too, were it not set to the other side.
    made.set_y_axis({"reverse": True, "num_font": _FONT, "interval_unit": 1})
    made.set_x_axis(_value_axis(chart) | {"label_position": "high"})
    made.set_legend({"none": True})
    return made


def _columns(book: Any, chart: SheetChart) -> Any:  # noqa: ANN401  XlsxWriter has no types
    made = book.add_chart({"type": "column"})
    _add_series(made, chart, gap=8)
    made.set_x_axis({"num_font": _FONT})
    made.set_y_axis(_value_axis(chart) | {"min": 0})
    made.set_legend({"none": True})
    return made


def _lines(book: Any, chart: SheetChart) -> Any:  # noqa: ANN401  XlsxWriter has no types
    made = book.add_chart({"type": "line"})
    for number, series in enumerate(chart.series):
        colour = _COLOURS[number % len(_COLOURS)]
        made.add_series({
            "name": f"={series.name_cell}" if series.name_cell else _words(series.name),
            "categories": f"={chart.categories}",
            "values": f"={series.values}",
            "line": {"color": colour, "width": 2, "dash_type": _DASHES[number % len(_DASHES)]},
            "marker": {
                "type": _MARKERS[number % len(_MARKERS)],
                "size": 6,
                "fill": {"color": colour},
                "border": {"color": colour},
            },
        })  # fmt: skip
    made.set_x_axis({"num_font": _FONT})
    made.set_y_axis(_value_axis(chart))
    made.set_legend({"position": "right", "font": _FONT})
    made.show_blanks_as("gap")
    return made


def _add_series(made: Any, chart: SheetChart, *, gap: int) -> None:  # noqa: ANN401  XlsxWriter has no types
    for number, series in enumerate(chart.series):
        colour = _COLOURS[number % len(_COLOURS)]
        made.add_series({
            "name": f"={series.name_cell}" if series.name_cell else _words(series.name),
            "categories": f"={chart.categories}",
            "values": f"={series.values}",
            "fill": {"color": colour},
            "gap": gap,
            "data_labels": {"value": True, "num_format": _pattern(chart.decimals), "font": {"size": 8}},
        })  # fmt: skip


def _value_axis(chart: SheetChart) -> dict[str, Any]:
    pattern = _pattern(min(chart.decimals, 2))
    return {"name": _words(chart.value_axis), "name_font": _FONT, "num_font": _FONT, "num_format": pattern,
            "major_gridlines": _GRID}  # fmt: skip


def _pattern(decimals: int) -> str:
    return "0." + "0" * decimals if decimals else "0"


def _words(text: str) -> str:
    """The words of a title; XlsxWriter would take those that begin like a formula for one."""
    return f"\u2060{text}" if text.startswith("=") else text
