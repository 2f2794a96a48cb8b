"""The file of an edition: what it names is found or said to be missing, all of it in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.problems import Problem, publication
from reportgen.read.data_files import load_register
from reportgen.read.publication import ReadPublication, read_publication

PART = """
  - khoa: cap_tinh
    ten: cấp tỉnh
    nam: 2022
    so_lieu: so_lieu/bang.csv
    bo_chi_so: dti_cap_tinh_922
    nguon: kết quả đã công bố
"""
HEAD = """
loai: an_pham_dti
co_quan: BTTTT
ten: Báo cáo DTI năm 2022
nam: 2022
ngay: 12/7/2023
loi_noi_dau: loi_noi_dau.md
phan:"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "so_lieu").mkdir()
    (tmp_path / "so_lieu" / "bang.csv").write_text("ma\n", "utf-8")
    (tmp_path / "loi_noi_dau.md").write_text("\ufeffXin **chào**.\r\n\r\nHết.\n", "utf-8")
    return tmp_path


def read(text: str, folder: Path, *, draft: bool = False) -> tuple[ReadPublication | None, list[Problem]]:
    return read_publication(text.encode(), "a.yaml", register=load_register(), folder=folder, draft=draft)


def codes_of(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_an_edition_is_read_with_its_texts_and_data_files(folder: Path) -> None:
    found, problems = read(HEAD + PART, folder)
    assert problems == []
    assert found is not None
    assert found.agency == "Bộ Thông tin và Truyền thông"
    assert found.publication.foreword == "Xin **chào**.\n\nHết."
    assert found.data_files == {("phan", 0, "so_lieu"): folder / "so_lieu" / "bang.csv"}
    assert found.place(("loi_noi_dau",)).file == str(folder / "loi_noi_dau.md")
    assert found.place(("phan", 0, "nam")).line == 11


def test_everything_that_is_wrong_is_told_in_one_run(folder: Path) -> None:
    text = HEAD.replace("loi_noi_dau.md", "loi_noi_daux.md").replace("BTTTT", "BTTTX") + (
        PART.replace("bang.csv", "bnag.csv")
        .replace("cap_tinh_922", "cap_tinh_923")
        .replace("khoa: cap", "khoa: Cấp ")
        + PART.replace("so_lieu/bang.csv", "../bang.csv").replace("nam: 2022", "nam: 2021")
        + PART
        + "    cac_nam_truoc:\n      - {nam: 2022, so_lieu: so_lieu/bang.csv, bo_chi_so: dti_cap_tinh_922}\n"
    )
    found, problems = read(text, folder)
    assert found is not None
    assert found.data_files == {("phan", 2, "so_lieu"): folder / "so_lieu" / "bang.csv"} | {
        ("phan", 2, "cac_nam_truoc", 0, "so_lieu"): folder / "so_lieu" / "bang.csv"
    }
    told = {problem.code: problem for problem in problems}
    assert set(told) == {"CQ101", "AP101", "AP102", "AP103", "AP104", "AP105", "AP106", "AP108"}
    lines = [problem.place.line for problem in problems]
    assert lines == sorted(lines, key=lambda line: line or 0)
    missing = [problem for problem in problems if problem.kind is publication.NO_SUCH_FILE]
    assert [problem.hint("vi") for problem in missing] == [
        "có phải “loi_noi_dau.md”?",
        "có phải “so_lieu/bang.csv”?",
    ]
    assert told["AP103"].hint("vi") == "có phải `dti_cap_tinh_922`?"


def test_texts_that_are_missing_stop_the_final_form_and_not_a_draft(folder: Path) -> None:
    text = HEAD.replace("loi_noi_dau: loi_noi_dau.md\n", "").replace("ngay: 12/7/2023\n", "") + PART
    _, problems = read(text, folder)
    assert codes_of(problems) == ["DV301", "DV301"]
    found, problems = read(text, folder, draft=True)
    assert found is not None
    assert problems == []
    assert [item.what for item in found.missing] == ["ngày công bố", "lời nói đầu"]


def test_an_edition_without_parts_says_so(folder: Path) -> None:
    assert codes_of(read(HEAD + " []\n", folder)[1]) == ["AP107"]
    assert codes_of(read(HEAD + " chữ\n", folder)[1]) == ["DV202"]


@pytest.mark.parametrize("draft", [False, True])
def test_nothing_is_said_of_what_stands_in_for_a_missing_key(folder: Path, draft: bool) -> None:
    found, problems = read("loai: an_pham_dti\n", folder, draft=draft)
    assert found is not None
    assert found.data_files == {}
    keys = [problem.place.key for problem in problems]
    assert keys == ["co_quan", "ten", "nam", "phan", *([] if draft else ["ngay", "loi_noi_dau"])]
    # An entry that is left blank is asked for key by key, and does not keep others from being read.
    found, problems = read(HEAD + PART + "  - khoa:\n    so_lieu:\n  - chữ\n", folder)
    assert found is not None
    assert list(found.data_files) == [("phan", 0, "so_lieu")]
    asked = {f"phan[2].{key}" for key in ("khoa", "ten", "nam", "so_lieu", "bo_chi_so")}
    assert {problem.place.key for problem in problems} == {*asked, "phan[2]", "phan[3]"}


def test_years_days_and_targets_that_cannot_be_are_told(folder: Path) -> None:
    text = (HEAD + PART).replace("12/7/2023", "12/7/2021").replace("    nguon: kết quả đã công bố\n", "") + (
        "chi_tieu:\n"
        '  - {ten: x, don_vi: "%", cac_nam: [{nam: 2022, thuc_hien: 8697}, {nam: 2022, muc_tieu: 100}]}\n'
        "  - {ten: y, cac_nam: [{nam: 20230, thuc_hien: 8697}]}\n"
    )
    _, problems = read(text, folder)
    assert codes_of(problems) == ["AP116", "AP115", "AP114", "AP113", "AP117"]


@pytest.mark.parametrize("name", ["loi_noi_dau.docx", "Lời nói đầu.TXT", "anh/bia.png", "/etc/hosts", r"C:\bai\a"])
def test_the_name_of_a_file_is_no_text(folder: Path, name: str) -> None:
    assert codes_of(read((HEAD + PART).replace("loi_noi_dau.md", name), folder)[1]) == ["AP112"]


def test_texts_of_one_line_are_no_names_of_files(folder: Path) -> None:
    for text in ("Xin chào.", "Theo tệp bang.csv, xem <https://dti.gov.vn/2022>.", "https://dti.gov.vn"):
        assert codes_of(read((HEAD + PART).replace("loi_noi_dau.md", text), folder)[1]) == []


def test_a_text_file_that_is_no_text_is_a_problem_and_so_is_one_too_long(folder: Path) -> None:
    (folder / "loi_noi_dau.md").write_bytes(b"\xff\xfe\x00")
    assert codes_of(read(HEAD + PART, folder)[1]) == ["AP109"]
    (folder / "loi_noi_dau.md").write_text("a" * 1_000_001)
    assert codes_of(read(HEAD + PART, folder)[1]) == ["AP110"]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("ngoai") / "x.csv"
    outside.write_text("bí mật")
    (folder / "so_lieu" / "bang.csv").unlink()
    (folder / "so_lieu" / "bang.csv").symlink_to(outside)
    assert codes_of(read(HEAD + PART, folder)[1]) == ["AP101"]


def test_a_file_of_another_kind_names_the_right_command(folder: Path) -> None:
    found, problems = read("loai: cong_van\nco_quan: BTTTT\n", folder)
    assert found is None
    assert [problem.hint("vi") for problem in problems] == ["chạy: reportgen build a.yaml"]
