"""This program's part: draws, or an edition of communes read, ranked and written. One job a process."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

from bench.ranking.data import INDICATORS, MOST_POINTS, POINTS, SPREAD, WARM_UP, draw_table
from bench.ranking.stages import Stages
from reportgen.compose.ranking_table import compose_ranking_table
from reportgen.document.data_table import DataTable
from reportgen.index.edition import GroupResult, rank_edition
from reportgen.index.robustness import RobustnessSettings, measure_robustness
from reportgen.index.scoring import score
from reportgen.model.index_set import ComponentIndicator, IndexSet, MainIndex
from reportgen.model.measurements import Measurements, Scale, Unit
from reportgen.model.scoring_rule import GivenPoints
from reportgen.read.data_files import load_index_set
from reportgen.read.indicator_data import IndicatorData, read_indicator_data
from reportgen.write.data_text import write_csv
from reportgen.write.xlsx import write_xlsx

YEAR = 2022


def main() -> None:
    """Do the job given as JSON in the first argument."""
    job = json.loads(sys.argv[1])
    if job["case"] == "draws":
        _draw(job["draws"])
    else:
        _rank(Path(job["table"]), Path(job["folder"]))


def _draw(draws: int) -> None:
    table, index_set = _draw_case()
    scores, fingerprint = score(table, index_set), table.fingerprint()
    measure_robustness(scores, fingerprint, RobustnessSettings(WARM_UP, SPREAD))
    stages = Stages()
    settings = RobustnessSettings(draws, SPREAD)
    robustness = stages.run("draws", lambda: measure_robustness(scores, fingerprint, settings))
    intervals = stages.run("intervals", robustness.intervals)
    stages.tell(intervals=intervals.tolist())


def _draw_case() -> tuple[Measurements, IndexSet]:
    keys = tuple(f"c{number}" for number in range(INDICATORS))
    parts = tuple(
        ComponentIndicator(
            khoa=key, ten=key, diem_toi_da=Decimal(MOST_POINTS), cach_cham=GivenPoints(loai="diem_cham")
        )
        for key in keys
    )
    whole = MainIndex(
        khoa="chinh", ten="Chính", diem_toi_da=Decimal(MOST_POINTS * INDICATORS), chi_so_thanh_phan=parts
    )
    given = load_index_set("dti_cap_tinh_922")
    fields = {name: getattr(given, name) for name in type(given).model_fields}
    changed = {"main_indices": (whole,), "pillars": (), "component_count": None, "total_points": None}
    rows = draw_table()
    values = tuple(tuple(Decimal(str(value)) for value in row) for row in rows)
    units = tuple(Unit(f"U{number}", f"U{number}") for number in range(len(rows)))
    return Measurements("thu", YEAR, Scale.RAW, units, keys, values), IndexSet(**{**fields, **changed})


def _rank(table: Path, folder: Path) -> None:
    index_set = load_index_set("dti_cap_tinh_922")
    stages = Stages()
    data = stages.run("read", lambda: _read(table, index_set))
    (result,) = stages.run("rank", lambda: rank_edition(data.measurements, data.index_set))
    tables = stages.run("rank tables", lambda: _tables(result))
    stages.run("csv", lambda: [(folder / f"{n}.csv").write_bytes(write_csv(one)) for n, one in enumerate(tables)])
    written = stages.run("xlsx", lambda: (folder / "hang.xlsx").write_bytes(write_xlsx(tables)))
    stages.tell(ranks=[list(row[:2]) for row in tables[0].rows], xlsx=written, indices=len(POINTS))


def _read(table: Path, index_set: IndexSet) -> IndicatorData:
    data, problems = read_indicator_data(
        table.read_bytes(), table.name, index_set=index_set, year=YEAR, register=None
    )
    if data is None:
        raise ValueError(problems)
    return data


def _tables(result: GroupResult) -> list[DataTable]:
    return [compose_ranking_table(ranking) for ranking in (result.total, *result.pillars, *result.main_indices)]


main()
