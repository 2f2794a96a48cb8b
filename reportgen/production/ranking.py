"""From a table of indicators to rankings: read, scored by its index set, checked against what was published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportgen.compose.ranking_table import compose_ranking_table
from reportgen.document.data_table import DataTable
from reportgen.index.edition import GroupResult, rank_edition
from reportgen.index.errors import RobustnessError
from reportgen.index.published import report_discrepancies
from reportgen.index.robustness import RobustnessSettings
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.problems import InputProblems, Language, Place, Problem, has_errors
from reportgen.problems import indicators as kinds
from reportgen.production.sources import read_bytes
from reportgen.read.data_files import load_index_set, load_register
from reportgen.read.indicator_data import read_indicator_data


@dataclass(frozen=True, slots=True)
class RankedFile:
    """The rankings of a table: for each group of `results` those by total, by pillar and by main index.

    `problems` are warnings and notes, such as published totals that differ from recomputation; `unit_places` say
    where each unit, by its code, stands in the table.
    """

    tables: tuple[DataTable, ...]
    results: tuple[GroupResult, ...]
    problems: tuple[Problem, ...]
    unit_places: Mapping[str, Place]


def rank_file(
    source: str | Path,
    *,
    index_set: str,
    year: int,
    scale: Scale = Scale.INDEX,
    missing_rule: MissingRule = MissingRule.KEEP,
    take_published: bool = False,
    draws: int = 0,
    language: Language = "vi",
) -> RankedFile:
    """Return the rankings of the units in `source` (CSV or Excel) by the index set with key `index_set` in `year`.

    With `draws`, that many variants of weights and method say how firm each rank is. `take_published` ranks by the
    totals that the file gives; they are checked against recomputation in any case. `language` is that of the fixed
    words of the tables, whose indices and units keep their names.

    Raises:
        InputProblems: the table cannot be ranked; every problem is in it.
        OutputError: the file cannot be read.
        DataFileError: there is no such index set.
    """
    register = load_register()
    data, problems = read_indicator_data(
        read_bytes(Path(source)),
        str(source),
        index_set=load_index_set(index_set),
        year=year,
        register=register,
        scale=scale,
    )
    if data is None or has_errors(problems):
        raise InputProblems(problems)
    try:
        results = rank_edition(
            data.measurements,
            data.index_set,
            register=register,
            missing_rule=missing_rule,
            take_published=take_published,
            settings=RobustnessSettings(draws=draws) if draws else None,
        )
    except RobustnessError as error:
        raise InputProblems(
            [*problems, kinds.NO_ROBUSTNESS.at(Place(file=str(source)), reason=str(error))]
        ) from error
    differing = [
        problem
        for one in results
        for problem in report_discrepancies(
            one.check, data.unit_places, total_places=data.total_places, rank_places=data.rank_places
        )
    ]
    return RankedFile(tuple(_tables(results, language)), results, (*problems, *differing), data.unit_places)


def _tables(results: tuple[GroupResult, ...], language: Language) -> Iterator[DataTable]:
    group = "Nhóm" if language == "vi" else "Group"
    for result in results:
        notes = (f"{group}: {result.group.name}.",) if len(results) > 1 else ()
        firmness = result.robustness.firmness() if result.robustness else None
        yield compose_ranking_table(result.total, firmness=firmness, notes=notes, language=language)
        for ranking in (*result.pillars, *result.main_indices):
            yield compose_ranking_table(ranking, notes=notes, language=language)
