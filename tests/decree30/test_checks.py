"""Every rule that is not of looks alone: a document that breaks it, and clean documents that no rule complains of."""

import unicodedata
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from reportgen.decree30.check import CheckReport, check_seen
from reportgen.decree30.finding import Grade
from reportgen.decree30.rules import load_rules
from reportgen.decree30.seen import Align, SeenDocument
from tests.decree30.changed import (
    COPY,
    DECISION,
    LETTER,
    LETTER_TO_ONE,
    REPORT,
    RESOLUTION,
    Change,
    after,
    all_pages,
    blank,
    both,
    find,
    line_of,
    look,
    page,
    sample,
    say,
    set_out,
    unlined,
    without,
)

NAMES = {
    name.casefold(): name for name in ("Bộ Thông tin và Truyền thông", "Bộ Y tế", "Ủy ban nhân dân tỉnh Hà Giang")
}
OF_LOOKS = {"co_chu", "kieu_chu", "loai_chu", "canh_le"}
BODY = "Để kịp tổng hợp"
LONG = "Các cơ quan, đơn vị tiếp tục thực hiện nhiệm vụ được giao, bảo đảm tiến độ và chất lượng theo kế hoạch. "


def body(text: str) -> Change:
    """Put a paragraph of the body after the first one of the letter."""
    return after(BODY, text)


def footer_number(seen: SeenDocument) -> SeenDocument:
    section = seen.sections[0]
    return page(footer=section.header, footer_shows_page_number=True, header_shows_page_number=False)(seen)


def header(align: Align = "center", **changes: Any) -> Change:  # noqa: ANN401
    """Change the paragraphs of the header of every section."""

    def change(seen: SeenDocument) -> SeenDocument:
        altered = tuple(
            replace(one, align=align, runs=tuple(replace(run, **changes) for run in one.runs))
            for one in seen.sections[0].header
        )
        return all_pages(header=altered)(seen)

    return change


def total(value: str) -> Change:
    """Write another total into the table of the report's first appendix."""

    def change(seen: SeenDocument) -> SeenDocument:
        seen = say("90.000", value)(seen)
        tables = tuple(
            replace(one, rows=tuple(tuple(cell.replace("90.000", value) for cell in row) for row in one.rows))
            for one in seen.tables
        )
        return replace(seen, tables=tables)

    return change


def share(value: str) -> Change:
    """Put a table of counts and shares in place of the report's first one, with one share changed."""
    rows = [["STT", "Đơn vị", "Số", "Đạt", "Tỷ lệ"]]
    rows += [[str(one), "Sở", "40", str(10 * one), f"{25 * one}%"] for one in range(1, 5)]
    rows[2][4] = value

    def change(seen: SeenDocument) -> SeenDocument:
        table = next(one for one in seen.tables if one.head_rows)
        changed = replace(table, rows=tuple(tuple(row) for row in rows))
        return replace(seen, tables=tuple(changed if one is table else one for one in seen.tables))

    return change


CASES: list[tuple[str, str, Change]] = [
    ("TRANG-KHO", LETTER, page(page_width=215.9, page_height=279.4)),
    ("TRANG-CHIEU", DECISION, lambda seen: replace(
        page(page_width=297.0, page_height=210.0)(seen),
        paragraphs=tuple(replace(one, cell=None) for one in seen.paragraphs))),
    ("TRANG-LE-TREN", LETTER, page(top=10.0)),
    ("TRANG-LE-DUOI", LETTER, page(bottom=30.0)),
    ("TRANG-LE-TRAI", LETTER, page(left=25.0)),
    ("TRANG-LE-PHAI", LETTER, page(right=25.0)),
    ("SO-TRANG-CO", LETTER, all_pages(header_shows_page_number=False)),
    ("SO-TRANG-LE-TREN", LETTER, footer_number),
    ("SO-TRANG-TRANG-DAU", LETTER, page(first_page_differs=False)),
    ("SO-TRANG-TU-1", LETTER, page(number_start=3)),
    ("SO-TRANG-CANH", LETTER, header(align="right")),
    ("SO-TRANG-CHU", LETTER, header(size=10.0)),
    ("SO-TRANG-CHU", LETTER, header(italic=True)),
    ("SO-TRANG-PHU-LUC", LETTER_TO_ONE, page(1, number_start=None)),
    ("CHU-PHONG", LETTER, look(BODY, font="Arial")),
    ("CHU-PHONG-CU", LETTER, look(BODY, font=".VnTime")),
    ("CHU-MAU", LETTER, look(BODY, color="FF0000")),
    ("CHU-DUNG-SAN", LETTER, body(unicodedata.normalize("NFD", LONG))),
    ("CHU-MA-CU", LETTER, body("Céng hßa x· héi chñ nghÜa ViÖt Nam")),
    ("CHU-MA-CU", LETTER, body("Coäng hoøa xaõ hoäi chuû nghóa")),
    ("CHU-KY-TU-AN", LETTER, body("Số liệu \u202e2022.")),
    ("CHU-DAU-THANH", LETTER, body("Thực hiện hòa giải và hoà bình.")),
    ("CHU-HAI-CACH", LETTER, say("tổng hợp báo cáo", "tổng hợp  báo cáo")),
    ("CHU-CACH-TRUOC-DAU", LETTER, say("báo cáo, Bộ", "báo cáo , Bộ")),
    ("CHU-CACH-SAU-DAU", LETTER, say("báo cáo, Bộ", "báo cáo,Bộ")),
    ("CHU-TRONG-NGOAC", LETTER, body("Gửi về Bộ ( Cục Tin học hóa ).")),
    ("NOI-DUNG-KIEU", RESOLUTION, look("Đưa dữ liệu số", italic=True)),
    ("DO-KHAN-MAU", LETTER, look("KHẨN", color="000000")),
    ("NOI-DUNG-LUI-DONG", LETTER, set_out(BODY, first_line=0.0)),
    ("NOI-DUNG-CACH-DOAN", LETTER, set_out("Cách tính tỷ lệ", before=0.0)),
    ("NOI-DUNG-CACH-DONG", LETTER, set_out(BODY, line=2.0)),
    ("NOI-DUNG-CACH-DONG", LETTER, set_out(BODY, line=None, line_points=10.0)),
    ("TIEU-NGU-KE", LETTER, unlined("Độc lập")),
    ("TIEU-NGU-KE-DAI", LETTER, line_of("Độc lập", 100.0)),
    ("CO-QUAN-KE", LETTER, unlined("TRUYỀN THÔNG")),
    ("CO-QUAN-KE-DAI", LETTER, line_of("TRUYỀN THÔNG", 5.0)),
    ("TRICH-YEU-KE", DECISION, unlined("Về việc thành lập")),
    ("TRICH-YEU-KE-DAI", DECISION, line_of("Về việc thành lập", 20.0)),
    ("THIEU-QUOC-HIEU", DECISION, blank("CỘNG HÒA")),
    ("THIEU-SO-BAN-SAO", COPY, blank("Số:")),
    ("THIEU-TIEU-NGU", DECISION, blank("Độc lập")),
    ("THIEU-CO-QUAN", DECISION, blank("BỘ THÔNG TIN VÀ\nTRUYỀN")),
    ("THIEU-SO", DECISION, blank("Số: 145")),
    ("THIEU-DIA-DANH", DECISION, blank("Hà Nội, ngày")),
    ("THIEU-TRICH-YEU", DECISION, blank("Về việc thành lập")),
    ("THIEU-KINH-GUI", LETTER_TO_ONE, without("Kính gửi")),
    ("THIEU-CHUC-VU", DECISION, blank("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG")),
    ("THIEU-HO-TEN", DECISION, blank("Nguyễn Văn Mẫu")),
    ("THIEU-NOI-NHAN", DECISION, blank("Nơi nhận:", "- Như Điều 2", "- Bộ trưởng", "- Lưu")),
    ("KHONG-KINH-GUI", DECISION, after("BỘ TRƯỞNG BỘ THÔNG TIN VÀ", "Kính gửi: Bộ Tài chính")),
    ("QUOC-HIEU-LOI", LETTER, say("CHỦ NGHĨA", "CHỦ NGHIÃ")),
    ("TIEU-NGU-LOI", LETTER, say("Độc lập - Tự do - Hạnh phúc", "Độc Lập-Tự Do-Hạnh Phúc")),
    ("TRICH-YEU-CV-MO", LETTER, say("V/v", "v/v")),
    ("TRICH-YEU-CV-CHAM", LETTER, say("dịch vụ công trực tuyến", "dịch vụ công trực tuyến.")),
    ("TRICH-YEU-CHAM", DECISION, say("Tổ công tác chuyển đổi số", "Tổ công tác chuyển đổi số.")),
    ("TEN-LOAI-CHAM", RESOLUTION, say("NGHỊ QUYẾT", "NGHỊ QUYẾT.")),
    ("QUOC-HIEU-TREN", LETTER, both(
        say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "@"),
        say("Độc lập - Tự do - Hạnh phúc", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        say("@", "Độc lập - Tự do - Hạnh phúc"))),
    ("SO-CHU", LETTER, say("Số: 88", "SỐ: 88")),
    ("SO-HAI-CHAM", LETTER, say("Số: 88", "Số 88")),
    ("SO-KHONG", LETTER, say("Số: 88/", "Số: 8/")),
    ("SO-THUA-KHONG", LETTER, say("Số: 88/", "Số: 088/")),
    ("SO-A-RAP", LETTER, say("Số: 88/", "Số: XV/")),
    ("SO-GACH-CHEO", LETTER, say("Số: 88/BTTTT", "Số: 88-BTTTT")),
    ("KY-HIEU-GACH-NOI", LETTER, say("88/BTTTT-THH", "88/BTTTT - THH")),
    ("KY-HIEU-GACH-NOI", LETTER, say("88/BTTTT-THH", "88/BTTTT–THH")),
    ("KY-HIEU-HOA", LETTER, say("88/BTTTT-THH", "88/btttt-THH")),
    ("KY-HIEU-LOAI", DECISION, say("145/QĐ-", "145/TB-")),
    ("KY-HIEU-CONG-VAN", LETTER, say("88/BTTTT-THH", "88/CV-BTTTT")),
    ("KY-HIEU-DON-VI", LETTER, say("88/BTTTT-THH", "88/BTTTT")),
    ("DIA-DANH-CO", LETTER, say("Hà Nội, ngày", "ngày")),
    ("DIA-DANH-PHAY", LETTER, say("Hà Nội, ngày", "Hà Nội ngày")),
    ("DIA-DANH-VIET-HOA", LETTER, say("Hà Nội, ngày", "Hà nội, ngày")),
    ("DIA-DANH-VIET-TAT", LETTER, say("Hà Nội, ngày", "TP. HCM, ngày")),
    ("NGAY-DAY-DU", LETTER, say("ngày 09 tháng 02 năm 2022", "09/02/2022")),
    ("NGAY-SO-KHONG", LETTER, say("ngày 09 tháng", "ngày 9 tháng")),
    ("NGAY-SO-KHONG", LETTER, say("tháng 02 năm", "tháng 2 năm")),
    ("THANG-THUA-KHONG", DECISION, say("tháng 3 năm", "tháng 03 năm")),
    ("NGAY-CO-THAT", LETTER, say("ngày 09 tháng", "ngày 30 tháng")),
    ("NGAY-CO-THAT", LETTER, say("ngày 31/01/2022", "ngày 31/02/2022")),
    ("NGAY-SAU-VIEN-DAN", DECISION, say("ngày 17 tháng 02 năm 2017", "ngày 17 tháng 02 năm 2023")),
    ("CAN-CU-DAU-CUOI", RESOLUTION, say("năm 2015;", "năm 2015,")),
    ("CAN-CU-DAU-CUOI", RESOLUTION, say("Truyền thông.", "Truyền thông;")),
    ("CAN-CU-DAY-DU", DECISION, say(" ngày 17 tháng 02 năm 2017", "")),
    ("CAN-CU-LUAT", RESOLUTION, say("Tổ chức Chính phủ ngày", "Tổ chức Chính phủ số 76/2015/QH13 ngày")),
    ("CAN-CU-THU-TU", DECISION, after("Căn cứ Nghị định", "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;")),
    ("VIEN-DAN-LAN-DAU", LETTER, body("Thực hiện Quyết định số 942/QĐ-TTg về chính phủ số.")),
    ("VIEN-DAN-SAU", LETTER, after(
        BODY,
        "Thực hiện Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược.",
        "Tiếp tục Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ trong năm nay.")),
    ("VIEN-DAN-SO", LETTER, body("Theo Quyết định 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.")),
    ("PHAN-THU-TU", LETTER, after(BODY, "Phần I", LONG, "Phần III", LONG)),
    ("CHUONG-THU-TU", LETTER, after(BODY, "Chương I", LONG, "Chương III", LONG)),
    ("MUC-THU-TU", LETTER, after(BODY, "Mục 1", LONG, "Mục 3", LONG)),
    ("TIEU-MUC-THU-TU", LETTER, after(BODY, "Tiểu mục 1", LONG, "Tiểu mục 3", LONG)),
    ("MUC-LM-THU-TU", REPORT, say("III. KHÓ KHĂN", "IV. KHÓ KHĂN")),
    ("DIEU-THU-TU", DECISION, say("Điều 2. Tổ công tác", "Điều 4. Tổ công tác")),
    ("KHOAN-THU-TU", LETTER, say("2. Cách tính", "3. Cách tính")),
    ("DIEM-THU-TU", LETTER, say("đ) Hồ sơ", "e) Hồ sơ")),
    ("DIEM-CHU-CAI", LETTER, say("đ) Hồ sơ", "f) Hồ sơ")),
    ("CHUONG-LA-MA", LETTER, after(BODY, "Chương 1", LONG)),
    ("MUC-A-RAP", DECISION, say("Điều 2. Tổ công tác", "Điều II. Tổ công tác")),
    ("DIEU-DAU-CHAM", DECISION, say("Điều 2. Tổ công tác", "Điều 2: Tổ công tác")),
    ("KHOAN-DAU-CHAM", LETTER, say("2. Cách tính", "2) Cách tính")),
    ("DIEM-NGOAC", LETTER, say("b) Dịch vụ", "b. Dịch vụ")),
    ("MUC-LM-DAU-CHAM", REPORT, say("II. NHIỆM VỤ", "II/ NHIỆM VỤ")),
    ("DIEU-CHU", DECISION, say("Điều 2. Tổ công tác", "ĐIỀU 2. Tổ công tác")),
    ("CHUONG-TIEU-DE", LETTER, after(BODY, "Chương I. QUY ĐỊNH CHUNG", LONG)),
    ("KET-THUC", LETTER, say("cảm ơn./.", "cảm ơn.")),
    ("KET-THUC-LAP", LETTER, say("cảm ơn./.", "cảm ơn././.")),
    ("KET-THUC-GIUA", LETTER, body("Đề nghị gửi trước ngày 10/3/2022./. Các đơn vị thực hiện.")),
    ("KET-THUC-GIUA", LETTER, body("Đề nghị gửi trước ngày 10/3/2022./.")),
    ("CHUONG-TU", LETTER, after(BODY, "CHƯƠNG I", "QUY ĐỊNH CHUNG")),
    ("CHUONG-TEN-HOA", LETTER, both(
        after(BODY, "Chương I", "Quy định chung"), set_out("Quy định chung", align="center"),
        look("Quy định chung", bold=True))),
    ("CHUONG-CO-TEN", LETTER, after(BODY, "Chương I", "Điều 1. Phạm vi điều chỉnh")),
    ("MUC-CANH", LETTER, after(BODY, "Mục 1", "QUY ĐỊNH CHUNG")),
    ("MUC-LM-HOA", REPORT, say("KHÓ KHĂN, VƯỚNG MẮC", "Khó khăn, vướng mắc")),
    ("DIEU-CO-TEN", LETTER, after(BODY, "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Quy chế này quy định việc quản lý.")),
    ("KINH-GUI-CHU", LETTER_TO_ONE, say("Kính gửi", "Kính Gửi")),
    ("KINH-GUI-HAI-CHAM", LETTER_TO_ONE, say("Kính gửi:", "Kính gửi")),
    ("KINH-GUI-MOT-DONG", LETTER, without("- Bộ Tài chính", "- Bộ Nội vụ")),
    ("KINH-GUI-XUONG-DONG", LETTER, say("Kính gửi:", "Kính gửi: - Bộ Y tế;")),
    ("KINH-GUI-GACH", LETTER, say("- Bộ Nội vụ", "Bộ Nội vụ")),
    ("KINH-GUI-DAU-CUOI", LETTER, say("- Bộ Nội vụ;", "- Bộ Nội vụ,")),
    ("KINH-GUI-DAU-CUOI", LETTER, say("trực thuộc trung ương.", "trực thuộc trung ương;")),
    ("KINH-GUI-MOT-NOI-DAU", LETTER_TO_ONE, say("cơ quan thuộc Chính phủ", "cơ quan thuộc Chính phủ.")),
    ("NOI-NHAN-HAI-CHAM", LETTER, say("Nơi nhận:", "Nơi nhận")),
    ("NOI-NHAN-GACH", LETTER, say("- Bộ trưởng (để", "Bộ trưởng (để")),
    ("NOI-NHAN-DAU-CUOI", LETTER, say("- Như trên;", "- Như trên,")),
    ("NOI-NHAN-LUU", DECISION, without("- Lưu")),
    ("LUU-HAI-CHAM", LETTER, say("Lưu: VT", "Lưu VT")),
    ("LUU-VT", LETTER, say("Lưu: VT, THH", "Lưu: THH")),
    ("LUU-DON-VI", DECISION, say("Lưu: VT, TCCB", "Lưu: VT")),
    ("LUU-DAU-CHAM", LETTER, say("VT, THH.", "VT, THH;")),
    ("LUU-CUOI-CUNG", DECISION, after("- Lưu", "- Bộ Tài chính;")),
    ("NHU-TREN", LETTER, without("- Như trên;")),
    ("NHU-TREN-KHONG-CO", DECISION, say("- Như Điều 2;", "- Như trên;")),
    ("NHU-DIEU", DECISION, say("- Như Điều 2;", "- Như Điều 9;")),
    ("NOI-NHAN-LAP", DECISION, after("- Bộ trưởng", "- Bộ trưởng;")),
    ("KY-VIET-TAT", LETTER, say("KT. BỘ", "KT BỘ")),
    ("KY-VIET-TAT", LETTER, say("KT. BỘ", "K.T. BỘ")),
    ("KY-CACH", LETTER, say("KT. BỘ", "KT.BỘ")),
    ("KY-CHUC-VU", DECISION, blank("THỨ TRƯỞNG")),
    ("HO-TEN-HOC-VI", LETTER, say("Nguyễn Văn Mẫu", "TS. Nguyễn Văn Mẫu")),
    ("HO-TEN-VIET-HOA", LETTER, say("Nguyễn Văn Mẫu", "Nguyễn văn Mẫu")),
    ("PL-LA-MA", LETTER_TO_ONE, lambda seen: _label(seen, "Phụ lục I", "Phụ lục 1")),
    ("PL-THU-TU", LETTER_TO_ONE, lambda seen: _label(seen, "Phụ lục II", "Phụ lục III")),
    ("PL-MOT", LETTER, lambda seen: _label(seen, "Phụ lục", "Phụ lục I")),
    ("PL-CO-KEM-THEO", LETTER, blank("(Kèm theo")),
    ("PL-CO-TEN", LETTER, blank("MẪU SỐ LIỆU")),
    ("KEM-THEO-SO", LETTER, say("Công văn số 88/", "Công văn số 89/")),
    ("KEM-THEO-KY-HIEU", LETTER, say("(Kèm theo Công văn số 88/BTTTT-THH", "(Kèm theo Công văn số 88/BTTTT-VP")),
    ("KEM-THEO-NGAY", LETTER, say("THH ngày 09", "THH ngày 10")),
    ("KEM-THEO-LOAI", LETTER, say("(Kèm theo Công văn", "(Kèm theo Quyết định")),
    ("KEM-THEO-CO-QUAN", LETTER, say("2022 của Bộ Thông tin và Truyền thông)", "2022 của Bộ Tài chính)")),
    ("KEM-THEO-NGOAC", LETTER, lambda seen: say("Truyền thông)", "Truyền thông")(say("(Kèm", "Kèm")(seen))),
    ("PL-NHAC-DEN", LETTER, say("theo mẫu tại Phụ lục", "theo mẫu đã gửi")),
    ("PL-CO-MAT", LETTER_TO_ONE, say("tại Phụ lục II", "tại Phụ lục II, Phụ lục V")),
    ("HOA-DAU-CAU", LETTER, body("Nhiệm vụ đã hoàn thành. các đơn vị tiếp tục thực hiện.")),
    ("HOA-NHA-NUOC", LETTER, body("Chủ trương của Đảng và nhà nước ta.")),
    ("HOA-THU-DO", LETTER, body("Sở Y tế thành phố Hồ Chí Minh đã báo cáo.")),
    ("HOA-DON-VI-SO", LETTER, body("Trụ sở (quận 1) đã hoạt động.")),
    ("HOA-TINH", LETTER, body("Hội nghị tổ chức tại Tỉnh Nam Định.")),
    ("HOA-VUNG", LETTER, body("Các tỉnh vùng Tây bắc đã triển khai.")),
    ("HOA-CO-QUAN", LETTER, body("Báo cáo về Bộ thông tin và truyền thông.")),
    ("HOA-CO-QUAN", LETTER, body("Báo cáo về bộ Y tế.")),
    ("HOA-CO-QUAN", LETTER, body("Báo cáo về Sở y tế.")),
    ("HOA-DIA-DANH", LETTER, body("Báo cáo của tỉnh hà giang.")),
    ("HOA-DIA-HINH", LETTER, body("Hội nghị tổ chức tại Vịnh Hạ Long.")),
    ("HOA-TEN-NGUOI", LETTER, body("Giao ông Nguyễn văn Mẫu thực hiện.")),
    ("HOA-CHUC-VU-TEN", LETTER, body("Ý kiến của thứ trưởng Nguyễn Văn Mẫu.")),
    ("HOA-AM-TIET-SAU", LETTER, body("Theo Chính Phủ và Quốc Hội.")),
    ("HOA-CO-QUAN-CHUNG", LETTER, body("Báo cáo của ủy ban nhân dân tỉnh.")),
    ("HOA-CHUC-VU", LETTER, body("Ý kiến của thủ tướng chính phủ.")),
    ("HOA-HUAN-CHUONG", LETTER, body("Được tặng huân chương Lao động hạng Nhất.")),
    ("HOA-DANH-HIEU", LETTER, body("Danh hiệu Nghệ sĩ nhân dân.")),
    ("HOA-NGAY-LE", LETTER, body("Nghỉ vào ngày quốc khánh 2-9.")),
    ("HOA-TET", LETTER, body("Trước dịp tết nguyên đán.")),
    ("HOA-LUAT", LETTER, body("Thực hiện theo luật Giao dịch điện tử.")),
    ("HOA-TEN-VAN-BAN", LETTER, body("Theo quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.")),
    ("HOA-DIEU-KHOAN", LETTER, body("Quy định tại khoản 2 điều 5 Luật Giao dịch điện tử.")),
    ("HOA-CHUONG-MUC", LETTER, body("Quy định tại Điều 5 chương II Luật Giao dịch điện tử.")),
    ("HOA-KHOAN-DIEM", LETTER, body("Quy định tại Khoản 2 Điều 5 Luật Giao dịch điện tử.")),
    ("HOA-THU", LETTER, body("Họp vào sáng thứ hai, ngày 14/02/2022.")),
    ("HOA-SU-KIEN", LETTER, body("Kỷ niệm cách mạng tháng tám.")),
    ("HOA-TO-CHUC-QT", LETTER, body("Đại diện Liên Hợp Quốc tham dự.")),
    ("NQ-MOT-NGAY", LETTER, after(
        BODY,
        "Theo Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ.",
        "Theo Quyết định số 942/QĐ-TTg ngày 16/5/2021 của Thủ tướng Chính phủ.")),
    ("NQ-MOT-SO", LETTER, after(
        BODY,
        "Theo Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển.",
        "Theo Quyết định số 924/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ phê duyệt Chiến lược phát triển.")),
    ("NQ-MOT-TEN", LETTER, body("Báo cáo về Bộ Thông tin, Truyền thông.")),
    ("NQ-TY-LE-BANG", REPORT, share("55%")),
    ("NQ-TONG", REPORT, total("95.000")),
    ("NQ-TY-LE", LETTER, body("Đã có 45/60 đơn vị (đạt 80%) gửi báo cáo.")),
    ("NQ-HAN", LETTER, body("Đề nghị gửi báo cáo trước ngày 01/12/2021.")),
    ("NQ-TANG-GIAM", LETTER, body("Đưa tỷ lệ từ 80% lên 75%.")),
    ("NQ-TANG-GIAM", LETTER, body("Tỷ lệ giảm 5% (từ 75% xuống 80%).")),
    ("NQ-TANG-GIAM", LETTER, body("Tỷ lệ tăng từ 80% lên 75%, tức là giảm.")),
]  # fmt: skip


def _label(seen: SeenDocument, old: str, new: str) -> SeenDocument:
    paragraph = next(one for one in seen.paragraphs if one.text == old)
    changed = replace(paragraph, runs=(replace(paragraph.runs[0], text=new),))
    return replace(seen, paragraphs=tuple(changed if one is paragraph else one for one in seen.paragraphs))


def check(seen: SeenDocument) -> CheckReport:
    return check_seen(seen, names=NAMES)


@cache
def rules_told_of(name: str) -> frozenset[str]:
    return frozenset(finding.rule.id for finding in check(sample(name)).findings)


@pytest.mark.parametrize(("identity", "name", "change"), CASES, ids=[f"{one[0]}-{n}" for n, one in enumerate(CASES)])
def test_a_document_that_breaks_a_rule_is_found_at_its_place(identity: str, name: str, change: Change) -> None:
    clean = sample(name)
    report = check(change(clean))
    assert identity not in rules_told_of(name)
    found = [finding for finding in report.findings if finding.rule.id == identity]
    assert found, [(one.rule.id, one.message()) for one in report.findings]
    before = {one.text for one in clean.paragraphs}
    for finding in found:
        assert "{" not in finding.message("vi") + finding.message("en") + str(finding.hint("vi"))
        if finding.span is not None and finding.paragraph is not None and finding.paragraph.text not in before:
            assert finding.text in finding.paragraph.text


def test_every_rule_that_is_not_of_looks_has_a_document_that_breaks_it() -> None:
    ids = {rule.id for rule in load_rules() if rule.check not in OF_LOOKS}
    assert ids - {identity for identity, _name, _change in CASES} == set()


@pytest.mark.parametrize("name", [LETTER, LETTER_TO_ONE, DECISION, RESOLUTION, REPORT])
def test_nothing_at_all_is_found_in_a_clean_document(name: str) -> None:
    assert [(one.rule.id, one.number, one.message()) for one in check(sample(name)).findings] == []


def test_a_departure_of_a_paragraph_shared_by_elements_spans_its_own_words() -> None:
    seen = say("Số: 88/", "Số: 8/")(sample(LETTER))
    finding = next(one for one in check(seen).findings if one.rule.id == "SO-KHONG")
    assert finding.text == "8"
    assert find(seen, "Số: 8/").text[finding.span.start : finding.span.end] == "8" if finding.span else False


def test_the_other_place_of_the_tone_in_the_national_name_is_a_note() -> None:
    report = check_seen(say("CỘNG HÒA", "CỘNG HOÀ")(sample(LETTER)), names=NAMES)
    assert [(one.rule.id, one.grade) for one in report.findings] == [("QUOC-HIEU-LOI", Grade.NOTE)]
