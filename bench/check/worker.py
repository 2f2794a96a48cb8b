"""A process that checks files one after the other and tells the memory it holds, early on and at the end."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from bench.batch.worker import resident_mb
from reportgen.cli.check_files import Checking, check_files
from reportgen.decree30.check import CheckReport


def main() -> None:
    """Check the files of a folder in this process, and print the figures."""
    files = sorted(Path(sys.argv[1]).glob("*.docx"))
    checking = Checking((), "vi", date.today(), None)
    early, start, findings = 0.0, time.perf_counter(), 0
    for number, result in enumerate(check_files(files, checking, 1), start=1):
        findings += len(result.findings) if isinstance(result, CheckReport) else 1
        if number == len(files) // 10:
            early = resident_mb()
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "early_mb": early, "end_mb": resident_mb(), "findings": findings}, sys.stdout)


if __name__ == "__main__":
    main()
