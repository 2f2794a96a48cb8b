"""The measured times as tables in Markdown, for the terminal and for the docs."""

from __future__ import annotations

from collections.abc import Sequence

from bench.letters.measure import Timing

CASE_NAMES = {
    "a": "thư mười đoạn, mười hai giá trị",
    "b": "thư có bảng 60 hàng × 8 cột",
    "c": "thư có bảng 4.000 hàng × 8 cột",
}


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
