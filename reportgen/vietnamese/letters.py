"""The letters of points (a, b, c, d, đ, e, g …) and Roman numbers.

Decree 30/2020/NĐ-CP, Appendix I, part I, II.6.đ: points are marked with letters in the order of the Vietnamese
alphabet. Practice leaves out ă, â, ê, ô, ơ and ư, which are hard to tell from their plain letters in speech and in
print; f, j, w and z are not Vietnamese letters.
"""

import re

POINT_LETTERS: tuple[str, ...] = tuple("abcdđeghiklmnopqrstuvxy")
"""The letters that mark points, in their order."""

_POINT_INDEX = {letter: index for index, letter in enumerate(POINT_LETTERS, start=1)}

_ROMAN_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LARGEST_ROMAN = 3999


def point_letter(n: int) -> str:
    """Return the letter of the `n`-th point, counting from 1: 1 is "a", 5 is "đ", 7 is "g".

    Raises:
        ValueError: if `n` is not between 1 and 23. No rule says how points go on after "y", so the text has to be
            divided into more clauses.
    """
    if not 1 <= n <= len(POINT_LETTERS):
        raise ValueError(f"points are lettered from 1 (a) to {len(POINT_LETTERS)} (y); there is no letter for {n}")
    return POINT_LETTERS[n - 1]


def point_index(letter: str) -> int:
    """Return the place of `letter` among the points, counting from 1.

    Raises:
        ValueError: if `letter` is not one small letter that marks points.
    """
    if letter not in _POINT_INDEX:
        raise ValueError(f"{letter!r} does not mark a point; points go a, b, c, d, đ, e, g … y")
    return _POINT_INDEX[letter]


def roman(n: int) -> str:
    """Return `n` as a Roman number in capitals: 4 is "IV".

    Raises:
        ValueError: if `n` is not between 1 and 3999.
    """
    if not 1 <= n <= _LARGEST_ROMAN:
        raise ValueError(f"a Roman number is between 1 and {_LARGEST_ROMAN}, not {n}")
    digits = []
    for value, sign in _ROMAN_VALUES:
        count, n = divmod(n, value)
        digits.append(sign * count)
    return "".join(digits)


def parse_roman(text: str) -> int:
    """Return the value of a Roman number written in capitals in its usual form ("IV", not "IIII" or "iv").

    Raises:
        ValueError: if `text` is anything else.
    """
    if not text or not _ROMAN.fullmatch(text):
        raise ValueError(f"{text!r} is not a Roman number in capitals")
    values = {sign: value for value, sign in _ROMAN_VALUES}
    total = 0
    for sign, following in zip(text, [*text[1:], ""], strict=True):
        smaller = following != "" and values[sign] < values[following]
        total += -values[sign] if smaller else values[sign]
    return total
