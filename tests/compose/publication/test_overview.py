"""The overview with little, odd or no data: true, grammatical, and silent where there is nothing to say."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from reportgen.compose.publication.agreement import require_agreement
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.overview import compose_overview
from reportgen.document import Heading, Paragraph, Reference, Table
from reportgen.document.printed import print_blocks
from reportgen.index.rank_change import RankChange
from reportgen.model.ranking import MissingRule
from tests.compose.publication.random_parts import make_measurements, make_part
from tests.index.sets import make_set

Cells = list[str | None]


def table_of(*rows: Cells | str | None, year: int = 2022, published: bool = False) -> PublicationPart:
    """A part of units with these values; a single value stands for all three indices."""
    cells = [[row] * 3 if row is None or isinstance(row, str) else row for row in rows]
    values = {n: [None if v is None else Decimal(v) for v in row] for n, row in enumerate(cells)}
    return make_part(make_measurements(values, year, published=published), takes_published=published)


def told(part: PublicationPart) -> str:
    """The overview as text, once it was found to agree with the figures."""
    blocks = compose_overview(part)
    require_agreement(blocks, part)
    return print_blocks(blocks)


def after(part: PublicationPart, *before: PublicationPart) -> PublicationPart:
    """`part` with the tables of other parts as editions before it."""
    tables = [other.results[0].measurements for other in (part, *before)]
    return make_part(tables[0], tuple(tables[1:]))


def test_one_unit_has_neither_mean_nor_leader() -> None:
    words = told(table_of("0.5"))
    assert "Năm 2022, chỉ có A được xếp hạng; giá trị DTI là 0,5000." in words
    for word in ("trung bình là", "ẫn đầu là", "Khoảng cách", "nhất là của"):
        assert word not in words


def test_without_any_rank_the_reason_is_said_and_nothing_else() -> None:
    words = told(table_of(None, None))
    assert words.splitlines()[-1] == (
        "Nội dung: Năm 2022, không có tỉnh, thành phố nào trong số 2 tỉnh, thành phố được xếp hạng do chưa đủ số "
        "liệu để tính giá trị DTI."
    )


def test_units_without_a_rank_are_named_with_the_reason() -> None:
    words = told(table_of("0.5", "0.4", ["0.1", None, "0.2"]))
    assert "Năm 2022, 2 trong số 3 tỉnh, thành phố được xếp hạng; B chưa được xếp hạng do chưa đủ số liệu" in words
    assert "Chưa có số liệu của một số tỉnh, thành phố về Chỉ số b." in words
    assert "chưa có số liệu của 1 tỉnh, thành phố" in words
    words = told(table_of("0.5", "0.4", None, None, None, None, None, None))
    assert "6 tỉnh, thành phố chưa được xếp hạng do" in words
    words = told(table_of("0.5", "0.4", None, published=True))
    assert "B chưa được xếp hạng do chưa có giá trị DTI được công bố." in words


def test_of_three_with_one_rank_that_one_is_named() -> None:
    words = told(table_of("0.5", None, None))
    assert "1 trong số 3 tỉnh, thành phố được xếp hạng, là A (0,5000); A và B và B chưa được xếp hạng" in words


def test_units_that_are_all_level_have_no_first_and_no_last() -> None:
    words = told(table_of("0.5", "0.5", "0.5"))
    assert "Giá trị DTI của 3 tỉnh, thành phố bằng nhau (0,5000)." in words
    assert "Trụ X: 3 tỉnh, thành phố bằng nhau (0,5000);" in words
    assert not re.search("dẫn đầu là|thấp nhất là|trung vị", words)


def test_ties_are_told_with_the_ranks_that_stay_empty() -> None:
    words = told(table_of("0.9", "0.9", "0.5", "0.4", "0.4", "0.4", "0.3"))
    assert "Cùng dẫn đầu là A (0,9000) và A và B (0,9000), tiếp theo là B (0,5000)" in words
    assert "nên cùng xếp thứ 1; không có hạng 2." in words
    assert "bằng nhau (0,4000) nên cùng xếp thứ 4; không có các hạng từ 5 đến 6." in words
    words = told(table_of(*["0.9"] * 6, *["0.4"] * 7))
    assert (
        "6 tỉnh, thành phố cùng dẫn đầu (0,9000); thấp nhất là 7 tỉnh, thành phố (0,4000), cùng xếp thứ 7." in words
    )
    words = told(table_of("0.8", "0.8", "0.7", "0.7", "0.6", "0.6", "0.5", "0.5"))
    assert "Có 4 thứ hạng do nhiều đơn vị cùng giữ, gồm 8 đơn vị." in words


def test_a_tie_by_declared_precision_says_so_where_the_printed_values_differ() -> None:
    rows = {n: [Decimal(v)] * 3 for n, v in enumerate(("0.91", "0.5041", "0.5012", "0.1"))}
    part = make_part(make_measurements({n: list(row) for n, row in rows.items()}, 2022), precision=2)
    assert "A và B và B có giá trị DTI bằng nhau khi làm tròn 2 chữ số thập phân nên cùng xếp thứ 2" in told(part)


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("0.5", "0.6", "trung bình tăng 0,0500 so với năm 2021, từ 0,4500 lên 0,5000."),
        ("0.6", "0.5", "trung bình giảm 0,0500 so với năm 2021, từ 0,5000 xuống 0,4500."),
        ("0.5", "0.5", "trung bình không đổi so với năm 2021 (0,4500)."),
        ("0.5", "0.50002", "trung bình tăng chưa đến 0,0001 so với năm 2021, làm tròn vẫn là 0,4500."),
        ("0.5", "0.49998", "trung bình giảm chưa đến 0,0001 so với năm 2021, làm tròn vẫn là 0,4500."),
    ],
)
def test_up_down_and_unchanged_by_the_sign(before: str, now: str, words: str) -> None:
    assert words in told(after(table_of(now, "0.4"), table_of(before, "0.4", year=2021)))


def test_ranks_that_stay_are_said_to_stay() -> None:
    words = told(after(table_of("0.6", "0.5"), table_of("0.4", "0.3", year=2021)))
    assert "Giá trị DTI của cả 2 tỉnh, thành phố đều tăng." in words
    assert "Thứ hạng của cả 2 tỉnh, thành phố đều giữ nguyên." in words
    assert "hạng nhiều nhất" not in words


def test_those_who_rose_and_fell_are_named_with_the_main_reason() -> None:
    words = told(after(table_of("0.6", "0.5", "0.4"), table_of("0.3", "0.5", "0.4", year=2021)))
    assert "- A tăng 2 bậc, từ hạng 3 lên hạng 1, chủ yếu do kết quả của chính đơn vị (2,0 bậc)." in words
    assert "- A và B giảm 1 bậc, từ hạng 1 xuống hạng 2, chủ yếu do kết quả của các đơn vị khác (1,0 bậc);" in words


@pytest.mark.parametrize(
    ("own", "others", "words"),
    [
        ("5/2", "5/2", "do kết quả của chính đơn vị (2,5 bậc) và kết quả của các đơn vị khác (2,5 bậc)"),
        ("14/5", "11/5", "do kết quả của chính đơn vị (2,8 bậc) và kết quả của các đơn vị khác (2,2 bậc)"),
        ("2", "3", "chủ yếu do kết quả của các đơn vị khác (3,0 bậc)"),
        ("11/2", "-1/2", "chủ yếu do kết quả của chính đơn vị (5,5 bậc)"),
    ],
)
def test_a_main_reason_is_more_than_half_and_clearly_more_than_the_next(own: str, others: str, words: str) -> None:
    rest = [f"0.{n}" for n in range(8, 3, -1)]
    part = after(table_of("0.9", *rest), table_of("0.1", *rest, year=2021))
    unit = part.results[0].measurements.units[0]
    change = RankChange(unit, 6, 1, -Fraction(own), -Fraction(others), None, Fraction(0))
    assert f"- A tăng 5 bậc, từ hạng 6 lên hạng 1, {words}." in told(replace(part, changes={unit.code: change}))


def test_published_totals_that_cannot_be_recomputed_are_named_with_both_values() -> None:
    cells: Cells = ["0.5", "0.5", "0.2"]
    words = told(table_of(cells, cells, "0.4", published=True))
    both = "A (công bố 0,4000, tính lại 0,4400) và A và B (công bố 0,4000, tính lại 0,4400)"
    assert f"với 3 tỉnh, thành phố có đủ số liệu để tính lại, chênh lệch lớn hơn 0,0001 ở 2 đơn vị: {both}." in words
    several: list[Cells] = [["0.5", "0.5", f"0.{n}"] for n in range(1, 8)]
    words = told(table_of(*several, published=True))
    assert "lớn hơn 0,0001 ở 6 đơn vị, nhiều nhất ở: A (công bố 0,3667, tính lại 0,4200)" in words
    assert words.count("(công bố") == 5


def test_many_who_moved_alike_are_counted() -> None:
    now = table_of("0.9", *(f"0.{n}" for n in range(70, 64, -1)))
    words = told(after(now, table_of("0.1", *(f"0.{n}" for n in range(70, 64, -1)), year=2021)))
    assert "- A tăng 6 bậc, từ hạng 7 lên hạng 1" in words
    assert "Mức giảm hạng lớn nhất là 1 bậc, ở 6 đơn vị." in words


def test_means_are_compared_over_those_who_are_in_both_years() -> None:
    words = told(after(table_of("0.6", "0.5", None, "0.9"), table_of("0.5", "0.4", "0.2", None, year=2021)))
    assert "Tính trên 2 tỉnh, thành phố được xếp hạng ở cả hai năm, giá trị DTI trung bình tăng 0,1000" in words
    assert "Bộ C, D và Đ được xếp hạng năm 2022, chưa được xếp hạng năm 2021." in words
    assert "B được xếp hạng năm 2021, không được xếp hạng năm 2022." in words


def test_editions_without_a_unit_in_common_are_not_compared() -> None:
    words = told(after(table_of("0.6", None), table_of(None, "0.4", year=2021)))
    assert "Không có tỉnh, thành phố nào được xếp hạng cả năm 2021 và năm 2022 để so sánh." in words


def test_several_years_and_another_set_are_told() -> None:
    tables = [table_of(value, value, year=year).results[0].measurements
              for value, year in (("0.6", 2022), ("0.5", 2021), ("0.3", 2020))]  # fmt: skip
    words = told(make_part(tables[0], tuple(tables[1:]), old_set=make_set({"a": 1, "b": 1, "c": 8})))
    assert "qua các năm là 0,3000 (năm 2020), 0,5000 (năm 2021) và 0,6000 (năm 2022)." in words
    assert "Bộ chỉ số dùng cho năm 2021 khác bộ chỉ số dùng cho năm 2022" in words


def test_how_firm_ranks_are_is_told_only_where_it_was_measured(provinces_2022: PublicationPart) -> None:
    words = told(provinces_2022)
    assert re.search(r"Ở \d+ tỉnh, thành phố \(\d+,\d%\), khoảng thứ hạng chứa 90% số lần thử rộng hơn 5 bậc;", words)
    without = replace(provinces_2022, results=(replace(provinces_2022.results[0], robustness=None),))
    assert "lần thử" not in told(without)


def test_units_without_a_rank_take_part_in_the_trials_and_that_is_said() -> None:
    rows: dict[int, list[Decimal | None]] = {n: [Decimal(n + 1) / 10] * 3 for n in range(3)}
    rows[3] = [None, Decimal("0.9"), Decimal(0)]
    words = told(make_part(make_measurements(rows, 2022), draws=9))
    assert "rộng hơn 1 bậc; giữa đơn vị này và đơn vị khác, chênh lệch ít bậc chưa cho thấy" in words
    assert "Phép thử gồm cả 1 tỉnh, thành phố chưa được xếp hạng." in words


def test_an_unknown_index_is_marked_and_never_zero() -> None:
    part = table_of(["0.1", None, "0.2"], ["0.3", None, "0.4"])
    part = make_part(part.results[0].measurements, missing_rule=MissingRule.EXCLUDE)
    words = told(part)
    assert "| Chỉ số b | chưa có số liệu | chưa có số liệu | chưa có số liệu | chưa có số liệu | 0/2" in words
    assert "Chưa có số liệu của tất cả tỉnh, thành phố về Chỉ số b." in words
    assert "Trong 2 chỉ số chính có đủ số liệu" in words


@pytest.mark.parametrize("fixture", ["provinces_2022", "ministries_2022"])
def test_anchors_are_unique_and_what_is_referred_to_is_there(fixture: str, request: pytest.FixtureRequest) -> None:
    part: PublicationPart = request.getfixturevalue(fixture)
    blocks = compose_overview(part)
    headings = [block for block in blocks if isinstance(block, Heading)]
    anchors = [heading.anchor for heading in headings]
    anchors += [block.caption.anchor for block in blocks if isinstance(block, Table) and block.caption]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.startswith(f"{part.key}_") for anchor in anchors)
    assert {heading.level for heading in headings} == {2, 3}
    assert not any(heading.label for heading in headings)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    referred = {i.anchor for block in paragraphs for i in block.inlines if isinstance(i, Reference)}
    assert referred
    assert referred <= set(anchors)


def test_invented_figures_say_so_below_their_table(ministries_2022: PublicationPart) -> None:
    assert told(ministries_2022).count("nguồn: Số liệu minh họa.") == 2


def test_no_paragraph_is_empty_and_none_ends_without_a_full_stop(ministries_2022: PublicationPart) -> None:
    for line in told(ministries_2022).splitlines():
        if line.startswith("Nội dung: "):
            assert re.search(r"\w[.:]$", line)
            assert "  " not in line
