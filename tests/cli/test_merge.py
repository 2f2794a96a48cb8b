"""`reportgen merge`: files as one, and what is no place for it."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import RunProgram
from tests.conftest import AssertValid


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Two Word files in the working folder."""
    for name in ("a.docx", "b.docx"):
        document = docx.Document()
        document.add_paragraph(name)
        document.save(str(tmp_path / name))
    return "a.docx", "b.docx"


def test_files_are_merged_in_their_order(
    run: RunProgram, tmp_path: Path, files: tuple[str, str], assert_valid_docx: AssertValid
) -> None:
    done = run("merge", "b.docx", "a.docx", "-o", "moi/ra.docx")
    assert (done.code, done.out, done.err) == (0, "Đã ghi:\n  moi/ra.docx\n", "")
    assert_valid_docx(tmp_path / "moi" / "ra.docx")
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "moi" / "ra.docx")).paragraphs]
    assert [text for text in texts if text] == ["b.docx", "a.docx"]


def test_the_pdf_lies_beside_the_word_file(
    run: RunProgram, tmp_path: Path, files: tuple[str, str], require_program: Callable[[str], str]
) -> None:
    require_program("soffice")
    done = run("merge", *files, "-o", "ra.docx", "--pdf", "--json")
    assert (done.code, done.data["files"]) == (0, ["ra.docx", "ra.pdf"])
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF")


def test_without_libreoffice_the_word_file_stays(
    run: RunProgram, tmp_path: Path, files: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.cli.merge.find_soffice", lambda *_: None)
    done = run("merge", *files, "-o", "ra.docx", "--pdf")
    assert done.code == 3
    assert "lỗi[GF003]" in done.err
    assert (tmp_path / "ra.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("a.docx", "b.docx"), 2, "lỗi[TL103]: lệnh `reportgen merge` cần -o TỆP.docx"),
        (("-o", "ra.docx"), 2, "lỗi[TL103]: lệnh `reportgen merge` cần TỆP.docx ..."),
        (("a.docx", "b.docx", "-o", "ra.pdf"), 2, "lỗi[TL111]: "),
        (("a.docx", "b.docx", "-o", "b.docx"), 2, "lỗi[TL112]: "),
        (("a.docx", "-o", "ra.docx"), 1, "lỗi[GH101]: cần ít nhất hai tệp Word để ghép, nhưng chỉ có 1"),
        (("a.docx", "c.docx", "-o", "ra.docx"), 3, "lỗi[GF001]: không đọc được tệp: không có tệp hoặc thư mục này"),
    ],
)
def test_what_cannot_be_merged_is_told_and_nothing_is_written(
    run: RunProgram, tmp_path: Path, files: tuple[str, str], arguments: tuple[str, ...], code: int, error: str
) -> None:
    done = run("merge", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(error)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "b.docx"]
