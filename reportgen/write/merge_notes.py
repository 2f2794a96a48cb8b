"""The footnotes and endnotes of a Word file taken into another."""

from __future__ import annotations

from lxml import etree

from reportgen.write.merge_parts import PartCopier
from reportgen.write.word_file import WordFile, relationship_type
from reportgen.write.xml_parts import DOCUMENT_PART, w

_KINDS = {"footnotes": w("footnoteReference"), "endnotes": w("endnoteReference")}


def append_notes(target: WordFile, other: WordFile, copier: PartCopier) -> None:
    """Take the notes of `other` into `target`, and make the body of `other` refer to them by their new ids.

    Raises `InputProblems` when the body of `other` refers to a note that is not there.
    """
    for kind, reference in _KINDS.items():
        part = other.related(kind)
        notes = [] if part is None else [note for note in other.root(part) if _is_real(note)]
        new_ids: dict[str, str] = {}
        if part is not None and notes:
            new_ids = _append(target, other, kind, part, copier)
        for found in other.body.iter(reference):
            old = found.get(w("id"), "")
            if old not in new_ids:
                raise other.broken("thân văn bản dẫn tới một chú thích không có")
            found.set(w("id"), new_ids[old])


def _is_real(note: etree._Element) -> bool:
    """Whether it is a note of the author's, and not the line that Word draws above notes."""
    return note.get(w("type"), "normal") == "normal" and note.get(w("id")) is not None


def _append(target: WordFile, other: WordFile, kind: str, part: str, copier: PartCopier) -> dict[str, str]:
    """Return the new ids of the notes by their old ones."""
    theirs = other.root(part)
    home = target.related(kind)
    if home is None:
        home = target.add(f"word/{kind}.xml", etree.tostring(theirs), other.content_type(part))
        target.relate(DOCUMENT_PART, relationship_type(kind), home)
        for note in list(target.root(home)):
            if _is_real(note):
                target.root(home).remove(note)
    root = target.root(home)
    free = 1 + max((int(note.get(w("id"), "0")) for note in root if note.get(w("id"), "").isdecimal()), default=0)
    copier.copy_references(other, part, theirs, home)
    new_ids: dict[str, str] = {}
    for number, note in enumerate([note for note in theirs if _is_real(note)], start=free):
        new_ids[note.get(w("id"), "")] = str(number)
        note.set(w("id"), str(number))
        root.append(note)
    return new_ids
