"""The letterhead: national name, motto, agencies, number and symbol, place and date, stamps, a dispatch's abstract.

It may stand in tables, be parted by tabs or wide gaps, stand in text boxes or line below line. Sides are not trusted:
what a line is follows from its wording, and from the lines before it in its column.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.decree30.elements import Element
from reportgen.decree30.parsed import parse_number_symbol, parse_place_date
from reportgen.decree30.recognise_claims import Claims
from reportgen.decree30.recognise_kinds import COPY_KINDS, find_kind, find_kind_beginning
from reportgen.decree30.recognise_lines import Line, by_lane, fold, is_rule, is_upper, lines_of
from reportgen.decree30.recognise_words import (
    MOTTO,
    NATIONAL_NAME,
    begins_agency,
    begins_place,
    is_addressees,
    is_attachment,
    is_circulation,
    is_dispatch_abstract,
    is_motto,
    is_national_name,
    is_number_line,
    is_piece_of_national_name,
    is_place_before_date,
    is_place_date,
    is_recital,
    is_secrecy,
    is_unfinished,
    is_urgency,
)
from reportgen.decree30.seen import SeenParagraph

_MOST_BEFORE = 12
"""So many paragraphs with text may stand before a letterhead (stamps, what a web page adds); more, and it is none."""
_MOST_IN_TABLE = 24
_LONG_LINE = 80


def is_anchor(line: Line) -> bool:
    """Say whether a line can only stand in a letterhead."""
    text = line.text
    return is_national_name(text) or is_motto(text) or is_number_line(text) or is_place_date(text)


def find_head(paragraphs: Sequence[SeenParagraph]) -> tuple[int, int] | None:
    """Return where the letterhead begins and ends among the paragraphs of a part; `None` if it has none."""
    start: int | None = None
    end = at = skipped = 0
    anchors: set[str] = set()
    while at < len(paragraphs):
        paragraph = paragraphs[at]
        stop = end_of_table(paragraphs, at) if paragraph.cell is not None else at + 1
        group = paragraphs[at:stop]
        lines = list(lines_of(group))
        if not lines:
            at = stop
            continue
        new = _anchors(lines)
        if new - anchors if paragraph.cell is None else new and len(lines) <= _MOST_IN_TABLE * 2:
            anchors |= new
            start = at if start is None else start
            end = stop
        elif start is not None and not _goes_on(lines, paragraphs[end - 1], anchors, near=at - end <= 1):
            break
        elif start is not None:
            end = stop
        elif _may_begin(lines):
            start, end = at, stop
        else:
            skipped += 1
            if skipped > _MOST_BEFORE or paragraph.cell is not None:
                break
        at = stop
        if not anchors and start is not None and end - start > _MOST_BEFORE:
            break
    sure = bool(anchors & {"national", "motto", "number"}) or {"copy", "date"} <= anchors
    return (start, end) if start is not None and sure else None


def end_of_table(paragraphs: Sequence[SeenParagraph], at: int) -> int:
    """Return the position after the table in which the paragraph at `at` is."""
    cell = paragraphs[at].cell
    table = cell.table if cell is not None else 0
    while at < len(paragraphs) and (own := paragraphs[at].cell) is not None and own.table == table:
        at += 1
    return at


def _anchors(lines: Sequence[Line]) -> set[str]:
    found: set[str] = set()
    before = ""
    for line in lines:
        text = line.text
        if is_national_name(text) or (before and is_piece_of_national_name(text, before)):
            found.add("national")
        if is_motto(text):
            found.add("motto")
        if is_number_line(text):
            found.add("number")
        elif is_place_date(text):
            found.add("date")
        elif find_kind(text) in COPY_KINDS:
            found.add("copy")
        before = f"{before} {text}" if is_piece_of_national_name(text, before) else ""
    return found


def _may_begin(lines: Sequence[Line]) -> bool:
    """Whether lines without an anchor may begin a letterhead: agencies, stamps, part of the national name."""
    return lines[0].paragraph.cell is None and all(
        is_rule(line.text)
        or (is_upper(line.text) and (begins_agency(line.text) or is_piece_of_national_name(line.text, "")))
        or _stamp(line.text) is not None
        for line in lines
    )


def _goes_on(lines: Sequence[Line], last: SeenParagraph, anchors: set[str], *, near: bool) -> bool:
    text = lines[0].text
    if lines[0].paragraph.cell is not None or any(_ends_head(line.text) for line in lines):
        return False
    if all(is_rule(line.text) or _stamp(line.text) or is_dispatch_abstract(line.text) for line in lines):
        return True
    # Agencies may stand below the national name only where all is line below line.
    if last.cell is None and not {"number", "national"} <= anchors and is_upper(text) and len(text) < _LONG_LINE:
        return find_kind_beginning(text) is None
    if is_place_before_date(text):
        return True
    # An abstract of a dispatch that goes on below; the body would be longer, or further in.
    goes_on_below = near and len(text) < _LONG_LINE and not is_upper(text) and lines[0].paragraph.align != "justify"
    last_lines = list(lines_of([last]))
    return goes_on_below and bool(last_lines) and _in_abstract(last_lines[-1]) and lines[0].paragraph.first_line <= 0


def _in_abstract(line: Line) -> bool:
    return is_dispatch_abstract(line.text) or not (is_anchor(line) or is_rule(line.text) or is_upper(line.text))


def _ends_head(text: str) -> bool:
    return is_addressees(text) or is_attachment(text) or is_recital(text) or find_kind(text) is not None


def _stamp(text: str) -> Element | None:
    if is_urgency(text):
        return Element.URGENCY
    if is_secrecy(text):
        return Element.SECRECY
    return Element.CIRCULATION if is_circulation(text) else None


def recognise_head(paragraphs: Sequence[SeenParagraph], claims: Claims) -> None:
    """Claim the elements of the letterhead that `paragraphs` are."""
    agencies: list[Line] = []
    for lane in by_lane(lines_of(paragraphs)).values():
        agencies += _Lane(lane, claims).read()
    _claim_agencies(agencies, claims)
    for paragraph in paragraphs:
        if not paragraph.text.strip() and (paragraph.border_top or paragraph.border_bottom):
            claims.add(Element.RULE, [paragraph], 0.97)


class _Lane:
    """Reads one column of a letterhead from top to bottom."""

    def __init__(self, lines: Sequence[Line], claims: Claims) -> None:
        self.lines = list(lines)
        self.claims = claims
        self.agencies: list[Line] = []
        self.at = 0

    def read(self) -> list[Line]:
        """Claim what stands in the lane and return the lines of agencies' names."""
        while self.at < len(self.lines):
            self._read_line()
        return self.agencies

    def _read_line(self) -> None:
        line = self.lines[self.at]
        text = line.text
        stamp = _stamp(text)
        if is_rule(text):
            self._take(Element.RULE, 1, 0.95)
        elif count := self._national_lines():
            whole = " ".join(one.text for one in self.lines[self.at : self.at + count])
            self._take(Element.NATIONAL_NAME, count, 0.99 if fold(whole) == NATIONAL_NAME else 0.9)
        elif is_motto(text):
            self._take(Element.MOTTO, 1, 0.99 if fold(text) == MOTTO else 0.9)
        elif stamp is not None:
            self._take(stamp, 1, 0.95)
        elif is_number_line(text):
            parsed = parse_number_symbol(text)
            sure = parsed is not None and parsed.has_word and parsed.has_stroke
            self._take(Element.NUMBER_SYMBOL, 1, 0.98 if sure else 0.85)
        elif count := self._date_lines():
            whole = " ".join(one.text for one in self.lines[self.at : self.at + count])
            self._take(Element.PLACE_DATE, count, 0.98 if parse_place_date(whole) else 0.85)
        elif find_kind(text) in COPY_KINDS:
            self._take(Element.KIND_NAME, 1, 0.95)
        elif is_dispatch_abstract(text):
            self._take(Element.DISPATCH_ABSTRACT, self._abstract_length(), 0.97)
        elif self._is_bare_abstract(line):
            self._take(Element.DISPATCH_ABSTRACT, self._abstract_length(), 0.75)
        elif self._is_agency(line):
            self.agencies.append(line)
            self.at += 1
        else:
            self.claims.leave([line])
            self.at += 1

    def _take(self, element: Element, count: int, confidence: float) -> None:
        self.claims.add_lines(element, self.lines[self.at : self.at + count], confidence)
        self.at += count

    def _national_lines(self) -> int:
        if is_national_name(self.lines[self.at].text):
            return 1
        before = ""
        for count, line in enumerate(self.lines[self.at : self.at + 4], start=1):
            before = f"{before} {line.text}".strip()
            if is_national_name(before):
                return count
            if not is_piece_of_national_name(before, ""):
                return 0
        return 0

    def _date_lines(self) -> int:
        for count in (1, 2, 3):
            lines = self.lines[self.at : self.at + count]
            if len(lines) == count and is_place_date(" ".join(line.text for line in lines)):
                # "Hà Nội," is the beginning of a date only if the date stands below it.
                first = lines[0].text
                if count == 1 or is_place_before_date(first) or first.startswith("ngày"):
                    return count
        return 0

    def _abstract_length(self) -> int:
        count = 1
        upper = is_upper(self.lines[self.at].text)
        for line in self.lines[self.at + 1 :]:
            if is_place_before_date(line.text) and line.lane[0] != "cell":
                break
            if (
                is_rule(line.text)
                or is_anchor(line)
                or (is_upper(line.text) and not upper)
                or _stamp(line.text) is not None
            ):
                break
            count += 1
        return count

    def _is_bare_abstract(self, line: Line) -> bool:
        """Whether a line right below the number in its cell is an abstract without "V/v"."""
        above = self.lines[self.at - 1] if self.at else None
        if line.lane[0] != "cell" or above is None or not is_number_line(above.text):
            return False
        return line.text[:1].isalpha() and not is_upper(line.text) and "dự thảo" not in line.text.lower()

    def _is_agency(self, line: Line) -> bool:
        if is_upper(line.text) or begins_agency(line.text):
            return True
        # A name's line in small letters is still one between others, but not below the number.
        return bool(self.agencies) and self.claims.first(Element.NUMBER_SYMBOL) is None


def _claim_agencies(lines: Sequence[Line], claims: Claims) -> None:
    names = _names(lines)
    if not names:
        return
    sure = all(begins_agency(name[0].text) for name in names)
    parents = [line for name in names[:-1] for line in name]
    claims.add_lines(Element.PARENT_AGENCY, parents, 0.95 if sure else 0.8)
    claims.add_lines(Element.ISSUING_AGENCY, names[-1], 0.97 if sure else 0.85)


def _names(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each agency's name: a new name begins with the head word of one, or where bold type begins."""
    names: list[list[Line]] = []
    for line in lines:
        if names and not _begins_name(line, names[-1]):
            names[-1].append(line)
        else:
            names.append([line])
    return names


def _begins_name(line: Line, name: Sequence[Line]) -> bool:
    if is_unfinished(name[-1].text):
        return False
    if line.is_bold != name[-1].is_bold:
        return not begins_place(line.text)
    return begins_agency(line.text) and find_kind_beginning(line.text) is None
