"""Parts I.2 and I.3 of a progress report: the tasks given to all agencies, and those given to this one."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.compose.blocks import body, lead_in, punctuated_items
from reportgen.compose.own_task_groups import no_own_tasks
from reportgen.compose.report_content import ReportContent, item_heading
from reportgen.document import Blocks, Heading, Inlines, text
from reportgen.model.fields import Unknown
from reportgen.model.input_model import KeyPath
from reportgen.model.report_parts import CommonTask, IssuedDocumentEntry, OwnTask, Quantity, TaskStatus
from reportgen.vietnamese import covers, document_number, format_number, format_quantity, point_letter, short_date

STATUS_WORDS = {
    TaskStatus.DONE: "Đã hoàn thành",
    TaskStatus.IN_PROGRESS: "Đang thực hiện",
    TaskStatus.NOT_STARTED: "Chưa thực hiện",
}


def compose_common_tasks(content: ReportContent) -> Blocks:
    """Return item I.2: each task given to all agencies with what was done, figures and documents."""
    tasks = content.report.common_tasks
    blocks: Blocks = (item_heading(content, "nhiem_vu_chung", 2),)
    for key, task in (
        ("nhan_thuc", tasks.awareness),
        ("the_che", tasks.institutions),
        ("ha_tang", tasks.infrastructure),
        ("hop_tac", tasks.cooperation),
    ):
        path: KeyPath = ("nhiem_vu_chung", key)
        blocks += (item_heading(content, f"nhiem_vu_chung.{key}", 3),)
        blocks += content.narrative((*path, "noi_dung")) + _evidence(content, task, path)
    return blocks


def compose_own_tasks(content: ReportContent) -> Blocks:
    """Return item I.3: for each citation of tasks given to this agency its state, result, figures and documents."""
    blocks: Blocks = (item_heading(content, "nhiem_vu_rieng", 2),)
    tasks = content.report.own_tasks or ()
    for index, task in enumerate(tasks):
        blocks += _own_task(content, index, task)
    if ("nhiem_vu_rieng",) in content.missing:
        blocks += tuple(body((mark,)) for mark in content.mark(("nhiem_vu_rieng",)))
    elif not tasks:
        blocks += (body(text(no_own_tasks(content.outline, content.issuer.agency))),)
    return blocks


def _own_task(content: ReportContent, index: int, task: OwnTask) -> Blocks:
    path: KeyPath = ("nhiem_vu_rieng", index)
    cited = content.given(task.citation, (*path, "vien_dan"), str)
    title = (*text("Nhiệm vụ tại "), *cited, *text(_given_to(content, task)))
    state = content.given(task.status, (*path, "tinh_trang"), STATUS_WORDS.__getitem__)
    return (
        Heading(3, f"{point_letter(index + 1)})", title),
        *lead_in((*state, *text(": ")), content.narrative((*path, "ket_qua"))),
        *_evidence(content, task, path),
    )


def _given_to(content: ReportContent, task: OwnTask) -> str:
    """Return to whom an inherited task was given: a ministry reports for those that it took over."""
    if task.citation is None:
        return ""
    for assigned in content.outline.tasks_of(content.issuer.agency.code, content.issuer.register, content.issuer.day):
        if assigned.is_inherited and any(covers(assigned.task.citation, one) for one in task.citation.provisions):
            return f" (giao {assigned.given_to})"
    return ""


def _evidence(content: ReportContent, task: CommonTask | OwnTask, path: KeyPath) -> Blocks:
    quantities = _quantities(content, task.quantities or (), (*path, "so_lieu"))
    documents = _documents(content, task.documents or (), (*path, "van_ban"))
    blocks: Blocks = ()
    if quantities:
        blocks += (body(text("Kết quả cụ thể:")), *punctuated_items(quantities))
    if documents:
        blocks += (body(text("Văn bản đã ban hành:")), *punctuated_items(documents))
    return blocks


def _quantities(content: ReportContent, quantities: Sequence[Quantity], path: KeyPath) -> list[Inlines]:
    return [_quantity(content, quantity, (*path, index)) for index, quantity in enumerate(quantities)]


def _quantity(content: ReportContent, quantity: Quantity, path: KeyPath) -> Inlines:
    name = (*content.given(quantity.name, (*path, "ten"), str), *text(": "))
    if isinstance(quantity.value, Unknown):
        return (*name, *text(quantity.value.value))
    if quantity.value is not None and quantity.unit is not None:
        return (*name, *text(format_quantity(quantity.value, quantity.unit)))
    value = content.given(quantity.value, (*path, "gia_tri"), format_number)
    return (*name, *value, *text(" "), *content.given(quantity.unit, (*path, "don_vi"), str))


def _documents(content: ReportContent, documents: Sequence[IssuedDocumentEntry], path: KeyPath) -> list[Inlines]:
    return [_document(content, document, (*path, index)) for index, document in enumerate(documents)]


def _document(content: ReportContent, document: IssuedDocumentEntry, path: KeyPath) -> Inlines:
    """The first full citation of a document (Decree 30, Appendix I, II.6.b), with a mark for each part missing."""
    issuer = document.agency or content.issuer.agency.name
    return (
        *content.given(document.type_name, (*path, "loai"), str),
        *text(" số "),
        *content.given(document.number, (*path, "so"), document_number),
        *text("/"),
        *content.given(document.symbol, (*path, "ky_hieu"), str),
        *text(" ngày "),
        *content.given(document.day, (*path, "ngay"), short_date),
        *text(f" của {issuer} "),
        *content.given(document.abstract, (*path, "trich_yeu"), str),
    )
