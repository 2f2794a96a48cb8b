"""Text as XML holds it: escaped, composed, without what no file can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.problems import InputProblems
from reportgen.write.markup import SEPARATOR, escape_joined, escape_text

ALLOWED = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=20)


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ('a & b < c > "d"', "a &amp; b &lt; c &gt; &quot;d&quot;"),
        ("&amp;", "&amp;amp;"),
        ("tie\u0302\u0301ng", "ti\u1ebfng"),
        ("a\u00a0b \ufdd0x\ufdd1", "a\u00a0b \ufdd0x\ufdd1"),
        ("", ""),
    ],
)
def test_text_is_escaped_and_composed_and_otherwise_kept(value: str, escaped: str) -> None:
    assert escape_text(value) == escaped


@given(ALLOWED)
def test_xml_gives_back_what_was_escaped(value: str) -> None:
    element = etree.fromstring(f'<a b="{escape_text(value)}">{escape_text(value)}</a>'.encode())
    assert escape_text(element.text or "") == escape_text(value)
    assert escape_text(str(element.get("b"))) == escape_text(value)


@given(st.lists(ALLOWED))
def test_texts_escaped_together_are_those_escaped_one_by_one(values: list[str]) -> None:
    assert escape_joined(values) == SEPARATOR.join(escape_text(value) for value in values)


@pytest.mark.parametrize("bad", ["\0", "\t", "\n", "\x1f", "\x7f", "\x9f", "\ud83d", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_refused_alone_and_among_others(bad: str) -> None:
    with pytest.raises(InputProblems, match="VB401"):
        escape_text(f"a{bad}")
    with pytest.raises(InputProblems, match="VB401"):
        escape_joined(["a", f"b{bad}", "c"])
