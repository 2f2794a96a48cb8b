"""Documents as clerks make them: letterheads in tables, by tabs, by spaces, in text boxes; lists typed or automatic.

Every builder returns the bytes of a Word file. People and numbers in them are invented. The pieces of which they are
made are to be had here too.
"""

from __future__ import annotations

from tests.decree30.document_pieces import (
    BODY,
    MOTTO,
    NATIONAL_NAME,
    add,
    add_body,
    add_rule_below,
    break_page,
    closing_table,
    letterhead_table,
    new_document,
    number_automatically,
    saved,
    text_box,
)

__all__ = [
    "BODY",
    "MOTTO",
    "NATIONAL_NAME",
    "add",
    "add_body",
    "add_rule_below",
    "an_essay",
    "break_page",
    "by_spaces",
    "by_tabs",
    "closing_table",
    "decision_with_regulation",
    "dispatch_with_parent",
    "in_another_language",
    "in_text_boxes",
    "issued_plan_with_letterhead",
    "letterhead_table",
    "line_below_line",
    "minutes_of_two_signers",
    "new_document",
    "number_automatically",
    "open_number_and_date",
    "plan_with_appendices",
    "report_with_lettered_parts",
    "saved",
    "scanned_table",
    "text_box",
    "two_documents",
    "with_faults",
    "with_stamps_and_address",
    "without_text",
]


def dispatch_with_parent() -> bytes:
    """A dispatch: a parent agency, a list of addressees, automatic numbers and bullets."""
    document = new_document()
    letterhead_table(
        document, ("BỘ NỘI VỤ", "CỤC VĂN THƯ VÀ", "LƯU TRỮ NHÀ NƯỚC"), "Số: 05/VTLTNN-NVĐP", parents=1, rule="____"
    )
    add(document, "Kính gửi:")
    add(document, "- Các bộ, cơ quan ngang bộ;")
    add(document, "- Ủy ban nhân dân các tỉnh.")
    add_body(document, BODY)
    clauses = [add(document, text, "justify") for text in ("Báo cáo kết quả.", "Cung cấp số liệu.")]
    number_automatically(document, clauses, "decimal", "%1.")
    points = [add(document, text, "justify") for text in ("Số liệu cấp bộ;", "Số liệu cấp tỉnh.")]
    number_automatically(document, points, "lowerLetter", "%1)")
    add_body(document, "Trân trọng./.")
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    add(left, "Nơi nhận:", bold=True, italic=True)
    number_automatically(document, [add(left, "Như trên;"), add(left, "Cục trưởng;")], "bullet", "-")
    add(left, "- Lưu: VT, NVĐP.")
    add(left, "PL.(300)")
    for line in ("TL. BỘ TRƯỞNG", "CỤC TRƯỞNG", "", "", "Vũ Trường Mẫu"):
        add(right, line, "center", bold=True)
    return saved(document)


def scanned_table() -> bytes:
    """A dispatch whose letterhead is one row of one paragraph a cell, all broken by hand; old tone placement."""
    document = new_document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    add(
        left,
        "BỘ\nTHÔNG TIN VÀ\nTRUYỀN THÔNG\n-------\nSố: 797/BTTTT-THH\nV/v hướng dẫn một số nhiệm vụ\nnăm 2022",
        "center",
    )
    add(
        right,
        "CỘNG HOÀ XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\nHà Nội,\n"
        "ngày 06 tháng 3 năm 2022",
        "center",
    )
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    add(left, "Kính\ngửi:", "right")
    add(right, "- Các bộ, cơ quan ngang bộ, cơ quan\nthuộc Chính phủ;\n- Ủy ban nhân dân các tỉnh.")
    add_body(
        document,
        "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ;",
        "Thực hiện Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ;",
        BODY,
    )
    closing_table(document)
    return saved(document)


def by_tabs() -> bytes:
    """A dispatch whose letterhead and closing block stand in plain paragraphs with tabs."""
    document = new_document()
    add(document, f"UBND TỈNH LÀO CAI\t{NATIONAL_NAME}", bold=True)
    add(document, f"SỞ THÔNG TIN VÀ TRUYỀN THÔNG\t\t{MOTTO}", bold=True)
    add(document, "__________\t____________________")
    add(document, "Số: 12/STTTT-CNTT\tLào Cai, ngày 05 tháng 01 năm 2021")
    add(document, "V/v cung cấp số liệu")
    add(document, "")
    add(document, "Kính gửi: Ủy ban nhân dân tỉnh Lào Cai", "center")
    add_body(document, BODY)
    add(document, "Nơi nhận:\tKT. GIÁM ĐỐC", bold=True)
    add(document, "- Như trên;\tPHÓ GIÁM ĐỐC")
    add(document, "- Lưu: VT.")
    add(document, "")
    add(document, "\tĐoàn Thị Mẫu", bold=True)
    return saved(document)


def by_spaces() -> bytes:
    """A notice whose letterhead is laid out with spaces, and whose lists are typed."""
    document = new_document()
    add(document, f"BỘ NỘI VỤ          {NATIONAL_NAME}", bold=True)
    add(document, f"                        {MOTTO}", bold=True)
    add(document, "Số: 15/TB-BNV            Hà Nội, ngày 12 tháng 5 năm 2021")
    add(document, "THÔNG BÁO", "center", bold=True)
    add(document, "Về lịch nghỉ lễ", "center", bold=True)
    add(document, "--------", "center")
    add_body(document, BODY, "1. Thời gian nghỉ.", "a) Khối cơ quan;", "đ) Khối trường học.")
    closing_table(document, titles=("TUQ. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"), name="Trương Văn Mẫu")
    return saved(document)


def in_text_boxes() -> bytes:
    """A dispatch whose letterhead stands in text boxes, with a stamp in a third."""
    document = new_document()
    text_box(document, ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "Số: 77/BTTTT-THH", "V/v báo cáo"))
    text_box(document, (NATIONAL_NAME, MOTTO, "Hà Nội, ngày 09 tháng 02 năm 2021"))
    text_box(document, ("HỎA TỐC",))
    add(document, "Kính gửi: Bộ Nội vụ", "center")
    add_body(document, BODY)
    closing_table(document)
    return saved(document)


def line_below_line() -> bytes:
    """A dispatch as copied from a web page: every line a paragraph, list and signer in one column."""
    document = new_document()
    for line in (
        "Mở menu",
        "BỘ THÔNG TIN VÀ",
        "TRUYỀN THÔNG",
        "-------",
        "CỘNG HÒA XÃ HỘI",
        "CHỦ NGHĨA VIỆT NAM",
        MOTTO,
        "---------------",
        "Số: 5065/BTTTT-THH",
        "V/v báo cáo tình hình triển khai",
        "Hà Nội, ngày 28 tháng 12 năm 2020",
        "Kính gửi: Các bộ, cơ quan ngang bộ",
    ):
        add(document, line)
    add_body(document, BODY)
    for line in ("Nơi nhận:", "- Như trên;", "- Trung tâm thông tin, Bộ TTTT (để t/h);", "- Lưu: VT, THH (70b)."):
        add(document, line)
    add(document, "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG", bold=True)
    add(document, "(Đã ký)")
    add(document, "Nguyễn Văn Mẫu")
    return saved(document)


def open_number_and_date() -> bytes:
    """A draft dispatch, number and date left open with dots and spaces, the name in small letters not yet known."""
    document = new_document()
    letterhead_table(
        document, number="Số:      /BTTTT-THH", date="Hà Nội, ngày …… tháng ….. năm 2023", abstract=("V/v báo cáo",)
    )
    add(document, "Kính gửi: Bộ Nội vụ", "center")
    add_body(document, BODY)
    closing_table(document, name="")
    return saved(document)


def decision_with_regulation() -> bytes:
    """A provincial decision with recitals and articles, and the regulation that it issues, without a letterhead."""
    document = new_document()
    letterhead_table(
        document,
        ("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI"),
        "Số: 08/QĐ-UBND",
        (),
        "Lào Cai, ngày 04 tháng 02 năm 2021",
    )
    add(document, "QUYẾT ĐỊNH", "center", bold=True)
    add(document, "Ban hành Quy chế quản lý văn bản", "center", bold=True)
    add(document, "_______", "center")
    add(document, "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "center", bold=True)
    for text in (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Theo đề nghị của Giám đốc Sở Nội vụ.",
    ):
        add(document, text, "justify", italic=True)
    add(document, "QUYẾT ĐỊNH:", "center", bold=True)
    add_body(
        document, "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý văn bản.", "Điều 2. Tổ chức thực hiện./."
    )
    closing_table(
        document,
        ("- Như Điều 2;",),
        ("- Lưu: VT, NC.",),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "Lê Thị Mẫu",
    )
    break_page(document)
    add(document, "QUY CHẾ", "center", bold=True)
    add(document, "Quản lý văn bản", "center", bold=True)
    add(document, "(Kèm theo Quyết định số 08/QĐ-UBND ngày 04 tháng 02 năm 2021", "center", italic=True)
    add(document, "của Ủy ban nhân dân tỉnh Lào Cai)", "center", italic=True)
    add(document, "Chương I", "center", bold=True)
    add(document, "QUY ĐỊNH CHUNG", "center", bold=True)
    add_body(
        document, "Điều 1. Phạm vi điều chỉnh", "1. Quy chế này quy định việc quản lý văn bản.", "a) Văn bản đi;"
    )
    add(document, "Mục 1", "center", bold=True)
    add(document, "QUẢN LÝ VĂN BẢN ĐI", "center", bold=True)
    add_body(document, "Điều 2. Trình tự", "Điều 3 của Luật Lưu trữ được áp dụng cho việc lưu.")
    return saved(document)


def plan_with_appendices() -> bytes:
    """A plan with two appendices, label and title in one paragraph, each in a way of its own."""
    document = new_document()
    letterhead_table(document, number="Số: 31/KH-BTTTT", abstract=())
    add(document, "KẾ HOẠCH\nTriển khai chuyển đổi số năm 2021", "center", bold=True)
    add_body(document, BODY)
    add(document, "I. MỤC ĐÍCH", bold=True)
    add_body(document, "1. Mục đích chung (chi tiết tại Phụ lục I).", "Phụ lục II nêu danh mục nhiệm vụ.")
    closing_table(document, ("- Các đơn vị thuộc Bộ;",))
    break_page(document)
    add(document, "PHỤ LỤC 01: DANH MỤC CHỈ TIÊU", "center", bold=True)
    add(document, "(Kèm theo Kế hoạch số 31/KH-BTTTT ngày 28 tháng 12 năm 2020)", "center", italic=True)
    table = document.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    for at, text in enumerate(("STT", "Chỉ tiêu", "1", "Tỷ lệ")):
        add(table.cell(at // 2, at % 2), text)
    paragraph = add(document, "Phụ lục II\nDANH MỤC NHIỆM VỤ", "center", bold=True)
    paragraph.paragraph_format.page_break_before = True
    add_body(document, "1. Nhiệm vụ chung.")
    return saved(document)


def minutes_of_two_signers() -> bytes:
    """Minutes: secretary and chairman sign side by side, and there is no place and date."""
    document = new_document()
    letterhead_table(document, number="Số: 03/BB-BTTTT", abstract=(), date="")
    add(document, "BIÊN BẢN", "center", bold=True)
    add(document, "Họp giao ban tháng 01 năm 2021", "center", bold=True)
    add_body(
        document, "Thời gian bắt đầu: 8 giờ 00.", "Địa điểm: Phòng họp 101.", "Cuộc họp kết thúc vào 9 giờ 00./."
    )
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for line in ("THƯ KÝ", "", "Trần Thị Mẫu", "Nơi nhận:", "- Các đơn vị;", "- Lưu: VT, Hồ sơ."):
        add(left, line, "center")
    for line in ("CHỦ TỌA", "", "Nguyễn Văn Mẫu"):
        add(right, line, "center")
    return saved(document)


def with_stamps_and_address() -> bytes:
    """A secret and urgent dispatch that is not to be passed on, with the agency's address at the foot."""
    document = new_document()
    add(document, "MẬT", bold=True)
    letterhead_table(document)
    add(document, "KHẨN", bold=True)
    add(document, "LƯU HÀNH NỘI BỘ", "right", bold=True)
    add(document, "Kính gửi: Bộ Nội vụ", "center")
    add_body(document, BODY)
    closing_table(document)
    foot = document.sections[0].footer.paragraphs[0]
    foot.add_run("Địa chỉ: 18 Nguyễn Du, Hà Nội. ĐT: 024.0000.0000; Email: mau@example.vn")
    return saved(document)


def two_documents() -> bytes:
    """Two dispatches in one file."""
    document = new_document()
    for number in ("Số: 11/BTTTT-THH", "Số: 12/BTTTT-THH"):
        letterhead_table(document, number=number)
        add(document, "Kính gửi: Bộ Nội vụ", "center")
        add_body(document, BODY)
        closing_table(document)
        add(document, "")
    return saved(document)


def with_faults() -> bytes:
    """A decision with slips of many kinds for the rules to find: its elements have to be known all the same."""
    document = new_document()
    letterhead_table(
        document,
        ("Bộ Thông tin và Truyền thông",),
        "Số 5 QĐ-BTTTT",
        (),
        "Hà nội, 5/1/2020",
        national=("CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAMM",),
        motto="Độc lập – Tự do – Hạnh phúc.",
    )
    add(document, "Quyết định", "center", bold=True)
    add(document, "về việc bổ nhiệm", "center")
    add(document, "BỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "center", bold=True)
    add(document, "Căn cứ Nghị định số 48/2022/NĐ-CP ngày 26 tháng 7 năm 2022 của Chính phủ,", "justify")
    add(document, "Xét đề nghị của Vụ trưởng Vụ Tổ chức cán bộ", "justify")
    add(document, "Quyết định", "center", bold=True)
    add_body(document, "Điều 1: Bổ nhiệm ông Nguyễn Văn Mẫu.", "Điều 2 Quyết định này có hiệu lực từ ngày ký.")
    closing_table(document, ("Như điều 2", "- Vụ TCCB"), ("- Lưu VT",), ("BỘ TRƯỞNG",), "TRẦN VĂN VÍ DỤ")
    return saved(document)


def report_with_lettered_parts() -> bytes:
    """A report to a higher agency with lettered parts, captions and a table; the rule is drawn by a border."""
    document = new_document()
    letterhead_table(document, ("HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"), "Số: 102/BC-HĐND", (), rule="")
    add(document, "BÁO CÁO KẾT QUẢ GIÁM SÁT", "center", bold=True)
    add_rule_below(add(document, "Năm 2020", "center", bold=True))
    add(document, "Kính gửi: Ủy ban Thường vụ Quốc hội", "center")
    add_body(document, BODY)
    add(document, "A. TÌNH HÌNH CHUNG", bold=True)
    add(document, "I. Kết quả", bold=True)
    add_body(document, "1.1. Kết quả về hạ tầng.", "- Hạ tầng số;")
    add(document, "Bảng 1. Kết quả theo chỉ tiêu", "center", bold=True)
    table = document.add_table(rows=1, cols=2)
    add(table.cell(0, 0), "STT")
    add(table.cell(0, 1), "Chỉ tiêu")
    add(document, "B. KIẾN NGHỊ", bold=True)
    add_body(document, "Không có./.")
    closing_table(document, titles=("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), name="GS.TS. Nguyễn Văn Mẫu")
    return saved(document)


def issued_plan_with_letterhead() -> bytes:
    """A decision and, in the same file, the plan that it issues with a letterhead of its own."""
    document = new_document()
    letterhead_table(document, number="Số: 483/QĐ-BTTTT", abstract=())
    add(document, "QUYẾT ĐỊNH", "center", bold=True)
    add(document, "Ban hành Kế hoạch hành động", "center", bold=True)
    add(document, "BỘ TRƯỞNG BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "center", bold=True)
    add(document, "Căn cứ Nghị định số 48/2022/NĐ-CP ngày 26 tháng 7 năm 2022 của Chính phủ.", "justify", italic=True)
    add(document, "QUYẾT ĐỊNH:", "center", bold=True)
    add_body(document, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch hành động./.")
    closing_table(document)
    document.add_section()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    add(left, "BỘ THÔNG TIN VÀ\nTRUYỀN THÔNG", "center", bold=True)
    add(right, NATIONAL_NAME, "center", bold=True)
    add(right, MOTTO, "center", bold=True)
    add(document, "KẾ HOẠCH HÀNH ĐỘNG", "center", bold=True)
    add(document, "TRIỂN KHAI CHƯƠNG TRÌNH CHUYỂN ĐỔI SỐ", "center", bold=True)
    add(document, "(Kèm theo Quyết định số 483/QĐ-BTTTT ngày 28 tháng 12 năm 2020)", "center", italic=True)
    add_body(document, "I. MỤC TIÊU", "1. Phổ cập nền tảng số./.")
    return saved(document)


def in_another_language() -> bytes:
    """A letter in English."""
    document = new_document()
    add(document, "MINISTRY OF INFORMATION", "center", bold=True)
    add_body(
        document, "Dear Sir or Madam,", "We are writing to inform you about the annual review of digital services."
    )
    return saved(document)


def an_essay() -> bytes:
    """Vietnamese text that is no administrative document."""
    document = new_document()
    add(document, "MÙA XUÂN TRÊN BẢN", "center", bold=True)
    add_body(document, "Sáng nay trời trong xanh, hoa mận nở trắng khắp sườn núi và lũ trẻ chạy theo mẹ ra suối.")
    return saved(document)


def without_text() -> bytes:
    """A document without any text."""
    return saved(new_document())
