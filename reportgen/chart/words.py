"""The fixed Vietnamese words of the charts, and values in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final

from reportgen.chart.drawn import FormatQuantity

UNKNOWN: Final = "chưa có số liệu"
UNIT: Final = "Đơn vị tính: {}"
DASH: Final = "–"
_MOST_DIGITS = 400


def say_value(value: Decimal | None, unit: str, format_quantity: FormatQuantity) -> str:
    """Return `value` with its unit, or the words for an unknown one."""
    return UNKNOWN if value is None else format_quantity(value, unit)


def rounding(format_quantity: FormatQuantity, decimals: int | None) -> FormatQuantity:
    """Return `format_quantity` with values rounded to `decimals`, half away from zero; `None` leaves them whole."""
    if decimals is None:
        return format_quantity

    def format_rounded(value: Decimal, unit: str) -> str:
        with localcontext(prec=_MOST_DIGITS, rounding=ROUND_HALF_UP):
            rounded = value.quantize(Decimal((0, (1,), -decimals)))
        return format_quantity(rounded if rounded else abs(rounded), unit)

    return format_rounded


def one_line(text: str) -> str:
    """Return `text` with its blanks and line ends run together."""
    return " ".join(text.split())
