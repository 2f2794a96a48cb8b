"""Whether both ways made the same book: as many tables and charts, and the same words in the cells."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

from docx import Document as OpenDocument


def compare_books(folder: Path) -> str:
    """Return what the books in `folder` have in common, in words; raises `ValueError` where they differ."""
    ours, plain = (_contents(folder / f"{way}.docx") for way in ("picture", "plain"))
    if ours != plain:
        message = f"the books differ: {ours[:2]} and {plain[:2]}, cells {sum((ours[2] - plain[2]).values())}"
        raise ValueError(message)
    return f"{ours[0]} bảng, {ours[1]} biểu đồ, {sum(ours[2].values())} ô"


def _contents(path: Path) -> tuple[int, int, Counter[str]]:
    """The number of tables with several columns of numbers, of drawings, and the words of all table cells."""
    data = path.read_bytes()
    document = OpenDocument(io.BytesIO(data))
    # The cover and the frames of profiles are tables too: of one column, and of one row with a drawing.
    tables = [table for table in document.tables if len(table.columns) > 1 and "graphicData" not in table._tbl.xml]
    cells = Counter(
        " ".join("".join(words.text or "" for words in node.iter(f"{{{_W}}}t")).split())
        for table in tables
        for node in table._tbl.iter(f"{{{_W}}}tc")
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        drawings = package.read("word/document.xml").count(b"<w:drawing>")
    return len(tables), drawings, cells


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
