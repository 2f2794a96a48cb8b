"""The input file of an administrative document of any kind, to start from: the keys of that kind, each explained.

Lists whose entries are groups of keys stand empty above a sample entry in comments, since an entry that is left blank
would be asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from reportgen.compose.input_form import (
    FOR_EXAMPLE,
    HOW_TO_FILL,
    OPTIONAL,
    REQUIRED,
    STEP,
    description,
    example,
    indented,
)
from reportgen.compose.yaml_text import comment_lines, yaml_value
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_keys import KeyUse, allowed_numberings, find_field, find_key_use, find_specimen
from reportgen.model.administrative_parts import Numbering
from reportgen.model.document_kinds import DocumentKind, DocumentKinds, Specimen, symbol_for
from reportgen.model.input_model import NEEDED, InputModel, KeyPath, find_inner_model, iter_input_fields

_EXAMPLE_SYMBOLS = ("BGDĐT", "CNTT")
"""The letters of an agency and of its drafting unit."""
_EXAMPLE_AGENCY = "Mã này chỉ để làm mẫu: thay bằng mã hoặc tên cơ quan của mình."
_SAMPLE_HINT = "Mẫu một mục ở dưới: muốn ghi thì xóa dấu # và một dấu cách ở đầu các dòng mẫu."
_NUMBERING_WORDS = {
    Numbering.SECTIONS: "muc (I., 1., a)",
    Numbering.CLAUSES: "khoan (1., a)",
    Numbering.ARTICLES: "dieu (Điều 1., 1., a)",
    Numbering.CHAPTERS: "chuong (Chương I, Điều 1.)",
    Numbering.PARTS: "phan (Phần I, I., 1.)",
}


def compose_new_input(kind: DocumentKind, kinds: DocumentKinds, *, agency: str | None = None) -> str:
    """Return an input file (YAML) for a document of `kind`: the keys that its specimen uses, with explanations.

    The kind and the `agency` (a code or name) are filled in, the rest is empty; read as a draft, it is valid as it
    stands. Without an agency an example stands there, marked as one.

    Raises:
        UnknownDocumentKindError: the specimen of `kind` is not among `kinds`.
    """
    specimen = find_specimen(kind, kinds, None)
    head = f"Đầu vào của {kind.name.lower()}, trình bày theo Nghị định 30/2020/NĐ-CP, {_clause(kind, specimen)}."
    lines = [line for paragraph in (head, *HOW_TO_FILL) for line in comment_lines(paragraph)]
    for block in _NewInput(kind, specimen, find_key_use(kind, kinds, specimen), agency).blocks():
        lines += ["", *block]
    return "\n".join(lines) + "\n"


def _clause(kind: DocumentKind, specimen: Specimen) -> str:
    shown = f"Phụ lục III, Mẫu {specimen.key}"
    return shown if kind.specimen_keys else f"{shown} (Nghị định không có mẫu riêng)"


class _NewInput:
    """Writes the keys that a kind uses, one block for each."""

    def __init__(self, kind: DocumentKind, specimen: Specimen, use: KeyUse, agency: str | None) -> None:
        self.kind = kind
        self.specimen = specimen
        self.use = use
        self.agency = agency

    def blocks(self) -> Iterator[list[str]]:
        """Yield the lines of each key, in the order that a clerk writes them."""
        for alias, _, field in iter_input_fields(AdministrativeDocument):
            if self.use.uses((alias,)):
                yield list(self._key((alias,), field))

    def _key(self, path: KeyPath, field: FieldInfo) -> Iterator[str]:
        alias, inner = str(path[-1]), find_inner_model(field.annotation)
        if inner is None:
            shown = self._symbol_example() if alias == "ky_hieu" else example(field)
            yield from comment_lines(f"{self._description(path, field)} {self._obligation(path)}{shown}")
            yield from self._value(alias)
        elif isinstance(field.annotation, type):
            yield from comment_lines(description(field))
            yield f"{alias}:"
            for key, _, own in iter_input_fields(inner):
                if self.use.uses((*path, key)):
                    yield from indented(self._key((*path, key), own))
        else:
            yield from comment_lines(f"{description(field)} {self._obligation(path)} {_SAMPLE_HINT}")
            yield f"{alias}:"
            yield from (f"# {line}" for line in _sample(inner))

    def _value(self, alias: str) -> Iterator[str]:
        if alias == "loai":
            yield f"{alias}: {yaml_value(self.kind.key)}"
        elif alias != "co_quan":
            yield f"{alias}:"
        elif self.agency is not None:
            yield f"{alias}: {yaml_value(self.agency)}"
        else:
            yield from comment_lines(_EXAMPLE_AGENCY)
            yield f"{alias}: {yaml_value((find_field(('co_quan',)).examples or [''])[0])}"

    def _description(self, path: KeyPath, field: FieldInfo) -> str:
        """Return the words of the model, but for what depends on the kind: the numbering, the lines of a form."""
        if path[0] == "chi_tiet" and field.title:
            return f"{field.title[0].upper()}{field.title[1:]}."
        if path != ("bo_cuc",):
            return description(field)
        choices = ", ".join(_NUMBERING_WORDS[one] for one in allowed_numberings(self.specimen))
        return f"Bố cục: {choices}; bỏ trống: theo loại văn bản."

    def _symbol_example(self) -> str:
        symbol = symbol_for(self.kind, *_EXAMPLE_SYMBOLS)
        return f" {FOR_EXAMPLE} {yaml_value(symbol)}"

    def _obligation(self, path: KeyPath) -> str:
        if path in {("loai",), ("co_quan",)} or path in self.use.needed:
            others = [f"`{'.'.join(map(str, other))}`" for other in self.use.instead.get(path, ())]
            return f"{REQUIRED.rstrip('.')}, trừ khi có {' hoặc '.join(others)}." if others else REQUIRED
        return OPTIONAL


def _sample(model: type[InputModel]) -> Iterator[str]:
    """Yield an entry of a list as it would be written, with examples for values and a remark for each key."""
    for number, (alias, _, field) in enumerate(iter_input_fields(model)):
        needed = REQUIRED if NEEDED in field.metadata else OPTIONAL
        for line in comment_lines(f"{description(field)} {needed}{example(field)}"):
            yield f"{STEP}{line}" if number else line
        yield f"{STEP if number else '- '}{alias}:"
