"""Files that hold several documents, each with its own letterhead: taken apart, so that each is checked alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.decree30.elements import PartKind, RecognisedDocument
from reportgen.decree30.finding import Finding
from reportgen.decree30.seen import SeenDocument, SeenParagraph, SeenSection


def split_documents(recognised: RecognisedDocument) -> tuple[SeenDocument, ...]:
    """Return the documents that a file holds, each numbered from 1 as if it were a file of its own."""
    seen = recognised.seen
    others = [part.first_paragraph for part in recognised.parts if part.kind is PartKind.OTHER_DOCUMENT]
    firsts = sorted({1, *others})
    ends = [*firsts[1:], len(seen.paragraphs) + 1]
    return tuple(_document(seen, first, end) for first, end in zip(firsts, ends, strict=True))


def _document(seen: SeenDocument, first: int, end: int) -> SeenDocument:
    """Return the document of the paragraphs `first` to `end` (not with it)."""
    sections = _sections(seen.sections, first, end)
    tables = [table for table in seen.tables if first <= table.first_paragraph < end]
    first_section = sections[0].index if sections else 1
    first_table = tables[0].index if tables else 1
    return replace(
        seen,
        paragraphs=tuple(
            _moved(paragraph, first - 1, first_section - 1, first_table - 1)
            for paragraph in seen.paragraphs[first - 1 : end - 1]
        ),
        sections=tuple(
            replace(
                section,
                index=section.index - first_section + 1,
                first_paragraph=max(section.first_paragraph - first + 1, 1),
            )
            for section in sections
        ),
        tables=tuple(
            replace(table, index=table.index - first_table + 1, first_paragraph=table.first_paragraph - first + 1)
            for table in tables
        ),
        lines=tuple(
            replace(line, paragraph=line.paragraph - first + 1)
            for line in seen.lines
            if first <= line.paragraph < end
        ),
        # Which footnote belongs to which document is not known.
        footnotes=seen.footnotes if first == 1 else (),
    )


def _sections(sections: Sequence[SeenSection], first: int, end: int) -> Sequence[SeenSection]:
    starts = [section.first_paragraph for section in sections]
    begin = max(bisect_right(starts, first) - 1, 0)
    return [section for section in sections[begin:] if section.first_paragraph < end]


def _moved(paragraph: SeenParagraph, index: int, section: int, table: int) -> SeenParagraph:
    cell = paragraph.cell and replace(paragraph.cell, table=paragraph.cell.table - table)
    return replace(paragraph, index=paragraph.index - index, section=paragraph.section - section, cell=cell)


def put_back(findings: Iterable[Finding], seen: SeenDocument) -> tuple[Finding, ...]:
    """Return the findings of single documents at their places in the file `seen` that holds them all."""
    whole = {paragraph.locator: paragraph for paragraph in seen.paragraphs}
    return tuple(
        replace(finding, paragraph=whole.get(finding.paragraph.locator, finding.paragraph))
        if finding.paragraph is not None
        else finding
        for finding in findings
    )
