"""Block nodes of the document tree as paragraphs, tables and sections of WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from reportgen.document import (
    Appendix,
    Block,
    BlockControl,
    Caption,
    Contents,
    Figure,
    Frame,
    Heading,
    Inlines,
    Landscape,
    ListItem,
    Mark,
    Paragraph,
    Role,
    Rule,
    Stamp,
    Table,
    Text,
    TextRole,
)
from reportgen.write.anchors import split_label
from reportgen.write.contents_markup import contents_markup
from reportgen.write.context import Section, WriteContext
from reportgen.write.drawing_markup import figure_run
from reportgen.write.even_lines import break_evenly
from reportgen.write.inline_markup import inline_markup
from reportgen.write.markup import bookmark, control, field, paragraph, run_properties, text_run
from reportgen.write.rule_markup import rule_markup, stamp_markup
from reportgen.write.table_markup import frame_markup, table_markup

_EVEN_ROLES = {Role.PARENT_AGENCY, Role.ISSUING_AGENCY}
KEEP_NEXT = "<w:keepNext/>"
_NEW_PAGE = "<w:pageBreakBefore/>"


def block_markup(blocks: Iterable[Block], context: WriteContext, *, width: int | None = None) -> str:
    """Return the markup of `blocks`, in order; `width` is the room in twips if it is not the whole text area."""
    outer = context.room
    if width is not None:
        context.room = width
    markup = "".join(_next(block, context) for block in blocks)
    context.room = outer
    return markup


def _next(block: Block, context: WriteContext) -> str:
    before = "" if isinstance(block, Landscape | Appendix) else end_landscape(context)
    return before + _one(block, context, context.text_width)


def end_landscape(context: WriteContext) -> str:
    """Return what turns the pages back for whatever follows landscape pages; nothing if none were just written."""
    following, context.after_landscape = context.after_landscape, None
    return _section_end(context.change_section(following), context) if following else ""


def _one(block: Block, context: WriteContext, width: int) -> str:
    match block:
        case Paragraph(role, inlines):
            if role in _EVEN_ROLES:
                inlines = break_evenly(inlines, width, context.styles.font_of(role))
            return _styled(_in_place(role, context), inlines, context)
        case Heading():
            return _heading(block, context)
        case ListItem():
            return _list_item(block, context)
        case Contents():
            return contents_markup(block, context)
        case Table():
            return _captioned_table(block, context)
        case Figure():
            return _captioned_figure(block, context)
        case Rule():
            return rule_markup(block, context, width)
        case Stamp():
            return stamp_markup(block, context, width)
        case Frame():
            return frame_markup(block, context, block_markup)
        case BlockControl():
            return _block_control(block, context)
        case Landscape(blocks):
            return _landscape(blocks, context)
        case Appendix():
            return _appendix(block, context)
        case _:
            assert_never(block)


def _in_place(role: Role, context: WriteContext) -> Role:
    """In a table, running text takes the style of the table's cells."""
    return Role.TABLE_CELL if context.in_table and role is Role.BODY else role


def _styled(role: Role, inlines: Inlines, context: WriteContext, properties: str = "") -> str:
    return paragraph(context.styles.id_of(role), inline_markup(inlines, context), properties)


def _heading(heading: Heading, context: WriteContext) -> str:
    target = context.anchors.take(heading)
    number, closing = split_label(heading.label)
    label, words = "", inline_markup(heading.inlines, context)
    if target is not None and target.referred and number:
        label = _marked(text_run(number), target.referred, context) + text_run(f"{closing} ")
    elif heading.label:
        label = text_run(f"{heading.label} ")
    elif target is not None and target.referred:
        words = _marked(words, target.referred, context)
    content = _marked(label + words, target.listed, context) if target is not None else label + words
    return paragraph(context.styles.id_of(heading.role), content, _NEW_PAGE if heading.new_page else "")


def _marked(content: str, name: str, context: WriteContext) -> str:
    """Put `content` into the bookmark `name`, if it has one."""
    return bookmark(content, name=name, number=context.next_id()) if name else content


def _list_item(item: ListItem, context: WriteContext) -> str:
    role = Role.LIST_ITEM if item.depth == 1 else Role.LIST_ITEM_2
    marker = (Text(f"{item.marker} "),) if item.marker else ()
    return _styled(Role.TABLE_CELL if context.in_table else role, (*marker, *item.inlines), context)


def note_paragraphs(blocks: Iterable[Block], context: WriteContext) -> list[str]:
    """Return the runs of each paragraph of a footnote; a note holds running text and lists only."""
    paragraphs = []
    for block in blocks:
        match block:
            case Paragraph(_, inlines) | Heading(inlines=inlines):
                paragraphs.append(inline_markup(inlines, context))
            case ListItem(marker, inlines):
                paragraphs.append(inline_markup((Text(f"{marker} "), *inlines) if marker else inlines, context))
            case _:
                message = f"a footnote cannot hold {type(block).__name__}"
                raise TypeError(message)
    return paragraphs


def _caption(caption: Caption, context: WriteContext, properties: str = "") -> str:
    """The caption's number is a live field, so that Word renumbers when a clerk adds a table."""
    target = context.anchors.take(caption)
    label, words = "", inline_markup(caption.inlines, context)
    if caption.number is not None:
        label = text_run(f"{caption.label} ")
        label += field(f"SEQ {caption.label} \\* ARABIC", text_run(str(caption.number)))
        words = text_run(". ") + words if words else ""
    if target is not None:
        # Around label and number alone, so that a reference shows no more than them.
        referred, rest = (label, words) if label else (words, "")
        content = _marked(_marked(referred, target.referred, context) + rest, target.listed, context)
    else:
        content = label + words
    return paragraph(context.styles.id_of(Role.CAPTION), content, properties)


def _captioned_table(table: Table, context: WriteContext) -> str:
    section_end = context.styles.id_of(Role.SECTION_END)
    caption = _caption(table.caption, context, KEEP_NEXT) if table.caption else ""
    notes_before = len(context.footnotes)
    markup = table_markup(table, context, block_markup)
    # A table without a caption would stick to the text above it. Where the table has footnotes, LibreOffice leaves a
    # third of each of its pages empty if that gap is kept with it.
    keep = KEEP_NEXT if len(context.footnotes) == notes_before else ""
    above = caption or paragraph(section_end, "", keep)
    source = _styled(Role.SOURCE, table.source, context) if table.source else ""
    # Two tables in a row would run together, and a text after a table would stick to it.
    gap = "" if source else paragraph(section_end, "")
    return above + markup + source + gap


def _captioned_figure(figure: Figure, context: WriteContext) -> str:
    picture = paragraph(context.styles.id_of(Role.FIGURE), figure_run(figure, context))
    caption = _caption(figure.caption, context, KEEP_NEXT if figure.source else "") if figure.caption else ""
    source = _styled(Role.SOURCE, figure.source, context) if figure.source else ""
    return picture + caption + source


def _block_control(block: BlockControl, context: WriteContext) -> str:
    prompt = text_run(block.prompt, run_properties(Mark(0), context.styles.id_of(TextRole.PROMPT)))
    content = paragraph(context.styles.id_of(_in_place(block.role, context)), prompt)
    return control(content, tag=block.tag, title=block.title, number=context.next_id())


def _section_end(properties: str, context: WriteContext) -> str:
    return paragraph(context.styles.id_of(Role.SECTION_END), "", properties)


def _landscape(blocks: tuple[Block, ...], context: WriteContext) -> str:
    going_on = context.after_landscape is not None
    if not blocks or (context.section.landscape and not going_on):
        return block_markup(blocks, context)
    # Right behind other landscape pages they share those: portrait pages between them would be blank.
    before = "" if going_on else _section_end(context.change_section(context.continued(landscape=True)), context)
    context.after_landscape = None
    content = block_markup(blocks, context)
    context.after_landscape = context.continued(landscape=False)
    return before + content


def _appendix(appendix: Appendix, context: WriteContext) -> str:
    context.after_landscape = None
    before = _section_end(context.change_section(Section(landscape=appendix.landscape)), context)
    return before + block_markup((*appendix.heading, *appendix.blocks), context)
