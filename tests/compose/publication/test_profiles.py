"""A page for every unit, true to the results."""

from __future__ import annotations

from dataclasses import replace

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.profiles import compose_profile_index, compose_profiles
from reportgen.document import Blocks, Frame, Heading, Table, print_blocks, print_inlines


def pages_of(part: PublicationPart) -> dict[str, Blocks]:
    pages: dict[str, list[object]] = {}
    for block in compose_profiles(part):
        if isinstance(block, Heading):
            assert block.new_page
            page = pages.setdefault(print_inlines(block.inlines), [])
        page.append(block)
    return {name: tuple(blocks) for name, blocks in pages.items()}  # type: ignore[arg-type]  # they are blocks


def test_every_unit_has_a_page_in_the_order_of_the_ranking(provinces_2022: PublicationPart) -> None:
    pages = pages_of(provinces_2022)
    assert list(pages) == [row.unit.name for row in provinces_2022.results[0].total.rows]
    first = print_blocks(pages["Đà Nẵng"])
    assert "**Thứ hạng: **1 trong 63 tỉnh, thành phố." in first
    assert "**DTI 2022: **0,8002; trung bình 0,5787." in first
    tied = print_blocks(pages["Yên Bái"])
    assert "**Thứ hạng: **15 (đồng hạng) trong 63 tỉnh, thành phố." in tied


def test_a_page_ranks_an_index_among_those_whose_value_is_known(provinces_2022: PublicationPart) -> None:
    words = print_blocks(pages_of(provinces_2022)["Thành phố Hồ Chí Minh"])
    assert "| Nhận thức số | 0,8917 | 5/5 | – | –" in words
    assert "| Hạ tầng số | 0,8258 | 1/63 | 0,6168 | +0,2090" in words
    assert "Dấu “–”: chưa có số liệu." in words


def test_strong_and_weak_sides_agree_with_the_table(provinces_2022: PublicationPart) -> None:
    for name, blocks in pages_of(provinces_2022).items():
        table = next(block for block in blocks if isinstance(block, Table))
        signs = {}
        for row in table.body:
            cells = [print_blocks(cell.blocks).partition(": ")[2] for cell in row.cells]
            signs[cells[0]] = cells[4]
        facts = print_blocks(next(block.left for block in blocks if isinstance(block, Frame)))
        for line in facts.splitlines():
            for side, word, sign in (("Điểm mạnh", "cao hơn", "+"), ("Điểm yếu", "thấp hơn", "−")):
                if side in line:
                    assert line.startswith("Ô bảng: **")
                    for item in line.removeprefix("Ô bảng: ").partition(": **")[2].removesuffix(".").split("; "):
                        index, _, gap = item.partition(f" ({word} trung bình ")
                        assert signs[index] == f"{sign}{gap.removesuffix(')')}", name


def test_what_would_raise_a_unit_and_the_advice_of_the_dispatch(provinces_2022: PublicationPart) -> None:
    words = print_blocks(pages_of(provinces_2022)["Bắc Kạn"])
    assert "- Hoạt động chính quyền số: từ 0,3483 lên 0,8575, DTI tăng 0,1018, lên hạng 55;" in words
    assert "tập trung thúc đẩy các chỉ số thành phần sau (→cap_tinh_bang_luu_y):" in words
    assert "Tỷ lệ dịch vụ công trực tuyến toàn trình (Hoạt động chính quyền số)" in words
    # Lifting an index by nothing that can be printed is no advice.
    assert "tăng 0,0000" not in print_blocks(compose_profiles(provinces_2022))


def test_a_change_is_told_with_its_parts_and_invented_figures_say_so(ministries_2022: PublicationPart) -> None:
    pages = pages_of(ministries_2022)
    words = print_blocks(pages["Bộ Nội vụ"])
    assert "**So với năm 2021: **tăng 5 bậc, từ hạng 11; trong đó do điểm của đơn vị +" in words
    assert all("Ghi chú minh họa: Số liệu minh họa." in print_blocks(page) for page in pages.values())
    assert "DTI qua các năm (biểu đồ duong_theo_nam" in words


def test_a_unit_without_a_total_is_said_to_have_no_rank(ministries_2022: PublicationPart) -> None:
    result = ministries_2022.results[1]
    last = result.total.rows[-1]
    unranked = replace(last, rank=None, score=None, indices=tuple(None for _ in last.indices))
    total = replace(result.total, rows=(*result.total.rows[:-1], unranked))
    part = replace(ministries_2022, results=(replace(result, total=total),))
    words = print_blocks(pages_of(part)[last.unit.name])
    assert "**Thứ hạng: **chưa xếp hạng." in words
    assert "**DTI 2022: **chưa có số liệu." in words
    assert "Chưa đủ số liệu để vẽ biểu đồ các chỉ số chính." in words
    assert "Nâng hạng" not in words


def test_the_index_of_profiles_leads_to_every_page(ministries_2022: PublicationPart) -> None:
    anchors = [block.anchor for block in compose_profiles(ministries_2022) if isinstance(block, Heading)]
    words = print_blocks(compose_profile_index(ministries_2022))
    assert len(anchors) == 26
    assert all(f"→trang {anchor}" in words for anchor in anchors)
