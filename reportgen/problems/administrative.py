"""What can be wrong with the input of an administrative document (`DV5`), besides what any input can be wrong in.

`DV50.` kind, keys and symbol, `DV51.` the documents that it cites, `DV52.` tables, `DV53.` parts and points, `DV54.`
addressees, signer, contacts and particulars.
"""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

UNKNOWN_KIND = ProblemKind(
    "DV501",
    _ERROR,
    "không có loại văn bản “{found}”",
    "there is no kind of document “{found}”",
    ("có phải `{nearest}`?", "các loại: {allowed}"),
    ("did you mean `{nearest}`?", "the kinds are: {allowed}"),
)
KEY_NOT_USED = ProblemKind(
    "DV502",
    _WARNING,
    "loại văn bản {kind} không dùng mục `{name}`",
    "a document of the kind {kind} does not use `{name}`",
    ("bỏ mục này, hoặc xem lại mục `loai`",),
    ("leave the key out, or check `loai`",),
)
NUMBERING_NOT_ALLOWED = ProblemKind(
    "DV503",
    _ERROR,
    "loại văn bản {kind} không trình bày theo bố cục `{found}`; chỉ dùng: {allowed}",
    "a document of the kind {kind} is not set out as `{found}`; accepted: {allowed}",
    ("bỏ mục `bo_cuc` để dùng `{expected}`",),
    ("leave `bo_cuc` out to use `{expected}`",),
)
SYMBOL_OF_OTHER_KIND = ProblemKind(
    "DV504",
    _ERROR,
    "ký hiệu “{found}” không bắt đầu bằng “{abbreviation}-”, chữ viết tắt của {kind} (phân biệt chữ hoa, chữ thường)",
    "the symbol “{found}” does not begin with “{abbreviation}-”, the abbreviation of {kind} (case matters)",
    ("bỏ mục `ky_hieu` để dùng {expected}",),
    ("leave `ky_hieu` out to use {expected}",),
)
DISPATCH_SYMBOL = ProblemKind(
    "DV505",
    _ERROR,
    "ký hiệu “{found}” không đúng mẫu của công văn: chữ viết tắt của cơ quan, rồi của đơn vị soạn thảo",
    "the symbol “{found}” does not have the form for dispatches: the agency's letters, then the drafting unit's",
    ("công văn không ghi tên loại trong ký hiệu; viết như {example}",),
    ("the symbol of a dispatch does not name the kind; write it as {example}",),
)
SYMBOL_STARTS_WITH_OTHER_AGENCY = ProblemKind(
    "DV506",
    _WARNING,
    "ký hiệu “{found}” không bắt đầu bằng “{symbol}” của {agency}",
    "the symbol “{found}” does not begin with “{symbol}” of {agency}",
    ("viết như {example}",),
    ("write it as {example}",),
)
UNIT_DISAGREES = ProblemKind(
    "DV507",
    _WARNING,
    "ký hiệu “{found}” không kết thúc bằng “{unit}” ghi ở `don_vi_soan_thao`",
    "the symbol “{found}” does not end with “{unit}” given in `don_vi_soan_thao`",
    ("bỏ một trong hai mục, hoặc ghi cho giống nhau",),
    ("leave one of the two out, or make them agree",),
)
KIND_NOT_ISSUED = ProblemKind(
    "DV508",
    _ERROR,
    "{kind} không phải loại văn bản được ban hành kèm theo quyết định",
    "{kind} is no kind of text that a decision issues",
)

DUPLICATE_CITED = ProblemKind(
    "DV511",
    _ERROR,
    "khóa “{key}” của văn bản viện dẫn ghi hai lần: dòng {first} và dòng {second}",
    "the key “{key}” of a cited document is given twice: on line {first} and on line {second}",
    ("đổi một trong hai khóa",),
    ("change one of the two keys",),
)
UNKNOWN_CITED = ProblemKind(
    "DV512",
    _ERROR,
    "không có văn bản viện dẫn nào có khóa “{found}”",
    "no cited document has the key “{found}”",
    ("có phải “{nearest}”?", "thêm văn bản này vào `van_ban_dan`"),
    ("did you mean “{nearest}”?", "add the document to `van_ban_dan`"),
)
UNUSED_CITED = ProblemKind(
    "DV513",
    _WARNING,
    "văn bản viện dẫn “{key}” không được nhắc đến ở đâu, nên không được in",
    "the cited document “{key}” is mentioned nowhere, so it is not printed",
    ("ghi [[{key}]] ở chỗ cần viện dẫn, hoặc bỏ văn bản này",),
    ("write [[{key}]] where it is cited, or leave the document out",),
)
CITED_NOT_IN_FORCE = ProblemKind(
    "DV514",
    _WARNING,
    "văn bản viện dẫn “{key}” hết hiệu lực từ {found}, không còn hiệu lực vào ngày văn bản này {day}",
    "the cited document “{key}” ceased on {found} and is not in force on the day of this document, {day}",
    ("viện dẫn văn bản thay thế, hoặc kiểm tra lại `het_hieu_luc`",),
    ("cite the document that replaced it, or check `het_hieu_luc`",),
)
CITED_AFTER_DOCUMENT = ProblemKind(
    "DV515",
    _ERROR,
    "văn bản viện dẫn “{key}” ghi ngày {found}, sau ngày văn bản này {day}",
    "the cited document “{key}” is dated {found}, after the day of this document, {day}",
)
OPEN_MENTION = ProblemKind(
    "DV516",
    _WARNING,
    "dấu `[[` ở đây không mở đầu một [[khóa]], nên được in nguyên như đã gõ",
    "`[[` does not begin a [[key]] here, so it is printed as typed",
    ("viết [[khóa]] liền trên một dòng",),
    ("write [[khóa]] on one line",),
)
MENTION_NOT_HERE = ProblemKind(
    "DV517",
    _ERROR,
    "[[{found}]] không dùng được ở mục này; chỉ dùng trong căn cứ, nội dung, phụ lục và văn bản kèm theo",
    "[[{found}]] does not work in this key; it does in recitals, content, appendices and texts issued",
    ("ghi hẳn tên văn bản ra",),
    ("write the name of the document out",),
)

ROW_LENGTH = ProblemKind(
    "DV521",
    _ERROR,
    "dòng này có {found} ô, nhưng bảng có {expected} cột",
    "this row has {found} cells, but the table has {expected} columns",
    ('ô trống vẫn phải ghi, như ""',),
    ('an empty cell still has to be written, as ""',),
)
ROW_EMPTY = ProblemKind(
    "DV522",
    _ERROR,
    "dòng này của bảng không có ô nào",
    "this row of the table has no cells",
    ("ghi danh sách ô, hoặc {{nhom: tên nhóm}}, hoặc xóa dòng",),
    ("give a list of cells or {{nhom: title of the group}}, or delete the row",),
)
ROW_GROUP_AND_CELLS = ProblemKind(
    "DV523",
    _ERROR,
    "dòng này ghi cả tên nhóm lẫn các ô; dòng tên nhóm phủ mọi cột",
    "this row has both the title of a group and cells; such a title spans all columns",
    ("tách thành hai dòng",),
    ("make two rows of it",),
)
UNKNOWN_TARGETS = ProblemKind(
    "DV524",
    _ERROR,
    "không có bảng chỉ tiêu nào tên “{found}”",
    "there is no table of targets named “{found}”",
    ("có phải “{nearest}”?", "các bảng có sẵn: {allowed}"),
    ("did you mean “{nearest}”?", "the tables are: {allowed}"),
)
TARGETS_AND_ROWS = ProblemKind(
    "DV525",
    _ERROR,
    "bảng ghi cả `bang_chi_tieu` lẫn `cot`, `dong`; chỉ dùng một cách",
    "the table has both `bang_chi_tieu` and `cot`, `dong`; give one or the other",
)

TOO_MANY_POINTS = ProblemKind(
    "DV531",
    _ERROR,
    "có {found} điểm trong một danh sách, nhưng chữ cái đánh điểm chỉ đến y ({limit} điểm)",
    "a list holds {found} points, but the letters of points end with y ({limit} points)",
    ("chia thành nhiều khoản, hoặc dùng bố cục khác ở `bo_cuc`",),
    ("divide it into several clauses, or use another `bo_cuc`",),
)
EMPTY_SECTION = ProblemKind(
    "DV532",
    _ERROR,
    "phần này không có tiêu đề, nội dung, bảng hay phần nào bên dưới",
    "this part has no title, no content, no table and no parts below it",
    ("điền nội dung, hoặc xóa dòng này",),
    ("fill it in, or delete the line",),
)

DUPLICATE_ADDRESSEE = ProblemKind(
    "DV541",
    _ERROR,
    "nơi kính gửi “{name}” ghi hai lần: dòng {first} và dòng {second}",
    "the addressee “{name}” is given twice: on line {first} and on line {second}",
    ("xóa một chỗ",),
    ("delete one of them",),
)
SECRECY_STAMP = ProblemKind(
    "DV542",
    Severity.NOTE,
    "độ mật được xác định và đóng dấu theo pháp luật về bảo vệ bí mật nhà nước"
    " (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.2.a)",
    "the degree of secrecy is decided and stamped under the law on state secrets"
    " (Decree 30/2020/ND-CP, Appendix I, III.2.a)",
    ("chỉ soạn văn bản mật trên máy được phép",),
    ("prepare secret documents only on machines approved for them",),
)
NO_COLLECTIVE = ProblemKind(
    "DV543",
    _WARNING,
    "{agency} làm việc theo chế độ thủ trưởng; “TM.” chỉ ghi khi ký thay mặt tập thể"
    " (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.a)",
    "{agency} is led by one person; “TM.” is for signing on behalf of a collective"
    " (Decree 30/2020/ND-CP, Appendix I, II.7.a)",
    ("bỏ mục `quyen_han`, hoặc ghi KT., TL., TUQ., Q.",),
    ("leave `quyen_han` out, or use KT., TL., TUQ., Q.",),
)
DEPUTY_WITHOUT_AUTHORITY = ProblemKind(
    "DV544",
    _WARNING,
    "“{found}” là cấp phó nhưng không ghi quyền hạn ký",
    "“{found}” is a deputy, but no signing authority is given",
    ("cấp phó ký thay người đứng đầu thì ghi quyen_han: KT.",),
    ("a deputy who signs for the head has quyen_han: KT.",),
)
SIGNS_FOR_ONESELF = ProblemKind(
    "DV545",
    _WARNING,
    "“{authority} {head}” mà người ký cũng là “{found}”",
    "“{authority} {head}”, but the signer is “{found}” too",
    ("ghi chức vụ của người ký ở `chuc_vu`, hoặc bỏ mục `quyen_han`",),
    ("give the signer's own title in `chuc_vu`, or leave `quyen_han` out",),
)
BAD_EMAIL = ProblemKind(
    "DV546",
    _WARNING,
    "“{found}” có vẻ không phải địa chỉ thư điện tử",
    "“{found}” does not look like an e-mail address",
    ("viết như nguyenvana@example.vn",),
    ("write it as nguyenvana@example.vn",),
)
BAD_PHONE = ProblemKind(
    "DV547",
    _WARNING,
    "“{found}” có vẻ không phải số điện thoại",
    "“{found}” does not look like a telephone number",
    ("viết như 024.0000.0000 hoặc 0900000000",),
    ("write it as 024.0000.0000 or 0900000000",),
)
DATES_REVERSED = ProblemKind(
    "DV548",
    _ERROR,
    "ngày {found} trước {other_vi} {other}",
    "the date {found} is before {other_en}, {other}",
)
