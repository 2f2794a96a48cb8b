"""`reportgen improve`: one letter for each unit in one command, the lists beside them, and what is refused."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import RunProgram
from tests.conftest import AssertValid
from tests.ooxml.package import Package
from tests.ooxml.word import W

SAMPLES = Path(__file__).parents[2] / "samples"
PROVINCES = ("dti_2022_cap_tinh.csv", "--set", "dti_cap_tinh_922", "--year", "2022")
LETTER = ("--letter", "cong_van.yaml", "-o", "thu")
LISTS = ("--list", "thu/danh_sach.csv", "--rows", "chi_so=thu/chi_so.csv", "--rows", "trong_tam=thu/trong_tam.csv")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The working folder, with the tables and the letter of the samples in it."""
    for name in ("dti_2022", "dti_minh_hoa", "cong_van_cai_thien_dti"):
        for path in (SAMPLES / name).iterdir():
            shutil.copy(path, tmp_path)
    return tmp_path


def test_the_sample_makes_a_letter_for_each_of_the_63_provinces_and_batch_makes_the_same(
    run: RunProgram, desk: Path, assert_valid_docx: AssertValid
) -> None:
    done = run("improve", *PROVINCES, "--published", *LETTER)
    assert done.code == 0, done.err
    assert done.err == "Làm văn bản: 100%\n"
    assert done.out.startswith("63 nơi nhận: ghi mới 63, giữ nguyên 0, không làm được 0 (thư mục thu)\n")
    letters = sorted((desk / "thu").glob("*.docx"))
    assert len(letters) == 63
    lang_son = desk / "thu" / "UBND_LANGSON.docx"
    assert_valid_docx(lang_son)
    assert run("check", lang_son).code == 0
    text = text_of(lang_son)
    assert "Kính gửi: Ủy ban nhân dân tỉnh Lạng Sơn" in text
    assert "Lạng Sơn đạt giá trị 0,6837, xếp hạng 6 trên 63 đơn vị" in text
    assert "{{" not in text
    again = run("batch", "cong_van.yaml", *LISTS, "--key", "ma", "--names", "{ma}", "-o", "lai")
    assert again.code == 0, again.err
    assert all((desk / "lai" / path.name).read_bytes() == path.read_bytes() for path in letters)


def test_groups_are_compared_apart_and_invented_figures_need_a_letter_that_says_so(
    run: RunProgram, desk: Path
) -> None:
    ministries = ("dti_2022_cap_bo.csv", "--set", "dti_cap_bo_922", "--year", "2022", "--most", "2")
    done = run("improve", *ministries, *LETTER)
    assert done.code == 0, done.err
    listed = (desk / "thu" / "danh_sach.csv").read_text("utf-8-sig").splitlines()
    assert sum("trên 17 đơn vị" in line for line in listed) == 17
    assert all("Số liệu minh họa." in line for line in listed[1:])
    letter = desk / "cong_van.yaml"
    letter.write_text(letter.read_text("utf-8").replace("minh_hoa: có\n", ""), "utf-8")
    refused = run("improve", *ministries, "--letter", "cong_van.yaml", "-o", "khac")
    assert refused.code == 1
    assert "lỗi[DL702]" in refused.err
    assert not (desk / "khac").exists()


def test_units_without_a_total_are_told_so_and_the_editor_is_told_of_the_published_totals(
    run: RunProgram, desk: Path
) -> None:
    done = run("improve", *PROVINCES, *LETTER)
    assert done.code == 0
    assert "cảnh báo[DL704]: 58 đơn vị chưa xếp hạng" in done.err
    text = text_of(desk / "thu" / "UBND_CAOBANG.docx")
    assert "Cao Bằng chưa có số liệu để tính giá trị chung nên chưa được xếp hạng" in text


def test_faults_of_table_and_letter_come_in_one_run_and_nothing_is_written(run: RunProgram, desk: Path) -> None:
    table = desk / PROVINCES[0]
    table.write_text(table.read_text("utf-8").replace("0.8253", "1.8253").replace("An Giang", "An Gianh"), "utf-8")
    letter = desk / "cong_van.yaml"
    letter.write_text(letter.read_text("utf-8").replace("{{ket_qua}}", "{{ket_quả_xếp}}"), "utf-8")
    done = run("improve", *PROVINCES, *LETTER)
    assert done.code == 1
    for expected in ("[DL203]", "dti_2022_cap_tinh.csv:2, ô E2", "[CQ101]", "An Giang", "[DS103]", "cong_van.yaml:"):
        assert expected in done.err
    assert not (desk / "thu").exists()
    missing = run("improve", *PROVINCES, "--letter", "khong_co.yaml", "-o", "thu").err
    assert all(code in missing for code in ("[DL203]", "[CQ101]", "[GF001]"))


def test_a_table_of_the_letter_that_nothing_can_fill_is_refused(run: RunProgram, desk: Path) -> None:
    letter = desk / "cong_van.yaml"
    written = letter.read_text("utf-8")
    letter.write_text(written.replace("dong_theo: chi_so", "dong_theo: diem_yeu"), "utf-8")
    assert "[DS208]" in run("improve", *PROVINCES, *LETTER).err
    before, _, _ = written.partition("phu_luc:")
    letter.write_text(before.replace("nêu tại Phụ lục kèm theo", "của đơn vị"), "utf-8")
    done = run("improve", *PROVINCES, "--published", *LETTER)
    assert (done.code, "cảnh báo[DL703]" in done.err) == (0, True), done.err
    # The frame of 2024 names no components to push; its points have to come with the data.
    first, *rest = (desk / PROVINCES[0]).read_text("utf-8").splitlines()
    table = [first, ",Điểm tối đa,100,100,100,100,100,200,150,150,", *rest]
    (desk / "2024.csv").write_text("\n".join(table), "utf-8")
    letter.write_text(written, "utf-8")
    refused = run("improve", "2024.csv", "--set", "dti_cap_tinh_405", "--year", "2024", "--published", *LETTER)
    assert (refused.code, "lỗi[DL701]" in refused.err) == (1, True), refused.err


def test_a_file_where_the_folder_should_be_is_named(run: RunProgram, desk: Path) -> None:
    (desk / "thu").write_text("", "utf-8")
    assert "`thu` là một tệp, không phải thư mục" in run("improve", *PROVINCES, "--published", *LETTER).err


def test_no_file_that_is_read_is_replaced(run: RunProgram, desk: Path) -> None:
    (desk / "thu").mkdir()
    (desk / PROVINCES[0]).rename(desk / "thu" / "danh_sach.csv")
    done = run("improve", "thu/danh_sach.csv", *PROVINCES[1:], *LETTER)
    assert done.code == 2
    assert sorted(path.name for path in (desk / "thu").iterdir()) == ["danh_sach.csv"]


def text_of(path: Path) -> str:
    """The paragraphs of a Word file, in order."""
    root = dict(Package.read(path.read_bytes()).trees())["word/document.xml"]
    return "\n".join("".join(node.text or "" for node in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))
