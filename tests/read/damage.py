"""Inputs damaged at random, and what holds of the problems that reading them gives."""

from collections.abc import Sequence

from hypothesis import strategies as st

from reportgen.problems import Problem, Severity

PIECES = (
    *("", "x", "[", "[[", "]]", "{", "- ", ": ", "null", "'", '"', "\t", "\x00", "&a ", "*a", "!!x ", "99999", "-1"),
    *("%", "\n", "\n  - ", "bang:", "con:", "loai: ", "[[qd]]", "quyet_dinh", "khoản", "31/2/2021", "01/01/1999"),
)
_WORDS_OF_PYDANTIC = ("Input should", "valid", "Field required", "Extra")


def damaged(data: st.DataObject, text: str) -> str:
    """Return `text` with up to four pieces put in, each in place of up to thirty characters."""
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[start + data.draw(st.integers(0, 30)) :]
    return text


def assert_for_clerks(problems: Sequence[Problem]) -> None:
    """See that each problem is one that we know, in both languages, and none in the words of a library."""
    for problem in problems:
        assert problem.code != "DV299"
        assert not any(word in problem.message() for word in _WORDS_OF_PYDANTIC)
        assert problem.message("en")
        assert (problem.hint("en") is None) == (problem.hint() is None)
        assert problem.severity in Severity
