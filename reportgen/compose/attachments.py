"""What follows a document after its signature: its appendices, and the texts that a decision issues."""

from __future__ import annotations

from dataclasses import replace

from reportgen.compose.administrative_content import AdministrativeContent
from reportgen.compose.blocks import body, with_end_mark
from reportgen.compose.letterhead import (
    MOTTO,
    MOTTO_RULE_SHARE,
    NAME_RULE_SHARE,
    NATIONAL_NAME,
    DocumentHead,
    appendix_label,
    compose_appendix_heading,
    mark_missing,
)
from reportgen.document import Appendix, Blocks, Frame, Inlines, Paragraph, Role, Rule, text
from reportgen.model.administrative_parts import Appendix as AppendixInput
from reportgen.model.administrative_parts import IssuedText
from reportgen.model.input_model import iter_narratives
from reportgen.vietnamese import upper_vi


def _attached_head(content: AdministrativeContent) -> DocumentHead:
    """The head as attachments name it: number and date stay open on an electronic document (III.1.c)."""
    if content.document.is_electronic:
        return replace(content.head, number=None, day=None, year=None)
    return content.head


def compose_appendices(content: AdministrativeContent) -> Blocks:
    """Return the appendices, Roman-numbered where there are two or more, each with the line "(Kèm theo …)"."""
    appendices = content.document.appendices or ()
    return tuple(_appendix(content, index, appendix) for index, appendix in enumerate(appendices))


def _appendix(content: AdministrativeContent, index: int, appendix: AppendixInput) -> Appendix:
    path = ("phu_luc", index)
    total = len(content.document.appendices or ())
    title = _given(content, appendix.title, (*path, "tieu_de"))
    blocks = content.narrative(*path, "noi_dung")
    blocks += content.sections().compose(appendix.sections or (), appendix.numbering, (*path, "con"))
    if appendix.table is not None:
        blocks += (content.table(appendix.table),)
    return Appendix(
        heading=compose_appendix_heading(appendix_label(index + 1, total), title, _attached_head(content)),
        blocks=with_end_mark(blocks),
        landscape=appendix.is_landscape,
    )


def _given(content: AdministrativeContent, value: str | None, path: tuple[str | int, ...]) -> Inlines:
    return text(upper_vi(value)) if value else mark_missing(path, content.missing)


def compose_issued_texts(content: AdministrativeContent) -> Blocks:
    """Return the texts that a decision issues or approves, each under a letterhead of its own (Mẫu 1.3)."""
    issued = content.document.issued_texts or ()
    return tuple(_issued_text(content, index, one) for index, one in enumerate(issued))


def _issued_text(content: AdministrativeContent, index: int, issued: IssuedText) -> Appendix:
    path = ("kem_theo", index)
    kind = content.kinds.find(issued.kind) if issued.kind else None
    name = text(kind.title) if kind and kind.title else _given(content, issued.kind, (*path, "loai"))
    title = text(issued.title) if issued.title else mark_missing((*path, "trich_yeu"), content.missing)
    blocks = content.sections().compose(issued.sections or (), issued.numbering, (*path, "noi_dung"))
    if (*path, "noi_dung") in content.missing:
        blocks += (body(mark_missing((*path, "noi_dung"), content.missing)),)
    return Appendix(
        heading=(
            _letterhead_frame(content),
            Paragraph(Role.KIND_NAME, name),
            Paragraph(Role.ABSTRACT, title),
            Paragraph(Role.APPENDIX_ATTACHMENT, _attached_head(content).attached_to()),
            Rule(content.kind.name, Role.KIND_NAME, MOTTO_RULE_SHARE),
        ),
        blocks=with_end_mark(blocks),
    )


def _letterhead_frame(content: AdministrativeContent) -> Frame:
    agency = upper_vi(content.issuer.agency.name)
    return Frame(
        left=(
            Paragraph(Role.ISSUING_AGENCY, text(agency)),
            Rule(agency, Role.ISSUING_AGENCY, NAME_RULE_SHARE),
        ),
        right=(
            Paragraph(Role.NATIONAL_NAME, text(NATIONAL_NAME)),
            Paragraph(Role.MOTTO, text(MOTTO)),
            Rule(MOTTO, Role.MOTTO, MOTTO_RULE_SHARE),
        ),
    )


def pointer_to_appendices(content: AdministrativeContent) -> Blocks:
    """Return a sentence that points to the appendices, unless the text itself mentions each of them (III.1.a)."""
    total = len(content.document.appendices or ())
    labels = [appendix_label(number, total) for number in range(1, total + 1)]
    own = (value for path, value in iter_narratives(content.document) if path[0] not in {"phu_luc", "kem_theo"})
    written = "\n".join(own)
    if all(label in written for label in labels):
        return ()
    return (body(text(f"(Gửi kèm {', '.join(labels)}).")),)
