"""The environment of pandas and openpyxl, beside those of the other benchmarks; it may be deleted at any time."""

from __future__ import annotations

import sys
import venv
from pathlib import Path

from bench.letters.peers import HOME, run_program

_REQUIREMENTS = Path(__file__).parent / "requirements.txt"
_ENVIRONMENT = HOME / "ranking"
PANDAS_PYTHON = _ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def install_pandas() -> None:
    """Make the environment unless it is there with these versions."""
    wanted = _REQUIREMENTS.read_text(encoding="utf-8")
    stamp = _ENVIRONMENT / "installed.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    venv.create(_ENVIRONMENT, with_pip=True)
    run_program([str(PANDAS_PYTHON), "-m", "pip", "install", "-q", "-r", str(_REQUIREMENTS)], HOME)
    stamp.write_text(wanted, encoding="utf-8")
