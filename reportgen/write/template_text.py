"""A Word template as its checker reads it: its parts, its text, and every tag in it, well formed or not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import template as kinds
from reportgen.write.package import Member, read_package
from reportgen.write.tag_scan import ScannedTag, scan_tags
from reportgen.write.template_safety import refuse_unsafe
from reportgen.write.template_section import read_section
from reportgen.write.word_text import WordParagraph, WordPlace, iter_paragraphs, regions_of_parts, story_of
from reportgen.write.xml_parts import (
    CONTENT_TYPES_PART,
    DOCUMENT_PART,
    DOCUMENT_RELATIONSHIPS_PART,
    STYLES_PART,
    parse_part,
)

_PACKAGE_RELATIONSHIPS = "_rels/.rels"
_TEMPLATE_TYPE = "wordprocessingml.template.main+xml"
_AROUND = 30


@dataclass(frozen=True, slots=True)
class FoundTag:
    """A tag, or what was meant as one, with the paragraph that it is in."""

    paragraph: WordParagraph
    scanned: ScannedTag

    @property
    def written(self) -> str:
        """The tag as it is typed, on one line."""
        return " ".join(self.paragraph.text[self.scanned.start : self.scanned.end].split())

    def place(self, file: str) -> WordPlace:
        """Return the tag's place: the region of the page, and the text around it."""
        return place_in(self.paragraph, file, self.scanned.start, self.scanned.end)


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template that could be read. `faults` are problems of the file as a whole: macros, outside content, pages."""

    file: str
    members: Mapping[str, Member]
    roots: Mapping[str, etree._Element]
    paragraphs: tuple[WordParagraph, ...]
    tags: tuple[FoundTag, ...]
    faults: tuple[Problem, ...]


def place_in(paragraph: WordParagraph, file: str, start: int, end: int) -> WordPlace:
    """Return the place of the text from `start` to `end` of `paragraph`, with some of the text around it."""
    before, after = max(0, start - _AROUND), min(len(paragraph.text), end + _AROUND)
    shown = " ".join(paragraph.text[before : min(after, before + 4 * _AROUND)].split())
    around = f"{'…' if before else ''}{shown}{'…' if after < len(paragraph.text) else ''}"
    return WordPlace(file=file, paragraph=paragraph.number, text=around or None, region=paragraph.region)


def read_template_text(data: bytes, file: str) -> TemplateText:
    """Return the text and the tags of the .docx file `data`; `file` names it in problems.

    Raises `InputProblems` when it is no Word file, or one that cannot be read safely.
    """
    members = read_package(data, file)
    roots = dict(_parse_parts(members, file))
    _refuse_unsound(members, roots, file)
    regions = regions_of_parts(roots)
    paragraphs = tuple(
        paragraph for name, region in regions.items() for paragraph in iter_paragraphs(roots[name], name, region)
    )
    tags = tuple(FoundTag(paragraph, tag) for paragraph in paragraphs for tag in scan_tags(paragraph.text))
    return TemplateText(file, members, roots, paragraphs, tags, tuple(_faults(members, roots, file)))


def _parse_parts(members: Mapping[str, Member], file: str) -> Iterator[tuple[str, etree._Element]]:
    names = [DOCUMENT_PART, STYLES_PART, CONTENT_TYPES_PART, DOCUMENT_RELATIONSHIPS_PART]
    names += [name for name in members if story_of(name) or (name.endswith(".rels") and name not in names)]
    for name in names:
        if name in members:
            yield name, parse_part(members[name].read(), name, file)


def _refuse_unsound(members: Mapping[str, Member], roots: Mapping[str, etree._Element], file: str) -> None:
    reasons = []
    if not {CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART, _PACKAGE_RELATIONSHIPS} <= members.keys():
        reasons.append("thiếu phần thân hoặc phần kiểu chữ")
    elif _TEMPLATE_TYPE in members[CONTENT_TYPES_PART].read().decode("utf-8", "replace"):
        reasons.append("đây là mẫu kiểu .dotx của Word")
    reasons += [
        f"`{source}` trỏ tới phần `{target}` không có trong tệp"
        for source, target in _internal_targets(roots)
        if target not in members
    ]
    if reasons:
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="; ".join(reasons))])


def _internal_targets(roots: Mapping[str, etree._Element]) -> Iterator[tuple[str, str]]:
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        base = posixpath.dirname(posixpath.dirname(name))
        for entry in root.iterchildren(etree.Element):
            target = unquote(entry.get("Target", "").partition("#")[0])
            # A relationship without a part, such as Word's own NULL pictures, points nowhere.
            if entry.get("TargetMode") != "External" and target and target != "NULL":
                yield name, posixpath.normpath(posixpath.join("/", base, target)).lstrip("/")


def _faults(members: Mapping[str, Member], roots: Mapping[str, etree._Element], file: str) -> Iterator[Problem]:
    try:
        refuse_unsafe(members, file)
    except InputProblems as found:
        yield from found.problems
    try:
        read_section(roots[DOCUMENT_PART], file)
    except InputProblems as found:
        yield from found.problems
