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

MARK_TAGS = (
    TemplateTag(
        "pham_vi_luu_hanh",
        "chỉ dẫn phạm vi lưu hành, nếu có",
        "mark of circulation, if any",
        block=True,
        required=False,
    ),
    TemplateTag("do_mat", "dấu độ mật, nếu có", "mark of secrecy, if any", block=True, required=False),
    TemplateTag("do_khan", "dấu độ khẩn, nếu có", "mark of urgency, if any", block=True, required=False),
)

ENDING_TAGS = (
    TemplateTag("quyen_han_chuc_vu", "quyền hạn, chức vụ của người ký", "signing authority and title", block=True),
    TemplateTag("ho_ten_nguoi_ky", "họ tên người ký", "name of the signer"),
    TemplateTag("noi_nhan", "danh sách nơi nhận và dòng lưu", "distribution list and filing line", block=True),
    TemplateTag("phu_luc", "các phụ lục", "appendices", block=True, required=False),
)

NAMED_KIND_TAGS = (
    *LETTERHEAD_TAGS,
    *MARK_TAGS,
    TemplateTag("ten_loai", "tên loại văn bản", "name of the kind of document"),
    TemplateTag("trich_yeu", "trích yếu nội dung", "abstract"),
    TemplateTag("ke_duoi_trich_yeu", "đường kẻ dưới trích yếu", "rule under the abstract", block=True),
    TemplateTag("kinh_gui", "nơi kính gửi, nếu có", "addressees, if any", block=True, required=False),
    TemplateTag("noi_dung", "nội dung văn bản", "content", block=True),
    *ENDING_TAGS,
    TemplateTag(
        "xac_nhan", "phần xác nhận dưới chữ ký, nếu có", "confirmation below, if any", block=True, required=False
    ),
)
"""Documents with a named kind: báo cáo, kế hoạch, … (Decree 30, Appendix III, Mẫu 1.4)."""

DISPATCH_TAGS = (
    *LETTERHEAD_TAGS,
    *MARK_TAGS,
    TemplateTag("trich_yeu", "trích yếu nội dung, sau chữ V/v", "abstract, after V/v"),
    TemplateTag("kinh_gui", "nơi kính gửi", "addressees", block=True),
    TemplateTag("noi_dung", "nội dung văn bản", "content", block=True),
    *ENDING_TAGS,
    TemplateTag("dia_chi", "địa chỉ cơ quan ở chân trang thứ nhất", "address, page one", block=True, required=False),
)
"""Dispatches: công văn (Mẫu 1.5)."""

MINUTES_TAGS = (
    *(tag for tag in LETTERHEAD_TAGS if tag.name not in {"dia_danh", "ngay_ban_hanh"}),
    *MARK_TAGS,
    TemplateTag("ten_loai", "tên loại văn bản", "name of the kind of document"),
    TemplateTag("trich_yeu", "tên cuộc họp", "name of the meeting"),
    TemplateTag("noi_dung", "nội dung biên bản", "content", block=True),
    TemplateTag("ho_ten_thu_ky", "họ tên thư ký", "name of the secretary"),
    TemplateTag("ho_ten_chu_toa", "họ tên chủ tọa", "name of the chair"),
    TemplateTag("noi_nhan", "danh sách nơi nhận và dòng lưu", "distribution list and filing line", block=True),
    TemplateTag("phu_luc", "các phụ lục", "appendices", block=True, required=False),
)
"""Minutes: biên bản (Mẫu 1.9): no place and date, two who sign."""

COPY_TAGS = (
    TemplateTag("co_quan_ban_hanh", "tên cơ quan sao văn bản", "name of the copying agency"),
    TemplateTag("ke_duoi_co_quan", "đường kẻ dưới tên cơ quan", "rule under the agency's name", block=True),
    TemplateTag("ke_ngang", "đường kẻ hết chiều ngang", "rule over the whole width", block=True),
    TemplateTag("so", "số bản sao", "number of the copy"),
    TemplateTag("ky_hieu", "ký hiệu bản sao", "symbol of the copy"),
    TemplateTag("hinh_thuc_sao", "hình thức sao", "form of the copy"),
    TemplateTag("dia_danh", "địa danh", "place"),
    TemplateTag("ngay_ban_hanh", "ngày, tháng, năm sao", "date of the copy"),
    TemplateTag("quyen_han_chuc_vu", "quyền hạn, chức vụ của người ký", "signing authority and title", block=True),
    TemplateTag("ho_ten_nguoi_ky", "họ tên người ký", "name of the signer"),
    TemplateTag("noi_nhan", "danh sách nơi nhận và dòng lưu", "distribution list and filing line", block=True),
)
"""The part of a paper copy below the copied text: sao y, trích sao, sao lục (Mẫu 3.1)."""

OUTLINE_TAGS = (
    TemplateTag("tieu_de", "tiêu đề đề cương", "title of the outline"),
    TemplateTag("co_quan_bao_cao", "cơ quan báo cáo", "reporting agency"),
    TemplateTag("ke_duoi_tieu_de", "đường kẻ dưới tiêu đề", "rule under the title", block=True),
    TemplateTag("noi_dung", "nội dung đề cương", "the outline itself", block=True),
)
"""A blank outline (đề cương) to fill in."""

PUBLICATION_TAGS = (
    TemplateTag("co_quan", "cơ quan phát hành, trên bìa", "publishing agency, on the cover"),
    TemplateTag("ten_an_pham", "tên ấn phẩm, trên bìa và ở đầu trang", "title, on the cover and atop the pages"),
    TemplateTag("phu_de", "phụ đề trên bìa, nếu có", "subtitle on the cover, if any", required=False),
    TemplateTag(
        "minh_hoa", "dòng báo số liệu minh họa trên bìa", "mark of invented figures, on the cover", required=False
    ),
    TemplateTag("noi_nam", "nơi và năm phát hành, trên bìa", "place and year, on the cover"),
    TemplateTag("noi_dung", "mục lục và nội dung ấn phẩm", "contents and content of the publication", block=True),
)
"""A publication: a cover, then everything else."""
