import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.letters import POINT_LETTERS, parse_roman, point_index, point_letter, roman


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert "".join(point_letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert [point_index(letter) for letter in POINT_LETTERS] == list(range(1, 24))


@pytest.mark.parametrize("n", [0, -1, 24])
def test_there_is_no_letter_beyond_y(n: int) -> None:
    with pytest.raises(ValueError, match=f"no letter for {n}"):
        point_letter(n)


@pytest.mark.parametrize("letter", ["", "f", "j", "w", "z", "ă", "ư", "A", "Đ", "ab", "1", "ð"])
def test_other_letters_do_not_mark_points(letter: str) -> None:
    with pytest.raises(ValueError, match="does not mark a point"):
        point_index(letter)


@pytest.mark.parametrize(
    ("n", "text"), [(1, "I"), (4, "IV"), (8, "VIII"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_roman_numbers_are_written_in_their_usual_form(n: int, text: str) -> None:
    assert roman(n) == text
    assert parse_roman(text) == n


@pytest.mark.parametrize("text", ["", "IIII", "iv", "VX", "IC", "IVI", "MMMM", "5", "V ", "Ⅳ"])
def test_other_forms_are_not_roman_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="not a Roman number"):
        parse_roman(text)


@pytest.mark.parametrize("n", [0, -3, 4000])
def test_roman_numbers_have_bounds(n: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 3999"):
        roman(n)


@given(st.integers(1, 3999))
def test_a_roman_number_is_read_back(n: int) -> None:
    assert parse_roman(roman(n)) == n
