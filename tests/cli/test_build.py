"""`reportgen build` and what surrounds the document: places, PDF, fonts, strictness, exit codes."""

import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from reportgen.problems import OutputError, Place
from reportgen.problems import files as file_kinds
from reportgen.problems.input import NUMBER_WITHOUT_ZERO
from tests.cli.conftest import SAMPLE, BuildsInstead, RunProgram
from tests.conftest import AssertValid

WARNING = NUMBER_WITHOUT_ZERO.at(Place(file="vao.yaml", line=9, column=5, key="so"), found="5", written="05")
PDF_IN_TIMES = b"%PDF /FontName/BAAAAA+TimesNewRomanPSMT /FontName/CAAAAA+TimesNewRomanPS-BoldMT"
PDF_IN_LIBERATION = b"%PDF /FontName/BAAAAA+LiberationSerif /FontName/CAAAAA+LiberationSerif-BoldItalic"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An input file, by the relative path that a user types."""
    (tmp_path / "vao.yaml").write_text("loai: bao_cao_749\n", "utf-8")
    return Path("vao.yaml")


def has_libreoffice(monkeypatch: pytest.MonkeyPatch, pdf: bytes) -> None:
    monkeypatch.setattr("reportgen.cli.build.find_soffice", lambda *_: Path("soffice"))
    monkeypatch.setattr("reportgen.cli.build.convert_to_pdf", lambda *_, **__: pdf)
    # What stands for a PDF here has no pages to look at.
    monkeypatch.setattr("reportgen.cli.build.check_pages_of", lambda *_: ())


def test_the_sample_becomes_a_valid_word_file_beside_its_input(
    run: RunProgram, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    shutil.copy(SAMPLE, tmp_path)
    done = run("build", "bao_cao.yaml")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Đã ghi:\n  bao_cao.docx\nĐã kiểm tra:\n  - ")
    assert_valid_docx(tmp_path / "bao_cao.docx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bao_cao.docx", "bao_cao.yaml"]


def test_problems_of_the_input_are_shown_with_their_lines_and_nothing_is_written(
    run: RunProgram, tmp_path: Path
) -> None:
    text = SAMPLE.read_text("utf-8").replace("ket_qua: 86,97", "ket_qua: nhiều", 1).replace('so: "05"', "so: 5")
    (tmp_path / "sai.yaml").write_text(text, "utf-8")
    number, result = (text[: text.index(words)].count("\n") + 1 for words in ("so: 5", "ket_qua: nhiều"))
    done = run("build", "sai.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "cảnh báo[DV406]: số văn bản “5” thiếu số 0 phía trước; sẽ in là 05\n"
        f"  --> sai.yaml:{number}:5, mục `so`\n"
        f"{number:>5} | so: 5\n"
        "      |     ^\n"
        '  gợi ý: ghi so: "05"\n'
        "lỗi[DV203]: cần một số, nhưng ghi “nhiều”\n"
        f"  --> sai.yaml:{result}:18, mục `muc_tieu.chinh_phu_so.chi_tieu[1].ket_qua`\n"
        f"{result:>5} |         ket_qua: nhiều\n"
        "      |                  ^\n"
        "  gợi ý: chỉ ghi số, đơn vị ghi ở `don_vi`; kết quả chưa có thì ghi “chưa có số liệu”\n"
        "1 lỗi, 1 cảnh báo\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["sai.yaml"]


def test_the_json_of_a_build_holds_files_problems_and_checks(
    run: RunProgram, source: Path, builds: BuildsInstead
) -> None:
    builds(WARNING, missing=("số văn bản",), chart_font="Liberation Serif")
    done = run("build", source, "--draft", "--json", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.data == {
        "ok": True,
        "files": ["vao.docx"],
        "problems": [
            {
                "code": "DV406",
                "severity": "warning",
                "file": "vao.yaml",
                "line": 9,
                "column": 5,
                "key": "so",
                "sheet": None,
                "cell": None,
                "page": None,
                "paragraph": None,
                "text": None,
                "message": "the number “5” lacks a leading zero; it will be printed as 05",
                "hint": 'write so: "05"',
            }
        ],
        "missing": ["số văn bản"],
        "checks": ["đã xem"],
        "chart_font": "Liberation Serif",
        "pdf_fonts": [],
    }


def test_a_draft_says_what_it_lacks(run: RunProgram, source: Path, builds: BuildsInstead) -> None:
    builds(missing=("số văn bản", "ngày ban hành"))
    done = run("build", source, "--draft")
    assert done.out == (
        "Đã ghi:\n  vao.docx\nĐã kiểm tra:\n  - đã xem\nBản nháp còn thiếu:\n  - số văn bản\n  - ngày ban hành\n"
    )


def test_warnings_are_fatal_when_strict_and_nothing_is_written(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead
) -> None:
    builds(WARNING)
    done = run("build", source, "--strict")
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith(
        "lỗi[TL301]: có 1 cảnh báo và `--strict` coi cảnh báo là lỗi, nên không ghi tệp nào\n"
        "  gợi ý: sửa các chỗ có cảnh báo, hoặc bỏ `--strict`\n"
        "1 lỗi, 1 cảnh báo\n"
    )
    assert not (tmp_path / "vao.docx").exists()


def test_strictness_is_no_hindrance_without_warnings(run: RunProgram, source: Path, builds: BuildsInstead) -> None:
    builds()
    assert run("build", source, "--strict").code == 0


@pytest.mark.parametrize(
    ("output", "written"), [("ra.docx", "ra.docx"), ("moi/ra.DOCX", "moi/ra.DOCX"), ("co_san", "co_san/vao.docx")]
)
def test_the_output_may_be_a_file_or_a_folder_that_exists(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead, output: str, written: str
) -> None:
    (tmp_path / "co_san").mkdir()
    builds()
    assert run("build", source, "-o", output, "--json").data["files"] == [written]
    assert (tmp_path / written).read_bytes() == b"docx"


def test_the_pdf_lies_beside_the_word_file_and_its_fonts_are_told(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds(chart_font="Times New Roman")
    has_libreoffice(monkeypatch, PDF_IN_TIMES)
    done = run("build", source, "--pdf")
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Đã ghi:\n  vao.docx\n  vao.pdf\nĐã kiểm tra:\n  - đã xem\n"
        "Phông chữ trong biểu đồ: Times New Roman\nPhông chữ trong bản PDF: Times New Roman\n"
    )
    assert (tmp_path / "vao.pdf").read_bytes() == PDF_IN_TIMES


def test_a_pdf_in_another_font_is_noted(
    run: RunProgram, source: Path, builds: BuildsInstead, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds()
    has_libreoffice(monkeypatch, PDF_IN_LIBERATION)
    done = run("build", source, "--pdf")
    assert done.code == 0
    assert done.err == (
        "lưu ý[GF005]: máy này không có Times New Roman; bản PDF dùng Liberation Serif\n"
        "  --> vao.pdf\n"
        "  gợi ý: tệp Word không đổi: mở trên máy có Times New Roman sẽ đúng phông\n"
        "0 lỗi, 0 cảnh báo, 1 lưu ý\n"
    )


def test_without_libreoffice_the_word_file_stays_and_the_exit_code_says_so(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead, monkeypatch: pytest.MonkeyPatch
) -> None:
    builds()
    monkeypatch.setattr("reportgen.cli.build.find_soffice", lambda *_: None)
    done = run("build", source, "--pdf", "--json")
    assert done.code == 3
    assert (done.data["ok"], done.data["files"]) == (False, ["vao.docx"])
    assert [problem["code"] for problem in done.data["problems"]] == ["GF003"]
    assert (tmp_path / "vao.docx").exists()


def test_a_failed_conversion_leaves_the_word_file(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OutputError(file_kinds.CONVERSION_FAILED.at(Place(file="vao.pdf"), reason="thử"))

    builds()
    has_libreoffice(monkeypatch, b"")
    monkeypatch.setattr("reportgen.cli.build.convert_to_pdf", fail)
    done = run("build", source, "--pdf")
    assert done.code == 3
    assert done.out.startswith("Đã ghi:\n  vao.docx\n")
    assert done.err.startswith("lỗi[GF004]: ")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["vao.docx", "vao.yaml"]


def test_a_missing_input_suggests_the_file_that_was_probably_meant(run: RunProgram, source: Path) -> None:
    done = run("build", "Vao.yml")
    assert done.code == 3
    assert done.err == (
        "lỗi[GF001]: không đọc được tệp: không có tệp hoặc thư mục này\n"
        f"  --> Vao.yml\n  gợi ý: có phải `{source}`?\n1 lỗi, 0 cảnh báo\n"
    )


def test_a_folder_is_no_input(run: RunProgram) -> None:
    done = run("build", ".", "--lang", "en")
    assert done.code == 3
    assert done.err.startswith("error[GF001]: the file cannot be read: it is a folder\n")


def test_an_output_that_cannot_be_written_leaves_nothing(
    run: RunProgram, source: Path, tmp_path: Path, builds: BuildsInstead
) -> None:
    builds()
    done = run("build", source, "-o", "vao.yaml/ra.docx")
    assert done.code == 3
    assert done.err.startswith("lỗi[GF002]: không ghi được tệp: ")
    assert [path.name for path in tmp_path.iterdir()] == ["vao.yaml"]


def test_the_input_is_never_replaced(run: RunProgram, tmp_path: Path, builds: BuildsInstead) -> None:
    builds()
    (tmp_path / "vao.docx").write_bytes(b"loai")
    assert "TL112" in run("build", "vao.docx").err
    assert (tmp_path / "vao.docx").read_bytes() == b"loai"
