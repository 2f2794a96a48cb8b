"""`reportgen batch`: what is printed and written, who gets a letter, what is refused, going on after a stop."""

import io
import json
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from reportgen.cli.batch_commands import ADDRESSED_GROUPS
from reportgen.cli.progress import ProgressBar, format_duration
from reportgen.cli.words import Words
from reportgen.model.agencies import AgencyGroup
from reportgen.production.letters import PlannedLetter
from tests.cli.conftest import RunProgram
from tests.conftest import AssertValid
from tests.production.letter import LETTER, TABLE

SAMPLE = Path(__file__).parents[2] / "samples" / "gui_hang_loat"
SAMPLE_COMMAND = ("batch", "cong_van.yaml", "--list", "danh_sach.csv", "--names", "{stt}_{ma}")
SAMPLE_ROWS = ("--rows", "chi_so=chi_so.csv", "--key", "ma")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The working folder, with a letter and a list in it."""
    (tmp_path / "thu.yaml").write_text(LETTER, "utf-8")
    (tmp_path / "ds.csv").write_text("Tên;Mã\nBộ A;A\nBộ B;B\n", "utf-8")
    return tmp_path


def test_the_sample_makes_valid_letters_with_their_own_rows_and_a_merged_file(
    run: RunProgram, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    for path in SAMPLE.iterdir():
        shutil.copy(path, tmp_path)
    done = run(*SAMPLE_COMMAND, *SAMPLE_ROWS, "-o", "ra", "--merge", "ra/tat_ca.docx")
    assert done.code == 0
    summary, *rest = done.out.splitlines()
    assert summary.startswith("5 nơi nhận: ghi mới 5, giữ nguyên 0, không làm được 0 (")
    assert rest[:-1] == ["Đã ghi:", "  ra/ket_qua.json", "  ra/ket_qua.csv", "  ra/tat_ca.docx", "Đã kiểm tra:"]
    assert re.fullmatch(
        r"  - thể thức .* \(\d+ quy tắc, trên 1_BTP.docx, 3_BCT.docx, 5_UBND_HUE.docx\): đúng", rest[-1]
    )
    assert done.err == "Làm văn bản: 100%\n"
    letters = sorted(path.name for path in (tmp_path / "ra").glob("*.docx"))
    assert letters == ["1_BTP.docx", "2_BTC.docx", "3_BCT.docx", "4_BGDDT.docx", "5_UBND_HUE.docx", "tat_ca.docx"]
    for name in letters:
        assert_valid_docx(tmp_path / "ra" / name)


def test_a_bad_row_is_refused_with_exit_code_1_and_the_others_are_made(run: RunProgram, folder: Path) -> None:
    (folder / "ds.csv").write_text("Tên;Mã\nBộ A;A\n;B\nBộ C;x/y\n", "utf-8")
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra", "--names", "{ma}")
    assert done.code == 1
    assert done.out.startswith("3 nơi nhận: ghi mới 1, giữ nguyên 0, không làm được 2 (")
    assert done.err == (
        "Làm văn bản: 100%\n"
        "lỗi[DS201]: thiếu giá trị ở cột “Tên”\n"
        "  --> ds.csv:3, ô A3\n"
        "  gợi ý: điền ô này; văn bản cần giá trị đó\n"
        "lỗi[DS206]: không thể đặt tên tệp là `x/y`: có ký tự “/” mà tên tệp không được chứa\n"
        "  --> ds.csv:4, ô A4\n"
        "  gợi ý: sửa giá trị trong danh sách, hoặc dùng cột khác trong mẫu tên tệp\n"
        "2 lỗi, 0 cảnh báo\n"
    )
    rows = json.loads((folder / "ra" / "ket_qua.json").read_text("utf-8"))["rows"]
    assert [(row["row"], row["state"], row["file"]) for row in rows] == [
        (1, "done", "A.docx"),
        (2, "refused", None),
        (3, "refused", None),
    ]


def test_the_json_has_counts_and_the_first_problems(run: RunProgram, folder: Path) -> None:
    (folder / "ds.csv").write_text("Tên;Mã\nBộ A;A\n" + "".join(f"{n};\n" for n in range(25)), "utf-8")
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra", "--json", "--lang", "en")
    assert done.code == 1
    assert done.data["letters"] == {"written": 1, "kept": 0, "refused": 25, "pdfs": 0}
    assert done.data["files"] == ["ra/ket_qua.json", "ra/ket_qua.csv"]
    codes = [problem["code"] for problem in done.data["problems"]]
    assert (codes.count("DS201"), codes.count("DS305"), len(codes)) == (20, 1, 21)
    [note] = (problem for problem in done.data["problems"] if problem["code"] == "DS305")
    assert note["message"] == "the rows have 5 more problems, all of which are in `ket_qua.csv`"


def test_a_group_gets_a_letter_for_each_of_its_agencies_but_the_sender(run: RunProgram, folder: Path) -> None:
    done = run("batch", "thu.yaml", "--to", "bo,co_quan_ngang_bo", "-o", "ra")
    assert done.code == 0
    names = {path.name.partition("_")[2] for path in (folder / "ra").glob("*.docx")}
    assert {"BTP.docx", "VPCP.docx"} <= names
    assert "BTTTT.docx" not in names
    everyone = run("batch", "thu.yaml", "--to", "tat_ca", "-o", "het", "--json")
    assert everyone.data["letters"]["written"] > 80


def test_the_groups_are_those_of_the_register() -> None:
    assert set(ADDRESSED_GROUPS) <= {group.value for group in AgencyGroup}


def test_a_second_run_keeps_all_and_ends_with_the_same_manifest(run: RunProgram, folder: Path) -> None:
    command = ("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra")
    run(*command)
    manifest = (folder / "ra" / "ket_qua.json").read_bytes()
    done = run(*command)
    assert done.out.startswith("2 nơi nhận: ghi mới 0, giữ nguyên 2, không làm được 0 (")
    assert (folder / "ra" / "ket_qua.json").read_bytes() == manifest


def test_a_file_that_no_row_gives_any_more_is_kept_and_told(run: RunProgram, folder: Path) -> None:
    command = ("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra", "--names", "{ma}")
    run(*command)
    (folder / "ds.csv").write_text("Tên;Mã\nBộ A;A\n", "utf-8")
    done = run(*command)
    assert done.code == 0
    assert "cảnh báo[DS304]: " in done.err
    assert "  --> ra/B.docx\n" in done.err
    assert (folder / "ra" / "B.docx").exists()


def test_ctrl_c_leaves_whole_files_and_says_how_to_go_on(
    run: RunProgram, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportgen.production import batch_run

    make = batch_run.make_letters

    def interrupted(letter_run: object, letters: Sequence[PlannedLetter], target: Path) -> NoReturn:
        make(letter_run, letters[:1], target)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(batch_run, "make_letters", interrupted)
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra")
    assert (done.code, done.out) == (130, "")
    assert done.err == (
        "Mọi tệp đã ghi đều nguyên vẹn. Chạy lại đúng lệnh này để làm tiếp; tệp đã xong không bị làm lại.\n"
        "Đã dừng theo yêu cầu (Ctrl-C).\n"
    )
    assert [path.name for path in (folder / "ra").iterdir()] == ["1.docx"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("-o", "ra"), "lỗi[TL121]: cần đúng một trong hai: `--list TỆP` hoặc `--to NHÓM`"),
        (
            ("-o", "ra", "--list", "ds.csv", "--to", "bo"),
            "lỗi[TL121]: cần đúng một trong hai: `--list TỆP` hoặc `--to NHÓM`",
        ),
        (
            ("-o", "ra", "--to", "bo,tỉnh"),
            "lỗi[TL107]: `--to` không nhận “tỉnh”; chỉ nhận: bo, co_quan_ngang_bo, co_quan_thuoc_chinh_phu, tinh, "
            "tat_ca",
        ),
        (
            ("-o", "ra", "--to", "bo", "--jobs", "0"),
            "lỗi[TL124]: `--jobs` cần một số nguyên từ 1 trở lên, nhưng ghi “0”",
        ),
        (
            ("-o", "ra", "--to", "bo", "--rows", "x"),
            "lỗi[TL122]: `--rows` cần TÊN=TỆP, mỗi tên một lần, nhưng ghi “x”",
        ),
        (
            ("-o", "ra", "--list", "ds.csv", "--rows", "x=ds.csv"),
            "lỗi[TL123]: `--rows` cần `--key CỘT`: cột của danh sách nơi nhận mà cột đầu của tệp ghi lại",
        ),
        (("--to", "bo"), "lỗi[TL103]: lệnh `reportgen batch` cần -o THƯ_MỤC"),
        (
            ("-o", "ra", "--to", "bo", "--merge", "a.pdf"),
            "lỗi[TL111]: tệp kết quả phải có đuôi .docx, nhưng `-o` ghi `a.pdf`",
        ),
        (
            ("-o", "ra", "--list", "ds.csv", "--merge", "ra/1.docx"),
            "lỗi[TL112]: `ra/1.docx` vừa là tệp đọc vào vừa là tệp kết quả",
        ),
    ],
)
def test_a_wrong_command_line_is_told_and_nothing_is_written(
    run: RunProgram, folder: Path, arguments: tuple[str, ...], error: str
) -> None:
    done = run("batch", "thu.yaml", *arguments)
    assert done.code == 2
    assert done.err.splitlines()[0].startswith(error)
    assert not (folder / "ra").exists()


def test_a_list_in_the_folder_is_never_replaced(run: RunProgram, folder: Path) -> None:
    (folder / "ra").mkdir()
    listed = folder / "ra" / "ket_qua.csv"
    shutil.copy(folder / "ds.csv", listed)
    done = run("batch", "thu.yaml", "--list", "ra/ket_qua.csv", "-o", "ra")
    assert done.code == 2
    assert "TL112" in done.err
    assert listed.read_text("utf-8").startswith("Tên;Mã")


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("--list", "khong.csv"), 3, "lỗi[GF001]: không đọc được tệp: không có tệp hoặc thư mục này"),
        (("--list", "trong.csv"), 1, "lỗi[DS101]: danh sách không có dòng nào"),
        (
            ("--list", "ds.csv", "--names", "{x"),
            1,
            "lỗi[DS207]: mẫu tên tệp `{x` sai: dấu ngoặc nhọn mở hoặc đóng bị lẻ",
        ),
    ],
)
def test_a_list_or_pattern_that_cannot_be_used_stops_everything(
    run: RunProgram, folder: Path, arguments: tuple[str, ...], code: int, error: str
) -> None:
    (folder / "trong.csv").write_text("")
    done = run("batch", "thu.yaml", *arguments, "-o", "ra")
    assert (done.code, done.out) == (code, "")
    assert done.err.splitlines()[0] == error
    assert not (folder / "ra").exists()


def test_an_output_folder_that_is_a_file_is_told(run: RunProgram, folder: Path) -> None:
    (folder / "ra").write_text("")
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra")
    assert done.code == 3
    assert "lỗi[GF002]: không ghi được tệp: chỗ đó đã có tệp khác\n  --> ra\n" in done.err


def test_records_that_are_missing_are_told_with_the_option_to_give_them(run: RunProgram, folder: Path) -> None:
    (folder / "thu.yaml").write_text(LETTER + TABLE, "utf-8")
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra")
    assert done.code == 1
    assert "  gợi ý: thêm `--rows so_lieu=TEP.xlsx`\n" in done.err


def test_without_libreoffice_the_letters_are_made_all_the_same(
    run: RunProgram, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.cli.batch.find_soffice", lambda *_: None)
    done = run("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra", "--pdf")
    assert done.code == 3
    assert "lỗi[GF003]" in done.err
    assert len(list((folder / "ra").glob("*.docx"))) == 2


def test_pdfs_are_made_by_libreoffice_and_kept(
    run: RunProgram, folder: Path, require_program: Callable[[str], str]
) -> None:
    require_program("soffice")
    command = ("batch", "thu.yaml", "--list", "ds.csv", "-o", "ra", "--pdf", "--jobs", "2", "--merge", "in.docx")
    done = run(*command)
    assert done.code == 0
    assert "\nBản PDF: 2 mới, 0 giữ nguyên\n" in done.out
    pdfs = [folder / "ra" / "1.pdf", folder / "ra" / "2.pdf", folder / "in.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF") for path in pdfs)
    stood = [path.stat().st_mtime_ns for path in pdfs[:2]]
    assert "\nBản PDF: 0 mới, 2 giữ nguyên\n" in run(*command).out
    assert [path.stat().st_mtime_ns for path in pdfs[:2]] == stood


def bar(total: int, *, is_terminal: bool) -> tuple[ProgressBar, io.StringIO]:
    """A bar whose clock gains a second each time it is asked."""
    stream = io.StringIO()
    seconds = iter(range(1000))
    words = Words("Làm", "Making")
    return ProgressBar(words, total, "vi", stream, is_terminal=is_terminal, clock=lambda: next(seconds)), stream


def test_a_terminal_shows_a_bar_with_the_time_left() -> None:
    progress, stream = bar(2000, is_terminal=True)
    progress.advance(1000)
    progress.advance(1000)
    first, second = stream.getvalue().split("\r")[1:]
    assert first.startswith("Làm [████████████············]  50%  1.000/2.000  còn ")
    assert second == "Làm [████████████████████████] 100%  2.000/2.000\x1b[K\n"


def test_elsewhere_percentages_are_printed_once_in_ten() -> None:
    progress, stream = bar(300, is_terminal=False)
    for _ in range(300):
        progress.advance(1)
    assert stream.getvalue() == "".join(f"Làm: {percent}%\n" for percent in range(10, 101, 10))


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 giây"), (89, "89 giây"), (200, "3 phút"), (9000, "2 giờ")])
def test_a_duration_has_one_unit(seconds: float, said: str) -> None:
    assert format_duration(seconds, "vi") == said
