"""The measured times as tables: for the terminal, for the docs (Markdown) and for programs (JSON)."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.letters.measure import Timing
from bench.letters.peers import PROJECT, run_program

CASE_NAMES = {
    "a": "thư mười đoạn, mười hai giá trị",
    "b": "thư có bảng 60 hàng × 8 cột",
    "c": "thư có bảng 4.000 hàng × 8 cột",
}


def describe_machine() -> dict[str, str]:
    """Return what the figures depend on: processor, cores, system, Python, Node."""
    return {
        "Bộ xử lý": _processor(),
        "Số lõi": str(os.cpu_count() or 1),
        "Hệ điều hành": platform.system(),
        "Python": platform.python_version(),
        "Node": run_program(["node", "--version"], PROJECT).strip(),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def table_lines(timings: Sequence[Timing], ours: str) -> list[str]:
    """Return one Markdown table a case: time a document, its spread, and how many times ours it takes."""
    lines: list[str] = []
    for case in sorted({timing.case for timing in timings}):
        of_case = [timing for timing in timings if timing.case == case]
        base = next(timing.median for timing in of_case if timing.program == ours)
        lines += [
            f"### ({case}) {CASE_NAMES[case]}",
            "",
            "| Chương trình | Phiên bản | ms mỗi văn bản | nửa số lần đo nằm trong | so với ta | tệp, KB | nhớ, MB |",
            "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
            *(_row(timing, base) for timing in sorted(of_case, key=lambda timing: timing.median)),
            "",
        ]
    return lines


def _row(timing: Timing, base: float) -> str:
    low, high = timing.quartiles
    peak = "–" if timing.peak_mb is None else f"{timing.peak_mb:.0f}"
    return (
        f"| {timing.program} | {timing.version} | {_ms(timing.median)} | {_ms(low)} – {_ms(high)}"
        f" | {timing.median / base:.2f}× | {timing.size / 1024:.0f} | {peak} |"
    )


def _ms(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def machine_line(machine: Mapping[str, str]) -> str:
    """Return the machine's figures on one line."""
    return "; ".join(f"{key}: {value}" for key, value in machine.items())
