"""PDF from a Word file, through LibreOffice: one process with a profile of its own, nothing shared, nothing left."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from reportgen.problems import OutputError, Place
from reportgen.problems import files as kinds

TIMEOUT_SECONDS = 180
# PDF/A-2b, tagged: what an archive keeps and a screen reader reads.
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)


def convert_to_pdf(docx: bytes, *, soffice: Path, file: str) -> bytes:
    """Return `docx` as PDF, made by the LibreOffice program `soffice`; `file` names the document in problems.

    LibreOffice puts the time into a PDF, so its bytes differ from run to run; its pages do not.

    Raises:
        OutputError: LibreOffice could not be started, took more than three minutes, or made no PDF.
    """
    with tempfile.TemporaryDirectory(prefix="reportgen-pdf-") as folder:
        source = Path(folder, "van_ban.docx")
        source.write_bytes(docx)
        command = [
            str(soffice),
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            _FILTER,
            "--outdir",
            folder,
            str(source),
        ]
        reason = _run(command)
        made = source.with_suffix(".pdf")
        if reason is None and made.is_file():
            return made.read_bytes()
        raise OutputError(
            kinds.CONVERSION_FAILED.at(Place(file=file), reason=reason or "không có tệp PDF nào được tạo")
        )


def _run(command: list[str]) -> str | None:
    """Run `command`; return why it failed, or `None`."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"quá {TIMEOUT_SECONDS} giây không xong"
    except OSError as error:
        return error.strerror or "không khởi động được"
    return None if done.returncode == 0 else f"LibreOffice kết thúc với mã {done.returncode}"
