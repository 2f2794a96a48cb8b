"""Kinds of faults that clerks make, each seeded at a random place of a clean document, with the rule that sees it.

`MUTATIONS` are in the order of the decree; those of capitals and of figures stand in modules of their own.
"""

# ruff: noqa: E501, N817, PLW0108  (a table: one kind of fault to a line, and short names in it)

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from random import Random

from lxml import etree

from reportgen.decree30.checks.base import SMALL_LETTERS
from reportgen.decree30.elements import Element as E
from tests.decree30.editable import Editable, rewrite, set_runs, text_of
from tests.decree30.mutations_of_capitals import CAPITALS
from tests.decree30.mutations_of_divisions import DIVISIONS
from tests.decree30.mutations_of_figures import FIGURES
from tests.decree30.mutations_of_pages import (
    clear_numbers,
    drop_line,
    move_numbers_to_foot,
    number_look,
    number_start,
    resize_line,
    section_margin,
    section_paper,
    show_first_number,
)
from tests.decree30.placed import Placed, at
from tests.decree30.seeders import (
    Mutation,
    Seeder,
    decomposed,
    gone,
    in_capitals,
    in_small_letters,
    inserted,
    last_of,
    long_texts,
    of,
    only_of,
    own_text,
    running,
    runs,
    sentences,
    set_out,
    told_at,
    told_where,
    words,
)

NUMBER, DATE = of(E.NUMBER_SYMBOL), of(E.PLACE_DATE)
TITLED = {"quyet_dinh", "bao_cao", "nghi_quyet", "ke_hoach"}
LISTED, FILING = of(E.DISTRIBUTION_ITEM), of(E.FILING_LINE)
RECITALS = only_of({"quyet_dinh", "nghi_quyet"}, of(E.RECITAL))
NUMBERED = {"bao_cao", "bien_ban", "cong_dien", "cong_van", "giay_gioi_thieu", "giay_moi", "nghi_quyet", "quyet_dinh"}
ANY_TEXT = running()
_LABEL = of(E.APPENDIX_LABEL, part=None)
_LATER = r"số \d+/\S+ ngày [^;]{,22}202[1-3] của"
M = Mutation


def _after_another(doc: Editable) -> Sequence[etree._Element]:
    """Choose among the long paragraphs right below another one of the text, whose own space after is none."""
    texts = set(doc.running())
    return [one for one in long_texts(doc) if one.getprevious() is not None and one.getprevious() in texts]


def _without_in_appendix(element: E) -> Seeder:
    """Take an element of one appendix away: it is told at the appendix's label."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        parts = [found.part for found in doc.document.all(E.APPENDIX_LABEL) if doc.of(element, part=found.part)]
        if not parts:
            return None
        part = random.choice(parts)
        for paragraph in doc.of(element, part=part):
            rewrite(paragraph, r"(?s).+", "")
        return at(*doc.of(E.APPENDIX_LABEL, part=part))

    return seed


MUTATIONS: tuple[Mutation, ...] = (
    # Pages.
    M("kho_giay", "khổ giấy Letter", ("TRANG-KHO",), section_paper(12240, 15840)),
    M("le_tren", "lề trên 10 mm", ("TRANG-LE-TREN",), section_margin("top", 567)),
    M("le_duoi", "lề dưới 40 mm", ("TRANG-LE-DUOI",), section_margin("bottom", 2268)),
    M("le_trai", "lề trái 20 mm", ("TRANG-LE-TRAI",), section_margin("left", 1134)),
    M("le_phai", "lề phải 30 mm", ("TRANG-LE-PHAI",), section_margin("right", 1701)),
    M("so_trang_mat", "không có số trang", ("SO-TRANG-CO",), clear_numbers),
    M("so_trang_chan", "số trang ở chân trang", ("SO-TRANG-LE-TREN",), move_numbers_to_foot),
    M("so_trang_dau", "số trang hiện ở trang đầu", ("SO-TRANG-TRANG-DAU",), show_first_number),
    M("so_trang_tu_5", "số trang bắt đầu từ 5", ("SO-TRANG-TU-1",), number_start(0, 5)),
    M("so_trang_phai", "số trang canh phải", ("SO-TRANG-CANH",), number_look("jc", "right")),
    M("so_trang_nho", "số trang cỡ 10", ("SO-TRANG-CHU",), number_look("sz", "20")),
    M("so_trang_phu_luc", "phụ lục tiếp số trang của văn bản", ("SO-TRANG-PHU-LUC",), number_start(-1, None)),
    # Letters.
    M("phong", "phông Arial", ("CHU-PHONG",), runs(ANY_TEXT, "rFonts", ascii="Arial", hAnsi="Arial", cs="Arial")),
    M("phong_cu", "phông .VnTime", ("CHU-PHONG-CU",), runs(ANY_TEXT, "rFonts", ascii=".VnTime", hAnsi=".VnTime")),
    M("mau", "chữ màu xanh", ("CHU-MAU",), runs(ANY_TEXT, "color", val="1F4E79")),
    M("to_hop", "Unicode tổ hợp", ("CHU-DUNG-SAN",), words(running(r"[ạ-ỹ]"), r"\w*[ạ-ỹ]\w*", decomposed)),
    M("tcvn3", "chữ sót của TCVN3", ("CHU-MA-CU",), words(long_texts, r"(\w+ )$|(?<= )(\w+)(?= )", "chuyÓn ®æi sè")),
    M("vni", "chữ sót của VNI", ("CHU-MA-CU",), words(long_texts, r"(?<= )(\w+)(?= )", "chuyeån ñoåi soá")),
    M("ky_tu_an", "ký tự đổi chiều chữ ẩn", ("CHU-KY-TU-AN",), words(long_texts, r" ", " \u202e")),
    M(
        "dau_thanh", "đặt dấu thanh hai cách", ("CHU-DAU-THANH",),
        lambda doc, random: _second_tone(doc),
    ),
    M("hai_cach", "hai khoảng trắng liền nhau", ("CHU-HAI-CACH",), words(ANY_TEXT, rf"(?<=[{SMALL_LETTERS}]) (?=[{SMALL_LETTERS}])", "  ")),
    M("cach_truoc", "khoảng trắng trước dấu phẩy", ("CHU-CACH-TRUOC-DAU",), words(running(r"\w, "), r"(?<=\w), ", " , ")),
    M("thieu_cach", "thiếu khoảng trắng sau dấu phẩy", ("CHU-CACH-SAU-DAU",), words(running(rf"[{SMALL_LETTERS}], [{SMALL_LETTERS}]"), rf"(?<=[{SMALL_LETTERS}]), (?=[{SMALL_LETTERS}])", ",")),
    M("trong_ngoac", "khoảng trắng trong ngoặc", ("CHU-TRONG-NGOAC",), words(running(r"\(\w"), r"\((?=\w)", "( ")),
    # The look of elements.
    M("quoc_hieu_co", "Quốc hiệu cỡ 16", ("QUOC-HIEU-CO",), runs(of(E.NATIONAL_NAME), "sz", val="32")),
    M("quoc_hieu_dam", "Quốc hiệu không đậm", ("QUOC-HIEU-KIEU",), runs(of(E.NATIONAL_NAME), "b", val="0")),
    M("quoc_hieu_chu", "Quốc hiệu sai chữ", ("QUOC-HIEU-LOI",), words(of(E.NATIONAL_NAME), "NGHĨA", "NGHIÃ")),
    M("tieu_ngu_hoa", "Tiêu ngữ viết hoa sai", ("TIEU-NGU-LOI",), words(of(E.MOTTO), "Tự do", "Tự Do")),
    M("tieu_ngu_gach", "Tiêu ngữ thiếu cách quanh gạch nối", ("TIEU-NGU-LOI",), words(of(E.MOTTO), " - Tự", "-Tự")),
    M("tieu_ngu_nghieng", "Tiêu ngữ nghiêng", ("TIEU-NGU-KIEU",), runs(of(E.MOTTO), "i", val="1")),
    M("tieu_ngu_tren", "Tiêu ngữ ở trên Quốc hiệu", ("QUOC-HIEU-TREN",), lambda doc, random: _motto_first(doc)),
    M("tieu_ngu_ke", "thiếu đường kẻ dưới Tiêu ngữ", ("TIEU-NGU-KE",), drop_line(E.MOTTO)),
    M("tieu_ngu_ke_dai", "đường kẻ dưới Tiêu ngữ quá ngắn", ("TIEU-NGU-KE-DAI",), resize_line(E.MOTTO, 0.4)),
    M("co_quan_ke", "thiếu đường kẻ dưới tên cơ quan", ("CO-QUAN-KE",), drop_line(E.ISSUING_AGENCY)),
    M("co_quan_ke_dai", "đường kẻ dưới tên cơ quan quá dài", ("CO-QUAN-KE-DAI",), resize_line(E.ISSUING_AGENCY, 1.0)),
    M("trich_yeu_ke", "thiếu đường kẻ dưới trích yếu", ("TRICH-YEU-KE",), drop_line(E.ABSTRACT)),
    M("trich_yeu_ke_dai", "đường kẻ dưới trích yếu quá dài", ("TRICH-YEU-KE-DAI",), resize_line(E.ABSTRACT, 1.0)),
    M("co_quan_dam", "tên cơ quan không đậm", ("CO-QUAN-KIEU",), runs(of(E.ISSUING_AGENCY), "b", val="0")),
    M("co_quan_canh", "tên cơ quan canh trái", ("CO-QUAN-CANH",), set_out(of(E.ISSUING_AGENCY), "jc", val="left")),
    M("ten_loai_thuong", "tên loại chữ thường", ("TEN-LOAI-HOA",), words(of(E.KIND_NAME), r"(?<=.).+", in_small_letters)),
    M("ten_loai_co", "tên loại cỡ 18", ("TEN-LOAI-CO",), runs(of(E.KIND_NAME), "sz", val="36")),
    M("trich_yeu_nghieng", "trích yếu nghiêng", ("TRICH-YEU-KIEU",), runs(of(E.ABSTRACT), "i", val="1")),
    M("trich_yeu_cham", "trích yếu có dấu chấm cuối", ("TRICH-YEU-CHAM",), words(of(E.ABSTRACT), r"$", ".")),
    M("trich_yeu_cv_cham", "trích yếu công văn có dấu chấm cuối", ("TRICH-YEU-CV-CHAM",), words(of(E.DISPATCH_ABSTRACT), r"$", ".")),
    M("ten_loai_cham", "tên loại có dấu hai chấm cuối", ("TEN-LOAI-CHAM",), words(of(E.KIND_NAME), r"$", ":")),
    M("vv_thieu", "trích yếu công văn không có V/v", ("TRICH-YEU-CV-MO",), words(of(E.DISPATCH_ABSTRACT), r"^V/v ", "Về việc ")),
    M("vv_dam", "trích yếu công văn đậm", ("TRICH-YEU-CV-KIEU",), runs(of(E.DISPATCH_ABSTRACT), "b", val="1")),
    M("so_dam", "số, ký hiệu đậm", ("SO-KY-HIEU-KIEU",), runs(NUMBER, "b", val="1")),
    M("ngay_dung", "địa danh và thời gian không nghiêng", ("DIA-DANH-NGAY-KIEU",), runs(DATE, "i", val="0")),
    M("ngay_co", "địa danh và thời gian cỡ 11", ("DIA-DANH-NGAY-CO",), runs(DATE, "sz", val="22")),
    M("noi_dung_co", "nội dung cỡ 12", ("NOI-DUNG-CO", "KHOAN-CO", "DIEM-CO", "DIEU-CO"), runs(ANY_TEXT, "sz", val="24")),
    M("noi_dung_canh", "nội dung canh giữa", ("NOI-DUNG-CANH", "KHOAN-CANH", "DIEM-CANH", "DIEU-CANH"), set_out(sentences, "jc", val="center")),
    M("noi_dung_dam", "cả nội dung đậm", ("NOI-DUNG-KIEU",), lambda doc, random: _bold_throughout(doc)),
    M("lui_dong", "không lùi đầu dòng", ("NOI-DUNG-LUI-DONG",), set_out(long_texts, "ind", left="0", firstLine="0")),
    M("cach_dong", "cách dòng 2,0", ("NOI-DUNG-CACH-DONG",), set_out(long_texts, "spacing", line="480", lineRule="auto")),
    M("cach_doan", "đoạn văn cách nhau 0pt", ("NOI-DUNG-CACH-DOAN",), set_out(_after_another, "spacing", before="0", after="0")),
    M("can_cu_dung", "căn cứ không nghiêng", ("CAN-CU-KIEU",), runs(RECITALS, "i", val="0")),
    M("dieu_khong_dam", "tên điều không đậm", ("DIEU-KIEU",), runs(of(E.ARTICLE), "b", val="0")),
    M("chuc_vu_dam", "chức vụ không đậm", ("CHUC-VU-KIEU",), runs(of(E.SIGNING_AUTHORITY), "b", val="0")),
    M("ho_ten_hoa", "họ tên người ký in hoa", ("HO-TEN-HOA",), words(of(E.SIGNER_NAME), r".+", in_capitals)),
    M("ho_ten_thuong", "chữ lót viết thường", ("HO-TEN-VIET-HOA",), words(of(E.SIGNER_NAME), r"(?<= )[A-ZĐ]\w+(?= )", in_small_letters)),
    M("noi_nhan_kieu", "chữ Nơi nhận không nghiêng", ("NOI-NHAN-CHU-KIEU",), runs(of(E.DISTRIBUTION_HEAD), "i", val="0")),
    M("noi_nhan_co", "danh sách nơi nhận cỡ 14", ("NOI-NHAN-DS-CO",), runs(LISTED, "sz", val="28")),
    M("khan_den", "dấu độ khẩn màu đen", ("DO-KHAN-MAU",), runs(of(E.URGENCY), "color", val="000000")),
    # What is missing.
    M("thieu_quoc_hieu", "thiếu Quốc hiệu", ("THIEU-QUOC-HIEU",), gone(of(E.NATIONAL_NAME, part=None))),
    M("thieu_tieu_ngu", "thiếu Tiêu ngữ", ("THIEU-TIEU-NGU",), gone(of(E.MOTTO, part=None))),
    M("thieu_so", "thiếu số, ký hiệu", ("THIEU-SO",), gone(only_of(NUMBERED, NUMBER))),
    M("thieu_so_sao", "bản sao thiếu số, ký hiệu", ("THIEU-SO-BAN-SAO",), gone(only_of({"sao_y"}, NUMBER))),
    M("thieu_co_quan", "thiếu tên cơ quan ban hành", ("THIEU-CO-QUAN",), gone(of(E.ISSUING_AGENCY))),
    M("thieu_chuc_vu", "thiếu chức vụ người ký", ("THIEU-CHUC-VU",), gone(only_of(NUMBERED - {"bien_ban"}, of(E.SIGNING_AUTHORITY)))),
    M("thieu_noi_nhan", "thiếu Nơi nhận", ("THIEU-NOI-NHAN",), gone(only_of(TITLED | {"cong_van"}, of(E.DISTRIBUTION_HEAD, E.DISTRIBUTION_ITEM, E.FILING_LINE)))),
    M("thieu_ngay", "thiếu địa danh và thời gian", ("THIEU-DIA-DANH",), gone(DATE)),
    M("thieu_trich_yeu", "thiếu trích yếu", ("THIEU-TRICH-YEU",), gone(only_of(TITLED | {"cong_van"}, of(E.ABSTRACT, E.DISPATCH_ABSTRACT)))),
    M("thieu_kinh_gui", "công văn thiếu Kính gửi", ("THIEU-KINH-GUI",), gone(only_of({"cong_van"}, of(E.ADDRESSEES)))),
    M("thieu_ho_ten", "thiếu họ tên người ký", ("THIEU-HO-TEN",), gone(of(E.SIGNER_NAME))),
    M("thieu_luu", "thiếu dòng lưu", ("NOI-NHAN-LUU",), told_at(of(E.DISTRIBUTION_HEAD), gone(FILING))),
    # Number, symbol, place and date.
    M("so_khong", "số dưới 10 thiếu số 0", ("SO-KHONG",), words(NUMBER, r"\d+(?=/)", "7")),
    M("so_la_ma", "số văn bản bằng chữ số La Mã", ("SO-A-RAP",), words(NUMBER, r"\d+(?=/)", "XV")),
    M("so_thua_khong", "số thừa số 0", ("SO-THUA-KHONG",), words(NUMBER, r"\d+(?=/)", "0125")),
    M("so_hai_cham", "sau chữ Số không có hai chấm", ("SO-HAI-CHAM",), words(NUMBER, r"Số:", "Số")),
    M("so_in_hoa", "chữ SỐ in hoa", ("SO-CHU",), words(NUMBER, r"Số:", "SỐ:")),
    M("so_gach", "giữa số và ký hiệu không có gạch chéo", ("SO-GACH-CHEO",), words(NUMBER, r"/", "-")),
    M("ky_hieu_cach", "gạch nối có khoảng trắng", ("KY-HIEU-GACH-NOI",), words(NUMBER, r"(?<=\w)-(?=\w)", " - ")),
    M("ky_hieu_thuong", "ký hiệu chữ thường", ("KY-HIEU-HOA",), words(NUMBER, r"(?<=/)\w+", lambda m: m.group().capitalize() if len(m.group()) > 1 else in_small_letters(m))),
    M("ky_hieu_loai", "chữ viết tắt của loại sai", ("KY-HIEU-LOAI",), words(only_of(TITLED, NUMBER), r"(?<=/)(QĐ|BC|NQ|KH)(?=-)", "TB")),
    M("ky_hieu_cv", "công văn có chữ CV", ("KY-HIEU-CONG-VAN",), words(only_of({"cong_van"}, NUMBER), r"(?<=/)\w+-\w+", "CV-BTTTT")),
    M("ky_hieu_don_vi", "công văn không có đơn vị soạn thảo trong ký hiệu", ("KY-HIEU-DON-VI",), words(only_of({"cong_van"}, NUMBER), r"(?<=/)([A-ZĐ]+)-[A-ZĐ]+$", r"\1")),
    M("dia_danh_thuong", "địa danh viết thường", ("DIA-DANH-VIET-HOA",), words(DATE, r"Hà Nội", "Hà nội")),
    M("dia_danh_phay", "thiếu dấu phẩy sau địa danh", ("DIA-DANH-PHAY",), words(DATE, r",", "")),
    M("dia_danh_mat", "không ghi địa danh", ("DIA-DANH-CO",), words(DATE, r"^[^,]+, ", "")),
    M("dia_danh_tat", "địa danh viết tắt", ("DIA-DANH-VIET-TAT",), words(DATE, r"^[^,]+(?=,)", "TP. HCM")),
    M("ngay_khong", "ngày thiếu số 0", ("NGAY-SO-KHONG",), words(DATE, r"ngày \d+", "ngày 3")),
    M("thang_mot", "tháng 1 thiếu số 0", ("NGAY-SO-KHONG",), words(DATE, r"tháng \d+", "tháng 1")),
    M("thang_thua", "tháng 06", ("THANG-THUA-KHONG",), words(DATE, r"tháng \d+", "tháng 06")),
    M("ngay_so", "ngày ghi bằng số 05/01/2022", ("NGAY-DAY-DU",), words(DATE, r"ngày .+", "05/01/2022")),
    M("ngay_khong_co", "ngày 31 tháng 6", ("NGAY-CO-THAT",), words(DATE, r"ngày \d+ tháng \d+", "ngày 31 tháng 6")),
    M("ngay_truoc", "ngày ký trước văn bản viện dẫn", ("NGAY-SAU-VIEN-DAN",), told_where(_LATER, words(lambda doc: DATE(doc) if _cites(doc) else (), r"năm \d+", "năm 2020"))),
    # Addressees, distribution list and signature.
    M("kinh_gui_hoa", "Kính Gửi viết hoa", ("KINH-GUI-CHU",), words(of(E.ADDRESSEES), r"Kính gửi", "Kính Gửi")),
    M("kinh_gui_cham", "sau Kính gửi không có hai chấm", ("KINH-GUI-HAI-CHAM",), words(of(E.ADDRESSEES), r"^Kính gửi:", "Kính gửi")),
    M("kinh_gui_gach", "nơi kính gửi thiếu gạch đầu dòng", ("KINH-GUI-GACH",), words(of(E.ADDRESSEES), r"^- ", "")),
    M("kinh_gui_phay", "nơi kính gửi kết thúc bằng dấu phẩy", ("KINH-GUI-DAU-CUOI",), words(of(E.ADDRESSEES), r";$", ",")),
    M("kinh_gui_mot_cham", "gửi một nơi có dấu chấm cuối", ("KINH-GUI-MOT-NOI-DAU",), words(of(E.ADDRESSEES), r"^(Kính gửi: [^;.]+)$", r"\1.")),
    M("kinh_gui_cung_dong", "gửi nhiều nơi mà nơi đầu cùng dòng Kính gửi", ("KINH-GUI-XUONG-DONG",), words(of(E.ADDRESSEES), r"^Kính gửi:$", "Kính gửi: - Bộ Y tế;")),
    M("kinh_gui_mot_noi", "gửi một nơi mà xuống dòng", ("KINH-GUI-MOT-DONG",), lambda doc, random: _one_addressee(doc)),
    M("kinh_gui_thua", "quyết định có Kính gửi", ("KHONG-KINH-GUI",), lambda doc, random: _addressed(doc)),
    M("noi_nhan_cham", "Nơi nhận không có hai chấm", ("NOI-NHAN-HAI-CHAM",), words(of(E.DISTRIBUTION_HEAD), r":", "")),
    M("noi_nhan_gach", "nơi nhận thiếu gạch đầu dòng", ("NOI-NHAN-GACH",), words(LISTED, r"^- ", "")),
    M("noi_nhan_phay", "nơi nhận kết thúc bằng dấu phẩy", ("NOI-NHAN-DAU-CUOI",), words(LISTED, r";$", ",")),
    M("noi_nhan_lap", "nơi nhận ghi hai lần", ("NOI-NHAN-LAP",), lambda doc, random: _repeat(doc)),
    M("nhu_tren", "quyết định ghi Như trên", ("NHU-TREN-KHONG-CO",), words(only_of({"quyet_dinh", "nghi_quyet"}, LISTED), r"^- Như .+;", "- Như trên;")),
    M("nhu_dieu", "Như Điều 19 không có", ("NHU-DIEU",), words(LISTED, r"^- Như Điều \d+", "- Như Điều 19")),
    M("nhu_tren_mat", "công văn không ghi Như trên", ("NHU-TREN",), words(only_of({"cong_van"}, LISTED), r"Như trên", "Thanh tra Bộ")),
    M("luu_cham", "dòng lưu không có dấu chấm cuối", ("LUU-DAU-CHAM",), words(FILING, r"\.$", "")),
    M("luu_hai_cham", "dòng lưu không có hai chấm", ("LUU-HAI-CHAM",), words(FILING, r":", "")),
    M("luu_vt", "dòng lưu không có VT", ("LUU-VT",), words(FILING, r"VT, ", "")),
    M("luu_don_vi", "dòng lưu không có đơn vị soạn thảo", ("LUU-DON-VI",), words(FILING, r"VT, .+\.$", "VT.")),
    M("luu_truoc", "dòng lưu không ở cuối", ("LUU-CUOI-CUNG",), lambda doc, random: _filing_first(doc)),
    M("kt_cham", "KT không có dấu chấm", ("KY-VIET-TAT",), words(of(E.SIGNING_AUTHORITY), r"^(KT|TM|TL|TUQ|Q)\.", r"\1")),
    M("kt_cach", "KT. viết liền chức vụ", ("KY-CACH",), words(of(E.SIGNING_AUTHORITY), r"^(KT|TM|TL|TUQ|Q)\. ", r"\1.")),
    M("kt_mot_dong", "KT. không có chức vụ người ký", ("KY-CHUC-VU",), told_at(of(E.SIGNING_AUTHORITY), gone(lambda doc: _second_line(doc)))),
    M("hoc_vi", "học vị trước họ tên", ("HO-TEN-HOC-VI",), words(of(E.SIGNER_NAME), r"^", "TS. ")),
    # The text.
    M("ket_thuc", "thiếu dấu ./.", ("KET-THUC",), words(own_text(r"\./\.$"), r"\./\.", ".")),
    M("ket_thuc_giua", "dấu ./. ở giữa đoạn văn", ("KET-THUC-GIUA",), inserted("theo kế hoạch./. Các đơn vị")),
    M("ket_thuc_som", "dấu ./. trước đoạn cuối", ("KET-THUC-GIUA",), words(lambda doc: _before_last(doc), r"[.;]$", "./.")),
    M("ket_thuc_lap", "hai lần ./.", ("KET-THUC-LAP",), words(ANY_TEXT, r"\./\.$", "././.")),
    M("can_cu_cuoi", "căn cứ kết thúc bằng dấu phẩy", ("CAN-CU-DAU-CUOI",), words(RECITALS, r";$", ",")),
    M("can_cu_cham", "căn cứ cuối không có dấu chấm", ("CAN-CU-DAU-CUOI",), words(last_of(RECITALS), r"\.$", ";")),
    M("can_cu_thieu", "căn cứ thiếu ngày và cơ quan", ("CAN-CU-DAY-DU",), words(RECITALS, r"(số \d+/\S+) ngày .+;", r"\1;")),
    M("can_cu_luat", "căn cứ là luật ghi số", ("CAN-CU-LUAT",), words(RECITALS, r"(?<=^Căn cứ Luật )(.+?) ngày", r"\1 số 76/2015/QH13 ngày")),
    M("can_cu_thu_tu", "luật ghi sau nghị định", ("CAN-CU-THU-TU",), words(lambda doc: RECITALS(doc)[1:] if _cites_decree(doc) else (), r"^Căn cứ (?:Quyết|Nghị) .+;", "Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005;")),
    M("vien_dan", "viện dẫn lần đầu thiếu ngày", ("VIEN-DAN-LAN-DAU",), words(lambda doc: _first_citations(doc), r"(số \d+/[\w-]+) ngày [\d/]+( tháng \d+ năm \d+)? của (Thủ tướng )?(Chính phủ|Bộ \S+)", r"\1")),
    M("vien_dan_sau", "viện dẫn lại ghi cả ngày và cơ quan", ("VIEN-DAN-SAU",), told_where(r"số 749/QĐ-TTg ngày 03/6/2020 của", words(lambda doc: last_of(own_text(r"[^/]\.$"))(doc) if own_text(r"số 749/QĐ-TTg ngày 03/6/2020 của")(doc) else (), r"\.$", ", theo Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ."))),
    M("vien_dan_so", "viện dẫn thiếu chữ số", ("VIEN-DAN-SO",), words(own_text(r"(?:Quyết định|Nghị định) số \d"), r"(Quyết định|Nghị định) số (?=\d)", r"\1 ")),
    # Appendices.
    M("pl_a_rap", "phụ lục đánh số Ả Rập", ("PL-LA-MA",), words(_LABEL, r"(?i)(?<=PHỤ LỤC )[IVX]+", "2")),
    M("pl_nhay", "phụ lục nhảy số", ("PL-THU-TU",), words(_LABEL, r"(?i)(?<=PHỤ LỤC )II$", "IV")),
    M("pl_kem_theo", "phụ lục thiếu dòng Kèm theo", ("PL-CO-KEM-THEO",), _without_in_appendix(E.APPENDIX_ATTACHMENT)),
    M("pl_ten", "phụ lục không có tên", ("PL-CO-TEN",), _without_in_appendix(E.APPENDIX_TITLE)),
    M("pl_mot", "phụ lục duy nhất có số IX", ("PL-MOT",), words(_LABEL, r"^(Phụ lục|PHỤ LỤC)$", r"\1 IX")),
    M("pl_khong_nhac", "nội dung không nhắc đến phụ lục", ("PL-NHAC-DEN",), lambda doc, random: _unmentioned(doc)),
    M("kem_so", "số ở phụ lục khác số văn bản", ("KEM-THEO-SO",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"(?<=số )\d+(?=/)", "991")),
    M("kem_ky_hieu", "ký hiệu ở phụ lục khác", ("KEM-THEO-KY-HIEU",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"(?<=số )(\d+)/[\wĐ-]+", r"\1/TB-BXYZ")),
    M("kem_ngay", "ngày ở phụ lục khác", ("KEM-THEO-NGAY",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"năm \d+", "năm 2019")),
    M("kem_loai", "tên loại ở phụ lục khác", ("KEM-THEO-LOAI",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"(?<=theo )(Công văn|Báo cáo|Quyết định)", "Tờ trình")),
    M("kem_co_quan", "cơ quan ở phụ lục khác", ("KEM-THEO-CO-QUAN",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"(?<= của )[^)]+(?=\)$)", "Bộ Quốc phòng")),
    M("kem_ngoac", "dòng Kèm theo không có ngoặc", ("KEM-THEO-NGOAC",), words(of(E.APPENDIX_ATTACHMENT, part=None), r"^\((.+)\)$", r"\1")),
    M("pl_nhac", "nhắc phụ lục không có", ("PL-CO-MAT",), words(running(r"Phụ lục [IVX]+"), r"Phụ lục [IVX]+", "Phụ lục IX")),
    M("pl_nhac_mot", "nhắc Phụ lục IX khi phụ lục duy nhất không có số", ("PL-CO-MAT",), words(lambda doc: running(r"[Pp]hụ lục\b(?! [IVX])")(doc) if _only_appendix(doc) else (), r"[Pp]hụ lục\b(?! [IVX])", "Phụ lục IX")),
    *DIVISIONS,
    *CAPITALS,
    *FIGURES,
)  # fmt: skip


def _cites(doc: Editable) -> bool:
    """Say whether the document cites one of a later year than 2020."""
    texts = [text_of(one) for one in (*doc.running(), *doc.of(E.RECITAL))]
    return any(re.search(_LATER, text) for text in texts)


def _cites_decree(doc: Editable) -> bool:
    return any(text_of(one).startswith("Căn cứ Nghị định") for one in doc.of(E.RECITAL)[:1])


def _first_citations(doc: Editable) -> Sequence[etree._Element]:
    """Choose the paragraphs that cite a document in full before any other does, recitals and titles among these."""
    known: set[str] = set()
    first = []
    for paragraph in doc.paragraphs:
        codes = re.findall(r"số (\d+/[\w-]+) ngày", text_of(paragraph))
        first += [paragraph] if codes and codes[0] not in known else []
        known |= set(codes)
    running_text = {*doc.of(E.BODY, E.CLAUSE, E.POINT), *doc.running()}
    return [one for one in first if one in running_text]


def _before_last(doc: Editable) -> Sequence[etree._Element]:
    """Choose among the paragraphs of the document's own text but the last."""
    inside = [one for one in doc.paragraphs if one in set(own_text(r"\w")(doc))]
    return inside[:-1]


def _only_appendix(doc: Editable) -> bool:
    labels = [text_of(one).strip().lower() for one in _LABEL(doc)]
    return labels == ["phụ lục"]


def _unmentioned(doc: Editable) -> Placed | None:
    """Write another word for whatever says in the text that there are appendices."""
    labels, mention = _LABEL(doc), r"(?i)phụ lục(?: [IVX]+)?|kèm theo|đính kèm"
    mentions = own_text(mention)(doc) if labels else []
    for paragraph in mentions:
        while rewrite(paragraph, mention, "tài liệu"):
            pass
    return at(*labels) if mentions else None


def _motto_first(doc: Editable) -> Placed | None:
    national, motto = doc.of(E.NATIONAL_NAME), doc.of(E.MOTTO)
    if not national or not motto:
        return None
    national[0].addprevious(motto[0])
    return at(motto[0])


def _one_addressee(doc: Editable) -> Placed | None:
    """Leave one of several addressees, on its line below the words."""
    listed = doc.of(E.ADDRESSEES)[1:]
    if len(listed) < 2:
        return None
    for paragraph in listed[:-1]:
        rewrite(paragraph, r"(?s).+", "")
    return at(listed[-1])


def _addressed(doc: Editable) -> Placed | None:
    """Address a decision to a body, above its recitals."""
    recitals = RECITALS(doc)
    if not recitals:
        return None
    addressee = deepcopy(recitals[0])
    rewrite(addressee, r"(?s).+", "Kính gửi: Bộ Nội vụ")
    recitals[0].addprevious(addressee)
    return at(addressee)


def _bold_throughout(doc: Editable) -> Placed | None:
    """Make the text bold throughout: it is told once, at its first paragraph."""
    text = doc.of(E.BODY)
    for paragraph in text:
        set_runs(paragraph, "b", val="1")
    return at(*text[:1]) if text else None


def _second_tone(doc: Editable) -> Placed | None:
    """Place the tone of a word's second occurrence in the other way than that of its first."""
    told: set[str] = set()
    for paragraph in doc.running():
        for number, match in enumerate(re.finditer(r"\b\w*(óa|òa|ỏa)\b", text_of(paragraph))):
            if match.group().lower() in told:
                rewrite(paragraph, r"\b(\w*)(óa|òa|ỏa)\b", _other_tone, number)
                return at(paragraph)
            told.add(match.group().lower())
    return None


def _other_tone(match: object) -> str:
    found = match.group()  # type: ignore[attr-defined]
    return found.replace("óa", "oá").replace("òa", "oà").replace("ỏa", "oả")  # type: ignore[no-any-return]


def _repeat(doc: Editable) -> Placed | None:
    items = doc.of(E.DISTRIBUTION_ITEM)
    if len(items) < 3:
        return None
    rewrite(items[-1], r"(?s).+", text_of(items[-2]).replace("\\", ""))
    return at(items[-1])


def _filing_first(doc: Editable) -> Placed | None:
    items, filing = doc.of(E.DISTRIBUTION_ITEM), doc.of(E.FILING_LINE)
    if not items or not filing:
        return None
    items[0].addprevious(filing[0])
    return at(filing[0])


def _second_line(doc: Editable) -> Sequence[etree._Element]:
    lines = doc.of(E.SIGNING_AUTHORITY)
    return lines[1:] if len(lines) > 1 and text_of(lines[0]).startswith("KT.") else ()
