"""What the chart room takes and gives beside the chart itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

FormatQuantity: TypeAlias = Callable[[Decimal, str], str]
"""Writes a value with its unit ("86,97%"); with an empty unit, the number alone ("20")."""


@dataclass(frozen=True, slots=True)
class ChartFont:
    """A font file that holds every Vietnamese letter; `name` is the family that it names itself by."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as a PNG picture with its size in pixels.

    `missing_characters` are those that the font lacks, sorted; a box stands for each of them in the picture.
    """

    png: bytes
    width_px: int
    height_px: int
    missing_characters: tuple[str, ...] = ()
