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
    ("có phải {example} ({meaning})?", "có phải `{suggestion}`?", "các thẻ dùng được: {tags}"),
    ("did you mean {example} ({meaning_en})?", "did you mean `{suggestion}`?", "the tags that exist: {tags}"),
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
        "có phải {example} ({meaning})?",
        "thẻ có dạng `{{{{ ten_the }}}}` hoặc `{{{{p ten_the }}}}`; "
        "lệnh có dạng `{{%p if ten_the %}}` … `{{%p endif %}}`",
    ),
    (
        "did you mean {example} ({meaning_en})?",
        "a tag reads `{{{{ ten_the }}}}` or `{{{{p ten_the }}}}`; a command `{{%p if ten_the %}}` … `{{%p endif %}}`",
    ),
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
LOOK_ALIKE_TAG = ProblemKind(
    "MB016",
    Severity.ERROR,
    "“{found}” trông như thẻ {example} ({meaning}) nhưng viết sai, nên sẽ được in nguyên văn",
    "“{found}” looks like the tag {example} ({meaning_en}) but is typed wrongly, so it would be printed as it stands",
    ("viết lại thành {example}",),
    ("type {example} in its place",),
)
UNCLEAR_BRACKETS = ProblemKind(
    "MB017",
    Severity.WARNING,
    "“{found}” trông như một thẻ nhưng không phải, nên sẽ được in nguyên văn",
    "“{found}” looks like a tag but is none, so it will be printed as it stands",
    ("nếu đó là thẻ thì viết `{{{{ ten_the }}}}`; xem các thẻ bằng `reportgen template tags {kind}`",),
    ("if a tag is meant, write `{{{{ ten_the }}}}`; `reportgen template tags {kind}` lists the tags",),
)
MIXED_FORMATTING = ProblemKind(
    "MB018",
    Severity.NOTE,
    "thẻ `{tag}` có nhiều định dạng chữ; nội dung sẽ theo định dạng ở chỗ thẻ bắt đầu",
    "the tag `{tag}` is formatted in several ways; its content will look like the place where the tag begins",
    ("chọn cả thẻ trong Word rồi định dạng lại một lượt, nếu muốn khác đi",),
    ("select the whole tag in Word and format it once, if that is not what you want",),
)
LOOP = ProblemKind(
    "MB019",
    Severity.ERROR,
    "mẫu không được có vòng lặp: {expression}",
    "a template may hold no loop: {expression}",
    ("bỏ vòng lặp; một thẻ cho cả đoạn, như `{{{{p noi_dung }}}}`, tự in đủ mọi mục và mọi bảng",),
    ("remove it; one tag for whole paragraphs, such as `{{{{p noi_dung }}}}`, prints all items and tables itself",),
)
MISSING_STYLE = ProblemKind(
    "MB020",
    Severity.ERROR,
    "mẫu thiếu kiểu chữ “{style}”",
    "the template lacks the style “{style}”",
    (
        "mẫu có kiểu “{nearest}”: có phải chính là kiểu này? đổi tên thành “{style}”",
        "tạo kiểu “{style}” trong Word (Home > Styles), hoặc bắt đầu từ mẫu đi kèm chương trình",
    ),
    (
        "the template has the style “{nearest}”: if that is meant, rename it “{style}”",
        "create the style “{style}” in Word (Home > Styles), or start from a shipped template",
    ),
)
NO_PAGE_NUMBER = ProblemKind(
    "MB021",
    Severity.WARNING,
    "mẫu không có số trang ở đầu trang",
    "the template has no page number in its header",
    ("chèn số trang giữa đầu trang; không hiện ở trang thứ nhất (PL I, P.I, Mục I, khoản 7)",),
    ("insert a page number, centred in the header, hidden on page one (App. I, part I, I.7)",),
)
COMMAND_NOT_ALONE = ProblemKind(
    "MB022",
    Severity.ERROR,
    "lệnh {expression} không đứng riêng: chữ khác trong cùng đoạn (hàng, ô) sẽ mất",
    "the command {expression} is not alone: the other words of its paragraph (row, cell) would be lost",
    ("để lệnh đứng một mình trong đoạn; trong dòng chữ thì bỏ chữ p, viết `{{% if ten_the %}}` … `{{% endif %}}`",),
    ("leave it alone in its paragraph; within a line leave out the p: `{{% if ten_the %}}` … `{{% endif %}}`",),
)
UNBALANCED_IF = ProblemKind(
    "MB023",
    Severity.ERROR,
    "lệnh {expression} không có lệnh đi cùng: mỗi `if` cần đúng một `endif` sau nó, `else` ở giữa",
    "the command {expression} lacks its partner: each `if` needs one `endif` after it, `else` between them",
    ("thêm lệnh còn thiếu, hoặc xóa lệnh này",),
    ("add the command that is missing, or remove this one",),
)
IF_ACROSS_PLACES = ProblemKind(
    "MB024",
    Severity.ERROR,
    "lệnh {expression} và `if` của nó không ở cùng một chỗ, nên tệp làm ra sẽ hỏng",
    "the command {expression} and its `if` are not in the same place, which would break the finished file",
    ("đặt cả hai trong cùng ô bảng hoặc cùng phần thân: hoặc trong một đoạn, hoặc mỗi lệnh `{{%p … %}}` một đoạn",),
    ("put both in the same cell or the same text: within one paragraph, or each as `{{%p … %}}` in one of its own",),
)
STYLE_MAY_BE_NEEDED = ProblemKind(
    "MB025",
    Severity.WARNING,
    "mẫu thiếu kiểu chữ “{style}”, mà một số văn bản loại này cần đến",
    "the template lacks the style “{style}”, which some documents of this kind need",
    MISSING_STYLE.hints_vi,
    MISSING_STYLE.hints_en,
)
UNKNOWN_STYLE = ProblemKind(
    "MB026",
    Severity.WARNING,
    "kiểu có mã `{style}` được dùng ở đây nhưng không có trong mẫu, nên Word hiện như chữ thường",
    "the style with the id `{style}` is used here but the template has none, so Word shows plain text",
    ("chọn lại kiểu cho đoạn này trong Word",),
    ("choose a style for this paragraph again in Word",),
)
STYLE_OF_OTHER_TYPE = ProblemKind(
    "MB027",
    Severity.ERROR,
    "kiểu “{style}” phải là kiểu {expected}, nhưng trong mẫu là kiểu {found}",
    "the style “{style}” has to be a {expected_en} style, but is a {found_en} style here",
    ("xóa kiểu này rồi tạo lại với loại (Style type) đúng",),
    ("delete the style and create it again with the right style type",),
)
NO_FOOTNOTES = ProblemKind(
    "MB028",
    Severity.WARNING,
    "mẫu không có phần chú thích cuối trang, nên không làm được văn bản có chú thích",
    "the template has no part for footnotes, so no document with footnotes can be made from it",
    ("thêm một chú thích trong Word (References > Insert Footnote), lưu, rồi xóa đi",),
    ("insert a footnote in Word (References > Insert Footnote), save, and delete it again",),
)
KIND_GUESSED = ProblemKind(
    "MB029",
    Severity.NOTE,
    "không ghi `--kind`, nên mẫu được xem như mẫu cho {kind} (dùng {count} trong {total} thẻ của loại này)",
    "without `--kind`, the template is taken for one of {kind} (it uses {count} of the {total} tags of that kind)",
    ("không đúng thì thêm `--kind LOẠI`, như `--kind cong_van`",),
    ("if that is wrong, add `--kind KIND`, such as `--kind cong_van`",),
)
BLOCK_TAG_REPEATED = ProblemKind(
    "MB030",
    Severity.WARNING,
    "thẻ `{tag}` ({meaning}) đã có ở trên, nên nội dung này được in hai lần",
    "the tag `{tag}` ({meaning_en}) stands above already, so its content is printed twice",
    ("xóa một trong hai thẻ",),
    ("remove one of the two",),
)
TAG_IN_HIDDEN_PLACE = ProblemKind(
    "MB031",
    Severity.ERROR,
    "thẻ “{found}” nằm ở chỗ không phải chữ của văn bản: {where}",
    "the tag “{found}” is not in the text of the document, but in {where_en}",
    ("xóa thẻ ở đó và gõ lại vào dòng chữ; với phần đã xóa thì chấp nhận thay đổi (Review > Accept)",),
    ("remove it there and type it into the text; for deleted text accept the change (Review > Accept)",),
)
FORM_NOT_CHECKED = ProblemKind(
    "MB032",
    Severity.WARNING,
    "chưa xem được thể thức, vì tệp có chỗ không theo chuẩn của Word ({reason})",
    "the form was not checked, since the file breaks the standard for Word files ({reason})",
    ("mở tệp bằng Word, lưu lại, rồi kiểm tra lần nữa",),
    ("open the file in Word, save it, and check it again",),
)
COPY_IS_ORIGINAL = ProblemKind(
    "MB040",
    Severity.ERROR,
    "bản có nhận xét không được ghi đè lên chính mẫu `{found}`",
    "the copy with comments may not replace the template `{found}` itself",
    ("chọn tên khác sau `--annotate`",),
    ("choose another name after `--annotate`",),
)
COPY_NOT_DOCX = ProblemKind(
    "MB041",
    Severity.ERROR,
    "bản có nhận xét phải có đuôi .docx, nhưng `--annotate` ghi `{found}`",
    "the copy with comments must end in .docx, but `--annotate` says `{found}`",
    ("viết `--annotate {suggestion}`",),
    ("write `--annotate {suggestion}`",),
)
COPY_NOT_MADE = ProblemKind(
    "MB042",
    Severity.NOTE,
    "không làm bản có nhận xét, vì tệp không đọc được như tệp Word hoặc có macro",
    "no copy with comments was made, since the file cannot be read as a Word file or carries macros",
)
