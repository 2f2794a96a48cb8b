from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from reportgen.read.data_files import load_document_kinds
from reportgen.read.schema import INPUT_MODELS, UnknownKindError, input_schema
from reportgen.read.yaml_source import read_yaml
from tests.read.administrative_sample import DECISION, DISPATCH
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


def test_there_is_a_schema_for_the_report_and_for_every_kind_of_document_and_copy() -> None:
    assert list(INPUT_MODELS) == ["bao_cao_749", "an_pham_dti", *(kind.key for kind in load_document_kinds().kinds)]
    assert len(INPUT_MODELS) == 2 + 29 + 3
    assert input_schema("cong_van")["title"] == "Đầu vào của công văn"


@pytest.mark.parametrize(("kind", "text"), [("cong_van", DISPATCH), ("quyet_dinh", DECISION)])
def test_the_schema_of_a_kind_accepts_its_sample_and_refuses_what_the_reader_refuses(kind: str, text: str) -> None:
    validator = Draft202012Validator(input_schema(kind))
    source, _ = read_yaml(text.replace("loai: QĐ", "loai: quyet_dinh").encode(), "a.yaml")
    assert source is not None
    assert list(validator.iter_errors(source.root)) == []
    root = source.root
    for wrong in (
        {**root, "loai": "bao_cao_749"},
        {**root, "bo_cuc": "doan"},
        {**root, "noi_dung": [{"con": [{"con": [{"tieude": "A"}]}]}]},
        {**root, "phu_luc": [{"bang": {"dong": [{"ten": "A"}]}}]},
        {key: value for key, value in root.items() if key != "co_quan"},
    ):
        assert list(validator.iter_errors(wrong)) != []


def test_parts_may_be_texts_or_groups_at_any_depth() -> None:
    deep = {
        "loai": "ke_hoach",
        "co_quan": "BTTTT",
        "noi_dung": ["A", {"con": ["B", {"con": [{"con": ["C", 5]}]}]}],
    }
    assert list(Draft202012Validator(input_schema("ke_hoach")).iter_errors(deep)) == []


def test_every_key_of_a_document_has_a_title_a_description_and_an_example_and_no_english_name_is_shown() -> None:
    schema = input_schema("cong_van")
    for part in (schema, *schema["$defs"].values()):
        for key, value in part["properties"].items():
            assert {"title", "description", "examples"} <= value.keys(), key
    text = json.dumps(schema, ensure_ascii=False)
    for name in ("AdministrativeDocument", "Section", "TableRow", "Numbering", "CitedDocument", "Particulars"):
        assert name not in text


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownKindError, match="không có loại tệp đầu vào `khac`; các loại: bao_cao_749"):
        input_schema("khac")
