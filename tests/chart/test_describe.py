"""The alternative text of a chart."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.chart import describe_chart
from reportgen.document import Chart, ChartKind, Series

MakeChart = Callable[..., Chart]
Format = Callable[[Decimal, str], str]
HEAD = "Biểu đồ thanh ngang: Kết quả thực hiện so với mục tiêu. "


def test_description_says_every_value_and_what_is_unknown(make_chart: MakeChart, format_quantity: Format) -> None:
    chart = make_chart(percent=[("Tỷ lệ A", "86.97", "80"), ("Tỷ lệ\nB", None, "95")], tổ=[("Số tổ", "1254", None)])
    assert describe_chart(chart, format_quantity=format_quantity) == (
        f"{HEAD}Tỷ lệ A: đạt 86,97%, mục tiêu 80%; Tỷ lệ B: chưa có số liệu, mục tiêu 95%; "
        "Số tổ: đạt 1.254 tổ, mục tiêu chưa có số liệu."
    )


def test_description_without_goals_or_title(format_quantity: Format) -> None:
    chart = Chart(ChartKind.BARS_AGAINST_GOAL, ("A",), (Series("Giá trị", (Decimal("0.5"),), ""),), "")
    assert describe_chart(chart, format_quantity=format_quantity) == "Biểu đồ thanh ngang. A: đạt 0,5."


def test_long_description_ends_with_whole_categories_and_counts_the_rest(
    make_chart: MakeChart, format_quantity: Format
) -> None:
    chart = make_chart(percent=[(f"Chỉ tiêu {number}", "1", "2") for number in range(40)])
    text = describe_chart(chart, format_quantity=format_quantity, longest=200)
    assert len(text) <= 200
    assert text == f"{HEAD}Chỉ tiêu 0: đạt 1%, mục tiêu 2%; Chỉ tiêu 1: đạt 1%, mục tiêu 2%; " + (
        "Chỉ tiêu 2: đạt 1%, mục tiêu 2%; và 37 mục khác."
    )
    assert describe_chart(chart, format_quantity=format_quantity, longest=80) == f"{HEAD}Gồm 40 mục."
