import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.citations import CitationError, covers, parse_citation
from reportgen.vietnamese.letters import POINT_LETTERS, roman
from reportgen.vietnamese.provisions import Provision, format_provisions

_Parts = tuple[int, int | None, int | None, str | None]

# Công văn số 5065/BTTTT-THH, Phụ lục I, mục I khoản 3: what each body was given to do under Decision 749.
_LETTER_5065 = {
    "Bộ Tư pháp": ("điểm e, khoản 2, mục IV Điều 1", [(1, 4, 2, "e")]),
    "Bộ Tài chính": (
        "điểm đ, khoản 2, 5 Mục IV; khoản 3, mục VIII Điều 1",
        [(1, 4, 2, "đ"), (1, 4, 5, None), (1, 8, 3, None)],
    ),
    "Bộ Công Thương": (
        "khoản 5, mục VI; khoản 6, 8 mục VIII Điều 1",
        [(1, 6, 5, None), (1, 8, 6, None), (1, 8, 8, None)],
    ),
    "Bộ Lao động - Thương binh và Xã hội": (
        "khoản 7, mục VII Điều 1; điểm b, khoản 9 Điều 2",
        [(1, 7, 7, None), (2, None, 9, "b")],
    ),
    "Bộ Giao thông vận tải": ("khoản 5, mục VIII Điều 1", [(1, 8, 5, None)]),
    "Bộ Giáo dục và Đào tạo": (
        "khoản 3, 4 mục VII; khoản 2 mục VIII Điều 1; điểm b, c, d khoản 8 Điều 2",
        [(1, 7, 3, None), (1, 7, 4, None), (1, 8, 2, None), (2, None, 8, "b"), (2, None, 8, "c"), (2, None, 8, "d")],
    ),
    "Bộ Nông nghiệp và Phát triển nông thôn": ("khoản 4, mục VIII Điều 1", [(1, 8, 4, None)]),
    "Bộ Kế hoạch và Đầu tư": ("khoản 5 Điều 2", [(2, None, 5, None)]),
    "Bộ Nội vụ": ("khoản 16 Điều 2", [(2, None, 16, None)]),
    "Bộ Y tế": ("khoản 1 mục VIII Điều 1", [(1, 8, 1, None)]),
    "Bộ Khoa học và Công nghệ": (
        "điểm c, d khoản 2; điểm a, b, c khoản 6 mục IV Điều 1; điểm b, c khoản 7 Điều 2",
        [
            (1, 4, 2, "c"),
            (1, 4, 2, "d"),
            (1, 4, 6, "a"),
            (1, 4, 6, "b"),
            (1, 4, 6, "c"),
            (2, None, 7, "b"),
            (2, None, 7, "c"),
        ],
    ),
    "Bộ Tài nguyên và Môi trường": ("khoản 7, mục VIII Điều 1", [(1, 8, 7, None)]),
    "Ngân hàng nhà nước": (
        "khoản 3, mục VIII Điều 1; điểm b, c, d khoản 4 Điều 2",
        [(1, 8, 3, None), (2, None, 4, "b"), (2, None, 4, "c"), (2, None, 4, "d")],
    ),
    "Văn phòng Chính phủ": ("khoản 4, 6, 7 mục V Điều 1", [(1, 5, 4, None), (1, 5, 6, None), (1, 5, 7, None)]),
    "VTV, VOV, Thông tấn xã Việt Nam": ("khoản 17 Điều 2", [(2, None, 17, None)]),
}


@pytest.mark.parametrize(("text", "expected"), _LETTER_5065.values(), ids=_LETTER_5065.keys())
def test_each_citation_of_letter_5065_is_resolved_and_printed_back(text: str, expected: list[_Parts]) -> None:
    citation = parse_citation(text)
    assert citation.provisions == tuple(Provision(*parts) for parts in expected)
    assert str(citation) == text
    assert parse_citation(str(citation)) == citation
    assert parse_citation(format_provisions(citation.provisions)).provisions == citation.provisions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Điều 1", [(1, None, None, None)]),
        ("Mục IV Điều 1", [(1, 4, None, None)]),
        ("Điều 1, 3", [(1, None, None, None), (3, None, None, None)]),
        ("điểm a Điều 5", [(5, None, None, "a")]),
        ("khoản 6, 7 và 8 Điều 2", [(2, None, 6, None), (2, None, 7, None), (2, None, 8, None)]),
        ("khoản 1 Điều 2 và khoản 3 Điều 4", [(2, None, 1, None), (4, None, 3, None)]),
        ("khoản 3, Điều 2, Điều 4", [(2, None, 3, None), (4, None, None, None)]),
        ("điểm a, điểm b khoản 2 Điều 1", [(1, None, 2, "a"), (1, None, 2, "b")]),
        ("khoản 2 mục IV, V Điều 1", [(1, 4, 2, None), (1, 5, None, None)]),
        ("Điều 3, khoản 2 Điều 1", [(3, None, None, None), (1, None, 2, None)]),
        ("ĐIỂM a KHOẢN 2 ĐIỀU 1", [(1, None, 2, "a")]),
    ],
)
def test_other_shapes_are_resolved(text: str, expected: list[_Parts]) -> None:
    citation = parse_citation(text)
    assert citation.provisions == tuple(Provision(*parts) for parts in expected)
    assert str(citation) == text


def test_only_unicode_form_and_white_space_change_in_print() -> None:
    text = unicodedata.normalize("NFD", " điểm  đ,khoản\u00a02 ;khoản 5 , Mục IV\nĐiều 1 ")
    assert str(parse_citation(text)) == "điểm đ, khoản 2; khoản 5, Mục IV Điều 1"


@pytest.mark.parametrize(
    ("text", "reason", "position", "found"),
    [
        ("", "empty", 0, ""),
        (" \n", "empty", 2, ""),
        ("chương I Điều 1", "unknown_word", 0, "chương"),
        ("khoản 5 Điều 2.", "bad_number", 13, "2."),
        ("khoản 5 Điều 2 .", "unknown_word", 15, "."),
        ("khoản năm Điều 2", "bad_number", 6, "năm"),
        ("khoản 0 Điều 2", "bad_number", 6, "0"),
        ("khoản 05 Điều 2", "bad_number", 6, "05"),
        ("khoản 5a Điều 2", "bad_number", 6, "5a"),
        ("khoản 2, mục 4 Điều 1", "bad_roman", 13, "4"),
        ("mục IIII Điều 1", "bad_roman", 4, "IIII"),
        ("mục iv Điều 1", "bad_roman", 4, "iv"),
        ("điểm f khoản 2 Điều 1", "bad_letter", 5, "f"),
        ("điểm A khoản 2 Điều 1", "bad_letter", 5, "A"),
        ("điểm a, 2 Điều 1", "bad_letter", 8, "2"),
        ("khoản 2; Điều", "missing", 13, ""),
        ("khoản Điều 1", "missing", 6, "Điều"),
        ("khoản 2,, 3 Điều 1", "missing", 8, ","),
        ("khoản 2 Điều 1;", "missing", 15, ""),
        ("; Điều 1", "missing", 0, ";"),
        ("khoản 2; 5 Điều 1", "unknown_word", 9, "5"),
        ("khoản 2 điểm a Điều 1", "order", 8, "điểm"),
        ("Điều 1 khoản 2", "order", 7, "khoản"),
        ("khoản 2 khoản 3 Điều 1", "order", 8, "khoản"),
        ("khoản 2; mục IV Điều 1", "ambiguous", 0, "khoản"),
        ("Điều 2; điểm c và khoản 2 Điều 3", "ambiguous", 8, "điểm"),
        ("khoản 2 mục IV", "no_article", 0, "khoản"),
        ("khoản 2 Điều 1; khoản 3", "no_article", 16, "khoản"),
        ("khoản 2 Điều 1, khoản 3", "no_article", 16, "khoản"),
    ],
)
def test_a_faulty_citation_says_why_and_where(text: str, reason: str, position: int, found: str) -> None:
    with pytest.raises(CitationError) as caught:
        parse_citation(text)
    assert (caught.value.reason, caught.value.position, caught.value.found) == (reason, position, found)


def test_the_position_counts_in_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "điểm đ khoản x Điều 1")
    with pytest.raises(CitationError) as caught:
        parse_citation(text)
    assert caught.value.position == text.index("x")


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        (Provision(1, 4, 2, "đ"), True),
        (Provision(1, 4, 2, "e"), False),
        (Provision(1, 4, 2), False),
        (Provision(1, 4, 5), True),
        (Provision(1, 4, 5, "a"), True),
        (Provision(1, 8, 5), False),
        (Provision(1), False),
        (Provision(2, 3, 1), True),
        (Provision(2), True),
        (Provision(3, 6, 1, "a"), True),
        (Provision(3, None, 1), False),
    ],
)
def test_a_citation_covers_what_it_names_and_the_parts_of_it(provision: Provision, expected: bool) -> None:
    citation = parse_citation("điểm đ khoản 2, khoản 5 Mục IV Điều 1; Điều 2; Mục VI Điều 3")
    assert covers(citation, provision) is expected


_NUMBERS = st.integers(1, 20).map(str)
_JOINERS = st.sampled_from([", ", " và "])


def _listed(names: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rest = st.lists(st.tuples(_JOINERS, names).map("".join), max_size=2).map("".join)
    return st.tuples(names, rest).map("".join)


def _part(words: list[str], names: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(words), _listed(names)).map(" ".join)


@st.composite
def _citations(draw: st.DrawFn) -> str:
    parts = [
        _part(["điểm", "Điểm"], st.sampled_from(POINT_LETTERS)),
        _part(["khoản", "Khoản"], _NUMBERS),
        _part(["mục", "Mục"], st.integers(1, 12).map(roman)),
        _part(["Điều", "điều"], _NUMBERS),
    ]
    groups = []
    for _ in range(draw(st.integers(1, 3))):
        first, is_last = draw(st.integers(0, 3)), draw(st.booleans())
        chosen = [draw(part) for part in parts[first:3] if draw(st.booleans())]
        if is_last or not chosen:
            chosen.append(draw(parts[3]))
        groups.append(draw(st.sampled_from([" ", ", "])).join(chosen))
    groups[-1] += "" if "iều" in groups[-1] else f" {draw(parts[3])}"
    return draw(st.sampled_from(["; ", " và "])).join(groups)


@given(_citations())
def test_a_citation_that_is_read_is_printed_word_for_word(text: str) -> None:
    try:
        citation = parse_citation(text)
    except CitationError as error:
        assert error.reason == "ambiguous"
        return
    assert str(citation) == text
    assert parse_citation(str(citation)) == citation
    assert parse_citation(format_provisions(citation.provisions)).provisions == citation.provisions


@given(
    st.lists(st.sampled_from(["điểm", "khoản", "mục", "Điều", ",", ";", "và", "1", "a", "V", "x", "\n"]), max_size=9)
)
def test_any_words_are_read_or_refused_at_a_place_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    try:
        assert parse_citation(str(parse_citation(text))) == parse_citation(text)
    except CitationError as error:
        assert text[error.position :].startswith(error.found)
