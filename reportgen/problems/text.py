"""What can be wrong with running text written in Markdown, and with the pictures that it names (`VB`).

`VB1..` Markdown that an official document cannot use, `VB2..` links and notes, `VB3..` pictures, `VB4..` text that is
not converted at all.
"""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

RAW_HTML = ProblemKind(
    "VB101",
    _ERROR,
    "HTML thô không được dùng: `{found}`",
    "raw HTML is not used: `{found}`",
    ("dùng Markdown (`**đậm**`, `*nghiêng*`); nếu là dấu bé hơn thì viết `\\<`",),
    ("use Markdown (`**bold**`, `*italic*`); for a less-than sign write `\\<`",),
)
HEADING = ProblemKind(
    "VB102",
    _WARNING,
    "tiêu đề “{found}” trong phần diễn giải được đổi thành đoạn chữ đậm",
    "the heading “{found}” inside a text became a paragraph in bold",
    ("bỏ dấu `#` hoặc dòng gạch dưới: đề mục do mẫu báo cáo đánh số",),
    ("remove the `#` or the underline: the report numbers its headings itself",),
)
HORIZONTAL_RULE = ProblemKind(
    "VB103",
    _WARNING,
    "đường kẻ ngang bị bỏ",
    "a horizontal rule was left out",
    ("xóa dòng chỉ gồm các dấu `-`, `*` hoặc `_`",),
    ("delete the line that holds only `-`, `*` or `_`",),
)
CODE_BLOCK = ProblemKind(
    "VB104",
    _WARNING,
    "đoạn thụt vào từ bốn dấu cách (hoặc giữa hai dòng ```) được giữ nguyên văn, không theo Markdown",
    "a paragraph indented by four spaces or more (or fenced by ```) is kept verbatim, its Markdown has no effect",
    ("bỏ các dấu cách ở đầu dòng nếu đó là đoạn văn thường",),
    ("remove the leading spaces if this is an ordinary paragraph",),
)
LIST_RENUMBERED = ProblemKind(
    "VB105",
    _WARNING,
    "danh sách được đánh số liên tục: mục ghi `{found}` thành `{written}`",
    "the list is numbered in sequence: the item `{found}` became `{written}`",
    ("ghi số hoặc chữ theo thứ tự (a, b, c, d, đ, e, g …), hoặc tách hai danh sách bằng một đoạn văn",),
    ("write the numbers or letters in order (a, b, c, d, đ, e, g …), or put a paragraph between two lists",),
)
LIST_INSIDE_PARAGRAPH = ProblemKind(
    "VB106",
    _WARNING,
    "dòng bắt đầu bằng `{found}` ngay dưới một đoạn văn được coi là mục của danh sách",
    "a line that starts with `{found}` right below a paragraph is taken for a list item",
    ("nếu là danh sách, thêm một dòng trống phía trên; nếu không, nối dòng này vào dòng trên",),
    ("for a list, leave an empty line above it; otherwise join it to the line above",),
)
NESTED_BLOCK = ProblemKind(
    "VB107",
    _ERROR,
    "{what} không được đặt trong {where}",
    "{what_en} cannot stand in {where_en}",
    ("đưa {what} ra ngoài, thành một đoạn riêng",),
    ("move {what_en} out, into a place of its own",),
)
UNSUPPORTED_SYNTAX = ProblemKind(
    "VB108",
    _ERROR,
    "không dùng được cú pháp Markdown này ({name})",
    "this Markdown syntax is not used ({name})",
    ("viết lại bằng đoạn văn, danh sách hoặc bảng",),
    ("write it as paragraphs, a list or a table",),
)
RUN_ON_LINE = ProblemKind(
    "VB109",
    _WARNING,
    "dòng bắt đầu bằng `{found}` bị nối vào đoạn văn phía trên, không thành danh sách, bảng, trích dẫn hay tiêu đề",
    "the line that starts with `{found}` was joined to the paragraph above; it is no list, table, quote or heading",
    ("thêm một dòng trống phía trên và bỏ các dấu cách ở đầu dòng",),
    ("leave an empty line above it and remove the spaces at its start",),
)

LINK_SCHEME = ProblemKind(
    "VB201",
    _ERROR,
    "liên kết phải bắt đầu bằng http://, https:// hoặc mailto:, nhưng ghi “{found}”",
    "a link must start with http://, https:// or mailto:, but it is “{found}”",
    ("ghi địa chỉ đầy đủ, ví dụ https://chinhphu.vn, hoặc bỏ liên kết và chỉ giữ chữ",),
    ("write the full address, such as https://chinhphu.vn, or keep the words without a link",),
)
UNUSED_DEFINITION = ProblemKind(
    "VB202",
    _WARNING,
    "`[{label}]:` không được nhắc đến trong đoạn này nên không xuất hiện trong văn bản",
    "`[{label}]:` is not referred to in this text, so it does not appear in the document",
    ("thêm `[{label}]` vào chỗ cần dẫn, hoặc xóa dòng này",),
    ("add `[{label}]` where it belongs, or delete this line",),
)
DUPLICATE_DEFINITION = ProblemKind(
    "VB203",
    _ERROR,
    "`[{label}]:` được ghi hai lần trong cùng một đoạn",
    "`[{label}]:` is written twice in the same text",
    ("đổi nhãn của một trong hai chỗ",),
    ("change the label of one of the two",),
)
UNDEFINED_NOTE = ProblemKind(
    "VB204",
    _WARNING,
    "cước chú `[^{label}]` không có nội dung nên được in nguyên như đã gõ",
    "the footnote `[^{label}]` has no content, so it is printed as typed",
    ("thêm một dòng `[^{label}]: nội dung cước chú` vào cuối đoạn này",),
    ("add a line `[^{label}]: the note` at the end of this text",),
)

PICTURE_PATH = ProblemKind(
    "VB301",
    _ERROR,
    "hình “{found}” phải nằm trong thư mục của tệp dữ liệu",
    "the picture “{found}” must lie in the folder of the input file",
    ("chép hình vào cạnh tệp dữ liệu và ghi đường dẫn tương đối, ví dụ hinh/ban_do.png",),
    ("copy the picture beside the input file and write a relative path, such as hinh/ban_do.png",),
)
PICTURE_MISSING = ProblemKind(
    "VB302",
    _ERROR,
    "không có tệp hình “{found}”",
    "there is no picture file “{found}”",
    ("có phải “{nearest}”?", "xem lại tên tệp và thư mục"),
    ("did you mean “{nearest}”?", "check the name of the file and its folder"),
)
PICTURE_FORMAT = ProblemKind(
    "VB303",
    _ERROR,
    "hình phải là PNG hoặc JPEG, nhưng “{found}” không phải",
    "a picture must be PNG or JPEG, but “{found}” is not",
    ("mở hình rồi lưu lại thành PNG hoặc JPEG; đổi đuôi tên tệp là chưa đủ",),
    ("open the picture and save it as PNG or JPEG; changing the name's ending is not enough",),
)
PICTURE_DAMAGED = ProblemKind(
    "VB304",
    _ERROR,
    "tệp hình “{found}” bị hỏng hoặc không đọc được: {reason}",
    "the picture file “{found}” is damaged or cannot be read: {reason_en}",
    ("mở hình rồi lưu lại thành tệp mới",),
    ("open the picture and save it as a new file",),
)
PICTURE_FILE_SIZE = ProblemKind(
    "VB305",
    _ERROR,
    "tệp hình “{found}” nặng {megabytes} MB, quá {limit} MB",
    "the picture file “{found}” has {megabytes} MB, more than {limit} MB",
    ("giảm kích thước hình rồi lưu lại",),
    ("make the picture smaller and save it again",),
)
PICTURE_PIXELS = ProblemKind(
    "VB306",
    _ERROR,
    "hình “{found}” có quá {limit} triệu điểm ảnh",
    "the picture “{found}” has more than {limit} million pixels",
    ("giảm kích thước hình rồi lưu lại",),
    ("make the picture smaller and save it again",),
)
PICTURE_WITHOUT_TEXT = ProblemKind(
    "VB307",
    _WARNING,
    "hình “{found}” không có lời mô tả cho người không nhìn được hình",
    "the picture “{found}” has no text for readers who cannot see it",
    ("ghi lời mô tả trong ngoặc vuông: ![lời mô tả]({found})",),
    ("write a description in the square brackets: ![description]({found})",),
)
PICTURE_INSIDE_TEXT = ProblemKind(
    "VB308",
    _WARNING,
    "hình “{found}” nằm giữa dòng chữ được chuyển xuống dưới đoạn đó",
    "the picture “{found}” inside a line of text was moved below its paragraph",
    ("để hình thành một đoạn riêng, có dòng trống ở trên và ở dưới",),
    ("make the picture a paragraph of its own, with an empty line above and below",),
)

CONTROL_CHARACTER = ProblemKind(
    "VB401",
    _ERROR,
    "có {count} ký tự điều khiển không in được; ký tự đầu tiên là {found}",
    "{count} control characters cannot be printed; the first is {found}",
    ("xóa ký tự này (thường do chép từ tệp PDF hoặc Excel) rồi gõ lại chữ bên cạnh",),
    ("delete this character (it often comes from copying out of PDF or Excel) and type its neighbours again",),
)
TEXT_TOO_LONG = ProblemKind(
    "VB402",
    _ERROR,
    "đoạn văn dài {megabytes} MB, quá {limit} MB",
    "the text has {megabytes} MB, more than {limit} MB",
    ("chia thành nhiều đoạn, hoặc đưa phần dài vào phụ lục",),
    ("divide it, or move the long part to an appendix",),
)
NESTED_TOO_DEEP = ProblemKind(
    "VB403",
    _ERROR,
    "danh sách, trích dẫn hoặc định dạng lồng nhau quá {limit} cấp",
    "lists, quotes or emphasis are nested more than {limit} levels deep",
    ("bớt các cấp lồng nhau; xem lại các dấu `*`, `>` và `[` thừa",),
    ("use fewer levels; look for stray `*`, `>` and `[`",),
)
TEXT_TOO_COMPLEX = ProblemKind(
    "VB404",
    _ERROR,
    "không đọc được Markdown của đoạn này trong giới hạn {seconds} giây và {megabytes} MB bộ nhớ",
    "the Markdown of this text cannot be read within {seconds} seconds and {megabytes} MB of memory",
    ("tìm những chuỗi dài lặp lại các dấu `<`, `&`, `[`, `(` hoặc dấu huyền ngược, và xóa đi",),
    ("look for long runs of `<`, `&`, `[`, `(` or backticks, and delete them",),
)
NO_PANDOC = ProblemKind(
    "VB405",
    _ERROR,
    "không tìm thấy pandoc, chương trình đọc Markdown",
    "pandoc, the program that reads Markdown, was not found",
    ("cài lại reportgen (gói pypandoc_binary có sẵn pandoc)",),
    ("install reportgen again (the package pypandoc_binary carries pandoc)",),
)
