"""References to documents: "Quyết định số 749/QĐ-TTg", in full the first time and short after that.

Decree 30/2020/NĐ-CP, Appendix I, part I, II.6.a and b: the first citation gives kind, number, symbol, date, issuing
agency and abstract; later ones only kind, number and symbol. Laws and ordinances have only kind and name.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportgen.vietnamese.dates import official_date, short_date
from reportgen.vietnamese.document_symbols import SYMBOL_PATTERN
from reportgen.vietnamese.numbers import document_number
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces

DocumentReferenceReason = Literal[
    "empty",
    "bad_kind",
    "bad_number",
    "bad_symbol",
    "missing_number",
    "missing_date",
    "missing_issuer",
    "missing_abstract",
]

_NAMED_ONLY = ("Bộ luật", "Luật", "Pháp lệnh")
_KIND = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_NUMBER = re.compile(r"0*[1-9][0-9]{0,5}")
_SYMBOL = re.compile(SYMBOL_PATTERN)


class DocumentReferenceError(ValueError):
    """A reference to a document cannot be read, or lacks what a full one needs.

    Attributes:
        reason: A stable key. "empty"; "bad_kind", "bad_number", "bad_symbol": that part is not of the right form;
            "missing_number", "missing_date", "missing_issuer", "missing_abstract": that part is not given.
        found: The part at fault; empty if it is missing.
    """

    def __init__(self, reason: DocumentReferenceReason, found: str = "") -> None:
        self.reason: DocumentReferenceReason = reason
        self.found = found
        super().__init__(f"{reason}: {found!r}")


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """What identifies a document.

    `symbol` is all that follows the first stroke, for a legal document the year too ("2022/NĐ-CP"). A law or
    ordinance has a `name` and neither number nor symbol; for any other document `name` is `None`.
    """

    kind: str
    number: int | None = None
    symbol: str | None = None
    name: str | None = None

    def __str__(self) -> str:
        """The short reference: "Quyết định số 749/QĐ-TTg", "Luật Giao dịch điện tử"."""
        return format_document_reference(self.kind, self.number, self.symbol, abstract=self.name, full=False)


def parse_document_reference(text: str) -> DocumentReference:
    """Return the document that `text` refers to; the word "số" may be missing, as it often is in letters.

    Raises:
        DocumentReferenceError: "empty", "bad_kind", "bad_number", "bad_symbol" or "missing_number".
    """
    spaced = normalise_spaces(compose(text))
    if not spaced:
        raise DocumentReferenceError("empty")
    for kind in _NAMED_ONLY:
        if spaced.startswith(f"{kind} "):
            return DocumentReference(kind, name=spaced.removeprefix(f"{kind} "))
    if "/" not in spaced:
        raise DocumentReferenceError("missing_number", spaced)
    before, symbol = spaced.split("/", maxsplit=1)
    *kind_words, number = before.split(" ")
    if kind_words[-1:] == ["số"]:
        kind_words.pop()
    return _checked(" ".join(kind_words), number, symbol)


def format_document_reference(
    kind: str,
    number: int | None,
    symbol: str | None,
    *,
    day: date | None = None,
    issuer: str | None = None,
    abstract: str | None = None,
    full: bool,
    date_in_words: bool = False,
) -> str:
    """Return the reference to a document, `full` for its first citation and short for the later ones.

    Full: "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt …"; with `date_in_words` the date
    is "ngày 03 tháng 6 năm 2020", as recitals have it. Short: "Quyết định số 749/QĐ-TTg". `abstract` follows the
    issuer as it stands. A law, code or ordinance has its name for `abstract` and no number, symbol or issuer: these
    are left out if given, and so is the date from the short form.

    Raises:
        DocumentReferenceError: if a part that the form needs is `None` ("missing_…").
    """
    written_day = "" if day is None else official_date(day) if date_in_words else f"ngày {short_date(day)}"
    if kind in _NAMED_ONLY:
        name = f"{kind} {_needed(abstract, 'missing_abstract')}"
        return f"{name} {written_day}" if full and written_day else name
    if number is None or symbol is None:
        raise DocumentReferenceError("missing_number")
    short = f"{kind} số {document_number(number)}/{symbol}"
    if not full:
        return short
    if not written_day:
        raise DocumentReferenceError("missing_date")
    return f"{short} {written_day} của {_needed(issuer, 'missing_issuer')} {_needed(abstract, 'missing_abstract')}"


def _checked(kind: str, number: str, symbol: str) -> DocumentReference:
    if not _KIND.fullmatch(kind) or not kind[0].isupper():
        raise DocumentReferenceError("bad_kind", kind)
    if not _NUMBER.fullmatch(number):
        raise DocumentReferenceError("bad_number", number)
    if not _SYMBOL.fullmatch(symbol):
        raise DocumentReferenceError("bad_symbol", symbol)
    return DocumentReference(kind, int(number), symbol)


def _needed(value: str | None, reason: DocumentReferenceReason) -> str:
    if not value:
        raise DocumentReferenceError(reason)
    return value
