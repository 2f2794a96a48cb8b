"""What can be wrong with agencies and legal citations (`CQ`)."""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR

UNKNOWN_AGENCY = ProblemKind(
    "CQ101",
    _ERROR,
    "không có cơ quan nào tên hoặc mã là “{found}”",
    "no agency has the name or code “{found}”",
    ("có phải “{nearest}”?", "ghi mã hoặc tên đầy đủ theo danh mục cơ quan"),
    ("did you mean “{nearest}”?", "give a code or a full name from the register of agencies"),
)
AGENCY_ENDED = ProblemKind(
    "CQ102",
    _ERROR,
    "vào ngày {day} không còn “{found}”",
    "“{found}” no longer exists on {day}",
    ("từ {since} là {successor}", "kiểm tra lại ngày của văn bản và tên cơ quan"),
    ("from {since} it is {successor}", "check the date of the document and the name of the agency"),
)
AGENCY_NOT_YET = ProblemKind(
    "CQ103",
    _ERROR,
    "vào ngày {day} chưa có “{found}”",
    "“{found}” does not exist yet on {day}",
    ("trước ngày {since} là {predecessor}", "kiểm tra lại ngày của văn bản và tên cơ quan"),
    ("before {since} it was {predecessor}", "check the date of the document and the name of the agency"),
)
BROKEN_CITATION = ProblemKind(
    "CQ201",
    _ERROR,
    "không đọc được viện dẫn “{found}”: {fault}",
    "the citation “{found}” cannot be read: {fault_en}",
    ("viết như “khoản 3, 4 mục VII” hoặc “điểm a khoản 2 mục IV”",),
    ("write it as “khoản 3, 4 mục VII” or “điểm a khoản 2 mục IV”",),
)
NOT_OWN_TASK = ProblemKind(
    "CQ202",
    _ERROR,
    "nhiệm vụ tại {found} không giao cho {agency}",
    "the task in {found} is not given to {agency}",
    ("nhiệm vụ này giao cho {owners}", "không có nhiệm vụ nào ở viện dẫn này; các nhiệm vụ được giao: {own}"),
    ("this task is given to {owners}", "no task has this citation; the tasks given: {own}"),
)
DUPLICATE_TASK = ProblemKind(
    "CQ203",
    _ERROR,
    "nhiệm vụ tại {found} ghi hai lần: dòng {first} và dòng {second}",
    "the task in {found} is given twice: on line {first} and on line {second}",
    ("gộp hai chỗ làm một",),
    ("merge the two",),
)
NOT_ADDRESSED = ProblemKind(
    "CQ301",
    Severity.WARNING,
    "đề cương này gửi các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; {agency} không thuộc nhóm đó",
    "this outline is addressed to ministries and bodies of the Government; {agency} is none of them",
    ("vẫn dùng được đề cương; phần nhiệm vụ giao chung có thể không áp dụng",),
    ("the outline can still be used; the tasks given to all ministries may not apply",),
)
