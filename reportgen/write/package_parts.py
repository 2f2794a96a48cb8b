"""The parts of a package beside its body: footnotes, pictures, properties, and the lists of parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lxml import etree

from reportgen.document import Document, Picture
from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.markup import escape_text
from reportgen.write.native_chart_parts import PlacedChart
from reportgen.write.package import Member, deflate
from reportgen.write.xml_parts import (
    CONTENT_TYPES_PART,
    DOCUMENT_RELATIONSHIPS_PART,
    FOOTNOTES_PART,
    W,
    parse_part,
)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def with_footnotes(members: dict[str, Member], footnotes: Sequence[str], file: str) -> None:
    """Put ready footnotes after those that the template holds (its separators)."""
    if FOOTNOTES_PART not in members:
        reason = "mẫu không có phần chú thích cuối trang (thêm rồi xóa một chú thích trong Word để tạo phần này)"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)])
    before, closing, after = members[FOOTNOTES_PART].read().decode().rpartition("</w:footnotes>")
    content = before + "".join(footnotes) + closing + after
    members[FOOTNOTES_PART] = deflate(FOOTNOTES_PART, content.encode())


def with_pictures(members: dict[str, Member], pictures: Sequence[tuple[str, Picture]], file: str) -> None:
    """Add pictures with their relationship ids, and the relationships and content types that they need."""
    relationships = parse_part(members[DOCUMENT_RELATIONSHIPS_PART].read(), DOCUMENT_RELATIONSHIPS_PART, file)
    types = parse_part(members[CONTENT_TYPES_PART].read(), CONTENT_TYPES_PART, file)
    for number, (relationship, picture) in enumerate(pictures, start=1):
        name = f"media/reportgen{number}.{picture.format}"
        members[f"word/{name}"] = deflate(f"word/{name}", picture.data)
        etree.SubElement(
            relationships, f"{{{_RELATIONSHIPS}}}Relationship", Id=relationship, Type=_IMAGE, Target=name
        )
        _add_default_type(types, picture.format)
    _replace_lists(members, relationships, types)


_CHART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def with_charts(members: dict[str, Member], charts: Iterable[PlacedChart], file: str) -> None:
    """Add native charts with their workbooks, and the relationships and content types that they need."""
    relationships = parse_part(members[DOCUMENT_RELATIONSHIPS_PART].read(), DOCUMENT_RELATIONSHIPS_PART, file)
    types = parse_part(members[CONTENT_TYPES_PART].read(), CONTENT_TYPES_PART, file)
    for placed in charts:
        members.update((member.name, member) for member in placed.members())
        target = placed.part.removeprefix("word/")
        etree.SubElement(
            relationships, f"{{{_RELATIONSHIPS}}}Relationship", Id=placed.relationship, Type=_CHART, Target=target
        )
        for part, content_type in ((placed.part, _CHART_TYPE), (placed.workbook_part, _WORKBOOK_TYPE)):
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
    _replace_lists(members, relationships, types)


_FOOTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_BLANK_FOOTER = "reportgen_footer.xml"


def add_blank_footer(members: dict[str, Member], file: str) -> str:
    """Add an empty footer to the package and return the id of its relationship to the document."""
    relationships = parse_part(members[DOCUMENT_RELATIONSHIPS_PART].read(), DOCUMENT_RELATIONSHIPS_PART, file)
    types = parse_part(members[CONTENT_TYPES_PART].read(), CONTENT_TYPES_PART, file)
    key = "rIdBlankFooter"
    etree.SubElement(relationships, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=_FOOTER, Target=_BLANK_FOOTER)
    name = f"/word/{_BLANK_FOOTER}"
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=_FOOTER_TYPE)
    content = f'{_HEAD}<w:ftr xmlns:w="{W}"><w:p/></w:ftr>'
    members[f"word/{_BLANK_FOOTER}"] = deflate(f"word/{_BLANK_FOOTER}", content.encode())
    _replace_lists(members, relationships, types)
    return key


def _replace_lists(members: dict[str, Member], relationships: etree._Element, types: etree._Element) -> None:
    for part, root in ((DOCUMENT_RELATIONSHIPS_PART, relationships), (CONTENT_TYPES_PART, types)):
        members[part] = deflate(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _add_default_type(types: etree._Element, extension: str) -> None:
    if not any(entry.get("Extension", "").lower() == extension for entry in types):
        default = etree.Element(f"{{{_TYPES}}}Default", Extension=extension, ContentType=f"image/{extension}")
        types.insert(0, default)


def core_properties(document: Document) -> str:
    """Return the file's properties. Their dates are the document's own day; without one they are left out."""
    fields = (
        _element("dc:title", document.title)
        + _element("dc:subject", document.subject)
        + _element("dc:creator", document.author)
        + _element("dc:language", "vi-VN")
        + (_day("created", document.day) + _day("modified", document.day) if document.day else "")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{fields}</cp:coreProperties>'
    )


def _element(name: str, value: str) -> str:
    return f"<{name}>{escape_text(value)}</{name}>" if value else ""


def _day(name: str, day: date) -> str:
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
