"""Problems as a terminal shows them."""

from pathlib import Path

import click
import pytest

from reportgen.cli.console import complain, uses_colour
from reportgen.cli.problem_text import describe_problems
from reportgen.cli.terminal_text import printable
from reportgen.problems import Place, Problem, ProblemKind, Severity
from tests.cli.conftest import Terminal

KIND = ProblemKind("XX101", Severity.ERROR, "có “{found}”", "found “{found}”", ("bỏ đi",), ("drop it",))


def shown(problem: Problem) -> list[str]:
    return click.unstyle(describe_problems([problem], "vi")).splitlines()


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """A file with the text that the test gives, under a name of its own, since its lines are read only once."""
    path = tmp_path / f"{request.node.name[:20]}.yaml"
    path.write_bytes(request.param.encode() if isinstance(request.param, str) else request.param)
    return str(path)


@pytest.mark.parametrize(
    ("file", "column", "line", "caret"),
    [
        ("a: 1\nb: đẹp lắm\n", 8, "    2 | b: đẹp lắm", "      |        ^"),
        ("\ufeffa: 1\r\nb: x\r\n", 4, "    2 | b: x", "      |    ^"),
        ("a\nb: \u0111e\u0323p x", 8, "    2 | b: \u0111e\u0323p x", "      |       ^"),
        ("a\n\tb: x", 5, "    2 |  b: x", "      |     ^"),
        ("a\nb:", 3, "    2 | b:", "      |   ^"),
        ("a\n" + "x" * 300, 200, "    2 | …" + "x" * 100 + "…", "      | " + " " * 61 + "^"),
        ("a\nb: \x1b[31mx", 4, "    2 | b: \\x1b[31mx", "      |    ^"),
    ],
    indirect=["file"],
)
def test_the_line_is_shown_with_a_caret_below_the_column(file: str, column: int, line: str, caret: str) -> None:
    lines = shown(KIND.at(Place(file=file, line=2, column=column), found="x"))
    assert lines[2:4] == [line, caret]


@pytest.mark.parametrize("file", ["a\n", b"\xff\xfe\n\xff"], indirect=True)
def test_no_line_is_shown_of_a_file_that_is_not_text_or_too_short(file: str) -> None:
    assert shown(KIND.at(Place(file=file, line=9, column=1), found="x")) == [
        "lỗi[XX101]: có “x”",
        f"  --> {file}:9:1",
        "  gợi ý: bỏ đi",
        "1 lỗi, 0 cảnh báo",
    ]


def test_problems_stand_in_the_order_of_their_places_and_those_of_no_file_last() -> None:
    places = [
        Place(),
        Place(file="b", line=1),
        *(Place(file="c", cell=cell) for cell in ("A10", "AA2", "B2", "A2")),
        Place(file="a", line=10, column=2),
        Place(file="a", line=10, column=1),
        Place(file="a", line=9),
    ]
    text = click.unstyle(describe_problems([KIND.at(place, found="x") for place in places], "en"))
    assert [line for line in text.splitlines() if "-->" in line] == [
        "  --> a:9",
        "  --> a:10:1",
        "  --> a:10:2",
        "  --> b:1",
        *(f"  --> c, cell {cell}" for cell in ("A2", "B2", "AA2", "A10")),
    ]
    assert text.endswith("error[XX101]: found “x”\n  hint: drop it\n9 errors, 0 warnings")


def test_control_characters_never_reach_the_terminal() -> None:
    assert printable("a\x1b[2J\u009b\tb\nc") == "a\\x1b[2J\\x9b\\x09b\nc"
    assert "\x1b[2J" not in describe_problems([KIND.at(Place(file="\x1b[2J"), found="\x1b[2J")], "vi")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals_that_do_not_refuse_it(
    environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    assert uses_colour(terminal, environment) is expected
    monkeypatch.setattr("sys.stderr", terminal)
    complain(describe_problems([KIND.at(Place(), found="x")], "vi"), environment)
    assert terminal.getvalue().startswith("\x1b[31m\x1b[1mlỗi[XX101]\x1b[0m: " if expected else "lỗi[XX101]: ")
