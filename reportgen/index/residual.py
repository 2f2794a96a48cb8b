"""Published totals make up for indices that were not published: together, these have the points that are left.

So a table in which some indices are unknown for some units becomes one in which all is known, with those indices as
one. What is said of it then (how firm a rank is, say) does not rest on guesses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.model.index_set import IndexSet, MainIndex, Pillar, TotalRule
from reportgen.model.measurements import Measurements, Scale

RESIDUAL_KEY = "phan_con_lai"


def join_unknown_indices(measurements: Measurements, index_set: IndexSet) -> tuple[Measurements, IndexSet] | None:
    """Return the table and the set with the indices that some unit lacks joined into one, `RESIDUAL_KEY`.

    Its value is that of its parts where they are known, and otherwise the published total's points less those of the
    other indices, over what is left of the maximum. Pillars that hold only some of the joined indices are left out.
    The total's rounding to four decimals enters: 0.00005 times the maximum of all over that of the joined indices.

    `None` if nothing is unknown, if a unit has no published total, or if the total is no sum of points. Units and
    published results stay as they are.
    """
    if index_set.total_rule is not TotalRule.POINTS or measurements.scale is not Scale.INDEX:
        return None
    points = {index.key: index.max_points or Decimal(0) for index in index_set.scored_indices}
    rows = [dict(zip(measurements.keys, row, strict=True)) for row in measurements.values]
    joined = [key for key in points if any(row.get(key) is None for row in rows)]
    kept = [key for key in points if key not in joined]
    if not joined or any(code not in measurements.published.totals for code in measurements.codes):
        return None
    values = tuple(
        (*(row[key] for key in kept), _residual(row, measurements.published.totals[code], points, joined, kept))
        for code, row in zip(measurements.codes, rows, strict=True)
    )
    table = replace(measurements, keys=(*kept, RESIDUAL_KEY), values=values)
    return table, _join_in_set(index_set, joined)


def _residual(
    row: dict[str, Decimal | None],
    total: Decimal,
    points: dict[str, Decimal],
    joined: Sequence[str],
    kept: Sequence[str],
) -> Decimal:
    maximum = sum((points[key] for key in joined), Decimal(0))
    own = [value * points[key] for key in joined if (value := row.get(key)) is not None]
    if len(own) == len(joined):
        return sum(own, Decimal(0)) / maximum
    others = [value * points[key] for key in kept if (value := row.get(key)) is not None]
    left = total * sum(points.values()) - sum(others, Decimal(0))
    # Rounding of what was printed may carry the rest a hair beyond its bounds.
    return min(max(left / maximum, Decimal(0)), Decimal(1))


def _join_in_set(index_set: IndexSet, joined: Sequence[str]) -> IndexSet:
    parts = [index for index in index_set.main_indices if index.key in joined]
    whole = MainIndex(
        khoa=RESIDUAL_KEY,
        ten="Phần còn lại (" + ", ".join(part.name for part in parts) + ")",
        diem_toi_da=sum((part.max_points or Decimal(0) for part in parts), Decimal(0)),
    )
    kept = tuple(index for index in index_set.main_indices if index.key not in joined)
    pillars = [pillar for pillar in index_set.pillars if _holds_all_or_none(pillar, joined)]
    fields = {name: getattr(index_set, name) for name in type(index_set).model_fields}
    changed = {
        "main_indices": (*kept, whole),
        "pillars": tuple(pillar.model_copy(update={"main_index_keys": _keys(pillar, joined)}) for pillar in pillars),
        "component_count": None,
    }
    return IndexSet(**{**fields, **changed})


def _holds_all_or_none(pillar: Pillar, joined: Sequence[str]) -> bool:
    return len(set(pillar.main_index_keys) & set(joined)) in (0, len(joined))


def _keys(pillar: Pillar, joined: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(key for key in pillar.main_index_keys if key not in joined)
    return kept if len(kept) == len(pillar.main_index_keys) else (*kept, RESIDUAL_KEY)
