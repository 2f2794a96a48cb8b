"""What the short elements of a document say: number and symbol, place and date, attachment, filing line, numbers.

Each `parse_…` returns `None` for what is not of that form at all; a form with faults is read as far as it goes, and
`raw` is the text as it stands, so that a rule can say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from reportgen.vietnamese import compose, parse_roman, point_index
from reportgen.vietnamese.document_symbols import DOCUMENT_CODE

_BLANK = "[\\s.…_]"
_NUMBER_LINE = re.compile(
    rf"(?P<word>[Ss][ốỐ])?\s*(?P<colon>[:;.,])?{_BLANK}*(?P<number>\d+)?{_BLANK}*(?P<stroke>[/\\-])?\s*(?P<symbol>.*)",
    re.DOTALL,
)
_SYMBOL = re.compile(r"[A-Za-zĐđƯưÔô0-9&.…\s/–—-]*")
_DAY = rf"(?P<day>\d{{1,2}})?{_BLANK}*"
_DATE_IN_WORDS = re.compile(
    rf"[Nn]gày{_BLANK}*{_DAY}tháng{_BLANK}*(?P<month>\d{{1,2}})?{_BLANK}*năm{_BLANK}*(?P<year>\d{{4}})?"
)
_DATE_IN_FIGURES = re.compile(r"(?:ngày\s*)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})")
_ATTACHMENT = re.compile(
    r"\(?\s*(?:ban hành\s+)?kèm(?: theo)?\s+(?P<kind>[^\d/(]*?)\s*(?:số\b\s*:?)?"
    r"\s*(?P<code>(?P<number>\d+)?[\s.…_]*/\s*(?P<symbol>[^\s,;)]+))?\s*,?\s*(?P<date>ngày\b.*?)?"
    r"(?:\s+của\s+(?P<issuer>.*?))?\s*\)?\s*[.;]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FILING = re.compile(
    r"(?P<dash>[-–—•+])?\s*(?P<word>[Ll]ưu)\s*(?P<colon>[:;,.])?\s*(?P<rest>.*?)\s*(?P<stop>\.)?", re.DOTALL
)
_MARK = re.compile(r"(?P<mark>[A-ZĐ][A-Za-zĐđ.]*)?\.?\s*\(?(?P<copies>\d{1,5})\s*(?:b|bản)?\)?\.?")
_KIND_BEFORE = re.compile(r"((?:[A-ZĐÁÀẢÃẠÂĂÊÔƠƯỦỨÝ][\wÀ-ỹ]*)(?: [a-zà-ỹđ]+){0,3})\s+(?:số\s*)?$")
_DATE_AFTER = re.compile(
    r"\s*,?\s*(?P<date>ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|\s*/\s*\d{1,2}\s*/\s*)\d{4})?"
    r"(?:\s+của\s+(?P<issuer>[A-ZĐÁÀẢÃẠÂĂÊÔƠƯỦỨÝ][^;.\n]*))?"
)
_LAW = re.compile(
    r"\b(?P<kind>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?P<name>[^;.\n]+?)(?=\s+(?:số|ngày|được)\b|[;.,\n]|$)"
)
_APPENDIX = re.compile(
    r"phụ lục(?:\s+(?:số\s*)?(?P<number>[ivxlc]+|\d+|[a-z]))?\s*(?:[.:–-]\s*(?P<title>.+)|\n\s*(?P<below>.+))?[.:]?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date as written; a part that is left open is `None`. `day_text` and `month_text` keep leading zeros."""

    day_text: str | None
    month_text: str | None
    year: int | None
    raw: str
    in_words: bool

    @property
    def is_open(self) -> bool:
        """Whether day, month or year is left to be filled in."""
        return self.day_text is None or self.month_text is None or self.year is None

    @property
    def value(self) -> date | None:
        """The day; `None` if it is open or there is no such day."""
        if self.day_text is None or self.month_text is None or self.year is None:
            return None
        try:
            return date(self.year, int(self.month_text), int(self.day_text))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """The line of number and symbol. `groups` are the symbol's groups between strokes and hyphens."""

    number_text: str | None
    symbol: str
    groups: tuple[str, ...]
    has_word: bool
    has_colon: bool
    has_stroke: bool
    raw: str

    @property
    def number(self) -> int | None:
        """The number; `None` if it is left open."""
        return None if self.number_text is None else int(self.number_text)


@dataclass(frozen=True, slots=True)
class ParsedPlaceDate:
    """The line of place and date; `separator` is what stands between them ("," if it is right)."""

    place: str
    separator: str
    date: ParsedDate
    raw: str


@dataclass(frozen=True, slots=True)
class ParsedAttachment:
    """The line "(Kèm theo …)"; what it does not say is `None`."""

    kind: str | None
    number_text: str | None
    symbol: str | None
    date: ParsedDate | None
    issuer: str | None
    has_parentheses: bool
    raw: str


@dataclass(frozen=True, slots=True)
class ParsedFiling:
    """The line "Lưu: VT, THH (70b)." in its parts; `copies` and `mark` are the drafter's, where they are joined to it."""

    has_dash: bool
    has_colon: bool
    has_stop: bool
    places: tuple[str, ...]
    mark: str | None
    copies: int | None
    raw: str


@dataclass(frozen=True, slots=True)
class ParsedMark:
    """A drafter's mark and number of copies: "PL.(300)", "(70)"."""

    mark: str | None
    copies: int
    raw: str


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A document named in a text: what is said of it, and where in the text its name stands."""

    kind: str | None
    number_text: str | None
    symbol: str | None
    name: str | None
    date: ParsedDate | None
    issuer: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedAppendix:
    """The label of an appendix: its number as written and its value; a title joined to the label, if there is one."""

    number_text: str | None
    number: int | None
    is_roman: bool
    title: str | None
    raw: str


class Level(IntEnum):
    """The levels into which a text is divided, from large to small."""

    PART = 1
    CHAPTER = 2
    HEADING = 3
    """"Mục 1" in a chapter."""
    SUBHEADING = 4
    """"Tiểu mục 1"."""
    SECTION = 5
    """"I." as in letters and reports."""
    ARTICLE = 6
    CLAUSE = 7
    SUBCLAUSE = 8
    """"1.1.", not of the decree but of practice."""
    POINT = 9
    DASH = 10


@dataclass(frozen=True, slots=True)
class ParsedDivision:
    """The number at the head of a paragraph: its level, the number as written, its value, and the text after it."""

    level: Level
    number_text: str
    number: int | None
    mark: str
    """What follows the number: ".", ")", ":" or nothing."""
    text: str


def parse_date_in(text: str) -> ParsedDate | None:
    """Return the first date in `text`, in words or in figures, its parts perhaps left open; `None` if it has none."""
    text = compose(text).replace("\xa0", " ")
    match = _DATE_IN_WORDS.search(text)
    in_words = match is not None
    match = match or _DATE_IN_FIGURES.search(text)
    if match is None:
        return None
    year = match["year"]
    return ParsedDate(match["day"], match["month"], int(year) if year else None, match[0].strip(), in_words)


def parse_number_symbol(text: str) -> ParsedNumber | None:
    """Return the number and symbol of a document: "Số: 05/BC-BGDĐT", "Số:      /BTTTT-THH"."""
    spaced = compose(text).replace("\xa0", " ").strip()
    match = _NUMBER_LINE.fullmatch(spaced)
    if match is None or not (match["word"] or match["number"]) or not (match["stroke"] or match["number"]):
        return None
    symbol = match["symbol"].strip()
    if not _SYMBOL.fullmatch(symbol) or (not symbol and match["number"] is None and match["stroke"] is None):
        return None
    groups = tuple(group for group in re.split(r"\s*[-–—/]\s*", symbol) if group)
    return ParsedNumber(
        number_text=match["number"],
        symbol=symbol,
        groups=groups,
        has_word=match["word"] is not None,
        has_colon=match["colon"] == ":",
        has_stroke=match["stroke"] == "/",
        raw=text,
    )


def parse_place_date(text: str) -> ParsedPlaceDate | None:
    """Return the place and date of issue: "Hà Nội, ngày 28 tháng 12 năm 2020"."""
    spaced = re.sub(r"\s+", " ", compose(text).replace("\xa0", " ")).strip()
    found = parse_date_in(spaced)
    if found is None:
        return None
    before, _, after = spaced.partition(found.raw)
    place = before.strip(" ,;:.…-–")
    if after.strip(" .;…") or len(place) > 60:
        return None
    return ParsedPlaceDate(place, before.strip()[len(place) :].strip(), found, text)


def parse_attachment(text: str) -> ParsedAttachment | None:
    """Return what "(Kèm theo Công văn số 5065/BTTTT-THH ngày … của …)" says."""
    spaced = re.sub(r"\s+", " ", compose(text).replace("\xa0", " ")).strip()
    match = _ATTACHMENT.fullmatch(spaced)
    if match is None:
        return None
    return ParsedAttachment(
        kind=match["kind"].strip() or None,
        number_text=match["number"],
        symbol=match["symbol"],
        date=parse_date_in(match["date"]) if match["date"] else None,
        issuer=(match["issuer"] or "").strip() or None,
        has_parentheses=spaced.startswith("(") and spaced.rstrip(" .;").endswith(")"),
        raw=text,
    )


def parse_filing(text: str) -> ParsedFiling | None:
    """Return the parts of the filing line: "- Lưu: VT, THH (70b)."."""
    spaced = re.sub(r"\s+", " ", compose(text).replace("\xa0", " ")).strip()
    match = _FILING.fullmatch(spaced)
    if match is None:
        return None
    rest = match["rest"]
    mark: str | None = None
    copies: int | None = None
    # "THH (70b)" and "PL.300": copies at the end, the drafter's letters with them only if they carry a stop.
    joined = re.search(r"(?:[,.;\s]\s*([A-ZĐ]{1,5})\.)?\s*\(?(\d{1,5})\s*(?:b|bản)?\)?$", rest)
    if joined is not None:
        mark, copies = joined[1], int(joined[2])
        rest = rest[: joined.start()].strip(" ,;.")
    places = tuple(place.strip() for place in re.split(r"[,;]", rest) if place.strip())
    return ParsedFiling(
        has_dash=match["dash"] is not None,
        has_colon=match["colon"] == ":",
        has_stop=match["stop"] is not None,
        places=places,
        mark=mark,
        copies=copies,
        raw=text,
    )


def parse_mark(text: str) -> ParsedMark | None:
    """Return a drafter's mark on a line of its own: "PL.(300)", "(70)"."""
    match = _MARK.fullmatch(compose(text).strip())
    return None if match is None else ParsedMark((match["mark"] or "").rstrip(".") or None, int(match["copies"]), text)


def find_citations(text: str) -> Iterator[FoundCitation]:
    """Yield the documents that `text` names by their codes or, laws and ordinances, by their names, in order."""
    text = compose(text)
    found = []
    for match in DOCUMENT_CODE.finditer(text):
        kind = _KIND_BEFORE.search(text[: match.start()])
        after = _DATE_AFTER.match(text, match.end())
        number, _, symbol = match[0].partition("/")
        day = parse_date_in(after["date"]) if after is not None and after["date"] else None
        issuer = after["issuer"] if after is not None else None
        start = kind.start() if kind is not None else match.start()
        name = kind[1] if kind is not None else None
        found.append(FoundCitation(name, number, symbol, None, day, issuer, start, match.end()))
    for match in _LAW.finditer(text):
        found.append(FoundCitation(match["kind"], None, None, match["name"], None, None, *match.span()))
    yield from sorted(found, key=lambda citation: citation.start)


def parse_appendix_label(text: str) -> ParsedAppendix | None:
    """Return the label of an appendix: "Phụ lục I", "PHỤ LỤC 02", "Phụ lục", with a title after it or not."""
    match = _APPENDIX.fullmatch(compose(text).replace("\xa0", " ").strip())
    if match is None:
        return None
    written = match["number"]
    number, is_roman = None, False
    if written is not None and written.isdigit():
        number = int(written)
    elif written is not None:
        number, is_roman = _roman(written.upper())
    title = match["title"] or match["below"]
    return ParsedAppendix(written, number, is_roman, title.strip() if title else None, text)


def _roman(text: str) -> tuple[int | None, bool]:
    try:
        return parse_roman(text), True
    except ValueError:
        return None, False


_WORDS = {
    "phần": Level.PART,
    "chương": Level.CHAPTER,
    "mục": Level.HEADING,
    "tiểu mục": Level.SUBHEADING,
    "điều": Level.ARTICLE,
}
_ORDINALS = {"thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4, "thứ năm": 5}
_WORDED = re.compile(
    r"(?P<word>phần|chương|tiểu mục|mục|điều)\s+(?P<number>[ivxlc]+|\d+[a-zđ]?|thứ (?:nhất|hai|ba|tư|năm))"
    r"\s*(?P<mark>[.:)]?)(?:\s+(?P<text>.*)|(?P<end>))",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = (
    (Level.SECTION, re.compile(r"(?P<number>[IVXLC]+)\s*(?P<mark>[.)/-])\s*(?P<text>.*)", re.DOTALL)),
    (Level.SUBCLAUSE, re.compile(r"(?P<number>\d+(?:\.\d+)+)(?P<mark>[.)]?)\s+(?P<text>.*)", re.DOTALL)),
    (Level.CLAUSE, re.compile(r"(?P<number>\d{1,3})\s?(?P<mark>[.)/])\s*(?P<text>(?!\d).*)", re.DOTALL)),
    (Level.POINT, re.compile(r"(?P<number>[a-zđ])\s?(?P<mark>[.)/])\s*(?P<text>.*)", re.DOTALL)),
    (Level.DASH, re.compile(r"(?P<number>[-–—+•*▪])(?P<mark>)\s*(?P<text>\S.*)", re.DOTALL)),
)


def parse_division(text: str) -> ParsedDivision | None:
    """Return the number with which a paragraph begins ("Điều 1.", "I.", "2.", "đ)", "-"); `None` if with none."""
    spaced = compose(text).replace("\xa0", " ").strip()
    worded = _WORDED.fullmatch(spaced)
    if worded is not None:
        level, number = _WORDS[worded["word"].lower()], worded["number"]
        return ParsedDivision(level, number, _value(level, number), worded["mark"], (worded["text"] or "").strip())
    for level, form in _PLAIN:
        if (match := form.fullmatch(spaced)) is not None:
            number = match["number"]
            return ParsedDivision(level, number, _value(level, number), match["mark"], match["text"].strip())
    return None


def _value(level: Level, number: str) -> int | None:
    if number.isdigit():
        return int(number)
    if level is Level.SUBCLAUSE:
        return int(number.rpartition(".")[2])
    if level is Level.POINT:
        try:
            return point_index(number)
        except ValueError:
            return None
    return _ORDINALS.get(number.lower(), _roman(number.upper())[0])
