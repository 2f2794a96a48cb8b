"""What is shipped works away from this checkout: the wheel is built, installed and run elsewhere, offline."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import AssertValid

ROOT = Path(__file__).parents[1]
DATA_FOLDERS = ("templates_vi", "outlines", "charts", "samples")


def run(*command: str | Path, folder: Path) -> str:
    """Run `command` in `folder` as a stranger to this checkout would; its standard output."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=folder,
        env={**inherited, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", folder, folder=ROOT)
    (path,) = folder.glob("*.tar.gz")
    return path


@pytest.fixture(scope="module")
def wheel(sdist: Path) -> Path:
    """Made from the source archive, so that this holds too what the archive must carry."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-index", "--no-deps")
    run(*pip, "--no-build-isolation", "--wheel-dir", sdist.parent, sdist, folder=sdist.parent)
    (path,) = sdist.parent.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel, and by a link what the wheel depends on."""
    environment = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    paths = {"base": str(environment), "platbase": str(environment)}
    programs = Path(sysconfig.get_path("scripts", "venv", paths))
    python = programs / Path(sys.executable).name
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", wheel, folder=environment)
    # The tests' own packages, but not this checkout: a link in a folder that a link leads to is not followed.
    link = Path(sysconfig.get_path("purelib", "venv", paths), "dependencies.pth")
    link.write_text(sysconfig.get_path("purelib"), "utf-8")
    return programs


def files_below(folder: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", DATA_FOLDERS)
def test_the_wheel_carries_every_data_file(wheel: Path, folder: str) -> None:
    expected = {f"reportgen/data/{name}" for name in files_below(folder)}
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_the_program_and_nothing_beside_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"reportgen"}
    assert "reportgen/py.typed" in names


def test_the_source_archive_carries_the_tests_and_the_locks(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"dev.py", "requirements.lock", "requirements-dev.lock", "package-lock.json", "README.md"} <= names
    assert "tests/test_wheel.py" in names


def test_the_installed_program_makes_the_sample_report_in_an_empty_folder(
    scripts: Path, tmp_path: Path, assert_valid_docx: AssertValid
) -> None:
    ask = "import pathlib, reportgen; print(pathlib.Path(reportgen.__file__).parent)"
    where = Path(run(scripts / Path(sys.executable).name, "-c", ask, folder=tmp_path).strip())
    assert where.is_relative_to(scripts.parent)

    run(scripts / "reportgen", "sample", "out", folder=tmp_path)

    documents = sorted((tmp_path / "out").rglob("*.docx"))
    assert documents
    for document in documents:
        assert_valid_docx(document)
