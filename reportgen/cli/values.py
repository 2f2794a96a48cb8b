"""The values that options take: one of a few words, a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from reportgen.cli.usage import UsageProblem, find_nearest
from reportgen.problems import Place
from reportgen.problems import command as kinds


class OneOf(click.ParamType[str]):
    """One of `choices`, written exactly so."""

    name = "choice"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the choices as a help page shows them."""
        return "|".join(self.choices)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return `value` if it is one of the choices.

        Raises:
            UsageProblem: it is not.
        """
        if value in self.choices:
            return value
        values = {"option": _name(param), "found": value, "allowed": ", ".join(self.choices)}
        values["command"] = ctx.command_path if ctx else ""
        nearest = find_nearest(value, self.choices)
        raise UsageProblem(
            kinds.BAD_CHOICE.at(Place(), **values, nearest=nearest, repeated=self._repeated(value, param))
        )

    def _repeated(self, value: str, param: click.Parameter | None) -> str | None:
        """Return how several choices, given in one with commas, are given instead; `None` if this is not the case."""
        words = [word.strip() for word in value.split(",")]
        if param is None or not param.multiple or not set(words) <= set(self.choices):
            return None
        return " ".join(f"{_name(param)} {word}" for word in words)


class Day(click.ParamType[date]):
    """A day in any form that an input file may use."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that `value` writes.

        Raises:
            UsageProblem: it writes none.
        """
        from reportgen.vietnamese.dates import DateError, parse_date  # noqa: PLC0415  heavy, and seldom needed

        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except DateError as error:
            kind = kinds.IMPOSSIBLE_DATE if error.reason == "impossible" else kinds.BAD_DATE
            raise UsageProblem(kind.at(Place(), option=_name(param), found=value)) from error


def _name(parameter: click.Parameter | None) -> str:
    """Return how the option is written, the long way."""
    return max(parameter.opts, key=len) if parameter else ""
