"""The tags that the templates of each kind of document may hold, with what they stand for."""

from __future__ import annotations

from reportgen.document import TemplateTag

LETTERHEAD_TAGS = (
    TemplateTag(
        "co_quan_chu_quan", "tên cơ quan chủ quản, nếu có", "name of the parent agency, if any", required=False
    ),
    TemplateTag("co_quan_ban_hanh", "tên cơ quan ban hành", "name of the issuing agency"),
    TemplateTag("ke_duoi_co_quan", "đường kẻ dưới tên cơ quan", "rule under the agency's name", block=True),
    TemplateTag("ke_duoi_tieu_ngu", "đường kẻ dưới Tiêu ngữ", "rule under the motto", block=True),
    TemplateTag("so", "số văn bản", "number"),
    TemplateTag("ky_hieu", "ký hiệu văn bản", "symbol"),
    TemplateTag("dia_danh", "địa danh", "place"),
    TemplateTag("ngay_ban_hanh", "ngày, tháng, năm ban hành", "date"),
)

ENDING_TAGS = (
    TemplateTag("quyen_han_chuc_vu", "quyền hạn, chức vụ của người ký", "signing authority and title", block=True),
    TemplateTag("ho_ten_nguoi_ky", "họ tên người ký", "name of the signer"),
    TemplateTag("noi_nhan", "danh sách nơi nhận và dòng lưu", "distribution list and filing line", block=True),
    TemplateTag("phu_luc", "các phụ lục", "appendices", block=True, required=False),
)

NAMED_KIND_TAGS = (
    *LETTERHEAD_TAGS,
    TemplateTag("ten_loai", "tên loại văn bản", "name of the kind of document"),
    TemplateTag("trich_yeu", "trích yếu nội dung", "abstract"),
    TemplateTag("ke_duoi_trich_yeu", "đường kẻ dưới trích yếu", "rule under the abstract", block=True),
    TemplateTag("kinh_gui", "nơi kính gửi, nếu có", "addressees, if any", block=True, required=False),
    TemplateTag("noi_dung", "nội dung văn bản", "content", block=True),
    *ENDING_TAGS,
)
"""Documents with a named kind: báo cáo, kế hoạch, … (Decree 30, Appendix III, Mẫu 1.4)."""

OUTLINE_TAGS = (
    TemplateTag("tieu_de", "tiêu đề đề cương", "title of the outline"),
    TemplateTag("co_quan_bao_cao", "cơ quan báo cáo", "reporting agency"),
    TemplateTag("ke_duoi_tieu_de", "đường kẻ dưới tiêu đề", "rule under the title", block=True),
    TemplateTag("noi_dung", "nội dung đề cương", "the outline itself", block=True),
)
"""A blank outline (đề cương) to fill in."""
