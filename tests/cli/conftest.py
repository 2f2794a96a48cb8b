"""What tests of the command line share: the program run in process, and a stand-in for the work below it."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import docx
import pytest

from reportgen.cli.main import main
from reportgen.document import Document
from reportgen.problems import Problem
from reportgen.production import BuiltDocument
from tests.decree30.changed import LETTER, sample_docx

SAMPLE = Path(__file__).parents[2] / "samples" / "bao_cao_749" / "bao_cao.yaml"


@dataclass(frozen=True)
class Run:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON object on standard output."""
        return cast(dict[str, Any], json.loads(self.out))


RunProgram = Callable[..., Run]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunProgram:
    """Runs the program with the arguments given, in an empty folder and a bare environment."""
    monkeypatch.chdir(tmp_path)
    for variable in ("REPORTGEN_LANG", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def run_program(*arguments: str | Path) -> Run:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run_program


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A letter without its end mark, and with a space too many."""
    path = tmp_path / "thư.docx"
    path.write_bytes(sample_docx(LETTER))
    document = docx.Document(str(path))
    paragraph = next(one for one in document.paragraphs if "Trân trọng" in one.text)
    for run in paragraph.runs:
        run.text = run.text.replace("./.", ".").replace("Trân trọng", "Trân  trọng")
    document.save(str(path))
    return path


BuildsInstead = Callable[..., None]


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> BuildsInstead:
    """Makes `build_document` return a document with the problems given, in place of reading and writing anything."""

    def build_instead(*problems: Problem, missing: tuple[str, ...] = (), chart_font: str | None = None) -> None:
        built = BuiltDocument(b"docx", cast(Document, None), problems, missing, ("đã xem",), chart_font)
        monkeypatch.setattr("reportgen.cli.build.build_document", lambda *_, **__: built)

    return build_instead


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True
