"""What can be wrong with a command line, and with the work that a command does around a document (`TL`).

`TL1..` the words of the command line, `TL2..` files that a command reads or leaves alone, `TL3..` what the user asked
to be strict about, `TL9..` faults of the program itself.
"""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_NOTE = Severity.NOTE
_SEE_HELP_VI = "xem `{command} --help`"
_SEE_HELP_EN = "see `{command} --help`"

UNKNOWN_COMMAND = ProblemKind(
    "TL101",
    _ERROR,
    "không có lệnh `{found}`",
    "there is no command `{found}`",
    ("có phải `{command} {nearest}`?", "các lệnh: {commands}"),
    ("did you mean `{command} {nearest}`?", "the commands: {commands}"),
)
UNKNOWN_OPTION = ProblemKind(
    "TL102",
    _ERROR,
    "lệnh `{command}` không có tùy chọn `{found}`",
    "`{command}` has no option `{found}`",
    ("có phải `{nearest}`?", _SEE_HELP_VI),
    ("did you mean `{nearest}`?", _SEE_HELP_EN),
)
MISSING_ARGUMENT = ProblemKind(
    "TL103",
    _ERROR,
    "lệnh `{command}` cần {name}",
    "`{command}` needs {name_en}",
    ("viết `{usage}`",),
    ("write `{usage_en}`",),
)
VALUE_NEEDED = ProblemKind(
    "TL104",
    _ERROR,
    "tùy chọn `{option}` cần một giá trị đi sau",
    "the option `{option}` needs a value after it",
    ("viết `{option} {metavar}`",),
    ("write `{option} {metavar_en}`",),
)
VALUE_NOT_TAKEN = ProblemKind(
    "TL105",
    _ERROR,
    "tùy chọn `{option}` không nhận giá trị",
    "the option `{option}` takes no value",
    ("chỉ viết `{option}`",),
    ("write `{option}` alone",),
)
EXTRA_ARGUMENT = ProblemKind(
    "TL106",
    _ERROR,
    "thừa trên dòng lệnh: `{found}`",
    "too much on the command line: `{found}`",
    ("đặt tên có dấu cách trong ngoặc kép; cách viết: `{usage}`",),
    ("put a name with spaces in double quotes; the form is `{usage_en}`",),
)
BAD_CHOICE = ProblemKind(
    "TL107",
    _ERROR,
    "`{option}` không nhận “{found}”; chỉ nhận: {allowed}",
    "`{option}` does not take “{found}”, only: {allowed}",
    ("mỗi lần một giá trị: viết `{repeated}`", "có phải `{nearest}`?", _SEE_HELP_VI),
    ("one value at a time: write `{repeated}`", "did you mean `{nearest}`?", _SEE_HELP_EN),
)
BAD_DATE = ProblemKind(
    "TL108",
    _ERROR,
    "`{option}` cần một ngày, nhưng ghi “{found}”",
    "`{option}` needs a date, but “{found}” was given",
    ("viết như 2020-12-25 hoặc 25/12/2020",),
    ("write it as 2020-12-25 or 25/12/2020",),
)
IMPOSSIBLE_DATE = ProblemKind(
    "TL109",
    _ERROR,
    "`{option}`: ngày “{found}” không có trên lịch",
    "`{option}`: the date “{found}” does not exist",
    ("kiểm tra lại ngày và tháng; viết như 2020-12-25 hoặc 25/12/2020",),
    ("check day and month; write it as 2020-12-25 or 25/12/2020",),
)
UNKNOWN_KIND = ProblemKind(
    "TL110",
    _ERROR,
    "không có loại tệp đầu vào `{found}`",
    "there is no kind of input `{found}`",
    ("có phải `{nearest}`?", "các loại: {kinds}"),
    ("did you mean `{nearest}`?", "the kinds: {kinds}"),
)
OUTPUT_NOT_DOCX = ProblemKind(
    "TL111",
    _ERROR,
    "tệp kết quả phải có đuôi .docx, nhưng `-o` ghi `{found}`",
    "the output must end in .docx, but `-o` says `{found}`",
    ("viết `-o {suggestion}`, hoặc một thư mục đã có; bản PDF do `--pdf` làm, cùng tên",),
    ("write `-o {suggestion}`, or a folder that exists; `--pdf` adds the PDF under the same name",),
)
OUTPUT_IS_INPUT = ProblemKind(
    "TL112",
    _ERROR,
    "`{found}` vừa là tệp đọc vào vừa là tệp kết quả",
    "`{found}` is both read and written",
    ("chọn tên khác bằng `-o`",),
    ("choose another name with `-o`",),
)
RECIPIENTS_NEEDED = ProblemKind(
    "TL121",
    _ERROR,
    "cần đúng một trong hai: `--list TỆP` hoặc `--to NHÓM`",
    "exactly one of `--list FILE` and `--to GROUP` is needed",
    ("`--list` cho danh sách Excel hoặc CSV, `--to bo,tinh` cho các nhóm cơ quan",),
    ("`--list` for an Excel or CSV list, `--to bo,tinh` for groups of agencies",),
)
BAD_ROWS_OPTION = ProblemKind(
    "TL122",
    _ERROR,
    "`--rows` cần TÊN=TỆP, mỗi tên một lần, nhưng ghi “{found}”",
    "`--rows` needs NAME=FILE, each name once, but “{found}” was given",
    ("ví dụ `--rows chi_so_yeu=chi_so.xlsx`, khi bảng của văn bản ghi `dong_theo: chi_so_yeu`",),
    ("such as `--rows chi_so_yeu=chi_so.xlsx`, where a table of the letter says `dong_theo: chi_so_yeu`",),
)
KEY_NEEDED = ProblemKind(
    "TL123",
    _ERROR,
    "`--rows` cần `--key CỘT`: cột của danh sách nơi nhận mà cột đầu của tệp ghi lại",
    "`--rows` needs `--key COLUMN`: the recipients' column whose values the first column of the file repeats",
    ("ví dụ `--key ma`",),
    ("such as `--key ma`",),
)
BAD_NUMBER = ProblemKind(
    "TL124",
    _ERROR,
    "`{option}` cần một số nguyên từ 1 trở lên, nhưng ghi “{found}”",
    "`{option}` needs a whole number from 1, but “{found}” was given",
    ("ví dụ `{option} 4`",),
    ("such as `{option} 4`",),
)
FILE_KEPT = ProblemKind(
    "TL201",
    _ERROR,
    "tệp đã có và khác với bản trống nên được giữ nguyên; không ghi tệp nào",
    "the file exists and differs from a blank one, so it was left as it is; nothing was written",
    ("chọn thư mục khác bằng `-o`, hoặc thêm `--force` nếu chắc chắn bỏ nội dung cũ",),
    ("choose another folder with `-o`, or add `--force` if its content may go",),
)
DATA_FILE_BROKEN = ProblemKind(
    "TL202",
    _ERROR,
    "dữ liệu đi kèm chương trình không dùng được: {faults}",
    "data that comes with the program cannot be used: {faults}",
    ("sửa lại tệp này nếu vừa chỉnh; nếu không, cài lại reportgen",),
    ("mend the file if it was just edited; otherwise install reportgen again",),
)
SAMPLE_WITHOUT_PDF = ProblemKind(
    "TL203",
    _NOTE,
    "máy này không có LibreOffice nên bản mẫu chỉ có tệp Word",
    "this machine has no LibreOffice, so the sample comes as a Word file only",
    ("cài LibreOffice rồi chạy lại để có thêm bản PDF",),
    ("install LibreOffice and run this again for the PDF",),
)
EDITED_FILE_MOVED = ProblemKind(
    "TL204",
    _NOTE,
    "tệp đã có và khác với bản mẫu nên được đổi tên thành `{moved}`",
    "the file existed and differs from the sample, so it was renamed to `{moved}`",
)
CANNOT_PRINT = ProblemKind(
    "TL205",
    _ERROR,
    "không in được kết quả ra đầu ra chuẩn: {reason}",
    "the result cannot be printed on standard output: {reason}",
)

STRICT_WARNINGS = ProblemKind(
    "TL301",
    _ERROR,
    "có {count} cảnh báo và `--strict` coi cảnh báo là lỗi, nên không ghi tệp nào",
    "warnings: {count}; `--strict` treats them as errors, so nothing was written",
    ("sửa các chỗ có cảnh báo, hoặc bỏ `--strict`",),
    ("mend what the warnings say, or leave `--strict` out",),
)

INTERNAL_ERROR = ProblemKind(
    "TL901",
    _ERROR,
    "lỗi của chính chương trình: {type}: {text}",
    "a fault of the program itself: {type}: {text}",
    ("đây không phải lỗi của tệp đầu vào: chạy lại với `--debug` rồi gửi những gì in ra cho người phát triển",),
    ("the input is not to blame: run it again with `--debug` and send what it prints to the developers",),
)
