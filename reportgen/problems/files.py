"""Problems of files, folders and outside programs (GF)."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

CANNOT_READ = ProblemKind(
    "GF001",
    Severity.ERROR,
    "không đọc được tệp: {reason}",
    "the file cannot be read: {reason}",
    ("có phải `{suggestion}`?", "xem lại đường dẫn và quyền đọc tệp"),
    ("did you mean `{suggestion}`?", "check the path and the right to read the file"),
)
CANNOT_WRITE = ProblemKind(
    "GF002",
    Severity.ERROR,
    "không ghi được tệp: {reason}",
    "the file cannot be written: {reason}",
    (
        "`{occupied}` là một tệp, không phải thư mục: chọn thư mục khác bằng `-o`, hoặc đổi tên tệp đó",
        "đóng tệp nếu đang mở trong Word; xem lại quyền ghi của thư mục, hoặc chọn nơi khác bằng `-o`",
    ),
    (
        "`{occupied}` is a file, not a folder: choose another folder with `-o`, or rename that file",
        "close the file if Word has it open; check the folder's rights, or choose another place with `-o`",
    ),
)
NO_LIBREOFFICE = ProblemKind(
    "GF003",
    Severity.ERROR,
    "không tìm thấy LibreOffice nên không làm được PDF; tệp Word vẫn làm được",
    "LibreOffice was not found, so no PDF can be made; the Word file can",
    ("cài LibreOffice, hoặc mở tệp .docx bằng Word rồi lưu thành PDF",),
    ("install LibreOffice, or open the .docx in Word and save it as PDF",),
)
CONVERSION_FAILED = ProblemKind(
    "GF004",
    Severity.ERROR,
    "LibreOffice không chuyển được tệp sang PDF: {reason}",
    "LibreOffice could not convert the file to PDF: {reason}",
    ("thử lại; nếu vẫn lỗi, mở tệp .docx bằng Word rồi lưu thành PDF",),
    ("try again; if it fails again, open the .docx in Word and save it as PDF",),
)
SUBSTITUTE_FONT = ProblemKind(
    "GF005",
    Severity.NOTE,
    "máy này không có Times New Roman; bản PDF dùng {font}",
    "this machine has no Times New Roman; the PDF uses {font}",
    ("tệp Word không đổi: mở trên máy có Times New Roman sẽ đúng phông",),
    ("the Word file is not affected: on a machine with Times New Roman it shows that font",),
)
NOT_TEXT = ProblemKind(
    "GF006",
    Severity.ERROR,
    "đây là tệp {what}, không phải tệp chữ (YAML, JSON)",
    "this is {what_en}, not a text file (YAML, JSON)",
    ("ghi dữ liệu vào một tệp YAML hoặc JSON, trong đó nêu tên tệp này nếu cần; xem `reportgen --help`",),
    ("put the data into a YAML or JSON file, which may name this one; see `reportgen --help`",),
)
