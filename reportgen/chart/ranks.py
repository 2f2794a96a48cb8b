"""The rank of each category of a ranked chart."""

from __future__ import annotations

from reportgen.document import Chart


def ranks_of(chart: Chart) -> tuple[int | None, ...]:
    """Return the ranks that `chart` gives, or else those of its order: equal neighbours share one, as in 1, 2, 2, 4.

    An unknown value has no rank.
    """
    if chart.ranks:
        return chart.ranks
    ranks: list[int | None] = []
    rank, counted, before = 0, 0, None
    for value in chart.series[0].values:
        if value is None:
            ranks.append(None)
            continue
        counted += 1
        if value != before:
            rank, before = counted, value
        ranks.append(rank)
    return tuple(ranks)
