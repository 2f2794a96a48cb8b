"""The closing block: the list of who receives the document, and the signer's authority, title and name."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import parse_filing, parse_mark
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_head import end_of_table
from reportgen.decree30.recognise_lines import Line, by_lane, is_rule, is_upper, lines_of
from reportgen.decree30.recognise_words import (
    is_authority,
    is_distribution,
    is_filing,
    is_person,
    is_signature,
    is_title,
)
from reportgen.decree30.seen import SeenParagraph

_BULLETS = ("-", "–", "—", "+", "•", "▪")
_LOOK_BACK = 14
_LOOK_AHEAD = 20
_SHORT = 90
_LONG = 200
_MOST_IN_BLOCK = 1500


def find_closing(paragraphs: Sequence[SeenParagraph]) -> tuple[int, int] | None:
    """Return where the closing block begins and ends among the paragraphs of a part; `None` if it has none."""
    at = next((at for at, one in enumerate(paragraphs) if _has_distribution(one)), None)
    if at is None:
        at = _find_list(paragraphs)
    if at is None:
        return _find_signature(paragraphs)
    start = _start_of_table(paragraphs, at)
    start = _walk_back(paragraphs, start)
    end = end_of_table(paragraphs, at) if paragraphs[at].cell is not None else _end_of_lines(paragraphs, at)
    return start, _walk_on(paragraphs, end) if paragraphs[at].cell is not None else end


def _has_distribution(paragraph: SeenParagraph) -> bool:
    if len(paragraph.text) > _MOST_IN_BLOCK:
        return False
    return any(is_distribution(line.text) for line in lines_of([paragraph]))


def _find_list(paragraphs: Sequence[SeenParagraph]) -> int | None:
    """Where the list of receivers begins that has a filing line but lacks the words "Nơi nhận"."""
    filing = None
    for at, paragraph in enumerate(paragraphs):
        if any(is_filing(line.text) for line in lines_of([paragraph])):
            filing = at
            break
    if filing is None or paragraphs[filing].cell is not None:
        return filing
    at = filing
    while at and paragraphs[at - 1].text.strip().startswith(_BULLETS):
        at -= 1
    return at


def _start_of_table(paragraphs: Sequence[SeenParagraph], at: int) -> int:
    cell = paragraphs[at].cell
    while cell is not None and at and (before := paragraphs[at - 1].cell) is not None and before.table == cell.table:
        at -= 1
    return at


def _end_of_lines(paragraphs: Sequence[SeenParagraph], at: int) -> int:
    """Where a block of plain lines ends: at its part's end, or where running text begins."""
    for after in range(at + 1, len(paragraphs)):
        text = paragraphs[after].text.strip()
        if len(text) > _LONG and not text.startswith(_BULLETS):
            return after
    return len(paragraphs)


def _walk_back(paragraphs: Sequence[SeenParagraph], at: int) -> int:
    """Where the block begins if the signer stands above "Nơi nhận"; text boxes are read before what they hang on."""
    start = at
    for before in range(at - 1, max(at - _LOOK_BACK, 0) - 1, -1):
        lines = list(lines_of([paragraphs[before]]))
        if not lines:
            continue
        if not all(_is_of_signer(line.text) for line in lines) or paragraphs[before].cell is not None:
            break
        if any(is_authority(line.text) or (is_title(line.text) and is_upper(line.text)) for line in lines):
            start = before
    return start


def _walk_on(paragraphs: Sequence[SeenParagraph], at: int) -> int:
    """Where the block ends if name or mark stand below the table."""
    end = at
    for after in range(at, min(at + _LOOK_AHEAD, len(paragraphs))):
        text = paragraphs[after].text.strip()
        if not text:
            continue
        if paragraphs[after].cell is not None or paragraphs[after].section != paragraphs[at - 1].section:
            break
        if not (_is_of_signer(text) or parse_mark(text) is not None):
            break
        end = after + 1
    return end


def _is_of_signer(text: str) -> bool:
    return len(text) < _SHORT and (is_authority(text) or is_title(text) or is_person(text) or is_signature(text))


def _find_signature(paragraphs: Sequence[SeenParagraph]) -> tuple[int, int] | None:
    """A closing block without "Nơi nhận": an authority or title in capitals, and a name soon below it."""
    texts = [at for at, one in enumerate(paragraphs) if one.text.strip()]
    for at in texts[-12:]:
        lines = list(lines_of([paragraphs[at]]))
        if not any(is_authority(line.text) or (is_title(line.text) and is_upper(line.text)) for line in lines):
            continue
        if any(len(line.text) > _SHORT for line in lines):
            continue
        following = [line for one in paragraphs[at:] for line in lines_of([one])][:_LOOK_AHEAD]
        if any(is_person(line.text) for line in following):
            start = _start_of_table(paragraphs, at)
            cell = paragraphs[at].cell
            return start, end_of_table(paragraphs, at) if cell is not None else len(paragraphs)
    return None


def recognise_closing(paragraphs: Sequence[SeenParagraph], claims: Claims) -> None:
    """Claim the elements of the closing block that `paragraphs` are."""
    lanes = by_lane(lines_of(paragraphs))
    for lane in lanes.values():
        _Lane(lane, claims).read()
    for paragraph in paragraphs:
        if paragraph.has_picture and not paragraph.text.strip():
            claims.add(Element.SIGNATURE, [paragraph], 0.6)


class _Lane:
    """Reads one column of a closing block from top to bottom."""

    def __init__(self, lines: Sequence[Line], claims: Claims) -> None:
        self.lines = list(lines)
        self.claims = claims
        self.at = 0
        self.titles: list[Line] = []
        has_head = any(is_distribution(line.text) for line in self.lines)
        self.in_list = not has_head and any(is_filing(line.text) for line in self.lines)
        self.signed = False
        """Whether a signer's name has gone by."""

    def read(self) -> None:
        """Claim what stands in the lane."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if is_distribution(line.text):
                self._close_signer(None)
                self._read_head(line)
            elif is_rule(line.text):
                self.claims.add_lines(Element.RULE, [line], 0.8)
                self.at += 1
            elif self.in_list and not self._begins_signer(line):
                self._read_item()
            else:
                self.in_list = False
                self._read_signer(line)
        self._close_signer(None)

    def _read_head(self, line: Line) -> None:
        self.claims.add_lines(Element.DISTRIBUTION_HEAD, [line], 0.99)
        self.in_list = True
        self.at += 1

    def _begins_signer(self, line: Line) -> bool:
        """Whether a line below the list is the signer's: in one column, list and signer may follow each other."""
        text = line.text
        if text.startswith(_BULLETS) or line.paragraph.number in _BULLETS:
            return False
        filed = self.claims.first(Element.FILING_LINE) is not None
        if is_authority(text) or is_signature(text):
            return True
        return (is_title(text) and is_upper(text)) or (filed and is_person(text))

    def _read_item(self) -> None:
        line = self.lines[self.at]
        if is_filing(line.text):
            count = self._length(filing=True)
            taken = self.lines[self.at : self.at + count]
            whole = " ".join(one.text for one in taken)
            parsed = parse_filing(whole)
            self.claims.add_lines(Element.FILING_LINE, taken, 0.98 if parsed and parsed.has_colon else 0.9)
        elif self.claims.first(Element.FILING_LINE) is not None and parse_mark(line.text) is not None:
            self.claims.add_lines(Element.DRAFTER_MARK, [line], 0.95)
            count = 1
        elif self.claims.first(Element.FILING_LINE) is not None and not self._is_item(line):
            self.claims.leave([line])
            count = 1
        else:
            count = self._length(filing=False)
            sure = self._is_item(line)
            taken = self.lines[self.at : self.at + count]
            self.claims.add_lines(Element.DISTRIBUTION_ITEM, taken, 0.97 if sure else 0.85)
        self.at += count

    @staticmethod
    def _is_item(line: Line) -> bool:
        return line.text.startswith(_BULLETS) or line.paragraph.number in _BULLETS

    def _length(self, *, filing: bool) -> int:
        """How many lines the item takes: a line without a dash goes on with it unless it ended."""
        count = 1
        for line in self.lines[self.at + 1 :]:
            ended = self.lines[self.at + count - 1].text.endswith((".", ";"))
            if ended or self._is_item(line) or is_filing(line.text) or self._begins_signer(line):
                break
            if filing and (parse_mark(line.text) is not None or line.paragraph is not self.lines[self.at].paragraph):
                break
            count += 1
        return count

    def _read_signer(self, line: Line) -> None:
        text = line.text
        self.at += 1
        if is_signature(text):
            self.claims.add_lines(Element.SIGNATURE, [line], 0.9)
        elif is_authority(text) or is_title(text):
            self.titles.append(line)
        elif is_person(text):
            self._close_signer(line)
        elif self._may_be_name(line):
            self._close_signer(line, 0.75)
        elif (is_upper(text) and not self.signed) or (self.titles and text[:1].islower()):
            self.titles.append(line)
        else:
            self.claims.leave([line])

    def _may_be_name(self, line: Line) -> bool:
        """Whether the last line of a lane is a name though its words have not all a capital: "Nguyễn văn Mẫu"."""
        words = line.text.split()
        last = self.at == len(self.lines) and self.titles and not self.signed
        return (
            bool(last) and 2 <= len(words) <= 5 and line.text[0].isupper() and all(word.isalpha() for word in words)
        )

    def _close_signer(self, name: Line | None, confidence: float = 0.97) -> None:
        """Claim the titles found so far, and the name; a last line that is no title stands for a name in capitals."""
        if name is None and len(self.titles) > 1 and not is_title(self.titles[-1].text):
            last = self.titles[-1]
            if not is_authority(last.text) and 2 <= len(last.text.split()) <= 6 and self._stands_apart(last):
                name, confidence = self.titles.pop(), 0.75
        sure = any(is_authority(line.text) or is_title(line.text) for line in self.titles)
        self.claims.add_lines(Element.SIGNING_AUTHORITY, self.titles, 0.97 if sure else 0.7)
        if name is not None:
            self.signed = True
            self.claims.add_lines(Element.SIGNER_NAME, [name], confidence if self.titles else 0.8)
        self.titles = []

    def _stands_apart(self, last: Line) -> bool:
        before = self.titles[-2].paragraph
        gap = last.paragraph.index - before.index > 1 or last.paragraph.before >= 30
        return gap or before.after >= 30 or last.paragraph.text.count("\n") >= 2
