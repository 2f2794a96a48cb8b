"""Lint rules for what is nested in what: fields, table grids, and tags that a template left behind."""

import re
from collections.abc import Iterator

from lxml import etree

from tests.ooxml.package import Package
from tests.ooxml.word import WP, W, own, path, stories, story_parts, value

_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


def check_fields(package: Package) -> Iterator[str]:
    """In each story the parts of complex fields nest as begin, (separate,) end, with instructions before separate."""
    for name, story in stories(package):
        open_fields: list[str] = []
        for element in own(story, f"{W}fldChar", f"{W}instrText"):
            kind = value(element, "fldCharType") if element.tag == f"{W}fldChar" else "instruction"
            if not _step(open_fields, kind):
                yield f"{name}: {path(element)}: field {kind} out of place"
        if open_fields:
            yield f"{name}: {path(story)}: {len(open_fields)} field(s) begun and not ended"


def _step(open_fields: list[str], kind: str | None) -> bool:
    """Take the next field character; `open_fields` holds "begin" or "separate" for each field that is open."""
    if kind == "begin":
        open_fields.append(kind)
    elif kind == "separate" and open_fields[-1:] == ["begin"]:
        open_fields[-1] = kind
    elif kind == "end" and open_fields:
        open_fields.pop()
    else:
        return kind == "instruction" and open_fields[-1:] == ["begin"]
    return True


def check_grids(package: Package) -> Iterator[str]:
    """The cells of each row, with what the row skips before and after, fill the columns of the table's grid."""
    for name, root in story_parts(package):
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in own(table, f"{W}tr"):
                if (width := _width(row)) != columns:
                    yield f"{name}: {path(row)}: row spans {width} column(s), grid has {columns}"


def _width(row: etree._Element) -> int:
    cells = list(own(row, f"{W}tc"))
    spans = [value(cell.find(f"{W}tcPr/{W}gridSpan")) or "1" for cell in cells]
    skipped = [value(row.find(f"{W}trPr/{W}{tag}")) or "0" for tag in ("gridBefore", "gridAfter")]
    return sum(int(count) for count in (*spans, *skipped))


def check_template_tags(package: Package) -> Iterator[str]:
    """No paragraph, alternative text or document property still has a template tag."""
    for name, root in package.trees():
        for place, text in _texts(name, root):
            if _TAG.search(text):
                yield f"{name}: {place}: template tag left in `{text}`"


def _texts(name: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    for paragraph in root.iter(f"{W}p"):
        yield path(paragraph), "".join(text.text or "" for text in paragraph.iter(f"{W}t", f"{W}instrText"))
    for drawing in root.iter(f"{WP}docPr"):
        yield path(drawing), " ".join(str(text) for text in drawing.attrib.values())
    if name.startswith("docProps/"):
        yield path(root), " ".join(str(text) for text in root.itertext())
