"""What can be wrong with an input file (`DV`): its bytes and YAML, its keys and values, what it leaves out.

`DV1..` the file and its YAML, `DV2..` keys and values, `DV3..` what is missing, `DV4..` values that
clash or look odd.
"""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

EMPTY_FILE = ProblemKind(
    "DV101",
    _ERROR,
    "tệp không có nội dung nào",
    "the file holds nothing",
    ("dùng lệnh tạo tệp mẫu trống rồi điền các mục",),
    ("make a blank input file, then fill in its keys",),
)
FILE_TOO_LARGE = ProblemKind(
    "DV102",
    _ERROR,
    "tệp dài {found} byte, vượt mức tối đa {limit} byte",
    "the file is {found} bytes long, more than the limit of {limit} bytes",
    ("chỉ giữ phần chữ trong tệp này; ảnh và bảng số liệu lớn để ở tệp riêng",),
    ("keep only text in this file; put pictures and large tables in files of their own",),
)
NOT_UTF8 = ProblemKind(
    "DV103",
    _ERROR,
    "cần tệp mã UTF-8, nhưng byte thứ {offset} không phải UTF-8",
    "expected UTF-8, but byte {offset} is not UTF-8",
    (
        "tệp có vẻ ở bảng mã {encoding}: chuyển sang Unicode rồi lưu lại với mã UTF-8",
        "mở tệp trong trình soạn thảo và lưu lại với mã UTF-8",
    ),
    (
        "the file looks like {encoding}: convert it to Unicode and save it as UTF-8",
        "open the file in an editor and save it as UTF-8",
    ),
)
CONTROL_CHARACTER = ProblemKind(
    "DV104",
    _ERROR,
    "có ký tự không được phép {character}",
    "the character {character} is not allowed",
    ("xoá ký tự này (thường do dán từ chương trình khác)",),
    ("delete this character (it usually comes from pasting)",),
)
MORE_CONTROL_CHARACTERS = ProblemKind(
    "DV105",
    _ERROR,
    "còn {count} ký tự không được phép khác trong tệp",
    "the file holds {count} more characters that are not allowed",
)
YAML_SYNTAX = ProblemKind(
    "DV106",
    _ERROR,
    "sai cú pháp YAML: {fault}",
    "YAML syntax error: {fault_en}",
    ("{advice}",),
    ("{advice_en}",),
)
TAB_INDENTATION = ProblemKind(
    "DV107",
    _ERROR,
    "dòng này thụt lề bằng phím Tab; YAML chỉ nhận dấu cách",
    "this line is indented with a tab; YAML takes only spaces",
    ("thay mỗi Tab bằng hai dấu cách",),
    ("replace each tab with two spaces",),
)
DUPLICATE_KEY = ProblemKind(
    "DV108",
    _ERROR,
    "mục `{name}` ghi hai lần: dòng {first} và dòng {second}",
    "the key `{name}` is given twice: on line {first} and on line {second}",
    ("gộp hai chỗ làm một hoặc xoá một chỗ",),
    ("merge the two or delete one",),
)
ALIAS = ProblemKind(
    "DV109",
    _ERROR,
    "không dùng được neo và bí danh YAML (`&{name}`, `*{name}`)",
    "YAML anchors and aliases (`&{name}`, `*{name}`) are not accepted",
    ("chép nội dung ra từng chỗ; nếu dấu & hoặc * là chữ thì đặt cả câu trong ngoặc kép",),
    ("copy the content to each place; if & or * is meant as text, put the text in double quotes",),
)
TAG = ProblemKind(
    "DV110",
    _ERROR,
    "không dùng được thẻ kiểu YAML `{tag}`",
    "the YAML tag `{tag}` is not accepted",
    ("bỏ thẻ này; nếu dấu ! là chữ thì đặt cả câu trong ngoặc kép",),
    ("drop the tag; if ! is meant as text, put the text in double quotes",),
)
TEXT_TOO_LARGE = ProblemKind(
    "DV111",
    _ERROR,
    "mục `{name}` dài {found} ký tự, vượt mức tối đa {limit} ký tự",
    "the key `{name}` holds {found} characters, more than the limit of {limit}",
    ("rút gọn, hoặc chuyển phần chi tiết sang phụ lục hay tệp riêng",),
    ("shorten it, or move the details to an appendix or a file of its own",),
)
TOO_DEEP = ProblemKind(
    "DV112",
    _ERROR,
    "các mục lồng nhau quá {limit} tầng",
    "keys are nested more than {limit} levels deep",
)
TOO_MANY_VALUES = ProblemKind(
    "DV113",
    _ERROR,
    "tệp có quá {limit} giá trị",
    "the file holds more than {limit} values",
)
KEY_NOT_TEXT = ProblemKind(
    "DV114",
    _ERROR,
    "tên mục phải là chữ, nhưng ở đây là {found_vi}",
    "a key must be text, but here it is {found_en}",
    ("nếu là nội dung có dấu ngoặc nhọn hay ngoặc vuông thì đặt cả câu trong ngoặc kép",),
    ("if braces or brackets are meant as text, put the text in double quotes",),
)
SEVERAL_DOCUMENTS = ProblemKind(
    "DV115",
    _ERROR,
    "tệp có nhiều phần ngăn bởi dòng `---`; chỉ được một phần",
    "the file holds several parts divided by `---`; only one is accepted",
    ("xoá dòng `---` hoặc tách thành nhiều tệp",),
    ("delete the `---` line or split the file",),
)

UNKNOWN_KEY = ProblemKind(
    "DV201",
    _ERROR,
    "không có mục nào tên `{name}` ở đây",
    "there is no key `{name}` here",
    ("có phải `{nearest}`?", "các mục được dùng ở đây: {allowed}"),
    ("did you mean `{nearest}`?", "keys accepted here: {allowed}"),
)
WRONG_TYPE = ProblemKind(
    "DV202",
    _ERROR,
    "cần {expected_vi}, nhưng ở đây là {found_vi}",
    "expected {expected_en}, but found {found_en}",
)
BAD_NUMBER = ProblemKind(
    "DV203",
    _ERROR,
    "cần một số, nhưng ghi “{found}”",
    "expected a number, but found “{found}”",
    ("{advice}", "viết số như 86,97 hoặc 1.234,5"),
    ("{advice_en}", "write a number such as 86,97 or 1.234,5"),
)
BAD_INTEGER = ProblemKind(
    "DV204",
    _ERROR,
    "cần một số nguyên từ 1 trở lên, nhưng ghi “{found}”",
    "expected a whole number from 1 up, but found “{found}”",
)
BAD_DATE = ProblemKind(
    "DV205",
    _ERROR,
    "cần một ngày, nhưng ghi “{found}”",
    "expected a date, but found “{found}”",
    ("viết như 2020-12-25 hoặc 25/12/2020",),
    ("write it as 2020-12-25 or 25/12/2020",),
)
IMPOSSIBLE_DATE = ProblemKind(
    "DV206",
    _ERROR,
    "ngày “{found}” không có trên lịch",
    "the date “{found}” does not exist",
    ("kiểm tra lại ngày và tháng; viết như 2020-12-25 hoặc 25/12/2020",),
    ("check day and month; write it as 2020-12-25 or 25/12/2020",),
)
BAD_PERIOD = ProblemKind(
    "DV207",
    _ERROR,
    "cần một kỳ (tháng, quý, năm), nhưng ghi “{found}”",
    "expected a period (month, quarter, year), but found “{found}”",
    ("viết như 12/2020, Quý II/2021 hoặc năm 2021",),
    ("write it as 12/2020, Quý II/2021 or năm 2021",),
)
BAD_DEADLINE = ProblemKind(
    "DV208",
    _ERROR,
    "cần một thời hạn, nhưng ghi “{found}”",
    "expected a deadline, but found “{found}”",
    ("viết như 30/6/2021, Quý II/2021, năm 2021 hoặc “thường xuyên”",),
    ("write it as 30/6/2021, Quý II/2021, năm 2021 or “thường xuyên”",),
)
UNKNOWN_CHOICE = ProblemKind(
    "DV209",
    _ERROR,
    "giá trị “{found}” không dùng được ở đây; chỉ dùng: {allowed}",
    "the value “{found}” is not accepted here; accepted: {allowed}",
    ("có phải `{nearest}`?",),
    ("did you mean `{nearest}`?",),
)
NOT_ONE_LINE = ProblemKind(
    "DV210",
    _ERROR,
    "mục này chỉ được một dòng, nhưng ghi {found} dòng",
    "this key takes one line, but holds {found} lines",
    ("viết liền một dòng",),
    ("write it on one line",),
)
TOO_LONG = ProblemKind(
    "DV211",
    _ERROR,
    "mục này tối đa {limit} ký tự, nhưng ghi {found} ký tự",
    "this key takes at most {limit} characters, but holds {found}",
)
BAD_NUMBER_OF_DOCUMENT = ProblemKind(
    "DV212",
    _ERROR,
    "số văn bản phải là số nguyên từ 1 trở lên, nhưng ghi “{found}”",
    "the number of a document is a whole number from 1 up, but found “{found}”",
    ("ghi riêng phần số, như 05 hoặc 123; phần chữ ghi ở `ky_hieu`",),
    ("give the number alone, e.g. 05 or 123; letters go to `ky_hieu`",),
)
BAD_SYMBOL = ProblemKind(
    "DV213",
    _ERROR,
    "ký hiệu “{found}” không đúng mẫu",
    "the symbol “{found}” does not have the required form",
    ("viết các nhóm chữ in hoa nối bằng dấu - không có dấu cách, như {example}",),
    ("write groups of capitals joined by - without spaces, e.g. {example}",),
)
BAD_CHOICE_OF_YES_NO = ProblemKind(
    "DV214",
    _ERROR,
    "cần true hoặc false, nhưng ghi “{found}”",
    "expected true or false, but found “{found}”",
)
OTHER_VALUE = ProblemKind(
    "DV299",
    _ERROR,
    "giá trị không dùng được (loại lỗi `{type}`)",
    "the value is not accepted (kind of error `{type}`)",
)

MISSING = ProblemKind(
    "DV301",
    _ERROR,
    "thiếu {what}",
    "missing: {what}",
    ("điền mục `{name}`; nếu chưa có, tạo bản nháp với `--draft`",),
    ("fill in `{name}`; if it is not known yet, make a draft with `--draft`",),
)
MISSING_ALWAYS = ProblemKind(
    "DV302",
    _ERROR,
    "thiếu {what}",
    "missing: {what}",
    ("điền mục `{name}`; bản nháp cũng cần mục này",),
    ("fill in `{name}`; even a draft needs it",),
)

DATE_BEFORE_DECREE = ProblemKind(
    "DV401",
    _ERROR,
    "ngày {found} trước khi Nghị định 30/2020/NĐ-CP có hiệu lực (05/3/2020)",
    "the date {found} is before Decree 30/2020/ND-CP took effect (05/3/2020)",
)
DATE_BEFORE_PROGRAMME = ProblemKind(
    "DV402",
    _ERROR,
    "ngày {found} trước ngày ban hành Quyết định số 749/QĐ-TTg (03/6/2020)",
    "the date {found} is before Decision 749/QD-TTg was issued (03/6/2020)",
)
DEADLINE_PASSED = ProblemKind(
    "DV403",
    _WARNING,
    "thời hạn “{found}” đã qua vào ngày báo cáo {day}",
    "the deadline “{found}” has passed on the day of the report, {day}",
)
ISSUED_AFTER_REPORT = ProblemKind(
    "DV404",
    _WARNING,
    "văn bản ghi ngày {found}, sau ngày báo cáo {day}",
    "the document is dated {found}, after the day of the report, {day}",
)
PERIOD_AFTER_REPORT = ProblemKind(
    "DV405",
    _WARNING,
    "kỳ “{found}” chưa bắt đầu vào ngày báo cáo {day}",
    "the period “{found}” has not begun on the day of the report, {day}",
)
NUMBER_WITHOUT_ZERO = ProblemKind(
    "DV406",
    _WARNING,
    "số văn bản “{found}” thiếu số 0 phía trước; sẽ in là {written}",
    "the number “{found}” lacks a leading zero; it will be printed as {written}",
    ('ghi so: "{written}"',),
    ('write so: "{written}"',),
)
SYMBOL_OF_OTHER_AGENCY = ProblemKind(
    "DV407",
    _WARNING,
    "ký hiệu “{found}” không kết thúc bằng “{symbol}” của {agency}",
    "the symbol “{found}” does not end with “{symbol}” of {agency}",
    ("bỏ mục `ky_hieu` để dùng {expected}",),
    ("leave `ky_hieu` out to use {expected}",),
)
PERCENT_OUT_OF_RANGE = ProblemKind(
    "DV408",
    _WARNING,
    "{found}% nằm ngoài khoảng từ 0 đến 100",
    "{found}% lies outside 0 to 100",
    ("kiểm tra lại số; đơn vị đang ghi là %",),
    ("check the figure; its unit is given as %",),
)
DUPLICATE_TARGET = ProblemKind(
    "DV409",
    _ERROR,
    "chỉ tiêu “{name}” ghi hai lần: dòng {first} và dòng {second}",
    "the target “{name}” is given twice: on line {first} and on line {second}",
)
ACADEMIC_TITLE = ProblemKind(
    "DV410",
    _WARNING,
    "trước họ tên người ký có ghi “{found}”; không ghi học hàm, học vị"
    " (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.c)",
    "the signer's name carries “{found}”; titles are left out (Decree 30/2020/ND-CP, Appendix I, II.7.c)",
    ("chỉ ghi họ và tên",),
    ("give the name alone",),
)
