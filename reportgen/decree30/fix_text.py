"""Writing a paragraph's new text into its runs, so that each letter keeps its look; or as tracked changes."""

from __future__ import annotations

from copy import deepcopy
from difflib import SequenceMatcher

from lxml import etree

from reportgen.decree30.fix_markup import Tracker
from reportgen.write.word_text import iter_pieces, piece_text
from reportgen.write.xml_parts import NAMESPACES, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rewrite_paragraph(paragraph: etree._Element, new: str, tracker: Tracker) -> bool:
    """Make `paragraph` say `new`; return whether that could be done.

    Only text can be taken away: where a difference touches a tab, a line break or another sign, nothing is done.
    """
    old = "".join(piece_text(piece) for piece in iter_pieces(paragraph))
    edits = [edit for edit in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if edit[0] != "equal"]
    if not edits or any(not _is_text(paragraph, start, end) for _kind, start, end, *_rest in edits):
        return False
    for _kind, start, end, new_start, new_end in reversed(edits):
        _replace(paragraph, start, end, new[new_start:new_end], tracker)
    return True


def _is_text(paragraph: etree._Element, start: int, end: int) -> bool:
    pieces = _touched(paragraph, start, end)
    return bool(pieces) and all(piece.tag == w("t") for piece, _first, _last in pieces)


def _touched(paragraph: etree._Element, start: int, end: int) -> list[tuple[etree._Element, int, int]]:
    """Return the pieces with the characters `start` to `end`; where these are one place, the text that it is in."""
    found, inserted, offset = [], [], 0
    for piece in iter_pieces(paragraph):
        length = len(piece_text(piece))
        first, last = max(start - offset, 0), min(end - offset, length)
        if first < last:
            found.append((piece, first, last))
        elif start == end and first == last and piece.tag == w("t") and length:
            inserted.append((piece, first, last))
        offset += length
    return found or inserted[:1]


def _replace(paragraph: etree._Element, start: int, end: int, new: str, tracker: Tracker) -> None:
    pieces = _touched(paragraph, start, end)
    if not tracker.is_on:
        for number, (piece, first, last) in enumerate(pieces):
            text = piece.text or ""
            _set(piece, text[:first] + ("" if number else new) + text[last:])
        return
    for number, (piece, first, last) in reversed(list(enumerate(pieces))):
        _track(piece, first, last, "" if number else new, tracker)


def _set(piece: etree._Element, text: str) -> None:
    piece.text = text
    piece.set(_SPACE, "preserve")


def _track(piece: etree._Element, first: int, last: int, new: str, tracker: Tracker) -> None:
    """Split the run of `piece` around the characters, and mark them as deleted and `new` as inserted."""
    run = next(piece.iterancestors(w("r")))
    text = piece.text or ""
    tail = _copy_of(run, tracker)
    following = list(run)[run.index(piece) + 1 :]
    if text[last:] or following:
        if text[last:]:
            tail.append(_text("t", text[last:]))
        tail.extend(following)
        run.addnext(tail)
    if new:
        inserted = etree.Element(w("ins"), tracker.attributes())
        added = _copy_of(run, tracker, with_former=False)
        added.append(_text("t", new))
        inserted.append(added)
        run.addnext(inserted)
    if first < last:
        deleted = etree.Element(w("del"), tracker.attributes())
        removed = _copy_of(run, tracker)
        removed.append(_text("delText", text[first:last]))
        deleted.append(removed)
        run.addnext(deleted)
    _set(piece, text[:first])


def _copy_of(run: etree._Element, tracker: Tracker, *, with_former: bool = True) -> etree._Element:
    """Return an empty run with the look of `run`, and with its former look, if that is kept, as a mark of its own."""
    copy = etree.Element(run.tag)
    properties = run.find("w:rPr", NAMESPACES)
    if properties is not None:
        copy.append(deepcopy(properties))
        former = copy.find("w:rPr/w:rPrChange", NAMESPACES)
        if former is not None and with_former:
            tracker.renumber(former)
        elif former is not None:
            copy[0].remove(former)
    return copy


def _text(name: str, text: str) -> etree._Element:
    element = etree.Element(w(name))
    _set(element, text)
    return element
