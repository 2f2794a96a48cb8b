"""Picture files named in an input: found inside its folder, PNG or JPEG by their content, of a bearable size."""

from __future__ import annotations

import difflib
import os
import unicodedata
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

MAX_MEGABYTES = 20
MAX_MEGAPIXELS = 50


def read_picture(folder: Path, relative: str) -> Picture | Problem:
    """Return the picture at the path `relative` to `folder`, its bytes unchanged, or the problem with it.

    The path may not leave the folder, through ".." or a symbolic link; names are compared composed (NFC), as some
    systems store "bản đồ.png" decomposed. The problem's place holds the path as its text: the caller knows more.
    """
    place = Place(text=relative)
    path = _find_inside(folder, relative)
    if path is None:
        return PICTURE_PATH.at(place, found=relative)
    if not path.is_file():
        return PICTURE_MISSING.at(place, found=relative, nearest=_nearest_name(folder, path))
    try:
        size = path.stat().st_size
        if size > MAX_MEGABYTES * 1_000_000:
            megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
            return PICTURE_FILE_SIZE.at(place, found=relative, megabytes=megabytes, limit=MAX_MEGABYTES)
        data = path.read_bytes()
    except OSError as error:
        return _damaged(relative, f"{error.strerror}", f"{error.strerror}")
    return read_picture_bytes(data, relative)


def read_picture_bytes(data: bytes, name: str) -> Picture | Problem:
    """Return the picture that `data` is, with its size in pixels, or the problem with it; `name` is what to call it."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  slow to load, and few reports have pictures

    format_ = _format_of(data)
    if format_ is None:
        return PICTURE_FORMAT.at(Place(text=name), found=name)
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=[format_]) as image:
            width, height = image.size
            if width * height > MAX_MEGAPIXELS * 1_000_000:
                return PICTURE_PIXELS.at(
                    Place(text=name), found=name, width=width, height=height, limit=MAX_MEGAPIXELS
                )
            image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return _damaged(name, "nội dung không đầy đủ hoặc sai", "its content is cut off or wrong")
    return Picture(data, "png" if format_ == "PNG" else "jpeg", width, height)
