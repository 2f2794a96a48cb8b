"""Numbers, dates, letters, sorting, Unicode forms and legal citations as Vietnamese documents write them."""

from reportgen.vietnamese.citations import Citation, CitationError, CitationReason, covers, parse_citation
from reportgen.vietnamese.dates import (
    DateError,
    DateReason,
    month_year,
    official_date,
    parse_date,
    place_and_date,
    short_date,
)
from reportgen.vietnamese.legal_documents import (
    DocumentReference,
    DocumentReferenceError,
    DocumentReferenceReason,
    format_document_reference,
    parse_document_reference,
)
from reportgen.vietnamese.letters import POINT_LETTERS, parse_roman, point_index, point_letter, roman
from reportgen.vietnamese.numbers import (
    NumberError,
    NumberReason,
    document_number,
    format_number,
    format_percent,
    format_quantity,
    parse_number,
    parse_percent,
)
from reportgen.vietnamese.periods import Period, PeriodKind, parse_period
from reportgen.vietnamese.provisions import Provision, format_provisions
from reportgen.vietnamese.sorting import vietnamese_sort_key
from reportgen.vietnamese.unicode_forms import (
    compose,
    find_forbidden_characters,
    is_composed,
    normalise_spaces,
    same_letters,
    tone_key,
    upper_vi,
)

__all__ = [
    "POINT_LETTERS",
    "Citation",
    "CitationError",
    "CitationReason",
    "DateError",
    "DateReason",
    "DocumentReference",
    "DocumentReferenceError",
    "DocumentReferenceReason",
    "NumberError",
    "NumberReason",
    "Period",
    "PeriodKind",
    "Provision",
    "compose",
    "covers",
    "document_number",
    "find_forbidden_characters",
    "format_document_reference",
    "format_number",
    "format_percent",
    "format_provisions",
    "format_quantity",
    "is_composed",
    "month_year",
    "normalise_spaces",
    "official_date",
    "parse_citation",
    "parse_date",
    "parse_document_reference",
    "parse_number",
    "parse_percent",
    "parse_period",
    "parse_roman",
    "place_and_date",
    "point_index",
    "point_letter",
    "roman",
    "same_letters",
    "short_date",
    "tone_key",
    "upper_vi",
    "vietnamese_sort_key",
]
