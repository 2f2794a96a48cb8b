"""Reading the XML parts of Office files safely, and the names of their namespaces."""

from __future__ import annotations

from lxml import etree

from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": W, "r": R}

CONTENT_TYPES_PART = "[Content_Types].xml"
DOCUMENT_PART = "word/document.xml"
DOCUMENT_RELATIONSHIPS_PART = "word/_rels/document.xml.rels"
STYLES_PART = "word/styles.xml"
FOOTNOTES_PART = "word/footnotes.xml"
NUMBERING_PART = "word/numbering.xml"
CORE_PROPERTIES_PART = "docProps/core.xml"


def w(name: str) -> str:
    """Return the qualified name of the WordprocessingML element or attribute `name`."""
    return f"{{{W}}}{name}"


def parse_part(content: bytes, part: str, file: str) -> etree._Element:
    """Return the root element of an XML part.

    Raises `InputProblems` when the part is not well-formed, or declares a DTD (Word never does; entity bombs do).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        reason = f"phần `{part}` không phải XML đúng ({error.msg})"
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason=reason)]) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputProblems([kinds.UNSAFE_XML.at(Place(file=file), part=part)])
    return root
