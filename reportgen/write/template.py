"""A Word template: read safely, checked against the tags of a kind of document, and compiled once.

A template is a docxtpl file: `{{ so }}` prints text, `{{p noi_dung }}` alone in a paragraph stands for whole
paragraphs, `{%p if … %}` and `{%p endif %}` keep an optional paragraph. Nothing else is allowed, so a template cannot
run code: there is no attribute, call, filter or loop in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
from reportgen.write.style_sheet import StyleSheet, read_style_sheet
from reportgen.write.template_body import (
    check_expressions,
    check_missing,
    check_placement,
    has_tag_in_attribute,
    isolate_inline_tags,
    iter_tags,
)
from reportgen.write.template_safety import refuse_unsafe
from reportgen.write.template_section import SectionPrototype, read_section
from reportgen.write.xml_parts import CONTENT_TYPES_PART, DOCUMENT_PART, STYLES_PART, parse_part

SECTION_TAG = "_section"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A template ready to be filled any number of times.

    `tag_names` are its tags in reading order; `block_widths` holds, for each whole-paragraph tag, the room in twips
    where it stands.
    """

    file: str
    members: Mapping[str, Member]
    body: jinja2.Template
    tag_names: tuple[str, ...]
    block_widths: Mapping[str, int]
    page: PageSetup
    section: SectionPrototype
    styles: StyleSheet

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
    body = _tagged_body(data, members, file)
    section, page = read_section(body, file)
    found = list(iter_tags(body))
    by_name = {tag.name: tag for tag in tags}
    problems = [
        *check_expressions(etree.tostring(body, encoding="unicode"), by_name, file),
        *check_placement(found, by_name, file),
        *check_missing(found, by_name, file),
        *_check_other_parts(members, file),
    ]
    if has_tag_in_attribute(body):
        problems.append(kinds.FORBIDDEN_TAG.at(Place(file=file), expression="thẻ nằm trong thuộc tính XML"))
    if problems:
        raise InputProblems(problems)
    widths = {tag.name: tag.room(page) for tag in found if tag.block}
    return CompiledTemplate(
        file=file,
        members=members,
        body=_compile_body(body, section, file),
        tag_names=tuple(dict.fromkeys(tag.name for tag in found)),
        block_widths=widths,
        page=page,
        section=section,
        styles=read_style_sheet(parse_part(members[STYLES_PART].read(), STYLES_PART, file)),
    )


def _tagged_body(data: bytes, members: Mapping[str, Member], file: str) -> etree._Element:
    """The document element, its tags mended where Word has split them over runs (docxtpl does this)."""
    source = members[DOCUMENT_PART].read()
    root = parse_part(source, DOCUMENT_PART, file)  # Before docxtpl's patterns run over it: XML, and without a DTD.
    patched = docxtpl.DocxTemplate(BytesIO(data)).patch_xml(etree.tostring(root, encoding="unicode"))
    try:
        return etree.fromstring(patched.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        reason = "một thẻ `{%p … %}` hay `{{p … }}` không đứng trọn trong một đoạn, một ô hay một hàng"
        raise InputProblems([kinds.BROKEN_TAG.at(Place(file=file), reason=reason)]) from error


def _check_other_parts(members: Mapping[str, Member], file: str) -> Iterator[Problem]:
    for name, member in members.items():
        if name.startswith(("word/header", "word/footer", "word/footnotes")) and name.endswith(".xml"):
            text = "".join(map(str, parse_part(member.read(), name, file).itertext()))
            if "{{" in text or "{%" in text:
                yield kinds.TAG_OUTSIDE_BODY.at(Place(file=file), part=name)


def _compile_body(body: etree._Element, section: SectionPrototype, file: str) -> jinja2.Template:
    isolate_inline_tags(body)
    parent, previous = section.element.getparent(), section.element.getprevious()
    if parent is None or previous is None:
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="thân văn bản rỗng")])
    previous.tail = f"{previous.tail or ''}{{{{ {SECTION_TAG} }}}}"
    parent.remove(section.element)
    try:
        return _environment().from_string(_HEAD + etree.tostring(body, encoding="unicode"))
    except jinja2.TemplateSyntaxError as error:
        raise InputProblems([kinds.BROKEN_TAG.at(Place(file=file), reason=str(error.message))]) from error


def _environment() -> jinja2.Environment:
    """Sandboxed although only names and conditions get this far; nothing is defined but the document's tags."""
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    return environment
