"""The documents that a text names, as recitals and running text cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.decree30.parsed_dates import ParsedDate, parse_date_in
from reportgen.vietnamese import compose
from reportgen.vietnamese.document_symbols import DOCUMENT_CODE

_KIND_BEFORE = re.compile(r"((?:[A-ZĐÁÀẢÃẠÂĂÊÔƠƯỦỨÝ][\wÀ-ỹ]*)(?: (?!số\b)[a-zà-ỹđ]+){0,3})\s+(?:số\s*:?\s*)?$")
_DATE_AFTER = re.compile(
    r"\s*,?\s*(?P<date>ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2}\s+năm\s+|\s*/\s*\d{1,2}\s*/\s*)\d{4})?"
    r"(?:\s+của\s+(?P<issuer>[A-ZĐÁÀẢÃẠÂĂÊÔƠƯỦỨÝ][^;.\n]*))?"
)
_LAW = re.compile(
    r"\b(?P<kind>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?P<name>[^;.\n]+?)(?=\s+(?:số|ngày|được)\b|[;.,\n]|$)"
)


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


def find_citations(text: str) -> Iterator[FoundCitation]:
    """Yield the documents that `text` names by their codes or, laws and ordinances, by their names, in order."""
    text = compose(text)
    found = []
    previous = 0
    for match in DOCUMENT_CODE.finditer(text):
        # In "Công văn số 5065/BTTTT-THH và 5066/BTTTT-THH" the second code has no kind of its own.
        kind = _KIND_BEFORE.search(text, previous, match.start())
        previous = match.end()
        after = _DATE_AFTER.match(text, match.end())
        number, _, symbol = match[0].partition("/")
        day = parse_date_in(after["date"]) if after is not None and after["date"] else None
        issuer = after["issuer"] if after is not None else None
        start = kind.start() if kind is not None else match.start()
        name = kind[1] if kind is not None else None
        found.append(FoundCitation(name, number, symbol, None, day, issuer, start, match.end()))
    found.extend(
        FoundCitation(match["kind"], None, None, match["name"], None, None, *match.span())
        for match in _LAW.finditer(text)
    )
    yield from sorted(found, key=lambda citation: citation.start)
