"""Pixels as the bytes of a PNG file: no time, no program name, so that the same pixels give the same bytes."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOUR, _PALETTE = 2, 3
_MOST_IN_PALETTE = 256
_RARE = 1 / 5000  # of all pixels: a colour of fewer is that of smoothed edges, not of an area
_LEVEL = 6


def encode_png(pixels: NDArray[np.uint8], dpi: int) -> bytes:
    """Return `pixels` (rows, columns, red-green-blue-opaque) as a PNG file that says it has `dpi` pixels an inch.

    Pictures of few colours, as most drawings are, get a palette: half the bytes, and quicker. If rounding the
    colours of smoothed edges makes them few, they are rounded, which the eye does not see; areas keep theirs.
    """
    height, width, _ = pixels.shape
    numbers = np.ascontiguousarray(pixels).view("<u4").reshape(height * width)
    # Drawings are mostly runs of one colour: looking at the first pixel of each is much less to sort.
    starts = np.concatenate(([0], np.flatnonzero(numbers[1:] != numbers[:-1]) + 1))
    first = numbers[starts].astype(np.int64)
    runs = np.diff(starts, append=len(numbers))
    colours, places = np.unique(first, return_inverse=True)
    if len(colours) > _MOST_IN_PALETTE:
        is_rare = np.bincount(places, weights=runs) < len(numbers) * _RARE
        rounded, where = np.unique(np.where(is_rare, _round(colours), colours), return_inverse=True)
        if len(rounded) <= _MOST_IN_PALETTE:
            colours, places = rounded, where[places]
    if len(colours) > _MOST_IN_PALETTE:
        return _file(pixels[:, :, :3].reshape(height, width * 3), (width, height), dpi, _TRUE_COLOUR, b"")
    rows = np.repeat(places.astype(np.uint8), runs).reshape(height, width)
    palette = np.stack([colours & 255, colours >> 8 & 255, colours >> 16 & 255], axis=1).astype(np.uint8)
    return _file(rows, (width, height), dpi, _PALETTE, _chunk(b"PLTE", palette.tobytes()))


def _round(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return `colours` (numbers whose lowest byte is red) with each part rounded to one of sixteen steps."""
    red, green, blue = ((colours >> shift & 255) + 8 for shift in (0, 8, 16))
    return red // 17 * 17 | green // 17 * 17 << 8 | blue // 17 * 17 << 16 | 255 << 24


def _file(rows: NDArray[np.uint8], size: tuple[int, int], dpi: int, kind: int, palette: bytes) -> bytes:
    # Before each row stands its filter: 0, none, packs these drawings best.
    filtered = np.zeros((rows.shape[0], rows.shape[1] + 1), np.uint8)
    filtered[:, 1:] = rows
    a_metre = round(dpi / 0.0254)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, kind, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", a_metre, a_metre, 1)),
            palette,
            _chunk(b"IDAT", zlib.compress(filtered.data, _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
