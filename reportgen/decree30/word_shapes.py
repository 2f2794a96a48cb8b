"""Horizontal lines drawn as shapes, in the forms of today's Word (DrawingML) and of older ones (VML)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reportgen.decree30.word_values import length

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU_PER_POINT = 12_700
_LINE_SHAPES = {"line", "straightConnector1"}


def drawn_lines(paragraph: etree._Element) -> Iterator[float]:
    """Yield the widths in points of the horizontal lines drawn as shapes in `paragraph`."""
    for kind in (f"{_WP}anchor", f"{_WP}inline"):
        for drawing in paragraph.iter(kind):
            shape = drawing.find(f".//{_A}prstGeom")
            extent = drawing.find(f"{_WP}extent")
            if shape is not None and extent is not None and shape.get("prst") in _LINE_SHAPES:
                yield length(extent.get("cx"), 1 / _EMU_PER_POINT) or 0.0
    for line in paragraph.iter(f"{_V}line"):
        if not _in_fallback(line):
            start, end = (_x_of(line.get(name, "")) for name in ("from", "to"))
            yield abs(end - start)
    for shape in paragraph.iter(f"{_V}shape"):
        # Word's straight connector, an "AutoShape" in older files; its size stands in its style.
        if shape.get("type", "").endswith(("_t32", "_t20")) and not _in_fallback(shape):
            style = dict(part.strip().partition(":")[::2] for part in shape.get("style", "").split(";"))
            yield abs(_x_of(style.get("width", "")))


def _in_fallback(shape: etree._Element) -> bool:
    return any(str(up.tag).endswith("}Fallback") for up in shape.iterancestors())


def _x_of(point: str) -> float:
    return length(point.partition(",")[0], 1.0) or 0.0
