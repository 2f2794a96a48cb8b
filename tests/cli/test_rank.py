"""`reportgen rank`: the ranking on the terminal and in files, and what it refuses."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.cli.rank import rank
from reportgen.cli.rank_commands import INDEX_SETS, MISSING_RULES, SCALES
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.read.data_files import index_set_keys, load_index_set
from tests.cli.conftest import RunProgram
from tests.read.test_legacy_vietnamese import to_tcvn3, to_vni, with_tones_apart

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
    held = {key: load_index_set(key) for key in index_set_keys()}
    known = {key: (one.issued_by.number, one.first_year, one.last_year) for key, one in held.items()}
    assert known == INDEX_SETS
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
    tables = json.loads((tmp_path / "hang.json").read_text("utf-8"))
    assert tables[0]["dong"][0]["ma"] == "UBND_DANANG"
    assert run("rank", *PROVINCES, "--json").data["rankings"] == tables
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


def test_a_narrow_terminal_gets_what_fits_and_is_told_the_rest_in_its_language() -> None:
    words = {"index_set": "dti_cap_tinh_922", "year": 2022, "scale": "gia_tri", "missing": "chua_biet"}
    shown = rank(Path(PROVINCES[0]), **words, published=True, width=80, language="en").text  # type: ignore[arg-type]
    table, _, notes = shown.partition("\n\nThe values are")
    assert max(map(len, table.splitlines())) <= 80
    assert table.splitlines()[2].split()[:4] == ["Rank", "Code", "Unit", "Tổng"]
    assert "The terminal has no room for: Hạ tầng số, Nhân lực số" in notes


def hostile_workbook(path: Path) -> None:
    """The real table of 2022 with one fault of each kind in its first rows, and a sheet that holds nothing."""
    with Path(PROVINCES[0]).open(encoding="utf-8") as stream:
        head, *rows = csv.reader(stream)
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Điểm"
    sheet.append([*head, "chi_so_la"])
    sheet.append([None, "Điểm tối đa", 100, 100, 100, 100, 100, 200, 150, 160])
    for row in rows:
        sheet.append([float(cell) if cell[:1].isdigit() else cell or None for cell in row])
    for cell, value in {
        "C3": 1.2, "D4": -0.1, "E5": "nhiều", "F3": "30.14%", "F4": "86,97%", "G3": True, "H3": 1e300, "A4": 2.5,
        "B8": "Cần Thơ", "B9": "Hà Nộii", "B10": "Bộ Tư pháp", "L3": 1,
    }.items():  # fmt: skip
        sheet[cell] = value
    assert sheet["B7"].value == "TP. Cần Thơ"
    sheet["H3"].number_format = "0.00E+00"
    sheet.delete_rows(20)
    book.create_sheet("Trống")
    book.save(path)


def test_every_fault_of_a_hostile_workbook_is_told_in_one_run_with_sheet_and_cell(
    run: RunProgram, tmp_path: Path
) -> None:
    hostile_workbook(tmp_path / "bảng.xlsx")
    done = run("rank", "bảng.xlsx", "--set", "dti_cap_tinh_922", "--year", "2020", "-o", "hang.csv", "--json")
    assert (done.code, (tmp_path / "hang.csv").exists()) == (1, False)
    found = {(one["code"], one["sheet"], one["cell"]): one for one in done.data["problems"]}
    assert set(found) == {
        ("DL203", "Điểm", "C3"),  # above the maximum
        ("DL202", "Điểm", "D4"),  # negative
        ("DL201", "Điểm", "E5"), ("DL201", "Điểm", "G3"), ("DL201", "Điểm", "H3"),  # words, TRUE, 1e300
        ("DL204", "Điểm", "F3"), ("DL205", "Điểm", "F3"),  # "30.14%" beside "86,97%": accepted and told
        ("DL210", "Điểm", "A4"),  # a rank of 2.5
        ("DL301", "Điểm", "B8"),  # a unit twice
        ("CQ101", "Điểm", "B9"),  # an unknown one
        ("DL303", "Điểm", "B10"),  # one that is not ranked here
        ("DL302", None, None),  # those that are missing
        ("DL401", "Điểm", "L1"),  # an index that the set does not have
        ("DL407", "Điểm", "J2"),  # points that are not those of the decision
        ("DL404", None, None),  # a year outside the set's validity
        ("DL101", "Trống", None),  # an empty sheet
    }  # fmt: skip
    messages = {key[0]: one["message"] for key, one in found.items()}
    assert messages["DL203"] == "“Nhận thức số” là 1,2, vượt mức tối đa 1"
    assert messages["DL202"] == "“Thể chế số” là -0,1, nhỏ hơn 0"
    assert messages["DL301"] == "đơn vị “Cần Thơ” ghi hai lần: ô B7 và ô B8"
    assert messages["DL205"].endswith("như “30.14%”, đọc là 30,14%")
    assert found["CQ101", "Điểm", "B9"]["hint"] == "có phải “Hà Nội”?"
    assert [one["code"] for one in found.values() if one["severity"] == "error" and not one["hint"]] == []


def test_a_table_ranks_the_same_from_every_encoding(run: RunProgram, tmp_path: Path) -> None:
    text = Path(PROVINCES[0]).read_text(encoding="utf-8")
    expected = run("rank", *PROVINCES).out
    wide = [text.encode(encoding) for encoding in ("utf-8-sig", "utf-16", "utf-16-be", "utf-32")]
    narrow = [to_tcvn3(text), to_vni(text), with_tones_apart(text).encode("cp1258")]
    for content in (*wide, *narrow):
        (tmp_path / "bang.csv").write_bytes(content)
        done = run("rank", "bang.csv", *PROVINCES[1:])
        assert done.out == expected
        assert done.err.count("[") == done.err.count("cảnh báo[DL102]") == (content in narrow)
