import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.sorting import vietnamese_sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "A", "à", "ả", "ã", "á", "Á", "ạ", "ă", "ằ", "ắ", "â", "ấ", "ậ", "b"],
        ["d", "D", "đ", "Đ", "e", "ê", "f", "g", "o", "ô", "ơ", "t", "u", "ư", "w", "y", "z"],
        [" 1", "- phụ lục", "10 nhiệm vụ", "2021", "cá", "ca dao", "chả"],
        ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương"],
        ["Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Hà Giang", "Hà Nội", "Hải Dương"],
        ["Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế"],
    ],
)
def test_names_sort_in_the_order_of_the_alphabet(ordered: list[str]) -> None:
    for given_order in (ordered[::-1], sorted(ordered)):
        assert sorted(given_order, key=vietnamese_sort_key) == ordered


def test_tones_count_after_all_letters() -> None:
    names = ["Má An", "Ma Ân", "Mà An", "Ma An"]
    assert sorted(names, key=vietnamese_sort_key) == ["Ma An", "Mà An", "Má An", "Ma Ân"]


@given(st.text(), st.text())
def test_only_the_same_composed_text_has_the_same_key(a: str, b: str) -> None:
    same = unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)
    assert (vietnamese_sort_key(a) == vietnamese_sort_key(b)) == same
    assert vietnamese_sort_key(a) == vietnamese_sort_key(unicodedata.normalize("NFD", a))


@given(st.lists(st.text("aàăắdđDĐ 1-", max_size=4), max_size=6), st.randoms(use_true_random=False))
def test_sorting_does_not_depend_on_the_order_given(texts: list[str], randoms: random.Random) -> None:
    shuffled = list(texts)
    randoms.shuffle(shuffled)
    assert sorted(shuffled, key=vietnamese_sort_key) == sorted(texts, key=vietnamese_sort_key)
