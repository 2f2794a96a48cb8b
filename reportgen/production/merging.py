"""Word files on disk as one for printing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.production.sources import read_bytes
from reportgen.write.merge import merge_documents


def merge_files(paths: Sequence[Path]) -> bytes:
    """Return the Word files at `paths`, in their order, as one; see `merge_documents`.

    Raises:
        InputProblems: the files cannot be merged; all problems are in it.
        OutputError: a file cannot be read.
    """
    return merge_documents((str(path), read_bytes(path)) for path in paths)
