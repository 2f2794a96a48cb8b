"""The chapter of rankings prints what the rankings say, ties and unknown values included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.firmness import compose_firmness
from reportgen.compose.publication.printed import print_score
from reportgen.compose.publication.rankings import compose_rankings
from reportgen.document import Blocks, Figure, Heading, Table, print_blocks, print_inlines


def tables_of(blocks: Blocks) -> dict[str, Table]:
    return {block.caption.anchor: block for block in blocks if isinstance(block, Table) and block.caption}


def rows_of(table: Table) -> Iterator[list[str]]:
    for row in table.body:
        yield [print_blocks(cell.blocks).partition(": ")[2] for cell in row.cells]


def test_the_table_of_totals_is_the_published_ranking_with_its_tie(provinces_2022: PublicationPart) -> None:
    blocks = compose_rankings(provinces_2022, {})
    rows = list(rows_of(tables_of(blocks)["cap_tinh_tinh_bang_tong"]))
    assert len(rows) == 63
    assert rows[0][:6] == ["1", "Đà Nẵng", "0,8002", "0,8638", "0,8473", "0,7864"]
    tied = [row for row in rows if row[0] == "15"]
    assert [(row[1], row[2]) for row in tied] == [("Thanh Hóa", "0,6350"), ("Yên Bái", "0,6350")]
    assert all(row[0] != "16" for row in rows)


def test_each_pillar_and_main_index_is_ranked_and_the_unknown_are_counted(provinces_2022: PublicationPart) -> None:
    blocks = compose_rankings(provinces_2022, {})
    tables, words = tables_of(blocks), print_blocks(blocks)
    result = provinces_2022.results[0]
    for ranking in (*result.pillars, *result.main_indices):
        left_and_right = [
            cells
            for row in rows_of(tables[f"cap_tinh_tinh_{ranking.key}"])
            for cells in (row[:3], row[3:])
            if cells[0]
        ]
        printed = sorted((int(rank), name, value) for rank, name, value in left_and_right)
        known = [row for row in ranking.rows if row.rank is not None]
        assert printed == sorted((row.rank or 0, row.unit.name, print_score(row.score)) for row in known)
    assert "Chưa có số liệu Nhận thức số của 58 tỉnh, thành phố." in words
    assert "Giá trị Kinh tế số suy ra từ tổng và các chỉ số đã công bố, sai số tối đa ±0,00011." in words


def test_small_groups_are_ranked_apart_and_share_a_table(ministries_2022: PublicationPart) -> None:
    blocks = compose_rankings(ministries_2022, {})
    tables = tables_of(blocks)
    for result in ministries_2022.results:
        rows = list(rows_of(tables[f"cap_bo_{result.group.key}_chi_so_bang"]))
        assert len(rows) == len(result.total.rows)
        by_index = result.main_indices[0]
        best = next(row for row in rows if row[1].endswith("(1)"))
        assert best[0] == by_index.rows[0].unit.name
    titles = [print_inlines(block.inlines) for block in blocks if isinstance(block, Heading)]
    assert titles[0] == "Xếp hạng chung, bộ, cơ quan có cung cấp dịch vụ công"
    assert len({title.rpartition(", ")[2] for title in titles}) == 2


def test_the_charts_come_after_the_table_with_their_source(provinces_2022: PublicationPart) -> None:
    figures = [block for block in compose_rankings(provinces_2022, {}) if isinstance(block, Figure)]
    assert [block.caption.anchor.rpartition("_hinh_")[2] for block in figures if block.caption] == [
        "tong",
        "phan_bo",
        "chi_so",
    ]
    assert all(print_inlines(block.source).startswith("Nguồn: dti.gov.vn") for block in figures)
    assert all(block.alt_text for block in figures)


def test_how_firm_ranks_are_is_told_from_the_draws_and_left_out_without(provinces_2022: PublicationPart) -> None:
    result = provinces_2022.results[0]
    robustness = result.robustness
    assert robustness is not None
    table = tables_of(compose_firmness(provinces_2022, result))["cap_tinh_tinh_bang_vung_chac"]
    rows = list(rows_of(table))
    intervals = robustness.intervals()
    for unit, (best, worst) in zip(robustness.units, intervals, strict=True):
        row = next(row for row in rows if row[1] == unit.name)
        assert row[3] == (str(best) if best == worst else f"{best} – {worst}")
    assert compose_firmness(provinces_2022, replace(result, robustness=None)) == ()
