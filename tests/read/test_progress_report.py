from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.fields import Recurring, Unknown
from reportgen.problems import has_errors
from tests.read.damage import assert_for_clerks, damaged
from tests.read.sample import SAMPLE, changed, read, shown


def test_the_complete_sample_is_read_without_any_problem() -> None:
    read_report, problems = read(SAMPLE)
    assert shown(problems) == []
    assert read_report is not None
    assert read_report.missing == ()
    report = read_report.report
    assert (report.agency, report.number, str(report.period)) == ("BGDDT", 5, "12/2020")
    assert report.addressees == ("Bộ Thông tin và Truyền thông", "Văn phòng Chính phủ")
    first, second = report.targets.digital_government.targets or ()
    assert (first.goal, first.result) == (Decimal("80"), Decimal("86.97"))
    assert (second.goal, second.result) == (Decimal("1200"), Unknown.NOT_AVAILABLE)
    assert report.next_tasks is not None
    assert report.next_tasks[0].coordinating_agencies == ("Bộ Thông tin và Truyền thông", "các địa phương")
    assert report.next_tasks[1].deadline is Recurring.CONTINUOUS
    assert report.next_tasks[1].coordinating_agencies == ()
    assert report.common_tasks.institutions.documents is not None
    assert report.common_tasks.institutions.documents[1].agency == "Bộ Thông tin và Truyền thông"
    assert report.proposals is not None
    assert report.proposals[0].recipient == "Thủ tướng Chính phủ"


def test_template_signs_and_markup_are_plain_text() -> None:
    read_report, _ = read(SAMPLE)
    assert read_report is not None
    remarks = read_report.report.targets.digital_government.remarks
    assert remarks is not None
    assert remarks.endswith("đạt & vượt;\n- Biểu mẫu {{ đã gỡ }}: `<b>`.")
    assert read_report.place(("muc_tieu", "chinh_phu_so", "nhan_xet")).line == 17


def test_decomposed_input_gives_the_same_report() -> None:
    composed, decomposed = read(SAMPLE)[0], read(unicodedata.normalize("NFD", SAMPLE))[0]
    assert composed is not None
    assert decomposed is not None
    assert composed.report == decomposed.report


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "kinh_gui:",
            "kinhgui:",
            "error[DV201] bao_cao.yaml:11:1, mục `kinhgui`: không có mục nào tên `kinhgui` ở đây"
            " (có phải `kinh_gui`?)",
        ),
        (
            "kinh_gui:",
            "kính_gửi:",
            "error[DV201] bao_cao.yaml:11:1, mục `kính_gửi`: không có mục nào tên `kính_gửi` ở đây"
            " (có phải `kinh_gui`?)",
        ),
        (
            "        muc_tieu: 80",
            "        goal: 80",
            "error[DV201] bao_cao.yaml:24:9, mục `muc_tieu.chinh_phu_so.chi_tieu[1].goal`:"
            " không có mục nào tên `goal` ở đây (có phải `muc_tieu`?)",
        ),
        (
            "luu: {don_vi: CNTT, so_ban: 5}",
            "luu: {don_vi: CNTT, xyz: 5}",
            "error[DV201] bao_cao.yaml:93:21, mục `luu.xyz`: không có mục nào tên `xyz` ở đây"
            " (các mục được dùng ở đây: `don_vi`, `so_ban`)",
        ),
        (
            "luu: {don_vi: CNTT, so_ban: 5}",
            "luu: CNTT",
            "error[DV202] bao_cao.yaml:93:6, mục `luu`: cần một nhóm mục, nhưng ở đây là chữ “CNTT”",
        ),
        (
            "dia_danh: Hà Nội",
            "dia_danh: [Hà Nội]",
            "error[DV202] bao_cao.yaml:7:1, mục `dia_danh`: cần chữ, nhưng ở đây là một danh sách",
        ),
        (
            "ket_qua: 86,97",
            "ket_qua: 86,97%",
            "error[DV203] bao_cao.yaml:25:18, mục `muc_tieu.chinh_phu_so.chi_tieu[1].ket_qua`:"
            " cần một số, nhưng ghi “86,97%” (chỉ ghi 86,97; dấu % ghi ở `don_vi`)",
        ),
        (
            "so_ban: 5",
            "so_ban: năm",
            "error[DV204] bao_cao.yaml:93:29, mục `luu.so_ban`: cần một số nguyên từ 1 trở lên, nhưng ghi “năm”",
        ),
        (
            "ngay: 2020-12-25",
            "ngay: hôm nay",
            "error[DV205] bao_cao.yaml:8:7, mục `ngay`: cần một ngày, nhưng ghi “hôm nay”"
            " (viết như 2020-12-25 hoặc 25/12/2020)",
        ),
        (
            "ngay: 2020-12-25",
            "ngay: 30/02/2021",
            "error[DV206] bao_cao.yaml:8:7, mục `ngay`: ngày “30/02/2021” không có trên lịch"
            " (kiểm tra lại ngày và tháng; viết như 2020-12-25 hoặc 25/12/2020)",
        ),
        (
            "tinh_den: 12/2020",
            "tinh_den: 13/2020",
            "error[DV207] bao_cao.yaml:9:11, mục `tinh_den`: cần một kỳ (tháng, quý, năm), nhưng ghi “13/2020”"
            " (viết như 12/2020, Quý II/2021 hoặc năm 2021)",
        ),
        (
            "thoi_han: thường xuyên",
            "thoi_han: sớm",
            "error[DV208] bao_cao.yaml:82:15, mục `nhiem_vu_toi[2].thoi_han`: cần một thời hạn, nhưng ghi “sớm”"
            " (viết như 30/6/2021, Quý II/2021, năm 2021 hoặc “thường xuyên”)",
        ),
        (
            "tinh_trang: hoan_thanh",
            "tinh_trang: hoàn thành",
            "error[DV209] bao_cao.yaml:68:17, mục `nhiem_vu_rieng[2].tinh_trang`: giá trị “hoàn thành” không"
            " dùng được ở đây; chỉ dùng: hoan_thanh, dang_thuc_hien, chua_thuc_hien (có phải `hoan_thanh`?)",
        ),
        (
            "loai: bao_cao_749",
            "loai: bao_cao_479",
            "error[DV209] bao_cao.yaml:2:7, mục `loai`: giá trị “bao_cao_479” không dùng được ở đây;"
            " chỉ dùng: bao_cao_749 (có phải `bao_cao_749`?)",
        ),
        (
            "dia_danh: Hà Nội",
            'dia_danh: "Hà\\nNội"',
            "error[DV210] bao_cao.yaml:7:11, mục `dia_danh`: mục này chỉ được một dòng, nhưng ghi 2 dòng"
            " (viết liền một dòng)",
        ),
        (
            "dia_danh: Hà Nội",
            f"dia_danh: {'x' * 2001}",
            "error[DV211] bao_cao.yaml:7:11, mục `dia_danh`: mục này tối đa 2000 ký tự, nhưng ghi 2001 ký tự",
        ),
        (
            'so: "05"',
            "so: 12a",
            "error[DV212] bao_cao.yaml:5:5, mục `so`: số văn bản phải là số nguyên từ 1 trở lên, nhưng ghi “12a”"
            " (ghi riêng phần số, như 05 hoặc 123; phần chữ ghi ở `ky_hieu`)",
        ),
        (
            "ky_hieu: BC-BGDĐT",
            "ky_hieu: BC - BGDĐT",
            "error[DV213] bao_cao.yaml:6:10, mục `ky_hieu`: ký hiệu “BC - BGDĐT” không đúng mẫu"
            " (viết các nhóm chữ in hoa nối bằng dấu - không có dấu cách, như BC-BGDĐT)",
        ),
        (
            "minh_hoa: true",
            "minh_hoa: 1",
            "error[DV214] bao_cao.yaml:3:11, mục `minh_hoa`: cần true hoặc false, nhưng ghi “1”",
        ),
        (
            "  ho_ten: Nguyễn Văn Mẫu",
            "  ho_ten:",
            "error[DV301] bao_cao.yaml:99:3, mục `nguoi_ky.ho_ten`: thiếu họ tên người ký"
            " (điền mục `nguoi_ky.ho_ten`; nếu chưa có, tạo bản nháp với `--draft`)",
        ),
        (
            "        ket_qua: 86,97\n",
            "",
            "error[DV301] bao_cao.yaml:22:9, mục `muc_tieu.chinh_phu_so.chi_tieu[1].ket_qua`:"
            " thiếu kết quả của chỉ tiêu “Tỷ lệ hồ sơ giải quyết trực tuyến”"
            " (điền mục `muc_tieu.chinh_phu_so.chi_tieu[1].ket_qua`; nếu chưa có, tạo bản nháp với `--draft`)",
        ),
        (
            "ngay: 2020-12-25",
            "ngay: 01/6/2020\nminh_hoa: true",
            "error[DV402] bao_cao.yaml:8:7, mục `ngay`: ngày 01/6/2020 trước ngày ban hành"
            " Quyết định số 749/QĐ-TTg (03/6/2020)",
        ),
        (
            "co_quan: BGDDT",
            "co_quan: BGDĐTT",
            "error[CQ101] bao_cao.yaml:4:10, mục `co_quan`: không có cơ quan nào tên hoặc mã là “BGDĐTT”"
            " (có phải “BGDDT”?)",
        ),
        (
            "- gui: TTg",
            "- gui: BTTTX",
            "error[CQ101] bao_cao.yaml:89:10, mục `de_xuat[1].gui`: không có cơ quan nào tên hoặc mã là “BTTTX”"
            " (có phải “BTTTT”?)",
        ),
        (
            "khoản 2 mục VIII Điều 1",
            "khoản 2x mục VIII",
            "error[CQ201] bao_cao.yaml:67:15, mục `nhiem_vu_rieng[2].vien_dan`: không đọc được viện dẫn"
            " “khoản 2x mục VIII”: ở ký tự thứ 7 cần một số, nhưng ghi “2x”"
            " (viết như “khoản 3, 4 mục VII” hoặc “điểm a khoản 2 mục IV”)",
        ),
        (
            "khoản 2 mục VIII Điều 1",
            "khoản 1, 2 mục VIII Điều 1",
            "error[CQ202] bao_cao.yaml:67:15, mục `nhiem_vu_rieng[2].vien_dan`: nhiệm vụ tại khoản 1 Mục VIII Điều 1"
            " không giao cho Bộ Giáo dục và Đào tạo (nhiệm vụ này giao cho Bộ Y tế)",
        ),
        (
            "vien_dan: khoản 2 mục VIII Điều 1",
            "vien_dan: khoản 2 mục VIII; khoản 3 mục VII Điều 1",
            "error[CQ203] bao_cao.yaml:67:15, mục `nhiem_vu_rieng[2].vien_dan`: nhiệm vụ tại khoản 3 Mục VII Điều 1"
            " ghi hai lần: dòng 63 và dòng 67 (gộp hai chỗ làm một)",
        ),
    ],
)
def test_an_error_is_told_whole_with_code_and_place(old: str, new: str, expected: str) -> None:
    _, problems = read(changed((old, new)))
    assert has_errors(problems)
    assert expected in shown(problems)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'so: "05"',
            "so: 5",
            "warning[DV406] bao_cao.yaml:5:5, mục `so`: số văn bản “5” thiếu số 0 phía trước; sẽ in là 05"
            ' (ghi so: "05")',
        ),
        (
            "ky_hieu: BC-BGDĐT",
            "ky_hieu: BC-BYT",
            "warning[DV407] bao_cao.yaml:6:10, mục `ky_hieu`: ký hiệu “BC-BYT” không kết thúc bằng “BGDĐT” của"
            " Bộ Giáo dục và Đào tạo (bỏ mục `ky_hieu` để dùng BC-BGDĐT)",
        ),
        (
            "ket_qua: 86,97",
            "ket_qua: 186,97",
            "warning[DV408] bao_cao.yaml:25:18, mục `muc_tieu.chinh_phu_so.chi_tieu[1].ket_qua`:"
            " 186,97% nằm ngoài khoảng từ 0 đến 100 (kiểm tra lại số; đơn vị đang ghi là %)",
        ),
        (
            "thoi_han: Quý II/2021",
            "thoi_han: Quý II/2020",
            "warning[DV403] bao_cao.yaml:77:15, mục `nhiem_vu_toi[1].thoi_han`:"
            " thời hạn “Quý II/2020” đã qua vào ngày báo cáo 25/12/2020",
        ),
        (
            "ngay: 12/8/2020",
            "ngay: 12/8/2021",
            "warning[DV404] bao_cao.yaml:55:15, mục `nhiem_vu_chung.the_che.van_ban[2].ngay`:"
            " văn bản ghi ngày 12/8/2021, sau ngày báo cáo 25/12/2020",
        ),
        (
            "ho_ten: Nguyễn",
            "ho_ten: PGS.TS. Nguyễn",
            "warning[DV410] bao_cao.yaml:99:11, mục `nguoi_ky.ho_ten`: trước họ tên người ký có ghi “PGS.TS.”;"
            " không ghi học hàm, học vị (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.c) (chỉ ghi họ và tên)",
        ),
    ],
)
def test_a_warning_stands_alone_and_lets_the_report_through(old: str, new: str, expected: str) -> None:
    read_report, problems = read(changed((old, new)))
    assert read_report is not None
    assert shown(problems) == [expected]


def test_a_name_of_2020_in_a_report_of_2025_names_the_successor() -> None:
    _, problems = read(changed(("ngay: 2020-12-25", "ngay: 10/4/2025"), ("thoi_han: Quý II/2021", "thoi_han: 2026")))
    assert shown(problems) == [
        "error[CQ102] bao_cao.yaml:11:12, mục `kinh_gui[1]`: vào ngày 10/4/2025 không còn"
        " “Bộ Thông tin và Truyền thông” (từ 01/3/2025 là Bộ Khoa học và Công nghệ)",
        "error[CQ102] bao_cao.yaml:79:16, mục `nhiem_vu_toi[1].phoi_hop[1]`: vào ngày 10/4/2025 không còn"
        " “Bộ Thông tin và Truyền thông” (từ 01/3/2025 là Bộ Khoa học và Công nghệ)",
    ]


def test_many_faults_come_in_one_run_in_the_order_of_the_lines() -> None:
    text = changed(
        ("kinh_gui:", "kinhgui:"),
        ("ngay: 2020-12-25", "ngay: 30/02/2021"),
        ("ket_qua: 86,97", "ket_qua: 86,97%"),
        ("khoản 3, 4 mục VII", "khoản 3 mục VII"),
        ("- gui: TTg", "- gui: BTTTX"),
        ("Nguyễn Văn Mẫu", "TS. Nguyễn Văn Mẫu"),
    )
    _, problems = read(text)
    assert [problem.code for problem in problems] == ["DV206", "DV201", "DV203", "DV301", "CQ101", "DV410"]


def test_a_value_that_was_refused_is_not_called_missing_too() -> None:
    _, problems = read(changed(("tinh_trang: hoan_thanh", "tinh_trang: [x]"), ("  ho_ten:", "  hoten:")))
    assert [problem.code for problem in problems] == ["DV202", "DV201"]


def test_the_same_target_twice_names_both_lines() -> None:
    _, problems = read(
        changed(("Số hệ thống đã kết nối", "Tỷ lệ hồ sơ giải quyết trực tuyến"), ("        ky: Quý IV/2020\n", ""))
    )
    assert shown(problems) == [
        "error[DV409] bao_cao.yaml:27:14, mục `muc_tieu.chinh_phu_so.chi_tieu[2].ten`:"
        " chỉ tiêu “Tỷ lệ hồ sơ giải quyết trực tuyến” ghi hai lần: dòng 22 và dòng 27"
    ]


def test_a_draft_accepts_a_nearly_empty_file_and_lists_what_is_missing() -> None:
    text = "loai: bao_cao_749\nco_quan: BGDDT\nso:\nngay: ''\nkinh_gui: []\nnguoi_ky:\n"
    text += "nhiem_vu_rieng: []\nkho_khan: []\n"
    read_report, problems = read(text, draft=True)
    assert problems == []
    assert read_report is not None
    missing = {".".join(map(str, item.path)): item.what for item in read_report.missing}
    assert missing["nguoi_ky.ho_ten"] == "họ tên người ký"
    assert missing["kho_khan"] == "khó khăn, vướng mắc"
    assert next(item.what for item in read_report.missing if item.path == ("nhiem_vu_rieng",)) == (
        "kết quả của nhiệm vụ tại khoản 3 Mục VII Điều 1"
    )
    _, final = read(text)
    assert {problem.code for problem in final} == {"DV301"}
    assert len(final) == len(read_report.missing)


def test_even_a_draft_needs_its_kind_and_agency() -> None:
    _, problems = read("so: '05'\n", draft=True)
    assert shown(problems) == [
        "error[DV302] bao_cao.yaml, mục `co_quan`: thiếu cơ quan ban hành"
        " (điền mục `co_quan`; bản nháp cũng cần mục này)",
        "error[DV302] bao_cao.yaml, mục `loai`: thiếu loại tệp đầu vào (điền mục `loai`; bản nháp cũng cần mục này)",
    ]


def test_a_file_that_is_a_list_is_no_report() -> None:
    _, problems = read("- a\n")
    assert shown(problems) == ["error[DV202] bao_cao.yaml:1:1: cần một nhóm mục, nhưng ở đây là một danh sách"]


def test_a_field_of_five_million_characters_is_named() -> None:
    _, problems = read(changed(("mo_dau: |\n", f"mo_dau: |\n  {'x' * 5_000_000}\n")))
    assert [(problem.code, problem.place.key) for problem in problems] == [("DV111", "mo_dau")]


@pytest.mark.parametrize("size", range(0, len(SAMPLE.encode()), 97))
def test_a_truncated_file_gives_problems(size: int) -> None:
    read_report, problems = read(SAMPLE.encode()[:size])
    assert problems or read_report is not None
    if size < 3000:
        assert has_errors(problems)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_change_of_the_sample_raises_or_lets_english_through(data: st.DataObject) -> None:
    read_report, problems = read(damaged(data, SAMPLE), draft=data.draw(st.booleans()))
    assert read_report is not None or problems
    assert_for_clerks(problems)
