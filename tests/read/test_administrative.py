from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.model.document_kinds import DocumentKind
from reportgen.problems import has_errors
from reportgen.read.data_files import load_document_kinds
from tests.read.administrative_sample import (
    COPY,
    DECISION,
    DISPATCH,
    INTRODUCTION,
    INVITATION,
    LEAVE,
    MINUTES,
    changed,
    read,
)
from tests.read.damage import assert_for_clerks, damaged
from tests.read.sample import shown


@pytest.mark.parametrize("text", [DISPATCH, DECISION, INVITATION, INTRODUCTION, LEAVE, MINUTES, COPY])
def test_a_complete_input_is_read_without_any_problem(text: str) -> None:
    read_document, problems = read(text)
    assert shown(problems) == []
    assert read_document is not None
    assert read_document.missing == ()


def test_agencies_stand_with_their_names_and_groups_as_typed() -> None:
    read_document, _ = read(DISPATCH)
    assert read_document is not None
    document = read_document.document
    assert (document.agency, document.kind, document.number) == ("BTTTT", "cong_van", 5)
    assert document.addressees == (
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "Bộ Giáo dục và Đào tạo",
        "Văn phòng Chính phủ",
    )
    assert document.cited_documents is not None
    assert [cited.agency for cited in document.cited_documents] == ["Thủ tướng Chính phủ", None]
    assert read_document.place(("mo_dau",)).line == 29


def test_the_issuer_of_a_cited_document_is_named_as_on_the_day_of_that_document() -> None:
    text = changed(
        DISPATCH,
        ("co_quan: BTTTT", "co_quan: BGDDT"),
        ("ky_hieu: BTTTT-THH", "ky_hieu: BGDĐT-THH"),
        ("ngay: 25/12/2020", "ngay: 25/12/2025"),
        ("co_quan: TTG", "co_quan: BTTTT"),
    )
    read_document, problems = read(text)
    assert shown(problems) == []
    assert read_document is not None
    assert read_document.document.cited_documents is not None
    assert read_document.document.cited_documents[0].agency == "Bộ Thông tin và Truyền thông"


def test_an_addressee_that_ended_before_the_letter_names_its_successor() -> None:
    text = changed(
        DISPATCH,
        ("co_quan: BTTTT", "co_quan: BGDDT"),
        ("ky_hieu: BTTTT-THH", "ky_hieu: BGDĐT-THH"),
        ("ngay: 25/12/2020", "ngay: 25/12/2025"),
        ("- BGDDT", "- BTTTT"),
    )
    assert shown(read(text)[1]) == [
        "error[CQ102] van_ban.yaml:14:5, mục `kinh_gui[2]`: vào ngày 25/12/2025 không còn"
        " “Bộ Thông tin và Truyền thông” (từ 01/3/2025 là Bộ Khoa học và Công nghệ)"
    ]


def test_decomposed_input_gives_the_same_document() -> None:
    composed, decomposed = read(DISPATCH)[0], read(unicodedata.normalize("NFD", DISPATCH))[0]
    assert composed is not None
    assert decomposed is not None
    assert composed.document == decomposed.document


@pytest.mark.parametrize(
    ("typed", "key", "specimen"),
    [("QĐ", "quyet_dinh", "1.3"), ("QUYẾT ĐỊNH", "quyet_dinh", "1.3"), ("quyet_dinh", "quyet_dinh", "1.3")],
)
def test_a_kind_may_be_named_by_key_abbreviation_or_title_and_a_text_issued_changes_the_specimen(
    typed: str, key: str, specimen: str
) -> None:
    read_document, problems = read(changed(DECISION, ("loai: QĐ", f"loai: {typed}")))
    assert shown(problems) == []
    assert read_document is not None
    assert (read_document.kind.key, read_document.specimen.key) == (key, specimen)
    assert read_document.document.issued_texts is not None
    assert read_document.document.issued_texts[0].kind == "ke_hoach"


def test_a_decision_that_issues_nothing_follows_the_direct_specimen() -> None:
    read_document, _ = read(DECISION[: DECISION.index("kem_theo")])
    assert read_document is not None
    assert read_document.specimen.key == "1.2"


_DISPATCH_ERRORS = [
    (
        "loai: cong_van",
        "loai: cong_vam",
        "error[DV501] van_ban.yaml:2:7, mục `loai`: không có loại văn bản “cong_vam” (có phải `cong_van`?)",
    ),
    (
        "bo_cuc: phan",
        "bo_cuc: dieu",
        "error[DV503] van_ban.yaml:32:9, mục `bo_cuc`: loại văn bản công văn không trình bày theo bố cục `dieu`;"
        " chỉ dùng: muc, khoan, phan (bỏ mục `bo_cuc` để dùng `khoan`)",
    ),
    (
        "ky_hieu: BTTTT-THH",
        "ky_hieu: CV-BTTTT",
        "error[DV505] van_ban.yaml:6:10, mục `ky_hieu`: ký hiệu “CV-BTTTT” không đúng mẫu của công văn: chữ viết tắt"
        " của cơ quan, rồi của đơn vị soạn thảo (công văn không ghi tên loại trong ký hiệu; viết như BTTTT-THH)",
    ),
    (
        "ky_hieu: BTTTT-THH",
        "ky_hieu: BTTTT",
        "error[DV505] van_ban.yaml:6:10, mục `ky_hieu`: ký hiệu “BTTTT” không đúng mẫu của công văn: chữ viết tắt"
        " của cơ quan, rồi của đơn vị soạn thảo (công văn không ghi tên loại trong ký hiệu; viết như BTTTT-THH)",
    ),
    (
        "ngay: 03/6/2020",
        "ngay: 03/6/2021",
        "error[DV515] van_ban.yaml:21:11, mục `van_ban_dan[1].ngay`: văn bản viện dẫn “qd749” ghi ngày 03/6/2021,"
        " sau ngày văn bản này 25/12/2020",
    ),
    (
        "  - khoa: luat_gddt\n",
        "  - {khoa: qd749, loai: Luật, trich_yeu: An ninh mạng}\n  - khoa: luat_gddt\n",
        "error[DV511] van_ban.yaml:24:12, mục `van_ban_dan[2].khoa`: khóa “qd749” của văn bản viện dẫn"
        " ghi hai lần: dòng 17 và dòng 24 (đổi một trong hai khóa)",
    ),
    (
        "[[ qd749 ]]",
        "[[qd479]]",
        "error[DV512] van_ban.yaml:31, mục `mo_dau`: không có văn bản viện dẫn nào có khóa “qd479”"
        " (có phải “qd749”?)",
    ),
    (
        "- Nêu kết quả từng nhiệm vụ.",
        "- Nêu kết quả theo [[xyz]].",
        "error[DV512] van_ban.yaml:38:13, mục `noi_dung[1].con[1].con[1].noi_dung`: không có văn bản viện dẫn nào"
        " có khóa “xyz” (thêm văn bản này vào `van_ban_dan`)",
    ),
    (
        "trich_yeu: hướng dẫn",
        "trich_yeu: thực hiện [[qd749]], hướng dẫn",
        "error[DV517] van_ban.yaml:11:12, mục `trich_yeu`: [[qd749]] không dùng được ở mục này; chỉ dùng trong"
        " căn cứ, nội dung, phụ lục và văn bản kèm theo (ghi hẳn tên văn bản ra)",
    ),
    (
        "trich_yeu: Giao dịch điện tử",
        "trich_yeu: Giao dịch điện tử [[qd749]]",
        "error[DV517] van_ban.yaml:27:16, mục `van_ban_dan[2].trich_yeu`: [[qd749]] không dùng được ở mục này;"
        " chỉ dùng trong căn cứ, nội dung, phụ lục và văn bản kèm theo (ghi hẳn tên văn bản ra)",
    ),
    (
        "    ky_hieu: QĐ-TTg\n",
        "",
        "error[DV301] van_ban.yaml:17:5, mục `van_ban_dan[1].ky_hieu`: thiếu ký hiệu của văn bản viện dẫn “qd749”"
        " (điền mục `van_ban_dan[1].ky_hieu`; nếu chưa có, tạo bản nháp với `--draft`)",
    ),
    (
        '- [1, "Tỷ lệ phủ {{ sóng }}"]',
        "- [1]",
        "error[DV521] van_ban.yaml:65:11, mục `phu_luc[1].bang.dong[2]`: dòng này có 1 ô, nhưng bảng có 2 cột"
        ' (ô trống vẫn phải ghi, như "")',
    ),
    (
        "- nhom: Hạ tầng số",
        "-",
        "error[DV522] van_ban.yaml:64:10, mục `phu_luc[1].bang.dong[1]`: dòng này của bảng không có ô nào"
        " (ghi danh sách ô, hoặc {nhom: tên nhóm}, hoặc xóa dòng)",
    ),
    (
        '- o: [2, ""]',
        '- {nhom: A, o: [2, ""]}',
        "error[DV523] van_ban.yaml:66:11, mục `phu_luc[1].bang.dong[3]`: dòng này ghi cả tên nhóm lẫn các ô;"
        " dòng tên nhóm phủ mọi cột (tách thành hai dòng)",
    ),
    (
        "bang_chi_tieu: ke_hoach_483",
        "bang_chi_tieu: kehoach_843",
        "error[DV524] van_ban.yaml:68:27, mục `phu_luc[2].bang.bang_chi_tieu`: không có bảng chỉ tiêu nào tên"
        " “kehoach_843” (có phải “ke_hoach_483”?)",
    ),
    (
        "bang_chi_tieu: ke_hoach_483",
        "bang_chi_tieu: ke_hoach_483, cot: [{ten: A}]",
        "error[DV525] van_ban.yaml:68:27, mục `phu_luc[2].bang.bang_chi_tieu`: bảng ghi cả `bang_chi_tieu` lẫn"
        " `cot`, `dong`; chỉ dùng một cách",
    ),
    (
        "canh: giua",
        "canh: giữa",
        "error[DV209] van_ban.yaml:61:17, mục `phu_luc[1].bang.cot[1].canh`: giá trị “giữa” không dùng được ở đây;"
        " chỉ dùng: trai, giua, phai (có phải `giua`?)",
    ),
    (
        "    bang: {bang_chi_tieu: ke_hoach_483}\n",
        "",
        "error[DV301] van_ban.yaml:67:5, mục `phu_luc[2].noi_dung`: thiếu nội dung của phụ lục “CÁC CHỈ TIÊU”"
        " (điền mục `phu_luc[2].noi_dung`; nếu chưa có, tạo bản nháp với `--draft`)",
    ),
    (
        "          - noi_dung: Nêu khó khăn.",
        "          -",
        "error[DV532] van_ban.yaml:39:12, mục `noi_dung[1].con[1].con[2]`: phần này không có tiêu đề, nội dung,"
        " bảng hay phần nào bên dưới (điền nội dung, hoặc xóa dòng này)",
    ),
    (
        "- Văn phòng Chính phủ",
        "- Bộ GD&ĐT",
        "error[DV541] van_ban.yaml:15:5, mục `kinh_gui[3]`: nơi kính gửi “Bộ Giáo dục và Đào tạo” ghi hai lần:"
        " dòng 14 và dòng 15 (xóa một chỗ)",
    ),
    (
        "- BGDDT",
        "- BGDDTT",
        "error[CQ101] van_ban.yaml:14:5, mục `kinh_gui[2]`: không có cơ quan nào tên hoặc mã là “BGDDTT”"
        " (có phải “BGDDT”?)",
    ),
    (
        "do_khan: khan",
        "do_khan: gấp",
        "error[DV209] van_ban.yaml:10:10, mục `do_khan`: giá trị “gấp” không dùng được ở đây;"
        " chỉ dùng: khan, thuong_khan, hoa_toc",
    ),
    (
        "kinh_gui:",
        "kinhgui:",
        "error[DV201] van_ban.yaml:12:1, mục `kinhgui`: không có mục nào tên `kinhgui` ở đây (có phải `kinh_gui`?)",
    ),
    (
        '- o: [2, ""]',
        "- o: [2, [x]]",
        "error[DV202] van_ban.yaml:66:18, mục `phu_luc[1].bang.dong[3].o[2]`: cần chữ, nhưng ở đây là một danh sách",
    ),
    (
        '- o: [2, ""]',
        "- o: abc",
        "error[DV202] van_ban.yaml:66:14, mục `phu_luc[1].bang.dong[3].o`: cần một danh sách, nhưng ở đây là"
        " chữ “abc”",
    ),
    (
        "noi_dung:\n  - tieu_de: Nội dung báo cáo",
        "noi_dung:\n  - tieude: Nội dung báo cáo",
        "error[DV201] van_ban.yaml:34:5, mục `noi_dung[1].tieude`: không có mục nào tên `tieude` ở đây"
        " (có phải `tieu_de`?)",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), _DISPATCH_ERRORS)
def test_an_error_in_a_dispatch_is_told_whole_with_code_and_place(old: str, new: str, expected: str) -> None:
    _, problems = read(changed(DISPATCH, (old, new)))
    assert [line for line in shown(problems) if line.startswith("error")] == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'so: "05"',
            "so: 5",
            "warning[DV406] van_ban.yaml:5:5, mục `so`: số văn bản “5” thiếu số 0 phía trước; sẽ in là 05"
            ' (ghi so: "05")',
        ),
        (
            "ky_hieu: BTTTT-THH",
            "ky_hieu: BYT-THH",
            "warning[DV506] van_ban.yaml:6:10, mục `ky_hieu`: ký hiệu “BYT-THH” không bắt đầu bằng “BTTTT” của"
            " Bộ Thông tin và Truyền thông (viết như BTTTT-THH)",
        ),
        (
            "don_vi_soan_thao: THH",
            "don_vi_soan_thao: KHTC",
            "warning[DV507] van_ban.yaml:6:10, mục `ky_hieu`: ký hiệu “BTTTT-THH” không kết thúc bằng “KHTC” ghi ở"
            " `don_vi_soan_thao` (bỏ một trong hai mục, hoặc ghi cho giống nhau)",
        ),
        (
            "nguoi_soan: NVM",
            "tham_quyen: BỘ TRƯỞNG",
            "warning[DV502] van_ban.yaml:49:1, mục `tham_quyen`: loại văn bản công văn không dùng mục `tham_quyen`"
            " (bỏ mục này, hoặc xem lại mục `loai`)",
        ),
        (
            "nguoi_soan: NVM",
            "chi_tiet: {toi_du: Hội nghị}",
            "warning[DV502] van_ban.yaml:49:12, mục `chi_tiet.toi_du`: loại văn bản công văn không dùng mục"
            " `chi_tiet.toi_du` (bỏ mục này, hoặc xem lại mục `loai`)",
        ),
        (
            " và [[luat_gddt]]",
            "",
            "warning[DV513] van_ban.yaml:24:11, mục `van_ban_dan[2].khoa`: văn bản viện dẫn “luat_gddt” không được"
            " nhắc đến ở đâu, nên không được in (ghi [[luat_gddt]] ở chỗ cần viện dẫn, hoặc bỏ văn bản này)",
        ),
        (
            "ngay: 29/11/2005",
            "het_hieu_luc: 25/12/2020",
            "warning[DV514] van_ban.yaml:26:19, mục `van_ban_dan[2].het_hieu_luc`: văn bản viện dẫn “luat_gddt”"
            " hết hiệu lực từ 25/12/2020, không còn hiệu lực vào ngày văn bản này 25/12/2020"
            " (viện dẫn văn bản thay thế, hoặc kiểm tra lại `het_hieu_luc`)",
        ),
        (
            "[[ qd749 ]]",
            "[[qd749",
            "warning[DV516] van_ban.yaml:31, mục `mo_dau`: dấu `[[` ở đây không mở đầu một [[khóa]], nên được in"
            " nguyên như đã gõ (viết [[khóa]] liền trên một dòng)",
        ),
        (
            "do_khan: khan",
            "do_mat: mat",
            "note[DV542] van_ban.yaml:10:9, mục `do_mat`: độ mật được xác định và đóng dấu theo pháp luật về bảo vệ"
            " bí mật nhà nước (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.2.a)"
            " (chỉ soạn văn bản mật trên máy được phép)",
        ),
        (
            "quyen_han: KT.",
            "quyen_han: TM.",
            "warning[DV543] van_ban.yaml:53:14, mục `nguoi_ky.quyen_han`: Bộ Thông tin và Truyền thông làm việc theo"
            " chế độ thủ trưởng; “TM.” chỉ ghi khi ký thay mặt tập thể (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục"
            " II.7.a) (bỏ mục `quyen_han`, hoặc ghi KT., TL., TUQ., Q.)",
        ),
        (
            "  quyen_han: KT.\n",
            "",
            "warning[DV544] van_ban.yaml:53:12, mục `nguoi_ky.chuc_vu`: “THỨ TRƯỞNG” là cấp phó nhưng không ghi"
            " quyền hạn ký (cấp phó ký thay người đứng đầu thì ghi quyen_han: KT.)",
        ),
        (
            "chuc_vu: THỨ TRƯỞNG",
            "chuc_vu: Bộ trưởng",
            "warning[DV545] van_ban.yaml:54:12, mục `nguoi_ky.chuc_vu`: “KT. BỘ TRƯỞNG” mà người ký cũng là"
            " “BỘ TRƯỞNG” (ghi chức vụ của người ký ở `chuc_vu`, hoặc bỏ mục `quyen_han`)",
        ),
        (
            "mau@example.vn",
            "mau.example.vn",
            "warning[DV546] van_ban.yaml:45:18, mục `dau_moi[1].thu_dien_tu`: “mau.example.vn” có vẻ không phải"
            " địa chỉ thư điện tử (viết như nguyenvana@example.vn)",
        ),
        (
            "024.0000.0000 (máy lẻ 12)",
            "O24 000",
            "warning[DV547] van_ban.yaml:44:17, mục `dau_moi[1].dien_thoai`: “O24 000” có vẻ không phải"
            " số điện thoại (viết như 024.0000.0000 hoặc 0900000000)",
        ),
        (
            "ho_ten: Trần",
            "ho_ten: TS. Trần",
            "warning[DV410] van_ban.yaml:55:11, mục `nguoi_ky.ho_ten`: trước họ tên người ký có ghi “TS.”;"
            " không ghi học hàm, học vị (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.c) (chỉ ghi họ và tên)",
        ),
    ],
)
def test_a_warning_stands_alone_and_lets_the_dispatch_through(old: str, new: str, expected: str) -> None:
    read_document, problems = read(changed(DISPATCH, (old, new)))
    assert read_document is not None
    assert not has_errors(problems)
    assert shown(problems) == [expected]


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        (
            DECISION,
            "- nd48",
            "- nd84",
            "error[DV512] van_ban.yaml:18:5, mục `can_cu[1]`: không có văn bản viện dẫn nào có khóa “nd84”"
            " (có phải “nd48”?)",
        ),
        (
            DECISION,
            "can_cu:\n  - nd48\n  - Căn cứ tình hình thực tế\n",
            "",
            "error[DV301] van_ban.yaml, mục `can_cu`: thiếu căn cứ"
            " (điền mục `can_cu`; nếu chưa có, tạo bản nháp với `--draft`)",
        ),
        (
            DECISION,
            "tham_quyen:",
            "bo_cuc: khoan\ntham_quyen:",
            "error[DV503] van_ban.yaml:16:9, mục `bo_cuc`: loại văn bản quyết định không trình bày theo bố cục"
            " `khoan`; chỉ dùng: dieu, chuong (bỏ mục `bo_cuc` để dùng `dieu`)",
        ),
        (
            DECISION,
            "loai: Kế hoạch",
            "loai: Công văn",
            "error[DV508] van_ban.yaml:27:11, mục `kem_theo[1].loai`: công văn không phải loại văn bản được ban hành"
            " kèm theo quyết định",
        ),
        (
            DECISION,
            "loai: Kế hoạch",
            "loai: Kê hoạh",
            "error[DV501] van_ban.yaml:27:11, mục `kem_theo[1].loai`: không có loại văn bản “Kê hoạh”"
            " (có phải `ke_hoach`?)",
        ),
        (
            DECISION,
            "ky_hieu: QĐ-BTTTT",
            "ky_hieu: QyĐ-BTTTT",
            "error[DV504] van_ban.yaml:5:10, mục `ky_hieu`: ký hiệu “QyĐ-BTTTT” không bắt đầu bằng “QĐ-”, chữ viết"
            " tắt của quyết định (phân biệt chữ hoa, chữ thường) (bỏ mục `ky_hieu` để dùng QĐ-BTTTT)",
        ),
        (
            LEAVE,
            "nghi_den: 12/3/2021",
            "nghi_den: 07/3/2021",
            "error[DV548] van_ban.yaml:11:13, mục `chi_tiet.nghi_den`: ngày 07/3/2021 trước ngày bắt đầu nghỉ"
            " 08/3/2021",
        ),
        (
            INTRODUCTION,
            "gia_tri_den: 31/3/2021",
            "gia_tri_den: 28/02/2021",
            "error[DV548] van_ban.yaml:10:16, mục `chi_tiet.gia_tri_den`: ngày 28/02/2021 trước ngày của văn bản"
            " 05/3/2021",
        ),
    ],
)
def test_an_error_in_another_kind_is_told_whole(text: str, old: str, new: str, expected: str) -> None:
    _, problems = read(changed(text, (old, new)))
    assert [line for line in shown(problems) if line.startswith("error")] == [expected]


@pytest.mark.parametrize(
    ("kind", "symbol", "is_right"),
    [
        ("quy_dinh", "QyĐ-BTTTT", True),
        ("quy_dinh", "QYĐ-BTTTT", False),
        ("quy_dinh", "QĐ-BTTTT", False),
        ("chuong_trinh", "CTr-BTTTT", True),
        ("chuong_trinh", "CTR-BTTTT", False),
        ("to_trinh", "TTr-BTTTT", True),
        ("trich_sao", "TrS-BTTTT", True),
        ("thu_cong", "BTTTT", True),
    ],
)
def test_the_case_of_the_abbreviation_of_a_kind_matters(kind: str, symbol: str, is_right: bool) -> None:
    _, problems = read(f"loai: {kind}\nco_quan: BTTTT\nky_hieu: {symbol}\n", draft=True)
    assert [problem.code for problem in problems] == ([] if is_right else ["DV504"])


@pytest.mark.parametrize("text", [INVITATION, INTRODUCTION, LEAVE, MINUTES])
def test_every_line_of_a_form_is_needed_in_the_final_form_only(text: str) -> None:
    head, _, rest = text.partition("chi_tiet:\n")
    lines = rest.splitlines()
    details = [line.strip().split(":")[0] for line in lines if line.startswith("  ")]
    without = head + "\n".join(line for line in lines if not line.startswith("  ")) + "\n"
    _, problems = read(without)
    assert {problem.code for problem in problems} == {"DV301"}
    assert {problem.place.key for problem in problems} == {f"chi_tiet.{key}" for key in details}
    read_document, draft_problems = read(without, draft=True)
    assert draft_problems == []
    assert read_document is not None
    assert len(read_document.missing) == len(details)


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        ("cong_van", "so don_vi_soan_thao ngay trich_yeu kinh_gui noi_dung luu.don_vi"),
        ("quyet_dinh", "so ngay trich_yeu can_cu noi_dung luu.don_vi"),
        ("ke_hoach", "so ngay trich_yeu noi_dung luu.don_vi"),
        ("cong_dien", "so ngay trich_yeu kinh_gui noi_dung luu.don_vi"),
        ("sao_y", "so ngay"),
    ],
)
def test_a_draft_of_each_kind_lists_what_its_specimen_needs_in_the_order_of_the_keys(kind: str, needed: str) -> None:
    read_document, problems = read(f"loai: {kind}\nco_quan: BTTTT\nso:\nkinh_gui: []\nnguoi_ky:\n", draft=True)
    assert problems == []
    assert read_document is not None
    missing = [".".join(str(step) for step in item.path) for item in read_document.missing]
    assert missing == [*needed.split(), "nguoi_ky.chuc_vu", "nguoi_ky.ho_ten"]


@pytest.mark.parametrize(
    "old", ["ky_hieu: BTTTT-THH\n", "don_vi_soan_thao: THH\n", "ky_hieu: BTTTT-THH\ndon_vi_soan_thao: THH\n"]
)
def test_the_symbol_of_a_dispatch_can_be_made_from_any_mention_of_the_drafting_unit(old: str) -> None:
    assert shown(read(changed(DISPATCH, (old, "")))[1]) == []


def test_an_opening_is_content_enough_for_a_dispatch_but_not_for_a_decision() -> None:
    start, end = DISPATCH.index("noi_dung:\n"), DISPATCH.index("dau_moi:")
    assert shown(read(DISPATCH[:start] + DISPATCH[end:])[1]) == []
    start, end = DECISION.index("noi_dung:\n"), DECISION.index("luu:")
    _, problems = read(DECISION[:start] + "mo_dau: Xét đề nghị.\n" + DECISION[end:])
    assert [(problem.code, problem.place.key) for problem in problems] == [("DV301", "noi_dung")]


@pytest.mark.parametrize(
    ("kind", "opening", "indent"),
    [
        ("cong_van", "noi_dung:\n  - con:\n", "      "),
        ("ke_hoach", "noi_dung:\n  - con:\n      - con:\n", "          "),
        ("quyet_dinh", "noi_dung:\n  - con:\n      - con:\n", "          "),
        ("cong_van", "bo_cuc: phan\nnoi_dung:\n  - con:\n      - con:\n          - con:\n", "              "),
    ],
)
def test_more_points_than_letters_are_refused_at_the_level_of_points_only(
    kind: str, opening: str, indent: str
) -> None:
    points = "".join(f"{indent}- Điểm {number}.\n" for number in range(24))
    head = f"loai: {kind}\nco_quan: BTTTT\n"
    _, problems = read(f"{head}{opening}{points}", draft=True)
    assert [problem.code for problem in problems] == ["DV531"]
    assert problems[0].message() == ("có 24 điểm trong một danh sách, nhưng chữ cái đánh điểm chỉ đến y (23 điểm)")
    assert problems[0].place.line == head.count("\n") + opening.count("\n") + 24
    _, fewer = read(f"{head}{opening}{points}".replace(f"{indent}- Điểm 0.\n", ""), draft=True)
    assert fewer == []
    first_level = "".join(f"  - Mục {number}.\n" for number in range(24))
    assert read(f"{head}noi_dung:\n{first_level}", draft=True)[1] == []


def test_a_letter_older_than_the_decree_or_than_what_it_cites_is_refused() -> None:
    _, problems = read(changed(DISPATCH, ("ngay: 25/12/2020", "ngay: 04/3/2020")))
    assert shown(problems) == [
        "error[DV401] van_ban.yaml:9:7, mục `ngay`: ngày 04/3/2020 trước khi Nghị định 30/2020/NĐ-CP"
        " có hiệu lực (05/3/2020)",
        "error[DV515] van_ban.yaml:21:11, mục `van_ban_dan[1].ngay`: văn bản viện dẫn “qd749” ghi ngày 03/6/2020,"
        " sau ngày văn bản này 04/3/2020",
    ]


def test_many_faults_come_in_one_run_in_the_order_of_the_lines() -> None:
    text = changed(
        DISPATCH,
        ("loai: cong_van", "loai: cong_vam"),
        ("ngay: 25/12/2020", "ngay: 30/02/2021"),
        ("kinh_gui:", "kinhgui:"),
        ("[[ qd749 ]]", "[[qd479]]"),
        ("bo_cuc: phan", "bo_cuc: dieu"),
        ("Trần Thị Mẫu", "TS. Trần Thị Mẫu"),
        ('- [1, "Tỷ lệ phủ {{ sóng }}"]', "- [1]"),
    )
    _, problems = read(text)
    codes = ["DV501", "DV206", "DV201", "DV512", "DV503", "DV410", "DV521"]
    assert [problem.code for problem in problems] == codes


def test_an_unknown_kind_that_is_like_none_gives_no_document() -> None:
    read_document, problems = read("loai: xyz\nco_quan: BTTTT\nkinh_gui: [BTTTTX]\n", draft=True)
    assert read_document is None
    assert [problem.code for problem in problems] == ["DV501", "CQ101"]
    assert problems[0].hint() is not None
    assert "cong_van" in str(problems[0].hint())


def test_a_value_that_was_refused_is_not_called_missing_or_empty_too() -> None:
    text = changed(DISPATCH, ("trich_yeu: hướng dẫn", "trich_yeu: [x] #"), ("- Nêu kết quả từng nhiệm vụ.", "- [x]"))
    assert [problem.code for problem in read(text)[1]] == ["DV202", "DV202"]


def test_even_a_draft_needs_its_kind_and_agency() -> None:
    read_document, problems = read("so: '05'\n", draft=True)
    assert read_document is None
    assert shown(problems) == [
        "error[DV302] van_ban.yaml, mục `co_quan`: thiếu cơ quan ban hành"
        " (điền mục `co_quan`; bản nháp cũng cần mục này)",
        "error[DV302] van_ban.yaml, mục `loai`: thiếu loại văn bản (điền mục `loai`; bản nháp cũng cần mục này)",
    ]


def test_a_link_in_double_brackets_is_no_mention() -> None:
    text = changed(DISPATCH, ("Trân trọng.", "'Xem [[tại đây](https://example.vn)].'"))
    assert shown(read(text)[1]) == []


def test_parts_nested_without_end_are_refused() -> None:
    text = "loai: cong_van\nco_quan: BTTTT\nnoi_dung: " + "[{con: " * 200 + "x" + "}]" * 200
    assert [problem.code for problem in read(text)[1]] == ["DV112"]


def test_thousands_of_unknown_mentions_are_all_told_in_little_time() -> None:
    mentions = " ".join(f"[[khoa_{number}]]" for number in range(5_000))
    start = time.perf_counter()
    _, problems = read(f"loai: cong_van\nco_quan: BTTTT\nmo_dau: '{mentions}'\n", draft=True)
    assert len(problems) == 5_000
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("kind", load_document_kinds().kinds, ids=lambda kind: kind.key)
def test_every_kind_is_read_from_two_lines_as_a_draft(kind: DocumentKind) -> None:
    read_document, problems = read(f"loai: {kind.key}\nco_quan: BTTTT\n", draft=True)
    assert problems == []
    assert read_document is not None
    assert read_document.kind == kind
    assert read_document.missing
    _, final = read(f"loai: {kind.key}\nco_quan: BTTTT\n")
    assert {problem.code for problem in final} == {"DV301"}


@pytest.mark.parametrize("size", range(0, len(DISPATCH.encode()), 61))
def test_a_truncated_file_gives_problems(size: int) -> None:
    read_document, problems = read(DISPATCH.encode()[:size])
    assert problems or read_document is not None


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_change_of_a_sample_raises_or_lets_english_through(data: st.DataObject) -> None:
    text = damaged(data, data.draw(st.sampled_from([DISPATCH, DECISION, INVITATION, MINUTES])))
    read_document, problems = read(text, draft=data.draw(st.booleans()))
    assert read_document is not None or problems
    assert_for_clerks(problems)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read_document, problems = read(data)
    assert read_document is not None or problems
