"""Which tag of a kind of document someone meant who typed something near it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reportgen.document import TemplateTag
from reportgen.write.tag_scan import meant_name

_CLOSE = 0.75
_VERY_CLOSE = 0.86


class TagMeanings:
    """The tags of a kind of document, found by what people type for them."""

    def __init__(self, tags: Iterable[TemplateTag]) -> None:
        self.by_name = {tag.name: tag for tag in tags}
        self._by_plain_name = {_squeezed(tag.name): tag for tag in self.by_name.values()}
        self._by_plain_name |= {
            _squeezed(tag.meaning_vi): tag
            for tag in self.by_name.values()
            if _squeezed(tag.meaning_vi) not in self._by_plain_name
        }

    def find(self, words: str) -> TemplateTag | None:
        """Return the tag that `words` name but for case, diacritics, spaces and the `p`, or mean in Vietnamese."""
        for candidate in (words, _without_scope(words)):
            found = self._by_plain_name.get(_squeezed(candidate))
            if found is not None:
                return found
        return None

    def find_nearest(self, words: str, *, very: bool = False) -> TemplateTag | None:
        """Return the tag that `words` name, or else the nearest; `very` asks for a letter's slip."""
        cutoff = _VERY_CLOSE if very else _CLOSE
        name = _squeezed(_without_scope(words))
        close = difflib.get_close_matches(name, self._by_plain_name, 1, cutoff) if len(name) <= 60 else []
        return self.find(words) or (self._by_plain_name[close[0]] if close else None)


def _squeezed(words: str) -> str:
    return meant_name(words).replace("_", "")


def _without_scope(words: str) -> str:
    scope, _, rest = words.strip().partition(" ")
    return rest if scope.lower() in {"p", "r", "tr", "tc"} and rest else words
