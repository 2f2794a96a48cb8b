"""`reportgen new`: a file to start from for each kind, and never a clerk's work lost."""

from pathlib import Path

import pytest

from reportgen.read.data_files import load_document_kinds
from tests.cli.conftest import RunProgram

KINDS = load_document_kinds()


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS.kinds])
def test_the_file_of_every_kind_can_be_built_as_a_draft(run: RunProgram, tmp_path: Path, kind: str) -> None:
    made = run("new", kind)
    assert (made.code, made.err) == (0, "")
    assert made.out == (f'Đã ghi:\n  {kind}.yaml\nTiếp theo: điền tệp này, rồi chạy: reportgen build "{kind}.yaml"\n')
    done = run("build", f"{kind}.yaml", "--draft")
    assert done.code == 0, done.err
    assert (tmp_path / f"{kind}.docx").is_file()


@pytest.mark.parametrize("words", ["QĐ", "Quyết định", "quyet_dinh", "QUYẾT ĐỊNH"])
def test_a_kind_may_be_given_by_name_or_abbreviation(run: RunProgram, tmp_path: Path, words: str) -> None:
    assert run("new", words).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["quyet_dinh.yaml"]


def test_an_edition_to_fill_in_is_asked_for_what_is_required_and_nothing_else(run: RunProgram) -> None:
    made = run("new", "an_pham_dti")
    assert made.out.endswith('rồi chạy: reportgen publish "an_pham_dti.yaml"\n')
    done = run("publish", "an_pham_dti.yaml", "--json")
    parts = [f"phan[1].{key}" for key in ("khoa", "ten", "nam", "so_lieu", "bo_chi_so")]
    asked = {problem["key"] for problem in done.data["problems"] if problem["severity"] == "error"}
    assert asked == {"co_quan", "ten", "nam", "ngay", "loi_noi_dau", *parts}


def test_the_case_of_an_abbreviation_counts(run: RunProgram, tmp_path: Path) -> None:
    run("new", "QyĐ")
    assert [path.name for path in tmp_path.iterdir()] == ["quy_dinh.yaml"]


@pytest.mark.parametrize(("output", "made"), [("a/b.yaml", "a/b.yaml"), (".", "cong_van.yaml")])
def test_the_place_may_be_a_file_or_a_folder(run: RunProgram, tmp_path: Path, output: str, made: str) -> None:
    assert run("new", "cong_van", "-o", output).code == 0
    assert (tmp_path / made).is_file()


def test_a_file_that_was_filled_in_stays_unless_forced(run: RunProgram, tmp_path: Path) -> None:
    run("new", "cong_van")
    assert run("new", "cong_van").code == 0
    path = tmp_path / "cong_van.yaml"
    blank = path.read_bytes()
    path.write_bytes(blank + b"# filled in")
    done = run("new", "cong_van")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("lỗi[TL201]: tệp đã có")
    assert path.read_bytes() == blank + b"# filled in"
    assert run("new", "cong_van", "--force").code == 0
    assert path.read_bytes() == blank


def test_the_report_on_decision_749_is_left_to_outline(run: RunProgram, tmp_path: Path) -> None:
    done = run("new", "bao_cao_749")
    assert (done.code, done.out) == (2, "")
    assert "gợi ý: có phải `reportgen outline CƠ_QUAN`?" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_kind_is_answered_with_the_nearest(run: RunProgram) -> None:
    done = run("new", "Công vă")
    assert done.code == 2
    assert done.err.startswith("lỗi[TL110]: không có loại tệp đầu vào `Công vă`\n  gợi ý: có phải `cong_van`?")


def test_without_a_kind_all_are_listed_with_their_abbreviations(run: RunProgram) -> None:
    done = run("new")
    rows = [line.split() for line in done.out.splitlines()[1:33]]
    assert [(row[0], row[1]) for row in rows] == [(kind.key, kind.abbreviation or "-") for kind in KINDS.kinds]
    assert "32 loại." in done.out
    assert "`bao_cao_749`" in done.out
    assert "reportgen new an_pham_dti" in done.out
    listed = run("new", "--json").data["kinds"]
    assert listed[0] == {"kind": "nghi_quyet", "abbreviation": "NQ", "name": "Nghị quyết"}
