"""The invented complete inputs that the tests of administrative documents start from, and reading them changed."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import Problem
from reportgen.read.administrative import ReadDocument, read_administrative_document
from reportgen.read.data_files import load_document_kinds, load_register

FILE = "van_ban.yaml"
_DATA = Path(__file__).parent / "data"
DISPATCH = (_DATA / "cong_van_du.yaml").read_text(encoding="utf-8")
DECISION = (_DATA / "quyet_dinh_du.yaml").read_text(encoding="utf-8")
INVITATION = """\
loai: Giấy mời
co_quan: BTTTT
so: 12
ngay: 05/3/2021
trich_yeu: Dự Hội nghị tổng kết
chi_tiet:
  kinh_moi: Bộ Giáo dục và Đào tạo
  toi_du: Hội nghị tổng kết năm 2020
  chu_tri: Thứ trưởng
  thoi_gian: 8 giờ 00, ngày 10 tháng 3 năm 2021
  dia_diem: Phòng họp 101
luu: {don_vi: VP}
nguoi_ky: {quyen_han: TL., chuc_vu: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn Mẫu}
"""
INTRODUCTION = """\
loai: giay_gioi_thieu
co_quan: BTTTT
so: 12
ngay: 05/3/2021
chi_tiet:
  ong_ba: Nguyễn Văn Mẫu
  chuc_vu: Chuyên viên
  den: Sở Tài chính
  ve_viec: khảo sát
  gia_tri_den: 31/3/2021
nguoi_ky: {chuc_vu: BỘ TRƯỞNG, ho_ten: Trần Văn Mẫu}
"""
LEAVE = """\
loai: giay_nghi_phep
co_quan: BTTTT
so: 12
ngay: 05/3/2021
chi_tiet:
  ong_ba: Nguyễn Văn Mẫu
  chuc_vu: Chuyên viên
  thoi_gian: 05 ngày
  ngay_don: 01/3/2021
  nghi_tu: 08/3/2021
  nghi_den: 12/3/2021
  dia_diem: thành phố Huế
  tinh_vao: nghỉ hằng năm
luu: {don_vi: TCCB}
nguoi_ky: {chuc_vu: BỘ TRƯỞNG, ho_ten: Trần Văn Mẫu}
"""
MINUTES = """\
loai: bien_ban
co_quan: BTTTT
so: 12
trich_yeu: Họp giao ban
chi_tiet:
  chu_tri: Nguyễn Văn Mẫu
  thu_ky: Trần Thị Mẫu
  thoi_gian: 8 giờ 00, ngày 05 tháng 3 năm 2021
  thoi_gian_ket_thuc: 9 giờ 00, ngày 05 tháng 3 năm 2021
  dia_diem: Phòng họp 101
  thanh_phan: [Ông Nguyễn Văn Mẫu]
noi_dung: [Thống nhất kế hoạch.]
"""
COPY = """\
loai: SY
co_quan: BTTTT
so: 12
ngay: 05/3/2021
nguoi_ky: {quyen_han: TL., chuc_vu: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn Mẫu}
"""


def read(data: bytes | str, *, draft: bool = False, file: str = FILE) -> tuple[ReadDocument | None, list[Problem]]:
    content = data.encode() if isinstance(data, str) else data
    return read_administrative_document(
        content, file, register=load_register(), kinds=load_document_kinds(), draft=draft
    )


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text
