"""The peers' templates: the same letter as ours, its placeholders written in each peer's own tags."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bench.letters.content import FIELDS

_BODY = "word/document.xml"
_VALUE = re.compile("⟦([a-z0-9_]+)⟧")
_ROW = re.compile(r"<w:tr>(?:(?!</w:tr>).)*⟦c1⟧.*?</w:tr>", re.DOTALL)

RowMaker: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class TagSyntax:
    """How a peer writes a value, and the row that repeats for each of `rows`."""

    value: Callable[[str], str]
    row: RowMaker


def make_template(skeleton: bytes, syntax: TagSyntax) -> bytes:
    """Return the .docx file `skeleton` with its placeholders in the peer's tags; all other parts stay the same."""
    body = read_body(skeleton)
    body = _ROW.sub(lambda found: syntax.row(found[0]), body)
    body = _VALUE.sub(lambda found: syntax.value(found[1]), body)
    return _with_body(skeleton, body)


def read_body(docx: bytes) -> str:
    """Return the XML of the document's body part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read(_BODY).decode()


def _with_body(docx: bytes, body: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for info in source.infolist():
            made.writestr(info.filename, body if info.filename == _BODY else source.read(info))
    return target.getvalue()


def _cells(row: str, written: Callable[[str], str]) -> str:
    return _VALUE.sub(lambda found: written(found[1]), row)


def _one_cell_row(row: str, words: str) -> str:
    """The row with `words` in its first cell and nothing in the others: where a tag stands for a whole row."""
    return _cells(row, lambda name: words if name == FIELDS[0] else "")


def _docxtpl_row(row: str) -> str:
    middle = _cells(row, lambda name: f"{{{{ r.{name} }}}}")
    return _one_cell_row(row, "{%tr for r in rows %}") + middle + _one_cell_row(row, "{%tr endfor %}")


def _looped_row(row: str) -> str:
    """One row between `{#rows}` in its first cell and `{/rows}` in its last: docxtemplater and easy-template-x."""
    first, last = FIELDS[0], FIELDS[-1]
    before, after = {first: "{#rows}"}, {last: "{/rows}"}
    return _cells(row, lambda name: f"{before.get(name, '')}{{{name}}}{after.get(name, '')}")


def _carbone_row(row: str) -> str:
    """The row for `i`, and the next one, which tells carbone what repeats."""
    return _cells(row, lambda name: f"{{d.rows[i].{name}}}") + _cells(row, lambda name: f"{{d.rows[i+1].{name}}}")


def _docx_templates_row(row: str) -> str:
    middle = _cells(row, lambda name: f"+++=$r.{name}+++")
    return _one_cell_row(row, "+++FOR r IN rows+++") + middle + _one_cell_row(row, "+++END-FOR r+++")


def _merge_field(name: str) -> str:
    """A field of Word's mail merge, in a run of its own: `w:fldSimple` may not stand inside the text."""
    field = f'<w:fldSimple w:instr=" MERGEFIELD {name} "><w:r><w:t>«{name}»</w:t></w:r></w:fldSimple>'
    return f'</w:t></w:r>{field}<w:r><w:t xml:space="preserve">'


SYNTAX: Mapping[str, TagSyntax] = {
    "docxtpl": TagSyntax(lambda name: f"{{{{ {name} }}}}", _docxtpl_row),
    "docx-mailmerge2": TagSyntax(_merge_field, lambda row: _cells(row, _merge_field)),
    "docxtemplater": TagSyntax(lambda name: f"{{{name}}}", _looped_row),
    "easy-template-x": TagSyntax(lambda name: f"{{{name}}}", _looped_row),
    "carbone": TagSyntax(lambda name: f"{{d.{name}}}", _carbone_row),
    "docx-templates": TagSyntax(lambda name: f"+++={name}+++", _docx_templates_row),
}
