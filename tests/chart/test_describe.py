"""The alternative text of a chart."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from reportgen.chart import describe_chart
from reportgen.document import Chart, ChartKind, Series
from tests.chart import examples

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


@pytest.mark.parametrize(
    ("chart", "facts"),
    [
        (
            examples.ranked_bars(),
            [
                "Biểu đồ thanh xếp hạng: Xếp hạng năm 2022. Giá trị DTI: 63 mục.",
                "Dẫn đầu: TP. Đà Nẵng 0,8002; TP. Hồ Chí Minh 0,7163;",
                "Gia Lai 0,4069.",
                "Trung bình cả nước: 0,5787; 32 mục cao hơn, 30 mục thấp hơn.",
                "Chưa có số liệu: 1 mục (Bắc Kạn).",
            ],
        ),
        (
            examples.distribution(),
            ["Nhiều nhất: 28, ở khoảng 0,5 đến dưới 0,6.", "0,6 đến dưới 0,7: chưa có số liệu", "Tổng cộng: 41."],
        ),
        (
            examples.radar(9),
            [
                "Nam Định so với Trung bình cả nước theo 8 trục.",
                "Cao hơn ở 3 trục",
                "thấp hơn ở 1 trục (Hạ tầng số).",
                "Chưa có số liệu: 4 trục (Nhận thức số, Thể chế số, Nhân lực số, An toàn thông tin mạng).",
                "Hạ tầng số: Nam Định 0,5684; Trung bình cả nước 0,6168.",
            ],
        ),
        (
            examples.heat_map(),
            [
                "63 hàng, 8 cột. Chưa có số liệu: 232 ô.",
                "Thể chế số: cao nhất 0,90 (TP. Đà Nẵng và 3 mục khác), thấp nhất 0,80 (TP. Cần Thơ).",
            ],
        ),
        (
            examples.rank_change(20),
            ["So sánh Hạng 2021 với Hạng 2022, 20 mục.", "Không so sánh được vì chưa có số liệu: 2 mục."],
        ),
        (
            examples.lines(),
            ["TP. Đà Nẵng: 2020: 0,4874;", "2023: chưa có số liệu; 2024: 0,8100.", "Mục tiêu: 2020: 0,5000;"],
        ),
        (
            examples.tile_map(),
            ["Bản đồ ô: Bản đồ ô.", "Cao nhất: TP. Đà Nẵng 0,8002;", "Chưa có số liệu: 1 mục (Bắc Kạn)."],
        ),
    ],
    ids=lambda value: value.kind.name if isinstance(value, Chart) else "",
)
def test_facts_that_matter_are_told(chart: Chart, facts: list[str], format_quantity: Format) -> None:
    said = describe_chart(chart, format_quantity=format_quantity)
    assert [fact for fact in facts if fact not in said] == []
    assert len(said) <= 1000
    for longest in (60, 150, 400):
        short = describe_chart(chart, format_quantity=format_quantity, longest=longest)
        assert len(short) <= longest
        assert short.endswith(".")


def test_who_moved_farthest_is_told_with_both_ranks(format_quantity: Format) -> None:
    pair = (
        Series("Hạng 2021", tuple(map(Decimal, (9, 2, 3, 1))), ""),
        Series("Hạng 2022", tuple(map(Decimal, (1, 2, 5, 3))), ""),
    )
    chart = Chart(ChartKind.RANK_CHANGE, ("A", "B", "C", "D"), pair, "T")
    said = describe_chart(chart, format_quantity=format_quantity)
    assert "Tăng hạng: 1 mục, nhiều nhất A (từ 9 lên 1)." in said
    assert "Giảm hạng: 2 mục, nhiều nhất C (từ 3 xuống 5); D (từ 1 xuống 3)." in said
    assert said.endswith("Giữ hạng: 1 mục.")
