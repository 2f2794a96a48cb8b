"""Findings as Word comments in a copy of a Word file, at the very words that they are about.

Word keeps comments for the main text only. A finding in a text box or a footnote is therefore shown where that is
anchored, one in a header or footer at the head of the text; where it belongs is for its words to say.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.package import Member, deflate, read_package, write_package
from reportgen.write.word_text import WordSpan, iter_pieces, piece_text
from reportgen.write.xml_parts import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    DOCUMENT_RELATIONSHIPS_PART,
    NAMESPACES,
    STYLES_PART,
    W,
    parse_part,
    w,
)

_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS_PART = "word/comments.xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_BOX, _PARAGRAPH = w("txbxContent"), w("p")
_NOTES = {
    "word/footnotes.xml": ("footnote", "footnoteReference"),
    "word/endnotes.xml": ("endnote", "endnoteReference"),
}
_AUTHOR, _INITIALS = "reportgen", "RG"
# Half points, for a file that has no style for the text of comments.
_PLAIN_SIZE = "20"


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark on `span`, or on the document as a whole (`None`); each line of `text` becomes a paragraph."""

    text: str
    span: WordSpan | None = None


def annotate_docx(data: bytes, findings: Sequence[Finding], file: str = "") -> bytes:
    """Return a copy of the .docx file `data` with each of `findings` as a comment, in the order of `findings`.

    Comments that are there already stay. The same arguments always give the same bytes; comments carry no time.
    Raises `InputProblems`, with `file` as the place, when the file cannot be read.
    """
    members = dict(read_package(data, file))
    if not {CONTENT_TYPES_PART, DOCUMENT_PART} <= members.keys():
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="thiếu phần thân")])
    if not findings:
        return write_package(members.values())
    body = parse_part(members[DOCUMENT_PART].read(), DOCUMENT_PART, file)
    part = _comments_part(members, file)
    comments = _read_comments(members, part, file)
    styles = _comment_styles(members, file)
    anchors = _Anchors(body, members, file)
    first = _next_id(body, comments)
    for number, finding in enumerate(findings, start=first):
        comments.append(_comment(number, finding.text, styles))
        anchors.mark(finding.span, number, styles)
    members[DOCUMENT_PART] = _member(DOCUMENT_PART, body)
    members[part] = _member(part, comments)
    return write_package(members.values())


def _member(name: str, root: etree._Element) -> Member:
    return deflate(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _comments_part(members: dict[str, Member], file: str) -> str:
    """Return the name of the part with comments; a file without one gets its relationship and content type."""
    if DOCUMENT_RELATIONSHIPS_PART in members:
        content = members[DOCUMENT_RELATIONSHIPS_PART].read()
        relationships = parse_part(content, DOCUMENT_RELATIONSHIPS_PART, file)
    else:
        relationships = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    entries = list(relationships.iterchildren(etree.Element))
    for entry in entries:
        if entry.get("Type") == _COMMENTS and entry.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/word", entry.get("Target", ""))).lstrip("/")
            if target in members:
                return target
    key = _free("rIdReportgenComments", {entry.get("Id", "") for entry in entries})
    target = _free("word/comments", {name.removesuffix(".xml") for name in members}) + ".xml"
    etree.SubElement(relationships, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=_COMMENTS, Target=f"/{target}")
    types = parse_part(members[CONTENT_TYPES_PART].read(), CONTENT_TYPES_PART, file)
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{target}", ContentType=_COMMENTS_TYPE)
    members[DOCUMENT_RELATIONSHIPS_PART] = _member(DOCUMENT_RELATIONSHIPS_PART, relationships)
    members[CONTENT_TYPES_PART] = _member(CONTENT_TYPES_PART, types)
    return target


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}{number}"
    return free


def _read_comments(members: Mapping[str, Member], part: str, file: str) -> etree._Element:
    if part in members:
        return parse_part(members[part].read(), part, file)
    return etree.Element(w("comments"), nsmap={"w": W})


def _comment_styles(members: Mapping[str, Member], file: str) -> dict[str, str]:
    """Return the ids of the styles that Word gives comments, by their names, as far as the file has them."""
    if STYLES_PART not in members:
        return {}
    styles = parse_part(members[STYLES_PART].read(), STYLES_PART, file)
    names = {}
    for style in styles.iterfind("w:style", NAMESPACES):
        name = style.find("w:name", NAMESPACES)
        if name is not None:
            names[name.get(w("val"), "").lower()] = style.get(w("styleId"), "")
    return {name: names[name] for name in ("annotation reference", "annotation text") if name in names}


def _next_id(body: etree._Element, comments: etree._Element) -> int:
    marks = body.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
    numbers = [element.get(w("id"), "") for element in (*comments.iterfind("w:comment", NAMESPACES), *marks)]
    return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1


def _comment(number: int, text: str, styles: Mapping[str, str]) -> etree._Element:
    comment = etree.Element(w("comment"), {w("id"): str(number), w("author"): _AUTHOR, w("initials"): _INITIALS})
    for index, line in enumerate(text.splitlines() or [""]):
        paragraph = etree.SubElement(comment, _PARAGRAPH)
        if "annotation text" in styles:
            properties = etree.SubElement(paragraph, w("pPr"))
            etree.SubElement(properties, w("pStyle"), {w("val"): styles["annotation text"]})
        if index == 0:
            paragraph.append(_mark_run("annotationRef", {}, styles))
        run = etree.SubElement(paragraph, w("r"))
        if "annotation text" not in styles:
            properties = etree.SubElement(run, w("rPr"))
            etree.SubElement(properties, w("sz"), {w("val"): _PLAIN_SIZE})
            etree.SubElement(properties, w("szCs"), {w("val"): _PLAIN_SIZE})
        words = etree.SubElement(run, w("t"))
        words.set(_SPACE, "preserve")
        words.text = "".join(letter for letter in line if letter.isprintable() or letter == "\t")
    return comment


def _mark_run(name: str, attributes: dict[str, str], styles: Mapping[str, str]) -> etree._Element:
    run = etree.Element(w("r"))
    if "annotation reference" in styles:
        properties = etree.SubElement(run, w("rPr"))
        etree.SubElement(properties, w("rStyle"), {w("val"): styles["annotation reference"]})
    etree.SubElement(run, w(name), attributes)
    return run


class _Anchors:
    """Finds where in the main text each comment goes, and marks it."""

    def __init__(self, body: etree._Element, members: Mapping[str, Member], file: str) -> None:
        self._body = body
        self._members = members
        self._file = file
        self._paragraphs = {DOCUMENT_PART: list(body.iter(_PARAGRAPH))}

    def mark(self, span: WordSpan | None, number: int, styles: Mapping[str, str]) -> None:
        """Mark `span`, or the place in the main text that stands for it, as what the comment `number` is about."""
        paragraph = self._paragraph(span)
        outer = _outside_text_boxes(paragraph)
        if span is not None and outer is paragraph and span.part == DOCUMENT_PART:
            runs = list(_runs_between(paragraph, span.start, span.end))
        else:
            runs = []
        start = etree.Element(w("commentRangeStart"), {w("id"): str(number)})
        end = etree.Element(w("commentRangeEnd"), {w("id"): str(number)})
        if runs:
            runs[0].addprevious(start)
            runs[-1].addnext(end)
        else:
            properties = outer.find("w:pPr", NAMESPACES)
            outer.insert(0 if properties is None else outer.index(properties) + 1, start)
            outer.append(end)
        end.addnext(_mark_run("commentReference", {w("id"): str(number)}, styles))

    def _paragraph(self, span: WordSpan | None) -> etree._Element:
        main = self._paragraphs[DOCUMENT_PART]
        if not main:
            # Word refuses a body without a paragraph, but a broken file may have none.
            host = self._body.find("w:body", NAMESPACES)
            host = self._body if host is None else host
            made = etree.Element(_PARAGRAPH)
            host.insert(0, made)
            main.append(made)
        if span is None:
            return main[0]
        if span.part in _NOTES:
            referring = self._with_reference(span)
            return main[0] if referring is None else referring
        if span.part != DOCUMENT_PART or span.paragraph >= len(main):
            return main[0]
        return main[span.paragraph]

    def _with_reference(self, span: WordSpan) -> etree._Element | None:
        """Return the paragraph of the main text that has the mark of the note that `span` is in."""
        if span.part not in self._paragraphs:
            root = parse_part(self._members[span.part].read(), span.part, self._file)
            self._paragraphs[span.part] = list(root.iter(_PARAGRAPH))
        paragraphs = self._paragraphs[span.part]
        if span.paragraph >= len(paragraphs):
            return None
        kind, reference = _NOTES[span.part]
        note = next(paragraphs[span.paragraph].iterancestors(w(kind)), None)
        key = note.get(w("id")) if note is not None else None
        marks = (mark for mark in self._body.iter(w(reference)) if mark.get(w("id")) == key)
        mark = next(marks, None)
        return next(mark.iterancestors(_PARAGRAPH), None) if mark is not None else None


def _outside_text_boxes(paragraph: etree._Element) -> etree._Element:
    while (box := next(paragraph.iterancestors(_TEXT_BOX), None)) is not None:
        outer = next(box.iterancestors(_PARAGRAPH), None)
        if outer is None:
            break
        paragraph = outer
    return paragraph


def _runs_between(paragraph: etree._Element, start: int, end: int) -> Iterator[etree._Element]:
    """Yield the runs with the text from `start` to `end`, those at its ends split so that they hold no more."""
    for position in (start, end):
        _split_at(paragraph, position)
    offset = 0
    seen: etree._Element | None = None
    for piece in iter_pieces(paragraph):
        length = len(piece_text(piece))
        run = next(piece.iterancestors(w("r")), None)
        if run is not None and run is not seen and offset < end and offset + length > start:
            seen = run
            yield run
        offset += length


def _split_at(paragraph: etree._Element, position: int) -> None:
    """Split the run that has the character at `position` before it; a run that begins there stays whole."""
    offset = 0
    for piece in iter_pieces(paragraph):
        length = len(piece_text(piece))
        run = next(piece.iterancestors(w("r")), None)
        if run is not None and piece.getparent() is run and offset <= position < offset + length:
            _split_run(run, piece, position - offset)
            return
        offset += length


def _split_run(run: etree._Element, piece: etree._Element, at: int) -> None:
    properties = run.find("w:rPr", NAMESPACES)
    before = [child for child in list(run)[: run.index(piece)] if child is not properties]
    if not before and at == 0:
        return
    head = etree.Element(w("r"))
    for name, value in run.attrib.items():
        head.set(name, value)
    if properties is not None:
        head.append(deepcopy(properties))
    head.extend(before)
    if at:
        text = piece.text or ""
        first = etree.SubElement(head, w("t"))
        first.text, piece.text = text[:at], text[at:]
        for half in (first, piece):
            half.set(_SPACE, "preserve")
    run.addprevious(head)
