"""`reportgen improve`: one letter for each unit of a table of indicators, about where it could gain most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.cli.batch import BatchOrder, check_nothing_read_is_replaced, make_planned
from reportgen.cli.data_faults import faults_of_data_as_problems
from reportgen.cli.merge import check_suffix
from reportgen.cli.os_errors import explain
from reportgen.cli.outcome import Outcome
from reportgen.cli.settings import Settings
from reportgen.model.measurements import Scale
from reportgen.model.ranking import MissingRule
from reportgen.problems import InputProblems, OutputError, Problem
from reportgen.production.improvement_letters import (
    DEFAULT_NAMES,
    MOST_INDICES,
    ImprovementLetters,
    plan_improvement_letters,
)
from reportgen.production.ranking import rank_file
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
    try:
        planned = _plan(order, names)
    except OutputError as error:
        beside = _faults_of_table(order, error, settings)
        if not beside:
            raise
        raise InputProblems([*beside, explain(error, settings.language)]) from error
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


def _plan(order: ImproveOrder, names: str) -> ImprovementLetters:
    with faults_of_data_as_problems():
        return plan_improvement_letters(
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


def _faults_of_table(order: ImproveOrder, refused: OutputError, settings: Settings) -> tuple[Problem, ...]:
    """Return what is wrong with the table where another file cannot be read, so that all is told in one run."""
    if refused.problem.place.file == str(order.table):
        return ()
    try:
        with faults_of_data_as_problems():
            rank_file(order.table, index_set=order.index_set, year=order.year, scale=Scale(order.scale))
    except InputProblems as error:
        return error.problems
    except OutputError as error:
        return (explain(error, settings.language),)
    return ()
