"""The entry point: runs a command, prints what came of it, and returns the exit code.

All printing and all reading of the surroundings (arguments, environment, streams) is done here.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
import traceback
from collections.abc import Sequence

from reportgen.cli.bilingual import PageAsked
from reportgen.cli.commands import PROGRAM, program
from reportgen.cli.console import complain, say, speak_utf8
from reportgen.cli.exit_codes import ExitCode
from reportgen.cli.options import DEBUG_OPTION, JSON_OPTION
from reportgen.cli.os_errors import explain
from reportgen.cli.outcome import Outcome, describe_outcome, outcome_to_json
from reportgen.cli.problem_text import describe_problems
from reportgen.cli.settings import Settings
from reportgen.cli.usage import UsageProblem
from reportgen.cli.words import Words, find_language
from reportgen.problems import InputProblems, OutputError, Place
from reportgen.problems.command import INTERNAL_ERROR

_SELDOM = 50_000
_STOPPED = Words("Đã dừng theo yêu cầu (Ctrl-C).", "Stopped as asked (Ctrl-C).")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments` (by default the program's own) and return the exit code."""
    if arguments is None:
        look_for_garbage_seldom()
    given = sys.argv[1:] if arguments is None else list(arguments)
    settings = Settings(find_language(given, os.environ), os.environ)
    speak_utf8()
    try:
        return _run(given, settings)
    except KeyboardInterrupt:
        complain(_STOPPED.of(settings.language), settings.environment)
        return ExitCode.INTERRUPTED


def look_for_garbage_seldom() -> None:
    """Spare a process of our own most of Python's search for cycles: what it holds, it holds to its end anyway.

    The default, after each 700 new objects and once more at the end, is an eighth of the time that one letter takes.
    """
    gc.set_threshold(_SELDOM)
    atexit.register(gc.freeze)


def _run(arguments: list[str], settings: Settings) -> int:
    try:
        outcome = _outcome(arguments, settings)
    except PageAsked as page:
        if page.exit_code is not ExitCode.DONE:
            complain(page.text, settings.environment)
            return page.exit_code
        return _print(Outcome(text=page.text), settings, as_json=False)
    return _print(outcome, settings, as_json=_is_given(JSON_OPTION, arguments))


def _outcome(arguments: list[str], settings: Settings) -> Outcome:
    """Run the command and return what came of it, its problems as part of it."""
    try:
        with program.make_context(PROGRAM, list(arguments), obj=settings) as context:
            outcome: Outcome = program.invoke(context)
            return outcome
    except UsageProblem as error:
        return Outcome(problems=(error.problem,))
    except InputProblems as error:
        return Outcome(problems=error.problems)
    except OutputError as error:
        return Outcome(problems=(explain(error, settings.language),))
    except PageAsked:
        raise
    # A bug in the program. This is the only place that catches everything: a clerk gets a sentence, not a traceback.
    except Exception as error:
        if _is_given(DEBUG_OPTION, arguments):
            complain(traceback.format_exc(), settings.environment)
        return Outcome(problems=(INTERNAL_ERROR.at(Place(), type=type(error).__name__, text=str(error)),))


def _print(outcome: Outcome, settings: Settings, *, as_json: bool) -> int:
    """Print `outcome` and return its exit code, or another if standard output refuses it."""
    language = settings.language
    try:
        if as_json:
            say(outcome_to_json(outcome, language))
        else:
            complain(describe_problems(outcome.problems, language), settings.environment)
            say(describe_outcome(outcome, language))
    except OutputError as error:
        complain(describe_problems([explain(error, language)], language), settings.environment)
        return ExitCode.FILES_OR_PROGRAMS
    return outcome.exit_code


def _is_given(option: str, arguments: Sequence[str]) -> bool:
    """Say whether `option` is on the command line, which need not have been parsed to its end."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return option in options
