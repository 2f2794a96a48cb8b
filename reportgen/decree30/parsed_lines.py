"""What the short elements of a document say: number and symbol, place and date, attachment, filing line, numbers.

Each `parse_…` returns `None` for what is not of that form at all; a form with faults is read as far as it goes, and
`raw` is the text as it stands, so that a rule can say what is wrong with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.decree30.parsed_dates import ParsedDate, parse_date_in
from reportgen.vietnamese import compose

_BLANK = "[\\s.…_]"
_NUMBER_LINE = re.compile(
    rf"(?P<word>[Ss][ốỐ])?\s*(?P<colon>[:;.,])?{_BLANK}*(?P<number>\d+)?{_BLANK}*(?P<stroke>[/\\-])?\s*(?P<symbol>.*)",
    re.DOTALL,
)
_SYMBOL = re.compile(r"[A-Za-zĐđƯưÔô0-9&.…\s/–—-]*")
_ATTACHMENT = re.compile(
    r"\(?\s*(?:ban hành\s+)?kèm(?: theo)?\s+(?P<kind>[^\d/(]*?)\s*(?:số\b\s*:?)?"
    r"\s*(?P<code>(?P<number>\d+)?[\s.…_]*/\s*(?P<symbol>[^\s,;)]+))?\s*,?\s*(?P<date>ngày\b.*?)?"
    r"(?:\s+của\s+(?P<issuer>.*?))?\s*\)?\s*[.;]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FILING = re.compile(
    r"(?P<dash>[-–—•+])?\s*(?P<word>[Ll]ưu)\s*(?P<colon>[:;,.])?\s*(?P<rest>.*?)\s*(?P<stop>\.)?", re.DOTALL
)
_MARK = re.compile(r"(?P<mark>[A-Za-zĐđ][A-Za-zĐđ.]*)?\.?\s*\(?(?P<copies>\d{1,5})\s*(?:b|bản)?\)?\.?")


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
    """The line "Lưu: VT, THH (70b)." in its parts; `copies` and `mark` are the drafter's, if joined to it."""

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
    places = tuple(place.strip() for place in re.split(r"[,;](?![^()]*\))", rest) if place.strip())
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
    return (
        None if match is None else ParsedMark((match["mark"] or "").rstrip(".") or None, int(match["copies"]), text)
    )
