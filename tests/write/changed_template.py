"""Shipped templates with something changed in them, for tests of what finds the change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from reportgen.write.package import deflate, read_package, write_package
from reportgen.write.xml_parts import W

TEMPLATES = Path(__file__).parents[2] / "templates_vi"
BODY = "word/document.xml"
Change = Callable[[etree._Element], object]


def template_bytes(name: str) -> bytes:
    """The shipped template called `name`."""
    return (TEMPLATES / f"{name}.docx").read_bytes()


def with_parts(data: bytes, parts: Mapping[str, str | None]) -> bytes:
    """The file `data` with `parts` in place of, or beside, its own; a part that is `None` is left out."""
    members = dict(read_package(data, "test"))
    for name, content in parts.items():
        if content is None:
            del members[name]
        else:
            members[name] = deflate(name, content.encode())
    return write_package(members.values())


def part_of(data: bytes, name: str) -> str:
    """The part `name` of the file `data` as text."""
    return read_package(data, "test")[name].read().decode()


def replaced(data: bytes, old: str, new: str, part: str = BODY) -> bytes:
    """The file `data` with the first `old` in `part`, which has to be there, as `new`."""
    content = part_of(data, part)
    assert old in content, f"{old} is not in {part}"
    return with_parts(data, {part: content.replace(old, new, 1)})


def changed(data: bytes, change: Change, part: str = BODY) -> bytes:
    """The file `data` after `change` has worked on the root element of `part`."""
    root = etree.fromstring(part_of(data, part).encode())
    change(root)
    return with_parts(data, {part: etree.tostring(root, encoding="unicode")})


def run(text: str, properties: str = "") -> str:
    """A run of Word's XML."""
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of Word's XML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def text_box(*paragraphs: str) -> str:
    """A run with a text box."""
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="box" style="width:90pt;height:40pt">'
        f"<v:textbox><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def element(markup: str) -> etree._Element:
    """The element that `markup`, with the prefix `w`, stands for."""
    return etree.fromstring(f'<w:body xmlns:w="{W}">{markup}</w:body>')[0]


def appended(data: bytes, *paragraphs: str) -> bytes:
    """The file `data` with more paragraphs at the end of its text."""
    content = part_of(data, BODY)
    at = content.rindex("<w:sectPr")
    return with_parts(data, {BODY: content[:at] + "".join(paragraphs) + content[at:]})
