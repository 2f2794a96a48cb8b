"""`reportgen fix`: where it writes, what it says, and what it refuses."""

import json
import re
from pathlib import Path

from tests.cli.conftest import RunProgram


def test_the_copy_is_mended_and_the_file_stays(run: RunProgram, faulty: Path) -> None:
    before = faulty.read_bytes()
    done = run("fix", faulty.name, "-o", "sửa.docx")
    assert done.code == 0
    assert done.out.startswith("Đã sửa 2 chỗ:\n")
    assert re.search(r"\[KET-THUC\] → “….+\./\.”\n", done.out)
    assert re.search(r"\[CHU-HAI-CACH\] → “.*Trân trọng.*”\n", done.out)
    assert faulty.read_bytes() == before
    assert run("check", "sửa.docx").code == 0


def test_the_list_comes_as_json(run: RunProgram, faulty: Path) -> None:
    done = run("fix", faulty.name, "-o", "sửa.docx", "--tracked", "--json")
    result = json.loads(done.out)
    assert {one["rule"] for one in result["mended"]} == {"KET-THUC", "CHU-HAI-CACH"}
    assert result["left"] == []


def test_without_a_place_to_write_nothing_is_done(run: RunProgram, faulty: Path) -> None:
    done = run("fix", faulty.name)
    assert done.code == 1
    assert "TT302" in done.err


def test_the_file_itself_is_no_copy(run: RunProgram, faulty: Path) -> None:
    before = faulty.read_bytes()
    done = run("fix", faulty.name, "-o", faulty.name)
    assert done.code == 1
    assert "TT303" in done.err
    assert faulty.read_bytes() == before


def test_the_file_itself_is_mended_if_that_is_asked_for(run: RunProgram, faulty: Path) -> None:
    assert run("fix", faulty.name, "--in-place").code == 0
    assert "Không có chỗ nào" in run("fix", faulty.name, "--in-place").out
    assert run("check", faulty.name).code == 0


def test_only_docx_is_mended(run: RunProgram, tmp_path: Path) -> None:
    (tmp_path / "thư.odt").write_bytes(b"x")
    assert "TT304" in run("fix", "thư.odt", "-o", "b.docx").err
