from dataclasses import replace
from decimal import Decimal

from reportgen.compose.ranking_table import compose_ranking_table
from reportgen.index.rankings import rank_published, rank_total
from reportgen.index.scoring import score
from reportgen.model.ranking import MissingRule, RankFirmness
from tests.index.sets import make_set, make_table
from tests.index.test_dti_2022 import INDEX_SET, dti_2022


def test_the_table_says_by_what_rules_it_was_made() -> None:
    table = make_table({"A": ["0.5", None], "B": ["0.25", "0.25"]}, "a b")
    table = replace(table, is_illustrative=True, source="thử")
    ranking = rank_total(score(table, make_set({"a": 1, "b": 1}), MissingRule.ZERO), table)
    assert compose_ranking_table(ranking).notes == (
        "Số liệu minh họa.",
        "Giá trị tính từ số liệu, không làm tròn ở các bước giữa.",
        "Xếp hạng theo giá trị chưa làm tròn; đơn vị bằng nhau thì đồng hạng, hạng tiếp theo bỏ cách.",
        "Ô trống hoặc ghi “…” là chưa có số liệu.",
        "Thành phần chưa có số liệu được tính 0 điểm.",
        "Nguồn: thử.",
    )
    ranking = rank_total(score(table, make_set({"a": 1, "b": 1}), MissingRule.KEEP), table)
    said = compose_ranking_table(ranking, language="en")
    assert said.title == "Ranking by Tổng, 2022"
    assert [column.title for column in said.columns[:3]] == ["Rank", "Code", "Unit"]
    assert "A blank or “…” is unknown; a unit without a value has no rank." in said.notes


def test_how_firm_a_rank_is_stands_beside_the_score() -> None:
    ranking = rank_published(dti_2022(), INDEX_SET)
    table = compose_ranking_table(ranking, firmness={"UBND_DANANG": RankFirmness(1, 2, Decimal("0.9"))})
    assert [column.key for column in table.columns[3:7]] == [
        "gia_tri", "hang_tot_nhat", "hang_thap_nhat", "kha_nang_giu_hang"
    ]  # fmt: skip
    assert table.rows[0][3:7] == (Decimal("0.8002"), 1, 2, Decimal("0.9"))
    assert table.rows[1][4:7] == (None, None, None)
