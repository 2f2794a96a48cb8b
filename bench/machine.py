"""What the figures of a benchmark depend on."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def describe_machine() -> dict[str, str]:
    """Return processor, cores, system, Python, Node (if there is one)."""
    return {
        "Bộ xử lý": _processor(),
        "Số lõi": str(os.cpu_count() or 1),
        "Hệ điều hành": platform.system(),
        "Python": platform.python_version(),
        "Node": _node(),
    }


def machine_line() -> str:
    """Return the machine's figures on one line."""
    return "; ".join(f"{key}: {value}" for key, value in describe_machine().items())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _node() -> str:
    try:
        return subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607
    except OSError:
        return "không có"
