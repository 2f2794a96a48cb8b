"""The fixed Vietnamese words of the charts, and a value in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reportgen.chart.drawn import FormatQuantity

UNKNOWN: Final = "chưa có số liệu"
UNIT: Final = "Đơn vị tính: {}"


def say_value(value: Decimal | None, unit: str, format_quantity: FormatQuantity) -> str:
    """Return `value` with its unit, or the words for an unknown one."""
    return UNKNOWN if value is None else format_quantity(value, unit)
