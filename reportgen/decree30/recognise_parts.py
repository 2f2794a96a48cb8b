"""The texts of a file: the document itself, its appendices, what it issues, and other documents in the same file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.decree30.elements import PartKind
from reportgen.decree30.parsed import parse_appendix_label, parse_division, parse_number_symbol
from reportgen.decree30.recognise_head import end_of_table, find_head
from reportgen.decree30.recognise_kinds import COPY_KINDS, find_kind, find_kind_beginning
from reportgen.decree30.recognise_lines import fold, is_rule, is_upper, lines_of
from reportgen.decree30.recognise_words import (
    begins_agency,
    is_attachment,
    is_filing,
    is_motto,
    is_national_name,
    is_number_line,
    is_person,
    is_place_date,
    is_title,
)
from reportgen.decree30.seen import SeenDocument, SeenParagraph

_MOST_IN_TABLE = 24
_MOST_TITLE_LINES = 8
_MOST_IN_HEAD = 16
_LONG_LABEL = 250


def find_parts(seen: SeenDocument) -> list[tuple[PartKind, int, int]]:
    """Return the texts of a file with the positions where they begin and end (not with it) among its paragraphs."""
    paragraphs = seen.paragraphs
    head = find_head(paragraphs)
    finder = _Finder(paragraphs, head[1] if head is not None else 0)
    starts = finder.starts()
    if not starts or starts[0][1] > finder.first_text:
        starts.insert(0, (PartKind.DOCUMENT, 0))
    else:
        starts[0] = (starts[0][0], 0)
    ends = [*(start for _, start in starts[1:]), len(paragraphs)]
    return [(kind, start, end) for (kind, start), end in zip(starts, ends, strict=True)]


class _Finder:
    def __init__(self, paragraphs: Sequence[SeenParagraph], after_head: int) -> None:
        self.paragraphs = paragraphs
        self.after_head = after_head
        self.first_text = next((at for at, one in enumerate(paragraphs) if one.text.strip()), len(paragraphs))
        self.pages = set(_page_starts(paragraphs))
        self.closed = False
        """Whether the closing block of the document has gone by."""

    def starts(self) -> list[tuple[PartKind, int]]:
        """Return the kinds and positions of all texts after the first, and of the first if it is no document."""
        found: list[tuple[PartKind, int]] = []
        at = self.after_head
        while at < len(self.paragraphs):
            step = self._start_at(at, found)
            if step is not None and (not found or step[1] > found[-1][1]):
                found.append(step)
            paragraph = self.paragraphs[at]
            if is_filing(paragraph.text.strip()):
                self.closed = True
            at = end_of_table(self.paragraphs, at) if self._is_table_start(at) and step is not None else at + 1
        return found

    def _is_table_start(self, at: int) -> bool:
        cell = self.paragraphs[at].cell
        before = self.paragraphs[at - 1].cell if at else None
        return cell is not None and (before is None or before.table != cell.table)

    def _start_at(self, at: int, found: Sequence[tuple[PartKind, int]]) -> tuple[PartKind, int] | None:
        paragraph = self.paragraphs[at]
        if paragraph.cell is not None:
            return self._table(at, found) if self._is_table_start(at) else None
        if not paragraph.text.strip():
            return None
        if paragraph.in_text_box:
            return None
        if self._is_label(at):
            return PartKind.APPENDIX, at
        if self._is_head_line(paragraph) and not self._in_appendix(found):
            return self._letterhead(self._walk_back_head(at), at)
        return self._attached(at, found) if is_attachment(paragraph.text.strip()) else None

    def _is_label(self, at: int) -> bool:
        paragraph = self.paragraphs[at]
        text = paragraph.text.strip()
        if len(text) > _LONG_LABEL or not fold(text).startswith("phu luc"):
            return False
        label = parse_appendix_label(text)
        if label is None:
            return False
        alone = label.title is None or "\n" in text
        evidence = (
            at in self.pages,
            paragraph.align in {"center", "right"},
            is_upper(text.splitlines()[0]) or any(run.bold for run in paragraph.runs if run.text.strip()),
            self._attachment_follows(at),
            self.closed,
        )
        # A heading of the body ("Phụ lục kèm theo:") or an entry of a list has none of these, or one by chance.
        return sum(evidence) >= (2 if alone else 3) or (alone and at in self.pages)

    def _attachment_follows(self, at: int) -> bool:
        following = (one.text.strip() for one in self.paragraphs[at + 1 : at + 12])
        texts = [text for text in following if text][:5]
        return any(text.startswith("(") and is_attachment(text) for text in texts)

    @staticmethod
    def _is_head_line(paragraph: SeenParagraph) -> bool:
        if len(paragraph.text) > 200:
            return False
        return any(is_national_name(line.text) for line in lines_of([paragraph]))

    @staticmethod
    def _in_appendix(found: Sequence[tuple[PartKind, int]]) -> bool:
        return bool(found) and found[-1][0] is PartKind.APPENDIX

    def _walk_back_head(self, at: int) -> int:
        """Where a letterhead begins whose national name is at `at`: agencies may stand above it."""
        start = at
        for before in range(at - 1, max(at - 6, self.after_head) - 1, -1):
            paragraph = self.paragraphs[before]
            text = paragraph.text.strip()
            if start in self.pages or paragraph.cell is not None or is_title(text):
                break
            if text and not (is_rule(text) or (is_upper(text) and begins_agency(text))):
                break
            if text:
                start = before
        return start

    def _letterhead(self, start: int, at: int) -> tuple[PartKind, int]:
        head = find_head(self.paragraphs[start:])
        end = start + head[1] if head is not None else at + 1
        lines = list(lines_of(self.paragraphs[start:end]))
        attached = any(is_attachment(one.text.strip()) for one in self.paragraphs[end : end + 12])
        has_number = any(is_number_line(line.text) for line in lines)
        return (PartKind.OTHER_DOCUMENT if has_number and not attached else PartKind.ISSUED_TEXT), start

    def _table(self, at: int, found: Sequence[tuple[PartKind, int]]) -> tuple[PartKind, int] | None:
        end = end_of_table(self.paragraphs, at)
        if end - at > _MOST_IN_TABLE * 2:
            return None
        lines = list(lines_of(self.paragraphs[at:end]))
        if len(lines) > _MOST_IN_TABLE:
            return None
        has_name = any(is_national_name(line.text) or is_motto(line.text) for line in lines)
        numbers = [parse_number_symbol(line.text) for line in lines if is_number_line(line.text)]
        is_headed = bool(numbers) or any(is_place_date(line.text) for line in lines)
        if is_headed and any(find_kind(line.text) in COPY_KINDS for line in lines):
            return PartKind.COPY, at
        if not has_name:
            return None
        is_own = any(number is not None and number.number is not None for number in numbers)
        if self._in_appendix(found) and not is_own:
            return None
        return self._letterhead(at, at)

    def _attached(self, at: int, found: Sequence[tuple[PartKind, int]]) -> tuple[PartKind, int] | None:
        """A text that only its line "(Kèm theo …)" shows to be one: its title stands above."""
        paragraph = self.paragraphs[at]
        text = paragraph.text.strip()
        stands_out = paragraph.align == "center" or any(run.italic for run in paragraph.runs)
        if not text.startswith("(") or not (stands_out or self.closed):
            return None
        start, lines = at, 0
        for before in range(at - 1, -1, -1):
            own = self.paragraphs[before]
            if (start in self.pages and lines) or own.cell is not None:
                break
            if own.text.strip():
                if not self._is_title_line(own) or lines == _MOST_TITLE_LINES:
                    break
                start, lines = before, lines + 1
        if not lines or (found and start <= found[-1][1]) or start < self.after_head or not self._may_attach(start):
            return None
        # The line of a text that has been found, by its label or its letterhead, stands soon below these.
        if found and start not in self.pages and self._texts(found[-1][1], at) <= _MOST_IN_HEAD:
            return None
        first = next(lines_of([self.paragraphs[start]])).text
        issued = find_kind(first) or (is_upper(first) and find_kind_beginning(first))
        return (PartKind.ISSUED_TEXT if issued else PartKind.APPENDIX), start

    def _texts(self, start: int, end: int) -> int:
        return sum(1 for paragraph in self.paragraphs[start:end] if paragraph.text.strip())

    def _may_attach(self, start: int) -> bool:
        return start in self.pages or self.closed or start == self.first_text

    def _is_title_line(self, paragraph: SeenParagraph) -> bool:
        text = paragraph.text.strip()
        if is_person(text) or is_title(text) or is_filing(text) or parse_division(text) is not None:
            return False
        # Below the closing block only titles stand before the line "(Kèm theo …)", wherever they are set.
        return paragraph.align == "center" or is_upper(text) or (self.closed and len(text) < _LONG_LABEL)


def _page_starts(paragraphs: Sequence[SeenParagraph]) -> Iterator[int]:
    """Yield the positions of the paragraphs with text that begin a page by a break, or a section."""
    fresh = True
    section = 0
    for at, paragraph in enumerate(paragraphs):
        fresh = fresh or paragraph.section != section or paragraph.starts_page
        section = paragraph.section
        if paragraph.text.strip() and fresh:
            yield at
            fresh = paragraph.breaks_page_after
        else:
            fresh = fresh or paragraph.breaks_page_after
