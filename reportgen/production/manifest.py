"""The manifest of a run: for each row its file, hash and problems, as JSON for machines and CSV for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from reportgen.production.batch_run import LetterResult

JSON_NAME, CSV_NAME = "ket_qua.json", "ket_qua.csv"
_STATES = {"written": "đã ghi", "kept": "đã có, không đổi", "refused": "không làm được"}
_TITLES = ("Dòng", "Kết quả", "Tệp", "SHA-256", "Vấn đề")
# What a spreadsheet would take for a formula at the start of a cell.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def manifest_json(results: Sequence[LetterResult]) -> bytes:
    """Return the manifest as JSON; it says nothing of when or where the run took place."""
    rows = [
        {
            "row": result.row,
            "state": result.state,
            "file": result.file,
            "sha256": result.sha256,
            "problems": [{"code": problem.code, "message": problem.message()} for problem in result.problems],
        }
        for result in results
    ]
    return (json.dumps({"rows": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def manifest_csv(results: Sequence[LetterResult]) -> bytes:
    """Return the manifest as CSV that Excel opens in Vietnamese, its cells never read as formulas."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(_TITLES)
    for result in results:
        said = "; ".join(f"[{problem.code}] {problem.message()}" for problem in result.problems)
        row = (str(result.row), _STATES[result.state], result.file or "", result.sha256 or "", said)
        writer.writerow([_as_text(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _as_text(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
