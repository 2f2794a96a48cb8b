"""The PDFs of a run: made once, kept while their letters are the same, a failure told at its row."""

from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from reportgen.problems import Place, Problem
from reportgen.problems.files import CONVERSION_FAILED
from reportgen.production.batch_run import run_batch
from reportgen.production.letters import LetterResult
from reportgen.production.manifest import keep_pdfs, manifest_json, read_manifest, write_manifest
from reportgen.production.pdf_batch import convert_letters
from tests.production.letter import many, plan, rows

SOFFICE = Path("soffice")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stands for LibreOffice, which fails on the letter of row 2 and notes what it was asked for."""
    names: list[str] = []

    def convert(files: Sequence[Path], **_: object) -> Generator[tuple[Path, bytes | Problem], None, None]:
        for file in reversed(files):
            names.append(file.name)
            failed = CONVERSION_FAILED.at(Place(file=str(file)), reason="thử")
            yield file, failed if file.name.startswith("2_") else b"%PDF"

    monkeypatch.setattr("reportgen.production.pdf_batch.convert_many", convert)
    return names


def make(folder: Path, results: list[LetterResult]) -> list[LetterResult]:
    """What the command does between two manifests."""
    results = keep_pdfs(results, read_manifest(folder), folder)
    results = convert_letters(results, folder, soffice=SOFFICE, save=lambda found: write_manifest(found, folder))
    write_manifest(results, folder)
    return results


def test_a_letter_that_cannot_be_converted_has_a_problem_and_the_others_a_pdf(
    tmp_path: Path, asked: list[str]
) -> None:
    results = make(tmp_path / "ra", run_batch(plan(tmp_path, many(3)), tmp_path / "ra"))
    assert [result.pdf for result in results] == ["1_T0.pdf", None, "3_T2.pdf"]
    assert [[problem.code for problem in result.problems] for result in results] == [[], ["GF004"], []]
    assert (tmp_path / "ra" / "3_T2.pdf").read_bytes() == b"%PDF"


def test_pdfs_are_made_again_only_for_letters_that_changed(tmp_path: Path, asked: list[str]) -> None:
    folder = tmp_path / "ra"
    make(folder, run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ B;B", "Bộ C;C")), folder))
    manifest = manifest_json(make(folder, run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ B;B", "Bộ C;C")), folder)))
    assert asked == ["3_C.docx", "2_B.docx", "1_A.docx", "2_B.docx"]
    asked.clear()
    (folder / "1_A.pdf").unlink()
    make(folder, run_batch(plan(tmp_path, rows("Bộ A;A", "Bộ Bê;B", "Bộ C;C")), folder))
    assert asked == ["2_B.docx", "1_A.docx"]
    assert b'"pdf": "1_A.pdf"' in manifest


def test_the_manifest_knows_of_pdfs_before_all_are_made(tmp_path: Path, asked: list[str]) -> None:
    folder = tmp_path / "ra"
    results = run_batch(plan(tmp_path, many(45)), folder)
    seen: list[int] = []

    def save(found: Sequence[LetterResult]) -> None:
        write_manifest(found, folder)
        seen.append(len(read_manifest(folder).pdfs))

    convert_letters(results, folder, soffice=SOFFICE, save=save)
    assert seen == [20, 40]
