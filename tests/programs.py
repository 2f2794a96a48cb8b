"""Outside programs that tests need: a test without its program is skipped with the reason, but in CI it fails."""

import os
import shutil
from typing import NoReturn

import pytest

IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
"""Whether this run is continuous integration, where nothing that a test needs may be missing."""


def miss(reason: str) -> NoReturn:
    """Skip the running test because of `reason`; in CI fail it."""
    if IN_CI:
        pytest.fail(f"CI must have everything: {reason}")
    pytest.skip(reason)


def find_program(name: str) -> str:
    """The path of the program `name`; a machine without it skips the running test, or fails it in CI."""
    path = shutil.which(name)
    if path is None:
        miss(f"the program `{name}` is not on this machine")
    return path
