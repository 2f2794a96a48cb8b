"""Any Word file to what a reader sees of it. Nothing is written, run or fetched; sizes are limited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from posixpath import join, normpath

from lxml import etree

from reportgen.decree30.seen import (
    Align,
    CellPosition,
    Locator,
    PageSource,
    SeenDocument,
    SeenLine,
    SeenParagraph,
    SeenTable,
    Story,
)
from reportgen.decree30.word_formatting import Formatting
from reportgen.decree30.word_numbering import Numbering
from reportgen.decree30.word_pages import PageCounter, RowPages, has_marks, section_types
from reportgen.decree30.word_sections import read_sections
from reportgen.decree30.word_shapes import drawn_lines
from reportgen.decree30.word_text import FieldState, read_runs
from reportgen.decree30.word_values import length, whole_number
from reportgen.problems import InputProblems, Place
from reportgen.problems import template as kinds
from reportgen.write.package import Member, read_package
from reportgen.write.xml_parts import (
    DOCUMENT_PART,
    DOCUMENT_RELATIONSHIPS_PART,
    FOOTNOTES_PART,
    NAMESPACES,
    NUMBERING_PART,
    STYLES_PART,
    parse_part,
    w,
)

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_TEXT_BOX = w("txbxContent")
_ALIGNS: Mapping[str, Align] = {"left": "left", "center": "center", "right": "right", "justify": "justify"}


def read_word(data: bytes, file: str) -> SeenDocument:
    """Return the Word file `data` as a reader sees it, tracked changes accepted.

    Raises:
        InputProblems: it is no Word file, is encrypted, is damaged, or grows beyond the limits when opened.
    """
    members = read_package(data, file)
    if DOCUMENT_PART not in members:
        raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=file), reason="thiếu phần thân văn bản")])
    return _Reader(members, file).read()


@dataclass(slots=True)
class _Place:
    """Where the reader is: in which story and part, table cell or text box."""

    part: str
    story: Story
    indices: Mapping[etree._Element, int]
    pages: PageCounter
    cell: CellPosition | None = None
    table_style: str | None = None
    in_text_box: bool = False


@dataclass(slots=True)
class _Found:
    paragraphs: list[SeenParagraph] = field(default_factory=list)
    tables: list[SeenTable] = field(default_factory=list)
    lines: list[SeenLine] = field(default_factory=list)
    breaks: list[tuple[etree._Element, int]] = field(default_factory=list)


class _Reader:
    def __init__(self, members: Mapping[str, Member], file: str) -> None:
        self.members = members
        self.file = file
        self.body = self._required(DOCUMENT_PART)
        theme = next((name for name in members if name.startswith("word/theme/")), "")
        self.formatting = Formatting(self._part(STYLES_PART), self._part(theme))
        self.numbering = Numbering(self._part(NUMBERING_PART))
        self.targets = self._targets()
        self.found = _Found()
        self.fields = FieldState()
        self.section = 1

    def _required(self, name: str) -> etree._Element:
        return parse_part(self.members[name].read(), name, self.file)

    def _part(self, name: str) -> etree._Element | None:
        return self._required(name) if name in self.members else None

    def _targets(self) -> dict[str, str]:
        root = self._part(DOCUMENT_RELATIONSHIPS_PART)
        if root is None:
            return {}
        return {
            item.get("Id", ""): normpath(join("word", item.get("Target", ""))).lstrip("/")
            for item in root
            if item.get("TargetMode") != "External"
        }

    def read(self) -> SeenDocument:
        body = self.body.find("w:body", NAMESPACES)
        if body is None:
            raise InputProblems([kinds.NOT_A_DOCX.at(Place(file=self.file), reason="thân văn bản rỗng")])
        pages = PageCounter(section_types(self.body), is_known=has_marks(self.body))
        place = _Place(DOCUMENT_PART, Story.BODY, _paragraph_indices(self.body), pages)
        self._read_blocks(body, place)
        last = body.find("w:sectPr", NAMESPACES)
        if last is None:
            last = etree.Element(w("sectPr"))
        self.found.breaks.append((last, len(self.found.paragraphs) + 1))
        sections = read_sections(self.found.breaks, self.targets, self._story, self._part)
        return SeenDocument(
            file=self.file,
            paragraphs=tuple(self.found.paragraphs),
            sections=tuple(sections),
            tables=tuple(self.found.tables),
            lines=tuple(self.found.lines),
            footnotes=self._story(FOOTNOTES_PART, Story.FOOTNOTE),
            insertions=sum(1 for _ in self.body.iter(w("ins"), w("moveTo"))),
            deletions=sum(1 for _ in self.body.iter(w("del"), w("moveFrom"))),
            comments=self._count_comments(),
            is_signed=any(name.startswith("_xmlsignatures/") for name in self.members),
            unread=tuple(self._unread()),
            page_source=PageSource.WORD if pages.is_known else None,
        )

    def _count_comments(self) -> int:
        comments = self._part("word/comments.xml")
        return 0 if comments is None else len(comments.findall("w:comment", NAMESPACES))

    def _unread(self) -> Iterator[str]:
        if next(self.body.iter(w("altChunk")), None) is not None:
            yield "phần văn bản nhúng từ tệp khác (altChunk)"
        if next(self.body.iter(w("subDoc")), None) is not None:
            yield "văn bản con (sub-document)"

    def _story(self, part: str, story: Story) -> tuple[SeenParagraph, ...]:
        """Read a part of its own (header, footer, footnotes), apart from the body."""
        root = self._part(part)
        if root is None:
            return ()
        kept, self.found = self.found, _Found()
        place = _Place(part, story, _paragraph_indices(root), PageCounter())
        if story is Story.FOOTNOTE:
            for note in root.iterfind("w:footnote", NAMESPACES):
                if note.get(w("type")) in {None, "normal"}:
                    self._read_blocks(note, place)
        else:
            self._read_blocks(root, place)
        read, self.found = tuple(self.found.paragraphs), kept
        return read

    def _read_blocks(self, parent: etree._Element, place: _Place) -> None:
        for child in parent:
            if child.tag == w("p"):
                self._read_paragraph(child, place)
            elif child.tag == w("tbl"):
                self._read_table(child, place)
            elif child.tag == _ALTERNATE:
                choice = child.find(_CHOICE)
                if choice is not None:
                    self._read_blocks(choice, place)
            elif child.tag in {w("sdt"), w("sdtContent"), w("ins"), w("moveTo"), w("customXml"), w("smartTag")}:
                self._read_blocks(child, place)

    def _read_paragraph(self, element: etree._Element, place: _Place) -> None:
        properties = element.find("w:pPr", NAMESPACES)
        # A text box is anchored in a paragraph and read before it: a letterhead in boxes comes first on the page.
        boxes = len(self.found.paragraphs)
        for box in _text_boxes(element):
            inner = _Place(place.part, place.story, place.indices, PageCounter(), in_text_box=True)
            self._read_blocks(box, inner)
        number, level = self._number(properties)
        look = self.formatting.paragraph_look(properties, level, place.table_style)
        place.pages.begin_paragraph(on_new_page=look.page_break_before)
        text = read_runs(element, self.formatting, place.table_style, self.fields, place.pages)
        page, page_turns = place.pages.place_of_paragraph()
        style = properties.find("w:pStyle", NAMESPACES) if properties is not None else None
        index = len(self.found.paragraphs) + 1
        self.found.paragraphs.append(
            SeenParagraph(
                index=index,
                locator=Locator(place.part, place.indices[element]),
                story=place.story,
                section=self.section,
                runs=tuple(text.runs),
                style=self.formatting.style_name(style.get(w("val")) if style is not None else None),
                align=_ALIGNS.get(look.align, "left"),
                left=look.left,
                right=look.right,
                first_line=look.first_line,
                before=look.before,
                after=look.after,
                line=look.line,
                line_points=look.line_points,
                number=number,
                cell=place.cell,
                in_text_box=place.in_text_box,
                border_top=look.border_top,
                border_bottom=look.border_bottom,
                has_page_break=text.has_page_break,
                has_picture=text.has_picture,
                keep_next=look.keep_next,
                starts_page=look.page_break_before or text.breaks_before_text,
                breaks_page_after=text.breaks_after_text,
                page=page,
                page_turns=page_turns,
            )
        )
        self._set_page(range(boxes, index - 1), page)
        self.found.lines += [SeenLine(index, width) for width in drawn_lines(element)]
        section = properties.find("w:sectPr", NAMESPACES) if properties is not None else None
        if section is not None and place.story is Story.BODY:
            self.found.breaks.append((section, index + 1))
            place.pages.end_section(self.section)
            self.section += 1

    def _set_page(self, positions: range, page: int | None) -> None:
        """Put what stands in text boxes on the page of the paragraph that they are anchored in."""
        for position in positions:
            self.found.paragraphs[position] = replace(self.found.paragraphs[position], page=page)

    def _number(self, properties: etree._Element | None) -> tuple[str, etree._Element | None]:
        """Return the computed list number of a paragraph, and the properties that its list level gives it."""
        found = properties.find("w:numPr", NAMESPACES) if properties is not None else None
        style = properties.find("w:pStyle", NAMESPACES) if properties is not None else None
        if found is None:
            chain = self.formatting.chain(style.get(w("val")) if style is not None else None)
            found = next((item for one in chain if (item := one.find("w:pPr/w:numPr", NAMESPACES)) is not None), None)
        identity = found.find("w:numId", NAMESPACES) if found is not None else None
        if found is None or identity is None or identity.get(w("val")) in {None, "0"}:
            return "", None
        deep = found.find("w:ilvl", NAMESPACES)
        index = (whole_number(deep.get(w("val"))) or 0) if deep is not None else 0
        key = identity.get(w("val"), "")
        level = self.numbering.level(key, index)
        properties_of_level = level.find("w:pPr", NAMESPACES) if level is not None else None
        return self.numbering.number(key, index), properties_of_level

    def _read_table(self, element: etree._Element, place: _Place) -> None:
        style = element.find("w:tblPr/w:tblStyle", NAMESPACES)
        style_id = style.get(w("val")) if style is not None else None
        number = len(self.found.tables) + 1
        first = len(self.found.paragraphs) + 1
        position = len(self.found.tables)
        self.found.tables.append(SeenTable(number, (), has_borders=False, head_rows=0, first_paragraph=first))
        texts = []
        head_rows = 0
        for row_number, row in enumerate(_rows(element), start=1):
            head = row.find("w:trPr/w:tblHeader", NAMESPACES)
            if head is not None and head_rows == row_number - 1:
                head_rows += 1
            texts.append(tuple(self._read_row(row, number, row_number, place, style_id)))
        self.found.tables[position] = SeenTable(
            number, tuple(texts), self._has_borders(element, style_id), head_rows, first
        )

    def _read_row(
        self, row: etree._Element, table: int, row_number: int, place: _Place, style_id: str | None
    ) -> Iterator[str]:
        pages = RowPages(place.pages)
        for column, cell in enumerate(_cells(row), start=1):
            width = cell.find("w:tcPr/w:tcW", NAMESPACES)
            is_length = width is not None and width.get(w("type"), "dxa") == "dxa"
            points = length(width.get(w("w")), 1 / 20) if width is not None and is_length else None
            start = len(self.found.paragraphs)
            inner = _Place(
                place.part,
                place.story,
                place.indices,
                place.pages,
                CellPosition(table, row_number, column, points),
                style_id,
                place.in_text_box,
            )
            pages.begin_cell()
            self._read_blocks(cell, inner)
            pages.end_cell(next((one.page for one in self.found.paragraphs[start:] if one.text.strip()), None))
            yield "\n".join(paragraph.text for paragraph in self.found.paragraphs[start:])
        pages.end()

    def _has_borders(self, table: etree._Element, style_id: str | None) -> bool:
        own = table.find("w:tblPr/w:tblBorders", NAMESPACES)
        chain = self.formatting.chain(style_id) if style_id else ()
        styled = (style.find("w:tblPr/w:tblBorders", NAMESPACES) for style in chain)
        borders = own if own is not None else next((one for one in styled if one is not None), None)
        if borders is None:
            return False
        return any(border.get(w("val")) not in {None, "nil", "none"} for border in borders)


def _paragraph_indices(root: etree._Element) -> dict[etree._Element, int]:
    return {paragraph: index for index, paragraph in enumerate(root.iter(w("p")))}


def _text_boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes anchored in `paragraph` itself, of alternative contents the first."""
    for box in paragraph.iter(_TEXT_BOX):
        owner = next((up for up in box.iterancestors(w("p"))), None)
        in_fallback = any(str(up.tag).endswith("}Fallback") for up in box.iterancestors() if up is not paragraph)
        if owner is paragraph and not in_fallback:
            yield box


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == w("tr"):
            yield child
        elif child.tag in {w("sdt"), w("sdtContent"), w("ins")}:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == w("tc"):
            yield child
        elif child.tag in {w("sdt"), w("sdtContent")}:
            yield from _cells(child)
