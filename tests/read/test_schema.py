from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from reportgen.read.schema import INPUT_MODELS, UnknownKindError, input_schema
from reportgen.read.yaml_source import read_yaml
from tests.read.sample import SAMPLE, changed

SCHEMA = input_schema("bao_cao_749")


def errors_of(text: str) -> list[str]:
    source, _ = read_yaml(text.encode(), "a.yaml")
    assert source is not None
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(source.root)]


@pytest.mark.parametrize("kind", INPUT_MODELS)
def test_each_schema_is_valid_and_comes_out_the_same_each_time(kind: str) -> None:
    Draft202012Validator.check_schema(input_schema(kind))
    assert json.dumps(input_schema(kind)) == json.dumps(input_schema(kind))


def test_the_schema_accepts_the_sample_and_values_typed_as_numbers() -> None:
    assert errors_of(SAMPLE) == []
    typed = {"loai": "bao_cao_749", "co_quan": "BGDDT", "so": 12, "kinh_gui": "BTTTT", "kho_khan": "không có"}
    target = {"ten": "A", "don_vi": "%", "muc_tieu": 80, "ket_qua": 86.97}
    typed["muc_tieu"] = {"chinh_phu_so": {"chi_tieu": [target]}, "kinh_te_so": None}
    assert list(Draft202012Validator(SCHEMA).iter_errors(typed)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kinh_gui:", "kinhgui:"),
        ("tinh_trang: hoan_thanh", "tinh_trang: xong"),
        ("loai: bao_cao_749", "loai: khac"),
        ("co_quan: BGDDT\nso", "so"),
        ("luu: {don_vi: CNTT, so_ban: 5}", "luu: CNTT"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(old: str, new: str) -> None:
    assert errors_of(changed((old, new))) != []


def test_the_keys_stand_in_the_order_of_a_clerk_and_no_english_name_is_shown() -> None:
    assert list(SCHEMA["properties"])[:6] == ["loai", "minh_hoa", "co_quan", "co_quan_chu_quan", "so", "ky_hieu"]
    text = json.dumps(SCHEMA, ensure_ascii=False)
    for name in ("ProgressReport", "Target", "TaskStatus", "SigningAuthority", "OwnTask"):
        assert name not in text


def test_every_key_has_a_title_a_description_and_an_example() -> None:
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        for key, value in part["properties"].items():
            assert {"title", "description", "examples"} <= value.keys(), key


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownKindError, match="không có loại tệp đầu vào `khac`; các loại: bao_cao_749"):
        input_schema("khac")
