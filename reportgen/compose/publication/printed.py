"""How the publication prints its values: scores, ranks, intervals; what is unknown is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportgen.compose.publication.content import PublicationPart
from reportgen.document import Inlines, text
from reportgen.model.ranking import RankFirmness
from reportgen.vietnamese import format_number

UNKNOWN = "chưa có số liệu"
SCORE_DECIMALS = 4
"""The decimals that the DTI is published with."""


def print_score(value: Decimal | None) -> str:
    """Return a score or index value as printed: "0,8002"."""
    return UNKNOWN if value is None else format_number(value, decimals=SCORE_DECIMALS)


def print_rank(rank: int | None) -> str:
    """Return a rank as printed; a unit without one is said to have none."""
    return "chưa xếp hạng" if rank is None else str(rank)


def print_interval(firm: RankFirmness | None) -> str:
    """Return the interval of ranks: "3 – 9", or "1" where both ends are the same."""
    if firm is None:
        return UNKNOWN
    return str(firm.best) if firm.best == firm.worst else f"{firm.best} – {firm.worst}"


def source_line(part: PublicationPart) -> Inlines:
    """Return the line below tables and figures that says where the figures of `part` come from."""
    if part.source:
        return text(f"Nguồn: {part.source}.")
    return text("Số liệu minh họa.") if part.is_illustrative else ()


def mean_of(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the mean of the values that are known; `None` if none is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if known else None


def group_mean(values: Sequence[Decimal | None]) -> Decimal | None:
    """Return the mean of `values` if at least half of them are known: a mean of few would mislead."""
    known = sum(value is not None for value in values)
    return mean_of(values) if 2 * known >= len(values) else None
