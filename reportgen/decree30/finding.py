"""A finding: one place where a document departs from one rule, with all that a list, a comment or a mending needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportgen.decree30.rules import Level, Rule
from reportgen.decree30.seen import SeenParagraph, Story
from reportgen.problems import Language

_MOST_TEXT = 80


class Grade(StrEnum):
    """How much a finding matters: only `ERROR`, a sure departure from the decree itself, fails a check."""

    ERROR = "error"
    PRACTICE = "practice"
    AGENCY = "agency"
    NOTE = "note"

    def label(self, language: Language) -> str:
        """The word that a reader of `language` sees."""
        return _LABELS[self][0 if language == "vi" else 1]


_LABELS: Mapping[Grade, tuple[str, str]] = {
    Grade.ERROR: ("lỗi", "error"),
    Grade.PRACTICE: ("thông lệ", "practice"),
    Grade.AGENCY: ("cơ quan", "agency"),
    Grade.NOTE: ("lưu ý", "note"),
}
_OF_LEVEL = {Level.DECREE: Grade.ERROR, Level.PRACTICE: Grade.PRACTICE, Level.AGENCY: Grade.AGENCY}


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Characters `start` to `end` of the `w:p` number `paragraph` (from 0) of a part of the file, hidden ones too."""

    part: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What departs from `rule`. `paragraph` is `None` if it is about the file as a whole.

    `text` is the text concerned, `values` fill the rule's message; `unsure` makes it a note whatever the rule is.
    """

    rule: Rule
    paragraph: SeenParagraph | None
    span: TextSpan | None
    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    unsure: bool = False

    @property
    def grade(self) -> Grade:
        """How much it matters."""
        return Grade.NOTE if self.unsure or not self.rule.is_sure else _OF_LEVEL[self.rule.level]

    @property
    def number(self) -> int | None:
        """The paragraph's number in the order of the body, from 1; `None` outside the body."""
        in_body = self.paragraph is not None and self.paragraph.story is Story.BODY
        return self.paragraph.index if self.paragraph is not None and in_body else None

    @property
    def page(self) -> int | None:
        """The page that the text concerned begins on, counted from 1 through the file; `None` if it is not known."""
        if self.paragraph is None or self.span is None:
            return None
        return self.paragraph.page_at(self.span.start)

    @property
    def excerpt(self) -> str:
        """The text concerned in one line, cut if it is long."""
        line = " ".join(self.text.split())
        return line if len(line) <= _MOST_TEXT else f"{line[: _MOST_TEXT - 1]}…"

    def message(self, language: Language = "vi") -> str:
        """Return what is wrong, without a final stop."""
        return self.rule.message.of(language).format(**self.values)

    def hint(self, language: Language = "vi") -> str | None:
        """Return what to do about it, `None` where the message says it all."""
        return self.rule.hint.of(language).format(**self.values) if self.rule.hint else None

    def region(self, language: Language = "vi") -> str:
        """Return where on the page it is: the body, a cell of a table, a text box, a header."""
        return describe_region(self.paragraph, language)


def describe_region(paragraph: SeenParagraph | None, language: Language) -> str:
    """Return where on the page `paragraph` stands, in words; `None` is the document as a whole."""
    vi = language == "vi"
    if paragraph is None:
        return "cả văn bản" if vi else "the whole document"
    words = _STORIES[paragraph.story][0 if vi else 1]
    if paragraph.in_text_box:
        words = "hộp chữ" if vi else "a text box"
    if paragraph.cell is not None:
        cell = paragraph.cell
        words = (
            f"bảng {cell.table}, hàng {cell.row}, cột {cell.column}"
            if vi
            else f"table {cell.table}, row {cell.row}, column {cell.column}"
        )
    return words


_STORIES = {
    Story.BODY: ("thân văn bản", "the body"),
    Story.HEADER: ("đầu trang", "the header"),
    Story.FOOTER: ("chân trang", "the footer"),
    Story.FOOTNOTE: ("chú thích", "a footnote"),
}


def span_of(paragraph: SeenParagraph, start: int, end: int) -> TextSpan:
    """Return the span of the visible characters `start` to `end` of `paragraph`, hidden text counted in.

    A finding in the computed list number, which is not in the text, spans the paragraph's first character.
    """
    visible: list[int] = []
    position = 0
    for run in paragraph.runs:
        if not run.is_hidden:
            visible += range(position, position + len(run.text))
        position += len(run.text)
    first = visible[start] if start < len(visible) else position
    last = visible[end - 1] + 1 if 0 < end <= len(visible) else position
    return TextSpan(paragraph.locator.part, paragraph.locator.index, first, max(first, last))
