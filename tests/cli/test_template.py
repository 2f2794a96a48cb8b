"""`reportgen template check` and `reportgen template tags`."""

import os
from pathlib import Path

import pytest

from reportgen.production.templates import list_template_kinds
from tests.cli.conftest import RunProgram
from tests.conftest import AssertValid
from tests.write.changed_template import replaced, template_bytes, with_parts


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu của tôi.docx"
    path.write_bytes(replaced(template_bytes("cong_van"), "{{ so }}", "{{ só }}"))
    return path


def test_a_good_template_is_said_to_be_usable(run: RunProgram, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(template_bytes("cong_van"))
    done = run("template", "check", "mau.docx", "--kind", "cong_van")
    assert (done.code, done.out, done.err) == (0, "`mau.docx` dùng được làm mẫu cho `cong_van` (Công văn).\n", "")


def test_without_a_kind_the_guess_is_a_note(run: RunProgram, tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(template_bytes("bien_ban"))
    done = run("template", "check", "mau.docx", "--lang", "en")
    assert (done.code, done.out) == (0, "`mau.docx` can serve as a template of `bien_ban` (Biên bản).\n")
    assert done.err.startswith(
        "note[MB029]: without `--kind`, the template is taken for one of `bien_ban` (Biên bản)"
    )


def test_a_finding_says_what_where_and_what_was_meant(run: RunProgram, bad: Path) -> None:
    done = run("template", "check", bad.name, "--kind", "cong_van")
    assert done.code == 1
    assert done.err == (
        "lỗi[MB010]: mẫu dùng thẻ `só` mà loại văn bản này không có\n"
        "  --> mẫu của tôi.docx, ô bảng (hàng 2, cột 1), đoạn 10, chỗ “Số: {{ só }}/{{ ky_hieu }}”\n"
        "  gợi ý: có phải `{{ so }}` (số văn bản)?\n1 lỗi, 0 cảnh báo\n"
    )
    assert done.out == "`mẫu của tôi.docx` chưa dùng được làm mẫu cho `cong_van` (Công văn).\n"


def test_json_adds_the_kind_and_the_place_of_each_problem(run: RunProgram, bad: Path) -> None:
    data = run("template", "check", bad.name, "--json").data
    assert (data["ok"], data["kind"], data["kind_is_guessed"]) == (False, "cong_van", True)
    assert [problem["code"] for problem in data["problems"]] == ["MB029", "MB010"]
    assert data["places"][0] == {
        "code": "MB029",
        "region": None,
        "part": None,
        "paragraph_in_part": None,
        "start": None,
        "end": None,
    }
    place = data["places"][1]
    assert (place["code"], place["part"], place["start"], place["end"]) == ("MB010", "word/document.xml", 4, 12)
    assert place["region"] == "ô bảng (hàng 2, cột 1)"


def test_the_annotated_copy_is_valid_and_the_template_stays(
    run: RunProgram, bad: Path, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    before = bad.read_bytes()
    done = run("template", "check", bad.name, "--annotate", "xem.docx")
    assert done.code == 1
    assert "Đã ghi:\n  xem.docx\n" in done.out
    assert bad.read_bytes() == before
    assert_valid_docx(tmp_path / "xem.docx", tags_allowed=True)


@pytest.mark.parametrize("link", [None, "same.docx"])
def test_the_copy_may_not_be_the_template(run: RunProgram, bad: Path, tmp_path: Path, link: str | None) -> None:
    before = bad.read_bytes()
    if link:
        os.link(bad, tmp_path / link)
    done = run("template", "check", bad.name, "--annotate", link or tmp_path / "." / bad.name)
    assert done.code == 1
    assert done.err.startswith("lỗi[MB040]: ")
    assert bad.read_bytes() == before


def test_the_copy_is_a_docx(run: RunProgram, bad: Path, tmp_path: Path) -> None:
    done = run("template", "check", bad.name, "--annotate", "xem.pdf")
    assert done.code == 1
    assert "viết `--annotate xem.docx`" in done.err
    assert not (tmp_path / "xem.pdf").exists()


@pytest.mark.parametrize(("code", "data"), [("MB001", b"no"), ("MB005", None)])
def test_no_copy_is_made_of_what_cannot_be_read_or_has_macros(
    run: RunProgram, tmp_path: Path, code: str, data: bytes | None
) -> None:
    unsafe = with_parts(template_bytes("cong_van"), {"word/vbaProject.bin": "x"}) if data is None else data
    (tmp_path / "mau.docx").write_bytes(unsafe)
    done = run("template", "check", "mau.docx", "--annotate", "xem.docx", "--kind", "cong_van")
    assert done.code == 1
    assert f"lỗi[{code}]" in done.err
    assert "lưu ý[MB042]" in done.err
    assert not (tmp_path / "xem.docx").exists()


def test_a_template_that_is_not_there_is_a_problem(run: RunProgram) -> None:
    done = run("template", "check", "khong_co.docx")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("lỗi[GF001]")


@pytest.mark.parametrize("arguments", [("check", "a.docx", "--kind", "cog_van"), ("tags", "cog_van")])
def test_an_unknown_kind_is_answered_with_the_nearest(
    run: RunProgram, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "a.docx").write_bytes(template_bytes("cong_van"))
    done = run("template", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "gợi ý: có phải `cong_van`?" in done.err


def test_without_a_command_the_help_is_shown(run: RunProgram) -> None:
    done = run("template")
    assert (done.code, done.out) == (2, "")
    assert "  check  " in done.err


@pytest.mark.parametrize("kind", list_template_kinds())
def test_the_tags_of_every_kind_are_listed(run: RunProgram, kind: str) -> None:
    done = run("template", "tags", kind)
    assert done.code == 0
    for tag in list_template_kinds()[kind].tags:
        assert f"{tag.written} " in done.out
        assert tag.meaning_vi in done.out


def test_the_tags_are_listed_for_programs_too(run: RunProgram) -> None:
    data = run("template", "tags", "cong_van", "--json").data
    assert data["kind"] == "cong_van"
    assert data["tags"][0] == {
        "name": "co_quan_chu_quan",
        "written": "{{ co_quan_chu_quan }}",
        "block": False,
        "required": False,
        "meaning_vi": "tên cơ quan chủ quản, nếu có",
        "meaning_en": "name of the parent agency, if any",
    }


@pytest.mark.parametrize("name", ["check", "tags"])
def test_help_of_the_commands_below_is_in_both_languages(run: RunProgram, name: str) -> None:
    assert run("template", name, "--help").out.startswith(f"Cách dùng: reportgen template {name}")
    assert run("--lang", "en", "template", name, "--help").out.startswith(f"Usage: reportgen template {name}")
