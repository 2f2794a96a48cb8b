"""`reportgen publish`: files in a folder, what is said on the way, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.publish_commands import CHARTS, OUTPUTS
from reportgen.production.publishing import ChartForm, Output
from tests.cli.conftest import RunProgram
from tests.production.small_edition import TEXT, write_edition


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.publish.find_soffice", lambda _: None)


def test_the_options_offer_what_the_production_room_has() -> None:
    assert list(OUTPUTS) == list(Output)
    assert list(CHARTS) == list(ChartForm)


@pytest.mark.usefixtures("without_libreoffice")
def test_the_files_are_written_and_what_lacks_libreoffice_is_told(run: RunProgram, tmp_path: Path) -> None:
    edition = write_edition(tmp_path)
    done = run("publish", edition, "-o", "ra", "--json")
    assert done.code == 0
    assert [Path(name) for name in done.data["files"]] == [
        Path("ra/an_pham.docx"),
        Path("ra/an_pham.xlsx"),
        Path("ra/an_pham.html"),
        Path("ra/hinh"),
    ]
    assert {problem["code"] for problem in done.data["problems"]} >= {"AP301"}
    assert all((tmp_path / name).exists() for name in done.data["files"])
    # Not on a terminal: a line for each stage.
    assert "1/8 Đọc số liệu và bài viết\n" in done.err
    assert "8/8 Ghi hình cho báo và web\n" in done.err


@pytest.mark.usefixtures("without_libreoffice")
def test_a_pdf_that_was_asked_for_and_cannot_be_made_is_an_error(run: RunProgram, tmp_path: Path) -> None:
    done = run("publish", write_edition(tmp_path), "--only", "pdf", "--only", "xlsx")
    assert done.code == 3
    assert "GF003" in done.err
    assert (tmp_path / "an_pham.xlsx").exists()


@pytest.mark.usefixtures("without_libreoffice")
def test_only_what_is_asked_for_is_made(run: RunProgram, tmp_path: Path) -> None:
    edition = write_edition(tmp_path)
    done = run("publish", edition, "--only", "xlsx", "--only", "html")
    assert done.code == 0, done.err
    assert sorted(path.name for path in tmp_path.glob("an_pham.*")) == [
        "an_pham.html",
        "an_pham.xlsx",
        "an_pham.yaml",
    ]


def test_while_there_are_errors_nothing_is_written(run: RunProgram, tmp_path: Path) -> None:
    edition = write_edition(tmp_path, TEXT.replace("dti_cap_bo_922", "dti_cap_bo_923"))
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "an_pham.xlsx").write_bytes(b"cu")
    done = run("publish", edition, "-o", "ra")
    assert done.code == 1
    assert done.err.count("AP103") == 2
    assert "có phải `dti_cap_bo_922`?" in done.err
    assert [path.name for path in (tmp_path / "ra").iterdir()] == ["an_pham.xlsx"]
    assert (tmp_path / "ra" / "an_pham.xlsx").read_bytes() == b"cu"


def test_a_folder_that_cannot_be_made_is_told_before_the_work(run: RunProgram, tmp_path: Path) -> None:
    edition = write_edition(tmp_path)
    (tmp_path / "ra").write_text("một tệp")
    done = run("publish", edition, "-o", "ra")
    assert done.code != 0
    assert "GF002" in done.err
