"""PDFs through LibreOffice, played by a script: batches, processes that hang or fail, files that fail alone."""

import os
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.problems import OutputError, Problem
from reportgen.write.pdf import BATCH, convert_many, convert_to_pdf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for LibreOffice is a script")

PLAYED = """\
    #!{python}
    import pathlib, subprocess, sys, time
    here = pathlib.Path(__file__).parent
    out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
    files = [pathlib.Path(each) for each in sys.argv[sys.argv.index("--outdir") + 2:]]
    with (here / "calls").open("a") as calls:
        print(len(files), file=calls)
    for file in files:
        told = file.read_text()
        if told == "treo":
            child = subprocess.Popen(["sleep", "60"])
            (here / "children").open("a").write(f"{{child.pid}}\\n")
            (out / file.name).with_suffix(".pdf").write_text("%PDF nửa chừng")
            child.wait()
        if told == "hỏng":
            sys.exit(3)
        if told != "im":
            (out / file.name).with_suffix(".pdf").write_text(f"%PDF {{told}} %%EOF\\n")
"""


@pytest.fixture
def soffice(tmp_path: Path) -> Path:
    """A program that takes LibreOffice's command line; what it does with a file is written in the file."""
    folder = tmp_path / "may"
    folder.mkdir()
    path = folder / "soffice"
    path.write_text(textwrap.dedent(PLAYED).format(python=sys.executable), "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def letters(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes files with the contents given."""

    def write(*contents: str) -> list[Path]:
        paths = [tmp_path / f"-{number} văn bản.docx" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_text(content, "utf-8")
        return paths

    return write


def calls(soffice: Path) -> list[int]:
    return [int(line) for line in (soffice.parent / "calls").read_text().split()]


def is_running(pid: int) -> bool:
    """Whether a process is there still; one that was just killed gets a moment to go."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return False
        except OSError:
            return False
        time.sleep(0.01)
    return True


def test_files_are_converted_in_batches(soffice: Path, letters: Callable[..., list[Path]]) -> None:
    paths = letters(*(str(number) for number in range(2 * BATCH + 3)))
    made = dict(convert_many(paths, soffice=soffice, jobs=2))
    assert made == {path: f"%PDF {number} %%EOF\n".encode() for number, path in enumerate(paths)}
    assert sorted(calls(soffice)) == [3, BATCH, BATCH]


def test_a_process_that_hangs_is_killed_whole_and_the_others_get_done(
    soffice: Path, letters: Callable[..., list[Path]]
) -> None:
    paths = letters("a", "treo", "b", "c")
    start = time.monotonic()
    made = dict(convert_many(paths, soffice=soffice, timeout=1.5))
    assert time.monotonic() - start < 20
    problem = made.pop(paths[1])
    assert made == {paths[0]: b"%PDF a %%EOF\n", paths[2]: b"%PDF b %%EOF\n", paths[3]: b"%PDF c %%EOF\n"}
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.file) == ("GF004", str(paths[1]))
    assert problem.message() == "LibreOffice không chuyển được tệp sang PDF: quá 1.5 giây không xong"
    # "a" was done before the others hung; each of the rest had a process of its own.
    assert calls(soffice) == [4, 1, 1, 1]
    children = [int(line) for line in (soffice.parent / "children").read_text().split()]
    assert len(children) == 2
    assert not any(map(is_running, children))


def test_a_process_that_fails_is_tried_again_file_by_file(soffice: Path, letters: Callable[..., list[Path]]) -> None:
    paths = letters("hỏng", "a", "im")
    made = dict(convert_many(paths, soffice=soffice))
    reasons = [found.values["reason"] for path in (paths[0], paths[2]) if isinstance(found := made[path], Problem)]
    assert reasons == ["LibreOffice kết thúc với mã 3", "không có tệp PDF nào được tạo"]
    assert made[paths[1]] == b"%PDF a %%EOF\n"


def test_a_program_that_cannot_be_started_is_a_problem_of_each_file(
    tmp_path: Path, letters: Callable[..., list[Path]]
) -> None:
    made = dict(convert_many(letters("a", "b"), soffice=tmp_path / "thieu"))
    assert [found.code for found in made.values() if isinstance(found, Problem)] == ["GF004", "GF004"]


def test_leaving_early_ends_the_processes(soffice: Path, letters: Callable[..., list[Path]]) -> None:
    conversions = convert_many(letters(*["treo"] * 3, *["a"] * BATCH, "b"), soffice=soffice, jobs=2)
    assert next(conversions)[1] == b"%PDF a %%EOF\n"
    end = time.monotonic() + 10
    while not (soffice.parent / "children").exists() and time.monotonic() < end:
        time.sleep(0.01)
    conversions.close()
    children = [int(line) for line in (soffice.parent / "children").read_text().split()]
    assert children
    assert not any(map(is_running, children))


def test_one_file_is_named_as_the_caller_knows_it(soffice: Path) -> None:
    assert convert_to_pdf(b"a", soffice=soffice, file="a.pdf") == b"%PDF a %%EOF\n"
    with pytest.raises(OutputError) as caught:
        convert_to_pdf(b"im", soffice=soffice, file="ra.pdf")
    assert caught.value.problem.place.file == "ra.pdf"
