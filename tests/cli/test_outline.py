"""`reportgen outline`: two files, and never a clerk's work lost."""

from pathlib import Path

import pytest

from tests.cli.conftest import RunProgram
from tests.conftest import AssertValid

DAY = ("--date", "01/01/2021")
NAMES = ["de_cuong_bao_cao_749_BTP.docx", "de_cuong_bao_cao_749_BTP.yaml"]


def test_both_files_are_written_under_the_code_of_the_agency(
    run: RunProgram, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    done = run("outline", "bộ tư pháp", "-o", "de cuong", *DAY)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Đã ghi:\n  de cuong/de_cuong_bao_cao_749_BTP.docx\n  de cuong/de_cuong_bao_cao_749_BTP.yaml\n"
        'Tiếp theo: điền tệp .yaml, rồi chạy: reportgen build "de cuong/de_cuong_bao_cao_749_BTP.yaml"\n'
    )
    assert sorted(path.name for path in (tmp_path / "de cuong").iterdir()) == NAMES
    assert_valid_docx(tmp_path / "de cuong" / NAMES[0])


def test_a_blank_outline_may_be_made_again(run: RunProgram) -> None:
    assert [run("outline", "BTP", *DAY).code, run("outline", "BTP", *DAY).code] == [0, 0]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_filled_in_stays_unless_forced(run: RunProgram, tmp_path: Path, name: str) -> None:
    run("outline", "BTP", *DAY)
    blank = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / name).write_bytes(blank[name] + b"# filled in")
    other = next(other for other in NAMES if other != name)
    (tmp_path / other).unlink()

    done = run("outline", "BTP", *DAY)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(
        f"lỗi[TL201]: tệp đã có và khác với bản trống nên được giữ nguyên; không ghi tệp nào\n  --> {name}\n"
    )
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: blank[name] + b"# filled in"}

    assert run("outline", "BTP", "--force", *DAY).code == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == blank


def test_an_unknown_agency_is_a_problem_with_the_nearest_name(run: RunProgram, tmp_path: Path) -> None:
    done = run("outline", "Bo Tu phap x", *DAY)
    assert done.code == 1
    assert done.err == (
        "lỗi[CQ101]: không có cơ quan nào tên hoặc mã là “Bo Tu phap x”\n"
        "  gợi ý: có phải “Bộ Tư pháp”?\n1 lỗi, 0 cảnh báo\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_agency_that_ended_before_the_day_is_a_problem(run: RunProgram) -> None:
    done = run("outline", "BTTTT", "--date", "2025-06-01")
    assert done.code == 1
    assert "lỗi[CQ102]: vào ngày 01/6/2025 không còn “Bộ Thông tin và Truyền thông”" in done.err
