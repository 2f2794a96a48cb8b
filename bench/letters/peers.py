"""The programs of the benchmark, and the environment that it makes for those that are not ours.

Everything lies in `bench/.peers/`, which may be deleted at any time; the versions are pinned in `requirements.txt`
and `package.json` beside this file. Packages come from whatever registries `pip` and `npm` are set up to use.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_HERE = Path(__file__).parent
PROJECT = _HERE.parent.parent
HOME = _HERE.parent / ".peers"
PEERS_PYTHON = HOME / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


@dataclass(frozen=True, slots=True)
class Program:
    """A program to be timed: what it is called in the table, and how its runner is started."""

    name: str
    runtime: Literal["ours", "python", "node"]
    runner: str

    def command(self, job: Mapping[str, object]) -> list[str]:
        """Return the command that does `job`, from the project's folder."""
        given = json.dumps(job)
        match self.runtime:
            case "ours":
                return [sys.executable, "-m", "bench.letters.runners.run_ours", given, self.runner]
            case "python":
                return [str(PEERS_PYTHON), "-m", f"bench.letters.runners.{self.runner}", given]
            case "node":
                runner = str(_HERE / "runners" / "run_node.cjs")
                return [_found("node"), "--max-old-space-size=4096", runner, given, self.runner, str(HOME)]


OURS = (
    Program("reportgen: điền thư đã soạn", "ours", "filled"),
    Program("reportgen: soạn từng thư", "ours", "written"),
    Program("reportgen: soạn từng thư, biên dịch lại mẫu", "ours", "alone"),
    Program("reportgen: soạn, cắt rồi điền thư đầu tiên", "ours", "first"),
)
PEERS = (
    Program("docxtpl", "python", "run_docxtpl"),
    Program("docx-mailmerge2", "python", "run_mailmerge"),
    Program("docxtemplater", "node", "docxtemplater"),
    Program("easy-template-x", "node", "easy-template-x"),
    Program("carbone", "node", "carbone"),
    Program("docx-templates", "node", "docx-templates"),
)


class PeersError(Exception):
    """A peer cannot be installed or run."""


def install_peers() -> None:
    """Make the peers' environment unless it is there with these versions."""
    wanted = "".join((_HERE / name).read_text(encoding="utf-8") for name in ("requirements.txt", "package.json"))
    stamp = HOME / "installed.txt"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    HOME.mkdir(parents=True, exist_ok=True)
    shutil.copy(_HERE / "package.json", HOME / "package.json")
    run_program([_found("npm"), "install", "--no-audit", "--no-fund", "--no-package-lock"], HOME)
    venv.create(HOME / "venv", with_pip=True)
    run_program([str(PEERS_PYTHON), "-m", "pip", "install", "-q", "-r", str(_HERE / "requirements.txt")], HOME)
    stamp.write_text(wanted, encoding="utf-8")


def run_program(command: list[str], folder: Path) -> str:
    """Return what `command` prints when run in `folder`; raise `PeersError` with its words when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise PeersError(f"{command[:3]}: {done.stderr[-3000:]}")
    return done.stdout


def _found(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise PeersError(f"{program} is not installed; half of the peers need Node.js")
    return found
