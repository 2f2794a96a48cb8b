import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.unicode_forms import (
    compose,
    find_forbidden_characters,
    is_composed,
    normalise_spaces,
    same_letters,
    tone_key,
    upper_vi,
)


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Quyết định")
    assert not is_composed(decomposed)
    assert compose(decomposed) == "Quyết định"


@pytest.mark.parametrize(
    "character",
    "\x00\x08\x0b\x0c\x1f\x7f\x85\ud800\udfff\ufffe\uffff\u202a\u202e\u2066\u2069",
)
def test_forbidden_characters_are_found_with_their_index(character: str) -> None:
    assert find_forbidden_characters(f"Số{character} liệu{character}") == [(2, character), (8, character)]


def test_ordinary_text_has_no_forbidden_characters() -> None:
    text = "Căn cứ Nghị định số 30/2020/NĐ-CP;\r\n\t“12,5%”\u00a0– 😀 \u200b\u2065\ue000"
    assert find_forbidden_characters(text) == []


def test_capitals_keep_the_codes_of_documents() -> None:
    title = "Báo cáo tình hình triển khai Quyết định số 749/QĐ-TTg ngày 03/6/2020, đợt 3/Quý IV theo 12/CTr-UBND"
    assert upper_vi(title) == (
        "BÁO CÁO TÌNH HÌNH TRIỂN KHAI QUYẾT ĐỊNH SỐ 749/QĐ-TTg NGÀY 03/6/2020, ĐỢT 3/QUÝ IV THEO 12/CTr-UBND"
    )


@pytest.mark.parametrize(
    "code", ["4/QyĐ-BTC", "04/QyĐ", "48/2022/NĐ-CP", "351/2017/UBTVQH14", "5/TrS-BNV", "6/TTr-SNV"]
)
def test_each_shape_of_code_is_kept(code: str) -> None:
    assert upper_vi(f"theo {code}.") == f"THEO {code}."


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("HỎA TỐC", "HOẢ TỐC"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "Ủy ban"),
        ("thoả", "thỏa"),
        ("khoẻ", "khỏe"),
        ("toạ độ", "tọa độ"),
        ("Tin học hoá", unicodedata.normalize("NFD", "Tin học hóa")),
    ],
)
def test_old_and_new_tone_placement_are_the_same_letters(new: str, old: str) -> None:
    assert new != old
    assert same_letters(new, old)
    assert tone_key(new) == compose(tone_key(old))


@pytest.mark.parametrize(
    ("a", "b"), [("hoa", "hòa"), ("hoà", "hoá"), ("hòa", "Hòa"), ("quý", "qúy"), ("hoàn", "hòan"), ("thúy", "thuy")]
)
def test_other_differences_remain(a: str, b: str) -> None:
    assert not same_letters(a, b)


@pytest.mark.parametrize("text", ["hoàn", "ngoại", "quý", "QUỸ", "khuỷu", "tuyển", "xoè ra".replace("è", "e")])
def test_tones_with_one_placement_stay(text: str) -> None:
    assert tone_key(text) == text


def test_runs_of_white_space_become_one_space() -> None:
    assert normalise_spaces("  Bộ\u00a0 Nội\n\tvụ ") == "Bộ Nội vụ"


@given(st.text())
def test_composing_twice_changes_nothing(text: str) -> None:
    composed = compose(text)
    assert is_composed(composed)
    assert compose(composed) == composed


@given(st.text())
def test_capitals_and_tone_keys_are_composed_and_stable(text: str) -> None:
    for change in (upper_vi, tone_key):
        changed = change(text)
        assert is_composed(changed)
        assert change(changed) == changed
