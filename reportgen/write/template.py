"""A Word template: read safely, checked against the tags of a kind of document, and compiled once.

A template is a docxtpl file: `{{ so }}` prints text, `{{p noi_dung }}` alone in a paragraph stands for whole
paragraphs, `{%p if … %}` and `{%p endif %}` keep an optional paragraph. Nothing else is allowed, so a template cannot
run code: there is no attribute, call, filter or loop in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import docxtpl
import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from reportgen.document import TemplateTag
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import template as kinds
from reportgen.write.context import PageSetup
from reportgen.write.package import Member, read_package
from reportgen.write.package_parts import add_blank_footer
from reportgen.write.style_sheet import StyleSheet, read_style_sheet
from reportgen.write.template_body import (
    FoundTag,
    check_alone,
    check_expressions,
    check_missing,
    check_placement,
    find_closing_tag,
    find_frame_widths,
    has_tag_in_attribute,
    isolate_inline_tags,
    iter_tags,
)
from reportgen.write.template_numbers import TemplateNumbers, read_numbers
from reportgen.write.template_safety import refuse_unsafe
from reportgen.write.template_section import SectionPrototype, has_first_footer, read_section
from reportgen.write.xml_parts import CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART, parse_part

SECTION_TAG = "_section"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled any number of times.

    `parts` are those with tags: the body, and headers and footers that hold any. `tag_names` are their tags in
    reading order, the body's first; `block_widths` holds, for each whole-paragraph tag, the room in twips there, and
    `even_tags` the room and the style's id of each tag that fills a paragraph of a table cell; in the parts that
    `running_tags` names with them they run on instead. `closing_tag` is the whole-paragraph tag that ends the body,
    if one does, and `numbers` are those that the template has given out.
    """

    file: str
    members: Mapping[str, Member]
    parts: Mapping[str, jinja2.Template]
    tag_names: tuple[str, ...]
    block_widths: Mapping[str, int]
    even_tags: Mapping[str, tuple[int, str | None]]
    running_tags: Mapping[str, frozenset[str]]
    page: PageSetup
    frame_widths: tuple[int, int] | None
    section: SectionPrototype
    styles: StyleSheet
    numbers: TemplateNumbers
    closing_tag: str | None

    def new_style_sheet(self) -> StyleSheet:
        """The template's styles, for one writing (which notes those that it misses)."""
        return StyleSheet(self.styles.ids, self.styles.fonts)


def compile_template(data: bytes, *, file: str, tags: Iterable[TemplateTag]) -> CompiledTemplate:
    """Read, check and compile the .docx template `data`; `file` names it in problems.

    Raises `InputProblems` with everything that is wrong: no docx, unsafe content, unknown, missing or broken tags.
    """
    members = read_package(data, file)
    if not {CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART} <= members.keys():
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="thiếu phần thân hoặc phần kiểu chữ")])
    refuse_unsafe(members, file)
    roots, problems = _tagged_parts(data, members, file)
    section, page = read_section(roots[DOCUMENT_PART], file)
    found = [tag for root in roots.values() for tag in iter_tags(root)]
    problems += [*_check_tags(roots, found, tags, file), *_check_other_parts(members, file)]
    if problems:
        raise InputProblems(problems)
    changed = dict(members)
    if has_first_footer(section.element):
        section = SectionPrototype(section.element, add_blank_footer(changed, file))
    widths = {tag.name: tag.room(page) for tag in found if tag.block}
    even = {tag.name: (tag.room(page), tag.style_id) for tag in found if tag.is_alone_in_cell}
    numbers = read_numbers(roots.values(), members, file)
    closing_tag = _mark_section(section, file)
    return CompiledTemplate(
        file=file,
        members=changed,
        parts={name: _compile(root, file) for name, root in roots.items()},
        tag_names=tuple(dict.fromkeys(tag.name for tag in found)),
        block_widths=widths,
        even_tags=even,
        running_tags={name: _running_tags(root, even) for name, root in roots.items()},
        page=page,
        frame_widths=find_frame_widths(found),
        section=section,
        styles=read_style_sheet(parse_part(members[STYLES_PART].read(), STYLES_PART, file)),
        numbers=numbers,
        closing_tag=closing_tag,
    )


def _tagged_parts(
    data: bytes, members: Mapping[str, Member], file: str
) -> tuple[dict[str, etree._Element], list[Problem]]:
    """The body, then the headers and footers with tags, the tags mended where Word has split them over runs.

    With them the tags beside which words stand that the mending drops.
    """
    template = docxtpl.DocxTemplate(BytesIO(data))
    names = [DOCUMENT_PART]
    names += [name for name in members if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")]
    roots: dict[str, etree._Element] = {}
    problems: list[Problem] = []
    for name in names:
        # Parsed before docxtpl's patterns run over it: it has to be XML, and without a DTD.
        root = parse_part(members[name].read(), name, file)
        if name == DOCUMENT_PART or _has_tags(root):
            problems += check_alone(root, file)
            roots[name] = _mended(template, root, file)
    return roots, problems


def _mended(template: docxtpl.DocxTemplate, root: etree._Element, file: str) -> etree._Element:
    patched = template.patch_xml(etree.tostring(root, encoding="unicode"))
    try:
        return etree.fromstring(patched.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        reason = "một thẻ `{%p … %}` hay `{{p … }}` không đứng trọn trong một đoạn, một ô hay một hàng"
        raise InputProblems([kinds.BROKEN_TAG.at(Place(file=file), reason=reason)]) from error


def _has_tags(root: etree._Element) -> bool:
    words = "".join(map(str, root.itertext()))
    return "{{" in words or "{%" in words


def _check_tags(
    roots: Mapping[str, etree._Element], found: Sequence[FoundTag], tags: Iterable[TemplateTag], file: str
) -> Iterator[Problem]:
    by_name = {tag.name: tag for tag in tags}
    for root in roots.values():
        yield from check_expressions(etree.tostring(root, encoding="unicode"), by_name, file)
        if has_tag_in_attribute(root):
            yield kinds.FORBIDDEN_TAG.at(Place(file=file), expression="thẻ nằm trong thuộc tính XML")
    yield from check_placement(found, by_name, file)
    yield from check_missing(found, by_name, file)


def _running_tags(root: etree._Element, even: Iterable[str]) -> frozenset[str]:
    """Return the tags of a part that stand in a cell of their own elsewhere, and here in none."""
    tags = list(iter_tags(root))
    alone = {tag.name for tag in tags if tag.is_alone_in_cell}
    return frozenset({tag.name for tag in tags if tag.name in set(even)} - alone)


def _check_other_parts(members: Mapping[str, Member], file: str) -> Iterator[Problem]:
    for name, member in members.items():
        is_notes = name.startswith(("word/footnotes", "word/endnotes", "word/comments")) and name.endswith(".xml")
        if is_notes and _has_tags(parse_part(member.read(), name, file)):
            yield kinds.TAG_OUTSIDE_BODY.at(Place(file=file), part=name)


def _mark_section(section: SectionPrototype, file: str) -> str | None:
    """Put a tag of our own where the body's section properties stand: the last section of a document differs.

    Returns the tag right before it, if it ends the body.
    """
    parent, previous = section.element.getparent(), section.element.getprevious()
    if parent is None or previous is None:
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="thân văn bản rỗng")])
    closing = find_closing_tag(previous.tail or "")
    previous.tail = f"{previous.tail or ''}{{{{ {SECTION_TAG} }}}}"
    parent.remove(section.element)
    return closing


def _compile(root: etree._Element, file: str) -> jinja2.Template:
    isolate_inline_tags(root)
    try:
        return _environment().from_string(_HEAD + etree.tostring(root, encoding="unicode"))
    except jinja2.TemplateSyntaxError as error:
        raise InputProblems([kinds.BROKEN_TAG.at(Place(file=file), reason=str(error.message))]) from error


def _environment() -> jinja2.Environment:
    """Sandboxed although only names and conditions get this far; nothing is defined but the document's tags."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    return environment
