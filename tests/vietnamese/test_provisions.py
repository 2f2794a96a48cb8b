import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.vietnamese.citations import parse_citation
from reportgen.vietnamese.letters import POINT_LETTERS
from reportgen.vietnamese.provisions import Provision, format_provisions

_PROVISIONS = st.builds(
    Provision,
    article=st.integers(1, 3),
    section=st.none() | st.integers(1, 3),
    clause=st.none() | st.integers(1, 3),
    point=st.none() | st.sampled_from(POINT_LETTERS[:5]),
)


@pytest.mark.parametrize(
    ("provisions", "expected"),
    [
        (
            [Provision(1, 4, 2, "đ"), Provision(1, 4, 5), Provision(1, 8, 3)],
            "điểm đ khoản 2, khoản 5 Mục IV; khoản 3 Mục VIII Điều 1",
        ),
        ([Provision(2, None, 8, "b"), Provision(2, None, 8, "c")], "điểm b, c khoản 8 Điều 2"),
        (
            [Provision(1, 8, 6), Provision(1, 8, 8), Provision(2, None, 5)],
            "khoản 6, 8 Mục VIII Điều 1; khoản 5 Điều 2",
        ),
        ([Provision(1, 8, 6), Provision(1, None, 5)], "khoản 6 Mục VIII; khoản 5 Điều 1"),
        ([Provision(1, None, 5), Provision(1, 8, 6)], "khoản 5 Điều 1; khoản 6 Mục VIII Điều 1"),
        ([Provision(1, 8, 6), Provision(1)], "khoản 6 Mục VIII Điều 1; Điều 1"),
        ([Provision(1, 8, 6), Provision(1, 8)], "khoản 6 Mục VIII; Mục VIII Điều 1"),
        ([Provision(5, None, None, "a"), Provision(5, None, 2)], "điểm a Điều 5; khoản 2 Điều 5"),
    ],
)
def test_provisions_are_named_from_small_to_large_with_capitals_for_section_and_article(
    provisions: list[Provision], expected: str
) -> None:
    assert format_provisions(provisions) == expected


def test_one_provision_prints_as_its_citation() -> None:
    assert str(Provision(1, 4, 2, "đ")) == "điểm đ khoản 2 Mục IV Điều 1"


def test_nothing_has_no_citation() -> None:
    with pytest.raises(ValueError, match="at least one"):
        format_provisions([])


@pytest.mark.parametrize("parts", [(0,), (1, 0), (1, None, -1), (1, None, 1, "f"), (1, None, 1, "")])
def test_a_provision_that_no_document_has_is_refused(parts: tuple[int, int, int, str]) -> None:
    with pytest.raises(ValueError, match=r"numbered from 1|does not mark a point"):
        Provision(*parts)


@given(st.lists(_PROVISIONS, min_size=1, max_size=8))
def test_the_canonical_citation_names_the_same_provisions(provisions: list[Provision]) -> None:
    assert parse_citation(format_provisions(provisions)).provisions == tuple(provisions)


@given(_PROVISIONS, _PROVISIONS, _PROVISIONS)
def test_containing_is_an_order(a: Provision, b: Provision, c: Provision) -> None:
    assert a.contains(a)
    assert not (a.contains(b) and b.contains(a)) or a == b
    assert not (a.contains(b) and b.contains(c)) or a.contains(c)
