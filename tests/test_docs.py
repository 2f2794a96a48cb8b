"""The pages that the code makes are those in `docs/`, and leave nothing out."""

import re
import string
from collections import Counter
from pathlib import Path

import pytest

from reportgen.cli.bilingual import Argument
from reportgen.cli.commands import program
from reportgen.problems import ProblemKind
from tools.make_docs import AREAS, ROOT, find_kinds, make_pages

PAGES = make_pages()
KINDS = find_kinds()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_what_the_tool_makes(path: Path) -> None:
    assert path.read_text("utf-8") == PAGES[path], "run `python -m tools.make_docs`"


def test_every_command_is_documented_with_its_options() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in program.commands.items():
        section = text.partition(f"\n## reportgen {name}\n")[2].partition("\n## ")[0]
        assert section
        for param in command.params:
            if isinstance(param, Argument):
                assert f"\n  {param.metavars.vi}  " in section
                assert f"\n  {param.metavars.en}  " in section
            else:
                # Once for each language.
                assert len(re.findall(rf"(?m)^  (?:-\w, )?{param.opts[-1]} ", section)) == 2, param.opts


def test_every_problem_code_is_documented() -> None:
    text = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert re.findall(r"(?m)^### (\w+)$", text) == [
        kind.code for area in AREAS for kind in KINDS if kind.code.startswith(area)
    ]


def test_codes_are_unique_and_well_formed() -> None:
    counted = Counter(kind.code for kind in KINDS)
    assert [code for code, count in counted.items() if count > 1] == []
    assert [code for code in counted if not re.fullmatch(r"[A-Z]{2}[0-9]{3}", code) or code[:2] not in AREAS] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_has_words_and_hints_in_both_languages(kind: ProblemKind) -> None:
    assert kind.vi
    assert kind.en
    assert len(kind.hints_vi) == len(kind.hints_en)
    for pattern in (kind.vi, kind.en, *kind.hints_vi, *kind.hints_en):
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(pattern))
