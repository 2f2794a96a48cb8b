"""Planning: one letter with slots, rows checked, files named; each fault told with its code and its place."""

from pathlib import Path

import pytest

from reportgen.model.agencies import AgencyGroup
from reportgen.problems import InputProblems
from reportgen.production.batch_plan import plan_batch
from reportgen.production.letter_slots import mark_slots, unmark_problems
from reportgen.read.recipients import GROUP_TITLES, read_recipients
from reportgen.read.records import RecordList, read_records
from tests.production.letter import LETTER, TABLE, many, plan, rows, said, write_letter


def refused(
    folder: Path, text: str, pattern: str = "{stt}", records: dict[str, RecordList] | None = None
) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        plan_batch(write_letter(folder, text), many(2), pattern=pattern, records=records or {})
    return [
        f"{problem.code} {problem.place.describe('vi').removeprefix(str(folder))}: "
        f"{problem.message()} | {problem.hint()}"
        for problem in caught.value.problems
    ]


def records(text: str, key: str = "ma") -> dict[str, RecordList]:
    listed, problems = read_records(text.encode(), "cs.csv", key)
    assert listed is not None
    assert problems == []
    return {"so_lieu": listed}


def test_each_row_gets_its_values_and_its_file(tmp_path: Path) -> None:
    batch = plan(tmp_path, rows("Bộ A;A1", "Bộ B;B1"))
    assert [letter.file for letter in batch.letters] == ["1_A1.docx", "2_B1.docx"]
    assert batch.letters[1].values == {"ten": "Bộ B", "ma": "B1"}
    assert batch.problems == ()


def test_a_slot_in_a_title_set_in_capitals_takes_the_value_in_capitals(tmp_path: Path) -> None:
    source = write_letter(tmp_path, LETTER + TABLE)
    batch = plan_batch(source, rows("Bộ Ê;A"), pattern="{stt}", records=records("Mã;x;y\nA;1;2\n"))
    assert batch.letters[0].values == {"TEN": "BỘ Ê", "ten": "Bộ Ê", "ma": "A"}
    assert batch.letters[0].records == {"so_lieu": (("1", "2"),)}


def test_the_agencies_of_groups_are_those_of_the_letters_day_without_its_sender(tmp_path: Path) -> None:
    batch = plan_batch(write_letter(tmp_path), [AgencyGroup.MINISTRY], pattern="{ma}")
    names = [letter.file for letter in batch.letters]
    assert "BTP.docx" in names
    assert "BTTTT.docx" not in names
    assert batch.problems == ()


def test_an_unknown_column_is_shown_with_the_nearest_one_and_all_problems_come_at_once(tmp_path: Path) -> None:
    text = LETTER.replace("{{ma}}", "{{mma}} {{xyz}}").replace("so: 123", "so: một")
    assert refused(tmp_path, text, pattern="{abc}") == [
        "DS207 : mẫu tên tệp `{abc}` sai: danh sách không có cột `abc` (có: stt, ten, ma) | ví dụ: `{stt}_{ma}`",
        "DS103 /thu.yaml:10:26: văn bản dùng {{mma}}, nhưng danh sách không có cột này | có phải {{ma}}?",
        "DS103 /thu.yaml:10:34: văn bản dùng {{xyz}}, nhưng danh sách không có cột này "
        "| các cột có trong danh sách: stt, ten, ma",
        *refused(tmp_path, LETTER.replace("so: 123", "so: một")),
    ]


def test_a_list_without_a_head_shows_what_was_taken_for_it(tmp_path: Path) -> None:
    listed, _ = read_recipients("Bộ A;A\nBộ B;B\n".encode(), "ds.csv")
    assert listed is not None
    with pytest.raises(InputProblems) as caught:
        plan_batch(write_letter(tmp_path), listed, pattern="{stt}")
    assert {problem.hint() for problem in caught.value.problems} == {
        "các cột có trong danh sách: stt, bo_a, a",
        "có phải {{a}}?",
    }


def test_mentions_in_whole_line_comments_are_left_alone() -> None:
    text = "# ví dụ {{cột}}\nmo_dau: |\n  # {{cột}}\n"
    marked, problems = mark_slots(text.encode(), "x.yaml", {"ten": "Tên"})
    assert marked.decode() == text
    assert [problem.place.line for problem in problems] == [3]


def test_a_problem_behind_a_mention_is_shown_where_it_was_written(tmp_path: Path) -> None:
    text = LETTER.replace("luu: {don_vi: CĐSQG}", "luu: {don_vi: '{{ ten }} {{Mã}}', la: 1}")
    column = text[: text.index("la: 1")].rpartition("\n")[2]
    [problem] = refused(tmp_path, text)
    assert problem.split(":")[1:3] == ["12", f"{len(column) + 1}, mục `luu.la`"]


def test_what_a_problem_quotes_shows_the_mention(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, LETTER.replace("ngay: 15/3/2023", 'ngay: "{{ten}}"'))
    assert "“{{ten}}”" in problem


@pytest.mark.parametrize("pattern", ["{stt", "{}", "a/{stt}"])
def test_a_broken_pattern_is_refused_once(tmp_path: Path, pattern: str) -> None:
    assert [line[:5] for line in refused(tmp_path, LETTER, pattern)] == ["DS207"]


def test_bad_rows_are_told_whole_and_do_not_stop_the_others(tmp_path: Path) -> None:
    listed = rows("Bộ A;A", "Bộ B;", "Bộ A;A", "Bộ C;a", "Bộ D;x/y", "Bộ E;..", "Bộ F;CON", "Bộ G;G.", "Bộ H;H")
    batch = plan(tmp_path, listed, "{ma}")
    assert said(batch) == [
        "DS201 ds.csv:3, ô B3: thiếu giá trị ở cột “Mã”",
        "DS202 ds.csv:4, ô A4: dòng 3 giống hệt dòng 1",
        "DS205 ds.csv:5, ô A5: dòng 4 và dòng 1 cùng cho một tên tệp `a.docx`",
        "DS206 ds.csv:6, ô A6: không thể đặt tên tệp là `x/y`: có ký tự “/” mà tên tệp không được chứa",
        "DS206 ds.csv:7, ô A7: không thể đặt tên tệp là `..`: "
        "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối",
        "DS206 ds.csv:8, ô A8: không thể đặt tên tệp là `CON`: Windows dành riêng tên này",
        "DS206 ds.csv:9, ô A9: không thể đặt tên tệp là `G.`: "
        "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối",
    ]
    assert [letter.file for letter in batch.letters if letter.file] == ["A.docx", "H.docx"]


def test_columns_that_nothing_uses_are_noted(tmp_path: Path) -> None:
    batch = plan(tmp_path, rows("Bộ A;A;x", head="Tên;Mã;Ghi chú"))
    assert [(problem.code, problem.message()) for problem in batch.problems] == [
        ("DS104", "cột “Ghi chú” của danh sách không được dùng")
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {},
            "DS208 /thu.yaml: bảng của văn bản lấy dòng từ danh sách `so_lieu`, nhưng không có danh sách đó "
            "(đã cho: —) | thêm `--rows so_lieu=TEP.xlsx`",
        ),
        (
            records("Mã;x\nT0;1\nT1;2\n"),
            "DS108 cs.csv: bảng của văn bản cần 2 ô mỗi dòng, nhưng danh sách `so_lieu` chỉ có 1 cột sau cột khóa"
            " | thêm cột còn thiếu vào danh sách; ô không có gì thì để trống",
        ),
        (
            records("Mã;x;y\nT0;1;1\nT1;2;2\n", key="maa"),
            "DS106 : danh sách nơi nhận không có cột `maa` để tìm dòng riêng của từng nơi nhận trong `cs.csv`"
            " | chọn cột bằng `--key`: có phải `ma`?",
        ),
    ],
)
def test_lists_of_records_that_do_not_fit_are_refused(
    tmp_path: Path, given: dict[str, RecordList], expected: str
) -> None:
    assert refused(tmp_path, LETTER + TABLE, records=given) == [expected]


def test_recipients_without_records_and_records_without_recipients_are_told(tmp_path: Path) -> None:
    source = write_letter(tmp_path, LETTER + TABLE)
    batch = plan_batch(source, many(2), pattern="{stt}", records=records("Mã;x;y\nT0;1;1\nT7;2;2\n"))
    assert said(batch) == ["DS209 ds.csv:3, ô B3: danh sách `so_lieu` không có dòng nào cho nơi nhận có ma “T1”"]
    assert [(p.code, p.place.describe("vi"), p.message()) for p in batch.problems] == [
        ("DS212", "cs.csv:3, ô A3", "dòng có khóa “T7” không thuộc nơi nhận nào nên không được dùng")
    ]


def test_a_list_of_records_that_no_table_takes_is_a_warning(tmp_path: Path) -> None:
    batch = plan_batch(write_letter(tmp_path), many(1), pattern="{stt}", records=records("Mã;x\nT0;1\n"))
    assert [problem.code for problem in batch.problems] == ["DS107"]


def test_unmarking_leaves_problems_of_other_files_alone(tmp_path: Path) -> None:
    _, problems = mark_slots(b"a: '{{x}}'", "a.yaml", GROUP_TITLES)
    assert unmark_problems(problems, b"{{ten}} {{ten}} xxxxxxxxxxxxxxx", "b.yaml") == tuple(problems)
