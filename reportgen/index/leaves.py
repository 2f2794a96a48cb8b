"""The total as a weighted mean of its leaves: components where they were scored, else main indices as given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportgen.index.rules import Floats
from reportgen.index.scoring import Scores, main_index_weights, points_of


@dataclass(frozen=True, eq=False, slots=True)
class Leaves:
    """The lowest values that the total is made of.

    Attributes:
        keys: The key of each leaf.
        names: Its name.
        main_index: The position of the main index that it belongs to, in `IndexSet.main_indices`.
        values: A row for each unit, a column for each leaf, 0 to 1; NaN is unknown.
        weights: What each leaf counts in the total; they add up to 1.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]
    main_index: tuple[int, ...]
    values: Floats
    weights: Floats


def find_leaves(scores: Scores) -> Leaves:
    """Return the leaves of `scores`. Indices without weight, and those unknown for all units, are left out.

    The weights of what is left add up to 1 again, as they do for each unit when unknown values are excluded.
    """
    index_set = scores.index_set
    keys: list[str] = []
    names: list[str] = []
    owners: list[int] = []
    columns: list[Floats] = []
    weights: list[float] = []
    start = 0
    for i, (index, weight) in enumerate(zip(index_set.main_indices, main_index_weights(index_set), strict=True)):
        parts = scores.components[:, start : start + len(index.components)]
        start += len(index.components)
        whole = scores.main_indices[:, i]
        is_of_parts = parts.size > 0 and not np.isnan(parts).all() and index.component_count in (None, parts.shape[1])
        if weight == 0 or (np.isnan(whole).all() and not is_of_parts):
            continue
        if is_of_parts:
            maxima = points_of(index.components)
            keys += [part.key for part in index.components]
            names += [part.name for part in index.components]
            owners += [i] * len(maxima)
            columns += list(parts.T)
            weights += list(weight * maxima / maxima.sum())
        else:
            keys.append(index.key)
            names.append(index.name)
            owners.append(i)
            columns.append(whole)
            weights.append(float(weight))
    kept = [n for n, column in enumerate(columns) if weights[n] > 0 and not np.isnan(column).all()]
    values = np.column_stack([columns[n] for n in kept]) if kept else np.empty((len(scores.units), 0))
    chosen = np.array([weights[n] for n in kept])
    return Leaves(
        tuple(keys[n] for n in kept),
        tuple(names[n] for n in kept),
        tuple(owners[n] for n in kept),
        values,
        chosen / chosen.sum() if chosen.size else chosen,
    )
