"""The progress report on Decision 749/QD-TTg, in the outline of Phụ lục I of letter 5065/BTTTT-THH."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reportgen.compose.blocks import body, with_end_mark
from reportgen.compose.captions import number_captions, turn_wide_tables
from reportgen.compose.letterhead import (
    NAME_RULE_SHARE,
    DocumentHead,
    Issuer,
    appendix_label,
    compose_addressees,
    compose_appendix_heading,
    compose_distribution,
    compose_letterhead,
    compose_signature,
    document_head,
    group_missing,
)
from reportgen.compose.report_content import ReportContent, item_heading
from reportgen.compose.report_plans import compose_difficulties, compose_next_tasks, compose_proposals
from reportgen.compose.report_targets import compose_targets
from reportgen.compose.report_tasks import compose_common_tasks, compose_own_tasks
from reportgen.compose.template_tags import NAMED_KIND_TAGS
from reportgen.document import Appendix, Blocks, Document, Inlines, Paragraph, Role, Rule, text
from reportgen.model.agencies import AgencyRegister
from reportgen.model.input_model import KeyPath, MissingItem
from reportgen.model.outline import Outline
from reportgen.model.progress_report import ProgressReport
from reportgen.vietnamese import format_document_reference, upper_vi

TEMPLATE = "van_ban"
KIND_NAME, ABBREVIATION = "Báo cáo", "BC"
ILLUSTRATION_NOTE = (
    "SỐ LIỆU MINH HỌA: các con số, văn bản và tên người trong báo cáo này được đặt ra để làm mẫu, không có thật"
)


def compose_progress_report(
    report: ProgressReport,
    *,
    outline: Outline,
    register: AgencyRegister,
    narratives: Mapping[KeyPath, Blocks],
    missing: Sequence[MissingItem] = (),
) -> Document:
    """Return the report as a document.

    `narratives` holds the converted Markdown of every narrative field, by its path; `missing` is what a draft still
    lacks and gets a visible mark. Names of agencies are those in force on the day of the report; while that is open,
    on the last day of its period; while that is open too, the latest that the register knows.

    Raises:
        UnknownAgencyError: the register does not know the agency of the report on that day.
    """
    day = report.day or (report.period.end if report.period else None)
    issuer = Issuer(register.get(report.agency, day), register, day or date.max)
    symbol = text(f"{ABBREVIATION}-{issuer.agency.symbol}")
    head = document_head(report, issuer, kind_name=KIND_NAME, symbol=symbol)
    content = ReportContent(report, outline, issuer, head, narratives, group_missing(missing))
    return _document(content)


def _document(content: ReportContent) -> Document:
    report, issuer, head = content.report, content.issuer, content.head
    letterhead_inlines, letterhead_blocks = compose_letterhead(report, head, issuer)
    signature_inlines, signature_blocks = compose_signature(report.signer, issuer, content.missing)
    abstract = report.abstract or content.outline.abstract
    appendices = _appendices(content)
    # Captions count through text and appendices, so both are numbered in one pass.
    numbered = number_captions(turn_wide_tables((*_body(content), *appendices)))
    body_length = len(numbered) - len(appendices)
    return Document(
        template=TEMPLATE,
        tags=NAMED_KIND_TAGS,
        title=f"{KIND_NAME} {abstract}",
        inline_slots={
            **letterhead_inlines,
            **signature_inlines,
            "ten_loai": text(upper_vi(KIND_NAME)),
            "trich_yeu": text(abstract),
        },
        block_slots={
            **letterhead_blocks,
            **signature_blocks,
            "ke_duoi_trich_yeu": (Rule(abstract, Role.ABSTRACT, NAME_RULE_SHARE),),
            "kinh_gui": compose_addressees(report.addressees, issuer),
            "noi_dung": numbered[:body_length],
            "noi_nhan": compose_distribution(report, content.missing),
            "phu_luc": numbered[body_length:],
        },
        author=issuer.agency.name,
        subject=f"{content.outline.basis.type_name} số {content.outline.basis.number}",
        day=report.day,
    )


def _body(content: ReportContent) -> Blocks:
    note = (Paragraph(Role.ILLUSTRATION_NOTE, text(ILLUSTRATION_NOTE)),) if content.report.is_illustrative else ()
    return (
        *note,
        *_opening(content),
        item_heading(content, "ket_qua", 1),
        *compose_targets(content),
        *compose_common_tasks(content),
        *compose_own_tasks(content),
        *compose_next_tasks(content),
        *compose_difficulties(content),
        *compose_proposals(content),
        *with_end_mark(_closing(content)),
    )


def _opening(content: ReportContent) -> Blocks:
    if written := content.narratives.get(("mo_dau",)):
        return written
    basis = content.outline.basis
    number, _, symbol = basis.number.partition("/")
    cited = format_document_reference(
        basis.type_name,
        int(number),
        symbol,
        day=basis.issued_on,
        issuer=content.issuer.register.name_on(basis.agency_code, basis.issued_on),
        abstract=basis.abstract,
        full=True,
    )
    period = content.given(content.report.period, ("tinh_den",), str)
    agency = content.issuer.agency.name
    opening = text(f"Thực hiện {cited}, {agency} báo cáo tình hình triển khai, tính đến ")
    return (body((*opening, *period, *text(", như sau:"))),)


def _closing(content: ReportContent) -> Blocks:
    agency, basis = content.issuer.agency.name, content.outline.basis
    subject = f"tình hình triển khai {basis.type_name} số {basis.number}"
    names = [content.issuer.name_of(name) for name in content.report.addressees or ()]
    to = f", kính gửi {_joined(names)}" if names else ""
    closing = f"Trên đây là báo cáo của {agency} về {subject}{_attached(content)}{to}."
    return (body(text(closing)),)


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


def _attached(content: ReportContent) -> str:
    """Return what tells the reader of the appendices: a text with appendices has to point to them (III.1.a)."""
    total = len(content.report.appendices or ())
    if not total:
        return ""
    return f" (kèm theo {', '.join(appendix_label(number, total) for number in range(1, total + 1))})"


def _appendices(content: ReportContent) -> Blocks:
    appendices = content.report.appendices or ()
    return tuple(
        Appendix(
            heading=_appendix_heading(content, index, len(appendices), content.head),
            blocks=with_end_mark(content.narrative(("phu_luc", index, "noi_dung"))),
            landscape=appendix.is_landscape,
        )
        for index, appendix in enumerate(appendices)
    )


def _appendix_heading(content: ReportContent, index: int, total: int, head: DocumentHead) -> Blocks:
    appendices = content.report.appendices or ()
    title: Inlines = content.given(appendices[index].title, ("phu_luc", index, "tieu_de"), upper_vi)
    return compose_appendix_heading(appendix_label(index + 1, total), title, head)
