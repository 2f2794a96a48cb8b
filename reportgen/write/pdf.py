"""PDF from Word files through LibreOffice: processes of our own, with their own profiles, killed when they hang."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Generator, Sequence
from pathlib import Path

from reportgen.problems import OutputError, Place, Problem
from reportgen.problems import files as kinds

TIMEOUT_SECONDS = 180
BATCH = 20
"""Files that one process converts: starting LibreOffice takes as long as converting several letters."""

_POLL_SECONDS = 0.05
# LibreOffice keeps twenty charts loaded; those that it drops and loads again come out squeezed.
_MOST_CHARTS = 2000
_SETTINGS = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Cache/Writer">
<prop oor:name="OLE_Objects" oor:op="fuse"><value>{_MOST_CHARTS}</value></prop>
</item>
</oor:items>
"""
# PDF/A-2b, tagged: what an archive keeps and a screen reader reads. Bookmarks become destinations: their pages are
# read, and an address may lead to them.
_FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
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
        [(_, made)] = convert_many([source], soffice=soffice)
    if isinstance(made, Problem):
        raise OutputError(Problem(made.kind, Place(file=file), made.values))
    return made


def convert_many(
    files: Sequence[Path], *, soffice: Path, jobs: int = 1, timeout: float = TIMEOUT_SECONDS
) -> Generator[tuple[Path, bytes | Problem], None, None]:
    """Yield each of `files`, in the order in which they get done, with its PDF or with why there is none.

    `jobs` processes work side by side, each on a batch of files. One that takes longer than `timeout` seconds is
    killed with all that it started; what it and a failing one left undone is tried again, file by file, each in a
    fresh process. A file that fails alone is a problem. Closing the generator ends the processes.
    """
    waiting = deque(files[at : at + BATCH] for at in range(0, len(files), BATCH))
    running: list[_Call] = []
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                running.append(_Call(waiting.popleft(), soffice, timeout))
            over = [call for call in running if call.is_over()]
            for call in over:
                running.remove(call)
                made, undone = call.collect()
                yield from made
                if len(call.files) > 1:
                    waiting.extend((file,) for file in undone)
                else:
                    yield from ((file, call.problem_of(file)) for file in undone)
            if not over:
                time.sleep(_POLL_SECONDS)
    finally:
        for call in running:
            call.close()


class _Call:
    """A process of LibreOffice at work on some files, in a folder and with a profile that nobody else uses."""

    def __init__(self, files: Sequence[Path], soffice: Path, timeout: float) -> None:
        self.files = tuple(files)
        self._timeout = timeout
        self._folder = tempfile.TemporaryDirectory(prefix="reportgen-pdf-", ignore_cleanup_errors=True)
        self._reason: str | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._end = time.monotonic() + timeout
        try:
            copies = [self._copy(number, file) for number, file in enumerate(self.files)]
            self._process = _start(soffice, copies, self._path)
        except OSError as error:
            self._reason = error.strerror or "không khởi động được"

    @property
    def _path(self) -> Path:
        return Path(self._folder.name)

    def _copy(self, number: int, file: Path) -> Path:
        # Under a plain name: some names look like options, and many long ones are too much for a command line.
        copy = self._path / f"{number}.docx"
        shutil.copyfile(file, copy)
        return copy

    def is_over(self) -> bool:
        """Say whether the process has ended, of itself or because its time was up."""
        if self._process is None:
            return True
        status = self._process.poll()
        if status is not None:
            self._reason = f"LibreOffice kết thúc với mã {status}" if status else None
        elif time.monotonic() > self._end:
            _kill(self._process)
            self._reason = f"quá {self._timeout:g} giây không xong"
        else:
            return False
        return True

    def collect(self) -> tuple[list[tuple[Path, bytes]], list[Path]]:
        """Return the files that were converted, with their PDFs, and those that were not; remove what is left."""
        pdfs = [(file, self._pdf(number)) for number, file in enumerate(self.files)]
        self.close()
        return [(file, pdf) for file, pdf in pdfs if pdf is not None], [file for file, pdf in pdfs if pdf is None]

    def problem_of(self, file: Path) -> Problem:
        """Return why `file` was not converted."""
        reason = self._reason or "không có tệp PDF nào được tạo"
        return kinds.CONVERSION_FAILED.at(Place(file=str(file)), reason=reason)

    def _pdf(self, number: int) -> bytes | None:
        """The PDF of a file, `None` while there is no whole one: its last line is written last."""
        try:
            content = (self._path / f"{number}.pdf").read_bytes()
        except OSError:
            return None
        return content if b"%%EOF" in content[-32:] else None

    def close(self) -> None:
        """End the process if it still runs, and remove its files."""
        if self._process is not None:
            _kill(self._process)
        self._folder.cleanup()


def _start(soffice: Path, files: Sequence[Path], folder: Path) -> subprocess.Popen[bytes]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        str(soffice),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        _FILTER,
        "--outdir",
        str(folder),
        *map(str, files),
    ]
    # A session of its own, so that it can be killed with the processes that it starts: `soffice` is only a script.
    return subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill `process`, if it still runs, with all that it started, and wait for its end."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
