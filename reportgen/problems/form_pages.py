"""Problems of the pages of a PDF (TT4): what only shows once the text is set on paper."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

BROKEN_LINE = ProblemKind(
    "TT401",
    Severity.WARNING,
    "“{words}” bị ngắt thành hai dòng trên trang (PL I, P.I, Mục II, khoản 1)",
    "“{words}” is broken into two lines on the page (Appendix I, part I, II.1)",
    ("giảm cỡ chữ trong khoảng cho phép, hoặc nới rộng cột bên phải",),
    ("make the text smaller within what is allowed, or the right column wider",),
)
NUMBER_ON_PAGE_ONE = ProblemKind(
    "TT402",
    Severity.WARNING,
    "trang thứ nhất hiện số trang “{number}” (PL I, P.I, Mục I, khoản 7)",
    "page one shows its number “{number}” (Appendix I, part I, I.7)",
    ("bật Different First Page trong Header & Footer",),
    ("turn on Different First Page in Header & Footer",),
)
SIGNATURE_ALONE = ProblemKind(
    "TT403",
    Severity.WARNING,
    "phần ký và nơi nhận đứng một mình trên trang, không có dòng nội dung nào",
    "the signature and the distribution list stand alone on the page, without a line of the text",
    ("đặt Keep with next cho đoạn cuối của nội dung",),
    ("keep the last paragraph of the text with the signature",),
)
NOT_EMBEDDED = ProblemKind(
    "TT404",
    Severity.WARNING,
    "phông chữ {font} không được nhúng vào tệp PDF nên máy khác có thể hiện chữ khác",
    "the font {font} is not embedded in the PDF, so that it may look different elsewhere",
    ("bật nhúng phông chữ khi xuất PDF",),
    ("embed fonts when exporting the PDF",),
)
OTHER_FONT = ProblemKind(
    "TT405",
    Severity.WARNING,
    "tệp PDF dùng phông chữ {font}, quy định {expected} (PL I, P.I, Mục I, khoản 4)",
    "the PDF uses {font}, not {expected} (Appendix I, part I, I.4)",
    ("cài phông chữ đó trên máy tạo PDF",),
    ("install that font on the machine that makes the PDF",),
)
HEAD_NOT_REPEATED = ProblemKind(
    "TT406",
    Severity.WARNING,
    "bảng sang trang không nhắc lại hàng tiêu đề “{head}”",
    "a table goes on to this page without its head “{head}”",
    ("chọn Repeat Header Rows cho hàng tiêu đề của bảng",),
    ("turn on Repeat Header Rows for the table's head",),
)
NOT_A_PDF = ProblemKind(
    "TT407",
    Severity.ERROR,
    "không đọc được tệp PDF: {reason}",
    "the PDF cannot be read: {reason}",
)
NOT_LOOKED_AT = ProblemKind(
    "TT408",
    Severity.NOTE,
    "không kiểm tra được các trang của tệp PDF",
    "the pages of the PDF could not be checked",
)
