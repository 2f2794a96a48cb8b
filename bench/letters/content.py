"""What every program of the benchmark writes: a letter of ten paragraphs with a dozen values, and tables.

The words, people and figures are invented. A name in `⟦…⟧` is a value that differs from letter to letter; values
hold `&` and `<`, so that escaping is part of what is measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COLUMNS = ("Stt", "Nhiệm vụ", "Đơn vị chủ trì", "Chỉ tiêu", "Kết quả", "Tỷ lệ", "Thời hạn", "Ghi chú")
FIELDS = tuple(f"c{number}" for number in range(1, len(COLUMNS) + 1))
"""The names of a row's values, from left to right."""

ROWS_OF_CASE: Mapping[str, int] = {"a": 0, "b": 60, "c": 4_000}

PARAGRAPHS = (
    "Thực hiện nhiệm vụ được giao tại Văn bản số ⟦van_ban⟧ về triển khai chương trình đổi mới sáng tạo, cơ quan chủ"
    " trì đề nghị ⟦don_vi⟧ rà soát kết quả thực hiện các chỉ tiêu của năm, báo cáo theo mẫu kèm theo văn bản này.",
    "Trong kỳ, đơn vị được giao ⟦so_nhiem_vu⟧ nhiệm vụ với kinh phí ⟦kinh_phi⟧ triệu đồng. Số liệu tổng hợp bước đầu"
    " cho thấy tỷ lệ hoàn thành đạt ⟦ty_le⟧; các nhiệm vụ còn lại cần được làm rõ nguyên nhân và lộ trình.",
    "Về chỉ tiêu thứ nhất, đề nghị nêu rõ phương pháp thu thập, thời điểm chốt số liệu và nguồn kiểm chứng. Những số"
    " liệu ước tính phải được ghi chú riêng, không cộng chung với số liệu chính thức của cơ quan thống kê.",
    "Về chỉ tiêu thứ hai, kết quả ghi nhận là ⟦ket_qua⟧. Đơn vị cần giải trình chênh lệch so với kỳ trước, đồng thời"
    " bổ sung tài liệu kiểm chứng đối với từng nội dung đã báo cáo hoàn thành.",
    "Về nguồn lực, đề nghị thống kê đầy đủ nhân lực, kinh phí đã bố trí và đã giải ngân, các nguồn huy động khác,"
    " trong đó tách riêng phần ngân sách trung ương, phần ngân sách địa phương và phần xã hội hóa.",
    "Về khó khăn, vướng mắc, đề nghị phân loại theo thể chế, nguồn lực, hạ tầng và tổ chức thực hiện; mỗi vướng mắc"
    " nêu rõ văn bản liên quan, điều khoản cụ thể và kiến nghị sửa đổi, bổ sung nếu có.",
    "Về phối hợp, đơn vị chủ trì có trách nhiệm lấy ý kiến các đơn vị phối hợp trước khi gửi báo cáo. Ý kiến khác"
    " nhau được ghi nguyên văn vào phụ lục để cơ quan chủ trì tổng hợp, báo cáo cấp có thẩm quyền.",
    "Báo cáo gửi trước ngày ⟦han_bao_cao⟧ bằng văn bản và tệp dữ liệu. Quá thời hạn nêu trên, cơ quan chủ trì sẽ tổng"
    " hợp theo số liệu hiện có và ghi rõ đơn vị chưa gửi báo cáo trong văn bản trình cấp có thẩm quyền.",
    "Mọi trao đổi về chuyên môn xin liên hệ ⟦nguoi_lien_he⟧, điện thoại ⟦dien_thoai⟧, thư điện tử ⟦thu_dien_tu⟧. Các"
    " câu hỏi thường gặp và hướng dẫn nhập liệu được đăng trên trang thông tin của chương trình.",
    "Cơ quan chủ trì trân trọng cảm ơn sự phối hợp của Quý cơ quan và mong nhận được báo cáo đúng thời hạn, đầy đủ"
    " nội dung để kịp thời tổng hợp, đánh giá chung toàn quốc./.",
)


@dataclass(frozen=True, slots=True)
class Content:
    """The values of one letter, and the rows of its table, if it has one."""

    values: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]

    def as_json(self) -> dict[str, object]:
        """The content as the peers take it: the values, and `rows` as a list of objects."""
        rows = [dict(zip(FIELDS, row, strict=True)) for row in self.rows]
        return {**self.values, "rows": rows}


def make_content(case: str, letter: int = 1) -> Content:
    """Return the content of case `case` for the recipient number `letter`."""
    return Content(_values(letter), tuple(_row(number) for number in range(1, ROWS_OF_CASE[case] + 1)))


def _values(letter: int) -> dict[str, str]:
    return {
        "so": f"{letter:02d}",
        "ngay_ban_hanh": "ngày 05 tháng 3 năm 2025",
        "don_vi": f"Sở Khoa học & Công nghệ tỉnh Mẫu {letter}",
        "van_ban": f"{100 + letter % 900}/BC-MAU",
        "so_nhiem_vu": str(10 + letter % 17),
        "kinh_phi": f"{1 + letter % 9}.{letter * 37 % 1000:03d}",
        "ty_le": f"{50 + letter % 50},5%",
        "ket_qua": f"<{letter % 90 + 10} & chưa đủ>",
        "han_bao_cao": "20 tháng 3 năm 2025",
        "nguoi_lien_he": f"ông Nguyễn Văn Mẫu {letter}",
        "dien_thoai": f"000.000.{letter % 10000:04d}",
        "thu_dien_tu": f"mau{letter}@vi-du.example",
    }


def _row(number: int) -> tuple[str, ...]:
    return (
        str(number),
        f"Triển khai nhiệm vụ số {number} của chương trình" + (" (R&D)" if number % 5 == 0 else ""),
        f"Đơn vị mẫu {number % 37 + 1}",
        f"≥ {number % 60 + 40}%",
        f"{number * 7 % 100},{number % 10}",
        f"{number * 13 % 1000 / 10:.1f}%".replace(".", ","),
        f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/2025",
        "<50% & chậm" if number % 7 == 0 else "Đúng hạn",
    )
