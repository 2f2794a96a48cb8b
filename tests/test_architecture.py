"""The house in order: which room may know which, where each library lives, what the face is, how long modules are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportgen

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reportgen"
LONGEST_MODULE = 400

ARROWS: dict[str, set[str]] = {
    "vietnamese": set(),
    "problems": set(),
    "document": set(),
    "model": {"vietnamese", "problems"},
    "index": {"model", "vietnamese", "problems"},
    "chart": {"document", "problems"},
    "read": {"model", "problems", "vietnamese", "document"},
    "compose": {"model", "index", "document", "vietnamese", "problems", "chart"},
    "write": {"document", "chart", "problems"},
    "decree30": {"problems", "vietnamese", "write"},
    "production": {
        "model", "index", "document", "vietnamese", "problems", "chart", "read", "compose", "write", "decree30",
    },
    "cli": {
        "model", "index", "document", "vietnamese", "problems", "chart", "read", "compose", "write", "decree30",
        "production",
    },
}  # fmt: skip

HOMES: dict[str, tuple[str, ...]] = {
    "docxtpl": ("reportgen/write/",),
    "jinja2": ("reportgen/write/template.py", "reportgen/write/template_conditions.py"),
    "babel": ("reportgen/vietnamese/numbers.py",),
    "pypandoc": ("reportgen/compose/markdown.py",),
    "matplotlib": ("reportgen/chart/",),
    "click": ("reportgen/cli/",),
    "docx": ("reportgen/decree30/",),
    "pypdf": ("reportgen/decree30/", "reportgen/write/page_numbers.py"),
    "openpyxl": ("reportgen/read/workbook.py",),
    "xlsxwriter": ("reportgen/write/",),
    "numpy": ("reportgen/index/", "reportgen/model/", "reportgen/chart/"),
    "pydantic": ("reportgen/model/", "reportgen/read/", "reportgen/decree30/", "reportgen/compose/"),
    "yaml": ("reportgen/read/", "reportgen/chart/style.py", "reportgen/decree30/"),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(path: Path) -> str | None:
    inside = path.relative_to(PACKAGE).parts
    return inside[0] if len(inside) > 1 else None


def test_every_room_is_in_the_picture() -> None:
    rooms = {room for path in modules() if (room := room_of(path))}
    assert rooms == set(ARROWS)


@pytest.mark.parametrize("room", sorted(ARROWS))
def test_a_room_knows_only_the_rooms_that_the_picture_lets_it(room: str) -> None:
    strays = []
    for path in (PACKAGE / room).rglob("*.py"):
        for name in imports_of(path):
            package, _, inside = name.partition(".")
            other = inside.partition(".")[0]
            if package == "reportgen" and other in set(ARROWS) - {room} - ARROWS[room]:
                strays.append(f"{path.relative_to(ROOT)}: {name}")
    assert strays == []


def test_no_two_rooms_know_each_other() -> None:
    assert [(one, other) for one, known in ARROWS.items() for other in known if one in ARROWS[other]] == []


@pytest.mark.parametrize("library", sorted(HOMES))
def test_a_library_has_its_home(library: str) -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if any(name == library or name.startswith(f"{library}.") for name in imports_of(path))
    }
    assert users
    assert {user for user in users if not user.startswith(HOMES[library])} == set()


def test_the_face_is_what_it_says() -> None:
    assert list(reportgen.__all__) == sorted(reportgen.__all__)
    assert all(getattr(reportgen, name) is not None for name in reportgen.__all__)
    with pytest.raises(AttributeError):
        _ = reportgen.no_such_name


def test_no_module_is_too_long() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize("word", [r"\bdate\.today\(", r"\bdatetime\.now\(", r"\btime\.time\(", r"\bimport random\b"])
def test_only_the_command_line_reads_the_clock_and_nothing_draws_lots(word: str) -> None:
    users = [path for path in modules() if re.search(word, path.read_text("utf-8")) and room_of(path) != "cli"]
    assert users == []


_MACHINES = re.compile(r"(?<![\w.~])/(?:work|root|home|Users|tmp|mnt)/|(?:pypi|npmjs)\.")
_RELATIVE = re.compile(r"(?:\.\./)+[\w.-]*")


def test_nothing_in_the_project_names_a_machine_or_leads_out_of_the_project() -> None:
    found = []
    for folder in ("reportgen", "tools", "docs", "samples", "outlines", "charts"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix not in {".py", ".md", ".yaml", ".json", ".txt"}:
                continue
            content = path.read_text("utf-8")
            leads_out = [way for way in _RELATIVE.findall(content) if not _is_inside(path.parent / way)]
            if leads_out or _MACHINES.search(content):
                found.append(path.relative_to(ROOT).as_posix())
    assert found == []


def _is_inside(path: Path) -> bool:
    target = path.resolve()
    return target.is_relative_to(ROOT) and target.exists()
