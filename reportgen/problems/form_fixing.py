"""Problems of mending the form of a Word file (TT3)."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

SIGNED = ProblemKind(
    "TT301",
    Severity.ERROR,
    "tệp đã ký số nên không được sửa: sửa một chữ thì chữ ký không còn giá trị",
    "the file is digitally signed and is not mended: any change makes the signature void",
    ("sửa ở bản chưa ký rồi ký lại",),
    ("mend the unsigned file and sign that",),
)
NO_OUTPUT = ProblemKind(
    "TT302",
    Severity.ERROR,
    "chưa nói ghi bản đã sửa vào đâu",
    "it is not said where to write the mended copy",
    ("thêm `-o BẢN_SAO.docx`, hoặc `--in-place` để ghi vào chính tệp đó",),
    ("add `-o COPY.docx`, or `--in-place` to write to the file itself",),
)
IS_ORIGINAL = ProblemKind(
    "TT303",
    Severity.ERROR,
    "bản sao trùng với tệp gốc",
    "the copy is the file itself",
    ("chọn tên khác, hoặc dùng `--in-place`",),
    ("choose another name, or use `--in-place`",),
)
NOT_DOCX = ProblemKind(
    "TT304",
    Severity.ERROR,
    "chỉ sửa được tệp .docx",
    "only .docx files can be mended",
    ("mở tệp bằng Word rồi lưu thành .docx",),
    ("save it as .docx first",),
)
