"""An edition of eight ministries in two groups and two years, its figures invented: small, and with every section."""

from __future__ import annotations

from pathlib import Path

from reportgen.read.data_files import data_folder

UNITS = (
    "Bộ Nội vụ",
    "Bộ Tư pháp",
    "Bộ Tài chính",
    "Thanh tra Chính phủ",
    "Văn phòng Chính phủ",
    "Đài Truyền hình Việt Nam",
    "Đài Tiếng nói Việt Nam",
    "Thông tấn xã Việt Nam",
)
TEXT = """
loai: an_pham_dti
minh_hoa: true
co_quan: BTTTT
ten: Ấn phẩm thử
nam: 2022
ngay: 12/7/2023
loi_noi_dau: Lời **nói** đầu.
so_lan_thu: 50
phan:
  - khoa: cap_bo
    ten: cấp bộ
    don_vi: bộ, cơ quan
    nam: 2022
    so_lieu: dti_2022_cap_bo.csv
    bo_chi_so: dti_cap_bo_922
    cac_nam_truoc:
      - {nam: 2021, so_lieu: dti_2021_cap_bo.csv, bo_chi_so: dti_cap_bo_922}
"""
HEAD_LINES = 3


def write_edition(folder: Path, text: str = TEXT) -> Path:
    """Write the edition and its tables to `folder`; return the path of the edition."""
    for file in (data_folder("samples") / "dti_minh_hoa").glob("*.csv"):
        lines = file.read_text("utf-8").splitlines()
        kept = [line for line in lines[HEAD_LINES:] if line.partition(";")[0] in UNITS]
        (folder / file.name).write_text("\n".join([*lines[:HEAD_LINES], *kept]) + "\n", "utf-8")
    path = folder / "an_pham.yaml"
    path.write_text(text, "utf-8")
    return path
