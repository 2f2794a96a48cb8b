"""`reportgen rank`: the ranking on the terminal and in files, and what it refuses."""

import json
from pathlib import Path

import openpyxl
import pytest

from reportgen.cli.rank_commands import INDEX_SETS, MISSING_RULES, SCALES
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.read.data_files import index_set_keys
from tests.cli.conftest import RunProgram

SAMPLES = Path(__file__).parents[2] / "samples"
PROVINCES = (
    str(SAMPLES / "dti_2022" / "dti_2022_cap_tinh.csv"),
    *("--set", "dti_cap_tinh_922", "--year", "2022", "--published"),
)
MINISTRIES = (
    str(SAMPLES / "dti_minh_hoa" / "dti_2022_cap_bo.csv"),
    *("--set", "dti_cap_bo_922", "--year", "2022"),
)


def test_the_options_offer_what_the_model_has() -> None:
    assert set(INDEX_SETS) == set(index_set_keys())
    assert set(SCALES) == set(Scale)
    assert set(MISSING_RULES) == set(MissingRule)


def test_the_provinces_of_2022_come_in_their_published_order(run: RunProgram) -> None:
    done = run("rank", *PROVINCES)
    assert done.code == 0, done.err
    rows = [line.split() for line in done.out.splitlines() if "UBND_" in line]
    assert [row[0] for row in rows[:3]] == ["1", "2", "3"]
    assert len(rows) == 63
    shared = [row[1] for row in rows if row[0] == "15"]
    assert shared == ["UBND_THANHHOA", "UBND_YENBAI"]
    assert not [row for row in rows if row[0] == "16"]
    assert "…" in next(line for line in done.out.splitlines() if "UBND_LANGSON" in line), "unknown is not zero"


def test_each_group_of_ministries_has_a_ranking_and_says_that_it_is_invented(run: RunProgram) -> None:
    done = run("rank", *MINISTRIES)
    assert done.code == 0, done.err
    titles = [line for line in done.out.splitlines() if line.startswith("Xếp hạng theo Tổng")]
    assert len(titles) == 2
    assert "Số liệu minh họa." in done.out
    assert run("rank", *MINISTRIES, "--all").out.count("Xếp hạng theo") > len(titles)


def test_files_hold_what_the_terminal_shows(run: RunProgram, tmp_path: Path) -> None:
    for suffix in ("xlsx", "json", "csv"):
        assert run("rank", *PROVINCES, "-o", str(tmp_path / f"hang.{suffix}")).code == 0
    workbook = openpyxl.load_workbook(tmp_path / "hang.xlsx")
    assert any(row[1] == "UBND_DANANG" for row in workbook.active.iter_rows(values_only=True))
    assert "UBND_DANANG" in json.dumps(json.loads((tmp_path / "hang.json").read_text("utf-8")))
    assert "UBND_DANANG" in (tmp_path / "hang.csv").read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (("-o", "hang.doc"), "TL107", 2),
        (("--draws", "0"), "TL124", 2),
        (("--set", "dti_cap_bo_922"), "DL", 1),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    run: RunProgram,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    code: str,
    exit_code: int,
) -> None:
    done = run("rank", *PROVINCES, *words)
    assert done.code == exit_code, done.out + done.err
    assert f"[{code}" in done.err
    assert not list(tmp_path.iterdir())
