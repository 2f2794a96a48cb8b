"""The project's commands, for a machine that has Python 3.11 or later and nothing else of ours.

    python3 dev.py sample [FOLDER]   make the sample report in FOLDER (`output` unless told otherwise)
    python3 dev.py test [ARGS ...]   run the tests; ARGS go to pytest
    python3 dev.py lint              ruff, its formatter and mypy, changing nothing
    python3 dev.py lock              write the two lock files anew from pyproject.toml

Each command first brings `.venv` up to date with the lock files, by hash; when nothing changed this costs nothing.
Only the standard library is used here, since this file runs before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal, NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

Need = Literal["run", "dev"]


def main() -> None:
    """Run the command that the command line names and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may speak a code page without Vietnamese letters.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    if sys.version_info < (3, 11):  # noqa: UP036 (this very check is for an older Python)
        stop("Python 3.11 or later is needed.", "Cần Python 3.11 trở lên.")
    command, rest = read_arguments()
    sys.exit({"sample": sample, "test": test, "lint": lint, "lock": lock}[command](rest))


def read_arguments() -> tuple[str, list[str]]:
    """The command and what follows it; only `sample` and `test` take something more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("sample", "test", "lint", "lock"))
    known, rest = parser.parse_known_args()
    if rest and known.command in {"lint", "lock"}:
        parser.error(f"`{known.command}` takes no arguments: {' '.join(rest)}")
    return known.command, rest


def sample(arguments: list[str]) -> int:
    """Make the sample report."""
    prepare("run")
    reportgen = SCRIPTS / ("reportgen.exe" if os.name == "nt" else "reportgen")
    # A folder that someone names is theirs, seen from where they stand; without one it is beside this file.
    return run(reportgen, "sample", *(arguments or ["output"]), folder=Path.cwd() if arguments else ROOT)


def test(arguments: list[str]) -> int:
    """Run pytest, with the Open XML validator where this machine can have it."""
    prepare("dev")
    prepare_validator()
    return run(PYTHON, "-m", "pytest", *arguments)


def lint(_: list[str]) -> int:
    """Run all three checkers, even if the first finds something."""
    prepare("dev")
    checks = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    statuses = [run(PYTHON, "-m", *check) for check in checks]
    return int(any(statuses))


def lock(_: list[str]) -> int:
    """Write the lock files anew: the newest versions that pyproject.toml allows, for every platform, with hashes."""
    prepare("dev")
    for need, more in (("run", ("--group", "build")), ("dev", ("--group", "dev", "-c", LOCKS["run"].name))):
        compile_lock(LOCKS[need], *more)
    return 0


def compile_lock(path: Path, *options: str) -> None:
    """Let uv resolve pyproject.toml into `path`; the file names neither an index nor a folder of this machine."""
    for_all = ("--universal", "--python-version", "3.11", "--upgrade", "--generate-hashes")
    header = ("--no-emit-index-url", "--custom-compile-command", "python3 dev.py lock")
    output = ("--quiet", "--output-file", path.name)
    must(PYTHON, "-m", "uv", "pip", "compile", *for_all, *header, *options, *output, "pyproject.toml")


# ---- the virtual environment


def prepare(need: Need) -> None:
    """Bring `.venv` to what the lock file of `need` says, and the project itself into it, if that is not so yet."""
    stamp = VENV / "reportgen.stamp"
    have = stamp.read_text("utf-8").split() if stamp.exists() and PYTHON.exists() else []
    # The development lock holds everything of the other one, at the same versions.
    if fingerprint(need) in have or (need == "run" and fingerprint("dev") in have):
        return
    if not PYTHON.exists():
        create_environment()
    stamp.unlink(missing_ok=True)
    say("installing the locked packages into .venv", "đang cài các gói vào .venv")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps")
    must(*pip, "--require-hashes", "--requirement", LOCKS[need].name)
    must(*pip, "--no-build-isolation", "--editable", ".")
    stamp.write_text(fingerprint(need) + "\n", "utf-8")


def fingerprint(need: Need) -> str:
    """What an environment for `need` depends on: the lock, pyproject.toml and the folder (a venv cannot move)."""
    digest = hashlib.sha256()
    for content in (LOCKS[need].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()):
        digest.update(hashlib.sha256(content).digest())
    return f"{need}:{digest.hexdigest()}"


def create_environment() -> None:
    """Make `.venv`; Debian's python3 comes without the modules for it, so as root fetch them."""
    if importlib.util.find_spec("ensurepip") is None:
        installed = apt_install("python3-venv")
        importlib.invalidate_caches()
        if not installed or importlib.util.find_spec("ensurepip") is None:
            stop(
                "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt install python3-venv",
                "Python này không tạo được môi trường ảo. Trên Debian hoặc Ubuntu: sudo apt install python3-venv",
            )
    must(sys.executable, "-m", "venv", "--clear", VENV)


# ---- the validator of the tests


def prepare_validator() -> None:
    """Put the Open XML SDK validator into `node_modules`; without npm the tests that need it say so themselves."""
    stamp = ROOT / "node_modules" / "reportgen.stamp"
    wanted = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    npm = shutil.which("npm")
    if npm is None and apt_install("nodejs", "npm"):
        npm = shutil.which("npm")
    if npm is None or run(npm, "ci", "--no-progress") != 0:
        say(
            "npm or its package is missing, so the tests that need the Open XML validator are skipped",
            "thiếu npm hoặc gói của nó, nên bỏ qua các phép thử cần bộ kiểm tra Open XML",
        )
        return
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(wanted, "utf-8")


# ---- running other programs


def apt_install(*packages: str) -> bool:
    """Install Debian packages if this is root on a Debian; whether it was and that went well."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say(f"installing with apt-get: {' '.join(packages)}", f"đang cài bằng apt-get: {' '.join(packages)}")
    install = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages)
    return run("apt-get", "update", "--quiet") == 0 and run(*install) == 0


def run(*command: str | Path, folder: Path = ROOT) -> int:
    """Run `command` in `folder`, without input; its exit status."""
    environment = {**os.environ, "PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, check=False).returncode


def must(*command: str | Path) -> None:
    """Run `command` and stop everything if it fails."""
    if (status := run(*command)) != 0:
        line = " ".join(str(part) for part in command)
        stop(f"This failed with status {status}: {line}", f"Lệnh trên đã thất bại (mã {status}).")


def say(english: str, vietnamese: str) -> None:
    """Tell what is going on, on standard error: standard output belongs to the program that is run."""
    print(f"dev.py: {english} / {vietnamese}", file=sys.stderr)


def stop(english: str, vietnamese: str) -> NoReturn:
    """End with status 1 and the reason in both languages."""
    sys.exit(f"{english}\n{vietnamese}")


if __name__ == "__main__":
    main()
