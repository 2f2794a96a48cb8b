"""What the short elements of documents say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.decree30.parsed import (
    Level,
    find_citations,
    parse_appendix_label,
    parse_attachment,
    parse_date_in,
    parse_division,
    parse_filing,
    parse_mark,
    parse_number_symbol,
    parse_place_date,
)


@pytest.mark.parametrize(
    ("text", "number", "groups", "word", "colon", "stroke"),
    [
        ("Số: 05/BC-BGDĐT", "05", ("BC", "BGDĐT"), True, True, True),
        ("Số:       /BTTTT-THH", None, ("BTTTT", "THH"), True, True, True),
        ("Số: …./BTTTT-THH", None, ("BTTTT", "THH"), True, True, True),
        ("Số 5/QĐ-BTTTT", "5", ("QĐ", "BTTTT"), True, False, True),
        ("Số: 12 QĐ-BNV", "12", ("QĐ", "BNV"), True, True, False),
        ("5065/BTTTT-THH", "5065", ("BTTTT", "THH"), False, False, True),
        ("Số: 7/QĐ - BNV", "7", ("QĐ", "BNV"), True, True, True),
    ],
)
def test_number_and_symbol_are_read(
    text: str, number: str | None, groups: tuple[str, ...], word: bool, colon: bool, stroke: bool
) -> None:
    parsed = parse_number_symbol(text)
    assert parsed is not None
    assert (parsed.number_text, parsed.groups) == (number, groups)
    assert (parsed.has_word, parsed.has_colon, parsed.has_stroke) == (word, colon, stroke)
    assert parsed.raw == text


@pytest.mark.parametrize("text", ["BỘ NỘI VỤ", "Số liệu năm 2020 cho thấy: tốt", "", "SỐ LIỆU"])
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert parse_number_symbol(text) is None


@pytest.mark.parametrize(
    ("text", "place", "separator", "day", "month", "year"),
    [
        ("Hà Nội, ngày 05 tháng 01 năm 2020", "Hà Nội", ",", "05", "01", 2020),
        ("Hà Nội ngày 5 tháng 1 năm 2020", "Hà Nội", "", "5", "1", 2020),
        ("Hà Nội, ngày      tháng     năm 2023", "Hà Nội", ",", None, None, 2023),
        ("Hà Nội, ngày … tháng … năm …", "Hà Nội", ",", None, None, None),
        ("Thành phố Hồ Chí Minh, 29/6/2019", "Thành phố Hồ Chí Minh", ",", "29", "6", 2019),
    ],
)
def test_place_and_date_are_read(
    text: str, place: str, separator: str, day: str | None, month: str | None, year: int | None
) -> None:
    parsed = parse_place_date(text)
    assert parsed is not None
    assert (parsed.place, parsed.separator) == (place, separator)
    assert (parsed.date.day_text, parsed.date.month_text, parsed.date.year) == (day, month, year)
    assert parsed.date.is_open == (day is None)


def test_a_date_has_its_day_unless_there_is_none() -> None:
    right, wrong = parse_date_in("ngày 28 tháng 12 năm 2020"), parse_date_in("ngày 30 tháng 02 năm 2020")
    assert right is not None
    assert wrong is not None
    assert (right.value, right.in_words) == (date(2020, 12, 28), True)
    assert wrong.value is None


def test_an_attachment_says_what_it_goes_with() -> None:
    parsed = parse_attachment(
        "(Kèm theo Công văn số 5065/BTTTT-THH ngày 28 tháng 12 năm 2020\ncủa Bộ Thông tin và Truyền thông)"
    )
    assert parsed is not None
    assert (parsed.kind, parsed.number_text, parsed.symbol) == ("Công văn", "5065", "BTTTT-THH")
    assert parsed.date is not None
    assert parsed.date.value == date(2020, 12, 28)
    assert parsed.issuer == "Bộ Thông tin và Truyền thông"
    assert parsed.has_parentheses


def test_an_open_attachment_is_read_as_far_as_it_goes() -> None:
    parsed = parse_attachment("(Kèm theo văn bản      /BTTTT-CĐSQG ngày    tháng    năm 2023 của Bộ Nội vụ)")
    assert parsed is not None
    assert (parsed.kind, parsed.number_text, parsed.symbol) == ("văn bản", None, "BTTTT-CĐSQG")
    assert parsed.date is not None
    assert parsed.date.is_open
    assert parse_attachment("Báo cáo kèm theo") is None


@pytest.mark.parametrize(
    ("text", "places", "mark", "copies", "dash", "colon", "stop"),
    [
        ("- Lưu: VT, THH.", ("VT", "THH"), None, None, True, True, True),
        ("- Lưu: VT, THH (70b).", ("VT", "THH"), None, 70, True, True, True),
        ("Lưu VT, NVĐP", ("VT", "NVĐP"), None, None, False, False, False),
        ("- Lưu: VT, CĐSQG (TTCNSQG, DVS).", ("VT", "CĐSQG (TTCNSQG, DVS)"), None, None, True, True, True),
        ("- Lưu: VT, NVĐP, PL.300", ("VT", "NVĐP"), "PL", 300, True, True, False),
    ],
)
def test_the_filing_line_is_read(
    text: str,
    places: tuple[str, ...],
    mark: str | None,
    copies: int | None,
    dash: bool,
    colon: bool,
    stop: bool,
) -> None:
    parsed = parse_filing(text)
    assert parsed is not None
    assert (parsed.places, parsed.mark, parsed.copies) == (places, mark, copies)
    assert (parsed.has_dash, parsed.has_colon, parsed.has_stop) == (dash, colon, stop)


def test_the_drafters_mark_is_read() -> None:
    full, copies_only = parse_mark("PL.(300)"), parse_mark("(70b)")
    assert full is not None
    assert (full.mark, full.copies) == ("PL", 300)
    assert copies_only is not None
    assert (copies_only.mark, copies_only.copies) == (None, 70)
    assert parse_mark("- Như trên;") is None


def test_citations_are_found_with_what_they_say() -> None:
    text = (
        "Căn cứ Nghị định số 48/2022/NĐ-CP ngày 26 tháng 7 năm 2022 của Chính phủ; Luật Giao dịch điện tử ngày"
        " 29/11/2005; Quyết định 749/QĐ-TTg"
    )
    decree, law, decision = find_citations(text)
    assert (decree.kind, decree.number_text, decree.symbol, decree.issuer) == (
        "Nghị định",
        "48",
        "2022/NĐ-CP",
        "Chính phủ",
    )
    assert decree.date is not None
    assert decree.date.value == date(2022, 7, 26)
    assert (law.kind, law.name) == ("Luật", "Giao dịch điện tử")
    assert (decision.kind, decision.number_text, decision.date) == ("Quyết định", "749", None)
    assert text[decision.start : decision.end] == "Quyết định 749/QĐ-TTg"


@pytest.mark.parametrize(
    ("text", "written", "value", "is_roman", "title"),
    [
        ("Phụ lục", None, None, False, None),
        ("Phụ lục IV", "IV", 4, True, None),
        ("PHỤ LỤC 02", "02", 2, False, None),
        ("PHỤ LỤC SỐ 02: DANH MỤC", "02", 2, False, "DANH MỤC"),
        ("Phụ lục II\nDANH MỤC", "II", 2, True, "DANH MỤC"),
    ],
)
def test_the_label_of_an_appendix_is_read(
    text: str, written: str | None, value: int | None, is_roman: bool, title: str | None
) -> None:
    parsed = parse_appendix_label(text)
    assert parsed is not None
    assert (parsed.number_text, parsed.number, parsed.is_roman, parsed.title) == (written, value, is_roman, title)


@pytest.mark.parametrize("text", ["Phụ lục II nêu danh mục", "Phụ lục kèm theo", "Các phụ lục"])
def test_a_sentence_about_an_appendix_is_no_label(text: str) -> None:
    assert parse_appendix_label(text) is None


@pytest.mark.parametrize(
    ("text", "level", "number", "mark"),
    [
        ("Phần I", Level.PART, 1, ""),
        ("Phần thứ nhất", Level.PART, 1, ""),
        ("Chương IV", Level.CHAPTER, 4, ""),
        ("Mục 2", Level.HEADING, 2, ""),
        ("Tiểu mục 1", Level.SUBHEADING, 1, ""),
        ("II. KẾT QUẢ", Level.SECTION, 2, "."),
        ("Điều 12. Phạm vi", Level.ARTICLE, 12, "."),
        ("3. Tổ chức", Level.CLAUSE, 3, "."),
        ("1.2. Nội dung", Level.SUBCLAUSE, 2, "."),
        ("đ) Các bộ;", Level.POINT, 5, ")"),
        ("e) Các tỉnh;", Level.POINT, 6, ")"),
        ("- Các bộ;", Level.DASH, None, ""),
    ],
)
def test_numbers_of_divisions_are_read(text: str, level: Level, number: int | None, mark: str) -> None:
    parsed = parse_division(text)
    assert parsed is not None
    assert (parsed.level, parsed.number, parsed.mark) == (level, number, mark)


@pytest.mark.parametrize("text", ["Mục tiêu chung", "Phần mềm dùng chung", "2020 là năm đầu", "1.500 đồng", "Các bộ"])
def test_words_that_only_look_like_numbers_divide_nothing(text: str) -> None:
    assert parse_division(text) is None


@given(st.text(alphabet="Số:/ 0123456789-.,()…\nngàythgnăm LưuVTKèmeoPhụlục", max_size=80))
@pytest.mark.parametrize(
    "parse",
    [
        parse_number_symbol,
        parse_place_date,
        parse_attachment,
        parse_filing,
        parse_mark,
        parse_appendix_label,
        parse_division,
        lambda text: list(find_citations(text)),
    ],
)
def test_no_text_makes_a_reader_fail(parse: Callable[[str], object], text: str) -> None:
    parse(text)
