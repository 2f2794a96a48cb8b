"""What can be wrong with an edition of the annual publication (`AP`).

`AP1..` what its file names, `AP2..` what comes of the data, `AP3..` what is made of it.
"""

from reportgen.problems.problem import ProblemKind, Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

OUTSIDE_FOLDER = ProblemKind(
    "AP101",
    _ERROR,
    "tệp “{found}” phải nằm trong thư mục của tệp ấn phẩm",
    "the file “{found}” must lie in the folder of the edition's file",
    ("chép tệp vào cạnh tệp ấn phẩm và ghi đường dẫn tương đối, ví dụ so_lieu/dti_2022.csv",),
    ("copy the file beside the edition's file and write a relative path, such as so_lieu/dti_2022.csv",),
)
NO_SUCH_FILE = ProblemKind(
    "AP102",
    _ERROR,
    "không có tệp “{found}”",
    "there is no file “{found}”",
    ("có phải “{nearest}”?", "xem lại tên tệp và thư mục"),
    ("did you mean “{nearest}”?", "check the name of the file and its folder"),
)
UNKNOWN_INDEX_SET = ProblemKind(
    "AP103",
    _ERROR,
    "không có bộ chỉ số `{found}`; các bộ có sẵn: {allowed}",
    "there is no index set `{found}`; there are {allowed}",
    ("có phải `{nearest}`?", "chọn một trong các bộ có sẵn"),
    ("did you mean `{nearest}`?", "choose one of those"),
)
BAD_PART_KEY = ProblemKind(
    "AP104",
    _ERROR,
    "khóa của phần là “{found}”; cần chữ thường không dấu, chữ số và `_`, bắt đầu bằng chữ, tối đa 20 ký tự",
    "the key of the part is “{found}”; it needs plain small letters, digits and `_`, a letter first, at most 20",
    ("ghi như `cap_tinh`",),
    ("write it like `cap_tinh`",),
)
PART_TWICE = ProblemKind(
    "AP105",
    _ERROR,
    "hai phần cùng khóa `{found}`",
    "two parts have the key `{found}`",
    ("đặt cho mỗi phần một khóa",),
    ("give each part a key of its own",),
)
NOT_EARLIER = ProblemKind(
    "AP106",
    _ERROR,
    "năm {found} không trước năm {year} của phần này, hoặc đã có ở trên",
    "the year {found} is not before {year}, that of the part, or was given before",
    ("`cac_nam_truoc` chỉ gồm các năm trước, mỗi năm một lần",),
    ("`cac_nam_truoc` holds earlier years only, each once",),
)
NO_PARTS = ProblemKind(
    "AP107",
    _ERROR,
    "ấn phẩm chưa có phần nào",
    "the edition has no part",
    ("ghi ít nhất một phần ở `phan`, với `khoa`, `ten`, `nam`, `so_lieu` và `bo_chi_so`",),
    ("give at least one part under `phan`, with `khoa`, `ten`, `nam`, `so_lieu` and `bo_chi_so`",),
)
YEAR_DIFFERS = ProblemKind(
    "AP108",
    _WARNING,
    "phần này có số liệu năm {found}, ấn phẩm là của năm {year}",
    "the part has figures of {found}, the edition is that of {year}",
    ("xem lại `nam`; tiêu đề và bảng ghi năm của từng phần",),
    ("check `nam`; titles and tables give the year of each part",),
)
NOT_UTF8 = ProblemKind(
    "AP109",
    _ERROR,
    "tệp “{found}” không phải văn bản UTF-8",
    "the file “{found}” is not text in UTF-8",
    ("mở tệp trong trình soạn thảo rồi lưu lại với mã UTF-8",),
    ("open the file in an editor and save it as UTF-8",),
)
TEXT_TOO_LARGE = ProblemKind(
    "AP110",
    _ERROR,
    "tệp “{found}” dài quá {limit} ký tự",
    "the file “{found}” is longer than {limit} characters",
    ("chia bớt nội dung, hoặc chuyển phần chi tiết sang phụ lục",),
    ("shorten the text",),
)
OTHER_COMMAND = ProblemKind(
    "AP111",
    _ERROR,
    "tệp này mô tả một ấn phẩm, không phải một văn bản",
    "the file describes a publication, not a document",
    ("chạy: reportgen publish {file}",),
    ("run: reportgen publish {file}",),
)

NAME_OF_A_FILE = ProblemKind(
    "AP112",
    _ERROR,
    "“{found}” là tên tệp; ở đây cần bài viết, hoặc tên một tệp .md",
    "“{found}” is the name of a file; a text is needed here, or the name of a .md file",
    ("chép bài viết vào một tệp .md (Markdown) rồi ghi tên tệp đó, hoặc ghi bài viết ngay ở đây sau dấu |",),
    ("copy the text to a .md file (Markdown) and name that, or write the text here after a |",),
)
YEAR_TWICE = ProblemKind(
    "AP113",
    _ERROR,
    "chỉ tiêu “{target}” ghi năm {found} hai lần",
    "the target “{target}” has the year {found} twice",
    ("mỗi năm chỉ ghi một lần, cùng `thuc_hien` và `muc_tieu`",),
    ("give each year once, with its `thuc_hien` and `muc_tieu`",),
)
ABOVE_HUNDRED = ProblemKind(
    "AP114",
    _WARNING,
    "chỉ tiêu “{target}” tính bằng % nhưng ghi {found}",
    "the target “{target}” is in % but {found} is given",
    ("kiểm tra dấu thập phân: 86,97% ghi là 86,97",),
    ("check the decimal mark: 86.97% is written 86,97",),
)
NO_SOURCE = ProblemKind(
    "AP115",
    _WARNING,
    "phần này chưa ghi `nguon`, nên dưới bảng và biểu đồ không có dòng nguồn",
    "the part has no `nguon`, so that its tables and charts have no line with their source",
    ("ghi nguồn của số liệu, ví dụ `nguon: kết quả DTI 2022 đã công bố`",),
    ("give the source of the figures, such as `nguon: kết quả DTI 2022 đã công bố`",),
)
DAY_BEFORE_FIGURES = ProblemKind(
    "AP116",
    _ERROR,
    "ngày công bố {found} trước năm của số liệu ({year})",
    "the day of publication, {found}, is before the year of the figures ({year})",
    ("xem lại `ngay` và `nam`; bìa in ngày này",),
    ("check `ngay` and `nam`; the cover gives that day",),
)
YEAR_OUT_OF_RANGE = ProblemKind(
    "AP117",
    _ERROR,
    "năm {found} không thể là năm của số liệu; cần một năm từ {first} đến {last}",
    "{found} cannot be the year of figures; it has to be from {first} to {last}",
    ("ghi năm bằng bốn chữ số, ví dụ 2022",),
    ("write the year with four digits, such as 2022",),
)
NOT_A_PUBLICATION = ProblemKind(
    "AP118",
    _ERROR,
    "tệp này mô tả một văn bản (`loai: {found}`), không phải một ấn phẩm",
    "the file describes a document (`loai: {found}`), not a publication",
    ("chạy: reportgen build {file}",),
    ("run: reportgen build {file}",),
)

CANNOT_CARRY_OVER = ProblemKind(
    "AP201",
    _ERROR,
    "không chuyển được số liệu năm {year} sang đơn vị hiện nay: {reason}",
    "the figures of {year} cannot be carried over to the units of today: {reason}",
    ("xem lại tên đơn vị trong tệp, hoặc bỏ đơn vị đó khỏi số liệu năm trước",),
    ("check the name of the unit in the file, or leave it out of the earlier figures",),
)
NOTHING_RANKED = ProblemKind(
    "AP202",
    _ERROR,
    "không đơn vị nào có tổng, nên không xếp hạng được",
    "no unit has a total, so that nothing can be ranked",
    ("điền thêm số liệu, ghi `theo_cong_bo: true` nếu tệp có tổng đã công bố, hoặc chọn `so_chua_biet` khác",),
    ("give more figures, write `theo_cong_bo: true` where the file has published totals, or another `so_chua_biet`",),
)
NOT_DECLARED = ProblemKind(
    "AP203",
    _NOTE,
    "ấn phẩm có số liệu minh họa ({parts}); bìa và từng phần đó ghi rõ",
    "the edition holds illustrative figures ({parts}); the cover and each such part say so",
    ("ghi `minh_hoa: true` để xác nhận",),
    ("write `minh_hoa: true` to confirm it",),
)

NO_PAGE_NUMBERS = ProblemKind(
    "AP301",
    _WARNING,
    "không có LibreOffice nên mục lục chưa có số trang; Word sẽ hỏi cập nhật khi mở tệp",
    "without LibreOffice the contents have no page numbers yet; Word will ask to update them when it opens the file",
    ("mở tệp bằng Word, chọn Có để cập nhật, rồi lưu lại; hoặc cài LibreOffice và làm lại",),
    ("open the file in Word, choose Yes to update, and save it; or install LibreOffice and run this again",),
)
PAGES_NOT_SETTLED = ProblemKind(
    "AP302",
    _WARNING,
    "số trang của mục lục không ổn định sau nhiều lần dàn trang; Word sẽ hỏi cập nhật khi mở tệp",
    "the page numbers did not settle after several layouts; Word will ask to update them when it opens the file",
    ("mở tệp bằng Word, chọn Có để cập nhật, rồi lưu lại",),
    ("open the file in Word, choose Yes to update, and save it",),
)
