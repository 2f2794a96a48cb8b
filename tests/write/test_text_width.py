"""Widths of text in the Times metrics, and Word's greedy wrapping by them."""

from __future__ import annotations

import math
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.write.text_width import longest_line_width, text_width, wrap_lines
from tests.programs import miss

FACES = {
    "LiberationSerif-Regular.ttf": (False, False),
    "LiberationSerif-Bold.ttf": (True, False),
    "LiberationSerif-Italic.ttf": (False, True),
    "LiberationSerif-BoldItalic.ttf": (True, True),
}
NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
WORDS = st.text(alphabet="aăâbcdđeê ộỮ-–\n\u00a0", max_size=60)


def liberation_serif(file_name: str) -> Path:
    files = sorted(Path("/usr/share/fonts").rglob(file_name))
    second = [file for file in files if {"liberation2", "liberation-serif"} & set(file.parts)]
    if not second:
        miss("Liberation Serif 2 is not installed (package fonts-liberation2)")
    return second[0]


@pytest.mark.parametrize(
    ("text", "size", "bold", "expected"),
    [
        ("", 13, False, 0.0),
        (" ", 13, False, 3.25),
        ("1234567890", 14, False, 70.0),
        ("…", 14, False, 14.0),
        ("Ệ", 2048, False, 1251.0),
        ("Ệ", 2048, True, 1366.0),
        (NATIONAL_NAME, 13, True, 271.2036),
        (MOTTO, 14, True, 171.3838),
    ],
)
def test_known_texts_have_their_times_width(text: str, size: float, bold: bool, expected: float) -> None:
    assert text_width(text, size=size, bold=bold) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("file_name", FACES)
def test_kept_widths_are_those_of_liberation_serif(file_name: str) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(liberation_serif(file_name))
    glyphs, metrics = font.getBestCmap(), font["hmtx"]
    bold, italic = FACES[file_name]
    vowels = [
        unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in ("", *"\u0300\u0301\u0303\u0309\u0323")
    ]
    letters = [*vowels, *"".join(vowels).upper(), *"đĐ", *"–—“”‘’…•≥≤×₫%²³°№Æßÿ", *map(chr, range(0x20, 0x7F))]
    measured = {c: text_width(c, size=2048, bold=bold, italic=italic) for c in letters}
    assert measured == {c: metrics[glyphs[ord(c)]][0] for c in letters}


@pytest.mark.parametrize("text", [NATIONAL_NAME, MOTTO, "ữ Ặ ỗ ĩ ợ"])
@pytest.mark.parametrize(("bold", "italic"), FACES.values())
def test_decomposed_text_is_as_wide_as_composed(text: str, bold: bool, italic: bool) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert text_width(decomposed, size=13, bold=bold, italic=italic) == text_width(
        text, size=13, bold=bold, italic=italic
    )


@pytest.mark.parametrize(
    ("character", "as_wide_as"),
    [("漢", "—"), ("ǎ", "a"), ("Ṅ", "N"), ("\u2011", "-"), ("\u00a0", " ")],
)
def test_character_that_is_not_kept_counts_as_its_base_letter_or_one_em(character: str, as_wide_as: str) -> None:
    assert text_width(character, size=10) == text_width(as_wide_as, size=10)


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\u0359"])
def test_joiners_and_unknown_combining_marks_have_no_width(character: str) -> None:
    assert text_width(f"a{character}b", size=10) == text_width("ab", size=10)


@given(WORDS)
def test_width_grows_with_size_and_sums_over_characters(text: str) -> None:
    assert text_width(text, size=26) == pytest.approx(2 * text_width(text, size=13))
    assert text_width(text, size=13) == pytest.approx(sum(text_width(c, size=13) for c in text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("một", ["một"]),
        ("một hai ba bốn", ["một hai", "ba bốn"]),
        ("một\nhai", ["một", "hai"]),
        ("một\n\nhai ", ["một", "", "hai"]),
        ("một   hai ba", ["một   hai", "ba"]),
        ("một hai   ba", ["một hai", "ba"]),
        ("  một", ["  một"]),
        ("hai\u00a0ba một", ["hai\u00a0ba", "một"]),
        ("BC-UBND-VP", ["BC-", "UBND-", "VP"]),
        ("một – hai ba", ["một – hai", "ba"]),
    ],
)
def test_lines_break_where_word_breaks_them(text: str, lines: list[str]) -> None:
    assert wrap_lines(text, width=50, size=13) == lines


def test_word_wider_than_the_room_is_cut_and_marks_stay_with_their_letters() -> None:
    lines = wrap_lines("x" + "q\u0359" * 7, width=20, size=10)
    assert len(lines) > 1
    assert not any(line.startswith("\u0359") for line in lines)
    assert wrap_lines("漢字", width=1, size=10) == ["漢", "字"]


@given(WORDS, st.floats(min_value=20, max_value=300))
def test_wrapped_lines_fit_and_lose_only_spaces(text: str, width: float) -> None:
    lines = wrap_lines(text, width=width, size=13)
    assert all(text_width(line, size=13) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(WORDS, st.floats(min_value=20, max_value=300))
def test_next_word_would_not_have_fitted(text: str, width: float) -> None:
    words = " ".join(text.replace("-", " ").replace("–", " ").split())
    lines = wrap_lines(words, width=width, size=13)
    for line, following in pairwise(lines):
        assert text_width(f"{line} {following.split(' ')[0]}", size=13) > width


def test_longest_line_counts_explicit_and_wrapped_lines() -> None:
    text = "ỦY BAN NHÂN DÂN\nTỈNH"
    assert longest_line_width(text, size=13, bold=True) == text_width("ỦY BAN NHÂN DÂN", size=13, bold=True)
    assert longest_line_width(text, size=13, width=70) == max(text_width(w, size=13) for w in ("ỦY BAN", "NHÂN DÂN"))
    assert longest_line_width("", size=13, width=math.inf) == 0


def test_first_use_takes_a_few_milliseconds() -> None:
    script = (
        "import time, json, re, unicodedata\nfrom reportgen.write.text_width import text_width\n"
        "start = time.process_time(); text_width('ộ', size=13); print(time.process_time() - start)"
    )
    seconds = float(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout)
    assert seconds < 0.02
