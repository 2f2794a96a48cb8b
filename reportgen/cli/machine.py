"""Where this kind of machine keeps fonts, and LibreOffice."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

_LINUX_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts")
_MAC_FONTS = (
    "/System/Library/Fonts",
    "/Library/Fonts",
    # Word for Mac carries its fonts, Times New Roman among them, inside itself.
    "/Applications/Microsoft Word.app/Contents/Resources/DFonts",
)
_MAC_SOFFICE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"


def font_folders(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[Path, ...]:
    """Return the folders where `platform` keeps fonts, the user's own last; they need not exist."""
    home = environment.get("HOME")
    if platform == "win32":
        windows = (
            _below(environment, "WINDIR", "Fonts"),
            _below(environment, "LOCALAPPDATA", "Microsoft/Windows/Fonts"),
        )
        return tuple(folder for folder in windows if folder)
    if platform == "darwin":
        return (*map(Path, _MAC_FONTS), *([Path(home, "Library/Fonts")] if home else []))
    own = [Path(home, ".local/share/fonts"), Path(home, ".fonts")] if home else []
    return (*map(Path, _LINUX_FONTS), *own)


def find_soffice(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> Path | None:
    """Return the program LibreOffice: that on the search path, else that where it is usually installed."""
    for name in ("soffice", "libreoffice"):
        if found := which(name):
            return Path(found)
    places: list[Path | None] = []
    if platform == "win32":
        program = "LibreOffice/program/soffice.exe"
        variables = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
        places = [_below(environment, variable, program) for variable in variables]
    elif platform == "darwin":
        places = [Path(_MAC_SOFFICE)]
    return next((place for place in places if place and place.is_file()), None)


def _below(environment: Mapping[str, str], variable: str, path: str) -> Path | None:
    folder = environment.get(variable)
    return Path(folder, path) if folder else None
