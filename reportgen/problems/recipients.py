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
    ("dòng đầu của danh sách phải là tên các cột, mỗi cột một tên riêng",),
    ("the first row has to name the columns, each by a name of its own",),
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
OTHER_SHEET = ProblemKind(
    "DS105",
    Severity.NOTE,
    "chỉ đọc trang tính đầu tiên; trang này không được đọc",
    "only the first sheet is read; this one is not",
)
UNKNOWN_KEY = ProblemKind(
    "DS106",
    _ERROR,
    "danh sách nơi nhận không có cột `{found}` để tìm dòng riêng của từng nơi nhận trong `{file}`",
    "the recipients have no column `{found}` by which to find their rows in `{file}`",
    ("chọn cột bằng `--key`: có phải `{suggestion}`?", "chọn một trong các cột này bằng `--key`: {columns}"),
    ("choose a column with `--key`: is it `{suggestion}`?", "choose one of these columns with `--key`: {columns}"),
)
UNUSED_RECORDS = ProblemKind(
    "DS107",
    Severity.WARNING,
    "danh sách `{name}` được cho bằng `--rows`, nhưng không bảng nào của văn bản dùng",
    "the list `{name}` was given with `--rows`, but no table of the letter uses it",
    ("ghi `dong_theo: {name}` ở bảng cần các dòng này, hoặc bỏ `--rows {name}=…`",),
    ("write `dong_theo: {name}` in the table that needs these rows, or leave `--rows {name}=…` out",),
)
FEW_COLUMNS = ProblemKind(
    "DS108",
    _ERROR,
    "bảng của văn bản cần {needed} ô mỗi dòng, nhưng danh sách `{name}` chỉ có {found} cột sau cột khóa",
    "a table of the letter needs {needed} cells a row, but the list `{name}` has {found} columns after its key",
    ("thêm cột còn thiếu vào danh sách; ô không có gì thì để trống",),
    ("add the missing columns to the list; a cell may be empty",),
)
MENTIONS_NOT_FILLED = ProblemKind(
    "DS109",
    Severity.WARNING,
    "văn bản có {count} chỗ như {first}, chỉ được điền khi làm hàng loạt; ở đây in nguyên như vậy",
    "the text has {count} places such as {first}, which only a run of letters fills; they are printed as such",
    ("làm cho từng nơi nhận bằng `reportgen batch`, hoặc ghi thẳng nội dung vào đó",),
    ("make it for each recipient with `reportgen batch`, or write what belongs there",),
)
ROWS_OF_A_RUN = ProblemKind(
    "DS110",
    _ERROR,
    "bảng lấy dòng riêng của từng nơi nhận (`dong_theo`), chỉ có khi làm hàng loạt",
    "the table takes each recipient's own rows (`dong_theo`), which only a run of letters has",
    ("làm cho từng nơi nhận bằng `reportgen batch … --rows TÊN=TỆP`, hoặc ghi các dòng ở `dong`",),
    ("make it for each recipient with `reportgen batch … --rows NAME=FILE`, or give the rows in `dong`",),
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
    "`{name}` cannot be a file name: {reason_en}",
    ("sửa giá trị trong danh sách, hoặc dùng cột khác trong mẫu tên tệp",),
    ("change the value in the list, or use another column in the pattern of names",),
)
BAD_PATTERN = ProblemKind(
    "DS207",
    _ERROR,
    "mẫu tên tệp `{pattern}` sai: {reason}",
    "the pattern of file names `{pattern}` is wrong: {reason_en}",
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
    "danh sách `{name}` không có dòng nào cho nơi nhận có {key} “{value}”",
    "the list `{name}` has no row for the recipient whose {key} is “{value}”",
    ("cột đầu của danh sách đó phải ghi đúng giá trị này",),
    ("the first column of that list has to hold exactly this value",),
)
ERROR_CELL = ProblemKind(
    "DS210",
    _ERROR,
    "ô này báo lỗi {found} thay vì một giá trị",
    "this cell shows the error {found} in place of a value",
    ("sửa công thức của ô trong Excel, hoặc ghi thẳng giá trị vào ô",),
    ("mend the formula in Excel, or type the value into the cell",),
)
CELL_WITHOUT_COLUMN = ProblemKind(
    "DS211",
    _ERROR,
    "ô ghi “{found}” nhưng cột này không có tên ở dòng đầu",
    "the cell says “{found}”, but the first row does not name this column",
    ("đặt tên cho cột, hoặc xóa ô; trong tệp .csv, giá trị có dấu ngăn cách phải nằm trong ngoặc kép",),
    ("name the column or clear the cell; in a .csv file, put a value with the separator in it in double quotes",),
)
STRAY_RECORD = ProblemKind(
    "DS212",
    Severity.WARNING,
    "dòng có khóa “{found}” không thuộc nơi nhận nào nên không được dùng",
    "the row with the key “{found}” belongs to no recipient and is not used",
    ("kiểm tra lại khóa: cột `{key}` của danh sách nơi nhận không có giá trị này",),
    ("check the key: the recipients' column `{key}` does not have this value",),
)
CLUSTER_UNREACHABLE = ProblemKind(
    "DS301",
    _ERROR,
    "không dùng được cụm máy tại {address}: {reason}",
    "the cluster at {address} cannot be used: {reason_en}",
    ("kiểm tra địa chỉ của bộ điều phối Dask, ví dụ `tcp://may-chu:8786` và các máy làm việc của cụm",),
    ("check the address of the Dask scheduler, such as `tcp://scheduler:8786`, and that its workers are running",),
)
WORKER_LOST = ProblemKind(
    "DS302",
    _ERROR,
    "một tiến trình đang làm văn bản đã bị hệ điều hành dừng",
    "a process that was making letters was stopped by the operating system",
    ("chạy lại đúng lệnh này để làm tiếp; nếu máy thiếu bộ nhớ, giảm `--jobs`",),
    ("run the same command again to go on; if the machine lacks memory, lower `--jobs`",),
)
FOLDER_NOT_SHARED = ProblemKind(
    "DS303",
    _ERROR,
    "cụm máy tại {address} đã ghi văn bản vào nơi mà máy này không thấy",
    "the cluster at {address} wrote the letters to a place that this machine cannot see",
    ("chọn bằng `-o` một thư mục mà mọi máy của cụm dùng chung, cùng đường dẫn",),
    ("choose with `-o` a folder that all machines of the cluster share under the same path",),
)
NO_LONGER_LISTED = ProblemKind(
    "DS304",
    Severity.WARNING,
    "tệp do lần chạy trước làm và nay không còn đúng với nơi nhận hay văn bản nào; tệp được giữ nguyên",
    "an earlier run made this file, which no longer belongs to any recipient or letter; it was left as it is",
    ("xóa tệp nếu không gửi nữa",),
    ("delete the file if it is not to be sent",),
)
MORE_PROBLEMS = ProblemKind(
    "DS305",
    Severity.NOTE,
    "còn {count} vấn đề nữa của các dòng, ghi đủ trong `{manifest}`",
    "the rows have {count} more problems, all of which are in `{manifest}`",
)
