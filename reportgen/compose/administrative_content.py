"""The content of an administrative document: authority, recitals, numbered parts or set lines, contacts, closing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.compose.blocks import body
from reportgen.compose.form_lines import FORMS
from reportgen.compose.input_tables import compose_input_table
from reportgen.compose.letterhead import DocumentHead, Issuer, Missings, mark_missing
from reportgen.compose.references import References
from reportgen.compose.sections import SectionComposer
from reportgen.document import Blocks, Inlines, Paragraph, Role, Table, text
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.administrative_parts import Contact, Numbering, TableInput
from reportgen.model.document_kinds import ArticleUse, DocumentKind, DocumentKinds, Specimen
from reportgen.model.input_model import KeyPath
from reportgen.vietnamese import upper_vi

if TYPE_CHECKING:
    from reportgen.model.yearly_targets import YearlyTargets

ILLUSTRATION_NOTE = "VĂN BẢN MINH HỌA: nội dung, số liệu và tên người trong văn bản này được đặt ra để làm mẫu"
PROPOSED_BY = "Theo đề nghị của"
RECITAL_WORD = "Căn cứ"


@dataclass(frozen=True, slots=True)
class AdministrativeContent:
    """A document ready to be composed; see `compose_administrative_document`."""

    document: AdministrativeDocument
    kind: DocumentKind
    specimen: Specimen
    kinds: DocumentKinds
    issuer: Issuer
    head: DocumentHead
    narratives: Mapping[KeyPath, Blocks]
    missing: Missings
    targets: Mapping[str, YearlyTargets]

    def narrative(self, *path: str | int) -> Blocks:
        """Return the blocks of the Markdown field at `path`; empty if it is not given."""
        return self.narratives.get(path, ())

    def table(self, table: TableInput) -> Table:
        """Return the table that `table` gives or names."""
        return compose_input_table(table, self.targets)

    def sections(self) -> SectionComposer:
        """Return a composer for the sections of one text."""
        return SectionComposer(self.narratives, self.table)


def compose_content(content: AdministrativeContent, references: References) -> Blocks:
    """Return the blocks of the content, without the end mark."""
    document, specimen = content.document, content.specimen
    blocks: Blocks = (*illustration_note(document), *_authority(content), *_recitals(content, references))
    if specimen.enacting_words:
        blocks += (Paragraph(Role.ENACTING_WORDS, text(specimen.enacting_words)),)
    blocks += content.narrative("mo_dau")
    composer = content.sections()
    sections = composer.compose(document.sections or (), numbering_of(content), ("noi_dung",))
    if ("noi_dung",) in content.missing:
        sections = (*sections, body(mark_missing(("noi_dung",), content.missing)))
    form = FORMS.get(specimen.key)
    blocks += form(document.particulars, content.issuer, sections, content.missing) if form else sections
    return blocks + compose_contacts(document.contacts or ()) + content.narrative("ket_thuc")


def illustration_note(document: AdministrativeDocument) -> Blocks:
    """Return the line that says that a document is made up, if its input says so."""
    return (Paragraph(Role.ILLUSTRATION_NOTE, text(ILLUSTRATION_NOTE)),) if document.is_illustrative else ()


def numbering_of(content: AdministrativeContent) -> Numbering:
    """Return how the content is numbered: as the input says, else in articles where the specimen has them."""
    if content.document.numbering is not None:
        return content.document.numbering
    if content.specimen.articles is ArticleUse.ALWAYS or content.specimen.has_authority_line:
        return Numbering.ARTICLES
    return Numbering.SECTIONS if content.specimen.key == "1.4" else Numbering.CLAUSES


def authority_of(content: AdministrativeContent) -> str:
    """Return who has the authority to issue: the head of the agency, unless the input names another."""
    agency = content.issuer.agency
    return content.document.authority or f"{agency.title_for_signature} {agency.name}"


def _authority(content: AdministrativeContent) -> Blocks:
    if not content.specimen.has_authority_line:
        return ()
    return (Paragraph(Role.AUTHORITY, text(upper_vi(authority_of(content)))),)


def _recitals(content: AdministrativeContent, references: References) -> Blocks:
    """The recitals: each on its own line and closed by ";", the last by "." (II.6.a)."""
    lines = [_recital(item, references) for item in content.document.recitals or ()]
    if ("can_cu",) in content.missing:
        lines.append(mark_missing(("can_cu",), content.missing))
    if content.document.proposed_by:
        lines.append(text(f"{PROPOSED_BY} {content.document.proposed_by.rstrip(' .;')}"))
    return tuple(
        Paragraph(Role.RECITAL, (*line, *text(";" if number < len(lines) else ".")))
        for number, line in enumerate(lines, start=1)
    )


def _recital(item: str, references: References) -> Inlines:
    document = references.find(item)
    if document is None:
        return text(item.rstrip(" ;."))
    return (*text(f"{RECITAL_WORD} "), *references.mention(document, date_in_words=True))


def compose_contacts(contacts: tuple[Contact, ...]) -> Blocks:
    """Return the contact points: one in a sentence, several each on a line of its own."""
    if not contacts:
        return ()
    if len(contacts) == 1:
        return (body(text(f"Thông tin chi tiết đề nghị liên hệ: {_contact(contacts[0])}.")),)
    lines = (body(text(f"- {_contact(contact)}{end}")) for contact, end in _ended(contacts))
    return (body(text("Thông tin chi tiết đề nghị liên hệ các đầu mối:")), *lines)


def _ended(contacts: tuple[Contact, ...]) -> list[tuple[Contact, str]]:
    return [(contact, ";" if number < len(contacts) else ".") for number, contact in enumerate(contacts, start=1)]


def _contact(contact: Contact) -> str:
    scope = f"{contact.scope}: " if contact.scope else ""
    parts = [
        contact.name or "",
        contact.unit or "",
        f"điện thoại: {contact.phone}" if contact.phone else "",
        f"thư điện tử: {contact.email}" if contact.email else "",
    ]
    return scope + ", ".join(part for part in parts if part)
