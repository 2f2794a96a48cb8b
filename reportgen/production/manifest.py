"""The manifest of a run: for each row its file, hash and problems, as JSON for machines and CSV for people.

It says what is there, not what this run did: a run that was cut off and started again ends with the same manifest.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportgen.production.letters import LetterResult
from reportgen.write.files import write_file

JSON_NAME, CSV_NAME = "ket_qua.json", "ket_qua.csv"
_TITLES = ("Dòng", "Kết quả", "Tệp", "Bản PDF", "SHA-256 của tệp", "Vấn đề")
# What a spreadsheet would take for a formula at the start of a cell.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class EarlierRun:
    """What the manifest of an earlier run says: the hash of each file, and that of the file each PDF was made from.

    Both are empty if there is no manifest, or none that this program wrote.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    pdfs: Mapping[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> EarlierRun:
    """Return what the manifest in `folder` says of an earlier run."""
    try:
        rows = json.loads((folder / JSON_NAME).read_bytes())["rows"]
        made = [(row["file"], row["pdf"], row["sha256"]) for row in rows if row["file"] is not None]
    except (OSError, ValueError, KeyError, TypeError):
        return EarlierRun()
    return EarlierRun(
        {str(file): str(sha256) for file, _, sha256 in made},
        {str(pdf): str(sha256) for _, pdf, sha256 in made if pdf is not None},
    )


def keep_pdfs(results: Sequence[LetterResult], earlier: EarlierRun, folder: Path) -> list[LetterResult]:
    """Return `results` with the PDFs of an earlier run that are there and were made from the same files."""
    kept: list[LetterResult] = []
    for result in results:
        pdf = None if result.file is None else str(Path(result.file).with_suffix(".pdf"))
        is_same = pdf is not None and earlier.pdfs.get(pdf) == result.sha256 and (folder / pdf).is_file()
        kept.append(replace(result, pdf=pdf) if is_same else result)
    return kept


def write_manifest(results: Sequence[LetterResult], folder: Path) -> tuple[Path, Path]:
    """Write both forms of the manifest into `folder`, each whole or not at all; return their paths.

    Raises:
        OutputError: one of them cannot be written.
    """
    paths = (folder / JSON_NAME, folder / CSV_NAME)
    for path, content in zip(paths, (manifest_json(results), manifest_csv(results)), strict=True):
        write_file(path, content)
    return paths


def manifest_json(results: Sequence[LetterResult]) -> bytes:
    """Return the manifest as JSON; it says nothing of when or where the run took place."""
    rows = [
        {
            "row": result.row,
            "state": "refused" if result.file is None else "done",
            "file": result.file,
            "sha256": result.sha256,
            "pdf": result.pdf,
            "problems": [
                {"code": problem.code, "place": problem.place.describe("vi"), "message": problem.message()}
                for problem in result.problems
            ],
        }
        for result in results
    ]
    return (json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def manifest_csv(results: Sequence[LetterResult]) -> bytes:
    """Return the manifest as CSV that Excel opens in Vietnamese, its cells never read as formulas."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(_TITLES)
    for result in results:
        said = "; ".join(
            f"[{problem.code}] {problem.place.describe('vi')}: {problem.message()}" for problem in result.problems
        )
        state = "không làm được" if result.file is None else "đã làm"
        row = (str(result.row), state, result.file or "", result.pdf or "", result.sha256 or "", said)
        writer.writerow([_as_text(value) for value in row])
    return stream.getvalue().encode("utf-8-sig", "replace")


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
