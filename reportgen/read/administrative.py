"""Reading the input of an administrative document of any kind: file, model and cross checks, all problems at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_keys import KeyUse, find_field, find_key_use, find_specimen
from reportgen.model.administrative_parts import CitedDocument, IssuedText
from reportgen.model.agencies import Agency, AgencyRegister
from reportgen.model.document_kinds import DocumentKind, DocumentKinds, Specimen
from reportgen.model.input_model import (
    InputModel,
    KeyPath,
    MissingItem,
    iter_input_fields,
    iter_missing,
)
from reportgen.problems import Place, Problem
from reportgen.problems.administrative import KIND_NOT_ISSUED
from reportgen.read.administrative_checks import (
    check_addressees,
    check_document,
    check_issuer,
    find_kind,
    nearest_kind,
)
from reportgen.read.administrative_content import check_content, find_missing_of_content
from reportgen.read.administrative_references import check_cited_documents, find_missing_of_cited
from reportgen.read.agencies import resolve_name
from reportgen.read.input_reading import InputReading, in_order
from reportgen.read.source import Source
from reportgen.read.validation import Validated, validate_input
from reportgen.read.yaml_source import read_yaml

_GROUPS = frozenset(("luu", "nguoi_ky", "chi_tiet"))
"""The groups of keys of which a kind may need some and not others."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """An administrative document as far as it could be read: whatever an error concerns is left out.

    `document.kind` is the key of `kind`, and so is the kind of each text that it issues. `document.agency` is the
    code of the issuer in the register; addressees stand with their names on the day of the document, the issuers of
    cited documents with theirs on the day of those. `specimen` is the layout that the document follows. `missing` is
    what a draft leaves open (empty in the final form). `source` gives the place of each key.
    """

    document: AdministrativeDocument
    kind: DocumentKind
    specimen: Specimen
    source: Source
    missing: tuple[MissingItem, ...] = ()

    def place(self, path: KeyPath) -> Place:
        """Return where the value at `path` stands in the input file."""
        return self.source.place(path)


def read_administrative_document(
    data: bytes, file: str, *, register: AgencyRegister, kinds: DocumentKinds, draft: bool
) -> tuple[ReadDocument | None, list[Problem]]:
    """Read `data`, the bytes of `file`, and return the document with every problem found, in the order of the lines.

    Where an error concerns single values the document comes without them, so that its texts can be checked in the
    same run; it is `None` if nothing could be read, or if no kind is like the one named. A `draft` may leave out what
    only the final form needs.
    """
    source, problems = read_yaml(data, file)
    if source is None:
        return None, problems
    validated = validate_input(AdministrativeDocument, source)
    problems = [*problems, *validated.problems]
    if validated.value is None:
        return None, in_order(problems)
    reading = _Reading(source, validated, register, kinds)
    read = reading.finish(validated.value, draft=draft)
    return read, in_order([*problems, *reading.problems])


class _Reading(InputReading):
    """The checks that need more than one key, the register or the kinds."""

    def __init__(
        self,
        source: Source,
        validated: Validated[AdministrativeDocument],
        register: AgencyRegister,
        kinds: DocumentKinds,
    ) -> None:
        super().__init__(source, validated, register)
        self.kinds = kinds

    def finish(self, given: AdministrativeDocument, *, draft: bool) -> ReadDocument | None:
        """Return `given` with its kind and agencies resolved and what is missing from it; note all problems."""
        kind, agency = self._kind(given), self.resolve_issuer(given.agency, given.day)
        document = self._resolved(given, agency)
        self.problems += check_cited_documents(document, self.source)
        self.problems += check_addressees(document, self.source)
        if kind is None:
            return None
        document = document.model_copy(update={"kind": kind.key})
        specimen = find_specimen(kind, self.kinds, document)
        use = find_key_use(kind, self.kinds, specimen)
        self.problems += check_document(document, self.source, kind, specimen, use)
        self.problems += check_content(document, self.source, specimen, self.is_refused)
        if agency is not None:
            self.problems += check_issuer(document, self.source, kind, agency)
        missing = self.keep_missing(_find_missing(document, use), draft=draft)
        return ReadDocument(document, kind, specimen, self.source, missing)

    def _kind(self, document: AdministrativeDocument) -> DocumentKind | None:
        """Return the kind of `document`; for an unknown one the nearest, so that the rest can be checked too."""
        if self.is_refused(("loai",)):
            return None
        found = find_kind(document.kind, self.kinds, self.source, ("loai",))
        if isinstance(found, DocumentKind):
            return found
        self.problems.append(found)
        return nearest_kind(document.kind, self.kinds)

    def _resolved(self, document: AdministrativeDocument, agency: Agency | None) -> AdministrativeDocument:
        """Return `document` with the names that agencies bear in place of codes and other names."""
        addressees, cited, issued = document.addressees, document.cited_documents, document.issued_texts
        return document.model_copy(
            update={
                "agency": agency.code if agency else document.agency,
                "addressees": addressees
                and tuple(
                    self._name(text, ("kinh_gui", index), document.day) for index, text in enumerate(addressees)
                ),
                "cited_documents": cited
                and tuple(self._with_issuer(one, index, document.day) for index, one in enumerate(cited)),
                "issued_texts": issued and tuple(self._with_kind(one, index) for index, one in enumerate(issued)),
            }
        )

    def _with_issuer(self, cited: CitedDocument, index: int, day: date | None) -> CitedDocument:
        if cited.agency is None:
            return cited
        name = self._name(cited.agency, ("van_ban_dan", index, "co_quan"), cited.day or day)
        return cited.model_copy(update={"agency": name})

    def _with_kind(self, issued: IssuedText, index: int) -> IssuedText:
        if issued.kind is None:
            return issued
        path: KeyPath = ("kem_theo", index, "loai")
        found = find_kind(issued.kind, self.kinds, self.source, path)
        if isinstance(found, Problem):
            self.problems.append(found)
            return issued
        if found.title is None or found.is_copy:
            self.problems.append(KIND_NOT_ISSUED.at(self.source.place(path), kind=found.name.lower()))
        return issued.model_copy(update={"kind": found.key})

    def _name(self, text: str, path: KeyPath, day: date | None) -> str:
        name = resolve_name(text, self.register, day, self.source.place(path))
        if isinstance(name, Problem):
            self.problems.append(name)
            return text
        return name


def _find_missing(document: AdministrativeDocument, use: KeyUse) -> Iterator[MissingItem]:
    """Yield what the final form of `document` needs, by its kind and by the entries of its lists, and lacks."""
    for path in use.needed:
        if not _is_given(document, path) and not any(
            _is_given(document, other) for other in use.instead.get(path, ())
        ):
            yield MissingItem(path, find_field(path).title or str(path[-1]))
    for item in iter_missing(document):
        # What the letterhead needs depends on the kind, so it stands in `use`.
        is_of_kind = len(item.path) == 1 or item.path[0] in _GROUPS
        if not is_of_kind and use.uses(item.path):
            yield item
    yield from find_missing_of_cited(document)
    yield from find_missing_of_content(document)


def _is_given(document: AdministrativeDocument, path: KeyPath) -> bool:
    value: InputModel | object = document
    for step in path:
        if not isinstance(value, InputModel):
            return False
        name = next(name for alias, name, _ in iter_input_fields(type(value)) if alias == step)
        value = getattr(value, name)
    return value is not None
