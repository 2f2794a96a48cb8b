"""The exit codes of every command: what they mean, and which one a set of problems leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from reportgen.cli.words import Words
from reportgen.problems import Problem, Severity


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    INPUT_PROBLEMS = 1
    WRONG_COMMAND_LINE = 2
    FILES_OR_PROGRAMS = 3
    INTERNAL_ERROR = 70
    INTERRUPTED = 130


MEANINGS: Mapping[ExitCode, Words] = {
    ExitCode.DONE: Words("xong (có thể kèm cảnh báo)", "done (perhaps with warnings)"),
    ExitCode.INPUT_PROBLEMS: Words("tệp đầu vào hoặc mẫu có lỗi", "the input or the template has problems"),
    ExitCode.WRONG_COMMAND_LINE: Words("dòng lệnh viết sai", "the command line is wrong"),
    ExitCode.FILES_OR_PROGRAMS: Words(
        "không đọc hoặc ghi được tệp, hoặc LibreOffice không làm được việc",
        "a file could not be read or written, or LibreOffice failed",
    ),
    ExitCode.INTERNAL_ERROR: Words("lỗi của chính chương trình", "a fault of the program itself"),
    ExitCode.INTERRUPTED: Words("bị dừng bằng Ctrl-C", "stopped by Ctrl-C"),
}

_BY_PREFIX: Mapping[str, ExitCode] = {
    "TL1": ExitCode.WRONG_COMMAND_LINE,
    "TL2": ExitCode.FILES_OR_PROGRAMS,
    "TL9": ExitCode.INTERNAL_ERROR,
    "GF": ExitCode.FILES_OR_PROGRAMS,
}


def exit_code_of(problems: Iterable[Problem]) -> ExitCode:
    """Return the exit code that `problems` lead to: that of the errors, the input's own before those around it."""
    return min(
        (_code_of(problem) for problem in problems if problem.severity is Severity.ERROR), default=ExitCode.DONE
    )


def _code_of(error: Problem) -> ExitCode:
    found = (code for prefix, code in _BY_PREFIX.items() if error.code.startswith(prefix))
    return next(found, ExitCode.INPUT_PROBLEMS)
