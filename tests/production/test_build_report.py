"""The main job end to end: the sample report, its drafts, ministries that merged, what every bad input gets."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from reportgen.document import Block, Chart, Figure, Landscape, Table, print_blocks, print_document
from reportgen.problems import InputProblems, OutputError
from reportgen.production import BuiltDocument, build_report
from reportgen.vietnamese import format_quantity
from tests.conftest import AssertValid

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "bao_cao_749" / "bao_cao.yaml"
TEXT = SAMPLE.read_text(encoding="utf-8")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def report() -> BuiltDocument:
    return build_report(SAMPLE)


def changed(folder: Path, *pairs: tuple[str, str]) -> Path:
    text = TEXT
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / "bao_cao.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def draft(folder: Path, text: str) -> BuiltDocument:
    path = folder / "nhap.yaml"
    path.write_text(text, encoding="utf-8")
    return build_report(path, draft=True)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Landscape):
            yield from walk(block.blocks)


def slots(built: BuiltDocument) -> str:
    return print_document(built.document)


def test_the_sample_has_no_problem_and_says_what_was_checked(report: BuiltDocument) -> None:
    assert report.problems == ()
    assert report.missing == ()
    assert len(report.checks) == 3
    assert "đủ trường" in report.checks[0]
    assert report.checks[2].endswith(": đúng")


def test_table_chart_and_words_show_the_same_values(report: BuiltDocument) -> None:
    blocks = list(walk(report.document.block_slots["noi_dung"]))
    figure = next(block for block in blocks if isinstance(block, Figure))
    assert isinstance(figure.content, Chart)
    tables = [block for block in blocks if isinstance(block, Table) and len(block.columns) == 7][:3]
    rows = [
        print_blocks(cell.blocks).partition(": ")[2] for table in tables for row in table.body for cell in row.cells
    ]
    for series in figure.content.series:
        for category, value in zip(figure.content.categories, series.values, strict=True):
            if value is not None:
                shown = format_quantity(value, series.unit)
                assert shown in figure.alt_text
                assert format_quantity(value, "") in rows, (category, shown)
    assert "chưa có số liệu" in rows
    assert figure.alt_text.count("chưa có số liệu") == 1


def test_two_processes_give_the_same_bytes(report: BuiltDocument) -> None:
    code = f"import reportgen, sys; sys.stdout.buffer.write(reportgen.build_report({str(SAMPLE)!r}).docx)"
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": os.environ["PATH"]}
    for seed, zone in (("1", "UTC"), ("77", "Asia/Ho_Chi_Minh")):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**environment, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            timeout=60,
            check=True,
        )
        assert done.stdout == report.docx


def test_the_last_page_set_up_is_that_of_the_landscape_appendix(report: BuiltDocument) -> None:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(report.docx)).read("word/document.xml"))
    sections = list(body.iter(f"{W}sectPr"))
    assert len(sections) == 5
    starts = [section.find(f"{W}pgNumType") is not None for section in sections]
    assert starts == [True, False, False, True, True]


def test_a_draft_of_nothing_marks_everything_and_is_valid(tmp_path: Path, assert_valid_docx: AssertValid) -> None:
    built = draft(tmp_path, "loai: bao_cao_749\nco_quan: BGDDT\n")
    assert_valid_docx(built.docx)
    printed = slots(built)
    for what in built.missing:
        if what not in {"số văn bản", "ngày ban hành"}:
            assert f"[Thiếu: {what}]" in printed, what
    assert "{{ so }} ________\n" in printed
    assert "{{ ngay_ban_hanh }} ngày_____tháng_____ năm________\n" in printed
    assert "còn thiếu" in built.checks[0]


def test_what_a_draft_may_lack_the_final_form_may_not(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("loai: bao_cao_749\nco_quan: BGDDT\n", encoding="utf-8")
    with pytest.raises(InputProblems) as found:
        build_report(path)
    built = build_report(path, draft=True)
    assert len([problem for problem in found.value.problems if problem.code == "DV301"]) == len(built.missing)


@pytest.mark.parametrize(
    ("authority", "head", "lines"),
    [
        ("KT.", "", ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
        ("TL.", "", ["TL. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
        ("TUQ.", "", ["TUQ. BỘ TRƯỞNG", "THỨ TRƯỞNG"]),
        ("TM.", "\n  chuc_vu_nguoi_dung_dau: Ban Chỉ đạo", ["TM. BAN CHỈ ĐẠO", "THỨ TRƯỞNG"]),
        ("Q.", "", ["Q. THỨ TRƯỞNG"]),
        ("", "", ["THỨ TRƯỞNG"]),
    ],
)
def test_the_signature_says_by_what_right(tmp_path: Path, authority: str, head: str, lines: list[str]) -> None:
    built = build_report(changed(tmp_path, ("quyen_han: KT.", f"quyen_han: {authority}{head}")))
    printed = [print_blocks((block,)).partition(": ")[2] for block in built.document.block_slots["quyen_han_chuc_vu"]]
    assert printed == lines


def test_one_addressee_stands_on_the_line_and_several_below_it(tmp_path: Path) -> None:
    built = build_report(changed(tmp_path, ("kinh_gui: BTTTT", "kinh_gui: [BTTTT, Văn phòng Chính phủ, VTV]")))
    assert print_blocks(built.document.block_slots["kinh_gui"]).splitlines() == [
        "Kính gửi nhiều nơi: Kính gửi:",
        "Kính gửi danh sách: - Bộ Thông tin và Truyền thông;",
        "Kính gửi danh sách: - Văn phòng Chính phủ;",
        "Kính gửi danh sách: - Đài Truyền hình Việt Nam.",
    ]


def test_the_distribution_list_ends_with_the_filing_line(report: BuiltDocument) -> None:
    lines = print_blocks(report.document.block_slots["noi_nhan"]).splitlines()
    assert lines[0] == "Nơi nhận danh sách: - Như trên;"
    assert lines[-1] == "Nơi nhận danh sách: - Lưu: VT, CNTT (05)."
    assert all(line.endswith(";") for line in lines[:-1])


def test_appendices_are_numbered_only_when_there_are_two_and_name_their_report(tmp_path: Path) -> None:
    first, _, _ = TEXT.partition("  - tieu_de: Danh mục hệ thống")
    path = tmp_path / "mot.yaml"
    path.write_text(first.replace("chi tiết tại Phụ lục I", "chi tiết tại Phụ lục"), encoding="utf-8")
    one = print_blocks(build_report(path).document.block_slots["phu_luc"])
    assert "Phụ lục: Phụ lục\n" in one
    two = print_blocks(build_report(SAMPLE).document.block_slots["phu_luc"])
    assert "Phụ lục: Phụ lục I\n" in two
    assert "Phụ lục: Phụ lục II\n" in two
    line = "Kèm theo: (Kèm theo Báo cáo số 05/BC-BGDĐT ngày 25 tháng 12 năm 2020 của Bộ Giáo dục và Đào tạo)"
    assert two.count(line) == 2


def test_the_zeros_of_number_and_date(tmp_path: Path) -> None:
    built = build_report(changed(tmp_path, ("ngay: 25/12/2020", "ngay: 3/2/2021"), ('so: "05"', "so: 112")))
    assert "{{ so }} 112\n" in slots(built)
    assert "{{ ngay_ban_hanh }} ngày 03 tháng 02 năm 2021\n" in slots(built)


def test_a_ministry_reports_for_those_that_it_took_over(tmp_path: Path) -> None:
    text = (
        "loai: bao_cao_749\nco_quan: BTC\nngay: 10/4/2025\ntinh_den: 3/2025\n"
        "nhiem_vu_rieng:\n  - {vien_dan: khoản 5 Điều 2, tinh_trang: hoan_thanh, ket_qua: Xong.}\n"
    )
    assert "### a) Nhiệm vụ tại khoản 5 Điều 2 (giao Bộ Kế hoạch và Đầu tư)" in slots(draft(tmp_path, text))


def test_names_are_those_of_the_day(tmp_path: Path) -> None:
    base = "loai: bao_cao_749\nco_quan: {}\ntinh_den: {}\n"
    assert "BỘ THÔNG TIN VÀ TRUYỀN THÔNG" in slots(draft(tmp_path, base.format("BTTTT", "12/2024")))
    assert "BỘ KHOA HỌC VÀ CÔNG NGHỆ" in slots(draft(tmp_path, base.format("BKHCN", "3/2025")))
    with pytest.raises(InputProblems) as found:
        draft(tmp_path, base.format("BTTTT", "6/2025"))
    problem = next(problem for problem in found.value.problems if problem.code == "CQ102")
    assert problem.hint() == "từ 01/3/2025 là Bộ Khoa học và Công nghệ"


HOSTILE = "{{ x.__class__ }} <w:p> & ]]> \"x\" 'y' %s"


def test_hostile_text_is_text(tmp_path: Path, assert_valid_docx: AssertValid) -> None:
    pairs = [
        ("ten: Tỷ lệ dịch vụ công trực tuyến mức độ 4", f"ten: {json.dumps(HOSTILE)}"),
        ("ho_ten: Nguyễn Văn Mẫu", f"ho_ten: {unicodedata.normalize('NFD', 'Nguyễn Thị Hường')}"),
        ("nguon: Thanh tra Bộ", "nguon: '=HYPERLINK(\"x\")'"),
    ]
    built = build_report(changed(tmp_path, *pairs))
    assert_valid_docx(built.docx, tags_allowed=True)
    printed = slots(built)
    assert "{{ x.__class__ }} <w:p> & ]]>" in printed
    assert "{{ ho_ten_nguoi_ky }} Nguyễn Thị Hường\n" in printed
    assert unicodedata.is_normalized("NFC", printed)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("ten: Tỷ lệ dịch vụ công trực tuyến mức độ 4", 'ten: "a\\u0007b"', "DV104"),
        ("Hạ tầng của Bộ được hợp nhất", "<script>x</script> Hạ tầng", "VB101"),
        ("Hạ tầng của Bộ được hợp nhất", "![ảnh](../../bi_mat.png)\n\n      Hạ tầng", "VB301"),
        ("Hạ tầng của Bộ được hợp nhất", "![ảnh](khong_co.png)\n\n      Hạ tầng", "VB302"),
        ("tinh_den: 12/2020", "tinh_den: 13/2020", "DV207"),
        ("co_quan: BGDDT", "co_quan: BGDDX", "CQ101"),
        ("vien_dan: khoản 2 mục VIII Điều 1", "vien_dan: khoản 1 mục VIII Điều 1", "CQ202"),
        ("vien_dan: khoản 2 mục VIII Điều 1", "vien_dan: khoản hai mục VIII", "CQ201"),
        ("muc_tieu: 90", "muc_tieu: chín mươi", "DV203"),
        ("kho_khan:", "kho_khawn:", "DV201"),
    ],
)
def test_bad_input_is_a_problem_and_nothing_is_made(tmp_path: Path, old: str, new: str, code: str) -> None:
    with pytest.raises(InputProblems) as found:
        build_report(changed(tmp_path, (old, new)))
    codes = {problem.code for problem in found.value.problems}
    assert code in codes, codes
    problem = next(problem for problem in found.value.problems if problem.code == code)
    assert problem.place.line is not None
    assert problem.message("vi") != problem.message("en")


def test_faults_of_input_text_and_template_come_in_one_run(tmp_path: Path) -> None:
    path = changed(tmp_path, ("muc_tieu: 90", "muc_tieu: x"), ("Hạ tầng của Bộ", "<b>Hạ tầng</b> của Bộ"))
    template = tmp_path / "mau.docx"
    template.write_bytes(b"khong phai docx")
    with pytest.raises(InputProblems) as found:
        build_report(path, template=template)
    assert {"DV203", "VB101", "MB001"} <= {problem.code for problem in found.value.problems}


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as found:
        build_report(tmp_path / "khong_co.yaml")
    assert found.value.problem.code == "GF001"


def test_saving_over_a_good_file_fails_whole(report: BuiltDocument, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError) as found:
        report.save(tmp_path / "tep" / "bao_cao.docx")
    assert found.value.problem.code == "GF002"
    report.save(tmp_path / "bao_cao.docx")
    assert (tmp_path / "bao_cao.docx").read_bytes() == report.docx
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bao_cao.docx", "tep"]
