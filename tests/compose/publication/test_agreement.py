"""The check of generated words: silent on what is true, never silent on a seeded fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.compose.publication.agreement import (
    Disagreement,
    DisagreementError,
    check_statements,
    require_agreement,
)
from reportgen.compose.publication.content import PublicationPart
from reportgen.compose.publication.overview import compose_overview
from reportgen.document import Block, Blocks, Cell, Heading, ListItem, Paragraph, Row, Table, Text
from reportgen.document.printed import print_blocks
from reportgen.model.measurements import Measurements, Scale, Unit
from tests.compose.publication import editions
from tests.compose.publication.random_parts import make_measurements, make_part, parts

Edit = Callable[[str], str]
REAL = {"63 tỉnh": editions.provinces_2022, "các bộ": editions.ministries_2022}


def edit_block(block: Block, edit: Edit) -> Block:
    """The block with the words of its texts edited."""
    match block:
        case Paragraph() | ListItem():
            return replace(
                block, inlines=tuple(Text(edit(i.text)) if isinstance(i, Text) else i for i in block.inlines)
            )
        case Table():
            return replace(block, body=tuple(_edit_row(row, edit) for row in block.body))
        case _:
            return block


def _edit_row(row: Row, edit: Edit) -> Row:
    cells = (Cell(tuple(edit_block(block, edit) for block in cell.blocks), cell.columns) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def seed(blocks: Blocks, wrong: str, right: str) -> Blocks:
    """`blocks` with the first place where the pattern `right` stands made `wrong`."""
    for place, block in enumerate(blocks):
        done: list[str] = []

        def once(words: str, done: list[str] = done) -> str:
            changed = words if done else re.sub(right, wrong, words, count=1)
            done += [changed] if changed != words else []
            return changed

        edited = edit_block(block, once)
        if done:
            return (*blocks[:place], edited, *blocks[place + 1 :])
    raise AssertionError(f"nothing to seed at: {right}")


@pytest.mark.parametrize("name", REAL)
def test_what_is_generated_agrees_with_the_figures(name: str) -> None:
    part = REAL[name]()
    require_agreement(compose_overview(part), part)


@settings(max_examples=25, deadline=None)
@given(parts())
def test_what_is_generated_from_any_figures_agrees_with_them(part: PublicationPart) -> None:
    blocks = compose_overview(part)
    assert check_statements(blocks, part) == (), print_blocks(blocks)


FAULTS = {
    "a mean a hair off": (r"trung bình là 0,5788", r"trung bình là 0,5787", "giá trị trung bình"),
    "a wrong median": (r"trung vị là 0,5769", r"trung vị là 0,5796", "trung vị"),
    "a wrong count": (r"33 tỉnh, thành phố (", r"32 tỉnh, thành phố \(", "số đơn vị trên trung bình"),
    "a wrong percentage": (r"(50,9%)", r"\(50,8%\)", "tỷ lệ trên trung bình"),
    "a wrong spread": (r"đứng cuối là 0,4161", r"đứng cuối là 0,4061", "khoảng cách"),
    "a wrong deviation": (r"chuẩn là 0,0781", r"chuẩn là 0,0780", "độ lệch chuẩn"),
    "leaders swapped": (
        r"Quảng Ninh (0,7163), Thành phố Hồ Chí Minh (0,7024)",
        r"Thành phố Hồ Chí Minh \(0,7163\), Quảng Ninh \(0,7024\)",
        "giá trị của Quảng Ninh",
    ),
    "leaders out of order": (
        r"Quảng Ninh (0,7024), Thành phố Hồ Chí Minh (0,7163)",
        r"Thành phố Hồ Chí Minh \(0,7163\), Quảng Ninh \(0,7024\)",
        "thứ tự",
    ),
    "a follower left out": (r"tiếp theo là Quảng Ninh", r"tiếp theo là [^)]*\), Quảng Ninh", "đơn vị tiếp theo"),
    "leads together alone": (r"Cùng dẫn đầu là", r"Dẫn đầu là", "cùng dẫn đầu"),
    "the wrong last one": (r"thấp nhất là Cao Bằng", r"thấp nhất là Bắc Kạn", "đơn vị thấp nhất"),
    "a wrong last rank": (r"xếp thứ 62.", r"xếp thứ 63\.", "hạng thấp nhất"),
    "a stranger in the tie": (r"Thanh Hóa và Nghệ An có", r"Thanh Hóa và Yên Bái có", "các đơn vị đồng hạng"),
    "a wrong shared rank": (r"cùng xếp thứ 16", r"cùng xếp thứ 15", "các đơn vị đồng hạng"),
    "a wrong empty rank": (r"không có hạng 17", r"không có hạng 16", "hạng bỏ trống"),
    "a wrong year": (r"Năm 2021, cả", r"Năm 2022, cả", "năm"),
    "a wrong number of units": (r"cả 64 tỉnh", r"cả 63 tỉnh", "số đơn vị được xếp hạng"),
    "more recomputed than was": (r"với 6 tỉnh", r"với 5 tỉnh", "số đơn vị tính lại được"),
    "the wrong leader of a pillar": (r"số: \g<1>đầu là Huế (", r"số: (.*?)đầu là Đà Nẵng \(", "không đọc được"),
    "leads more pillars than there are": (r"cả bốn trụ cột", r"cả ba trụ cột", "số trụ cột"),
    "a tolerance too small": (r"không quá 0,00010", r"không quá 0,00011", "sai số"),
    "strongest and weakest swapped": (
        r"là của \2 (\g<3>), thấp nhất là của \1",
        r"là của (Hạ tầng số) \((0),(6168)\), thấp nhất là của Hoạt động xã hội số",
        "không đọc được",
    ),
    "the wrong strongest index": (r"là của Hoạt động kinh tế số", r"là của Hạ tầng số", "chỉ số mạnh nhất"),
    "a known index called unknown": (r"về Hạ tầng số, Nhận thức", r"về Nhận thức", "chỉ số thiếu một phần"),
    "more draws than were made": (r"thử lại 10.000 lần", r"thử lại 200 lần", "số lần thử"),
    "the wrong widest interval": (r"nhất là của Hà Nội, từ", r"nhất là của Bình Dương, từ", "khoảng rộng nhất"),
    "too many groups": (r"thành 12 nhóm", r"thành 11 nhóm", "số nhóm"),
    "a wrong cell": (r"0,6169", r"^0,6168$", "Trung bình"),
    "a sentence of somebody": (r"không có hạng 16. Kết quả rất tốt.", r"không có hạng 16\.", "không đọc được"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_in_the_real_edition_is_caught(fault: str, provinces_2022: PublicationPart) -> None:
    wrong, right, reason = FAULTS[fault]
    found = check_statements(seed(compose_overview(provinces_2022), wrong, right), provinces_2022)
    assert any(reason in one.reason for one in found), found


CHANGES = {
    "up for down": (r"trung bình giảm", r"trung bình tăng", "tăng hay giảm"),
    "downwards": (r"từ \1 xuống", r"từ (0,\d{4}) lên", "lên hay xuống"),
    "a wrong amount": (r"tăng 0,0446 so", r"tăng 0,0445 so", "mức thay đổi"),
    "a wrong value before": (r"từ 0,5123", r"từ 0,5122", "giá trị năm trước"),
    "the wrong year before": (r"so với năm 2020, từ", r"so với năm 2021, từ", "năm trước"),
    "a wrong count of risers": (r"tăng ở 15 bộ", r"tăng ở 16 bộ", "số đơn vị tăng, giảm"),
    "ranks that rose called fallen": (
        r"hạng giảm ở \1, tăng",
        r"hạng tăng ở (\d+ bộ, cơ quan), giảm",
        "số đơn vị tăng, giảm",
    ),
    "a wrong number of places": (r"tăng 4 bậc", r"tăng 5 bậc", "số bậc"),
    "a wrong rank before": (r"từ hạng 12", r"từ hạng 11", "hạng trước và sau"),
    "a riser called a faller": (r"Bộ Nội vụ giảm", r"Bộ Nội vụ tăng", "tăng hay giảm"),
    "another one's rise": (r"Bộ Tư pháp tăng", r"Bộ Nội vụ tăng", "hạng trước và sau"),
    "the wrong reason": (r"do kết quả của các đơn vị khác", r"do kết quả của chính đơn vị", "nguyên nhân chính"),
    "risers called fallers": (r"Giảm hạng nhiều nhất", r"Tăng hạng nhiều nhất", "không thuộc danh sách này"),
    "a wrong share of the reason": (r"\(6,5 bậc\)", r"\(5,5 bậc\)", "không đọc được"),
}


@pytest.mark.parametrize("fault", CHANGES)
def test_a_seeded_fault_in_what_changed_is_caught(fault: str, ministries_2022: PublicationPart) -> None:
    wrong, right, reason = CHANGES[fault]
    found = check_statements(seed(compose_overview(ministries_2022), wrong, right), ministries_2022)
    assert any(reason in one.reason for one in found), found


def test_who_moved_most_may_not_be_left_out_of_the_list(ministries_2022: PublicationPart) -> None:
    blocks = compose_overview(ministries_2022)
    first = next(n for n, b in enumerate(blocks) if isinstance(b, ListItem) and "tăng 5 bậc" in print_blocks([b]))
    found = check_statements((*blocks[:first], *blocks[first + 1 :]), ministries_2022)
    assert [fault.reason for fault in found] == ["còn đơn vị thay đổi nhiều hơn"]


def test_a_pillar_may_not_be_left_out(provinces_2022: PublicationPart) -> None:
    blocks = tuple(b for b in compose_overview(provinces_2022) if "Kinh tế số:" not in print_blocks([b]))
    assert "thiếu trụ cột" in [fault.reason for fault in check_statements(blocks, provinces_2022)]


def test_an_overview_of_other_figures_or_of_none_is_no_overview(
    provinces_2022: PublicationPart, ministries_2022: PublicationPart
) -> None:
    assert check_statements(compose_overview(ministries_2022), provinces_2022)
    assert check_statements((), provinces_2022)
    with pytest.raises(DisagreementError, match="không nói bao nhiêu đơn vị được xếp hạng"):
        require_agreement((), provinces_2022)


def pieces(blocks: Blocks) -> Iterator[tuple[Blocks, Block]]:
    """Each block with words, and the heading of the group that it stands under."""
    heading: Blocks = ()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            heading = (block,)
        elif not isinstance(block, Heading) and not print_blocks([block]).endswith(":"):
            # What a lead-in says is told by the list below it.
            yield heading, block


def is_noticed(heading: Blocks, block: Block, changed: Block, part: PublicationPart) -> bool:
    before: tuple[Disagreement, ...] = check_statements((*heading, block), part)
    return check_statements((*heading, changed), part) != before


def edits_of(block: Block, pattern: str, change: Callable[[str], str], every: int = 1) -> Iterator[Block]:
    """The block with one match of `pattern` changed, for each in turn; long ones only with one in `every`."""
    matches = len(re.findall(pattern, print_blocks([block])))
    for number in range(0, matches, every if matches > 30 else max(1, every // 4)):
        count = iter(range(1000))

        def edit(words: str, number: int = number, count: Iterator[int] = count) -> str:
            return re.sub(pattern, lambda m: change(m[0]) if next(count) == number else m[0], words)

        yield edit_block(block, edit)


OPPOSITES = {
    **{"tăng": "giảm", "Tăng": "Giảm", "lên": "xuống", "cao nhất": "thấp nhất", "trên": "dưới", "đầu": "cuối"},
    **{"không đổi": "tăng", "giữ nguyên": "tăng", "khác": "cùng"},
}
OPPOSITES |= {wrong: right for right, wrong in OPPOSITES.items() if wrong not in ("tăng", "cùng")}
_OPPOSITE = r"\b(?:" + "|".join(OPPOSITES) + r")\b"


def other_digit(digit: str) -> str:
    return str((int(digit) + 1) % 10)


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(
    ("pattern", "change", "every"), [(r"\d", other_digit, 13), (_OPPOSITE, OPPOSITES.__getitem__, 1)]
)
def test_no_digit_and_no_word_of_direction_can_be_changed_unnoticed(
    name: str, pattern: str, change: Callable[[str], str], every: int
) -> None:
    part = REAL[name]()
    for heading, block in pieces(compose_overview(part)):
        for changed in edits_of(block, pattern, change, every):
            if changed != block:
                assert is_noticed(heading, block, changed, part), print_blocks([changed])


@settings(max_examples=15, deadline=None)
@given(parts(), st.data())
def test_no_digit_of_any_overview_can_be_changed_unnoticed(part: PublicationPart, data: st.DataObject) -> None:
    heading, block = data.draw(st.sampled_from(list(pieces(compose_overview(part)))))
    pattern, change = data.draw(st.sampled_from([(r"\d", other_digit), (_OPPOSITE, OPPOSITES.__getitem__)]))
    for changed in edits_of(block, pattern, change, 7):
        if changed != block:
            assert is_noticed(heading, block, changed, part), print_blocks([changed])


@pytest.mark.parametrize("name", REAL)
def test_no_name_can_be_exchanged_unnoticed(name: str) -> None:
    part = REAL[name]()
    names = [row.unit.name for row in chain.from_iterable(result.total.rows for result in part.results)]
    pattern = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))

    def next_name(one: str) -> str:
        return names[(names.index(one) + 1) % len(names)]

    for heading, block in pieces(compose_overview(part)):
        for changed in edits_of(block, pattern, next_name, 4):
            if changed != block:
                assert is_noticed(heading, block, changed, part), print_blocks([changed])


def test_names_that_hold_the_joints_of_lists_are_read() -> None:
    part = make_part(make_measurements({n: [Decimal(v) / 10] * 3 for n, v in enumerate((9, 9, 9, 5, 1))}, 2022))
    blocks = compose_overview(part)
    assert "A, A và B và B có giá trị DTI bằng nhau (0,9000) nên cùng xếp thứ 1" in print_blocks(blocks)
    assert check_statements(blocks, part) == ()


def test_numbers_above_a_thousand_are_read_with_their_points() -> None:
    def table(year: int, first: int) -> Measurements:
        values = [first, *range(2000, 3000)]
        cells = tuple((Decimal(value).scaleb(-4),) * 3 for value in values)
        units = tuple(Unit(f"X{number}", f"Xã {number}") for number in range(len(values)))
        return Measurements("thu", year, Scale.INDEX, units, ("a", "b", "c"), cells)

    part = make_part(table(2022, 9000), (table(2021, 1000),))
    blocks = compose_overview(part)
    moved = "Xã 0 tăng 1.000 bậc, từ hạng 1.001 lên hạng 1, chủ yếu do kết quả của chính đơn vị (1.000,0 bậc)"
    assert moved in print_blocks(blocks)
    assert check_statements(blocks, part) == ()
