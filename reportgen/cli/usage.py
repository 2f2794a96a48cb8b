"""Faults of the command line as problems, in place of click's own English ones."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import click

from reportgen.cli.words import Words
from reportgen.problems import Language, Place, Problem, ReportgenError
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
    if isinstance(error, click.MissingParameter):
        return _missing(context, usage)
    if isinstance(error, click.NoSuchOption):
        nearest = next(iter(error.possibilities or ()), None)
        return kinds.UNKNOWN_OPTION.at(
            Place(), command=context.command_path, found=error.option_name, nearest=nearest
        )
    if isinstance(error, click.BadOptionUsage):
        return _bad_use(error.option_name, context)
    raise error


def _missing(context: click.Context, usage: Words) -> Problem:
    """The problem of all that was left out: click takes what was given first, and stops at the first that was not."""
    missing = [param for param in context.command.get_params(context) if _is_missing(param, context)]
    options = [param for param in missing if isinstance(param, click.Option)]
    more = "".join(f" {param.opts[0]} …" for param in options)
    return kinds.MISSING_ARGUMENT.at(
        Place(),
        command=context.command_path,
        name=", ".join(_as_written(param, context, "vi") for param in missing),
        name_en=", ".join(_as_written(param, context, "en") for param in missing),
        usage=usage.vi + more,
        usage_en=usage.en + more,
    )


def _is_missing(parameter: click.Parameter, context: click.Context) -> bool:
    return parameter.required and parameter.name not in context.params


def _as_written(parameter: click.Parameter, context: click.Context, language: Language) -> str:
    """Return the name of an argument, or an option with the name of its value."""
    name = _value_name(parameter, context).of(language)
    return f"{parameter.opts[0]} {name}" if isinstance(parameter, click.Option) else name


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
