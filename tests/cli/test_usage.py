"""What the program says of a command line that it does not understand."""

from pathlib import Path

import pytest

from reportgen.cli.commands import program
from tests.cli.conftest import RunProgram

COMMANDS = ", ".join(program.commands)
FAULTS = [
    (
        ("buid", "x.yaml"),
        "lỗi[TL101]: không có lệnh `buid`\n  gợi ý: có phải `reportgen build`?\n",
        "error[TL101]: there is no command `buid`\n  hint: did you mean `reportgen build`?\n",
    ),
    (
        ("bao_cao.yaml",),
        "lỗi[TL101]: không có lệnh `bao_cao.yaml`\n  gợi ý: có phải `reportgen build bao_cao.yaml`?\n",
        "error[TL101]: there is no command `bao_cao.yaml`\n  hint: did you mean `reportgen build bao_cao.yaml`?\n",
    ),
    (
        ("zzz",),
        f"lỗi[TL101]: không có lệnh `zzz`\n  gợi ý: các lệnh: {COMMANDS}\n",
        f"error[TL101]: there is no command `zzz`\n  hint: the commands: {COMMANDS}\n",
    ),
    (
        ("build", "--pfd", "x.yaml"),
        "lỗi[TL102]: lệnh `reportgen build` không có tùy chọn `--pfd`\n  gợi ý: có phải `--pdf`?\n",
        "error[TL102]: `reportgen build` has no option `--pfd`\n  hint: did you mean `--pdf`?\n",
    ),
    (
        ("--qqqq", "build"),
        "lỗi[TL102]: lệnh `reportgen` không có tùy chọn `--qqqq`\n  gợi ý: xem `reportgen --help`\n",
        "error[TL102]: `reportgen` has no option `--qqqq`\n  hint: see `reportgen --help`\n",
    ),
    (
        ("build",),
        "lỗi[TL103]: lệnh `reportgen build` cần TỆP\n  gợi ý: viết `reportgen build [TÙY CHỌN] TỆP`\n",
        "error[TL103]: `reportgen build` needs FILE\n  hint: write `reportgen build [OPTIONS] FILE`\n",
    ),
    (
        ("improve", "x.csv", "--set", "dti_cap_tinh_922"),
        "lỗi[TL103]: lệnh `reportgen improve` cần --letter TỆP, -o THƯ_MỤC, --year NĂM\n"
        "  gợi ý: viết `reportgen improve [TÙY CHỌN] BẢNG --letter … -o … --year …`\n",
        "error[TL103]: `reportgen improve` needs --letter FILE, -o FOLDER, --year YEAR\n"
        "  hint: write `reportgen improve [OPTIONS] TABLE --letter … -o … --year …`\n",
    ),
    (
        ("publish", "x.yaml", "--only", "docx,xlsx"),
        "lỗi[TL107]: `--only` không nhận “docx,xlsx”; chỉ nhận: docx, pdf, xlsx, html, hinh\n"
        "  gợi ý: mỗi lần một giá trị: viết `--only docx --only xlsx`\n",
        "error[TL107]: `--only` does not take “docx,xlsx”, only: docx, pdf, xlsx, html, hinh\n"
        "  hint: one value at a time: write `--only docx --only xlsx`\n",
    ),
    (
        ("build", "x.yaml", "-o"),
        "lỗi[TL104]: tùy chọn `-o` cần một giá trị đi sau\n  gợi ý: viết `-o TỆP.docx`\n",
        "error[TL104]: the option `-o` needs a value after it\n  hint: write `-o FILE.docx`\n",
    ),
    (
        ("build", "x.yaml", "--pdf=1"),
        "lỗi[TL105]: tùy chọn `--pdf` không nhận giá trị\n  gợi ý: chỉ viết `--pdf`\n",
        "error[TL105]: the option `--pdf` takes no value\n  hint: write `--pdf` alone\n",
    ),
    (
        ("schema", "bao_cao_749", "thêm", "nữa"),
        "lỗi[TL106]: thừa trên dòng lệnh: `thêm nữa`\n"
        "  gợi ý: đặt tên có dấu cách trong ngoặc kép; cách viết: `reportgen schema [TÙY CHỌN] [LOẠI]`\n",
        "error[TL106]: too much on the command line: `thêm nữa`\n"
        "  hint: put a name with spaces in double quotes; the form is `reportgen schema [OPTIONS] [KIND]`\n",
    ),
    (
        ("agencies", "--group", "tinhh"),
        "lỗi[TL107]: `--group` không nhận “tinhh”; chỉ nhận: chinh_phu, bo, co_quan_ngang_bo, "
        "co_quan_thuoc_chinh_phu, don_vi_thuoc_bo, tinh\n  gợi ý: có phải `tinh`?\n",
        "error[TL107]: `--group` does not take “tinhh”, only: chinh_phu, bo, co_quan_ngang_bo, "
        "co_quan_thuoc_chinh_phu, don_vi_thuoc_bo, tinh\n  hint: did you mean `tinh`?\n",
    ),
    (
        ("outline", "BTP", "--date", "mai"),
        "lỗi[TL108]: `--date` cần một ngày, nhưng ghi “mai”\n  gợi ý: viết như 2020-12-25 hoặc 25/12/2020\n",
        "error[TL108]: `--date` needs a date, but “mai” was given\n  hint: write it as 2020-12-25 or 25/12/2020\n",
    ),
    (
        ("agencies", "--date", "30/2/2021"),
        "lỗi[TL109]: `--date`: ngày “30/2/2021” không có trên lịch\n"
        "  gợi ý: kiểm tra lại ngày và tháng; viết như 2020-12-25 hoặc 25/12/2020\n",
        "error[TL109]: `--date`: the date “30/2/2021” does not exist\n"
        "  hint: check day and month; write it as 2020-12-25 or 25/12/2020\n",
    ),
    (
        ("schema", "bao_cao_479"),
        "lỗi[TL110]: không có loại tệp đầu vào `bao_cao_479`\n  gợi ý: có phải `bao_cao_749`?\n",
        "error[TL110]: there is no kind of input `bao_cao_479`\n  hint: did you mean `bao_cao_749`?\n",
    ),
    (
        ("build", "x.yaml", "-o", "x.pdf"),
        "lỗi[TL111]: tệp kết quả phải có đuôi .docx, nhưng `-o` ghi `x.pdf`\n"
        "  gợi ý: viết `-o x.docx`, hoặc một thư mục đã có; bản PDF do `--pdf` làm, cùng tên\n",
        "error[TL111]: the output must end in .docx, but `-o` says `x.pdf`\n"
        "  hint: write `-o x.docx`, or a folder that exists; `--pdf` adds the PDF under the same name\n",
    ),
    (
        ("build", "x.yaml", "--template", "mau.docx", "-o", "mau.docx"),
        "lỗi[TL112]: `mau.docx` vừa là tệp đọc vào vừa là tệp kết quả\n  gợi ý: chọn tên khác bằng `-o`\n",
        "error[TL112]: `mau.docx` is both read and written\n  hint: choose another name with `-o`\n",
    ),
]


@pytest.mark.parametrize(("arguments", "vi", "en"), FAULTS)
def test_a_fault_of_the_command_line_is_a_problem_in_the_language_asked_for(
    run: RunProgram, tmp_path: Path, arguments: tuple[str, ...], vi: str, en: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out, done.err) == (2, "", f"{vi}1 lỗi, 0 cảnh báo\n")
    # Before the arguments: after the last option it could be taken for that option's value.
    done = run("--lang", "en", *arguments)
    assert (done.code, done.out, done.err) == (2, "", f"{en}1 error, 0 warnings\n")
    assert list(tmp_path.iterdir()) == []


def test_without_a_command_the_help_page_is_printed_as_an_error(run: RunProgram) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err == run("--help").out


def test_an_unknown_language_is_refused_on_the_command_line_and_in_the_environment(
    run: RunProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = "lỗi[TL107]: `--lang` không nhận “fr”; chỉ nhận: vi, en\n  gợi ý: xem `reportgen {}--help`\n"
    assert run("agencies", "--lang", "fr").err.startswith(expected.format("agencies "))
    monkeypatch.setenv("REPORTGEN_LANG", "fr")
    done = run("agencies")
    assert done.code == 2
    assert done.err.startswith(expected.format(""))


def test_a_faulty_command_line_with_json_is_told_as_json(run: RunProgram) -> None:
    done = run("build", "--json")
    assert (done.code, done.err) == (2, "")
    assert done.data["ok"] is False
    assert [problem["code"] for problem in done.data["problems"]] == ["TL103"]


@pytest.mark.parametrize(
    "arguments", [("agencies", "--lang", "en"), ("--lang", "en", "agencies"), ("agencies", "--lang=en")]
)
def test_the_language_may_stand_before_or_after_the_command(run: RunProgram, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).out.startswith("Code ")


def test_the_language_of_the_environment_counts_unless_the_command_line_says_otherwise(
    run: RunProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    assert run("agencies").out.startswith("Code ")
    assert run("agencies", "--lang", "vi").out.startswith("Mã ")
