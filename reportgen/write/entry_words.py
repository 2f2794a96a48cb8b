"""The words of a title as an entry of a list shows them, in Word and on the web."""

from __future__ import annotations

from collections.abc import Callable

from reportgen.document import Footnote, Inlines, LineBreak, Link, Reference, Tab, Text, TextControl, text


def entry_words(inlines: Inlines, words_of: Callable[[Reference], str]) -> Inlines:
    """Return `inlines` as one line without notes, links and places to fill in.

    `words_of` gives the words of a reference.
    """
    found: list[Inlines] = []
    for inline in inlines:
        match inline:
            case Footnote():
                pass
            case LineBreak() | Tab():
                found.append((Text(" "),))
            case Link(inner, _):
                found.append(entry_words(inner, words_of))
            case TextControl(prompt=prompt):
                found.append(text(prompt))
            case Reference():
                found.append((Text(words_of(inline)),))
            case _:
                found.append((inline,))
    return tuple(inline for part in found for inline in part)
