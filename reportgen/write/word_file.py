"""A Word file opened to be changed: its parts parsed when first asked for, with their relationships and types."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.package import Member, deflate, read_package, write_package
from reportgen.write.template_safety import refuse_unsafe
from reportgen.write.xml_parts import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    NAMESPACES,
    STYLES_PART,
    R,
    parse_part,
)

PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OVERRIDE, _DEFAULT = f"{{{_TYPES}}}Override", f"{{{_TYPES}}}Default"
_STORIES = ("/header", "/footer", "/footnotes", "/endnotes")


class WordFile:
    """A Word file. `name` is what it is called in problems.

    Raises `InputProblems` on opening when it is no Word file, or has macros or content fetched from outside.
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._members: dict[str, Member] = dict(read_package(content, name))
        self._roots: dict[str, etree._Element] = {}
        if not {CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART} <= self._members.keys():
            raise self.broken("thiếu phần thân hoặc phần kiểu chữ")
        refuse_unsafe(self._members, name)
        if self.root(DOCUMENT_PART).find("w:body/w:sectPr", NAMESPACES) is None:
            raise self.broken("thiếu khổ giấy và lề trang")

    def broken(self, reason: str) -> InputProblems:
        """Return the exception for a file that is not what a Word file is, because of `reason`."""
        return InputProblems([kinds.NOT_A_DOCX.at(Place(file=self.name), reason=reason)])

    def has(self, part: str) -> bool:
        """Say whether the file has `part`."""
        return part in self._members

    def root(self, part: str) -> etree._Element:
        """Return the root element of `part`; what is changed in it is written."""
        if part not in self._roots:
            if part not in self._members:
                raise self.broken(f"thiếu phần `{part}`")
            self._roots[part] = parse_part(self._members[part].read(), part, self.name)
        return self._roots[part]

    @property
    def body(self) -> etree._Element:
        """The body of the document."""
        body = self.root(DOCUMENT_PART).find("w:body", NAMESPACES)
        if body is None:
            raise self.broken("thiếu phần thân")
        return body

    def content(self, part: str) -> bytes:
        """Return the bytes of `part` as it is now."""
        if part in self._roots:
            return _xml(self._roots[part])
        if part not in self._members:
            raise self.broken(f"thiếu phần `{part}`")
        return self._members[part].read()

    def member(self, part: str) -> Member | None:
        """Return `part` as it was read, or `None` if there is none: for telling whether two files have the same."""
        return self._members.get(part)

    def relationships(self, part: str) -> etree._Element:
        """Return the relationships of `part`, an empty list if it has none so far."""
        name = f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels"
        if name not in self._members and name not in self._roots:
            self._roots[name] = etree.fromstring(f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>')
        return self.root(name)

    def related(self, kind: str) -> str | None:
        """Return the part that the document refers to as `kind` ("styles", "footnotes"), or `None`."""
        for relationship in self.relationships(DOCUMENT_PART):
            if relationship.get("Type", "").endswith(f"/{kind}"):
                return target_of(relationship, DOCUMENT_PART)
        return None

    def stories(self) -> Iterator[etree._Element]:
        """Yield the roots of all parts that hold text: the document, its headers, footers and notes."""
        yield self.root(DOCUMENT_PART)
        for relationship in self.relationships(DOCUMENT_PART):
            if relationship.get("Type", "").endswith(_STORIES) and (part := target_of(relationship, DOCUMENT_PART)):
                yield self.root(part)

    def relate(self, part: str, kind: str, target: str, *, mode: str | None = None) -> str:
        """Make `part` refer to `target` as `kind` and return the id of the relationship; an equal one is shared."""
        relationships = self.relationships(part)
        for known in relationships:
            where = target_of(known, part) if mode is None else known.get("Target")
            if (known.get("Type"), where, known.get("TargetMode")) == (kind, target, mode):
                return known.get("Id", "")
        taken = {known.get("Id") for known in relationships}
        number = len(taken) + 1
        while f"rIdMerged{number}" in taken:
            number += 1
        self.add_relationship(part, f"rIdMerged{number}", kind, target, mode or "")
        return f"rIdMerged{number}"

    def add_relationship(self, part: str, key: str, kind: str, target: str, mode: str) -> None:
        """Make `part` refer to `target` as `key`; `mode` is "External", or empty for a part of the file."""
        attributes = {"Id": key, "Type": kind, "Target": target if mode else f"/{target}"}
        etree.SubElement(
            self.relationships(part), RELATIONSHIP, attrib=attributes | ({"TargetMode": mode} if mode else {})
        )

    def content_type(self, part: str) -> str:
        """Return the content type of `part`; empty if the file does not tell."""
        types = self.root(CONTENT_TYPES_PART)
        for entry in types:
            if entry.tag == _OVERRIDE and entry.get("PartName", "").lower() == f"/{part}".lower():
                return entry.get("ContentType", "")
        return self._default_type(part) or ""

    def _default_type(self, part: str) -> str | None:
        extension = part.rpartition(".")[2].lower()
        for entry in self.root(CONTENT_TYPES_PART):
            if entry.tag == _DEFAULT and entry.get("Extension", "").lower() == extension:
                return entry.get("ContentType")
        return None

    def add(self, part: str, content: bytes, content_type: str) -> str:
        """Add a part under a name like `part` that is still free; return the name."""
        stem, dot, extension = part.rpartition(".")
        number, name = 1, part
        while name in self._members:
            number += 1
            name = f"{stem}_{number}{dot}{extension}"
        self._members[name] = deflate(name, content)
        if self._default_type(name) != content_type:
            entry = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(self.root(CONTENT_TYPES_PART), _OVERRIDE, attrib=entry)
        return name

    def remove_related(self, kind: str) -> None:
        """Remove the part that the document refers to as `kind`, if there is one."""
        part = self.related(kind)
        if part is None:
            return
        for relationship in list(self.relationships(DOCUMENT_PART)):
            if target_of(relationship, DOCUMENT_PART) == part:
                self.relationships(DOCUMENT_PART).remove(relationship)
        for entry in list(self.root(CONTENT_TYPES_PART)):
            if entry.tag == _OVERRIDE and entry.get("PartName", "").lower() == f"/{part}".lower():
                self.root(CONTENT_TYPES_PART).remove(entry)
        self._members.pop(part, None)
        self._roots.pop(part, None)

    def to_bytes(self) -> bytes:
        """Return the file. The same content always gives the same bytes."""
        for part, root in self._roots.items():
            if len(root) or part in self._members:
                self._members[part] = deflate(part, _xml(root))
        return write_package(self._members.values())

    def replace_root(self, part: str, root: etree._Element) -> None:
        """Make `root` the root element of `part`."""
        self._roots[part] = root


def target_of(relationship: etree._Element, part: str) -> str | None:
    """Return the part that a relationship of `part` leads to, or `None` if it leads outside."""
    if relationship.get("TargetMode") == "External":
        return None
    return normpath(join("/", dirname(part), relationship.get("Target", ""))).lstrip("/")


def relationship_type(kind: str) -> str:
    """Return the full name of an Office relationship type: "footnotes", "header"."""
    return f"{R}/{kind}"


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
