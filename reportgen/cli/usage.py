"""Faults of the command line as problems, in place of click's own English ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from reportgen.cli.words import Words
from reportgen.problems import Place, Problem, ReportgenError
from reportgen.problems import command as kinds


class UsageProblem(ReportgenError):  # noqa: N818  the name says what it carries
    """The command line cannot be understood; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(f"[{problem.code}] {problem.message('vi')}")


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the word of `known` most like `word`, or `None` if none is like it."""
    close = difflib.get_close_matches(word.casefold(), list(known), n=1)
    return close[0] if close else None


def describe_usage_error(error: click.UsageError, context: click.Context, usage: Words) -> Problem:
    """Return what click says about the command line of `context`, which is to be written as `usage`, as a problem.

    Raises:
        click.UsageError: `error` itself, if it is of a kind that the commands here never cause.
    """
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = _value_name(error.param, context)
        return kinds.MISSING_ARGUMENT.at(
            Place(), command=context.command_path, name=name.vi, name_en=name.en, usage=usage.vi, usage_en=usage.en
        )
    if isinstance(error, click.NoSuchOption):
        nearest = next(iter(error.possibilities or ()), None)
        return kinds.UNKNOWN_OPTION.at(
            Place(), command=context.command_path, found=error.option_name, nearest=nearest
        )
    if isinstance(error, click.BadOptionUsage):
        return _bad_use(error.option_name, context)
    raise error


def _bad_use(option: str, context: click.Context) -> Problem:
    """The problem of an option with a value that it does not take, or without the one that it needs."""
    parameter = next(known for known in context.command.get_params(context) if option in known.opts)
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return kinds.VALUE_NOT_TAKEN.at(Place(), option=option)
    name = _value_name(parameter, context)
    return kinds.VALUE_NEEDED.at(Place(), option=option, metavar=name.vi, metavar_en=name.en)


def _value_name(parameter: click.Parameter, context: click.Context) -> Words:
    names = getattr(parameter, "metavars", None)
    if isinstance(names, Words):
        return names
    name = parameter.make_metavar(context)
    return Words(name, name)
