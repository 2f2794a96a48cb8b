"""The written marker of each item of a list: "1.", "a)", "iv.", "-", "+"."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.vietnamese.letters import POINT_LETTERS, point_index, point_letter, roman

FIRST_BULLET = "-"
FURTHER_BULLET = "+"

_WRAPPINGS = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})", "DefaultDelim": "{}."}


@dataclass(frozen=True, slots=True)
class Numbering:
    """How an ordered list counts, named as pandoc names it: `style` ("LowerAlpha"), `delimiter` ("OneParen")."""

    style: str
    delimiter: str
    start: int

    def starting_at(self, typed: str) -> Numbering:
        """Return this numbering with the start that the marker `typed` of the first item has in Vietnamese order.

        pandoc counts a, b, c, d, e, f; the points of a Vietnamese document go a, b, c, d, đ, e, g. A list that starts
        with a letter that marks no point (f, j, w, z) starts with the next one that does.
        """
        if self.style not in {"LowerAlpha", "UpperAlpha"}:
            return self
        letter = typed.strip("().").lower()
        if letter not in POINT_LETTERS:
            letter = next((point for point in POINT_LETTERS if point > letter and point != "đ"), "y")
        return Numbering(self.style, self.delimiter, point_index(letter))

    def marker(self, index: int) -> str:
        """Return the marker of the item `index`, counting from 0, with its punctuation.

        No rule says how points go on after "y", nor Roman numbers after 3999: those items take Arabic numbers.
        """
        return _WRAPPINGS[self.delimiter].format(self._number(self.start + index))

    def _number(self, n: int) -> str:
        if self.style in {"LowerAlpha", "UpperAlpha"} and 1 <= n <= len(POINT_LETTERS):
            return point_letter(n) if self.style == "LowerAlpha" else point_letter(n).upper()
        if self.style in {"LowerRoman", "UpperRoman"} and 1 <= n <= 3999:
            return roman(n).lower() if self.style == "LowerRoman" else roman(n)
        return str(n)


def latin_letter(n: int) -> str:
    """Return the letter that pandoc means by item `n` of a lettered list: 5 is "e"."""
    return chr(ord("a") + n - 1)


def renumbered(typed: list[str | None], written: list[str]) -> int | None:
    """Return the index of the first item whose `typed` marker differs from the `written` one, or `None`.

    An item whose typed marker is not known counts as equal, and so does a list typed with the same number throughout
    ("1. 1. 1."), as Markdown allows.
    """
    known = {marker for marker in typed if marker is not None}
    if len(known) == 1 and len(typed) > 1:
        return None
    return next((i for i, (t, w) in enumerate(zip(typed, written, strict=True)) if t not in {None, w}), None)
