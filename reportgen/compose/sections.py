"""The numbered parts of a content: Phần, Chương, mục, Điều, khoản, điểm, in the forms of Decree 30 (II.6.đ)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reportgen.compose.blocks import lead_in
from reportgen.document import Blocks, Heading, Landscape, Mark, Paragraph, Role, Table, text
from reportgen.model.administrative_parts import Numbering, Section, TableInput
from reportgen.model.input_model import KeyPath
from reportgen.vietnamese import point_letter, roman, upper_vi


class _Level(Enum):
    PART = auto()
    CHAPTER = auto()
    SECTION = auto()
    ARTICLE = auto()
    CLAUSE = auto()
    POINT = auto()
    DASH = auto()
    PLUS = auto()


_LEVELS: Mapping[Numbering, tuple[_Level, ...]] = {
    Numbering.SECTIONS: (_Level.SECTION, _Level.CLAUSE, _Level.POINT, _Level.DASH, _Level.PLUS),
    Numbering.CLAUSES: (_Level.CLAUSE, _Level.POINT, _Level.DASH, _Level.PLUS),
    Numbering.ARTICLES: (_Level.ARTICLE, _Level.CLAUSE, _Level.POINT, _Level.DASH, _Level.PLUS),
    Numbering.CHAPTERS: (_Level.CHAPTER, _Level.ARTICLE, _Level.CLAUSE, _Level.POINT, _Level.DASH, _Level.PLUS),
    Numbering.PARTS: (_Level.PART, _Level.SECTION, _Level.CLAUSE, _Level.POINT, _Level.DASH, _Level.PLUS),
}


@dataclass(slots=True)
class SectionComposer:
    """Composes the sections of one text; articles are counted through all of it, other levels within their parent."""

    narratives: Mapping[KeyPath, Blocks]
    compose_table: Callable[[TableInput], Table]
    articles: int = 0

    def compose(self, sections: Sequence[Section], numbering: Numbering, path: KeyPath) -> Blocks:
        """Return the blocks of `sections`, which stand in the input at `path`."""
        return self._compose(sections, _LEVELS[numbering], path)

    def _compose(self, sections: Sequence[Section], levels: tuple[_Level, ...], path: KeyPath) -> Blocks:
        blocks: Blocks = ()
        for index, section in enumerate(sections):
            blocks += self._section(section, index + 1, levels, (*path, index))
        return blocks

    def _section(self, section: Section, number: int, levels: tuple[_Level, ...], path: KeyPath) -> Blocks:
        level = levels[0]
        if level is _Level.ARTICLE:
            self.articles += 1
            number = self.articles
        content = self.narratives.get((*path, "noi_dung"), ())
        blocks = _opening(level, number, section.title, content)
        if section.table is not None:
            blocks += (self.compose_table(section.table),)
        if section.children:
            # Deeper than the levels reach, the last one goes on.
            blocks += self._compose(section.children, levels[1:] or levels, (*path, "con"))
        return (Landscape(blocks),) if section.is_landscape else blocks


def _opening(level: _Level, number: int, title: str | None, content: Blocks) -> Blocks:
    match level:
        case _Level.PART | _Level.CHAPTER:
            word = "Phần" if level is _Level.PART else "Chương"
            named = (Paragraph(Role.PART_TITLE, text(upper_vi(title))),) if title else ()
            return (Paragraph(Role.PART_NUMBER, text(f"{word} {roman(number)}")), *named, *content)
        case _Level.SECTION:
            if title:
                return (Heading(1, f"{roman(number)}.", text(upper_vi(title))), *content)
            return lead_in(text(f"{roman(number)}. ", Mark.BOLD), content)
        case _Level.ARTICLE:
            if title:
                return (Paragraph(Role.ARTICLE, text(f"Điều {number}. {title}")), *content)
            return lead_in(text(f"Điều {number}. ", Mark.BOLD), content)
        case _Level.CLAUSE:
            return (
                (Heading(2, f"{number}.", text(title)), *content) if title else lead_in(text(f"{number}. "), content)
            )
        case _Level.POINT:
            letter = f"{point_letter(number)})"
            return (Heading(3, letter, text(title)), *content) if title else lead_in(text(f"{letter} "), content)
        case _Level.DASH | _Level.PLUS:
            mark = "- " if level is _Level.DASH else "+ "
            titled = text(f"{mark}{title}: ") if title and content else text(f"{mark}{title or ''}")
            return lead_in(titled, content)
