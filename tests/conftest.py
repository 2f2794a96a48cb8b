"""Fixtures that tests of every room share."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest

from tests.ooxml.sdk import ValidatorMissing
from tests.ooxml.validator import validate
from tests.programs import find_program, miss


class AssertValid(Protocol):
    """Fails the running test if a Word file has any finding; `tags_allowed` is for files whose text has braces."""

    def __call__(self, source: Path | bytes, *, tags_allowed: bool = False) -> None: ...


@pytest.fixture(scope="session")
def assert_valid_docx() -> AssertValid:
    """Hold a .docx, as bytes or as a path, to both validators and to the rules of `tests/ooxml/lint.py`."""

    def assert_valid(source: Path | bytes, *, tags_allowed: bool = False) -> None:
        try:
            findings = validate(source, ".docx", tags_allowed=tags_allowed)
        except ValidatorMissing as missing:
            miss(str(missing))
        assert findings == [], "\n" + "\n".join(findings)

    return assert_valid


@pytest.fixture(scope="session")
def require_program() -> Callable[[str], str]:
    """Call it with a program's name, such as `soffice`, to get its path, or to skip (in CI: fail) without it."""
    return find_program


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--approve` rewrite the approved texts of the samples."""
    parser.addoption("--approve", action="store_true", help="write the approved texts of the samples anew")
