"""A document as the bytes of a .docx file: a compiled template filled, its unchanged parts copied as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from reportgen.document import PLAIN, Block, Document, Inline, LineBreak, Role, Text
from reportgen.problems import InputProblems, Place, Problem
from reportgen.problems import template as kinds
from reportgen.write.anchors import Anchors
from reportgen.write.block_markup import KEEP_NEXT, block_markup, end_landscape
from reportgen.write.context import ChartDrawer, WriteContext
from reportgen.write.even_lines import break_evenly
from reportgen.write.field_settings import set_field_updating
from reportgen.write.inline_markup import inline_markup
from reportgen.write.markup import escape_text, paragraph
from reportgen.write.native_chart_look import LOOK, ChartLook
from reportgen.write.native_chart_parts import new_shelf
from reportgen.write.package import Member, deflate, write_package
from reportgen.write.package_parts import core_properties, with_charts, with_footnotes, with_pictures
from reportgen.write.template import SECTION_TAG, CompiledTemplate
from reportgen.write.xml_parts import CORE_PROPERTIES_PART, DOCUMENT_PART


def write_docx(
    document: Document,
    template: CompiledTemplate,
    *,
    draw_chart: ChartDrawer | None = None,
    native_charts: bool = False,
    chart_look: ChartLook = LOOK,
    pages: Mapping[str, int] | None = None,
) -> bytes:
    """Return `document` as a .docx file made from `template`. The same arguments always give the same bytes.

    `draw_chart` draws the document's charts, if it has any. With `native_charts`, those that Word can draw itself
    (see `is_native`) are charts that a reader can edit, of the look `chart_look`, and only the others are drawn.
    `pages`, from `read_pages`, are the numbers in lists of contents and references; without them a sign stands there,
    and Word asks to make the numbers as it opens the file.

    Raises:
        InputProblems: the template has no place or no style for something that the document holds.
        ValueError: an anchor stands twice, a reference leads to none, or `pages` are another document's.
    """
    _refuse_lost_content(document, template)
    context = WriteContext(
        styles=template.new_style_sheet(),
        page=template.page,
        section_xml=template.section.markup,
        draw_chart=draw_chart,
        frame_widths=template.frame_widths,
        numbers=template.numbers,
        anchors=Anchors(_blocks_in_order(document, template), pages),
        native_charts=new_shelf(template.members, template.file, chart_look) if native_charts else None,
    )
    values = _fill(document, template, context)
    values[SECTION_TAG] = Markup(template.section.markup(context.section))
    parts = {
        name: part.render({**values, **_running_values(document, template, context, name)})
        for name, part in template.parts.items()
    }
    if context.styles.missing:
        place = Place(file=template.file)
        raise InputProblems([kinds.MISSING_STYLE.at(place, style=name) for name in sorted(context.styles.missing)])
    parts[DOCUMENT_PART] = _open_with_gap(parts[DOCUMENT_PART], context)
    members = _members(document, template, context, parts)
    if context.anchors.shows_pages:
        set_field_updating(members, template.file, wanted=pages is None)
    return write_package(members.values())


def _blocks_in_order(document: Document, template: CompiledTemplate) -> Iterator[Block]:
    for name in template.tag_names:
        yield from document.block_slots.get(name, ()) if name in template.block_widths else ()


def _refuse_lost_content(document: Document, template: CompiledTemplate) -> None:
    problems: list[Problem] = []
    for tag in document.tags:
        content = document.block_slots.get(tag.name) or document.inline_slots.get(tag.name)
        if content and tag.name not in template.tag_names:
            place = Place(file=template.file)
            problems.append(kinds.MISSING_TAG.at(place, tag=tag.name, meaning=tag.meaning_vi, example=tag.written))
    if problems:
        raise InputProblems(problems)


def _fill(document: Document, template: CompiledTemplate, context: WriteContext) -> dict[str, Markup]:
    # A tag may stand in a condition only: what has content is printed somewhere, so it has none.
    values = {tag.name: Markup("") for tag in document.tags}
    # In reading order: notes, ids and sections count along.
    for name in template.tag_names:
        if name in template.block_widths:
            whole_page = template.block_widths[name] == context.page.text_width(landscape=False)
            width = None if whole_page else template.block_widths[name]
            values[name] = _block_value(document.block_slots.get(name, ()), context, width)
            # At the end of the body no page follows that would have to be turned back.
            if name != template.closing_tag:
                values[name] += Markup(end_landscape(context))
        else:
            inlines = document.inline_slots.get(name, ())
            if name in template.even_tags:
                room, style_id = template.even_tags[name]
                font = context.styles.fonts.get(style_id or "")
                inlines = break_evenly(inlines, room, font) if font else inlines
            values[name] = _inline_value(inlines, context)
    return values


def _running_values(
    document: Document, template: CompiledTemplate, context: WriteContext, part: str
) -> dict[str, Markup]:
    """The names that are broken evenly in a cell of another part, without the breaks."""
    slots = {name: document.inline_slots.get(name, ()) for name in template.running_tags[part]}
    is_plain = {name: all(isinstance(inline, Text | LineBreak) for inline in slots[name]) for name in slots}
    return {name: _inline_value(inlines, context) for name, inlines in slots.items() if is_plain[name]}


def _inline_value(inlines: tuple[Inline, ...], context: WriteContext) -> Markup:
    """Text for inside `w:t`; anything more closes the tag's run, which compiling has isolated, and opens another."""
    if all(isinstance(inline, Text) and inline.marks is PLAIN for inline in inlines):
        return Markup("".join(escape_text(inline.text) for inline in inlines if isinstance(inline, Text)))
    return Markup(f'</w:t></w:r>{inline_markup(inlines, context)}<w:r><w:t xml:space="preserve">')


def _block_value(blocks: Sequence[Block], context: WriteContext, width: int | None) -> Markup:
    written = [block_markup((block,), context, width=width) for block in blocks]
    if written:
        written[-1] = _keep_last_with_next(written[-1])
    return Markup("".join(written))


def _keep_last_with_next(markup: str) -> str:
    """Tie the last paragraph to what the template sets after it, so that a signature is never alone on a page."""
    start = markup.rfind("<w:p><w:pPr><w:pStyle ")
    last = markup[start:]
    if start < 0 or not last.endswith("</w:p>") or "<w:sectPr" in last or KEEP_NEXT in last:
        return markup
    style, closing, rest = last.partition("/>")
    return "".join((markup[:start], style, closing, KEEP_NEXT, rest))


def _open_with_gap(markup: str, context: WriteContext) -> str:
    """Put a paragraph of hardly any height before a table that opens a text whose first section has footnotes.

    Without it LibreOffice puts an empty line of running text there.
    """
    opening, _, _ = markup.partition("<w:sectPr")
    if "<w:footnoteReference " not in opening or Role.SECTION_END.value.lower() not in context.styles.ids:
        return markup
    gap = paragraph(context.styles.id_of(Role.SECTION_END), "")
    return markup.replace("<w:body><w:tbl>", f"<w:body>{gap}<w:tbl>", 1)


def _members(
    document: Document, template: CompiledTemplate, context: WriteContext, parts: Mapping[str, str]
) -> dict[str, Member]:
    members = dict(template.members)
    for name, content in parts.items():
        members[name] = deflate(name, content.encode())
    if context.footnotes:
        with_footnotes(members, context.footnotes, template.file)
    if context.pictures:
        with_pictures(members, list(context.pictures.values()), template.file)
    if context.native_charts and context.native_charts.placed:
        with_charts(members, context.native_charts.placed, template.file)
    members[CORE_PROPERTIES_PART] = deflate(CORE_PROPERTIES_PART, core_properties(document).encode())
    return members
