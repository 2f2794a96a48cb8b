"""Kinds of faults that clerks make, each seeded at a random place of a clean document, with the rule that sees it.

`seed` makes one; `MUTATIONS` are in the order of the decree. A fault that a document has no room for is not placed.
"""

# ruff: noqa: E501, N817, PLW0108  (a table: one kind of fault to a line, and short names in it)

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from lxml import etree

from reportgen.decree30.elements import Element as E
from reportgen.decree30.finding import Finding
from reportgen.vietnamese.unicode_forms import upper_vi
from reportgen.write.xml_parts import DOCUMENT_PART
from tests.decree30.editable import Editable, rewrite, set_paragraph, set_runs, text_of
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
from tests.decree30.placed import ANYWHERE, Placed

Seeder: TypeAlias = Callable[[Editable, Random], Placed | None]
Chooser: TypeAlias = Callable[[Editable], Sequence[etree._Element]]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A kind of fault: what it is called, the rules of which one has to find it, and what seeds it."""

    key: str
    name: str
    rules: tuple[str, ...]
    seed: Seeder


def is_found(finding: Finding, mutation: Mutation, placed: Placed, spoilt: Editable) -> bool:
    """Say whether `finding` is the fault: one of its rules, at its place."""
    if finding.rule.id not in mutation.rules:
        return False
    if placed.paragraph is None:
        return placed.section is None or (
            finding.paragraph is not None and finding.paragraph.section == placed.section + 1
        )
    span = finding.span
    return span is not None and (span.part, span.paragraph) == (DOCUMENT_PART, spoilt.index_of(placed.paragraph))


def _in(*elements: E, part: int | None = 0) -> Chooser:
    return lambda doc: doc.of(*elements, part=part)


def _running(pattern: str = r"\w") -> Chooser:
    return lambda doc: doc.running(pattern)


def _long(doc: Editable) -> Sequence[etree._Element]:
    return [one for one in doc.running() if len(text_of(one)) > 150]


def _sentences(doc: Editable) -> Sequence[etree._Element]:
    return [one for one in _long(doc) if not text_of(one).rstrip().endswith(":")]


def _words(chooser: Chooser, pattern: str, new: str | Callable[..., str]) -> Seeder:
    """Write `new` for `pattern` in a paragraph chosen at random."""

    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        random.shuffle(candidates)
        found = next((one for one in candidates if rewrite(one, pattern, new)), None)
        return None if found is None else Placed(found)

    return seed


def _runs(chooser: Chooser, name: str, **values: str) -> Seeder:
    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        if not candidates:
            return None
        chosen = random.choice(candidates)
        set_runs(chosen, name, **values)
        return Placed(chosen)

    return seed


def _set_out(chooser: Chooser, name: str, **values: str) -> Seeder:
    def seed(doc: Editable, random: Random) -> Placed | None:
        candidates = list(chooser(doc))
        if not candidates:
            return None
        chosen = random.choice(candidates)
        set_paragraph(chosen, name, **values)
        return Placed(chosen)

    return seed


def _gone(chooser: Chooser) -> Seeder:
    """Take the words out of every paragraph that `chooser` gives: the element is missing."""

    def seed(doc: Editable, _: Random) -> Placed | None:
        gone = list(chooser(doc))
        for paragraph in gone:
            rewrite(paragraph, r"(?s).+", "")
        return ANYWHERE if gone else None

    return seed


def _anywhere(seeder: Seeder) -> Seeder:
    """Seed a fault that may be reported elsewhere: two places contradict each other, or a thing is missing."""
    return lambda doc, random: ANYWHERE if seeder(doc, random) is not None else None


def _last(chooser: Chooser) -> Chooser:
    return lambda doc: list(chooser(doc))[-1:]


def _not_last(chooser: Chooser) -> Chooser:
    return lambda doc: list(chooser(doc))[:-1]


def _only_of(kinds: set[str], chooser: Chooser) -> Chooser:
    return lambda doc: chooser(doc) if doc.document.kind_key in kinds else ()


def _decompose(match: object) -> str:
    return unicodedata.normalize("NFD", match.group())  # type: ignore[attr-defined]


def _upper(match: object) -> str:
    return upper_vi(match.group())  # type: ignore[attr-defined]


def _lower(match: object) -> str:
    return match.group().lower()  # type: ignore[attr-defined,no-any-return]


NUMBER, DATE = _in(E.NUMBER_SYMBOL), _in(E.PLACE_DATE)
TITLED = {"quyet_dinh", "bao_cao", "nghi_quyet", "ke_hoach"}
LISTED, FILING = _in(E.DISTRIBUTION_ITEM), _in(E.FILING_LINE)
RECITALS = _only_of({"quyet_dinh", "nghi_quyet"}, _in(E.RECITAL))
NUMBERED = {"bao_cao", "bien_ban", "cong_dien", "cong_van", "giay_gioi_thieu", "giay_moi", "nghi_quyet", "quyet_dinh"}
ANY_TEXT = _running()
M = Mutation

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
    M("phong", "phông Arial", ("CHU-PHONG",), _runs(ANY_TEXT, "rFonts", ascii="Arial", hAnsi="Arial", cs="Arial")),
    M("phong_cu", "phông .VnTime", ("CHU-PHONG-CU",), _runs(ANY_TEXT, "rFonts", ascii=".VnTime", hAnsi=".VnTime")),
    M("mau", "chữ màu xanh", ("CHU-MAU",), _runs(ANY_TEXT, "color", val="1F4E79")),
    M("to_hop", "Unicode tổ hợp", ("CHU-DUNG-SAN",), _words(_running(r"[ạ-ỹ]"), r"\w*[ạ-ỹ]\w*", _decompose)),
    M("tcvn3", "chữ sót của TCVN3", ("CHU-MA-CU",), _words(_long, r"(\w+ )$|(?<= )(\w+)(?= )", "chuyÓn ®æi sè")),
    M("vni", "chữ sót của VNI", ("CHU-MA-CU",), _words(_long, r"(?<= )(\w+)(?= )", "chuyeån ñoåi soá")),
    M("ky_tu_an", "ký tự đổi chiều chữ ẩn", ("CHU-KY-TU-AN",), _words(_long, r" ", " \u202e")),
    M(
        "dau_thanh", "đặt dấu thanh hai cách", ("CHU-DAU-THANH",),
        lambda doc, random: _second_tone(doc),
    ),
    M("hai_cach", "hai khoảng trắng liền nhau", ("CHU-HAI-CACH",), _words(ANY_TEXT, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", "  ")),
    M("cach_truoc", "khoảng trắng trước dấu phẩy", ("CHU-CACH-TRUOC-DAU",), _words(_running(r"\w, "), r"(?<=\w), ", " , ")),
    M("thieu_cach", "thiếu khoảng trắng sau dấu phẩy", ("CHU-CACH-SAU-DAU",), _words(_running(r"[a-zà-ỹ], [a-zà-ỹ]"), r"(?<=[a-zà-ỹ]), (?=[a-zà-ỹ])", ",")),
    M("trong_ngoac", "khoảng trắng trong ngoặc", ("CHU-TRONG-NGOAC",), _words(_running(r"\(\w"), r"\((?=\w)", "( ")),
    # The look of elements.
    M("quoc_hieu_co", "Quốc hiệu cỡ 16", ("QUOC-HIEU-CO",), _runs(_in(E.NATIONAL_NAME), "sz", val="32")),
    M("quoc_hieu_dam", "Quốc hiệu không đậm", ("QUOC-HIEU-KIEU",), _runs(_in(E.NATIONAL_NAME), "b", val="0")),
    M("quoc_hieu_chu", "Quốc hiệu sai chữ", ("QUOC-HIEU-LOI",), _words(_in(E.NATIONAL_NAME), "NGHĨA", "NGHIÃ")),
    M("tieu_ngu_hoa", "Tiêu ngữ viết hoa sai", ("TIEU-NGU-LOI",), _words(_in(E.MOTTO), "Tự do", "Tự Do")),
    M("tieu_ngu_gach", "Tiêu ngữ thiếu cách quanh gạch nối", ("TIEU-NGU-LOI",), _words(_in(E.MOTTO), " - Tự", "-Tự")),
    M("tieu_ngu_nghieng", "Tiêu ngữ nghiêng", ("TIEU-NGU-KIEU",), _runs(_in(E.MOTTO), "i", val="1")),
    M("tieu_ngu_ke", "thiếu đường kẻ dưới Tiêu ngữ", ("TIEU-NGU-KE",), drop_line(E.MOTTO)),
    M("tieu_ngu_ke_dai", "đường kẻ dưới Tiêu ngữ quá ngắn", ("TIEU-NGU-KE-DAI",), resize_line(E.MOTTO, 0.4)),
    M("co_quan_ke", "thiếu đường kẻ dưới tên cơ quan", ("CO-QUAN-KE",), drop_line(E.ISSUING_AGENCY)),
    M("co_quan_ke_dai", "đường kẻ dưới tên cơ quan quá dài", ("CO-QUAN-KE-DAI",), resize_line(E.ISSUING_AGENCY, 1.0)),
    M("trich_yeu_ke", "thiếu đường kẻ dưới trích yếu", ("TRICH-YEU-KE",), drop_line(E.ABSTRACT)),
    M("co_quan_dam", "tên cơ quan không đậm", ("CO-QUAN-KIEU",), _runs(_in(E.ISSUING_AGENCY), "b", val="0")),
    M("co_quan_canh", "tên cơ quan canh trái", ("CO-QUAN-CANH",), _set_out(_in(E.ISSUING_AGENCY), "jc", val="left")),
    M("ten_loai_thuong", "tên loại chữ thường", ("TEN-LOAI-HOA",), _words(_in(E.KIND_NAME), r"(?<=.).+", _lower)),
    M("ten_loai_co", "tên loại cỡ 18", ("TEN-LOAI-CO",), _runs(_in(E.KIND_NAME), "sz", val="36")),
    M("trich_yeu_nghieng", "trích yếu nghiêng", ("TRICH-YEU-KIEU",), _runs(_in(E.ABSTRACT), "i", val="1")),
    M("trich_yeu_cham", "trích yếu có dấu chấm cuối", ("TRICH-YEU-CHAM",), _words(_in(E.ABSTRACT), r"$", ".")),
    M("vv_thieu", "trích yếu công văn không có V/v", ("TRICH-YEU-CV-MO", "THIEU-TRICH-YEU"), _anywhere(_words(_in(E.DISPATCH_ABSTRACT), r"^V/v ", "Về việc "))),
    M("vv_dam", "trích yếu công văn đậm", ("TRICH-YEU-CV-KIEU",), _runs(_in(E.DISPATCH_ABSTRACT), "b", val="1")),
    M("so_dam", "số, ký hiệu đậm", ("SO-KY-HIEU-KIEU",), _runs(NUMBER, "b", val="1")),
    M("ngay_dung", "địa danh và thời gian không nghiêng", ("DIA-DANH-NGAY-KIEU",), _runs(DATE, "i", val="0")),
    M("ngay_co", "địa danh và thời gian cỡ 11", ("DIA-DANH-NGAY-CO",), _runs(DATE, "sz", val="22")),
    M("noi_dung_co", "nội dung cỡ 12", ("NOI-DUNG-CO", "KHOAN-CO", "DIEM-CO", "DIEU-CO"), _runs(ANY_TEXT, "sz", val="24")),
    M("noi_dung_canh", "nội dung canh giữa", ("NOI-DUNG-CANH", "KHOAN-CANH", "DIEM-CANH", "DIEU-CANH"), _set_out(_sentences, "jc", val="center")),
    M("lui_dong", "không lùi đầu dòng", ("NOI-DUNG-LUI-DONG",), _set_out(_long, "ind", left="0", firstLine="0")),
    M("cach_dong", "cách dòng 2,0", ("NOI-DUNG-CACH-DONG",), _set_out(_long, "spacing", line="480", lineRule="auto")),
    M("can_cu_dung", "căn cứ không nghiêng", ("CAN-CU-KIEU",), _runs(RECITALS, "i", val="0")),
    M("dieu_khong_dam", "tên điều không đậm", ("DIEU-KIEU",), _runs(_in(E.ARTICLE), "b", val="0")),
    M("chuc_vu_dam", "chức vụ không đậm", ("CHUC-VU-KIEU",), _runs(_in(E.SIGNING_AUTHORITY), "b", val="0")),
    M("ho_ten_hoa", "họ tên người ký in hoa", ("HO-TEN-HOA",), _words(_in(E.SIGNER_NAME), r".+", _upper)),
    M("ho_ten_thuong", "chữ lót viết thường", ("HO-TEN-VIET-HOA",), _words(_in(E.SIGNER_NAME), r"(?<= )[A-ZĐ]\w+(?= )", _lower)),
    M("noi_nhan_kieu", "chữ Nơi nhận không nghiêng", ("NOI-NHAN-CHU-KIEU",), _runs(_in(E.DISTRIBUTION_HEAD), "i", val="0")),
    M("noi_nhan_co", "danh sách nơi nhận cỡ 14", ("NOI-NHAN-DS-CO",), _runs(LISTED, "sz", val="28")),
    M("khan_den", "dấu độ khẩn màu đen", ("DO-KHAN-MAU",), _runs(_in(E.URGENCY), "color", val="000000")),
    # What is missing.
    M("thieu_quoc_hieu", "thiếu Quốc hiệu", ("THIEU-QUOC-HIEU",), _gone(_in(E.NATIONAL_NAME, part=None))),
    M("thieu_tieu_ngu", "thiếu Tiêu ngữ", ("THIEU-TIEU-NGU",), _gone(_in(E.MOTTO, part=None))),
    M("thieu_so", "thiếu số, ký hiệu", ("THIEU-SO",), _gone(_only_of(NUMBERED, NUMBER))),
    M("thieu_ngay", "thiếu địa danh và thời gian", ("THIEU-DIA-DANH",), _gone(DATE)),
    M("thieu_kinh_gui", "công văn thiếu Kính gửi", ("THIEU-KINH-GUI",), _gone(_only_of({"cong_van"}, _in(E.ADDRESSEES)))),
    M("thieu_ho_ten", "thiếu họ tên người ký", ("THIEU-HO-TEN",), _gone(_in(E.SIGNER_NAME))),
    M("thieu_luu", "thiếu dòng lưu", ("NOI-NHAN-LUU",), _gone(FILING)),
    # Number, symbol, place and date.
    M("so_khong", "số dưới 10 thiếu số 0", ("SO-KHONG",), _words(NUMBER, r"\d+(?=/)", "7")),
    M("so_thua_khong", "số thừa số 0", ("SO-THUA-KHONG",), _words(NUMBER, r"\d+(?=/)", "0125")),
    M("so_hai_cham", "sau chữ Số không có hai chấm", ("SO-HAI-CHAM",), _words(NUMBER, r"Số:", "Số")),
    M("so_in_hoa", "chữ SỐ in hoa", ("SO-CHU",), _words(NUMBER, r"Số:", "SỐ:")),
    M("so_gach", "giữa số và ký hiệu không có gạch chéo", ("SO-GACH-CHEO",), _words(NUMBER, r"/", "-")),
    M("ky_hieu_cach", "gạch nối có khoảng trắng", ("KY-HIEU-GACH-NOI",), _words(NUMBER, r"(?<=\w)-(?=\w)", " - ")),
    M("ky_hieu_thuong", "ký hiệu chữ thường", ("KY-HIEU-HOA",), _words(NUMBER, r"(?<=/)\w+", lambda m: m.group().capitalize() if len(m.group()) > 1 else _lower(m))),
    M("ky_hieu_loai", "chữ viết tắt của loại sai", ("KY-HIEU-LOAI",), _words(_only_of(TITLED, NUMBER), r"(?<=/)(QĐ|BC|NQ|KH)(?=-)", "TB")),
    M("ky_hieu_cv", "công văn có chữ CV", ("KY-HIEU-CONG-VAN",), _words(_only_of({"cong_van"}, NUMBER), r"(?<=/)\w+-\w+", "CV-BTTTT")),
    M("dia_danh_thuong", "địa danh viết thường", ("DIA-DANH-VIET-HOA",), _words(DATE, r"Hà Nội", "Hà nội")),
    M("dia_danh_phay", "thiếu dấu phẩy sau địa danh", ("DIA-DANH-PHAY",), _words(DATE, r",", "")),
    M("ngay_khong", "ngày thiếu số 0", ("NGAY-SO-KHONG",), _words(DATE, r"ngày \d+", "ngày 3")),
    M("thang_mot", "tháng 1 thiếu số 0", ("NGAY-SO-KHONG",), _words(DATE, r"tháng \d+", "tháng 1")),
    M("thang_thua", "tháng 06", ("THANG-THUA-KHONG",), _words(DATE, r"tháng \d+", "tháng 06")),
    M("ngay_so", "ngày ghi bằng số 05/01/2022", ("NGAY-DAY-DU",), _words(DATE, r"ngày .+", "05/01/2022")),
    M("ngay_khong_co", "ngày 31 tháng 6", ("NGAY-CO-THAT",), _words(DATE, r"ngày \d+ tháng \d+", "ngày 31 tháng 6")),
    M("ngay_truoc", "ngày ký trước văn bản viện dẫn", ("NGAY-SAU-VIEN-DAN",), _anywhere(_words(lambda doc: DATE(doc) if _cites(doc) else (), r"năm \d+", "năm 2020"))),
    # Addressees, distribution list and signature.
    M("kinh_gui_hoa", "Kính Gửi viết hoa", ("KINH-GUI-CHU",), _words(_in(E.ADDRESSEES), r"Kính gửi", "Kính Gửi")),
    M("kinh_gui_cham", "sau Kính gửi không có hai chấm", ("KINH-GUI-HAI-CHAM",), _words(_in(E.ADDRESSEES), r"^Kính gửi:", "Kính gửi")),
    M("kinh_gui_gach", "nơi kính gửi thiếu gạch đầu dòng", ("KINH-GUI-GACH",), _words(_in(E.ADDRESSEES), r"^- ", "")),
    M("kinh_gui_phay", "nơi kính gửi kết thúc bằng dấu phẩy", ("KINH-GUI-DAU-CUOI",), _words(_in(E.ADDRESSEES), r";$", ",")),
    M("noi_nhan_cham", "Nơi nhận không có hai chấm", ("NOI-NHAN-HAI-CHAM",), _words(_in(E.DISTRIBUTION_HEAD), r":", "")),
    M("noi_nhan_gach", "nơi nhận thiếu gạch đầu dòng", ("NOI-NHAN-GACH",), _words(LISTED, r"^- ", "")),
    M("noi_nhan_phay", "nơi nhận kết thúc bằng dấu phẩy", ("NOI-NHAN-DAU-CUOI",), _words(LISTED, r";$", ",")),
    M("noi_nhan_lap", "nơi nhận ghi hai lần", ("NOI-NHAN-LAP",), _anywhere(lambda doc, random: _repeat(doc))),
    M("nhu_tren", "quyết định ghi Như trên", ("NHU-TREN-KHONG-CO",), _words(_only_of({"quyet_dinh", "nghi_quyet"}, LISTED), r"^- Như .+;", "- Như trên;")),
    M("nhu_dieu", "Như Điều 19 không có", ("NHU-DIEU",), _words(LISTED, r"^- Như Điều \d+", "- Như Điều 19")),
    M("nhu_tren_mat", "công văn không ghi Như trên", ("NHU-TREN",), _anywhere(_words(_only_of({"cong_van"}, LISTED), r"Như trên", "Thanh tra Bộ"))),
    M("luu_cham", "dòng lưu không có dấu chấm cuối", ("LUU-DAU-CHAM",), _words(FILING, r"\.$", "")),
    M("luu_hai_cham", "dòng lưu không có hai chấm", ("LUU-HAI-CHAM",), _words(FILING, r":", "")),
    M("luu_vt", "dòng lưu không có VT", ("LUU-VT",), _words(FILING, r"VT, ", "")),
    M("luu_truoc", "dòng lưu không ở cuối", ("LUU-CUOI-CUNG",), _anywhere(lambda doc, random: _filing_first(doc))),
    M("kt_cham", "KT không có dấu chấm", ("KY-VIET-TAT",), _words(_in(E.SIGNING_AUTHORITY), r"^(KT|TM|TL|TUQ|Q)\.", r"\1")),
    M("kt_cach", "KT. viết liền chức vụ", ("KY-CACH",), _words(_in(E.SIGNING_AUTHORITY), r"^(KT|TM|TL|TUQ|Q)\. ", r"\1.")),
    M("kt_mot_dong", "KT. không có chức vụ người ký", ("KY-CHUC-VU",), _anywhere(_gone(lambda doc: _second_line(doc)))),
    M("hoc_vi", "học vị trước họ tên", ("HO-TEN-HOC-VI",), _words(_in(E.SIGNER_NAME), r"^", "TS. ")),
    # The text.
    M("ket_thuc", "thiếu dấu ./.", ("KET-THUC",), _anywhere(_words(ANY_TEXT, r"\./\.", "."))),
    M("ket_thuc_lap", "hai lần ./.", ("KET-THUC-LAP",), _words(ANY_TEXT, r"\./\.$", "././.")),
    M("can_cu_cuoi", "căn cứ kết thúc bằng dấu phẩy", ("CAN-CU-DAU-CUOI",), _words(RECITALS, r";$", ",")),
    M("can_cu_cham", "căn cứ cuối không có dấu chấm", ("CAN-CU-DAU-CUOI",), _words(_last(RECITALS), r"\.$", ";")),
    M("can_cu_thieu", "căn cứ thiếu ngày và cơ quan", ("CAN-CU-DAY-DU",), _words(RECITALS, r"(số \d+/\S+) ngày .+;", r"\1;")),
    M("khoan_nhay", "khoản nhảy số", ("KHOAN-THU-TU",), _words(_in(E.CLAUSE, part=None), r"^[2-9](?=\. )", lambda m: str(int(m.group()) + 1))),
    M("khoan_lap", "khoản trùng số", ("KHOAN-THU-TU",), _words(_in(E.CLAUSE, part=None), r"^[2-9](?=\. )", lambda m: str(int(m.group()) - 1))),
    M("diem_dd", "điểm thiếu đ", ("DIEM-THU-TU", "DIEM-CHU-CAI"), _words(_in(E.POINT, part=None), r"^đ(?=\))", "e")),
    M("diem_nhay", "điểm nhảy chữ", ("DIEM-THU-TU",), _words(_in(E.POINT, part=None), r"^b(?=\))", "c")),
    M("diem_cham", "điểm có dấu chấm thay ngoặc", ("DIEM-NGOAC",), _words(_in(E.POINT, part=None), r"^(\w)\)", r"\1.")),
    M("khoan_ngoac", "khoản có ngoặc thay dấu chấm", ("KHOAN-DAU-CHAM",), _words(_in(E.CLAUSE, part=None), r"^(\d+)\.", r"\1)")),
    M("dieu_lap", "điều trùng số", ("DIEU-THU-TU",), _words(_in(E.ARTICLE), r"^Điều [2-9]", lambda m: f"Điều {int(m.group()[-1]) - 1}")),
    M("dieu_nhay", "điều nhảy số", ("DIEU-THU-TU",), _words(_in(E.ARTICLE), r"^Điều [2-9]", lambda m: f"Điều {int(m.group()[-1]) + 1}")),
    M("dieu_hai_cham", "sau số điều là dấu hai chấm", ("DIEU-DAU-CHAM",), _words(_in(E.ARTICLE), r"^(Điều \d+)\.", r"\1:")),
    M("dieu_hoa", "chữ ĐIỀU in hoa", ("DIEU-CHU",), _words(_in(E.ARTICLE), r"^Điều", "ĐIỀU")),
    M("muc_nhay", "mục La Mã nhảy số", ("MUC-LM-THU-TU",), _words(_in(E.SECTION, part=None), r"^II\.", "III.")),
    M("vien_dan", "viện dẫn lần đầu thiếu ngày", ("VIEN-DAN-LAN-DAU",), _anywhere(_words(_running(r"số \d+/\S+ ngày"), r"(số \d+/[\w-]+) ngày [\d/]+( tháng \d+ năm \d+)? của (Thủ tướng )?(Chính phủ|Bộ \S+)", r"\1"))),
    # Appendices.
    M("pl_a_rap", "phụ lục đánh số Ả Rập", ("PL-LA-MA",), _words(_in(E.APPENDIX_LABEL, part=None), r"(?i)(?<=PHỤ LỤC )[IVX]+", "2")),
    M("pl_nhay", "phụ lục nhảy số", ("PL-THU-TU",), _words(_in(E.APPENDIX_LABEL, part=None), r"(?i)(?<=PHỤ LỤC )II$", "IV")),
    M("pl_kem_theo", "phụ lục thiếu dòng Kèm theo", ("PL-CO-KEM-THEO",), _anywhere(lambda doc, random: _drop_one(doc, random))),
    M("kem_so", "số ở phụ lục khác số văn bản", ("KEM-THEO-SO",), _words(_in(E.APPENDIX_ATTACHMENT, part=None), r"(?<=số )\d+(?=/)", "991")),
    M("kem_ky_hieu", "ký hiệu ở phụ lục khác", ("KEM-THEO-KY-HIEU",), _words(_in(E.APPENDIX_ATTACHMENT, part=None), r"(?<=số )(\d+)/[\wĐ-]+", r"\1/TB-BXYZ")),
    M("kem_ngay", "ngày ở phụ lục khác", ("KEM-THEO-NGAY",), _words(_in(E.APPENDIX_ATTACHMENT, part=None), r"năm \d+", "năm 2019")),
    M("kem_loai", "tên loại ở phụ lục khác", ("KEM-THEO-LOAI",), _words(_in(E.APPENDIX_ATTACHMENT, part=None), r"(?<=theo )(Công văn|Báo cáo|Quyết định)", "Tờ trình")),
    M("kem_ngoac", "dòng Kèm theo không có ngoặc", ("KEM-THEO-NGOAC",), _words(_in(E.APPENDIX_ATTACHMENT, part=None), r"^\((.+)\)$", r"\1")),
    M("pl_nhac", "nhắc phụ lục không có", ("PL-CO-MAT",), _words(_running(r"Phụ lục [IVX]+"), r"Phụ lục [IVX]+", "Phụ lục IX")),
    # Capitals.
    M("hoa_co_quan", "tên cơ quan viết thường", ("HOA-CO-QUAN",), _words(_running(r"Bộ Thông tin và Truyền thông"), "Bộ Thông tin và Truyền thông", "Bộ thông tin và truyền thông")),
    M("hoa_ubnd", "ủy ban nhân dân viết thường", ("HOA-CO-QUAN-CHUNG",), _words(_long, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", " ủy ban nhân dân ")),
    M("hoa_thu_tuong", "thủ tướng chính phủ viết thường", ("HOA-CHUC-VU",), _words(_running("Thủ tướng Chính phủ"), "Thủ tướng Chính phủ", "thủ tướng chính phủ")),
    M("hoa_van_ban", "quyết định số … viết thường", ("HOA-TEN-VAN-BAN",), _words(_running(r" Quyết định số \d"), r"(?<= )Quyết định số (?=\d)", "quyết định số ")),
    M("hoa_dieu", "khoản 2 điều 5", ("HOA-DIEU-KHOAN",), _words(_long, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", " theo khoản 2 điều 5 ")),
    M("hoa_tphcm", "thành phố Hồ Chí Minh viết thường", ("HOA-THU-DO",), _words(_long, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", " tại thành phố Hồ Chí Minh ")),
    M("hoa_thu", "thứ hai viết thường", ("HOA-THU",), _words(_long, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", " sáng thứ hai, ")),
    M("hoa_cau", "đầu câu viết thường", ("HOA-DAU-CAU",), _words(_running(r"[a-zà-ỹ]\. [A-ZĐÀ-Ỹ][a-zà-ỹ]+ "), r"(?<=[a-zà-ỹ]\. )[A-ZĐÀ-Ỹ]", _lower)),
    # Consistency.
    M("ty_le", "tỷ lệ không khớp số đếm", ("NQ-TY-LE",), _words(_long, r"(?<=[a-zà-ỹ]) (?=[a-zà-ỹ])", " đạt 45/60 đơn vị (80%) và ")),
    M("han", "thời hạn trước ngày ban hành", ("NQ-HAN",), _words(_long, r"(?<!/)\.$", ", báo cáo kết quả trước ngày 15/3/2020.")),
    M("tang_giam", "tăng từ 80% lên 75%", ("NQ-TANG-GIAM",), _words(_long, r"(?<!/)\.$", ", tăng từ 80% lên 75%.")),
    M("mot_ngay", "một văn bản hai ngày", ("NQ-MOT-NGAY",), _anywhere(_words(_long, r"(?<!/)\.$", ", theo Quyết định số 749/QĐ-TTg ngày 07/6/2020."))),
)  # fmt: skip


def _cites(doc: Editable) -> bool:
    """Say whether the document cites one of a later year than 2020."""
    texts = [text_of(one) for one in (*doc.running(), *doc.of(E.RECITAL))]
    return any(re.search(r"số \d+/\S+ ngày [^;]{,22}202[1-3] của", text) for text in texts)


def _second_tone(doc: Editable) -> Placed | None:
    """Place the tone of a word's second occurrence in the other way than that of its first."""
    told: set[str] = set()
    for paragraph in doc.running():
        for number, match in enumerate(re.finditer(r"\b\w*(óa|òa|ỏa)\b", text_of(paragraph))):
            if match.group().lower() in told:
                rewrite(paragraph, r"\b(\w*)(óa|òa|ỏa)\b", _other_tone, number)
                return Placed(paragraph)
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
    return Placed(items[-1])


def _filing_first(doc: Editable) -> Placed | None:
    items, filing = doc.of(E.DISTRIBUTION_ITEM), doc.of(E.FILING_LINE)
    if not items or not filing:
        return None
    items[0].addprevious(filing[0])
    return Placed(filing[0])


def _second_line(doc: Editable) -> Sequence[etree._Element]:
    lines = doc.of(E.SIGNING_AUTHORITY)
    return lines[1:] if len(lines) > 1 and text_of(lines[0]).startswith("KT.") else ()


def _drop_one(doc: Editable, random: Random) -> Placed | None:
    if not doc.of(E.APPENDIX_LABEL, part=None):
        return None
    lines = doc.of(E.APPENDIX_ATTACHMENT, part=None)
    if not lines:
        return None
    chosen = random.choice(lines)
    rewrite(chosen, r"(?s).+", "")
    return Placed(chosen)
