"""The smallest pieces of WordprocessingML as text: runs, paragraphs, fields, content controls.

Everything that comes from a document passes `escape_text`; nothing else here takes text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from reportgen.document import Mark
from reportgen.problems import InputProblems, Place
from reportgen.problems import text as kinds

_SHOWN = 40
NO_BREAK_SPACE = "\u00a0"

SEPARATOR = "\0"
"""Stands between texts that are escaped together; none of them can hold it."""
# What XML 1.0 cannot hold at all; tabs and line feeds have nodes of their own in the document tree.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escape_text(value: str) -> str:
    """Return `value`, composed (NFC), as XML text or attribute value.

    Raises `InputProblems` for characters that XML cannot hold; readers find them first, with their place.
    """
    # Nothing printable is forbidden, and asking for that is ten times faster than searching.
    if not value.isprintable() and (forbidden := _FORBIDDEN.findall(value)):
        shown = _FORBIDDEN.sub("\ufffd", value)[:_SHOWN]
        found = f"U+{ord(forbidden[0]):04X}"
        raise InputProblems([kinds.CONTROL_CHARACTER.at(Place(text=shown), count=len(forbidden), found=found)])
    if not unicodedata.is_normalized("NFC", value):
        value = unicodedata.normalize("NFC", value)
    return _escape(value)


def escape_joined(values: Sequence[str]) -> str:
    """Return `values`, each as from `escape_text`, with `SEPARATOR` between them: for thousands of short texts."""
    together = "".join(values)
    if not together.isprintable() or not unicodedata.is_normalized("NFC", together):
        return SEPARATOR.join(map(escape_text, values))
    return _escape(SEPARATOR.join(values))


def _escape(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_MARK_PROPERTIES = (
    (Mark.BOLD, "<w:b/><w:bCs/>"),
    (Mark.ITALIC, "<w:i/><w:iCs/>"),
    (Mark.STRIKE, "<w:strike/>"),
    (Mark.UNDERLINE, '<w:u w:val="single"/>'),
    (Mark.SUPERSCRIPT, '<w:vertAlign w:val="superscript"/>'),
    (Mark.SUBSCRIPT, '<w:vertAlign w:val="subscript"/>'),
)


def run_properties(marks: Mark, style_id: str | None = None) -> str:
    """Return the properties of a run: its character style and emphasis; empty for plain text."""
    style = f'<w:rStyle w:val="{style_id}"/>' if style_id else ""
    inner = style + "".join(xml for mark, xml in _MARK_PROPERTIES if mark in marks)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(content: str, properties: str = "") -> str:
    """Return a run around ready markup."""
    return f"<w:r>{properties}{content}</w:r>"


def text_run(value: str, properties: str = "") -> str:
    """Return a run of text, its spaces kept."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape_text(value)}</w:t></w:r>'


def paragraph(style_id: str, content: str, properties: str = "") -> str:
    """Return a paragraph of a style; `properties` are further ones, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """Return a complex field with its cached result, which is ready markup (runs); `properties` are its runs'."""
    return field_opening(instruction, properties) + result + run(_FIELD_CHARACTER.format("end"), properties)


def field_opening(instruction: str, properties: str = "") -> str:
    """Return what stands before the result of a complex field, which `FIELD_END` ends, in a later paragraph maybe."""
    code = f'<w:instrText xml:space="preserve"> {escape_text(instruction)} </w:instrText>'
    opened = (_FIELD_CHARACTER.format("begin"), code, _FIELD_CHARACTER.format("separate"))
    return "".join(run(content, properties) for content in opened)


_FIELD_CHARACTER = '<w:fldChar w:fldCharType="{}"/>'
FIELD_END = run(_FIELD_CHARACTER.format("end"))


def bookmark(content: str, *, name: str, number: int) -> str:
    """Return ready markup inside the bookmark `name`; `number` is its id, unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def hyperlink(content: str, name: str) -> str:
    """Return runs that lead to the bookmark `name`."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{content}</w:hyperlink>'


def control(content: str, *, tag: str, title: str, number: int, kind: str = "", prompt: bool = True) -> str:
    """Return a content control around ready markup. `kind` is the element that says what it holds."""
    showing = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape_text(title)}"/><w:tag w:val="{escape_text(tag)}"/>'
        f'<w:id w:val="{number}"/>{showing}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )
