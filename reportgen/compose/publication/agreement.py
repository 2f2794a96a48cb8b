"""Do the words of an overview agree with the figures? Read from the finished text, sentence by sentence.

Every sentence has to be of a form that is known, and everything that it says is held against figures which
`agreement_figures` works out anew. A sentence that cannot be read is a fault as well: there is nothing in an overview
that nobody looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from reportgen.compose.publication import agreement_forms, agreement_forms_change
from reportgen.compose.publication.agreement_figures import GroupFigures, ScoreTable, mean, round_half_up
from reportgen.compose.publication.agreement_reading import SCORE, Said, Vocabulary, read_number
from reportgen.compose.publication.content import PublicationPart
from reportgen.document import Block, Blocks, Heading, Inlines, ListItem, Paragraph, RowKind, Table
from reportgen.document.printed import print_blocks, print_inlines
from reportgen.problems import ReportgenError

_FORMS = (*agreement_forms.FORMS.found, *agreement_forms_change.FORMS.found)
_UNKNOWN = "chưa có số liệu"
_END = re.compile(r"[.:](?= |$)")
_NUMBER, _SCORE = re.compile(r"\d+"), re.compile(SCORE)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place where words and figures do not agree: the words as printed, and what about them does not."""

    words: str
    reason: str


class DisagreementError(ReportgenError):
    """Generated words do not agree with the figures: a fault of the program, never of the input."""

    def __init__(self, found: tuple[Disagreement, ...]) -> None:
        self.found = found
        super().__init__("; ".join(f"“{fault.words}”: {fault.reason}" for fault in found))


def check_statements(blocks: Blocks, part: PublicationPart) -> tuple[Disagreement, ...]:
    """Return where the words of an overview of `part` do not agree with its figures; nothing if all is well.

    `blocks` are those of `compose_overview`, without anything that others wrote.
    """
    found: list[Disagreement] = []
    checkers = {
        f"{part.key}_tong_quan_{result.group.key}": _Checker(GroupFigures(part, result)) for result in part.results
    }
    for anchor, section in _sections(blocks, checkers):
        if anchor is None:
            found += [Disagreement(print_blocks([block]), "không thuộc nhóm nào") for block in section]
        else:
            found += checkers[anchor].check(section)
    for checker in checkers.values():
        found += checker.check_whole()
    return tuple(found)


def require_agreement(blocks: Blocks, part: PublicationPart) -> None:
    """Raise `DisagreementError` if `check_statements` finds anything."""
    if found := check_statements(blocks, part):
        raise DisagreementError(found)


def _sections(blocks: Blocks, anchors: dict[str, _Checker]) -> Iterator[tuple[str | None, list[Block]]]:
    """Cut `blocks` at the headings of groups: each group's anchor with what follows it."""
    current: str | None = None
    named: list[tuple[str | None, Block]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.anchor in anchors:
            current = block.anchor
        named.append((current, block))
    for anchor, section in groupby(named, key=lambda item: item[0]):
        yield anchor, [block for _, block in section]


class _Checker:
    """Reads the blocks of one group."""

    def __init__(self, figures: GroupFigures) -> None:
        self.figures = figures
        self.vocabulary = Vocabulary(figures)
        self.pillars: list[str] = []
        self.movers: dict[str, list[int]] = {}
        self.lead = ""
        self.opened = False

    def check(self, blocks: list[Block]) -> Iterator[Disagreement]:
        """Yield what does not agree in `blocks`."""
        for block in blocks:
            match block:
                case Heading(_, _, inlines):
                    yield from self._check_heading(print_inlines(inlines))
                case Paragraph(_, inlines):
                    yield from self._check_sentences(inlines)
                case ListItem(_, inlines):
                    yield from self._check_words(re.sub(r"[;.]$", ".", print_inlines(inlines)))
                case Table():
                    yield from self._check_table(block)
                case _:
                    yield Disagreement(print_blocks([block]), "không phải là câu, mục hay bảng")

    def check_whole(self) -> Iterator[Disagreement]:
        """Yield what is wrong with lists as wholes: a pillar left out, somebody who moved more than those named."""
        if not self.opened:
            yield Disagreement(self.figures.result.group.name, "không nói bao nhiêu đơn vị được xếp hạng")
        if self.pillars and sorted(self.pillars) != sorted(self.figures.pillars):
            yield Disagreement(", ".join(self.pillars), "thiếu trụ cột")
        won = list(self.figures.places_won().values()) if self.movers else []
        for word, places in self.movers.items():
            sign = 1 if word == "tăng" else -1
            others = sorted((sign * moved for moved in won), reverse=True)[: len(places)]
            if others != sorted(places, reverse=True):
                yield Disagreement(f"{word} hạng nhiều nhất", "còn đơn vị thay đổi nhiều hơn")

    def _check_heading(self, words: str) -> Iterator[Disagreement]:
        part, group = self.figures.part, self.figures.result.group
        years = {str(part.year), *(str(edition.year) for edition in part.earlier)}
        title = f"{part.title} {part.unit_noun} {group.name} {group.short_name}"
        for number in _NUMBER.findall(words):
            if number not in years and number not in title:
                yield Disagreement(words, f"không có số {number}")

    def _check_sentences(self, inlines: Inlines) -> Iterator[Disagreement]:
        yield from self._check_words(print_inlines(inlines))

    def _check_words(self, words: str) -> Iterator[Disagreement]:
        """Read `words` from sentence to sentence; what comes after one that cannot be read is not read either."""
        start = 0
        while start < len(words):
            # A point may belong to a name ("TP. Huế"): the sentence ends at the first one that makes it readable.
            for end in (match.end() for match in _END.finditer(words, start)):
                sentence = words[start:end]
                if readings := self._read(sentence):
                    break
            else:
                yield Disagreement(words[start:], "không đọc được")
                return
            said, wrong = min(readings, key=lambda reading: len(reading[1]))
            yield from (Disagreement(sentence, f"không khớp: {label}") for label in wrong)
            if said.has("places") and self.lead and said.word("word") != self.lead:
                yield Disagreement(sentence, "không thuộc danh sách này")
            self._remember(sentence, said)
            start = end + 1

    def _read(self, sentence: str) -> list[tuple[Said, list[str]]]:
        """Every way to read `sentence`, each with what of it does not agree; names may make several possible."""
        return [
            (said, [label for label, agrees in form.verify(self.figures, said) if not agrees])
            for form in _FORMS
            if (said := self.vocabulary.read(form.template, sentence))
        ]

    def _remember(self, sentence: str, said: Said) -> None:
        if sentence.startswith("Năm "):
            self.opened = True
        if said.has("lead"):
            self.lead = said.word("lead").lower()
        if said.has("pillar"):
            self.pillars.append(said.word("pillar"))
        if said.has("places") and said.has("unit"):
            self.movers.setdefault(said.word("word"), []).append(int(said.number("places") or 0))

    def _check_table(self, table: Table) -> Iterator[Disagreement]:
        """Hold every cell of the summary against the ranking of its row."""
        caption = print_inlines(table.caption.inlines) if table.caption else ""
        part = self.figures.part
        said = re.search(rf"\bnăm (\d{{4}}) của ([\d.]+) {re.escape(part.unit_noun)}", caption)
        wanted = [part.year, len(self.figures.total.units)]
        if not said or [read_number(words) for words in said.groups()] != wanted:
            yield Disagreement(caption, "không khớp: năm và số đơn vị của bảng")
        heads = [_cell_words(cell.blocks) for cell in table.head[0].cells]
        tables: dict[str, ScoreTable | None] = dict(self.figures.indices)
        seen: list[str] = []
        for row in table.body:
            cells = [_cell_words(cell.blocks) for cell in row.cells]
            if row.kind is RowKind.GROUP:
                tables = dict(self.figures.pillars) if cells[0] == "Trụ cột" else dict(self.figures.indices)
                continue
            seen.append(cells[0])
            if cells[0] not in tables:
                yield Disagreement(" | ".join(cells), "không có chỉ số này")
                continue
            expected = self._summary(tables[cells[0]])
            for head, cell in zip(heads[1:], cells[1:], strict=True):
                if not expected[head](cell):
                    yield Disagreement(" | ".join(cells), f"không khớp: {head}")
        if seen != [*self.figures.pillars, *self.figures.indices]:
            yield Disagreement(caption, "bảng thiếu hoặc thừa chỉ số")

    def _summary(self, table: ScoreTable | None) -> dict[str, Callable[[str], bool]]:
        """What each column of the summary has to say of a ranking, by the column's title."""
        units = len(self.figures.total.units)
        scores = table.scores.values() if table else ()
        known = {
            "Số đơn vị có số liệu": lambda cell: [read_number(w) for w in cell.split("/")] == [len(scores), units]
        }
        if table is None or not scores:
            return known | dict.fromkeys(("Trung bình", "Cao nhất", "Đơn vị dẫn đầu", "Thấp nhất"), _UNKNOWN.__eq__)
        leaders = table.of_rank(1)
        said = Said({}, self.vocabulary)
        return known | {
            "Trung bình": _prints(mean(scores)),
            "Cao nhất": _prints(max(scores)),
            "Đơn vị dẫn đầu": lambda cell: replace(said, slots={"party": cell}).is_party("party", table, leaders),
            "Thấp nhất": _prints(min(scores)),
        }


def _prints(value: Fraction) -> Callable[[str], bool]:
    return lambda cell: bool(_SCORE.fullmatch(cell)) and read_number(cell) == round_half_up(value, 4)


def _cell_words(blocks: tuple[Block, ...]) -> str:
    return " ".join(print_inlines(block.inlines) for block in blocks if isinstance(block, Paragraph))
