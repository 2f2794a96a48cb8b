"""Is what a program wrote a sound .docx file that says the same as all the others?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from bench.letters.content import FIELDS, Content
from bench.letters.letter import fill_text
from bench.letters.skeleton import read_body

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class UnequalOutputError(Exception):
    """A program's document is broken or says something else, so its time would mean nothing."""


def expected_lines(skeleton: bytes, content: Content) -> list[str]:
    """Return the letter's paragraphs as text: those of the skeleton with the values put in as they are, unescaped."""
    lines: list[str] = []
    row: list[str] = []
    for line in _lines(read_body(skeleton).encode()):
        if line.strip("⟦⟧") in FIELDS:
            row.append(line)
            if len(row) == len(FIELDS):
                lines.extend(value for values in content.rows for value in values)
        else:
            lines.append(fill_text(line, content.values))
    return lines


def check_output(program: str, docx: bytes, expected: list[str]) -> None:
    """Raise `UnequalOutputError` unless `docx` is a whole zip of well-formed parts with the expected paragraphs."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        if broken := archive.testzip():
            raise UnequalOutputError(f"{program}: {broken} is damaged")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
        found = list(_lines(archive.read("word/document.xml")))
    if found != expected:
        at, pair = next(
            ((at, pair) for at, pair in enumerate(zip(found, expected, strict=False)) if pair[0] != pair[1]),
            (min(len(found), len(expected)), ("", "")),
        )
        raise UnequalOutputError(
            f"{program}: paragraph {at} of {len(found)} is {pair[0]!r}, expected {pair[1]!r} of {len(expected)}"
        )


def _lines(body: bytes) -> Iterator[str]:
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, huge_tree=True))
    for paragraph in root.iter(f"{_W}p"):
        line = "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))
        if line:
            yield line
