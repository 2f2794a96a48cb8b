"""Problems of form (TT): where a Word file departs from Decree 30/2020/ND-CP. Each message names the clause."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

PAPER_SIZE = ProblemKind(
    "TT001",
    Severity.WARNING,
    "khổ giấy {found} mm, quy định là {expected} mm ({clause})",
    "the paper is {found} mm, the decree says {expected} mm ({clause})",
    ("đặt khổ A4 trong Word: Layout > Size",),
    ("set A4 in Word: Layout > Size",),
)
MARGIN = ProblemKind(
    "TT002",
    Severity.WARNING,
    "lề {side} {found} mm, quy định từ {least} đến {most} mm ({clause})",
    "the {side_en} margin is {found} mm, the decree says {least} to {most} mm ({clause})",
    ("sửa lề trong Word: Layout > Margins",),
    ("change it in Word: Layout > Margins",),
)
FONT = ProblemKind(
    "TT003",
    Severity.WARNING,
    "kiểu chữ “{style}” dùng phông {found}, quy định là {expected} ({clause})",
    "the style “{style}” uses the font {found}, the decree says {expected} ({clause})",
)
FONT_SIZE = ProblemKind(
    "TT004",
    Severity.WARNING,
    "kiểu chữ “{style}” cỡ {found}, quy định từ {least} đến {most} ({clause})",
    "the style “{style}” has size {found}, the decree says {least} to {most} ({clause})",
)
FONT_STYLE = ProblemKind(
    "TT005",
    Severity.WARNING,
    "kiểu chữ “{style}” là chữ {found}, quy định là chữ {expected} ({clause})",
    "the style “{style}” is {found_en}, the decree says {expected_en} ({clause})",
)
ALIGNMENT = ProblemKind(
    "TT006",
    Severity.WARNING,
    "kiểu chữ “{style}” canh {found}, quy định canh {expected} ({clause})",
    "the style “{style}” is aligned {found_en}, the decree says {expected_en} ({clause})",
)
PAGE_NUMBER = ProblemKind(
    "TT007",
    Severity.WARNING,
    "không có số trang canh giữa ở lề trên ({clause})",
    "there is no page number centred in the top margin ({clause})",
    ("chèn số trang trong Word: Insert > Page Number > Top of Page > Plain Number 2",),
    ("insert it in Word: Insert > Page Number > Top of Page > Plain Number 2",),
)
PAGE_NUMBER_ON_FIRST = ProblemKind(
    "TT008",
    Severity.WARNING,
    "số trang hiện ở trang thứ nhất ({clause})",
    "the page number shows on page one ({clause})",
    ("bật “Different First Page” trong Word: Header & Footer",),
    ("turn on “Different First Page” in Word: Header & Footer",),
)
DEPARTURE = ProblemKind(
    "TT009",
    Severity.WARNING,
    "trong văn bản làm ra: {message} [{rule}] ({clause})",
    "in the document that was made: {message_en} [{rule}] ({clause})",
    ("{hint}", "sửa ở tệp đầu vào hoặc mẫu rồi làm lại"),
    ("{hint_en}", "change the input or the template and make it again"),
)
MORE_DEPARTURES = ProblemKind(
    "TT010",
    Severity.WARNING,
    "còn {count} chỗ nữa trái quy định trong văn bản làm ra",
    "there are {count} more departures in the document that was made",
    ("chạy `reportgen check` với tệp đó để xem đủ",),
    ("run `reportgen check` on the file to see them all",),
)
