"""`reportgen check`: what it prints and writes, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import docx
import pytest

from reportgen.cli.terminal_text import wrap_text
from tests.cli.conftest import RunProgram
from tests.decree30.changed import DECISION, LETTER, sample_docx
from tests.decree30.editable import Editable
from tests.decree30.mutations import MUTATIONS

LAYER = """
ten: Bộ Mẫu
quy_tac:
  - ma: BM-TO
    kiem: cum_tu_hoa
    tham_so: {dung: ["Tổ Công tác"]}
    can_cu: "Quy chế của Bộ Mẫu"
    yeu_cau: ["Viết Tổ Công tác", "Write it so"]
    bao: ["viết “{found}”, đúng là “{expected}”", "“{found}”, not “{expected}”"]
    sai: "Tổ công tác"
    dung: "Tổ Công tác"
"""


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "sạch.docx"
    path.write_bytes(sample_docx(DECISION))
    return path


def test_a_clean_document_ends_with_0(run: RunProgram, clean: Path) -> None:
    done = run("check", clean.name)
    assert (done.code, done.out, done.err) == (0, "sạch.docx: không thấy gì trái quy định\n", "")


def test_a_departure_from_the_decree_ends_with_1(run: RunProgram, faulty: Path) -> None:
    done = run("check", faulty.name)
    assert done.code == 1
    assert "lỗi[KET-THUC]: nội dung không kết thúc bằng “./.” (PL III, Mục II (các mẫu))\n" in done.out
    assert "thông lệ[CHU-HAI-CACH]" in done.out
    assert "\nthư.docx: 1 chỗ trái quy định, 1 chỗ khác thông lệ\n" in done.out


def test_messages_come_in_english_too(run: RunProgram, faulty: Path) -> None:
    done = run("check", faulty.name, "--lang", "en")
    assert "error[KET-THUC]: the text does not end with “./.” (Appendix III, Section II (the forms))\n" in done.out
    assert "(practice: one space between words)\n" in done.out


def test_a_file_that_cannot_be_read_ends_with_3_and_the_others_are_checked(run: RunProgram, clean: Path) -> None:
    Path("hỏng.docx").write_bytes(clean.read_bytes()[:2000])
    done = run("check", "hỏng.docx", clean.name)
    assert done.code == 3
    assert done.err.startswith("lỗi[MB001]")
    assert "sạch.docx: không thấy gì trái quy định" in done.out


def test_departures_come_before_files_that_cannot_be_read(run: RunProgram, faulty: Path) -> None:
    Path("hỏng.docx").write_bytes(b"x")
    done = run("check", "hỏng.docx", faulty.name)
    assert done.code == 1
    assert "\n2 tệp: 0 đạt, 1 có chỗ trái quy định, 1 không kiểm tra được\n" in done.out


def test_of_a_pdf_only_what_its_text_tells_is_checked(run: RunProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = sample_docx(LETTER)
    for key in ("tieu_ngu_gach", "phong", "noi_nhan_gach"):
        copy = Editable(damaged, f"thư {key}")
        assert next(one for one in MUTATIONS if one.key == key).seed(copy, Random(0)) is not None  # noqa: S311
        damaged = copy.file.to_bytes()
    monkeypatch.setattr("reportgen.cli.check.find_soffice", lambda _: Path("soffice"))
    monkeypatch.setattr("reportgen.cli.check_files.convert_to_docx", lambda *_, **__: damaged)
    Path("thư.pdf").write_bytes(b"x")
    done = run("check", "thư.pdf")
    assert "TT109" in done.err
    assert [line.partition(":")[0] for line in done.out.splitlines() if "[" in line] == ["lỗi[TIEU-NGU-LOI]"]


def test_a_missing_file_is_a_problem(run: RunProgram) -> None:
    done = run("check", "không có.docx")
    assert done.code == 3
    assert "GF001" in done.err


def test_an_empty_folder_is_a_problem(run: RunProgram, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    assert "TT110" in run("check", "trống").err


def test_a_folder_of_many_gives_a_summary_and_shows_how_far_it_is(
    run: RunProgram, clean: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "nhiều"
    folder.mkdir()
    for number in range(10):
        (folder / f"{number}.docx").write_bytes(clean.read_bytes())
    (folder / "~$0.docx").write_bytes(b"Word's own")
    done = run("check", folder.name)
    assert done.code == 0
    assert done.out.endswith("10 tệp: 10 đạt, 0 có chỗ trái quy định\n")
    assert done.err.splitlines()[-1] == "Kiểm tra: 100%"


def test_json_lists_findings_by_document(run: RunProgram, faulty: Path) -> None:
    done = run("check", faulty.name, "--json")
    assert done.code == 1
    assert done.data["ok"] is False
    assert [one["rule"] for one in done.data["documents"][0]["findings"]] == ["CHU-HAI-CACH", "KET-THUC"]


def test_strict_fails_on_practice(run: RunProgram, clean: Path) -> None:
    document = docx.Document(str(clean))
    paragraph = next(one for one in document.paragraphs if "thành lập" in one.text)
    paragraph.runs[0].text = paragraph.runs[0].text.replace("thành lập", "thành  lập")
    document.save(str(clean))
    assert run("check", clean.name).code == 0
    assert run("check", clean.name, "--strict").code == 1


def test_the_result_is_written_in_every_form(run: RunProgram, faulty: Path) -> None:
    done = run("check", faulty.name, "--html", "a.html", "--sarif", "a.sarif", "--annotate", "bản sao.docx")
    assert done.code == 1
    assert "KET-THUC" in Path("a.html").read_text("utf-8")
    assert json.loads(Path("a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert Path("bản sao.docx").stat().st_size > 0
    assert "bản sao.docx" in done.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("sạch.docx", "thư.docx", "--annotate", "c.docx"), "TT111"),
        (("sạch.docx", "--annotate", "c.doc"), "TT112"),
        (("sạch.docx", "--annotate", "sạch.docx"), "TT113"),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused(
    run: RunProgram, clean: Path, faulty: Path, arguments: tuple[str, ...], code: str
) -> None:
    before = clean.read_bytes()
    done = run("check", *arguments)
    assert done.code != 0
    assert code in done.err
    assert clean.read_bytes() == before


def test_an_agencys_own_rules_are_told_apart(run: RunProgram, clean: Path) -> None:
    Path("bo_mau.yaml").write_text(LAYER, "utf-8")
    done = run("check", clean.name, "--layer", "bo_mau.yaml")
    assert done.code == 0
    assert "cơ quan[BM-TO]: viết “Tổ công tác”, đúng là “Tổ Công tác” (Quy chế của Bộ Mẫu)" in done.out


def test_a_wrong_layer_is_a_problem(run: RunProgram, clean: Path) -> None:
    Path("sai.yaml").write_text("ten: [", "utf-8")
    assert "TT201" in run("check", clean.name, "--layer", "sai.yaml").err


def test_a_file_of_another_kind_is_converted_first(run: RunProgram, require_program: Callable[[str], str]) -> None:
    require_program("soffice")
    Path("thư.rtf").write_bytes(rb"{\rtf1\ansi The quick brown fox jumps over the lazy dog, again and again.}")
    done = run("check", "thư.rtf")
    assert done.code == 3
    assert "lỗi[TT101]: không kiểm tra được thể thức" in done.err


def test_several_processes_find_what_one_finds(run: RunProgram, faulty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhiều"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.docx").write_bytes(faulty.read_bytes() if number % 3 else b"no Word file")
    one, two = (run("check", "nhiều", "--json", "--jobs", str(jobs)) for jobs in (1, 2))
    assert one == two
    assert [entry["file"] for entry in two.data["documents"]] == [f"nhiều/{at:02}.docx" for at in range(12) if at % 3]
    assert [problem["code"] for problem in two.data["problems"]] == ["MB001"] * 4
    assert two.data["summary"] == {"files": 12, "pass": 0, "depart": 8, "unread": 4}


def test_messages_about_many_files_do_not_hide_what_was_found(run: RunProgram, clean: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhiều"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.docx").write_bytes(b"no Word file" if number else clean.read_bytes())
    done = run("check", "nhiều")
    assert done.code == 3
    assert done.out.endswith("\n30 tệp: 1 đạt, 0 có chỗ trái quy định, 29 không kiểm tra được\n")
    assert done.err.count("lỗi[MB001]") == 20
    assert "lưu ý[TT119]: còn 9 thông báo nữa" in done.err


def test_a_terminal_gets_lines_that_fit_and_no_control_characters(
    run: RunProgram, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = docx.Document(str(clean))
    paragraph = next(one for one in document.paragraphs if "thành lập" in one.text)
    paragraph.runs[0].text = paragraph.runs[0].text.replace("thành lập", "thành\x9b31m  lập")
    document.save(str(clean))
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("reportgen.cli.check._is_terminal", lambda: True)
    done = run("check", clean.name)
    assert "\x9b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 60


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        ("một hai ba bốn", "một hai\n  ba bốn"),
        ("  --> một hai", "  --> một\n    hai"),
        ("nghiêngngảnghiêngngả a", "nghiêngngảnghiêngngả\n  a"),
        ("ngắn", "ngắn"),
        ("a  b c d e f", "a  b c d\n  e f"),
        ("", ""),
        ("một hai\nba", "một hai\nba"),
    ],
)
def test_lines_are_broken_between_words(text: str, wrapped: str) -> None:
    assert wrap_text(text, 9) == wrapped
