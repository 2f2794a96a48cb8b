"""A short letter for runs, invented, and the lists that go with it."""

from __future__ import annotations

from pathlib import Path

from reportgen.production.batch_plan import BatchPlan, plan_batch
from reportgen.read.recipients import RecipientList, read_recipients

LETTER = """\
loai: cong_van
minh_hoa: có
co_quan: BTTTT
so: 123
don_vi_soan_thao: CĐSQG
ngay: 15/3/2023
trich_yeu: thử gửi hàng loạt
kinh_gui: "{{ten}}"
mo_dau: |
  Kính gửi {{Tên}}, mã **{{ma}}**.
noi_nhan: [Như trên]
luu: {don_vi: CĐSQG}
nguoi_ky: {quyen_han: KT., chuc_vu: Thứ trưởng, ho_ten: Trần Văn Ví Dụ}
"""
TABLE = """\
phu_luc:
  - tieu_de: Số liệu của {{ten}}
    con:
      - tieu_de: Bảng
        bang: {cot: [{ten: Chỉ số}, {ten: Điểm}], dong_theo: so_lieu}
"""


def write_letter(folder: Path, text: str = LETTER) -> Path:
    """Write the letter into `folder`."""
    path = folder / "thu.yaml"
    path.write_text(text, "utf-8")
    return path


def rows(*lines: str, head: str = "Tên;Mã") -> RecipientList:
    """The recipients of a CSV list with the columns `head`."""
    listed, problems = read_recipients("\n".join([head, *lines]).encode(), "ds.csv")
    assert listed is not None
    assert problems == []
    return listed


def many(count: int) -> RecipientList:
    """So many recipients."""
    return rows(*(f"Trường số {number};T{number}" for number in range(count)))


def plan(folder: Path, listed: RecipientList, pattern: str = "{stt}_{ma}", text: str = LETTER) -> BatchPlan:
    """The plan of the letter for `listed`."""
    return plan_batch(write_letter(folder, text), listed, pattern=pattern)


def said(batch: BatchPlan) -> list[str]:
    """Code, place and message of each problem of a row."""
    return [
        f"{problem.code} {problem.place.describe('vi')}: {problem.message()}"
        for letter in batch.letters
        for problem in letter.problems
    ]


def files_of(folder: Path) -> dict[str, bytes]:
    """The content of every file in `folder`."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
