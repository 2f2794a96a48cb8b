"""The invented complete input that the tests of reading start from, and reading it with one part changed."""

from __future__ import annotations

from pathlib import Path

from reportgen.problems import Problem
from reportgen.read.data_files import load_outline, load_register
from reportgen.read.progress_report import ReadReport, read_progress_report

FILE = "bao_cao.yaml"
SAMPLE = (Path(__file__).parent / "data" / "bao_cao_749_du.yaml").read_text(encoding="utf-8")


def read(data: bytes | str, *, draft: bool = False, file: str = FILE) -> tuple[ReadReport | None, list[Problem]]:
    content = data.encode() if isinstance(data, str) else data
    return read_progress_report(
        content, file, register=load_register(), outline=load_outline("bao_cao_749"), draft=draft
    )


def changed(*pairs: tuple[str, str]) -> str:
    text = SAMPLE
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def shown(problems: list[Problem]) -> list[str]:
    """Each problem on one line: severity, code, place, message, hint."""
    return [
        f"{p.severity}[{p.code}] {p.place.describe('vi')}: {p.message()}" + (f" ({p.hint()})" if p.hint() else "")
        for p in problems
    ]
