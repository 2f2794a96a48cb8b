"""What the pages show is true: commands and code in them run, generated pages are as made, links lead somewhere."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.main import main
from tools.make_input_docs import make_input_page, make_template_page

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")])
SAMPLE = ROOT / "samples" / "bao_cao_749" / "bao_cao.yaml"
# Commands that the pages show and that are not run here: the test command would run itself.
RUN_ELSEWHERE = {
    "python3 dev.py sample": "tests/test_wheel.py runs `reportgen sample`, CI runs dev.py",
    "python3 dev.py test": "CI runs it",
    "python3 dev.py lint": "CI runs it",
}


def blocks(language: str) -> list[tuple[str, str]]:
    pattern = re.compile(rf"^[ ]*```{language}\n(.*?)^[ ]*```", re.M | re.S)
    return [(page.name, match[1]) for page in PAGES for match in pattern.finditer(page.read_text("utf-8"))]


def commands() -> list[tuple[str, str]]:
    shown = [(page, line.strip()) for page, block in blocks("sh") for line in block.splitlines() if line.strip()]
    in_tables = re.compile(r"^\|[^|]+\| (.*)\|$", re.M)
    for page in ("README.md", "README.vi.md"):
        for cell in in_tables.findall((ROOT / page).read_text("utf-8")):
            shown += [(page, command) for command in re.findall(r"`(reportgen [^`]+)`", cell)]
    return sorted(set(shown))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages speak of."""
    shutil.copy(SAMPLE, tmp_path / "bao_cao.yaml")
    shutil.copy(ROOT / "templates_vi" / "van_ban.docx", tmp_path / "mau.docx")
    (tmp_path / "sai.yaml").write_text("loai: bao_cao_749\nco_quan: BGDDT\nngay: 30/02/2021\n", encoding="utf-8")
    for sample in ("gui_hang_loat", "dti_2022"):
        shutil.copytree(ROOT / "samples" / sample, tmp_path / sample)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "command"), commands())
def test_a_command_that_a_page_shows_runs(page: str, command: str, desk: Path) -> None:
    words = shlex.split(command)
    if words[0] != "reportgen":
        assert command in RUN_ELSEWHERE or words[:2] == ["python3", "dev.py"] or words[1] == "-m", page
        return
    if "--pdf" in words:
        words.remove("--pdf")  # PDFs have tests of their own, where LibreOffice is.
    assert main(words[1:]) == 0


@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_code_that_a_page_shows_runs(page: str, code: str, desk: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=desk, capture_output=True, encoding="utf-8", timeout=60, check=False,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, f"{page}: {done.stderr}"


def test_the_error_that_the_readme_shows_is_what_the_program_says(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "bao_cao.yaml").write_text(
        "loai: bao_cao_749\nco_quan: BGDDT\nso: 12\nngay: 30/02/2021\n", encoding="utf-8"
    )
    assert main(["build", "bao_cao.yaml"]) == 1
    said = capsys.readouterr().err
    for page in ("README.md", "README.vi.md"):
        shown = next(block for name, block in blocks("text") if name == page)
        assert shown in said + "\n"


def test_generated_pages_are_as_the_tools_make_them() -> None:
    assert (ROOT / "docs" / "inputs.md").read_text("utf-8") == make_input_page()
    templates = (ROOT / "docs" / "templates.md").read_text("utf-8")
    assert templates == make_template_page(templates)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    links = re.findall(r"\]\(([^)#]+)\)", prose)
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
