"""`reportgen improve`: one letter for each unit of a table of indicators, with its own weak indices in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.cli.batch import BatchOrder, check_nothing_read_is_replaced, make_planned
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.merge import check_suffix
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import Settings
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.production.improvement_letters import DEFAULT_NAMES, MOST_INDICES, plan_improvement_letters
from reportgen.write.files import write_file


@dataclass(frozen=True, slots=True)
class ImproveOrder:
    """What the command line asks for: the table and how it is ranked, the letter and how it is made."""

    table: Path
    letter: Path
    folder: Path
    index_set: str
    year: int
    scale: str
    missing: str
    published: bool = False
    most: int | None = None
    names: str | None = None
    jobs: int = 1
    pdf: bool = False
    merged: Path | None = None
    template: Path | None = None


def improve(order: ImproveOrder, settings: Settings) -> Outcome:
    """Make the letters that `order` asks for, and the lists that they were filled from.

    Raises:
        UsageProblem: something would replace its input.
        InputProblems: the table cannot be ranked or the letter cannot be made; nothing was written.
        OutputError: a file or folder cannot be read or written.
    """
    if order.merged is not None:
        check_suffix(order.merged)
    names = order.names or DEFAULT_NAMES
    with faults_of_data_as_problems():
        planned = plan_improvement_letters(
            order.table,
            order.letter,
            index_set=order.index_set,
            year=order.year,
            scale=Scale(order.scale),
            missing_rule=MissingRule(order.missing),
            take_published=order.published,
            most=order.most or MOST_INDICES,
            pattern=names,
            template=order.template,
        )
    run = BatchOrder(
        order.letter,
        order.folder,
        order.table,
        names=names,
        jobs=order.jobs,
        pdf=order.pdf,
        merged=order.merged,
        template=order.template,
    )
    check_nothing_read_is_replaced(run, planned.plan, tuple(planned.lists))
    paths = tuple(order.folder / name for name in planned.lists)
    for path, content in zip(paths, planned.lists.values(), strict=True):
        write_file(path, content)
    outcome = make_planned(run, planned.plan, settings)
    return replace(outcome, files=(*paths, *outcome.files), problems=(*planned.problems, *outcome.problems))
