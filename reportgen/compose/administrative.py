"""Any administrative document of Decree 30/2020/ND-CP: its kind's specimen says which elements it has and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reportgen.compose.administrative_content import (
    AdministrativeContent,
    authority_of,
    compose_content,
    illustration_note,
)
from reportgen.compose.attachments import compose_appendices, compose_issued_texts, pointer_to_appendices
from reportgen.compose.blocks import with_end_mark
from reportgen.compose.captions import number_captions, turn_wide_tables
from reportgen.compose.letterhead import (
    NAME_RULE_SHARE,
    Issuer,
    compose_addressees,
    compose_distribution,
    compose_letterhead,
    compose_signature,
    document_head,
    group_missing,
    mark_missing,
)
from reportgen.compose.marks import compose_marks
from reportgen.compose.references import References
from reportgen.compose.template_tags import COPY_TAGS, DISPATCH_TAGS, MINUTES_TAGS, NAMED_KIND_TAGS
from reportgen.document import Blocks, Document, Frame, Inlines, Missing, Paragraph, Role, Rule, TemplateTag, text
from reportgen.model.administrative import AdministrativeDocument
from reportgen.model.agencies import AgencyRegister
from reportgen.model.document_kinds import (
    DocumentKind,
    DocumentKinds,
    MissingUnitError,
    SignatureForm,
    Specimen,
    symbol_for,
)
from reportgen.model.input_model import KeyPath, MissingItem

if TYPE_CHECKING:
    from reportgen.model.yearly_targets import YearlyTargets

NAMED_KIND_TEMPLATE, DISPATCH_TEMPLATE, MINUTES_TEMPLATE, COPY_TEMPLATE = "van_ban", "cong_van", "bien_ban", "ban_sao"
DISPATCH, TELEGRAM, MINUTES, PAPER_COPY = "1.5", "1.6", "1.9", "3.1"

TEMPLATES: Mapping[str, tuple[str, tuple[TemplateTag, ...]]] = {
    DISPATCH: (DISPATCH_TEMPLATE, DISPATCH_TAGS),
    MINUTES: (MINUTES_TEMPLATE, MINUTES_TAGS),
    PAPER_COPY: (COPY_TEMPLATE, COPY_TAGS),
}
"""Template and tags of the specimens that the one for named kinds does not serve."""


def template_of(specimen_key: str) -> tuple[str, tuple[TemplateTag, ...]]:
    """Return the name of the shipped template for a specimen, and the tags that a template for it may hold."""
    return TEMPLATES.get(specimen_key, (NAMED_KIND_TEMPLATE, NAMED_KIND_TAGS))


def compose_administrative_document(
    document: AdministrativeDocument,
    *,
    kinds: DocumentKinds,
    register: AgencyRegister,
    narratives: Mapping[KeyPath, Blocks],
    missing: Sequence[MissingItem] = (),
    targets: Mapping[str, YearlyTargets],
) -> Document:
    """Return `document` as a document tree.

    `document.kind` is the key of its kind and `document.agency` the code of its issuer. `narratives` holds the
    converted Markdown by path, `missing` what a draft lacks, `targets` the target tables that it may name.

    Raises:
        UnknownDocumentKindError: there is no such kind.
        UnknownAgencyError: the register does not know the agency on the day of the document.
    """
    kind = kinds.get(document.kind)
    issuer = Issuer(register.get(document.agency, document.day), register, document.day or date.max)
    specimen = kinds.layout_of(kind)
    # A decision that issues another text follows the specimen for that.
    if document.issued_texts and kinds.specimen("1.3") and specimen.key == "1.2":
        specimen = kinds.specimen("1.3") or specimen
    head = document_head(document, issuer, kind_name=kind.name, symbol=_symbol(document, kind, issuer))
    content = AdministrativeContent(
        document, kind, specimen, kinds, issuer, head, narratives, group_missing(missing), targets
    )
    if specimen.has_authority_line:
        named = document_head(
            document, issuer, kind_name=kind.name, symbol=head.symbol, issuer_name=authority_of(content)
        )
        content = AdministrativeContent(
            document, kind, specimen, kinds, issuer, named, narratives, content.missing, targets
        )
    return _document(content)


def _symbol(document: AdministrativeDocument, kind: DocumentKind, issuer: Issuer) -> Inlines:
    unit = document.drafting_unit or document.filing.unit
    try:
        return text(symbol_for(kind, issuer.agency.symbol, unit))
    except MissingUnitError:
        return (*text(f"{issuer.agency.symbol}-"), Missing("chữ viết tắt đơn vị soạn thảo"))


def _document(content: AdministrativeContent) -> Document:
    document, issuer, specimen = content.document, content.issuer, content.specimen
    template, tags = template_of(specimen.key)
    references = References(document.cited_documents or (), issuer.register)
    body = references.resolve((*compose_content(content, references), *pointer_to_appendices(content)))
    body = with_end_mark(body) if specimen.end_mark else body
    attached = references.resolve((*compose_appendices(content), *compose_issued_texts(content)))
    numbered = number_captions(turn_wide_tables((*body, *attached)))
    length = len(numbered) - len(attached)
    inline_slots, block_slots = _slots(content)
    known = {tag.name for tag in tags}
    block_slots |= {"noi_dung": numbered[:length], "phu_luc": numbered[length:]}
    abstract = document.abstract or ""
    return Document(
        template=template,
        tags=tags,
        title=f"{content.kind.name} {abstract}".strip(),
        inline_slots={name: slot for name, slot in inline_slots.items() if name in known},
        block_slots={name: slot for name, slot in block_slots.items() if name in known},
        author=issuer.agency.name,
        subject=abstract,
        day=document.day,
    )


def _slots(content: AdministrativeContent) -> tuple[dict[str, Inlines], dict[str, Blocks]]:
    document, issuer = content.document, content.issuer
    inline_slots, block_slots = compose_letterhead(document, content.head, issuer)
    signature_inlines, signature_blocks = compose_signature(document.signer, issuer, content.missing)
    inline_slots |= signature_inlines
    block_slots |= signature_blocks | compose_marks(document)
    abstract = _abstract(content)
    title = content.kind.title or ""
    ruled = document.abstract or title
    inline_slots |= {
        "ten_loai": text(title),
        "hinh_thuc_sao": text(title),
        "trich_yeu": abstract,
        "ho_ten_thu_ky": _signer_of_minutes(content, document.particulars.secretary, "thu_ky"),
        "ho_ten_chu_toa": _signer_of_minutes(content, document.particulars.chair, "chu_tri"),
    }
    block_slots |= {
        "ke_duoi_trich_yeu": (Rule(ruled, Role.ABSTRACT, NAME_RULE_SHARE),)
        if content.specimen.has_title_rule
        else (),
        # A copy has no content of its own, so the note stands below the line that the copy begins with.
        "ke_ngang": (Rule("", Role.ABSTRACT, 1), *illustration_note(document)),
        "kinh_gui": _telegram_addressees(content)
        if content.specimen.key == TELEGRAM
        else compose_addressees(document.addressees, issuer),
        "noi_nhan": compose_distribution(
            document, content.missing, copies=document.copies, filed_as=_filing_without_unit(content.specimen)
        ),
        "dia_chi": _address(document),
        "xac_nhan": _confirmation() if content.specimen.signature is SignatureForm.ONE_AND_CONFIRMATION else (),
    }
    return inline_slots, block_slots


def _abstract(content: AdministrativeContent) -> Inlines:
    """The abstract; that of a dispatch follows "V/v" (II.5.b)."""
    document = content.document
    if ("trich_yeu",) in content.missing:
        return mark_missing(("trich_yeu",), content.missing)
    opening = content.specimen.abstract_openings
    words = document.abstract or ""
    if content.specimen.key == DISPATCH and words and not words.startswith(opening):
        words = f"{opening[0]} {words}"
    return text(words)


def _signer_of_minutes(content: AdministrativeContent, name: str | None, key: str) -> Inlines:
    return text(name) if name else mark_missing(("chi_tiet", key), content.missing)


def _address(document: AdministrativeDocument) -> Blocks:
    if not document.address:
        return ()
    lines = (Paragraph(Role.AGENCY_ADDRESS, text(line)) for line in document.address)
    return (Rule("", Role.AGENCY_ADDRESS, 1), *lines)


def _filing_without_unit(specimen: Specimen) -> str | None:
    """The filing line of a specimen that has no room for a drafting unit: introductions, minutes, copies."""
    return specimen.filing if specimen.filing and "{don_vi}" not in specimen.filing else None


def _confirmation() -> Blocks:
    """What the body at the place of leave fills in by hand, below at the left (Mẫu 1.10)."""
    lines = ("Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép (nếu cần)", "(Chữ ký, dấu)")
    above = tuple(Paragraph(Role.CONFIRMATION, text(line)) for line in lines)
    return (Frame(left=(*above, Paragraph(Role.SIGNER_NAME, text("Họ và tên"))), right=()),)


def _telegram_addressees(content: AdministrativeContent) -> Blocks:
    """Who telegraphs, then whom to (Mẫu 1.6)."""
    sender = Paragraph(Role.ADDRESSEE, text(f"{authority_of(content)} điện:"))
    names = [content.issuer.name_of(name) for name in content.document.addressees or ()]
    ends = [";"] * (len(names) - 1) + ["."]
    items = (text(f"- {name}{end}") for name, end in zip(names, ends, strict=False))
    return (sender, *(Paragraph(Role.ADDRESSEE_ITEM, item) for item in items))
