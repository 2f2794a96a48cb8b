"""Making letters: the same bytes however the work is shared, nothing lost or done twice, bad values kept out."""

import os
import signal
import subprocess
import sys
import textwrap
import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from reportgen.problems import OutputError
from reportgen.production.batch_run import run_batch
from reportgen.production.manifest import manifest_csv, manifest_json, read_manifest, write_manifest
from tests.conftest import AssertValid
from tests.production.letter import LETTER, files_of, many, plan, rows, write_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(path: Path) -> list[str]:
    """The paragraphs of a Word file, line breaks as line feeds."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [
        "".join("\n" if piece.tag == f"{W}br" else piece.text or "" for piece in paragraph.iter(f"{W}t", f"{W}br"))
        for paragraph in root.iter(f"{W}p")
    ]


def test_letters_are_valid_and_hold_their_values_as_they_are(tmp_path: Path, assert_valid_docx: AssertValid) -> None:
    hostile = ["A & <B> “C”", "{{ma}} {% x %}", "Bô\u0323 ghép", '"Dòng 1\nDòng 2"', "=cmd()|' /C calc'!A0", "]]>"]
    values = ["A & <B> “C”", "{{ma}} {% x %}", "Bộ ghép", "Dòng 1\nDòng 2", "=cmd()|' /C calc'!A0", "]]>"]
    batch = plan(tmp_path, rows(*(f"{value};M{number}" for number, value in enumerate(hostile))))
    results = run_batch(batch, tmp_path / "ra")
    assert [result.state for result in results] == ["written"] * len(values)
    for result, value in zip(results, values, strict=True):
        path = tmp_path / "ra" / (result.file or "")
        assert_valid_docx(path, tags_allowed=True)
        assert f"Kính gửi: {value}" in texts(path)


def test_a_control_character_is_refused_at_its_row(tmp_path: Path) -> None:
    results = run_batch(plan(tmp_path, rows("A\x07B;A", "B;B")), tmp_path / "ra")
    assert [result.state for result in results] == ["refused", "written"]
    [problem] = results[0].problems
    assert problem.place.describe("vi").startswith("ds.csv:2, mục `ten`, ô A2")


def test_the_manifest_says_what_is_there_and_is_safe_to_open(tmp_path: Path) -> None:
    results = run_batch(plan(tmp_path, rows("Bộ A;=1+1", "Bộ B;"), "{ma}"), tmp_path / "ra")
    assert manifest_csv(results).decode("utf-8-sig").splitlines() == [
        "Dòng;Kết quả;Tệp;Bản PDF;SHA-256 của tệp;Vấn đề",
        f"1;đã làm;'=1+1.docx;;{results[0].sha256};",
        "2;không làm được;;;;[DS201] ds.csv:3, ô B3: thiếu giá trị ở cột “Mã”",
    ]
    write_manifest(results, tmp_path / "ra")
    assert read_manifest(tmp_path / "ra").files == {"=1+1.docx": results[0].sha256}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"rows": 1}', '{"rows": [{"file": "a"}]}'])
def test_a_manifest_of_another_make_counts_for_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "ket_qua.json").write_text(content, "utf-8")
    assert read_manifest(tmp_path).files == {}


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    batch = plan(tmp_path, many(600))
    told: list[int] = []
    alone = run_batch(batch, tmp_path / "mot", progress=told.append)
    together = run_batch(batch, tmp_path / "hai", jobs=2)
    assert alone == together
    assert files_of(tmp_path / "mot") == files_of(tmp_path / "hai")
    assert told == [250, 250, 100]


def test_a_second_run_writes_nothing_and_a_changed_row_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ B;B")), folder)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    again = run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ B;B")), folder)
    assert [result.state for result in again] == ["kept", "kept"]
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    changed = run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ Bê;B")), folder)
    assert [result.state for result in changed] == ["kept", "written"]


def test_a_folder_that_is_a_file_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("")
    with pytest.raises(OutputError) as caught:
        run_batch(plan(tmp_path, many(3)), tmp_path / "ra")
    assert caught.value.problem.code == "GF002"
    assert caught.value.problem.place.file == str(tmp_path / "ra")


def test_a_file_in_the_way_refuses_only_its_row(tmp_path: Path) -> None:
    (tmp_path / "ra" / "1_T0.docx").mkdir(parents=True)
    results = run_batch(plan(tmp_path, many(2)), tmp_path / "ra")
    assert [result.state for result in results] == ["refused", "written"]
    assert [problem.code for problem in results[0].problems] == ["GF002"]


RUN = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from reportgen.production import batch_run
    from reportgen.production.manifest import write_manifest
    from tests.production.letter import many, plan
    write = batch_run.write_file
    def slowly(*arguments, **options):
        time.sleep(0.001)  # so that there is a middle in which it can be killed
        write(*arguments, **options)
    batch_run.write_file = slowly
    folder = Path(sys.argv[1])
    results = batch_run.run_batch(plan(folder, many(3000)), folder / "ra", jobs=int(sys.argv[2]))
    write_manifest(results, folder / "ra")
    """
)


def settled(folder: Path) -> dict[str, int]:
    """The letters in `folder` with their times, once the last process that was killed has really ended."""
    found: dict[str, int] = {}
    while (now := {path.name: path.stat().st_mtime_ns for path in folder.glob("*.docx")}) != found:
        found = now
        time.sleep(0.2)
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_was_killed_goes_on_where_it_stopped(tmp_path: Path, jobs: str) -> None:
    folder = tmp_path / "ra"
    process = subprocess.Popen([sys.executable, "-c", RUN, str(tmp_path), jobs], start_new_session=True)
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        if folder.is_dir() and sum(1 for _ in folder.glob("*.docx")) >= 300:
            break
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "the run was over before it could be killed"
    (folder / ".7_T6.docx.abc.reportgen-tmp").write_bytes(b"half a fi")
    stood = settled(folder)
    assert 300 <= len(stood) < 3000
    assert not (folder / "ket_qua.json").exists()

    results = run_batch(plan(tmp_path, many(3000)), folder)
    write_manifest(results, folder)
    assert sum(result.state == "kept" for result in results) == len(stood)
    assert {name: (folder / name).stat().st_mtime_ns for name in stood} == stood
    fresh = run_batch(plan(tmp_path, many(3000)), tmp_path / "moi")
    write_manifest(fresh, tmp_path / "moi")
    assert files_of(folder) == files_of(tmp_path / "moi")
    assert manifest_json(results) == manifest_json(fresh)


def test_a_cluster_makes_the_same_bytes(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    batch = plan(tmp_path, many(300))
    alone = run_batch(batch, tmp_path / "mot")
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=False,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        protocol="tcp",
    ) as cluster:
        assert run_batch(batch, tmp_path / "cum", cluster=cluster.scheduler_address) == alone
    assert files_of(tmp_path / "cum") == files_of(tmp_path / "mot")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "không phải địa chỉ"])
def test_a_cluster_that_does_not_answer_is_told_soon(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("reportgen.production.cluster.CONNECT_SECONDS", 1)
    start = time.monotonic()
    with pytest.raises(OutputError) as caught:
        run_batch(plan(tmp_path, many(1)), tmp_path / "ra", cluster=address)
    assert time.monotonic() - start < 10
    assert caught.value.problem.code == "DS301"
    assert caught.value.problem.message() == f"không dùng được cụm máy tại {address}: không kết nối được"


def test_a_cluster_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("reportgen.production.cluster.CONNECT_SECONDS", 1)
    with (
        distributed.LocalCluster(
            n_workers=0, processes=False, host="127.0.0.1", dashboard_address="127.0.0.1:0", protocol="tcp"
        ) as cluster,
        pytest.raises(OutputError) as caught,
    ):
        run_batch(plan(tmp_path, many(1)), tmp_path / "ra", cluster=cluster.scheduler_address)
    assert caught.value.problem.message().endswith("không có máy làm việc nào")


def test_a_letter_of_one_row_differs_from_another_only_in_its_slots(tmp_path: Path) -> None:
    write_letter(tmp_path, LETTER)
    results = run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ B;B")), tmp_path / "ra")
    one, two = (texts(tmp_path / "ra" / (result.file or "")) for result in results)
    changed = [(left, right) for left, right in zip(one, two, strict=True) if left != right]
    assert changed == [("Kính gửi: Bộ A", "Kính gửi: Bộ B"), ("Kính gửi Bộ A, mã A./.", "Kính gửi Bộ B, mã B./.")]
