"""Files that an input names: they lie in its own folder or below, whatever the path says."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection
from pathlib import Path


def find_inside(folder: Path, relative: str) -> Path | None:
    """Return the real path of `relative`, which need not exist, or `None` if it leaves `folder` (a resolved path).

    It may leave neither through ".." nor through a symbolic link; names are compared composed (NFC), as some systems
    store "bản đồ.png" decomposed.
    """
    parts = relative.replace("\\", "/").split("/")  # a path written on Windows
    if parts[0] == "" or ".." in parts or ":" in parts[0] or "\0" in relative:
        return None
    path = folder
    for part in parts:
        path = _child(path, part)
    try:
        real = path.resolve()
    except RuntimeError:  # a symbolic link that leads to itself
        return None
    return real if real.is_relative_to(folder) else None


def _child(folder: Path, name: str) -> Path:
    exact = folder / name
    if exact.exists() or not folder.is_dir():
        return exact
    composed = unicodedata.normalize("NFC", name)
    same = (entry for entry in folder.iterdir() if unicodedata.normalize("NFC", entry.name) == composed)
    return next(same, exact)


def nearest_name(folder: Path, relative: str, suffixes: Collection[str]) -> str | None:
    """Return the file with one of `suffixes` in `folder` or one level below whose path is most like `relative`."""
    files = [path for pattern in ("*", "*/*") for path in folder.glob(pattern) if path.suffix.lower() in suffixes]
    paths = {path.relative_to(folder).as_posix().casefold(): path.relative_to(folder).as_posix() for path in files}
    names = {path.rpartition("/")[2]: path for path in sorted(paths)}
    wanted = relative.replace("\\", "/").casefold()
    by_path = difflib.get_close_matches(wanted, sorted(paths), n=1, cutoff=0.7)
    by_name = difflib.get_close_matches(wanted.rpartition("/")[2], sorted(names), n=1, cutoff=0.7)
    return paths[by_path[0]] if by_path else paths[names[by_name[0]]] if by_name else None
