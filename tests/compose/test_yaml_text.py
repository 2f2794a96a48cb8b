"""Values and comments of YAML as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.yaml_text import LONGEST_LINE, comment_lines, yaml_value
from reportgen.model.input_model import InputModel, find_inner_model, iter_input_fields
from reportgen.model.progress_report import ProgressReport
from reportgen.read.yaml_source import read_yaml
from reportgen.vietnamese import compose, find_forbidden_characters

WRITTEN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))).filter(
    lambda text: not list(find_forbidden_characters(text))
)


def read_value(written: str) -> object:
    source, problems = read_yaml(f"khoa: {written}\n".encode(), "x.yaml")
    assert source is not None, problems
    assert problems == []
    value: object = source.root["khoa"]
    return value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("khoản 3, 4 Mục VII Điều 1", "khoản 3, 4 Mục VII Điều 1"),
        ("05", "05"),
        ("%", '"%"'),
        ("không: có", '"không: có"'),
        ("số #1", '"số #1"'),
        ("null", '"null"'),
        ("a\nb", r'"a\nb"'),
        (" a", '" a"'),
        ("", '""'),
        (80, "80"),
        (True, "true"),
        (False, "false"),
        (["Như trên", "a, b", "[c]"], '[Như trên, "a, b", "[c]"]'),
    ],
)
def test_a_value_is_quoted_only_where_it_has_to_be(value: object, written: str) -> None:
    assert yaml_value(value) == written


@given(WRITTEN)
def test_text_reads_back_as_it_was(text: str) -> None:
    assert read_value(yaml_value(text)) == compose(text)


@given(st.lists(WRITTEN))
def test_a_list_reads_back_as_it_was(texts: list[str]) -> None:
    assert read_value(yaml_value(texts)) == [compose(text) for text in texts]


def test_the_examples_of_the_model_read_back_as_they_are() -> None:
    def check(model: type[InputModel]) -> None:
        for _, _, field in iter_input_fields(model):
            if inner := find_inner_model(field.annotation):
                check(inner)
            elif field.examples and not isinstance(field.examples[0], bool | list):
                assert read_value(yaml_value(field.examples[0])) == str(field.examples[0])

    check(ProgressReport)


def test_a_comment_breaks_between_words_and_keeps_no_break_spaces_together() -> None:
    words = " ".join(["chữ"] * 60) + " Ví\N{NO-BREAK SPACE}dụ: 05"
    lines = comment_lines(words)
    assert all(line.startswith("# ") and len(line) <= LONGEST_LINE for line in lines)
    assert " ".join(line.removeprefix("# ") for line in lines) == words.replace("\N{NO-BREAK SPACE}", " ")
    assert all("Ví" not in line or "Ví dụ: 05" in line for line in lines)
    assert comment_lines("") == []
