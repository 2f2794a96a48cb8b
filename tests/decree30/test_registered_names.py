"""Names of agencies and provinces against the register: what is told, how surely, and what is left alone."""

import pytest

from reportgen.decree30.check import check_seen
from reportgen.decree30.finding import Grade
from tests.decree30.changed import LETTER, after, sample

BODY = "Để kịp tổng hợp"
AGENCIES = (
    "Chính phủ", "Thủ tướng Chính phủ", "Bộ Y tế", "Bộ Tài chính", "Bộ Công an", "Bộ Công Thương", "Bộ Xây dựng",
    "Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ", "Bộ Lao động - Thương binh và Xã hội",
    "Bảo hiểm xã hội Việt Nam",
)  # fmt: skip
PROVINCES = (
    "tỉnh Hà Giang", "tỉnh Hòa Bình", "tỉnh Thanh Hóa", "tỉnh Cao Bằng", "tỉnh Bà Rịa - Vũng Tàu", "thành phố Hà Nội",
    "thành phố Đà Nẵng", "Thành phố Hồ Chí Minh",
)  # fmt: skip
NAMES = {name.casefold(): name for name in (*AGENCIES, *(f"Ủy ban nhân dân {one}" for one in PROVINCES))}
RULES = {"HOA-LUAT", "HOA-CO-QUAN", "HOA-DIA-DANH", "HOA-THU-DO", "HOA-TINH", "NQ-MOT-TEN", "HOA-AM-TIET-SAU"}


def told(text: str) -> list[tuple[str, str, str]]:
    """Return what the rules of names say of a paragraph of the letter: rule, grade and words."""
    report = check_seen(after(BODY, text)(sample(LETTER)), names=NAMES)
    return [(one.rule.id, one.grade.value, one.text) for one in report.findings if one.rule.id in RULES]


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("Báo cáo gửi về bộ Y tế.", "bộ Y tế", "HOA-CO-QUAN"),
        ("Báo cáo gửi về Bộ Y Tế.", "Bộ Y Tế", "HOA-CO-QUAN"),
        ("- bộ Y tế;", "bộ Y tế", "HOA-CO-QUAN"),
        ("Báo cáo gửi về Bộ công thương.", "Bộ công thương", "HOA-CO-QUAN"),
        ("Báo cáo của Sở y tế.", "Sở y tế", "HOA-CO-QUAN"),
        ("Báo cáo của Sở Thông tin và truyền thông.", "Sở Thông tin và truyền thông", "HOA-CO-QUAN"),
        ("Báo cáo của Ủy ban nhân dân tỉnh hà giang.", "Ủy ban nhân dân tỉnh hà giang", "HOA-CO-QUAN"),
        ("Uỷ ban nhân dân thành phố Hà nội báo cáo.", "Uỷ ban nhân dân thành phố Hà nội", "HOA-CO-QUAN"),
        ("Thực hiện ý kiến của Chính Phủ.", "Phủ", "HOA-AM-TIET-SAU"),
        ("Đoàn công tác tại tỉnh hà giang.", "hà giang", "HOA-DIA-DANH"),
        ("Đoàn công tác tại TP. Đà nẵng.", "Đà nẵng", "HOA-DIA-DANH"),
        ("Đoàn công tác tại tỉnh thanh hoá.", "thanh hoá", "HOA-DIA-DANH"),
        ("Đoàn công tác tại các tỉnh Hà Giang, thanh hóa và Cao Bằng.", "thanh hóa", "HOA-DIA-DANH"),
        ("Học tập tư tưởng của Chủ tịch Hồ chí Minh.", "Hồ chí Minh", "HOA-DIA-DANH"),
        ("Đoàn công tác tại Bà Rịa - Vũng tàu.", "Bà Rịa - Vũng tàu", "HOA-DIA-DANH"),
        ("Đoàn công tác tại thành phố Hồ chí Minh.", "thành phố Hồ chí Minh", "HOA-THU-DO"),
    ],
)
def test_wrong_capitals_of_a_name_are_an_error(text: str, found: str, rule: str) -> None:
    assert (rule, Grade.ERROR.value, found) in told(text)


@pytest.mark.parametrize(
    ("text", "found", "rule"),
    [
        ("Đoàn công tác tại Hà nội.", "Hà nội", "HOA-DIA-DANH"),
        ("Đoàn công tác tại tỉnh hòa bình.", "hòa bình", "HOA-DIA-DANH"),
        ("Theo ý kiến của Bộ xây dựng, các đơn vị thực hiện.", "Bộ xây dựng", "HOA-CO-QUAN"),
        ("Theo quy định của bảo hiểm xã hội Việt Nam.", "bảo hiểm xã hội Việt Nam", "HOA-CO-QUAN"),
        ("Đoàn công tác tại Tỉnh Hà Giang.", "Tỉnh", "HOA-TINH"),
        ("Ủy ban nhân dân Thành phố Đà Nẵng báo cáo.", "Thành phố", "HOA-TINH"),
        ("Báo cáo gửi về Bộ Lao động, Thương binh và Xã hội.", "Bộ Lao động, Thương binh và Xã hội", "NQ-MOT-TEN"),
    ],
)
def test_what_may_be_right_is_a_note(text: str, found: str, rule: str) -> None:
    assert (rule, Grade.NOTE.value, found) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Đào tạo cán bộ y tế tại các cơ sở y tế và trụ sở xây dựng mới.",
        "Lực lượng cán bộ công an, cán bộ tài chính các cấp.",
        "Các bộ Y tế, Tài chính, Công Thương phối hợp thực hiện.",
        "Bộ xây dựng kế hoạch, các bộ, ngành thực hiện; bộ phận tổng hợp, bộ tiêu chí đánh giá.",
        "Hội nghị trực tuyến với 63 sở y tế; các sở tài chính báo cáo.",
        "Phát triển chính phủ số, chính phủ điện tử vì hòa bình.",
        "Giá trị cao bằng năm trước; tỉnh, thành phố trực thuộc trung ương; cấp tỉnh.",
        "Thành phố Hồ Chí Minh, thành phố Đà Nẵng, tỉnh Hà Giang và tỉnh Hoà Bình.",
        "Bộ Lao động – Thương binh và Xã hội; Bộ Khoa học, Công nghệ và Môi trường (năm 2000).",
        "Nghị quyết của Tỉnh ủy Hà Giang, Thành ủy Hà Nội, Huyện ủy; theo luật ở mỗi nước.",
        "BỘ Y TẾ VÀ ỦY BAN NHÂN DÂN TỈNH HÀ GIANG PHỐI HỢP THỰC HIỆN",
        "UBND tỉnh Bà Rịa - Vũng Tàu, Bộ Công Thương, Bộ Thông tin và Truyền thông, Bộ Tài chính.",
    ],
)
def test_common_nouns_and_right_names_are_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_second_form_of_a_name_is_sure_where_the_right_one_is_there() -> None:
    assert told("Báo cáo gửi về Bộ Thông tin, Truyền thông.") == [
        ("NQ-MOT-TEN", Grade.PRACTICE.value, "Bộ Thông tin, Truyền thông")
    ]


def test_without_a_register_nothing_is_said_of_names() -> None:
    report = check_seen(after(BODY, "Đoàn công tác của bộ Y tế tại tỉnh hà giang.")(sample(LETTER)))
    assert [one for one in report.findings if one.rule.id in {"HOA-CO-QUAN", "HOA-DIA-DANH", "NQ-MOT-TEN"}] == []
