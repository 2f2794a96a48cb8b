"""Text in the encodings from before Unicode: TCVN3 (ABC), VNI and Windows-1258, converted where that is certain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import chain

# For each vowel: the letter bare, then with à á ả ã ạ, as bytes of TCVN3 (TCVN 5712:1993, VN3).
_TCVN3_ROWS: Mapping[str, bytes] = {
    "aàáảãạ": b"a\xb5\xb8\xb6\xb7\xb9",
    "ăằắẳẵặ": b"\xa8\xbb\xbe\xbc\xbd\xc6",
    "âầấẩẫậ": b"\xa9\xc7\xca\xc8\xc9\xcb",
    "eèéẻẽẹ": b"e\xcc\xd0\xce\xcf\xd1",
    "êềếểễệ": b"\xaa\xd2\xd5\xd3\xd4\xd6",
    "iìíỉĩị": b"i\xd7\xdd\xd8\xdc\xde",
    "oòóỏõọ": b"o\xdf\xe3\xe1\xe2\xe4",
    "ôồốổỗộ": b"\xab\xe5\xe8\xe6\xe7\xe9",
    "ơờớởỡợ": b"\xac\xea\xed\xeb\xec\xee",
    "uùúủũụ": b"u\xef\xf3\xf1\xf2\xf4",
    "ưừứửữự": b"\xad\xf5\xf8\xf6\xf7\xf9",
    "yỳýỷỹỵ": b"y\xfa\xfd\xfb\xfc\xfe",
    "đ": b"\xae",
    "ĂÂÊÔƠƯĐ": b"\xa1\xa2\xa3\xa4\xa5\xa6\xa7",
}
_TCVN3 = {byte: letter for letters, row in _TCVN3_ROWS.items() for letter, byte in zip(letters, row, strict=True)}

# VNI writes a vowel and then a byte for its marks; the letters of one byte stand below. Given as Windows-1252.
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_LETTERS = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
    "Ñ": "Đ", "Ô": "Ơ", "Ö": "Ư", "Ì": "Ì", "Í": "Í", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
}  # fmt: skip


ENCODINGS = ("TCVN3 (ABC)", "VNI", "Windows-1258")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# How a Vietnamese syllable is built: an onset, vowels, an end; "k" ends names such as Đắk Lắk.
_SYLLABLE = re.compile(
    "(ngh?|nh|gh?|gi|kh|ph|th|tr|ch|qu|[bcdđhklmnprstvx])?"
    "(oai|oay|oao|oeo|uya|uyê|uyu|uây|uôi|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oo|oi|ôi|ơi"
    "|ua|uâ|ue|uê|uô|uơ|ui|ưi|uy|ưa|ươ|ưu|[aăâeêioôơuưy])"
    "(ch|ng|nh|[ckmnpt])?"
)
_SURE = 0.9


def recognise_legacy(data: bytes) -> tuple[str, str] | None:
    """Return the encoding of `data` and its text, if it is sure to be one of `ENCODINGS`.

    Sure means: every byte has a meaning in it, nine in ten of the words with letters beyond ASCII are built like
    Vietnamese syllables, and no other of the encodings does as well.
    """
    texts = {encoding: text for encoding in ENCODINGS if (text := convert_legacy(data, encoding)) is not None}
    shares = sorted(((_share_of_syllables(text), encoding) for encoding, text in texts.items()), reverse=True)
    if not shares or shares[0][0] < _SURE or (len(shares) > 1 and shares[1][0] == shares[0][0]):
        return None
    return shares[0][1], texts[shares[0][1]]


def _share_of_syllables(text: str) -> float:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    return sum(map(_is_syllable, words)) / len(words) if words else 0.0


def _is_syllable(word: str) -> bool:
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def convert_legacy(data: bytes, encoding: str) -> str | None:
    """Return the text of `data` in `encoding` ("TCVN3 (ABC)", "VNI", "Windows-1258"), composed (NFC).

    `None` if a byte has no meaning in it: the text would be a guess.
    """
    if encoding.startswith("TCVN3"):
        return _convert_tcvn3(data)
    if encoding == "VNI":
        return _convert_vni(data)
    if encoding == "Windows-1258":
        try:
            return unicodedata.normalize("NFC", data.decode("cp1258"))
        except UnicodeDecodeError:
            return None
    return None


def _convert_tcvn3(data: bytes) -> str | None:
    characters = [chr(byte) if byte < 0x80 else _TCVN3.get(byte) for byte in data]
    known = [character for character in characters if character is not None]
    return "".join(known) if len(known) == len(characters) else None


def _vni_pairs() -> dict[str, str]:
    """Every pair of a vowel and its marks, in both cases, as the letter it stands for."""
    tones = {vowel + mark: vowel + tone for vowel in "aeouy" for mark, tone in _VNI_TONES.items()}
    horns = {
        written + mark: letter + tone
        for written, letter in (("ô", "ơ"), ("ö", "ư"))
        for mark, tone in _VNI_TONES.items()
    }
    circumflexes = {v + mark: f"{v}\u0302{tone}" for v in "aeo" for mark, tone in _VNI_CIRCUMFLEX.items()}
    breves = {"a" + mark: f"a\u0306{tone}" for mark, tone in _VNI_BREVE.items()}
    pairs: dict[str, str] = {}
    for written, letter in chain(tones.items(), horns.items(), circumflexes.items(), breves.items()):
        composed = unicodedata.normalize("NFC", letter)
        pairs |= {
            written: composed,
            written.upper(): composed.upper(),
            # A capital at the start of a word often keeps the small mark.
            written[0].upper() + written[1]: composed.upper(),
        }
    return pairs


_VNI_PAIRS = _vni_pairs()


def _convert_vni(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    converted: list[str] = []
    position = 0
    while position < len(text):
        pair = text[position : position + 2]
        if pair in _VNI_PAIRS:
            converted.append(_VNI_PAIRS[pair])
            position += 2
            continue
        character = text[position]
        if not character.isascii() and character not in _VNI_LETTERS:
            return None
        converted.append(_VNI_LETTERS.get(character, character))
        position += 1
    return "".join(converted)
