"""Everything in a line of text that is a template tag, or was meant as one: well formed, or typed wrongly.

Word and keyboards turn `{{ so }}` into much that looks the same: `{ { so } }`, `｛｛so｝｝`, `{{so}`, `«so»` from a
mail merge, letters with diacritics. The scan takes time in proportion to the text, whatever the text is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class TagForm(Enum):
    """What a found tag looks like."""

    PRINT = auto()
    """`{{ … }}`"""
    COMMAND = auto()
    """`{% … %}`"""
    COMMENT = auto()
    """`{# … #}`"""
    BROKEN = auto()
    """Braces that the template language will stumble over: one missing, one too many, none to match."""
    LOOK_ALIKE = auto()
    """Something that will be printed as it stands."""


@dataclass(frozen=True, slots=True)
class ScannedTag:
    """A tag, or what was meant as one, from `start` to `end` of the text; `inner` is what its braces hold."""

    form: TagForm
    start: int
    end: int
    inner: str

    @property
    def words(self) -> str:
        """What the braces hold without its outer spaces, on one line."""
        return " ".join(self.inner.split())


_FOLDED = str.maketrans(
    dict.fromkeys("｛﹛❴⦃", "{") | dict.fromkeys("｝﹜❵⦄", "}") | dict.fromkeys("％﹪", "%") | {"＃": "#"}
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_GAP = rf"[\s{_INVISIBLE}]{{0,3}}"
_MARKER = re.compile(
    rf"(?P<open>\{{(?:{_GAP}\{{){{0,4}}(?:{_GAP}[%#])?)|(?P<close>(?:[%#]{_GAP})?\}}(?:{_GAP}\}}){{0,4}})"
)
_FORMS = {("{{", "}}"): TagForm.PRINT, ("{%", "%}"): TagForm.COMMAND, ("{#", "#}"): TagForm.COMMENT}
_STRICT = ("{{", "}}", "{%", "%}", "{#", "#}")
_GUILLEMETS = re.compile(r"«([^«»]{1,60})»|<<([^<>]{1,60})>>|\[\[([^\[\]]{1,60})\]\]|‹‹([^‹›]{1,60})››")
_FIRST_WORD = re.compile(r"\s{0,3}(?:p\s{1,3})?\w{1,60}")
_LAST_WORD = re.compile(r"\w{1,60}\s{0,3}$")
_MOST_SHOWN = 400

# Letters of other alphabets that look like Latin ones and come along when text is copied.
_CONFUSABLE = str.maketrans("асеорхуіјѕԁкмтнв", "aceopxyijsdkmthb")


def scan_tags(text: str) -> Iterator[ScannedTag]:
    """Yield the tags in `text` in their order."""
    found = [*_braces(text), *_other_brackets(text)]
    yield from sorted(found, key=lambda tag: tag.start)


def meant_name(words: str) -> str:
    """Return the name of a tag that `words` may mean: lower case, no diacritics, underlines for spaces."""
    letters = unicodedata.normalize("NFD", words.casefold().replace("đ", "d").translate(_CONFUSABLE))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "_", re.sub(f"[{_INVISIBLE}]", "", plain)).strip("_")


def _braces(text: str) -> Iterator[ScannedTag]:
    folded = text.translate(_FOLDED)
    opening: re.Match[str] | None = None
    for marker in _MARKER.finditer(folded):
        if marker.lastgroup == "open":
            if opening is not None:
                yield from _unclosed(text, folded, opening, marker.start())
            opening = marker
        elif opening is not None:
            yield from _paired(text, opening, marker)
            opening = None
        else:
            yield from _unopened(text, folded, marker)
    if opening is not None:
        yield from _unclosed(text, folded, opening, len(folded))


def _paired(text: str, opening: re.Match[str], closing: re.Match[str]) -> Iterator[ScannedTag]:
    start, end = opening.start(), closing.end()
    inner = text[opening.end() : closing.start()]
    written = text[start : opening.end()], text[closing.start() : end]
    form = _FORMS.get(written)
    if form is None:
        if any(mark in side for mark in _STRICT for side in written):
            form = TagForm.BROKEN
        elif len(inner) > 80 or not inner.strip():
            # Braces of ordinary text.
            return
        else:
            form = TagForm.LOOK_ALIKE
    yield ScannedTag(form, start, end, inner[:_MOST_SHOWN])


def _unclosed(text: str, folded: str, opening: re.Match[str], limit: int) -> Iterator[ScannedTag]:
    word = _FIRST_WORD.match(folded, opening.end(), limit)
    end = word.end() if word else opening.end()
    yield _lone(text, opening, opening.start(), end, text[opening.end() : end])


def _unopened(text: str, folded: str, closing: re.Match[str]) -> Iterator[ScannedTag]:
    word = _LAST_WORD.search(folded, max(0, closing.start() - 64), closing.start())
    start = word.start() if word else closing.start()
    yield _lone(text, closing, start, closing.end(), text[start : closing.start()])


def _lone(text: str, marker: re.Match[str], start: int, end: int, inner: str) -> ScannedTag:
    written = text[marker.start() : marker.end()]
    is_strict = any(mark in written for mark in _STRICT)
    return ScannedTag(TagForm.BROKEN if is_strict else TagForm.LOOK_ALIKE, start, end, inner)


def _other_brackets(text: str) -> Iterator[ScannedTag]:
    for match in _GUILLEMETS.finditer(text):
        inner = next(group for group in match.groups() if group is not None)
        if "{" not in inner and "}" not in inner:
            yield ScannedTag(TagForm.LOOK_ALIKE, match.start(), match.end(), inner)
