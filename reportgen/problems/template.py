"""Problems of templates (MB): a Word file that is none, is not safe, or does not offer what a document needs."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

NOT_A_DOCX = ProblemKind(
    "MB001",
    Severity.ERROR,
    "tệp này không phải tệp Word .docx dùng được: {reason}",
    "this is not a usable Word .docx file: {reason}",
    ("mở tệp bằng Word và lưu lại theo kiểu “Word Document (*.docx)”",),
    ('open the file in Word and save it as "Word Document (*.docx)"',),
)
ENCRYPTED_OR_OLD = ProblemKind(
    "MB002",
    Severity.ERROR,
    "tệp được đặt mật khẩu, hoặc là tệp .doc kiểu cũ",
    "the file is protected by a password, or is an old .doc file",
    ("bỏ mật khẩu, rồi lưu lại thành .docx",),
    ("remove the password and save it as .docx",),
)
TOO_LARGE = ProblemKind(
    "MB003",
    Severity.ERROR,
    "tệp quá lớn khi mở ra: {what} vượt giới hạn {limit}",
    "the file is too large once opened: {what} exceeds the limit of {limit}",
    ("bỏ bớt hình ảnh; một tệp nhỏ mà mở ra rất lớn có thể là tệp phá hoại",),
    ("remove pictures; a small file that grows huge when opened may be an attack",),
)
UNSAFE_XML = ProblemKind(
    "MB004",
    Severity.ERROR,
    "phần `{part}` của tệp khai báo DTD hoặc thực thể, việc mà Word không bao giờ làm",
    "part `{part}` of the file declares a DTD or entities, which Word never does",
    ("không dùng tệp này; lấy lại từ nguồn tin cậy",),
    ("do not use this file; get it again from a source that you trust",),
)
MACROS = ProblemKind(
    "MB005",
    Severity.ERROR,
    "tệp có macro",
    "the file carries macros",
    ("lưu lại thành .docx (không phải .docm); macro sẽ được bỏ đi",),
    ("save it as .docx (not .docm); the macros are dropped",),
)
EXTERNAL_LINK = ProblemKind(
    "MB006",
    Severity.ERROR,
    "phần `{part}` lấy nội dung từ bên ngoài: {target}",
    "part `{part}` takes content from outside: {target}",
    ("nhúng hình vào tệp thay vì liên kết; bỏ mẫu đính kèm (attached template)",),
    ("embed the picture instead of linking it; remove the attached template",),
)
UNKNOWN_TAG = ProblemKind(
    "MB010",
    Severity.ERROR,
    "mẫu dùng thẻ `{tag}` mà loại văn bản này không có",
    "the template uses the tag `{tag}`, which this kind of document does not have",
    ("có phải `{suggestion}`?", "các thẻ dùng được: {tags}"),
    ("did you mean `{suggestion}`?", "the tags that exist: {tags}"),
)
MISSING_TAG = ProblemKind(
    "MB011",
    Severity.ERROR,
    "mẫu thiếu thẻ `{tag}` ({meaning})",
    "the template lacks the tag `{tag}` ({meaning})",
    ("đặt {example} vào chỗ cần hiện nội dung này",),
    ("put {example} where this content is to appear",),
)
BROKEN_TAG = ProblemKind(
    "MB012",
    Severity.ERROR,
    "thẻ viết sai: {reason}",
    "a tag is broken: {reason}",
    (
        "thẻ có dạng `{{{{ ten_the }}}}` hoặc `{{{{p ten_the }}}}`; "
        "lệnh có dạng `{{%p if ten_the %}}` … `{{%p endif %}}`",
    ),
    ("a tag reads `{{{{ ten_the }}}}` or `{{{{p ten_the }}}}`; a command `{{%p if ten_the %}}` … `{{%p endif %}}`",),
)
FORBIDDEN_TAG = ProblemKind(
    "MB013",
    Severity.ERROR,
    "thẻ chứa biểu thức không được phép: {expression}",
    "a tag holds an expression that is not allowed: {expression}",
    ("mẫu chỉ được in thẻ và dùng if; không truy cập thuộc tính, không gọi hàm, không vòng lặp",),
    ("a template may only print tags and use if; no attribute access, no calls, no loops",),
)
TAG_NOT_ALONE = ProblemKind(
    "MB014",
    Severity.ERROR,
    "thẻ `{tag}` cho cả đoạn, nhưng không đứng riêng một đoạn dưới dạng `{{{{p {tag} }}}}`",
    "the tag `{tag}` stands for whole paragraphs, but is not alone in one as `{{{{p {tag} }}}}`",
    ("xóa các chữ khác trong đoạn đó và ghi `{{{{p {tag} }}}}`",),
    ("remove the other words of that paragraph and write `{{{{p {tag} }}}}`",),
)
TAG_OUTSIDE_BODY = ProblemKind(
    "MB015",
    Severity.ERROR,
    "thẻ đặt ở `{part}`; chỉ phần thân văn bản được có thẻ",
    "a tag stands in `{part}`; only the body of the document may hold tags",
    ("chuyển thẻ vào thân văn bản",),
    ("move the tag into the body",),
)
MISSING_STYLE = ProblemKind(
    "MB020",
    Severity.ERROR,
    "mẫu thiếu kiểu chữ “{style}”",
    "the template lacks the style “{style}”",
    ("tạo kiểu “{style}” trong Word (Home > Styles), hoặc bắt đầu từ mẫu đi kèm chương trình",),
    ("create the style “{style}” in Word (Home > Styles), or start from a shipped template",),
)
NO_PAGE_NUMBER = ProblemKind(
    "MB021",
    Severity.WARNING,
    "mẫu không có số trang ở đầu trang",
    "the template has no page number in its header",
    ("chèn số trang giữa đầu trang; không hiện ở trang thứ nhất (PL I, P.I, Mục I, khoản 7)",),
    ("insert a page number, centred in the header, hidden on page one (App. I, part I, I.7)",),
)
