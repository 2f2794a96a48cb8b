"""How the program ends: exit codes, bugs, Ctrl-C, readers that go away, broken data."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from reportgen.cli.exit_codes import ExitCode, exit_code_of
from reportgen.problems import Place, Problem
from reportgen.problems import command as kinds
from reportgen.problems import files as file_kinds
from reportgen.problems.input import EMPTY_FILE, NUMBER_WITHOUT_ZERO
from reportgen.read.data_files import DataFileError
from tests.cli.conftest import SAMPLE, RunProgram

BUG = kinds.INTERNAL_ERROR.at(Place(), type="ValueError", text="x")
USAGE = kinds.BAD_DATE.at(Place(), option="--date", found="x")
FILE = file_kinds.CANNOT_READ.at(Place(), reason="x")
INPUT = EMPTY_FILE.at(Place())
WARNING = NUMBER_WITHOUT_ZERO.at(Place(), found="5", written="05")


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        ([], ExitCode.DONE),
        ([WARNING], ExitCode.DONE),
        ([INPUT], ExitCode.INPUT_PROBLEMS),
        ([USAGE], ExitCode.WRONG_COMMAND_LINE),
        ([WARNING, FILE], ExitCode.FILES_OR_PROGRAMS),
        ([FILE, INPUT], ExitCode.INPUT_PROBLEMS),
        ([BUG], ExitCode.INTERNAL_ERROR),
    ],
)
def test_the_exit_code_is_that_of_the_errors(problems: list[Problem], code: ExitCode) -> None:
    assert exit_code_of(problems) is code


def test_a_bug_is_a_sentence_with_its_type_and_text(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.agencies.load_register", raising(KeyError("so")))
    done = run("agencies")
    assert (done.code, done.out) == (70, "")
    assert done.err == (
        "lỗi[TL901]: lỗi của chính chương trình: KeyError: 'so'\n"
        "  gợi ý: đây không phải lỗi của tệp đầu vào: chạy lại với `--debug` rồi gửi những gì in ra cho "
        "người phát triển\n1 lỗi, 0 cảnh báo\n"
    )


def test_the_traceback_of_a_bug_comes_with_debug(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.agencies.load_register", raising(KeyError("so")))
    done = run("agencies", "--debug")
    assert done.code == 70
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert "\nKeyError: 'so'\n" in done.err


def test_ctrl_c_ends_the_program_quietly(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.cli.agencies.load_register", raising(KeyboardInterrupt()))
    done = run("agencies")
    assert (done.code, done.out, done.err) == (130, "", "Đã dừng theo yêu cầu (Ctrl-C).\n")


def test_data_that_a_user_broke_is_a_problem_and_no_bug(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = DataFileError("outlines/co_quan.yaml", "co_quan.3.ten: thiếu khóa này")
    monkeypatch.setattr("reportgen.cli.agencies.load_register", raising(broken))
    done = run("agencies")
    assert done.code == 3
    assert done.err.startswith(
        "lỗi[TL202]: dữ liệu đi kèm chương trình không dùng được: co_quan.3.ten: thiếu khóa này\n"
        "  --> outlines/co_quan.yaml\n"
    )


PROGRAM = [sys.executable, "-c", "import sys; from reportgen.cli.main import main; sys.exit(main())"]


@pytest.mark.skipif(os.name == "nt", reason="a pipe with its reader closed")
def test_a_reader_that_went_away_is_no_fault() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "agencies"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_printed_is_a_problem() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "agencies"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr.decode().startswith("lỗi[TL205]: không in được kết quả ra đầu ra chuẩn: đĩa đã đầy\n")


def test_vietnamese_comes_out_as_utf_8_whatever_the_console_speaks() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252:strict", "PYTHONUTF8": "0"}
    done = subprocess.run([*PROGRAM, "--help"], capture_output=True, env=environment, check=False)
    assert done.returncode == 0
    assert "Cách dùng" in done.stdout.decode("utf-8")


def test_the_sample_becomes_word_and_pdf_from_end_to_end(
    require_program: Callable[[str], str], tmp_path: Path
) -> None:
    require_program("soffice")
    done = subprocess.run([*PROGRAM, "sample", "mau"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "mau" / "bao_cao_749" / SAMPLE.name).with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert "Phông chữ trong bản PDF: " in done.stdout.decode()
