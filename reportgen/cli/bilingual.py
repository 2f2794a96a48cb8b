"""click's commands, options and arguments with words in both languages, in help and in complaints.

The help page is laid out here, since click writes its headings in English whatever the texts are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from reportgen.cli.exit_codes import MEANINGS, ExitCode
from reportgen.cli.settings import settings_of
from reportgen.cli.usage import UsageProblem, describe_usage_error, find_nearest
from reportgen.cli.words import Words
from reportgen.problems import Language, Place
from reportgen.problems import command as kinds

_USAGE = Words("Cách dùng: ", "Usage: ")
_ANY_OPTIONS = Words("[TÙY CHỌN]", "[OPTIONS]")
_ANY_COMMAND = Words("LỆNH ...", "COMMAND ...")
_ARGUMENTS = Words("Đối số", "Arguments")
_OPTIONS = Words("Tùy chọn", "Options")
_COMMANDS = Words("Lệnh", "Commands")
_REQUIRED = Words("(bắt buộc)", "(required)")
_EXIT_CODES = Words("Mã kết thúc của mọi lệnh", "Exit codes of every command")

Section = tuple[Words, list[tuple[str, str]]]
"""A heading of a help page and the rows below it."""


class PageAsked(Exception):  # noqa: N818  not a fault: `--help` or `--version` was given
    """`text` is to be printed in place of running a command; `exit_code` is 0 if that is what was asked for."""

    def __init__(self, text: str, exit_code: ExitCode = ExitCode.DONE) -> None:
        self.text = text
        self.exit_code = exit_code
        super().__init__(text)


class Option(click.Option):
    """An option with its help, and the name of its value if it takes one, in both languages."""

    def __init__(self, *names: str, words: Words, metavars: Words | None = None, **rest: Any) -> None:  # noqa: ANN401
        super().__init__(names, help=words.vi, **rest)
        self.words = words
        self.metavars = metavars

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the name of the value in the language of `ctx`."""
        return self.metavars.of(settings_of(ctx).language) if self.metavars else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the row of the help page: the option's names, what it does, and whether it has to be given."""
        record = super().get_help_record(ctx)
        language = settings_of(ctx).language
        needed = f" {_REQUIRED.of(language)}" if self.required else ""
        return None if record is None else (record[0], self.words.of(language) + needed)


class Argument(click.Argument):
    """An argument with its help and its name in both languages."""

    def __init__(self, name: str, words: Words, *, metavars: Words, **rest: Any) -> None:  # noqa: ANN401
        super().__init__([name], help=words.vi, **rest)
        self.words = words
        self.metavars = metavars

    def usage_in(self, language: Language) -> str:
        """Return the argument as a usage line names it, in brackets if it may be left out."""
        name = self.metavars.of(language)
        return name if self.required else f"[{name}]"

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return the row of the help page: the argument's name and what it is."""
        language = settings_of(ctx).language
        return self.metavars.of(language), self.words.of(language)


class Command(click.Command):
    """A command with its help in both languages, whose complaints about its command line are problems."""

    # So that too many arguments come here: click's own complaint does not tell which they are.
    allow_extra_args = True

    def __init__(
        self,
        name: str,
        words: Words,
        params: Iterable[click.Parameter],
        callback: Callable[..., Any],
        **rest: Any,  # noqa: ANN401  what click's own class takes
    ) -> None:
        super().__init__(
            name, params=[*params, _help_option()], callback=callback, help=words.vi, add_help_option=False, **rest
        )
        self.words = words

    def usage(self, ctx: click.Context) -> Words:
        """Return how the command is written."""
        return Words(*(f"{ctx.command_path} {self.usage_pieces(language)}" for language in ("vi", "en")))

    def usage_pieces(self, language: Language) -> str:
        """Return what follows the command's name when it is written."""
        arguments = (param.usage_in(language) for param in self.params if isinstance(param, Argument))
        return " ".join((_ANY_OPTIONS.of(language), *arguments))

    def summary(self, language: Language) -> str:
        """Return the first paragraph of the command's help, in one line."""
        return " ".join(self.words.of(language).partition("\n\n")[0].split())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the command line apart.

        Raises:
            UsageProblem: it cannot be understood.
        """
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            raise UsageProblem(describe_usage_error(error, ctx, self.usage(ctx))) from error
        self.refuse_extra(ctx, rest)
        return rest

    def refuse_extra(self, ctx: click.Context, rest: Sequence[str]) -> None:
        """Complain about arguments after the last one that the command takes."""
        if rest:
            usage = self.usage(ctx)
            raise UsageProblem(
                kinds.EXTRA_ARGUMENT.at(Place(), found=" ".join(rest), usage=usage.vi, usage_en=usage.en)
            )

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page."""
        language = settings_of(ctx).language
        formatter.write_usage(ctx.command_path, self.usage_pieces(language), _USAGE.of(language))
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.words.of(language))
        for heading, rows in self.help_sections(ctx, language):
            if rows:
                with formatter.section(heading.of(language)):
                    formatter.write_dl(rows)

    def help_sections(self, ctx: click.Context, language: Language) -> list[Section]:
        """Return the headings and rows of the help page, below its text."""
        arguments = [param.get_help_record(ctx) for param in self.params if isinstance(param, Argument)]
        options = [param.get_help_record(ctx) for param in self.params if isinstance(param, click.Option)]
        return [(_ARGUMENTS, arguments), (_OPTIONS, [row for row in options if row])]


class Group(Command, click.Group):
    """The program itself, which only hands over to one of its commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order in which they were added."""
        return list(self.commands)

    def usage_pieces(self, language: Language) -> str:
        """Return what follows the program's name when it is called."""
        return f"{super().usage_pieces(language)} {_ANY_COMMAND.of(language)}"

    def refuse_extra(self, ctx: click.Context, rest: Sequence[str]) -> None:
        """Leave what follows to the command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with, and what follows.

        Raises:
            UsageProblem: there is no such command.
        """
        if args[0] not in self.commands:
            raise UsageProblem(
                kinds.UNKNOWN_COMMAND.at(
                    Place(),
                    found=args[0],
                    command=ctx.command_path,
                    commands=", ".join(self.commands),
                    nearest=self.meant_command(args[0]),
                )
            )
        return super().resolve_command(ctx, args)

    def meant_command(self, word: str) -> str | None:
        """Return the command that someone meant who wrote `word` where a command stands, or `None`."""
        # A data file where a command belongs: the command was forgotten.
        if word.endswith((".yaml", ".yml", ".json")):
            return f"build {word}"
        return find_nearest(word, self.commands)

    def help_sections(self, ctx: click.Context, language: Language) -> list[Section]:
        """Return the headings and rows of the help page, the commands first and the exit codes last."""
        commands = [(name, c.summary(language)) for name, c in self.commands.items() if isinstance(c, Command)]
        exit_codes = [(str(int(code)), words.of(language)) for code, words in MEANINGS.items()]
        return [(_COMMANDS, commands), *super().help_sections(ctx, language), (_EXIT_CODES, exit_codes)]


def _help_option() -> Option:
    words = Words("In trang này.", "Print this page.")
    return Option("-h", "--help", words=words, is_flag=True, is_eager=True, expose_value=False, callback=_print_help)


def _print_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        raise PageAsked(ctx.get_help())
