"""Titles of parts, chapters, sections and articles: which are wrong, and what only looks like one."""

import pytest

from reportgen.decree30.check import check_seen
from reportgen.decree30.finding import Grade
from tests.decree30.changed import LETTER, REPORT, Change, after, both, look, sample, say, set_out

BODY = "Để kịp tổng hợp"
RULES = {"CHUONG-TU", "CHUONG-TEN-HOA", "CHUONG-CO-TEN", "CHUONG-TIEU-DE", "MUC-CANH", "MUC-LM-HOA", "DIEU-CO-TEN"}


def told(change: Change, name: str = LETTER) -> list[tuple[str, str, str]]:
    """Return what the rules of titles say of a changed sample: rule, grade and words."""
    findings = check_seen(change(sample(name))).findings
    return [(one.rule.id, one.grade.value, one.text) for one in findings if one.rule.id in RULES]


def titled(number: str, title: str, *below: str) -> Change:
    """Put a part with its title, centred and bold, into the letter."""
    looks = [step for text in (number, title) for step in (set_out(text, align="center"), look(text, bold=True))]
    return both(after(BODY, number, title, *below), *looks)


def test_a_chapter_as_the_decree_has_it_is_right() -> None:
    assert told(titled("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi điều chỉnh")) == []
    assert told(titled("Mục 1", "QUẢN LÝ VĂN BẢN", "Điều 1. Phạm vi điều chỉnh")) == []


@pytest.mark.parametrize(("word", "right"), [("CHƯƠNG", "Chương"), ("PHẦN", "Phần"), ("chương", "Chương")])
def test_the_word_of_a_chapter_has_one_capital(word: str, right: str) -> None:
    assert told(titled(f"{word} I", "QUY ĐỊNH CHUNG")) == [("CHUONG-TU", Grade.ERROR.value, word)]
    assert told(titled(f"{right} I", "QUY ĐỊNH CHUNG")) == []


def test_a_title_in_small_letters_is_told_at_the_title() -> None:
    assert told(titled("Chương I", "Quy định chung")) == [("CHUONG-TEN-HOA", Grade.ERROR.value, "Quy định chung")]
    assert told(titled("Tiểu mục 1", "Quản lý văn bản đi")) == [
        ("CHUONG-TEN-HOA", Grade.ERROR.value, "Quản lý văn bản đi")
    ]


def test_a_section_that_is_not_centred_is_told_once() -> None:
    assert told(after(BODY, "Mục 1", "QUẢN LÝ VĂN BẢN")) == [("MUC-CANH", Grade.ERROR.value, "Mục 1")]


def test_a_chapter_without_title_is_an_error_only_if_no_title_can_be_below() -> None:
    assert ("CHUONG-CO-TEN", Grade.ERROR.value, "Chương I") in told(after(BODY, "Chương I", "Điều 1. Phạm vi"))
    assert ("CHUONG-CO-TEN", Grade.NOTE.value, "Chương I") in told(after(BODY, "Chương I", "Quy định chung"))


def test_a_sentence_that_begins_as_a_part_does_is_none() -> None:
    assert told(after(BODY, "Phần thứ nhất bao gồm từ “Kính gửi” và tên các cơ quan nhận văn bản.")) == []
    assert told(after(BODY, "Mục 2 Chương I quy định việc quản lý văn bản đi của cơ quan, tổ chức.")) == []


def test_a_section_of_the_text_is_in_capitals() -> None:
    small = say("III. KHÓ KHĂN, VƯỚNG MẮC", "III. Khó khăn, vướng mắc")
    assert told(small, REPORT) == [("MUC-LM-HOA", Grade.ERROR.value, "III. Khó khăn, vướng mắc")]


def test_a_section_that_is_not_bold_or_is_a_sentence_may_be_no_title() -> None:
    plain = both(
        say("III. KHÓ KHĂN, VƯỚNG MẮC", "III. Khó khăn, vướng mắc"), look("III. Khó khăn, vướng mắc", bold=False)
    )
    assert told(plain, REPORT) == [("MUC-LM-HOA", Grade.NOTE.value, "III. Khó khăn, vướng mắc")]
    assert told(say("III. KHÓ KHĂN, VƯỚNG MẮC", "III. Các đơn vị gửi báo cáo trước ngày 10."), REPORT) == []


def test_articles_need_titles_only_in_chapters() -> None:
    sentence = "Điều 1. Quy chế này quy định việc quản lý văn bản."
    assert ("DIEU-CO-TEN", Grade.NOTE.value, "Điều 1.") in told(titled("Chương I", "QUY ĐỊNH CHUNG", sentence))
    assert told(after(BODY, sentence)) == []
