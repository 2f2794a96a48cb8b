"""What the pages show is true: commands and code in them run, generated pages are as made, links lead somewhere."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reportgen
from reportgen.cli.main import main
from reportgen.compose import markdown, markdown_source, template_tags
from reportgen.document import Role, TemplateTag, TextRole
from reportgen.read import (
    indicator_cells,
    indicator_columns,
    indicator_data,
    pictures,
    sheet_table,
    yaml_source,
)
from reportgen.write import package, pdf
from tests.test_architecture import ARROWS
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
    # What several pages show is run once.
    first = {command: page for page, command in sorted(set(shown), reverse=True)}
    return sorted((page, command) for command, page in first.items())


SAMPLES_OF_THE_PAGES = (
    "gui_hang_loat",
    "dti_2022",
    "dti_minh_hoa",
    "an_pham_dti_2022",
    "cong_van_cai_thien_dti",
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the pages speak of, made once."""
    folder = tmp_path_factory.mktemp("san_sang")
    shutil.copy(SAMPLE, folder / "bao_cao.yaml")
    shutil.copy(ROOT / "templates_vi" / "van_ban.docx", folder / "mau.docx")
    (folder / "sai.yaml").write_text("loai: bao_cao_749\nco_quan: BGDDT\nngay: 30/02/2021\n", encoding="utf-8")
    for sample in SAMPLES_OF_THE_PAGES:
        shutil.copytree(ROOT / "samples" / sample, folder / sample)
    shutil.copy(ROOT / "samples" / "an_pham_dti_2022.yaml", folder)
    with contextlib.chdir(folder):
        assert main(["outline", "BGDDT"]) == 0
        assert main(["build", "bao_cao.yaml", "-o", "van_ban.docx"]) == 0
    return folder


@pytest.fixture
def desk(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages speak of."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
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
    if words[1] == "publish":
        words += ["--only", "html"]  # So have the pages of a publication, which take a minute.
    assert main(words[1:]) == 0


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_steps_of_a_readme_lead_from_an_empty_folder_to_the_report(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = [line.strip() for name, block in blocks("sh") if name == page for line in block.splitlines()]
    outline, draft, final = (shlex.split(line)[1:] for line in shown if line.startswith("reportgen "))
    assert main(outline) == 0
    assert main(draft) == 0
    assert not Path("bao_cao.yaml").exists()
    shutil.copy(SAMPLE, "bao_cao.yaml")  # The clerk has filled the file and renamed it, as the page says.
    final.remove("--pdf")
    assert main(final) == 0
    assert Path("bao_cao.docx").is_file()


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


def test_every_tag_and_every_style_is_on_the_page_of_templates() -> None:
    page = (ROOT / "docs" / "templates.md").read_text("utf-8")
    groups = [value for value in vars(template_tags).values() if isinstance(value, tuple)]
    tags = {tag.written for group in groups for tag in group if isinstance(tag, TemplateTag)}
    assert [tag for tag in sorted(tags) if f"| `{tag}` |" not in page] == []
    assert [role.value for role in (*Role, *TextRole) if f"| {role.value} |" not in page] == []


def test_the_page_of_the_api_names_everything_public() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert [name for name in reportgen.__all__ if f"`{name}" not in page and f"reportgen.{name}(" not in page] == []


def test_the_picture_of_the_rooms_has_the_arrows_that_the_tests_hold() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = {room: known.strip() for room, known in re.findall(r"(?m)^\| `(\w+)` \|[^|]*\|([^|]*)\|$", page)}
    assert rows.pop("cli") == "all"
    assert rows.pop("production") == "all above"
    above = set(rows)
    assert {room: set(re.findall(r"\w+", known)) for room, known in rows.items()} == {
        room: known for room, known in ARROWS.items() if room in above
    }
    assert ARROWS["production"] == above
    assert ARROWS["cli"] == {*above, "production"}


def test_the_limits_in_the_picture_are_those_of_the_code() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    mega = 1_000_000
    limits = {
        "Word files and templates": f"{package.MAX_MEMBERS:,} parts, {package.MAX_MEMBER_BYTES // mega} MB a part, "
        f"{package.MAX_TOTAL_BYTES // mega} MB in all",
        "YAML, JSON": f"{yaml_source.MAX_FILE_BYTES // mega} MB, {yaml_source.MAX_DEPTH} levels, "
        f"{yaml_source.MAX_VALUES:,} values, {yaml_source.MAX_TEXT_CHARACTERS:,} characters a text",
        "Excel, CSV": f"{sheet_table.MAX_FILE_BYTES // mega} MB, {sheet_table.MAX_CELLS:,} cells",
        "Markdown": f"{markdown_source._MAX_MEGABYTES} MB a text, {markdown_source.MAX_NESTING} levels, no HTML; "
        f"pandoc has {markdown._MEGABYTES} MB, {markdown._SECONDS} seconds and {markdown._SECONDS_PER_MEGABYTE} more",
        "pictures": f"PNG or JPEG by content, {pictures.MAX_MEGABYTES} MB, {pictures.MAX_MEGAPIXELS} megapixels",
        "LibreOffice": f"{pdf.TIMEOUT_SECONDS} seconds",
    }
    assert [what for what, limit in limits.items() if f"| {what} | {limit}" not in page] == []


def test_the_page_of_data_tables_gives_the_words_that_are_read_and_a_true_example() -> None:
    page = (ROOT / "docs" / "data_tables.md").read_text("utf-8")
    words = {*indicator_columns._ROLE_OF_WORD, *indicator_cells._UNKNOWN_WORDS, *indicator_data._SUMMARY_ROWS}
    assert [word for word in sorted(words) if f"`{word}`" not in page] == []
    assert f"{sheet_table.MAX_FILE_BYTES // 1_000_000} MB and {sheet_table.MAX_CELLS:,} cells" in page
    sample = (ROOT / "samples" / "dti_minh_hoa" / "dti_2022_cap_bo.csv").read_text("utf-8")
    (example,) = (block for name, block in blocks("csv") if name == "data_tables.md")
    assert sample.startswith(example)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S)
    links = re.findall(r"\]\(([^)#]+)\)", prose)
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []
