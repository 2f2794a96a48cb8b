"""Problems of a letter that is written once and filled for many recipients (BT).

`BT1..` what it is filled with, `BT2..` the places in it.
"""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

MISSING_VALUE = ProblemKind(
    "BT101",
    Severity.ERROR,
    "thiếu giá trị cho {{{{{name}}}}}",
    "the value for {{{{{name}}}}} is missing",
    ("giá trị đã cho có tên `{suggestion}`: có phải viết khác tên không?", "văn bản cần đủ các giá trị: {names}"),
    ("a value was given for `{suggestion}`: is one of them misspelt?", "the letter needs all of these: {names}"),
)
MISSING_LIST = ProblemKind(
    "BT102",
    Severity.ERROR,
    "thiếu danh sách `{name}`, nơi một bảng của văn bản lấy dòng",
    "the list `{name}`, from which a table takes its rows, is missing",
    ("cho danh sách này, dù không có dòng nào",),
    ("give this list, even if it has no rows",),
)
UNKNOWN_LIST = ProblemKind(
    "BT103",
    Severity.ERROR,
    "không có bảng nào trong văn bản lấy dòng từ danh sách `{name}`",
    "no table of the letter takes its rows from the list `{name}`",
    ("có phải danh sách `{suggestion}`?", "bỏ danh sách này"),
    ("is it the list `{suggestion}`?", "leave this list out"),
)
SHORT_RECORD = ProblemKind(
    "BT104",
    Severity.ERROR,
    "dòng {row} của danh sách `{name}` có {found} ô, bảng của văn bản cần {needed}",
    "row {row} of the list `{name}` has {found} cells, the letter's table needs {needed}",
    ("thêm ô còn thiếu; ô không có gì thì để trống nhưng vẫn phải có",),
    ("add the missing cells; a cell may be empty but has to be there",),
)

BROKEN_MARK = ProblemKind(
    "BT201",
    Severity.ERROR,
    "có {{{{…}}}} trong văn bản không điền được: bị định dạng cắt rời, hoặc nằm trong địa chỉ của liên kết",
    "a {{{{…}}}} in the letter cannot be filled: formatting cuts it in two, or it is in the address of a link",
    ("định dạng cả {{{{…}}}} hoặc không định dạng chữ nào của nó; ghi địa chỉ liên kết không có {{{{…}}}}",),
    ("format all of {{{{…}}}} or none of it; write the address of a link without {{{{…}}}}",),
)
OUTSIDE_ROW = ProblemKind(
    "BT202",
    Severity.ERROR,
    "giá trị của danh sách `{name}` không đứng trong ô nào của một bảng",
    "a value of the list `{name}` is in no cell of a table",
    ("đặt các giá trị của danh sách vào một hàng của bảng; hàng đó lặp lại cho mỗi dòng",),
    ("put the values of the list into a row of a table; that row is repeated for each record",),
)
MIXED_LISTS = ProblemKind(
    "BT203",
    Severity.ERROR,
    "một hàng của bảng lấy giá trị từ nhiều danh sách: {names}",
    "one row of a table takes values from several lists: {names}",
    ("mỗi hàng lặp lại theo một danh sách; tách thành nhiều bảng",),
    ("a row is repeated for one list; use several tables",),
)
