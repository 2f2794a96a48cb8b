"""Small sound Word files, made from a body, to which a test does one harm."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}"'
)

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NOTE_REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def cell(text: str, span: int = 1) -> str:
    """A table cell over `span` columns of the grid."""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'


def table(*rows: str, columns: int = 2) -> str:
    """A table of rows that are given as the markup of their cells."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    marked = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    properties = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{marked}</w:tbl>"


def bookmark(id_: int, name: str) -> str:
    """A bookmark with nothing in it, to stand in a paragraph."""
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/><w:bookmarkEnd w:id="{id_}"/>'


def control(id_: int) -> str:
    """A content control around a run, to stand in a paragraph."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{id_}"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>'
    )


def drawing(id_: int, name: str = "Hình 1") -> str:
    """A run with a rectangle that shows nothing."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/>'
        f'<wp:docPr id="{id_}" name="{name}"/><a:graphic><a:graphicData uri="{uri}"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


BODY = (
    f'<w:p><w:pPr><w:pStyle w:val="Body"/><w:jc w:val="center"/></w:pPr>{bookmark(1, "dau")}{control(11)}'
    f'<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Đầu đề</w:t></w:r>{NOTE_REFERENCE}</w:p>'
    f"<w:p>{FIELD}</w:p>" + table(cell("một") + cell("hai"), cell("cả hàng", span=2)) + "<w:p/><w:sectPr/>"
)
"""A body that uses everything that the rules look at, soundly."""

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Body"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/></w:style>'
)
FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:t>Chú thích</w:t></w:r></w:p></w:footnote>'
)


def word_parts(body: str = BODY, *, styles: str = STYLES, footnotes: str = FOOTNOTES) -> dict[str, str]:
    """The parts of a Word file by name, ready for a test to change."""
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{_WORD}.footnotes+xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/footnotes" Target="/word/footnotes.xml"/></Relationships>',
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{_XML}<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/footnotes.xml": f"{_XML}<w:footnotes {NAMESPACES}>{footnotes}</w:footnotes>",
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as an Office file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(body: str = BODY, *, styles: str = STYLES, footnotes: str = FOOTNOTES) -> bytes:
    """A Word file with this body."""
    return zipped(word_parts(body, styles=styles, footnotes=footnotes))
