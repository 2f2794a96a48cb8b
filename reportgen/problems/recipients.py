"""Problems of lists of recipients and of the files made for them (DS)."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR

EMPTY_LIST = ProblemKind(
    "DS101",
    _ERROR,
    "danh sách không có dòng nào",
    "the list has no rows",
    ("dòng đầu là tên cột, mỗi dòng sau là một nơi nhận",),
    ("the first row names the columns, each row after it is a recipient",),
)
BAD_COLUMN = ProblemKind(
    "DS102",
    _ERROR,
    "tên cột “{found}” bị bỏ trống hoặc trùng với một cột khác",
    "the column name “{found}” is empty or the same as another's",
    ("đặt cho mỗi cột một tên riêng",),
    ("give each column a name of its own",),
)
UNKNOWN_COLUMN = ProblemKind(
    "DS103",
    _ERROR,
    "văn bản dùng {{{{{found}}}}}, nhưng danh sách không có cột này",
    "the text uses {{{{{found}}}}}, but the list has no such column",
    ("có phải {{{{{suggestion}}}}}?", "các cột có trong danh sách: {columns}"),
    ("did you mean {{{{{suggestion}}}}}?", "the list has these columns: {columns}"),
)
UNUSED_COLUMN = ProblemKind(
    "DS104",
    Severity.NOTE,
    "cột “{found}” của danh sách không được dùng",
    "the list's column “{found}” is not used",
)
NOT_A_LIST = ProblemKind(
    "DS105",
    _ERROR,
    "không đọc được danh sách: {reason}",
    "the list cannot be read: {reason}",
    ("dùng tệp Excel .xlsx hoặc tệp .csv mã UTF-8",),
    ("use an Excel file .xlsx or a .csv file in UTF-8",),
)
MISSING_CELL = ProblemKind(
    "DS201",
    _ERROR,
    "thiếu giá trị ở cột “{column}”",
    "the value in column “{column}” is missing",
    ("điền ô này; văn bản cần giá trị đó",),
    ("fill the cell; the text needs it",),
)
DUPLICATE_ROW = ProblemKind(
    "DS202",
    _ERROR,
    "dòng {row} giống hệt dòng {first}",
    "row {row} is the same as row {first}",
    ("xóa một trong hai dòng để không gửi hai lần",),
    ("remove one of them, so that nothing is sent twice",),
)
UNKNOWN_AGENCY = ProblemKind(
    "DS203",
    _ERROR,
    "không có cơ quan nào tên hoặc mã là “{found}” vào ngày của văn bản",
    "no agency has the name or code “{found}” on the day of the document",
    ("có phải “{suggestion}”?", "ghi mã hoặc tên đầy đủ theo danh mục cơ quan (`reportgen agencies`)"),
    ("did you mean “{suggestion}”?", "give a code or full name from the register (`reportgen agencies`)"),
)
FORMULA_CELL = ProblemKind(
    "DS204",
    _ERROR,
    "ô này chứa công thức, không phải giá trị: {found}",
    "this cell holds a formula, not a value: {found}",
    ("sao chép ô rồi dán dưới dạng giá trị (Paste Special > Values)",),
    ("copy the cell and paste it as a value (Paste Special > Values)",),
)
SAME_FILE_NAME = ProblemKind(
    "DS205",
    _ERROR,
    "dòng {row} và dòng {first} cùng cho một tên tệp `{name}`",
    "row {row} and row {first} give the same file name `{name}`",
    ("thêm {{stt}} hoặc một cột khác vào mẫu tên tệp",),
    ("add {{stt}} or another column to the pattern of names",),
)
BAD_FILE_NAME = ProblemKind(
    "DS206",
    _ERROR,
    "không thể đặt tên tệp là `{name}`: {reason}",
    "`{name}` cannot be a file name: {reason}",
    ("sửa giá trị trong danh sách, hoặc dùng cột khác trong mẫu tên tệp",),
    ("change the value in the list, or use another column in the pattern of names",),
)
BAD_PATTERN = ProblemKind(
    "DS207",
    _ERROR,
    "mẫu tên tệp `{pattern}` sai: {reason}",
    "the pattern of file names `{pattern}` is wrong: {reason}",
    ("ví dụ: `{{stt}}_{{ma}}`",),
    ("for example `{{stt}}_{{ma}}`",),
)
UNKNOWN_RECORDS = ProblemKind(
    "DS208",
    _ERROR,
    "bảng của văn bản lấy dòng từ danh sách `{found}`, nhưng không có danh sách đó (đã cho: {given})",
    "a table takes its rows from the list `{found}`, which was not given (given: {given})",
    ("thêm `--rows {found}=TEP.xlsx`",),
    ("add `--rows {found}=FILE.xlsx`",),
)
NO_RECORDS = ProblemKind(
    "DS209",
    _ERROR,
    "danh sách `{name}` không có dòng nào cho nơi nhận ở dòng {row}",
    "the list `{name}` has no row for the recipient in row {row}",
    ("cột đầu của danh sách đó phải ghi đúng giá trị khóa của nơi nhận",),
    ("the first column of that list has to hold the recipient's key",),
)
CLUSTER_UNREACHABLE = ProblemKind(
    "DS301",
    _ERROR,
    "không dùng được cụm máy tại {address}: {reason}",
    "the cluster at {address} cannot be used: {reason}",
    ("kiểm tra địa chỉ của bộ điều phối Dask, ví dụ `tcp://10.0.0.5:8786`",),
    ("check the address of the Dask scheduler, for example `tcp://10.0.0.5:8786`",),
)
