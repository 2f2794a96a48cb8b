"""Inputs for clean documents of the kinds and with the parts that the samples do not have, all of it invented."""

# ruff: noqa: E501  (lines of YAML)

from __future__ import annotations

import yaml

from reportgen.model.document_kinds import DocumentKind
from reportgen.read.data_files import load_document_kinds
from tests.read import administrative_sample as inputs

_FILING = "luu: {don_vi: VP}\n"
_LAST_SECTION = "- Gửi báo cáo trước ngày 31/12/2020."

REGULATION = """\
loai: quyet_dinh
co_quan: BTTTT
so: 125
ngay: 15/3/2022
trich_yeu: Ban hành Quy chế quản lý nền tảng số
van_ban_dan:
  - {khoa: luat, loai: Luật, ngay: 19/6/2015, trich_yeu: Tổ chức Chính phủ}
  - {khoa: nd17, loai: Nghị định, so: 17, ky_hieu: 2017/NĐ-CP, ngay: 17/02/2017, co_quan: CP, trich_yeu: 'quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Thông tin và Truyền thông'}
  - {khoa: qd749, loai: Quyết định, so: 749, ky_hieu: QĐ-TTg, ngay: 03/6/2020, co_quan: TTG, trich_yeu: 'phê duyệt Chương trình Chuyển đổi số quốc gia đến năm 2025, định hướng đến năm 2030'}
can_cu: [luat, nd17]
de_nghi: Cục trưởng Cục Tin học hóa
noi_dung:
  - Ban hành kèm theo Quyết định này Quy chế quản lý nền tảng số.
  - Quyết định này có hiệu lực kể từ ngày ký.
  - Chánh Văn phòng Bộ, Cục trưởng Cục Tin học hóa và các đơn vị liên quan chịu trách nhiệm thi hành Quyết định này.
noi_nhan: [Như Điều 3, Bộ trưởng (để b/c)]
luu: {don_vi: THH}
nguoi_ky: {quyen_han: KT., chuc_vu: Thứ trưởng, ho_ten: Nguyễn Văn Mẫu}
kem_theo:
  - loai: quy_che
    trich_yeu: Quản lý nền tảng số
    bo_cuc: chuong
    noi_dung:
      - tieu_de: Quy định chung
        con:
          - tieu_de: Phạm vi điều chỉnh
            noi_dung: Quy chế này quy định việc xây dựng, vận hành và sử dụng nền tảng số theo [[qd749]] tại các cơ quan, đơn vị thuộc Bộ, bảo đảm dùng chung, kết nối và an toàn thông tin mạng trong quá trình hoạt động.
          - tieu_de: Nguyên tắc
            con:
              - Dùng chung dữ liệu đã có.
              - noi_dung: Bảo đảm an toàn thông tin, gồm
                con: [Phân quyền theo nhiệm vụ, Sao lưu định kỳ, Kiểm tra hằng quý]
      - tieu_de: Trách nhiệm của các đơn vị
        con:
          - tieu_de: Cục Tin học hóa
            noi_dung: Hướng dẫn, kiểm tra các đơn vị thực hiện Quy chế; tổng hợp, báo cáo Bộ trưởng kết quả hằng quý, hằng năm và đề xuất sửa đổi, bổ sung khi có vướng mắc phát sinh.
          - tieu_de: Hiệu lực thi hành
            noi_dung: Các đơn vị phản ánh vướng mắc về Cục Tin học hóa để được hướng dẫn.
"""

PLAN_WITH_FIGURES = """\
loai: ke_hoach
co_quan: BTTTT
so: 45
ngay: 10/02/2022
trich_yeu: Tập huấn kỹ năng số năm 2022
bo_cuc: muc
noi_dung:
  - tieu_de: Mục tiêu
    noi_dung: Tập huấn kỹ năng số cho cán bộ, công chức, viên chức của các đơn vị thuộc Bộ; nâng tỷ lệ người được tập huấn từ 75% lên 80% so với năm 2021 và mở rộng cho cán bộ y tế, giáo dục tại các cơ sở y tế, trường học ở vùng khó khăn.
  - tieu_de: Chỉ tiêu
    noi_dung: Chỉ tiêu giao cho từng đơn vị.
    bang:
      cot: [{ten: STT}, {ten: Đơn vị, rong: 4}, {ten: Số người, canh: phai}, {ten: Đã tập huấn, canh: phai}, {ten: Tỷ lệ (%), canh: phai}]
      dong:
        - ['1', Văn phòng Bộ, '50', '40', '80,0']
        - ['2', Cục Tin học hóa, '80', '60', '75,0']
        - ['3', Vụ Pháp chế, '20', '18', '90,0']
        - ['4', Vụ Kế hoạch - Tài chính, '24', '18', '75,0']
        - ['', Cộng, '174', '136', '78,2']
  - tieu_de: Tổ chức thực hiện
    con:
      - Các đơn vị gửi danh sách về Văn phòng Bộ trước ngày 28/02/2022 để tổng hợp, bố trí lớp học theo tiến độ đã được lãnh đạo Bộ phê duyệt trong kế hoạch công tác năm.
      - Văn phòng Bộ báo cáo kết quả.
noi_nhan: [Các đơn vị thuộc Bộ, Bộ trưởng (để b/c)]
luu: {don_vi: VP}
nguoi_ky: {quyen_han: TL., chuc_vu: Chánh Văn phòng, ho_ten: Nguyễn Văn Mẫu}
"""

_TEXT = (
    "Các cơ quan, đơn vị thuộc Bộ (sau đây gọi là đơn vị) tổ chức thực hiện nhiệm vụ được giao, bảo đảm tiến độ và chất lượng theo kế hoạch công tác năm 2021. Kết quả được tổng hợp hằng quý.",
    "Văn phòng Bộ theo dõi, đôn đốc, tổng hợp kết quả của các đơn vị, báo cáo lãnh đạo Bộ xem xét, quyết định và đề xuất khen thưởng tập thể, cá nhân có thành tích xuất sắc.",
)


def _of_kind(kind: DocumentKind) -> str:
    """Return a plain input of a kind."""
    data: dict[str, object] = {
        "loai": kind.key,
        "co_quan": "BTTTT",
        "so": "35",
        "ngay": "12/3/2021",
        "trich_yeu": "Về việc tổ chức thực hiện nhiệm vụ",
        "noi_dung": list(_TEXT),
        "noi_nhan": ["Các đơn vị thuộc Bộ", "Bộ trưởng (để b/c)"],
        "luu": {"don_vi": "VP"},
        "nguoi_ky": {"quyen_han": "KT.", "chuc_vu": "Thứ trưởng", "ho_ten": "Nguyễn Văn Mẫu"},
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


_KINDS_WITHOUT_A_SAMPLE = (
    "quy_che", "quy_dinh", "thong_cao", "thong_bao", "huong_dan", "chuong_trinh", "phuong_an", "de_an", "du_an",
    "hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "giay_uy_quyen", "phieu_gui", "phieu_chuyen", "phieu_bao", "thu_cong",
    "trich_sao", "sao_luc",
)  # fmt: skip

CLEAN_INPUTS = {
    **{key: _of_kind(load_document_kinds().get(key)) for key in _KINDS_WITHOUT_A_SAMPLE},
    # The last part of the outline, which has a title: the decree wants one of every part.
    "cong_van": inputs.DISPATCH.replace(_LAST_SECTION, f"- tieu_de: Thời hạn\n    con: [{_LAST_SECTION[2:]}]"),
    "quyet_dinh": inputs.DECISION,
    "quyet_dinh_quy_che": REGULATION,
    "ke_hoach_bang": PLAN_WITH_FIGURES,
    "giay_moi": inputs.INVITATION,
    "giay_gioi_thieu": inputs.INTRODUCTION + _FILING,
    "giay_nghi_phep": inputs.LEAVE,
    "bien_ban": inputs.MINUTES + _FILING,
    "sao_y": inputs.COPY + _FILING,
}
