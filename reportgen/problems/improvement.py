"""Problems of the improvement letters made from a table of indicators (`DL7`)."""

from reportgen.problems.problem import ProblemKind, Severity

NO_FOCUS = ProblemKind(
    "DL701",
    Severity.ERROR,
    "thư có bảng `dong_theo: {rows}`, nhưng {index_set} không kèm danh mục chỉ số thành phần cần thúc đẩy",
    "the letter has a table `dong_theo: {rows}`, but {index_set} names no components to push",
    ("bỏ bảng này khỏi thư, hoặc khai báo `cong_van_luu_y` và `so_trong_cong_van` trong bộ chỉ số",),
    ("leave the table out, or declare `cong_van_luu_y` and `so_trong_cong_van` in the index set",),
)
LETTER_NOT_ILLUSTRATIVE = ProblemKind(
    "DL702",
    Severity.ERROR,
    "bảng số liệu ghi là số liệu minh họa, nhưng thư không ghi như vậy",
    "the table says that its figures are illustrative, but the letter does not",
    ("thêm `minh_hoa: có` vào thư, hoặc dùng bảng số liệu thật",),
    ("add `minh_hoa: có` to the letter, or use a table of real figures",),
)
NO_OWN_ROWS = ProblemKind(
    "DL703",
    Severity.WARNING,
    "thư không có bảng nào lấy các chỉ số riêng của từng đơn vị (`dong_theo: {rows}`)",
    "no table of the letter takes each unit's own indices (`dong_theo: {rows}`)",
    ("thêm một bảng `dong_theo: {rows}` vào phụ lục; xem `samples/cong_van_cai_thien_dti`",),
    ("add a table with `dong_theo: {rows}` to the appendix; see `samples/cong_van_cai_thien_dti`",),
)
PUBLISHED_NOT_USED = ProblemKind(
    "DL704",
    Severity.WARNING,
    "{count} đơn vị chưa xếp hạng vì thiếu chỉ số, dù bảng có tổng đã công bố của chúng",
    "{count} units are not ranked for want of indices, though the table has their published totals",
    ("thêm `--published` để xếp theo tổng đã công bố",),
    ("add `--published` to rank by the published totals",),
)
