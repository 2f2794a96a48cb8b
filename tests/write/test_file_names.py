"""File names from patterns: what Windows or a file system would refuse is refused here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.write.file_names import LONGEST_NAME, FileNameError, file_name, pattern_fields


def test_a_pattern_names_its_columns() -> None:
    assert pattern_fields("Công văn {stt}_{ma}") == ("stt", "ma")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{stt", "dấu ngoặc nhọn mở hoặc đóng bị lẻ"),
        ("stt}", "dấu ngoặc nhọn mở hoặc đóng bị lẻ"),
        ("{}", "`{}` không phải tên một cột"),
        ("{ma.x}", "`{ma.x}` không phải tên một cột"),
        ("{ma[0]}", "`{ma[0]}` không phải tên một cột"),
        ("{ma!r}", "`{ma}` không phải tên một cột"),
        ("{ma:>9}", "`{ma}` không phải tên một cột"),
        ("thu/{ma}", "có ký tự “/” mà tên tệp không được chứa"),
    ],
)
def test_a_broken_pattern_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(FileNameError) as caught:
        pattern_fields(pattern)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("a/b", "có ký tự “/” mà tên tệp không được chứa"),
        ("a\\b", "có ký tự “\\” mà tên tệp không được chứa"),
        ("..", "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối"),
        ("cuối.", "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối"),
        (" đầu", "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối"),
        ("", "tên trống, hoặc có dấu chấm hay dấu cách ở đầu hoặc cuối"),
        ("CON", "Windows dành riêng tên này"),
        ("nul.2023", "Windows dành riêng tên này"),
        ("LPT1", "Windows dành riêng tên này"),
        ("a\nb", "có ký tự “U+000A” mà tên tệp không được chứa"),
        ("a\u202eb", "có ký tự “U+202E” mà tên tệp không được chứa"),
        ("ệ" * 70, f"tên dài 210 byte, quá {LONGEST_NAME} byte (chữ có dấu chiếm 2 hoặc 3 byte)"),
    ],
)
def test_a_name_that_windows_or_a_file_system_refuses_is_refused(value: str, reason: str) -> None:
    with pytest.raises(FileNameError) as caught:
        file_name("{ten}", {"ten": value}, ".docx")
    assert caught.value.reason == reason


def test_a_name_is_composed_and_keeps_its_marks() -> None:
    assert file_name("{stt}_{ten}", {"stt": "1", "ten": "Bô\u0323 A & B"}, ".docx") == "1_Bộ A & B.docx"


@given(st.text())
def test_a_name_is_refused_or_stays_in_its_folder(value: str) -> None:
    try:
        name = file_name("{ten}", {"ten": value}, ".docx")
    except FileNameError:
        return
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert len(name.encode()) <= LONGEST_NAME + len(".docx")
