"""`reportgen sample`: the shipped samples, copied and built."""

from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, BuildsInstead, RunProgram

COPY = Path("mau", "bao_cao_749", "bao_cao.yaml")


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch, builds: BuildsInstead) -> None:
    builds()
    monkeypatch.setattr("reportgen.cli.sample.find_soffice", lambda *_: None)


def test_without_libreoffice_the_sample_is_a_word_file_and_a_note_says_so(run: RunProgram, tmp_path: Path) -> None:
    done = run("sample", "mau")
    assert done.code == 0
    assert done.err == (
        "lưu ý[TL203]: máy này không có LibreOffice nên bản mẫu chỉ có tệp Word\n"
        "  gợi ý: cài LibreOffice rồi chạy lại để có thêm bản PDF\n0 lỗi, 0 cảnh báo, 1 lưu ý\n"
    )
    samples = SAMPLE.parents[1]
    copied = {Path("mau", path.relative_to(samples)) for path in samples.rglob("*") if path.is_file()}
    made = [COPY.with_suffix(".txt"), COPY, COPY.with_suffix(".docx")]
    alone = {path for path in copied if path.parent == Path("mau")}
    others = sorted({path.parent for path in copied - alone} - {COPY.parent} | alone)
    assert done.out.startswith(
        "".join(["Đã ghi:\n", *(f"  {path}\n" for path in (*made, *others)), "Đã kiểm tra:\n"])
    )
    assert all((tmp_path / path).is_file() for path in (*copied, *made))
    assert (tmp_path / COPY).read_bytes() == SAMPLE.read_bytes()


def test_an_edited_copy_is_kept_under_another_name(run: RunProgram, tmp_path: Path) -> None:
    run("sample", "mau")
    for content in (b"mine", b"mine too"):
        (tmp_path / COPY).write_bytes(content)
        done = run("sample", "mau")
        assert done.code == 0
        assert "lưu ý[TL204]: " in done.err
    assert (tmp_path / COPY).read_bytes() == SAMPLE.read_bytes()
    folder = (tmp_path / COPY).parent
    assert (folder / "bao_cao.yaml.1.bak").read_bytes() == b"mine"
    assert (folder / "bao_cao.yaml.2.bak").read_bytes() == b"mine too"


def test_the_sample_may_be_made_again(run: RunProgram, tmp_path: Path) -> None:
    run("sample", "mau")
    assert "TL204" not in run("sample", "mau").err
    assert sorted(path.name for path in (tmp_path / COPY).parent.iterdir()) == [
        "bao_cao.docx",
        "bao_cao.txt",
        "bao_cao.yaml",
    ]
