"""Other kinds of text files to .docx through LibreOffice: old Word files, OpenDocument, RTF, the text of PDFs."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reportgen.problems import OutputError, Place
from reportgen.problems import files as kinds

TIMEOUT_SECONDS = 120

# A PDF has to be opened as a text, or LibreOffice takes it for a drawing.
_FILTERS: Mapping[str, tuple[str, ...]] = {".pdf": ("--infilter=writer_pdf_import",)}
CONVERTIBLE = (".doc", ".odt", ".rtf", ".pdf")
"""The kinds of files that can be converted, by their suffixes."""


def convert_to_docx(data: bytes, suffix: str, *, soffice: Path, file: str) -> bytes:
    """Return the text file `data`, which has a suffix of `CONVERTIBLE`, as .docx; `file` names it in problems.

    What LibreOffice makes is good enough to be read and not to be handed on. Macros do not run.

    Raises:
        OutputError: LibreOffice could not be started, took more than two minutes, or made no file.
    """
    with tempfile.TemporaryDirectory(prefix="reportgen-docx-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"van_ban{suffix}")
        source.write_bytes(data)
        reason = _run(soffice, source, Path(folder), _FILTERS.get(suffix, ()))
        made = Path(folder, "ra", "van_ban.docx")
        if reason is None and made.is_file():
            return made.read_bytes()
    raise OutputError(
        kinds.CONVERSION_FAILED.at(Place(file=file), reason=reason or "không có tệp .docx nào được tạo")
    )


def _run(soffice: Path, source: Path, folder: Path, options: tuple[str, ...]) -> str | None:
    """Run the conversion and return why it failed, `None` if it did not."""
    command = [
        str(soffice),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *options,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "ra"),
        str(source),
    ]
    try:
        done = subprocess.run(  # noqa: S603
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"quá {TIMEOUT_SECONDS} giây không xong"
    except OSError as error:
        return error.strerror or "không khởi động được"
    return f"LibreOffice kết thúc với mã {done.returncode}" if done.returncode else None
