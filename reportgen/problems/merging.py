"""Problems of putting several Word files into one (GH)."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

NOTHING_TO_MERGE = ProblemKind(
    "GH101",
    Severity.ERROR,
    "cần ít nhất hai tệp Word để ghép, nhưng chỉ có {count}",
    "merging takes at least two Word files, but {count} was given",
)
CANNOT_CARRY = ProblemKind(
    "GH102",
    Severity.ERROR,
    "tệp có {what}, thứ không ghép được mà vẫn giữ nguyên",
    "the file holds {what_en}, which cannot be merged unchanged",
    ("chấp nhận hoặc xóa phần đó trong Word rồi ghép lại; hoặc ghép thành PDF",),
    ("accept or remove it in Word and merge again; or merge to PDF",),
)
