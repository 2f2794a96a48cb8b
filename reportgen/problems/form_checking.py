"""Problems of the check of form (TT1, TT2): what prevents or limits a check, and agencies' own layers."""

from __future__ import annotations

from reportgen.problems.problem import ProblemKind, Severity

NOT_CHECKED = ProblemKind(
    "TT101",
    Severity.ERROR,
    "không kiểm tra được thể thức: {reason}",
    "the form cannot be checked: {reason}",
    ("chương trình chỉ kiểm tra văn bản hành chính tiếng Việt có chữ (không phải ảnh chụp)",),
    ("only administrative documents in Vietnamese with text (not scanned) can be checked",),
)
SEVERAL_DOCUMENTS = ProblemKind(
    "TT102",
    Severity.WARNING,
    "tệp có {count} văn bản, mỗi văn bản được kiểm riêng (kiểm được {checked})",
    "the file holds {count} documents, and each is checked by itself ({checked} of them could be)",
    ("tách mỗi văn bản thành một tệp",),
    ("put each document in a file of its own",),
)
LEGACY_TEXT = ProblemKind(
    "TT103",
    Severity.WARNING,
    "phần lớn chữ không phải Unicode nên nhiều quy tắc không áp dụng được",
    "most of the text is not Unicode, so many rules cannot be applied",
    ("chuyển mã sang Unicode rồi kiểm tra lại",),
    ("convert it to Unicode and check again",),
)
BEFORE_DECREE = ProblemKind(
    "TT104",
    Severity.WARNING,
    "văn bản ban hành ngày {day}, trước khi Nghị định 30/2020/NĐ-CP có hiệu lực (05/3/2020)",
    "the document is dated {day}, before Decree 30/2020/ND-CP took force (5 March 2020)",
)
TRACKED_CHANGES = ProblemKind(
    "TT105",
    Severity.NOTE,
    "tệp có {count} chỗ sửa đang được theo dõi; kiểm tra như đã chấp nhận tất cả",
    "the file has {count} tracked changes; they are taken as accepted",
    ("chấp nhận hoặc bỏ các chỗ sửa trước khi ban hành",),
    ("accept or reject them before the document is issued",),
)
NOT_READ = ProblemKind(
    "TT106",
    Severity.WARNING,
    "có phần của tệp không đọc được: {what}",
    "parts of the file cannot be read: {what}",
)
KIND_UNKNOWN = ProblemKind(
    "TT107",
    Severity.NOTE,
    "không rõ loại văn bản nên các quy tắc riêng của từng loại không được áp dụng",
    "the kind of document is not clear, so rules of single kinds are not applied",
    ("ghi tên loại bằng chữ in hoa ở giữa trang; với công văn, ghi “V/v …” dưới số, ký hiệu",),
    ("print the kind's name in capitals; in a letter, put “V/v …” below number and symbol",),
)
CONVERTED = ProblemKind(
    "TT108",
    Severity.NOTE,
    "tệp được LibreOffice chuyển sang .docx rồi mới kiểm tra; có thể mất bớt định dạng, nên xem lại từng chỗ báo",
    "the file was converted to .docx by LibreOffice first; some formatting may be lost, so look at each finding",
)
PDF_ONLY_TEXT = ProblemKind(
    "TT109",
    Severity.WARNING,
    "tệp PDF chỉ cho biết chữ trên trang: chỉ kiểm tra số, ký hiệu, địa danh, ngày, lời Quốc hiệu, Tiêu ngữ, viết "
    "hoa, dấu câu và sự nhất quán; yếu tố còn thiếu, thứ tự đánh số, căn cứ, nơi nhận, dấu “./.”, phụ lục, kiểu "
    "chữ, lề, cách đoạn, đường kẻ không kiểm tra được",
    "a PDF only tells its text: only number, symbol, place, dates, the words of national name and motto, capitals, "
    "punctuation and consistency are checked; missing elements, numbering, recitals, recipients, the mark “./.”, "
    "appendices, faces, margins, spacing and lines cannot be",
    ("kiểm tra tệp Word gốc",),
    ("check the Word file that it was made from",),
)
NO_FILES = ProblemKind(
    "TT110",
    Severity.ERROR,
    "thư mục không có tệp nào kiểm tra được (.docx, .doc, .odt, .rtf, .pdf)",
    "the folder has no file that can be checked (.docx, .doc, .odt, .rtf, .pdf)",
)
ONE_FILE_ONLY = ProblemKind(
    "TT111",
    Severity.ERROR,
    "`--annotate` cần đúng một tệp .docx, nhưng có {count} tệp",
    "`--annotate` needs one .docx file, but there are {count}",
    ("ghi một tệp .docx, hoặc bỏ `--annotate`",),
    ("name one .docx file, or leave `--annotate` out",),
)
CANNOT_ANNOTATE = ProblemKind(
    "TT112",
    Severity.ERROR,
    "chỉ ghi được nhận xét vào bản sao của tệp .docx",
    "comments can only be written into a copy of a .docx file",
    ("mở tệp bằng Word, lưu thành .docx rồi kiểm tra lại",),
    ("open the file in Word, save it as .docx and check it again",),
)
COPY_IS_ORIGINAL = ProblemKind(
    "TT113",
    Severity.ERROR,
    "bản sao có nhận xét trùng với tệp được kiểm tra",
    "the copy with comments would replace the file that is checked",
    ("chọn tên khác cho `--annotate`",),
    ("choose another name for `--annotate`",),
)
SUBSTITUTE_LAYOUT = ProblemKind(
    "TT114",
    Severity.NOTE,
    "LibreOffice dàn trang trên máy không có Times New Roman (dùng {font}), nên số trang có thể lệch vài dòng",
    "LibreOffice laid the pages out without Times New Roman (with {font}), so they may differ by some lines",
    ("cài Times New Roman trên máy này để có số trang chắc chắn",),
    ("install Times New Roman on this machine to be sure of the pages",),
)
NOT_PAGED = ProblemKind(
    "TT115",
    Severity.WARNING,
    "không dàn được trang, nên không có số trang và không kiểm được quy tắc của trang: {reason}",
    "the pages could not be laid out, so there are no page numbers and no rules of the page: {reason}",
    ("cài LibreOffice, hoặc bỏ `--pages`",),
    ("install LibreOffice, or leave `--pages` out",),
)
NEEDS_LIBREOFFICE = ProblemKind(
    "TT116",
    Severity.ERROR,
    "tệp {suffix} phải qua LibreOffice mới đọc được, mà máy này không có LibreOffice",
    "a {suffix} file is read by way of LibreOffice, which this machine does not have",
    ("cài LibreOffice, hoặc mở tệp bằng Word rồi lưu thành .docx",),
    ("install LibreOffice, or open the file in Word and save it as .docx",),
)
NOT_CONVERTED = ProblemKind(
    "TT117",
    Severity.ERROR,
    "LibreOffice không đọc được tệp {suffix}: {reason}",
    "LibreOffice could not read the {suffix} file: {reason}",
    ("mở tệp bằng Word rồi lưu thành .docx",),
    ("open the file in Word and save it as .docx",),
)
WORKER_LOST = ProblemKind(
    "TT118",
    Severity.ERROR,
    "một tiến trình đang kiểm tra đã bị hệ điều hành dừng",
    "a process that was checking files was stopped by the operating system",
    ("nếu máy thiếu bộ nhớ, chạy lại với `--jobs 1`",),
    ("if the machine lacks memory, run it again with `--jobs 1`",),
)
MORE_PROBLEMS = ProblemKind(
    "TT119",
    Severity.NOTE,
    "còn {count} thông báo nữa về các tệp khác không in ở đây",
    "there are {count} more messages about other files that are not printed here",
    ("thêm `--json` hoặc `--html` để có đủ",),
    ("add `--json` or `--html` to have them all",),
)
LAYER_UNREADABLE = ProblemKind(
    "TT201",
    Severity.ERROR,
    "không đọc được tệp quy tắc của cơ quan: {reason}",
    "the agency's rules cannot be read: {reason}",
    ("tệp là YAML, bắt đầu bằng `ten:` và có `tat:` hoặc `quy_tac:`",),
    ("the file is YAML, with `ten:` and `tat:` or `quy_tac:`",),
)
LAYER_KEY = ProblemKind(
    "TT202",
    Severity.ERROR,
    "quy tắc của cơ quan viết sai: {reason}",
    "a rule of the agency's is wrong: {reason}",
    ("xem các khóa của một quy tắc ở docs/rules.md",),
    ("docs/rules.md has the keys of a rule",),
)
LAYER_UNKNOWN_RULE = ProblemKind(
    "TT203",
    Severity.ERROR,
    "không có quy tắc `{id}` để tắt",
    "there is no rule `{id}` to leave out",
    ("danh mục quy tắc ở docs/rules.md",),
    ("docs/rules.md lists the rules",),
)
LAYER_DECREE_RULE = ProblemKind(
    "TT204",
    Severity.ERROR,
    "không tắt được `{id}` vì đó là quy định của Nghị định",
    "`{id}` cannot be left out, for the decree says it",
    ("chỉ tắt được quy tắc là thông lệ",),
    ("only rules of practice can be left out",),
)
LAYER_SAME_ID = ProblemKind(
    "TT205",
    Severity.ERROR,
    "mã quy tắc `{id}` đã có",
    "there is a rule `{id}` already",
    ("đặt mã khác, ví dụ thêm chữ viết tắt tên cơ quan ở đầu",),
    ("choose another id, as with the agency's abbreviation before it",),
)
LAYER_UNKNOWN_CHECK = ProblemKind(
    "TT206",
    Severity.ERROR,
    "không có phép kiểm `{check}`; có: {checks}",
    "there is no check `{check}`; there are: {checks}",
)
