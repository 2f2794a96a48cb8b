"""The checks that rules name, one module for each family; importing this package fills the register of checks."""

from reportgen.decree30.checks import (
    appendices,
    capitals,
    citations,
    consistency,
    lines_under,
    number_symbol,
    numbering,
    pages,
    place_date,
    presence,
    recipients,
    recitals,
    signature,
    spacing,
    typeface,
    unicode_text,
)
from reportgen.decree30.checks.base import CHECKS, Check, Departure, Examined

__all__ = [
    "CHECKS",
    "Check",
    "Departure",
    "Examined",
    "appendices",
    "capitals",
    "citations",
    "consistency",
    "lines_under",
    "number_symbol",
    "numbering",
    "pages",
    "place_date",
    "presence",
    "recipients",
    "recitals",
    "signature",
    "spacing",
    "typeface",
    "unicode_text",
]
