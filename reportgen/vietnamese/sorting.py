"""The order of Vietnamese names in a list, without a locale of the machine."""

import unicodedata

from reportgen.vietnamese.unicode_forms import compose

# f, j, w and z occur in names and words from abroad and stand at their Latin places.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_ORDER = {letter: index for index, letter in enumerate(_ALPHABET)}
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

_SPACE, _SIGN, _DIGIT, _VIETNAMESE, _OTHER_LETTER = range(5)

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]


def vietnamese_sort_key(text: str) -> SortKey:
    """Return the key that sorts `text` in the order of the Vietnamese alphabet.

    Letters are compared first (ă, â, đ, ê, ô, ơ, ư each a letter of its own), then tones over the whole text in the
    order level, huyền, hỏi, ngã, sắc, nặng, then small letters before capitals. Spaces come before signs, signs
    before digits, digits before letters. Texts whose keys are equal are equal in composed form.
    """
    composed = compose(text)
    letters = [_split_tone(character) for character in composed]
    return (
        tuple(_letter_rank(letter.lower()) for letter, _ in letters),
        tuple(tone for _, tone in letters),
        tuple(letter != letter.lower() for letter, _ in letters),
        composed,
    )


def _split_tone(character: str) -> tuple[str, int]:
    """Return `character` without its tone, and the tone's place in the order (0 for the level tone)."""
    decomposed = unicodedata.normalize("NFD", character)
    base = decomposed[0]
    tone = 0
    for mark in decomposed[1:]:
        if mark in _TONE_ORDER:
            tone = _TONE_ORDER[mark]
        else:
            base += mark
    return compose(base), tone


def _letter_rank(letter: str) -> tuple[int, int]:
    if letter in _LETTER_ORDER:
        return _VIETNAMESE, _LETTER_ORDER[letter]
    if letter.isspace():
        return _SPACE, 0
    if letter.isdecimal():
        return _DIGIT, unicodedata.decimal(letter[0])
    return _OTHER_LETTER if letter.isalpha() else _SIGN, ord(letter[0])
