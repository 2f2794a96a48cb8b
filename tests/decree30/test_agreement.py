"""Facts, mentions and marks that have to agree with the rest of a document, and those that do."""

from dataclasses import replace

import pytest

from reportgen.decree30.check import check_seen
from reportgen.decree30.finding import Grade
from reportgen.decree30.seen import SeenDocument
from tests.decree30.changed import DECISION, LETTER, LETTER_TO_ONE, REPORT, Change, after, both, sample, say, without

BODY = "Để kịp tổng hợp"
CHART = "Quyết định số {} ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển Chính phủ điện tử"


def told(change: Change, rule: str, name: str = LETTER) -> list[str]:
    """Return the words that a rule tells of in a changed sample."""
    return [one.text for one in check_seen(change(sample(name))).findings if one.rule.id == rule]


def table(*rows: tuple[str, ...]) -> Change:
    """Put rows in place of those of the report's first table that has a head."""

    def change(seen: SeenDocument) -> SeenDocument:
        first = next(one for one in seen.tables if one.head_rows)
        return replace(seen, tables=tuple(replace(one, rows=rows) if one is first else one for one in seen.tables))

    return change


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tỷ lệ tăng từ 80% lên 75%.", "tăng"),
        ("Tăng từ 1.200 hồ sơ lên 1.100 hồ sơ.", "Tăng"),
        ("Số lỗi giảm 5% (từ 10% xuống 15%).", "giảm"),
        ("Đưa tỷ lệ từ 80% lên 75%.", "lên"),
        ("Hạ tỷ lệ từ 20% năm 2021 xuống còn 25%.", "xuống"),
    ],
)
def test_a_word_of_change_against_its_numbers_is_told(text: str, word: str) -> None:
    assert told(after(BODY, text), "NQ-TANG-GIAM") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ tăng từ 75% lên 80%, số lỗi giảm 20% từ 100 xuống còn 80.",
        "Đưa tỷ lệ từ 75% lên 80%; giảm từ 20% xuống 15%.",
        "Chuyển hồ sơ từ 3 tầng xuống 1 tầng, từ 12 bước lên mạng.",
        "Tỷ lệ tăng 5% so với năm 2021.",
    ],
)
def test_changes_that_agree_are_left_alone(text: str) -> None:
    assert told(after(BODY, text), "NQ-TANG-GIAM") == []


def test_one_document_has_one_number() -> None:
    two = after(BODY, f"Theo {CHART.format('942/QĐ-TTg')}.", f"Căn cứ {CHART.format('924/QĐ-TTg')}.")
    assert told(two, "NQ-MOT-SO") == ["Quyết định số 924/QĐ-TTg"]


def test_two_documents_of_one_day_may_have_two_numbers() -> None:
    other = (
        "Quyết định số 943/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt Đề án phát triển đô thị thông minh"
    )
    assert told(after(BODY, f"Theo {CHART.format('942/QĐ-TTg')}.", f"Theo {other}."), "NQ-MOT-SO") == []


HEAD = ("STT", "Đơn vị", "Tổng số", "Đã làm", "Tỷ lệ (%)")
RIGHT = (("1", "A", "50", "40", "80"), ("2", "B", "60", "45", "75"), ("3", "C", "30", "21", "70"))


def test_a_share_in_a_table_follows_from_its_row() -> None:
    wrong = table(HEAD, *RIGHT, ("4", "D", "40", "10", "35"))
    findings = [one for one in check_seen(wrong(sample(REPORT))).findings if one.rule.id == "NQ-TY-LE-BANG"]
    assert [one.values for one in findings] == [{"found": "35%", "expected": "25,0%"}]


ROUNDED = (("1", "A", "3", "1", "33,3"), ("2", "B", "3", "2", "66,7"), ("3", "C", "7", "2", "28,6"))
UNRELATED = (("1", "A", "50", "40", "12"), ("2", "B", "60", "45", "9"), ("3", "C", "30", "21", "3"))


@pytest.mark.parametrize(
    "rows",
    [
        (*RIGHT, ("4", "D", "40", "10", "25")),
        (*ROUNDED, ("4", "D", "9", "1", "11,1")),
        # Counted from other columns.
        (*UNRELATED, ("4", "D", "9", "1", "8")),
        # Too few rows to tell how the share is counted.
        (*RIGHT[:1], ("2", "B", "60", "45", "20")),
    ],
)
def test_shares_that_agree_or_are_counted_otherwise_are_left_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    assert told(table(HEAD, *rows), "NQ-TY-LE-BANG", REPORT) == []


def test_a_total_above_its_rows_is_only_a_note() -> None:
    rows = (("STT", "Đơn vị", "Số"), ("", "Tổng số", "90"), ("1", "A", "30"), ("2", "B", "50"))
    findings = [one for one in check_seen(table(*rows)(sample(REPORT))).findings if one.rule.id == "NQ-TONG"]
    assert [(one.values["expected"], one.grade) for one in findings] == [("80", Grade.NOTE)]
    assert told(table(*rows[:3], ("2", "B", "60")), "NQ-TONG", REPORT) == []


def test_an_appendix_that_is_mentioned_is_missed_where_the_only_one_has_no_number() -> None:
    assert told(say("tại Phụ lục", "tại Phụ lục IX"), "PL-CO-MAT") == ["IX"]
    assert told(say("tại Phụ lục", "tại Phụ lục IX Thông tư số 01/2019/TT-BNV"), "PL-CO-MAT") == []
    assert told(lambda seen: seen, "PL-CO-MAT", LETTER_TO_ONE) == []


def test_an_end_mark_within_the_text_is_told_where_it_is() -> None:
    assert told(after(BODY, "Gửi trước ngày 10/3/2022./. Các đơn vị thực hiện."), "KET-THUC-GIUA") == ["./."]
    assert told(after(BODY, "Gửi trước ngày 10/3/2022./."), "KET-THUC-GIUA") == ["./."]
    assert told(say("cảm ơn./.", "cảm ơn./. (Gửi kèm Phụ lục)"), "KET-THUC-GIUA") == []
    assert told(after(BODY, "Giấy mời số …/…./. ngày …/…./…"), "KET-THUC-GIUA") == []


def test_a_copy_without_a_filing_line_lacks_it_even_where_nothing_else_is_listed() -> None:
    copy = "loai_khac/sao_y"
    assert told(without("- Lưu"), "NOI-NHAN-LUU", copy) == ["Nơi nhận:"]
    assert told(both(without("- Lưu"), without("- Cục Tin học hóa")), "NOI-NHAN-LUU", copy) == ["Nơi nhận:"]


def test_a_list_of_codes_needs_the_word_for_number_once() -> None:
    text = "Bộ đã có Công văn số 5065/BTTTT-THH và 5066/BTTTT-THH ngày 28/12/2020 của Bộ Thông tin và Truyền thông."
    assert told(after(BODY, text), "VIEN-DAN-SO") == []
    assert told(after(BODY, text.replace("số ", "")), "VIEN-DAN-SO") == ["Công văn 5065/BTTTT-THH"]


def test_what_a_decision_issues_cites_in_full_unless_the_decision_does() -> None:
    issued = "quyet_dinh_483/quyet_dinh"
    line = "Phổ cập theo Nghị định số 99/2022/NĐ-CP."
    goal = "Bám sát các mục tiêu"
    assert any(goal in one.text for one in sample(issued).paragraphs) or goal
    first = next(
        one.text for one in reversed(sample(issued).paragraphs) if one.text.startswith("1. Cục Chuyển đổi số")
    )
    assert told(after(first, line), "VIEN-DAN-LAN-DAU", issued) == ["Nghị định số 99/2022/NĐ-CP"]
    known = line.replace("Nghị định số 99/2022/NĐ-CP", "Nghị định số 48/2022/NĐ-CP")
    assert told(after(first, known), "VIEN-DAN-LAN-DAU", issued) == []
    assert told(lambda seen: seen, "VIEN-DAN-LAN-DAU", DECISION) == []


OLD = "Số hóa, đồng bộ hóa, chuẩn hóa, tối ưu hóa, tự động hóa, hiện đại hóa, hòa mạng, tỏa sáng, xóa bỏ, khóa sổ."


def test_a_tone_is_where_nearly_all_others_are() -> None:
    assert told(after(BODY, OLD, "Phát triển thuỷ lợi."), "CHU-DAU-THANH") == ["thuỷ"]
    assert told(after(BODY, OLD, "Phát triển thủy lợi."), "CHU-DAU-THANH") == []
    # A name keeps the tone that its bearer gives it.
    assert told(after(BODY, OLD, "Giao bà Trần Thị Thuý thực hiện."), "CHU-DAU-THANH") == []


def test_two_words_alone_are_no_way_to_place_tones() -> None:
    assert told(after(BODY, "Tỏa sáng và phát triển thuỷ lợi."), "CHU-DAU-THANH") == []
    assert told(after(BODY, "Hòa giải và hoà bình."), "CHU-DAU-THANH") == ["hoà"]


def test_spaces_of_a_form_are_left_alone_and_those_beside_an_ellipsis_are_told() -> None:
    assert told(after(BODY, "Số: …… ,  ngày …… , tháng …… năm …… ;"), "CHU-CACH-TRUOC-DAU") == []
    assert told(after(BODY, "Các điểm a, b, ... và số lượng , khối lượng."), "CHU-CACH-TRUOC-DAU") == [" "]
