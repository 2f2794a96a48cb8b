"""pandas with openpyxl, used with whole columns as its manual teaches: the same draws, the same tables."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd  # type: ignore[import-not-found,import-untyped,unused-ignore]  # in the peers' environment only

from bench.ranking.data import PILLARS, POINTS, WARM_UP, concentration, draw_table
from bench.ranking.stages import Stages


def main() -> None:
    """Do the job given as JSON in the first argument."""
    job = json.loads(sys.argv[1])
    if job["case"] == "draws":
        frame = pd.DataFrame(draw_table()) / 10
        _draw(frame, WARM_UP)
        stages = Stages()
        ranks = stages.run("draws", lambda: _draw(frame, job["draws"]))
        ends = stages.run("intervals", lambda: ranks.quantile([0.05, 0.95], interpolation="lower"))
        stages.tell(intervals=ends.T.astype(int).to_numpy().tolist())
    else:
        _rank(Path(job["table"]), Path(job["folder"]))


def _draw(frame: pd.DataFrame, draws: int) -> pd.DataFrame:
    """Return the ranks: draws by units, each draw with weights of its own in one of six ways to compute the score."""
    random = np.random.default_rng(1)
    count = frame.shape[1]
    weights = pd.DataFrame(random.dirichlet(np.full(count, concentration() / count), size=draws))
    chosen = random.integers(6, size=draws)
    normalised = [
        frame,
        (frame - frame.min()) / (frame.max() - frame.min()),
        (frame.rank(method="average") - 0.5) / len(frame),
    ]
    parts = []
    for way in range(6):
        values, mine = normalised[way % 3], weights[chosen == way]
        scores = mine.dot(values.T) if way < 3 else np.exp(mine.dot(np.log(values.clip(lower=0.01)).T))
        parts.append(scores.round(9).rank(axis=1, method="min", ascending=False))
    return pd.concat(parts).sort_index()


def _rank(table: Path, folder: Path) -> None:
    stages = Stages()
    data = stages.run("read", lambda: pd.read_csv(table))
    tables = stages.run("rank", lambda: _tables(data))
    stages.run("csv", lambda: [one.to_csv(folder / f"{name}.csv", index=False) for name, one in tables.items()])
    stages.run("xlsx", lambda: _write_xlsx(tables, folder / "hang.xlsx"))
    ranks = tables["Tổng"][["hang", "ma"]].to_numpy().tolist()
    stages.tell(ranks=ranks, xlsx=(folder / "hang.xlsx").stat().st_size, indices=len(POINTS))


def _tables(data: pd.DataFrame) -> dict[str, pd.DataFrame]:
    whole = {"Tổng": tuple(POINTS), **{f"tru_{key}"[:31]: keys for key, keys in PILLARS.items()}}
    columns = {name: _mean(data, keys) for name, keys in whole.items()} | {key[:31]: data[key] for key in POINTS}
    tables = {}
    for name, values in columns.items():
        one = data[["ma", "ten"]].copy()
        one.insert(0, "hang", values.round(9).rank(method="min", ascending=False).astype(int))
        one["gia_tri"] = values
        if name == "Tổng":
            one = one.join(data[list(POINTS)])
        tables[name] = one.sort_values("hang", kind="stable")
    return tables


def _mean(data: pd.DataFrame, keys: tuple[str, ...]) -> pd.Series:
    points = pd.Series({key: POINTS[key] for key in keys})
    return data[list(keys)].mul(points).sum(axis=1) / points.sum()


def _write_xlsx(tables: dict[str, pd.DataFrame], path: Path) -> None:
    with pd.ExcelWriter(path, engine="openpyxl") as writer:
        for name, one in tables.items():
            one.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 3))


main()
