"""The head of an appendix: its label, its title, and the line that says with which document it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import parse_appendix_label
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_lines import is_rule, is_upper, lines_of
from reportgen.decree30.recognise_opening import LONG_TITLE, Opening, is_boxed
from reportgen.decree30.recognise_words import is_addressees, is_attachment
from reportgen.decree30.seen import SeenParagraph


def recognise_appendix_head(paragraphs: Sequence[SeenParagraph], claims: Claims) -> int:
    """Claim the head of an appendix and what opens it. Return where its body begins among `paragraphs`."""
    head = _AppendixHead(paragraphs, claims)
    head.read_head()
    head.read_rest()
    return head.at


class _AppendixHead(Opening):
    def read_head(self) -> None:
        """Claim the label, the title and the line "(Kèm theo …)" of an appendix, in whatever order."""
        self.skip_rules()
        if self.at >= len(self.paragraphs):
            return
        title = self._read_label()
        attachment = self._attachment_ahead()
        while not self.skip_rules() and self.at < len(self.paragraphs):
            if self.read_attachment():
                continue
            if not self._is_title(self.at, attachment):
                break
            title.append(self.paragraphs[self.at])
            self.at += 1
        self.claims.add(Element.APPENDIX_TITLE, title, 0.96 if attachment is not None else 0.9)

    def _read_label(self) -> list[SeenParagraph]:
        paragraph = self.paragraphs[self.at]
        lines = list(lines_of([paragraph]))
        label = parse_appendix_label(lines[0].text)
        if label is None:
            return []
        self.at += 1
        if label.title is not None and label.title in lines[0].text:
            # "Phụ lục I. DANH MỤC …" on one line: the title begins within it.
            first, begin = lines[0], lines[0].start + lines[0].text.rindex(label.title)
            label_text = first.text[: begin - first.start].rstrip()
            label_line = replace(first, text=label_text, end=first.start + len(label_text))
            lines[:1] = [label_line, replace(first, text=label.title, start=begin)]
        sure = paragraph.align == "center" and label.title is None
        self.claims.add_lines(Element.APPENDIX_LABEL, lines[:1], 0.97 if sure else 0.9)
        rest = [line for line in lines[1:] if not is_rule(line.text)]
        attached = next((at for at, line in enumerate(rest) if is_attachment(line.text)), len(rest))
        self.claims.add_lines(Element.APPENDIX_ATTACHMENT, rest[attached:], 0.95)
        self.claims.add_lines(Element.APPENDIX_TITLE, rest[:attached], 0.93)
        return []

    def _attachment_ahead(self) -> int | None:
        at = self.next_text(self.at)
        for _ in range(8):
            if at >= len(self.paragraphs) or self.paragraphs[at].cell is not None:
                return None
            if is_attachment(self.text_at(at)) and self.text_at(at).startswith("("):
                return at
            at = self.next_text(at + 1)
        return None

    def _is_title(self, at: int, attachment: int | None) -> bool:
        paragraph, text = self.paragraphs[at], self.text_at(at)
        if paragraph.cell is not None or is_boxed(paragraph):
            return False
        if attachment is not None and at < attachment:
            return True
        if self.is_division(at) or len(text) > LONG_TITLE or is_addressees(text):
            return False
        return (paragraph.align == "center" and (is_upper(text) or attachment is None)) or (
            is_upper(text) and self.claims.first(Element.APPENDIX_TITLE) is None
        )
