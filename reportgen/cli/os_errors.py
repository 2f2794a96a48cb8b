"""What the operating system refused, in the reader's language, with the file that was probably meant."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

from reportgen.cli.usage import find_nearest
from reportgen.cli.words import Words
from reportgen.problems import Language, OutputError, Problem

_REASONS: Mapping[int, Words] = {
    errno.ENOENT: Words("không có tệp hoặc thư mục này", "there is no such file or folder"),
    errno.EACCES: Words("không có quyền, hoặc tệp đang mở ở nơi khác", "no permission, or the file is open"),
    errno.EPERM: Words("không có quyền", "no permission"),
    errno.EISDIR: Words("đó là một thư mục", "it is a folder"),
    errno.ENOTDIR: Words("một phần của đường dẫn không phải thư mục", "a part of the path is no folder"),
    errno.EEXIST: Words("chỗ đó đã có tệp khác", "another file stands there"),
    errno.ENOSPC: Words("đĩa đã đầy", "the disk is full"),
    errno.EROFS: Words("ổ đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENAMETOOLONG: Words("tên tệp quá dài", "the name is too long"),
    errno.EIO: Words("đĩa bị lỗi khi đọc hoặc ghi", "the disk failed while reading or writing"),
}
_OTHER = Words("hệ điều hành báo lỗi số {}", "the operating system reports error {}")


def describe_os_error(error: OSError, language: Language) -> str:
    """Return why the operating system refused, for a reader of `language`."""
    words = _REASONS.get(error.errno or 0)
    return words.of(language) if words else _OTHER.of(language).format(error.errno or "?")


def explain(error: OutputError, language: Language) -> Problem:
    """Return the problem of `error`, its reason in `language` if the operating system gave it.

    For a file that is not there, the problem also suggests the one in the same folder whose name is most like it.
    """
    problem, cause = error.problem, error.__cause__
    if not isinstance(cause, OSError) or "reason" not in problem.values:
        return problem
    values = {**problem.values, "reason": describe_os_error(cause, language)}
    if cause.errno == errno.ENOENT and problem.place.file is not None:
        values["suggestion"] = _find_similar_file(Path(problem.place.file))
    elif cause.errno in (errno.ENOTDIR, errno.EEXIST) and problem.place.file is not None:
        values["occupied"] = _find_file_above(Path(problem.place.file))
    return problem.kind.at(problem.place, **values)


def _find_file_above(path: Path) -> str | None:
    """Return the file that stands where `path` needs a folder, or `None`."""
    return next((str(above) for above in path.parents if above.is_file()), None)


def _find_similar_file(path: Path) -> str | None:
    """Return the file beside `path` whose name is most like its own, or `None`."""
    try:
        names = {entry.name.casefold(): entry.name for entry in path.parent.iterdir() if entry.is_file()}
    except OSError:
        return None
    nearest = find_nearest(path.name, names)
    return None if nearest is None else str(path.with_name(names[nearest]))
