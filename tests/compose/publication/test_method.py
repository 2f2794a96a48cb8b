"""The method chapter: all that it says is in the index set, in the figures or in what was done with them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.compose.publication.content import EarlierEdition, PublicationPart
from reportgen.compose.publication.method import compose_method
from reportgen.compose.publication.method_tables import rule_words
from reportgen.document import Blocks, Heading, Inlines, Paragraph, Reference, RowKind, Table
from reportgen.document.printed import print_blocks, print_inlines
from reportgen.index.robustness import RobustnessSettings, measure_robustness
from reportgen.index.scenarios import Aggregation, Normalisation
from reportgen.model.index_set import ComponentIndicator
from reportgen.model.merge_rule import MergeRule
from reportgen.model.ranking import MissingRule
from reportgen.read.data_files import load_index_set
from tests.compose.publication.random_parts import make_measurements, make_part
from tests.index.sets import make_component_set, make_set


def small_part(**changes: object) -> PublicationPart:
    rows = {n: [Decimal(n + 1) / 10, Decimal(1), Decimal("0.5")] for n in range(3)}
    part = make_part(make_measurements({n: list[Decimal | None](row) for n, row in rows.items()}, 2022))
    return replace(part, **changes)  # type: ignore[arg-type]


def said(part: PublicationPart) -> str:
    return print_blocks(compose_method(part))


def table_named(blocks: Blocks, ending: str) -> list[list[str]]:
    """The cells of the body of the table whose anchor ends so."""
    (table,) = [b for b in blocks if isinstance(b, Table) and b.caption and b.caption.anchor.endswith(ending)]
    return [
        [" ".join(print_inlines(p.inlines) for p in cell.blocks if isinstance(p, Paragraph)) for cell in row.cells]
        for row in table.body
        if row.kind is not RowKind.GROUP
    ]


def test_the_decision_its_years_and_its_counts_are_those_of_the_set(provinces_2022: PublicationPart) -> None:
    words = said(provinces_2022)
    index_set = provinces_2022.index_set
    assert f"ban hành tại Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 {index_set.issued_by.abstract}." in words
    assert (
        "Bộ chỉ số áp dụng từ năm 2021 đến năm 2023, gồm 3 trụ cột, 8 chỉ số chính được tính điểm và 98 chỉ số thành "
        "phần, tổng điểm tối đa là 1.000; Đô thị thông minh được đo nhưng không tính điểm."
    ) in words
    for item in index_set.not_public:
        assert f"- {item}" in words


def test_points_and_shares_of_the_provinces_add_up_in_the_table(provinces_2022: PublicationPart) -> None:
    rows = table_named(compose_method(provinces_2022), "_chi_so_chinh")
    *indices, total = rows
    points = {row[1]: int(row[2]) for row in indices}
    assert points == {index.name: int(index.max_points or 0) for index in provinces_2022.index_set.main_indices}
    assert total[1:] == ["Tổng", "1.000", "100%", "98"]
    assert sum(points.values()) == 1000
    assert sum(int(row[4]) for row in indices) == 98
    for row in indices:
        assert Decimal(row[3].rstrip("%").replace(",", ".")) == Decimal(row[2]) / 10


def test_pillars_share_the_foundation_and_count_700_650_650(provinces_2022: PublicationPart) -> None:
    blocks = compose_method(provinces_2022)
    rows = table_named(blocks, "_tru_cot")
    assert [row[2] for row in rows] == ["700", "650", "650"]
    points = {row[1]: int(row[2]) for row in table_named(blocks, "_chi_so_chinh")[:-1]}
    for row in rows:
        assert sum(points[name] for name in row[1].split("; ")) == int(row[2])
    assert "là nền tảng chung của cả ba trụ cột, tối đa 500 điểm" in print_blocks(blocks)


def test_published_totals_and_derived_pillars_are_said_to_be_that(
    provinces_2022: PublicationPart, ministries_2022: PublicationPart
) -> None:
    words = said(provinces_2022)
    assert "là kết quả đã công bố, không tính lại" in words
    assert "Giá trị trụ cột Chính quyền số, Kinh tế số và Xã hội số của đơn vị chưa đủ số liệu được suy ra" in words
    assert "theo giá trị đã công bố với 4 chữ số thập phân" in words
    words = said(ministries_2022)
    assert "công bố, không tính lại" not in words
    assert "theo giá trị chưa làm tròn" in words


def test_components_stand_under_their_index_and_what_is_not_known_of_any_is_said(
    provinces_2022: PublicationPart,
) -> None:
    blocks = compose_method(provinces_2022)
    rows = table_named(blocks, "_chi_so_thanh_phan")
    assert [row[0] for row in rows] == [part.name for part in provinces_2022.index_set.components]
    words = print_blocks(blocks)
    assert "nêu 14 chỉ số thành phần đã biết tên." in words
    assert "Chưa có thông tin về điểm tối đa, cách chấm và tài liệu kiểm chứng của các chỉ số này." in words


def test_components_that_the_set_does_not_count_are_not_counted(ministries_2022: PublicationPart) -> None:
    rows = table_named(compose_method(ministries_2022), "_chi_so_chinh")
    assert [row[4] for row in rows] == ["chưa công bố"] * 6 + ["70"]


def test_points_of_the_data_and_names_of_the_dispatch_are_not_laid_at_the_door_of_the_decision(
    ministries_2022: PublicationPart,
) -> None:
    words = said(ministries_2022)
    source = "nguồn: Nguồn: Quyết định số 922/QĐ-BTTTT; điểm tối đa chưa công bố, là số liệu minh họa."
    dispatch = "nguồn: Nguồn: Công văn của Bộ Thông tin và Truyền thông năm 2023 về việc triển khai, đánh giá DTI."
    assert [line.strip() for line in words.splitlines() if line.startswith("  nguồn: ")] == [source, dispatch]
    assert "liệt kê các chỉ số chính; điểm tối đa chưa công bố, là số liệu minh họa." in words
    assert "Số liệu năm 2022 là số liệu minh họa." in words
    public = load_index_set("dti_cap_tinh_405")
    given = public.complete(dict.fromkeys(public.missing_points, Decimal(50)))
    words = said(small_part(index_set=given, given_points=frozenset(public.missing_points)))
    source = "nguồn: Nguồn: Quyết định số 405/QĐ-BKHCN; điểm tối đa chưa công bố, lấy theo tệp số liệu."
    assert words.count(source) == 2
    words = said(small_part(index_set=given, given_points=frozenset(public.missing_points[1:3])))
    assert words.count("; điểm tối đa của Thể chế số và Hạ tầng số chưa công bố, lấy theo tệp số liệu.") == 3
    assert "; " not in said(small_part(index_set=given)).partition("nguồn: ")[2].splitlines()[0]


def test_groups_that_are_ranked_apart_are_told_with_their_sizes(ministries_2022: PublicationPart) -> None:
    words = said(ministries_2022)
    assert "Các đơn vị được chia thành hai nhóm, xếp hạng riêng:" in words
    for result in ministries_2022.results:
        assert f"- {len(result.total.rows)} bộ, cơ quan {'có' if result.group.key[0] == 'c' else 'không'}" in words


@pytest.mark.parametrize("rule", MissingRule)
def test_the_rule_for_unknown_values_is_printed(rule: MissingRule) -> None:
    assert f"Khi tính toán, {rule.words}." in said(small_part(missing_rule=rule))


def test_pillar_weights_and_shares_are_told_where_the_total_is_made_of_pillars() -> None:
    index_set = load_index_set("dti_cap_tinh_2020")
    points = {key: Decimal(50) for key in index_set.missing_points}
    for pillar, last in zip(index_set.pillars, (40, 30, 30), strict=True):
        points[pillar.main_index_keys[-1]] = Decimal(last)
    blocks = compose_method(small_part(index_set=index_set.complete(points)))
    words = print_blocks(blocks)
    assert "theo trọng số: Chính quyền số 0,4, Kinh tế số 0,3 và Xã hội số 0,3." in words
    assert "Bộ chỉ số áp dụng cho năm 2020" in words
    assert "108 chỉ số thành phần và 306 tiêu chí" in words
    assert "nền tảng chung" not in words
    rows = table_named(blocks, "_chi_so_chinh")
    assert rows[0][1:4] == ["Chuyển đổi nhận thức (Chính quyền số)", "50", "5,9%"]
    assert [row[3] for row in table_named(blocks, "_tru_cot")] == ["0,4", "0,3", "0,3"]


def test_points_that_are_not_public_are_said_to_be_so_and_not_summed() -> None:
    rows = table_named(compose_method(small_part(index_set=load_index_set("dti_cap_tinh_405"))), "_chi_so_chinh")
    assert {(row[2], row[3]) for row in rows} == {("chưa công bố", "chưa công bố")}
    assert "Tổng" not in [row[1] for row in rows]


COMPONENTS = {
    "diem_cham": ({"loai": "diem_cham"}, "điểm do đơn vị đánh giá chấm"),
    "ty_le": ({"loai": "ty_le", "du_diem_tai": 80}, "theo tỷ lệ, từ 0 điểm tại 0% đến đủ điểm tại 80%"),
    "bac": (
        {"loai": "bac", "cac_bac": [{"nguong": 90, "phan_diem": 1}, {"nguong": "50.5", "phan_diem": "0.5"}]},
        "từ 90%: 100% số điểm; từ 50,5%: 50% số điểm",
    ),
    "co_khong": ({"loai": "co_khong"}, "có: đủ điểm; không: 0 điểm"),
    "so_voi_tot_nhat": ({"loai": "so_voi_tot_nhat"}, "theo tỷ lệ so với đơn vị tốt nhất"),
}


@pytest.mark.parametrize("kind", COMPONENTS)
def test_a_scoring_rule_is_told_in_words(kind: str) -> None:
    rule, words = COMPONENTS[kind]
    fields = {"khoa": "x", "ten": "Chỉ số x", "diem_toi_da": 10, "don_vi": "%", "cach_cham": rule}
    component = ComponentIndicator.model_validate(fields)
    assert component.rule
    assert rule_words(component.rule, component.direction, component.unit).replace(",0%", "%") == words
    part = small_part(index_set=make_component_set([{**fields, "tai_lieu_kiem_chung": "báo cáo"}], 10))
    (row,) = table_named(compose_method(part), "_chi_so_thanh_phan")
    assert row == [
        "Chỉ số x",
        "10",
        "càng cao càng tốt",
        "%",
        rule_words(component.rule, component.direction, "%"),
        "báo cáo",
    ]


def test_how_firmness_was_measured_is_told_as_it_was_done(provinces_2022: PublicationPart) -> None:
    words = said(provinces_2022)
    robustness = provinces_2022.results[0].robustness
    assert robustness is not None
    assert f"được thử lại {robustness.draws} lần" in words
    assert "- ba cách chuẩn hóa:" in words
    assert "- hai cách gộp: trung bình cộng và trung bình nhân" in words
    assert "xử lý giá trị chưa có số liệu" not in words
    rows = table_named(compose_method(provinces_2022), "_trong_so_thu")
    assert [row[0] for row in rows] == list(robustness.index_names)
    for column, (_, interval) in enumerate(rows):
        low, high = (Decimal(end.rstrip("%").replace(",", ".")) / 100 for end in interval.split(" – "))
        inside = [low <= Decimal(str(round(w, 3))) <= high for w in robustness.index_weights[:, column].tolist()]
        assert sum(inside) / len(inside) == pytest.approx(0.9, abs=0.03)


def test_choices_that_were_not_varied_are_not_said_to_be_varied() -> None:
    settings = RobustnessSettings(
        draws=30, normalisations=(Normalisation.AS_SCORED,), aggregations=(Aggregation.ARITHMETIC,)
    )
    part = small_part()
    (result,) = part.results
    cut = result.scores.main_indices.copy()
    cut[0, 0] = float("nan")
    robustness = measure_robustness(replace(result.scores, main_indices=cut), "0" * 16, settings)
    words = said(replace(part, results=(replace(result, robustness=robustness),)))
    assert "- một cách chuẩn hóa: điểm đạt được chia cho điểm tối đa;" in words
    assert "- một cách gộp: trung bình cộng;" in words
    assert (
        "- ba cách xử lý giá trị chưa có số liệu: loại khỏi cả điểm đạt và điểm tối đa, tính 0 điểm và thay" in words
    )
    assert "lần thử" not in said(part)


@pytest.mark.parametrize("rule", MergeRule)
def test_how_merged_units_were_carried_over_is_told(rule: MergeRule) -> None:
    part = small_part()
    earlier = EarlierEdition(2021, part.index_set, part.results, rule, frozenset({"U0", "U1"}))
    words = said(replace(part, earlier=(earlier,)))
    assert "Có 2 tỉnh, thành phố sáp nhập từ nhiều đơn vị sau năm 2021; giá trị năm 2021 của mỗi đơn vị này" in words
    wanted = {MergeRule.MEAN: "trung bình cộng", MergeRule.SUM: "là tổng", MergeRule.DO_NOT_COMPARE: "không so sánh"}
    assert wanted[rule] in words
    assert "sáp nhập" not in said(replace(part, earlier=(replace(earlier, merged_units=frozenset()),)))


def test_a_source_that_nobody_gave_is_said_to_be_missing() -> None:
    part = small_part()
    (result,) = part.results
    bare = replace(result, measurements=replace(result.measurements, source=""))
    assert "Nguồn số liệu năm 2022: chưa có thông tin." in said(replace(part, results=(bare,)))
    assert "Số liệu năm 2022: bảng để thử." in said(part)


@pytest.mark.parametrize("fixture", ["provinces_2022", "ministries_2022"])
def test_anchors_are_unique_and_every_reference_leads_to_one(fixture: str, request: pytest.FixtureRequest) -> None:
    part: PublicationPart = request.getfixturevalue(fixture)
    blocks = compose_method(part)
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    captions = [block.caption.anchor for block in blocks if isinstance(block, Table) and block.caption]
    assert len(set(anchors + captions)) == len(anchors + captions)
    assert all(anchor.startswith(f"{part.key}_phuong_phap") for anchor in anchors + captions)
    inlines: list[Inlines] = [block.inlines for block in blocks if isinstance(block, Paragraph)]
    assert {inline.anchor for line in inlines for inline in line if isinstance(inline, Reference)} == set(captions)


def test_no_sentence_starts_small_or_runs_into_the_next(provinces_2022: PublicationPart) -> None:
    for line in said(provinces_2022).splitlines():
        if line.startswith("Nội dung: "):
            assert re.match(r"Nội dung: (?:[A-ZĐ]|→)", line)
            assert not re.search(r"  |\.\S*\.\.|\.[A-ZĐ]", line)


def test_an_index_without_points_counts_nothing() -> None:
    rows = table_named(compose_method(small_part(index_set=make_set({"a": 3, "b": 0}))), "_chi_so_chinh")
    assert [row[2:4] for row in rows] == [["3", "100,0%"], ["0", "0,0%"], ["3", "100%"]]
