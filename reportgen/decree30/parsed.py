"""What the short elements of a document say, as types: one door to the modules `parsed_…` beside this one."""

from reportgen.decree30.parsed_citations import FoundCitation, find_citations
from reportgen.decree30.parsed_dates import ParsedDate, parse_date_in
from reportgen.decree30.parsed_divisions import (
    Level,
    ParsedAppendix,
    ParsedDivision,
    parse_appendix_label,
    parse_division,
)
from reportgen.decree30.parsed_lines import (
    ParsedAttachment,
    ParsedFiling,
    ParsedMark,
    ParsedNumber,
    ParsedPlaceDate,
    parse_attachment,
    parse_filing,
    parse_mark,
    parse_number_symbol,
    parse_place_date,
)

__all__ = [
    "FoundCitation",
    "Level",
    "ParsedAppendix",
    "ParsedAttachment",
    "ParsedDate",
    "ParsedDivision",
    "ParsedFiling",
    "ParsedMark",
    "ParsedNumber",
    "ParsedPlaceDate",
    "find_citations",
    "parse_appendix_label",
    "parse_attachment",
    "parse_date_in",
    "parse_division",
    "parse_filing",
    "parse_mark",
    "parse_number_symbol",
    "parse_place_date",
]
