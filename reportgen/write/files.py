"""Files written whole or not at all: a good file is never replaced by half a one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from reportgen.problems import OutputError, Place
from reportgen.problems import files as kinds

_SUFFIX = ".reportgen-tmp"


def write_file(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Write `content` to `path`, replacing what stands there only once all of it is written.

    With `durable`, "written" means on the disk, so that not even a power cut leaves half a file; without it the
    operating system may take its time, which is right for thousands of files that can be made again.

    Missing folders are made. Raises `OutputError` when the place cannot be written; what was there stays as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise OutputError(kinds.CANNOT_WRITE.at(Place(file=str(path)), reason="đó là một thư mục"))
        _replace(path, content, durable=durable)
    except OSError as error:
        reason = error.strerror or "lỗi không rõ"
        raise OutputError(kinds.CANNOT_WRITE.at(Place(file=str(path)), reason=reason)) from error


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    # Beside the target, so that the final step is a rename on the same disk.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those that the user's mask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def prepare_folder(folder: Path) -> None:
    """Make `folder` if need be, and remove from it what a run that was killed has left of unfinished files.

    Raises `OutputError` when it cannot be made or nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Told once and at the start, not for each of thousands of files.
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or "lỗi không rõ"
        raise OutputError(kinds.CANNOT_WRITE.at(Place(file=str(folder)), reason=reason)) from error
    for leftover in folder.glob(f".*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            leftover.unlink()
