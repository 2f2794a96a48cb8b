"""Unicode as a file of Vietnamese text must hold it: composed, without forbidden characters, letters comparable."""

import re
import unicodedata

from reportgen.vietnamese.document_symbols import DOCUMENT_CODE

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f"  # C0 without tab, line feed and carriage return
    "\x7f-\x9f"  # delete and C1
    "\u202a-\u202e\u2066-\u2069"  # orders to change the direction of the text, which can hide what is written
    "\ud800-\udfff"  # halves of surrogate pairs
    "\ufffe\uffff"
    "]"
)

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# After "q" the u belongs to the consonant, and both ways of writing put the tone of "quý" on the y.
_NEW_PLACEMENT = re.compile(
    rf"(?:([oO])([aAeE])|(?<![qQ])([uU])([yY]))([{_TONES}])(?![^\W\d_]|[\u0300-\u036f])",
)


def compose(text: str) -> str:
    """Return `text` in the composed form (NFC), in which TCVN 6909:2001 fonts and searches expect Vietnamese."""
    return unicodedata.normalize("NFC", text)


def is_composed(text: str) -> bool:
    """Say whether `text` is already in the composed form (NFC)."""
    return unicodedata.is_normalized("NFC", text)


def find_forbidden_characters(text: str) -> list[tuple[int, str]]:
    """Return the characters of `text` that a document may not hold, each with its index, in order.

    They are those that XML 1.0 cannot carry (section 2.2, Char) and invisible controls: C0 other than tab and line
    ends, delete and C1, lone surrogates, U+FFFE and U+FFFF, and the embeddings, overrides and isolates of direction.
    """
    return [(match.start(), match.group()) for match in _FORBIDDEN.finditer(text)]


def upper_vi(text: str) -> str:
    """Return `text` composed and in capitals, the codes of documents left as they are.

    A title in capitals keeps "749/QĐ-TTg": case matters in a symbol (Decree 30/2020/NĐ-CP, Appendix III, part I).
    """
    composed = compose(text)
    parts: list[str] = []
    end = 0
    for code in DOCUMENT_CODE.finditer(composed):
        parts += [composed[end : code.start()].upper(), code.group()]
        end = code.end()
    return compose("".join([*parts, composed[end:].upper()]))


def normalise_spaces(text: str) -> str:
    """Return `text` without spaces at its ends and with each run of white space (line ends too) as one space."""
    return " ".join(text.split())


def tone_key(text: str) -> str:
    """Return `text` with the tone of open oa, oe and uy where the old way puts it: "hoà" gives "hòa".

    A key for comparing, not a correction: both ways are in official use, and Decree 30 itself prints "CỘNG HÒA" and
    "CỘNG HOÀ". Case is kept.
    """
    decomposed = unicodedata.normalize("NFD", text)
    return compose(_NEW_PLACEMENT.sub(_move_tone_back, decomposed))


def same_letters(a: str, b: str) -> bool:
    """Say whether `a` and `b` are the same text but for Unicode form and old or new tone placement (hòa, hoà)."""
    return tone_key(a) == tone_key(b)


def _move_tone_back(match: re.Match[str]) -> str:
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    return f"{first}{match[5]}{second}"
