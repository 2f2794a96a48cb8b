"""The Open XML SDK validator, a program of its own that `npm ci` puts into `node_modules`."""

import json
import os
import platform
import subprocess
from pathlib import Path

_SYSTEMS = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}
_MACHINES = {"x86_64": "x64", "AMD64": "x64", "arm64": "arm64", "aarch64": "arm64"}


class ValidatorMissing(Exception):  # noqa: N818 (it names what happened)
    """The program is not there: no npm, or no build of it for this machine."""


def find_program() -> Path:
    """Where the validator's program lies.

    Raises:
        ValidatorMissing: it is not installed.
    """
    here = f"{_SYSTEMS.get(platform.system())}-{_MACHINES.get(platform.machine())}"
    name = "ooxml-validator.exe" if os.name == "nt" else "ooxml-validator"
    path = Path(__file__).parents[2] / "node_modules" / "@xarsh" / f"ooxml-validator-{here}" / name
    if not path.exists():
        raise ValidatorMissing(
            f"the Open XML SDK validator for {here} is not installed (`python3 dev.py test` does it)"
        )
    return path


def findings(path: Path) -> list[str]:
    """What the SDK says against the file, one line a finding.

    Raises:
        ValidatorMissing: the program is not installed.
    """
    # Without this .NET wants the ICU library, which a small machine may not have; the verdict is the same.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = (str(find_program()), str(path))
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    # The exit status is 0 for an invalid file too; only the JSON tells.
    report = json.loads(done.stdout)
    lines = [_line(error) for error in report["errors"]]
    return lines if report["ok"] or lines else ["Open XML SDK: not valid, without a reason"]


def _line(error: dict[str, str | None]) -> str:
    place = f"{error['path'] or ''}{error['xPath'] or ''}"
    return f"Open XML SDK: {place}: {error['description']}" if place else f"Open XML SDK: {error['description']}"
