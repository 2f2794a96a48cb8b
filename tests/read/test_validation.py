from __future__ import annotations

import pytest
from pydantic import Field

from reportgen.model.input_model import InputModel
from reportgen.read.validation import find_nearest, validate_input
from reportgen.read.yaml_source import read_yaml
from tests.read.sample import shown


class _Group(InputModel):
    plain: int | None = Field(default=None, alias="tho", title="giá trị thô")


def test_an_error_that_has_no_words_of_its_own_shows_only_its_kind() -> None:
    source, _ = read_yaml(b"tho: x\n", "a.yaml")
    assert source is not None
    assert shown(validate_input(_Group, source).problems) == [
        "error[DV299] a.yaml:1:6, mục `tho`: giá trị không dùng được (loại lỗi `int_parsing`)"
    ]


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("kính_gửi", "kinh_gui"),
        ("kinhgui", "kinh_gui"),
        ("kinh_gi", "kinh_gui"),
        ("Kinh-Gui", "kinh_gui"),
        ("addressees", "kinh_gui"),
        ("địa danh", "dia_danh"),
        ("xyz", None),
    ],
)
def test_the_nearest_key_is_found_without_diacritics_and_by_english_names(word: str, nearest: str | None) -> None:
    known = {"kinh_gui": "kinh_gui", "addressees": "kinh_gui", "dia_danh": "dia_danh", "place": "dia_danh"}
    assert find_nearest(word, known) == nearest


def test_a_refused_value_leaves_the_rest_to_be_checked() -> None:
    source, _ = read_yaml(b"tho: x\nkhac: 1\n", "a.yaml")
    assert source is not None
    validated = validate_input(_Group, source)
    assert validated.value == _Group()
    assert validated.refused == {("tho",), ("khac",)}
    assert validated.is_refused(("tho", 0))
