"""Several Word files as one for printing: each keeps its pages, page numbers, styles, notes and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import merging as kinds
from reportgen.problems import template as template_kinds
from reportgen.write.merge_styles import merge_numbering, merge_styles, rename_styles, shift_numbers
from reportgen.write.package import Member, deflate, read_package, write_package
from reportgen.write.template_safety import refuse_unsafe
from reportgen.write.xml_parts import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    DOCUMENT_RELATIONSHIPS_PART,
    FOOTNOTES_PART,
    NAMESPACES,
    NUMBERING_PART,
    STYLES_PART,
    R,
    parse_part,
    w,
)

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
# Parts that every file has once; those of the first file serve them all.
_SHARED = ("/styles", "/settings", "/footnotes", "/endnotes", "/fontTable", "/theme", "/webSettings", "/numbering")
_UNCARRIED = {
    "word/comments.xml": ("ghi chú (comment)", "comments"),
    "word/endnotes.xml": ("chú thích cuối văn bản", "endnotes"),
    "word/_rels/footnotes.xml.rels": ("liên kết hoặc hình trong chú thích", "links or pictures in footnotes"),
}
_ID_ELEMENTS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr",
)


@dataclass(slots=True)
class _File:
    """One of the files, its parts parsed."""

    name: str
    members: Mapping[str, Member]
    body: etree._Element
    styles: etree._Element
    relationships: etree._Element
    types: etree._Element

    def part(self, name: str) -> etree._Element | None:
        """The root of the part called `name`, `None` if the file has none."""
        return parse_part(self.members[name].read(), name, self.name) if name in self.members else None


@dataclass(slots=True)
class _Merged:
    """The file in the making: that of the first document, with the parts of the others added."""

    members: dict[str, Member]
    document: etree._Element
    styles: etree._Element
    relationships: etree._Element
    types: etree._Element
    footnotes: etree._Element | None
    numbering: etree._Element | None
    copied: dict[tuple[int, str], str] = field(default_factory=dict)


def merge_documents(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the Word files (name and content of each) as one, each beginning on a new page with page number 1.

    Raises:
        InputProblems: fewer than two files, or one that is no Word file, is not safe, or holds something that cannot
            be carried over unchanged. All problems are in it.
    """
    if len(files) < 2:
        raise InputProblems([kinds.NOTHING_TO_MERGE.at(Place(), count=len(files))])
    opened: list[_File] = []
    problems: list[Problem] = []
    for name, content in files:
        try:
            opened.append(_open(name, content))
        except InputProblems as found:
            problems += found.problems
    problems += [problem for file in opened for problem in _uncarried(file)]
    if problems:
        raise InputProblems(problems)
    merged = _start(opened[0])
    for number, file in enumerate(opened[1:], start=2):
        _append(merged, file, number)
    _renumber_ids(merged.document)
    return _finish(merged)


def _open(name: str, content: bytes) -> _File:
    members = read_package(content, name)
    needed = {CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART, DOCUMENT_RELATIONSHIPS_PART}
    if not needed <= members.keys():
        reason = "thiếu phần thân hoặc phần kiểu chữ"
        raise InputProblems([template_kinds.NOT_A_DOCX.at(Place(file=name), reason=reason)])
    refuse_unsafe(members, name)
    body, styles, relationships, types = (
        parse_part(members[part].read(), part, name)
        for part in (DOCUMENT_PART, STYLES_PART, DOCUMENT_RELATIONSHIPS_PART, CONTENT_TYPES_PART)
    )
    if body.find("w:body/w:sectPr", NAMESPACES) is None:
        raise InputProblems([template_kinds.NOT_A_DOCX.at(Place(file=name), reason="thiếu khổ giấy và lề trang")])
    return _File(name, members, body, styles, relationships, types)


def _uncarried(file: _File) -> Iterator[Problem]:
    for part, (what, what_en) in _UNCARRIED.items():
        if part in file.members:
            yield kinds.CANNOT_CARRY.at(Place(file=file.name), what=what, what_en=what_en)
    if next(file.body.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is not None:
        what, what_en = "sửa đổi chưa chấp nhận (track changes)", "tracked changes"
        yield kinds.CANNOT_CARRY.at(Place(file=file.name), what=what, what_en=what_en)


def _start(file: _File) -> _Merged:
    return _Merged(
        members=dict(file.members),
        document=file.body,
        styles=file.styles,
        relationships=file.relationships,
        types=file.types,
        footnotes=file.part(FOOTNOTES_PART),
        numbering=file.part(NUMBERING_PART),
    )


def _append(merged: _Merged, file: _File, number: int) -> None:
    renamed = merge_styles(merged.styles, file.styles, number)
    rename_styles(file.body, renamed)
    footnotes = file.part(FOOTNOTES_PART)
    if footnotes is not None:
        rename_styles(footnotes, renamed)
        _append_footnotes(merged, footnotes, file.body, file.name)
    numbering = file.part(NUMBERING_PART)
    if numbering is not None and merged.numbering is None:
        _add_numbering(merged, numbering)
    elif numbering is not None and merged.numbering is not None:
        shift_numbers(file.body, merge_numbering(merged.numbering, numbering))
    _copy_relationships(merged, file, number)
    _append_body(merged.document, file.body)


def _add_numbering(merged: _Merged, numbering: etree._Element) -> None:
    """Give the merged file the lists of a later one, where it had none so far."""
    merged.numbering = numbering
    attributes = {"Id": "rIdMergedNumbering", "Type": f"{R}/numbering", "Target": f"/{NUMBERING_PART}"}
    etree.SubElement(merged.relationships, _RELATIONSHIP, attrib=attributes)
    etree.SubElement(
        merged.types, _OVERRIDE, attrib={"PartName": f"/{NUMBERING_PART}", "ContentType": _NUMBERING_TYPE}
    )


def _append_body(document: etree._Element, other: etree._Element) -> None:
    """Close the last section of `document` and put the content of `other` after it."""
    body, following = document.find("w:body", NAMESPACES), other.find("w:body", NAMESPACES)
    last = body.find("w:sectPr", NAMESPACES) if body is not None else None
    if body is None or following is None or last is None:
        return
    previous = last.getprevious()
    if previous is None or previous.tag != w("p") or previous.find("w:pPr/w:sectPr", NAMESPACES) is not None:
        previous = etree.Element(w("p"))
        last.addprevious(previous)
    properties = previous.find("w:pPr", NAMESPACES)
    if properties is None:
        properties = etree.Element(w("pPr"))
        previous.insert(0, properties)
    properties.append(last)
    for child in list(following):
        body.append(child)
    section = body.find("w:sectPr", NAMESPACES)
    if section is not None:
        _restart_pages(section)


def _restart_pages(section: etree._Element) -> None:
    """Make the page numbers of a document begin at 1 again, if it does not say where they begin."""
    numbers = section.find("w:pgNumType", NAMESPACES)
    if numbers is not None and numbers.get(w("start")) is None:
        numbers.set(w("start"), "1")


def _append_footnotes(merged: _Merged, footnotes: etree._Element, body: etree._Element, file: str) -> None:
    notes = [note for note in footnotes if note.get(w("type")) in {None, "normal"}]
    if not notes:
        return
    if merged.footnotes is None:
        what, what_en = (
            "chú thích mà tệp đầu tiên không có phần chứa",
            "footnotes, for which the first file has no part",
        )
        raise InputProblems([kinds.CANNOT_CARRY.at(Place(file=file), what=what, what_en=what_en)])
    taken = max((int(note.get(w("id"), "0")) for note in merged.footnotes), default=0)
    new_ids = {note.get(w("id"), ""): str(taken + number) for number, note in enumerate(notes, start=1)}
    for note in notes:
        note.set(w("id"), new_ids[note.get(w("id"), "")])
        merged.footnotes.append(note)
    for reference in body.iter(w("footnoteReference")):
        reference.set(w("id"), new_ids[reference.get(w("id"), "")])


def _copy_relationships(merged: _Merged, file: _File, number: int) -> None:
    """Copy what the body refers to (headers, pictures, charts) under new names, and refer to the copies."""
    new_ids: dict[str, str] = {}
    for relationship in file.relationships:
        key, kind = relationship.get("Id", ""), relationship.get("Type", "")
        if kind.endswith(_SHARED):
            continue
        copy = deepcopy(relationship)
        merged.relationships.append(copy)
        new_ids[key] = f"rIdMerged{number}x{len(new_ids) + 1}"
        copy.set("Id", new_ids[key])
        if relationship.get("TargetMode") != "External":
            target = normpath(join("word", relationship.get("Target", "")))
            copy.set("Target", "/" + _copy_part(merged, file, number, target))
    for element in file.body.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{R}}}") and value in new_ids:
                element.set(name, new_ids[str(value)])


def _copy_part(merged: _Merged, file: _File, number: int, name: str) -> str:
    """Copy a part with what it refers to in turn; return its new name."""
    if (number, name) in merged.copied:
        return merged.copied[number, name]
    folder, _, base = name.rpartition("/")
    new_name = f"{folder}/merged{number}_{base}"
    merged.copied[number, name] = new_name
    if name not in file.members:
        return new_name
    merged.members[new_name] = deflate(new_name, file.members[name].read())
    _copy_type(merged.types, file.types, name, new_name)
    relationships = f"{folder}/_rels/{base}.rels"
    if relationships in file.members:
        root = parse_part(file.members[relationships].read(), relationships, file.name)
        for relationship in root:
            if relationship.get("TargetMode") != "External":
                target = normpath(join(dirname(name), relationship.get("Target", "")))
                relationship.set("Target", "/" + _copy_part(merged, file, number, target.lstrip("/")))
        new_relationships = f"{folder}/_rels/merged{number}_{base}.rels"
        merged.members[new_relationships] = deflate(new_relationships, _xml(root))
    return new_name


def _copy_type(types: etree._Element, other: etree._Element, name: str, new_name: str) -> None:
    for entry in other:
        if entry.tag == _OVERRIDE and entry.get("PartName") == f"/{name}":
            copy = deepcopy(entry)
            copy.set("PartName", f"/{new_name}")
            types.append(copy)
    extension = name.rpartition(".")[2].lower()
    known = {entry.get("Extension", "").lower() for entry in types if entry.tag == _DEFAULT}
    for entry in other:
        if entry.tag == _DEFAULT and entry.get("Extension", "").lower() == extension and extension not in known:
            types.insert(0, deepcopy(entry))


def _renumber_ids(document: etree._Element) -> None:
    """Number drawings, content controls and bookmarks anew: each id may occur once in a document."""
    count = 0
    for element in document.iter(*_ID_ELEMENTS):
        count += 1
        element.set("id", str(count))
    for control in document.iter(w("sdtPr")):
        number = control.find("w:id", NAMESPACES)
        if number is not None:
            count += 1
            number.set(w("val"), str(count))
    opened: dict[str, str] = {}
    for bookmark in document.iter(w("bookmarkStart"), w("bookmarkEnd")):
        if bookmark.tag == w("bookmarkStart"):
            count += 1
            opened[bookmark.get(w("id"), "")] = str(count)
        bookmark.set(w("id"), opened.get(bookmark.get(w("id"), ""), "0"))


def _finish(merged: _Merged) -> bytes:
    parts = {
        DOCUMENT_PART: merged.document,
        STYLES_PART: merged.styles,
        DOCUMENT_RELATIONSHIPS_PART: merged.relationships,
        CONTENT_TYPES_PART: merged.types,
        FOOTNOTES_PART: merged.footnotes,
        NUMBERING_PART: merged.numbering,
    }
    for name, root in parts.items():
        if root is not None:
            merged.members[name] = deflate(name, _xml(root))
    return write_package(merged.members.values())


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
