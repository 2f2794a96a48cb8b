"""Picture files named in an input: found inside its folder, PNG or JPEG by their content, of a bearable size."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

from reportgen.document import Picture
from reportgen.problems import Place, Problem
from reportgen.problems.text import (
    PICTURE_DAMAGED,
    PICTURE_FILE_SIZE,
    PICTURE_FORMAT,
    PICTURE_MISSING,
    PICTURE_PATH,
    PICTURE_PIXELS,
)
from reportgen.read.inside_folder import find_inside, nearest_name

MAX_MEGABYTES = 20
MAX_MEGAPIXELS = 50


_SUFFIXES = {".png", ".jpg", ".jpeg"}


def read_picture(folder: Path, relative: str) -> Picture | Problem:
    """Return the picture at the path `relative` to `folder`, its bytes unchanged, or the problem with it.

    The path may not leave the folder, through ".." or a symbolic link; names are compared composed (NFC), as some
    systems store "bản đồ.png" decomposed. The problem's place holds the path as its text: the caller knows more.
    """
    place = Place(text=relative)
    try:
        path = find_inside(folder.resolve(), relative)
        if path is None:
            return PICTURE_PATH.at(place, found=relative)
        if not path.is_file():
            return PICTURE_MISSING.at(place, found=relative, nearest=nearest_name(folder, relative, _SUFFIXES))
        size = path.stat().st_size
        if size > MAX_MEGABYTES * 1_000_000:
            megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
            return PICTURE_FILE_SIZE.at(place, found=relative, megabytes=megabytes, limit=MAX_MEGABYTES)
        data = path.read_bytes()
    except OSError as error:
        return PICTURE_DAMAGED.at(place, found=relative, reason=error.strerror, reason_en=error.strerror)
    return read_picture_bytes(data, relative)


def read_picture_bytes(data: bytes, name: str) -> Picture | Problem:
    """Return the picture that `data` is, with its size in pixels, or the problem with it, which calls it `name`."""
    from PIL import Image  # noqa: PLC0415  slow to load, and few reports have pictures

    place = Place(text=name)
    kind = _format_of(data)
    if kind is None:
        return PICTURE_FORMAT.at(place, found=name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is stricter
            with Image.open(BytesIO(data), formats=[kind]) as image:
                width, height = image.size
                if width * height > MAX_MEGAPIXELS * 1_000_000:
                    return PICTURE_PIXELS.at(place, found=name, limit=MAX_MEGAPIXELS)
                image.load()
    except Image.DecompressionBombError:
        return PICTURE_PIXELS.at(place, found=name, limit=MAX_MEGAPIXELS)
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):  # what Pillow raises for a file that is broken
        broken = {"reason": "nội dung thiếu hoặc sai", "reason_en": "its content is cut off or wrong"}
        return PICTURE_DAMAGED.at(place, found=name, **broken)
    return Picture(data, "png" if kind == "PNG" else "jpeg", width, height)


def _format_of(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "JPEG" if data.startswith(b"\xff\xd8\xff") else None
