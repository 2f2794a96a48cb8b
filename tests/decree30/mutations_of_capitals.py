"""Faults of capitals (Appendix II): names of places, people and bodies, offices, cited documents and provisions."""

# ruff: noqa: E501, N817  (a table: one kind of fault to a line, and short names in it)

from __future__ import annotations

from reportgen.decree30.checks.base import CAPITAL_LETTERS, SMALL_LETTERS
from tests.decree30.seeders import Mutation as M
from tests.decree30.seeders import added, in_small_letters, inserted, running, words

CAPITALS: tuple[M, ...] = (
    M("hoa_co_quan", "tên cơ quan viết thường", ("HOA-CO-QUAN",), words(running(r"Bộ Thông tin và Truyền thông"), "Bộ Thông tin và Truyền thông", "Bộ thông tin và truyền thông")),
    M("hoa_bo", "bộ Y tế viết thường chữ đầu", ("HOA-CO-QUAN",), inserted("cùng bộ Y tế")),
    M("hoa_bo_te", "Bộ Y Tế viết hoa mọi âm tiết", ("HOA-CO-QUAN",), inserted("cùng Bộ Y Tế")),
    M("hoa_so", "Sở thông tin và truyền thông", ("HOA-CO-QUAN",), inserted("tại Sở thông tin và truyền thông")),
    M("hoa_ubnd", "ủy ban nhân dân viết thường", ("HOA-CO-QUAN-CHUNG",), inserted("ủy ban nhân dân")),
    M("hoa_ubnd_tinh", "Ủy ban nhân dân tỉnh hà giang", ("HOA-CO-QUAN",), inserted("cùng Ủy ban nhân dân tỉnh hà giang")),
    M("hoa_chinh_phu", "Chính Phủ viết hoa âm tiết sau", ("HOA-AM-TIET-SAU",), inserted("theo Chính Phủ")),
    M("hoa_thu_tuong", "thủ tướng chính phủ viết thường", ("HOA-CHUC-VU",), words(running("Thủ tướng Chính phủ"), "Thủ tướng Chính phủ", "thủ tướng chính phủ")),
    M("hoa_tinh_ten", "tỉnh hà giang", ("HOA-DIA-DANH",), inserted("tại tỉnh hà giang")),
    M("hoa_thanh_pho_ten", "thành phố Đà nẵng", ("HOA-DIA-DANH",), inserted("tại thành phố Đà nẵng")),
    M("hoa_tinh_thu_hai", "tỉnh thứ hai của một danh sách viết thường", ("HOA-DIA-DANH",), inserted("tại các tỉnh Hà Giang, lạng sơn và Lào Cai")),
    M("hoa_dia_danh_rieng", "Hà nội, không có danh từ chung", ("HOA-DIA-DANH",), inserted("tại Hà nội")),
    M("hoa_tphcm", "thành phố Hồ Chí Minh viết thường", ("HOA-THU-DO",), inserted("tại thành phố Hồ Chí Minh")),
    M("hoa_tphcm_ten", "Thành phố Hồ chí Minh", ("HOA-THU-DO",), inserted("tại Thành phố Hồ chí Minh")),
    M("hoa_thu_do", "thủ đô Hà Nội viết thường", ("HOA-THU-DO",), inserted("tại thủ đô Hà Nội")),
    M("hoa_tinh_chung", "Tỉnh Nam Định viết hoa danh từ chung", ("HOA-TINH",), inserted("tại Tỉnh Nam Định")),
    M("hoa_quan_so", "quận 1 viết thường", ("HOA-DON-VI-SO",), inserted("tại (quận 1)")),
    M("hoa_vung", "Tây bắc", ("HOA-VUNG",), inserted("tại vùng Tây bắc")),
    M("hoa_dia_hinh", "Vịnh Hạ Long viết hoa danh từ chung", ("HOA-DIA-HINH",), inserted("tại Vịnh Hạ Long")),
    M("hoa_ten_nguoi", "chữ đệm của tên người viết thường", ("HOA-TEN-NGUOI",), inserted("do ông Nguyễn văn Mẫu phụ trách")),
    M("hoa_chuc_vu_ten", "bộ trưởng Nguyễn Văn Mẫu", ("HOA-CHUC-VU-TEN",), inserted("do thứ trưởng Nguyễn Văn Mẫu chỉ đạo")),
    M("hoa_nha_nuoc", "Đảng và nhà nước ta", ("HOA-NHA-NUOC",), inserted("của Đảng và nhà nước ta")),
    M("hoa_huan_chuong", "huân chương Lao động", ("HOA-HUAN-CHUONG",), inserted("được tặng huân chương Lao động")),
    M("hoa_danh_hieu", "Nghệ sĩ nhân dân", ("HOA-DANH-HIEU",), inserted("cùng các Nghệ sĩ nhân dân")),
    M("hoa_ngay_le", "ngày quốc khánh", ("HOA-NGAY-LE",), inserted("vào ngày quốc khánh")),
    M("hoa_tet", "tết nguyên đán", ("HOA-TET",), inserted("trước tết nguyên đán")),
    M("hoa_su_kien", "cách mạng tháng tám", ("HOA-SU-KIEN",), inserted("từ sau cách mạng tháng tám")),
    M("hoa_lhq", "Liên Hợp Quốc", ("HOA-TO-CHUC-QT",), words(running(r"^(?!.*(?:Báo cáo|Đề án|Dự án|Chương trình|Kế hoạch|Nghị quyết)).{150}"), rf"(?<=[{SMALL_LETTERS}]) (?=[{SMALL_LETTERS}])", " cùng Liên Hợp Quốc ")),
    M("hoa_luat", "luật Giao dịch điện tử viết thường", ("HOA-LUAT",), inserted("theo luật Giao dịch điện tử")),
    M("hoa_van_ban", "quyết định số … viết thường", ("HOA-TEN-VAN-BAN",), words(running(r" Quyết định số \d"), r"(?<= )Quyết định số (?=\d)", "quyết định số ")),
    M("hoa_dieu", "khoản 2 điều 5", ("HOA-DIEU-KHOAN",), inserted("theo khoản 2 điều 5")),
    M("hoa_chuong", "Điều 5 chương II", ("HOA-CHUONG-MUC",), inserted("theo Điều 5 chương II")),
    M("hoa_khoan", "Khoản 2 Điều 5", ("HOA-KHOAN-DIEM",), inserted("theo Khoản 2 Điều 5")),
    M("hoa_thu", "thứ hai viết thường", ("HOA-THU",), inserted("sáng thứ hai,")),
    M("hoa_cau", "đầu câu viết thường", ("HOA-DAU-CAU",), words(running(rf"[{SMALL_LETTERS}]\. [{CAPITAL_LETTERS}][{SMALL_LETTERS}]+ "), rf"(?<=[{SMALL_LETTERS}]\. )[{CAPITAL_LETTERS}]", in_small_letters)),
    M("hoa_cau_them", "câu thêm vào không viết hoa chữ đầu", ("HOA-DAU-CAU",), added(". các đơn vị tiếp tục thực hiện")),
)  # fmt: skip
