"""Where each kind of machine keeps fonts and LibreOffice."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.machine import find_soffice, font_folders
from reportgen.cli.os_errors import describe_os_error
from reportgen.cli.pdf_fonts import find_pdf_fonts


def search_path(**programs: str) -> Callable[[str], str | None]:
    """A stand-in for `shutil.which`."""

    def which(name: str) -> str | None:
        return programs.get(name)

    return which


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/h"}, "/h/.local/share/fonts"),
        ("linux", {}, "/usr/share/fonts"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Fonts"),
        ("darwin", {}, "/Library/Fonts"),
        ("win32", {"WINDIR": "W"}, "W/Fonts"),
        ("win32", {"LOCALAPPDATA": "L"}, "L/Microsoft/Windows/Fonts"),
    ],
)
def test_fonts_are_sought_where_the_platform_keeps_them(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    assert Path(expected) in font_folders(environment, platform)


def test_libreoffice_on_the_search_path_is_taken_under_either_name() -> None:
    assert find_soffice({}, "linux", search_path(soffice="/a/soffice", libreoffice="/b")) == Path("/a/soffice")
    assert find_soffice({}, "linux", search_path(libreoffice="/b/libreoffice")) == Path("/b/libreoffice")
    assert find_soffice({}, "linux", search_path()) is None


def test_libreoffice_on_windows_is_found_where_its_installer_puts_it(tmp_path: Path) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    assert find_soffice({"PROGRAMFILES": str(tmp_path)}, "win32", search_path()) is None
    program.touch()
    assert find_soffice({"PROGRAMFILES": str(tmp_path)}, "win32", search_path()) == program


@pytest.mark.parametrize(
    ("pdf", "fonts"),
    [
        (b"/FontName/BAAAAA+LiberationSerif-Bold/X /FontName /CAAAAA+LiberationSerif", ("Liberation Serif",)),
        (b"/FontName/TimesNewRomanPSMT /FontName/AAAAAA+TimesNewRomanPS-BoldItalicMT", ("Times New Roman",)),
        (b"/FontName/BAAAAA+DejaVuSerif /FontName/BAAAAA+Carlito-Italic", ("Carlito", "Deja Vu Serif")),
        (b"%PDF-1.7 with its objects compressed", ()),
    ],
)
def test_the_families_of_the_fonts_in_a_pdf_are_found(pdf: bytes, fonts: tuple[str, ...]) -> None:
    assert find_pdf_fonts(pdf) == fonts


def test_what_the_system_refused_is_told_in_the_readers_language() -> None:
    assert describe_os_error(OSError(errno.ENOSPC, "No space left"), "vi") == "đĩa đã đầy"
    assert describe_os_error(OSError(errno.ENOSPC, "No space left"), "en") == "the disk is full"
    assert describe_os_error(OSError(9999, "odd"), "vi") == "hệ điều hành báo lỗi số 9999"
