"""The help pages: light, complete, and in one language at a time."""

import json
import re
import subprocess
import sys
from importlib.metadata import version

import click
import pytest

from reportgen.cli.bilingual import Argument, Command, Option
from reportgen.cli.commands import AGENCY_GROUPS, program
from reportgen.model.agencies import AgencyGroup
from tests.cli.conftest import RunProgram

HEAVY = {"pydantic", "lxml", "docx", "docxtpl", "jinja2", "matplotlib", "numpy", "yaml", "pypandoc", "babel"}
COMMANDS = list(program.commands.values())
ENGLISH = re.compile(r"\b(the|usage|options|arguments|commands|show|exit|default|file|folder)\b", re.IGNORECASE)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"], ["buid"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import json, sys\n"
        "from reportgen.cli.main import main\n"
        f"main({arguments!r})\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert set(json.loads(done.stdout.splitlines()[-1])) & HEAVY == set()


def test_version_prints_the_version_of_the_package(run: RunProgram) -> None:
    done = run("--version")
    assert (done.code, done.out, done.err) == (0, f"reportgen {version('reportgen')}\n", "")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_the_help_of_a_command_names_each_of_its_arguments_and_options(
    run: RunProgram, command: click.Command
) -> None:
    done = run(str(command.name), "--help")
    assert done.code == 0
    for param in command.params:
        name = param.metavars.vi if isinstance(param, Argument) else param.opts[-1]
        assert re.search(rf"(?m)^  .*{re.escape(name)}(?: |$)", done.out), name


@pytest.mark.parametrize("name", ["", *program.commands])
def test_help_is_in_one_language(run: RunProgram, name: str) -> None:
    vietnamese = run(*name.split(), "--help").out
    assert vietnamese.startswith("Cách dùng: reportgen")
    assert not ENGLISH.search(vietnamese), ENGLISH.search(vietnamese)
    english = run("--lang", "en", *name.split(), "--help").out
    assert english.startswith("Usage: reportgen")
    assert not re.search("[ăâđêôơưạảấầẩậắằặẹẻếềểệịỉọỏốồổộớờởợụủứừửựỳỵ]", english)


@pytest.mark.parametrize("command", [program, *COMMANDS], ids=lambda command: str(command.name))
def test_every_command_and_parameter_has_words_in_both_languages(command: click.Command) -> None:
    assert isinstance(command, Command)
    for item in (command, *command.params):
        assert isinstance(item, Command | Option | Argument)
        assert item.words.vi.endswith("."), item
        assert item.words.en.endswith("."), item
        assert item.words.vi != item.words.en


def test_the_groups_offered_are_those_of_the_register() -> None:
    assert tuple(AgencyGroup) == AGENCY_GROUPS


def test_the_help_of_the_program_lists_the_exit_codes(run: RunProgram) -> None:
    codes = run("--help").out.partition("Mã kết thúc của mọi lệnh:\n")[2]
    assert re.findall(r"(?m)^  (\d+) ", codes) == ["0", "1", "2", "3", "70", "130"]
