"""Values of targets as tables of plans write them: "30.14%", "≥ 80%", "Top 50", "86(2)", "-", blank.

Plans mix commas and points, and write "≥ 80%" beside ">50%"; here they are read into one form and printed in one:
"30,14%", "≥ 80%", "> 50%" (a space after the sign), "Top 50". A blank cell says nothing about its year, while "-"
says that no value is set for it; the two are never taken for one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from reportgen.vietnamese.numbers import NumberError, format_percent, format_quantity, parse_number
from reportgen.vietnamese.unicode_forms import compose, normalise_spaces

TargetValueKind: TypeAlias = Literal["percent", "number", "rank", "text", "none", "blank"]
Comparison: TypeAlias = Literal["≥", ">", "≤", "<"]

NONE_SET = "-"
_DASHES = frozenset({"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"})
_COMPARISONS: dict[str, Comparison] = {
    "≥": "≥", ">=": "≥", "=>": "≥", "⩾": "≥", "≤": "≤", "<=": "≤", "=<": "≤", "⩽": "≤", ">": ">", "<": "<",
}  # fmt: skip
_COMPARED = re.compile(rf"(?P<sign>{'|'.join(_COMPARISONS)})? ?(?P<rest>.*)")
# Two digits at most, so that a year in brackets is not taken for the mark of a footnote.
_NOTED = re.compile(r"(?P<rest>.*[^ ]) ?\((?P<note>[1-9][0-9]?)\)")
_QUANTITY = re.compile(r"(?P<number>[-+\u2212]?[0-9][0-9.,]*)(?: ?(?P<percent>%)| (?P<unit>[^\W\d_].*))?")
_WHOLE = re.compile(r"[0-9]{1,6}")
_TOP = re.compile(r"top ?(?P<place>[0-9]{1,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TargetValue:
    """What one cell of a table of targets says.

    Attributes:
        kind: "percent"; "number" of `unit`; "rank", a place in an order; "text", other words; "none", "-": no value
            is set; "blank": the cell is empty.
        comparison: The bound that the value is: "≥ 80%"; "≤" for the rank "Top 50"; `None` for an exact value.
        value: The number, percents as they are written (Decimal("30.14") for "30,14%"); `None` for the last three
            kinds.
        unit: The unit of a number ("hồ sơ"), "%" of percents, or empty.
        text: The words of a "text"; empty for the other kinds.
        note: The number of the footnote that the value carries, or `None`.
    """

    kind: TargetValueKind
    comparison: Comparison | None = None
    value: Decimal | None = None
    unit: str = ""
    text: str = ""
    note: int | None = None

    def __str__(self) -> str:
        """The value in its printed form, without its footnote."""
        return format_target_value(self)


def parse_target_value(text: str, *, is_rank: bool = False) -> TargetValue:
    """Return what `text`, the whole content of a cell, says; words that are no value of a known form are a "text".

    Numbers are read as by `parse_number`: "1.234" is over a thousand, "30.14" is not. `is_rank` says that the row is
    about a place in a ranking, so that a bare "70" is a rank and no count. "86(2)" is 86 with the footnote 2.
    """
    spaced = normalise_spaces(compose(text))
    if not spaced:
        return TargetValue("blank")
    noted = _NOTED.fullmatch(spaced)
    rest, note = (noted["rest"], int(noted["note"])) if noted else (spaced, None)
    if rest in _DASHES:
        return TargetValue("none", note=note)
    if (top := _TOP.fullmatch(rest)) and int(top["place"]):
        return TargetValue("rank", "≤", Decimal(top["place"]), note=note)
    if is_rank and _WHOLE.fullmatch(rest) and int(rest):
        return TargetValue("rank", value=Decimal(rest), note=note)
    return _parse_quantity(rest, note) or TargetValue("text", text=rest, note=note)


def format_target_value(value: TargetValue, *, with_note: bool = False) -> str:
    """Return `value` in the one printed form: "30,14%", "≥ 80%", "> 50%", "Top 50", "1.234 hồ sơ", "-", "".

    A space follows the sign of comparison, none comes before "%". With `with_note` the mark of the footnote follows,
    as copies in plain text have it: "86(2)"; a document has a real footnote in its place.

    Raises:
        NumberError: as `format_number`, for a value that is not finite or too long.
    """
    mark = f"({value.note})" if with_note and value.note is not None else ""
    return f"{_words_of(value)}{mark}"


def _words_of(value: TargetValue) -> str:
    if value.kind == "none":
        return NONE_SET
    if value.value is None:
        return value.text
    if value.kind == "rank":
        return f"Top {value.value}" if value.comparison else str(value.value)
    sign = f"{value.comparison} " if value.comparison else ""
    if value.kind == "percent":
        return f"{sign}{format_percent(value.value)}"
    return f"{sign}{format_quantity(value.value, value.unit)}"


def _parse_quantity(text: str, note: int | None) -> TargetValue | None:
    """Return the percents or the number of things that `text` writes, with its comparison; `None` if neither."""
    compared = _COMPARED.fullmatch(text)
    quantity = _QUANTITY.fullmatch(compared["rest"]) if compared else None
    if compared is None or quantity is None:
        return None
    try:
        number = parse_number(quantity["number"])
    except NumberError:
        return None
    comparison = _COMPARISONS[compared["sign"]] if compared["sign"] else None
    if quantity["percent"]:
        return TargetValue("percent", comparison, number, "%", note=note)
    return TargetValue("number", comparison, number, quantity["unit"] or "", note=note)
