from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.read.yaml_source import MAX_FILE_BYTES, MAX_TEXT_CHARACTERS, MAX_VALUES, read_yaml
from tests.read.sample import shown


def problems_of(data: bytes | str) -> list[str]:
    return shown(read_yaml(data.encode() if isinstance(data, str) else data, "a.yaml")[1])


@pytest.mark.parametrize(
    "text", ["no", "on", "yes", "true", "05", "0o7", "12:30", "2020-12-25", "1_000", ".5", "1e3", "=", "<<", "0x1F"]
)
def test_every_plain_scalar_stays_the_text_that_was_typed(text: str) -> None:
    source, problems = read_yaml(f"a: {text}\n".encode(), "a.yaml")
    assert source is not None
    assert source.root == {"a": text}
    assert problems == []


@pytest.mark.parametrize("text", ["", "~", "null", "NULL"])
def test_an_empty_value_is_none_but_a_quoted_one_is_text(text: str) -> None:
    source, _ = read_yaml(f'a: {text}\nb: "{text}"\n'.encode(), "a.yaml")
    assert source is not None
    assert source.root == {"a": None, "b": text}


def test_places_point_to_values_and_fall_back_to_the_nearest_key_above() -> None:
    text = "d: |\n\n  ab\n  c\nt: [x, {y: no}]\nz:\nf: >-\n  một\n  hai\n"
    source, _ = read_yaml(text.encode(), "a.yaml")
    assert source is not None
    places = [("d",), ("t", 0), ("t", 1, "y"), ("z",), ("t", 5, "k"), ("f",), ("none",), ()]
    assert [source.place(path).describe("vi") for path in places] == [
        "a.yaml:3:3, mục `d`",
        "a.yaml:5:5, mục `t[1]`",
        "a.yaml:5:12, mục `t[2].y`",
        "a.yaml:6:1, mục `z`",
        "a.yaml:5:1, mục `t[6].k`",
        "a.yaml:8:3, mục `f`",
        "a.yaml, mục `none`",
        "a.yaml",
    ]
    assert source.key_place(("t", 1, "y")).column == 9


def test_decomposed_text_and_keys_come_out_composed_and_a_byte_order_mark_is_accepted() -> None:
    source, problems = read_yaml("\ufeffchu\u0301: tie\u0302\u0301ng".encode(), "a.yaml")
    assert source is not None
    assert source.root == {"chú": "tiếng"}
    assert problems == []


def test_numbers_of_a_json_file_get_the_decimal_comma_and_its_texts_stay() -> None:
    source, problems = read_yaml(b'{"a": 1.234, "b": "1.234", "c": 1e3, "d": true, "e": -0.5, "f": null}', "a.json")
    assert source is not None
    assert source.root == {"a": "1,234", "b": "1.234", "c": "1000", "d": "true", "e": "-0,5", "f": None}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", "DV106] a.yaml:1:5: sai cú pháp YAML: dấu hai chấm không được phép ở chỗ này"),
        ("a:b\nc: d\n", "DV106] a.yaml:1:2: sai cú pháp YAML: thiếu dấu cách sau dấu hai chấm ở dòng 1"),
        ('a: "x\nb: y\n', "DV106] a.yaml:1:4: sai cú pháp YAML: dấu ngoặc kép hoặc ngoặc đơn bắt đầu ở dòng 1"),
        ("a: [1, 2\nb: 3\n", "DV106] a.yaml:1:4: sai cú pháp YAML: ngoặc vuông hoặc ngoặc nhọn bắt đầu ở dòng 1"),
        ("a:\n  b: 1\n c: 2\n", "DV106] a.yaml:3:2: sai cú pháp YAML: dòng này thụt lề không thẳng hàng"),
        ("a: 1\nb\nc: 2\n", "DV106] a.yaml:2:1: sai cú pháp YAML: thiếu dấu hai chấm sau tên mục"),
        ("a: - b\n", "DV106] a.yaml:1:4: sai cú pháp YAML: danh sách bắt đầu bằng dấu `-` không được phép"),
        ("a: @x\n", "DV106] a.yaml:1:4: sai cú pháp YAML: giá trị không được bắt đầu bằng ký tự @"),
        ('a: "\\q"\n', "DV106] a.yaml:1:4: sai cú pháp YAML: dấu \\ trong ngoặc kép không đúng quy tắc"),
        ("%YAML 3.0\n---\na: 1", "DV106] a.yaml:1:1: sai cú pháp YAML: dấu &, *, ! hoặc % đầu giá trị"),
        ("a:\n\tb: 1\n\tc: 1\n", "DV107] a.yaml:2:1: dòng này thụt lề bằng phím Tab; YAML chỉ nhận dấu cách"),
        ("a: 1\n---\nb: 2\n", "DV115] a.yaml:2:1: tệp có nhiều phần ngăn bởi dòng `---`"),
        ("a: {{ x }}\n", "DV114] a.yaml:1:5, mục `a`: tên mục phải là chữ, nhưng ở đây là một nhóm mục"),
        ("? \n", "DV114] a.yaml:1:2: tên mục phải là chữ, nhưng ở đây là chỗ trống"),
        ("", "DV101] a.yaml: tệp không có nội dung nào"),
        (" \n\n", "DV101] a.yaml: tệp không có nội dung nào"),
        ("# chỉ có chú thích\n", "DV101] a.yaml: tệp không có nội dung nào"),
        ("a: !!python/object/apply:os.system [ls]\n", "DV110] a.yaml:1:4, mục `a`: không dùng được thẻ kiểu YAML"),
        ('a: "\\0"\n', "DV104] a.yaml:1:4, mục `a`: có ký tự không được phép U+0000"),
    ],
)
def test_what_yaml_cannot_be_is_said_with_its_place(text: str, expected: str) -> None:
    assert problems_of(text)[0].startswith(f"error[{expected}")


@pytest.mark.parametrize("text", ["a: b\n\t", "a:\n - b\n\t", "a: [\n\t", "a: b\n\t\nc: d\n", "- a\n\t\n"])
def test_a_line_of_nothing_but_a_tab_is_read_or_named(text: str) -> None:
    source, problems = read_yaml(text.encode(), "a.yaml")
    assert source is not None or problems


def test_each_line_indented_by_a_tab_is_named() -> None:
    assert [line.split(": ")[0] for line in problems_of("a:\n\tb: 1\n\tc: 1\n")] == [
        "error[DV107] a.yaml:2:1",
        "error[DV107] a.yaml:3:1",
    ]


def test_a_duplicate_key_names_both_lines_and_the_first_value_stays() -> None:
    source, problems = read_yaml(b"a: 1\nb: 2\na:\n  c: [1]\nd: 3\n", "a.yaml")
    assert source is not None
    assert source.root == {"a": "1", "b": "2", "d": "3"}
    assert shown(problems) == [
        "error[DV108] a.yaml:3:1, mục `a`: mục `a` ghi hai lần: dòng 1 và dòng 3"
        " (gộp hai chỗ làm một hoặc xoá một chỗ)"
    ]


def test_all_control_characters_are_listed_with_line_and_column() -> None:
    assert [line.split(" (")[0] for line in problems_of("a: x\x07\nb: \x00y\x1b\n")] == [
        "error[DV104] a.yaml:1:5: có ký tự không được phép U+0007",
        "error[DV104] a.yaml:2:4: có ký tự không được phép U+0000",
        "error[DV104] a.yaml:2:6: có ký tự không được phép U+001B",
    ]


def test_a_bomb_of_aliases_is_refused_and_never_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source, problems = read_yaml(bomb.encode(), "a.yaml")
    assert {problem.code for problem in problems} == {"DV109"}
    assert source is not None
    assert source.root["i"] == [None] * 9
    assert source.is_damaged(("i", 3))


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("a: Báo cáo".encode("utf-16"), "UTF-16"),
        ("a: Báo cáo kết quả".encode("utf-16-le"), "UTF-16"),
        ("a: Báo cáo".encode("utf-32"), "UTF-32"),
        (b"ten: C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", "TCVN3 (ABC)"),
        (b"ten: Co\xe4ng ho\xf8a xa\xf5 ho\xe4i chu\xfb ngh\xf3a", "VNI"),
        (b"ten: C\xf4\xf2ng h\xf2a x\xe3 h\xf4\xf2i ch\xf9 ngh\xeca Vi\xea\xf2t Nam", "Windows-1258"),
    ],
)
def test_other_encodings_are_refused_and_named(data: bytes, encoding: str) -> None:
    (problem,) = problems_of(data)
    assert problem.startswith("error[DV103] a.yaml:1:")
    assert f"tệp có vẻ ở bảng mã {encoding}: " in problem


def test_an_office_file_is_called_so() -> None:
    assert problems_of(b"PK\x03\x04\x14\0xl/workbook.xml\xff")[0].startswith("error[GF006] a.yaml: đây là tệp Excel,")


def test_a_byte_that_is_not_utf_8_is_named_with_its_place() -> None:
    assert problems_of("a: 1\nbé: ".encode() + b"\xff")[0].startswith(
        "error[DV103] a.yaml:2:5: cần tệp mã UTF-8, nhưng byte thứ 11 không phải UTF-8"
    )


def test_limits_hold_for_size_text_depth_and_number_of_values() -> None:
    assert problems_of(b"a" * (MAX_FILE_BYTES + 1))[0].startswith("error[DV102] a.yaml: tệp dài 20000001 byte")
    assert problems_of("b:\n  a: " + "x" * (MAX_TEXT_CHARACTERS + 1))[0].startswith(
        "error[DV111] a.yaml:2:6, mục `b.a`: mục `b.a` dài 1000001 ký tự"
    )
    for deep in ("[" * 60, "[" * 100_000, "- " * 60, "- " * 3000):
        assert problems_of(deep)[0].endswith("các mục lồng nhau quá 50 tầng")
    assert problems_of("a: [" + "1," * MAX_VALUES + "]")[0].endswith(f"tệp có quá {MAX_VALUES} giá trị")


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet="ab:-?[]{}&*!|>\"'%@`# \n\t\x00é\u0301", max_size=80).map(str.encode)
)
def test_no_bytes_whatsoever_raise(data: bytes) -> None:
    source, problems = read_yaml(data, "a.yaml")
    assert source is not None or problems
    for problem in problems:
        assert problem.message("vi")
        assert problem.message("en")
        problem.hint("vi")
        problem.hint("en")
